// Titles that a person would write: "Trump–Xi summit, South Korea". Private to merge; tested by tests/merge_test.cpp.
#pragma once

#include "dateline/claim.h"
#include "event_rules.h"

namespace dateline {

/// Fills the title of the event's kind: {actors} the first two, {actor} the first, {place} the place, {topic} what
/// it is about. What is one of a series is called as that.
/// A part whose name is missing goes, with the comma before it.
std::string title_of(const Event&, const std::string& topic, const std::string& series, const EventRules&);

}  // namespace dateline
