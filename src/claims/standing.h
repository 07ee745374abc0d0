// What every output shows alike of an event: its claims and sources, and whether it is on.
// Tested by tests/write/ical_test.cpp and tests/write/markdown_test.cpp.
#pragma once

#include <vector>

#include "dateline/claim.h"

namespace dateline {

/// How an event stands.
struct Standing {
  When when;              ///< its date; where it is off and has none, the last that it had
  bool is_off = false;    ///< cancelled, or postponed and no new date is known
  bool is_moved = false;  ///< it is on, at another date than before
};

/// A postponed event has a new date where its date is not one that it had before and either dates before it are
/// known or a report of the postponement names it. Otherwise its date is the one that was given up.
Standing standing_of(const Timeline&, const Event&);

/// A date that may be printed: edtf() is not empty.
bool is_dated(const When&);

/// True where a day-by-day calendar cannot show it as it is: no single day or fixed range of days is known,
/// or only a month or more.
bool is_approximate(const When&);

/// The claims of the event, in its order.
std::vector<const Claim*> claims_of(const Timeline&, const Event&);
/// The documents of those claims and of those that its date follows from, each once, oldest publication first, then by
/// id; those without a date last.
std::vector<Citation> sources_of(const Timeline&, const Event&);
/// "follows from what The Ledger and The Gazette say; no source gives it", of an inferred date; else empty.
std::string inference_of(const Timeline&, const Event&);
/// Up to `most` different sentences of the event, made one line each, newest publication first.
std::vector<std::string> evidence_of(const Timeline&, const Event&, std::size_t most);

/// Midnight or the instant of the oldest and the newest publication; nothing where none is known.
std::optional<Moment> oldest_publication(const std::vector<Citation>&);
std::optional<Moment> newest_publication(const std::vector<Citation>&);

/// "23–30 October 2025": the days of publication; "" where none is known.
std::string publication_days(const std::vector<Citation>&);

/// "Reuters", or the document's id where its source has no name.
std::string publisher(const Citation&);

}  // namespace dateline
