// Named days by formula: rules/world/feasts.yaml. Tested by the example years in that file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calendar.h"
#include "tree.h"

namespace dateline {

/// One formula: a fixed date, an nth weekday, or days from another day.
struct Feast {
  enum class Kind { fixed, nth_weekday, easter, orthodox_easter, islamic };
  Kind kind = Kind::fixed;
  int month = 0, day = 0, nth = 0, weekday = 0;
  int days = 0;           ///< added to what the formula gives
  int lasts = 1;          ///< days
  std::optional<int> year;  ///< a day that was only once: "9/11"
};

class Feasts {
 public:
  /// Throws Error for an unknown key, and where a formula misses one of its examples.
  void add(const Tree& file);
  bool knows(const std::string& id) const { return by_id_.contains(id); }
  /// The days of the feast in the Gregorian year; nothing where it has none (an Islamic feast can skip a year).
  std::optional<DayRange> in_year(const std::string& id, int year) const;
  /// The year of a day that was only once.
  std::optional<int> only_year(const std::string& id) const;

 private:
  std::map<std::string, Feast> by_id_;
};

}  // namespace dateline
