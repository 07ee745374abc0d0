// Decodes with ICU; which encoding a file is in, is decided here.
// Tested by tests/read/encoding_test.cpp.
#include "read/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "base/ascii.h"
#include "base/letters.h"
#include "dateline/error.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t declaration_reach = 1024;  // as browsers have it

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
  const auto byte = static_cast<unsigned char>(at < bytes.size() ? bytes[at] : '\0');
  throw Error(
      FilePosition{file, 0, 0, ""},
      "byte " + std::to_string(at + 1) + " is no " + charset + " (0x" + digits[byte >> 4] + digits[byte & 0xF] + ")",
      "declare the encoding or convert it (iconv -f windows-1252 -t utf-8)");
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter converter_from(const std::string& charset, const std::string& file) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status))
    throw Error(FilePosition{file, 0, 0, ""}, "unknown encoding '" + charset + "'", "convert the file to UTF-8");
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

/// How many bytes the converter could not make sense of, where it stopped.
std::size_t refused_bytes(UConverter* converter) {
  char bytes[32];
  std::int8_t count = sizeof bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes, &count, &status);
  return U_SUCCESS(status) ? static_cast<std::size_t>(count) : 0;
}

std::string convert(const std::string& bytes, const std::string& charset, const std::string& file) {
  const Converter converter = converter_from(charset, file);
  std::u16string text(bytes.size() * 2 + 16, u'\0');  // no charset's byte makes more than two units
  const char* from = bytes.data();
  UChar* to = text.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter.get(), &to, text.data() + text.size(), &from, bytes.data() + bytes.size(), nullptr, true,
                 &status);
  if (U_FAILURE(status))
    refuse_byte(file, bytes, static_cast<std::size_t>(from - bytes.data()) - refused_bytes(converter.get()), charset);
  text.resize(static_cast<std::size_t>(to - text.data()));
  std::string out;
  icu::UnicodeString(false, text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(out);
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
  const std::size_t invalid = utf8::first_invalid_byte(bytes);
  // What reads as UTF-8 by its high bytes is that, whatever it says: nothing else looks so by chance.
  const bool by_declaration =
      !charset.empty() && charset != "utf-8" && charset != "utf8" && (invalid != npos || is_ascii(bytes));
  if (by_declaration) return convert(bytes, charset, file);
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
