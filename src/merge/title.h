// Titles that a person would write: "Trump–Xi summit, South Korea". Tested by
// tests/merge/merge_test.cpp.
#pragma once

#include "dateline/claim.h"
#include "rules/event_rules.h"

namespace dateline {

/// Fills `title`, the template of a kind or a trigger: {actors} the first two, {actor} the first, {agent} the first who
/// is not at home there, {target} the second, {guest} who is not the host, {place} the place, {topic} what it is about.
/// A part whose name is missing goes, with the comma or the "on" before it. The first letter is a capital.
std::string title_of(const Event&, const std::string& title, const std::string& topic);

}  // namespace dateline
