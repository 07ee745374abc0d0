// What cannot all be right. remark looks at one document while its text is at hand; check at what all of them claim.
// Tested by tests/check/check_test.cpp.
#pragma once

#include <vector>

#include "dateline/claim.h"
#include "dateline/mention.h"
#include "dateline/rules.h"
#include "dateline/tokens.h"

namespace dateline {

class World;

/// Adds to a document's claims what their sentences say that can be held against dates. A sentence that says such a
/// thing of no event gets a claim without a kind, which no event is made of.
void remark(std::vector<Claim>&, const Document&, const Tokens&, const std::vector<Mention>&, const Rules&, const World&);

/// Fills Timeline::findings and Event::findings of a merged timeline. Each finding names the fewest claims that
/// contradict each other; a story that several documents print counts once; what a later report changes is none.
void check(Timeline&, const Rules&);

}  // namespace dateline
