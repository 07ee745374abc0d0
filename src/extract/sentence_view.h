// One sentence as extract sees it: its triggers, names and times, and the clauses they stand in.
// Tested by tests/extract/extract_test.cpp.
#pragma once

#include "dateline/extract.h"
#include "dateline/mention.h"
#include "gazetteer/world.h"
#include "rules/check_rules.h"
#include "rules/context_rules.h"
#include "rules/event_rules.h"

namespace dateline {

/// A trigger in a sentence: tokens [first, last).
struct Hit {
  const Trigger* trigger = nullptr;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct SentenceView {
  const Tokens& tokens;
  const ExtractRules& rules;
  Sentence sentence;
  std::vector<Hit> hits;  ///< in order, none within another
  std::vector<Named> names;
  std::vector<const Mention*> mentions;
  std::vector<std::uint16_t> clauses;  ///< of each token of the sentence, counted from 0

  int clause_of(std::uint32_t token) const { return clauses[token - sentence.begin]; }
  LetterView letters(std::uint32_t first, std::uint32_t last) const { return tokens.letters_of(first, last); }
  LetterView before(std::uint32_t token) const { return letters(sentence.begin, token); }
  LetterView behind(std::uint32_t token) const { return letters(token, sentence.end); }
  /// How far apart two stretches of tokens are: tokens between, and `clause_cost` for each clause that begins between.
  int distance(std::uint32_t first_a, std::uint32_t last_a, std::uint32_t first_b, std::uint32_t last_b) const;
  /// The same to a trigger; where it stands behind the tokens, each comma between counts as much as a clause that
  /// begins: "after the summit on Monday, he met".
  int distance_to(std::uint32_t first, std::uint32_t last, const Hit&) const;

  /// True where the pattern matches from the token on.
  bool stands_at(const DeferredPattern&, std::uint32_t token) const;
  /// True where the pattern, one of those that stand directly before something, matches up to the token.
  bool stands_before(const DeferredPattern&, std::uint32_t token) const;
  /// "and", "or" or a comma.
  bool is_join(std::uint32_t token) const;
  /// "North Korea's".
  bool is_possessive(const Named&) const;

  /// The clause of a token: its first token, and the one behind its last.
  std::uint32_t first_of_clause(std::uint32_t token) const;
  std::uint32_t end_of_clause(std::uint32_t token) const;
  /// True where a verb stands among the tokens [first, last) outside of names: "United" of the States is none.
  bool has_verb(std::uint32_t first, std::uint32_t last) const;
  /// True where a trigger of another kind, or any other where each is an event of its own, stands nearer to the tokens
  /// [first, last) than `hit`: "a strike, with attacks on …" is one event. One that only a "by" dates ("is planned
  /// for") takes nothing else.
  bool nearer_hit(const Hit& hit, std::uint32_t first, std::uint32_t last, bool is_by = false,
                  bool each_alone = false) const;
};

/// A match of a trigger, and whether the words around it allow it.
struct TriggerMatch {
  Hit hit;
  bool is_allowed = true;
};

/// Every match of every trigger in the sentence.
std::vector<TriggerMatch> matches_of(const SentenceView&, const Triggers&);
/// All matches of `triggers` in the sentence; of those that overlap the longest, then the first in the file.
std::vector<Hit> hits_of(const SentenceView&, const Triggers&);
/// Finds the triggers and clauses of a sentence.
SentenceView view_of(const Tokens&, const Sentence&, const ExtractRules&, std::vector<Named> names,
                     std::vector<const Mention*> mentions);

}  // namespace dateline
