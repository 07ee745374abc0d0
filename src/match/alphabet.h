// The alphabet between words and patterns: which number stands for which word or sign.
// Shared by lexicon, lex and pattern.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "dateline/tokens.h"

namespace dateline::letters {

using Letter = char16_t;

/// Where a letter stands among all that a text can hold: the words, of which the rules of English tell 6200 kinds
/// apart, Latin-1, the signs of U+2000 to U+20FF, one for whatever else, and the two ends of a text, which no text
/// holds.
inline constexpr std::size_t most_words = 12000, latin_1 = most_words, signs = latin_1 + 0x100, others = signs + 0x100,
                             front = others + 1, back = front + 1, count = back + 1;

constexpr bool is_word(Letter letter) { return letter < most_words; }
constexpr Letter sign(char32_t c) {
  return static_cast<Letter>(c < 0x100 ? latin_1 + c : c >= 0x2000 && c < 0x2100 ? signs + (c - 0x2000) : others);
}
inline constexpr Letter space = sign(U' ');
/// The sign of a letter in ASCII; nothing where it is none.
constexpr std::optional<char> ascii(Letter letter) {
  return letter >= latin_1 && letter < latin_1 + 0x80 ? std::optional(static_cast<char>(letter - latin_1))
                                                      : std::nullopt;
}

/// Goes through the words and signs of a phrase in turn.
template <class Word, class Sign>
void for_each_part(std::string_view phrase, Word word, Sign sign) {
  for (std::size_t i = 0; i < phrase.size();) {
    std::size_t end = i;
    while (end < phrase.size() && ascii::is_word_byte(phrase[end])) ++end;
    if (end > i)
      word(phrase.substr(i, end - i)), i = end;
    else
      sign(phrase[i++]);
  }
}

}  // namespace dateline::letters

namespace dateline {

using LetterSet = std::bitset<letters::count>;

}  // namespace dateline
