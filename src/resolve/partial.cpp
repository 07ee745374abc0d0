// Calendar fields that the text named → which days: "April", "Oct. 30", "Thursday", "Thanksgiving".
// What was not said is chosen by the tense of the clause, and the choice is told in `reason`.
#include <fmt/format.h>

#include <algorithm>

#include "resolve/operations.h"
#include "time/zones.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;

constexpr std::chrono::hours half_a_day{12};

Evaluation impossible(const Partial& p) {
  Evaluation e{unplaced(underspecified(p), TimexType::date, "there is no such date"), {}, true};
  if (p.hour) e.best.value += fmt::format("T{:02}:{:02}", *p.hour, p.minute.value_or(0));
  if (p.hour) e.best.type = TimexType::time;
  return e;
}

/// A day that was only once: "9/11". Before it was, its words say no more than the day of the year.
std::optional<Occurrence> named_day(const Partial& p, const Feasts& feasts) {
  if (p.feast.empty() || !feasts.knows(p.feast)) return std::nullopt;
  const auto year = feasts.formula(p.feast).year;
  return year ? turn_in_year(p, *year, feasts) : std::nullopt;
}

/// Fields without a year: which of those that come round.
Evaluation chosen(const Partial& p, const Context& context) {
  const auto today = context.today();
  if (const auto once = named_day(p, context.feasts); once && !(today && *today < once->days.begin))
    return {of_turn(*once, "a named day"), {}, false};
  if (!today) return {unplaced(underspecified(p)), {}, false};
  return likeliest_turn(p, *today, context).value_or(impossible(p));
}

bool is_of_day_said(const Anchors& a) { return a.then_day && (a.day_in_sentence || a.style == Style::narrative); }

/// The day of a clock time that names none: the last that the sentence named, in a story the last at all, else that of
/// the publication.
Evaluation day_at_hand(const Partial& p, const Context& context) {
  const Anchors& a = context.anchors;
  if (is_of_day_said(a))
    return {unit_dated(Unit::day, a.then_day->interval.begin->day() + floor<days>(hours_ahead(p, *a.then_day)),
                       "the day that the text spoke of last"),
            {},
            false};
  if (a.dct) return {unit_dated(Unit::day, a.dct->day(), "the day of publication"), {}, false};
  return {unplaced("XXXX-XX-XX"), {}, false};
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
  Partial full = p;
  full.year = year;
  if (!turn) return impossible(full);
  Evaluation e{of_turn(*turn, ""), {}, false};
  if (p.season) e.best.value = underspecified(full);  // "the winter of 1941" begins in its December
  return e;
}

Evaluation decade_or_century(const Partial& p, const Context& context) {
  if (p.century)
    return {of_turn({unit_holding(Unit::century, *day_of(*p.century * 100 + 1, 6, 1)), Granularity::century}, ""),
            {},
            false};
  int decade = *p.decade;
  if (decade < 10) {
    const int now = (context.today() ? year_number(*context.today()) : 2000) / 10;
    decade += now - now % 10;
    if (decade > now + 1) decade -= 10;
  }
  return {of_turn({unit_holding(Unit::decade, *day_of(decade * 10, 6, 1)), Granularity::decade}, ""), {}, false};
}

/// Hours [begin, end) of a part of the day, for the interval only; the text says no hour.
std::pair<int, int> hours_of(const std::string& part) {
  static const std::pair<const char*, std::pair<int, int>> all[] = {
      {"MO", {5, 12}}, {"MI", {12, 13}}, {"AF", {12, 18}}, {"EV", {17, 22}}, {"NI", {20, 29}}, {"DT", {8, 18}}};
  for (const auto& [code, hours] : all)
    if (part == code) return hours;
  return {0, 24};
}

/// Before it an hour of the night is one after midnight.
constexpr int first_hour_of_evening = 5;

}  // namespace

bool has_clock(const Partial& p) { return p.hour || !p.part_of_day.empty(); }

std::chrono::hours hours_ahead(const Partial& p, const Dated& reached) {
  constexpr std::chrono::hours none{0}, late{17};
  if (!has_clock(p) || reached.granularity > Granularity::part_of_day) return none;
  const auto said = reached.interval.begin->at - local_days{reached.interval.begin->day()};
  const auto time = p.hour ? std::chrono::hours{*p.hour} + std::chrono::minutes{p.minute.value_or(0)}
                           : std::chrono::minutes{60 * hours_of(p.part_of_day).first};
  if (time >= said) return none;
  if (p.half_unsaid && time + half_a_day > said) return half_a_day;
  return said >= late && time <= half_a_day ? 2 * half_a_day : none;
}

/// False for a time that no clock shows: 25:00, 12:75.
static bool is_clock_time(const Partial& p) {
  return 60 * p.hour.value_or(0) + p.minute.value_or(0) <= 24 * 60 && p.minute.value_or(0) < 60;
}
bool has_day(const Partial& p) {
  return p.year || p.month || p.day || p.weekday || p.week || p.quarter || p.half || p.season || p.decade ||
         p.century || !p.feast.empty();
}

namespace {

/// The day of a part of the day that a clock time goes into, and the time as it is meant there: "tonight at 8" is
/// 20:00, and "last night at 1 a.m." is on the day after.
std::pair<Partial, Dated> within_part_of_day(Partial p, const Dated& part) {
  const std::string code = part.value.substr(part.value.find('T') + 1);
  const bool night = code == "NI", late = night || code == "AF" || code == "EV";
  if (late && *p.hour < 12 && (!night || *p.hour >= first_hour_of_evening)) *p.hour += 12;
  const local_days day = part.interval.begin->day() + days{night && *p.hour < first_hour_of_evening ? 1 : 0};
  return {p, unit_dated(Unit::day, day, part.reason)};
}

/// What a month or a year lacks of a day that nobody named, where its value does not say so yet.
std::string some_day_of(const Dated& d) {
  if (d.value.find('X') != std::string::npos) return "";
  return d.granularity == Granularity::month ? "-XX" : d.granularity == Granularity::year ? "-XX-XX" : "";
}

}  // namespace

Dated on_day(const Partial& p, const Dated& day) {
  const bool another_clock = p.hour && day.granularity < Granularity::part_of_day &&
                             day.granularity != Granularity::none && day.interval.begin;
  if (another_clock)
    return on_day(p, unit_dated(Unit::day, day.interval.begin->day(), day.reason));  // "an hour later, at 5 o'clock"
  if (p.hour && day.granularity == Granularity::part_of_day && day.interval.begin) {
    const auto [time, whole_day] = within_part_of_day(p, day);
    return on_day(time, whole_day);
  }
  Dated d = day;
  d.type = TimexType::time;
  const bool placed = day.interval.begin && day.granularity == Granularity::day;
  if (!p.part_of_day.empty() && !p.hour) {
    d.value += some_day_of(day) + "T" + p.part_of_day;
    d.granularity = Granularity::part_of_day;
    if (placed) {
      const auto [from, to] = hours_of(p.part_of_day);
      d.interval = {Moment{day.interval.begin->at + std::chrono::hours{from}, Clock::local},
                    Moment{day.interval.begin->at + std::chrono::hours{to}, Clock::local}};
    }
    return d;
  }
  d.granularity = p.second ? Granularity::second
                           : Granularity::minute;  // "9 a.m." is a point, as "noon" is: nobody says when it is over
  d.value += fmt::format("T{:02}:{:02}", *p.hour, p.minute.value_or(0));  // annotators write 9 a.m. as T09:00
  if (p.second) d.value += fmt::format(":{:02}", *p.second);
  const auto shown = day.interval.begin.value_or(Moment{}).at + std::chrono::hours{*p.hour} +
                     std::chrono::minutes{p.minute.value_or(0)} + std::chrono::seconds{p.second.value_or(0)};
  std::optional<int> offset = p.offset;
  if (!offset && placed && !p.zone.empty())
    offset = minutes_east(p.zone, shown - std::chrono::minutes{p.ahead_of_zone});
  if (offset && p.ahead_of_zone) offset = offset_on_earth(*offset + p.ahead_of_zone);
  if (offset) d.value += offset_text(std::chrono::minutes{*offset});
  if (!placed) return d;
  const auto at = shown - std::chrono::minutes{offset.value_or(0)};
  const auto length = std::chrono::seconds{p.second ? 1 : 60};
  const Clock clock = offset ? Clock::utc : Clock::local;
  d.interval = {Moment{at, clock}, Moment{at + length, clock}};
  return d;
}

namespace {

/// Fields finer than `within`, found inside it: a month of a year, a weekday of a week, a day of a month.
Evaluation inside(const Partial& p, const Dated& within, const Context& context) {
  if (!within.interval.begin) return {unplaced(within.value.empty() ? underspecified(p) : within.value), {}, false};
  const local_days begin = within.interval.begin->day();
  if (comes_yearly(p)) return with_year(p, year_number(begin), context);
  if (p.year) {  // "the 1988 period": that of the quarter or month that is spoken of
    const Unit unit = unit_of(within.granularity).value_or(Unit::year);
    return {
        unit_dated(unit, shifted(begin, Unit::year, *p.year - year_number(begin)), within.value + " of another year"),
        {},
        false};
  }
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
  const std::string year = !p.year       ? "XXXX"
                           : *p.year > 0 ? fmt::format("{:04}", *p.year)
                                         : fmt::format("BC{:04}", 1 - *p.year);
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

/// False for "40,000 BC" and "the 500th century": no day of them can be told.
static bool is_reckoned(const Partial& p) {
  return is_reckoned(p.year.value_or(0)) && is_reckoned(10 * p.decade.value_or(0)) &&
         is_reckoned(100 * p.century.value_or(0));
}

Evaluation evaluate_partial(const Partial& said, const std::optional<Dated>& within, const Context& context) {
  if (!is_clock_time(said)) return impossible(said);
  if (!is_reckoned(said))
    return {unplaced(underspecified(said), TimexType::date, "further than years are reckoned"), {}, false};
  Partial p = said;
  Evaluation e;
  const bool day_named = has_day(p);
  if (within)
    e = day_named ? inside(p, *within, context) : Evaluation{*within, {}, false};
  else if (p.decade || p.century)
    e = decade_or_century(p, context);
  else if (p.year)
    e = with_year(p, full_year(p, context), context);
  else if (day_named)
    e = chosen(p, context);
  else {
    e = day_at_hand(p, context);
    if (is_of_day_said(context.anchors) && hours_ahead(p, *context.anchors.then_day) == half_a_day)
      *p.hour += static_cast<int>(half_a_day.count());
  }
  if (context.feasts.knows(p.feast) && context.feasts.formula(p.feast).uncertain > 0)
    e.best.reason +=
        fmt::format("; the day that is kept can differ by {} day", context.feasts.formula(p.feast).uncertain);
  if (has_clock(p)) {
    e.best = on_day(p, e.best);
    for (auto& other : e.others) other = on_day(p, other);
  }
  return e;
}

}  // namespace dateline
