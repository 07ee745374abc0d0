// Decodes with glibc's iconv; which encoding a file is in, is decided here.
// Tested by tests/read/encoding_test.cpp.
#include "read/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <cstdint>

#include "base/ascii.h"
#include "dateline/error.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t declaration_reach = 1024;  // as browsers have it

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// How many bytes follow the lead byte at `at`, and the range of the first of them; overlong forms, surrogates and
// what is beyond U+10FFFF are out. Nothing follows what is no lead byte.
struct Sequence {
  std::size_t length = 0;
  unsigned char least = 0x80, most = 0xBF;
};

Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1};
  if (lead >= 0xC2 && lead <= 0xDF) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  if (lead >= 0xF1 && lead <= 0xF3) return {4};
  return {};
}

bool is_sequence_at(std::string_view text, std::size_t at, const Sequence& sequence) {
  if (sequence.length == 0 || text.size() - at < sequence.length) return false;
  if (sequence.length > 1 && (byte_at(text, at + 1) < sequence.least || byte_at(text, at + 1) > sequence.most))
    return false;
  for (std::size_t i = 2; i < sequence.length; ++i)
    if (!ascii::continues_a_letter(text[at + i])) return false;
  return true;
}

bool is_ascii(std::string_view text) { return std::none_of(text.begin(), text.end(), ascii::is_beyond); }

// Browsers read "latin-1" as windows-1252, and a UTF-16 that is named in ASCII as what it is in fact.
std::string as_browsers_read(const std::string& charset) {
  const std::string name = ascii::lower(charset);
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii")
    return "windows-1252";
  return name.starts_with("utf-16") ? "utf-8" : name;
}

[[noreturn]] void refuse_byte(const std::string& file, std::string_view bytes, std::size_t at,
                              const std::string& charset) {
  constexpr char digits[] = "0123456789ABCDEF";
  const unsigned char byte = at < bytes.size() ? byte_at(bytes, at) : 0;
  throw Error(
      FilePosition{file, 0, 0, ""},
      "byte " + std::to_string(at + 1) + " is no " + charset + " (0x" + digits[byte >> 4] + digits[byte & 0xF] + ")",
      "declare the encoding or convert it (iconv -f windows-1252 -t utf-8)");
}

struct Converter {
  iconv_t handle;
  explicit Converter(const std::string& from) : handle(iconv_open("UTF-8", from.c_str())) {}
  ~Converter() {
    if (is_open()) iconv_close(handle);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  // iconv_open says "no such charset" with (iconv_t)-1.
  bool is_open() const { return reinterpret_cast<std::intptr_t>(handle) != -1; }
};

std::string convert(std::string bytes, const std::string& charset, const std::string& file) {
  const Converter converter(charset);
  if (!converter.is_open())
    throw Error(FilePosition{file, 0, 0, ""}, "unknown encoding '" + charset + "'", "convert the file to UTF-8");
  std::string out(bytes.size() * 4 + 16, '\0');  // no charset's byte makes more than four of UTF-8
  char* from = bytes.data();
  char* to = out.data();
  std::size_t left = bytes.size(), room = out.size();
  if (iconv(converter.handle, &from, &left, &to, &room) == static_cast<std::size_t>(-1))
    refuse_byte(file, bytes, bytes.size() - left, charset);
  out.resize(out.size() - room);
  return out;
}

std::string to_utf8(std::string bytes, std::string_view declared, const std::string& file) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    bytes.erase(0, 3);
  else if (bytes.starts_with("\xFF\xFE"))
    return convert(bytes.substr(2), "UTF-16LE", file);
  else if (bytes.starts_with("\xFE\xFF"))
    return convert(bytes.substr(2), "UTF-16BE", file);
  const std::string charset = as_browsers_read(std::string(declared));
  const std::size_t invalid = first_invalid_byte(bytes);
  // What reads as UTF-8 by its high bytes is that, whatever it says: nothing else looks so by chance.
  const bool by_declaration =
      !charset.empty() && charset != "utf-8" && charset != "utf8" && (invalid != npos || is_ascii(bytes));
  if (by_declaration) return convert(std::move(bytes), charset, file);
  if (invalid != npos) refuse_byte(file, bytes, invalid, "UTF-8");
  return bytes;
}

void unify_newlines(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

}  // namespace

std::size_t first_invalid_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = sequence_of(byte_at(text, at));
    if (!is_sequence_at(text, at, sequence)) return at;
    at += sequence.length;
  }
  return npos;
}

void blank_control_characters(std::string& text) {
  for (char& c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F) c = ' ';
}

std::string declared_charset(std::string_view bytes, const PublicationRules& rules) {
  const auto stamp = rules.find(StampRule::Where::charset, bytes.substr(0, declaration_reach));
  return stamp ? ascii::lower(stamp->charset) : "";
}

std::string decode(std::string bytes, std::string_view declared, const std::string& file) {
  std::string text = to_utf8(std::move(bytes), declared, file);
  unify_newlines(text);
  blank_control_characters(text);
  return text;
}

}  // namespace dateline
