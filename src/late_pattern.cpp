// See late_pattern.h.
#include "late_pattern.h"

namespace dateline {

void LatePattern::read(const Tree& node, Lexicon& lexicon) {
  if (!node.is_list()) sources.push_back(read_pattern(node, lexicon));
  for (const auto& item : node.items) sources.push_back(read_pattern(item, lexicon));
}

void LatePattern::compile(const Families& families, const Lexicon& lexicon, Stands stands) {
  std::vector<SyntaxPtr> each;
  for (const auto& source : sources) each.push_back(families.syntax_of(source, lexicon, false));
  const SyntaxPtr inside = each.size() == 1 ? each.front() : alternatives(std::move(each));
  pattern.emplace(stands == Stands::anywhere ? inside : right_before(inside));
}

}  // namespace dateline
