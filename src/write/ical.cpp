// Timeline → timeline.ics: a feed that calendars subscribe to (RFC 5545, and what clients survive of RFC 7986).
// Offers to_ical() and ical_slot(). An event without a date is not in it. A timeline without events is still a
// calendar, though RFC 5545 asks for one component at least: an empty feed is right on the day when nothing is planned.
// Tested by tests/write/ical_test.cpp.
#include "base/plain_text.h"
#include "write/calendar_entry.h"
#include "write/ical_lines.h"

namespace dateline {
namespace {

// These lines stay the same from run to run: vdirsyncer hashes them into every event.
constexpr const char* calendar_head =
    "BEGIN:VCALENDAR\r\n"
    "VERSION:2.0\r\n"
    "PRODID:-//dateline//dateline 0.1//EN\r\n"
    "CALSCALE:GREGORIAN\r\n"
    "NAME:Diplomatic calendar\r\n"
    "X-WR-CALNAME:Diplomatic calendar\r\n"
    "DESCRIPTION:Dates from news reports. ≈ ≤ ≥ mark those not fixed\r\n"
    "X-WR-CALDESC:Dates from news reports. ≈ ≤ ≥ mark those not fixed\r\n"
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"
    "X-PUBLISHED-TTL:PT6H\r\n";

std::string basic_date(const Moment& m) { return replaced(to_string(Moment(m.day())), "-", ""); }

// RFC 5545 knows UTC and named zones; an offset it has not.
std::string basic_time(const Moment& m) {
  constexpr std::chrono::minutes utc{0};
  return replaced(replaced(to_string(m.on_clock(utc)), "-", ""), ":", "");
}

std::string date_line(const std::string& name, const Moment& m) {
  return m.clock == Clock::day ? content_line(name + ";VALUE=DATE", basic_date(m)) : content_line(name, basic_time(m));
}

std::string date_lines(const CalendarEntry& e) {
  return date_line("DTSTART", e.slot.begin) + date_line("DTEND", e.slot.end);
}

// The publication as an instant. Where only its day is known, that day's midnight in UTC.
std::string stamp(const std::optional<Moment>& published) {
  if (!published) return "19700101T000000Z";
  return published->clock == Clock::utc ? basic_time(*published) : basic_date(*published) + "T000000Z";
}

std::string text_line(const char* name, const std::string& text) {
  return text.empty() ? "" : content_line(name, ical_text(text));
}

std::string geo_line(const Place& place) {
  if (place.latitude == 0 && place.longitude == 0) return "";
  return content_line("GEO", decimal(place.latitude, 6) + ';' + decimal(place.longitude, 6));
}

std::string history_lines(const Event& event, const std::vector<Citation>& sources) {
  const std::string modified = stamp(event.modified ? event.modified : newest_publication(sources));
  const std::string created = stamp(event.created ? event.created : oldest_publication(sources));
  return content_line("UID", one_line(event.uid)) + content_line("DTSTAMP", modified) +
         content_line("LAST-MODIFIED", modified) + content_line("CREATED", created) +
         content_line("SEQUENCE", std::to_string(event.sequence));
}

const char* status(const CalendarEntry& e) {
  return e.standing.is_off ? "CANCELLED" : is_tentative(e) ? "TENTATIVE" : "CONFIRMED";
}

std::string categories(const CalendarEntry& e) {
  return ical_text(entry_kind(e)) + (is_approximate(e.standing.when) ? ",Approximate date" : "");
}

std::string vevent(const Timeline& timeline, const CalendarEntry& e) {
  const Event& event = *e.event;
  const auto sources = sources_of(timeline, event);
  const std::string address = newest_address(sources);
  return "BEGIN:VEVENT\r\n" + history_lines(event, sources) + date_lines(e) + text_line("SUMMARY", entry_title(e)) +
         text_line("DESCRIPTION", entry_description(timeline, e)) + content_line("STATUS", status(e)) +
         "TRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n" + content_line("CATEGORIES", categories(e)) +
         text_line("LOCATION", one_line(event.place.name)) + geo_line(event.place) +
         (address.empty() ? "" : content_line("URL", address)) + text_line("X-DATELINE-EDTF", edtf(e.standing.when)) +
         text_line("X-DATELINE-PRECISION", name(e.standing.when.granularity)) +
         text_line("X-DATELINE-TEXT", words_of_source(timeline, e)) + "END:VEVENT\r\n";
}

}  // namespace

std::string ical_slot(const Timeline& timeline, const Event& event, Fuzzy fuzzy) {
  const auto entry = calendar_entry(timeline, event, fuzzy);
  return entry ? date_lines(*entry) + content_line("STATUS", status(*entry)) : "";
}

std::string to_ical(const Timeline& timeline, Fuzzy fuzzy) {
  std::string out = calendar_head;
  for (const CalendarEntry& entry : calendar_entries(timeline, fuzzy)) out += vevent(timeline, entry);
  return out + "END:VCALENDAR\r\n";
}

}  // namespace dateline
