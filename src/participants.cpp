// See participants.h.
#include "participants.h"

#include <algorithm>

#include "claim_place.h"

namespace dateline {
namespace {

constexpr int actor_reach = 26;  // tokens, clause boundaries counted extra: how far an actor may stand

/// Of a person and the state that he acts for, the person.
void add_actor(std::vector<Actor>& actors, const Actor& actor) {
  if (actor.code.empty()) return;
  for (auto& known : actors) {
    if (known.name == actor.name) return;
    if (known.code != actor.code || (known.is_person && actor.is_person)) continue;
    if (actor.is_person) known = actor;
    return;
  }
  actors.push_back(actor);
}

/// Near enough; of a visit, only who stands before it in its clause, or behind "by".
bool takes_part(const SentenceView& view, const Hit& hit, const Named& name) {
  if (view.distance(name.first, name.last, hit.first, hit.last) > actor_reach) return false;
  if (!hit.trigger->leads_to_place) return true;
  if (name.last <= hit.first) return view.clause_of(name.first) == view.clause_of(hit.first);
  return view.parts.events.by.pattern->find(view.before(name.first)).matched;
}

/// True where words for several actors stand before the trigger's end.
bool speaks_of_pair(const SentenceView& view, const Hit& hit) {
  const auto all = view.letters(view.sentence.begin, view.sentence.end), reach = view.letters(view.sentence.begin, hit.last);
  return std::any_of(view.parts.events.focus.begin(), view.parts.events.focus.end(), [&](const FocusRule& f) {
    if (f.on != FocusOn::pair) return false;
    const Capture found = f.match.pattern->find(reach);
    return found.matched && (!f.guard || f.guard->allows(all.substr(0, found.begin), all.substr(found.end)));
  });
}

/// "Rutte said that the ministers would meet": who only tells of it.
bool tells_of(const SentenceView& view, const Hit& hit, const Named& name) {
  const auto& rules = view.parts.events;
  if (name.last <= hit.first && rules.teller.pattern->match_at(view.letters(name.last, hit.first), 0) != std::string_view::npos) return true;
  return name.first >= hit.last && (rules.teller.pattern->match_at(view.behind(name.last), 0) != std::string_view::npos || rules.told_by.pattern->find(view.before(name.first)).matched);
}

}  // namespace

void Participants::add(std::vector<Actor>& actors, const Entity* e) const {
  if (e) add_actor(actors, {e->name, e->short_name, world_.code_of(*e, day_), e->kind == Entity::Kind::person});
}

bool Participants::is_actor(const SentenceView& view, const Hit& hit, const Named& name, const Named* place) const {
  const bool is_act = !hit.trigger->plover.empty();  // whatever stands before a state, the act concerns it
  if ((&name == place && !(hit.trigger->upon && name.entity->kind == Entity::Kind::country)) || (!hit.trigger->upon && !is_act && view.parts.events.about.pattern->find(view.before(name.first)).matched)) return false;
  const bool tells_where = name.use == NameUse::adjective && name.last < view.sentence.end && view.parts.events.of_place.pattern->match_at(view.behind(name.last), 0) != std::string_view::npos;
  if (tells_where || name.entity->kind == Entity::Kind::region) return false;
  if (name.entity->kind == Entity::Kind::city && !name.entity->is_capital) return false;
  return !stands_as_place(view, name) || (is_act && name.entity->kind == Entity::Kind::country);
}

const Entity* Participants::actor_of(const SentenceView& view, const Named& name) const {
  if (name.entity->kind == Entity::Kind::city) return world_.actor(name.entity->stands_for.empty() ? name.entity->code : name.entity->stands_for);
  if (name.use != NameUse::adjective) return name.entity;
  for (const auto& focus : view.parts.events.focus)
    if (focus.on == FocusOn::leader && name.last < view.sentence.end && focus.match.pattern->match_at(view.behind(name.last), 0) != std::string_view::npos)
      if (const Entity* leader = world_.leader_of(name.entity->code, day_)) return leader;
  return name.entity;
}

std::size_t Participants::weight(const std::vector<Actor>& actors) const {
  std::size_t total = 0;
  for (const auto& actor : actors) total += is_organisation(actor) ? 2 : 1;
  return total;
}

bool Participants::is_organisation(const Actor& actor) const {
  const Entity* entity = world_.actor(actor.code);
  return !actor.is_person && entity && entity->kind == Entity::Kind::organisation;
}

std::vector<const Entity*> Participants::named_in(const SentenceView& view, const Hit& hit, const Named* place) const {
  std::vector<const Entity*> here;
  for (const auto& name : view.names)
    if (is_actor(view, hit, name, place)) here.push_back(actor_of(view, name));
  return here;
}

void Participants::add_partner(std::vector<Actor>& actors) const {
  const auto pair = focus_.pair({});
  if (pair.size() < 2) return;
  for (std::size_t i = 0; i < 2; ++i)
    if (pair[i]->code == actors.front().code) return add(actors, pair[1 - i]);
}

const Entity* Participants::pronoun_of(const SentenceView& view, const Hit& hit) const {
  const auto first = view.first_of_clause(hit.first);
  if (const Capture own = view.parts.events.own.pattern->find(view.letters(first, hit.first)); own.matched && !hit.trigger->is_verb)
    return focus_.person_before(view, view.tokens.token_at(own.begin + view.tokens.tokens[first].letter), view.parts.events);
  for (const auto& focus : view.parts.events.focus) {
    if (focus.on != FocusOn::person) continue;
    const Capture found = focus.match.pattern->find(view.letters(first, hit.first));
    if (found.matched) return focus_.person_before(view, view.tokens.token_at(found.begin + view.tokens.tokens[first].letter), view.parts.events);
  }
  return nullptr;
}

std::vector<Actor> Participants::named_actors(const SentenceView& view, const Hit& hit, const Named* place, bool with_tellers) const {
  std::vector<Actor> actors;
  const bool states_only = view.parts.events.kinds.at(hit.trigger->kind).states_only;
  if (!states_only) add(actors, pronoun_of(view, hit));
  for (const auto& name : view.names) {
    if (!is_actor(view, hit, name, place) || !takes_part(view, hit, name) || (!with_tellers && tells_of(view, hit, name))) continue;
    const Entity* actor = states_only ? world_.actor(name.entity->code) : actor_of(view, name);
    if (!states_only || name.entity->kind != Entity::Kind::person) add(actors, actor);
  }
  return actors;
}

std::vector<Actor> Participants::actors_of(const SentenceView& view, const Hit& hit, const Named* place) const {
  const EventKind& kind = view.parts.events.kinds.at(hit.trigger->kind);
  const bool is_act = !hit.trigger->plover.empty();  // whoever says that others must has acted
  auto actors = named_actors(view, hit, place, is_act);
  if (!is_act && weight(actors) < std::max(hit.trigger->needs, kind.parties)) actors = named_actors(view, hit, place, true);
  if (weight(actors) < 2 && !kind.states_only && speaks_of_pair(view, hit))
    for (const Entity* entity : focus_.pair(named_in(view, hit, place))) add(actors, entity);
  if (actors.size() == 1 && weight(actors) < kind.parties) add_partner(actors);
  if (hit.trigger->needs_person && actors.empty()) return {};
  if (hit.trigger->leads_to_place && place) add(actors, world_.actor(place->entity->code));
  return actors;
}

}  // namespace dateline
