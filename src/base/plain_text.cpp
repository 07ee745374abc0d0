// Text of strangers made fit for a line of a file.
// Offers what plain_text.h says. Tested by tests/write/write_test.cpp.
#include "base/plain_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"

namespace dateline {
namespace {

enum class Sign { letter, blank, dropped };

struct Letter {
  Sign sign = Sign::letter;
  std::size_t bytes = 1;
};

Letter ascii(unsigned char byte) {
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return {Sign::blank, 1};
  return {byte < 0x20 || byte == 0x7F ? Sign::dropped : Sign::letter, 1};
}

// U+2028, U+2029 break lines; U+202A–202E and U+2066–2069 turn the direction.
Letter general_punctuation(unsigned char second, unsigned char third) {
  if (second == 0x80 && (third == 0xA8 || third == 0xA9)) return {Sign::blank, 3};
  if (second == 0x80 && third >= 0xAA && third <= 0xAE) return {Sign::dropped, 3};
  if (second == 0x81 && third >= 0xA6 && third <= 0xA9) return {Sign::dropped, 3};
  return {Sign::letter, 3};
}

Letter letter_at(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  if (byte(0) < 0x80) return ascii(byte(0));
  if (byte(0) == 0xE2 && rest.size() > 2) return general_punctuation(byte(1), byte(2));
  if (byte(0) != 0xC2 || rest.size() < 2 || byte(1) > 0x9F) return {};
  return {byte(1) == 0x85 ? Sign::blank : Sign::dropped, 2};  // U+0080–009F, and the next line U+0085 among them
}

bool may_stand_in_uri(char c) {
  return ascii::is_letter_or_digit(c) || std::string_view("-._~:/?#[]@!$&'()*+,;=").find(c) != std::string_view::npos;
}

bool is_hex(char c) { return ascii::is_letter_or_digit(c) && (c <= '9' || (c | 0x20) <= 'f'); }

bool is_escape(std::string_view rest) {
  return rest.size() > 2 && rest[0] == '%' && is_hex(rest[1]) && is_hex(rest[2]);
}

std::string percent_encoded(char c) {
  constexpr const char* digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'%', digits[byte >> 4], digits[byte & 15]};
}

bool begins_with_any_case(std::string_view text, std::string_view lower) {
  return text.size() > lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) { return a == ascii::lower(b); });
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  bool blank_is_due = false;
  for (std::size_t i = 0; i < text.size();) {
    const Letter letter = letter_at(text.substr(i));
    if (letter.sign == Sign::blank) blank_is_due = !out.empty();
    if (letter.sign == Sign::letter) {
      if (blank_is_due) out += ' ';
      blank_is_due = false;
      out += text.substr(i, letter.bytes);
    }
    i += letter.bytes;
  }
  return out;
}

std::string web_address(std::string_view url) {
  if (!begins_with_any_case(url, "http://") && !begins_with_any_case(url, "https://")) return "";
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i)
    out += may_stand_in_uri(url[i]) || is_escape(url.substr(i)) ? std::string(1, url[i]) : percent_encoded(url[i]);
  return out;
}

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
  }
  return out;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != parts.data()) out += separator;
    out += part;
  }
  return out;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
    out += text.substr(0, at);
    out += to;
    text.remove_prefix(at + from.size());
  }
  return out += text;
}

std::string decimal(double number, int decimals) {
  std::array<char, 400> digits{};  // enough for any double
  const auto end = std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed, decimals).ptr;
  const std::string out(digits.begin(), end);
  return out.find_first_of("123456789") == std::string::npos && out[0] == '-' ? out.substr(1) : out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0;;) {
    const auto end = text.find(separator, at);
    out.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return out;
    at = end + 1;
  }
}

}  // namespace dateline
