// What a pattern says, as a tree over letters: shared, so that a family of rules stands once however often others
// refer to it. Offers what builds the tree, and first_letters(). Read by automaton.h and captures.h.
// Tested by tests/match/pattern_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "match/alphabet.h"

namespace dateline {

/// The letters that may stand at one place of a pattern. Most are few, and stand with what asks for them.
class PlaceLetters {
 public:
  PlaceLetters() = default;
  explicit PlaceLetters(const LetterSet&);
  explicit PlaceLetters(const std::vector<letters::Letter>&);

  bool test(std::size_t letter) const {
    if (many_) return (*many_)[letter];
    for (std::size_t i = 0; i < count_; ++i)
      if (few_[i] == letter) return true;
    return false;
  }
  void add_to(LetterSet&) const;

 private:
  std::array<letters::Letter, 7> few_{};
  std::uint16_t count_ = 0;
  std::shared_ptr<const LetterSet> many_;
};

struct Syntax;
using SyntaxPtr = std::shared_ptr<const Syntax>;

struct Syntax {
  enum class Kind {
    letter,        ///< one of `letters`
    sequence,      ///< all parts in turn; none is the empty string
    alternatives,  ///< one of the parts; none is what nothing matches
    repeat,        ///< the only part, `least` to `most` times; any number where most is below 0
    capture,       ///< the only part, of which the place in a match is kept
    edge,          ///< the end of the text that `letters` tells, front or back: matches no letter
  };
  Kind kind = Kind::sequence;
  PlaceLetters letters;
  std::vector<SyntaxPtr> parts;
  int least = 0, most = 0;
  std::size_t number = 0;                  ///< of a capture: its place in the pattern
  std::shared_ptr<const LetterSet> first;  ///< of the members of a family: what a match begins with, to pass it over
};

SyntaxPtr one_letter(PlaceLetters);
SyntaxPtr one_sign(char32_t);
SyntaxPtr sequence(std::vector<SyntaxPtr>);
SyntaxPtr alternatives(std::vector<SyntaxPtr>);
SyntaxPtr repeat(SyntaxPtr, int least, int most);
SyntaxPtr capture(SyntaxPtr, std::size_t number);
SyntaxPtr edge(std::size_t front_or_back);
/// What stands right before, right behind a place: one space between may stand.
SyntaxPtr right_before(SyntaxPtr);
SyntaxPtr right_behind(SyntaxPtr);
/// The same with its first letters known.
SyntaxPtr with_first_letters(const SyntaxPtr&);

/// The letters that a match can begin with; all where it can be empty.
LetterSet first_letters(const Syntax&);

}  // namespace dateline
