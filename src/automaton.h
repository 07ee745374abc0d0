// Many patterns read at once: a deterministic automaton over letters whose states are made when a text first leads to
// them, so that rules cost nothing until they are met and a letter costs the same however many rules there are.
// RE2 does this for bytes; here a word is one letter, which saves the three bytes that it has in UTF-8, the tables that
// these would need, and the second search for how long each of many patterns is. tests/automaton_test.cpp holds it to RE2.
// May be shared by threads: states are added under a lock, and read without one.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "syntax.h"

namespace dateline {

class Automaton {
 public:
  /// What has been read, as far as it matters for what can follow. Lives as long as the automaton, or as the Walk.
  struct State;
  struct Impl;
  enum class Direction { forward, backward };

  explicit Automaton(Direction);
  Automaton(Automaton&&) noexcept;
  Automaton& operator=(Automaton&&) noexcept;
  ~Automaton();

  /// Patterns are numbered in the order added; none is added after the first walk.
  void add(const SyntaxPtr&);

  /// One reading of a text, letter by letter, from any place in it.
  class Walk {
   public:
    /// `at_edge`: the walk begins at the end of the text that lies in its back.
    Walk(const Automaton&, bool at_edge);
    ~Walk();
    /// False where no pattern can match any longer. `place` is letters::place_of() of a letter.
    bool step(std::size_t place);
    /// At the other end of the text: patterns that want it match now.
    void finish();
    /// The patterns that match what was read, ascending.
    const std::vector<int>& matched() const;

   private:
    Impl& impl_;
    const State* state_;
    std::unique_ptr<State> own_;  ///< beyond the states that are kept
  };

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
