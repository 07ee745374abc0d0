// Keeps the shortest way from point 0 to every point and back; a limit that makes a way round shorter than nothing
// contradicts. Point 0 never moves, so a new limit is felt only by the points that are tied to it. See network.h.
#include "check/network.h"

#include <algorithm>
#include <deque>
#include <map>

namespace dateline {

Point Network::add_point() {
  latest_.emplace_back();
  earliest_.emplace_back();
  out_.emplace_back();
  in_.emplace_back();
  return latest_.size() - 1;
}

std::optional<long> Network::latest(Point p) const {
  return latest_[p].days > open / 2 ? std::nullopt : std::optional(latest_[p].days);
}
std::optional<long> Network::earliest(Point p) const {
  return earliest_[p].days > open / 2 ? std::nullopt : std::optional(-earliest_[p].days);
}

std::optional<std::vector<std::size_t>> Network::add(const std::vector<Limit>& limits) {
  changes_.clear();
  const std::size_t before = limits_.size();
  for (const auto& limit : limits) {
    limits_.push_back(limit);
    if (limit.from != 0 && limit.to != 0) {
      out_[limit.from].push_back(limits_.size() - 1);
      in_[limit.to].push_back(limits_.size() - 1);
    }
    if (take(limits_.size() - 1)) continue;
    auto owners = blame(stuck_);
    undo(before);
    return owners;
  }
  return std::nullopt;
}

/// Follows the limit in both directions. False where it contradicts; stuck_ is then on the cycle.
bool Network::take(std::size_t index) {
  const Limit& limit = limits_[index];
  if (tighten(latest_, limit.to, {latest_[limit.from].days + limit.days, index}) && !spread(true, limit.to, limit.from))
    return false;
  if (tighten(earliest_, limit.from, {earliest_[limit.to].days + limit.days, index}) &&
      !spread(false, limit.from, limit.to))
    return false;
  return true;
}

/// A bound that comes from an open one says nothing about day 0, but still keeps two points apart.
bool Network::tighten(std::vector<Bound>& bounds, Point p, Bound bound) {
  if (bound.days >= bounds[p].days) return false;
  changes_.push_back({&bounds, p, bounds[p]});
  bounds[p] = bound;
  return true;
}

/// Tightens whatever hangs on `first`. False where it comes round to `forbidden`, or a latest day falls before the
/// earliest.
bool Network::spread(bool ahead, Point first, Point forbidden) {
  auto& bounds = ahead ? latest_ : earliest_;
  std::deque<Point> waiting{first};
  while (!waiting.empty()) {
    const Point p = waiting.front();
    waiting.pop_front();
    stuck_ = p;
    if (p == forbidden || latest_[p].days + earliest_[p].days < 0) return false;
    for (const std::size_t index : (ahead ? out_ : in_)[p]) {
      const Point next = ahead ? limits_[index].to : limits_[index].from;
      if (tighten(bounds, next, {bounds[p].days + limits_[index].days, index})) waiting.push_back(next);
    }
  }
  return true;
}

/// The owners of the limits on the way back from a point, until it ends at day 0 or comes round.
void Network::blame_path(const std::vector<Bound>& bounds, Point from, std::vector<std::size_t>& owners) const {
  const bool ahead = &bounds == &latest_;
  std::vector<Point> seen;
  for (Point p = from; p != 0 && bounds[p].by != none && std::find(seen.begin(), seen.end(), p) == seen.end();) {
    seen.push_back(p);
    const Limit& limit = limits_[bounds[p].by];
    if (limit.owner != Limit::nobody) owners.push_back(limit.owner);
    p = ahead ? limit.from : limit.to;
  }
}

std::vector<std::size_t> Network::because(Point p) const {
  std::vector<std::size_t> owners;
  blame_path(latest_, p, owners);
  blame_path(earliest_, p, owners);
  std::sort(owners.begin(), owners.end());
  owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
  return owners;
}

std::vector<std::size_t> Network::blame(Point p) const {
  std::vector<std::size_t> owners = because(p);
  const std::size_t last = limits_.back().owner;
  const auto place = std::lower_bound(owners.begin(), owners.end(), last);
  if (last != Limit::nobody && (place == owners.end() || *place != last)) owners.insert(place, last);
  return owners;
}

void Network::undo(std::size_t limits) {
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change)
    (*change->bounds)[change->point] = change->before;
  for (; limits_.size() > limits; limits_.pop_back()) {
    const Limit& last = limits_.back();
    if (last.from == 0 || last.to == 0) continue;
    out_[last.from].pop_back();
    in_[last.to].pop_back();
  }
}

namespace {

/// The limits on points that are numbered without gaps, those of `without` left out.
bool contradict(const std::vector<Limit>& limits, const std::vector<std::size_t>& without) {
  std::map<Point, Point> points{{0, 0}};
  const auto point = [&](Point p) { return points.emplace(p, points.size()).first->second; };
  std::vector<Limit> kept;
  for (const auto& limit : limits)
    if (limit.owner == Limit::nobody || std::find(without.begin(), without.end(), limit.owner) == without.end())
      kept.push_back({point(limit.from), point(limit.to), limit.days, limit.owner});
  return Network(points.size()).add(kept).has_value();
}

}  // namespace

std::vector<std::size_t> fewest(const std::vector<Limit>& limits) {
  std::vector<std::size_t> needed, without;
  if (!contradict(limits, without)) return needed;
  for (const auto& limit : limits)
    if (limit.owner != Limit::nobody) needed.push_back(limit.owner);
  std::sort(needed.begin(), needed.end());
  needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
  for (std::size_t i = needed.size(); i-- > 0;) {
    without.push_back(needed[i]);
    if (contradict(limits, without))
      needed.erase(needed.begin() + static_cast<std::ptrdiff_t>(i));
    else
      without.pop_back();
  }
  return needed;
}

}  // namespace dateline
