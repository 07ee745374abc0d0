// See scope.h. The words that part clauses stand in rules/LANGUAGE/grammar/tense.yaml, verbs of saying in
// rules/LANGUAGE/events/dates.yaml.
#include "extract/scope.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int actor_reach = 26;                 // tokens, clause boundaries counted extra: how far an actor may stand
constexpr std::uint32_t owner_reach = 8;        // tokens between an owner and what is his
constexpr std::uint32_t noun_phrase_reach = 5;  // tokens of a noun phrase behind the adjective
constexpr std::uint32_t speaker_reach = 6;      // tokens between a speaker and the verb that he speaks by
constexpr std::uint32_t fronted_reach = 3;      // tokens before a date that opens its sentence: "Early on Friday"

/// True where nothing but commas, "and" and "or" begins a clause between the two tokens.
bool is_joined(const SentenceView& view, std::uint32_t earlier, std::uint32_t later) {
  for (std::uint32_t t = earlier + 1; t <= later; ++t)
    if (view.clause_of(t) != view.clause_of(t - 1) && !view.is_join(t)) return false;
  return true;
}

bool same_clause(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  return view.clause_of(a) == view.clause_of(b);
}

bool finds(const DeferredPattern& pattern, const SentenceView& view, std::uint32_t first, std::uint32_t last) {
  return first < last && pattern.pattern->find(view.letters(first, last)).matched;
}

bool owns(const SentenceView& view, const Hit& hit, const Named& name) {
  if (name.last > hit.first || hit.first - name.last > owner_reach ||
      finds(view.rules.events.parting, view, name.last, hit.first))
    return false;
  const bool other_between = std::any_of(view.names.begin(), view.names.end(),
                                         [&](const Named& n) { return n.first >= name.last && n.last <= hit.first; });
  return (!other_between && (view.is_possessive(name) || name.use == NameUse::adjective)) ||
         !view.has_verb(name.last, hit.first);
}

/// Who does what nobody announces, and upon whom: "North Korea's test", "an attack by the Taliban", "Iran carried out
/// the attack", "the bombing of Aleppo". Whoever else the sentence names only speaks of it.
bool is_party(const SentenceView& view, const Hit& hit, const Named& name) {
  if (!same_clause(view, name.first, hit.first)) return false;
  if (name.last <= hit.first)
    return owns(view, hit, name) || finds(view.rules.events.doing, view, name.last, hit.first);
  return finds(view.rules.events.party, view, hit.last, name.first);
}

/// Of a verb that takes persons or governments, "Taiwanese" and "Israel's" must belong to one: not to a ship or a stock
/// market.
bool may_act(const SentenceView& view, const Hit& hit, const Named& name) {
  if (!hit.trigger->is_verb || name.last > hit.first || (name.use != NameUse::adjective && !view.is_possessive(name)))
    return true;
  const auto end = std::min(hit.first, name.last + noun_phrase_reach);
  const bool before_name = std::any_of(view.names.begin(), view.names.end(),
                                       [&](const Named& n) { return n.first >= name.last && n.first <= end; });
  return before_name || finds(view.rules.events.agent, view, name.last, end);
}

/// "…, Rutte said" and "…, said Rutte" behind what is told.
bool speaks_behind(const SentenceView& view, const Hit& hit, const Named& name) {
  if (name.first < hit.last || same_clause(view, name.first, hit.last - 1)) return false;
  const auto& told = view.rules.events.telling;
  return view.stands_at(told, name.last) || (name.first > hit.last && finds(told, view, name.first - 1, name.first));
}

/// Who tells of the event, unless he is the only one to do it ("Trump promised to visit"), or who judges it.
bool only_speaks(const SentenceView& view, const Hit& hit, const Named& name,
                 const std::vector<const Named*>& candidates) {
  if (name.last > hit.first) return speaks_behind(view, hit, name);
  const auto end = std::min({view.end_of_clause(name.last - 1), hit.first, name.last + speaker_reach});
  if (finds(view.rules.events.reacting, view, name.last, end)) return true;
  const Capture told =
      name.last < end ? view.rules.events.telling.pattern->find(view.letters(name.last, end)) : Capture{};
  if (!told.matched) return false;
  if (view.rules.events.kinds.at(hit.trigger->kind).unplanned) return true;
  if (!hit.trigger->is_verb) return false;
  const std::uint32_t behind = view.tokens.token_at(told.end + view.tokens.tokens[name.last].letter);
  return std::any_of(candidates.begin(), candidates.end(), [&](const Named* other) {
    return other->first >= behind && other->last <= hit.first &&
           (same_clause(view, other->first, hit.first) || same_clause(view, other->first, name.first));
  });
}

bool before_in_clause(const SentenceView& view, const Hit& hit, const Named& name) {
  return name.last <= hit.first && same_clause(view, name.first, hit.first);
}

/// Where a verb has no subject in its own clause, the nearest clause before it that it is joined to and that names one.
std::optional<int> subject_clause(const SentenceView& view, const Hit& hit, const std::vector<const Named*>& candidates,
                                  const std::vector<Bond>& bonds) {
  if (!hit.trigger->is_verb) return std::nullopt;
  std::optional<int> clause;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Named& name = *candidates[i];
    if (name.last > hit.first || bonds[i] == Bond::none) continue;
    if (before_in_clause(view, hit, name)) return std::nullopt;
    if (is_joined(view, name.last - 1, hit.first)) clause = view.clause_of(name.first);
  }
  return clause;
}

/// "The death toll from the attack rose on Friday": the noun only stands beside what the sentence tells.
bool is_aside(const SentenceView& view, const Hit& hit) {
  return !hit.trigger->is_verb && view.stands_before(view.rules.events.aside, hit.first);
}

Bond bond_of(const SentenceView& view, const Hit& hit, const Named& name, const std::vector<const Named*>& candidates) {
  const bool in_reach = view.distance(name.first, name.last, hit.first, hit.last) <= actor_reach;
  if (!hit.trigger->plover.empty())
    return in_reach ? Bond::clause : Bond::none;  // whoever says that others must has acted
  const EventKind& kind = view.rules.events.kinds.at(hit.trigger->kind);
  const bool takes_part =
      kind.owned && !hit.trigger->is_verb ? is_party(view, hit, name) : kind.unplanned || may_act(view, hit, name);
  if (!takes_part || only_speaks(view, hit, name, candidates)) return Bond::none;
  if (same_clause(view, name.first, hit.first) || same_clause(view, name.first, hit.last - 1)) return Bond::clause;
  return name.first < hit.first && in_reach && is_joined(view, name.first, hit.first) ? Bond::near : Bond::none;
}

}  // namespace

std::vector<Bond> bonds_of(const SentenceView& view, const Hit& hit, const std::vector<const Named*>& candidates) {
  std::vector<Bond> bonds;
  for (const Named* name : candidates) bonds.push_back(bond_of(view, hit, *name, candidates));
  if (const auto clause = subject_clause(view, hit, candidates, bonds))
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (view.clause_of(candidates[i]->first) == *clause && bonds[i] == Bond::near) bonds[i] = Bond::clause;
  return bonds;
}

bool is_meanwhile(const SentenceView& view, const Hit& hit, const Mention& m) {
  const auto own = view.first_of_clause(hit.first), end = view.end_of_clause(m.last_token - 1);
  return end <= own && own - end <= 1 && view.stands_at(view.rules.events.meantime, own);
}

bool may_share_date(const SentenceView& view, const Hit& hit, const Mention& m) {
  if (m.last_token < hit.first && m.dated->granularity < Granularity::day &&
      view.rules.events.eve.pattern->matches(view.letters(m.last_token, hit.first)))
    return false;
  if (is_aside(view, hit) && m.first_token >= hit.last && view.has_verb(hit.last, m.first_token) &&
      !finds(view.rules.events.happening, view, hit.last, m.first_token))
    return false;
  if (same_clause(view, m.first_token, hit.first) || same_clause(view, m.first_token, hit.last - 1)) return true;
  const auto first = view.first_of_clause(m.first_token), end = view.end_of_clause(m.last_token - 1);
  if (m.first_token - view.sentence.begin < fronted_reach && is_joined(view, m.first_token, hit.first)) return true;
  if (m.first_token >= hit.last && finds(view.rules.events.happening, view, first, end)) return true;
  if (is_meanwhile(view, hit, m)) return true;
  return !view.has_verb(first, m.first_token) && !view.has_verb(m.last_token, end);
}

}  // namespace dateline
