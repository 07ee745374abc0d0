// What makes two events one that is told differently. Strict: two meetings are more common than one wrong date.
// See check_rivals.h.
#include "check_rivals.h"

#include <algorithm>
#include <map>
#include <set>

#include "check_rank.h"

namespace dateline {
namespace {

using date::days;

constexpr days day_reach{10};      ///< how far apart two days may be that are meant for one event
constexpr days month_reach{45};    ///< the same for weeks and months
constexpr days report_reach{14};   ///< how far apart the reports may be published

bool is_off(const Claim& c) { return c.status == Status::postponed || c.status == Status::cancelled || !c.previous.empty(); }
bool is_ahead(const Claim& c) { return c.status == Status::scheduled || c.status == Status::proposed; }
bool is_dated(const Claim& c) { return c.when.granularity != Granularity::none && !c.when.inferred && c.when.earliest_start && c.when.latest_end && c.document.published; }
bool is_one_day(const Claim& c) { return is_dated(c) && c.when.granularity <= Granularity::day && c.when.latest_end->day() - c.when.earliest_start->day() <= days{1}; }
bool reported_together(const Claim& a, const Claim& b) { return date::abs(a.document.published->day() - b.document.published->day()) <= report_reach; }

std::set<std::string> codes_of(const Claim& c) {
  std::set<std::string> codes;
  for (const auto& actor : c.actors) codes.insert(actor.code);
  return codes;
}

bool same_city(const Place& a, const Place& b) { return !a.name.empty() && a.name == b.name && !a.is_whole_country; }

/// "on October 28" and "on October 30", both ahead when both were printed; or both over, in one city.
bool told_of_one(const Claim& a, const Claim& b) {
  if (is_ahead(a) != is_ahead(b) || !reported_together(a, b)) return false;
  if (!is_ahead(a)) return same_city(a.place, b.place) && a.kind == b.kind;
  const auto published = std::max(a.document.published->day(), b.document.published->day());
  return published < std::min(a.when.latest_end->day(), b.when.latest_end->day());
}

struct KindTraits {
  bool lasts = false;
  bool has_one_party = false;
};

bool dates_are_rivals(const Claim& a, const Claim& b, const KindTraits& f) {
  if (!is_dated(a) || !is_dated(b) || a.document.id == b.document.id || story_of(a) == story_of(b)) return false;
  const bool both_days = a.when.granularity <= Granularity::day && b.when.granularity <= Granularity::day;
  if (!both_days && std::max(a.when.granularity, b.when.granularity) > Granularity::month) return false;
  const days apart = days_apart(a.when, b.when);
  return apart >= (f.lasts && both_days ? days{2} : days{1}) && apart <= (both_days ? day_reach : month_reach) && (same_parties(a, b) || (f.has_one_party && a.kind == b.kind && codes_of(a) == codes_of(b))) && !places_apart(a.place, b.place) && told_of_one(a, b);
}

bool places_are_rivals(const Claim& a, const Claim& b, const KindTraits&) {
  return is_one_day(a) && is_one_day(b) && a.document.id != b.document.id && story_of(a) != story_of(b) && days_apart(a.when, b.when) == days{0} &&
         a.when.earliest_start->day() == b.when.earliest_start->day() && is_ahead(a) == is_ahead(b) && reported_together(a, b) && same_parties(a, b) && places_apart(a.place, b.place);
}

bool any_claim(const Timeline& t, const Event& e, const auto& holds) {
  return std::any_of(e.claims.begin(), e.claims.end(), [&](std::size_t c) { return holds(t.claims[c]); });
}

/// No document tells of both, and no word says that they are two.
bool can_be_one(const Timeline& t, const Event& a, const Event& b) {
  const auto speaks_of_another = [](const Claim& c) { return has(c, Remark::Kind::another) || is_off(c); };
  if (any_claim(t, a, speaks_of_another) || any_claim(t, b, speaks_of_another)) return false;
  return !any_claim(t, a, [&](const Claim& x) { return any_claim(t, b, [&](const Claim& y) { return x.document.id == y.document.id; }); });
}

std::vector<Rivals> rivals(const Timeline& t, const EventRules& events, const CheckRules& checks, const std::set<std::string>& kinds, const auto& are_rivals) {
  std::vector<Rivals> out;
  each_pair(t, events, [&](std::size_t a, std::size_t b) {
    const std::string &kind = t.events[a].kind, &other = t.events[b].kind;
    if (a == b || !kinds.contains(kind) || !kinds.contains(other) || !can_be_one(t, t.events[a], t.events[b])) return;
    const KindTraits traits{checks.some_days.contains(kind), checks.one_party.contains(kind)};
    for (const std::size_t x : t.events[a].claims)
      for (const std::size_t y : t.events[b].claims)
        if (are_rivals(t.claims[x], t.claims[y], traits)) return out.push_back({a, b, x, y});
  });
  return out;
}

}  // namespace

bool same_parties(const Claim& a, const Claim& b) {
  int persons = 0;
  for (const auto& x : a.actors) {
    if (!x.is_person) continue;
    const auto y = std::find_if(b.actors.begin(), b.actors.end(), [&](const Actor& other) { return other.is_person && other.code == x.code; });
    if (y != b.actors.end() && y->name != x.name) return false;
    if (y != b.actors.end()) ++persons;
  }
  const auto codes = codes_of(a);
  return persons >= 2 || (codes == codes_of(b) && !codes.empty() && (codes.size() >= 2 || same_city(a.place, b.place)) && a.kind == b.kind);
}

bool places_apart(const Place& a, const Place& b) {
  if (a.name.empty() || b.name.empty() || a.name == b.name) return false;
  return a.country != b.country || !(a.is_whole_country || b.is_whole_country);
}

days days_apart(const When& a, const When& b) {
  if (a.latest_end && b.earliest_start && a.latest_end->at <= b.earliest_start->at) return b.earliest_start->day() - a.latest_end->day() + days{1};
  if (b.latest_end && a.earliest_start && b.latest_end->at <= a.earliest_start->at) return a.earliest_start->day() - b.latest_end->day() + days{1};
  return days{0};
}

void each_pair(const Timeline& t, const EventRules& rules, const std::function<void(std::size_t, std::size_t)>& on) {
  std::map<std::string, std::vector<std::size_t>> shelves;
  for (std::size_t e = 0; e < t.events.size(); ++e) {
    std::set<std::string> codes;
    for (const std::size_t c : t.events[e].claims)
      for (const auto& actor : t.claims[c].actors) codes.insert(actor.code);
    for (const auto& family : rules.kinds.at(t.events[e].kind).families) {
      if (codes.size() == 1) shelves[family + '|' + *codes.begin()].push_back(e);
      for (auto a = codes.begin(); a != codes.end(); ++a)
        for (auto b = std::next(a); b != codes.end(); ++b) shelves[family + '|' + *a + '|' + *b].push_back(e);
    }
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  constexpr std::size_t near = 64;  // events are sorted by start: what is farther along the shelf is too far in time
  for (const auto& [key, shelf] : shelves)
    for (std::size_t i = 0; i < shelf.size(); ++i)
      for (std::size_t j = i; j < std::min(shelf.size(), i + near); ++j) pairs.emplace(shelf[i], shelf[j]);
  for (const auto& [a, b] : pairs) on(a, b);
}

std::vector<Rivals> date_rivals(const Timeline& t, const EventRules& events, const CheckRules& checks) { return rivals(t, events, checks, checks.once, dates_are_rivals); }
std::vector<Rivals> place_rivals(const Timeline& t, const EventRules& events, const CheckRules& checks) { return rivals(t, events, checks, checks.one_place, places_are_rivals); }

}  // namespace dateline
