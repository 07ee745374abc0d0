// timeline.csv as Google Calendar, Outlook and TimelineJS import it, to the byte.
#include <doctest/doctest.h>

#include "claims/timelines.h"
#include "dateline/write.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

using G = Granularity;

std::string csv(CsvProfile tool, const Event& e, const std::string& said = "", Fuzzy fuzzy = Fuzzy::marker) {
  return to_csv_for(tool, timeline_of(e, said), fuzzy);
}

// What stands beneath the line of columns.
std::string rows(const std::string& csv) { return csv.substr(csv.find("\r\n") + 2); }

// A summit of two days, in Busan, whose title a spreadsheet would run.
Event summit() {
  Event e = event(uid_a, "=Trump, Xi", summit_days);
  e.place = {"Busan", "KOR", 35.1796, 129.0756};
  return e;
}

}  // namespace

TEST_CASE("an event for Google Calendar: the last day is in it") {
  CHECK(csv(CsvProfile::google, summit(), "on Oct. 30-31") ==
        "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\r\n"
        "\"'=Trump, Xi\",10/30/2025,,10/31/2025,,True,\"Date: 30–31 October 2025.\n\nSources:\n"
        "• Agence Exemple, 23 October 2025: https://news.example/a\n\n“The two leaders will meet on Oct. 30-31.”\","
        "Busan,False\r\n");
}

TEST_CASE("an event for Outlook: it ends at midnight behind the last day") {
  CHECK(csv(CsvProfile::outlook, summit(), "on Oct. 30-31") ==
        "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Reminder Date,Reminder Time,"
        "Meeting Organizer,Required Attendees,Optional Attendees,Meeting Resources,Billing Information,Categories,"
        "Description,Location,Mileage,Priority,Private,Sensitivity,Show time as\r\n"
        "\"'=Trump, Xi\",10/30/2025,12:00:00 AM,11/01/2025,12:00:00 AM,True,False,,,,,,,,Summit,"
        "\"Date: 30–31 October 2025.\n\nSources:\n• Agence Exemple, 23 October 2025: https://news.example/a\n\n"
        "“The two leaders will meet on Oct. 30-31.”\",Busan,,Normal,False,Normal,3\r\n");
}

TEST_CASE("an event for TimelineJS: fields of a date, and texts that are HTML") {
  Event e = summit();
  e.title = "<b>Trump & Xi</b>";
  CHECK(
      csv(CsvProfile::timelinejs, e, "on Oct. 30-31") ==
      "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
      "Media Caption,Media Thumbnail,Type,Group,Background\r\n"
      "2025,10,30,,2025,10,31,,30–31 October 2025,&lt;b&gt;Trump &amp; Xi&lt;/b&gt;,"
      "\"Date: 30–31 October 2025.<br><br>Sources:<br>• Agence Exemple, 23 October 2025: https://news.example/a<br><br>"
      "“The two leaders will meet on Oct. 30-31.”\",,,,,,Summit,\r\n");
}

TEST_CASE("how each kind of date stands in the columns of each tool") {
  struct Row {
    When when;
    Status status;
    std::string google, outlook, timelinejs;  ///< how the row begins
  };
  const Row rows_of_dates[] = {
      {exact("2026-04-04", "2026-04-05"), Status::scheduled, "Visit,04/04/2026,,04/04/2026,,True,",
       "Visit,04/04/2026,12:00:00 AM,04/05/2026,12:00:00 AM,True,", "2026,4,4,,,,,,4 April 2026,Visit,"},
      {exact("2026-12-31", "2027-01-01"), Status::scheduled, "Visit,12/31/2026,,12/31/2026,,True,",
       "Visit,12/31/2026,12:00:00 AM,01/01/2027,12:00:00 AM,True,", "2026,12,31,,,,,,31 December 2026,Visit,"},
      // Late October: eleven days, and so the window itself; April: its last day, as in the feed.
      {within("2026-10-21", "2026-11-01"), Status::scheduled,
       "≈ Visit (late October 2026),10/21/2026,,10/31/2026,,True,",
       "≈ Visit (late October 2026),10/21/2026,12:00:00 AM,11/01/2026,12:00:00 AM,True,",
       "2026,10,21,,2026,10,31,,between 21 and 31 October 2026,≈ Visit (late October 2026),"},
      {april, Status::scheduled, "≈ Visit (April 2026),04/30/2026,,04/30/2026,,True,",
       "≈ Visit (April 2026),04/30/2026,12:00:00 AM,05/01/2026,12:00:00 AM,True,",
       "2026,4,30,,,,,,April 2026,≈ Visit (April 2026),"},
      {no_later_than(at("2027-01-01"), G::year), Status::scheduled,
       "≤ Visit (by end of 2026),12/31/2026,,12/31/2026,,True,",
       "≤ Visit (by end of 2026),12/31/2026,12:00:00 AM,01/01/2027,12:00:00 AM,True,",
       "2026,12,31,,,,,,by 31 December 2026,≤ Visit (by end of 2026),"},
      // None of the three knows a time zone: the day stands in the columns, the time in words.
      {exact("2026-06-02T22:00Z", "2026-06-03T01:00Z", G::minute), Status::scheduled,
       "Visit,06/02/2026,,06/03/2026,,True,\"Date: 2 June 2026, 22:00 – 3 June 2026, 01:00 UTC.",
       "Visit,06/02/2026,12:00:00 AM,06/04/2026,12:00:00 AM,True,",
       "2026,6,2,,2026,6,3,,\"2 June 2026, 22:00 – 3 June 2026, 01:00 UTC\",Visit,"},
      {exact("2026-06-02T09:00", "2026-06-02T09:01", G::minute), Status::scheduled,
       "Visit,06/02/2026,,06/02/2026,,True,\"Date: 2 June 2026, 09:00 local time.",
       "Visit,06/02/2026,12:00:00 AM,06/03/2026,12:00:00 AM,True,",
       "2026,6,2,,,,,,\"2 June 2026, 09:00 local time\",Visit,"},
      {one_day, Status::cancelled, "Visit (cancelled),05/20/2026,,05/20/2026,,True,",
       "Visit (cancelled),05/20/2026,12:00:00 AM,05/21/2026,12:00:00 AM,True,",
       "2026,5,20,,,,,,20 May 2026,Visit (cancelled),"},
      {exact("0987-07-03", "0987-07-04"), Status::held, "Visit,07/03/0987,,07/03/0987,,True,",
       "Visit,07/03/0987,12:00:00 AM,07/04/0987,12:00:00 AM,True,", "987,7,3,,,,,,3 July 987,Visit,"},
      {When{}, Status::scheduled, "", "", ""},
      {exact("-0044-03-15", "-0044-03-16"), Status::held, "", "", ""},
  };
  for (const Row& row : rows_of_dates) {
    CAPTURE(edtf(row.when));
    const Event e = event(uid_a, "Visit", row.when, row.status);
    const std::pair<CsvProfile, std::string> expected[] = {
        {CsvProfile::google, row.google}, {CsvProfile::outlook, row.outlook}, {CsvProfile::timelinejs, row.timelinejs}};
    for (const auto& [tool, begin] : expected) {
      const std::string written = rows(csv(tool, e));
      CHECK(written.empty() == begin.empty());
      CHECK(written.substr(0, begin.size()) == begin);
    }
  }
}

TEST_CASE("approximate dates as the feed is told to show them") {
  const Event e = event(uid_a, "Visit", april);
  CHECK(has(csv(CsvProfile::google, e, "", Fuzzy::span), ",04/01/2026,,04/30/2026,"));
  CHECK(rows(csv(CsvProfile::google, e, "", Fuzzy::skip)).empty());
}

TEST_CASE("texts that a spreadsheet would run, and a byte-order mark") {
  struct Row {
    std::string title, is;
  };
  const Row titles[] = {{"+1", "'+1,"},
                        {"-1", "'-1,"},
                        {"@x", "'@x,"},
                        {"\t=1", "'=1,"},
                        {"1=1", "1=1,"},
                        {"a\r\nb", "a b,"},
                        {"\"x\"", "\"\"\"x\"\"\","}};
  for (const Row& row : titles)
    CHECK(rows(csv(CsvProfile::google, event(uid_a, row.title, one_day))).starts_with(row.is));
  CHECK(to_csv_for(CsvProfile::outlook, {}, Fuzzy::marker, true).starts_with("\xEF\xBB\xBFSubject,"));
}
