// Calendar units and their arithmetic.
#include "time/calendar.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

date::local_days day(const char* text) { return parse_moment(text)->day(); }
std::string shown(date::local_days d) { return to_string(Moment{d}); }
std::string shown(const std::optional<date::local_days>& d) { return d ? shown(*d) : "none"; }
std::string shown(const DayRange& range) { return shown(range.begin) + ".." + shown(range.end); }

TEST_CASE("unit_holding gives the unit around a day, its end exclusive") {
  struct Row {
    Unit unit;
    const char* at;
    const char* range;
  };
  const Row rows[] = {
      {Unit::day, "2024-02-29", "2024-02-29..2024-03-01"},
      {Unit::hour, "2024-02-29", "2024-02-29..2024-03-01"},
      {Unit::week, "2025-10-23", "2025-10-20..2025-10-27"},
      {Unit::week, "2027-01-03", "2026-12-28..2027-01-04"},  // week 53 of 2026
      {Unit::weekend, "2025-10-20", "2025-10-25..2025-10-27"},
      {Unit::month, "2024-02-10", "2024-02-01..2024-03-01"},
      {Unit::month, "2025-12-31", "2025-12-01..2026-01-01"},
      {Unit::quarter, "2025-11-30", "2025-10-01..2026-01-01"},
      {Unit::half, "2025-06-30", "2025-01-01..2025-07-01"},
      {Unit::season, "2025-01-15", "2024-12-01..2025-03-01"},  // a winter begins in December
      {Unit::season, "2025-03-01", "2025-03-01..2025-06-01"},
      {Unit::year, "2025-12-31", "2025-01-01..2026-01-01"},
      {Unit::decade, "1989-05-05", "1980-01-01..1990-01-01"},
      {Unit::century, "2000-01-01", "2000-01-01..2100-01-01"},
      {Unit::century, "0033-04-03", "0001-01-01..0100-01-01"},  // there is no year 0
      {Unit::millennium, "1999-01-01", "1000-01-01..2000-01-01"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.at);
    CHECK(shown(unit_holding(row.unit, day(row.at))) == row.range);
  }
}

TEST_CASE("shifted clamps to the end of a month") {
  struct Row {
    const char* from;
    Unit unit;
    long n;
    const char* to;
  };
  const Row rows[] = {
      {"2025-01-31", Unit::month, 1, "2025-02-28"},   {"2024-01-31", Unit::month, 1, "2024-02-29"},
      {"2024-02-29", Unit::year, 1, "2025-02-28"},    {"2024-02-29", Unit::year, 4, "2028-02-29"},
      {"2025-03-31", Unit::month, -1, "2025-02-28"},  {"2025-12-31", Unit::day, 1, "2026-01-01"},
      {"2025-10-23", Unit::week, -2, "2025-10-09"},   {"2025-11-30", Unit::quarter, 1, "2026-02-28"},
      {"2025-10-23", Unit::decade, -1, "2015-10-23"}, {"2025-10-23", Unit::hour, 5, "2025-10-23"},
      {"2025-10-23", Unit::half, 1, "2026-04-23"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.from);
    CHECK(shown(shifted(day(row.from), row.unit, row.n)) == row.to);
  }
}

TEST_CASE("day_of knows which days exist") {
  CHECK(shown(day_of(2024, 2, 29)) == "2024-02-29");
  CHECK(shown(day_of(2025, 2, 29)) == "none");
  CHECK(shown(day_of(2000, 2, 29)) == "2000-02-29");
  CHECK(shown(day_of(1900, 2, 29)) == "none");
  CHECK(shown(day_of(2025, 11, 31)) == "none");
  CHECK(shown(day_of(2025, 13, 1)) == "none");
}

TEST_CASE("iso weeks at the turn of the year") {
  struct Row {
    const char* at;
    int year;
    int week;
  };
  const Row rows[] = {{"2020-12-31", 2020, 53}, {"2021-01-03", 2020, 53}, {"2021-01-04", 2021, 1},
                      {"2024-12-30", 2025, 1},  {"2026-12-31", 2026, 53}, {"2025-10-23", 2025, 43}};
  for (const auto& row : rows) {
    CAPTURE(row.at);
    CHECK(iso_week(day(row.at)) == std::pair{row.year, row.week});
  }
  CHECK(shown(iso_week_start(2026, 53)) == "2026-12-28");
  CHECK(shown(iso_week_start(2025, 53)) == "2025-12-22");  // 2025 has 52 weeks: its last
  CHECK(shown(iso_week_start(2025, 1)) == "2024-12-30");
}

TEST_CASE("nth_weekday") {
  CHECK(shown(nth_weekday(2025, 11, 4, 4)) == "2025-11-27");
  CHECK(shown(nth_weekday(2025, 5, 1, -1)) == "2025-05-26");
  CHECK(shown(nth_weekday(2025, 10, 5, 5)) == "2025-10-31");
  CHECK(shown(nth_weekday(2025, 11, 5, 5)) == "none");
  CHECK(shown(nth_weekday(2025, 11, 5, 0)) == "none");
}

TEST_CASE("Easter, western and orthodox") {
  struct Row {
    int year;
    const char* western;
    const char* orthodox;
  };
  const Row rows[] = {{1961, "1961-04-02", "1961-04-09"}, {2000, "2000-04-23", "2000-04-30"},
                      {2008, "2008-03-23", "2008-04-27"}, {2024, "2024-03-31", "2024-05-05"},
                      {2025, "2025-04-20", "2025-04-20"}, {2038, "2038-04-25", "2038-04-25"}};
  for (const auto& row : rows) {
    CAPTURE(row.year);
    CHECK(shown(easter(row.year)) == row.western);
    CHECK(shown(orthodox_easter(row.year)) == row.orthodox);
  }
  for (const int before_christ : {0, -8, -43, -29999}) {
    CAPTURE(before_christ);
    CHECK_FALSE(easter(before_christ));
    CHECK_FALSE(orthodox_easter(before_christ));
  }
}

TEST_CASE("timex_of writes the unit that begins on a day") {
  struct Row {
    const char* at;
    Granularity granularity;
    const char* value;
  };
  const Row rows[] = {
      {"2025-10-20", Granularity::week, "2025-W43"},       {"2024-12-30", Granularity::week, "2025-W01"},
      {"2025-10-25", Granularity::weekend, "2025-W43-WE"}, {"2025-10-01", Granularity::month, "2025-10"},
      {"2025-07-01", Granularity::quarter, "2025-Q3"},     {"2025-07-01", Granularity::half, "2025-H2"},
      {"2025-06-01", Granularity::season, "2025-SU"},      {"2025-12-01", Granularity::season, "2026-WI"},
      {"1980-01-01", Granularity::decade, "198"},          {"1900-01-01", Granularity::century, "19"},
      {"0330-01-01", Granularity::year, "0330"},
  };
  for (const auto& row : rows) CHECK(timex_of(day(row.at), row.granularity) == row.value);
}

TEST_CASE("before Christ years count back, and so do decades") {
  CHECK(timex_of(*day_of(-479, 9, 1), Granularity::month) == "BC0480-09");
  CHECK(timex_of(*day_of(0, 1, 1), Granularity::year) == "BC0001");
  const DayRange decade = unit_holding(Unit::decade, *day_of(-479, 9, 1));
  CHECK(year_number(decade.begin) == -488);  // 489 BC
  CHECK(year_number(decade.end) == -478);    // 479 BC
  CHECK(timex_of(decade.begin, Granularity::decade) == "BC048");
}

}  // namespace
}  // namespace dateline
