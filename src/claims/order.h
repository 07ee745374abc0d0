// The order of events in a timeline. Tested by tests/merge/merge_test.cpp.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "dateline/claim.h"

namespace dateline {

/// By start (open starts last), end, uid.
inline void sort_events(std::vector<Event>& events) {
  const auto order = [](const Event& e) {
    const auto first = first_possible(e.when), last = last_possible(e.when);
    const auto never = date::local_seconds::max();
    return std::tuple(first ? first->at : never, last ? last->at : never, e.uid);
  };
  std::sort(events.begin(), events.end(), [&](const Event& a, const Event& b) { return order(a) < order(b); });
}

}  // namespace dateline
