// Which event of before an event of now is, and what becomes of its number and its times.
#include <doctest/doctest.h>

#include <map>

#include "claims/timelines.h"
#include "dateline/state.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

const Actor france{"France", "France", "FRA", false}, china{"China", "China", "CHN", false},
    russia{"Russia", "Russia", "RUS", false};
const When march = within("2026-03-01", "2026-04-01", Granularity::month), the_14th = exact("2026-03-14", "2026-03-15"),
           june = within("2026-06-01", "2026-07-01", Granularity::month);

/// One sentence on a meeting of two states.
struct Said {
  std::string article, sentence;
  When when;
  Actor second = china;
  std::string kind = "meeting";
};

struct Told_of {
  std::string uid;  ///< as merge would name it: after what was first said
  std::vector<Said> said;
  std::string slot = "14";
  const char* published = "2026-01-10";
};

Timeline timeline_of(const std::vector<Told_of>& events) {
  Timeline out;
  for (const auto& told : events) {
    Event e = event(told.uid, "Meeting", told.said.front().when);
    e.kind = told.said.front().kind;
    e.actors = {france, told.said.front().second};
    for (const auto& said : told.said) {
      Claim c;
      c.document = document(said.article, told.published);
      c.text = said.sentence;
      c.sentence = {10, 10 + c.text.size()};
      c.trigger = {12, 14};
      e.claims.push_back(out.claims.size());
      out.claims.push_back(c);
    }
    out.events.push_back(e);
  }
  return out;
}

std::vector<KeptEvent> run(Timeline& timeline, const std::vector<Told_of>& events, std::vector<KeptEvent> known) {
  timeline = timeline_of(events);
  std::vector<std::string> slots;
  for (const auto& e : events) slots.push_back(e.slot);
  return identify(timeline, slots, {}, std::move(known), rules().events());
}

/// "uid/sequence" of each event after a run that knew the first list, in the order of the second.
std::string after(const std::vector<Told_of>& before, const std::vector<Told_of>& now) {
  Timeline timeline;
  run(timeline, now, run(timeline, before, {}));
  std::map<std::string, std::string> by_sentence;
  for (const auto& e : timeline.events)
    by_sentence[timeline.claims[e.claims.front()].text] = e.uid + '/' + std::to_string(e.sequence);
  std::string out;
  for (const auto& e : now) out += (out.empty() ? "" : " ") + by_sentence[e.said.front().sentence];
  return out;
}

TEST_CASE("an event is found again") {
  const Said s1{"a", "They will meet in March.", march}, s2{"b", "They will meet on the 14th.", the_14th};
  struct Row {
    const char* what;
    std::vector<Told_of> before, now;
    const char* is;
  };
  const std::vector<Row> rows = {
      {"the same", {{"x", {s1}}}, {{"x", {s1}}}, "x/0"},
      {"an older article has come to it, and would name it anew", {{"x", {s1}}}, {{"y", {s2, s1}}}, "x/0"},
      {"another slot", {{"x", {s1}}}, {{"x", {s1}, "20"}}, "x/1"},
      {"no slot any more: the feed does not have it", {{"x", {s1}}}, {{"x", {s1}, ""}}, "x/0"},
      {"the sentence was edited, the month is the same",
       {{"x", {s1}}},
       {{"y", {{"a", "They are to meet in March.", march}}}},
       "x/0"},
      {"sentence and date were edited",
       {{"x", {s1}}},
       {{"y", {{"a", "They are to meet in June.", june}}, "30"}},
       "x/1"},
      {"the article was replaced by another of the same date", {{"x", {s1}}}, {{"y", {s2}}}, "x/0"},
      {"replaced by one of another date: another event",
       {{"x", {s1}}},
       {{"y", {{"b", "They will meet in June.", june}}}},
       "y/0"},
      {"others take part",
       {{"x", {s1}}},
       {{"y", {{"a", "France and Russia will meet in March.", march, russia}}}},
       "y/0"},
      {"another kind of event",
       {{"x", {s1}}},
       {{"y", {{"a", "France and China agreed in March.", march, china, "sanctions"}}}},
       "y/0"},
      {"one becomes two: the name stays with what it was made of",
       {{"x", {s1, s2}}},
       {{"z", {s2}}, {"x", {s1}}},
       "z/0 x/0"},
      {"two become one: that with more sentences stays",
       {{"x", {s1}}, {"y", {s2, {"c", "It is on the 14th.", the_14th}}}},
       {{"x", {s1, s2, {"c", "It is on the 14th.", the_14th}}}},
       "y/0"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    CHECK(after(row.before, row.now) == row.is);
  }
}

TEST_CASE("what goes and comes back has its name, and its number goes on") {
  const Said said{"a", "They will meet in March.", march};
  Timeline t;
  auto kept = run(t, {{"x", {said}}}, {});
  kept = run(t, {{"x", {said}, "20"}}, kept);
  kept = run(t, {}, kept);
  REQUIRE(kept.size() == 1);
  CHECK_FALSE(kept[0].now);
  kept = run(t, {{"x", {said}, "14"}}, kept);
  CHECK(t.events[0].uid == "x");
  CHECK(t.events[0].sequence == 2);
}

TEST_CASE("a name is not given twice") {
  const Said first{"a", "They will meet in March.", march},
      other{"z", "France and Russia will meet in June.", june, russia};
  Timeline t;
  run(t, {{"x", {other}}, {"y", {first}}}, run(t, {{"x", {first}}}, {}));
  CHECK(t.events[0].uid == "x");
  CHECK(t.events[1].uid != "x");
  CHECK(t.events[1].uid != "y");
}

TEST_CASE("created stays, modified never goes back") {
  const Said said{"a", "They will meet in March.", march}, older{"b", "A meeting is planned.", march};
  Timeline t;
  auto kept = run(t, {{"x", {said}, "14", "2026-02-01"}}, {});
  kept = run(t, {{"x", {said}, "14", "2026-03-01"}}, kept);
  CHECK(t.events[0].created == at("2026-02-01"));
  CHECK(t.events[0].modified == at("2026-03-01"));
  run(t, {{"x", {older, said}, "14", "2026-01-01"}}, kept);
  CHECK(t.events[0].created == at("2026-02-01"));
  CHECK(t.events[0].modified == at("2026-03-01"));
}

}  // namespace
}  // namespace dateline::tests
