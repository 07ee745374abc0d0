// The nouns of time: moments, intervals, granularity, and what is known of an event's date.
// Everything is a value; intervals are half-open. Tested by tests/time/time_test.cpp.
#pragma once

#include <date/date.h>

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What a Moment was said as. A day is the start of a local day; `local` is a clock time in the
/// time zone of the text; `utc` is an instant, shown by a clock whose distance from UTC is known.
enum class Clock { day, local, utc };

/// A point on the calendar. With Clock::day, `at` is midnight. An instant keeps the clock that it was read from: where
/// an article says that it was published at 08:30+09:00, its "today" is the day of that clock.
struct Moment {
  date::local_seconds at{};  ///< as the clock shows it
  Clock clock = Clock::day;
  std::chrono::minutes offset{};  ///< of that clock, east of UTC; 0 for UTC itself and for what is no instant

  Moment() = default;
  Moment(date::local_days day) : at(day) {}
  Moment(date::local_seconds at_, Clock clock_, std::chrono::minutes offset_ = {})
      : at(at_), clock(clock_), offset(offset_) {}

  /// The day where the clock is.
  date::local_days day() const { return date::floor<date::days>(at); }
  /// The time in UTC. What is no instant has no zone, and counts as if it were in UTC.
  date::sys_seconds instant() const { return date::sys_seconds{at.time_since_epoch()} - offset; }
  /// The same instant on a clock so many minutes east of UTC; what is no instant stays as it is.
  Moment on_clock(std::chrono::minutes east) const {
    return clock == Clock::utc ? Moment{at - offset + east, clock, east} : *this;
  }
  Moment operator+(std::chrono::seconds by) const { return {at + by, clock, offset}; }
  Moment operator-(std::chrono::seconds by) const { return *this + -by; }

  bool operator==(const Moment&) const = default;
  /// By instant(), so 01:30+09:00 comes before 18:00Z of the day before. At one time a day comes before a local time,
  /// that before an instant, a western clock before an eastern one: equal are only those of which == says so.
  friend std::strong_ordering operator<=>(const Moment& a, const Moment& b) {
    const auto order = [](auto x, auto y) {
      return x < y ? std::strong_ordering::less : y < x ? std::strong_ordering::greater : std::strong_ordering::equal;
    };
    // NOLINTBEGIN(modernize-use-nullptr): clang-tidy 14 takes the 0 that an ordering is compared with for a pointer
    if (const auto by_time = order(a.instant(), b.instant()); by_time != 0) return by_time;
    if (const auto by_clock = order(a.clock, b.clock); by_clock != 0) return by_clock;
    // NOLINTEND(modernize-use-nullptr)
    return order(a.offset, b.offset);
  }
};

/// "2025-10-23", "2025-10-23T09:00:00", "2025-10-24T17:00:00Z" or "2025-10-24T17:00:00+09:00". Years before 1 and after
/// 9999 carry a sign.
std::string to_string(const Moment&);

/// Reads what to_string writes; also "2025-10-23T09:00", a space for the T, fractions of a second (dropped)
/// and shorter offsets ("+0200", "-05"); "+00:00" is Z. Nothing when it is no such date or has anything behind it.
std::optional<Moment> parse_moment(std::string_view);

/// The fineness to which a time is known.
enum class Granularity {
  none,
  second,
  minute,
  hour,
  part_of_day,
  day,
  weekend,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century
};

/// "day", "month", …
const char* name(Granularity);
std::optional<Granularity> parse_granularity(std::string_view);

/// A stretch of time: [begin, end). Never empty; either end may be open.
struct Interval {
  std::optional<Moment> begin;
  std::optional<Moment> end;  ///< the first moment after it, as in iCalendar DTEND

  bool operator==(const Interval&) const = default;
};

/// What an event's date is known to be. An absent bound is open.
/// "Oct. 30-31" is exact: earliest = latest start, earliest = latest end. "late October" is some days within:
/// the start is anywhere in it and so is the end. "by Thanksgiving" has a latest end alone.
struct When {
  std::optional<Moment> earliest_start;
  std::optional<Moment> latest_start;  ///< inclusive: the start of the last day on which it can begin
  std::optional<Moment> earliest_end;  ///< exclusive end, so the day after the first day on which it can be over
  std::optional<Moment> latest_end;    ///< exclusive end
  Granularity granularity = Granularity::none;  ///< none: no date is known, whatever the bounds say
  bool inferred = false;                        ///< true where no text said it and bounds were propagated

  bool operator==(const When&) const = default;
};

/// The event fills the interval: "Oct. 30-31", "on Friday".
When exactly(const Interval&, Granularity);
/// The event is on some day or days within the interval: "late October", "in April".
When some_time_within(const Interval&, Granularity);
/// It has happened before the end of `last`: "by Thanksgiving".
When no_later_than(const Moment& end, Granularity);
/// It begins no earlier: "since May", "after the election".
When no_earlier_than(const Moment& begin, Granularity);

/// True where a date is known, however coarse; "upcoming" has bounds and no date.
inline bool has_date(const When& w) { return w.granularity != Granularity::none; }
/// True where start and end are fixed.
bool is_exact(const When&);
/// True where nothing bounds it.
bool is_open(const When&);
/// The first day on which it can begin, nothing where open.
std::optional<Moment> first_possible(const When&);
/// The last day on which it can still be going on (inclusive; a clock time where one is known), nothing where open.
std::optional<Moment> last_possible(const When&);

/// What both say together; nothing where they cannot both be true. Takes the finer granularity.
std::optional<When> narrow(const When&, const When&);

/// EDTF (ISO 8601-2): `2025-10-30`, `2026-04`, `2025-10-30/2025-10-31`, `[2025-10-21..2025-10-31]`, `[..2025-11-27]`,
/// `2025-05/..`; empty where nothing is known.
std::string edtf(const When&);
/// For people: "30–31 October 2025", "April 2026", "late October 2025" as "between 21 and 31 October 2025",
/// "by 27 November 2025", "since May 2025", "date not given".
std::string in_words(const When&);

}  // namespace dateline
