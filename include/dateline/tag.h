// Tokens → Mentions, still relative. Tested by tests/tag/tag_test.cpp and every example in rules/.
#pragma once

#include "dateline/mention.h"
#include "dateline/tokens.h"

namespace dateline {

class Lexicon;
struct TimeRules;

/// A rule that matched somewhere, and what became of it; for explain.
struct Attempt {
  std::string rule;
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  std::string outcome;             ///< "taken", "shorter than RULE", "refused by GUARD", …
};

/// Mentions in the order of the text, none within another: at each place the longest match counts,
/// of equally long ones that of the rule which stands first. `attempts` is filled where given.
std::vector<Mention> tag(const Tokens&, const TimeRules&, const Lexicon&, std::vector<Attempt>* attempts = nullptr);

}  // namespace dateline
