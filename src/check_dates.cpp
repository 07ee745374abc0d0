// Builds the network: a subject is an event, several that are one, or a thing that lasts; it has a first and a last day.
// Claims enter the surest first, so that the one refused is the one to drop. See check_dates.h.
#include "check_dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "check_rank.h"
#include "network.h"

namespace dateline {
namespace {

using date::days;

/// Starts farther apart than this are those of two wars.
constexpr days one_war{1827};
/// How far an event may be that a text calls "the summit": from what it is told beside, or from the publication.
constexpr days nearby{92};

long day_number(const Moment& m) { return m.day().time_since_epoch().count(); }
Point first_day(std::size_t subject) { return 1 + 2 * subject; }
Point last_day(std::size_t subject) { return 2 + 2 * subject; }

bool is_age_or_start(const Claim& c) { return c.rule == "check.age" || c.rule == "check.start"; }

class DateCheck {
 public:
  DateCheck(const Timeline& t, const std::vector<Rivals>& rivals, const EventRules& rules) : t_(t), rules_(rules), subject_of_event_(t.events.size()), subject_of_claim_(t.claims.size(), none), event_of_claim_(t.claims.size(), none) {
    std::iota(subject_of_event_.begin(), subject_of_event_.end(), 0U);
    for (const auto& [a, b, x, y] : rivals) unite(a, b);
    subjects_ = t.events.size();
  }

  DateFindings run() {
    take_events();
    take_topics();
    count_contradictions();
    Network network(1 + 2 * subjects_);
    for (std::size_t s = 0; s < subjects_; ++s) network.add({{last_day(s), first_day(s), 0, Limit::nobody}});
    for (const std::size_t claim : surest_first())
      if (network.add(limits_[claim])) refused(claim, false, network);
    std::set<std::size_t> ordered;  // events
    for (const auto& [claim, order] : orders_)
      if (const auto owners = network.add(order)) blame(claim, *owners, true);
      else ordered.insert(event_of_claim_[claim]);
    std::vector<Inference> inferences;
    for (const std::size_t e : ordered)
      if (auto inference = inferred(e, network)) inferences.push_back(std::move(*inference));
    return {std::move(findings_), std::move(inferences)};
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t root(std::size_t e) const { return subject_of_event_[e] == e ? e : root(subject_of_event_[e]); }
  void unite(std::size_t a, std::size_t b) { subject_of_event_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

  // Limits

  void take_events() {
    for (std::size_t e = 0; e < t_.events.size(); ++e) {
      const Claim* move = last_move(t_.events[e]);
      for (const std::size_t claim : t_.events[e].claims) {
        subject_of_claim_[claim] = root(e);
        event_of_claim_[claim] = e;
        if (holds_still(t_.claims[claim], t_.events[e], move)) limits_[claim] = limits_of(t_.claims[claim], claim, root(e));
      }
    }
    take_orders();
  }

  /// Each by the claim that says it; the other event by its words, in the reading that the order itself makes of them.
  void take_orders() {
    std::map<std::pair<std::string, std::size_t>, std::size_t> by_trigger;
    for (std::size_t c = 0; c < t_.claims.size(); ++c)
      if (!t_.claims[c].trigger.empty()) {
        std::size_t& known = by_trigger.try_emplace({t_.claims[c].document.id, t_.claims[c].trigger.begin}, c).first->second;
        if (t_.claims[c].rule == "check.other") known = c;
      }
    for (std::size_t c = 0; c < t_.claims.size(); ++c)
      for (const auto& remark : t_.claims[c].remarks) {
        if (remark.kind != Remark::Kind::order || subject_of_claim_[c] == none) continue;
        const auto other = by_trigger.find({t_.claims[c].document.id, remark.other.begin});
        const std::size_t subject = other == by_trigger.end() ? none : subject_meant(other->second, c);
        if (subject != none) orders_.emplace_back(c, order_limits(remark, c, subject_of_claim_[c], subject));
      }
  }

  const Claim* last_move(const Event& event) const {
    const auto move = std::find_if(event.claims.rbegin(), event.claims.rend(), [&](std::size_t c) { return is_off(t_.claims[c].status) || !t_.claims[c].previous.empty(); });
    return move == event.claims.rend() ? nullptr : &t_.claims[*move];
  }

  /// A report of a move overrules what was reported before; what was given up is no date.
  static bool holds_still(const Claim& claim, const Event& event, const Claim* move) {
    if (!has_date(claim.when) || claim.when.inferred) return false;
    if (!move) return true;
    return event.status != Status::cancelled && narrow(event.when, claim.when) && claim.status != Status::cancelled && !(move->document.published && claim.document.published && *claim.document.published < *move->document.published);
  }

  static std::vector<Limit> limits_of(const Claim& claim, std::size_t owner, std::size_t subject) {
    std::vector<Limit> limits;
    if (claim.when.earliest_start) limits.push_back({first_day(subject), 0, -day_number(*claim.when.earliest_start), owner});
    if (const auto last = last_possible(claim.when)) limits.push_back({0, last_day(subject), day_number(*last), owner});
    else if (claim.when.latest_start) limits.push_back({0, first_day(subject), day_number(*claim.when.latest_start), owner});
    return limits;
  }

  static std::vector<Limit> order_limits(const Remark& r, std::size_t owner, std::size_t subject, std::size_t other) {
    std::vector<Limit> limits;
    const bool before = r.most && *r.most <= 0;
    if (r.most) limits.push_back({before ? first_day(other) : last_day(other), first_day(subject), *r.most, owner});
    if (r.least) limits.push_back({before ? last_day(subject) : first_day(subject), first_day(other), -*r.least, owner});
    return limits;
  }

  /// The subject that "the summit" stands for: that of its own date, else the one subject of its family and near in time
  /// that has its actors, two of them or one and the place. None where there is no such subject, or several.
  std::size_t subject_meant(std::size_t other, std::size_t teller) {
    const Claim& c = t_.claims[other];
    const std::size_t but = subject_of_claim_[teller];
    if (has_date(c.when) && !c.when.inferred && subject_of_claim_[other] != none) return subject_of_claim_[other] == but ? none : subject_of_claim_[other];
    const std::string& kind = c.kind.empty() ? c.topic : c.kind;
    const std::initializer_list<std::optional<Moment>> around{first_possible(t_.claims[teller].when), c.document.published};
    std::size_t meant = none;
    for (const std::size_t e : events_with(c)) {
      const std::size_t subject = root(e);
      if (subject == but || subject == meant || !rules_.share_family(t_.events[e].kind, kind) || !is_told_of(c, t_.events[e], around)) continue;
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
    if (std::none_of(around.begin(), around.end(), [&](const auto& day) { return day && date::abs(first->day() - day->day()) <= nearby; })) return false;
    long shared = 0;
    for (const auto& actor : c.actors) {
      const auto same = std::find_if(e.actors.begin(), e.actors.end(), [&](const Actor& a) { return a.code == actor.code; });
      if (same == e.actors.end() || (same->is_person && actor.is_person && same->name != actor.name)) return false;
      ++shared;
    }
    const bool in_place = !c.place.name.empty() && (c.place.name == e.place.name || (c.place.country == e.place.country && (c.place.is_whole_country || e.place.is_whole_country)));
    return !places_apart(c.place, e.place) && (shared >= 2 || (in_place && (shared == 1 || c.actors.empty())));
  }

  /// Ages and starts of one thing in one place, unless they lie so far apart that there were two.
  void take_topics() {
    std::map<std::string, std::vector<std::size_t>> topics;
    for (std::size_t c = 0; c < t_.claims.size(); ++c)
      if (is_age_or_start(t_.claims[c])) topics[t_.claims[c].topic].push_back(c);
    for (auto& [topic, claims] : topics) {
      std::sort(claims.begin(), claims.end(), [&](std::size_t a, std::size_t b) { return *t_.claims[a].when.earliest_start < *t_.claims[b].when.earliest_start; });
      Moment latest = *t_.claims[claims.front()].when.latest_start;
      ++subjects_;
      for (const std::size_t c : claims) {
        const When& w = t_.claims[c].when;
        if (w.earliest_start->day() > latest.day() + one_war) ++subjects_;
        latest = std::max(latest, *w.latest_start);
        subject_of_claim_[c] = subjects_ - 1;
        limits_[c] = limits_of(t_.claims[c], c, subjects_ - 1);
      }
    }
  }

  // Order of belief

  bool contradict(std::size_t a, std::size_t b) const {
    std::vector<Limit> both = limits_.at(a);
    both.insert(both.end(), limits_.at(b).begin(), limits_.at(b).end());
    both.push_back({last_day(subject_of_claim_[a]), first_day(subject_of_claim_[a]), 0, Limit::nobody});
    return !fewest(both).empty();
  }

  /// The copies of one story count once. Claims that say the same of one subject are weighed together: of a story that a
  /// thousand papers print there are few dates.
  void count_contradictions() {
    for (const auto& [claim, limits] : limits_) by_subject_[subject_of_claim_[claim]].push_back(claim);
    for (const auto& [subject, claims] : by_subject_) {
      const auto voices = voices_of(claims);
      for (const auto& [of, voice] : voices) {
        std::size_t against = 0;
        for (const auto& [other_of, other] : voices)
          if (may_contradict(voice.front(), other.front()) && contradict(voice.front(), other.front())) against += stories_of(other);
        if (against > 0)
          for (const std::size_t claim : voice) contradicted_[claim] = static_cast<int>(against);
      }
    }
  }

  std::map<std::string, std::vector<std::size_t>> voices_of(const std::vector<std::size_t>& claims) const {
    std::map<std::string, std::vector<std::size_t>> voices;
    for (const std::size_t c : claims) voices[edtf(t_.claims[c].when) + ' ' + (is_age_or_start(t_.claims[c]) ? to_string(*t_.claims[c].when.earliest_start) + to_string(*t_.claims[c].when.latest_start) : "")].push_back(c);
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
    for (const auto& [claim, limits] : limits_) order.push_back(claim);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return is_preferred(t_.claims[a], contradicted(a), t_.claims[b], contradicted(b)); });
    return order;
  }

  // What follows

  /// The day of an event that an order ties to another. Of one that lasts no longer, "three days before" bounds the
  /// first day from above and the last from below; of one that may last only its start, where both bounds are of it.
  std::optional<Inference> inferred(std::size_t event, const Network& network) const {
    const Event& e = t_.events[event];
    const Point start = first_day(root(event));
    const bool lasts = rules_.kinds.at(e.kind).some_days;
    const Point end = network.earliest(start) || lasts ? start : last_day(root(event));
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
  void refused(std::size_t claim, bool order, Network& network) {
    if (reported_.contains(subject_of_claim_[claim])) return void(refused_.insert(claim));
    std::size_t best = none;
    for (const std::size_t other : by_subject_[subject_of_claim_[claim]])
      if (!refused_.contains(other) && may_contradict(claim, other) && contradict(claim, other))
        if (best == none || is_preferred(t_.claims[other], contradicted(other), t_.claims[best], contradicted(best))) best = other;
    refused_.insert(claim);
    if (best != none) report({std::min(claim, best), std::max(claim, best)}, order);
    else if (const auto owners = network.add(limits_[claim])) blame(claim, *owners, order);
  }

  void blame(std::size_t claim, const std::vector<std::size_t>& owners, bool order) {
    std::vector<Limit> limits;
    std::set<std::size_t> subjects, all(owners.begin(), owners.end());
    all.insert(claim);
    for (const std::size_t owner : all) {
      if (limits_.contains(owner)) limits.insert(limits.end(), limits_[owner].begin(), limits_[owner].end());
      for (const auto& [c, of] : orders_)
        if (c == owner) limits.insert(limits.end(), of.begin(), of.end());
    }
    for (const auto& l : limits)
      for (const Point p : {l.from, l.to})
        if (p != 0) subjects.insert((p - 1) / 2);
    for (const std::size_t s : subjects) limits.push_back({last_day(s), first_day(s), 0, Limit::nobody});
    report(fewest(limits), order);
  }

  void report(const std::vector<std::size_t>& claims, bool order) {
    if (claims.empty()) return;
    const bool lasts = is_age_or_start(t_.claims[claims.front()]);
    const bool aged = std::any_of(claims.begin(), claims.end(), [&](std::size_t c) { return t_.claims[c].rule == "check.age"; });
    const char* kind = order ? "order" : lasts && aged ? "ordinal-year" : "dates-disagree";
    if (!order && !reported_.emplace(subject_of_claim_[claims.back()]).second) return;  // once is enough
    findings_.push_back({kind, order ? order_message(claims) : lasts ? start_message(claims) : date_message(claims), ranked(claims, t_.claims, contradicted_)});
  }

  std::string title_of(std::size_t claim) const {
    return event_of_claim_[claim] == none ? t_.claims[claim].topic : t_.events[event_of_claim_[claim]].title;
  }

  std::string date_message(const std::vector<std::size_t>& claims) const {
    const Claim &a = t_.claims[claims.front()], &b = t_.claims[claims.back()];
    return fmt::format("{}: {} or {}, {} days apart", title_of(claims.front()), in_words(a.when), in_words(b.when), days_apart(a.when, b.when).count());
  }

  std::string start_message(const std::vector<std::size_t>& claims) const {
    std::string message = title_of(claims.front()) + ":";
    for (const std::size_t c : claims) {
      const Claim& claim = t_.claims[c];
      message += fmt::format("{} “{}”{} puts the start between {} and {}", message.back() == ':' ? "" : ", but", claim.expression_text, claim.document.published ? " on " + to_string(Moment{claim.document.published->day()}) : "", to_string(*claim.when.earliest_start), to_string(*claim.when.latest_start));
    }
    return message;
  }

  std::string order_message(const std::vector<std::size_t>& claims) const {
    std::string dates, said;
    for (const std::size_t c : claims) {
      const Claim& claim = t_.claims[c];
      if (limits_.contains(c)) dates += (dates.empty() ? "" : ", ") + title_of(c) + " is " + in_words(claim.when);
      for (const auto& r : claim.remarks)
        if (r.kind == Remark::Kind::order) said = claim.text.substr(r.words.begin - claim.sentence.begin, r.words.end - r.words.begin);
    }
    return fmt::format("“{}” cannot be: {}", said, dates);
  }

  const Timeline& t_;
  const EventRules& rules_;
  std::vector<std::size_t> subject_of_event_, subject_of_claim_, event_of_claim_;
  std::map<std::size_t, std::vector<std::size_t>> by_subject_;  ///< claims with a date
  std::map<std::string, std::vector<std::size_t>> by_name_;     ///< events, by actor or place
  std::size_t subjects_ = 0;
  std::map<std::size_t, std::vector<Limit>> limits_;  ///< by claim
  std::vector<std::pair<std::size_t, std::vector<Limit>>> orders_;
  Contradicted contradicted_;
  std::set<std::size_t> refused_, reported_;
  std::vector<Finding> findings_;
};

}  // namespace

DateFindings date_findings(const Timeline& t, const std::vector<Rivals>& rivals, const EventRules& rules) { return DateCheck(t, rivals, rules).run(); }

}  // namespace dateline
