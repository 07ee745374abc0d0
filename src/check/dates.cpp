// Puts what subjects.cpp has found into the network, the surest claims first, so that the one refused is the one to
// drop. See dates.h.
#include "check/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/rank.h"
#include "check/subjects.h"

namespace dateline {
namespace {

using date::days;

class DateCheck {
 public:
  DateCheck(const Timeline& t, const std::vector<Rivals>& rivals, const EventRules& rules)
      : t_(t), rules_(rules), subjects_(subjects_of(t, rivals, rules)) {}

  DateFindings run() {
    count_contradictions();
    Network network(1 + 2 * subjects_.count);
    for (std::size_t s = 0; s < subjects_.count; ++s) network.add({{last_day(s), first_day(s), 0, Limit::nobody}});
    for (const std::size_t claim : surest_first())
      if (network.add(subjects_.limits.at(claim))) refused(claim, network);
    std::set<std::size_t> ordered;  // events
    for (const auto& [claim, order] : subjects_.orders)
      if (const auto owners = network.add(order))
        blame(claim, *owners, true);
      else
        ordered.insert(subjects_.event_of_claim[claim]);
    std::vector<Inference> inferences;
    for (const std::size_t e : ordered)
      if (auto inference = inferred(e, network)) inferences.push_back(std::move(*inference));
    return {std::move(findings_), std::move(inferences)};
  }

 private:
  static constexpr std::size_t none = Subjects::none;

  // Order of belief

  bool contradict(std::size_t a, std::size_t b) const {
    std::vector<Limit> both = subjects_.limits.at(a);
    both.insert(both.end(), subjects_.limits.at(b).begin(), subjects_.limits.at(b).end());
    both.push_back({last_day(subjects_.of_claim[a]), first_day(subjects_.of_claim[a]), 0, Limit::nobody});
    return !fewest(both).empty();
  }

  /// The copies of one story count once. Claims that say the same of one subject are weighed together: of a story that
  /// a thousand papers print there are few dates.
  void count_contradictions() {
    for (const auto& [claim, limits] : subjects_.limits) by_subject_[subjects_.of_claim[claim]].push_back(claim);
    for (const auto& [subject, claims] : by_subject_) {
      const auto voices = voices_of(claims);
      for (const auto& [of, voice] : voices) {
        std::size_t against = 0;
        for (const auto& [other_of, other] : voices)
          if (may_contradict(voice.front(), other.front()) && contradict(voice.front(), other.front()))
            against += stories_of(other);
        if (against > 0)
          for (const std::size_t claim : voice) contradicted_[claim] = static_cast<int>(against);
      }
    }
  }

  std::map<std::string, std::vector<std::size_t>> voices_of(const std::vector<std::size_t>& claims) const {
    std::map<std::string, std::vector<std::size_t>> voices;
    for (const std::size_t c : claims)
      voices[edtf(t_.claims[c].when) + ' ' +
             (is_age_or_start(t_.claims[c])
                  ? to_string(*t_.claims[c].when.earliest_start) + to_string(*t_.claims[c].when.latest_start)
                  : "")]
          .push_back(c);
    return voices;
  }

  std::size_t stories_of(const std::vector<std::size_t>& claims) const {
    std::set<std::string> stories;
    for (const std::size_t c : claims) stories.insert(story_of(t_.claims[c]));
    return stories.size();
  }

  /// Quick, and true wherever contradict() is.
  bool may_contradict(std::size_t a, std::size_t b) const {
    const When &x = t_.claims[a].when, &y = t_.claims[b].when;
    return a != b && (is_age_or_start(t_.claims[a]) || days_apart(x, y) > days{0});
  }

  int contradicted(std::size_t claim) const { return contradicted_.contains(claim) ? contradicted_.at(claim) : 0; }

  std::vector<std::size_t> surest_first() const {
    std::vector<std::size_t> order;
    for (const auto& [claim, limits] : subjects_.limits) order.push_back(claim);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return is_preferred(t_.claims[a], contradicted(a), t_.claims[b], contradicted(b));
    });
    return order;
  }

  // What follows

  /// The day of an event that an order ties to another. Of one that lasts no longer, "three days before" bounds the
  /// first day from above and the last from below; of one that may last only its start, where both bounds are of it.
  std::optional<Inference> inferred(std::size_t event, const Network& network) const {
    const Event& e = t_.events[event];
    const Point start = first_day(subjects_.of_event[event]);
    const bool lasts = rules_.kinds.at(e.kind).some_days;
    const Point end = network.earliest(start) || lasts ? start : last_day(subjects_.of_event[event]);
    const auto earliest = network.earliest(end), latest = network.latest(start);
    if (!earliest || earliest != latest || is_exact(e.when)) return std::nullopt;
    const Moment day{date::local_days{days{*earliest}}};
    When implied = exactly({day, Moment{day.day() + days{1}}}, Granularity::day);
    if (lasts) implied.earliest_end = implied.latest_end = std::nullopt;
    auto when = narrow(e.when, implied);
    auto claims = network.because(start);
    if (!when || claims.size() < 2) return std::nullopt;
    when->inferred = true;
    return Inference{event, *when, std::move(claims)};
  }

  // Findings

  /// Blames the surest claim that the refused one contradicts by itself; without such, the cycle.
  void refused(std::size_t claim, Network& network) {
    if (reported_.contains(subjects_.of_claim[claim])) return void(refused_.insert(claim));
    std::size_t best = none;
    for (const std::size_t other : by_subject_[subjects_.of_claim[claim]])
      if (!refused_.contains(other) && may_contradict(claim, other) && contradict(claim, other))
        if (best == none || is_preferred(t_.claims[other], contradicted(other), t_.claims[best], contradicted(best)))
          best = other;
    refused_.insert(claim);
    if (best != none)
      report({std::min(claim, best), std::max(claim, best)}, false);
    else if (const auto owners = network.add(subjects_.limits.at(claim)))
      blame(claim, *owners, false);
  }

  void blame(std::size_t claim, const std::vector<std::size_t>& owners, bool order) {
    std::vector<Limit> limits;
    std::set<std::size_t> subjects, all(owners.begin(), owners.end());
    all.insert(claim);
    for (const std::size_t owner : all) {
      if (subjects_.limits.contains(owner))
        limits.insert(limits.end(), subjects_.limits.at(owner).begin(), subjects_.limits.at(owner).end());
      for (const auto& [c, of] : subjects_.orders)
        if (c == owner) limits.insert(limits.end(), of.begin(), of.end());
    }
    for (const auto& l : limits)
      for (const Point p : {l.from, l.to})
        if (p != 0) subjects.insert(subject_at(p));
    for (const std::size_t s : subjects) limits.push_back({last_day(s), first_day(s), 0, Limit::nobody});
    report(fewest(limits), order);
  }

  void report(const std::vector<std::size_t>& claims, bool order) {
    if (claims.empty()) return;
    const bool lasts = is_age_or_start(t_.claims[claims.front()]);
    const bool aged =
        std::any_of(claims.begin(), claims.end(), [&](std::size_t c) { return t_.claims[c].type == ClaimType::age; });
    const char* kind = order ? "order" : lasts && aged ? "ordinal-year" : "dates-disagree";
    if (!order && !reported_.emplace(subjects_.of_claim[claims.back()]).second) return;  // once is enough
    findings_.push_back({kind,
                         order   ? order_message(claims)
                         : lasts ? start_message(claims)
                                 : date_message(claims),
                         ranked(claims, t_.claims, contradicted_)});
  }

  std::string title_of(std::size_t claim) const {
    return subjects_.event_of_claim[claim] == none ? t_.claims[claim].topic
                                                   : t_.events[subjects_.event_of_claim[claim]].title;
  }

  std::string date_message(const std::vector<std::size_t>& claims) const {
    const Claim &a = t_.claims[claims.front()], &b = t_.claims[claims.back()];
    return fmt::format("{}: {} or {}, {} days apart", title_of(claims.front()), in_words(a.when), in_words(b.when),
                       days_apart(a.when, b.when).count());
  }

  std::string start_message(const std::vector<std::size_t>& claims) const {
    std::string message = title_of(claims.front()) + ":";
    for (const std::size_t c : claims) {
      const Claim& claim = t_.claims[c];
      message += fmt::format(
          "{} “{}”{} puts the start between {} and {}", message.back() == ':' ? "" : ", but", claim.expression_text,
          claim.document.published ? " on " + to_string(Moment{claim.document.published->day()}) : "",
          to_string(*claim.when.earliest_start), to_string(*claim.when.latest_start));
    }
    return message;
  }

  std::string order_message(const std::vector<std::size_t>& claims) const {
    std::string dates, said;
    for (const std::size_t c : claims) {
      const Claim& claim = t_.claims[c];
      if (subjects_.limits.contains(c))
        dates += (dates.empty() ? "" : ", ") + title_of(c) + " is " + in_words(claim.when);
      for (const auto& r : claim.remarks)
        if (r.kind == Remark::Kind::order)
          said = claim.text.substr(r.words.begin - claim.sentence.begin, r.words.end - r.words.begin);
    }
    return fmt::format("“{}” cannot be: {}", said, dates);
  }

  const Timeline& t_;
  const EventRules& rules_;
  const Subjects subjects_;
  std::map<std::size_t, std::vector<std::size_t>> by_subject_;  ///< claims with a date
  Contradicted contradicted_;
  std::set<std::size_t> refused_, reported_;
  std::vector<Finding> findings_;
};

}  // namespace

DateFindings date_findings(const Timeline& t, const std::vector<Rivals>& rivals, const EventRules& rules) {
  return DateCheck(t, rivals, rules).run();
}

}  // namespace dateline
