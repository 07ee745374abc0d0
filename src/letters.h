// The alphabet between words and patterns: what is a word byte, which sign stands for which, and UTF-8.
// Words are private-use code points; signs and spaces stand for themselves. Shared by lexicon, lex and pattern.
#pragma once

#include <array>
#include <bitset>
#include <string>
#include <string_view>

namespace dateline::letters {

/// The letter of the first set of classes, and how many there can be: U+E000 to U+F8FF. The rules of English use 2500.
inline constexpr char32_t first_private = 0xE000;
inline constexpr std::size_t most_private = 6400;

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

/// Appends the UTF-8 of a code point below U+10000.
inline void append(std::string& out, char32_t c) {
  const char last = static_cast<char>(0x80 | (c & 0x3F));
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    const char two[] = {static_cast<char>(0xC0 | (c >> 6)), last};
    out.append(two, 2);
  } else {
    const char three[] = {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)), last};
    out.append(three, 3);
  }
}

/// The code point that begins at `at`, for what append() writes.
inline char32_t decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  if (byte(0) < 0x80) return byte(0);
  if (byte(0) < 0xE0) return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
  return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
}

/// Bytes of a code point below U+10000 in UTF-8.
inline std::size_t length(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : 3; }

/// Where the letter behind the one at `at` begins.
inline std::size_t next(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

/// Where the letter before the one at `at` begins; `at` is not the front.
inline std::size_t previous(std::string_view text, std::size_t at) {
  do --at;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

/// Where a letter stands among all that a text can hold: the words, Latin-1, the signs of U+2000 to U+20FF, one place
/// for whatever else, and the two ends of a text, which no text holds.
inline constexpr std::size_t latin_1 = most_private, signs = latin_1 + 0x100, others = signs + 0x100, front = others + 1, back = front + 1, places = back + 1;
inline std::size_t place_of(char32_t c) {
  if (c >= first_private && c < first_private + most_private) return c - first_private;
  return c < 0x100 ? latin_1 + c : c >= 0x2000 && c < 0x2100 ? signs + (c - 0x2000) : others;
}

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

/// By place.
using LetterSet = std::bitset<letters::places>;

}  // namespace dateline
