// Patterns over words: what they match, what they refuse, and how a match can begin.
#include "pattern.h"

#include <doctest/doctest.h>

#include "first_letters.h"
#include "lex.h"
#include "rule_texts.h"

using namespace dateline;

namespace {

constexpr const char* words = "{month: {case: capital, values: {May: 5, Oct: 10, 'Oct.': 10}}, day: {number: 1..31, digits: 1..2}, feast: ['New Year''s Eve', Easter]}";

struct Compiled {
  Lexicon lexicon;
  std::string re2;

  explicit Compiled(const std::string& pattern) {
    lexicon.add_classes(parse_yaml(words, "words.yaml"));
    const PatternSource source = read_pattern(Tree(pattern), lexicon);
    lexicon.finish();
    re2 = Families().re2_of(source, lexicon, false);
  }

  /// The words of the first match; "-" where there is none.
  std::string first_match(const std::string& text) const {
    const Tokens tokens = lex(text, lexicon);
    const Capture found = Pattern(re2, Tree()).find(tokens.letters);
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
      {"The day", "the day", "-"},         // a word with a capital is only itself with a capital
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
      {"\\d+", "'\\d' has no meaning here: a pattern matches whole words and signs; use a number list such as {day} for \\d, nothing for \\b"},
      {"{month", "'{' is never closed in '{month'; write {name}, or \\{ for the sign"},
      {"(?=x)", "only (…), (?:…) and (?P<name>…) are groups here; guards look at the words around: before, after, unless_before, unless_after"},
      {"days?", "'days?' is the whole word and a sign, not its last letter; write (days)? for the word, or (one form|another)"},
      {"{mont}", "{mont} is no word list and no family of rules read before; did you mean {month}?"},
      {"{xyz}", "{xyz} is no word list and no family of rules read before; define it in words.yaml"},
  };
  for (const auto& row : rows) CHECK(error_of([&] { Compiled{row.pattern}; }) == row.message);
  CHECK(error_of([] { Pattern("(a", Tree()); }) == "not a pattern: missing ); see the RE2 syntax");
}

TEST_CASE("captures are given in the order of the pattern") {
  const Pattern pattern("(?P<a>x+)(?P<b>y)?(?P<c>z)", Tree());
  std::vector<Capture> found;
  CHECK(pattern.match_at("-xxz", 1, &found) == 4);
  REQUIRE(found.size() == 3);
  CHECK((found[0].matched && found[0].begin == 1 && found[0].end == 3));
  CHECK(!found[1].matched);
  CHECK((found[2].matched && found[2].begin == 3 && found[2].end == 4));
  CHECK(pattern.match_at("-xxz", 0) == std::string_view::npos);
  CHECK(pattern.matches("xyz"));
  CHECK(!pattern.matches("xyzz"));
}

TEST_CASE("a pattern can be compiled when it is first used") {
  const Pattern pattern("x+", Tree(), Pattern::Compile::when_used);
  CHECK(pattern.match_at("axx", 1) == 3);
}

TEST_CASE("how a match can begin") {
  struct Row {
    std::string pattern;
    std::string letters;  ///< "*" is every one
  };
  const std::vector<Row> rows = {
      {"ab|cd", "ac"},     {"(?:a|b)c", "ab"},      {"(?:a)?b", "ab"},   {"a?b*c+d", "abc"}, {"[a-c]x", "abc"}, {"[x\\-]y", "-x"}, {"(?P<n>a)b", "a"},
      {"a{0,2}b", "ab"},   {"a{1,2}b", "a"},        {"\\(a", "("},       {"(?:|a)b", "ab"},  {"a??b", "ab"},    {"a*", "*"},        {"", "*"},
      {".a", "*"},         {"[^a]b", "*"},          {"(?:a|b?)(?:c|d)e", "abcd"},
  };
  for (const auto& row : rows) {
    LetterSet found;
    add_first_letters(row.pattern, found);
    std::string letters;
    for (std::size_t c = 0; c < 0x80; ++c)
      if (found[c]) letters += static_cast<char>(c);
    CAPTURE(row.pattern);
    CHECK((found.all() ? "*" : letters) == row.letters);
  }
}

TEST_CASE("an index knows where any of its patterns begins, and which") {
  PatternIndex index;
  for (const char* pattern : {"ab", "a", "c(?:d)?"}) index.add(pattern, Tree());
  index.compile();
  CHECK(index.next("xxab", 0) == 2);
  CHECK(index.next("xxab", 3) == std::string_view::npos);
  std::vector<int> found;
  index.matching_at("xxab", 2, found);
  CHECK(found == std::vector<int>{0, 1});
  index.matching_at("xce", 1, found);
  CHECK(found == std::vector<int>{2});
  index.matching_at("xxb", 2, found);
  CHECK(found.empty());
}
