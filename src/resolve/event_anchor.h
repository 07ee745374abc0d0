// Dates that are counted from an event which the text itself dates: "the Oct. 30 summit … two days after the summit".
// What the text does not date, or dates in two ways, stays an amount: no day is made up.
// Private to resolve; tested by tests/resolve/event_anchor_test.cpp.
#pragma once

#include "dateline/mention.h"
#include "dateline/tokens.h"
#include "rules/event_rules.h"
#include "time/holidays.h"

namespace dateline {

/// The key `dated_events` of rules/LANGUAGE/context.yaml.
struct DatedEventRules {
  LatePattern noun;        ///< one word for an event: "summit"
  LatePattern date_noun;   ///< what may stand between its date and the noun: "the Oct. 30 [peace] summit"
  LatePattern noun_date;   ///< and between the noun and its date: "the summit [in Busan on] Oct. 30"
  LatePattern count_noun;  ///< between what is counted and the noun: "two days [after the] summit"
  LatePattern specified;   ///< behind a noun that may be another event of that name: "the meeting [with] Putin"

  void read(const Tree&, Lexicon&);
  void compile(const Families&, const Lexicon&);
};

/// Dates the mentions that count from an event (Value::Op::event), all others being dated; where the event is named is
/// noted in `event_token`.
void count_from_events(std::vector<Mention>&, const Tokens&, const DatedEventRules&, const std::optional<Moment>& dct, const Feasts&);

}  // namespace dateline
