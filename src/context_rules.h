// What the words around an expression say of it: the tense of its clause, and bounds such as "by" and "until".
// Read from rules/LANGUAGE/context.yaml; used by resolve and extract. Tested by tests/resolve_test.cpp.
#pragma once

#include "dateline/mention.h"
#include "dateline/tokens.h"
#include "evaluate.h"
#include "rule_source.h"

namespace dateline {

struct ContextRules {
  struct BoundRule {
    Guard guard;
    Bound bound = Bound::none;
  };
  struct TenseRule {
    PatternSource source;
    std::optional<Pattern> pattern;
    Tense tense = Tense::none;
  };
  std::vector<BoundRule> bounds;   ///< the first that fits counts
  std::vector<TenseRule> tenses;   ///< of matches at one place the longest counts, then the first
  std::optional<PatternSource> break_source;
  std::optional<Pattern> clause_break;

  void read(const Tree& file, Lexicon&);
  void compile(const Families&, const Lexicon&);

  /// The bound on the tokens [first, last) of a sentence.
  Bound bound_of(const Tokens&, const Sentence&, std::uint32_t first, std::uint32_t last) const;
  /// The tense of the clause around them: that of the nearest verb before them in the clause, else behind them,
  /// else, where the clause opens the sentence, of the next clause.
  Tense tense_of(const Tokens&, const Sentence&, std::uint32_t first, std::uint32_t last) const;
};

}  // namespace dateline
