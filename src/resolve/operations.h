// What the files of evaluate share: the context of one evaluation, the makers of a Dated, and the operations.
// evaluate.cpp chooses the operation; partial.cpp, recurrence.cpp, shift.cpp, period.cpp and part_of.cpp do one each.
#pragma once

#include "resolve/evaluate.h"
#include "time/calendar.h"

namespace dateline {

struct Context {
  const Anchors& anchors;
  const Feasts& feasts;

  /// Whether dates are seen from what the story has reached. What will be is told by the writer, not by the story.
  bool in_story() const {
    return anchors.style == Style::narrative && anchors.tense != Tense::future && anchors.then &&
           anchors.then->interval.begin;
  }
  /// The day from which "this", "last", "next" and what comes round are seen.
  std::optional<date::local_days> today() const {
    if (in_story()) return anchors.then->interval.begin->day();
    return anchors.dct ? std::optional(anchors.dct->day()) : std::nullopt;
  }
  /// The same with another tense; `store` holds its anchors and must outlive it.
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
std::optional<Evaluation> vague_reference(const std::string& word, const Context&);

/// Fields of the calendar; `within` is what `in:` said.
Evaluation evaluate_partial(const Partial&, const std::optional<Dated>& within, const Context&);
/// The fields as TIMEX3 writes what is not known: "XXXX-10-30", "XXXX-WXX-4".
std::string underspecified(const Partial&);
/// A clock time or a part of the day, laid on the day.
Dated on_day(const Partial&, const Dated& day);
bool has_clock(const Partial&);
/// How far behind its hour on the day reached a time of day is meant that says no day: a whole day where the text has
/// reached an evening ("that night … before noon"), half a day where nobody says which half and the first is over
/// ("from 7.30 in the morning until half past four"), else nothing.
std::chrono::hours hours_ahead(const Partial&, const Dated& reached);
bool has_day(const Partial&);

/// One turn of something that comes round.
struct Occurrence {
  DayRange days;
  Granularity granularity = Granularity::day;
  std::optional<int> called = std::nullopt;  ///< the year by which it is called where it is not that in which it begins
};
bool comes_yearly(const Partial&);
/// Nothing where the year has none (29 February).
std::optional<Occurrence> turn_in_year(const Partial&, int year, const Feasts&);
/// All turns near the day, in order: years for what is yearly, months for a day of the month, weeks for a weekday.
std::vector<Occurrence> turns_near(const Partial&, date::local_days, const Feasts&);
Dated of_turn(const Occurrence&, const std::string& reason);
/// The turn that the tense, or the story, makes likeliest; nothing where none is near.
std::optional<Evaluation> likeliest_turn(const Partial&, date::local_days today, const Context&);
/// last, next or this of fields that come round.
std::optional<Evaluation> evaluate_turn(Value::Op, const Partial&, const Context&);

/// "P2Y6M", "PT72H", "PXW".
std::string period_timex(const Value& period);
bool is_vague(const Value& period);
/// "half an hour", "two and a half years".
bool has_fraction(const Value& period);
Unit finest_unit(const Value& period);
/// The moment moved by the period; what is left of a fraction goes in the next finer unit. Nothing where that is
/// further than years are reckoned.
std::optional<Moment> moved(Moment, const Value& period, int sign);
std::optional<Evaluation> evaluate_period(const Value&);
/// A period that ends or begins with an anchor.
std::optional<Evaluation> evaluate_anchored_period(const Value&, const Context&);
std::optional<Evaluation> evaluate_every(const Value&);

std::optional<Evaluation> evaluate_shift(const Value&, const Context&);

std::optional<Evaluation> evaluate_nth(const Value&, const Context&);
std::optional<Evaluation> evaluate_part(const Value&, const Context&);
std::optional<Evaluation> evaluate_range(const Value&, const Context&);

}  // namespace dateline
