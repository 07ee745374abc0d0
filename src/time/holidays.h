// Named days by formula: rules/world/feasts.yaml. Tested by tests/time/holidays_test.cpp and the example years in that
// file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "time/calendar.h"
#include "tree/tree.h"

namespace dateline {

/// One formula: a fixed date, an nth weekday, or days from another day.
struct Feast {
  enum class Kind { fixed, nth_weekday, easter, orthodox_easter, calendar, new_moon };
  Kind kind = Kind::fixed;
  std::string calendar;  ///< chinese, hebrew, islamic or persian; empty is Gregorian
  int month = 0,
      day = 0;  ///< of that calendar, from 1; of the Hebrew year from Tishri with Adar I as 6; new_moon: not before
  int nth = 0, weekday = 0;
  int days = 0;             ///< added to what the formula gives
  int lasts = 1;            ///< days; 0 is to the end of its calendar's month
  bool whole_year = false;  ///< lasts a year, and is called by a year: a fiscal year
  int years = 0;            ///< from the year by which it is called to that in which it begins
  int uncertain = 0;        ///< days by which the day that is kept may differ: it is sighted or announced
  std::optional<int> year;  ///< a day that was only once: "9/11"
};

class Feasts {
 public:
  /// Throws Error for an unknown key.
  void add(const Tree& file);
  /// Throws Error for a feast without example years, and where a formula misses one of its examples: of every feast in
  /// every year, which takes a moment.
  void check_examples() const;
  bool knows(const std::string& id) const { return by_id_.contains(id); }
  const Feast& formula(const std::string& id) const { return by_id_.at(id); }
  /// The days of the feast in the Gregorian year; nothing where it has none (an Islamic feast can skip a year).
  /// Of two in one year the first.
  std::optional<DayRange> in_year(const std::string& id, int year) const;

 private:
  std::map<std::string, Feast> by_id_;
  std::map<std::string, Tree> bodies_;
};

}  // namespace dateline
