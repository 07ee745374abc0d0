// Splits text into words, numbers, signs and sentences in one pass. The letters that it writes are what
// every pattern is matched against (see lexicon.h). Tested by tests/lex/lex_test.cpp.

#include <algorithm>
#include <limits>

#include "base/letters.h"
#include "dateline/lex.h"
#include "match/alphabet.h"
#include "match/lexicon.h"

namespace dateline {

LetterView Tokens::letters_of(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  const std::size_t from = tokens[begin].letter;
  std::size_t to = end < tokens.size() ? tokens[end].letter : letters.size();
  while (to > from && letters[to - 1] == letters::space) --to;
  return LetterView(letters).substr(from, to - from);
}

std::uint32_t Tokens::token_at(std::size_t letter, const Sentence& s) const {
  const auto found = std::lower_bound(tokens.begin() + s.begin, tokens.begin() + s.end, letter,
                                      [](const Token& t, std::size_t at) { return t.letter < at; });
  return static_cast<std::uint32_t>(found - tokens.begin());
}

namespace {

using letters::Letter, letters::sign, letters::space;

/// Tokens: a sentence is cut here at the latest, so that no text without a full stop costs more than any other.
/// Ten times the longest sentence that a newspaper prints.
constexpr std::size_t longest_sentence = 512;

bool closes(Letter letter) { return letter == sign(U'"') || letter == sign(U'\'') || letter == sign(U')'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

/// A sign outside ASCII: its length in bytes and the sign that stands for it; length 0 where a word goes on.
struct Sign {
  std::size_t length = 0;
  Letter letter = 0;
};

Sign sign_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  if (byte(0) == 0xC2 && byte(1) >= 0xA0 && byte(1) <= 0xBF) {
    if (byte(1) == 0xA0) return {2, space};
    return {2, sign(byte(1))};
  }
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) {
    const unsigned c = byte(2);
    if (byte(1) == 0x81) return {3, sign(0x2040u + (c & 0x3F))};
    if (c <= 0x8B || c == 0xAF) return {3, space};
    if (c >= 0x90 && c <= 0x93) return {3, sign(U'-')};
    if (c >= 0x98 && c <= 0x9B) return {3, sign(U'\'')};
    if (c >= 0x9C && c <= 0x9F) return {3, sign(U'"')};
    return {3, sign(0x2000u + (c & 0x3F))};
  }
  if (byte(0) == 0xE2 && byte(1) == 0x82 && byte(2) == 0xAC) return {3, sign(0x20AC)};
  if (byte(0) == 0xE2 && byte(1) == 0x88 && byte(2) == 0x92) return {3, sign(U'-')};
  const auto [c, length] = utf8::code_point_at(text, at);
  return utf8::is_blank(c) ? Sign{length, space} : utf8::is_sign(c) ? Sign{length, sign(c)} : Sign{};
}

/// A paragraph ends at a newline, but not where a line is merely wrapped: the text goes on in lower case.
bool ends_paragraph(std::string_view text, std::size_t newline) {
  std::size_t next = newline + 1;
  while (next < text.size() && is_space(text[next])) ++next;
  if (next >= text.size() || text[next] == '\n') return true;
  std::size_t before = newline;
  while (before > 0 && is_space(text[before - 1])) --before;
  if (before == 0) return true;
  const char last = text[before - 1];
  return !utf8::begins_in_lower_case(text.substr(next)) || last == '.' || last == '!' || last == '?' || last == ':' ||
         last == '\n';
}

class Lexer {
 public:
  Lexer(std::string_view text, const Lexicon& lexicon)
      : lexicon_(lexicon),
        abbreviation_(lexicon.find_class("abbreviation")),
        starter_(lexicon.find_class("sentence_starter")) {
    out_.text = text.substr(0, std::numeric_limits<std::uint32_t>::max() / 4);
    out_.letters.reserve(out_.text.size() + 16);
    out_.tokens.reserve(out_.text.size() / 5 + 16);
  }

  Tokens run() {
    const std::string_view text = out_.text;
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      if (c == '\n') {
        if (ends_paragraph(text, at)) end_sentence();
        add_space();
        ++at;
      } else if (is_space(c)) {
        add_space();
        ++at;
      } else if (ascii::is_digit(c)) {
        at = number(at);
      } else if (ascii::is_letter(c)) {
        at = word(at);
      } else if (ascii::is_beyond(c)) {
        at = beyond_ascii(at);
      } else {
        at = add_sign(at, {1, static_cast<unsigned char>(c) < 0x20 ? space : sign(static_cast<unsigned char>(c))});
      }
    }
    end_sentence();
    return std::move(out_);
  }

 private:
  void add_space() {
    if (!out_.letters.empty() && out_.letters.back() != letters::space) out_.letters += letters::space;
  }

  void add(std::size_t begin, std::size_t end, Letter letter) {
    if (stop_pending_ && begin > stop_end_ && begins_sentence(begin, letter)) end_sentence();
    if (out_.tokens.size() - first_ >= longest_sentence) end_sentence();
    if (!closes(letter)) stop_pending_ = false;
    out_.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                           static_cast<std::uint32_t>(out_.letters.size())});
    out_.letters += letter;
  }

  std::size_t beyond_ascii(std::size_t at) {
    if (const Sign found = sign_at(out_.text, at); found.length > 0) return add_sign(at, found);
    return utf8::is_digit(utf8::code_point_at(out_.text, at).value) ? number_beyond_ascii(at) : word(at);
  }

  std::size_t word(std::size_t at) {
    const std::string_view text = out_.text;
    std::size_t end = at + ascii_word(text.substr(at));
    while (end < text.size() && ascii::is_beyond(text[end]) && sign_at(text, end).length == 0) {
      end += utf8::code_point_at(text, end).size;
      end += ascii_word(text.substr(end));
    }
    add(at, end, lexicon_.letter(text.substr(at), end - at));
    return end;
  }

  /// Digits, with thousands ("1,500") taken together; letters behind them ("30th") are a word of their own.
  std::size_t number(std::size_t at) {
    const std::string_view text = out_.text;
    const auto digits_from = [&](std::size_t i) {
      while (i < text.size() && ascii::is_digit(text[i])) ++i;
      return i;
    };
    std::size_t end = digits_from(at);
    if (end - at <= 3)
      while (end < text.size() && text[end] == ',' && digits_from(end + 1) == end + 4) end += 4;
    add(at, end, lexicon_.letter(text.substr(at, end - at)));
    return end;
  }

  /// Digits of other scripts, which stand for the same.
  std::size_t number_beyond_ascii(std::size_t at) {
    const std::string_view text = out_.text;
    std::size_t end = at;
    for (auto c = utf8::code_point_at(text, end); utf8::is_digit(c.value); c = utf8::code_point_at(text, end))
      if ((end += c.size) == text.size()) break;
    add(at, end, lexicon_.letter(utf8::with_ascii_digits(text.substr(at, end - at))));
    return end;
  }

  std::size_t add_sign(std::size_t at, Sign found) {
    const std::size_t end = at + found.length;
    if (found.letter == space) {
      add_space();
      return end;
    }
    const bool stops =
        found.letter == sign(U'!') || found.letter == sign(U'?') ||
        (found.letter == sign(U'.') && !(at + 1 < out_.text.size() && ascii::is_word_byte(out_.text[at + 1])));
    if (stops) {
      const bool abbreviated = found.letter == sign(U'.') && after_abbreviation();
      add(at, end, found.letter);
      stop_pending_ = true;
      stop_end_ = end;
      stop_is_weak_ = abbreviated;
    } else {
      add(at, end, found.letter);
      if (stop_pending_ && closes(found.letter)) stop_end_ = end;
    }
    return end;
  }

  bool after_abbreviation() const {
    if (out_.tokens.empty() || out_.tokens.size() <= first_) return false;
    const Token& last = out_.tokens.back();
    const std::string_view word = out_.text_of(last);
    if (utf8::is_one_letter(word)) return true;
    return abbreviation_ && lexicon_.has_class(out_.letters[last.letter], *abbreviation_);
  }

  bool begins_sentence(std::size_t begin, Letter letter) const {
    const std::string_view word = out_.text.substr(begin);
    const char c = word.front();
    if (stop_is_weak_) return starter_ && utf8::begins_with_capital(word) && lexicon_.has_class(letter, *starter_);
    return !utf8::begins_in_lower_case(word) && c != ',' && c != ';' && c != '.' && !(out_.letters.empty());
  }

  void end_sentence() {
    const auto end = static_cast<std::uint32_t>(out_.tokens.size());
    if (end > first_) out_.sentences.push_back({first_, end});
    first_ = end;
    stop_pending_ = false;
  }

  const Lexicon& lexicon_;
  std::optional<Lexicon::Class> abbreviation_;
  std::optional<Lexicon::Class> starter_;
  Tokens out_;
  std::uint32_t first_ = 0;    ///< first token of the sentence
  bool stop_pending_ = false;  ///< a sentence may have ended before stop_end_
  bool stop_is_weak_ = false;  ///< … but the period may be that of an abbreviation
  std::size_t stop_end_ = 0;
};

}  // namespace

Tokens lex(std::string_view text, const Lexicon& lexicon) { return Lexer(text, lexicon).run(); }
}  // namespace dateline
