// An event as a calendar of days shows it: where it stands, what it is called there, and what is written beneath.
// Shared by the feed and the CSV of other calendars. Tested by tests/write/ical_test.cpp and
// tests/write/csv_profiles_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/standing.h"
#include "dateline/write.h"

namespace dateline {

/// Where an event stands: [begin, end), both days or both instants.
struct Slot {
  Moment begin;
  Moment end;

  /// The day of its last second.
  date::local_days last_day() const { return date::floor<date::days>(end.at - std::chrono::seconds(1)); }
};

/// An event with what is worked out of it.
struct CalendarEntry {
  const Event* event = nullptr;  ///< of the timeline that it was made from
  Standing standing;
  Slot slot;
};

/// Nothing where the event has no place in a calendar: without a date, beyond the years 1 to 9999, or to be skipped.
std::optional<CalendarEntry> calendar_entry(const Timeline&, const Event&, Fuzzy);
/// Of all events, by slot, then uid.
std::vector<CalendarEntry> calendar_entries(const Timeline&, Fuzzy);

/// "≈ Envoy in Ankara (late October 2026)", "Visit (cancelled)".
std::string entry_title(const CalendarEntry&);
/// The date in words, what is doubtful, the sources and the evidence; a line each.
std::string entry_description(const Timeline&, const CalendarEntry&);
/// "Summit"; "Other" where the event has no kind.
std::string entry_kind(const CalendarEntry&);
/// True where neither its day nor that it takes place is settled.
bool is_tentative(const CalendarEntry&);
/// The words that date it: of the first claim with just its date, or of the first that has any; one line.
std::string words_of_source(const Timeline&, const CalendarEntry&);
/// The address of the newest document that has one, else "".
std::string newest_address(const std::vector<Citation>&);

}  // namespace dateline
