// What a sentence claims of an event: who, where, when, and how it stands. Near misses claim nothing.
#include "dateline/extract.h"

#include <doctest/doctest.h>

#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

struct Row {
  const char* published;  ///< empty: the document has no date
  const char* text;
  std::vector<std::string> claims;  ///< "kind status codes @place when", with "was WHEN" for each date it had before
};

std::string shown(const Claim& claim) {
  std::string out = claim.kind + " " + name(claim.status);
  for (const auto& actor : claim.actors) out += " " + actor.code;
  if (!claim.place.name.empty()) out += " @" + claim.place.name;
  if (const std::string when = edtf(claim.when); !when.empty()) out += " " + when;
  for (const auto& old : claim.previous) out += " was " + edtf(old);
  return out;
}

/// A line a claim.
std::string claims_in(const Row& row) {
  Document document;
  document.text = row.text;
  if (*row.published) document.published = parse_moment(row.published);
  std::string out;
  for (const auto& claim : claims_of(document, rules(), gazetteer()))
    if (!claim.kind.empty()) out += shown(claim) + '\n';  // those without a kind are for check
  return out;
}

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    std::string expected;
    for (const auto& claim : row.claims) expected += claim + '\n';
    INFO("published " << std::string(row.published) << ": " << std::string(row.text));
    CHECK(claims_in(row) == expected);
  }
}

TEST_CASE("kinds of event") {
  check({
      {"2025-10-23", "Trump will visit Japan on Oct. 27.", {"visit scheduled USA JPN @Japan 2025-10-27"}},
      {"2025-10-23", "Starmer flew to Beijing on Monday.", {"visit held GBR CHN @Beijing 2025-10-20"}},
      {"2025-10-31", "Trump met Xi in Busan on Thursday.", {"meeting held USA CHN @Busan 2025-10-30"}},
      {"2026-06-10",
       "The NATO summit in Ankara is set for July 7-8.",
       {"summit scheduled NATO @Ankara 2026-07-07/2026-07-08"}},
      {"2025-10-17", "Trump and Putin spoke by telephone on Thursday.", {"call held USA RUS 2025-10-16"}},
      {"2025-11-25", "Xi telephoned Trump on Monday.", {"call held CHN USA 2025-11-24"}},
      {"2026-01-28",
       "The European Union and India concluded their accord on Tuesday.",
       {"agreement held EU IND 2026-01-27"}},
      {"2025-11-21", "Ukraine must answer by Thanksgiving.", {"deadline scheduled UKR [..2025-11-27]"}},
      {"2025-10-23",
       "The United States imposed sanctions on Russia on Wednesday.",
       {"sanctions held USA RUS 2025-10-22"}},
      {"2025-10-23",
       "A Russian airstrike in Kharkiv on Tuesday cut the power.",
       {"attack held RUS UKR @Kharkiv 2025-10-21"}},
      {"2025-12-20",
       "The European Council decided on Friday to lend Ukraine the money.",
       {"decision held EU UKR 2025-12-19"}},
      {"2026-03-02", "Hungary holds a parliamentary election on April 12.", {"election scheduled HUN 2026-04-12"}},
      {"2025-11-29", "Yermak resigned on Friday.", {"appointment held UKR 2025-11-28"}},
      {"2025-07-29",
       "A ceasefire between Thailand and Cambodia began on Monday.",
       {"ceasefire held THA KHM 2025-07-28"}},
      {"2024-02-24", "Russia's invasion of Ukraine began on Feb. 24, 2022.", {"war held RUS UKR @Ukraine 2022-02-24"}},
      {"2025-10-12",
       "The United States will impose a tariff of 100% on China on Nov. 1.",
       {"tariffs scheduled USA CHN 2025-11-01"}},
  });
}

TEST_CASE("what a word of the past says of it is not yet held") {
  check({
      {"2026-03-04",
       "Starmer will visit the United States on March 20.",
       {"visit scheduled GBR USA @United States 2026-03-20"}},
      {"2026-03-04", "Starmer visited the United States on March 2.", {"visit held GBR USA @United States 2026-03-02"}},
      {"2026-03-04",
       "The Kremlin confirmed Putin's upcoming visit to China in April.",
       {"visit scheduled RUS CHN @China 2026-04"}},
      {"2025-10-23",
       "The Kremlin confirmed Putin's visit to India in December.",
       {"visit scheduled RUS IND @India 2025-12"}},
      {"2026-01-23", "Trump announced upcoming talks with Putin in March.", {"talks scheduled USA RUS 2026-03"}},
      {"2026-03-04", "Putin visited China in December, Peskov confirmed.", {"visit held RUS CHN @China 2025-12"}},
  });
}

TEST_CASE("what states do on a day to come, in the present") {
  check({
      {"2026-03-04", "EU leaders hold a summit in Brussels on Tuesday.", {"summit scheduled EU @Brussels 2026-03-10"}},
      {"2026-03-04", "EU leaders held a summit in Brussels on Tuesday.", {"summit held EU @Brussels 2026-03-03"}},
      {"2026-03-04", "Macron and Merz visit Beijing on Tuesday.", {"visit scheduled FRA DEU CHN @Beijing 2026-03-10"}},
      {"2026-03-04", "Macron and Merz visited Beijing on Tuesday.", {"visit held FRA DEU CHN @Beijing 2026-03-03"}},
  });
}

TEST_CASE("moved and called off") {
  check({
      {"2025-11-01",
       "The talks between China and Japan were postponed to Dec. 10.",
       {"talks postponed CHN JPN 2025-12-10"}},
      {"2026-02-20",
       "The summit between Merz and Takaichi in Tokyo was moved from March 14 to March 20.",
       {"summit postponed DEU JPN @Tokyo 2026-03-20 was 2026-03-14"}},
      {"2026-02-20",
       "The talks between Turkey and Greece on 20 March have been moved to a larger hall.",
       {"talks scheduled TUR GRC 2026-03-20"}},
      {"2026-03-05",
       "The Kremlin on Thursday cancelled Putin's trip to Budapest.",
       {"visit cancelled RUS HUN @Budapest"}},
      {"2026-03-05", "Putin's trip to Budapest was called off on Thursday.", {"visit cancelled RUS HUN @Budapest"}},
      {"2026-02-20",
       "Turkey said its talks with Greece in Ankara had been moved to 20 March.",
       {"talks postponed TUR GRC @Ankara 2026-03-20"}},
      {"2025-10-22",
       "The Budapest summit between Trump and Putin was cancelled.",
       {"summit cancelled USA RUS @Budapest"}},
      {"2025-10-22", "Xi called off his visit to Washington.", {"visit cancelled CHN USA @Washington"}},
      {"2026-03-26",
       "Trump's trip to Beijing, originally set for March 31, was postponed until May 14.",
       {"visit postponed USA CHN @Beijing 2026-05-14 was 2026-03-31"}},
  });
}

TEST_CASE("words that stand for actors") {
  check({
      {"2026-02-05",
       "Carney spoke in Ottawa about trade. He will visit India in March.",
       {"visit scheduled CAN IND @India 2026-03"}},
      {"2025-11-25", "Trump praised Xi. The two leaders will meet in April.", {"meeting scheduled USA CHN 2026-04"}},
      {"2025-10-23", "Moscow and Kyiv will hold talks on Friday.", {"talks scheduled RUS UKR 2025-10-24"}},
      {"2025-10-23",
       "Brussels and London will hold talks in Brussels on Friday.",
       {"talks scheduled EU GBR @Brussels 2025-10-24"}},
      {"2025-10-23",
       "Trump will meet Xi on Monday. The summit will end on Tuesday.",
       {"meeting scheduled USA CHN 2025-10-27", "summit scheduled USA CHN 2025-10-28"}},
      {"2025-10-23", "The German leader flew to Ankara on Wednesday.", {"visit held DEU TUR @Ankara 2025-10-22"}},
      {"2025-10-23",
       "The Chinese leader will visit Vietnam on Nov. 3.",
       {"visit scheduled CHN VNM @Vietnam 2025-11-03"}},
      {"2025-10-23", "China and Japan will hold talks on Ukraine on Friday.", {"talks scheduled CHN JPN 2025-10-24"}},
  });
}

/// "NAME CODE" of each actor of the only claim of a text of 20 November 2025, joined by "; ".
std::string actors_in(const char* text) {
  Document document;
  document.text = text;
  document.published = parse_moment("2025-11-20");
  const auto claims = claims_of(document, rules(), gazetteer());
  if (claims.size() != 1) return std::to_string(claims.size()) + " claims";
  std::string out;
  for (const auto& actor : claims.front().actors) out += (out.empty() ? "" : "; ") + actor.name + " " + actor.code;
  return out;
}

TEST_CASE("persons whom the text introduces") {
  const struct {
    const char* text;
    const char* actors;
  } rows[] = {
      {"Nigerien Foreign Minister Bakary Tolomé met Mali's prime minister, Aminata Kolo, on Tuesday.",
       "Bakary Tolomé NER; Aminata Kolo MLI"},
      {"Nigerien Foreign Minister Bakary Tolomé spoke. Tolomé will meet Lavrov on Dec. 3.",
       "Bakary Tolomé NER; Sergei Lavrov RUS"},
      {"French President Jacques Chirac met British Prime Minister Keir Starmer on Monday.",
       "Jacques Chirac FRA; Keir Starmer GBR"},
      {"Norwegian Foreign Minister Espen Barth Eide Monday met Lavrov.", "Espen Barth Eide NOR; Sergei Lavrov RUS"},
      {"Lithuanian Foreign Minister Šarunas Klimas met Lavrov on Tuesday.", "Šarunas Klimas LTU; Sergei Lavrov RUS"},
      {"Polish Foreign Minister Łukasz Żak met Lavrov on Tuesday.", "Łukasz Żak POL; Sergei Lavrov RUS"},
      {"The Danish minister met the Swedish ambassador on Monday.", "Denmark DNK; Sweden SWE"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.text));
    CHECK(actors_in(row.text) == row.actors);
  }
}

TEST_CASE("offices are those of the day of the event") {
  const struct {
    const char* text;
    const char* actors;
  } rows[] = {
      {"The French president met Angela Merkel on June 14, 2010.", "Nicolas Sarkozy FRA; Angela Merkel DEU"},
      {"The French president met Angela Merkel on June 14, 2019.", "Emmanuel Macron FRA; Angela Merkel DEU"},
      {"The Japanese leader will meet Xi on Dec. 5.", "Sanae Takaichi JPN; Xi Jinping CHN"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.text));
    CHECK(actors_in(row.text) == row.actors);
  }
}

TEST_CASE("\"he\" is whom the text spoke of last, not long ago") {
  check({
      {"2025-11-20",
       "Carney spoke of trade. His long visit to Tokyo ended on Monday.",
       {"visit held CAN JPN @Tokyo 2025-11-17"}},
      {"2025-11-20",
       "Carney spoke of trade. Prices rose. Rents rose. Wages fell. The banks were closed. The shops were not. He will "
       "visit Tokyo on Monday.",
       {}},
      {"2025-11-20", "Carney spoke of trade. A banker and his four sons were travelling to Tokyo on Monday.", {}},
  });
}

TEST_CASE("who tells of it takes part only where too few others do") {
  check({
      {"2025-11-20",
       "Rutte said NATO ministers will meet in Brussels on Dec. 3.",
       {"meeting scheduled NATO @Brussels 2025-12-03"}},
      {"2025-11-20",
       "Modi said Putin and Trump would meet in Budapest on Nov. 28.",
       {"meeting scheduled RUS USA @Budapest 2025-11-28"}},
      {"2025-11-20",
       "Zelenskyy said a meeting with Trump was planned for Friday.",
       {"meeting scheduled UKR USA 2025-11-21"}},
      {"2025-10-17",
       "Trump and Putin spoke. Their advisers, led by Marco Rubio, are to meet next week.",
       {"meeting scheduled USA RUS [2025-10-20..2025-10-26]"}},
      {"2025-11-20", "China called off talks with Japan and South Korea.", {"talks cancelled CHN JPN KOR"}},
  });
}

TEST_CASE("an office for another than one's country") {
  check({
      {"2018-11-20", "Bachelet met Piñera in Santiago on Monday.", {"meeting held UN CHL @Santiago 2018-11-19"}},
      {"2016-11-22", "Bachelet met Xi in Santiago on Monday.", {"meeting held CHL CHN @Santiago 2016-11-21"}},
  });
}

TEST_CASE("places") {
  check({
      {"2025-10-23",
       "Rubio and Lavrov will meet in Riyadh on Friday.",
       {"meeting scheduled USA RUS @Riyadh 2025-10-24"}},
      {"2025-10-23",
       "China and the United States resume the Geneva talks on Monday.",
       {"talks scheduled CHN USA @Geneva 2025-10-27"}},
      {"2025-10-23", "Modi's trip to Tokyo is planned for November 12.", {"visit scheduled IND JPN @Tokyo 2025-11-12"}},
      {"2025-10-23", "Russia shelled Kharkiv on Tuesday.", {"attack held RUS UKR @Kharkiv 2025-10-21"}},
      {"2025-10-23", "Russia bombed the port city of Odesa on Tuesday.", {"attack held RUS UKR @Odesa 2025-10-21"}},
      {"2025-10-23", "A Russian strike on Kharkiv killed six on Tuesday.", {"attack held RUS UKR @Kharkiv 2025-10-21"}},
      {"2025-06-23", "Israel bombed Iran on Friday.", {"attack held ISR IRN @Iran 2025-06-20"}},
      {"2016-07-15", "A truck attack in Nice on Thursday shocked France.", {"attack held FRA @Nice 2016-07-14"}},
      {"2025-10-26", "KUALA LUMPUR, Oct 26 (Wire) - Trump met Lula on Sunday.", {"meeting held USA BRA 2025-10-26"}},
      {"2025-10-26", "KUALA LUMPUR, Oct 26 (Wire) - Ever since Trump met Lula, farmers have hoped.", {}},
      {"2025-10-26",
       "KUALA LUMPUR — Trump met Lula in Putrajaya on Sunday.",
       {"meeting held USA BRA @Putrajaya 2025-10-26"}},
  });
}

TEST_CASE("dates: bounds, windows, ranges, clock times") {
  check({
      {"2025-11-03",
       "Macron will travel to Ankara in late November.",
       {"visit scheduled FRA TUR @Ankara [2025-11-21..2025-11-30]"}},
      {"2025-10-23",
       "Russia and Ukraine will continue their talks until Saturday.",
       {"talks scheduled RUS UKR [..2025-10-25]"}},
      {"2025-10-23", "Russia and Ukraine have held talks since May.", {}},
      {"2026-05-20",
       "Canada joins the G7 summit in Evian from June 15 to 17.",
       {"summit scheduled CAN G7 @Évian-les-Bains 2026-06-15/2026-06-17"}},
      {"2025-10-23",
       "Trump hopes for the Oct. 30 summit. Two days after the summit, Macron and Starmer will meet in London.",
       {"meeting scheduled FRA GBR @London 2025-11-01"}},
      {"2025-10-23",
       "Two days after the summit, Macron and Starmer will meet in London.",
       {"meeting scheduled FRA GBR @London"}},
      {"2025-10-23",
       "Trump and Zelenskyy will meet at 11 a.m. on Friday.",
       {"meeting scheduled USA UKR 2025-10-24T11:00:00"}},
      {"2025-11-25", "Xi will visit Washington next year.", {"visit scheduled CHN USA @Washington 2026"}},
      {"2025-10-23", "Trump and Xi said little of their upcoming meeting.", {"meeting scheduled USA CHN"}},
  });
}

TEST_CASE("a saying has its own date") {
  check({
      {"2025-11-28",
       "The Kremlin said on Thursday that Putin will visit India on Dec. 4.",
       {"visit scheduled RUS IND @India 2025-12-04"}},
      {"2025-11-28",
       "Officials said late Wednesday that NATO ministers will meet in Brussels on Dec. 3.",
       {"meeting scheduled NATO @Brussels 2025-12-03"}},
  });
}

TEST_CASE("who takes part: by clause") {
  check({
      {"2025-11-28",
       "Mark Rutte said NATO ministers will meet in Brussels on Dec. 3.",
       {"meeting scheduled NATO @Brussels 2025-12-03"}},
      {"2025-11-28", "China condemned North Korea's missile test on Thursday.", {"incident held PRK 2025-11-27"}},
      {"2025-11-28",
       "Trump has accepted the invitation and will visit Beijing in April.",
       {"visit scheduled USA CHN @Beijing 2026-04"}},
      {"2025-11-28",
       "The UN Security Council will meet on Monday at the request of Japan.",
       {"meeting scheduled UN 2025-12-01"}},
      {"2025-11-28", "A Panama-flagged ship visited Busan on Monday.", {}},
      {"2025-11-28",
       "Putin flew to New Delhi on Monday and met Modi on Tuesday.",
       {"visit held RUS IND @New Delhi 2025-11-24", "meeting held RUS IND 2025-11-25"}},
      {"1998-08-20",
       "Bombings of the U.S. embassy in Nairobi on Aug. 7 killed 213 people.",
       {"attack held KEN @Nairobi 1998-08-07"}},
  });
}

TEST_CASE("which verb a date belongs to") {
  check({
      {"2025-11-28", "Kim held out an olive branch to Seoul on Monday, offering talks with South Korea.", {}},
      {"2025-11-28", "The toll from the Boko Haram attack rose on Thursday.", {}},
      {"2025-11-28", "The hotline was restored on Monday after Seoul proposed talks with North Korea.", {}},
      {"2025-11-28",
       "The talks between Japan and India, which will be held on Dec. 5, are the first this year.",
       {"talks scheduled JPN IND 2025-12-05"}},
      {"2025-11-01",
       "The talks between China and Japan, planned for Nov. 5, were postponed to Dec. 10.",
       {"talks postponed CHN JPN 2025-12-10 was 2025-11-05"}},
      {"2025-10-29",
       "The visit ends on Saturday, when Xi also meets Lee Jae Myung in Gyeongju.",
       {"meeting scheduled CHN KOR @Gyeongju 2025-11-01"}},
  });
}

TEST_CASE("two dates of one verb are two events") {
  check({
      {"2025-11-01",
       "Trump met Xi in Osaka in June 2019 and at Mar-a-Lago in April 2017.",
       {"meeting held USA CHN @Osaka 2019-06", "meeting held USA CHN @Mar-a-Lago 2017-04"}},
      {"2025-11-01",
       "North Korea fired missiles on Monday and again on Tuesday.",
       {"incident held PRK 2025-10-27", "incident held PRK 2025-10-28"}},
  });
}

TEST_CASE("the day has begun elsewhere: a weekday told as over that would be six days ago is tomorrow's") {
  check({
      {"2017-08-28", "North Korea fired a missile over Japan early on Tuesday.", {"incident held PRK 2017-08-29"}},
      {"2017-08-30", "North Korea fired a missile over Japan on Tuesday.", {"incident held PRK 2017-08-29"}},
  });
}

TEST_CASE("a document without a date") {
  check({
      {"", "Trump will meet Xi on Oct. 30, 2025.", {"meeting scheduled USA CHN 2025-10-30"}},
      {"", "Trump met Xi on Oct. 30, 2025.", {"meeting held USA CHN 2025-10-30"}},
      {"", "Trump will meet Xi on Thursday.", {}},
  });
}

/// "CATEGORY codes when" of each act, joined by "; ".
std::string acts_in(const char* text) {
  Document document;
  document.text = text;
  document.published = parse_moment("2025-10-23");
  std::string out;
  for (const auto& claim : claims_of(document, rules(), gazetteer(), true)) {
    if (!claim.kind.empty() || claim.plover.empty()) continue;
    out += (out.empty() ? "" : "; ") + claim.plover;
    for (const auto& actor : claim.actors) out += " " + actor.code;
    if (const std::string when = edtf(claim.when); !when.empty()) out += " " + when;
  }
  return out;
}

TEST_CASE("acts that no calendar has") {
  const struct {
    const char* text;
    const char* acts;
  } rows[] = {
      {"Sweden has agreed to train Ukrainian pilots.", "AGREE SWE UKR"},
      {"Mexico will send doctors to Cuba.", "AGREE MEX CUB"},
      {"Norway renewed negotiations with Iceland.", "CONSULT NOR ISL"},
      {"India has praised Brazil for its patience.", "SUPPORT IND BRA"},
      {"Chile extradited a banker to Peru.", "COOPERATE CHL PER"},
      {"Egypt on Tuesday eased its restrictions on Libyan traders.", "CONCEDE EGY LBY 2025-10-21"},
      {"Poland demanded that Belarus open the crossing.", "DEMAND POL BLR"},
      {"Canada said that Haiti must disarm the gangs.", "DEMAND CAN HTI"},
      {"Serbia rejected a demand by Kosovo.", "REJECT SRB XKX"},
      {"Turkey said it would not recognise Cyprus.", "REJECT TUR CYP"},
      {"Algeria threatened to break off relations with Mali.", "THREATEN DZA MLI"},
      {"Peru recalled its ambassador from Ecuador.", "SANCTION PER ECU"},
      // Not these: nobody acts, it did not happen, a calendar has it.
      {"The court rejected the appeal.", ""},
      {"Spain never rejected an offer from Portugal.", ""},
      {"The river divides Zambia and Zimbabwe.", ""},
      {"Japan's envoy declined to comment on Korea.", ""},
      {"Trump met Xi in Busan on Monday.", ""},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.text));
    CHECK(acts_in(row.text) == row.acts);
  }
}

TEST_CASE("near misses") {
  check({
      {"2025-10-23", "Trump will not meet Putin on Friday.", {}},
      {"2025-10-23", "There was no meeting between Trump and Xi on Monday.", {}},
      {"2025-10-23", "Trump will be angry if Xi visits Washington in April.", {}},
      {"2025-10-23", "Trump held a meeting on Monday.", {}},
      {"2025-10-23", "The two delegations left the meeting room on Monday.", {}},
      {"2025-10-23", "Leaders of industry will meet in Davos on Monday.", {}},
      {"2025-10-23", "The report on China was published on Monday.", {}},
      {"2025-10-23", "A decade of talks between Serbia and Kosovo has changed little.", {}},
      {"2025-10-23", "Tourists visited Paris on Monday.", {}},
      {"2025-10-23", "", {}},
  });
}

}  // namespace
}  // namespace dateline::tests
