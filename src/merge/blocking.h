// Finds the groups of claims that a claim could join without looking at all of them: those of its actors whose dates
// lie in the same months. Tested by tests/merge/merge_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dateline/claim.h"

namespace dateline {

class GroupIndex {
 public:
  /// Takes note that `group` holds the claim.
  void add(std::size_t group, const Claim&);
  /// The groups that hold a claim of one of its actors which likeness() may not rule out by its date; ascending, each
  /// once.
  std::vector<std::size_t> near(const Claim&) const;

 private:
  /// Groups by actor code and month, counted from year 0; those that no month bounds stand under `any_month`.
  std::map<std::pair<std::string, int>, std::vector<std::size_t>> groups_;
  std::map<std::string, std::vector<std::size_t>> of_actor_;
};

}  // namespace dateline
