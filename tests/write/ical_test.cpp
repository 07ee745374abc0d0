// timeline.ics: lines and escapes, how each kind of date stands in it, what is off and what has moved.
#include <doctest/doctest.h>

#include <vector>

#include "base/plain_text.h"
#include "claims/timelines.h"
#include "dateline/write.h"
#include "write/ical_lines.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

using G = Granularity;

std::string unfolded(const std::string& ics) { return replaced(ics, "\r\n ", ""); }

// The value of the first line with that name, parameters and all: "VALUE=DATE:20251030".
std::string property(const std::string& ics, const std::string& name) {
  const std::string all = unfolded(ics);
  const auto event_at = all.find("BEGIN:VEVENT");
  if (event_at == std::string::npos) return "";
  const auto line_at = all.find("\r\n" + name, event_at);
  if (line_at == std::string::npos) return "";
  const auto value_at = line_at + 2 + name.size() + 1;
  return all.substr(value_at, all.find("\r\n", value_at) - value_at);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (auto i = text.find(part); i != std::string::npos; i = text.find(part, i + part.size())) ++out;
  return out;
}

}  // namespace

TEST_CASE("iCalendar text and lines") {
  CHECK(ical_text("a,b;c\\d\ne\x07") == "a\\,b\\;c\\\\d\\ne");
  CHECK(content_line("SUMMARY", "x") == "SUMMARY:x\r\n");
  CHECK(content_line("A", std::string(73, 'x')) == "A:" + std::string(73, 'x') + "\r\n");
  CHECK(content_line("A", std::string(74, 'x')) == "A:" + std::string(73, 'x') + "\r\n x\r\n");
  // 72 octets stand before the dove's four: it moves to the next line whole.
  CHECK(content_line("A", std::string(70, 'x') + "🕊") == "A:" + std::string(70, 'x') + "\r\n 🕊\r\n");
  CHECK(content_line("A", std::string(149, 'x')) ==
        "A:" + std::string(73, 'x') + "\r\n " + std::string(74, 'x') + "\r\n xx\r\n");
}

TEST_CASE("how a date stands in the feed") {
  struct Row {
    When when;
    std::string said;
    std::string start;
    std::string end;
    std::string status;
    std::string summary;
    std::string edtf;
    std::string first_line;
  };
  const When window = within("2026-10-21", "2026-11-01");
  const When fortnight = within("2026-10-01", "2026-10-15");
  const When fifteen = within("2026-10-01", "2026-10-16");
  const Row rows[] = {
      {exact("2026-04-14", "2026-04-15"), "on 14 April", "VALUE=DATE:20260414", "VALUE=DATE:20260415", "CONFIRMED",
       "Summit", "2026-04-14", "Date: 14 April 2026."},
      {exact("2026-06-28", "2026-07-09"), "28 June to 8 July", "VALUE=DATE:20260628", "VALUE=DATE:20260709",
       "CONFIRMED", "Summit", "2026-06-28/2026-07-08", "Date: 28 June – 8 July 2026."},
      {exact("2026-06-02T13:00Z", "2026-06-02T15:00Z", G::minute), "at 9 a.m.", "20260602T130000Z", "20260602T150000Z",
       "CONFIRMED", "Summit", "2026-06-02T13:00:00Z/2026-06-02T15:00:00Z", "Date: 2 June 2026\\, 13:00–15:00 UTC."},
      // The feed has it in UTC, where the day is another.
      {exact("2026-06-02T08:30+09:00", "2026-06-02T09:30+09:00", G::hour), "an hour ago", "20260601T233000Z",
       "20260602T003000Z", "CONFIRMED", "Summit", "2026-06-02T08:30:00+09:00", "Date: 2 June 2026\\, 08:30 UTC+09:00."},
      // Without a zone it is not an instant, and a floating time may not stand in a feed.
      {exact("2026-06-02T09:00", "2026-06-02T09:01", G::minute), "at 9 a.m.", "VALUE=DATE:20260602",
       "VALUE=DATE:20260603", "CONFIRMED", "Summit", "2026-06-02T09:00:00", "Date: 2 June 2026\\, 09:00 local time."},
      {window, "late October", "VALUE=DATE:20261021", "VALUE=DATE:20261101", "TENTATIVE",
       "≈ Summit (late October 2026)", "[2026-10-21..2026-10-31]",
       "Date not announced\\; the source says “late October”. Shown on all of these days: between 21 and 31 October "
       "2026."},
      {fortnight, "", "VALUE=DATE:20261001", "VALUE=DATE:20261015", "TENTATIVE", "≈ Summit (1–14 October 2026)",
       "[2026-10-01..2026-10-14]", "Date not announced. Shown on all of these days: between 1 and 14 October 2026."},
      {fifteen, "", "VALUE=DATE:20261015", "VALUE=DATE:20261016", "TENTATIVE", "≈ Summit (1–15 October 2026)",
       "[2026-10-01..2026-10-15]",
       "Date not announced. Shown on the last possible day: between 1 and 15 October 2026."},
      {april, "in April", "VALUE=DATE:20260430", "VALUE=DATE:20260501", "TENTATIVE", "≈ Summit (April 2026)", "2026-04",
       "Date not announced\\; the source says “in April”. Shown on the last possible day: April 2026."},
      {no_later_than(at("2027-01-01"), G::year), "by year-end", "VALUE=DATE:20261231", "VALUE=DATE:20270101",
       "TENTATIVE", "≤ Summit (by end of 2026)", "[..2026-12-31]",
       "Date not announced\\; the source says “by year-end”. Shown on the last possible day: by 31 December 2026."},
      {no_earlier_than(at("2025-05-01"), G::month), "since May", "VALUE=DATE:20250501", "VALUE=DATE:20250502",
       "TENTATIVE", "≥ Summit (since May 2025)", "2025-05/..",
       "Date not announced\\; the source says “since May”. Shown on the first possible day: since May 2025."},
      {within("2026-06-02T12:00", "2026-06-02T18:00", G::part_of_day), "on Tuesday afternoon", "VALUE=DATE:20260602",
       "VALUE=DATE:20260603", "CONFIRMED", "Summit", "2026-06-02", "Date: 2 June 2026."},
      {exact("-0044-03-15", "-0044-03-16"), "the ides", "", "", "", "", "", ""},
      {exact("9999-12-31", "+10000-01-01"), "the last day", "", "", "", "", "", ""},
      {When{}, "soon", "", "", "", "", "", ""},
      {exact("2026-04-14", "2026-04-15", G::none), "", "", "", "", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(edtf(row.when));
    const std::string ics = to_ical(timeline_of(event(uid_a, "Summit", row.when), row.said));
    CHECK(property(ics, "DTSTART") == row.start);
    CHECK(property(ics, "DTEND") == row.end);
    CHECK(property(ics, "STATUS") == row.status);
    CHECK(property(ics, "SUMMARY") == row.summary);
    CHECK(property(ics, "X-DATELINE-EDTF") == row.edtf);
    CHECK(property(ics, "X-DATELINE-TEXT") == (row.start.empty() ? "" : row.said));
    const std::string description = property(ics, "DESCRIPTION");
    CHECK(description.substr(0, description.find("\\n")) == row.first_line);
  }
}

TEST_CASE("an approximate date as marker, as span, and not at all") {
  const Timeline t = timeline_of(event(uid_a, "Visit", april));
  CHECK(property(to_ical(t, Fuzzy::marker), "DTSTART") == "VALUE=DATE:20260430");
  CHECK(property(to_ical(t, Fuzzy::span), "DTSTART") == "VALUE=DATE:20260401");
  CHECK(property(to_ical(t, Fuzzy::span), "DTEND") == "VALUE=DATE:20260501");
  CHECK_FALSE(has(to_ical(t, Fuzzy::skip), "VEVENT"));
  CHECK(has(to_ical(timeline_of(event(uid_a, "Visit", one_day)), Fuzzy::skip), "VEVENT"));
}

TEST_CASE("what is off, and what has moved") {
  struct Row {
    Status status;
    When when;
    std::vector<When> previous;
    std::string start;
    std::string ical_status;
    std::string summary;
  };
  const When june = exact("2026-06-03", "2026-06-04");
  const Row rows[] = {
      {Status::scheduled, one_day, {}, "VALUE=DATE:20260520", "CONFIRMED", "Visit"},
      {Status::proposed, one_day, {}, "VALUE=DATE:20260520", "TENTATIVE", "Visit"},
      {Status::held, one_day, {}, "VALUE=DATE:20260520", "CONFIRMED", "Visit"},
      {Status::cancelled, one_day, {}, "VALUE=DATE:20260520", "CANCELLED", "Visit (cancelled)"},
      {Status::cancelled, april, {}, "VALUE=DATE:20260430", "CANCELLED", "≈ Visit (April 2026\\, cancelled)"},
      {Status::cancelled, When{}, {one_day}, "VALUE=DATE:20260520", "CANCELLED", "Visit (cancelled)"},
      {Status::postponed, june, {one_day}, "VALUE=DATE:20260603", "CONFIRMED", "Visit"},
      {Status::scheduled, june, {one_day}, "VALUE=DATE:20260603", "CONFIRMED", "Visit"},
      {Status::postponed, april, {one_day}, "VALUE=DATE:20260430", "TENTATIVE", "≈ Visit (April 2026)"},
      {Status::postponed, When{}, {june, one_day}, "VALUE=DATE:20260520", "CANCELLED", "Visit (postponed)"},
      {Status::postponed, one_day, {one_day}, "VALUE=DATE:20260520", "CANCELLED", "Visit (postponed)"},
      // timeline_of lets the report of the postponement itself name the date: it is the new one.
      {Status::postponed, one_day, {}, "VALUE=DATE:20260520", "CONFIRMED", "Visit"},
      {Status::postponed, When{}, {}, "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.summary);
    Event e = event(uid_a, "Visit", row.when, row.status);
    e.previous = row.previous;
    const std::string ics = to_ical(timeline_of(e));
    CHECK(property(ics, "DTSTART") == row.start);
    CHECK(property(ics, "STATUS") == row.ical_status);
    CHECK(property(ics, "SUMMARY") == row.summary);
  }
}

TEST_CASE("a postponement that names no date leaves the one that it had") {
  Timeline t = timeline_of(event(uid_a, "Visit", one_day));
  t.claims.push_back(t.claims[0]);
  t.claims[1].status = Status::postponed;
  t.claims[1].when = When{};
  t.events[0].claims = {0, 1};
  t.events[0].status = Status::postponed;
  CHECK(property(to_ical(t), "SUMMARY") == "Visit (postponed)");
  CHECK(property(to_ical(t), "STATUS") == "CANCELLED");
}

TEST_CASE("an event in full") {
  Event e = event(uid_a, "Trump–Xi summit, South Korea", summit_days);
  e.place = {"Busan", "KOR", 35.1796, 129.0756};
  e.sequence = 1;
  e.findings = {0};
  e.previous = {one_day};
  Timeline t = timeline_of(e, "on Oct. 30-31", "2025-10-24T17:00:00Z");
  t.findings = {{"weekday", "30 October 2025 is a Thursday, not a Wednesday", {{0, Rank::preferred}}}};
  const std::string ics = to_ical(t);
  CHECK(ics.substr(ics.find("BEGIN:VEVENT")) ==
        "BEGIN:VEVENT\r\n"
        "UID:35eefa9b-5f3e-5f75-994f-16a1d88ca4d8\r\n"
        "DTSTAMP:20251024T170000Z\r\n"
        "LAST-MODIFIED:20251024T170000Z\r\n"
        "CREATED:20251024T170000Z\r\n"
        "SEQUENCE:1\r\n"
        "DTSTART;VALUE=DATE:20251030\r\n"
        "DTEND;VALUE=DATE:20251101\r\n"
        "SUMMARY:Trump–Xi summit\\, South Korea\r\n"
        "DESCRIPTION:Date: 30–31 October 2025.\\nBefore that the date was: 20 May 2\r\n"
        " 026.\\nIn doubt: 30 October 2025 is a Thursday\\, not a Wednesday\\n\\nSources\r\n"
        " :\\n• Agence Exemple\\, 24 October 2025: https://news.example/a\\n\\n“The \r\n"
        " two leaders will meet on Oct. 30-31.”\r\n"
        "STATUS:CONFIRMED\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "CLASS:PUBLIC\r\n"
        "CATEGORIES:Summit\r\n"
        "LOCATION:Busan\r\n"
        "GEO:35.179600;129.075600\r\n"
        "URL:https://news.example/a\r\n"
        "X-DATELINE-EDTF:2025-10-30/2025-10-31\r\n"
        "X-DATELINE-PRECISION:day\r\n"
        "X-DATELINE-TEXT:on Oct. 30-31\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("a feed is stamped in UTC") {
  struct Row {
    const char *published, *stamp;
  };
  const Row rows[] = {
      {"2026-03-05T08:30:00+09:00", "20260304T233000Z"},
      {"2026-03-04T23:30:00-05:00", "20260305T043000Z"},
      {"2026-03-04T23:30:00Z", "20260304T233000Z"},
      {"2026-03-04T23:30:00", "20260304T000000Z"},
      {"2026-03-04", "20260304T000000Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.published);
    const std::string ics = to_ical(timeline_of(event(uid_a, "Summit", one_day), "on 20 May", row.published));
    for (const char* name : {"DTSTAMP", "LAST-MODIFIED", "CREATED"}) CHECK(property(ics, name) == row.stamp);
  }
}

TEST_CASE("a year that is not of four digits, here or in UTC, is not in the feed") {
  struct Row {
    const char *begin, *end;
    std::size_t events;
  };
  const Row rows[] = {
      {"9999-12-31T18:00-05:00", "9999-12-31T18:30-05:00", 1},
      {"9999-12-31T23:00-05:00", "9999-12-31T23:30-05:00", 0},
      {"0001-01-01T09:00+09:00", "0001-01-01T09:30+09:00", 1},
      {"0001-01-01T00:00+09:00", "0001-01-01T00:30+09:00", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.begin);
    const Event e = event(uid_a, "Summit", exact(row.begin, row.end, G::hour));
    CHECK(count(to_ical(timeline_of(e)), "BEGIN:VEVENT") == row.events);
  }
}

TEST_CASE("the feed without events, and the order of those in it") {
  const std::string empty = to_ical({});
  CHECK(empty.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//dateline//dateline 0.1//EN\r\n"));
  CHECK(empty.ends_with("X-PUBLISHED-TTL:PT6H\r\nEND:VCALENDAR\r\n"));
  Timeline t;
  // April's marker stands on the thirtieth, behind the fourteenth; of one day the lesser UID comes first.
  t.events = {event("c", "April", april), event("b", "Later", exact("2026-04-14", "2026-04-15")),
              event("a", "First", exact("2026-04-14", "2026-04-16"))};
  const std::string ics = to_ical(t);
  CHECK(ics.find("UID:a") < ics.find("UID:b"));
  CHECK(ics.find("UID:b") < ics.find("UID:c"));
  CHECK(property(ics, "DTSTAMP") == "19700101T000000Z");
  CHECK(property(ics, "CREATED") == "19700101T000000Z");
  CHECK(property(ics, "DESCRIPTION") == "Date: 14–15 April 2026.");
}

TEST_CASE("a hostile title") {
  std::string long_title = "</script>\r\nEND:VEVENT\x01; ";
  for (int i = 0; i < 100; ++i) long_title += "é";
  const std::string ics = to_ical(timeline_of(event(uid_a, long_title, one_day)));
  CHECK(property(ics, "SUMMARY") == "</script> END:VEVENT\\; " + replaced(long_title.substr(24), "\x01", ""));
  CHECK(count(ics, "\r\nEND:VEVENT\r\n") == 1);
  for (std::size_t begin = 0; begin < ics.size();) {
    const std::size_t end = ics.find("\r\n", begin);
    CHECK(end - begin <= 75);
    CHECK((static_cast<unsigned char>(ics[begin + (ics[begin] == ' ')]) & 0xC0) != 0x80);
    begin = end + 2;
  }
}
