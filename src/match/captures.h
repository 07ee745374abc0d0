// Which words of a match each capture took. Tested by tests/match/pattern_test.cpp, and held to RE2 by
// tests/match/automaton_test.cpp.
#pragma once

#include <vector>

#include "match/syntax.h"

namespace dateline {

/// A capture of a match: letters [begin, end) of the text that was searched.
struct Capture {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool matched = false;
};

/// The `count` captures of a match of letters [begin, end), in the order of the pattern; of several ways to match the
/// one that takes earlier alternatives and longer repetitions, as RE2 has it. False where the pattern does not match
/// so.
bool find_captures(const Syntax&, std::size_t count, LetterView letters, std::size_t begin, std::size_t end,
                   std::vector<Capture>& out);

/// The captures of a pattern. None stand within the members of families, which are what knows its first letters.
std::size_t count_captures(const Syntax&);

}  // namespace dateline
