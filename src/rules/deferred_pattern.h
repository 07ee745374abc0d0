// Patterns that are read in one step and compiled in another, when all words are known; and tables of them, for rule
// files that have many under keys of their own. Tested by tests/rules/rules_test.cpp and tests/rules/overlay_test.cpp.
#pragma once

#include "rules/source.h"

namespace dateline {

struct DeferredPattern {
  std::vector<PatternSource> sources;  ///< one, or those of a list, of which any may match
  std::optional<Pattern> pattern;

  void read(const Tree&, Lexicon&);
  enum class Stands { anywhere, directly_before };  ///< the end of the words that are searched
  SyntaxPtr syntax_of(const Families&, const Lexicon&) const;
  void compile(const Families&, const Lexicon&, Stands = Stands::anywhere);
};

/// A key at the head of a rule file, and the pattern of `Rules` that stands there.
template <class Rules>
struct NamedPattern {
  const char* key;
  DeferredPattern Rules::*pattern;
  DeferredPattern::Stands stands;
};

/// The keys of the table, and those beside them.
template <class Table>
std::vector<std::string_view> keys_of(const Table& table, std::vector<std::string_view> others) {
  for (const auto& named : table) others.push_back(named.key);
  return others;
}

template <class Table>
void read_all(const Table& table, auto& rules, const Tree& file, Lexicon& lexicon) {
  for (const auto& [key, pattern, stands] : table) (rules.*pattern).read(file.at(key), lexicon);
}

template <class Table>
void compile_all(const Table& table, auto& rules, const Families& families, const Lexicon& lexicon) {
  for (const auto& [key, pattern, stands] : table) (rules.*pattern).compile(families, lexicon, stands);
}

}  // namespace dateline
