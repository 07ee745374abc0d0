// timeline.csv and claims.csv, to the byte.
#include <doctest/doctest.h>

#include "claims/timelines.h"
#include "dateline/write.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

using G = Granularity;

}  // namespace

TEST_CASE("a record of timeline.csv") {
  Event e = event(uid_a, "=HYPERLINK(\"x\")", summit_days);
  e.actors = {
      {"Donald Trump", "Trump", "USA", true}, {"Xi; Jinping", "Xi", "CHN", true}, {"the Pope", "Pope", "", true}};
  e.place = {"Busan", "KOR", 35.17962, 129.07};
  e.previous = {one_day, april};
  e.findings = {0};
  Timeline t = timeline_of(e, "| on Oct. 30-31");
  t.findings = {{"weekday", "30 October 2025 is a Thursday", {{0, Rank::preferred}}}};
  CHECK(to_csv(t) ==
        "uid,start,end,when,granularity,status,kind,plover,title,actors,actor_codes,place,country,latitude,longitude,"
        "previous,sources,claims,findings,first_reported,last_reported,evidence\r\n"
        "35eefa9b-5f3e-5f75-994f-16a1d88ca4d8,2025-10-30,2025-10-31,2025-10-30/2025-10-31,day,scheduled,summit,CONSULT,"
        "\"'=HYPERLINK(\"\"x\"\")\",\"Donald Trump; Xi, Jinping; the Pope\",USA; CHN,Busan,KOR,35.1796,129.07,"
        "2026-05-20; 2026-04,a,1,weekday,2025-10-23,2025-10-23,The two leaders will meet / on Oct. 30-31.\r\n");
}

TEST_CASE("cells of timeline.csv") {
  struct Row {
    When when;
    std::string title;
    std::string part;  // start,end,when,granularity … title
  };
  const Row rows[] = {
      {april, "Visit", ",2026-04-01,2026-04-30,2026-04,month,"},
      {no_later_than(at("2027-01-01"), G::year), "Visit", ",,2026-12-31,[..2026-12-31],year,"},
      {no_earlier_than(at("2025-05-01"), G::month), "Visit", ",2025-05-01,,2025-05/..,month,"},
      {exact("2025-10-24T17:00Z", "2025-10-24T17:01Z", G::minute), "Visit",
       ",2025-10-24T17:00:00Z,2025-10-24T17:00:00Z,2025-10-24T17:00:00Z,minute,"},
      {When{}, "Visit", "8,,,,,scheduled,"},
      {exact("2026-04-14", "2026-04-15", G::none), "Visit", "8,2026-04-14,2026-04-14,,,scheduled,"},
      {one_day, "-1+2", ",CONSULT,'-1+2,"},
      {one_day, "+1", ",CONSULT,'+1,"},
      {one_day, "@SUM(1,2)", ",CONSULT,\"'@SUM(1,2)\","},
      {one_day, "\t=1", ",CONSULT,'=1,"},
      {one_day, "two\r\nlines", ",CONSULT,two lines,"},
      {one_day, "1=1", ",CONSULT,1=1,"},
      {one_day, "Zürich", ",CONSULT,Zürich,,,,,,,"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.part);
    CHECK(has(to_csv(timeline_of(event(uid_a, row.title, row.when))), row.part));
  }
  CHECK(to_csv({}, true).starts_with("\xEF\xBB\xBFuid,start,"));
}

TEST_CASE("claims.csv") {
  Timeline t = timeline_of(event(uid_a, "Summit", summit_days), "on Oct. 30-31");
  t.claims[0].value = "2025-10-30";
  t.claims.push_back(t.claims[0]);
  t.claims[1].expression = {};
  t.claims[1].expression_text = "";
  CHECK(claims_to_csv(t) ==
        "uid,document,source,url,published,sentence,expression,begin,end,value,status,rule\r\n"
        "35eefa9b-5f3e-5f75-994f-16a1d88ca4d8,a,Agence Exemple,https://news.example/a,2025-10-23,"
        "The two leaders will meet on Oct. 30-31.,on Oct. 30-31,26,39,2025-10-30,scheduled,summit.meet\r\n"
        ",a,Agence Exemple,https://news.example/a,2025-10-23,"
        "The two leaders will meet on Oct. 30-31.,,,,2025-10-30,scheduled,summit.meet\r\n");
}
