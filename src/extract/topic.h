// What an agreement, decision or deadline is about: the words before its noun.
// Tested by tests/extract/extract_test.cpp.
#pragma once

#include "extract/sentence_view.h"

namespace dateline {

/// "rare earths supply" of "a rare earths supply deal", "asset" of "the December asset decision"; names and times are
/// left out. Empty where the kind takes no topic or nothing stands there.
std::string topic_of(const SentenceView&, const Hit&);

}  // namespace dateline
