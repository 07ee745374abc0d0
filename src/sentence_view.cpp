// Triggers and clauses of a sentence. See sentence_view.h.
#include "sentence_view.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int clause_cost = 6;  // tokens that a clause boundary counts for; found by reading the corpus of tests

/// "France, Germany and Poland": what stands between two names is no end of a clause.
bool joins_names(const std::vector<Named>& names, std::uint32_t first, std::uint32_t last) {
  for (std::size_t i = 1; i < names.size(); ++i)
    if (names[i - 1].last <= first && last <= names[i].first) return names[i].first - names[i - 1].last <= 2;
  return false;
}

std::vector<std::uint16_t> clauses_of(const Tokens& tokens, const Sentence& sentence, const ContextRules& context, const std::vector<Named>& names) {
  std::vector<std::uint16_t> clauses(sentence.end - sentence.begin, 0);
  const auto letters = tokens.letters_of(sentence.begin, sentence.end);
  const std::size_t offset = tokens.tokens[sentence.begin].letter;
  for (std::size_t from = 0; from < letters.size();) {
    const Capture found = context.clause_break->find(letters, from);
    if (!found.matched || found.end <= found.begin) break;
    from = found.end;
    const std::uint32_t first = tokens.token_at(found.begin + offset);
    if (joins_names(names, first, tokens.token_at(found.end + offset))) continue;
    for (std::uint32_t t = first; t < sentence.end; ++t) ++clauses[t - sentence.begin];
  }
  return clauses;
}

}  // namespace

std::vector<Hit> hits_of(const SentenceView& view, const std::vector<Trigger>& triggers) {
  std::vector<Hit> all, kept;
  const auto letters = view.letters(view.sentence.begin, view.sentence.end);
  const std::size_t offset = view.tokens.tokens[view.sentence.begin].letter;
  for (const auto& trigger : triggers)
    for (std::size_t from = 0; from < letters.size();) {
      const Capture found = trigger.match.pattern->find(letters, from);
      if (!found.matched || found.end <= found.begin) break;
      from = found.end;
      const auto first = view.tokens.token_at(found.begin + offset), last = view.tokens.token_at(found.end + offset);
      if (trigger.guard && !trigger.guard->allows(letters.substr(0, found.begin), letters.substr(found.end))) continue;
      all.push_back({&trigger, first, last});
    }
  std::stable_sort(all.begin(), all.end(), [](const Hit& a, const Hit& b) { return a.last - a.first > b.last - b.first; });
  for (const auto& hit : all)
    if (std::none_of(kept.begin(), kept.end(), [&](const Hit& k) { return hit.first < k.last && k.first < hit.last; })) kept.push_back(hit);
  std::sort(kept.begin(), kept.end(), [](const Hit& a, const Hit& b) { return a.first < b.first; });
  return kept;
}

int SentenceView::distance(std::uint32_t first_a, std::uint32_t last_a, std::uint32_t first_b, std::uint32_t last_b) const {
  if (first_a < last_b && first_b < last_a) return 0;
  const auto left_end = first_a < first_b ? last_a : last_b, right_begin = first_a < first_b ? first_b : first_a;
  return static_cast<int>(right_begin - left_end) + clause_cost * (clause_of(right_begin) - clause_of(left_end - 1));
}

std::uint32_t SentenceView::first_of_clause(std::uint32_t token) const {
  std::uint32_t first = token;
  while (first > sentence.begin && clause_of(first - 1) == clause_of(token)) --first;
  return first;
}

std::uint32_t SentenceView::end_of_clause(std::uint32_t token) const {
  std::uint32_t end = token;
  while (end < sentence.end && clause_of(end) == clause_of(token)) ++end;
  return end;
}

bool SentenceView::nearer_hit(const Hit& hit, std::uint32_t first, std::uint32_t last, bool is_by) const {
  const int mine = distance(first, last, hit.first, hit.last);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
    if (other.trigger->kind == hit.trigger->kind || (other.trigger->date == Trigger::Date::by && !is_by)) return false;
    return distance(first, last, other.first, other.last) < mine;
  });
}

SentenceView view_of(const Tokens& tokens, const Sentence& sentence, const Rules::Parts& parts, std::vector<Named> names, std::vector<const Mention*> mentions) {
  auto clauses = clauses_of(tokens, sentence, parts.context, names);
  SentenceView view{tokens, parts, sentence, {}, std::move(names), std::move(mentions), std::move(clauses)};
  view.hits = hits_of(view, parts.events.triggers);
  return view;
}

}  // namespace dateline
