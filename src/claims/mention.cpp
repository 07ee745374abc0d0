// Names of the enumerators of a Mention, and the bound that the words around lay on it.
// Tested by tests/resolve/resolve_test.cpp.
#include "dateline/mention.h"

#include <iterator>

namespace dateline {
namespace {

constexpr const char* type_names[] = {"DATE", "TIME", "DURATION", "SET"};
constexpr const char* bound_names[] = {"", "by", "until", "since", "after", "before"};

}  // namespace

const char* name(TimexType type) { return type_names[static_cast<std::size_t>(type)]; }
const char* name(Bound bound) { return bound_names[static_cast<std::size_t>(bound)]; }

std::optional<Bound> parse_bound(std::string_view text) {
  for (std::size_t i = 1; i < std::size(bound_names); ++i)
    if (text == bound_names[i]) return static_cast<Bound>(i);
  return std::nullopt;
}

namespace {

/// A time of day as a clock shows it, noon among them.
bool is_clock_time(const Dated& d) {
  const bool by_clock = d.granularity <= Granularity::hour && d.granularity != Granularity::none;
  return by_clock || (d.granularity == Granularity::part_of_day && d.value.ends_with("TMI"));
}

/// "the end of the month": its last days by itself, but what is before it may be on any of them.
bool is_end(const Value& v) { return v.op == Value::Op::part && v.word == "end"; }

}  // namespace

Interval Mention::bounded() const {
  if (!dated) return {};
  Interval i = dated->interval;
  switch (bound) {
    case Bound::none:
      break;
    case Bound::no_later_than:
    case Bound::until:
      if (is_clock_time(*dated)) i.end = i.begin;  // "by 2 p.m.", "by noon Friday" end when the clock strikes
      i.begin.reset();
      break;
    case Bound::since:
      i.end.reset();
      break;
    case Bound::after:
      if (is_end(value)) i.begin = i.end;  // "after the end of the month"
      i.end.reset();
      break;
    case Bound::before:
      if (!is_end(value)) i.end = i.begin;
      i.begin.reset();
      break;
  }
  return i;
}

std::vector<Mention> ends_of(const Mention& m) {
  if (m.link_end == 0) return {m};
  Mention first = m, second = m;
  first.end = m.link_begin;
  second.begin = m.link_end;
  if (!m.dated) return {first, second};
  const auto slash = m.dated->value.find('/');
  if (slash != std::string::npos) {
    first.dated->value = m.dated->value.substr(0, slash);
    second.dated->value = m.dated->value.substr(slash + 1);
  }
  return {first, second};
}

}  // namespace dateline
