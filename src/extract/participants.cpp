// See participants.h.
#include "extract/participants.h"

#include <algorithm>

#include "extract/place.h"
#include "extract/scope.h"

namespace dateline {
namespace {

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

/// Of a visit only who stands before it, or behind "by", is a guest.
bool is_guest(const SentenceView& view, const Hit& hit, const Named& name) {
  return name.last <= hit.first || view.stands_before(view.rules.events.by, name.first);
}

/// The words for several actors that stand before the trigger's end.
std::optional<FocusOn> pair_spoken_of(const SentenceView& view, const Hit& hit) {
  const auto all = view.letters(view.sentence.begin, view.sentence.end),
             reach = view.letters(view.sentence.begin, hit.last);
  for (const auto& f : view.rules.events.focus) {
    if (f.on != FocusOn::pair && f.on != FocusOn::states) continue;
    const Capture found = f.match.pattern->find(reach);
    if (found.matched && (!f.guard || f.guard->allows(all.substr(0, found.begin), all.substr(found.end)))) return f.on;
  }
  return std::nullopt;
}

}  // namespace

void Participants::add(std::vector<Actor>& actors, const Entity* e) const {
  if (e) add_actor(actors, {e->name, e->short_name, world_.code_of(*e, day_), e->kind == Entity::Kind::person});
}

bool Participants::is_actor(const SentenceView& view, const Hit& hit, const Named& name, const Named* place) const {
  const bool is_act = !hit.trigger->plover.empty();  // whatever stands before a state, the act concerns it
  if (&name == place || (!hit.trigger->upon && !is_act && view.stands_before(view.rules.events.about, name.first)))
    return false;
  const bool tells_where = name.use == NameUse::adjective && view.stands_at(view.rules.events.of_place, name.last);
  if (tells_where || names_mission(view, name) || name.entity->kind == Entity::Kind::region) return false;
  if (name.entity->kind == Entity::Kind::city && !name.entity->is_capital) return false;
  return !stands_as_place(view, name) || (is_act && name.entity->kind == Entity::Kind::country);
}

const Entity* Participants::actor_of(const SentenceView& view, const Named& name) const {
  if (name.entity->kind == Entity::Kind::city)
    return world_.actor(name.entity->stands_for.empty() ? name.entity->code : name.entity->stands_for);
  if (name.use != NameUse::adjective) return name.entity;
  for (const auto& focus : view.rules.events.focus)
    if (focus.on == FocusOn::leader && view.stands_at(focus.match, name.last))
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
  return !actor.is_person && entity && entity->kind == Entity::Kind::organisation && !entity->is_armed_group;
}

std::vector<const Entity*> Participants::named_in(const SentenceView& view, const Hit& hit, const Named* place) const {
  std::vector<const Entity*> here;
  for (const auto& name : view.names)
    if (is_actor(view, hit, name, place)) here.push_back(actor_of(view, name));
  return here;
}

void Participants::add_partner(const SentenceView& view, std::vector<Actor>& actors) const {
  const auto pair = coreference_.pair({});
  if (pair.size() < 2) return;
  for (std::size_t i = 0; i < 2; ++i)
    if (pair[i]->code == actors.front().code && coreference_.is_near(view, pair[1 - i]->code))
      return add(actors, pair[1 - i]);
}

/// "Their advisers, led by Rubio": who acts for one whom the text speaks of meets no president.
bool Participants::is_for_another(const std::vector<Actor>& actors) const {
  const auto pair = coreference_.pair({});
  return !actors.empty() && actors.front().is_person && std::any_of(pair.begin(), pair.end(), [&](const Entity* e) {
    return e->kind == Entity::Kind::person && e->code == actors.front().code && e->name != actors.front().name;
  });
}

const Entity* Participants::pronoun_of(const SentenceView& view, const Hit& hit) const {
  const auto first = view.first_of_clause(hit.first);
  if (const Capture own = view.rules.events.own.pattern->find(view.letters(first, hit.first));
      own.matched && !hit.trigger->is_verb)
    return coreference_.person_before(view, view.tokens.token_at(own.begin + view.tokens.tokens[first].letter),
                                      view.rules.events);
  for (const auto& focus : view.rules.events.focus) {
    if (focus.on != FocusOn::person) continue;
    const Capture found = focus.match.pattern->find(view.letters(first, hit.first));
    if (found.matched)
      return coreference_.person_before(view, view.tokens.token_at(found.begin + view.tokens.tokens[first].letter),
                                        view.rules.events);
  }
  return nullptr;
}

void Participants::add_named(const SentenceView& view, const Hit& hit, const Named* place,
                             std::vector<Actor>& actors) const {
  const EventKind& kind = view.rules.events.kinds.at(hit.trigger->kind);
  const bool leads = hit.trigger->leads_to_place;
  std::vector<const Named*> candidates;
  for (const auto& name : view.names)
    if (is_actor(view, hit, name, place) && (!leads || is_guest(view, hit, name)) &&
        (!kind.states_only || name.entity->kind != Entity::Kind::person))
      candidates.push_back(&name);
  const auto bonds = bonds_of(view, hit, candidates);
  const auto with = [&](Bond least) {
    auto all = actors;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (bonds[i] <= least)
        add(all, kind.states_only ? world_.actor(candidates[i]->entity->code) : actor_of(view, *candidates[i]));
    return all;
  };
  auto all = with(Bond::clause);
  const bool lacking = weight(all) < std::max(kind.parties, hit.trigger->needs) && !kind.states_only && !leads;
  actors = lacking ? with(Bond::near) : std::move(all);
}

std::vector<Actor> Participants::actors_of(const SentenceView& view, const Hit& hit, const Named* place) const {
  std::vector<Actor> actors;
  const EventKind& kind = view.rules.events.kinds.at(hit.trigger->kind);
  if (!kind.states_only) add(actors, pronoun_of(view, hit));
  add_named(view, hit, place, actors);
  const auto pair = weight(actors) < 2 && !kind.states_only && !hit.trigger->leads_to_place ? pair_spoken_of(view, hit)
                                                                                            : std::nullopt;
  if (pair)
    for (const Entity* entity :
         coreference_.pair(named_in(view, hit, place), *pair == FocusOn::pair && !is_for_another(actors)))
      add(actors, entity);
  if (actors.size() == 1 && weight(actors) < kind.parties) add_partner(view, actors);
  if (hit.trigger->needs_person && actors.empty()) return {};
  if (kind.states_only && place && (hit.trigger->upon || actors.empty()) && (place->is_place() || !actors.empty()))
    add(actors, world_.actor(place->entity->code));
  const bool at_home = kind.at_home && actors.empty();
  if ((hit.trigger->leads_to_place || at_home) && place) add(actors, world_.actor(place->entity->code));
  return actors;
}

}  // namespace dateline
