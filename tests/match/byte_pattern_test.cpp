// Patterns over bytes: what is found where, what their groups are called, and what is said of one that is none.
#include "match/byte_pattern.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace dateline;

namespace {

/// "4-8 year=2025 month": the bytes, and the named groups with what they captured.
std::string in_words(const BytePattern& pattern, const std::optional<ByteMatch>& match) {
  if (!match) return "nothing";
  std::string out = std::to_string(match->begin) + '-' + std::to_string(match->end);
  for (std::size_t i = 0; i < pattern.groups().size(); ++i) {
    out += ' ' + pattern.groups()[i];
    if (match->groups[i].data()) out += '=' + std::string(match->groups[i]);
  }
  return out;
}

std::string error_of_expression(const std::string& expression) {
  try {
    BytePattern{expression};
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a pattern is found with what its groups captured") {
  struct Row {
    std::string expression, text;
    std::size_t from;
    std::string found, whole;
  };
  const std::vector<Row> rows = {
      {"(?P<year>[0-9]{4})", "in 2024, 2025", 0, "3-7 year=2024", "nothing"},
      {"(?P<year>[0-9]{4})", "in 2024, 2025", 4, "9-13 year=2025", "nothing"},
      {"(?P<year>[0-9]{4})", "in 2024, 2025", 10, "nothing", "nothing"},
      {"(?P<year>[0-9]{4})", "2025", 0, "0-4 year=2025", "0-4 year=2025"},
      {"(?P<a>x)|(?P<b>y)", "y", 0, "0-1 a b=y", "0-1 a b=y"},
      {"(?P<a>x)|(?P<a>y)", "y", 0, "0-1 a a=y", "0-1 a a=y"},
      {"(x)(?P<b>y?)", "x", 0, "0-1 =x b=", "0-1 =x b="},
      {R"(\bof)", "soof of", 1, "5-7", "nothing"},  // what stands before `from` is seen
      {"^b", "ab", 1, "nothing", "nothing"},
      {"ü.", "Zürich", 0, "1-4", "nothing"},
      {"a", "", 0, "nothing", "nothing"},
      {"a", "a", 2, "nothing", "0-1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    const BytePattern pattern(row.expression);
    CHECK(in_words(pattern, pattern.find(row.text, row.from)) == row.found);
    CHECK(in_words(pattern, pattern.find_whole(row.text)) == row.whole);
  }
}

TEST_CASE("what is no pattern is said in RE2's words, without the whole of it") {
  struct Row {
    std::string expression, error;
  };
  const std::vector<Row> rows = {
      {"(x", "missing )"},
      {"x**", "bad repetition operator: **"},
      {"[z-a]", "invalid character class range: z-a"},
      {"(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)", "more than 15 groups"},
      {"x", "no error"},
  };
  for (const Row& row : rows) CHECK(error_of_expression(row.expression) == row.error);
}

TEST_CASE("a quoted text matches itself alone") {
  for (const std::string text : {"Sept.", "a+b", "(x)", "é|è"}) {
    const BytePattern pattern(BytePattern::quoted(text));
    CHECK(in_words(pattern, pattern.find_whole(text)) == "0-" + std::to_string(text.size()));
    CHECK(in_words(pattern, pattern.find_whole(text + "x")) == "nothing");
  }
  CHECK(in_words(BytePattern("x"), BytePattern(BytePattern::quoted("a.c")).find_whole("abc")) == "nothing");
}
