// Moments, what is known of a date, and how it is written: src/time/moment.cpp, src/time/when.cpp,
// src/time/when_words.cpp.
#include <doctest/doctest.h>

#include <iterator>
#include <vector>

#include "dateline/time.h"
#include "time/when_words.h"

using namespace dateline;

namespace {

using G = Granularity;

Moment at(const char* text) {
  const auto moment = parse_moment(text);
  REQUIRE_MESSAGE(moment, text);
  return *moment;
}

// Both as written; `end` is exclusive.
Interval from_to(const char* begin, const char* end) { return {at(begin), at(end)}; }
When exact(const char* begin, const char* end, G g = G::day) { return exactly(from_to(begin, end), g); }
When within(const char* begin, const char* end, G g = G::day) { return some_time_within(from_to(begin, end), g); }
When by(const char* end, G g = G::day) { return no_later_than(at(end), g); }
When since(const char* begin, G g = G::day) { return no_earlier_than(at(begin), g); }

When inferred(When w) {
  w.inferred = true;
  return w;
}

}  // namespace

TEST_CASE("a moment is written as it is read") {
  const char* const texts[] = {"2025-10-23",
                               "2025-10-23T09:00:00",
                               "2025-10-24T17:00:00Z",
                               "2026-03-05T08:30:00+09:00",
                               "2026-03-04T23:30:00-05:00",
                               "2026-03-05T00:15:00+05:30",
                               "2025-12-31T20:30:00-04:30",
                               "2024-02-29",
                               "2000-02-29",
                               "0001-01-01",
                               "-0044-03-15",
                               "+0000-12-31",
                               "+12025-01-01"};
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(to_string(at(text)) == text);
  }
}

TEST_CASE("moments in the forms of others") {
  struct Row {
    std::string text;
    std::string is;  // empty: no moment
  };
  const Row rows[] = {
      {"2025-10-23T09:00", "2025-10-23T09:00:00"},
      {"2025-10-23 09:00:30", "2025-10-23T09:00:30"},
      {"2025-10-23T09:00:30.125", "2025-10-23T09:00:30"},
      {"2025-10-23T09:00:30,5Z", "2025-10-23T09:00:30Z"},
      {"2025-10-23T09:00:00+0200", "2025-10-23T09:00:00+02:00"},
      {"2025-10-23T01:00:00+02", "2025-10-23T01:00:00+02:00"},
      {"2025-10-23T01:00:00+00:00", "2025-10-23T01:00:00Z"},
      {"2025-10-23T01:00:00-00:00", "2025-10-23T01:00:00Z"},
      {"2025-12-31T20:30:00-0430", "2025-12-31T20:30:00-04:30"},
      {"2025-10-23T09:00-05", "2025-10-23T09:00:00-05:00"},
      {"0000-12-31", "+0000-12-31"},
      {"2025-02-30", ""},
      {"2025-02-29", ""},
      {"1900-02-29", ""},
      {"+30000-12-31", "+30000-12-31"},
      {"+30001-01-01", ""},  // further than years are reckoned
      {"-30001-01-01", ""},
      {"2025-13-01", ""},
      {"2025-00-01", ""},
      {"2025-01-00", ""},
      {"2025-1-1", ""},
      {"2025-10", ""},
      {"", ""},
      {"today", ""},
      {" 2025-10-23", ""},
      {"2025-10-23 ", ""},
      {"2025-10-23T", ""},
      {"2025-10-23T9:00", ""},
      {"2025-10-23T24:00", ""},
      {"2025-10-23T09:60", ""},
      {"2025-10-23T09:00:60", ""},
      {"2025-10-23T09:00:00.", ""},
      {"2025-10-23T09:00:00 UTC", ""},
      {"2025-10-23T09:00:00ZZ", ""},
      {"2025-10-23T09:00:00+02:00 ", ""},
      {"2025-10-23T09:00:00+24:00", ""},
      {"+32768-01-01", ""},
      {"20251-01-01", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto moment = parse_moment(row.text);
    CHECK((moment ? to_string(*moment) : "") == row.is);
  }
}

TEST_CASE("the day of a moment is that of its clock, its instant that of all clocks") {
  struct Row {
    const char *text, *day, *utc;
  };
  const Row rows[] = {
      {"2026-03-05T08:30:00+09:00", "2026-03-05", "2026-03-04T23:30:00Z"},
      {"2026-03-04T23:30:00-05:00", "2026-03-04", "2026-03-05T04:30:00Z"},
      {"2026-03-05T00:15:00+05:30", "2026-03-05", "2026-03-04T18:45:00Z"},
      {"2026-03-04T23:30:00Z", "2026-03-04", "2026-03-04T23:30:00Z"},
      {"2026-03-04T23:30:00", "2026-03-04", "2026-03-04T23:30:00"},
      {"2026-03-04", "2026-03-04", "2026-03-04"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Moment moment = at(row.text), utc = moment.on_clock(std::chrono::minutes{0});
    CHECK(to_string(Moment{moment.day()}) == row.day);
    CHECK(to_string(utc) == row.utc);
    CHECK(utc.instant() == moment.instant());
    CHECK(utc.on_clock(moment.offset) == moment);
  }
}

TEST_CASE("moments stand in one order, and only what is the same is equal in it") {
  const char* const sorted[] = {
      "2026-03-04",
      "2026-03-04T00:00:00",
      "2026-03-03T19:00:00-05:00",
      "2026-03-04T00:00:00Z",
      "2026-03-04T05:30:00+05:30",
      "2026-03-04T09:00:00+09:00",
      "2026-03-05T08:30:00+09:00",
      "2026-03-04T23:45:00Z",
      "2026-03-05",
      "2026-03-04T23:30:00-05:00",
      "2026-03-05T09:00:00",
  };
  const auto count = std::size(sorted);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < count; ++j) {
      CAPTURE(sorted[i]);
      CAPTURE(sorted[j]);
      const Moment a = at(sorted[i]), b = at(sorted[j]);
      CHECK((a <=> b) == (i <=> j));
      CHECK((a == b) == (i == j));
    }
}

TEST_CASE("a granularity has a name, and the name is read back") {
  for (int i = 0; i <= static_cast<int>(G::century); ++i) {
    const G g = static_cast<G>(i);
    CHECK(parse_granularity(name(g)) == g);
  }
  CHECK(name(G::part_of_day) == std::string("part_of_day"));
  CHECK_FALSE(parse_granularity("Day"));
  CHECK_FALSE(parse_granularity(""));
}

TEST_CASE("the four bounds") {
  struct Row {
    When when;
    std::string bounds[4];  // earliest start, latest start, earliest end, latest end
    bool is_exact;
  };
  const Row rows[] = {
      {exact("2025-10-30", "2025-11-01"), {"2025-10-30", "2025-10-30", "2025-11-01", "2025-11-01"}, true},
      {within("2025-10-21", "2025-11-01"), {"2025-10-21", "2025-10-31", "2025-10-22", "2025-11-01"}, false},
      {within("2025-10-30", "2025-10-31"), {"2025-10-30", "2025-10-30", "2025-10-31", "2025-10-31"}, true},
      {within("2025-10-24T12:00", "2025-10-24T18:00", G::part_of_day),
       {"2025-10-24T12:00:00", "2025-10-24T17:59:59", "2025-10-24T12:00:01", "2025-10-24T18:00:00"},
       false},
      {by("2025-11-28"), {"", "", "", "2025-11-28"}, false},
      {since("2025-05-01", G::month), {"2025-05-01", "", "", ""}, false},
      {some_time_within({at("2025-05-01"), {}}, G::month), {"2025-05-01", "", "", ""}, false},
      {exactly({at("2025-05-01"), {}}, G::day), {"2025-05-01", "2025-05-01", "", ""}, false},
      {When{}, {"", "", "", ""}, false},
      {exact("2025-10-30", "2025-10-31", G::none), {"2025-10-30", "2025-10-30", "2025-10-31", "2025-10-31"}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(edtf(row.when));
    const std::optional<Moment> is[] = {row.when.earliest_start, row.when.latest_start, row.when.earliest_end,
                                        row.when.latest_end};
    for (int i = 0; i < 4; ++i) CHECK((is[i] ? to_string(*is[i]) : "") == row.bounds[i]);
    CHECK(is_exact(row.when) == row.is_exact);
    CHECK(is_open(row.when) == (row.bounds[0].empty() && row.bounds[3].empty()));
  }
}

TEST_CASE("a when as EDTF, in words, in a title, and its first and last possible moment") {
  struct Row {
    When when;
    std::string edtf;
    std::string words;
    std::string short_words;
    std::string first;
    std::string last;
  };
  const Row rows[] = {
      {exact("2025-10-30", "2025-10-31"), "2025-10-30", "30 October 2025", "30 October 2025", "2025-10-30",
       "2025-10-30"},
      {exact("2025-10-30", "2025-11-01"), "2025-10-30/2025-10-31", "30–31 October 2025", "30–31 October 2025",
       "2025-10-30", "2025-10-31"},
      {exact("2026-06-28", "2026-07-09"), "2026-06-28/2026-07-08", "28 June – 8 July 2026", "28 June – 8 July 2026",
       "2026-06-28", "2026-07-08"},
      {exact("2025-12-28", "2026-01-04"), "2025-12-28/2026-01-03", "28 December 2025 – 3 January 2026",
       "28 December 2025 – 3 January 2026", "2025-12-28", "2026-01-03"},
      {within("2025-10-21", "2025-11-01"), "[2025-10-21..2025-10-31]", "between 21 and 31 October 2025",
       "late October 2025", "2025-10-21", "2025-10-31"},
      {within("2025-10-01", "2025-10-11"), "[2025-10-01..2025-10-10]", "between 1 and 10 October 2025",
       "early October 2025", "2025-10-01", "2025-10-10"},
      {within("2025-10-11", "2025-10-21"), "[2025-10-11..2025-10-20]", "between 11 and 20 October 2025",
       "mid October 2025", "2025-10-11", "2025-10-20"},
      {within("2026-02-21", "2026-03-01"), "[2026-02-21..2026-02-28]", "between 21 and 28 February 2026",
       "late February 2026", "2026-02-21", "2026-02-28"},
      {within("2025-10-21", "2025-10-31"), "[2025-10-21..2025-10-30]", "between 21 and 30 October 2025",
       "21–30 October 2025", "2025-10-21", "2025-10-30"},
      {within("2025-10-27", "2025-11-03", G::week), "[2025-10-27..2025-11-02]",
       "between 27 October and 2 November 2025", "27 October – 2 November 2025", "2025-10-27", "2025-11-02"},
      {exact("2025-10-27", "2025-11-03", G::week), "2025-10-27/2025-11-02", "27 October – 2 November 2025",
       "27 October – 2 November 2025", "2025-10-27", "2025-11-02"},
      {within("2025-11-01", "2025-11-03", G::weekend), "[2025-11-01..2025-11-02]", "between 1 and 2 November 2025",
       "1–2 November 2025", "2025-11-01", "2025-11-02"},
      {within("2026-04-01", "2026-05-01", G::month), "2026-04", "April 2026", "April 2026", "2026-04-01", "2026-04-30"},
      // A month of days is not the month: the text gave two days.
      {within("2026-04-01", "2026-05-01"), "[2026-04-01..2026-04-30]", "between 1 and 30 April 2026", "1–30 April 2026",
       "2026-04-01", "2026-04-30"},
      {exact("2026-04-01", "2026-07-01", G::month), "2026-04/2026-06", "1 April – 30 June 2026",
       "1 April – 30 June 2026", "2026-04-01", "2026-06-30"},
      {within("2025-04-01", "2025-07-01", G::quarter), "2025-34", "second quarter of 2025", "second quarter of 2025",
       "2025-04-01", "2025-06-30"},
      {within("2025-10-01", "2026-01-01", G::quarter), "2025-36", "fourth quarter of 2025", "fourth quarter of 2025",
       "2025-10-01", "2025-12-31"},
      // A fiscal quarter begins elsewhere.
      {within("2025-05-01", "2025-08-01", G::quarter), "[2025-05-01..2025-07-31]", "between 1 May and 31 July 2025",
       "1 May – 31 July 2025", "2025-05-01", "2025-07-31"},
      {within("2026-01-01", "2026-07-01", G::half), "2026-40", "first half of 2026", "first half of 2026", "2026-01-01",
       "2026-06-30"},
      {within("2026-07-01", "2027-01-01", G::half), "2026-41", "second half of 2026", "second half of 2026",
       "2026-07-01", "2026-12-31"},
      {within("2026-03-01", "2026-06-01", G::season), "2026-21", "spring 2026", "spring 2026", "2026-03-01",
       "2026-05-31"},
      {within("2026-06-01", "2026-09-01", G::season), "2026-22", "summer 2026", "summer 2026", "2026-06-01",
       "2026-08-31"},
      {within("2026-09-01", "2026-12-01", G::season), "2026-23", "autumn 2026", "autumn 2026", "2026-09-01",
       "2026-11-30"},
      {within("2025-12-01", "2026-03-01", G::season), "2025-24", "winter 2025–2026", "winter 2025–2026", "2025-12-01",
       "2026-02-28"},
      {within("2026-01-01", "2027-01-01", G::year), "2026", "2026", "2026", "2026-01-01", "2026-12-31"},
      {within("2025-11-27", "2027-01-01", G::year), "[2025-11-27..2026-12-31]",
       "between 27 November 2025 and 31 December 2026", "27 November 2025 – 31 December 2026", "2025-11-27",
       "2026-12-31"},
      {within("1980-01-01", "1990-01-01", G::decade), "198X", "the 1980s", "the 1980s", "1980-01-01", "1989-12-31"},
      {within("1900-01-01", "2000-01-01", G::century), "19XX", "between 1 January 1900 and 31 December 1999",
       "1 January 1900 – 31 December 1999", "1900-01-01", "1999-12-31"},
      {by("2025-11-28"), "[..2025-11-27]", "by 27 November 2025", "by 27 November 2025", "", "2025-11-27"},
      {by("2027-01-01", G::year), "[..2026-12-31]", "by 31 December 2026", "by end of 2026", "", "2026-12-31"},
      {by("2026-05-01", G::month), "[..2026-04-30]", "by 30 April 2026", "by end of April 2026", "", "2026-04-30"},
      {since("2025-05-01", G::month), "2025-05/..", "since May 2025", "since May 2025", "2025-05-01", ""},
      {since("2025-05-01"), "2025-05-01/..", "since 1 May 2025", "since 1 May 2025", "2025-05-01", ""},
      {since("2022-01-01", G::year), "2022/..", "since 2022", "since 2022", "2022-01-01", ""},
      {since("2025-05-03", G::month), "2025-05-03/..", "since 3 May 2025", "since 3 May 2025", "2025-05-03", ""},
      {exact("2025-10-24T17:00Z", "2025-10-24T17:01Z", G::minute), "2025-10-24T17:00:00Z", "24 October 2025, 17:00 UTC",
       "24 October 2025, 17:00 UTC", "2025-10-24T17:00:00Z", "2025-10-24T17:00:00Z"},
      {exact("2025-10-24T09:00", "2025-10-24T10:00", G::hour), "2025-10-24T09:00:00",
       "24 October 2025, 09:00 local time", "24 October 2025, 09:00 local time", "2025-10-24T09:00:00",
       "2025-10-24T09:00:00"},
      {exact("2026-06-02T13:00Z", "2026-06-02T15:00Z", G::minute), "2026-06-02T13:00:00Z/2026-06-02T15:00:00Z",
       "2 June 2026, 13:00–15:00 UTC", "2 June 2026, 13:00–15:00 UTC", "2026-06-02T13:00:00Z", "2026-06-02T14:59:00Z"},
      {exact("2026-03-05T06:30+09:00", "2026-03-05T07:30+09:00", G::hour), "2026-03-05T06:30:00+09:00",
       "5 March 2026, 06:30 UTC+09:00", "5 March 2026, 06:30 UTC+09:00", "2026-03-05T06:30:00+09:00",
       "2026-03-05T06:30:00+09:00"},
      {exact("2026-03-05T00:15+05:30", "2026-03-04T20:46Z", G::minute),
       "2026-03-05T00:15:00+05:30/2026-03-04T20:46:00Z", "5 March 2026, 00:15–02:16 UTC+05:30",
       "5 March 2026, 00:15–02:16 UTC+05:30", "2026-03-05T00:15:00+05:30", "2026-03-04T20:45:00Z"},
      // A part of a day is a day to a calendar.
      {within("2025-10-24T12:00", "2025-10-24T18:00", G::part_of_day), "2025-10-24", "24 October 2025",
       "24 October 2025", "2025-10-24T12:00:00", "2025-10-24T17:59:00"},
      {When{}, "", "date not given", "date not given", "", ""},
      {exact("2025-10-30", "2025-10-31", G::none), "", "date not given", "date not given", "2025-10-30", "2025-10-30"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.edtf);
    const auto text = [](const std::optional<Moment>& m) { return m ? to_string(*m) : ""; };
    CHECK(edtf(row.when) == row.edtf);
    CHECK(in_words(row.when) == row.words);
    CHECK(short_words(row.when) == row.short_words);
    CHECK(text(first_possible(row.when)) == row.first);
    CHECK(text(last_possible(row.when)) == row.last);
  }
}

TEST_CASE("what two reports say together") {
  const When october = within("2025-10-01", "2025-11-01", G::month);
  const When range = exact("2025-10-30", "2025-11-01");
  const When day = exact("2025-10-30", "2025-10-31");
  const When hour = exact("2025-10-30T17:00Z", "2025-10-30T17:01Z", G::minute);
  const When morning_in_tokyo = exact("2025-10-30T08:30+09:00", "2025-10-30T08:31+09:00", G::minute);
  const When evening_in_new_york = exact("2025-10-30T23:30-04:00", "2025-10-30T23:31-04:00", G::minute);
  struct Row {
    When a;
    When b;
    std::optional<When> both;
  };
  const Row rows[] = {
      {day, day, day},
      {october, day, day},
      {october, range, range},
      {october, within("2025-10-21", "2025-11-01"), within("2025-10-21", "2025-11-01")},
      // What neither says alone is inferred.
      {october, within("2025-10-21", "2025-11-11"), inferred(within("2025-10-21", "2025-11-01"))},
      {october, by("2025-10-16"), inferred(within("2025-10-01", "2025-10-16"))},
      {october, since("2025-10-16"), inferred(within("2025-10-16", "2025-11-01"))},
      {since("2025-11-01"), by("2025-11-28"), inferred(within("2025-11-01", "2025-11-28"))},
      {by("2025-11-28"), by("2026-01-01", G::year), by("2025-11-28")},
      {since("2025-05-01", G::month), since("2025-06-01", G::month), since("2025-06-01", G::month)},
      {day, When{}, day},
      // A side without granularity only narrows.
      {october, by("2025-10-16", G::none), inferred(within("2025-10-01", "2025-10-16", G::month))},
      // A clock time lies in its day, and in its month.
      {day, hour, hour},
      {october, hour, hour},
      // So it does on its own clock, though in UTC that day is another.
      {day, morning_in_tokyo, morning_in_tokyo},
      {exact("2025-10-29", "2025-10-30"), morning_in_tokyo, {}},
      {day, evening_in_new_york, evening_in_new_york},
      {exact("2025-10-31", "2025-11-01"), evening_in_new_york, {}},
      // Two clocks tell of one instant, or of two.
      {hour, exact("2025-10-31T02:00+09:00", "2025-10-31T02:01+09:00", G::minute),
       exact("2025-10-31T02:00+09:00", "2025-10-31T02:01+09:00", G::minute)},
      {hour, exact("2025-10-30T17:00+09:00", "2025-10-30T17:01+09:00", G::minute), {}},
      // A day of a range is not the range: merge decides what the shorter report means.
      {range, day, {}},
      {range, exact("2025-10-31", "2025-11-01"), {}},
      {day, exact("2025-10-31", "2025-11-01"), {}},
      {exact("2025-10-29", "2025-10-30"), hour, {}},
      {october, exact("2025-11-03", "2025-11-04"), {}},
      // It must lie in October whole, and it does not.
      {october, exact("2025-10-31", "2025-11-02"), {}},
      {within("2025-10-21", "2025-11-01"), range, range},
      {by("2025-10-30"), range, {}},
      {by("2025-10-01"), since("2025-10-01"), {}},
      {since("2025-11-01"), range, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(edtf(row.a));
    CAPTURE(edtf(row.b));
    CHECK(narrow(row.a, row.b) == row.both);
    CHECK(narrow(row.b, row.a) == row.both);
  }
}

TEST_CASE("what two reports say together is inferred unless one of them says it") {
  const When october = within("2025-10-01", "2025-11-01");
  const When day = exact("2025-10-30", "2025-10-31");
  CHECK(narrow(october, inferred(day)) == inferred(day));
  CHECK(narrow(inferred(october), day) == day);
  CHECK(narrow(day, inferred(day)) == day);
  CHECK(narrow(october, inferred(by("2025-10-16"))) == inferred(within("2025-10-01", "2025-10-16")));
}
