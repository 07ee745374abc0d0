// Which event of before an event of now is. See identify() in dateline/state.h. An event is found again by the
// sentences that speak of it; where none of them is left, because its articles were edited or are read otherwise,
// by who takes part in what, where, and when or in which article. Tested by tests/state/identity_test.cpp.
#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "claims/order.h"
#include "claims/similarity.h"
#include "claims/standing.h"
#include "dateline/state.h"
#include "rules/event_rules.h"

namespace dateline {
namespace {

/// Of one event: what is to be kept of it, its name and number still those of a new one.
struct Candidate {
  KeptEvent kept;
  std::set<std::string> documents;  ///< ids
};

std::vector<Evidence> evidence_of(const std::vector<const Claim*>& claims) {
  std::set<Evidence> out;
  for (const Claim* c : claims)
    out.insert({c->document.id, c->text, c->trigger.empty() ? 0 : c->trigger.begin - c->sentence.begin});
  return {out.begin(), out.end()};
}

Account account_of(const Timeline& timeline, const Event& event, const std::map<std::string, std::string>& contents) {
  const Standing standing = standing_of(timeline, event);
  Account out{event.title, event.kind, event.actors, event.place, event.status, standing.when, standing.is_off, {}, {}};
  for (const std::size_t finding : event.findings) out.doubts.push_back(timeline.findings.at(finding).message);
  for (const auto& source : sources_of(timeline, event))
    if (const auto content = contents.find(source.id); content != contents.end())
      out.sources.push_back(content->second);
  std::sort(out.sources.begin(), out.sources.end());
  return out;
}

Candidate candidate_of(const Timeline& timeline, const Event& event, const std::string& slot,
                       const std::map<std::string, std::string>& contents) {
  const auto sources = sources_of(timeline, event);
  Candidate out;
  out.kept = {event.uid,
              0,
              oldest_publication(sources),
              newest_publication(sources),
              slot,
              account_of(timeline, event, contents),
              {},
              evidence_of(claims_of(timeline, event))};
  for (const auto& source : sources) out.documents.insert(source.id);
  return out;
}

/// Pairs events of now with those of before, the surest first, each at most once.
class Recognition {
 public:
  Recognition(const std::vector<Candidate>& now, const std::vector<KeptEvent>& known, const EventRules& rules)
      : now_(now), known_(known), rules_(rules), found_(now.size()), is_taken_(known.size()) {
    pair(by_evidence());
    pair(by_likeness());
  }

  std::optional<std::size_t> known_of(std::size_t event) const { return found_[event]; }

 private:
  struct Pair {
    int score;
    std::size_t event, known;
  };

  /// What of the two is the same sentence; and the name, which an event that comes back gets from what first spoke of
  /// it.
  std::vector<Pair> by_evidence() const {
    std::map<Evidence, std::size_t> speaks_of;
    std::map<std::string, std::size_t> named;
    for (std::size_t k = 0; k < known_.size(); ++k) {
      named.emplace(known_[k].uid, k);
      if (!known_[k].now) continue;
      for (const auto& evidence : known_[k].evidence) speaks_of.emplace(evidence, k);
    }
    std::vector<Pair> pairs;
    for (std::size_t e = 0; e < now_.size(); ++e) {
      std::map<std::size_t, int> score;
      for (const auto& evidence : now_[e].kept.evidence)
        if (const auto same = speaks_of.find(evidence); same != speaks_of.end()) score[same->second] += 2;
      if (const auto same = named.find(now_[e].kept.uid); same != named.end()) ++score[same->second];
      for (const auto& [known, points] : score) pairs.push_back({points, e, known});
    }
    return pairs;
  }

  std::vector<Pair> by_likeness() const {
    std::vector<Pair> pairs;
    for (std::size_t k = 0; k < known_.size(); ++k)
      for (std::size_t e = 0; e < now_.size(); ++e)
        if (!is_taken_[k] && !found_[e] && known_[k].now)
          if (const int points = likeness_of(known_[k], now_[e]); points > 0) pairs.push_back({points, e, k});
    return pairs;
  }

  int likeness_of(const KeptEvent& then, const Candidate& now) const {
    const Account &a = *then.now, &b = *now.kept.now;
    if (!rules_.share_family(a.kind, b.kind) || !same_actors(a.actors, b.actors) || !same_place(a.place, b.place))
      return 0;
    const bool same_article = std::any_of(then.evidence.begin(), then.evidence.end(),
                                          [&](const Evidence& e) { return now.documents.contains(e.document); });
    const bool same_date = is_dated(a.when) && is_dated(b.when) && narrow(a.when, b.when);
    return 2 * same_date + same_article;
  }

  void pair(std::vector<Pair> pairs) {
    std::stable_sort(pairs.begin(), pairs.end(), [&](const Pair& a, const Pair& b) {
      return std::tuple(-a.score, known_[a.known].created, known_[a.known].uid) <
             std::tuple(-b.score, known_[b.known].created, known_[b.known].uid);
    });
    for (const auto& p : pairs) {
      if (found_[p.event] || is_taken_[p.known]) continue;
      found_[p.event] = p.known;
      is_taken_[p.known] = true;
    }
  }

  const std::vector<Candidate>& now_;
  const std::vector<KeptEvent>& known_;
  const EventRules& rules_;
  std::vector<std::optional<std::size_t>> found_;
  std::vector<bool> is_taken_;
};

/// What was known goes on as what is: SEQUENCE counts the changes of the slot in the feed, and no time goes back.
KeptEvent continued(const KeptEvent& known, KeptEvent now) {
  now.uid = known.uid;
  const bool is_shown_otherwise = !known.slot.empty() && !now.slot.empty() && known.slot != now.slot;
  now.sequence = known.sequence + (is_shown_otherwise ? 1 : 0);
  if (now.slot.empty()) now.slot = known.slot;
  now.created = known.created;
  now.modified = std::max(known.modified, now.modified);
  now.told = known.told;
  return now;
}

/// A name is never given twice, though an event of now may begin with the sentence that another began with.
std::string unused_uid(std::string uid, const std::map<std::string, KeptEvent>& kept) {
  while (kept.contains(uid)) uid = uid_of(uid);
  return uid;
}

}  // namespace

std::vector<KeptEvent> identify(Timeline& timeline, const std::vector<std::string>& slots,
                                const std::vector<KeptDocument>& documents, std::vector<KeptEvent> known,
                                const EventRules& events) {
  std::map<std::string, std::string> contents;
  for (const auto& d : documents) contents[d.id] = d.content;
  std::vector<Candidate> now;
  for (std::size_t i = 0; i < timeline.events.size(); ++i)
    now.push_back(candidate_of(timeline, timeline.events[i], slots[i], contents));
  const Recognition recognition(now, known, events);
  std::map<std::string, KeptEvent> kept;
  for (auto& event : known) {
    event.now.reset();
    kept[event.uid] = event;
  }
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto before = recognition.known_of(i);
    KeptEvent event = before ? continued(known[*before], now[i].kept) : now[i].kept;
    if (!before) event.uid = unused_uid(event.uid, kept);
    Event& shown = timeline.events[i];
    shown.uid = event.uid;
    shown.sequence = event.sequence;
    shown.created = event.created;
    shown.modified = event.modified;
    kept[event.uid] = std::move(event);
  }
  sort_events(timeline.events);
  std::vector<KeptEvent> out;
  for (auto& [uid, event] : kept) out.push_back(std::move(event));
  return out;
}

}  // namespace dateline
