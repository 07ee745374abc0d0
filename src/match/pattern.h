// Patterns over words, searched in a text: one (Pattern, with captures) or many at once (PatternIndex).
// How they are written is in pattern_text.h. Tested by tests/match/pattern_test.cpp.
#pragma once

#include <memory>
#include <vector>

#include "match/automaton.h"
#include "match/captures.h"
#include "match/syntax.h"

namespace dateline {

/// One pattern. Matches are leftmost and longest. Costs nothing to speak of before it is first used.
class Pattern {
 public:
  explicit Pattern(SyntaxPtr);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  /// Where a match that begins at `at` ends; npos where there is none.
  std::size_t match_at(LetterView letters, std::size_t at) const;
  /// True where the whole of `letters` matches.
  bool matches(LetterView letters) const;
  /// The first match at or behind `from`, as [begin, end); begin is npos where there is none. Fills `out` (captures in
  /// order) if given.
  Capture find(LetterView letters, std::size_t from = 0, std::vector<Capture>* out = nullptr) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Many patterns searched at once, in time linear in the text.
class PatternIndex {
 public:
  using Match = Automaton::Match;
  struct Found {
    std::size_t pattern = 0, begin = 0, end = 0;
  };

  PatternIndex();
  PatternIndex(PatternIndex&&) noexcept;
  PatternIndex& operator=(PatternIndex&&) noexcept;
  ~PatternIndex();

  /// Patterns are numbered in the order added; none is added after the first search.
  void add(const SyntaxPtr&);
  /// The first place at or behind `from` where a pattern may begin; npos where there is none.
  std::size_t next(LetterView letters, std::size_t from) const;
  /// Of each pattern that matches at `at` the longest match, by pattern.
  void matches_at(LetterView letters, std::size_t at, std::vector<Match>& out) const;
  /// What each pattern finds when it is searched from the front again and again behind its last match: by pattern, each
  /// in the order of the text. A match of no letter is none.
  std::vector<Found> find_all(LetterView letters) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
