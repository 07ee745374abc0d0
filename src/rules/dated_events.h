// Which words name an event that dates can be counted from, and what may stand between it and a date.
// Tested by tests/resolve/event_anchor_test.cpp.
#pragma once

#include "rules/deferred_pattern.h"

namespace dateline {

/// The key `dated_events` of rules/LANGUAGE/grammar/dated_events.yaml.
struct DatedEventRules {
  DeferredPattern noun;        ///< one word for an event: "summit"
  DeferredPattern date_noun;   ///< what may stand between its date and the noun: "the Oct. 30 [peace] summit"
  DeferredPattern noun_date;   ///< and between the noun and its date: "the summit [in Busan on] Oct. 30"
  DeferredPattern count_noun;  ///< between what is counted and the noun: "two days [after the] summit"
  DeferredPattern specified;   ///< behind a noun that may be another event of that name: "the meeting [with] Putin"

  void read(const Tree&, Lexicon&);
  void compile(const Families&, const Lexicon&);
};

}  // namespace dateline
