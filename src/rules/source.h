// What all rule files share: patterns read in two steps (their words first, their trees when all words are known),
// families of rules as {references}, guards and examples. Tested by tests/rules/rules_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dateline/claim.h"
#include "match/lexicon.h"
#include "match/pattern.h"
#include "match/pattern_text.h"

namespace dateline {

/// A pattern as read: not yet compiled.
struct PatternSource {
  std::vector<PatternPart> parts;
  Tree where;
};

/// Reads a pattern, which may stand on several lines, and makes its words known to the lexicon.
PatternSource read_pattern(const Tree&, Lexicon&);

/// Named patterns that others refer to as {name}.
class Families {
 public:
  /// Adds an alternative; it may refer to word lists and to families that are there already.
  void add(const std::string& family, const PatternSource&, const Lexicon&);
  bool knows(const std::string& family) const { return members_.contains(family); }
  /// The tree of a pattern, its references resolved; throws at its place with a hint where nothing has the name.
  SyntaxPtr syntax_of(const PatternSource&, const Lexicon&, bool captures) const;

 private:
  SyntaxPtr resolve(const PatternPart& reference, const Lexicon&, const Tree& where) const;
  std::map<std::string, std::vector<SyntaxPtr>> members_;
};

/// Looks at the words before and behind a match, within its sentence.
struct Guard {
  std::string id;
  std::optional<PatternSource> source[4];
  std::optional<Pattern> before, after, unless_before, unless_after;

  void compile(const Families&, const Lexicon&);
  /// `left` are the letters of the sentence up to the match, `right` those behind it.
  bool allows(LetterView left, LetterView right) const;
};

/// Reads the four keys of a guard from a map; nothing where it has none of them.
std::optional<Guard> read_guard(const std::string& id, const Tree&, Lexicon&);

/// One line of `examples:`. In `text`, [brackets] mark what must be found.
struct Example {
  std::string text;  ///< without the brackets
  std::vector<Span> marked;
  std::vector<Tree> expected;  ///< one for each mark
  std::optional<Moment> at;    ///< the publication
  bool none = false;           ///< nothing at all is found
  Tree where;
};

/// Reads {at, text, is} or {at, text, none: true}. Throws Error for marks and expectations that do not match in number.
Example read_example(const Tree&);

/// A rule as it stands in its file, with its examples. Nothing is read where a node has no `examples:`.
struct Shown {
  Tree where;
  std::vector<Example> examples;
};
Shown read_shown(const Tree&);

/// A line of `examples:` of a rule by which events are found: what the claim of that rule is, or that there is none.
struct EventExample {
  std::string text;
  std::optional<Moment> at;  ///< the publication
  Tree is;                   ///< kind, status, when, actors, place, plover: those that are given must be so
  bool none = false;
  Tree where;
};
std::vector<EventExample> read_event_examples(const Tree&);

}  // namespace dateline
