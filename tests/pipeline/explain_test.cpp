// What `explain` tells of a text: its dates, and of each trigger the event that it makes or why it makes none.
#include <doctest/doctest.h>

#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("explain tells what became of each trigger") {
  struct Row {
    const char* published;
    const char* text;
    const char* told;
  };
  const std::vector<Row> rows = {
      {"2026-03-04", "Keir Starmer will visit Ankara on March 20.",
       "“visit” by visit.verb taken\n  is visit, scheduled, 20 March 2026 by “March 20”\n"
       "  who: Keir Starmer (GBR), Turkey (TUR)\n  where: Ankara (TUR)\n"},
      {"2026-03-04", "Keir Starmer will visit Ankara on March 20.",
       "“visit” by visit.noun refused by the words around it\n"},
      {"2026-03-04", "The two leaders will hold talks.", "“talks” by talks.noun gives way to talks.verb\n"},
      {"2026-03-04", "The two leaders will hold talks.", "“hold talks” by talks.verb has no date of its own\n"},
      {"2025-11-20", "A drone attack is expected on Ukraine on Friday.",
       "is announced by nobody, and not told as done\n"},
      {"2026-03-04", "The talks on Friday will be long.", "“talks” by talks.noun lacks who takes part\n"},
      {"2026-03-04", "Russia demanded that Ukraine withdraw.", "“demanded” by act.demand\n  is act DEMAND, held"},
      {"2026-03-04", "Grain was cheap in March.", "no event\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const std::string told = explain(row.text, parse_moment(row.published), rules(), gazetteer());
    CAPTURE(told);
    CHECK(has(told, row.told));
  }
}

TEST_CASE("explain tells how each date was reached") {
  const std::string told =
      explain("The offer stands until March 10.", parse_moment("2026-03-04"), rules(), gazetteer());
  CHECK(has(told, "published 2026-03-04\n“March 10”"));
  CHECK(has(told, "bound “until”: from open to 2026-03-11"));
  CHECK(has(explain("They met in March.", {}, rules(), gazetteer()), "publication unknown"));
}

}  // namespace
}  // namespace dateline::tests
