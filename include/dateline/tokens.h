// A text as the rules see it: words, numbers and signs, with the sentences they stand in.
// Made by lex, once for each document; tag, resolve and extract read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Bytes [begin, end) of the text, and where its letter begins in Tokens::letters.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t letter = 0;
};

/// Tokens [begin, end). A sentence never crosses a paragraph.
struct Sentence {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Letters of the alphabet in which the rules are written: a number for each kind of word, and for each sign.
using LetterView = std::u16string_view;

struct Tokens {
  std::string_view text;  ///< the document's text; must outlive this
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  ///< in order, without gaps between their tokens
  std::u16string letters;           ///< a letter a token, and a space where white space stood

  std::string_view text_of(const Token& t) const { return text.substr(t.begin, t.end - t.begin); }
  /// The letters of the tokens [begin, end) and the spaces between them.
  LetterView letters_of(std::uint32_t begin, std::uint32_t end) const;
  /// The token whose letter begins at or after `letter`.
  std::uint32_t token_at(std::size_t letter) const {
    return token_at(letter, {0, static_cast<std::uint32_t>(tokens.size())});
  }
  /// The same among the tokens of a sentence; the one behind it where there is none.
  std::uint32_t token_at(std::size_t letter, const Sentence&) const;
};

}  // namespace dateline
