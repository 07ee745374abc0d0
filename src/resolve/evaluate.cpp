// Chooses the operation of a value, and does the smallest of them: units, anchors and vague references.
// The larger ones have a file each, see operations.h. Units: days are local days.
#include "resolve/evaluate.h"

#include <fmt/format.h>

#include "resolve/operations.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;

/// "over the weekend", said of the past, is the one before; on a Monday or Tuesday also where nothing says of what.
bool weekend_just_over(const Value& v, local_days today, Tense tense) {
  constexpr int tuesday = 2, friday = 5;
  const int last_day = tense == Tense::past || tense == Tense::perfect ? friday : tense == Tense::none ? tuesday : 0;
  return v.op == Value::Op::this_ && v.unit == Unit::weekend && weekday_number(today) <= last_day;
}

std::optional<Evaluation> turn_of_unit(const Value& v, const Context& context) {
  const auto today = context.today();
  if (!today) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  const int step = v.op == Value::Op::last || weekend_just_over(v, *today, context.anchors.tense) ? -1
                   : v.op == Value::Op::next                                                      ? 1
                                                                                                  : 0;
  const local_days start = step == 0 ? *today : unit_holding(*v.unit, *today).begin;
  const char* which = step < 0 ? "the one before the" : step > 0 ? "the one after the" : "the";
  return Evaluation{unit_dated(*v.unit, shifted(start, *v.unit, step),
                               fmt::format("{} {} of {}", which, name(*v.unit), to_string(Moment{*today}))),
                    {},
                    false};
}

std::optional<Evaluation> turn(const Value& v, const Context& context);

/// "the following March", "the previous winter": seen from a date of the text, as a report of that day would see it.
std::optional<Evaluation> turn_from(const Value& v, const Context& context) {
  const auto from = v.args[1].op == Value::Op::then && context.anchors.then
                        ? std::optional(Evaluation{*context.anchors.then, {}, false})
                        : evaluate_in(v.args[1], context);
  Anchors store = context.anchors;
  store.style = Style::news;
  if (from && from->best.interval.begin && from->best.interval.end)
    store.dct = v.op == Value::Op::next ? Moment{from->best.interval.end->day() - days{1}}
                                        : Moment{from->best.interval.begin->day()};
  Value bare = v;
  bare.args.resize(1);
  return turn(bare, {store, context.feasts});
}

std::optional<Evaluation> turn(const Value& v, const Context& context) {
  if (v.unit) return turn_of_unit(v, context);
  if (v.args.empty()) return std::nullopt;
  if (v.args.size() > 1) return turn_from(v, context);
  return v.args[0].op == Value::Op::partial ? evaluate_turn(v.op, v.args[0].partial, context)
                                            : evaluate_in(v.args[0], context);
}

/// "that day" behind a month or a year is a day of it that nobody named.
Dated day_within(const Dated& then) {
  Dated d = then;
  const bool month = then.granularity == Granularity::month;
  d.value =
      timex_of(then.interval.begin->day(), month ? Granularity::month : Granularity::year) + (month ? "-XX" : "-XX-XX");
  d.reason = "a day of what the text spoke of last";
  return d;
}

/// "that week" behind a month or a year, "that month" behind a year, are some week or month of it.
std::optional<Dated> some_within(const Dated& then, Unit unit) {
  const bool week = unit == Unit::week && then.granularity > Granularity::week,
             month = unit == Unit::month && then.granularity == Granularity::year;
  if (!week && !month) return std::nullopt;
  Dated d = then;
  d.value = timex_of(then.interval.begin->day(), Granularity::year) + (week ? "-WXX" : "-XX");
  d.reason = "one of what the text spoke of last";
  return d;
}

/// What the text spoke of last, at the fineness that is asked for. "The quarter" is the one that was named, else the
/// one that is over: reports speak of what they can count.
std::optional<Evaluation> said_before(Unit unit, const Context& context) {
  const auto& then = context.anchors.then;
  if (unit == Unit::quarter && !(then && then->granularity == Granularity::quarter)) {
    const auto today = context.today();
    return Evaluation{
        today ? unit_dated(unit, shifted(*today, unit, -1), "the latest that is over") : unplaced("XXXX-XX-XX"),
        {},
        false};
  }
  if (!then || !then->interval.begin) return std::nullopt;
  const bool news = context.anchors.style == Style::news;
  if (news && unit <= Unit::day && then->granularity > Granularity::day && context.anchors.day_in_paragraph)
    return Evaluation{
        unit_dated(unit, context.anchors.then_day->interval.begin->day(), "the day that the paragraph spoke of last"),
        {},
        false};
  const bool is_ahead = context.anchors.dct && then->interval.begin->day() > context.anchors.dct->day();
  if (news && unit == Unit::day && then->granularity > Granularity::week && is_ahead)
    return std::nullopt;  // "the end of the month … earlier in the day"
  if (unit <= Unit::day && then->granularity > Granularity::week) return Evaluation{day_within(*then), {}, false};
  if (auto some = some_within(*then, unit)) return Evaluation{std::move(*some), {}, false};
  return Evaluation{unit_dated(unit, then->interval.begin->day(), "what the text spoke of last"), {}, false};
}

/// `{then: period}`: the week, month, quarter or half that the text spoke of last, else the year. "Sales fell in May
/// from the same period last year."
std::optional<Evaluation> period_spoken_of(const Context& context) {
  const auto& then = context.anchors.then;
  const bool named =
      then && then->interval.begin && then->granularity >= Granularity::week && then->granularity <= Granularity::half;
  if (named) return said_before(*unit_of(then->granularity), context);
  const auto today = context.today();
  return Evaluation{
      today ? unit_dated(Unit::year, *today, "no shorter period was named") : unplaced("XXXX"), {}, false};
}

std::optional<Evaluation> anchor(const Value& v, const Context& context) {
  if (v.op == Value::Op::then && !v.unit && !v.args.empty()) return period_spoken_of(context);
  const Unit unit = v.unit.value_or(Unit::day);
  if (v.op == Value::Op::then)
    if (auto e = said_before(unit, context)) return e;
  const bool nowadays = context.anchors.style == Style::narrative && unit == Unit::day && v.op == Value::Op::now;
  if (v.unit == Unit::second || nowadays) return vague_reference("PRESENT_REF", context);
  if (!context.anchors.dct) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  return Evaluation{unit_dated(unit, context.anchors.dct->day(), "the publication"), {}, false};
}

std::optional<Evaluation> fields(const Value& v, const Context& context) {
  if (v.args.empty()) return evaluate_partial(v.partial, std::nullopt, context);
  auto within = evaluate_in(v.args[0], context);
  if (!within) return std::nullopt;
  const auto& then = context.anchors.then;
  const bool next_day = v.args[0].op == Value::Op::then && then && then->interval.begin &&
                        hours_ahead(v.partial, *then) >= std::chrono::hours{24};
  if (next_day)
    within->best = unit_dated(Unit::day, then->interval.begin->day() + days{1}, "the day behind that night");
  return evaluate_partial(v.partial, within->best, context);
}

TimexType type_named(const std::string& text, TimexType otherwise) {
  return text == "DATE"       ? TimexType::date
         : text == "TIME"     ? TimexType::time
         : text == "DURATION" ? TimexType::duration
         : text == "SET"      ? TimexType::set
                              : otherwise;
}

std::optional<Evaluation> evaluate_bare(const Value& v, const Context& context) {
  switch (v.op) {
    case Value::Op::none:
    case Value::Op::number:
    case Value::Op::event:
      return std::nullopt;
    case Value::Op::word:
      return v.unit ? std::optional(Evaluation{unplaced(name(*v.unit)), {}, false}) : std::nullopt;
    case Value::Op::partial:
      return fields(v, context);
    case Value::Op::now:
    case Value::Op::then:
      return anchor(v, context);
    case Value::Op::vague:
      return vague_reference(v.word, context);
    case Value::Op::this_:
    case Value::Op::last:
    case Value::Op::next:
      return turn(v, context);
    case Value::Op::shift:
      return evaluate_shift(v, context);
    case Value::Op::nth:
      return evaluate_nth(v, context);
    case Value::Op::part:
      return evaluate_part(v, context);
    case Value::Op::range:
      return evaluate_range(v, context);
    case Value::Op::period:
      return evaluate_period(v);
    case Value::Op::before:
    case Value::Op::after:
      return evaluate_anchored_period(v, context);
    case Value::Op::every:
      return evaluate_every(v);
  }
  return std::nullopt;
}

}  // namespace

Dated dated(const DayRange& range, Granularity granularity, std::string value, std::string reason) {
  Dated d;
  d.value = std::move(value);
  d.interval = {Moment{range.begin}, Moment{range.end}};
  d.granularity = granularity;
  d.reason = std::move(reason);
  return d;
}

Dated unit_dated(Unit unit, local_days day, std::string reason) {
  const DayRange range = unit_holding(unit, day);
  const Granularity granularity = unit <= Unit::day ? Granularity::day : granularity_of(unit);
  return dated(range, granularity, timex_of(range.begin, granularity), std::move(reason));
}

Dated unplaced(std::string value, TimexType type, std::string reason) {
  Dated d;
  d.type = type;
  d.value = std::move(value);
  d.reason = std::move(reason);
  return d;
}

std::optional<Evaluation> vague_reference(const std::string& word, const Context& context) {
  Dated d;
  d.value = word;
  if (const auto& dct = context.anchors.dct) {
    const Moment today{dct->day()}, tomorrow{dct->day() + days{1}};
    if (word == "PAST_REF")
      d.interval.end = tomorrow;
    else if (word == "FUTURE_REF")
      d.interval.begin = today;
    else if (word == "PRESENT_REF")
      d.interval = {today, tomorrow};
  }
  d.reason = "no date is named";
  return Evaluation{d, {}, false};
}

std::optional<Evaluation> evaluate_in(const Value& v, const Context& context) {
  auto e = evaluate_bare(v, context);
  if (!e) return e;
  if (!v.mod.empty()) e->best.mod = v.mod;
  e->best.type = type_named(v.type, e->best.type);
  if (e->best.type == TimexType::duration && v.op == Value::Op::shift)
    e->best.value = period_timex(v.args[1]);  // "in two weeks"
  return e;
}

std::optional<Evaluation> evaluate(const Value& v, const Anchors& anchors, const Feasts& feasts) {
  return evaluate_in(v, {anchors, feasts});
}

}  // namespace dateline
