// Which letters a pattern can begin with, so that most places of a text are passed over without a search.
// Tested by tests/pattern_test.cpp.
#pragma once

#include <bitset>
#include <string_view>

namespace dateline {

/// By code point below U+10000.
using LetterSet = std::bitset<0x10000>;

/// Adds the letters that a match of the RE2 text can begin with. `re2_text` is what to_re2() writes: groups,
/// alternatives, repetitions, classes, and anchors, which match nothing. A text that can match nothing adds every letter.
void add_first_letters(std::string_view re2_text, LetterSet& out);

/// True where such a text matches the empty string.
bool can_match_nothing(std::string_view re2_text);

}  // namespace dateline
