// What is counted from an event: dated where the text dates the event, an amount where it does not.
#include <doctest/doctest.h>

#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

/// "P2D 2025-11-01..2025-11-02" of the expressions that are counted from an event.
std::string counted(const char* published, const char* text) {
  std::string out;
  for (const auto& m : date_text(text, parse_moment(published), rules()).mentions) {
    if (!m.rule.starts_with("event_time.") || !m.dated) continue;
    const auto shown = [](const std::optional<Moment>& moment) { return moment ? to_string(*moment) : ""; };
    out += (out.empty() ? "" : ", ") + m.dated->value + " " + shown(m.dated->interval.begin) + ".." +
           shown(m.dated->interval.end);
  }
  return out;
}

TEST_CASE("what is counted from an event has the date that the text gives to it") {
  struct Row {
    const char *published, *text, *counted;
  };
  const Row rows[] = {
      {"2025-10-23", "The Oct. 30 summit is near. Two days after the summit they will vote.",
       "P2D 2025-11-01..2025-11-02"},
      {"2025-10-23", "Two days after the summit they will vote. The summit opens on Oct. 30.",
       "P2D 2025-11-01..2025-11-02"},
      {"2025-10-23", "A day before the summit in Busan on Oct. 30 he will land.", "P1D 2025-10-29..2025-10-30"},
      {"2025-10-23",
       "The leaders meet at the Oct. 30-31 summit. Two days after the summit they will vote, a day before the summit "
       "they dine.",
       "P2D 2025-11-02..2025-11-03, P1D 2025-10-29..2025-10-30"},
      {"2025-10-23", "Friday's vote was close. Three days after the vote he resigned.", "P3D 2025-10-20..2025-10-21"},
      {"2025-10-23", "The summit in November is planned. Two days after the summit they will vote.",
       "P2D 2025-11-03..2025-12-03"},
      {"2025-10-23", "Two days after the summit they voted.", "P2D .."},
      {"2025-10-23", "The Aug. 15 summit failed and the Oct. 30 summit may. Two days after the summit they met.",
       "P2D .."},
      {"2025-10-23", "The Oct. 20 meeting was short. Two days after the meeting with Putin he flew home.", "P2D .."},
      {"2025-10-23", "They met on Oct. 20. Two days after the vote they parted.", "P2D .."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(counted(row.published, row.text) == row.counted);
  }
}

TEST_CASE("explain tells from which event a date is counted") {
  const auto told = explain("The Oct. 30 summit is near. Two days after the summit they will vote.",
                            parse_moment("2025-10-23"), rules(), gazetteer());
  CHECK(told.find("P2D after 2025-10-30, the date that the text gives to the event") != std::string::npos);
}

}  // namespace
}  // namespace dateline::tests
