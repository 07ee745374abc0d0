// Where the event of a trigger takes place. Tested by tests/extract/extract_test.cpp.
#pragma once

#include "extract/sentence_view.h"

namespace dateline {

/// The name that tells it: behind the trigger where it leads somewhere; else the nearest "in PLACE", or what is struck;
/// else the name before the noun ("Kuala Lumpur talks"). Null where there is none, or where the kind has no place.
const Named* place_of(const SentenceView&, const Hit&);
/// True where the name only tells whose house, ship or soldiers are meant: "outside the U.S. embassy".
bool names_mission(const SentenceView&, const Named&);
/// True where a name that can be a place stands behind "in", "at", "to", ….
bool stands_as_place(const SentenceView&, const Named&);
Place place_from(const Entity&);

}  // namespace dateline
