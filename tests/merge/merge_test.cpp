// Which claims become one event, and what is then known of it, whatever the order in which they come.
#include "dateline/merge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "claims/timelines.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

const Actor usa{"United States", "US", "USA", false}, china{"China", "China", "CHN", false},
    russia{"Russia", "Russia", "RUS", false};
const Actor trump{"Donald Trump", "Trump", "USA", true}, xi{"Xi Jinping", "Xi", "CHN", true},
    putin{"Vladimir Putin", "Putin", "RUS", true}, rubio{"Marco Rubio", "Rubio", "USA", true},
    lavrov{"Sergei Lavrov", "Lavrov", "RUS", true};

const Place busan{"Busan", "KOR", 35.1, 129.04, false}, seoul{"Seoul", "KOR", 37.57, 126.98, false},
    south_korea{"South Korea", "KOR", 36, 128, true}, tokyo{"Tokyo", "JPN", 35.69, 139.69, false},
    beijing{"Beijing", "CHN", 39.91, 116.4, false}, china_itself{"China", "CHN", 35, 105, true};

When on(const char* day) {
  const Moment begin = at(day);
  return exactly({begin, Moment{begin.day() + date::days{1}}}, Granularity::day);
}

/// Some time after the publication, as "upcoming" says it.
When ahead_of(const char* published) {
  When w = no_earlier_than(at(published), Granularity::none);
  w.inferred = true;
  return w;
}

struct Report {
  const char* document;
  const char* published;
  const char* kind;
  std::vector<Actor> actors;
  When when;
  Place place{};
  Status status = Status::scheduled;
  std::vector<When> previous{};
};

Claim claim_of(const Report& r) {
  Claim claim;
  claim.document = document(r.document, r.published);
  claim.kind = r.kind;
  claim.actors = r.actors;
  claim.when = r.when;
  claim.place = r.place;
  claim.status = r.status;
  claim.previous = r.previous;
  claim.rule = "test";
  claim.text = "A sentence.";
  claim.sentence = {0, claim.text.size()};
  return claim;
}

Timeline merged(const std::vector<Report>& reports) {
  std::vector<Claim> claims;
  std::vector<Citation> documents;
  for (const auto& report : reports) {
    claims.push_back(claim_of(report));
    documents.push_back(claims.back().document);
  }
  return merge(claims, documents, rules().events());
}

/// "kind status names @place when was OLD (claims)", a line an event.
std::string shown(const Timeline& timeline) {
  std::string out;
  for (const auto& event : timeline.events) {
    out += event.kind + " " + name(event.status);
    for (const auto& actor : event.actors) out += " " + actor.short_name;
    if (!event.place.name.empty()) out += " @" + event.place.name;
    if (!edtf(event.when).empty()) out += " " + edtf(event.when);
    for (const auto& old : event.previous) out += " was " + edtf(old);
    out += " (" + std::to_string(event.claims.size()) + ")\n";
  }
  return out;
}

const std::vector<Report> moved_visit = {
    {"a", "2026-02-25", "visit", {trump, china}, on("2026-03-31"), beijing},
    {"b", "2026-03-26", "visit", {trump, china}, on("2026-05-14"), beijing, Status::postponed, {on("2026-03-31")}},
    {"c", "2026-05-01", "visit", {usa, china}, on("2026-05-14"), china_itself},
};

TEST_CASE("what is one event and what is not") {
  const Report trump_xi{"a", "2025-10-21", "meeting", {trump, xi}, on("2025-10-30"), busan};
  const struct {
    const char* what;
    std::vector<Report> reports;
    const char* events;
  } rows[] = {
      {"nothing", {}, ""},
      {"two articles of one meeting",
       {trump_xi, {"b", "2025-10-22", "meeting", {trump, xi}, on("2025-10-30"), busan}},
       "meeting scheduled Trump Xi @Busan 2025-10-30 (2)\n"},
      {"states and those who act for them, a city and its country",
       {trump_xi, {"b", "2025-10-22", "meeting", {usa, china}, on("2025-10-30"), south_korea}},
       "meeting scheduled Trump Xi @Busan 2025-10-30 (2)\n"},
      {"a window narrowed to a day",
       {{"a", "2025-10-01", "meeting", {trump, xi}, within("2025-10-21", "2025-11-01")},
        {"b", "2025-10-22", "meeting", {trump, xi}, on("2025-10-30")}},
       "meeting scheduled Trump Xi 2025-10-30 (2)\n"},
      {"the day was told before the window",
       {{"a", "2025-10-01", "meeting", {trump, xi}, on("2025-10-30")},
        {"b", "2025-10-22", "meeting", {trump, xi}, within("2025-10-21", "2025-11-01")}},
       "meeting scheduled Trump Xi 2025-10-30 (2)\n"},
      {"planned, then held",
       {trump_xi, {"b", "2025-10-31", "summit", {trump, xi}, on("2025-10-30"), busan, Status::held}},
       "meeting held Trump Xi @Busan 2025-10-30 (2)\n"},
      {"another day",
       {trump_xi, {"b", "2025-10-22", "meeting", {trump, xi}, on("2025-10-25"), busan}},
       "meeting scheduled Trump Xi @Busan 2025-10-25 (1)\nmeeting scheduled Trump Xi @Busan 2025-10-30 (1)\n"},
      {"two visits, years apart",
       {{"a",
         "2025-10-21",
         "visit",
         {trump, china},
         within("2017-11-01", "2017-12-01", Granularity::month),
         beijing,
         Status::held},
        {"a", "2025-10-21", "visit", {trump, china}, april, beijing}},
       "visit held Trump China @Beijing 2017-11 (1)\nvisit scheduled Trump China @Beijing 2026-04 (1)\n"},
      {"other persons of the same states",
       {{"a", "2025-10-17", "meeting", {trump, putin}, on("2025-10-23")},
        {"b", "2025-10-17", "meeting", {rubio, lavrov}, on("2025-10-23")}},
       "meeting scheduled Trump Putin 2025-10-23 (1)\nmeeting scheduled Rubio Lavrov 2025-10-23 (1)\n"},
      {"other states",
       {{"a", "2025-10-17", "meeting", {usa, russia}, on("2025-10-23")},
        {"b", "2025-10-17", "meeting", {usa, china}, on("2025-10-23")}},
       "meeting scheduled US Russia 2025-10-23 (1)\nmeeting scheduled US China 2025-10-23 (1)\n"},
      {"two cities of one country",
       {trump_xi, {"b", "2025-10-22", "meeting", {trump, xi}, on("2025-10-30"), seoul}},
       "meeting scheduled Trump Xi @Busan 2025-10-30 (1)\nmeeting scheduled Trump Xi @Seoul 2025-10-30 (1)\n"},
      {"two countries",
       {trump_xi, {"b", "2025-10-22", "meeting", {trump, xi}, on("2025-10-30"), tokyo}},
       "meeting scheduled Trump Xi @Busan 2025-10-30 (1)\nmeeting scheduled Trump Xi @Tokyo 2025-10-30 (1)\n"},
      {"a call is no meeting",
       {{"a", "2025-10-21", "meeting", {trump, xi}, on("2025-10-30")},
        {"b", "2025-10-22", "call", {trump, xi}, on("2025-10-30")}},
       "meeting scheduled Trump Xi 2025-10-30 (1)\ncall scheduled Trump Xi 2025-10-30 (1)\n"},
      {"upcoming, and near ahead",
       {trump_xi, {"b", "2025-10-22", "meeting", {trump, xi}, ahead_of("2025-10-22")}},
       "meeting scheduled Trump Xi @Busan 2025-10-30 (2)\n"},
      {"upcoming, but long over",
       {trump_xi, {"b", "2025-12-22", "meeting", {trump, xi}, ahead_of("2025-12-22")}},
       "meeting scheduled Trump Xi @Busan 2025-10-30 (1)\nmeeting scheduled Trump Xi (1)\n"},
      {"nobody is named",
       {{"a", "2025-10-21", "attack", {}, on("2025-10-20")}, {"b", "2025-10-22", "attack", {}, on("2025-10-20")}},
       "attack scheduled 2025-10-20 (1)\nattack scheduled 2025-10-20 (1)\n"},
      {"moved: the old date is kept", moved_visit,
       "visit scheduled Trump China @Beijing 2026-05-14 was 2026-03-31 (3)\n"},
      {"put off to a later day, the old one not named",
       {trump_xi, {"b", "2025-10-23", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::postponed}},
       "meeting postponed Trump Xi @Busan 2025-11-05 was 2025-10-30 (2)\n"},
      {"put off, and called off for the new day",
       {trump_xi,
        {"b", "2025-10-23", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::postponed},
        {"c", "2025-11-01", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::cancelled}},
       "meeting cancelled Trump Xi @Busan 2025-11-05 was 2025-10-30 (3)\n"},
      {"nothing is put off to a day before it",
       {{"a", "2025-10-21", "meeting", {trump, xi}, on("2025-11-10"), busan},
        {"b", "2025-10-23", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::postponed}},
       "meeting postponed Trump Xi @Busan 2025-11-05 (1)\nmeeting scheduled Trump Xi @Busan 2025-11-10 (1)\n"},
      {"what is over is not put off",
       {{"a", "2025-10-11", "meeting", {trump, xi}, on("2025-10-20"), busan},
        {"b", "2025-10-23", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::postponed}},
       "meeting scheduled Trump Xi @Busan 2025-10-20 (1)\nmeeting postponed Trump Xi @Busan 2025-11-05 (1)\n"},
      {"one that is planned for later stays",
       {trump_xi,
        {"a", "2025-10-21", "meeting", {trump, xi}, on("2025-11-20"), busan},
        {"b", "2025-10-23", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::postponed}},
       "meeting postponed Trump Xi @Busan 2025-11-05 was 2025-10-30 (2)\nmeeting scheduled Trump Xi @Busan 2025-11-20 "
       "(1)\n"},
      {"planned, put off, called off without a date, held after all",
       {trump_xi,
        {"b", "2025-10-23", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::postponed, {on("2025-10-30")}},
        {"c", "2025-11-01", "meeting", {trump, xi}, {}, {}, Status::cancelled},
        {"d", "2025-11-06", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::held}},
       "meeting held Trump Xi @Busan 2025-11-05 was 2025-10-30 (4)\n"},
      {"put off twice",
       {trump_xi,
        {"b", "2025-10-23", "meeting", {trump, xi}, on("2025-11-05"), busan, Status::postponed, {on("2025-10-30")}},
        {"c", "2025-11-01", "meeting", {trump, xi}, on("2025-11-12"), busan, Status::postponed, {on("2025-11-05")}}},
       "meeting postponed Trump Xi @Busan 2025-11-12 was 2025-10-30 was 2025-11-05 (3)\n"},
      {"called off; talks announced later are others",
       {{"a", "2025-10-01", "meeting", {trump, xi}, {}, {}, Status::cancelled},
        {"b", "2025-10-20", "meeting", {trump, xi}, on("2025-12-05"), busan}},
       "meeting scheduled Trump Xi @Busan 2025-12-05 (1)\nmeeting cancelled Trump Xi (1)\n"},
      {"called off later, date as it was",
       {{"a", "2025-10-17", "summit", {trump, putin}, on("2025-10-31")},
        {"b", "2025-10-22", "summit", {trump, putin}, {}, {}, Status::cancelled}},
       "summit cancelled Trump Putin 2025-10-31 (2)\n"},
      {"called off before it was announced anew",
       {{"a", "2025-10-17", "summit", {trump, putin}, {}, {}, Status::cancelled},
        {"b", "2025-12-22", "summit", {trump, putin}, on("2026-01-31")}},
       "summit scheduled Trump Putin 2026-01-31 (1)\nsummit cancelled Trump Putin (1)\n"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    // Events of one day stand in the order of their uids, which mean nothing to a reader: any order will do here.
    auto lines = [](const std::string& text) {
      std::multiset<std::string> out;
      for (std::size_t from = 0, end; (end = text.find('\n', from)) != std::string::npos; from = end + 1)
        out.insert(text.substr(from, end - from));
      return out;
    };
    const std::string events = shown(merged(row.reports));
    INFO(events);
    CHECK(lines(events) == lines(row.events));
  }
}

TEST_CASE("the order of claims and documents does not matter") {
  std::vector<Report> reports = moved_visit;
  reports.push_back({"d", "2026-03-26", "meeting", {trump, xi}, on("2026-05-14"), beijing});
  reports.push_back(
      {"e", "2026-03-26", "meeting", {usa, china}, within("2026-05-01", "2026-06-01", Granularity::month)});
  reports.push_back({"f", "2026-03-27", "visit", {xi, usa}, within("2026-10-01", "2026-11-01", Granularity::month)});
  const Timeline first = merged(reports);
  std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
  int different = 0;
  do {
    std::vector<Report> shuffled;
    for (const std::size_t i : order) shuffled.push_back(reports[i]);
    different += !(merged(shuffled) == first);
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(different == 0);
}

TEST_CASE("a uid is of version 5, its own, and stays when later reports come in") {
  auto reports = moved_visit;
  const std::string uid = merged({reports.front()}).events.at(0).uid;
  CHECK(uid.size() == 36);
  CHECK(uid.substr(14, 1) == "5");
  CHECK(merged(reports).events.at(0).uid == uid);
  reports.push_back({"d", "2026-05-14", "visit", {xi, usa}, within("2026-10-01", "2026-11-01", Granularity::month)});
  const Timeline timeline = merged(reports);
  REQUIRE(timeline.events.size() == 2);
  CHECK(timeline.events[0].uid == uid);
  CHECK(timeline.events[1].uid != uid);
}

TEST_CASE("documents are listed by id, also those without a claim") {
  const Timeline timeline = merge({}, {document("b", "2025-10-22"), document("a", "2025-10-23")}, rules().events());
  REQUIRE(timeline.documents.size() == 2);
  CHECK(timeline.documents[0].id == "a");
  CHECK(timeline.events.empty());
}

/// Thirty states that meet in pairs, a meeting a week for years, each told by several articles.
std::vector<Report> years_of_news(int meetings, int reports_of_each, std::vector<std::string>& ids,
                                  std::vector<std::string>& days) {
  ids.reserve(static_cast<std::size_t>(meetings * reports_of_each));
  days.reserve(2 * ids.capacity());
  std::vector<Report> out;
  const auto state = [](int n) {
    const std::string code{'S', static_cast<char>('A' + n / 26), static_cast<char>('A' + n % 26)};
    return Actor{code, code, code, false};
  };
  for (int m = 0; m < meetings; ++m)
    for (int r = 0; r < reports_of_each; ++r) {
      const date::local_days day = at("2016-01-01").day() + date::days{7 * m / 2};
      ids.push_back("d" + std::to_string(m * reports_of_each + r));
      days.push_back(to_string(Moment{day - date::days{r + 1}}));
      out.push_back({ids.back().c_str(),
                     days.back().c_str(),
                     "meeting",
                     {state(m % 30), state((m / 2) % 30 + 30)},
                     exactly({Moment{day}, Moment{day + date::days{1}}}, Granularity::day)});
    }
  return out;
}

TEST_CASE("a meeting of a series is one event, whoever attends; those of two years are two") {
  const Actor g20{"Group of Twenty", "G20", "G20", false};
  std::vector<Claim> claims;
  for (const auto& report : std::vector<Report>{{"a", "2022-11-01", "summit", {trump, g20}, on("2022-11-15")},
                                                {"b", "2022-11-02", "summit", {xi, g20}, on("2022-11-15")},
                                                {"c", "2023-08-02", "summit", {xi, g20}, on("2023-09-09")}}) {
    claims.push_back(claim_of(report));
    claims.back().series = "G20 summit";
  }
  const Timeline timeline =
      merge(claims, {claims[0].document, claims[1].document, claims[2].document}, rules().events());
  REQUIRE(timeline.events.size() == 2);
  CHECK(timeline.events[0].claims.size() == 2);
  CHECK(timeline.events[0].title == "G20 summit");
  CHECK(timeline.events[1].claims.size() == 1);
}

TEST_CASE("days inferred from a series yield to those that a text says") {
  When inferred = on("2026-06-15");
  inferred.inferred = true;
  const Actor g7{"Group of Seven", "G7", "G7", false};
  const Timeline timeline = merged({{"a", "2026-05-20", "summit", {g7}, inferred},
                                    {"b", "2026-05-21", "summit", {g7}, on("2026-06-14")},
                                    {"c", "2026-05-22", "summit", {g7}, inferred}});
  CHECK(shown(timeline) == "summit scheduled G7 2026-06-14 (3)\n");
}

TEST_CASE("an act that no calendar has makes no event, and is not kept") {
  Claim act = claim_of({"a", "2025-10-21", "", {russia, usa}, on("2025-10-20")});
  act.type = ClaimType::act;
  act.plover = "REJECT";
  const Timeline timeline = merge({act}, {act.document}, rules().events());
  CHECK(timeline.claims.empty());
  CHECK(timeline.events.empty());
}

TEST_CASE("claims from elsewhere: a kind that the rules do not have, a name that looks like a template") {
  CHECK_THROWS_WITH(merged({{"a", "2025-10-21", "picnic", {usa, china}, on("2025-10-30")}}),
                    "a: a claim is of the kind 'picnic', which the rules do not have; merge with the rules that it was "
                    "extracted with");
  const Actor odd{"{actors}", "{actors}", "USA", false};
  CHECK(merged({{"a", "2025-10-21", "call", {odd, china}, on("2025-10-30")}}).events.at(0).title ==
        "{actors}–China call");
}

TEST_CASE("what is told two thousand times is one event, and soon made") {
  std::vector<std::string> ids;
  for (int i = 0; i < 2000; ++i) ids.push_back("d" + std::to_string(i));
  std::vector<Report> reports;
  for (const auto& id : ids)
    reports.push_back({id.c_str(), "2025-10-21", "meeting", {trump, xi}, on("2025-10-30"), busan});
  const Timeline timeline = merged(reports);
  REQUIRE(timeline.events.size() == 1);
  CHECK(timeline.events[0].claims.size() == 2000);
}

TEST_CASE("five thousand claims") {
  std::vector<std::string> ids, days;
  const auto reports = years_of_news(1000, 5, ids, days);
  const auto begin = std::chrono::steady_clock::now();
  const Timeline timeline = merged(reports);
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(timeline.events.size() == 1000);
  CHECK(
      std::all_of(timeline.events.begin(), timeline.events.end(), [](const Event& e) { return e.claims.size() == 5; }));
  // 0.07 s where this was written, and 0.5 s where all are of the same two states. The bound is generous, so that a
  // slow machine and a sanitizer pass: what must not come back is minutes.
  CHECK(std::chrono::duration_cast<std::chrono::seconds>(took).count() < 10);
}

}  // namespace
}  // namespace dateline::tests
