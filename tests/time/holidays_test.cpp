// Named days by formula, Gregorian and of other calendars. The years stand in rules/world/feasts.yaml too; here are
// the errors, the lengths and the years that have none.
#include "time/holidays.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace dateline {
namespace {

Feasts of(const std::string& yaml) {
  Feasts feasts;
  feasts.add(parse_yaml(yaml, "feasts.yaml"));
  feasts.check_examples();
  return feasts;
}

Feasts ours() {
  std::ifstream file(DATELINE_SOURCE_DIR "/rules/world/feasts.yaml");
  std::ostringstream text;
  text << file.rdbuf();
  return of(text.str());
}

std::string shown(const std::optional<DayRange>& range) {
  return range ? to_string(Moment{range->begin}) + ".." + to_string(Moment{range->end}) : "none";
}

std::string message_of(const std::string& yaml) {
  try {
    of(yaml);
  } catch (const Error& e) {
    const std::string what = e.what();
    return what.substr(0, what.find('\n'));
  }
  return "no error";
}

TEST_CASE("feasts of other calendars") {
  const Feasts feasts = ours();
  struct Row {
    const char* id;
    int year;
    const char* days;
  };
  const Row rows[] = {
      {"lunar_new_year", 2023, "2023-01-22..2023-01-23"}, {"lunar_new_year", 2033, "2033-01-31..2033-02-01"},
      {"mid_autumn", 2023, "2023-09-29..2023-09-30"},     {"dragon_boat", 2023, "2023-06-22..2023-06-23"},
      {"passover", 2023, "2023-04-06..2023-04-14"},       {"rosh_hashanah", 2022, "2022-09-26..2022-09-28"},
      {"yom_kippur", 1973, "1973-10-06..1973-10-07"},     {"hanukkah", 2024, "2024-12-26..2025-01-03"},
      {"purim", 2024, "2024-03-24..2024-03-25"},          {"eid_al_fitr", 2023, "2023-04-21..2023-04-22"},
      {"ramadan", 2024, "2024-03-11..2024-04-10"},        {"nowruz", 2023, "2023-03-21..2023-03-22"},
      {"diwali", 2019, "2019-10-27..2019-10-28"},         {"eid_al_adha", 2023, "2023-06-28..2023-06-29"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.id);
    CHECK(shown(feasts.in_year(row.id, row.year)) == row.days);
  }
}

TEST_CASE("what is sighted is uncertain, what is computed is not") {
  const Feasts feasts = ours();
  CHECK(feasts.formula("eid_al_fitr").uncertain == 1);
  CHECK(feasts.formula("lunar_new_year").uncertain == 0);
  CHECK(feasts.formula("september_11").year == 2001);
  CHECK_FALSE(feasts.knows("festivus"));
}

TEST_CASE("a year may have none of a feast") {
  const Feasts feasts =
      of("leap_day: {month: 2, day: 29, examples: [2024-02-29]}\nfifth_friday: {nth: 5, weekday: 5, month: 11, "
         "examples: [2024-11-29]}\n");
  CHECK(shown(feasts.in_year("leap_day", 2025)) == "none");
  CHECK(shown(feasts.in_year("fifth_friday", 2025)) == "none");
  CHECK(shown(feasts.in_year("fifth_friday", 2024)) == "2024-11-29..2024-11-30");
}

TEST_CASE("errors say where, what and how to mend") {
  struct Row {
    const char* yaml;
    const char* message;
  };
  const Row rows[] = {
      {"x: {month: 1, day: 1, examples: [2025-01-02]}\n",
       "feasts.yaml:1:34: the formula of 'x' gives 2025-01-01, not 2025-01-02"},
      {"x: {month: 1, day: 1}\n",
       "feasts.yaml:1:4: the feast 'x' has no example years; add examples: [2025-11-27, 2026-11-26]"},
      {"x: {month: 13, day: 1, examples: [2025-01-02]}\n",
       "feasts.yaml:1:4: a feast needs month and day, nth and weekday, or easter"},
      {"x: {calendar: martian, month: 1, day: 1, examples: [2025-01-02]}\n",
       "feasts.yaml:1:15: no calendar 'martian'; known: chinese, hebrew, islamic, persian"},
      {"x: {nth: 1, weekday: 8, month: 1, examples: [2025-01-02]}\n",
       "feasts.yaml:1:4: an nth weekday needs weekday: 1..7 (Monday is 1) and month: 1..12"},
  };
  for (const auto& row : rows) CHECK(message_of(row.yaml) == row.message);
}

}  // namespace
}  // namespace dateline
