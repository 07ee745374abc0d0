// An event as a calendar of days shows it. See calendar_entry.h.
#include "write/calendar_entry.h"

#include <algorithm>

#include "base/letters.h"
#include "base/plain_text.h"
#include "time/when_words.h"

namespace dateline {
namespace {

using date::days;

constexpr days widest_span{14};  // a longer window would bury the exact dates of a month view

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

// Calendars write a year in four digits, here and in UTC.
bool fits_calendars(const Slot& slot) {
  constexpr std::chrono::minutes utc{0};
  const auto year = [](const Moment& m) { return static_cast<int>(date::year_month_day{m.day()}.year()); };
  const Moment begin = slot.begin.on_clock(utc), end = slot.end.on_clock(utc);
  return std::min(year(slot.begin), year(begin)) >= 1 && std::max(year(slot.end), year(end)) <= 9999;
}

bool stands_before(const CalendarEntry& a, const CalendarEntry& b) {
  if (a.slot.begin.at != b.slot.begin.at) return a.slot.begin.at < b.slot.begin.at;
  return a.event->uid < b.event->uid;
}

std::string off_word(const Event& event) { return event.status == Status::cancelled ? "cancelled" : "postponed"; }

std::string sign(const When& w) {
  if (!is_approximate(w)) return "";
  return !w.earliest_start ? "≤ " : !w.latest_end ? "≥ " : "≈ ";
}

std::string where_shown(const CalendarEntry& e) {
  const auto length = window_length(e.standing.when);
  const auto shown = e.slot.end.day() - e.slot.begin.day();
  if (length && *length == shown) return "Shown on all of these days: " + in_words(e.standing.when) + '.';
  return std::string("Shown on the ") + (e.standing.when.latest_end ? "last" : "first") +
         " possible day: " + in_words(e.standing.when) + '.';
}

std::string date_in_words(const Timeline& timeline, const CalendarEntry& e) {
  const When& when = e.standing.when;
  if (e.standing.is_off) return utf8::capitalized(off_word(*e.event)) + "; the date was: " + in_words(when) + '.';
  if (!is_approximate(when)) return "Date: " + in_words(when) + '.';
  const std::string said = words_of_source(timeline, e);
  const char* unknown = e.event->status == Status::held ? "Exact date not given" : "Date not announced";
  return unknown + (said.empty() ? ". " : "; the source says “" + said + "”. ") + where_shown(e);
}

std::string source_line(const Citation& document) {
  const std::string date = document.published ? ", " + day_in_words(document.published->day()) : "";
  const std::string address = web_address(document.url);
  return "\n• " + publisher(document) + date + (address.empty() ? "" : ": " + address);
}

}  // namespace

std::optional<CalendarEntry> calendar_entry(const Timeline& timeline, const Event& event, Fuzzy fuzzy) {
  const Standing standing = standing_of(timeline, event);
  if (!is_dated(standing.when) || (fuzzy == Fuzzy::skip && is_approximate(standing.when))) return {};
  const Slot slot = slot_of(standing.when, fuzzy);
  return fits_calendars(slot) ? std::optional(CalendarEntry{&event, standing, slot}) : std::nullopt;
}

std::vector<CalendarEntry> calendar_entries(const Timeline& timeline, Fuzzy fuzzy) {
  std::vector<CalendarEntry> out;
  for (const Event& event : timeline.events)
    if (const auto entry = calendar_entry(timeline, event, fuzzy)) out.push_back(*entry);
  std::sort(out.begin(), out.end(), stands_before);
  return out;
}

std::string entry_title(const CalendarEntry& e) {
  std::vector<std::string> notes;
  if (is_approximate(e.standing.when)) notes.push_back(short_words(e.standing.when));
  if (e.standing.is_off) notes.push_back(off_word(*e.event));
  return sign(e.standing.when) + one_line(e.event->title) + (notes.empty() ? "" : " (" + join(notes, ", ") + ')');
}

std::string entry_description(const Timeline& timeline, const CalendarEntry& e) {
  std::string out = date_in_words(timeline, e);
  if (const auto inference = inference_of(timeline, *e.event); !inference.empty())
    out += "\nThe date " + inference + '.';
  if (e.standing.is_moved) out += "\nBefore that the date was: " + in_words(e.event->previous.back()) + '.';
  for (std::size_t finding : e.event->findings) out += "\nIn doubt: " + one_line(timeline.findings.at(finding).message);
  const auto sources = sources_of(timeline, *e.event);
  if (!sources.empty()) out += "\n\nSources:";
  for (const Citation& document : sources) out += source_line(document);
  const auto evidence = evidence_of(timeline, *e.event, 3);
  if (!evidence.empty()) out += "\n";
  for (const std::string& sentence : evidence) out += "\n“" + sentence + "”";
  return out;
}

std::string entry_kind(const CalendarEntry& e) {
  return utf8::capitalized(one_line(e.event->kind.empty() ? "other" : e.event->kind));
}

bool is_tentative(const CalendarEntry& e) {
  return is_approximate(e.standing.when) || e.event->status == Status::proposed;
}

std::string words_of_source(const Timeline& timeline, const CalendarEntry& e) {
  std::string any;
  for (const Claim* claim : claims_of(timeline, *e.event)) {
    if (claim->expression_text.empty()) continue;
    if (claim->when == e.standing.when) return one_line(claim->expression_text);
    if (any.empty()) any = one_line(claim->expression_text);
  }
  return any;
}

std::string newest_address(const std::vector<Citation>& documents) {
  const Citation* newest = nullptr;
  for (const Citation& d : documents)
    if (!web_address(d.url).empty() && (!newest || d.published >= newest->published)) newest = &d;
  return newest ? web_address(newest->url) : "";
}

}  // namespace dateline
