// Triggers and clauses of a sentence. See sentence_view.h.
#include "extract/sentence_view.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int clause_cost = 6;  // tokens that a clause boundary counts for; found by reading the corpus of tests

/// "France, Germany and Poland", "of France and of Poland": what stands between two names is no end of a clause.
bool joins_names(const SentenceView& view, std::uint32_t first, std::uint32_t last) {
  for (std::size_t i = 1; i < view.names.size(); ++i) {
    const Named &left = view.names[i - 1], &right = view.names[i];
    if (first < left.last || right.first < last) continue;
    const bool of = left.last == first && right.first - last <= 2 && view.stands_at(view.rules.events.of, last);
    return of || right.first - left.last <= 2;
  }
  return false;
}

/// "since he came to power": a clause where a verb follows, else a bound of a time.
std::vector<std::uint32_t> verb_clauses(const SentenceView& view) {
  std::vector<std::uint32_t> starts;
  const auto letters = view.letters(view.sentence.begin, view.sentence.end);
  const std::size_t offset = view.tokens.tokens[view.sentence.begin].letter;
  for (std::size_t from = 0; from < letters.size();) {
    const Capture found = view.rules.events.subclause.pattern->find(letters, from);
    if (!found.matched || found.end <= found.begin) break;
    from = found.end;
    const Capture stop = view.rules.context.clause_break->find(letters, from);
    if (view.has_verb(view.tokens.token_at(found.end + offset),
                      stop.matched ? view.tokens.token_at(stop.begin + offset) : view.sentence.end))
      starts.push_back(view.tokens.token_at(found.begin + offset));
  }
  return starts;
}

/// Where clauses begin. What "and" or a comma parts is a clause only where both sides have a verb.
std::vector<std::uint32_t> clause_starts(const SentenceView& view) {
  const auto letters = view.letters(view.sentence.begin, view.sentence.end);
  const std::size_t offset = view.tokens.tokens[view.sentence.begin].letter;
  std::vector<std::uint32_t> breaks, starts;
  for (std::size_t from = 0; from < letters.size();) {
    const Capture found = view.rules.context.clause_break->find(letters, from);
    if (!found.matched || found.end <= found.begin) break;
    from = found.end;
    const std::uint32_t first = view.tokens.token_at(found.begin + offset);
    if (!view.is_join(first) || !joins_names(view, first, view.tokens.token_at(found.end + offset)))
      breaks.push_back(first);
  }
  const auto subclauses = verb_clauses(view);
  breaks.insert(breaks.end(), subclauses.begin(), subclauses.end());
  std::sort(breaks.begin(), breaks.end());
  bool verb_before = false;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const auto begin = i == 0 ? view.sentence.begin : breaks[i - 1],
               end = i + 1 < breaks.size() ? breaks[i + 1] : view.sentence.end;
    verb_before = verb_before || view.has_verb(begin, breaks[i]);
    if (view.is_join(breaks[i]) && !(verb_before && view.has_verb(breaks[i], end))) continue;
    starts.push_back(breaks[i]);
    verb_before = false;
  }
  return starts;
}

std::vector<std::uint16_t> clauses_of(const SentenceView& view) {
  std::vector<std::uint16_t> clauses;
  const auto starts = clause_starts(view);
  auto next = starts.begin();
  for (std::uint32_t t = view.sentence.begin; t < view.sentence.end; ++t) {
    while (next != starts.end() && *next <= t) ++next;
    clauses.push_back(static_cast<std::uint16_t>(next - starts.begin()));
  }
  return clauses;
}

}  // namespace

std::vector<TriggerMatch> matches_of(const SentenceView& view, const Triggers& triggers) {
  std::vector<TriggerMatch> all;
  const auto letters = view.letters(view.sentence.begin, view.sentence.end);
  const std::size_t offset = view.tokens.tokens[view.sentence.begin].letter;
  for (const auto& [number, begin, end] : triggers.index.find_all(letters)) {
    const Trigger& trigger = triggers.all[number];
    all.push_back({{&trigger, view.tokens.token_at(begin + offset, view.sentence),
                    view.tokens.token_at(end + offset, view.sentence)},
                   !trigger.guard || trigger.guard->allows(letters.substr(0, begin), letters.substr(end))});
  }
  return all;
}

std::vector<Hit> hits_of(const SentenceView& view, const Triggers& triggers) {
  std::vector<Hit> all, kept;
  for (const auto& [hit, is_allowed] : matches_of(view, triggers))
    if (is_allowed) all.push_back(hit);
  std::stable_sort(all.begin(), all.end(),
                   [](const Hit& a, const Hit& b) { return a.last - a.first > b.last - b.first; });
  for (const auto& hit : all)
    if (std::none_of(kept.begin(), kept.end(), [&](const Hit& k) { return hit.first < k.last && k.first < hit.last; }))
      kept.push_back(hit);
  std::sort(kept.begin(), kept.end(), [](const Hit& a, const Hit& b) { return a.first < b.first; });
  return kept;
}

int SentenceView::distance(std::uint32_t first_a, std::uint32_t last_a, std::uint32_t first_b,
                           std::uint32_t last_b) const {
  if (first_a < last_b && first_b < last_a) return 0;
  const auto left_end = first_a < first_b ? last_a : last_b, right_begin = first_a < first_b ? first_b : first_a;
  return static_cast<int>(right_begin - left_end) + clause_cost * (clause_of(right_begin) - clause_of(left_end - 1));
}

int SentenceView::distance_to(std::uint32_t first, std::uint32_t last, const Hit& hit) const {
  const auto between = letters(last, std::max(last, hit.first));
  return distance(first, last, hit.first, hit.last) +
         clause_cost * static_cast<int>(std::count(between.begin(), between.end(), letters::sign(',')));
}

bool SentenceView::stands_at(const DeferredPattern& pattern, std::uint32_t token) const {
  return pattern.pattern->match_at(behind(token), 0) != std::string_view::npos;
}
bool SentenceView::stands_before(const DeferredPattern& pattern, std::uint32_t token) const {
  return pattern.pattern->find(before(token)).matched;
}
bool SentenceView::is_join(std::uint32_t token) const {
  return rules.context.phrase_join->match_at(behind(token), 0) != std::string_view::npos;
}
bool SentenceView::is_possessive(const Named& name) const { return stands_at(rules.events.possessive, name.last); }

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

bool SentenceView::nearer_hit(const Hit& hit, std::uint32_t first, std::uint32_t last, bool is_by,
                              bool each_alone) const {
  const int mine = distance_to(first, last, hit);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
    if ((other.trigger->kind == hit.trigger->kind && !each_alone) ||
        (other.trigger->date == Trigger::Date::by && !is_by))
      return false;
    const bool only_mine = clause_of(first) == clause_of(hit.last - 1) && clause_of(first) != clause_of(other.first);
    return !only_mine && distance_to(first, last, other) < mine;
  });
}

bool SentenceView::has_verb(std::uint32_t first, std::uint32_t last) const {
  for (const auto& name : names) {
    if (name.last <= first || name.first >= last) continue;
    if (first < name.first && rules.context.has_verb(letters(first, name.first))) return true;
    first = std::min(last, name.last);
  }
  return first < last && rules.context.has_verb(letters(first, last));
}

namespace {

/// "Two days after the summit, the ministers will meet": of the summit, which has no date here, nothing is told.
bool only_counted_from(const Hit& hit, const std::vector<const Mention*>& mentions) {
  const auto from_hit = [&](const Mention* m) {
    return m->event_token && hit.first <= *m->event_token && *m->event_token < hit.last;
  };
  return !mentions.empty() && std::all_of(mentions.begin(), mentions.end(), from_hit);
}

}  // namespace

SentenceView view_of(const Tokens& tokens, const Sentence& sentence, const ExtractRules& rules,
                     std::vector<Named> names, std::vector<const Mention*> mentions) {
  SentenceView view{tokens, rules, sentence, {}, std::move(names), std::move(mentions), {}};
  view.hits = hits_of(view, rules.events.triggers);
  std::erase_if(view.hits, [&](const Hit& hit) { return only_counted_from(hit, view.mentions); });
  if (!view.hits.empty() || !view.names.empty()) view.clauses = clauses_of(view);
  return view;
}

}  // namespace dateline
