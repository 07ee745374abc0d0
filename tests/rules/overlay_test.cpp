// A folder laid over a language changes what it names and nothing else; what is wrong in it is said with its place.
// What the British overlay finds is held by the examples in rules/en-GB, which run here too.
#include <algorithm>

#include "folder.h"
#include "pipeline/pipeline.h"
#include "rules/event_rules.h"
#include "rules/rule_texts.h"
#include "rules/time_rules.h"

using namespace dateline;

namespace {

const std::string shipped = DATELINE_SOURCE_DIR "/rules";

/// A file of an overlay.
struct Text {
  std::string name, yaml;
};

void fill(Folder& folder, const std::vector<Text>& texts) {
  for (const auto& text : texts) folder.file(text.name, text.yaml);
}

Rules with_overlay(const Folder& folder) { return Rules(shipped, "en", {folder.path.string()}); }

/// "30/10/2025 is 2025-10-30" for each expression, joined by "; ".
std::string found_in(const std::string& text, const Rules& rules) {
  std::string out;
  for (const auto& m : date_text(text, parse_moment("2025-10-23"), rules).mentions)
    out += (out.empty() ? "" : "; ") + text.substr(m.begin, m.end - m.begin) + " is " +
           (m.dated ? m.dated->value : "nothing");
  return out;
}

std::ptrdiff_t place_of(const Rules& rules, const std::string& id) {
  const auto all = rules.list();
  return std::find_if(all.begin(), all.end(), [&](const RuleInfo& rule) { return rule.id == id; }) - all.begin();
}

/// The message without the folder's own name.
std::string error_with(const Folder& folder, const std::function<void()>& action) {
  std::string message = error_of(action);
  const std::string prefix = folder.path.string() + "/";
  if (message.starts_with(prefix)) message.erase(0, prefix.size());
  return message;
}

}  // namespace

TEST_CASE("an overlay replaces, adds and takes away by name") {
  struct Row {
    std::vector<Text> files;
    std::string text;
    std::string before, after;  ///< what is found without the overlay and with it
  };
  const std::vector<Row> rows = {
      {{{"index.yaml", "time: [mine.yaml]"},
        {"mine.yaml",
         "rules: [{id: date.us_slashes, match: '{d=day_number}/{m=month_number}/{year}', value: {year: $year, month: "
         "$m, day: $d}}]"}},
       "Signed on 04/07/2024.",
       "04/07/2024 is 2024-04-07",
       "04/07/2024 is 2024-07-04"},
      {{{"index.yaml", "time: [mine.yaml]"}, {"mine.yaml", "rules: [{id: vague.soon, remove: true}]"}},
       "They will meet soon.",
       "soon is FUTURE_REF",
       ""},
      {{{"index.yaml", "time: [mine.yaml]"},
        {"mine.yaml", "rules: [{id: mine.kickoff, match: 'kickoff {date}', value: $date}]"}},
       "The kickoff 30 October 2025 stands.",
       "30 October 2025 is 2025-10-30",
       "kickoff 30 October 2025 is 2025-10-30"},
      {{{"index.yaml", "words: [mine.yaml]"}, {"mine.yaml", "feast: {add: {'Box Day': boxing_day}}"}},
       "They met on Box Day and Christmas.",
       "Christmas is 2024-12-25",
       "Box Day is 2024-12-26; Christmas is 2024-12-25"},
      {{{"index.yaml", "words: [mine.yaml]"}, {"mine.yaml", "feast: {add: {Christmas: boxing_day}}"}},
       "They met on Christmas.",
       "Christmas is 2024-12-25",
       "Christmas is 2024-12-26"},
      {{{"index.yaml", "words: [mine.yaml]"}, {"mine.yaml", "counted_noun: {add: [llamas]}"}},
       "They sold 2015 llamas.",
       "2015 is 2015",
       ""},
      {{{"index.yaml", "words: [mine.yaml]"}, {"mine.yaml", "counted_noun: [llamas]"}},
       "They sold 2015 llamas and 2016 troops.",
       "2015 is 2015",
       "2016 is 2016"},
      {{{"index.yaml", "guards: mine.yaml"}, {"mine.yaml", "not_counted: {unless_after: llamas}"}},
       "They sold 2015 llamas and 2016 troops.",
       "2015 is 2015",
       "2016 is 2016"},
      {{{"index.yaml", "feasts: [mine.yaml]"}, {"mine.yaml", "christmas: {month: 1, day: 7, examples: [2025-01-07]}"}},
       "They met on Christmas.",
       "Christmas is 2024-12-25",
       "Christmas is 2025-01-07"},
      {{{"index.yaml", "{}"}}, "They met on Christmas.", "Christmas is 2024-12-25", "Christmas is 2024-12-25"},
  };
  const Rules without(shipped);
  for (const auto& row : rows) {
    CAPTURE(row.files.back().yaml);
    Folder folder;
    fill(folder, row.files);
    CHECK(found_in(row.text, without) == row.before);
    CHECK(found_in(row.text, with_overlay(folder)) == row.after);
  }
}

TEST_CASE("a replaced rule keeps its place, a new one goes to the end of the file of the same name") {
  Folder folder;
  fill(folder, {{"index.yaml", "time: [relative.yaml, mine.yaml]"},
                {"relative.yaml",
                 "rules:\n  - {id: relative.today, match: heute, value: {now: day}}\n  - {id: relative.later_on, "
                 "match: 'some day', value: {vague: FUTURE_REF}}"},
                {"mine.yaml", "rules: [{id: mine.last, match: '{relative} sharp', value: $relative}]"}});
  const Rules without(shipped), with = with_overlay(folder);
  CHECK(place_of(with, "relative.today") == place_of(without, "relative.today"));
  CHECK(with.time().rules[static_cast<std::size_t>(place_of(with, "relative.later_on"))].family == "relative");
  CHECK(place_of(with, "mine.last") == static_cast<std::ptrdiff_t>(with.list().size()) - 1);
  CHECK(with.list().size() == without.list().size() + 2);
  CHECK(found_in("Some day sharp, not today, but heute.", with) == "Some day sharp is FUTURE_REF; heute is 2025-10-23");
}

TEST_CASE("of two overlays the later lies on top") {
  Folder first, second;
  fill(first, {{"index.yaml", "time: [mine.yaml]"},
               {"mine.yaml", "rules: [{id: mine.word, match: xyzzy, value: {now: day}}]"}});
  fill(second, {{"index.yaml", "time: [mine.yaml]"},
                {"mine.yaml", "rules: [{id: mine.word, match: xyzzy, value: {now: year}}]"}});
  CHECK(found_in("xyzzy", Rules(shipped, "en", {first.path.string(), second.path.string()})) == "xyzzy is 2025");
  CHECK(found_in("xyzzy", Rules(shipped, "en", {second.path.string(), first.path.string()})) == "xyzzy is 2025-10-23");
}

TEST_CASE("events lie over events by id and by name") {
  const Rules without(shipped);
  const Trigger& known = without.events().triggers.all.front();
  Folder folder;
  fill(folder, {{"index.yaml", "events: mine.yaml"},
                {"mine.yaml", "triggers:\n  - {id: " + known.id + ", remove: true}\n  - {id: mine.jamboree, kind: " +
                                  known.kind + ", match: jamboree}"}});
  const Rules with = with_overlay(folder);
  const auto& triggers = with.events().triggers.all;
  const auto has = [&](const std::string& id) {
    return std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& t) { return t.id == id; });
  };
  CHECK(triggers.size() == without.events().triggers.all.size());
  CHECK_FALSE(has(known.id));
  CHECK(triggers.back().id == "mine.jamboree");
}

TEST_CASE("files of events say together what one could, and bring words of their own") {
  Folder folder;
  fill(folder,
       {{"index.yaml", "events: [jamboree.yaml, fair.yaml]"},
        {"jamboree.yaml",
         "kinds: {jamboree: {family: jamboree, title: '{actors} jamboree'}}\ntriggers: [{id: jamboree.noun, kind: "
         "jamboree, match: '{jamboree_noun}'}]\nwords: {jamboree_noun: [jamboree], summit_noun: {add: [powwow]}}"},
        {"fair.yaml", "triggers: [{id: fair.noun, kind: jamboree, match: fair}]"}});
  const Rules with = with_overlay(folder);
  const auto& triggers = with.events().triggers.all;
  CHECK(triggers.size() == Rules(shipped).events().triggers.all.size() + 2);
  CHECK(triggers[triggers.size() - 2].id == "jamboree.noun");
  CHECK(triggers.back().id == "fair.noun");
  CHECK(triggers.back().kind == "jamboree");
  const auto is_in = [&](const char* word, const char* list) {
    return with.lexicon().has_class(with.lexicon().letter(word), *with.lexicon().find_class(list));
  };
  CHECK(is_in("jamboree", "jamboree_noun"));
  CHECK(is_in("powwow", "summit_noun"));
  CHECK_FALSE(is_in("powwow", "jamboree_noun"));
}

TEST_CASE("what is wrong in an overlay is said with file, line, column and caret") {
  struct Row {
    std::vector<Text> files;
    std::string message;
  };
  const std::vector<Row> rows = {
      {{},
       "index.yaml: cannot be read; a folder of --rules has an index.yaml that names its files, or a folder world/"},
      {{{"index.yaml", "time: [none.yaml]"}},
       "index.yaml:1:8: 'none.yaml' cannot be read; index.yaml names files of its own folder\ntime: [none.yaml]\n      "
       " ^"},
      {{{"index.yaml", "tmie: [none.yaml]"}},
       "index.yaml:1:1: unknown key 'tmie'; did you mean 'time'?\ntmie: [none.yaml]\n^"},
      {{{"index.yaml", "time: [mine.yaml]"}, {"mine.yaml", "rules:\n  - {id: vague.son, remove: true}"}},
       "mine.yaml:2:5: there is no 'vague.son' to remove; did you mean 'vague.soon'?\n  - {id: vague.son, "
       "remove: true}\n    ^"},
      {{{"index.yaml", "time: [mine.yaml]"}, {"mine.yaml", "rules:\n  - {id: vague.soon, remove: true, match: x}"}},
       "mine.yaml:2:36: unknown key 'match'; known are id, remove\n  - {id: vague.soon, remove: true, match: x}\n   "
       "                                ^"},
      {{{"index.yaml", "time: [mine.yaml]"},
        {"mine.yaml",
         "rules:\n  - {id: mine.a, match: x, value: {now: day}}\n  - {id: mine.a, match: y, value: {now: day}}"}},
       "mine.yaml:3:10: two rules have the id 'mine.a'; rename one of them\n  - {id: mine.a, match: y, value: {now: "
       "day}}\n         ^"},
      {{{"index.yaml", "time: [mine.yaml]"},
        {"mine.yaml", "rules:\n  - {id: relative.extra, match: x, value: {now: day}}"}},
       "mine.yaml:2:10: the id 'relative.extra' does not begin with 'mine.', the name of its file; call it "
       "'mine.extra', or move it to a file of its name\n  - {id: relative.extra, match: x, value: {now: day}}\n        "
       " "
       "^"},
      {{{"index.yaml", "time: [sub/mine.yaml]"}, {"sub/mine.yaml", "rules:\n  - {id: kickoff, match: x}"}},
       "sub/mine.yaml:2:10: the id 'kickoff' does not begin with 'mine.', the name of its file; call it "
       "'mine.kickoff', or move it to a file of its name\n  - {id: kickoff, match: x}\n         ^"},
      {{{"index.yaml", "events: mine.yaml"},
        {"mine.yaml", "triggers:\n  - {id: visits.mine, kind: visit, match: jaunt}"}},
       "mine.yaml:2:10: the id 'visits.mine' does not begin with 'mine.', the name of its file; call it 'mine.mine', "
       "or "
       "move it to a file of its name\n  - {id: visits.mine, kind: visit, match: jaunt}\n         ^"},
      {{{"index.yaml", "events: [mine.yaml, sub/mine.yaml]"},
        {"mine.yaml", "triggers:\n  - {id: mine.trip, kind: visit, match: jaunt}"},
        {"sub/mine.yaml", "triggers:\n  - {id: mine.trip, kind: visit, match: outing}"}},
       "sub/mine.yaml:2:10: two rules have the id 'mine.trip'; rename one of them\n  - {id: mine.trip, kind: visit, "
       "match: outing}\n         ^"},
      {{{"index.yaml", "words: [mine.yaml, more.yaml]"},
        {"mine.yaml", "jaunt_noun: [jaunt]"},
        {"more.yaml", "jaunt_noun: [outing]"}},
       "more.yaml:1:13: 'jaunt_noun' is defined twice; give one of them another name\njaunt_noun: [outing]\n           "
       " "
       "^"},
      {{{"index.yaml", "time: [mine.yaml]"},
        {"mine.yaml", "family: month\nrules: [{id: mine.a, match: x, value: {now: day}}]"}},
       "mine.yaml:1:9: 'month' is a word list, and can be no family too; give the family another name\nfamily: month\n "
       "       ^"},
      {{{"index.yaml", "time: [mine.yaml]"},
        {"mine.yaml", "rules:\n  - {id: mine.a, family: weekday, match: x, value: {now: day}}"}},
       "mine.yaml:2:26: 'weekday' is a word list, and can be no family too; give the family another name\n  - {id: "
       "mine.a, family: weekday, match: x, value: {now: day}}\n                         ^"},
      {{{"index.yaml", "time: [date.yaml]"}, {"date.yaml", "family: relative\nrules: []"}},
       "date.yaml:1:9: the date.yaml below has the family 'date'; leave family: out, or give the file another "
       "name\nfamily: relative\n        ^"},
      {{{"index.yaml", "words: [mine.yaml]"}, {"mine.yaml", "feasts: {add: {Fool: boxing_day}}"}},
       "mine.yaml:1:9: there is no 'feasts' to add to; did you mean 'feast'?\nfeasts: {add: {Fool: boxing_day}}\n      "
       "  ^"},
      {{{"index.yaml", "words: [mine.yaml]"}, {"mine.yaml", "feast: {add: 7}"}},
       "mine.yaml:1:14: add: is a list of words, or words with their values; write add: [word] or add: {word: "
       "value}\nfeast: {add: 7}\n             ^"},
      {{{"index.yaml", "words: [mine.yaml]"}, {"mine.yaml", "measure_noun: {add: {llamas: 1}}"}},
       "mine.yaml:1:21: the list has words without values; write add: [word, word]\nmeasure_noun: {add: {llamas: 1}}\n "
       "                   ^"},
      {{{"index.yaml", "events: mine.yaml"}, {"mine.yaml", "meantimes: where"}},
       "mine.yaml:1:1: unknown key 'meantimes'; did you mean 'meantime'?\nmeantimes: where\n^"},
      {{{"index.yaml", "events: mine.yaml"},
        {"mine.yaml", "kinds:\n  talks: {onse: true, family: talks, title: Talks}"}},
       "mine.yaml:2:11: unknown key 'onse'; did you mean 'once'?\n  talks: {onse: true, family: talks, title: Talks}\n "
       "         ^"},
      {{{"index.yaml", "events: mine.yaml"}, {"mine.yaml", "orders:\n  befor: ahead of"}},
       "mine.yaml:2:3: unknown key 'befor'; did you mean 'before'?\n  befor: ahead of\n  ^"},
      {{{"index.yaml", "events: [mine.yaml, more.yaml]"},
        {"mine.yaml", "meantime: where"},
        {"more.yaml", "meantime: when"}},
       "more.yaml:1:11: 'meantime' stands in two files; keep one of the two\nmeantime: when\n          ^"},
      {{{"index.yaml", "events: [mine.yaml, more.yaml]"},
        {"mine.yaml", "kinds:\n  talks: {family: talks, title: Talks}"},
        {"more.yaml", "kinds:\n  talks: {family: visit, title: Talks}"}},
       "more.yaml:2:10: 'talks' stands in two files; keep one of the two\n  talks: {family: visit, title: Talks}\n     "
       " "
       "   ^"},
      {{{"index.yaml", "checks: mine.yaml"}, {"mine.yaml", "as_off: as of"}},
       "mine.yaml:1:1: unknown key 'as_off'; did you mean 'as_of'?\nas_off: as of\n^"},
      {{{"index.yaml", "time: [mine.yaml]"}, {"mine.yaml", "- a"}},
       "mine.yaml:1:1: a rule file is a map; see the files of rules/en\n- a\n^"},
  };
  for (const auto& row : rows) {
    Folder folder;
    fill(folder, row.files);
    CHECK(error_with(folder, [&] { with_overlay(folder); }) == row.message);
  }
}

TEST_CASE("what is wrong in a language's folder is said with its place") {
  struct Row {
    std::vector<Text> files;
    std::string message;
  };
  const std::vector<Row> rows = {
      {{{"en/index.yaml", ""}, {"de/index.yaml", ""}}, "xx/index.yaml: cannot be read; the languages here are de, en"},
      {{{"xx/index.yaml", "extends: yy"}},
       "xx/index.yaml:1:10: there is no language 'yy'; the languages here are xx\nextends: yy\n         ^"},
      {{{"xx/index.yaml", "extends: yy"}, {"yy/index.yaml", "extends: xx"}},
       "yy/index.yaml:1:10: 'xx' extends itself; a language stands on another, down to one that stands alone\nextends: "
       "xx\n         ^"},
      {{{"xx/index.yaml", "words: [a.yaml]"}},
       "world/feasts.yaml: cannot be read; --rules names a folder with an index.yaml, or one with en/ and world/"},
      {{{"xx/index.yaml", "words: [a.yaml]"}, {"world/feasts.yaml", ""}},
       "xx/index.yaml:1:9: 'a.yaml' cannot be read; index.yaml names files of its own folder\nwords: [a.yaml]\n        "
       "^"},
      {{{"xx/index.yaml", "words: [a.yaml]"}, {"xx/a.yaml", "{}"}, {"world/feasts.yaml", ""}},
       "xx/index.yaml:1:1: 'guards' is missing; add 'guards: …'\nwords: [a.yaml]\n^"},
  };
  for (const auto& row : rows) {
    Folder folder;
    fill(folder, row.files);
    CHECK(error_with(folder, [&] { Rules(folder.path.string(), "xx"); }) == row.message);
  }
}

TEST_CASE("every example of British English is right, and English does not know it") {
  const Rules british(shipped, "en-GB");
  for (const auto& failure : check_examples(british)) FAIL_CHECK(failure.where << ": " << failure.message);
  CHECK(found_in("It opened on 04/07/2024.", british) == "04/07/2024 is 2024-07-04");
  CHECK(found_in("It opened on 04/07/2024.", Rules(shipped)) == "04/07/2024 is 2024-04-07");
}
