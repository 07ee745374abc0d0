// See place.h. The place of the event, never of the dateline.
#include "extract/place.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int place_reach = 26;          // tokens, clause boundaries counted extra: how far the place may stand
constexpr std::uint32_t lead_reach = 5;  // tokens between a verb of going and where it leads

/// "in the Afghan province of Somewhere": a place that nobody has on a map lies at least in its country.
bool tells_country(const SentenceView& view, const Named& name) {
  const bool known = std::any_of(view.names.begin(), view.names.end(), [&](const Named& n) {
    return n.first >= name.last && n.first <= name.last + 3 && n.is_place();
  });
  return !known && name.use == NameUse::adjective && view.stands_at(view.rules.events.of_place, name.last);
}

bool can_be_place(const Named& name) {
  return name.is_place() || (name.entity->kind == Entity::Kind::country && name.use == NameUse::name);
}

bool follows_directly(const SentenceView& view, const Named& name, const Hit& hit) {
  return name.last == hit.first && !hit.trigger->is_verb &&
         (name.is_place() || (hit.trigger->leads_to_place && can_be_place(name))) &&
         view.tokens.letters[view.tokens.tokens[hit.first].letter - 1] == letters::space;
}

/// Behind a verb of going, too far or behind another verb to be where it leads.
bool leads_elsewhere(const SentenceView& view, const Hit& hit, const Named& name) {
  if (!hit.trigger->leads_to_place || !hit.trigger->is_verb) return false;
  return name.first < hit.last || name.first > hit.last + lead_reach || view.has_verb(hit.last, name.first);
}

/// "bombed Aleppo", "shelled the port of Odesa", "an attack on Kharkiv", "the invasion of Ukraine": what is struck
/// tells where.
bool is_struck(const SentenceView& view, const Hit& hit, const Named& name) {
  if (!hit.trigger->upon || !view.rules.events.kinds.at(hit.trigger->kind).unplanned || name.first < hit.last ||
      names_mission(view, name))
    return false;
  const auto between = name.first - hit.last;
  return (hit.trigger->is_verb && between <= 1) ||
         (between > 0 && view.rules.events.target.pattern->matches(view.letters(hit.last, name.first)));
}

/// "resume the Geneva talks".
bool stands_within(const Named& name, const Hit& hit) {
  return name.is_place() && name.first > hit.first && name.last < hit.last;
}

/// The name that "and" or a comma joins to the left: "in Kenya and Tanzania".
const Named* joined_before(const SentenceView& view, const Named& name) {
  for (const auto& left : view.names)
    if (left.last < name.first && name.first - left.last == 1 && can_be_place(left) && can_be_place(name) &&
        view.rules.context.phrase_join->matches(view.letters(left.last, left.last + 1)))
      return &left;
  return nullptr;
}

}  // namespace

bool names_mission(const SentenceView& view, const Named& name) {
  return view.stands_at(view.rules.events.mission, name.last);
}

bool stands_as_place(const SentenceView& view, const Named& name) {
  const bool owns = name.entity->is_capital && view.is_possessive(name);
  if (view.stands_before(view.rules.events.not_at, name.first)) return false;
  if (const Named* left = joined_before(view, name); left && stands_as_place(view, *left)) return true;
  return !owns && !names_mission(view, name) && (can_be_place(name) || tells_country(view, name)) &&
         view.stands_before(view.rules.events.at, name.first);
}

/// Behind the trigger where it leads somewhere; else the nearest "in PLACE"; else the name before the noun ("Kuala
/// Lumpur talks").
const Named* place_of(const SentenceView& view, const Hit& hit) {
  if (view.rules.events.kinds.at(hit.trigger->kind).placeless) return nullptr;
  const Named* best = nullptr;
  int best_distance = place_reach;
  for (const auto& name : view.names) {
    if (!(can_be_place(name) || tells_country(view, name) ||
          (hit.trigger->leads_to_place && name.use == NameUse::metonym)) ||
        (leads_elsewhere(view, hit, name)))
      continue;
    int distance = view.distance(name.first, name.last, hit.first, hit.last);
    if (hit.trigger->leads_to_place && name.first >= hit.last && name.first <= hit.last + 1)
      distance = 0;
    else if (follows_directly(view, name, hit) || stands_within(name, hit) || is_struck(view, hit, name))
      distance = 1;
    else if (!stands_as_place(view, name) ||
             (!hit.trigger->leads_to_place && view.stands_before(view.rules.events.toward, name.first)))
      continue;
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
