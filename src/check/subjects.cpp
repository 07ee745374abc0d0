// Finds the subjects of all claims, and what each claim limits. See subjects.h.
#include "check/subjects.h"

#include <algorithm>
#include <numeric>

namespace dateline {
namespace {

using date::days;

/// Starts farther apart than this are those of two wars.
constexpr days one_war{1827};
/// How far an event may be that a text calls "the summit": from what it is told beside, or from the publication.
constexpr days nearby{92};

constexpr std::size_t none = Subjects::none;

long day_number(const Moment& m) { return m.day().time_since_epoch().count(); }

class SubjectFinder {
 public:
  SubjectFinder(const Timeline& t, const EventRules& rules) : t_(t), rules_(rules) {
    out_.of_claim.assign(t.claims.size(), none);
    out_.event_of_claim.assign(t.claims.size(), none);
  }

  Subjects run(const std::vector<Rivals>& rivals) {
    unite(rivals);
    take_events();
    take_orders();
    take_topics();
    return std::move(out_);
  }

 private:
  void unite(const std::vector<Rivals>& rivals) {
    auto& first = out_.of_event;  // of its group: never behind the event itself
    first.resize(t_.events.size());
    std::iota(first.begin(), first.end(), 0U);
    const auto root = [&](std::size_t e) {
      while (first[e] != e) e = first[e];
      return e;
    };
    for (const auto& r : rivals)
      first[std::max(root(r.event_a), root(r.event_b))] = std::min(root(r.event_a), root(r.event_b));
    for (auto& e : first) e = first[e];
    out_.count = first.size();
  }

  void take_events() {
    for (std::size_t e = 0; e < t_.events.size(); ++e) {
      const Claim* move = last_move(t_.events[e]);
      for (const std::size_t claim : t_.events[e].claims) {
        out_.of_claim[claim] = out_.of_event[e];
        out_.event_of_claim[claim] = e;
        if (holds_still(t_.claims[claim], t_.events[e], move))
          out_.limits[claim] = limits_of(t_.claims[claim], claim, out_.of_event[e]);
      }
    }
  }

  /// Each by the claim that says it; the other event by its words, in the reading that the order itself makes of them.
  void take_orders() {
    std::map<std::pair<std::string, std::size_t>, std::size_t> by_trigger;
    for (std::size_t c = 0; c < t_.claims.size(); ++c)
      if (!t_.claims[c].trigger.empty()) {
        std::size_t& known =
            by_trigger.try_emplace({t_.claims[c].document.id, t_.claims[c].trigger.begin}, c).first->second;
        if (t_.claims[c].type == ClaimType::other) known = c;
      }
    for (std::size_t c = 0; c < t_.claims.size(); ++c)
      for (const auto& remark : t_.claims[c].remarks) {
        if (remark.kind != Remark::Kind::order || out_.of_claim[c] == none) continue;
        const auto other = by_trigger.find({t_.claims[c].document.id, remark.other.begin});
        const std::size_t subject = other == by_trigger.end() ? none : subject_meant(other->second, c);
        if (subject != none) out_.orders.emplace_back(c, order_limits(remark, c, out_.of_claim[c], subject));
      }
  }

  const Claim* last_move(const Event& event) const {
    const auto move = std::find_if(event.claims.rbegin(), event.claims.rend(), [&](std::size_t c) {
      return is_off(t_.claims[c].status) || !t_.claims[c].previous.empty();
    });
    return move == event.claims.rend() ? nullptr : &t_.claims[*move];
  }

  /// A report of a move overrules what was reported before; what was given up is no date.
  static bool holds_still(const Claim& claim, const Event& event, const Claim* move) {
    if (!has_date(claim.when) || claim.when.inferred) return false;
    if (!move) return true;
    return event.status != Status::cancelled && narrow(event.when, claim.when) && claim.status != Status::cancelled &&
           !(move->document.published && claim.document.published &&
             *claim.document.published < *move->document.published);
  }

  static std::vector<Limit> limits_of(const Claim& claim, std::size_t owner, std::size_t subject) {
    std::vector<Limit> limits;
    if (claim.when.earliest_start)
      limits.push_back({first_day(subject), 0, -day_number(*claim.when.earliest_start), owner});
    if (const auto last = last_possible(claim.when))
      limits.push_back({0, last_day(subject), day_number(*last), owner});
    else if (claim.when.latest_start)
      limits.push_back({0, first_day(subject), day_number(*claim.when.latest_start), owner});
    return limits;
  }

  static std::vector<Limit> order_limits(const Remark& r, std::size_t owner, std::size_t subject, std::size_t other) {
    std::vector<Limit> limits;
    const bool before = r.most && *r.most <= 0;
    if (r.most) limits.push_back({before ? first_day(other) : last_day(other), first_day(subject), *r.most, owner});
    if (r.least)
      limits.push_back({before ? last_day(subject) : first_day(subject), first_day(other), -*r.least, owner});
    return limits;
  }

  /// The subject that "the summit" stands for: that of its own date, else the one subject of its family and near in
  /// time that has its actors, two of them or one and the place. None where there is no such subject, or several.
  std::size_t subject_meant(std::size_t other, std::size_t teller) {
    const Claim& c = t_.claims[other];
    const std::size_t but = out_.of_claim[teller];
    if (has_date(c.when) && !c.when.inferred && out_.of_claim[other] != none)
      return out_.of_claim[other] == but ? none : out_.of_claim[other];
    const std::string& kind = c.type == ClaimType::event ? c.kind : c.topic;
    const std::initializer_list<std::optional<Moment>> around{first_possible(t_.claims[teller].when),
                                                              c.document.published};
    std::size_t meant = none;
    for (const std::size_t e : events_with(c)) {
      const std::size_t subject = out_.of_event[e];
      if (subject == but || subject == meant || !rules_.share_family(t_.events[e].kind, kind) ||
          !is_told_of(c, t_.events[e], around))
        continue;
      if (meant != none) return none;
      meant = subject;
    }
    return meant;
  }

  /// Those that share its first actor, or its place where it has none. Built once, where a text tells an order at all.
  const std::vector<std::size_t>& events_with(const Claim& c) {
    if (by_name_.empty())
      for (std::size_t e = 0; e < t_.events.size(); ++e) {
        for (const auto& actor : t_.events[e].actors) by_name_[actor.code].push_back(e);
        by_name_["in " + t_.events[e].place.country].push_back(e);
      }
    return by_name_[c.actors.empty() ? "in " + c.place.country : c.actors.front().code];
  }

  static bool is_told_of(const Claim& c, const Event& e, std::initializer_list<std::optional<Moment>> around) {
    const auto first = first_possible(e.when);
    if (!first || !has_date(e.when)) return false;
    if (std::none_of(around.begin(), around.end(),
                     [&](const auto& day) { return day && date::abs(first->day() - day->day()) <= nearby; }))
      return false;
    long shared = 0;
    for (const auto& actor : c.actors) {
      const auto same =
          std::find_if(e.actors.begin(), e.actors.end(), [&](const Actor& a) { return a.code == actor.code; });
      if (same == e.actors.end() || (same->is_person && actor.is_person && same->name != actor.name)) return false;
      ++shared;
    }
    const bool in_place = !c.place.name.empty() &&
                          (c.place.name == e.place.name || (c.place.country == e.place.country &&
                                                            (c.place.is_whole_country || e.place.is_whole_country)));
    return !places_apart(c.place, e.place) && (shared >= 2 || (in_place && (shared == 1 || c.actors.empty())));
  }

  /// Ages and starts of one thing in one place, unless they lie so far apart that there were two.
  void take_topics() {
    std::map<std::string, std::vector<std::size_t>> topics;
    for (std::size_t c = 0; c < t_.claims.size(); ++c)
      if (is_age_or_start(t_.claims[c])) topics[t_.claims[c].topic].push_back(c);
    for (auto& [topic, claims] : topics) {
      std::sort(claims.begin(), claims.end(), [&](std::size_t a, std::size_t b) {
        return *t_.claims[a].when.earliest_start < *t_.claims[b].when.earliest_start;
      });
      Moment latest = *t_.claims[claims.front()].when.latest_start;
      ++out_.count;
      for (const std::size_t c : claims) {
        const When& w = t_.claims[c].when;
        if (w.earliest_start->day() > latest.day() + one_war) ++out_.count;
        latest = std::max(latest, *w.latest_start);
        out_.of_claim[c] = out_.count - 1;
        out_.limits[c] = limits_of(t_.claims[c], c, out_.count - 1);
      }
    }
  }

  const Timeline& t_;
  const EventRules& rules_;
  Subjects out_;
  std::map<std::string, std::vector<std::size_t>> by_name_;  ///< events, by actor or place
};

}  // namespace

bool is_age_or_start(const Claim& c) { return c.type == ClaimType::age || c.type == ClaimType::start; }

Subjects subjects_of(const Timeline& t, const std::vector<Rivals>& rivals, const EventRules& rules) {
  return SubjectFinder(t, rules).run(rivals);
}

}  // namespace dateline
