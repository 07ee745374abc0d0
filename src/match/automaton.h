// Many patterns read at once: a deterministic automaton over letters whose states are made when a text first leads to
// them, so that rules cost nothing until they are met and a letter costs the same however many rules there are.
// RE2 does this for bytes; here a word is one letter, which saves the bytes that it has in UTF-8, the tables that
// these would need, and the second search for how long each of many patterns is. tests/match/automaton_test.cpp holds
// it to RE2. May be shared by threads: states are added under a lock, and read without one.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "match/syntax.h"

namespace dateline {

class Automaton {
 public:
  enum class Direction { forward, backward };  ///< backward reads from the end of a text to its front
  /// A pattern and where its longest match ends.
  struct Match {
    int pattern = 0;
    std::size_t end = 0;
  };

  explicit Automaton(Direction);
  Automaton(Automaton&&) noexcept;
  Automaton& operator=(Automaton&&) noexcept;
  ~Automaton();

  /// Patterns are numbered in the order added; none is added after the first search.
  void add(const SyntaxPtr&);

  /// Forward: where the longest match of any pattern from `at` ends; npos where there is none.
  std::size_t longest(LetterView letters, std::size_t at) const;
  /// Forward: of each pattern that matches from `at` the longest match, by pattern. Returns with how many letters it
  /// was clear that nothing else matches; npos where the text ended before.
  std::size_t matches(LetterView letters, std::size_t at, std::vector<Match>& out) const;
  /// Backward: where the longest match that ends with the text begins, at or behind `from`; npos where there is none.
  std::size_t longest_before_end(LetterView letters, std::size_t from) const;

  struct Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
