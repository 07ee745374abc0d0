// What becomes of the triggers of a sentence, for explain. Tested by
// tests/pipeline/explain_test.cpp.
#pragma once

#include "extract/sentence_view.h"

namespace dateline {

TriggerAttempt attempt_of(const SentenceView&, const Hit&, std::string outcome);

/// Adds the triggers that were met and are no hits of the sentence: refused by the words around them, or covered by a
/// longer one.
void add_refused(const SentenceView&, const Triggers&, std::vector<TriggerAttempt>&);

}  // namespace dateline
