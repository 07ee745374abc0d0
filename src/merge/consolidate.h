// The event that a group of claims speaks of. Tested by tests/merge/merge_test.cpp.
#pragma once

#include "dateline/claim.h"
#include "rules/event_rules.h"

namespace dateline {

/// `indices` into `claims`, oldest publication first. The event has no uid yet.
/// Of dates that cannot all be true the later report counts, and of one day's reports the finer.
Event consolidate(const std::vector<std::size_t>& indices, const std::vector<Claim>& claims, const EventRules&);

}  // namespace dateline
