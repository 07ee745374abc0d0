// Moves by a period: "three days ago", "two weeks later", "a year earlier", "the day after Oct. 30".
// Tested by tests/evaluate_test.cpp.
#include <fmt/format.h>

#include "evaluator.h"

namespace dateline {

using date::days;
using date::local_days;

namespace {

/// Hours and finer from a publication of which only the day is known: the window that this leaves.
Dated hours_from_day(local_days day, const Value& by, int sign) {
  Dated d;
  const Moment from{day}, to{day + days{1}};
  d.interval = {moved(from, by, sign), moved(to, by, sign)};
  d.value = timex_of(d.interval.begin->day(), Granularity::day);
  d.granularity = Granularity::day;
  d.reason = "the hour of publication is not known";
  return d;
}

Dated clock_dated(const Moment& at, Unit unit, std::string reason) {
  Dated d;
  d.type = TimexType::time;
  d.granularity = granularity_of(unit);
  d.interval = {at, Moment{at.at + (unit == Unit::hour ? std::chrono::seconds{3600} : unit == Unit::minute ? std::chrono::seconds{60} : std::chrono::seconds{1}), at.clock}};
  const auto seconds = (at.at - local_days{at.day()}).count();
  d.value = timex_of(at.day(), Granularity::day) + fmt::format("T{:02}", seconds / 3600);
  if (unit <= Unit::minute) d.value += fmt::format(":{:02}", seconds / 60 % 60);
  if (at.clock == Clock::utc) d.value += "Z";
  d.reason = std::move(reason);
  return d;
}

Dated at_unit(const Moment& at, Unit unit, std::string reason) {
  return unit <= Unit::hour ? clock_dated(at, unit, std::move(reason)) : unit_dated(unit, at.day(), std::move(reason));
}

/// Days counted from something coarser are not known to the day: "In October … four days later" is some day of it.
Dated days_from_window(const Dated& base, const Value& by, int sign, std::string why) {
  Dated d;
  d.interval = {moved(*base.interval.begin, by, sign), moved(*base.interval.end, by, sign)};
  d.granularity = base.granularity;
  d.value = timex_of(d.interval.begin->day(), Granularity::year) + "-XX-XX";
  d.reason = std::move(why);
  return d;
}

/// How fine the result is, as annotators of TIMEX3 have it: as fine as the unit that was counted ("two weeks ago" is
/// a week, "six months ago" a month, "half an hour ago" a minute), but decades are counted in years ("a decade ago" is a year), and years from a
/// quarter compare quarters ("the third quarter … a year earlier" is the third quarter of the year before).
Unit unit_of_result(const Value& by, const Dated* anchor) {
  const Unit counted = finest_unit(by);
  if (has_fraction(by) && counted == Unit::hour) return Unit::minute;
  if (has_fraction(by) && counted == Unit::year) return Unit::month;
  if (counted == Unit::decade) return Unit::year;
  if (counted == Unit::year && anchor && anchor->granularity == Granularity::quarter) return Unit::quarter;
  return counted;
}

/// The start of a count from what the text spoke of last, or from the publication.
Evaluation shift_from_anchor(const Value& from, const Value& by, int sign, const Context& context) {
  const auto& dct = context.anchors.dct;
  const auto& then = context.anchors.then;
  const bool placed = then && then->interval.begin && then->interval.end;
  const bool compares = placed && sign < 0 && period_timex(by) == "P1Y" && then->granularity == Granularity::quarter;
  const bool from_then = (from.op == Value::Op::then && placed) || compares;
  if (!from_then && !dct) return {unplaced("XXXX-XX-XX"), {}, false};
  const Unit unit = unit_of_result(by, from_then ? &*then : nullptr);
  const std::string base = from_then ? then->value : to_string(Moment{dct->day()});
  const std::string why = fmt::format("{} {} {}", period_timex(by), sign < 0 ? "before" : "after", base);
  if (from_then && unit < Unit::month && then->granularity > granularity_of(Unit::week)) return {days_from_window(*then, by, sign, why), {}, false};
  if (!from_then && unit <= Unit::hour && dct->clock == Clock::day) return {hours_from_day(dct->day(), by, sign), {}, false};
  const Moment start = from_then ? *then->interval.begin : unit <= Unit::hour ? *dct : Moment{dct->day()};
  return {at_unit(moved(start, by, sign), unit, why), {}, false};
}

/// "A few days later": some time behind what the text spoke of last, else behind the publication.
std::optional<Evaluation> vague_shift(const Value& from, int sign, const Context& context) {
  auto e = vague_reference(sign < 0 ? "PAST_REF" : "FUTURE_REF", context);
  const auto& then = context.anchors.then;
  if (from.op != Value::Op::then || !then) return e;
  const Interval& base = then->interval;
  e->best.interval = sign < 0 ? Interval{std::nullopt, base.begin} : Interval{base.begin, std::nullopt};
  e->best.reason = std::string("some time ") + (sign < 0 ? "before " : "after ") + then->value;
  return e;
}

}  // namespace

std::optional<Evaluation> evaluate_shift(const Value& v, const Context& context) {
  const Value &from = v.args[0], &by = v.args[1];
  const int sign = v.number < 0 ? -1 : 1;
  if (by.op != Value::Op::period) return std::nullopt;
  if (is_vague(by)) return vague_shift(from, sign, context);
  if ((from.op == Value::Op::now || from.op == Value::Op::then) && !from.unit && from.args.empty()) return shift_from_anchor(from, by, sign, context);
  Anchors store;
  const bool from_weekday = sign > 0 && from.op == Value::Op::partial && from.partial.weekday && !from.partial.day;
  const bool was = context.anchors.tense == Tense::past || context.anchors.tense == Tense::perfect;
  const Tense weekday_tense = was ? Tense::past : Tense::future;  // "a day after Tuesday's vote the mood was grim"
  const auto base = evaluate_in(from, context.with_tense(from_weekday ? weekday_tense : context.in_story() ? context.anchors.tense : Tense::nearest, store));
  if (!base || !base->best.interval.begin) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  const std::string why = fmt::format("{} {} {}", period_timex(by), sign < 0 ? "before" : "after", base->best.value);
  const Unit unit = std::min(finest_unit(by), unit_of(base->best.granularity).value_or(Unit::day));
  return Evaluation{at_unit(moved(*base->best.interval.begin, by, sign), unit, why), {}, false};
}

}  // namespace dateline
