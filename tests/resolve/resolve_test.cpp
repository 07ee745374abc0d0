// Whole texts: the tense of the clause, bounds, and what the text spoke of last. Stories are in narrative_test.cpp.
#include "resolve/dated_texts.h"

namespace dateline::tests {
namespace {

TEST_CASE("weekdays, from a Thursday") {
  check({
      {"2025-10-23", "He said he would step down on Friday.", "2025-10-24"},
      {"2025-10-23", "Rubio, who arrived on Wednesday, will leave on Saturday.", "2025-10-22, 2025-10-25"},
      {"2025-10-23", "Monday's vote was postponed.", "2025-10-20"},
      {"2025-10-23", "Lawmakers vote on Tuesday.", "2025-10-28"},
      {"2025-10-23", "Talks are due to resume on Monday in Doha.", "2025-10-27"},
      {"2025-10-23", "Talks that were due to resume on Monday have been put off.", "2025-10-20"},
      {"2025-10-23", "Speaking on Wednesday, Lavrov said that talks could begin on Sunday.", "2025-10-22, 2025-10-26"},
      {"2025-10-23", "Ukraine wants an answer by Friday.", "2025-10-24"},
      {"2025-10-23", "The minister was to arrive on Tuesday.", "2025-10-21"},
      {"2025-10-23", "In a speech to parliament on Monday he declined to comment.", "2025-10-20"},
      {"2025-10-23", "Putin flew to Beijing on Wednesday to meet Xi.", "2025-10-22"},
      {"2025-10-23", "The leaders meet Thursday and Friday in Brussels.", "2025-10-23, 2025-10-24"},
      {"2025-10-23", "No talks were held on Sunday.", "2025-10-19"},
      {"2025-10-23", "Talks on Sunday ended without a deal.", "2025-10-19"},
      {"2025-10-23", "Talks on Sunday will end without a deal.", "2025-10-26"},
      {"2025-10-23", "Sunday's talks will end without a deal.", "2025-10-26"},
      {"2025-10-23", "Israel announced plans on Wednesday to reopen the crossing on Sunday.", "2025-10-22, 2025-10-26"},
      {"2025-10-23", "The envoy is leaving on Friday.", "2025-10-24"},
      {"2025-10-23", "On Tuesday, the League of Arts and Crafts plans to meet.", "2025-10-28"},
      {"2025-10-23", "On Tuesday, the League, which was founded in 1970, will meet.", "2025-10-28, 1970"},
      {"2025-10-23", "On Tuesday, the League of Arts and Crafts met.", "2025-10-21"},
      {"2025-10-23", "Fear may have been the cause of the fall in shares on Wednesday.", "2025-10-22"},
      {"2025-10-23", "He could not be reached on Wednesday.", "2025-10-22"},
      {"2025-10-23", "He could be released on Wednesday.", "2025-10-29"},
      {"2025-10-23", "Officials said the meeting, scheduled for Tuesday, was cancelled.", "2025-10-21"},
      {"2025-10-23", "Officials said the meeting scheduled for Tuesday would go ahead.", "2025-10-28"},
      {"2025-10-23", "If the Senate rejects the bill on Tuesday, talks will resume on Wednesday.",
       "2025-10-28, 2025-10-29"},
      {"2025-10-23", "If he lost on Tuesday, he did not say so.", "2025-10-21"},
      {"2025-10-23", "Leaders to meet Monday in Busan", "2025-10-27"},
      {"2025-10-23", "Leaders hoped to meet Monday in Busan", "2025-10-20"},
      {"2025-10-23", "Officials are preparing for Monday's summit.", "2025-10-27"},
      {"2025-10-23", "Her Monday-Wednesday visit to Delhi will focus on trade.", "2025-10-27/2025-10-29"},
      {"2025-10-23", "The Monday attack on Odesa will be remembered.", "2025-10-20"},
      {"2025-10-23", "The gala is on Sat., the game on Sun.", "2025-10-25, 2025-10-26"},
      {"2025-10-23", "Xi will travel to Busan next week, days after a visit to Hanoi on Monday.",
       "2025-W44, 2025-10-20"},
  });
}

TEST_CASE("a day is that of the publisher's clock") {
  check({
      {"2026-03-05T08:30:00+09:00", "They met on Thursday.", "2026-03-05"},
      {"2026-03-04T23:30:00Z", "They met on Thursday.", "2026-02-26"},
      {"2026-03-05T08:30:00", "They met on Thursday.", "2026-03-05"},
      {"2026-03-05T08:30:00+09:00", "They met today.", "2026-03-05"},
      {"2026-03-05T08:30:00+09:00", "They met yesterday.", "2026-03-04"},
      {"2026-03-04T23:30:00-05:00", "They met today.", "2026-03-04"},
      {"2026-03-04T23:30:00-05:00", "They will meet tomorrow.", "2026-03-05"},
      {"2026-03-05T04:30:00Z", "They will meet tomorrow.", "2026-03-06"},
      {"2026-03-04T23:30:00-05:00", "They met on Wednesday.", "2026-03-04"},
      {"2026-03-04T23:30:00-05:00", "They will meet on Thursday.", "2026-03-05"},
      {"2026-03-04T23:30:00-05:00", "They met three days ago.", "2026-03-01"},
      {"2026-03-05T00:15:00+05:30", "They will meet tomorrow.", "2026-03-06"},
      {"2026-03-04T18:45:00Z", "They will meet tomorrow.", "2026-03-05"},
      {"2026-03-05", "They will meet tomorrow.", "2026-03-06"},
      {"2026-01-01T08:30:00+09:00", "They will meet this year.", "2026"},
      {"2025-12-31T23:30:00Z", "They will meet this year.", "2025"},
      {"2026-03-01T01:00:00+02:00", "They met last month.", "2026-02"},
      {"2026-03-05T08:30:00+09:00", "They met two hours ago.", "2026-03-05T06+09:00"},
      {"2026-03-05T08:30:00+09:00", "They met nine hours ago.", "2026-03-04T23+09:00"},
      {"2026-03-04T23:30:00-05:00", "They met 40 minutes ago.", "2026-03-04T22:50-05:00"},
      {"2026-03-04T23:30:00Z", "They met two hours ago.", "2026-03-04T21Z"},
  });
}

TEST_CASE("weekdays, from a Wednesday: Monday and Tuesday are nearer behind") {
  check({
      {"2013-03-20", "A hearing is set for Monday.", "2013-03-25"},
      {"2013-03-20", "A hearing has been scheduled for Monday.", "2013-03-25"},
      {"2013-03-20", "The hearing, scheduled for Monday, will be open.", "2013-03-25"},
      {"2013-03-20", "The hearing, scheduled for Monday, was cancelled.", "2013-03-18"},
      {"2013-03-20", "The treaty is to be signed at a ceremony on Monday.", "2013-03-25"},
      {"2013-03-20", "They have to respond by Monday.", "2013-03-25"},
      {"2013-03-20", "They have until Monday to respond.", "2013-03-25"},
      {"2013-03-20", "The union has called a strike for Monday.", "2013-03-25"},
      {"2013-03-20", "Opponents plan a rally Monday.", "2013-03-25"},
      {"2013-03-20", "Rain is expected Monday.", "2013-03-25"},
      {"2013-03-20", "The report, due Monday, is eagerly awaited.", "2013-03-25"},
      {"2013-03-20", "The report was due Monday but is late.", "2013-03-18"},
      {"2013-03-20", "Voters go to the polls Monday.", "2013-03-25"},
      {"2013-03-20", "In a speech to be delivered Monday, he will call for calm.", "2013-03-25"},
      {"2013-03-20", "The law was approved on a 52-48 vote early Tuesday.", "2013-03-19"},
      {"2013-03-20", "He is accused of stealing a car Tuesday.", "2013-03-19"},
      {"2013-03-20", "Neither side would comment Tuesday.", "2013-03-19"},
      {"2013-03-20", "He would not say Tuesday whether he would run.", "2013-03-19"},
      {"2013-03-20", "A day after Tuesday's vote, the mood was grim.", "2013-03-20"},
  });
}

TEST_CASE("months, days and quarters without a year") {
  check({
      {"2025-10-23", "The two met in September and agreed to meet again in November.", "2025-09, 2025-11"},
      {"2025-10-23", "The prime minister is expected to visit Delhi in December.", "2025-12"},
      {"2025-10-23", "The summit, planned for March, has been postponed to May.", "2026-03, 2026-05"},
      {"2025-10-23", "The ceasefire signed in January collapsed in March.", "2025-01, 2025-03"},
      {"2025-10-23", "The law took effect on July 1.", "2025-07-01"},
      {"2025-10-23", "The tariffs take effect on Nov. 1.", "2025-11-01"},
      {"2025-10-23", "The Nov. 1 deadline is looming.", "2025-11-01"},
      {"2025-10-23", "Elections were scheduled for April.", "2026-04"},
      {"2025-10-23", "The election in April was marred by fraud.", "2025-04"},
      {"2025-10-23", "The king had hoped to visit in June.", "2025-06"},
      {"2025-10-23", "The treaty expires in February.", "2026-02"},
      {"2010-05-20", "Ahead of elections in November, polls show a tight race.", "2010-11"},
      {"2010-05-20", "Democrats fear losses in November.", "2010-11"},
      {"2010-05-20", "He takes office in January.", "2011-01"},
      {"2010-05-20", "The game, slated for release in October, was shown to the press.", "2010-10"},
      {"2018-02-06", "The rouble is trading at its lowest level since mid-November.", "2017-11"},
      {"2013-03-20", "The bill is expected to be voted on in early April.", "2013-04"},
      {"2013-03-20", "He was due back in court on 4 April.", "2013-04-04"},
      {"2000-03-29", "He may lose when the case is heard in May.", "2000-05"},
      {"1995-06-14", "It declared a dividend payable July 15.", "1995-07-15"},
      {"2025-10-23", "The treaty expired in February.", "2025-02"},
      {"2025-10-23", "The visit, which had been scheduled for September, will take place in November.",
       "2025-09, 2025-11"},
      {"2025-10-23", "A deal is possible before May.", "2026-05"},
      {"2025-10-23", "The truce lasted until March.", "2025-03"},
      {"2025-10-23", "The truce was extended until March.", "2026-03"},
      {"2025-10-23", "In January, February and March they met.", "2025-01, 2025-02, 2025-03"},
      {"2025-10-23", "He promised in July to step down in June.", "2025-07, 2026-06"},
      {"2025-10-23", "As of Nov. 1, tariffs will rise.", "2025-11-01"},
      {"2025-10-23", "JAN. 5 MEETING SET AS TALKS STALL", "2026-01-05"},
      {"2025-10-23", "The bank will publish third-quarter figures.", "2025-Q3"},
      {"2025-10-23", "Growth should return in the first quarter.", "2026-Q1"},
      {"2025-12-30", "They met on Dec. 28 and will meet on Jan. 5.", "2025-12-28, 2026-01-05"},
      {"2026-01-04", "They met in December.", "2025-12"},
      {"2026-01-04", "They will meet in December.", "2026-12"},
      {"2025-10-23", "They met in August and September 1914.", "1914-08, 1914-09"},
      {"2025-10-23", "Between December and March 1943 they withdrew.", "1942-12/1943-03"},
  });
}

TEST_CASE("days that are named one by one are a stretch only where they are neighbours") {
  check({
      {"2025-10-23", "They will meet on Nov. 5 and 6.", "2025-11-05/2025-11-06"},
      {"2025-10-23", "They will meet on Nov. 5 or 7, 2026.", "2026-11-05, 2026-11-07"},
      {"2025-10-23", "They will meet on Nov. 5, 6 and 7.", "2025-11-05/2025-11-07"},
      {"2025-10-23", "They will meet on 5, 6 and 7 November.", "2025-11-05/2025-11-07"},
      {"2025-10-23", "They will meet on 5 and 9 November.", "2025-11-05, 2025-11-09"},
      {"2025-10-23", "They will meet between Nov. 5 and 9.", "2025-11-05/2025-11-09"},
      {"2025-10-23", "They will meet on Oct. 30, 31 and Nov. 1.", "2025-10-30/2025-10-31, 2025-11-01"},
  });
}

TEST_CASE("a clock time with a dot stands beside a day, a price does not") {
  check({
      {"2025-10-23", "He left at 14.30 on Tuesday.", "2025-10-21T14:30"},
      {"2025-10-23", "The share closed at 14.30 on Tuesday.", "2025-10-21"},
      {"2025-10-23", "It fell 1.4, or 6.43, on Tuesday.", "2025-10-21"},
  });
}

TEST_CASE("years at the end of what is reckoned") {
  check({
      {"0001-01-01", "They met at Easter.", "0001-04-01"},
      {"0005-06-01", "They met at Easter and will meet at Pentecost.", "0005-04-17, 0005-06-05"},
      {"2025-10-23", "They met 40,000 years ago.", ""},
      {"2025-10-23", "They met 20,000 years ago.", "BC17976"},
      {"2025-10-23", "They met from 8pm Fri to 8pm Fri.", ""},
      {"2025-10-23", "They met from 8pm Fri to 9pm Fri.", "2025-10-17T20:00/2025-10-17T21:00"},
  });
}

TEST_CASE("feasts, by tense") {
  check({
      {"2025-10-23", "They met on Yom Kippur.", "2025-10-02"},
      {"2025-10-23", "They will meet after Easter.", "2026-04-05"},
      {"2025-10-23", "They met before Christmas.", "2024-12-25"},
      {"2025-10-23", "They signed the day before Christmas.", "2024-12-24"},
      {"2025-10-23", "They will sign the day before Christmas.", "2025-12-24"},
      {"2025-10-23", "After Easter, parliament will vote.", "2026-04-05"},
      {"2025-10-23", "Troops will be home by Christmas.", "2025-12-25"},
      {"2025-10-23", "A truce was agreed during Ramadan.", "2025-03-01/2025-03-29"},
      {"2025-10-23", "The envoy waited for Lunar New Year.", "2025-01-29"},
  });
}

TEST_CASE("what leans on a date of the text") {
  check({
      {"2025-10-23",
       "The deal was signed on Oct. 10; the next day troops withdrew, and a week later the crossing opened.",
       "2025-10-10, 2025-10-11, 2025-W42"},
      {"2025-10-23", "The war began in February 2022. A year later it had become a stalemate.", "2022-02, 2023"},
      {"2025-10-23", "He won the prize in 2009 and lost it that year.", "2009, 2009"},
      {"2009-12-16", "The jet flew on Tuesday in Everett, at 18:00 UTC.", "2009-12-15, 2009-12-15T18:00Z"},
      {"2009-12-16", "The jet flew on Tuesday. The office opens at 9 a.m.", "2009-12-15, 2009-12-16T09:00"},
  });
}

TEST_CASE("next, last and this, from a Thursday") {
  check({
      {"2025-10-23", "Next Friday the court will rule.", "2025-10-31"},
      {"2025-10-23", "The court ruled last Friday.", "2025-10-17"},
      {"2025-10-23", "The court ruled last Wednesday.", "2025-10-15"},
      {"2025-10-23", "The court ruled last Tuesday.", "2025-10-21"},
      {"2025-10-23", "The two met over the weekend.", "2025-W42-WE"},
      {"2025-10-26", "The two met over the weekend.", "2025-W43-WE"},
      {"2025-10-23", "The two will meet over the weekend.", "2025-W43-WE"},
      {"2025-10-23", "They will meet this Friday.", "2025-10-24"},
      {"2025-10-23", "They met this Monday.", "2025-10-20"},
      {"2025-10-23", "The summit will be held this spring.", "2026-SP"},
      {"2025-10-23", "The summit was held this spring.", "2025-SP"},
      {"2025-10-23", "It was signed last spring.", "2025-SP"},
      {"2025-10-23", "He was arrested on the 14th. He will arrive on the 28th.", "2025-10-14, 2025-10-28"},
  });
}

TEST_CASE("a bare hour is the first one behind what was said of the day") {
  check({
      {"2012-05-15",
       "War began in May 1915. On 24 May 1915 the guns rested from 7.30 in the morning; at half past four they spoke "
       "again. That evening, at 8 o'clock, it rained.",
       "1915-05, 1915-05-24, 1915-05-24T07:30, 1915-05-24T16:30, 1915-05-24T20:00"},
      {"2012-05-15",
       "War began in May 1915. It snowed on the night of 24 May 1915. At 2 a.m. they marched, and at twenty past three "
       "they stood at the gate. They held it until daybreak.",
       "1915-05, 1915-05-24TNI, 1915-05-25T02:00, 1915-05-25T03:20, 1915-05-25TMO"},
      {"2012-05-15", "Polls open on Sunday at 8 a.m. and close at six o'clock.", "2012-05-20T08:00, 2012-05-20T18:00"},
      {"2012-05-15", "The call is at six o'clock.", "2012-05-15T06:00"},
  });
}

TEST_CASE("years from a quarter compare quarters where it is one") {
  check({
      {"2013-09-20",
       "Growth fell in the first quarter of 2013 from 3% a year ago, and has halved since three years ago.",
       "2013-Q1, 2012-Q1, 2010"},
      {"2013-09-20", "It is the highest since 1980. It stood at 3% on the first of the month.", "1980, 2013-09-01"},
  });
}

TEST_CASE("a verb that is denied has its tense") {
  check({
      {"1990-07-24", "I wouldn't bet on the fall. They didn't meet in May and can't meet in October.",
       "1990-FA, 1990-05, 1990-10"},
      {"2000-11-22", "The court gave counties until Sunday. The firm had until Monday to pay; it rained until Tuesday.",
       "2000-11-26, 2000-11-27, 2000-11-21"},
      {"1990-07-24", "The law doesn't take effect until June. It won't be read on Sunday.", "1991-06, 1990-07-29"},
  });
}

TEST_CASE("news with a background in years stays news") {
  CHECK(dates("2025-10-23",
              "The leaders spoke on Tuesday. The pact of 1987 ended in 2019, as that of 1972 did in 2002. They will "
              "meet in November.") == "2025-10-21, 1987, 2019, 1972, 2002, 2025-11");
}

TEST_CASE("bounds are laid on the interval and leave the value alone") {
  struct Bounded {
    const char* text;
    const char* value;
    Bound bound;
    const char* from;
    const char* to;
  };
  const Bounded rows[] = {
      {"Kyiv must answer by Thanksgiving.", "2025-11-27", Bound::no_later_than, "", "2025-11-28"},
      {"It has held since January.", "2025-01", Bound::since, "2025-01-01", ""},
      {"The truce lasts until Nov. 15.", "2025-11-15", Bound::until, "", "2025-11-16"},
      {"Talks resume after Lunar New Year.", "2026-02-17", Bound::after, "2026-02-17", ""},
      {"Talks end before Eid al-Fitr.", "2026-03-20", Bound::before, "", "2026-03-20"},
      {"Banks will not reopen until January.", "2026-01", Bound::since, "2026-01-01", ""},
      {"They will not meet before January.", "2026-01", Bound::since, "2026-01-01", ""},
      {"They will meet on Nov. 15.", "2025-11-15", Bound::none, "2025-11-15", "2025-11-16"},
      {"No decision will come before December.", "2025-12", Bound::since, "2025-12-01", ""},
      {"They will decide before December.", "2025-12", Bound::before, "", "2025-12-01"},
      {"A deal must come before the end of the year.", "2025", Bound::before, "", "2026-01-01"},
      {"A deal must come before late December.", "2025-12", Bound::before, "", "2025-12-21"},
      {"They will vote after the end of November.", "2025-11", Bound::after, "2025-12-01", ""},
      {"From Jan. 1, travellers will need a visa.", "2026-01-01", Bound::since, "2026-01-01", ""},
      {"The ban applies from Dec. 15.", "2025-12-15", Bound::since, "2025-12-15", ""},
      {"Since his Aug. 15 meeting with Putin, little has moved.", "2025-08-15", Bound::since, "2025-08-15", ""},
      {"He is banned until at least 2030.", "2030", Bound::until, "", "2031-01-01"},
      {"The vote was moved up to Oct. 27.", "2025-10-27", Bound::none, "2025-10-27", "2025-10-28"},
      {"Midway through 2026 the mandate ends.", "2026", Bound::none, "2026-01-01", "2027-01-01"},
      {"He has until the close of business on Friday.", "2025-10-24", Bound::until, "", "2025-10-25"},
  };
  const auto side = [](const std::optional<Moment>& m) { return m ? to_string(*m) : std::string(); };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto dated = date_text(row.text, parse_moment("2025-10-23"), rules());
    REQUIRE(dated.mentions.size() == 1);
    const Mention& m = dated.mentions[0];
    CHECK(m.dated->value == row.value);
    CHECK(m.bound == row.bound);
    CHECK(side(m.bounded().begin) == row.from);
    CHECK(side(m.bounded().end) == row.to);
  }
}

TEST_CASE("reasons and other readings are told") {
  const auto reason = [](const char* text) {
    return date_text(text, parse_moment("2025-10-23"), rules()).mentions.at(0).dated->reason;
  };
  CHECK(reason("Trump will go in April.") == "the next one, seen from 2025-10-23 (future)");
  CHECK(reason("They met in April.") == "the latest one, seen from 2025-10-23 (past)");
  CHECK(reason("They will meet before Eid al-Fitr.").find("the day that is kept can differ by 1") != std::string::npos);
  const auto next_april = date_text("They will meet next April.", parse_moment("2026-02-10"), rules());
  REQUIRE(next_april.mentions.size() == 1);
  CHECK(next_april.mentions[0].dated->value == "2026-04");
  REQUIRE(next_april.mentions[0].others.size() == 1);
  CHECK(next_april.mentions[0].others[0].value == "2027-04");
}

TEST_CASE("impossible dates are kept as they were said") {
  const auto dated = date_text("They will meet on 31 November 2025.", parse_moment("2025-10-23"), rules());
  REQUIRE(dated.mentions.size() == 1);
  CHECK(dated.mentions[0].impossible);
  CHECK(dated.mentions[0].dated->value == "2025-11-31");
  CHECK_FALSE(dated.mentions[0].dated->interval.begin);
}

TEST_CASE("without a publication what the text dates itself is dated") {
  const auto dated =
      date_text("They met on 3 May 2015. Two days later they signed. They will meet on Friday.", std::nullopt, rules());
  REQUIRE(dated.mentions.size() == 3);
  CHECK(dated.mentions[0].dated->value == "2015-05-03");
  CHECK(dated.mentions[1].dated->value == "2015-05-05");
  CHECK(dated.mentions[2].dated->value == "XXXX-WXX-5");
}

}  // namespace
}  // namespace dateline::tests
