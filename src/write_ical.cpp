// Timeline → timeline.ics: a feed that calendars subscribe to (RFC 5545, and what clients survive of RFC 7986).
// Offers to_ical() and ical_slot(). An event without a date is not in it. A timeline without events is still a calendar,
// though RFC 5545 asks for one component at least: an empty feed is right on the day when nothing is planned.
// Tested by tests/ical_test.cpp.
#include <algorithm>

#include "dateline/write.h"
#include "ical_lines.h"
#include "plain_text.h"
#include "shown.h"
#include "when_text.h"

namespace dateline {
namespace {

using date::days;

constexpr days widest_span{14};  // a longer window would bury the exact dates of a month view

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

// Where an event stands in the calendar: [begin, end), both days or both instants.
struct Slot {
  Moment begin;
  Moment end;
};

// An event with what is worked out of it.
struct Entry {
  const Event& event;
  Standing standing;
  Slot slot;
};

Slot slot_of_days(date::local_days first, date::local_days last) { return {first, last + days(1)}; }

bool has_instants(const When& w) {
  return w.granularity <= Granularity::hour && is_exact(w) && w.earliest_start->clock == Clock::utc &&
         w.latest_end->clock == Clock::utc;
}

bool is_spanned(const When& w, Fuzzy fuzzy) {
  const auto length = window_length(w);
  return length && (!is_approximate(w) || fuzzy == Fuzzy::span || *length <= widest_span);
}

// The one day that stands for a long or open window: the last that is possible, or the first where none is last.
Slot marker(const When& w) {
  const date::local_days day = (w.latest_end ? last_possible(w) : first_possible(w))->day();
  return slot_of_days(day, day);
}

Slot slot_of(const When& w, Fuzzy fuzzy) {
  if (has_instants(w)) return {*w.earliest_start, *w.latest_end};
  if (is_spanned(w, fuzzy)) return slot_of_days(first_possible(w)->day(), last_possible(w)->day());
  return marker(w);
}

// Dates of iCalendar have four digits for the year.
bool fits_ical(const Slot& slot) {
  const auto year = [](const Moment& m) { return static_cast<int>(date::year_month_day{m.day()}.year()); };
  return year(slot.begin) >= 1 && year(slot.end) <= 9999;
}

std::string basic_date(const Moment& m) { return replaced(to_string(Moment(m.day())), "-", ""); }

std::string basic_time(const Moment& m) { return replaced(replaced(to_string(m), "-", ""), ":", ""); }

std::string date_line(const std::string& name, const Moment& m) {
  return m.clock == Clock::day ? content_line(name + ";VALUE=DATE", basic_date(m)) : content_line(name, basic_time(m));
}

std::string date_lines(const Entry& e) { return date_line("DTSTART", e.slot.begin) + date_line("DTEND", e.slot.end); }

// The publication as an instant. Where only its day is known, that day's midnight in UTC.
std::string stamp(const std::optional<Moment>& published) {
  if (!published) return "19700101T000000Z";
  return published->clock == Clock::utc ? basic_time(*published) : basic_date(*published) + "T000000Z";
}

std::string capitalized(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::string off_word(const Event& event) { return event.status == Status::cancelled ? "cancelled" : "postponed"; }

std::string sign(const When& w) {
  if (!is_approximate(w)) return "";
  return !w.earliest_start ? "≤ " : !w.latest_end ? "≥ " : "≈ ";
}

std::string summary(const Entry& e) {
  std::vector<std::string> notes;
  if (is_approximate(e.standing.when)) notes.push_back(short_words(e.standing.when));
  if (e.standing.is_off) notes.push_back(off_word(e.event));
  return sign(e.standing.when) + one_line(e.event.title) + (notes.empty() ? "" : " (" + join(notes, ", ") + ')');
}

const char* status(const Entry& e) {
  if (e.standing.is_off) return "CANCELLED";
  return is_approximate(e.standing.when) || e.event.status == Status::proposed ? "TENTATIVE" : "CONFIRMED";
}

// The words that date it: of the first claim with just its date, or of the first that has any.
std::string words_of_source(const Timeline& timeline, const Entry& e) {
  std::string any;
  for (const Claim* claim : claims_of(timeline, e.event)) {
    if (claim->expression_text.empty()) continue;
    if (claim->when == e.standing.when) return one_line(claim->expression_text);
    if (any.empty()) any = one_line(claim->expression_text);
  }
  return any;
}

std::string where_shown(const Entry& e) {
  const auto length = window_length(e.standing.when);
  const auto shown = e.slot.end.day() - e.slot.begin.day();
  if (length && *length == shown) return "Shown on all of these days: " + in_words(e.standing.when) + '.';
  return std::string("Shown on the ") + (e.standing.when.latest_end ? "last" : "first") +
         " possible day: " + in_words(e.standing.when) + '.';
}

std::string date_in_words(const Timeline& timeline, const Entry& e) {
  const When& when = e.standing.when;
  if (e.standing.is_off) return capitalized(off_word(e.event)) + "; the date was: " + in_words(when) + '.';
  if (!is_approximate(when)) return "Date: " + in_words(when) + '.';
  const std::string said = words_of_source(timeline, e);
  const char* unknown = e.event.status == Status::held ? "Exact date not given" : "Date not announced";
  return unknown + (said.empty() ? ". " : "; the source says “" + said + "”. ") + where_shown(e);
}

std::string source_line(const Citation& document) {
  const std::string date = document.published ? ", " + day_in_words(document.published->day()) : "";
  const std::string address = web_address(document.url);
  return "\n• " + publisher(document) + date + (address.empty() ? "" : ": " + address);
}

std::string description(const Timeline& timeline, const Entry& e) {
  std::string out = date_in_words(timeline, e);
  if (e.standing.when.inferred) out += "\nThe date follows from other dates; no source gives it.";
  if (e.standing.is_moved) out += "\nBefore that the date was: " + in_words(e.event.previous.back()) + '.';
  for (std::size_t finding : e.event.findings) out += "\nIn doubt: " + one_line(timeline.findings.at(finding).message);
  const auto sources = sources_of(timeline, e.event);
  if (!sources.empty()) out += "\n\nSources:";
  for (const Citation& document : sources) out += source_line(document);
  const auto evidence = evidence_of(timeline, e.event, 3);
  if (!evidence.empty()) out += "\n";
  for (const std::string& sentence : evidence) out += "\n“" + sentence + "”";
  return out;
}

std::string categories(const Entry& e) {
  const std::string kind = ical_text(one_line(capitalized(e.event.kind.empty() ? "other" : e.event.kind)));
  return kind + (is_approximate(e.standing.when) ? ",Approximate date" : "");
}

// The address of the newest document that has one.
std::string newest_address(const std::vector<Citation>& documents) {
  const Citation* newest = nullptr;
  for (const Citation& d : documents)
    if (!web_address(d.url).empty() && (!newest || d.published >= newest->published)) newest = &d;
  return newest ? web_address(newest->url) : "";
}

std::string text_line(const char* name, const std::string& text) {
  return text.empty() ? "" : content_line(name, ical_text(text));
}

std::string geo_line(const Place& place) {
  if (place.latitude == 0 && place.longitude == 0) return "";
  return content_line("GEO", decimal(place.latitude, 6) + ';' + decimal(place.longitude, 6));
}

std::string history_lines(const Entry& e, const std::vector<Citation>& sources) {
  const std::string modified = stamp(e.event.modified ? e.event.modified : newest_publication(sources));
  const std::string created = stamp(e.event.created ? e.event.created : oldest_publication(sources));
  return content_line("UID", one_line(e.event.uid)) + content_line("DTSTAMP", modified) +
         content_line("LAST-MODIFIED", modified) + content_line("CREATED", created) +
         content_line("SEQUENCE", std::to_string(e.event.sequence));
}

std::string vevent(const Timeline& timeline, const Entry& e) {
  const auto sources = sources_of(timeline, e.event);
  const std::string address = newest_address(sources);
  return "BEGIN:VEVENT\r\n" + history_lines(e, sources) + date_lines(e) + text_line("SUMMARY", summary(e)) +
         text_line("DESCRIPTION", description(timeline, e)) + content_line("STATUS", status(e)) +
         "TRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n" + content_line("CATEGORIES", categories(e)) +
         text_line("LOCATION", one_line(e.event.place.name)) + geo_line(e.event.place) +
         (address.empty() ? "" : content_line("URL", address)) + text_line("X-DATELINE-EDTF", edtf(e.standing.when)) +
         text_line("X-DATELINE-PRECISION", name(e.standing.when.granularity)) +
         text_line("X-DATELINE-TEXT", words_of_source(timeline, e)) + "END:VEVENT\r\n";
}

// Nothing where the feed does not have the event.
std::optional<Entry> entry_of(const Timeline& timeline, const Event& event, Fuzzy fuzzy) {
  const Standing standing = standing_of(timeline, event);
  if (!is_dated(standing.when) || (fuzzy == Fuzzy::skip && is_approximate(standing.when))) return {};
  const Slot slot = slot_of(standing.when, fuzzy);
  return fits_ical(slot) ? std::optional(Entry{event, standing, slot}) : std::nullopt;
}

std::vector<Entry> entries_of(const Timeline& timeline, Fuzzy fuzzy) {
  std::vector<Entry> out;
  for (const Event& event : timeline.events)
    if (const auto entry = entry_of(timeline, event, fuzzy)) out.push_back(*entry);
  return out;
}

bool stands_before(const Entry* a, const Entry* b) {
  if (a->slot.begin.at != b->slot.begin.at) return a->slot.begin < b->slot.begin;
  return a->event.uid < b->event.uid;
}

}  // namespace

std::string ical_slot(const Timeline& timeline, const Event& event, Fuzzy fuzzy) {
  const auto entry = entry_of(timeline, event, fuzzy);
  return entry ? date_lines(*entry) + content_line("STATUS", status(*entry)) : "";
}

std::string to_ical(const Timeline& timeline, Fuzzy fuzzy) {
  const std::vector<Entry> entries = entries_of(timeline, fuzzy);
  std::vector<const Entry*> order;
  for (const Entry& entry : entries) order.push_back(&entry);
  std::sort(order.begin(), order.end(), stands_before);
  std::string out = calendar_head;
  for (const Entry* entry : order) out += vevent(timeline, *entry);
  return out + "END:VCALENDAR\r\n";
}

}  // namespace dateline
