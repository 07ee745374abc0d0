// Groups claims into events. Surest claims first, each to the event it is most like; the result depends on
// nothing but the claims. See include/dateline/merge.h.
#include "dateline/merge.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/digest.h"
#include "claims/order.h"
#include "claims/similarity.h"
#include "merge/blocking.h"
#include "merge/consolidate.h"
#include "merge/title.h"
#include "rules/event_rules.h"

namespace dateline {
namespace {

date::sys_seconds published_at(const Citation& c) {
  return c.published ? c.published->instant() : date::sys_seconds::min();
}

auto order_of(const Claim& c) {
  return std::tuple(published_at(c.document), c.document.id, c.sentence.begin, c.expression.begin, c.kind, c.rule);
}

/// Exact dates first, then windows, then what is undated: a vague claim joins what a sure one began.
int vagueness(const Claim& c) {
  if (is_exact(c.when)) return 0;
  if (!has_date(c.when)) return 3;
  return c.when.granularity <= Granularity::month ? 1 : 2;
}

struct Group {
  std::vector<std::size_t> claims;
  std::vector<std::size_t>
      voices;  ///< of claims that say the same the first, what a move gave up left out: with these others are compared
};

/// How a report stands to the dated event that it tells of: published before it, while it is on, or behind it.
int side_of(const Claim& c) {
  const auto first = first_possible(c.when), last = last_possible(c.when);
  if (!c.document.published || !first || !last) return 0;
  return c.document.published->day() < first->day() ? -1 : last->day() < c.document.published->day() ? 1 : 0;
}

/// What is planned ahead of its day, or told as held behind it, is the same whenever it is printed.
bool print_counts(const Claim& c) {
  const int side = has_date(c.when) ? side_of(c) : 0;
  return !(side == -1 && c.status == Status::scheduled) && !(side == 1 && c.status == Status::held);
}

/// True where likeness() cannot tell the two apart.
bool say_the_same(const Claim& a, const Claim& b) {
  const bool printed_alike = a.document.published == b.document.published || (!print_counts(a) && !print_counts(b));
  return a.kind == b.kind && a.status == b.status && a.when == b.when && printed_alike && a.place == b.place &&
         a.actors == b.actors && a.previous == b.previous && (a.document.published || a.document.id == b.document.id);
}

class Grouper {
 public:
  Grouper(const std::vector<Claim>& claims, const EventRules& rules) : claims_(claims), rules_(rules) {}

  std::vector<Group> run() {
    std::vector<std::size_t> order(claims_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::erase_if(order, [&](std::size_t i) { return claims_[i].type != ClaimType::event; });  // kept for check alone
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return vagueness(claims_[a]) < vagueness(claims_[b]); });
    for (const std::size_t i : order) place(i);
    join_moved();
    for (auto& group : groups_) std::sort(group.claims.begin(), group.claims.end());
    return std::move(groups_);
  }

 private:
  void place(std::size_t claim) {
    std::size_t best = groups_.size();
    int best_score = 0;
    for (const std::size_t group : index_.near(claims_[claim]))
      if (const int score = fits(claims_[claim], groups_[group]); score > best_score) {
        best = group;
        best_score = score;
      }
    if (best == groups_.size()) groups_.emplace_back();
    add(groups_[best], claim);
    index_.add(best, claims_[claim]);
  }

  void add(Group& group, std::size_t claim) {
    group.claims.push_back(claim);
    std::erase_if(group.voices, [&](std::size_t v) { return supersedes(claims_[claim], claims_[v]); });
    const auto speaks_for = [&](std::size_t v) {
      return say_the_same(claims_[v], claims_[claim]) || supersedes(claims_[v], claims_[claim]);
    };
    if (std::none_of(group.voices.begin(), group.voices.end(), speaks_for)) group.voices.push_back(claim);
  }

  /// What comes after a move need only agree with the new date.
  static bool supersedes(const Claim& move, const Claim& planned) {
    return has_date(move.when) && gives_up(move, planned) && !same_time(move, planned);
  }

  /// A report that an event moved joins what was planned for the old date to what is planned for the new one.
  void join_moved() {
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (std::size_t m = 0; m < groups_[g].claims.size(); ++m) {
        const Claim& move = claims_[groups_[g].claims[m]];
        const bool names_old_date = !move.previous.empty();
        if (move.actors.empty() || (!names_old_date && move.status != Status::postponed)) continue;
        for (const std::size_t other : index_.near(move))
          if (other != g && takes_over(move, groups_[other]) && (names_old_date || has_date_of(move, groups_[other])))
            for (const std::size_t claim : std::exchange(groups_[other], {}).claims) add(groups_[g], claim);
      }
    std::erase_if(groups_, [](const Group& group) { return group.claims.empty(); });
  }

  bool takes_over(const Claim& move, const Group& group) const {
    return !group.claims.empty() && std::all_of(group.voices.begin(), group.voices.end(),
                                                [&](std::size_t i) { return like(move, claims_[i]) > 0; });
  }

  /// What was planned anew, or called off, for the date that it was put off to.
  bool has_date_of(const Claim& move, const Group& group) const {
    return std::all_of(group.voices.begin(), group.voices.end(),
                       [&](std::size_t i) { return same_time(move, claims_[i]); });
  }

  int like(const Claim& a, const Claim& b) const { return rules_.share_family(a.kind, b.kind) ? likeness(a, b) : 0; }

  /// The likeness to the claim of the group that it is least like; 0 where one of them rules it out.
  int fits(const Claim& claim, const Group& group) const {
    int least = 0;
    for (const std::size_t member : group.voices) {
      const int score = like(claim, claims_[member]);
      if (score == 0 && !is_told_after(claims_[member], claim)) return 0;
      if (score > 0) least = least == 0 ? score : std::min(least, score);
    }
    return least;
  }

  /// What was called off may be held after all: a later report need not agree with it.
  static bool is_told_after(const Claim& later, const Claim& off) {
    return is_off(off.status) && later.document.published > off.document.published;
  }

  const std::vector<Claim>& claims_;
  const EventRules& rules_;
  std::vector<Group> groups_;
  GroupIndex index_;
};

/// From what was first known of the event, so that a later report does not rename it.
std::string first_seen(const Claim& first, const EventRules& rules) {
  std::vector<std::string> codes;
  for (const auto& actor : first.actors) codes.push_back(actor.code);
  std::sort(codes.begin(), codes.end());
  std::string name = rules.kinds.at(first.kind).families.front() + "|" + edtf(first.when) + "|" + first.place.name +
                     "|" + first.document.id + "|" + std::to_string(first.sentence.begin) + "|" + first.rule + "|" +
                     std::to_string(first.expression.begin);
  for (const auto& code : codes) name += "|" + code;
  return name;
}

/// What the first of the claims says that says it.
std::string first_said(std::string Claim::*of, const std::vector<std::size_t>& group,
                       const std::vector<Claim>& claims) {
  for (const std::size_t i : group)
    if (!(claims[i].*of).empty()) return claims[i].*of;
  return "";
}

/// What is one of a series is called as that; else the template of the first trigger of the event's kind that has one
/// of its own, else that of the kind.
std::string title_for(const Event& event, const std::vector<Claim>& claims, const EventRules& rules) {
  if (const std::string series = first_said(&Claim::series, event.claims, claims); !series.empty())
    return series + ", {place}";
  for (const std::size_t i : event.claims) {
    const auto trigger = std::find_if(rules.triggers.all.begin(), rules.triggers.all.end(),
                                      [&](const Trigger& t) { return t.id == claims[i].rule && t.kind == event.kind; });
    if (trigger != rules.triggers.all.end() && !trigger->title.empty()) return trigger->title;
  }
  return rules.kinds.at(event.kind).title;
}

}  // namespace

Timeline merge(std::vector<Claim> claims, std::vector<Citation> documents, const EventRules& events) {
  for (const auto& claim : claims)
    if (claim.type == ClaimType::event && !events.kinds.contains(claim.kind))
      throw Error(claim.document.id + ": a claim is of the kind '" + claim.kind + "', which the rules do not have",
                  "merge with the rules that it was extracted with");
  std::erase_if(claims, [](const Claim& c) { return c.type == ClaimType::act; });  // acts: no calendar has them
  Timeline timeline;
  timeline.documents = std::move(documents);
  std::sort(timeline.documents.begin(), timeline.documents.end(), [](const Citation& a, const Citation& b) {
    return std::tie(a.id, a.published, a.source, a.title, a.url) <
           std::tie(b.id, b.published, b.source, b.title, b.url);
  });
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return order_of(a) < order_of(b); });
  timeline.claims = std::move(claims);
  for (const auto& group : Grouper(timeline.claims, events).run()) {
    Event event = consolidate(group.claims, timeline.claims, events);
    event.title = title_of(event, title_for(event, timeline.claims, events),
                           first_said(&Claim::topic, group.claims, timeline.claims));
    event.uid = uid_of(first_seen(timeline.claims[group.claims.front()], events));
    timeline.events.push_back(std::move(event));
  }
  sort_events(timeline.events);
  return timeline;
}

}  // namespace dateline
