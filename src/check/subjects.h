// What the claims say of which subject: an event, several that are one, or a thing that lasts. A subject has a first
// and a last day, the points of the network that dates.cpp builds. Tested by
// tests/check/check_test.cpp.
#pragma once

#include <map>

#include "check/network.h"
#include "check/rivals.h"

namespace dateline {

struct Subjects {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t count = 0;
  std::vector<std::size_t> of_event;                 ///< by event
  std::vector<std::size_t> of_claim;                 ///< by claim; none where it is of no subject
  std::vector<std::size_t> event_of_claim;           ///< by claim; none where it is of no event
  std::map<std::size_t, std::vector<Limit>> limits;  ///< by claim: those of its date, where it still holds
  std::vector<std::pair<std::size_t, std::vector<Limit>>>
      orders;  ///< by the claim that puts its event before or after another
};

inline Point first_day(std::size_t subject) { return 1 + 2 * subject; }
inline Point last_day(std::size_t subject) { return 2 + 2 * subject; }
/// The subject of which the point, not day 0, is the first or the last day.
inline std::size_t subject_at(Point point) { return (point - 1) / 2; }

/// True where the claim tells when a thing that lasts began.
bool is_age_or_start(const Claim&);

/// `rivals` are events that share one date.
Subjects subjects_of(const Timeline&, const std::vector<Rivals>&, const EventRules&);

}  // namespace dateline
