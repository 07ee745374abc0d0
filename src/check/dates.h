// Dates, ages and orders of all claims as one temporal network. Tested by tests/check/check_test.cpp.
#pragma once

#include "check/rivals.h"

namespace dateline {

/// A date that follows from what several claims say together; no text gives it.
struct Inference {
  std::size_t event = 0;  ///< index into Timeline::events
  When when;
  std::vector<std::size_t> claims;  ///< indices into Timeline::claims
};

struct DateFindings {
  std::vector<Finding> findings;  ///< of the kinds dates-disagree, order and ordinal-year
  std::vector<Inference> inferences;
};

/// `rivals` are events that share one date.
DateFindings date_findings(const Timeline&, const std::vector<Rivals>&, const EventRules&);

}  // namespace dateline
