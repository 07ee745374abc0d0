// The alphabet between words and patterns: which number stands for which word or sign, and what is a word byte.
// Shared by lexicon, lex and pattern.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/tokens.h"

namespace dateline::letters {

using Letter = char16_t;

/// Where a letter stands among all that a text can hold: the words, of which the rules of English tell 6200 kinds apart,
/// Latin-1, the signs of U+2000 to U+20FF, one for whatever else, and the two ends of a text, which no text holds.
inline constexpr std::size_t most_words = 12000, latin_1 = most_words, signs = latin_1 + 0x100, others = signs + 0x100, front = others + 1, back = front + 1, count = back + 1;

constexpr bool is_word(Letter letter) { return letter < most_words; }
constexpr Letter sign(char32_t c) { return static_cast<Letter>(c < 0x100 ? latin_1 + c : c >= 0x2000 && c < 0x2100 ? signs + (c - 0x2000) : others); }
inline constexpr Letter space = sign(U' ');
/// The sign of a letter in ASCII; nothing where it is none.
constexpr std::optional<char> ascii(Letter letter) {
  return letter >= latin_1 && letter < latin_1 + 0x80 ? std::optional(static_cast<char>(letter - latin_1)) : std::nullopt;
}

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_word_byte(char c) { return is_ascii_letter(c) || is_digit(c); }
/// Bytes of a word: letters, digits, and all of UTF-8 that is not ASCII (lex takes the signs out before).
inline constexpr auto word_bytes = [] {
  std::array<bool, 0x100> out{};
  for (std::size_t c = 0; c < out.size(); ++c) out[c] = c >= 0x80 || is_ascii_word_byte(static_cast<char>(c));
  return out;
}();
inline bool is_word_byte(char c) { return word_bytes[static_cast<unsigned char>(c)]; }

/// Goes through the words and signs of a phrase in turn.
template <class Word, class Sign>
void for_each_part(std::string_view phrase, Word word, Sign sign) {
  for (std::size_t i = 0; i < phrase.size();) {
    std::size_t end = i;
    while (end < phrase.size() && is_word_byte(phrase[end])) ++end;
    if (end > i) word(phrase.substr(i, end - i)), i = end;
    else sign(phrase[i++]);
  }
}

}  // namespace dateline::letters

namespace dateline {

using LetterSet = std::bitset<letters::count>;

}  // namespace dateline
