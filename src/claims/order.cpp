// The order of a timeline's events. Offers sort_events(); tested by tests/merge/merge_test.cpp.
#include <algorithm>
#include <tuple>

#include "dateline/claim.h"

namespace dateline {
namespace {

auto event_order(const Event& e) {
  const auto first = first_possible(e.when), last = last_possible(e.when);
  const auto never = date::local_seconds::max();
  return std::tuple(first ? first->at : never, last ? last->at : never, e.uid);
}

}  // namespace

void sort_events(std::vector<Event>& events) {
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return event_order(a) < event_order(b); });
}

}  // namespace dateline
