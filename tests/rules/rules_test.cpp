// What a desk editor can get wrong in a rule file is said with its place; and every example of rules/ is right.
#include "dateline/rules.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "match/alphabet.h"
#include "pipeline/pipeline.h"
#include "rules/event_rules.h"
#include "rules/loaded_rules.h"
#include "rules/rule_texts.h"
#include "rules/time_rules.h"

using namespace dateline;

namespace {

constexpr const char* words = "{month: {case: capital, values: {May: 5, June: 6}}}";

std::string error_in(const std::string& rules) {
  return error_of([&] { compiled({words, "{no_name: {unless_before: Mrs}}", rules}); });
}

std::string rule(const std::string& keys) {
  return "rules:\n  - {id: a, match: '{month}', value: {month: $month}, " + keys + "}";
}

}  // namespace

TEST_CASE("what is wrong in a rule is said with file, line, column and caret") {
  struct Row {
    std::string rules;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"rules:\n  - {id: a, mtch: x}",
       "rules.yaml:2:13: unknown key 'mtch'; did you mean 'match'?\n  - {id: a, mtch: x}\n            ^"},
      {"rules:\n  - {match: x}", "rules.yaml:2:5: 'id' is missing; add 'id: …'\n  - {match: x}\n    ^"},
      {"rules:\n  - {id: a, match: '{mnth}', value: {month: 5}}",
       "rules.yaml:2:20: {mnth} is no word list and no family of rules read before; did you mean {month}?\n  - {id: a, "
       "match: '{mnth}', value: {month: 5}}\n                   ^"},
      {"rules:\n  - {id: a, match: '(x', value: {month: 5}}",
       "rules.yaml:2:20: not a pattern: missing ); see the RE2 syntax\n  - {id: a, match: '(x', value: {month: 5}}\n   "
       "                ^"},
      {"rules:\n  - {id: a, match: '[a-z]', value: {month: 5}}",
       "rules.yaml:2:20: a character class may hold signs, not letters: [a-z]; list the words: (a|b), or a word list "
       "{name}\n  - {id: a, match: '[a-z]', value: {month: 5}}\n                   ^"},
      {"rules:\n  - {id: a, match: x, value: {vague: PAST_REF}}\n  - {id: a, match: y, value: {vague: PAST_REF}}",
       "rules.yaml:3:10: two rules have the id 'a'; rename one of them\n  - {id: a, match: y, value: {vague: "
       "PAST_REF}}\n         ^"},
      {"rules:\n  - {id: a, match: x, when: no_nme, value: {month: 5}}",
       "rules.yaml:2:29: no guard is called 'no_nme'; did you mean 'no_name'?\n  - {id: a, match: x, when: no_nme, "
       "value: {month: 5}}\n                            ^"},
      {"rules:\n  - {id: a, match: '{month}', value: {month: $m}}",
       "rules.yaml:2:46: the pattern captures nothing as 'm'; write {m} or {m=LIST} in the pattern\n  - {id: a, match: "
       "'{month}', value: {month: $m}}\n                                             ^"},
      {"rules:\n  - id: a\n    match: |-\n      (x|\n      y\n    value: {month: 5}",
       "rules.yaml:3:12: not a pattern: missing ); see the RE2 syntax\n    match: |-\n           ^"},
      {"rules:\n  - {id: a, match: x}",
       "rules.yaml:2:5: 'value' is missing; add 'value: …'\n  - {id: a, match: x}\n    ^"},
  };
  for (const auto& row : rows) CHECK(error_in(row.rules) == row.message);
}

TEST_CASE("a pattern on several lines is one on one line") {
  struct Row {
    std::string yaml, pattern;
  };
  const std::vector<Row> rows = {
      {"match: |-\n  late May", "late May"},
      {"match: |-\n  late\n  May", "late May"},
      {"match: |-\n  (early|\n  late) May", "(early|late) May"},
      {"match: |-\n  (early|\n  late)\n  ({month})?", "(early|late) ({month})?"},
      {"match: |-\n  {month}'s|\n  late", "{month}'s|late"},
      {"match: |-\n  late \\|\n  May", "late \\| May"},
      {"match: 'late\n  May'", "late May"},  // YAML makes it one line itself
      {"match: '(early| late) May'", "(early| late) May"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.yaml);
    Lexicon lexicon;
    const PatternSource read = read_pattern(parse_yaml(row.yaml, "rules.yaml").at("match"), lexicon);
    const PatternSource other = read_pattern(Tree(row.pattern), lexicon);
    CHECK(read.where.scalar == row.pattern);
    REQUIRE(read.parts.size() == other.parts.size());
    for (std::size_t i = 0; i < read.parts.size(); ++i) CHECK(read.parts[i].text == other.parts[i].text);
  }
}

TEST_CASE("a family can be referred to only behind its rules") {
  const std::string family = "family: date\nrules:\n  - {id: a, match: '{month}', value: {month: $month}}\n";
  CHECK(error_in(family + "  - {id: b, match: 'by {date}', family: bound, value: {in: $date}}") == "no error");
  CHECK(error_in("family: date\nrules:\n  - {id: b, match: 'by {date}', value: {in: $date}}")
            .find("{date} is no word list and no family of rules read before") != std::string::npos);
}

TEST_CASE("an example that cannot be run is refused") {
  struct Row {
    std::string example;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"{text: 'in [May]'}",
       "the example marks 1 expressions and expects 0; write [ ] around each and one value in is: for each"},
      {"{text: 'in [May]', is: [2025-05, 2025-06]}",
       "the example marks 1 expressions and expects 2; write [ ] around each and one value in is: for each"},
      {"{text: 'in May'}", "an example marks what it finds, or says none: true; write [ ] around the expression"},
      {"{at: 2025-13-01, text: 'in [May]', is: 2025-05}",
       "'2025-13-01' is no date; write it as 2025-10-23 or 2025-10-23T09:00"},
  };
  for (const auto& row : rows) {
    const std::string message = error_in(rule("examples: [" + row.example + "]"));
    CAPTURE(message);
    CHECK(message.find(": " + row.message + "\n") != std::string::npos);
    CHECK(message.starts_with("rules.yaml:2:"));
  }
}

TEST_CASE("guards look at the words beside a match") {
  const auto texts = compiled({"{}", R"(
behind_in: {before: in}
not_directly: {unless_after: '^-'}
no_title: {unless_before: '(Mr|Mrs)'}
then_verb: {after: '(met|said)'}
)",
                               "rules: []"});
  struct Row {
    std::string guard;
    std::string left;
    std::string right;
    bool allows;
  };
  const auto letters_of = [&](const std::string& text) {
    std::u16string out;
    letters::for_each_part(
        text, [&](std::string_view word) { out += texts->lexicon.letter(word); },
        [&](char sign) { out += letters::sign(static_cast<unsigned char>(sign)); });
    return out;
  };
  const std::vector<Row> rows = {
      {"behind_in", "it is in ", "", true}, {"behind_in", "in it ", "", false}, {"behind_in", "", "", false},
      {"not_directly", "", "-x", false},    {"not_directly", "", " -x", true},  {"not_directly", "", " x", true},
      {"no_title", "so Mrs ", "", false},   {"no_title", "Mrs so ", "", true},  {"then_verb", "", " met him", true},
      {"then_verb", "", " him met", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.guard);
    CAPTURE(row.left);
    CAPTURE(row.right);
    CHECK(texts->rules.guards.at(row.guard).allows(letters_of(row.left), letters_of(row.right)) == row.allows);
  }
}

TEST_CASE("every example in rules/ is right") {
  const Rules all(DATELINE_SOURCE_DIR "/rules");
  for (const auto& failures : {check_examples(all), check_event_and_finding_examples(all, tests::gazetteer())})
    for (const auto& failure : failures) FAIL_CHECK(failure.where << ": " << failure.message);
}

TEST_CASE("an example that fails is told with its place and what was found") {
  namespace fs = std::filesystem;
  std::string folder = (fs::temp_directory_path() / "dateline-rules-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  fs::copy(DATELINE_SOURCE_DIR "/rules", folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  std::ofstream(folder + "/en/time/set.yaml") << R"(rules:
  - id: set.daily
    match: daily
    value: {every: day}
    examples:
      - {at: 2025-10-23, text: 'They meet [daily].', is: P2D}
      - {at: 2025-10-23, text: 'They [meet] often.', is: P1D}
      - {at: 2025-10-23, text: 'They meet daily.', none: true}
      - {at: 2025-10-23, text: 'They meet on [Friday].', is: 2025-10-24}
      - {at: 2025-10-23, text: 'They meet [daily].', is: P1D}
      - {at: 2025-10-23, text: 'They meet [daily], and daily at that.', is: P1D}
)";
  std::string told;
  for (const auto& failure : check_examples(Rules(folder)))
    told += failure.where.substr(folder.size()) + ": " + failure.message + "\n";
  fs::remove_all(folder);
  CHECK(told ==
        "/en/time/set.yaml:6:9: set.daily: 'daily' is P1D, expected P2D\n"
        "/en/time/set.yaml:7:9: set.daily: 'meet' is not found\n"
        "/en/time/set.yaml:8:9: set.daily: 'daily' is found by set.daily, expected nothing\n"
        "/en/time/set.yaml:9:9: set.daily: never fires in its own example: another rule is taken\n"
        "/en/time/set.yaml:11:9: set.daily: 'daily' is found by set.daily and has no [ ] around it\n");
}

TEST_CASE("rules read without their examples find the same") {
  const std::string shipped = DATELINE_SOURCE_DIR "/rules";
  const Rules whole(shipped), bare(shipped, "en", {}, Examples::left_out);
  const auto with = whole.list(), without = bare.list();
  REQUIRE(with.size() == without.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    CHECK(without[i].id == with[i].id);
    CHECK(without[i].where == with[i].where);
    CHECK(without[i].pattern == with[i].pattern);
    CHECK(without[i].examples == 0);
  }
}

TEST_CASE("no rule begins with just any word, which would be tried at every one") {
  const Rules rules(DATELINE_SOURCE_DIR "/rules");
  for (const auto& rule : rules.time().rules)
    for (const auto& alternative : rule.alternatives) {
      if (rule.part_only) continue;
      CAPTURE(rule.id);
      const LetterSet first = first_letters(*alternative.syntax);
      for (const char* word : {"qqqq", "Qqqq"}) CHECK_FALSE(first[rules.lexicon().letter(word)]);
    }
}

TEST_CASE("a folder without rules says where they are looked for") {
  CHECK(error_of([] { Rules("/nonexistent"); }) ==
        "/nonexistent/en/index.yaml: cannot be read; --rules names a folder with an index.yaml, or one with en/ and "
        "world/");
}
