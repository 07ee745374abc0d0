// What a letter of a text in UTF-8 is, in any script and whatever the locale: capital or not, digit, sign or blank; and
// texts in lower case. ICU knows; it is kept in letters.cpp. What is ASCII by its format is in ascii.h, which these
// functions ask first. Tested by tests/base/letters_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "base/ascii.h"

namespace dateline::utf8 {

/// What stands at a byte of a text, and how many bytes it takes: U+FFFD, and at least one, where they are not UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};
/// `at` is within the text.
CodePoint code_point_at(std::string_view text, std::size_t at);

bool is_letter(char32_t);
bool is_capital(char32_t);  ///< "Š", and "ǅ", which is one at the head of a word
bool is_lower(char32_t);
bool is_digit(char32_t);  ///< "5", "٥", "５": of a number in tens
bool is_blank(char32_t);
bool is_sign(char32_t);  ///< punctuation and symbols; no accent that belongs to the letter before it

/// The offset of the first byte that is not part of well-formed UTF-8, or npos.
std::size_t first_invalid_byte(std::string_view text);

namespace beyond_ascii {
bool begins_with_capital(std::string_view word);
bool begins_in_lower_case(std::string_view word);
bool has_lower_case(std::string_view word);
}  // namespace beyond_ascii

inline bool begins_with_capital(std::string_view word) {
  if (word.empty() || !ascii::is_beyond(word.front())) return !word.empty() && ascii::is_upper(word.front());
  return beyond_ascii::begins_with_capital(word);
}
inline bool begins_in_lower_case(std::string_view word) {
  if (word.empty() || !ascii::is_beyond(word.front())) return !word.empty() && ascii::is_lower(word.front());
  return beyond_ascii::begins_in_lower_case(word);
}

bool has_lower_case(std::string_view text);
/// More than one sign, and nothing but capitals and digits: "NATO", "ŠARUNAS", "G20".
bool is_all_capitals(std::string_view word);
bool is_one_letter(std::string_view word);

/// «Сегодня» is «сегодня». Letter by letter: what one letter is never becomes two.
std::string lower(std::string_view text);
/// The first letter as a capital: "émile" is "Émile".
std::string capitalized(std::string_view text);
/// Letters and digits alone, in lower case.
std::string letters_and_digits(std::string_view text);
/// Every digit as that of ASCII: "٢٠٢٥" is "2025".
std::string with_ascii_digits(std::string_view text);

}  // namespace dateline::utf8
