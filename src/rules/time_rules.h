// The rules of time expressions: read from YAML, compiled, indexed. Used by tag. Tested by tests/rules/rules_test.cpp.
#pragma once

#include "rules/formula.h"
#include "rules/source.h"

namespace dateline {

struct TimeRule {
  /// A capture of a pattern, and where its value comes from.
  struct CaptureOf {
    std::string name;
    std::string reference;  ///< a word list or a family; empty for (?P<name>…), which is its text
    std::optional<Lexicon::Class> list;
    std::size_t slot = 0;  ///< its place among the rule's captures: alternatives share names
  };
  /// One pattern of `match:`.
  struct Alternative {
    PatternSource source;
    SyntaxPtr syntax;
    std::vector<CaptureOf> captures;  ///< in the order of the pattern
  };
  std::string id;
  std::string family;      ///< what {family} in later files refers to; empty for none
  bool part_only = false;  ///< only within other rules: a number is no time expression
  bool removes = false;    ///< `is_time: false`: what it matches is no time expression, whatever others say
  std::vector<Alternative> alternatives;
  std::vector<std::string> captures;  ///< the names that `value:` may use
  Formula value;
  std::vector<std::string> guard_names;
  std::vector<const Guard*> named_guards;  ///< of TimeRules::guards
  std::vector<Guard> guards;
  std::vector<Example> examples;
  Tree where;
};

struct TimeRules {
  std::vector<TimeRule> rules;
  Families families;
  std::map<std::string, Guard> guards;
  /// Patterns searched at once, and the rule and alternative of each.
  struct Index {
    PatternIndex patterns;
    std::vector<std::pair<std::size_t, std::size_t>> rules;
  };
  Index index;  ///< of all that are expressions by themselves
  std::map<std::string, Index> by_family;

  /// Step one: reads a file; its words go to the lexicon.
  void read_guards(const Tree& file, Lexicon&);
  void read(const Tree& file, Lexicon&);
  /// Step two: when the lexicon is finished.
  void compile(const Lexicon&);

 private:
  void compile_rule(std::size_t number, const Lexicon&);
};

/// The value of a rule's match; none where a captured part has no value. `letters` and `captures` are of one string;
/// `text_of` gives the text of a capture.
Value value_of_match(const TimeRules&, const Lexicon&, const TimeRule&, const TimeRule::Alternative&,
                     LetterView letters, const std::vector<Capture>& captures,
                     const std::function<std::string(const Capture&)>& text_of);

}  // namespace dateline
