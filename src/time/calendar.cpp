// Calendar units and their arithmetic; the notation of dates. Easter after Oudin (1940), as in the
// Explanatory Supplement to the Astronomical Almanac. Tested by tests/time/calendar_test.cpp.
#include "time/calendar.h"

#include <date/iso_week.h>
#include <fmt/format.h>

namespace dateline {

using date::local_days;

namespace {

date::year_month_day fields_of(local_days day) { return date::year_month_day{day}; }
local_days first_of(int year, int month) { return local_days{date::year{year} / month / 1}; }
DayRange months_from(int year, int month, int count) {
  const auto begin = first_of(year, month);
  return {begin, shifted(begin, Unit::month, count)};
}
DayRange years_from(int year, int count) { return {first_of(year, 1), first_of(year + count, 1)}; }
int bc(int year) { return 1 - year; }

/// The decade, century or millennium of a year; the first of each lacks a year. Before Christ they are counted back:
/// the 480s BC are 489–480 BC.
DayRange years_holding(int year, int size) {
  if (year >= size) return years_from(year - year % size, size);
  if (year > 0) return years_from(1, size - 1);  // before the year 1 there is none
  const int first_digits = bc(year) / size * size;
  return years_from(bc(first_digits + size - 1), size);
}

DayRange season_holding(local_days day) {
  const int month = month_number(day), year = year_number(day);
  if (month <= 2) return season_of(year - 1, 4);
  return season_of(year, month / 3);
}

/// About how many years the unit lasts.
double years_in(Unit unit) {
  constexpr double of_a_day = 1 / 365.2425, of_a_month = 1 / 12.0;
  switch (unit) {
    case Unit::second:
      return of_a_day / 86400;
    case Unit::minute:
      return of_a_day / 1440;
    case Unit::hour:
      return of_a_day / 24;
    case Unit::day:
      return of_a_day;
    case Unit::weekend:
    case Unit::week:
      return 7 * of_a_day;
    case Unit::month:
      return of_a_month;
    case Unit::quarter:
    case Unit::season:
      return 3 * of_a_month;
    case Unit::half:
      return 6 * of_a_month;
    case Unit::year:
      return 1;
    case Unit::decade:
      return 10;
    case Unit::century:
      return 100;
    case Unit::millennium:
      return 1000;
  }
  return 0;
}

local_days month_shifted(local_days from, long months) {
  const auto ymd = fields_of(from);
  const auto target = date::year_month{ymd.year(), ymd.month()} + date::months{months};
  const auto clamped = target / ymd.day();
  return local_days{clamped.ok() ? clamped : date::year_month_day{target / date::last}};
}

}  // namespace

DayRange unit_holding(Unit unit, local_days day) {
  const int year = year_number(day), month = month_number(day);
  const auto monday = day - date::days{weekday_number(day) - 1};
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
    case Unit::day:
      return {day, day + date::days{1}};
    case Unit::weekend:
      return {monday + date::days{5}, monday + date::days{7}};
    case Unit::week:
      return {monday, monday + date::days{7}};
    case Unit::month:
      return month_of(year, month);
    case Unit::quarter:
      return quarter_of(year, (month + 2) / 3);
    case Unit::half:
      return half_of(year, month <= 6 ? 1 : 2);
    case Unit::season:
      return season_holding(day);
    case Unit::year:
      return year_of(year);
    case Unit::decade:
      return years_holding(year, 10);
    case Unit::century:
      return years_holding(year, 100);
    case Unit::millennium:
      return years_holding(year, 1000);
  }
  return {day, day + date::days{1}};
}

local_days shifted(local_days from, Unit unit, long n) {
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
      return from;
    case Unit::day:
      return from + date::days{n};
    case Unit::weekend:
    case Unit::week:
      return from + date::days{7 * n};
    case Unit::month:
      return month_shifted(from, n);
    case Unit::quarter:
    case Unit::season:
      return month_shifted(from, 3 * n);
    case Unit::half:
      return month_shifted(from, 6 * n);
    case Unit::year:
      return month_shifted(from, 12 * n);
    case Unit::decade:
      return month_shifted(from, 120 * n);
    case Unit::century:
      return month_shifted(from, 1200 * n);
    case Unit::millennium:
      return month_shifted(from, 12000 * n);
  }
  return from;
}

bool reaches(local_days from, Unit unit, double n) {
  const double year = year_number(from) + n * years_in(unit);
  return year >= first_year && year <= last_year;
}

std::optional<local_days> day_of(int year, int month, int day) {
  if (!is_reckoned(year)) return std::nullopt;
  const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)},
                                 date::day{static_cast<unsigned>(day)}};
  return ymd.ok() ? std::optional(local_days{ymd}) : std::nullopt;
}
DayRange month_of(int year, int month) { return months_from(year, month, 1); }
DayRange year_of(int year) { return years_from(year, 1); }
DayRange quarter_of(int year, int quarter) { return months_from(year, 3 * quarter - 2, 3); }
DayRange half_of(int year, int half) { return months_from(year, 6 * half - 5, 6); }
DayRange season_of(int year, int season) { return months_from(year, 3 * season, 3); }

int year_number(local_days day) { return static_cast<int>(fields_of(day).year()); }
int month_number(local_days day) { return static_cast<int>(static_cast<unsigned>(fields_of(day).month())); }
int weekday_number(local_days day) { return static_cast<int>(date::weekday{day}.iso_encoding()); }

std::pair<int, int> iso_week(local_days day) {
  const iso_week::year_weeknum_weekday w{iso_week::local_days{day}};
  return {static_cast<int>(w.year()), static_cast<int>(static_cast<unsigned>(w.weeknum()))};
}
local_days iso_week_start(int year, int week) {
  const auto start = [](int y) {
    return local_days{iso_week::local_days{iso_week::year{y} / iso_week::weeknum{1} / iso_week::mon}};
  };
  const auto monday = start(year) + date::days{7 * (week - 1)};
  const auto next = start(year + 1);
  return monday < next ? monday : next - date::days{7};
}

std::optional<local_days> nth_weekday(int year, int month, int weekday, int n) {
  const auto [begin, end] = month_of(year, month);
  local_days day = begin + date::days{(weekday - weekday_number(begin) + 7) % 7 + 7 * (n - 1)};
  if (n < 0) {
    const auto last = end - date::days{1};
    day = last - date::days{(weekday_number(last) - weekday + 7) % 7 + 7 * (-n - 1)};
  }
  return n != 0 && day >= begin && day < end ? std::optional(day) : std::nullopt;
}

std::optional<local_days> easter(int year) {
  if (year < 1) return std::nullopt;
  const int g = year % 19, c = year / 100, h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30;
  const int i = h - h / 28 * (1 - 29 / (h + 1) * ((21 - g) / 11));
  const int l = i - (year + year / 4 + i + 2 - c + c / 4) % 7;
  const int month = 3 + (l + 40) / 44;
  return day_of(year, month, l + 28 - 31 * (month / 4));
}

std::optional<local_days> orthodox_easter(int year) {
  if (year < 1) return std::nullopt;
  const int i = (19 * (year % 19) + 15) % 30, l = i - (year + year / 4 + i) % 7;
  const int month = 3 + (l + 40) / 44, day = l + 28 - 31 * (month / 4);
  const int julian_lag = year / 100 - year / 400 - 2;  // days that the Julian calendar is behind from March of the year
  return *day_of(year, month, 1) + date::days{day - 1 + julian_lag};
}

date::days apart(const DayRange& a, const DayRange& b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : date::days{0};
}

std::string timex_of(local_days day, Granularity granularity) {
  const auto ymd = fields_of(day);
  const int year = static_cast<int>(ymd.year());
  const unsigned month = static_cast<unsigned>(ymd.month());
  const auto era_year = [](int y) { return y > 0 ? fmt::format("{:04}", y) : fmt::format("BC{:04}", bc(y)); };
  const auto first_digits = [](int y, int size, int width) {
    return y > 0 ? fmt::format("{:0{}}", y / size, width) : fmt::format("BC{:0{}}", bc(y) / size, width);
  };
  switch (granularity) {
    case Granularity::week:
      return fmt::format("{}-W{:02}", iso_week(day).first, iso_week(day).second);
    case Granularity::weekend:
      return fmt::format("{}-W{:02}-WE", iso_week(day).first, iso_week(day).second);
    case Granularity::month:
      return fmt::format("{}-{:02}", era_year(year), month);
    case Granularity::quarter:
      return fmt::format("{}-Q{}", era_year(year), (month + 2) / 3);
    case Granularity::half:
      return fmt::format("{}-H{}", era_year(year), month <= 6 ? 1 : 2);
    case Granularity::season: {
      static constexpr const char* codes[] = {"SP", "SU", "FA", "WI"};
      return fmt::format("{}-{}", era_year(month == 12 ? year + 1 : year), codes[month / 3 - 1]);
    }
    case Granularity::year:
      return era_year(year);
    case Granularity::decade:
      return first_digits(year, 10, 3);
    case Granularity::century:
      return first_digits(year, 100, 2);
    default:
      return fmt::format("{}-{:02}-{:02}", era_year(year), month, static_cast<unsigned>(ymd.day()));
  }
}

Granularity granularity_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return Granularity::second;
    case Unit::minute:
      return Granularity::minute;
    case Unit::hour:
      return Granularity::hour;
    case Unit::day:
      return Granularity::day;
    case Unit::weekend:
      return Granularity::weekend;
    case Unit::week:
      return Granularity::week;
    case Unit::month:
      return Granularity::month;
    case Unit::quarter:
      return Granularity::quarter;
    case Unit::half:
      return Granularity::half;
    case Unit::season:
      return Granularity::season;
    case Unit::year:
      return Granularity::year;
    case Unit::decade:
      return Granularity::decade;
    case Unit::century:
    case Unit::millennium:
      return Granularity::century;
  }
  return Granularity::none;
}

std::optional<Unit> unit_of(Granularity granularity) {
  for (int u = 0; u <= static_cast<int>(Unit::century); ++u)
    if (granularity_of(static_cast<Unit>(u)) == granularity) return static_cast<Unit>(u);
  return std::nullopt;
}

}  // namespace dateline
