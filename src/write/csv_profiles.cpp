// Timeline → CSV for other tools: what each imports, in its own columns and its own way to write a date.
// Offers to_csv_for() only. Tested by tests/write/csv_profiles_test.cpp.
//
// Google Calendar: dates month first, the end of whole days inclusive. Outlook: the columns of its own export, whole
// days end at midnight of the day after. TimelineJS: dates in fields, the end inclusive, texts are HTML.
#include "base/plain_text.h"
#include "time/when_words.h"
#include "write/calendar_entry.h"
#include "write/csv_record.h"

namespace dateline {
namespace {

constexpr const char* google_columns =
    "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location,Private\r\n";
constexpr const char* outlook_columns =
    "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Reminder Date,Reminder Time,"
    "Meeting Organizer,Required Attendees,Optional Attendees,Meeting Resources,Billing Information,Categories,"
    "Description,Location,Mileage,Priority,Private,Sensitivity,Show time as\r\n";
constexpr const char* timelinejs_columns =
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background\r\n";

constexpr const char* midnight = "12:00:00 AM";
constexpr const char* shown_as_free = "3";  // Outlook: 1 tentative, 2 busy, 3 free, 4 out of office

// A day of four digits for the year, in parts without leading zeros.
struct DayParts {
  std::string year, month, day;
};

DayParts parts_of(date::local_days day) {
  const date::year_month_day d{day};
  return {std::to_string(static_cast<int>(d.year())), std::to_string(static_cast<unsigned>(d.month())),
          std::to_string(static_cast<unsigned>(d.day()))};
}

std::string month_first(date::local_days day) {
  const std::string iso = to_string(Moment(day));  // 2025-10-30
  return iso.substr(5, 2) + '/' + iso.substr(8, 2) + '/' + iso.substr(0, 4);
}

std::string google_record(const Timeline& timeline, const CalendarEntry& e) {
  CsvRecord record;
  record.text(entry_title(e)).value(month_first(e.slot.begin.day())).blanks(1);
  record.value(month_first(e.slot.last_day())).blanks(1).value("True");
  record.lines(entry_description(timeline, e)).text(e.event->place.name).value("False");
  return record.end();
}

std::string outlook_record(const Timeline& timeline, const CalendarEntry& e) {
  CsvRecord record;
  record.text(entry_title(e)).value(month_first(e.slot.begin.day())).value(midnight);
  record.value(month_first(e.slot.last_day() + date::days(1))).value(midnight).value("True");
  record.value("False").blanks(7).text(entry_kind(e)).lines(entry_description(timeline, e));
  record.text(e.event->place.name).blanks(1).value("Normal").value("False").value("Normal").value(shown_as_free);
  return record.end();
}

std::string html_lines(const std::string& text) { return replaced(xml_text(text), "\n", "<br>"); }

void add_days(CsvRecord& record, const Slot& slot) {
  const DayParts first = parts_of(slot.begin.day());
  const DayParts last = parts_of(slot.last_day());
  record.value(first.year).value(first.month).value(first.day).blanks(1);
  if (slot.last_day() == slot.begin.day())
    record.blanks(4);
  else
    record.value(last.year).value(last.month).value(last.day).blanks(1);
}

std::string timelinejs_record(const Timeline& timeline, const CalendarEntry& e) {
  CsvRecord record;
  add_days(record, e.slot);
  record.value(in_words(e.standing.when)).text(xml_text(entry_title(e)));
  record.text(html_lines(entry_description(timeline, e))).blanks(5).text(xml_text(entry_kind(e))).blanks(1);
  return record.end();
}

struct Profile {
  const char* columns;
  std::string (*record)(const Timeline&, const CalendarEntry&);
};

Profile profile_of(CsvProfile profile) {
  switch (profile) {
    case CsvProfile::google:
      return {google_columns, google_record};
    case CsvProfile::outlook:
      return {outlook_columns, outlook_record};
    default:
      return {timelinejs_columns, timelinejs_record};
  }
}

}  // namespace

std::string to_csv_for(CsvProfile tool, const Timeline& timeline, Fuzzy fuzzy, bool byte_order_mark) {
  const Profile profile = profile_of(tool);
  std::string out = byte_order_mark ? csv_byte_order_mark : "";
  out += profile.columns;
  for (const CalendarEntry& entry : calendar_entries(timeline, fuzzy)) out += profile.record(timeline, entry);
  return out;
}

}  // namespace dateline
