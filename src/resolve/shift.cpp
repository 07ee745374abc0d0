// Moves by a period: "three days ago", "two weeks later", "a year earlier", "the day after Oct. 30".
// Tested by tests/resolve/evaluate_test.cpp.
#include <fmt/format.h>

#include "resolve/operations.h"
#include "time/zones.h"

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
  const auto length = unit == Unit::hour     ? std::chrono::seconds{3600}
                      : unit == Unit::minute ? std::chrono::seconds{60}
                                             : std::chrono::seconds{1};
  d.interval = {at, at + length};
  const auto seconds = (at.at - local_days{at.day()}).count();
  d.value = timex_of(at.day(), Granularity::day) + fmt::format("T{:02}", seconds / 3600);
  if (unit <= Unit::minute) d.value += fmt::format(":{:02}", seconds / 60 % 60);
  if (at.clock == Clock::utc) d.value += offset_text(at.offset);
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
/// a week, "six months ago" a month, "half an hour ago" a minute), but decades are counted in years ("a decade ago" is
/// a year), and years from a quarter compare quarters ("the third quarter … a year earlier" is the third quarter of the
/// year before).
Unit unit_of_result(const Value& by, const Dated* anchor) {
  const Unit counted = finest_unit(by);
  if (has_fraction(by) && counted == Unit::hour) return Unit::minute;
  if (has_fraction(by) && counted == Unit::year) return Unit::month;
  if (counted == Unit::decade) return Unit::year;
  if (counted == Unit::year && anchor && anchor->granularity == Granularity::quarter) return Unit::quarter;
  return counted;
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

/// "40,000 years ago": some time, as no day can be told.
Evaluation out_of_reach(const Value& from, int sign, const Context& context) {
  Evaluation e = *vague_shift(from, sign, context);
  e.best.reason = "further than years are reckoned";
  return e;
}

bool can_move(const Interval& i, const Value& by, int sign) {
  return moved(*i.begin, by, sign) && moved(*i.end, by, sign);
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
  const Interval counted_from = from_then ? then->interval : Interval{Moment{dct->day()}, Moment{dct->day() + days{1}}};
  if (!can_move(counted_from, by, sign)) return out_of_reach(from, sign, context);
  const std::string base = from_then ? then->value : to_string(Moment{dct->day()});
  const std::string why = fmt::format("{} {} {}", period_timex(by), sign < 0 ? "before" : "after", base);
  if (from_then && unit < Unit::month && then->granularity > granularity_of(Unit::week))
    return {days_from_window(*then, by, sign, why), {}, false};
  if (!from_then && unit <= Unit::hour && dct->clock == Clock::day)
    return {hours_from_day(dct->day(), by, sign), {}, false};
  const Moment start = from_then ? *then->interval.begin : unit <= Unit::hour ? *dct : Moment{dct->day()};
  return {at_unit(*moved(start, by, sign), unit, why), {}, false};
}

/// An event as it is counted from: what lasts days is counted from its last, or back from its first.
Dated edge_of(const Dated& event, int sign) {
  if (event.granularity != Granularity::day) return event;
  return unit_dated(Unit::day, sign < 0 ? event.interval.begin->day() : event.interval.end->day() - days{1});
}

/// "Two days after the summit": without a date of the summit it is an amount, or a day that is not known.
Evaluation shift_from_event(const Value& v, int sign, const Context& context) {
  const Value& by = v.args[1];
  Value then;
  then.op = Value::Op::then;
  Anchors store = context.anchors;
  if (context.anchors.event) store.then = edge_of(*context.anchors.event, sign);
  const Context seen{store, context.feasts};
  Evaluation e = !context.anchors.event
                     ? v.type == "DURATION" ? *evaluate_period(by) : Evaluation{unplaced("XXXX-XX-XX"), {}, false}
                 : is_vague(by) ? *vague_shift(then, sign, seen)
                                : shift_from_anchor(then, by, sign, seen);
  e.best.reason = context.anchors.event ? e.best.reason + ", the date that the text gives to the event"
                                        : "counted from an event that the text does not date";
  return e;
}

/// The date that is counted from: the nearest, unless the day reached from there would be on the wrong side of today:
/// "they signed two days before Christmas" was last Christmas.
std::optional<Evaluation> base_of_shift(const Value& from, const Value& by, int sign, const Context& context) {
  const Tense said = context.anchors.tense;
  const bool was = said == Tense::past || said == Tense::perfect;
  const bool from_weekday = sign > 0 && from.op == Value::Op::partial && from.partial.weekday && !from.partial.day;
  Anchors store;
  if (from_weekday)
    return evaluate_in(from, context.with_tense(was ? Tense::past : Tense::future,
                                                store));  // "a day after Tuesday's vote the mood was grim"
  if (context.in_story()) return evaluate_in(from, context);
  const auto nearest = evaluate_in(from, context.with_tense(Tense::nearest, store));
  if (!nearest || !nearest->best.interval.begin || !context.anchors.dct) return nearest;
  const auto reached = moved(*nearest->best.interval.begin, by, sign);
  if (!reached) return nearest;
  const auto day = reached->day(), today = context.anchors.dct->day();
  const bool wrong_side = was ? day > today : looks_ahead(said) && day < today;
  return wrong_side ? evaluate_in(from, context) : nearest;
}

}  // namespace

std::optional<Evaluation> evaluate_shift(const Value& v, const Context& context) {
  const Value &from = v.args[0], &by = v.args[1];
  const int sign = v.number < 0 ? -1 : 1;
  if (by.op != Value::Op::period) return std::nullopt;
  if (from.op == Value::Op::event) return shift_from_event(v, sign, context);
  if (is_vague(by)) return vague_shift(from, sign, context);
  if ((from.op == Value::Op::now || from.op == Value::Op::then) && !from.unit && from.args.empty())
    return shift_from_anchor(from, by, sign, context);
  const auto base = base_of_shift(from, by, sign, context);
  if (!base || !base->best.interval.begin) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  const auto reached = moved(*base->best.interval.begin, by, sign);
  if (!reached) return out_of_reach(from, sign, context);
  const std::string why = fmt::format("{} {} {}", period_timex(by), sign < 0 ? "before" : "after", base->best.value);
  const Unit unit = std::min(finest_unit(by), unit_of(base->best.granularity).value_or(Unit::day));
  return Evaluation{at_unit(*reached, unit, why), {}, false};
}

}  // namespace dateline
