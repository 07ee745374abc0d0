// Tense and bounds from the words around. See context_rules.h.
#include "context_rules.h"

namespace dateline {
namespace {

struct Letters {
  std::string_view all;  ///< of the sentence
  std::size_t begin = 0, end = 0;  ///< of the expression within it
};

Letters letters_around(const Tokens& tokens, const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  const auto all = tokens.letters_of(sentence.begin, sentence.end);
  const std::size_t offset = tokens.tokens[sentence.begin].letter;
  const std::size_t begin = tokens.tokens[first].letter - offset;
  return {all, begin, begin + tokens.letters_of(first, last).size()};
}

}  // namespace

void ContextRules::read(const Tree& file, Lexicon& lexicon) {
  file.only({"bounds", "tense", "clause_break"});
  for (const auto& node : file.at("bounds").items) {
    node.only({"before", "after", "unless_before", "unless_after", "bound"});
    auto guard = read_guard("bound", node, lexicon);
    const auto bound = parse_bound(node.at("bound").text());
    if (!guard) node.fail("a bound needs before or after");
    if (!bound) node.at("bound").fail("no such bound", "by, until, since, after or before");
    bounds.push_back({std::move(*guard), *bound});
  }
  for (const auto& node : file.at("tense").items) {
    node.only({"is", "match"});
    const auto tense = parse_tense(node.at("is").text());
    if (!tense) node.at("is").fail("no such tense", "past, present, future or nearest");
    tenses.push_back({read_pattern(node.at("match"), lexicon), std::nullopt, *tense});
  }
  break_source = read_pattern(file.at("clause_break"), lexicon);
}

void ContextRules::compile(const Families& families, const Lexicon& lexicon) {
  for (auto& rule : bounds) rule.guard.compile(families, lexicon);
  for (auto& rule : tenses) rule.pattern.emplace(families.re2_of(rule.source, lexicon, false), rule.source.where);
  clause_break.emplace(families.re2_of(*break_source, lexicon, false), break_source->where);
}

Bound ContextRules::bound_of(const Tokens& tokens, const Sentence& sentence, std::uint32_t first, std::uint32_t last) const {
  const Letters l = letters_around(tokens, sentence, first, last);
  for (const auto& rule : bounds)
    if (rule.guard.allows(l.all.substr(0, l.begin), l.all.substr(l.end))) return rule.bound;
  return Bound::none;
}

namespace {

struct Found {
  Tense tense = Tense::none;
  std::size_t at = std::string_view::npos;
};

/// The first or the last verb in `clause`; of two at one place the longer.
Found verb_in(const std::vector<ContextRules::TenseRule>& rules, std::string_view clause, bool last) {
  Found best;
  std::size_t best_end = 0;
  for (const auto& rule : rules)
    for (std::size_t from = 0; from < clause.size();) {
      const Capture found = rule.pattern->find(clause, from);
      if (!found.matched || found.end <= found.begin) break;
      const bool none = best.at == std::string_view::npos;
      const bool overlaps = !none && found.begin < best_end && best.at < found.end;
      const bool better = none || (overlaps ? found.end - found.begin > best_end - best.at : last ? found.begin > best.at : found.begin < best.at);
      if (better) {
        best = {rule.tense, found.begin};
        best_end = found.end;
      }
      if (!last) break;
      from = found.end;
    }
  return best;
}

}  // namespace

Tense ContextRules::tense_of(const Tokens& tokens, const Sentence& sentence, std::uint32_t first, std::uint32_t last) const {
  const Letters l = letters_around(tokens, sentence, first, last);
  std::size_t clause_begin = 0;
  for (std::size_t from = 0; from < l.begin;) {
    const Capture found = clause_break->find(l.all.substr(0, l.begin), from);
    if (!found.matched || found.end > l.begin) break;
    clause_begin = found.end;
    from = found.end;
  }
  const auto behind = l.all.substr(l.end);
  const Capture next = clause_break->find(behind);
  if (const Found verb = verb_in(tenses, l.all.substr(clause_begin, l.begin - clause_begin), true); verb.at != std::string_view::npos) return verb.tense;
  if (const Found verb = verb_in(tenses, behind.substr(0, next.matched ? next.begin : behind.size()), false); verb.at != std::string_view::npos) return verb.tense;
  if (clause_begin != 0 || !next.matched) return Tense::none;
  const auto following = behind.substr(next.end);
  const Capture end = clause_break->find(following);
  return verb_in(tenses, following.substr(0, end.matched ? end.begin : following.size()), false).tense;
}

}  // namespace dateline
