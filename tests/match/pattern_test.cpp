// Patterns over words: what they match, what they refuse, and how a match can begin.
#include "match/pattern.h"

#include <doctest/doctest.h>

#include "dateline/lex.h"
#include "match/signs.h"
#include "rules/rule_texts.h"

using namespace dateline;

namespace {

constexpr const char* words =
    "{month: {case: capital, values: {May: 5, Oct: 10, 'Oct.': 10}}, day: {number: 1..31, digits: 1..2}, feast: ['New "
    "Year''s Eve', Easter]}";

struct Compiled {
  Lexicon lexicon;
  SyntaxPtr syntax;

  explicit Compiled(const std::string& pattern, bool captures = false) {
    lexicon.add_classes(parse_yaml(words, "words.yaml"));
    const PatternSource source = read_pattern(Tree(pattern), lexicon);
    lexicon.finish();
    syntax = Families().syntax_of(source, lexicon, captures);
  }

  /// The words of the first match; "-" where there is none.
  std::string first_match(const std::string& text) const {
    const Tokens tokens = lex(text, lexicon);
    const Capture found = Pattern(syntax).find(tokens.letters);
    if (!found.matched) return "-";
    const auto& first = tokens.tokens[tokens.token_at(found.begin)];
    const auto& last = tokens.tokens[tokens.token_at(found.end) - 1];
    return text.substr(first.begin, last.end - first.begin);
  }
};

}  // namespace

TEST_CASE("a pattern matches whole words, leftmost and longest") {
  struct Row {
    std::string pattern;
    std::string text;
    std::string found;
  };
  const std::vector<Row> rows = {
      {"{month} {day}", "on May 5 and Oct. 30", "May 5"},
      {"{month} {day}", "on Oct. 30", "Oct. 30"},
      {"{month} {day}", "may 5", "-"},
      {"{month} {day}", "May 55", "-"},
      {"{month}( {day})?", "in May", "May"},
      {"day|day after", "the day after", "day after"},
      {"the day", "then daylight", "-"},
      {"The day", "the day", "-"},  // a word with a capital is only itself with a capital
      {"the day", "THE DAY", "THE DAY"},
      {"{feast}", "on New Year's Eve", "New Year's Eve"},
      {"{day}-{day}", "on 5\u20137 May", "5\u20137"},
      {"{day}(st|nd|rd|th)", "the 30th", "30th"},
      {"year's end", "at year\u2019s end", "year\u2019s end"},
      {"p\\.m\\.", "at 6 p.m. today", "p.m."},
      {"({word} ){2}summit", "the long awaited summit", "long awaited summit"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    CHECK(Compiled(row.pattern).first_match(row.text) == row.found);
  }
}

TEST_CASE("what cannot be a pattern says why") {
  struct Row {
    std::string pattern;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"[abc]", "a character class may hold signs, not letters: [abc]; list the words: (a|b), or a word list {name}"},
      {"[-", "'[' is never closed in '[-'"},
      {"\\d+",
       "'\\d' has no meaning here: a pattern matches whole words and signs; use a number list such as {day} for \\d, "
       "nothing for \\b"},
      {"{month", "'{' is never closed in '{month'; write {name}, or \\{ for the sign"},
      {"(?=x)",
       "only (…), (?:…) and (?P<name>…) are groups here; guards look at the words around: before, after, "
       "unless_before, unless_after"},
      {"days?",
       "'days?' is the whole word and a sign, not its last letter; write (days)? for the word, or (one form|another)"},
      {"{mont}", "{mont} is no word list and no family of rules read before; did you mean {month}?"},
      {"(a", "not a pattern: missing ); see the RE2 syntax"},
      {"a)", "not a pattern: unexpected ); see the RE2 syntax"},
      {"a|*", "not a pattern: no argument for repetition operator; see the RE2 syntax"},
      {"(a){2,1}", "not a pattern: bad repetition count; see the RE2 syntax"},
      {"{xyz}", "{xyz} is no word list and no family of rules read before; define it in a file of words"},
  };
  for (const auto& row : rows) CHECK(error_of([&] { Compiled{row.pattern}; }) == row.message);
}

TEST_CASE("captures are given in the order of the pattern") {
  struct Row {
    std::string pattern, text, captures;
  };
  const std::vector<Row> rows = {
      {"(?P<a>,+)(?P<b>;)?(?P<c>-)", ",,-", "0-2 . 2-3"},
      {"(?P<a>,+)(?P<b>;)?(?P<c>-)", ",;-", "0-1 1-2 2-3"},
      {"(?P<a>,*)(?P<b>,*)", ",,", "0-2 2-2"},      // the earlier takes more
      {"(?P<a>,|,;)(?P<b>;?-)", ",;-", "0-1 1-3"},  // of two ways the earlier alternative
      {"(?P<a>,(?P<b>;)){2}", ",;,;", "2-4 3-4"},   // of a repetition the last
      {"((?P<a>,)|(?P<b>;))-", ";-", ". 0-1"},
      {"(?P<a>(,?)*)-", ",,-", "0-2"},  // a repetition of nothing ends
      {"(?P<a>,)$", ",", "0-1"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.pattern);
    std::vector<Capture> found;
    std::string shown;
    REQUIRE(Pattern(Compiled(row.pattern, true).syntax).find(letters_of(row.text), 0, &found).matched);
    for (const auto& c : found)
      shown += (shown.empty() ? "" : " ") + (c.matched ? std::to_string(c.begin) + "-" + std::to_string(c.end) : ".");
    CHECK(shown == row.captures);
  }
}

TEST_CASE("how a match can begin") {
  struct Row {
    std::string pattern;
    std::string signs;  ///< "*" is every letter
  };
  const std::vector<Row> rows = {
      {",;|-/", ",-"},    {"(,|;)-", ",;"},  {"(,)?;", ",;"},    {",?;*-+/", ",-;"},
      {"[,-/]:", ",-./"}, {"[:\\-];", "-:"}, {"(?P<n>,);", ","}, {",{0,2};", ",;"},
      {",{1,2};", ","},   {"\\(,", "("},     {"(|,);", ",;"},    {",??;", ",;"},
      {",*", "*"},        {"", "*"},         {"^,", ","},        {"(,|;?)(-|/):", ",-/;"},
  };
  for (const auto& row : rows) {
    const LetterSet found = first_letters(*Compiled(row.pattern).syntax);
    std::string signs;
    for (std::size_t c = 0; c < 0x80; ++c)
      if (found[letters::sign(static_cast<char32_t>(c))]) signs += static_cast<char>(c);
    CAPTURE(row.pattern);
    CHECK((found.all() ? "*" : signs) == row.signs);
  }
}

TEST_CASE("an index knows where any of its patterns begins, and how long each match is") {
  PatternIndex index;
  for (const char* pattern : {",;", ",+", "-(/)?"}) index.add(Compiled(pattern).syntax);
  CHECK(index.next(letters_of("::,;"), 0) == 2);
  CHECK(index.next(letters_of("::,;"), 3) == std::string_view::npos);
  struct Row {
    std::string text;
    std::size_t at;
    std::vector<std::pair<int, std::size_t>> found;
  };
  const std::vector<Row> rows = {
      {"::,;", 2, {{0, 4}, {1, 3}}}, {":,,;", 1, {{1, 3}}}, {":-:", 1, {{2, 2}}}, {":-/", 1, {{2, 3}}}, {"::;", 2, {}}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    std::vector<PatternIndex::Match> found;
    std::vector<std::pair<int, std::size_t>> pairs;
    index.matches_at(letters_of(row.text), row.at, found);
    for (const auto& m : found) pairs.emplace_back(m.pattern, m.end);
    CHECK(pairs == row.found);
  }
}

TEST_CASE("an index finds all that each pattern finds alone") {
  PatternIndex index;
  for (const char* pattern : {",+", ",;", "(-)?"}) index.add(Compiled(pattern).syntax);
  struct Row {
    std::string text, found;
  };
  const std::vector<Row> rows = {
      {",,;,", "0:0-2 0:3-4 1:1-3"},  // ",;" begins within what ",+" took, and is another pattern's
      {"--", "2:0-1 2:1-2"},          // what matches nothing too finds no empty places
      {":;", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    std::string shown;
    for (const auto& [pattern, begin, end] : index.find_all(letters_of(row.text)))
      shown += (shown.empty() ? "" : " ") + std::to_string(pattern) + ":" + std::to_string(begin) + "-" +
               std::to_string(end);
    CHECK(shown == row.found);
  }
}
