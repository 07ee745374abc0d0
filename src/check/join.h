// What check changes in the events themselves. Tested by tests/check/check_test.cpp.
#pragma once

#include "check/dates.h"

namespace dateline {

/// Gives the events the dates that follow, and every date that no single claim gives the claims that imply it.
void infer_dates(Timeline&, const std::vector<Inference>&);

/// Makes one event of those that a finding shows to be one, told with different dates or places: the preferred reading
/// stands, with the uid of the first report; the claims of the others go along. Event::findings must not be filled yet.
void join_rivals(Timeline&, const std::vector<Rivals>&);

}  // namespace dateline
