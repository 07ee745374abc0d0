// What the words around an expression say of it: the tense of its clause, and bounds such as "by" and "until".
// Read from rules/LANGUAGE/grammar/; used by resolve and extract. Tested by tests/resolve/resolve_test.cpp,
// tests/resolve/tense_test.cpp.
#pragma once

#include "dateline/mention.h"
#include "dateline/tokens.h"
#include "rules/dated_events.h"
#include "rules/source.h"
#include "rules/tense.h"

namespace dateline {

struct ContextRules {
  struct BoundRule {
    Guard guard;
    Bound bound = Bound::none;
    std::optional<Tense> tense;  ///< where the words tell it too: what "lasted until March" is over
    Shown shown;
  };
  struct TenseRule {
    PatternSource source;
    Tense tense = Tense::none;
    Shown shown;
  };
  /// Words right beside the expression.
  struct BesideRule {
    Guard guard;
    std::vector<Tense> gives_way;  ///< which tenses of the clause it replaces; empty is all
    Tense tense = Tense::none;
    Shown shown;
  };
  /// What stands between a verb and its date and is no verb of it: names, and clauses within the clause.
  struct AsideRule {
    PatternSource source;
    std::optional<Guard> guard;
    Shown shown;
  };
  std::vector<BoundRule> bounds;   ///< the first that fits counts
  std::vector<TenseRule> tenses;   ///< of matches that overlap the longest counts, then the first; none is no verb
  PatternIndex tense_index;        ///< all of them, searched at once
  std::vector<AsideRule> asides;   ///< passed over where tenses are looked for
  PatternIndex aside_index;        ///< all of them, searched at once
  std::vector<BesideRule> beside;  ///< the first that fits counts
  DatedEventRules dated_events;
  std::optional<PatternSource> break_source, join_source, preposition_source, message_source;
  std::optional<Pattern> clause_break;  ///< where a clause ends
  std::optional<Pattern> phrase_join;   ///< a break that may only join words: "and"
  std::optional<Pattern> message;       ///< what a letter opens with
  std::optional<Pattern> preposition;   ///< a break that, right before an expression, belongs to it: "after Easter"

  void read(const Tree& file, Lexicon&);
  void compile(const Families&, const Lexicon&);

  /// Whether the text opens as a letter or a message does.
  bool opens_message(const Tokens&) const;
  /// What sets a bound on the tokens [first, last) of a sentence; null where nothing does.
  const BoundRule* bound_on(const Tokens&, const Sentence&, std::uint32_t first, std::uint32_t last) const;
  /// What the words right beside them say, else the tense of the clause around them: that of the nearest verb before
  /// them in the clause, else behind them, else of the clauses before, or, where it opens the sentence, of the next.
  Tense tense_of(const Tokens&, const Sentence&, std::uint32_t first, std::uint32_t last) const;
  /// True where the letters hold a verb of any tense.
  bool has_verb(LetterView letters) const;

 private:
  /// A sentence without its asides, and where the expression stands in it.
  struct Bared {
    std::u16string letters;
    std::size_t begin = 0, end = 0;
  };
  Bared without_asides(LetterView sentence, std::size_t begin, std::size_t end) const;
  Tense clause_tense(LetterView sentence, std::size_t begin, std::size_t end) const;
  Tense following_tense(LetterView behind, Capture opening) const;
};

}  // namespace dateline
