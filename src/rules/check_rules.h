// What check looks for beside dates: rules/LANGUAGE/checks/, compiled. The files tell what their keys mean.
// Tested by tests/check/check_test.cpp.
#pragma once

#include <map>

#include "dateline/error.h"
#include "dateline/tokens.h"
#include "rules/event_rules.h"

namespace dateline {

/// A pattern that captures a number and perhaps its unit.
struct CountPattern {
  struct Match {
    std::size_t begin = 0;  ///< letters of what was searched
    std::size_t end = 0;
    double count = 0;
    std::string unit;  ///< "year", …; empty where the pattern captures none
  };

  PatternSource source;
  std::optional<Pattern> pattern;

  void read(const Tree&, Lexicon&);
  void compile(const Families&, const Lexicon&);
  /// The first match at or behind the letter `from` of the tokens [first, last).
  std::optional<Match> find(const Tokens&, const Lexicon&, std::uint32_t first, std::uint32_t last,
                            std::size_t from) const;
};

struct AgeRule {
  CountPattern match;
  std::string unit;             ///< where the pattern captures none
  double from = 0, to = 0;      ///< it began count + from to count + to units ago
  bool calendar = false;        ///< the first calendar year also counts as the first
  bool subject_within = false;  ///< the noun stands in the match, else before it
};

/// A set of articles, and the kinds of finding that a reader would report.
struct FindingExample {
  struct Article {
    Moment at;  ///< publication
    std::string text;
  };
  std::vector<Article> articles;
  std::vector<std::string> finds;  ///< sorted
  FilePosition where;
};

struct CheckRules {
  DeferredPattern weekday_beside, as_of, dateline, dateline_end;
  std::map<std::string, DeferredPattern> lasting;  ///< by the thing that lasts
  DeferredPattern not_lasting, place_behind, place_before, owned, owned_by;
  std::vector<AgeRule> ages;
  DeferredPattern not_age, link;
  DeferredPattern starts_behind, not_start;
  std::vector<DeferredPattern> starts_before;
  DeferredPattern order_day, order_gap, length_behind;
  std::map<Remark::Kind, DeferredPattern> flags;

  std::vector<FindingExample> examples;

  bool empty() const { return lasting.empty(); }  ///< a language without checks
  void read(const Tree& file, Lexicon&);
  void compile(const Families&, const Lexicon&);
};

}  // namespace dateline
