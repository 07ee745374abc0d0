// Shared by evaluate.cpp (operations) and partial.cpp (calendar fields): the context of one evaluation
// and the makers of a Dated. Private to the two.
#pragma once

#include "calendar.h"
#include "evaluate.h"

namespace dateline {

struct Context {
  const Anchors& anchors;
  const Feasts& feasts;

  std::optional<date::local_days> today() const { return anchors.dct ? std::optional(anchors.dct->day()) : std::nullopt; }
  Context with_tense(Tense tense, Anchors& store) const {
    store = anchors;
    store.tense = tense;
    return {store, feasts};
  }
};

Dated dated(const DayRange&, Granularity, std::string value, std::string reason = "");
/// The unit that holds the day.
Dated unit_dated(Unit, date::local_days, std::string reason = "");
/// An expression that cannot be placed: it has a value and no interval.
Dated unplaced(std::string value, TimexType = TimexType::date, std::string reason = "no publication date is known");

std::optional<Evaluation> evaluate_in(const Value&, const Context&);

/// Fields of the calendar; `within` is what `in:` said.
Evaluation evaluate_partial(const Partial&, const std::optional<Dated>& within, const Context&);
/// last, next or this of fields that come round.
std::optional<Evaluation> evaluate_turn(Value::Op, const Partial&, const Context&);
/// The fields as TIMEX3 writes what is not known: "XXXX-10-30", "XXXX-WXX-4".
std::string underspecified(const Partial&);

}  // namespace dateline
