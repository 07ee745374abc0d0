// What a byte of a text in UTF-8 is, whatever the locale: a letter or a digit of ASCII, or a part of a longer letter.
// For formats, whose letters are those of ASCII; letters of words are in letters.h. Tested by
// tests/base/letters_test.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace dateline::ascii {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

/// Letters beyond ASCII stay as they are.
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}
inline std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = upper(c);
  return out;
}
inline std::string capitalized(std::string text) {
  if (!text.empty()) text.front() = upper(text.front());
  return text;
}

/// True for the bytes of a letter beyond ASCII.
constexpr bool is_beyond(char c) { return static_cast<unsigned char>(c) >= 0x80; }
/// Bytes of a word: letters, digits, and all that is not ASCII (lex takes the signs among it out before).
inline constexpr auto word_bytes = [] {
  std::array<bool, 0x100> out{};
  for (std::size_t c = 0; c < out.size(); ++c)
    out[c] = is_letter_or_digit(static_cast<char>(c)) || is_beyond(static_cast<char>(c));
  return out;
}();
constexpr bool is_word_byte(char c) { return word_bytes[static_cast<unsigned char>(c)]; }
/// True for the bytes of a letter beyond ASCII that are not its first.
constexpr bool continues_a_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace dateline::ascii
