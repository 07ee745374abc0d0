// Finds what cannot all be right. See include/dateline/check.h; dates.cpp has the network, rivals.cpp what
// makes two events one, rank.cpp whom to believe.
#include "dateline/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/dates.h"
#include "check/join.h"
#include "check/rank.h"
#include "claims/similarity.h"
#include "rules/event_rules.h"

namespace dateline {
namespace {

using date::days;

/// How long a cancellation is remembered against an event that is "on as planned".
constexpr days cancellation_reach{45};
/// How soon an event that was called off without a date is another one when it is held after all.
constexpr days held_reach{21};

using Pairs = std::vector<EventPair>;

bool is_doubt(Remark::Kind kind) {
  return kind == Remark::Kind::weekday || kind == Remark::Kind::no_such_date || kind == Remark::Kind::document_date;
}

/// What a sentence gets wrong by itself; a story that is printed twice counts once.
void add_doubts(Timeline& t) {
  std::set<std::pair<std::string, std::string>> told;
  for (std::size_t c = 0; c < t.claims.size(); ++c)
    for (const auto& remark : t.claims[c].remarks)
      if (is_doubt(remark.kind) && told.emplace(story_of(t.claims[c]), remark.doubt).second)
        t.findings.push_back({name(remark.kind), remark.doubt, ranked({c}, t.claims, {})});
}

bool names_day(const Claim& c) {
  return has_date(c.when) && c.when.granularity <= Granularity::day && c.when.earliest_start;
}
bool same_day_named(const Claim& a, const Claim& b) {
  return names_day(a) && names_day(b) && a.when.earliest_start->day() == b.when.earliest_start->day();
}

// Lengths

int days_of(const When& w) { return static_cast<int>((w.latest_end->day() - w.earliest_start->day()).count()); }
bool is_range(const Claim& c) {
  return is_exact(c.when) && c.when.granularity == Granularity::day && days_of(c.when) > 1;
}
std::string words_of(const Claim& c, Span span) {
  return c.text.substr(span.begin - c.sentence.begin, span.end - span.begin);
}

bool fits(const Remark& length, const Claim& range) {
  return days_of(range.when) >= *length.least && days_of(range.when) <= *length.most;
}

/// Whether the range is that of the event whose length is told: it begins on the same day, or is of the same claim.
bool tells_range_of(const Claim& range, const Claim& length) {
  return is_range(range) && same_day_named(length, range) && same_parties(range, length) &&
         !places_apart(range.place, length.place);
}

/// Adds a finding where the length fits none of the ranges; the first of them is its witness.
void hold_against(Timeline& t, std::size_t length, const Remark& remark, const std::vector<std::size_t>& ranges) {
  if (ranges.empty() ||
      std::any_of(ranges.begin(), ranges.end(), [&](std::size_t r) { return fits(remark, t.claims[r]); }))
    return;
  std::vector<std::size_t> claims{length};
  if (ranges.front() != length) claims.push_back(ranges.front());
  std::sort(claims.begin(), claims.end());
  const Claim& range = t.claims[ranges.front()];
  t.findings.push_back({"duration",
                        fmt::format("“{}”, but {} are {} days", words_of(t.claims[length], remark.words),
                                    in_words(range.when), days_of(range.when)),
                        ranked(claims, t.claims, {})});
}

/// A length against the range of its own sentence, else against those that other reports give.
void add_lengths(Timeline& t, const Pairs& pairs) {
  std::map<std::size_t, std::vector<std::size_t>> ranges;  // by the claim that tells a length
  const auto collect = [&](const Event& one, const Event& two) {
    for (const std::size_t length : one.claims) {
      if (!has(t.claims[length], Remark::Kind::length) || is_range(t.claims[length])) continue;
      for (const std::size_t range : two.claims)
        if (tells_range_of(t.claims[range], t.claims[length])) ranges[length].push_back(range);
    }
  };
  for (const auto& [a, b] : pairs) {
    collect(t.events[a], t.events[b]);
    if (a != b) collect(t.events[b], t.events[a]);
  }
  for (std::size_t c = 0; c < t.claims.size(); ++c)
    for (const auto& remark : t.claims[c].remarks)
      if (remark.kind == Remark::Kind::length)
        hold_against(t, c, remark, is_range(t.claims[c]) ? std::vector{c} : ranges[c]);
}

// Status

bool may_be_same(const Claim& a, const Claim& b) {
  if (a.document.id == b.document.id || !a.document.published || !b.document.published ||
      places_apart(a.place, b.place))
    return false;
  if (!same_parties(a, b)) return false;
  return !has_date(a.when) || !has_date(b.when) || narrow(a.when, b.when).has_value() ||
         std::any_of(a.previous.begin(), a.previous.end(),
                     [&](const When& old) { return narrow(old, b.when).has_value(); });
}

/// Told as held on the day that was called off; or shortly after it was called off without one.
bool held_after_all(const Claim& off, const Claim& held, days later) {
  if (off.status != Status::cancelled || date::abs(later) > cancellation_reach) return false;
  const bool soon = !has_date(off.when) && names_day(held) &&
                    held.when.earliest_start->day() > off.document.published->day() && later <= held_reach;
  return same_day_named(off, held) || soon;
}

/// Called off, and later told as if nothing had been; or told as held, and called off all the same.
bool goes_back(const Claim& off, const Claim& on) {
  if (is_off(on.status) || !may_be_same(off, on)) return false;
  const days later = on.document.published->day() - off.document.published->day();
  if (on.status == Status::held) return held_after_all(off, on, later);
  const auto last = last_possible(on.when);
  const bool unmoved = has(on, Remark::Kind::unchanged) || same_day_named(off, on);
  return later >= days{0} && later <= cancellation_reach && unmoved &&
         (!last || last->day() >= off.document.published->day());
}

/// Some of the reports that it may be on again stands between the two.
bool is_revived(const Timeline& t, const std::vector<std::size_t>& revivals, const Claim& off, const Claim& on) {
  return std::any_of(revivals.begin(), revivals.end(), [&](std::size_t i) {
    const Claim& c = t.claims[i];
    if (*c.document.published < *off.document.published || *on.document.published < *c.document.published) return false;
    return are_among(c.actors, on.actors);
  });
}

std::vector<std::size_t> revivals_of(const Timeline& t) {
  std::vector<std::size_t> revivals;
  for (std::size_t c = 0; c < t.claims.size(); ++c)
    if (has(t.claims[c], Remark::Kind::revived) && !is_off(t.claims[c].status) && !t.claims[c].actors.empty() &&
        t.claims[c].document.published)
      revivals.push_back(c);
  return revivals;
}

/// The first claim of `one` that called it off and the first of `two` that does not know of it.
std::optional<EventPair> status_rivals(const Timeline& t, const std::vector<std::size_t>& revivals, const Event& one,
                                       const Event& two) {
  for (const std::size_t off : one.claims) {
    if (!is_off(t.claims[off].status)) continue;
    for (const std::size_t on : two.claims)
      if (goes_back(t.claims[off], t.claims[on]) && !is_revived(t, revivals, t.claims[off], t.claims[on]))
        return EventPair{off, on};
  }
  return std::nullopt;
}

void add_statuses(Timeline& t, const Pairs& pairs) {
  const auto revivals = revivals_of(t);
  const auto published = [&](std::size_t c) { return to_string(Moment{t.claims[c].document.published->day()}); };
  for (const auto& [a, b] : pairs) {
    auto found = status_rivals(t, revivals, t.events[a], t.events[b]);
    if (!found && a != b) found = status_rivals(t, revivals, t.events[b], t.events[a]);
    if (!found) continue;
    const auto [off, on] = *found;
    t.findings.push_back(
        {"status",
         fmt::format("{}: {} on {}, but {} on {}", t.events[b].title, name(t.claims[off].status), published(off),
                     t.claims[on].status == Status::held ? "held, as reported" : "still on, as reported",
                     published(on)),
         ranked({std::min(off, on), std::max(off, on)}, t.claims, {})});
  }
}

void add_places(Timeline& t, const std::vector<Rivals>& rivals) {
  std::set<std::size_t> told;  // of three places two findings, not three
  for (const auto& [a, b, x, y] : rivals)
    if (told.insert(b).second)
      t.findings.push_back({"place",
                            fmt::format("{}, {}: in {} or in {}", t.events[a].title, in_words(t.claims[x].when),
                                        t.claims[x].place.name, t.claims[y].place.name),
                            ranked({std::min(x, y), std::max(x, y)}, t.claims, {})});
}

/// By the place of their claims, then by kind.
void sort_findings(Timeline& t) {
  const auto claims = [](const Finding& f) {
    std::vector<std::size_t> out;
    for (const auto& e : f.evidence) out.push_back(e.claim);
    return out;
  };
  std::stable_sort(t.findings.begin(), t.findings.end(), [&](const Finding& a, const Finding& b) {
    return std::pair(claims(a), a.kind) < std::pair(claims(b), b.kind);
  });
}

/// An event is in doubt where one of its claims is.
void tell_events(Timeline& t) {
  std::map<std::size_t, std::vector<std::size_t>> by_claim;
  for (std::size_t f = 0; f < t.findings.size(); ++f)
    for (const auto& e : t.findings[f].evidence) by_claim[e.claim].push_back(f);
  for (auto& event : t.events) {
    std::set<std::size_t> findings;
    for (const std::size_t c : event.claims)
      if (const auto found = by_claim.find(c); found != by_claim.end())
        findings.insert(found->second.begin(), found->second.end());
    event.findings.assign(findings.begin(), findings.end());
  }
}

}  // namespace

void check(Timeline& t, const EventRules& events) {
  const Pairs pairs = event_pairs(t, events);
  t.findings.clear();
  add_doubts(t);
  add_lengths(t, pairs);
  auto rivals = date_rivals(t, pairs, events);
  const auto dates = date_findings(t, rivals, events);
  t.findings.insert(t.findings.end(), dates.findings.begin(), dates.findings.end());
  const auto elsewhere = place_rivals(t, pairs, events);
  add_places(t, elsewhere);
  add_statuses(t, pairs);
  sort_findings(t);
  rivals.insert(rivals.end(), elsewhere.begin(), elsewhere.end());
  infer_dates(t, dates.inferences);
  join_rivals(t, rivals);
  tell_events(t);
}

}  // namespace dateline
