// Dates, ages and orders of all claims as one temporal network. Private to check; tested by tests/check_test.cpp.
#pragma once

#include "check_rivals.h"

namespace dateline {

/// Findings of the kinds dates-disagree, order and ordinal-year. `rivals` are events that share one date.
std::vector<Finding> date_findings(const Timeline&, const std::vector<Rivals>&, const EventRules&);

}  // namespace dateline
