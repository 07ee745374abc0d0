// Events that are one event told differently: with other dates, in another place.
// Tested by tests/check/check_test.cpp.
#pragma once

#include <vector>

#include "dateline/claim.h"
#include "rules/event_rules.h"

namespace dateline {

/// Two claims that show it, each of its event: indices into the timeline.
struct Rivals {
  std::size_t event_a = 0, event_b = 0;
  std::size_t claim_a = 0, claim_b = 0;
};

/// True where the claims name the same people or parties: two persons, or two parties and nobody else for either.
bool same_parties(const Claim&, const Claim&);
/// True where both name a place and neither lies in the other.
bool places_apart(const Place&, const Place&);
/// How many days lie between two dates; 0 where they touch or one is open.
date::days days_apart(const When&, const When&);

/// Indices of two events, the lower one first.
using EventPair = std::pair<std::size_t, std::size_t>;

/// Each two events of one family that lie near in time and share two actors, or the one that either has; an event also
/// with itself. Sorted, each once. Where many share the same actors, only those next in time are paired.
std::vector<EventPair> event_pairs(const Timeline&, const EventRules&);

/// Pairs of kinds that a pair of actors has once in a while, of the same parties, in one place and near in time, whose
/// dates cannot both hold. No document tells of both, neither was moved, and no word says that they are two ("a second
/// round").
std::vector<Rivals> date_rivals(const Timeline&, const std::vector<EventPair>&, const EventRules&);
/// Pairs of kinds that are in one place, of the same parties and on the same day, in places that are apart.
std::vector<Rivals> place_rivals(const Timeline&, const std::vector<EventPair>&, const EventRules&);

}  // namespace dateline
