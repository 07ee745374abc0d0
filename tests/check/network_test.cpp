// A simple temporal network: what it holds, what it refuses, and that it stays as it was when it refuses.
#include "check/network.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

using Owners = std::vector<std::size_t>;

struct Row {
  std::string what;
  std::vector<Limit> limits;  ///< of points 1, 2 and 3
  Owners expected;            ///< empty where all can hold
};

/// Point 1 on the day, said by `owner`.
std::vector<Limit> on(Point p, long day, std::size_t owner) { return {{0, p, day, owner}, {p, 0, -day, owner}}; }

std::vector<Limit> together(std::initializer_list<std::vector<Limit>> parts) {
  std::vector<Limit> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

const std::vector<Row> rows = {
    {"nothing said", {}, {}},
    {"one day", on(1, 30, 0), {}},
    {"the same day twice", together({on(1, 30, 0), on(1, 30, 1)}), {}},
    {"two days", together({on(1, 28, 0), on(1, 30, 1)}), {0, 1}},
    {"a day within a window", together({{{0, 1, 31, 0}, {1, 0, -21, 0}}, on(1, 28, 1)}), {}},
    {"a day outside a window", together({{{0, 1, 31, 0}, {1, 0, -21, 0}}, on(1, 20, 1)}), {0, 1}},
    {"three days before, and so it is", together({on(1, 30, 0), on(2, 27, 1), {{1, 2, -3, 2}, {2, 1, 3, 2}}}), {}},
    {"three days before, but after", together({on(1, 30, 0), on(2, 33, 1), {{1, 2, -3, 2}, {2, 1, 3, 2}}}), {0, 1, 2}},
    {"before one another, no day named", {{1, 2, -1, 0}, {2, 1, -1, 1}}, {0, 1}},
    {"a circle of three", {{1, 2, -1, 0}, {2, 3, -1, 1}, {3, 1, -1, 2}}, {0, 1, 2}},
    {"a chain that fits", {{1, 2, -1, 0}, {2, 3, -1, 1}, {1, 3, -2, 2}}, {}},
    {"who is not to blame is not named", together({on(3, 7, 9), on(1, 28, 0), {{1, 3, 400, 8}}, on(1, 30, 1)}), {0, 1}},
};

TEST_CASE("the network names the fewest who contradict each other") {
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(fewest(row.limits) == row.expected);
    Network network(4);
    CHECK(network.add(row.limits).has_value() == !row.expected.empty());
  }
}

TEST_CASE("without any one of those named the rest can hold") {
  for (const auto& row : rows)
    for (const std::size_t left_out : row.expected) {
      CAPTURE(row.what);
      CAPTURE(left_out);
      auto rest = row.limits;
      std::erase_if(rest, [&](const Limit& l) { return l.owner == left_out; });
      CHECK(fewest(rest).empty());
    }
}

TEST_CASE("the first day of an event is no later than its last") {
  const Limit nature{2, 1, 0, Limit::nobody};  // point 1 the first day, point 2 the last
  CHECK(fewest({nature, {0, 2, 5, 3}, {1, 0, -9, 4}}) == Owners{3, 4});
  CHECK(fewest({nature, {0, 2, 9, 3}, {1, 0, -5, 4}}).empty());
}

TEST_CASE("what is refused leaves no trace") {
  Network network(3);
  REQUIRE_FALSE(network.add(on(1, 30, 0)));
  REQUIRE_FALSE(network.add({{1, 2, 5, 1}, {2, 1, -2, 1}}));
  const auto refused = network.add(together({{{0, 2, 40, 2}}, on(1, 28, 2)}));
  REQUIRE(refused);
  CHECK(*refused == Owners{0, 2});
  CHECK(network.earliest(1) == 30);
  CHECK(network.latest(1) == 30);
  CHECK(network.earliest(2) == 32);
  CHECK(network.latest(2) == 35);
  CHECK_FALSE(network.add(on(2, 33, 3)));
}

TEST_CASE("an open point has no bounds") {
  Network network(2);
  CHECK_FALSE(network.earliest(1));
  CHECK_FALSE(network.latest(1));
  const Point late = network.add_point();
  REQUIRE_FALSE(network.add({{1, late, -3, 0}}));
  CHECK_FALSE(network.latest(late));
  REQUIRE_FALSE(network.add({{0, 1, 10, 1}}));
  CHECK(network.latest(late) == 7);
}

}  // namespace
}  // namespace dateline
