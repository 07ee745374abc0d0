// Which expressions are found in a text, where they begin and end, and by which rule. Their values are tested by
// the examples of the rules (rules_test.cpp) and by evaluate_test.cpp.
#include "dateline/tag.h"
#include "dateline/rules.h"

#include <doctest/doctest.h>

#include "dateline/lex.h"
#include "dateline/rules.h"

using namespace dateline;

namespace {

const Rules& rules() {
  static const Rules loaded(DATELINE_SOURCE_DIR "/rules");
  return loaded;
}

/// The expressions with | between them.
std::string found(std::string_view text, std::vector<Attempt>* attempts = nullptr) {
  const Tokens tokens = lex(text, rules().lexicon());
  std::string out;
  for (const auto& m : tag(tokens, rules().time(), rules().lexicon(), attempts))
    out += (out.empty() ? "" : "|") + std::string(text.substr(m.begin, m.end - m.begin));
  return out;
}

struct Row {
  std::string text;
  std::string found;
};

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.found);
  }
}

}  // namespace

TEST_CASE("dates, with what belongs to them and nothing else") {
  check({
      {"They met on Oct. 30.", "Oct. 30"},
      {"They met on Friday, Oct. 24, 2025, in Rome.", "Friday, Oct. 24, 2025"},
      {"Signed on the 5th of November 2025.", "the 5th of November 2025"},
      {"in the third quarter, a third-quarter loss", "the third quarter|third-quarter"},
      {"last month's vote and Monday's talks", "last month|Monday"},
      {"in late October and the mid-1990s", "late October|the mid-1990s"},
      {"at the end of the year, by year-end", "the end of the year|year-end"},
      {"The summit is on 30 October 2025 at 9 a.m. GMT.", "30 October 2025 at 9 a.m. GMT"},
      {"a year ago, nearly four years ago", "a year ago|nearly four years ago"},
      {"just days ago", "days ago"},
      {"In fiscal 1989 it grew.", "fiscal 1989"},
      {"earlier this week, later this year", "earlier this week|later this year"},
      {"the night of Oct. 23, late Thursday night", "the night of Oct. 23|late Thursday night"},
      {"in the past, in the near future", "the past|the near future"},
      {"on the first of March, dated 30/10/2024", "the first of March|30/10/2024"},
      {"one third of March 2025", "March 2025"},
      {"the 20th of last month, two Mondays ago", "the 20th of last month|two Mondays ago"},
      {"tonight at 8, tonight at 10 Downing Street", "tonight at 8|tonight"},
      {"the end of current talks", "current"},
      {"on Anzac Day and Holy Week", "Anzac Day|Holy Week"},
  });
}

TEST_CASE("lengths and what comes round") {
  check({
      {"the first nine months and the six months", "the first nine months|the six months"},
      {"a two-day visit of at least 72 hours", "two-day|at least 72 hours"},
      {"for two more weeks, for another year", "two more weeks|another year"},
      {"over the past several months", "the past several months"},
      {"two to three weeks", "two to three weeks"},
      {"half an hour, 5 1/2 hours, a year and a half", "half an hour|5 1/2 hours|a year and a half"},
      {"for years, in the weeks before the vote", "years|weeks"},
      {"every two years, twice a week, on Tuesdays", "every two years|twice a week|Tuesdays"},
      {"a decades-long feud", "decades-long"},
  });
}

TEST_CASE("what only looks like a time is none") {
  check({
      {"Theresa May may march on.", ""},
      {"The March for Life and the Long March", ""},
      {"a 6-year-old boy, aged 40", ""},
      {"$500 million a year, 700 seats a week", ""},
      {"more than a quarter of the votes", ""},
      {"A second round, in some quarters", ""},
      {"They sat in the sun; prices fall.", ""},
      {"2015 troops in 1500 villages", ""},
      {"as soon as they can; he was soon released", ""},
      {"annual sales, a quarterly dividend", ""},
      {"Resolution 1701 and Flight 1998", ""},
      {"version 10.30.2025.7", ""},
      {"a third of marchers", ""},
      {"resolution 13/2024 and three quarters to one", ""},
      {"", ""},
  });
}

TEST_CASE("the longest match counts") {
  check({
      {"the day after tomorrow", "the day after tomorrow"},
      {"the day after", "the day after"},
      {"three days ago", "three days ago"},
      {"three days", "three days"},
      {"early next year", "early next year"},
  });
}

TEST_CASE("a range is one mention that knows its two ends") {
  struct Range {
    std::string text, first, second;
  };
  const std::vector<Range> rows = {
      {"the Oct. 30-31 summit", "Oct. 30", "31"},
      {"from June 28 to July 8", "June 28", "July 8"},
      {"from 1994 to 2002", "1994", "2002"},
      {"the war of 1915-17", "1915", "17"},
      {"between March and May 2025", "March", "May 2025"},
      {"from 8 a.m. to 6 p.m. on Friday", "8 a.m.", "6 p.m. on Friday"},
      {"open 3-4:30 p.m.", "3", "4:30 p.m."},
      {"from next Friday to Nov. 4", "next Friday", "Nov. 4"},
      {"the 13th to the 19th of October 1950", "the 13th", "the 19th of October 1950"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const std::string_view all = row.text;
    const Tokens tokens = lex(all, rules().lexicon());
    auto mentions = tag(tokens, rules().time(), rules().lexicon());
    REQUIRE(mentions.size() == 1);
    mentions[0].dated.emplace();
    mentions[0].dated->value = "A/B";
    const auto ends = ends_of(mentions[0]);
    REQUIRE(ends.size() == 2);
    CHECK(all.substr(ends[0].begin, ends[0].end - ends[0].begin) == row.first);
    CHECK(all.substr(ends[1].begin, ends[1].end - ends[1].begin) == row.second);
    CHECK(ends[0].dated->value == "A");
    CHECK(ends[1].dated->value == "B");
  }
}

TEST_CASE("what is no range of two dates has one end") {
  const Tokens tokens = lex("on Oct. 30", rules().lexicon());
  const auto mentions = tag(tokens, rules().time(), rules().lexicon());
  REQUIRE(mentions.size() == 1);
  CHECK(ends_of(mentions[0]).size() == 1);
}

TEST_CASE("each rule that matched says what became of it") {
  std::vector<Attempt> attempts;
  CHECK(found("Theresa May met him in May.", &attempts) == "May");
  std::string story;
  for (const auto& a : attempts)
    if (a.rule == "date.month") story += std::to_string(a.begin) + "-" + std::to_string(a.end) + " " + a.outcome + "; ";
  CHECK(story == "8-11 refused by not_a_name; 23-26 taken; ");
}

TEST_CASE("bytes are those of the text, also behind letters of several") {
  const std::string_view text = "In Zürich – am Oct. 30 – they met.";
  const Tokens tokens = lex(text, rules().lexicon());
  const auto mentions = tag(tokens, rules().time(), rules().lexicon());
  REQUIRE(mentions.size() == 1);
  CHECK(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin) == "Oct. 30");
  CHECK(mentions[0].rule == "date.us_no_year");
}
