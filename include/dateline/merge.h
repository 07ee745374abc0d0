// Claims of many documents → events. Tested by tests/merge/merge_test.cpp.
#pragma once

#include <vector>

#include "dateline/claim.h"

namespace dateline {

struct EventRules;

/// Puts together the claims that speak of one event: of one family of kinds, with the same actors, places of which one
/// lies within the other, and times that can both be true. Independent of the order of both arguments.
/// Near linear in the claims: each is compared with the events of its actors that lie in its months.
/// `documents` are all that were read, also those without a claim. Throws Error for a claim of a kind that the rules do
/// not have.
Timeline merge(std::vector<Claim> claims, std::vector<Citation> documents, const EventRules&);

}  // namespace dateline
