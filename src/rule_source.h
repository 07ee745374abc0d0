// What all rule files share: patterns read in two steps (their words first, RE2 when all words are known),
// families of rules as {references}, guards and examples. Tested by tests/rules_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dateline/claim.h"
#include "lexicon.h"
#include "pattern.h"

namespace dateline {

/// A pattern as read: not yet compiled.
struct PatternSource {
  std::vector<PatternPart> parts;
  Tree where;
};

/// Reads a pattern and makes its words known to the lexicon.
PatternSource read_pattern(const Tree&, Lexicon&);

/// Throws Error for what RE2 would refuse, without the cost of compiling the words and families that it refers to.
void check_syntax(const PatternSource&, const Lexicon&);

/// Named patterns that others refer to as {name}.
class Families {
 public:
  /// Adds an alternative; it may refer to word lists and to families that are there already.
  void add(const std::string& family, const PatternSource&, const Lexicon&);
  bool knows(const std::string& family) const { return expansions_.contains(family); }
  /// RE2 text for {reference}; throws at `where` with a hint where nothing has the name.
  std::string resolve(const PatternPart& reference, const Lexicon&, const Tree& where) const;
  std::string re2_of(const PatternSource&, const Lexicon&, bool captures) const;
  /// RE2 text that matches at each place where the pattern can begin, and seldom elsewhere: the pattern itself where it
  /// is short, else what stands before its first large family, else how that family begins. An index of these takes a
  /// tenth of the time to compile.
  std::string beginning(const PatternSource&, const Lexicon&) const;

 private:
  bool is_large(const PatternPart& reference) const;
  std::map<std::string, std::string> expansions_;
  std::map<std::string, std::string> beginnings_;  ///< of each family: the beginnings of its alternatives
};

/// Looks at the words before and behind a match, within its sentence.
struct Guard {
  std::string id;
  std::optional<PatternSource> source[4];
  std::optional<Pattern> before, after, unless_before, unless_after;

  void compile(const Families&, const Lexicon&);
  /// `left` are the letters of the sentence up to the match, `right` those behind it.
  bool allows(std::string_view left, std::string_view right) const;
};

/// Reads the four keys of a guard from a map; nothing where it has none of them.
std::optional<Guard> read_guard(const std::string& id, const Tree&, Lexicon&);

/// One line of `examples:`. In `text`, [brackets] mark what must be found.
struct Example {
  std::string text;                  ///< without the brackets
  std::vector<Span> marked;
  std::vector<const Tree*> expected; ///< one for each mark
  std::optional<Moment> at;          ///< the publication
  bool none = false;                 ///< nothing at all is found
  const Tree* where = nullptr;
};

/// Reads {at, text, is} or {at, text, none: true}. Throws Error for marks and expectations that do not match in number.
Example read_example(const Tree&);

}  // namespace dateline
