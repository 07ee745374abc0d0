// Words become letters: the same letter exactly where no rule can tell two words apart.
#include "match/lexicon.h"

#include <doctest/doctest.h>

#include "rules/rule_texts.h"

using namespace dateline;

namespace {

constexpr const char* words = R"(
month: {case: capital, values: {May: 5, March: 3, 'Sept.': 9}}
season: {values: {spring: 1, fall: 3}}
day: {number: 1..31, digits: 1..2}
two_digits: {number: 0..99, digits: 2}
past: {suffix: [ed], words: [went]}
time_word: {also: [month, season]}
)";

Lexicon lexicon_of(const std::string& text) {
  Lexicon lexicon;
  lexicon.add_classes(parse_yaml(text, "words.yaml"));
  lexicon.literal("to");
  lexicon.finish();
  return lexicon;
}

}  // namespace

TEST_CASE("two words have one letter where no rule can tell them apart") {
  const Lexicon lexicon = lexicon_of(words);
  struct Row {
    std::string one;
    std::string other;
    bool same;
  };
  const std::vector<Row> rows = {
      {"May", "March", true},     {"may", "May", false},  // a month only with a capital
      {"may", "table", true},                             // so in lower case it is a word like any other
      {"MAY", "May", false},                              // both are months; their shapes differ
      {"spring", "fall", true},   {"spring", "Spring", false},
      {"walked", "talked", true}, {"walked", "went", true},
      {"walked", "walk", false},  {"ed", "ab", true},  // an ending needs a word before it
      {"to", "of", false},                             // a word that stands in a pattern
      {"5", "31", false},                              // 31 has two digits
      {"12", "31", true},         {"12", "32", false},
      {"05", "12", true},         {"0", "32", false},
      {"2025", "1999", true},     {"2025", "12025", true},    // no list knows either
      {"Zürich", "Genf", true},   {"Ägypten", "Genf", true},  // Ä is a capital
      {"Šarunas", "Genf", true},  {"ŠARUNAS", "GENF", true},
      {"Łukasz", "genf", false},  {"šarunas", "genf", true},
      {"СЕГОДНЯ", "GENF", true},  {"Фестивальная", "Genf", true},
      {"北京", "genf", true},     {"É", "I", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.one);
    CAPTURE(row.other);
    CHECK((lexicon.letter(row.one) == lexicon.letter(row.other)) == row.same);
  }
}

TEST_CASE("a word has the classes of its lists and of the lists that take those in") {
  const Lexicon lexicon = lexicon_of(words);
  struct Row {
    std::string word;
    std::string list;
    bool has;
  };
  const std::vector<Row> rows = {
      {"May", "month", true},     {"May", "time_word", true},  {"may", "time_word", false}, {"fall", "time_word", true},
      {"fall", "month", false},   {"walked", "past", true},    {"Walked", "past", true},    {"7", "day", true},
      {"07", "day", true},        {"007", "day", false},       {"32", "day", false},        {"32", "two_digits", true},
      {"7", "two_digits", false}, {"May", "word", true},       {"May", "capital", true},    {"MAY", "capital", true},
      {"may", "lower", true},     {"7", "number_token", true}, {"7", "word", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.word);
    CAPTURE(row.list);
    CHECK(lexicon.has_class(lexicon.letter(row.word), *lexicon.find_class(row.list)) == row.has);
  }
}

TEST_CASE("what a word means in its list") {
  const Lexicon lexicon = lexicon_of(words);
  struct Row {
    std::string list;
    std::string text;
    std::optional<WordValue> value;
  };
  const std::vector<Row> rows = {
      {"month", "May", 5.0},      {"month", "MAY", 5.0},    {"month", "Sept.", 9.0},   {"month", "June", std::nullopt},
      {"time_word", "fall", 3.0}, {"past", "went", "went"}, {"day", "07", 7.0},        {"day", "1,500", 1500.0},
      {"day", "٣", 3.0},          {"day", "１２", 12.0},    {"day", "", std::nullopt}, {"past", "walked", std::nullopt},
  };
  for (const auto& row : rows) {
    CAPTURE(row.list);
    CAPTURE(row.text);
    CHECK(lexicon.value(*lexicon.find_class(row.list), row.text) == row.value);
  }
}

TEST_CASE("what is wrong in a words file is said with its place") {
  struct Row {
    std::string text;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"day: {numbers: 1..31}",
       "words.yaml:1:7: unknown key 'numbers'; did you mean 'number'?\nday: {numbers: 1..31}\n      ^"},
      {"day: {number: 1-31}",
       "words.yaml:1:15: '1-31' is no range; write it as 1..31\nday: {number: 1-31}\n              ^"},
      {"month: {case: upper}",
       "words.yaml:1:15: case is 'any', 'capital' or 'lower', not 'upper'\nmonth: {case: upper}\n              ^"},
      {"a: [x]\nb: {also: [aa]}",
       "words.yaml:2:11: the list 'b' takes in 'aa', which is not defined; define it in this file or one before it\nb: "
       "{also: [aa]}\n          ^"},
      {"month: [May]\nb: {also: [mont]}",
       "words.yaml:2:11: the list 'b' takes in 'mont', which is not defined; did you mean 'month'?\nb: {also: "
       "[mont]}\n          ^"},
      {"- May", "words.yaml:1:1: a words file is a map of lists; write NAME: {words: [...]}\n- May\n^"},
  };
  for (const auto& row : rows) CHECK(error_of([&] { lexicon_of(row.text); }) == row.message);
}

TEST_CASE("a list is defined once in all files") {
  Lexicon lexicon;
  lexicon.add_classes(parse_yaml("month: [May]", "cldr.yaml"));
  const std::string message =
      "words.yaml:1:8: the word list 'month' is defined twice; give one of them another name\nmonth: [June]\n       ^";
  CHECK(error_of([&] { lexicon.add_classes(parse_yaml("month: [June]", "words.yaml")); }) == message);
}
