// The operations of the algebra: units, moves, counting, parts, ranges, periods and sets.
// Units: days are local days; amounts are whole calendar units unless a fraction is named.
#include "evaluate.h"

#include <fmt/format.h>

#include <cmath>

#include "evaluator.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;

constexpr const char* tense_names[] = {"none", "past", "present", "future", "nearest"};

/// TIMEX3 code of a unit in a period, and whether it stands behind the T.
std::pair<const char*, bool> period_code(Unit unit) {
  switch (unit) {
    case Unit::second: return {"S", true};
    case Unit::minute: return {"M", true};
    case Unit::hour: return {"H", true};
    case Unit::day: return {"D", false};
    case Unit::weekend: return {"WE", false};
    case Unit::week: return {"W", false};
    case Unit::month: return {"M", false};
    case Unit::quarter: return {"Q", false};
    case Unit::half: return {"H", false};
    case Unit::season: return {"SE", false};
    case Unit::year: return {"Y", false};
    case Unit::decade: return {"DE", false};
    case Unit::century: return {"CE", false};
    case Unit::millennium: return {"ML", false};
  }
  return {"D", false};
}

/// "P2Y6M", "PT72H", "PXW".
std::string period_timex(const Value& period) {
  std::string day_part, time_part;
  for (std::size_t i = 0; i + 1 < period.args.size(); i += 2) {
    const auto [code, is_time] = period_code(*period.args[i + 1].unit);
    const double n = period.args[i].number;
    (is_time ? time_part : day_part) += (std::isnan(n) ? "X" : fmt::format("{:g}", n)) + code;
  }
  return "P" + day_part + (time_part.empty() ? "" : "T" + time_part);
}

bool is_vague(const Value& period) {
  for (std::size_t i = 0; i + 1 < period.args.size(); i += 2)
    if (std::isnan(period.args[i].number)) return true;
  return false;
}

Unit finest_unit(const Value& period) {
  Unit finest = Unit::millennium;
  for (std::size_t i = 1; i < period.args.size(); i += 2) finest = std::min(finest, *period.args[i].unit);
  return finest;
}

std::chrono::seconds clock_length(Unit unit) {
  return unit == Unit::hour ? std::chrono::seconds{3600} : unit == Unit::minute ? std::chrono::seconds{60} : unit == Unit::second ? std::chrono::seconds{1} : std::chrono::seconds{0};
}

/// The moment moved by the period; what is left of a fraction goes in the next finer unit.
Moment moved(Moment from, const Value& period, int sign) {
  for (std::size_t i = 0; i + 1 < period.args.size(); i += 2) {
    const Unit unit = *period.args[i + 1].unit;
    const double n = sign * period.args[i].number, whole = std::trunc(n), rest = n - whole;
    if (unit <= Unit::hour) {
      from.at += std::chrono::seconds{std::llround(n * static_cast<double>(clock_length(unit).count()))};
      if (from.clock == Clock::day) from.clock = Clock::local;
      continue;
    }
    const auto time_of_day = from.at - local_days{from.day()};
    local_days day = shifted(from.day(), unit, static_cast<long>(whole));
    if (rest != 0 && unit >= Unit::quarter) day = shifted(day, Unit::month, std::lround(rest * static_cast<double>((unit == Unit::year ? 12 : unit == Unit::decade ? 120 : 3))));
    else if (rest != 0) day += days{std::lround(rest * (unit == Unit::month ? 30 : unit == Unit::week ? 7 : 1))};
    from.at = day + time_of_day;
  }
  return from;
}

std::optional<Evaluation> vague_reference(const std::string& word, const Context& context) {
  Dated d;
  d.value = word;
  if (const auto& dct = context.anchors.dct) {
    const Moment today{dct->day()}, tomorrow{dct->day() + days{1}};
    if (word == "PAST_REF") d.interval.end = tomorrow;
    else if (word == "FUTURE_REF") d.interval.begin = today;
    else d.interval = {today, tomorrow};
  }
  d.reason = "no date is named";
  return Evaluation{d, {}, false};
}

std::optional<Evaluation> turn(const Value& v, const Context& context) {
  if (!v.unit) {
    if (v.args.empty()) return std::nullopt;
    if (v.args[0].op == Value::Op::partial) return evaluate_turn(v.op, v.args[0].partial, context);
    return evaluate_in(v.args[0], context);
  }
  const auto today = context.today();
  if (!today) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  const int step = v.op == Value::Op::last ? -1 : v.op == Value::Op::next ? 1 : 0;
  const local_days start = step == 0 ? *today : unit_holding(*v.unit, *today).begin;
  return Evaluation{unit_dated(*v.unit, shifted(start, *v.unit, step), fmt::format("{} {} of {}", step < 0 ? "the one before the" : step > 0 ? "the one after the" : "the", name(*v.unit), to_string(Moment{*today}))), {}, false};
}

std::optional<Evaluation> anchor(const Value& v, const Context& context) {
  if (v.op == Value::Op::then && context.anchors.then && context.anchors.then->interval.begin)
    return Evaluation{unit_dated(v.unit.value_or(Unit::day), context.anchors.then->interval.begin->day(), "what the text spoke of last"), {}, false};
  if (v.unit == Unit::second) return vague_reference("PRESENT_REF", context);
  if (!context.today()) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  return Evaluation{unit_dated(v.unit.value_or(Unit::day), *context.today(), "the publication"), {}, false};
}

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

Dated at_granularity(const Moment& at, Unit unit, std::string reason) {
  if (unit > Unit::hour) return unit_dated(unit == Unit::weekend ? Unit::weekend : unit, at.day(), std::move(reason));
  Dated d;
  const auto length = clock_length(unit);
  d.type = TimexType::time;
  d.granularity = granularity_of(unit);
  d.interval = {at, Moment{at.at + length, at.clock}};
  const auto seconds = (at.at - local_days{at.day()}).count();
  d.value = timex_of(at.day(), Granularity::day) + fmt::format("T{:02}", seconds / 3600);
  if (unit <= Unit::minute) d.value += fmt::format(":{:02}", seconds / 60 % 60);
  if (at.clock == Clock::utc) d.value += "Z";
  d.reason = std::move(reason);
  return d;
}

std::optional<Evaluation> shift(const Value& v, const Context& context) {
  const Value &from = v.args[0], &by = v.args[1];
  const int sign = v.number < 0 ? -1 : 1;
  if (by.op != Value::Op::period) return std::nullopt;
  const bool from_anchor = (from.op == Value::Op::now || from.op == Value::Op::then) && !from.unit;
  if (is_vague(by)) return vague_reference(sign < 0 ? "PAST_REF" : "FUTURE_REF", context);
  Anchors store;
  const bool weekday_ahead = sign > 0 && from.op == Value::Op::partial && from.partial.weekday && !from.partial.day;
  const auto base = evaluate_in(from, context.with_tense(weekday_ahead ? Tense::future : Tense::nearest, store));
  if (!base || !base->best.interval.begin) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  const Unit unit = finest_unit(by);
  const std::string why = fmt::format("{} {} {}", period_timex(by), sign < 0 ? "before" : "after", base->best.value);
  if (from_anchor && unit <= Unit::hour && from.op == Value::Op::now) {
    if (context.anchors.dct->clock == Clock::day) return Evaluation{hours_from_day(*context.today(), by, sign), {}, false};
    return Evaluation{at_granularity(moved(*context.anchors.dct, by, sign), unit, why), {}, false};
  }
  if (from_anchor) return Evaluation{at_granularity(moved(*base->best.interval.begin, by, sign), unit, why), {}, false};
  Dated d = base->best;
  const auto base_unit = unit_of(d.granularity);
  if (unit <= Unit::hour || !base_unit) return Evaluation{at_granularity(moved(*d.interval.begin, by, sign), std::min(unit, base_unit.value_or(Unit::day)), why), {}, false};
  return Evaluation{unit_dated(std::min(unit, *base_unit), moved(*d.interval.begin, by, sign).day(), why), {}, false};
}

std::optional<Evaluation> nth(const Value& v, const Context& context) {
  if (v.args.empty()) return std::nullopt;
  const auto within = evaluate_in(v.args[0], context);
  if (!within || !within->best.interval.begin || !within->best.interval.end) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  const int n = static_cast<int>(v.number);
  const local_days begin = within->best.interval.begin->day(), end = within->best.interval.end->day();
  if (v.unit) {
    const local_days day = n > 0 ? shifted(unit_holding(*v.unit, begin).begin, *v.unit, n - 1) : shifted(unit_holding(*v.unit, end - days{1}).begin, *v.unit, n + 1);
    if (day >= end || shifted(day, *v.unit, 1) <= begin) return Evaluation{unplaced("XXXX-XX-XX", TimexType::date, "there are not so many"), {}, true};
    return Evaluation{unit_dated(*v.unit, day, "counted within " + within->best.value), {}, false};
  }
  if (v.args.size() < 2 || !v.args[1].partial.weekday) return std::nullopt;
  const int weekday = *v.args[1].partial.weekday;
  const local_days last = end - days{1};
  const local_days day = n > 0 ? begin + days{(weekday - weekday_number(begin) + 7) % 7 + 7 * (n - 1)} : last - days{(weekday_number(last) - weekday + 7) % 7 + 7 * (-n - 1)};
  if (day >= end || day < begin) return Evaluation{unplaced("XXXX-XX-XX", TimexType::date, "there are not so many"), {}, true};
  return Evaluation{unit_dated(Unit::day, day, "counted within " + within->best.value), {}, false};
}

/// The share of a unit that "early", "mid" and "late" mean: tens of days in a month, thirds elsewhere.
std::pair<int, int> share(const std::string& word) {
  if (word == "early") return {0, 1};
  if (word == "mid") return {1, 2};
  return {2, 3};
}

/// "later in 2026", "earlier this year": what of it is ahead of the publication, or behind it.
Evaluation side_of_today(Evaluation of, bool later, const Context& context) {
  const auto today = context.today();
  Interval& i = of.best.interval;
  if (!today || !i.begin || !i.end) return of;
  const Moment now{*today};
  if (later && *i.begin < now && now < *i.end) i.begin = now;
  if (!later && *i.begin < now && now < *i.end) i.end = Moment{*today + days{1}};
  return of;
}

std::optional<Evaluation> part(const Value& v, const Context& context) {
  auto of = evaluate_in(v.args[0], context);
  if (!of) return of;
  if (v.word == "earlier" || v.word == "later") return side_of_today(std::move(*of), v.word == "later", context);
  const bool first_half = v.word == "first_half", halves = first_half || v.word == "second_half";
  const auto narrow_to = [&](Dated& d) {
    if (!halves) d.mod = v.word == "early" ? "START" : v.word == "mid" ? "MID" : "END";
    if (!d.interval.begin || !d.interval.end) return;
    const local_days begin = d.interval.begin->day(), end = d.interval.end->day();
    if (halves && d.granularity == Granularity::year) {
      d = dated(half_of(year_number(begin), first_half ? 1 : 2), Granularity::half, timex_of(half_of(year_number(begin), first_half ? 1 : 2).begin, Granularity::half));
      return;
    }
    const long length = (end - begin).count();
    const auto [from, to] = halves ? std::pair{first_half ? 0 : 1, first_half ? 1 : 2} : share(v.word);
    const long pieces = halves ? 2 : 3;
    const auto cut = [&](long i) -> local_days {
      if (i == 0 || i == pieces) return i == 0 ? begin : end;
      if (d.granularity == Granularity::month) return begin + days{halves ? 15 : 10 * i};
      if (d.granularity >= Granularity::quarter && d.granularity <= Granularity::year && !halves) {
        const long months = std::lround(static_cast<double>(length) / 30.44);
        return shifted(begin, Unit::month, months * i / pieces);
      }
      return begin + days{length * i / pieces};
    };
    if (d.granularity < Granularity::day || length <= 1) return;
    d.interval = {Moment{cut(from)}, Moment{cut(to)}};
  };
  narrow_to(of->best);
  for (auto& other : of->others) narrow_to(other);
  return of;
}

/// Both ends inclusive. What the second end leaves out it takes from the first, and the first its year from the second.
std::optional<Evaluation> range(const Value& v, const Context& context) {
  const bool year_at_end = v.args[1].op == Value::Op::partial && v.args[1].partial.year && !(v.args[0].op == Value::Op::partial && v.args[0].partial.year);
  const Value &first = year_at_end ? v.args[1] : v.args[0], &second = year_at_end ? v.args[0] : v.args[1];
  auto a = evaluate_in(first, context);
  if (!a || !a->best.interval.begin || !a->best.interval.end) return a;
  Anchors store;
  Context later = context.with_tense(year_at_end ? Tense::past : Tense::future, store);
  if (second.op != Value::Op::then) store.dct = Moment{year_at_end ? a->best.interval.end->day() - days{1} : a->best.interval.begin->day()};
  auto b = evaluate_in(second, later);
  if (!b || !b->best.interval.begin || !b->best.interval.end) return b;
  if (year_at_end) std::swap(a, b);
  if (!(a->best.interval.begin < b->best.interval.end)) return Evaluation{unplaced(a->best.value + "/" + b->best.value, TimexType::date, "the range ends before it begins"), {}, true};
  Dated d = b->best;
  d.value = a->best.value + "/" + b->best.value;
  d.interval = {a->best.interval.begin, b->best.interval.end};
  d.whole = true;
  d.reason = "from " + a->best.value + " to " + b->best.value;
  return Evaluation{d, {}, a->impossible || b->impossible};
}

std::optional<Evaluation> period(const Value& v) {
  Dated d;
  d.type = TimexType::duration;
  d.value = period_timex(v);
  d.granularity = granularity_of(finest_unit(v));
  return Evaluation{d, {}, false};
}

/// A period that ends or begins with an anchor.
std::optional<Evaluation> anchored_period(const Value& v, const Context& context) {
  const Value& lasts = v.args[0];
  const auto anchor_date = evaluate_in(v.args[1], context);
  if (!anchor_date || lasts.op != Value::Op::period) return std::nullopt;
  auto e = period(lasts);
  const auto& at = anchor_date->best.interval;
  const bool ends = v.op == Value::Op::before;
  const auto& from = ends ? at.end : at.begin;
  if (!from) return e;
  if (is_vague(lasts)) (ends ? e->best.interval.end : e->best.interval.begin) = from;
  else e->best.interval = ends ? Interval{moved(*from, lasts, -1), from} : Interval{from, moved(*from, lasts, 1)};
  e->best.reason = std::string(ends ? "ends with " : "begins with ") + anchor_date->best.value;
  return e;
}

std::optional<Evaluation> every(const Value& v) {
  Dated d;
  d.type = TimexType::set;
  if (v.unit) d.value = std::string("P") + (period_code(*v.unit).second ? "T1" : "1") + period_code(*v.unit).first;
  else if (!v.args.empty() && v.args[0].op == Value::Op::period) d.value = period_timex(v.args[0]);
  else if (!v.args.empty() && v.args[0].op == Value::Op::partial) d.value = underspecified(v.args[0].partial) + (v.args[0].partial.part_of_day.empty() ? "" : "T" + v.args[0].partial.part_of_day);
  else return std::nullopt;
  return Evaluation{d, {}, false};
}

TimexType type_named(const std::string& text, TimexType otherwise) {
  return text == "DATE" ? TimexType::date : text == "TIME" ? TimexType::time : text == "DURATION" ? TimexType::duration : text == "SET" ? TimexType::set : otherwise;
}

std::optional<Evaluation> evaluate_bare(const Value& v, const Context& context) {
  switch (v.op) {
    case Value::Op::none: case Value::Op::number: return std::nullopt;
    case Value::Op::word: return v.unit ? std::optional(Evaluation{unplaced(name(*v.unit)), {}, false}) : std::nullopt;
    case Value::Op::partial: {
      std::optional<Dated> within;
      if (!v.args.empty()) {
        const auto e = evaluate_in(v.args[0], context);
        if (!e) return std::nullopt;
        within = e->best;
      }
      return evaluate_partial(v.partial, within, context);
    }
    case Value::Op::now: case Value::Op::then: return anchor(v, context);
    case Value::Op::vague: return vague_reference(v.word, context);
    case Value::Op::this_: case Value::Op::last: case Value::Op::next: return turn(v, context);
    case Value::Op::shift: return shift(v, context);
    case Value::Op::nth: return nth(v, context);
    case Value::Op::part: return part(v, context);
    case Value::Op::range: return range(v, context);
    case Value::Op::period: return period(v);
    case Value::Op::before: case Value::Op::after: return anchored_period(v, context);
    case Value::Op::every: return every(v);
  }
  return std::nullopt;
}

}  // namespace

const char* name(Tense tense) { return tense_names[static_cast<std::size_t>(tense)]; }
std::optional<Tense> parse_tense(std::string_view text) {
  for (std::size_t i = 0; i < std::size(tense_names); ++i)
    if (text == tense_names[i]) return static_cast<Tense>(i);
  return std::nullopt;
}

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

std::optional<Evaluation> evaluate_in(const Value& v, const Context& context) {
  auto e = evaluate_bare(v, context);
  if (!e) return e;
  if (!v.mod.empty()) e->best.mod = v.mod;
  e->best.type = type_named(v.type, e->best.type);
  return e;
}

std::optional<Evaluation> evaluate(const Value& v, const Anchors& anchors, const Feasts& feasts) { return evaluate_in(v, {anchors, feasts}); }

}  // namespace dateline
