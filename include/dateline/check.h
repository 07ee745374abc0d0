// What cannot all be right, in what the claims of all documents say together. Tested by tests/check/check_test.cpp.
#pragma once

#include "dateline/claim.h"

namespace dateline {

struct EventRules;

/// Fills Timeline::findings and Event::findings of a merged timeline. Each finding names the fewest claims that
/// contradict each other; a story that several documents print counts once; what a later report changes is none.
void check(Timeline&, const EventRules&);

}  // namespace dateline
