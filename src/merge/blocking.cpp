// See blocking.h.
#include "merge/blocking.h"

#include <algorithm>
#include <limits>

#include "claims/similarity.h"

namespace dateline {
namespace {

constexpr int any_month = std::numeric_limits<int>::min();
constexpr int most_months = 36;  // what spans more is compared with all

int month_of(date::local_days day) {
  const date::year_month_day d{day};
  return static_cast<int>(d.year()) * 12 + static_cast<int>(static_cast<unsigned>(d.month())) - 1;
}

void add_months(std::vector<int>& months, const std::optional<Moment>& first, const std::optional<Moment>& last) {
  if (!first || !last || month_of(last->day()) - month_of(first->day()) > most_months)
    return months.push_back(any_month);
  for (int m = month_of(first->day()); m <= month_of(last->day()); ++m) months.push_back(m);
}

/// The months in which the event of a claim can lie, those that it had before among them.
std::vector<int> months_of(const Claim& claim) {
  std::vector<int> months;
  const auto& published = claim.document.published;
  if (has_date(claim.when))
    add_months(months, first_possible(claim.when), last_possible(claim.when));
  else if (published && !is_off(claim.status))
    add_months(months, Moment{published->day() - recent_reach}, Moment{published->day() + upcoming_reach});
  else
    months.push_back(any_month);
  if (claim.status == Status::postponed && claim.previous.empty())
    months.push_back(any_month);  // from whichever day it was
  for (const auto& old : claim.previous) add_months(months, first_possible(old), last_possible(old));
  return months;
}

void add_once(std::vector<std::size_t>& groups, std::size_t group) {
  const auto at = std::lower_bound(groups.begin(), groups.end(), group);
  if (at == groups.end() || *at != group) groups.insert(at, group);
}

}  // namespace

void GroupIndex::add(std::size_t group, const Claim& claim) {
  const auto months = months_of(claim);
  for (const auto& actor : claim.actors) {
    add_once(of_actor_[actor.code], group);
    for (const int month : months) add_once(groups_[{actor.code, month}], group);
  }
}

std::vector<std::size_t> GroupIndex::near(const Claim& claim) const {
  std::vector<std::size_t> found;
  const auto take = [&](const auto& map, const auto& key) {
    const auto at = map.find(key);
    if (at != map.end()) found.insert(found.end(), at->second.begin(), at->second.end());
  };
  auto months = months_of(claim);
  const bool all = std::find(months.begin(), months.end(), any_month) != months.end();
  months.push_back(any_month);
  for (const auto& actor : claim.actors) {
    if (all)
      take(of_actor_, actor.code);
    else
      for (const int month : months) take(groups_, std::pair{actor.code, month});
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace dateline
