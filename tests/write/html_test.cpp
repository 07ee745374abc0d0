// timeline.html: what its data says of each event. What is drawn of it is tested in a browser, by tests/page/.
#include <doctest/doctest.h>

#include "claims/timelines.h"
#include "dateline/write.h"
#include "tree/tree.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

using G = Granularity;

// The JSON between the two parts of the page, as it stands there.
std::string data_of(const std::string& html) {
  const std::string opens = "<script id=\"data\" type=\"application/json\">";
  const std::size_t begin = html.find(opens) + opens.size();
  return html.substr(begin, html.find("</script>", begin) - begin);
}

Tree tree_of(const Timeline& timeline) { return parse_json(data_of(to_html(timeline)), "timeline.html"); }

Tree event_of(const Timeline& timeline) { return tree_of(timeline).at("events").items.at(0); }

}  // namespace

TEST_CASE("how a date is drawn, and on which days") {
  struct Row {
    When when;
    std::string shape, from, to, words;  ///< days since 1 January 1970; "" where open
  };
  const Row rows[] = {
      {exact("1970-01-01", "1970-01-02"), "day", "0", "0", "1 January 1970"},
      {exact("2025-10-30", "2025-11-01"), "span", "20391", "20392", "30–31 October 2025"},
      {exact("2025-10-30T09:00Z", "2025-10-30T09:01Z", G::minute), "day", "20391", "20391",
       "30 October 2025, 09:00 UTC"},
      {within("2025-10-30", "2025-10-31", G::part_of_day), "day", "20391", "20391", "30 October 2025"},
      {within("2025-10-21", "2025-11-01"), "within", "20382", "20392", "between 21 and 31 October 2025"},
      {exact("2025-10-01", "2025-11-01", G::month), "within", "20362", "20392", "October 2025"},
      {no_later_than(at("2025-11-01"), G::day), "by", "", "20392", "by 31 October 2025"},
      {no_earlier_than(at("2025-10-30"), G::day), "since", "20391", "", "since 30 October 2025"},
      {exact("1969-12-31", "1970-01-01"), "day", "-1", "-1", "31 December 1969"},
      {When{}, "none", "", "", "date not given"},
      {exact("2025-10-30", "2025-10-31", G::none), "none", "", "", "date not given"},
  };
  const auto number = [](const Tree& node) { return node.is_null() ? "" : node.scalar; };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    const Tree e = event_of(timeline_of(event(uid_a, "Visit", row.when)));
    CHECK(e.at("shape").text() == row.shape);
    CHECK(number(e.at("from")) == row.from);
    CHECK(number(e.at("to")) == row.to);
    CHECK(e.at("words").text() == row.words);
  }
}

TEST_CASE("an event that is off stands where it last stood") {
  Event e = event(uid_a, "Visit", When{}, Status::cancelled);
  e.previous = {april, one_day};
  const Tree tree = event_of(timeline_of(e));
  CHECK(tree.at("off").boolean());
  CHECK(tree.at("words").text() == "20 May 2026");
  CHECK(tree.at("before").texts() == std::vector<std::string>{"April 2026", "20 May 2026"});
}

TEST_CASE("a sentence is split at the words that date it") {
  struct Row {
    Span sentence, expression;
    std::string text;
    std::vector<std::string> parts;
  };
  const Row rows[] = {
      {{0, 19}, {13, 18}, "Zürich, on  May 1.", {"Zürich, on ", "May 1", "."}},
      {{100, 117},
       {105, 108},
       "They met May 3. ",
       {"They met May 3."}},  // lengths that differ: not the sentence as it stood
      {{100, 115}, {109, 114}, "They met May 3.", {"They met ", "May 3", "."}},
      {{100, 115}, {90, 95}, "They met May 3.", {"They met May 3."}},
      {{100, 115}, {}, "They met\r\nMay 3", {"They met May 3"}},
      {{0, 5}, {0, 5}, "May 3", {"", "May 3", ""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Timeline t = timeline_of(event(uid_a, "Visit", one_day));
    t.claims[0].text = row.text;
    t.claims[0].sentence = row.sentence;
    t.claims[0].expression = row.expression;
    CHECK(tree_of(t).at("claims").items.at(0).at("text").texts() == row.parts);
  }
}

TEST_CASE("texts and addresses of strangers") {
  const std::string script = "</script><!--<script>alert(1)</script>";
  Timeline t = timeline_of(event(uid_a, script, one_day));
  t.documents[0].title = t.claims[0].document.title = script;
  t.documents[0].url = "javascript:alert(1)";
  const std::string html = to_html(t);
  CHECK_FALSE(has(data_of(html), "<"));
  CHECK(event_of(t).at("title").text() == script);
  const Tree data = tree_of(t);
  CHECK(data.at("documents").items.at(0).at("title").text() == script);
  CHECK(data.at("documents").items.at(0).at("url").text().empty());
}

TEST_CASE("the page is one file that asks for nothing") {
  const std::string html = to_html(timeline_of(event(uid_a, "Visit", one_day)));
  CHECK(html.starts_with("<!doctype html>\n<html lang=\"en\">\n"));
  CHECK(html.ends_with("</script>\n</body>\n</html>\n"));
  CHECK(has(html, "content=\"default-src 'none'; script-src 'sha256-"));
  CHECK_FALSE(has(html, "unsafe"));
  CHECK_FALSE(has(html, " src="));
  CHECK_FALSE(has(html, "@import"));
  CHECK_FALSE(has(html, "url("));
  CHECK_FALSE(has(html, "@page_"));
  CHECK(to_html({}) == to_html({}));
}
