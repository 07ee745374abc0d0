// A simple temporal network: points in time, and limits on the days between two of them.
// Takes limits one by one and refuses those that contradict what it holds, naming who is to blame.
// Used by check; tested by tests/check/network_test.cpp, measured by tests/bench/network_bench.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace dateline {

/// A point of the network. 0 is day 0, which everything is counted from.
using Point = std::size_t;

/// `to` is at most `days` days after `from`; a negative number makes it come before.
struct Limit {
  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

  Point from = 0;
  Point to = 0;
  long days = 0;
  std::size_t owner = nobody;  ///< who says so; nobody: it lies in the nature of the points

  bool operator==(const Limit&) const = default;
};

class Network {
 public:
  explicit Network(std::size_t points = 1) : latest_(points), earliest_(points), out_(points), in_(points) {
    latest_[0].days = earliest_[0].days = 0;
  }

  Point add_point();
  /// Takes all the limits, or none: then returns the owners of a cycle that cannot be, sorted, each once.
  /// The work is that of the points whose bounds change.
  std::optional<std::vector<std::size_t>> add(const std::vector<Limit>&);
  /// The owners of the limits that give a point its bounds, sorted, each once.
  std::vector<std::size_t> because(Point) const;
  /// Bounds of a point in days; nothing where open.
  std::optional<long> latest(Point) const;
  std::optional<long> earliest(Point) const;

 private:
  static constexpr long open = 1L << 40;  ///< farther than any date
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The tightest way to a point, and the limit that it ends with.
  struct Bound {
    long days = open;
    std::size_t by = none;
  };
  struct Change {
    std::vector<Bound>* bounds;
    Point point;
    Bound before;
  };

  bool take(std::size_t limit);
  bool tighten(std::vector<Bound>&, Point, Bound);
  bool spread(bool ahead, Point first, Point forbidden);
  void blame_path(const std::vector<Bound>&, Point from, std::vector<std::size_t>& owners) const;
  std::vector<std::size_t> blame(Point) const;
  void undo(std::size_t limits);

  std::vector<Limit> limits_;
  std::vector<Bound> latest_;    ///< days after point 0 at most
  std::vector<Bound> earliest_;  ///< days before point 0 at most: an earliest day with its sign changed
  std::vector<std::vector<std::size_t>> out_, in_;  ///< limits between two points, neither of them 0
  std::vector<Change> changes_;                     ///< since add() began
  Point stuck_ = 0;                                 ///< where a contradiction showed
};

/// The fewest owners whose limits, with those of nobody, contradict each other: none of them can be left out.
/// Empty where all can hold.
std::vector<std::size_t> fewest(const std::vector<Limit>&);

}  // namespace dateline
