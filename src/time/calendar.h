// Arithmetic of calendar units: which days a unit covers, moving by units, nth weekdays, movable feasts.
// Tested by tests/time/calendar_test.cpp and the example years in rules/world/feasts.yaml.
#pragma once

#include <optional>
#include <string>

#include "dateline/time.h"
#include "dateline/value.h"

namespace dateline {

/// The years that are reckoned with. Their type holds some more on either side, so that the unit around a day, and the
/// few that a search looks at beside it, never leave it: a year that did would come back as another one.
constexpr int first_year = -30000, last_year = 30000;
constexpr bool is_reckoned(int year) { return year >= first_year && year <= last_year; }

/// Days [begin, end).
struct DayRange {
  date::local_days begin;
  date::local_days end;

  bool operator==(const DayRange&) const = default;
};
/// From the day of its begin to the day of its end, both of which must be known.
inline DayRange days_of(const Interval& i) { return {i.begin->day(), i.end->day()}; }
/// Days that lie between the two; 0 where they touch or overlap.
date::days apart(const DayRange&, const DayRange&);

/// The unit that holds the day. Weeks are ISO weeks; a weekend is the Saturday and Sunday of the ISO week;
/// seasons are whole months of the northern year (spring March–May; winter December–February).
/// Units finer than a day give the day.
DayRange unit_holding(Unit, date::local_days);

/// The day `n` units on (or back), clamped to the month's end: 31 January + 1 month is 28 or 29 February.
/// Units finer than a day are no days: returns `from`.
date::local_days shifted(date::local_days from, Unit, long n);

/// Whether the day `n` units on (or back) is in a year that is reckoned with, for numbers that a text may say.
bool reaches(date::local_days from, Unit, double n);

/// Nothing where there is no such day.
std::optional<date::local_days> day_of(int year, int month, int day);
DayRange month_of(int year, int month);
DayRange year_of(int year);
DayRange quarter_of(int year, int quarter);  ///< 1–4
DayRange half_of(int year, int half);        ///< 1–2
DayRange season_of(int year, int season);    ///< 1–4 from spring; winter of a year begins in its December

int year_number(date::local_days);
int month_number(date::local_days);
/// ISO weekday: 1 is Monday.
int weekday_number(date::local_days);
/// ISO year and week.
std::pair<int, int> iso_week(date::local_days);
/// The Monday of an ISO week; the year's last week for one that it lacks.
date::local_days iso_week_start(int year, int week);

/// The nth weekday (ISO) of the month, −1 the last; nothing if there is none (a fifth Friday).
std::optional<date::local_days> nth_weekday(int year, int month, int weekday, int n);
/// Easter Sunday, Gregorian date, as reckoned from 1583 (western) or 326 (orthodox, by the Julian calendar); years
/// before are reckoned alike. Nothing before the year 1: there was none, and the formulas divide by what would be zero.
std::optional<date::local_days> easter(int year);
std::optional<date::local_days> orthodox_easter(int year);

/// TIMEX3 of the unit that begins on the day: "2025", "2025-10", "2025-W43", "2025-Q3", "198", "BC0480", … A winter has
/// the year of its January, as annotators of texts that name no year have it.
std::string timex_of(date::local_days, Granularity);
Granularity granularity_of(Unit);
std::optional<Unit> unit_of(Granularity);

}  // namespace dateline
