// What check finds and what it leaves alone: small sets of articles, each with the findings that a reader would report.
// Document a is the first of a set, b the second. Most rows have a near miss beside them.
#include "dateline/check.h"

#include <doctest/doctest.h>

#include "check/article_sets.h"
#include "dateline/merge.h"
#include "dateline/write.h"
#include "tree/tree.h"

namespace dateline::tests {
namespace {

const std::vector<Row> rows = {
    {{{"2025-03-12", "The foreign ministers of Japan and India met in New Delhi on Tuesday, March 11, 2025."}}, {}},
    {{{"2025-03-12", "The foreign ministers of Japan and India met in New Delhi on Monday, March 11, 2025."}},
     {{"weekday", "a"}}},
    {{{"2025-03-12", "The foreign ministers of Japan and India will meet on March 19 (Thursday)."}},
     {{"weekday", "a"}}},
    {{{"2025-03-12", "Talks between Iran and the United States resume on Saturday, 15 March, in Muscat."}}, {}},
    {{{"2025-03-12", "Talks between Iran and the United States resume on Sunday, 15 March, in Muscat."}},
     {{"weekday", "a"}}},
    {{{"2025-10-31", "The call took place late on Wednesday (Oct. 30 Beijing time)."}}, {}},
    {{{"2025-10-31", "They arrived on Wednesday and will leave on October 31."}}, {}},
    {{{"2025-10-23", "Trump visited Beijing on Wednesday, Nov. 8, in 2017."}}, {}},
    {{{"2026-01-10", "Emmanuel Macron will meet Friedrich Merz in Berlin on Monday, 19 January 2026."}}, {}},
    {{{"2026-01-10", "Emmanuel Macron will meet Friedrich Merz in Berlin on Friday, 19 January 2026."}},
     {{"weekday", "a"}}},
    {{{"2025-10-23", "The agreement was signed on 31 June 2024 in Geneva."}}, {{"no-such-date", "a"}}},
    {{{"2025-10-23", "The deadline set by the European Union expires on April 31."}}, {{"no-such-date", "a"}}},
    {{{"2025-10-23", "The leaders of Brazil and Argentina will meet on February 29, 2026 in Brasilia."}},
     {{"no-such-date", "a"}}},
    {{{"2025-10-23", "The leaders of Brazil and Argentina met on February 29, 2024 in Brasilia."}}, {}},
    {{{"2025-10-23", "The leaders of Brazil and Argentina will meet on September 30 in Brasilia."}}, {}},
    {{{"2025-10-23", "Emmanuel Macron will make a two-day trip to Egypt on November 3-5."}}, {{"duration", "a"}}},
    {{{"2025-10-23", "Emmanuel Macron will make a two-day trip to Egypt on November 3-4."}}, {}},
    {{{"2025-10-23", "Xi Jinping will pay a week-long visit to Brazil from November 3 to 9."}}, {}},
    {{{"2025-10-23", "The leaders of the European Union hold a two-day summit in Brussels on October 23 and 24."}}, {}},
    {{{"2025-10-23", "The Chinese president begins a four-day state visit to France from May 5 to May 10."}},
     {{"duration", "a"}}},
    {{{"2025-10-20", "Narendra Modi will pay a three-day visit to Japan, beginning on October 27."},
      {"2025-10-21", "Narendra Modi will visit Japan from October 27 to 31."}},
     {{"duration", "ab"}}},
    {{{"2025-10-20", "Narendra Modi will pay a three-day visit to Japan, beginning on October 27."},
      {"2025-10-21", "Narendra Modi will visit Japan from October 27 to 29."}},
     {}},
    {{{"2025-08-20", "The civil war in Sudan, now in its third year, has displaced millions."},
      {"2025-08-21", "The war in Sudan began in April 2023."}},
     {}},
    {{{"2025-08-20", "The civil war in Sudan, now in its fifth year, has displaced millions."},
      {"2025-08-21", "The war in Sudan began in April 2023."}},
     {{"ordinal-year", "ab"}}},
    {{{"2025-02-24", "Ukraine marks three years of war."},
      {"2025-02-25", "Russia launched its full-scale invasion of Ukraine in February 2022."}},
     {}},
    {{{"2025-11-24", "Talks aim at ending the nearly four-year war in Ukraine."},
      {"2025-11-25", "Russia invaded Ukraine in February 2022."}},
     {}},
    {{{"2025-11-24", "Talks aim at ending the two-year war in Ukraine."},
      {"2025-11-25", "Russia invaded Ukraine in February 2022."}},
     {{"ordinal-year", "ab"}}},
    {{{"2025-11-24", "The war in Ukraine is now in its fourth year."},
      {"2025-11-25", "The war in Gaza is now in its third year."}},
     {}},
    {{{"2025-11-24", "The war in Ukraine is now in its fourth year."},
      {"2025-11-25", "Russia's 2014 annexation of Crimea drew sanctions. Fighting in eastern Ukraine began in 2014."}},
     {}},
    {{{"2025-11-24", "Trump is in his fifth year as president. The war in Ukraine is a problem."},
      {"2025-11-25", "Russia's 2022 invasion of Ukraine drew sanctions."}},
     {}},
    {{{"2025-11-24",
       "The war in Ukraine, which began in 2022, is in its fourth year. The summit is in its tenth year."}},
     {}},
    {{{"2025-11-24", "The Gaza war is in its third year."},
      {"2025-11-24", "The war in Gaza, which started in October 2021, has killed thousands."}},
     {{"ordinal-year", "ab"}}},
    {{{"2026-02-02", "Keir Starmer will travel to Beijing on February 10, Downing Street said."},
      {"2026-02-03", "British Prime Minister Keir Starmer will visit Beijing on February 12, according to Reuters."}},
     {{"dates-disagree", "ab"}}},
    {{{"2026-02-02", "Donald Trump will visit China in April."},
      {"2026-02-03", "Donald Trump will visit China in May, the Foreign Ministry in Beijing said."}},
     {{"dates-disagree", "ab"}}},
    {{{"2026-02-02", "Donald Trump will visit China in April."},
      {"2026-02-03", "Donald Trump will visit China on April 14."}},
     {}},
    {{{"2026-02-02", "Emmanuel Macron will meet Friedrich Merz in Berlin on February 10."},
      {"2026-02-03",
       "Emmanuel Macron will meet Friedrich Merz in Berlin on February 10 and again in Paris on February 17."}},
     {}},
    {{{"2026-02-02", "Iran and the United States held talks in Muscat on February 1."},
      {"2026-02-09", "Iran and the United States held a second round of talks in Muscat on February 8."}},
     {}},
    {{{"2026-02-02", "Emmanuel Macron will meet Friedrich Merz in Berlin on February 10."},
      {"2026-02-11", "Emmanuel Macron will meet Friedrich Merz in Berlin on February 14."}},
     {}},
    {{{"2025-11-01", "Trump and Xi held a summit in Busan on October 30."},
      {"2025-11-01", "Donald Trump and Xi Jinping held a summit in Busan on October 29."}},
     {{"dates-disagree", "ab"}}},
    {{{"2025-10-20", "Marco Rubio will meet Sergei Lavrov in Budapest on October 28."},
      {"2025-10-24",
       "The meeting of Marco Rubio and Sergei Lavrov in Budapest has been moved from October 28 to November 6."}},
     {}},
    {{{"2025-10-20", "Marco Rubio will meet Sergei Lavrov in Budapest on October 28."},
      {"2025-10-22", "The meeting between Marco Rubio and Sergei Lavrov planned for October 28 was called off."}},
     {}},
    {{{"2026-05-20", "Leaders of the G7 will hold a summit in Evian on June 14-16."},
      {"2026-05-21",
       "Emmanuel Macron will meet Keir Starmer in London on June 20, two days before the G7 summit in Evian."}},
     {{"order", "ab"}}},
    {{{"2026-05-20", "Leaders of the G7 will hold a summit in Evian on June 14-16."},
      {"2026-05-21",
       "Emmanuel Macron will meet Keir Starmer in London on June 12, two days before the G7 summit in Evian."}},
     {}},
    {{{"2025-10-20", "Presidents Donald Trump and Xi Jinping will hold a summit in South Korea on October 30."},
      {"2025-10-22",
       "Ahead of the summit in South Korea between Trump and Xi, officials from China and the United States will hold "
       "talks in Kuala Lumpur on November 3."}},
     {{"order", "ab"}}},
    {{{"2025-10-20", "Presidents Donald Trump and Xi Jinping will hold a summit in South Korea on October 30."},
      {"2025-10-22",
       "Ahead of the summit in South Korea between Trump and Xi, officials from China and the United States will hold "
       "talks in Kuala Lumpur on October 25."}},
     {}},
    {{{"2026-03-01", "Narendra Modi and Vladimir Putin will meet on March 9 in Moscow."},
      {"2026-03-02", "Narendra Modi and Vladimir Putin will meet on March 9 in Sochi."}},
     {{"place", "ab"}}},
    {{{"2026-03-01", "Narendra Modi and Vladimir Putin will meet on March 9 in Russia."},
      {"2026-03-02", "Narendra Modi and Vladimir Putin will meet on March 9 in Sochi."}},
     {}},
    {{{"2026-03-01", "The foreign ministers of Iran and France will meet on March 9 in Geneva."},
      {"2026-03-02", "The foreign ministers of Iran and France will meet on March 9 in Vienna."}},
     {{"place", "ab"}}},
    {{{"2026-03-01", "Emmanuel Macron will meet Friedrich Merz in Berlin on March 9."},
      {"2026-03-02", "Emmanuel Macron will meet Donald Tusk in Warsaw on March 9."}},
     {}},
    {{{"2026-03-01", "The meeting between Narendra Modi and Vladimir Putin in Moscow on March 9 has been cancelled."},
      {"2026-03-05",
       "The meeting between Narendra Modi and Vladimir Putin in Moscow is back on and will be held on March 9 as "
       "planned."}},
     {}},
    {{{"2026-03-01", "Narendra Modi will meet Vladimir Putin in Moscow on March 9 as planned."},
      {"2026-03-05", "The meeting between Narendra Modi and Vladimir Putin in Moscow on March 9 has been cancelled."}},
     {}},
    {{{"2026-03-01",
       "The summit between Donald Trump and Kim Jong Un in Singapore was called off, the White House said."},
      {"2026-03-03", "Donald Trump and Kim Jong Un will hold their summit in Singapore on March 12 as planned."}},
     {{"status", "ab"}}},
    {{{"2025-10-20", "The two presidents, Donald Trump and Xi Jinping, met on November 3, 2025 in Busan."}},
     {{"document-date", "a"}}},
    {{{"2025-10-20", "Donald Trump and Xi Jinping will meet on November 3, 2025 in Busan."}}, {}},
    {{{"2025-10-20", "Donald Trump and Xi Jinping met on October 19, 2025 in Busan."}}, {}},
    {{{"2025-10-29", "Trump and Xi will meet in Seoul on October 30."},
      {"2025-10-29", "Trump and Xi will meet in South Korea on October 30, the White House said."}},
     {}},
    {{{"2025-10-20", "The Asia-Pacific Economic Cooperation summit in Gyeongju runs from October 31 to November 1."},
      {"2025-10-20", "Leaders will hold the APEC summit in Gyeongju on October 31."}},
     {}},
    {{{"2025-10-20", "Donald Trump spoke with Vladimir Putin by phone on October 16."},
      {"2025-10-23", "Donald Trump spoke with Vladimir Putin by phone on October 20."}},
     {}},
    {{{"2025-10-20", "Donald Trump will meet Vladimir Putin in Budapest on November 10."},
      {"2025-10-21",
       "Volodymyr Zelensky will visit Washington on November 12, two days after the meeting between Trump and Putin in "
       "Budapest."}},
     {}},
    {{{"2025-10-20", "Donald Trump will meet Vladimir Putin in Budapest on November 10."},
      {"2025-10-21",
       "Volodymyr Zelensky will visit Washington on November 13, the day after the meeting between Trump and Putin in "
       "Budapest."}},
     {{"order", "ab"}}},
    {{{"2025-11-10", "The NATO summit in The Hague was held on June 24-25, 2025."},
      {"2025-06-22",
       "A day before the NATO summit in The Hague, Keir Starmer will meet Friedrich Merz in London on June 20."}},
     {{"order", "ab"}}},
    {{{"2025-10-20", "The G20 summit will be held in Johannesburg on November 22-23."},
      {"2025-10-21",
       "Emmanuel Macron will meet Lula da Silva in Brasilia on November 25, three days before the G20 summit in "
       "Johannesburg."}},
     {{"order", "ab"}}},
    {{{"2025-10-20", "The G20 summit will be held in Johannesburg on November 22-23."},
      {"2025-10-21", "Emmanuel Macron will visit Mauritius on November 24, following the G20 summit in Johannesburg."}},
     {}},
    {{{"2025-10-20", "BUDAPEST, Oct. 28 (Reuters) - Viktor Orban met Vladimir Putin on Tuesday."}},
     {{"document-date", "a"}}},
    {{{"2025-10-28", "BUDAPEST, Oct. 28 (Reuters) - Viktor Orban met Vladimir Putin on Tuesday."}}, {}},
    {{{"2025-10-20", "As of November 3, 2025, the leaders of Japan and China had not met."}}, {{"document-date", "a"}}},
    {{{"2025-10-20", "The leaders of Japan and China will meet on November 3, 2025. They met on October 3, 2025."}},
     {}},
    {{{"2025-02-24", "Kyiv marked the third anniversary of Russia's invasion of Ukraine on Monday."},
      {"2025-02-25", "Russia's 2022 invasion of Ukraine drew sanctions."}},
     {}},
    {{{"2025-02-24", "Kyiv marked the fifth anniversary of Russia's invasion of Ukraine on Monday."},
      {"2025-02-25", "Russia's 2022 invasion of Ukraine drew sanctions."}},
     {{"ordinal-year", "ab"}}},
    {{{"2025-02-24", "The war in Ukraine, which began in 2023, is now in its fourth year."}}, {{"ordinal-year", "a"}}},
    {{{"2026-02-02", "Keir Starmer will arrive in Beijing on February 10."},
      {"2026-02-03", "British Prime Minister Keir Starmer will visit Beijing on February 11."}},
     {}},
    {{{"2026-03-01", "Planned talks between Iran and the United States in Geneva were postponed indefinitely."},
      {"2026-03-02",
       "Talks between Iran and the United States will take place in Geneva on March 6 as planned, Tehran said."}},
     {{"status", "ab"}}},
    {{{"2026-03-01", "The Singapore summit between Donald Trump and Kim Jong Un was cancelled."},
      {"2026-03-04", "Donald Trump said the summit with Kim Jong Un in Singapore may be revived."},
      {"2026-03-05", "Donald Trump and Kim Jong Un will hold their summit in Singapore on March 12 as planned."}},
     {}},
};

TEST_CASE("check finds what cannot be right, and nothing else") {
  for (const auto& row : rows) {
    CAPTURE(row.articles.back().text);
    CHECK(found_in(checked(row.articles)) == row.expected);
  }
}

TEST_CASE("no document of a finding can be left out") {
  for (const auto& row : rows)
    for (std::size_t i = 0;
         i < row.articles.size() && row.expected.size() == 1 && row.expected[0].second.size() == row.articles.size();
         ++i) {
      auto rest = row.articles;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
      CAPTURE(row.articles[i].text);
      CHECK(checked(rest).findings.empty());
    }
}

TEST_CASE("no claim of a card can be left out") {
  for (const auto& row : rows)
    for (const auto& finding : checked(row.articles).findings)
      for (std::size_t left_out = 0; left_out < finding.evidence.size() && finding.evidence.size() > 1; ++left_out) {
        Timeline rest = checked(row.articles);
        std::vector<Claim> claims;
        for (const auto& e : finding.evidence)
          if (e.claim != finding.evidence[left_out].claim) claims.push_back(rest.claims.at(e.claim));
        rest = merge(std::move(claims), std::move(rest.documents), rules().events());
        check(rest, rules().events());
        CAPTURE(finding.message);
        CHECK(rest.findings.empty());
      }
}

/// The events that are left, each "EDTF place: sources".
std::vector<std::string> events_of(const std::vector<Article>& articles) {
  std::vector<std::string> out;
  const Timeline t = checked(articles);
  for (const auto& e : t.events) {
    std::string documents;
    for (const std::size_t c : e.claims) documents += t.claims.at(c).document.id;
    out.push_back(edtf(e.when) + " " + e.place.name + ": " + documents);
  }
  return out;
}

TEST_CASE("one event stays one line in the calendar: the preferred reading, and the other beside it") {
  const std::string budapest = "Marco Rubio will meet Sergei Lavrov in Budapest on October 28";
  const std::string later = "Marco Rubio and Sergei Lavrov are to hold talks in Budapest on October 30.";
  struct Case {
    std::vector<Article> articles;
    std::vector<std::string> events;
  };
  const std::vector<Case> cases = {
      {{{"2025-10-20", budapest + "."}, {"2025-10-22", later}}, {"2025-10-30 Budapest: ab"}},
      {{{"2025-10-20", budapest + ", the Russian Foreign Ministry said."}, {"2025-10-20", later}},
       {"2025-10-28 Budapest: ab"}},
      {{{"2026-03-01", "Narendra Modi and Vladimir Putin will meet on March 9 in Moscow."},
        {"2026-03-02", "Narendra Modi and Vladimir Putin will meet on March 9 in Sochi."}},
       {"2026-03-09 Sochi: ab"}},
      {{{"2026-03-01", "Emmanuel Macron will meet Friedrich Merz in Berlin on March 9."},
        {"2026-03-02", "Emmanuel Macron will meet Donald Tusk in Warsaw on March 9."}},
       {"2026-03-09 Berlin: a", "2026-03-09 Warsaw: b"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.articles.back().text);
    auto events = events_of(c.articles);
    std::sort(events.begin(), events.end());
    CHECK(events == c.events);
  }
  const Timeline first = checked({{"2025-10-20", budapest + "."}}), both = checked(cases.front().articles);
  CHECK(both.events.at(0).uid == first.events.at(0).uid);
  CHECK(both.events.at(0).findings.size() == 1);
}

TEST_CASE("what two sources imply together is inferred, and both are named") {
  const Article summit{"2025-10-20",
                       "Presidents Donald Trump and Xi Jinping will hold a summit in South Korea on October 30."};
  struct Case {
    std::vector<Article> articles;
    std::string when, from;
  };
  const std::vector<Case> cases = {
      {{summit,
        {"2025-10-22",
         "Officials from the United States and China will hold trade talks in Kuala Lumpur three days before the "
         "leaders' summit in South Korea."}},
       "2025-10-27",
       "ab"},
      {{summit,
        {"2025-10-22",
         "Officials from the United States and China will hold trade talks in Kuala Lumpur two days after the leaders' "
         "summit in South Korea."}},
       "2025-11-01",
       "ab"},
      {{{"2025-10-20", "Marco Rubio will meet Sergei Lavrov in Budapest by the end of October."},
        {"2025-10-21", "Marco Rubio and Sergei Lavrov are to hold talks in Budapest after October 26."}},
       "[2025-10-26..2025-10-31]",
       "ab"},
      {{{"2025-10-20", "Marco Rubio will meet Sergei Lavrov in Budapest in October."},
        {"2025-10-21", "Marco Rubio and Sergei Lavrov are to hold talks in Budapest on October 26."}},
       "2025-10-26",
       ""},
  };
  for (const auto& c : cases) {
    const Timeline t = checked(c.articles);
    CAPTURE(c.articles.back().text);
    const auto event =
        std::find_if(t.events.begin(), t.events.end(), [&](const Event& e) { return edtf(e.when) == c.when; });
    REQUIRE(event != t.events.end());
    CHECK(event->when.inferred == !c.from.empty());
    std::string from;
    for (const std::size_t claim : event->inferred_from) from += t.claims.at(claim).document.id;
    CHECK(from == c.from);
    if (!c.from.empty()) CHECK(to_csv(t).find(",a; b,") != std::string::npos);
    CHECK((to_markdown(t).find("inferred") != std::string::npos) == !c.from.empty());
    CHECK((to_ical(t).find("no source gives it") != std::string::npos) == !c.from.empty());
  }
}

TEST_CASE("of several claims one is to drop and one is preferred, each with a reason") {
  for (const auto& row : rows)
    for (const auto& finding : checked(row.articles).findings) {
      if (finding.evidence.size() < 2) continue;
      CAPTURE(finding.message);
      const auto of_rank = [&](Rank rank) {
        return std::count_if(finding.evidence.begin(), finding.evidence.end(),
                             [&](const auto& e) { return e.rank == rank && !e.reason.empty(); });
      };
      CHECK(of_rank(Rank::preferred) == 1);
      CHECK(of_rank(Rank::deprecated) == 1);
    }
}

struct Card {
  std::vector<Article> articles;
  std::string message, dropped, reason;  ///< the document to drop, and why the other is preferred
};

const std::vector<Card> cards = {
    {{{"2025-10-31", "The two presidents met on Wednesday (Oct. 30) at an air base outside Busan."}},
     "“Wednesday (Oct. 30)”: 30 October 2025 is a Thursday",
     "",
     ""},
    {{{"2025-10-23", "The ministers of France and Spain will meet on November 31 in Lyon."}},
     "“November 31”: November has 30 days",
     "",
     ""},
    {{{"2025-10-23", "Narendra Modi will pay a three-day visit to Japan from October 27 to 31."}},
     "“three-day”, but 27–31 October 2025 are 5 days",
     "",
     ""},
    {{{"2025-10-20", "Marco Rubio will meet Sergei Lavrov in Budapest on October 28."},
      {"2025-10-22", "Marco Rubio and Sergei Lavrov are to hold talks in Budapest on October 30."}},
     "Rubio–Lavrov meeting, Budapest: 28 October 2025 or 30 October 2025, 2 days apart",
     "a",
     "the later report of a plan"},
    {{{"2025-10-20",
       "Marco Rubio will meet Sergei Lavrov in Budapest on October 28, the Russian Foreign Ministry said."},
      {"2025-10-20", "Marco Rubio and Sergei Lavrov are to hold talks in Budapest on October 30."}},
     "Rubio–Lavrov meeting, Budapest: 28 October 2025 or 30 October 2025, 2 days apart",
     "b",
     "names an office as its source"},
    {{{"2025-10-25", "The war in Ukraine is now in its fourth year."},
      {"2025-10-26", "Russia's 2023 invasion of Ukraine drew sanctions."},
      {"2025-11-26", "Xi supports ending the nearly four-year conflict in Ukraine."}},
     "war, Ukraine: “in its fourth year” on 2025-10-25 puts the start between 2021-10-25 and 2022-12-31, but “2023 "
     "invasion” on 2025-10-26 puts the start between 2023-01-01 and 2023-12-31",
     "b",
     "more reports agree with it"},
};

TEST_CASE("a card has the arithmetic, the claim to drop and why the other is preferred") {
  for (const auto& card : cards) {
    const Timeline t = checked(card.articles);
    REQUIRE(t.findings.size() == 1);
    CHECK(t.findings[0].message == card.message);
    for (const auto& e : t.findings[0].evidence) {
      if (e.rank == Rank::deprecated) CHECK(t.claims.at(e.claim).document.id == card.dropped);
      if (e.rank == Rank::preferred) CHECK(e.reason == card.reason);
    }
  }
}

TEST_CASE("a story that two papers print counts once") {
  const std::string wrong = "Marco Rubio met Sergei Lavrov on Wednesday (Oct. 30) in Budapest.";
  CHECK(found_in(checked({{"2025-10-31", wrong}, {"2025-10-31", wrong}})) == std::vector<Found>{{"weekday", "a"}});
}

TEST_CASE("an event of a claim in doubt is in doubt; a sentence without an event makes none") {
  const Timeline t = checked({{"2025-10-31", "Marco Rubio met Sergei Lavrov on Wednesday (Oct. 30) in Budapest."}});
  REQUIRE(t.events.size() == 1);
  CHECK(t.events[0].findings == std::vector<std::size_t>{0});
  const Timeline bare = checked({{"2025-10-31", "It rained on November 31."}});
  CHECK(bare.events.empty());
  CHECK(bare.findings.size() == 1);
}

TEST_CASE("remarks survive the way through a file") {
  for (const auto& claim : checked(rows.back().articles).claims)
    CHECK(claim_from_json(claim_to_json(claim), "claims", 1) == claim);
}

TEST_CASE("findings as JSON and SARIF") {
  const Timeline t = checked({{"2025-10-31", "They met on Wednesday (Oct. 30)."}});
  const Tree claim = parse_json(findings_to_json(t), "check").at("findings").items.at(0).at("claims").items.at(0);
  CHECK(claim.text_or("document") == "a");
  CHECK(claim.at("begin").integer() == 12);
  CHECK(claim.at("end").integer() == 31);
  CHECK(claim.text_or("when") == "2025-10-30");
  CHECK(claim.text_or("published") == "2025-10-31");
  CHECK(claim.text_or("rank") == "normal");
  Timeline of_line = t;
  of_line.claims.at(0).document.id = "a:1";
  const Tree run = parse_json(findings_to_sarif(of_line), "check").at("runs").items.at(0);
  const Tree result = run.at("results").items.at(0);
  CHECK(result.text_or("ruleId") == "weekday");
  const Tree place = result.at("locations").items.at(0).at("physicalLocation");
  CHECK(place.at("artifactLocation").text_or("uri") == "a%3A1");
  CHECK(place.at("region").at("snippet").text_or("text") == "Wednesday (Oct. 30)");
  CHECK(place.at("contextRegion").at("snippet").text_or("text") == "They met on Wednesday (Oct. 30).");
  CHECK(findings_to_json({}) == "{\n \"findings\": []\n}\n");
  CHECK(findings_to_text({}).empty());
}

}  // namespace
}  // namespace dateline::tests
