// Folds claims into one event: kind, actors, place, status, date and the dates it had before. See consolidate.h.
#include "merge/consolidate.h"

#include <algorithm>

namespace dateline {
namespace {

using Claims = std::vector<const Claim*>;

/// The value that most claims give; of equals the first.
template <class Of>
auto most_common(const Claims& claims, Of of) {
  std::vector<std::pair<decltype(of(*claims.front())), int>> counts;
  for (const Claim* claim : claims) {
    const auto value = of(*claim);
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == value; });
    if (known == counts.end())
      counts.emplace_back(value, 1);
    else
      ++known->second;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// A person stands for the state; who is named by one claim of many is left out.
std::vector<Actor> actors_of(const Claims& claims) {
  std::vector<std::pair<Actor, std::size_t>> counts;
  for (const Claim* claim : claims)
    for (const auto& actor : claim->actors) {
      const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& c) {
        return c.first.code == actor.code && (c.first.name == actor.name || !c.first.is_person || !actor.is_person);
      });
      if (known == counts.end()) {
        counts.emplace_back(actor, 1);
      } else {
        ++known->second;
        if (actor.is_person) known->first = actor;
      }
    }
  std::vector<Actor> actors;
  for (const auto& [actor, count] : counts)
    if (count * 4 >= claims.size()) actors.push_back(actor);
  return actors;
}

/// The country that most claims give, and the most common place within it.
Place place_of(const Claims& claims) {
  Claims placed, within;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(placed),
               [](const Claim* c) { return !c->place.name.empty(); });
  if (placed.empty()) return {};
  const std::string country = most_common(placed, [](const Claim& c) { return c.place.country; });
  std::copy_if(placed.begin(), placed.end(), std::back_inserter(within),
               [&](const Claim* c) { return c->place.country == country && !c->place.is_whole_country; });
  if (within.empty())
    return (*std::find_if(placed.begin(), placed.end(), [&](const Claim* c) { return c->place.country == country; }))
        ->place;
  const std::string name = most_common(within, [](const Claim& c) { return c.place.name; });
  return (*std::find_if(within.begin(), within.end(), [&](const Claim* c) { return c->place.name == name; }))->place;
}

/// A later report overrules an earlier one, but what was held stays held unless it was called off, and a mere
/// proposal does not undo a plan.
Status status_of(const Claims& claims) {
  Status status = claims.front()->status;
  for (const Claim* claim : claims) {
    const bool weaker =
        (status == Status::held && (claim->status == Status::scheduled || claim->status == Status::proposed)) ||
        (status == Status::scheduled && claim->status == Status::proposed) ||
        (status == Status::cancelled && claim->status == Status::proposed);
    if (!weaker) status = claim->status;
  }
  return status;
}

void add_previous(std::vector<When>& previous, const When& when) {
  if (has_date(when) && std::find(previous.begin(), previous.end(), when) == previous.end()) previous.push_back(when);
}

/// Narrows from report to report. A report that a date was given up, or that contradicts, starts anew.
void date(Event& event, const Claims& claims) {
  for (const Claim* claim : claims) {
    for (const auto& old : claim->previous) add_previous(event.previous, old);
    if (const auto both = narrow(event.when, claim->when)) {
      event.when = *both;
    } else if (has_date(claim->when) &&
               (!claim->when.inferred || event.when.inferred)) {  // what is inferred yields to what is said
      if (!event.when.inferred && (is_off(claim->status) || has_date(event.when)))
        add_previous(event.previous, event.when);
      event.when = claim->when;
    }
  }
  std::erase(event.previous, event.when);
}

}  // namespace

Event consolidate(const std::vector<std::size_t>& indices, const std::vector<Claim>& all, const EventRules& rules) {
  Claims claims;
  for (const std::size_t i : indices) claims.push_back(&all[i]);
  Event event;
  event.claims = indices;
  event.kind = most_common(claims, [](const Claim& c) { return c.kind; });
  event.plover = rules.kinds.at(event.kind).plover;
  event.actors = actors_of(claims);
  event.place = place_of(claims);
  event.status = status_of(claims);
  date(event, claims);
  return event;
}

}  // namespace dateline
