// See claim_place.h. The place of the event, never of the dateline.
#include "claim_place.h"

namespace dateline {
namespace {

constexpr int place_reach = 26;  // tokens, clause boundaries counted extra: how far the place may stand

bool can_be_place(const Named& name) {
  return name.is_place() || (name.entity->kind == Entity::Kind::country && name.use == NameUse::name);
}

bool follows_directly(const SentenceView& view, const Named& name, const Hit& hit) {
  return name.last == hit.first && (name.is_place() || (hit.trigger->leads_to_place && can_be_place(name))) && view.tokens.letters[view.tokens.tokens[hit.first].letter - 1] == ' ';
}

/// "resume the Geneva talks".
bool stands_within(const Named& name, const Hit& hit) { return name.is_place() && name.first > hit.first && name.last < hit.last; }

/// "shelled the port of Odesa", "a strike on Kyiv": what is hit is where it happens. A state only as the object of a verb.
bool is_struck(const SentenceView& view, const Named& name, const Hit& hit) {
  if (!hit.trigger->upon || !view.parts.events.kinds.at(hit.trigger->kind).unplanned || name.first < hit.last) return false;
  return (name.is_place() || hit.trigger->is_verb) && (name.first == hit.last || view.parts.events.struck.pattern->matches(view.letters(hit.last, name.first)));
}

}  // namespace

bool stands_as_place(const SentenceView& view, const Named& name) { return can_be_place(name) && view.parts.events.at.pattern->find(view.before(name.first)).matched; }

/// Behind the trigger where it leads somewhere; else the nearest "in PLACE"; else the name before the noun ("Kuala Lumpur talks").
const Named* place_of(const SentenceView& view, const Hit& hit) {
  if (view.parts.events.kinds.at(hit.trigger->kind).placeless) return nullptr;
  const Named* best = nullptr;
  int best_distance = place_reach;
  for (const auto& name : view.names) {
    if (!can_be_place(name)) continue;
    int distance = view.distance(name.first, name.last, hit.first, hit.last);
    if (hit.trigger->leads_to_place && name.first >= hit.last && name.first <= hit.last + 1) distance = 0;
    else if (is_struck(view, name, hit) || follows_directly(view, name, hit) || stands_within(name, hit)) distance = 1;
    else if (!stands_as_place(view, name)) continue;
    if (view.nearer_hit(hit, name.first, name.last)) continue;
    if (name.last <= hit.first && distance > 1) distance += 4;
    if (distance < best_distance) {
      best = &name;
      best_distance = distance;
    }
  }
  return best;
}

Place place_from(const Entity& e) {
  Place place;
  place.name = e.name;
  place.country = e.code;
  place.latitude = e.latitude;
  place.longitude = e.longitude;
  place.is_whole_country = e.kind == Entity::Kind::country;
  return place;
}

}  // namespace dateline
