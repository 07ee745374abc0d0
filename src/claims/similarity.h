// Whether two claims can speak of one event. Used by merge and state. Tested by tests/merge/merge_test.cpp.
#pragma once

#include "dateline/claim.h"

namespace dateline {

/// How far from its publication an undated "upcoming" or "recent" event is believed to be.
constexpr date::days upcoming_reach{92};
constexpr date::days recent_reach{45};

/// True where the actors can be the same: two codes in common, or one where either side names just one;
/// different persons of one state are different actors.
bool same_actors(const std::vector<Actor>&, const std::vector<Actor>&);
/// True where each of the first has the code of one of the second.
bool are_among(const std::vector<Actor>&, const std::vector<Actor>&);
/// True unless they lie in two countries, or are two cities.
bool same_place(const Place&, const Place&);
/// True where both times can be true of one event, and neither is so wide that it says nothing.
bool same_time(const Claim&, const Claim&);
/// True where `move` tells that the event which is planned in the other claim has been moved or called off: it names
/// the old date, or none and no earlier new one.
bool gives_up(const Claim& move, const Claim& planned);
/// 0 where they cannot be one event; else the more the surer.
int likeness(const Claim&, const Claim&);

}  // namespace dateline
