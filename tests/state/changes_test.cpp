// What is told as changed, and how the briefing says it.
#include <doctest/doctest.h>

#include "claims/timelines.h"
#include "dateline/state.h"
#include "write/markdown_notes.h"

namespace dateline::tests {
namespace {

const When the_14th = exact("2026-03-14", "2026-03-15"), the_20th = exact("2026-03-20", "2026-03-21"),
           march = within("2026-03-01", "2026-04-01", Granularity::month);

Account as(const When& when, Status status = Status::scheduled) {
  Account told;
  told.title = "Summit";
  told.kind = "summit";
  told.when = when;
  told.status = status;
  told.is_off = status == Status::cancelled;
  told.sources = {"old"};
  return told;
}

/// The section for one event, known to the last briefing as `told` and to this one as `now`.
std::string section(const std::optional<Account>& told, const std::optional<Account>& now,
                    const std::vector<KeptEvent>& others = {}) {
  KeptEvent kept{uid_a, 0, {}, {}, "", now, told, {{"a", "They will meet.", 0}}};
  Timeline timeline;
  if (now) {
    timeline = timeline_of(event(uid_a, now->title, now->when, now->status), "then", "2026-02-01");
    timeline.events[0].findings.resize(now->doubts.size());
  }
  std::vector<KeptEvent> events{kept};
  events.insert(events.end(), others.begin(), others.end());
  timeline.changes = changes_of(timeline, events, {{"a", "a", "/a.md", "new", "r"}});
  Footnotes notes;
  const std::string text = changes_section(timeline, notes), heading = "\n## Changed since the last run\n\n";
  REQUIRE(text.starts_with(heading));
  return text.substr(heading.size());
}

TEST_CASE("a change is told once, by its weightiest side") {
  Account with_source = as(the_14th), doubted = as(the_14th);
  with_source.sources.push_back("new");
  doubted.doubts = {"14 March 2026 is a Saturday"};
  struct Row {
    const char* what;
    std::optional<Account> told, now;
    const char* is;
  };
  const std::vector<Row> rows = {
      {"nothing", as(the_14th), as(the_14th), "Nothing.\n"},
      {"told already by this source", with_source, as(the_20th),
       "- **moved** — Summit: 14 March 2026 → 20 March 2026.\n"},
      {"new", {}, as(march), "- **new** — Summit: March 2026.[^1]\n"},
      {"new, without a date", {}, as(When{}), "- **new** — Summit.[^1]\n"},
      {"a day within the month", as(march), as(the_14th),
       "- **dated** — Summit: March 2026 → 14 March 2026, says Agence Exemple.[^1]\n"},
      {"a first date", as(When{}), as(march), "- **dated** — Summit: no date → March 2026, says Agence Exemple.[^1]\n"},
      {"another day", as(the_14th), as(the_20th),
       "- **moved** — Summit: 14 March 2026 → 20 March 2026, says Agence Exemple.[^1]\n"},
      {"a day becomes a month", as(the_14th), as(march),
       "- **moved** — Summit: 14 March 2026 → March 2026, says Agence Exemple.[^1]\n"},
      {"cancelled", as(the_20th), as(the_20th, Status::cancelled),
       "- **cancelled** — Summit (was: 20 March 2026), says Agence Exemple.[^1]\n"},
      {"held after all", as(the_20th, Status::cancelled), as(the_20th, Status::held),
       "- **on again** — Summit: 20 March 2026 (held), says Agence Exemple.[^1]\n"},
      {"on again, on another day", as(the_14th, Status::cancelled), as(the_20th),
       "- **on again** — Summit: 14 March 2026 → 20 March 2026, says Agence Exemple.[^1]\n"},
      {"moved, and held there", as(the_14th), as(the_20th, Status::held),
       "- **moved** — Summit: 14 March 2026 → 20 March 2026, says Agence Exemple.[^1]\n"},
      {"held", as(the_14th), as(the_14th, Status::held),
       "- **held** — Summit: 14 March 2026, says Agence Exemple.[^1]\n"},
      {"in doubt", as(the_14th), doubted, "- **in doubt** — Summit: 14 March 2026 is a Saturday.[^1]\n"},
      {"still in doubt", doubted, doubted, "Nothing.\n"},
      {"no article is left",
       as(the_14th),
       {},
       "- **gone** — Summit (was: 14 March 2026): no article speaks of it any more.\n"},
      {"gone before the last briefing", {}, {}, "Nothing.\n"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    CHECK(section(row.told, row.now) == row.is);
  }
}

TEST_CASE("two events become one") {
  KeptEvent other{uid_b, 0, {}, {}, "", as(march), as(march), {{"a", "They will meet.", 0}}};
  other.now->title = "Great *summit*";
  KeptEvent gone{uid_a, 0, {}, {}, "", {}, as(the_14th), other.evidence};
  Timeline timeline = timeline_of(event(uid_b, "Great *summit*", march));
  timeline.changes = changes_of(timeline, {gone, other}, {});
  Footnotes notes;
  CHECK(changes_section(timeline, notes) ==
        "\n## Changed since the last run\n\n- **joined** — Summit (was: 14 March 2026) is one with Great "
        "\\*summit\\*.\n");
}

TEST_CASE("of many of a kind those to come are listed first, and thirty of them") {
  Timeline timeline;
  timeline.documents = {document("a", "2026-03-14")};
  timeline.changes.emplace();
  for (int i = 0; i < 40; ++i)
    timeline.changes->push_back({Change::Kind::added, "", i == 39 ? "Next" : "Past", {}, i == 39 ? the_20th : one_day});
  for (int i = 0; i < 39; ++i) (*timeline.changes)[static_cast<std::size_t>(i)].now = exact("2026-03-01", "2026-03-02");
  Footnotes notes;
  const std::string text = changes_section(timeline, notes);
  CHECK(text.starts_with(
      "\n## Changed since the last run\n\n- **new** — Next: 20 March 2026.\n- **new** — Past: 1 March 2026.\n"));
  CHECK(text.ends_with("- **new** — Past: 1 March 2026.\n- **new** — 10 more\n"));
}

TEST_CASE("without a state there is no such section") {
  Footnotes notes;
  CHECK(changes_section({}, notes) == "");
}

}  // namespace
}  // namespace dateline::tests
