// Files of sections (grammar, events, checks): several of a folder say together what one could. Offers joined() and
// words_within(). Tested by tests/rules/overlay_test.cpp.
#pragma once

#include "rules/files.h"

namespace dateline {

/// Several files as one: under a key that two of them have, lists follow each other and maps are joined. Throws Error,
/// with its place, for anything else that stands in two.
RuleFile joined(const std::vector<RuleFile>& files);

/// Takes out of the files the words that stand in them under `words:`, because only they need them.
std::vector<RuleFile> words_within(std::vector<RuleFile>& files);

}  // namespace dateline
