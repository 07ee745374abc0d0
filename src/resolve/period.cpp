// Amounts of calendar units, alone ("three weeks"), beside an anchor ("the past three weeks") and as sets ("every
// week"). Amounts are whole calendar units unless a fraction is named. Tested by tests/resolve/evaluate_test.cpp.
#include <fmt/format.h>

#include <cmath>

#include "resolve/operations.h"

namespace dateline {

using date::days;
using date::local_days;

namespace {

/// TIMEX3 code of a unit in a period, and whether it stands behind the T.
std::pair<const char*, bool> period_code(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {"S", true};
    case Unit::minute:
      return {"M", true};
    case Unit::hour:
      return {"H", true};
    case Unit::day:
      return {"D", false};
    case Unit::weekend:
      return {"WE", false};
    case Unit::week:
      return {"W", false};
    case Unit::month:
      return {"M", false};
    case Unit::quarter:
      return {"Q", false};
    case Unit::half:
      return {"H", false};
    case Unit::season:
      return {"SE", false};
    case Unit::year:
      return {"Y", false};
    case Unit::decade:
      return {"DE", false};
    case Unit::century:
      return {"CE", false};
    case Unit::millennium:
      return {"ML", false};
  }
  return {"D", false};
}

/// As annotators write them: two decades are P20Y, half a century is P50Y; one decade and two centuries keep their
/// names.
std::pair<Unit, double> in_plain_units(Unit unit, double n) {
  const bool in_parts = !std::isnan(n) && n != std::trunc(n);
  if (unit == Unit::decade && (in_parts || n > 1)) return {Unit::year, n * 10};
  if (unit == Unit::century && in_parts) return {Unit::year, n * 100};
  return {unit, n};
}

std::chrono::seconds clock_length(Unit unit) {
  return std::chrono::seconds{unit == Unit::hour ? 3600 : unit == Unit::minute ? 60 : 1};
}

/// What a fraction of a unit is, in the next finer one: half a year is six months, half a week four days.
local_days moved_by_rest(local_days day, Unit unit, double rest) {
  const double months = unit == Unit::century  ? 1200
                        : unit == Unit::decade ? 120
                        : unit == Unit::year   ? 12
                        : unit == Unit::half   ? 6
                                               : 3;
  if (unit >= Unit::quarter) return shifted(day, Unit::month, std::lround(rest * months));
  return day + days{std::lround(rest * (unit == Unit::month ? 30 : unit == Unit::week ? 7 : 1))};
}

/// An amount without an exponent: 1500000, 2.5, 1234567.5.
std::string amount_text(double n) {
  constexpr double few_digits = 1e5;  // up to there six of them are enough, and a third stays short
  if (std::isnan(n)) return "X";
  if (n == std::trunc(n)) return fmt::format("{:.0f}", n);
  return fmt::format("{:.{}g}", n, n < few_digits ? 6 : 15);
}

}  // namespace

std::string period_timex(const Value& period) {
  std::string day_part, time_part;
  for (std::size_t i = 0; i + 1 < period.args.size(); i += 2) {
    auto [unit, n] = in_plain_units(*period.args[i + 1].unit, period.args[i].number);
    const auto [code, is_time] = period_code(unit);
    (is_time ? time_part : day_part) += amount_text(n) + code;
  }
  return "P" + day_part + (time_part.empty() ? "" : "T" + time_part);
}

bool is_vague(const Value& period) {
  for (std::size_t i = 0; i + 1 < period.args.size(); i += 2)
    if (std::isnan(period.args[i].number)) return true;
  return false;
}

bool has_fraction(const Value& period) {
  for (std::size_t i = 0; i + 1 < period.args.size(); i += 2)
    if (const double n = period.args[i].number; n != std::trunc(n)) return true;
  return false;
}

Unit finest_unit(const Value& period) {
  Unit finest = Unit::millennium;
  for (std::size_t i = 1; i < period.args.size(); i += 2) finest = std::min(finest, *period.args[i].unit);
  return finest;
}

std::optional<Moment> moved(Moment from, const Value& period, int sign) {
  for (std::size_t i = 0; i + 1 < period.args.size(); i += 2) {
    const Unit unit = *period.args[i + 1].unit;
    const double n = sign * period.args[i].number, whole = std::trunc(n), rest = n - whole;
    if (!reaches(from.day(), unit, n)) return std::nullopt;
    if (unit <= Unit::hour) {
      from.at += std::chrono::seconds{std::llround(n * static_cast<double>(clock_length(unit).count()))};
      if (from.clock == Clock::day) from.clock = Clock::local;
      continue;
    }
    const auto time_of_day = from.at - local_days{from.day()};
    const local_days day = shifted(from.day(), unit, static_cast<long>(whole));
    from.at = (rest == 0 ? day : moved_by_rest(day, unit, rest)) + time_of_day;
  }
  return from;
}

std::optional<Evaluation> evaluate_period(const Value& v) {
  Dated d;
  d.type = TimexType::duration;
  d.value = period_timex(v);
  d.granularity = granularity_of(finest_unit(v));
  return Evaluation{d, {}, false};
}

std::optional<Evaluation> evaluate_anchored_period(const Value& v, const Context& context) {
  const Value& lasts = v.args[0];
  const auto anchor_date = evaluate_in(v.args[1], context);
  if (!anchor_date || lasts.op != Value::Op::period) return std::nullopt;
  auto e = evaluate_period(lasts);
  const auto& at = anchor_date->best.interval;
  const bool ends = v.op == Value::Op::before;
  const auto& from = ends ? at.end : at.begin;
  if (!from) return e;
  const auto other_end = is_vague(lasts) ? std::nullopt : moved(*from, lasts, ends ? -1 : 1);
  if (!other_end)
    (ends ? e->best.interval.end : e->best.interval.begin) = from;
  else
    e->best.interval = ends ? Interval{other_end, from} : Interval{from, other_end};
  e->best.reason = std::string(ends ? "ends with " : "begins with ") + anchor_date->best.value;
  return e;
}

std::optional<Evaluation> evaluate_every(const Value& v) {
  Dated d;
  d.type = TimexType::set;
  if (v.unit)
    d.value = std::string("P") + (period_code(*v.unit).second ? "T1" : "1") + period_code(*v.unit).first;
  else if (!v.args.empty() && v.args[0].op == Value::Op::period)
    d.value = period_timex(v.args[0]);
  else if (!v.args.empty() && v.args[0].op == Value::Op::partial)
    d.value = underspecified(v.args[0].partial) +
              (v.args[0].partial.part_of_day.empty() ? "" : "T" + v.args[0].partial.part_of_day);
  else
    return std::nullopt;
  return Evaluation{d, {}, false};
}

}  // namespace dateline
