// From a dated expression to what is known of the event: bounds kept as bounds.
// Tested by tests/extract/extract_test.cpp.
#pragma once

#include "dateline/claim.h"
#include "dateline/mention.h"

namespace dateline {

/// The When that an expression gives to the event it dates. A range fills it, a day is the day, a month is some time
/// within; bounds stay bounds. `to_date` is set where the bound word belongs to the verb ("postponed until May").
When when_of(const Mention&, bool to_date = false);
/// Some time after the publication ("upcoming"), or before its day ends ("recent"); no day is named.
When after_publication(const std::optional<Moment>& published);
When before_publication(const std::optional<Moment>& published);
/// Of what is told as over, a bare weekday that would be six days ago is more likely tomorrow's: the day has begun
/// there, and is yet to come where the article was published. Nothing where it is no such day.
std::optional<When> day_ahead(const Mention&, const std::optional<Moment>& published);
/// True where an expression names days, if only vaguely bounded; false for "recently", "now", lengths and sets.
bool names_days(const Mention&);

}  // namespace dateline
