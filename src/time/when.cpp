// What is known of an event's date, and what two reports of it say together.
// Offers the functions of dateline/time.h on When; moment.cpp has those on Moment, when_words.cpp those that print.
// Tested by tests/time/time_test.cpp.
#include "dateline/time.h"

#include <algorithm>

namespace dateline {
namespace {

using std::chrono::seconds;
using OptionalMoment = std::optional<Moment>;

// The fineness of the moment itself: bounds move by a day, or by a second where the clock is known.
seconds step(const Moment& m) { return m.clock == Clock::day ? seconds(date::days(1)) : seconds(1); }
Moment last_before(const Moment& end) { return end - step(end); }
Moment first_after(const Moment& begin) { return begin + step(begin); }

// A day as a bound means any time in it, so that "on 24 October" and "at 17:00 on 24 October" agree:
// a start no later than a day is no later than its last second, an end on a day no earlier than its first second.
date::local_seconds as_said(const Moment& m) { return m.at; }
date::local_seconds last_start(const Moment& m) { return m.at + step(m) - seconds(1); }
date::local_seconds first_end(const Moment& m) { return m.at - step(m) + seconds(1); }

using Reading = date::local_seconds (*)(const Moment&);

// Of two instants both are read on the clock of the first. A day or a local time is held against an instant by what the
// clocks show: "on 5 March" holds 08:30+09:00 of that day, which in UTC is the 4th.
Moment beside(const Moment& other, const Moment& first) {
  return first.clock == Clock::utc ? other.on_clock(first.offset) : other;
}

Moment finer_clock(const Moment& a, const Moment& b) {
  if (a.clock != b.clock) return a.clock > b.clock ? a : b;
  return std::max(a, b);  // one instant on two clocks: the same of them, whoever is asked first
}

OptionalMoment later(const OptionalMoment& a, const OptionalMoment& b, Reading read) {
  if (!a || !b) return a ? a : b;
  const auto first = read(*a), other = read(beside(*b, *a));
  if (first == other) return finer_clock(*a, *b);
  return first > other ? a : b;
}

OptionalMoment earlier(const OptionalMoment& a, const OptionalMoment& b, Reading read) {
  if (!a || !b) return a ? a : b;
  const auto first = read(*a), other = read(beside(*b, *a));
  if (first == other) return finer_clock(*a, *b);
  return first < other ? a : b;
}

// What starts before the end starts before the last of it, and ends after the first of it.
// A lone bound ("by", "since") stays alone.
void tighten(When& w) {
  if (w.latest_end && (w.earliest_start || w.latest_start))
    w.latest_start = earlier(w.latest_start, last_before(*w.latest_end), last_start);
  if (w.earliest_start && (w.latest_end || w.earliest_end))
    w.earliest_end = later(w.earliest_end, first_after(*w.earliest_start), first_end);
}

// A start that cannot precede the end shows here too, once the bounds are tight.
bool is_possible(const When& w) {
  const auto &from = w.earliest_start, &start = w.latest_start, &end = w.earliest_end, &to = w.latest_end;
  if (from && start && from->at > last_start(beside(*start, *from))) return false;
  return !(end && to && first_end(*end) > beside(*to, *end).at);
}

Granularity finer(Granularity a, Granularity b) {
  if (a == Granularity::none || b == Granularity::none) return std::max(a, b);
  return std::min(a, b);
}

bool same_bounds(const When& a, const When& b) {
  return a.earliest_start == b.earliest_start && a.latest_start == b.latest_start && a.earliest_end == b.earliest_end &&
         a.latest_end == b.latest_end;
}

// Said, where one text says all of it; what only both together say is inferred.
bool is_inferred(const When& both, const When& a, const When& b) {
  if (same_bounds(both, a)) return a.inferred;
  return !same_bounds(both, b) || b.inferred;
}

// How long the last stretch of a clock time lasts: a minute, unless it is known more finely or less.
seconds last_stretch(const Moment& end, Granularity granularity) {
  if (end.clock == Clock::day) return step(end);
  if (granularity == Granularity::second) return seconds(1);
  return granularity == Granularity::hour ? seconds(std::chrono::hours(1)) : seconds(std::chrono::minutes(1));
}

}  // namespace

When exactly(const Interval& interval, Granularity granularity) {
  return {interval.begin, interval.begin, interval.end, interval.end, granularity, false};
}

When some_time_within(const Interval& interval, Granularity granularity) {
  When out{interval.begin, {}, {}, interval.end, granularity, false};
  tighten(out);
  return out;
}

When no_later_than(const Moment& end, Granularity granularity) { return {{}, {}, {}, end, granularity, false}; }

When no_earlier_than(const Moment& begin, Granularity granularity) { return {begin, {}, {}, {}, granularity, false}; }

bool is_exact(const When& w) {
  return has_date(w) && w.earliest_start && w.latest_end && w.earliest_start == w.latest_start &&
         w.earliest_end == w.latest_end;
}

bool is_open(const When& w) { return !w.earliest_start && !w.latest_start && !w.earliest_end && !w.latest_end; }

std::optional<Moment> first_possible(const When& w) { return w.earliest_start; }

std::optional<Moment> last_possible(const When& w) {
  if (!w.latest_end) return {};
  const Moment last = *w.latest_end - last_stretch(*w.latest_end, w.granularity);
  return w.earliest_start && last.at < beside(*w.earliest_start, last).at ? *w.earliest_start : last;
}

std::optional<When> narrow(const When& a, const When& b) {
  When both{later(a.earliest_start, b.earliest_start, as_said),
            earlier(a.latest_start, b.latest_start, last_start),
            later(a.earliest_end, b.earliest_end, first_end),
            earlier(a.latest_end, b.latest_end, as_said),
            finer(a.granularity, b.granularity),
            false};
  tighten(both);
  if (!is_possible(both)) return {};
  both.inferred = is_inferred(both, a, b);
  return both;
}

}  // namespace dateline
