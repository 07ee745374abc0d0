// What every output shows alike of an event.
// Offers what standing.h says. Tested by tests/write/ical_test.cpp and tests/write/markdown_test.cpp.
#include "claims/standing.h"

#include <algorithm>

#include "base/plain_text.h"
#include "time/when_words.h"

namespace dateline {
namespace {

bool contains(const std::vector<When>& dates, const When& when) {
  return std::find(dates.begin(), dates.end(), when) != dates.end();
}

bool names_it_postponed_to(const Claim* claim, const When& when) {
  return claim->status == Status::postponed && claim->when == when;
}

bool has_new_date(const Timeline& timeline, const Event& event) {
  if (!is_dated(event.when) || contains(event.previous, event.when)) return false;
  if (!event.previous.empty()) return true;
  const auto claims = claims_of(timeline, event);
  return std::any_of(claims.begin(), claims.end(),
                     [&](const Claim* claim) { return names_it_postponed_to(claim, event.when); });
}

bool is_off(const Timeline& timeline, const Event& event) {
  if (event.status == Status::cancelled) return true;
  return event.status == Status::postponed && !has_new_date(timeline, event);
}

bool is_older(const Citation& a, const Citation& b) {
  if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
  if (a.published && a.published->instant() != b.published->instant()) return *a.published < *b.published;
  return a.id < b.id;
}

bool is_newer_publication(const Claim* a, const Claim* b) {
  return a->document.published > b->document.published;  // an unknown one is the oldest
}

// Its own claims, and those of other events that its date follows from.
std::vector<const Claim*> grounds_of(const Timeline& timeline, const Event& event) {
  auto out = claims_of(timeline, event);
  for (std::size_t index : event.inferred_from) {
    const Claim* claim = &timeline.claims.at(index);
    if (std::find(out.begin(), out.end(), claim) == out.end()) out.push_back(claim);
  }
  return out;
}

}  // namespace

bool is_dated(const When& when) { return !edtf(when).empty(); }

bool is_approximate(const When& when) {
  if (window_length(when) == date::days(1)) return false;
  return !is_exact(when) || when.granularity >= Granularity::month;
}

Standing standing_of(const Timeline& timeline, const Event& event) {
  Standing out{event.when, is_off(timeline, event), false};
  out.is_moved = !out.is_off && is_dated(event.when) && !event.previous.empty();
  if (out.is_off && !is_dated(event.when) && !event.previous.empty()) out.when = event.previous.back();
  return out;
}

std::vector<const Claim*> claims_of(const Timeline& timeline, const Event& event) {
  std::vector<const Claim*> out;
  for (std::size_t index : event.claims) out.push_back(&timeline.claims.at(index));
  return out;
}

std::vector<Citation> sources_of(const Timeline& timeline, const Event& event) {
  std::vector<Citation> out;
  for (const Claim* claim : grounds_of(timeline, event)) out.push_back(claim->document);
  std::sort(out.begin(), out.end(), is_older);
  const auto same = [](const Citation& a, const Citation& b) { return a.id == b.id; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

std::vector<std::string> evidence_of(const Timeline& timeline, const Event& event, std::size_t most) {
  auto claims = grounds_of(timeline, event);
  std::stable_sort(claims.begin(), claims.end(), is_newer_publication);
  std::vector<std::string> out;
  for (const Claim* claim : claims) {
    const std::string sentence = one_line(claim->text);
    const bool is_known = std::find(out.begin(), out.end(), sentence) != out.end();
    if (!sentence.empty() && !is_known && out.size() < most) out.push_back(sentence);
  }
  return out;
}

std::string inference_of(const Timeline& timeline, const Event& event) {
  std::vector<std::string> names;
  for (std::size_t index : event.inferred_from)
    if (std::string name = publisher(timeline.claims.at(index).document);
        std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  return names.empty() ? "" : "follows from what " + join(names, " and ") + " say; no source gives it";
}

std::optional<Moment> oldest_publication(const std::vector<Citation>& documents) {
  std::optional<Moment> out;
  for (const Citation& d : documents)
    if (d.published && (!out || *d.published < *out)) out = d.published;
  return out;
}

std::optional<Moment> newest_publication(const std::vector<Citation>& documents) {
  std::optional<Moment> out;
  for (const Citation& d : documents)
    if (d.published && (!out || *d.published > *out)) out = d.published;
  return out;
}

std::string publication_days(const std::vector<Citation>& documents) {
  std::vector<date::local_days> days;  // of each publisher's clock: the oldest article need not be of the first day
  for (const Citation& d : documents)
    if (d.published) days.push_back(d.published->day());
  if (days.empty()) return "";
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  return in_words(exactly({*first, *last + date::days(1)}, Granularity::day));
}

std::string publisher(const Citation& document) {
  return one_line(document.source.empty() ? document.id : document.source);
}

}  // namespace dateline
