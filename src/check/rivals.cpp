// What makes two events one that is told differently. Strict: two meetings are more common than one wrong date.
// See rivals.h.
#include "check/rivals.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/rank.h"

namespace dateline {
namespace {

using date::days;

constexpr days day_reach{10};             ///< how far apart two days may be that are meant for one event
constexpr days month_reach{45};           ///< the same for weeks and months
constexpr days report_reach{14};          ///< how far apart the reports may be published
constexpr days pair_reach{100};           ///< farther apart, two events are not held against each other
constexpr std::size_t next_in_time = 64;  ///< so many of the same actors are looked at from each on

bool is_ahead(const Claim& c) { return c.status == Status::scheduled || c.status == Status::proposed; }
bool has_day_and_report(const Claim& c) {
  return has_date(c.when) && !c.when.inferred && (c.when.earliest_start || c.when.latest_end) && c.document.published;
}
bool is_one_day(const Claim& c) {
  return has_day_and_report(c) && c.when.earliest_start && c.when.latest_end &&
         c.when.granularity <= Granularity::day && c.when.latest_end->day() - c.when.earliest_start->day() <= days{1};
}
bool reported_together(const Claim& a, const Claim& b) {
  return date::abs(a.document.published->day() - b.document.published->day()) <= report_reach;
}

/// Sorted, each once.
std::vector<std::string_view> codes_of(const Claim& c) {
  std::vector<std::string_view> codes;
  for (const auto& actor : c.actors) codes.push_back(actor.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

bool same_city(const Place& a, const Place& b) { return !a.name.empty() && a.name == b.name && !a.is_whole_country; }

/// "on October 28" and "on October 30", both ahead when both were printed; or both over, in one city.
bool told_of_one(const Claim& a, const Claim& b) {
  if (is_ahead(a) != is_ahead(b) || !reported_together(a, b)) return false;
  if (!is_ahead(a)) return same_city(a.place, b.place) && a.kind == b.kind;
  const auto published = std::max(a.document.published->day(), b.document.published->day());
  const auto ends_later = [&](const When& w) { return !w.latest_end || published < w.latest_end->day(); };
  return ends_later(a.when) && ends_later(b.when);
}

/// What is cheap to tell apart comes first: this is asked of very many pairs.
bool dates_are_rivals(const Claim& a, const Claim& b, const EventKind& kind) {
  if (!has_day_and_report(a) || !has_day_and_report(b)) return false;
  const bool both_days = a.when.granularity <= Granularity::day && b.when.granularity <= Granularity::day;
  if (!both_days && std::max(a.when.granularity, b.when.granularity) > Granularity::month) return false;
  const days apart = days_apart(a.when, b.when);
  if (apart < (kind.some_days && both_days ? days{2} : days{1}) || apart > (both_days ? day_reach : month_reach) ||
      !told_of_one(a, b))
    return false;
  if (places_apart(a.place, b.place) || a.document.id == b.document.id) return false;
  const auto codes = codes_of(a);  // of one organisation alone, ministers of every kind meet
  const bool of_one = kind.one_party ? same_parties(a, b) || (a.kind == b.kind && codes == codes_of(b))
                                     : codes.size() > 1 && same_parties(a, b);
  return of_one && story_of(a) != story_of(b);
}

bool places_are_rivals(const Claim& a, const Claim& b, const EventKind&) {
  return is_one_day(a) && is_one_day(b) && a.when.earliest_start->day() == b.when.earliest_start->day() &&
         days_apart(a.when, b.when) == days{0} && is_ahead(a) == is_ahead(b) && places_apart(a.place, b.place) &&
         reported_together(a, b) && same_parties(a, b) && a.document.id != b.document.id && story_of(a) != story_of(b);
}

bool any_claim(const Timeline& t, const Event& e, const auto& holds) {
  return std::any_of(e.claims.begin(), e.claims.end(), [&](std::size_t c) { return holds(t.claims[c]); });
}

/// The words that say that it is not the only one: "second", "resume".
std::set<std::string> words_of_another(const Timeline& t, const Event& e) {
  std::set<std::string> words;
  for (const std::size_t c : e.claims)
    for (const auto& r : t.claims[c].remarks)
      if (r.kind == Remark::Kind::another && r.words.begin >= t.claims[c].sentence.begin &&
          r.words.end <= t.claims[c].sentence.end)
        words.insert(t.claims[c].text.substr(r.words.begin - t.claims[c].sentence.begin, r.words.end - r.words.begin));
  return words;
}

/// No document tells of both, none was moved, and no word of one of them says that they are two: where both are "a
/// second round" it may be the same.
bool can_be_one(const Timeline& t, const Event& a, const Event& b) {
  const auto is_moved = [](const Claim& c) {
    return has(c, Remark::Kind::moved) || is_off(c.status) || !c.previous.empty();
  };
  if (any_claim(t, a, is_moved) || any_claim(t, b, is_moved) || words_of_another(t, a) != words_of_another(t, b))
    return false;
  return !any_claim(t, a, [&](const Claim& x) {
    return any_claim(t, b, [&](const Claim& y) { return x.document.id == y.document.id; });
  });
}

std::vector<Rivals> rivals(const Timeline& t, const std::vector<EventPair>& pairs, const EventRules& rules,
                           bool EventKind::*is_compared, const auto& are_rivals) {
  const auto kind_of = [&](std::size_t e) -> const EventKind& { return rules.kinds.at(t.events[e].kind); };
  const auto first_rivals = [&](std::size_t a, std::size_t b) -> std::optional<Rivals> {
    for (const std::size_t x : t.events[a].claims)
      for (const std::size_t y : t.events[b].claims)
        if (are_rivals(t.claims[x], t.claims[y], kind_of(a))) return Rivals{a, b, x, y};
    return std::nullopt;
  };
  std::vector<Rivals> out;
  for (const auto& [a, b] : pairs) {
    if (a == b || !(kind_of(a).*is_compared) || !(kind_of(b).*is_compared)) continue;
    const auto found = first_rivals(a, b);
    if (found && can_be_one(t, t.events[a], t.events[b])) out.push_back(*found);
  }
  return out;
}

/// Where an event stands in time: its first day, else that on which it was first reported.
std::optional<date::local_days> day_of(const Timeline& t, const Event& e) {
  if (const auto first = first_possible(e.when)) return first->day();
  const auto& published = t.claims[e.claims.front()].document.published;
  return published ? std::optional(published->day()) : std::nullopt;
}

/// The keys under which an event is looked for: each two of its actors, or its only one.
std::vector<std::string> shelves_of(const Timeline& t, const Event& e, const EventRules& rules) {
  std::set<std::string_view> codes;
  for (const std::size_t c : e.claims)
    for (const auto& actor : t.claims[c].actors) codes.insert(actor.code);
  std::vector<std::string> keys;
  for (const auto& family : rules.kinds.at(e.kind).families) {
    if (codes.size() == 1) keys.push_back(family + '|' + std::string(*codes.begin()));
    for (auto a = codes.begin(); a != codes.end(); ++a)
      for (auto b = std::next(a); b != codes.end(); ++b)
        keys.push_back(family + '|' + std::string(*a) + '|' + std::string(*b));
  }
  return keys;
}

}  // namespace

bool same_parties(const Claim& a, const Claim& b) {
  int persons = 0;
  for (const auto& x : a.actors) {
    if (!x.is_person) continue;
    const auto y = std::find_if(b.actors.begin(), b.actors.end(),
                                [&](const Actor& other) { return other.is_person && other.code == x.code; });
    if (y != b.actors.end() && y->name != x.name) return false;
    if (y != b.actors.end()) ++persons;
  }
  if (persons >= 2) return true;
  const auto x = codes_of(a), y = codes_of(b);
  if (x.empty() || y.empty() || a.kind != b.kind) return false;
  if (x == y) return x.size() >= 2 || same_city(a.place, b.place);
  const auto &few = x.size() < y.size() ? x : y,
             &many = x.size() < y.size() ? y : x;  // a host or a go-between is not always named
  return few.size() >= 2 && a.place.country == b.place.country && !a.place.name.empty() &&
         std::includes(many.begin(), many.end(), few.begin(), few.end());
}

bool places_apart(const Place& a, const Place& b) {
  if (a.name.empty() || b.name.empty() || a.name == b.name) return false;
  return a.country != b.country || !(a.is_whole_country || b.is_whole_country);
}

days days_apart(const When& a, const When& b) {
  if (a.latest_end && b.earliest_start && a.latest_end->at <= b.earliest_start->at)
    return b.earliest_start->day() - a.latest_end->day() + days{1};
  if (b.latest_end && a.earliest_start && b.latest_end->at <= a.earliest_start->at)
    return a.earliest_start->day() - b.latest_end->day() + days{1};
  return days{0};
}

std::vector<EventPair> event_pairs(const Timeline& t, const EventRules& rules) {
  std::map<std::string, std::vector<std::pair<date::local_days, std::size_t>>> shelves;
  for (std::size_t e = 0; e < t.events.size(); ++e)
    if (const auto day = day_of(t, t.events[e]))
      for (const auto& key : shelves_of(t, t.events[e], rules)) shelves[key].emplace_back(*day, e);
  std::vector<EventPair> pairs;
  for (auto& [key, shelf] : shelves) {
    std::sort(shelf.begin(), shelf.end());
    for (std::size_t i = 0; i < shelf.size(); ++i)
      for (std::size_t j = i;
           j < std::min(shelf.size(), i + next_in_time) && shelf[j].first - shelf[i].first <= pair_reach; ++j)
        pairs.push_back(std::minmax(shelf[i].second, shelf[j].second));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<Rivals> date_rivals(const Timeline& t, const std::vector<EventPair>& pairs, const EventRules& rules) {
  return rivals(t, pairs, rules, &EventKind::once, dates_are_rivals);
}
std::vector<Rivals> place_rivals(const Timeline& t, const std::vector<EventPair>& pairs, const EventRules& rules) {
  return rivals(t, pairs, rules, &EventKind::one_place, places_are_rivals);
}

}  // namespace dateline
