// Patterns over words: RE2 syntax in which a bare word is that word, {name} a word list or the results of
// a family of rules, {as=name} the same captured as `as`, and a space is white space.
// Offers parse (which finds the words), Pattern (one, with captures) and PatternIndex (many at once).
// re2 is known here only. Tested by tests/pattern_test.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon.h"
#include "tree.h"

namespace dateline {

/// A piece of a pattern after parsing: RE2 text that stands as it is, a word, or a {reference}.
struct PatternPart {
  enum class Kind { syntax, word, reference };
  Kind kind = Kind::syntax;
  std::string text;     ///< RE2 text, the word, or the name referred to
  std::string capture;  ///< reference: the capture's name
};

/// Splits a pattern. Throws Error at `where` for a character class of letters, an escape of a letter
/// (no \d, \b: words are whole), an unclosed brace or an unnamed lookaround.
std::vector<PatternPart> parse_pattern(const std::string& pattern, const Tree& where);

/// What {name} stands for: RE2 text over letters without captures. Throws where the name is unknown.
using Resolver = std::function<std::string(const PatternPart&)>;

/// RE2 text over letters; with captures where `captures` is set.
std::string to_re2(const std::vector<PatternPart>&, const Lexicon&, const Resolver&, bool captures);

/// The beginning of a pattern, as far as the first part for which `cut` is true or the group that it stands in;
/// all of it where no part is cut or alternatives stand outside groups. Whatever the pattern matches begins with a match
/// of this.
std::vector<PatternPart> beginning_of(const std::vector<PatternPart>&, const std::function<bool(const PatternPart&)>& cut);

/// A capture of a match: letters [begin, end) of the text that was searched.
struct Capture {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool matched = false;
};

/// One pattern. Matches are leftmost and longest.
class Pattern {
 public:
  /// Whether it is compiled now, or by the first that matches with it: most of many are never needed.
  enum class Compile { now, when_used };
  /// `re2_text` comes from to_re2(). Throws Error at `where` for what RE2 refuses; one that is compiled when used must
  /// be known to be right.
  Pattern(const std::string& re2_text, const Tree& where, Compile = Compile::now);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Where a match that begins at `at` ends; npos where there is none. Fills `out` (captures in order) if given.
  std::size_t match_at(std::string_view letters, std::size_t at, std::vector<Capture>* out = nullptr) const;
  /// True where the whole of `letters` matches.
  bool matches(std::string_view letters, std::vector<Capture>* out = nullptr) const;
  /// The first match at or behind `from`, as [begin, end); begin is npos where there is none.
  Capture find(std::string_view letters, std::size_t from = 0, std::vector<Capture>* out = nullptr) const;
 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Many patterns searched at once, in time linear in the text.
class PatternIndex {
 public:
  PatternIndex();
  PatternIndex(PatternIndex&&) noexcept;
  PatternIndex& operator=(PatternIndex&&) noexcept;
  ~PatternIndex();

  /// Patterns are numbered in the order added.
  void add(const std::string& re2_text, const Tree& where);
  void compile();
  /// The first place at or behind `from` whose letter begins any pattern; npos where there is none.
  std::size_t next(std::string_view letters, std::size_t from) const;
  /// The numbers of the patterns of which a match begins at `at`, ascending.
  void matching_at(std::string_view letters, std::size_t at, std::vector<int>& out) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
