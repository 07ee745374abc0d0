// Claims as lines of JSON and back, what a line may not say, and timeline.json.
#include <doctest/doctest.h>

#include "base/plain_text.h"
#include "claims/timelines.h"
#include "dateline/error.h"
#include "dateline/write.h"
#include "tree/tree.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

using G = Granularity;

Claim full_claim() {
  Claim c;
  c.document = {"a",
                "Agence \"Exemple\"",
                "Zürich\n会談",
                "https://news.example/a",
                at("2025-10-23T09:00"),
                PublishedBy::front_matter};
  c.sentence = {10, 90};
  c.text = "Xi's visit, planned for April, is postponed to May 20, 2026 </script>.";
  c.expression = {60, 72};
  c.expression_text = "May 20, 2026";
  c.value = "2026-05-20";
  c.kind = "visit";
  c.plover = "CONSULT";
  c.topic = "rare earths";
  c.series = "G20 summit";
  c.rule = "visit.postponed";
  c.actors = {{"Xi Jinping", "Xi", "CHN", true}, {"European Union", "EU", "EU", false}};
  c.place = {"Busan", "KOR", 35.1796, -0.1};
  c.place.is_whole_country = true;
  c.status = Status::postponed;
  c.when = one_day;
  c.when.inferred = true;
  c.previous = {april, no_earlier_than(at("2025-05-01T10:00:00Z"), G::hour)};
  return c;
}

}  // namespace

TEST_CASE("a claim is a line of JSON and back") {
  Claim with_offset = full_claim();
  with_offset.document.published = at("2026-03-05T08:30:00+09:00");
  with_offset.when = exact("2026-03-05T06:30:00+09:00", "2026-03-05T07:30:00+09:00", G::hour);
  Claim in_doubt;  // all but its type is left out
  in_doubt.type = ClaimType::date;
  in_doubt.rule = remark_rule(in_doubt.type);
  for (const Claim& claim : {full_claim(), with_offset, in_doubt}) {
    const std::string line = claim_to_json(claim);
    CHECK_FALSE(has(line, "\n"));
    CHECK(claim_from_json(line, "claims.jsonl", 1) == claim);
  }
}

TEST_CASE("a line that is no claim") {
  const std::string line = claim_to_json(full_claim());
  struct Row {
    std::string line;
    std::string message;  // how it begins, without the column
  };
  const Row rows[] = {
      {replaced(line, "\"topic\"", "\"topics\""), "unknown key 'topics'"},
      {replaced(line, "\"is_person\"", "\"person\""), "unknown key 'person'"},
      {replaced(line, "\"postponed\"", "\"delayed\""),
       "'delayed' is no status; one of proposed, scheduled, postponed, cancelled, held"},
      {replaced(line, "2026-05-20\",\"latest_start", "2026-02-30\",\"latest_start"),
       "'2026-02-30' is no date; write it like 2025-10-23 or 2025-10-24T17:00:00Z"},
      {replaced(line, "\"day\"", "\"days\""), "'days' is no granularity; such as day, month, year or none"},
      {replaced(line, "[10,90]", "[90,10]"), "a span ends before it begins; write it like [0, 12]"},
      {replaced(line, "[10,90]", "[-1,10]"), "a byte offset below 0; count from 0"},
      {replaced(line, "[10,90]", "[10]"), "a span is two numbers; write it like [0, 12]"},
      {replaced(line, "\"id\":\"a\",", ""), "'id' is missing"},
      {"[]", "a claim is an object; each line stands between { and }"},
      {"{", "not JSON"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    std::string message;
    try {
      claim_from_json(row.line, "claims.jsonl", 7);
    } catch (const Error& error) {
      message = error.what();
    }
    CHECK(message.starts_with("claims.jsonl:7:"));
    CHECK(has(message, ": " + row.message));
  }
}

TEST_CASE("timeline.json") {
  Timeline t = timeline_of(event(uid_a, "Summit </script>", april), "in April");
  t.events[0].findings = {0};
  t.findings = {{"status", "It was held before", {{0, Rank::deprecated}}}};
  const Tree root = parse_json(to_json(t), "timeline.json");
  CHECK(root.at("schema").text() == "dateline-timeline-1");
  CHECK(root.at("documents").items[0].at("published").text() == "2025-10-23");
  CHECK(root.at("claims").items[0].at("document").text() == "a");
  CHECK(root.at("claims").items[0].at("expression").items[0].integer() == 26);
  CHECK(root.at("claims").items[0].at("rule").text() == "summit.meet");
  const Tree& e = root.at("events").items[0];
  CHECK(e.at("title").text() == "Summit </script>");
  CHECK(e.at("edtf").text() == "2026-04");
  CHECK(e.at("words").text() == "April 2026");
  CHECK(e.at("when").at("latest_end").text() == "2026-05-01");
  CHECK(e.at("place").is_null());
  CHECK(e.at("claims").items[0].integer() == 0);
  CHECK(root.at("findings").items[0].at("evidence").items[0].at("rank").text() == "deprecated");
}
