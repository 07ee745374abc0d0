// What can come next while patterns are matched: the states of an automaton, made one by one. Used by automaton.h.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "match/syntax.h"

namespace dateline {

/// A letter (or edge) that can come next, and the number of what is left to match behind it.
struct Transition {
  const Syntax* letter = nullptr;
  std::uint32_t rest = 0;
  auto operator<=>(const Transition&) const = default;
};

/// All that can come next, and the patterns that match already; each in order and once.
struct NfaState {
  std::vector<Transition> next;
  std::vector<int> matched;
  bool operator==(const NfaState&) const = default;

  void join(const NfaState&);
  void tidy();
};

struct HashOfState {
  std::size_t operator()(const NfaState&) const;
};

/// Unfolds patterns as far as they are asked for. Not for more than one thread at a time.
class Derivatives {
 public:
  explicit Derivatives(bool backward);

  /// Patterns are numbered in the order added.
  void add(const SyntaxPtr&);
  /// What lies ahead before the first letter.
  NfaState start();
  /// What lies ahead behind a letter. At an edge of the text whatever was ahead still is.
  NfaState behind(const NfaState&, std::size_t letter);

 private:
  /// What is left to match behind a letter: the rest of a sequence or of a repetition, then what is behind that.
  /// Each is kept once, so that equal states are found equal. Number 0 is the end of nothing.
  struct Rest {
    const Syntax* within = nullptr;  ///< null at the end of a pattern
    int done = 0;                    ///< of its parts; at the end the number of the pattern
    std::uint32_t behind = 0;
    bool operator==(const Rest&) const = default;
  };
  struct HashOfRest {
    std::size_t operator()(const Rest&) const;
  };

  std::uint32_t rest(const Rest&);
  const NfaState& behind(std::uint32_t rest);
  void resume(std::uint32_t rest, NfaState&);
  void enter(const Syntax&, std::uint32_t after, NfaState&);
  void enter_sequence(const Syntax&, int done, std::uint32_t after, NfaState&);
  void enter_repeat(const Syntax&, int done, std::uint32_t after, NfaState&);

  bool backward_;
  std::vector<SyntaxPtr> patterns_;
  std::vector<Rest> rests_;
  std::unordered_map<Rest, std::uint32_t, HashOfRest> numbers_;
  std::unordered_map<std::uint32_t, NfaState> behind_;  ///< many states go through one rest
  std::vector<std::uint32_t> entered_;                  ///< repetitions of this unfolding
};

}  // namespace dateline
