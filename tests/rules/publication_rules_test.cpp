// What a desk editor can get wrong in publication.yaml is said with its place; what its groups capture becomes dates.
// What the shipped file finds is held by its own examples and by tests/read/publication_test.cpp.
#include "rules/publication_rules.h"

#include <doctest/doctest.h>

#include "pipeline/example_failures.h"
#include "rules/rule_texts.h"

using namespace dateline;

namespace {

constexpr const char* words = R"(
month: {case: capital, values: {May: 5, Sep: 9, 'Sept.': 9, Sept: 9}}
weekday: {values: {Monday: 1, Tuesday: 2}}
weekday_short: {values: {Mon: 1, Tue: 2}}
unit: {values: {day: day, hours: hour}}
ending: [st, nd]
)";

std::unique_ptr<PublicationRules> rules_of(const std::string& file) {
  Lexicon lexicon;
  lexicon.add_classes(parse_yaml(words, "words.yaml"));
  auto out = std::make_unique<PublicationRules>();
  out->read(parse_yaml(file, "publication.yaml"), lexicon);
  return out;
}

std::string rule(const std::string& keys) { return "rules:\n  - {id: a, " + keys + "}"; }

constexpr const char* iso = "{id: iso, where: date, match: '(?P<year>[0-9]{4})-(?P<month>[0-9]+)-(?P<day>[0-9]+)'}";

std::string first_date(const std::string& match, const std::string& text) {
  const auto rules = rules_of("rules:\n  - " + std::string(iso) + "\n  - {id: a, where: date, match: '" + match + "'}");
  const auto stamp = rules->first_date(text);
  return stamp ? to_string(*stamp->at) + " at " + text.substr(stamp->begin, stamp->end - stamp->begin) : "nothing";
}

}  // namespace

TEST_CASE("what is wrong in publication.yaml is said with file, line, column and caret") {
  struct Row {
    std::string file, error;
  };
  const std::vector<Row> rows = {
      {rule("where: stamp, match: '(x'"),
       "publication.yaml:2:34: not a pattern: missing ); see the RE2 syntax\n  - {id: a, where: stamp, match: '(x'}\n"
       "                                 ^"},
      {rule("where: stamp, match: '(?P<yaer>x)'"),
       "publication.yaml:2:34: no field is called 'yaer'; did you mean 'year'?\n"
       "  - {id: a, where: stamp, match: '(?P<yaer>x)'}\n                                 ^"},
      {rule("where: stamp, match: '{mnth}'"),
       "publication.yaml:2:34: {mnth} is no part and no word list; did you mean {month}?\n"
       "  - {id: a, where: stamp, match: '{mnth}'}\n                                 ^"},
      {rule("where: stamp, match: '{who=month}'"),
       "publication.yaml:2:34: no field is called 'who'; a group is one of year, month, day, weekday, hour, minute, "
       "second, offset, utc, count, unit, charset, date\n"
       "  - {id: a, where: stamp, match: '{who=month}'}\n                                 ^"},
      {rule("where: stamp, match: '{date}'"),
       "publication.yaml:2:34: {date} is no part and no word list; define it under parts:\n"
       "  - {id: a, where: stamp, match: '{date}'}\n                                 ^"},
      {rule("where: stamp, match: '(?P<year>x){month}'"),
       "publication.yaml:2:34: the pattern captures no 'day'; name a group so: (?P<day>…)\n"
       "  - {id: a, where: stamp, match: '(?P<year>x){month}'}\n                                 ^"},
      {rule("where: byline, match: 'x'"),
       "publication.yaml:2:35: the pattern captures no 'date'; name a group so: (?P<date>…)\n"
       "  - {id: a, where: byline, match: 'x'}\n                                  ^"},
      {rule("where: ago, match: '(?P<count>x)'"),
       "publication.yaml:2:32: the pattern captures no 'unit'; name a group so: (?P<unit>…)\n"
       "  - {id: a, where: ago, match: '(?P<count>x)'}\n                               ^"},
      {rule("where: head, match: 'x'"),
       "publication.yaml:2:20: 'head' is no place of a date; it is one of date, stamp, url, dateline, byline, as_of, "
       "ago, charset\n  - {id: a, where: head, match: 'x'}\n                   ^"},
      {rule("where: stamp"),
       "publication.yaml:2:5: 'match' is missing; add 'match: …'\n  - {id: a, where: stamp}\n    ^"},
      {rule("where: charset, match: '(?P<charset>x)', examples: [{text: x}]"),
       "publication.yaml:2:65: an example says what is found, or none: true; write is: 2025-10-23\n"
       "  - {id: a, where: charset, match: '(?P<charset>x)', examples: [{text: x}]}\n"
       "                                                                ^"},
      {"parts: {x: '{y}'}\nrules: []",
       "publication.yaml:1:12: {y} is no part and no word list; define it under parts:\nparts: {x: '{y}'}\n"
       "           ^"},
  };
  for (const Row& row : rows) CHECK(error_of([&] { rules_of(row.file); }) == row.error);
}

TEST_CASE("groups are fields by their names, in any order") {
  struct Row {
    std::string match, text, found;
  };
  const std::string y = "(?P<year>[0-9]{4})", d = "(?P<day>[0-9]{1,2})";
  const std::vector<Row> rows = {
      {d + " {month} " + y, "on 4 SEPT. 2025", "2025-09-04 at 4 SEPT. 2025"},
      {y + " {month} " + d, "on 2025 may 4", "2025-05-04 at 2025 may 4"},
      {d + "{ending} {month} " + y, "2nd Sep 2025", "2025-09-02 at 2nd Sep 2025"},
      {"{weekday=weekday+weekday_short} " + d + " {month} " + y, "Mon 5 May 2025", "2025-05-05 at Mon 5 May 2025"},
      {"{weekday=weekday+weekday_short} " + d + " {month} " + y, "Tue 5 May 2025", "nothing"},  // it was a Monday
      {d + " {month} " + y, "31 Sep 2025, 2025-10-01", "2025-10-01 at 2025-10-01"},
      {d + " {month} " + y, "4 May 20251", "nothing"},
      {d + " {month} " + y, "x4 May 2025", "nothing"},
      {d + " {month} " + y, "2025-10-01, 4 May 2025", "2025-10-01 at 2025-10-01"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.match);
    CHECK(first_date(row.match, row.text) == row.found);
  }
}

TEST_CASE("instants, and what is counted") {
  const auto rules = rules_of(R"(
parts: {time: '(?P<hour>[0-9]+):(?P<minute>[0-9]+)'}
rules:
  - {id: iso, where: date, match: '(?P<year>[0-9]{4})-(?P<month>[0-9]+)-(?P<day>[0-9]+)'}
  - id: clock
    where: stamp
    match: '^(?P<year>[0-9]{4})-(?P<month>[0-9]+)-(?P<day>[0-9]+) {time}(?: (?P<offset>[-+0-9:]+)| (?P<utc>GMT))?$'
  - {id: ago, where: ago, match: '(?P<count>[0-9]+) {unit}'}
)");
  struct Row {
    std::string text, found;
  };
  const std::vector<Row> rows = {
      {"2025-11-26 12:30", "2025-11-26T12:30:00"},
      {"2025-11-26 12:30 GMT", "2025-11-26T12:30:00Z"},
      {"2025-11-26 12:30 +0200", "2025-11-26T12:30:00+02:00"},
      {"2025-11-26 01:30 +02:00", "2025-11-26T01:30:00+02:00"},
      {"2025-11-26 12:30 -0430", "2025-11-26T12:30:00-04:30"},
      {"2025-11-26 24:30", "nothing"},
      {"2025-11-26 12:60", "nothing"},
      {"2025-11-31 12:30", "nothing"},
  };
  for (const Row& row : rows) {
    const auto stamp = rules->find(StampRule::Where::stamp, row.text);
    CHECK_MESSAGE((stamp ? to_string(*stamp->at) : "nothing") == row.found, row.text);
  }
  const auto ago = rules->find(StampRule::Where::ago, "some 12 HOURS ago");
  REQUIRE(ago);
  CHECK(ago->count == 12);
  CHECK(ago->unit == Unit::hour);
  CHECK_FALSE(rules->find(StampRule::Where::ago, "some 12 minutes ago"));
}

TEST_CASE("an example of a stamp that fails is told with its place and what was found") {
  const auto rules = rules_of(R"(
lines: 2
line_bytes: 80
rules:
  - id: iso
    where: date
    match: '(?P<year>[0-9]{4})-(?P<month>[0-9]+)-(?P<day>[0-9]+)'
    examples: [{text: 2025-10-30, is: 2025-10-31}]
  - id: label
    where: byline
    match: '^.*: {date}$'
    examples:
      - {text: 'Updated: 2025-10-30', is: 2025-10-30}
      - {text: 'Updated: 2025-10-30', none: true}
      - {text: 'Updated 2025-10-30', is: 2025-10-30}
      - {text: '[2025-10-30', is: 2025-10-30}
      - {text: "One.\nTwo.\nUpdated: 2025-10-30", none: true}
  - id: bracket
    where: byline
    match: '\[{date}'
    examples: [{text: 'x', none: true}]
  - id: place
    where: dateline
    match: 'Rome: {date}'
    examples: [{text: 'Oslo: 2025-10-30', is: 2025-10-30}]
)");
  std::string told;
  Failures failures;
  check_publication_examples(*rules, failures);
  for (const auto& failure : failures.take()) told += failure.where + ": " + failure.message + "\n";
  CHECK(told ==
        "publication.yaml:8:16: iso: '2025-10-30' is 2025-10-30, expected 2025-10-31\n"
        "publication.yaml:14:9: label: 'Updated: 2025-10-30' is 2025-10-30, expected nothing\n"
        "publication.yaml:15:9: label: 'Updated 2025-10-30' is nothing, expected 2025-10-30\n"
        "publication.yaml:16:9: label: '[2025-10-30' never fires in its own example: another rule is taken\n"
        "publication.yaml:18:5: bracket: has no example of what it finds; every rule needs one\n"
        "publication.yaml:25:16: place: 'Oslo: 2025-10-30' is 2025-10-30 by byline, expected 2025-10-30\n");
}
