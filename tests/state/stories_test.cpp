// Stories told in five runs, as newspapers tell them: planned for March, confirmed for the 14th, moved to the 20th,
// called off, held after all. Each stays one event with one name, and each run says what has changed.
#include <doctest/doctest.h>

#include "dateline/state.h"
#include "folder.h"
#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

using namespace std::chrono_literals;

struct Report {
  const char *published, *text;
};

/// A run that is given one article more: the changes, then SEQUENCE, date, status and UID of each event.
std::string run(State& state, const Report& report, int number) {
  Document article;
  article.id = std::to_string(number);
  article.file = "-";
  article.published = parse_moment(report.published);
  article.text = report.text;
  const Intake intake = take_in({{article}, {}, {}, true}, state.documents(), "rules");
  const Timeline timeline = find_events(state, intake, rules(), gazetteer(), Fuzzy::marker);
  state.all_is_told();
  std::string out;
  for (const auto& change : *timeline.changes) out += std::string(name(change.kind)) + ' ';
  for (const auto& event : timeline.events)
    out += std::to_string(event.sequence) + ' ' + edtf(event.when) + ' ' + name(event.status) + ' ' + event.uid;
  return out;
}

TEST_CASE("five reports, one event") {
  const std::vector<std::vector<Report>> stories = {
      {{"2026-01-10", "Indonesia will host an ASEAN summit in Jakarta in March, its foreign ministry said."},
       {"2026-02-01", "The ASEAN summit in Jakarta will open on March 14, officials confirmed."},
       {"2026-02-20", "Indonesia has moved the ASEAN summit in Jakarta to March 20."},
       {"2026-03-01", "The ASEAN summit in Jakarta has been called off."},
       {"2026-03-22", "ASEAN leaders met in Jakarta on March 20 after all."}},
      {{"2026-01-10", "Putin plans to visit Budapest in March, the Kremlin said."},
       {"2026-02-01", "Putin will travel to Budapest on March 14, the Kremlin confirmed on Sunday."},
       {"2026-02-20",
        "Putin's trip to Budapest was pushed back from March 14 to March 20, the Kremlin said on Friday."},
       {"2026-03-05", "The Kremlin on Thursday cancelled Putin's trip to Budapest."},
       {"2026-03-21", "Putin arrived in Budapest on March 20 after all."}},
      {{"2026-01-10", "The foreign ministers of Iran and Saudi Arabia will meet in Muscat in March."},
       {"2026-02-01", "The meeting between Iran and Saudi Arabia in Muscat is set for March 14."},
       {"2026-02-20", "Iran and Saudi Arabia have rescheduled their meeting in Muscat for March 20."},
       {"2026-03-05", "Saudi Arabia called off the meeting with Iran in Muscat."},
       {"2026-03-21", "Iran and Saudi Arabia met in Muscat on March 20."}},
      {{"2026-01-15", "Zelensky and Putin are planning a summit in Istanbul in March."},
       {"2026-02-02", "The Istanbul summit between Zelensky and Putin will take place on March 14, Turkey confirmed."},
       {"2026-02-25",
        "The summit between Zelensky and Putin in Istanbul has been postponed until March 20, Turkey said."},
       {"2026-03-12", "Zelensky and Putin cancelled the summit in Istanbul planned for March 20."},
       {"2026-03-21", "The summit between Zelensky and Putin was held in Istanbul on March 20 after all."}},
      {{"2026-01-10", "Foreign ministers of Turkey and Greece are to hold talks in Ankara in March."},
       {"2026-02-10", "The talks between Turkey and Greece in Ankara will take place on 14 March."},
       {"2026-02-20", "Turkey said its talks with Greece in Ankara had been moved to 20 March."},
       {"2026-03-05", "Greece has cancelled the talks with Turkey in Ankara."},
       {"2026-03-21", "The talks between Turkey and Greece took place in Ankara on 20 March after all."}},
  };
  const std::string expected[] = {"new 0 2026-03 scheduled", "dated 1 2026-03-14 scheduled",
                                  "moved 2 2026-03-20 postponed", "called-off 3 2026-03-20 cancelled",
                                  "on-again 4 2026-03-20 held"};
  for (const auto& story : stories) {
    const Folder folder;
    State state((folder.path / "s.db").string(), 0ms);
    std::string uid;
    for (int i = 0; i < 5; ++i) {
      CAPTURE(std::string(story[static_cast<std::size_t>(i)].text));
      const std::string told = run(state, story[static_cast<std::size_t>(i)], i);
      const auto at = told.rfind(' ');
      if (i == 0) uid = told.substr(at);
      // Who does not say "after all" contradicts who called it off.
      const bool doubted = i == 4 && std::string(story[4].text).find("after all") == std::string::npos;
      CHECK(told == (doubted ? "on-again doubted 4 2026-03-20 held" : expected[i]) + uid);
    }
  }
}

}  // namespace
}  // namespace dateline::tests
