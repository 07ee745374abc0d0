// Dates that are counted from an event which the text itself dates: "the Oct. 30 summit … two days after the summit".
// What the text does not date, or dates in two ways, stays an amount: no day is made up.
// Tested by tests/resolve/event_anchor_test.cpp.
#pragma once

#include "dateline/mention.h"
#include "dateline/tokens.h"
#include "rules/dated_events.h"
#include "time/holidays.h"

namespace dateline {

/// Dates the mentions that count from an event (Value::Op::event), all others being dated; where the event is named is
/// noted in `event_token`.
void count_from_events(std::vector<Mention>&, const Tokens&, const DatedEventRules&, const std::optional<Moment>& dct,
                       const Feasts&);

}  // namespace dateline
