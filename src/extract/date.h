// Which time expression dates a trigger. Tested by tests/extract/extract_test.cpp.
#pragma once

#include "extract/sentence_view.h"

namespace dateline {

/// The nearest expression to which no other trigger is nearer; null where there is none. Where the event is `off`,
/// the date that it had before does not count.
const Mention* date_of(const SentenceView&, const Hit&, bool off);
/// True where the expression names a date that no longer holds: "originally planned for …".
bool is_previous(const SentenceView&, const Mention&);

}  // namespace dateline
