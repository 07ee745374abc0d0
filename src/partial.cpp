// Calendar fields that the text named → which days: "April", "Oct. 30", "Thursday", "Thanksgiving".
// What was not said is chosen by the tense of the clause, and the choice is told in `reason`.
#include <fmt/format.h>

#include <algorithm>

#include "evaluator.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;

/// One turn of something that comes round, or nothing where this turn has none (29 February).
struct Turn {
  DayRange days;
  Granularity granularity = Granularity::day;
};

std::optional<Turn> turn_in_year(const Partial& p, int year, const Feasts& feasts) {
  if (!p.feast.empty()) {
    if (!feasts.knows(p.feast)) return std::nullopt;
    const auto found = feasts.in_year(p.feast, year);
    return found ? std::optional(Turn{*found, Granularity::day}) : std::nullopt;
  }
  if (p.month && p.day) {
    const auto found = day_of(year, *p.month, *p.day);
    return found ? std::optional(Turn{{*found, *found + days{1}}, Granularity::day}) : std::nullopt;
  }
  if (p.month) return Turn{month_of(year, *p.month), Granularity::month};
  if (p.quarter) return Turn{quarter_of(year, *p.quarter), Granularity::quarter};
  if (p.half) return Turn{half_of(year, *p.half), Granularity::half};
  if (p.season) return Turn{season_of(year, *p.season), Granularity::season};
  if (p.week) {
    const auto monday = iso_week_start(year, *p.week);
    return Turn{{monday, monday + days{7}}, Granularity::week};
  }
  return std::nullopt;
}

bool comes_yearly(const Partial& p) { return p.month || p.quarter || p.half || p.season || p.week || !p.feast.empty(); }

/// All turns near today, in order: years for what is yearly, months for a day of the month, weeks for a weekday.
std::vector<Turn> turns_near(const Partial& p, local_days today, const Feasts& feasts) {
  std::vector<Turn> turns;
  const auto add = [&](std::optional<Turn> turn) { if (turn) turns.push_back(*turn); };
  if (comes_yearly(p)) {
    for (int k = -9; k <= 9; ++k) add(turn_in_year(p, year_number(today) + k, feasts));
  } else if (p.day) {
    for (int k = -3; k <= 3; ++k) {
      const auto month = shifted(unit_holding(Unit::month, today).begin, Unit::month, k);
      if (const auto day = day_of(year_number(month), month_number(month), *p.day)) add(Turn{{*day, *day + days{1}}, Granularity::day});
    }
  } else if (p.weekday) {
    const auto first = unit_holding(Unit::week, today).begin + days{*p.weekday - 1};
    for (int k = -2; k <= 2; ++k) add(Turn{{first + days{7 * k}, first + days{7 * k + 1}}, Granularity::day});
  }
  return turns;
}

long days_apart(const DayRange& range, local_days today) {
  if (today < range.begin) return (range.begin - today).count();
  if (today >= range.end) return (today - range.end).count() + 1;
  return 0;
}

/// The turns, likeliest first.
std::vector<Turn> ranked(std::vector<Turn> turns, local_days today, Tense tense, bool weekly) {
  if (tense == Tense::none && weekly) tense = Tense::past;
  if (tense == Tense::present && weekly) tense = Tense::future;
  const auto rank = [&](const Turn& turn) -> std::pair<int, long> {
    const long apart = days_apart(turn.days, today);
    const bool ahead = turn.days.begin > today, behind = turn.days.end <= today;
    if (tense == Tense::past) return {ahead ? 1 : 0, apart};
    if (tense == Tense::future) return {behind ? 1 : 0, apart};
    return {0, 2 * apart - (ahead ? 1 : 0)};
  };
  std::stable_sort(turns.begin(), turns.end(), [&](const Turn& a, const Turn& b) { return rank(a) < rank(b); });
  return turns;
}

Dated of_turn(const Turn& turn, const std::string& reason) { return dated(turn.days, turn.granularity, timex_of(turn.days.begin, turn.granularity), reason); }

Evaluation impossible(const Partial& p) {
  Evaluation e{unplaced(underspecified(p), TimexType::date, "there is no such date"), {}, true};
  return e;
}

Evaluation chosen(const Partial& p, const Context& context) {
  const auto today = context.today();
  if (!p.feast.empty() && context.feasts.knows(p.feast))
    if (const auto year = context.feasts.only_year(p.feast)) return {of_turn(*turn_in_year(p, *year, context.feasts), "a named day"), {}, false};
  if (!today) return {unplaced(underspecified(p)), {}, false};
  const bool weekly = !comes_yearly(p) && !p.day;
  const auto turns = ranked(turns_near(p, *today, context.feasts), *today, context.anchors.tense, weekly);
  if (turns.empty()) return impossible(p);
  const std::string why = fmt::format("the {} of those around {}", context.anchors.tense == Tense::past ? "latest" : context.anchors.tense == Tense::future ? "next" : "nearest", to_string(Moment{*today}));
  Evaluation e{of_turn(turns[0], why), {}, false};
  if (turns.size() > 1 && context.anchors.tense == Tense::none) e.others.push_back(of_turn(turns[1], "the second nearest"));
  return e;
}

int full_year(const Partial& p, const Context& context) {
  if (!p.short_year || *p.year >= 100) return *p.year;
  const int pivot = context.today() ? year_number(*context.today()) : 2000;
  int year = pivot - pivot % 100 + *p.year;
  if (year > pivot + 20) year -= 100;
  return year;
}

Evaluation with_year(const Partial& p, int year, const Context& context) {
  if (!comes_yearly(p)) return {of_turn({year_of(year), Granularity::year}, ""), {}, false};
  const auto turn = turn_in_year(p, year, context.feasts);
  if (turn) return {of_turn(*turn, ""), {}, false};
  Partial full = p;
  full.year = year;
  return impossible(full);
}

Evaluation decade_or_century(const Partial& p, const Context& context) {
  if (p.century) return {of_turn({unit_holding(Unit::century, *day_of(*p.century * 100, 6, 1)), Granularity::century}, ""), {}, false};
  int decade = *p.decade;
  if (decade < 10) {
    const int now = (context.today() ? year_number(*context.today()) : 2000) / 10;
    decade += now - now % 10;
    if (decade > now + 1) decade -= 10;
  }
  return {of_turn({unit_holding(Unit::decade, *day_of(decade * 10, 6, 1)), Granularity::decade}, ""), {}, false};
}

bool has_clock(const Partial& p) { return p.hour || !p.part_of_day.empty(); }
bool has_day(const Partial& p) { return p.year || p.month || p.day || p.weekday || p.week || p.quarter || p.half || p.season || p.decade || p.century || !p.feast.empty(); }

/// Hours [begin, end) of a part of the day, for the interval only; the text says no hour.
std::pair<int, int> hours_of(const std::string& part) {
  static const std::pair<const char*, std::pair<int, int>> all[] = {{"MO", {5, 12}}, {"MI", {12, 13}}, {"AF", {12, 18}}, {"EV", {17, 22}}, {"NI", {20, 29}}, {"DT", {8, 18}}};
  for (const auto& [code, hours] : all)
    if (part == code) return hours;
  return {0, 24};
}

/// A clock time or a part of the day, laid on the day.
Dated on_day(const Partial& p, const Dated& day) {
  Dated d = day;
  d.type = TimexType::time;
  const bool placed = day.interval.begin && day.granularity == Granularity::day;
  if (!p.part_of_day.empty() && !p.hour) {
    d.value += "T" + p.part_of_day;
    d.granularity = Granularity::part_of_day;
    if (placed) {
      const auto [from, to] = hours_of(p.part_of_day);
      d.interval = {Moment{day.interval.begin->at + std::chrono::hours{from}, Clock::local}, Moment{day.interval.begin->at + std::chrono::hours{to}, Clock::local}};
    }
    return d;
  }
  d.granularity = p.second ? Granularity::second : p.minute ? Granularity::minute : Granularity::hour;
  d.value += fmt::format("T{:02}", *p.hour);
  if (p.minute) d.value += fmt::format(":{:02}", *p.minute);
  if (p.second) d.value += fmt::format(":{:02}", *p.second);
  if (p.offset) d.value += *p.offset == 0 ? "Z" : fmt::format("{}{:02}:{:02}", *p.offset < 0 ? '-' : '+', std::abs(*p.offset) / 60, std::abs(*p.offset) % 60);
  if (!placed) return d;
  const auto at = day.interval.begin->at + std::chrono::hours{*p.hour} + std::chrono::minutes{p.minute.value_or(0) - p.offset.value_or(0)} + std::chrono::seconds{p.second.value_or(0)};
  const auto length = p.second ? std::chrono::seconds{1} : p.minute ? std::chrono::seconds{60} : std::chrono::seconds{3600};
  const Clock clock = p.offset ? Clock::utc : Clock::local;
  d.interval = {Moment{at, clock}, Moment{at + length, clock}};
  return d;
}

/// Fields finer than `within`, found inside it: a month of a year, a weekday of a week, a day of a month.
Evaluation inside(const Partial& p, const Dated& within, const Context& context) {
  if (!within.interval.begin) return {unplaced(within.value.empty() ? underspecified(p) : within.value), {}, false};
  const local_days begin = within.interval.begin->day();
  if (comes_yearly(p)) return with_year(p, year_number(begin), context);
  if (p.day) {
    const auto day = day_of(year_number(begin), month_number(begin), *p.day);
    return day ? Evaluation{of_turn({{*day, *day + days{1}}, Granularity::day}, ""), {}, false} : impossible(p);
  }
  if (p.weekday) {
    const auto day = begin + days{(*p.weekday - weekday_number(begin) + 7) % 7};
    return {of_turn({{day, day + days{1}}, Granularity::day}, ""), {}, false};
  }
  return {within, {}, false};
}

}  // namespace

std::string underspecified(const Partial& p) {
  const std::string year = p.year ? fmt::format("{:04}", *p.year) : "XXXX";
  if (p.month && p.day) return fmt::format("{}-{:02}-{:02}", year, *p.month, *p.day);
  if (p.month) return fmt::format("{}-{:02}", year, *p.month);
  if (p.quarter) return fmt::format("{}-Q{}", year, *p.quarter);
  if (p.half) return fmt::format("{}-H{}", year, *p.half);
  static constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
  if (p.season) return fmt::format("{}-{}", year, seasons[*p.season - 1]);
  if (p.day) return fmt::format("{}-XX-{:02}", year, *p.day);
  if (p.weekday) return fmt::format("{}-WXX-{}", year, *p.weekday);
  return p.year ? year : "XXXX-XX-XX";
}

Evaluation evaluate_partial(const Partial& p, const std::optional<Dated>& within, const Context& context) {
  Evaluation e;
  const bool day_named = has_day(p);
  if (within) e = day_named ? inside(p, *within, context) : Evaluation{*within, {}, false};
  else if (p.decade || p.century) e = decade_or_century(p, context);
  else if (p.year) e = with_year(p, full_year(p, context), context);
  else if (day_named) e = chosen(p, context);
  else e = context.today() ? Evaluation{unit_dated(Unit::day, *context.today(), "the day of publication"), {}, false} : Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  if (has_clock(p)) {
    e.best = on_day(p, e.best);
    for (auto& other : e.others) other = on_day(p, other);
  }
  return e;
}

std::optional<Evaluation> evaluate_turn(Value::Op op, const Partial& p, const Context& context) {
  const auto today = context.today();
  if (!today) return Evaluation{unplaced(underspecified(p)), {}, false};
  if (!has_day(p)) return evaluate_partial(p, std::nullopt, context);
  const auto turns = turns_near(p, *today, context.feasts);
  const bool weekly = !comes_yearly(p) && !p.day;
  const auto week = unit_holding(Unit::week, *today);
  const Turn* found = nullptr;
  const Turn* other = nullptr;
  for (const Turn& turn : turns) {
    const bool later = turn.days.begin > *today;
    if (op == Value::Op::last && turn.days.end <= *today) found = &turn;
    if (op == Value::Op::next && later && (!found || (weekly && found->days.begin < week.end))) {
      other = found;
      found = &turn;
    }
    if (op == Value::Op::this_ && !found) {
      const bool here = weekly ? turn.days.begin >= week.begin && turn.days.begin < week.end : year_number(turn.days.begin) == year_number(*today);
      if (here) found = &turn;
    }
  }
  if (op == Value::Op::this_ && found && context.anchors.tense == Tense::future && found->days.end <= *today) {
    other = found;
    if (found + 1 < turns.data() + turns.size()) ++found;
  }
  if (!found) return Evaluation{unplaced(underspecified(p), TimexType::date, "no such turn is near"), {}, false};
  Evaluation e{of_turn(*found, fmt::format("{} one, seen from {}", op == Value::Op::last ? "the last" : op == Value::Op::next ? "the next" : "this", to_string(Moment{*today}))), {}, false};
  if (op == Value::Op::next && !weekly && found + 1 < turns.data() + turns.size() && year_number(found->days.begin) == year_number(*today))
    e.others.push_back(of_turn(found[1], "next year's"));
  if (other) e.others.push_back(of_turn(*other, "the nearest one"));
  if (has_clock(p)) e.best = on_day(p, e.best);
  return e;
}

}  // namespace dateline
