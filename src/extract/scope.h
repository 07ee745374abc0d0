// Which names and times of a sentence belong to a trigger: what stands in its clause, or in one that shares its verb.
// Tested by tests/extract/extract_test.cpp.
#pragma once

#include "extract/sentence_view.h"

namespace dateline {

/// How a name is bound to a trigger, closest first. `clause`: in its clause, or the subject that its verb shares with
/// an earlier one ("Trump flew to Seoul and met …"). `near`: in an earlier clause that only commas and "and" part from
/// it. `none`: too far, or who only speaks of the event ("Rutte said that …", "China condemned the launch").
enum class Bond { clause, near, none };

/// The bonds of `candidates`, names of the sentence in its order.
std::vector<Bond> bonds_of(const SentenceView&, const Hit&, const std::vector<const Named*>& candidates);

/// False where the expression stands in another clause whose own verb it dates: "arrived on Monday, offering talks".
bool may_share_date(const SentenceView&, const Hit&, const Mention&);

/// True where the trigger's clause follows that of the expression and happens then: "on Saturday, when Xi also meets
/// …".
bool is_meanwhile(const SentenceView&, const Hit&, const Mention&);

}  // namespace dateline
