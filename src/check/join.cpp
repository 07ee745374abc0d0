// An analyst keeps one line for one event, and beside it what else is said. See join.h.
#include "check/join.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace dateline {
namespace {

/// The first claims that give the bounds of a date which none of them gives as a whole.
std::vector<std::size_t> givers_of(const Event& e, const std::vector<Claim>& claims) {
  std::vector<std::size_t> givers;
  for (const auto bound : {&When::earliest_start, &When::latest_start, &When::earliest_end, &When::latest_end}) {
    const auto gives = [&](std::size_t c) { return e.when.*bound && claims[c].when.*bound == e.when.*bound; };
    const auto giver = std::find_if(e.claims.begin(), e.claims.end(), gives);
    if (giver != e.claims.end() && std::find(givers.begin(), givers.end(), *giver) == givers.end())
      givers.push_back(*giver);
  }
  std::sort(givers.begin(), givers.end());
  return givers;
}

constexpr std::size_t none = static_cast<std::size_t>(-1);

class Joiner {
 public:
  Joiner(Timeline& t, const std::vector<Rivals>& rivals)
      : t_(t), group_(t.events.size()), event_of_claim_(t.claims.size(), none) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (const auto& r : rivals)
      group_[std::max(root(r.event_a), root(r.event_b))] = std::min(root(r.event_a), root(r.event_b));
    for (std::size_t e = 0; e < t.events.size(); ++e)
      for (const std::size_t c : t.events[e].claims) event_of_claim_[c] = e;
  }

  void run() {
    for (const auto& finding : t_.findings) choose(finding);
    std::vector<bool> joined(t_.events.size());
    for (std::size_t e = 0; e < t_.events.size(); ++e)
      if (const auto kept = kept_.find(root(e)); kept != kept_.end() && kept->second != e) {
        join(t_.events[kept->second], t_.events[e]);
        joined[e] = true;
      }
    std::size_t e = 0;
    std::erase_if(t_.events, [&](const Event&) { return joined[e++]; });
    sort_events(t_.events);
  }

 private:
  std::size_t root(std::size_t e) const { return group_[e] == e ? e : root(group_[e]); }

  /// The event of the preferred claim stands for its group, where all of the finding is of that group.
  void choose(const Finding& finding) {
    if (finding.kind != "dates-disagree" && finding.kind != "place") return;
    std::size_t kept = none;
    for (const auto& e : finding.evidence)
      if (e.rank == Rank::preferred) kept = event_of_claim_[e.claim];
    const auto of_group = [&](const Finding::Evidence& e) {
      return event_of_claim_[e.claim] != none && root(event_of_claim_[e.claim]) == root(kept);
    };
    if (kept != none && std::all_of(finding.evidence.begin(), finding.evidence.end(), of_group))
      kept_.emplace(root(kept), kept);
  }

  static void join(Event& kept, const Event& other) {
    if (other.claims.front() < kept.claims.front()) kept.uid = other.uid;
    kept.claims.insert(kept.claims.end(), other.claims.begin(), other.claims.end());
    std::sort(kept.claims.begin(), kept.claims.end());
  }

  Timeline& t_;
  std::vector<std::size_t> group_, event_of_claim_;
  std::map<std::size_t, std::size_t> kept_;  ///< by the root of its group
};

}  // namespace

void infer_dates(Timeline& t, const std::vector<Inference>& inferences) {
  for (auto& event : t.events)
    if (event.when.inferred && has_date(event.when)) event.inferred_from = givers_of(event, t.claims);
  for (const auto& inference : inferences) {
    t.events[inference.event].when = inference.when;
    t.events[inference.event].inferred_from = inference.claims;
  }
}

void join_rivals(Timeline& t, const std::vector<Rivals>& rivals) { Joiner(t, rivals).run(); }

}  // namespace dateline
