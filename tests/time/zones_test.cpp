// How far the clocks of a place are from UTC, in winter, in summer and where that changed.
#include <doctest/doctest.h>

#include <utility>

#include "time/zones.h"

namespace {

using namespace dateline;

date::local_seconds at(int year, unsigned month, unsigned day, int hour) {
  return date::local_days{date::year{year} / date::month{month} / date::day{day}} + std::chrono::hours{hour};
}

TEST_CASE("clocks of a place by its own summer time") {
  struct Row {
    const char* zone;
    date::local_seconds at;
    int minutes;
  };
  const Row rows[] = {
      {"America/New_York", at(2025, 10, 24, 10), -240},
      {"America/New_York", at(2025, 11, 3, 10), -300},
      {"Europe/London", at(2025, 7, 1, 12), 60},
      {"Europe/London", at(2025, 1, 1, 12), 0},
      {"Europe/Moscow", at(2025, 7, 1, 12), 180},
      {"Europe/Moscow", at(2012, 7, 1, 12), 240},  // all the year, until 2014
      {"Asia/Kolkata", at(2025, 10, 24, 10), 330},
      {"Asia/Tehran", at(2025, 7, 1, 12), 210},  // no summer time since 2022
      {"Australia/Sydney", at(2025, 12, 1, 12), 660},
  };
  for (const auto& row : rows) CHECK(minutes_east(row.zone, row.at) == row.minutes);
}

TEST_CASE("an offset that is a day off is brought back to earth") {
  const std::pair<int, int> rows[] = {{180, 180},  {0, 0},       {840, 840},  {841, -599},
                                      {-600, 840}, {-599, -599}, {-780, 660}, {1500, 60}};
  for (const auto& [minutes, offset] : rows) CHECK(offset_on_earth(minutes) == offset);
}

TEST_CASE("an offset is written as ISO 8601 has it") {
  const std::pair<int, const char*> rows[] = {
      {0, "Z"}, {540, "+09:00"}, {-270, "-04:30"}, {330, "+05:30"}, {-30, "-00:30"}};
  for (const auto& [minutes, text] : rows) CHECK(offset_text(std::chrono::minutes{minutes}) == text);
}

TEST_CASE("a place that has no zone has no clocks") {
  CHECK(minutes_east("Europe/Atlantis", at(2025, 1, 1, 0)) == std::nullopt);
  CHECK(minutes_east("", at(2025, 1, 1, 0)) == std::nullopt);
}

}  // namespace
