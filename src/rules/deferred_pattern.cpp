// See deferred_pattern.h.
#include "rules/deferred_pattern.h"

namespace dateline {

void DeferredPattern::read(const Tree& node, Lexicon& lexicon) {
  if (!node.is_list()) sources.push_back(read_pattern(node, lexicon));
  for (const auto& item : node.items) sources.push_back(read_pattern(item, lexicon));
}

SyntaxPtr DeferredPattern::syntax_of(const Families& families, const Lexicon& lexicon) const {
  std::vector<SyntaxPtr> each;
  for (const auto& source : sources) each.push_back(families.syntax_of(source, lexicon, false));
  return alternatives(std::move(each));
}

void DeferredPattern::compile(const Families& families, const Lexicon& lexicon, Stands stands) {
  const SyntaxPtr inside = syntax_of(families, lexicon);
  pattern.emplace(stands == Stands::anywhere ? inside : right_before(inside));
}

}  // namespace dateline
