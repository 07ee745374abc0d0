// How the event of a trigger stands. Tested by tests/extract/extract_test.cpp.
#pragma once

#include "extract/sentence_view.h"

namespace dateline {

/// What the words of its clause say; that it was called off or put off may stand in the next one
/// ("The visit, postponed from April to May, …"). Nothing where they say nothing.
std::optional<Status> status_of(const SentenceView&, const Hit&);
/// "the recent talks", and what is told as done without a date.
bool was_recent(const SentenceView&, const Hit&);
/// True where a status alone makes a claim: "the upcoming talks", "was called off".
bool stands_undated(const SentenceView&, const Hit&, std::optional<Status> said);
/// What is over was held, what is ahead is scheduled, unless the words say otherwise.
Status stands(const SentenceView&, const Hit&, std::optional<Status> said, const When&,
              const std::optional<Moment>& published);

}  // namespace dateline
