// The day of publication: what counts as one, what only looks like one, and which is trusted.
#include "read/publication.h"

#include "folder.h"

using namespace dateline;

namespace {

const PublicationRules& rules = tests::rules().publication();

std::string day_or_nothing(const std::optional<Moment>& moment) { return moment ? to_string(*moment) : "nothing"; }

std::string stated_or_nothing(const std::string& text) {
  const auto stated = date_in_text(text, rules);
  return stated ? to_string(stated->at) + " by " + name(stated->by) : "nothing";
}

}  // namespace

TEST_CASE("the order of trust for the day of publication") {
  const std::string text = "Published: 26 November 2025\n\nLeaders met.\n";
  const std::string url = "url: https://example.org/2025/11/25/talks\n";
  const ReadOptions option{Moment(date::local_days{date::year{2025} / 11 / 21})};
  struct Row {
    std::string front, text, sources, expected;
  };
  const std::vector<Row> rows = {
      {url + "date: 2025-11-24\n", text, "a.md: {published: 2025-11-23}", "2025-11-23 by sources.yaml"},
      {url + "date: 2025-11-24\n", text, "", "2025-11-24 by front-matter"},
      {url, text, "", "2025-11-25 by url"},
      {"", text, "a.md: {url: 'https://example.org/2025-11-22-talks'}", "2025-11-22 by url"},
      {"", text, "", "2025-11-26 by byline"},
      {"", "KUALA LUMPUR, Oct 26, 2025 (Wire) - Leaders met.\n\n" + text, "", "2025-10-26 by dateline"},
      {"", text + "\nAs of October 25, 2025, nothing is signed.\n", "", "2025-11-26 by byline"},
      {"fetched: 2025-11-20\n", "22 hours ago\n\nAs of October 25, 2025, nothing is signed.\n", "",
       "2025-10-25 by as-of"},
      {"fetched: 2025-11-20T12:00:00Z\n", "22 hours ago\n\nLeaders met.\n", "", "2025-11-19 by ago"},
      {"", "22 hours ago\n\nLeaders met.\n", "a.md: {fetched: 2025-11-20T23:00:00Z}", "2025-11-20 by ago"},
      {"", "2 hours ago\n\nLeaders met.\n", "a.md: {fetched: '2025-11-20T23:00:00-05:00'}", "2025-11-20 by ago"},
      {"", "22 hours ago\n\nLeaders met.\n", "", "2025-11-21 by option"},
      {"date: 2025-11-24T23:30:00-05:00\n", text, "", "2025-11-24T23:30:00-05:00 by front-matter"},
      {"", text, "a.md: {published: 2025-11-23T08:30:00+09:00}", "2025-11-23T08:30:00+09:00 by sources.yaml"},
      {"", "Leaders met.\n", "", "2025-11-21 by option"},
  };
  for (const Row& row : rows) {
    Folder folder;
    folder.file("a.md", "---\n" + row.front + "---\n" + row.text).file("sources.yaml", row.sources);
    const ReadResult result = folder.read({""}, option);
    REQUIRE(result.documents.size() == 1);
    CHECK(published(result.documents[0]) == row.expected);
    CHECK(result.warnings == Lines{});
  }
  CHECK(published(document_of("a.txt", "Leaders met.\n")) == "nothing");
}

TEST_CASE("dates as metadata states them") {
  struct Row {
    std::string text, expected;
  };
  const std::vector<Row> rows = {
      {"2025-11-26", "2025-11-26"},
      {" 2025-11-26T09:30:00+08:00 ", "2025-11-26T09:30:00+08:00"},
      {"2025-11-26T09:30:00.123-0500", "2025-11-26T09:30:00-05:00"},
      {"2025-11-26 09:30", "2025-11-26T09:30:00"},
      {"20251126", "2025-11-26"},
      {"2025/11/26", "2025-11-26"},
      {"Wed, 26 Nov 2025 12:00:00 GMT", "2025-11-26T12:00:00Z"},
      {"Wed, 26 Nov 2025 12:00:00 +0200", "2025-11-26T12:00:00+02:00"},
      {"Wed, 26 Nov 2025 23:30:00 -0500", "2025-11-26T23:30:00-05:00"},
      {"26 Nov 2025 01:00:00 +0530", "2025-11-26T01:00:00+05:30"},
      {"26 Nov 2025 01:00:00 +0000", "2025-11-26T01:00:00Z"},
      {"2025-11-26 12:00:00 UTC", "2025-11-26T12:00:00Z"},
      {"November 26, 2025", "2025-11-26"},
      {"November 26, 2025 4:05 PM", "2025-11-26"},
      {"26 November 2025", "2025-11-26"},
      {"0001-01-01T00:00:00Z", "nothing"},  // what Go and .NET write for no date
      {"0001-01-01", "nothing"},
      {"-0043-03-15", "nothing"},
      {"+12025-01-01", "nothing"},
      {"0001-01-02", "0001-01-02"},
      {"1970-01-01T00:00:00Z", "nothing"},  // and others: the zero of Unix
      {"1970-01-01 00:00:00", "nothing"},
      {"Thu, 01 Jan 1970 00:00:00 GMT", "nothing"},
      {"1970-01-01", "1970-01-01"},  // a day that an archive can have
      {"1970-01-01T06:00:00Z", "1970-01-01T06:00:00Z"},
      {"2025-11-31", "nothing"},
      {"2025-11", "nothing"},
      {"2025-10-30/2025-10-31", "nothing"},
      {"Tue, 26 Nov 2025 12:00:00 GMT", "nothing"},  // it was a Wednesday
      {"22 hours ago", "nothing"},
      {"yesterday", "nothing"},
      {"", "nothing"},
  };
  for (const Row& row : rows)
    CHECK_MESSAGE(day_or_nothing(parse_stated_date(row.text, rules)) == row.expected, row.text);
}

TEST_CASE("dates in addresses") {
  struct Row {
    std::string url, expected;
  };
  const std::vector<Row> rows = {
      {"https://example.org/2025/11/26/talks", "2025-11-26"},
      {"https://example.org/world/2025/nov/26/talks", "2025-11-26"},
      {"https://example.org/talks-2025-11-26", "2025-11-26"},
      {"https://example.org/2025-11/26/c_1.htm", "2025-11-26"},
      {"https://example.org/20251126/c.html", "2025-11-26"},
      {"https://example.org/2025/11/talks", "nothing"},
      {"https://example.org/2025/11/7-reasons", "2025-11-07"},
      {"https://example.org/2025/11/7reasons", "nothing"},
      {"https://example.org/2025/13/26/talks", "nothing"},
      {"https://example.org/a/3202511260001", "nothing"},
      {"https://example.org/summit-2025", "nothing"},
      {"", "nothing"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(day_or_nothing(date_in_url(row.url, rules)) == row.expected, row.url);
}

TEST_CASE("dates of bylines and datelines, and what only looks like one") {
  struct Row {
    std::string text, expected;
  };
  const std::vector<Row> rows = {
      {"Leaders talk\n\nNov 26, 2025 China China International Relations\nLeaders talk\n", "2025-11-26 by byline"},
      {"Published: 26 November 2025\n", "2025-11-26 by byline"},
      {"Updated November 26, 2025 4:05 PM\n", "2025-11-26 by byline"},
      {"Published on 26 November 2025\n", "2025-11-26 by byline"},
      {"Wire | Updated: 2017-09-15 17:52\n", "2017-09-15 by byline"},
      {"By Jane Doe, Nov. 26, 2025\n", "2025-11-26 by byline"},
      {"Wednesday, November 26, 2025\n", "2025-11-26 by byline"},
      {"Sept. 15, 2017\n", "2017-09-15 by byline"},
      {"NOVEMBER 26TH, 2025\n", "2025-11-26 by byline"},
      {"26.11.2025\n", "2025-11-26 by byline"},
      {"KUALA LUMPUR, Oct 26, 2025 (Wire) – Leaders met on October 25, 2025 in the city and spoke for two hours of "
       "trade.\n",
       "2025-10-26 by dateline"},
      {"Geneva, 26 November 2025 — The talks went on in the old town for the whole of the day, said a delegate.\n",
       "2025-11-26 by dateline"},
      {"NEW YORK, Nov. 26, 2025 /Wire/ -- The company said that it would open an office in the capital next year.\n",
       "2025-11-26 by dateline"},
      {"Nov. 26, 2025 (Wire) - The leaders spoke by telephone for about an hour, both of the governments said.\n",
       "2025-11-26 by dateline"},
      {"Leaders met.\n\nThis is where things stand as of October 25, 2025: nothing is signed.\n",
       "2025-10-25 by as-of"},
      {"As of October 25th, 2025, nothing is signed.\n", "2025-10-25 by as-of"},
      {"Trump to meet Xi in South Korea on October 30, 2025\n", "nothing"},
      {"October 30, 2025: leaders meet\n", "nothing"},
      {"October 30, 2025, is the day on which the leaders will meet.\n", "nothing"},
      {"The leaders will meet on October 30, 2025 (a Thursday) and sign an agreement, officials of both countries "
       "said.\n",
       "nothing"},
      {"Talks as of October 2025 had led nowhere.\n", "nothing"},
      {"Overseas of October 25, 2025 nothing is known.\n", "nothing"},
      {"Published: 26 November\n", "nothing"},
      {"Published: November 31, 2025\n", "nothing"},
      {"22 hours ago\n", "nothing"},
      {"Article 120251126\n", "nothing"},
      {"", "nothing"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(stated_or_nothing(row.text) == row.expected, row.text);
  std::string far_down;
  for (int i = 0; i < 20; ++i) far_down += "Leaders met.\n\n";
  CHECK(stated_or_nothing(far_down + "Published: 26 November 2025\n") == "nothing");
}
