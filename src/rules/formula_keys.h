// The keys of a rule's `value:`, for formula.cpp and formula_fill.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "dateline/value.h"

namespace dateline {

/// In the order in which they are filled in: what is said of a clock time goes over the time, a zone over both.
enum class FormulaKey : std::uint8_t {
  time,
  year,
  short_year,
  month,
  day,
  weekday,
  week,
  quarter,
  half,
  season,
  decade,
  century,
  hour,
  minute,
  second,
  offset,
  part_of_day,
  feast,
  hour_minute,
  month_day,
  pm,
  zone,
  same_as,
  bc,
  in,
  this_,
  last,
  next,
  back,
  ahead,
  nth,
  part,
  from,
  now,
  then,
  vague,
  amount,
  ending,
  starting,
  every,
  sum,
  product,
  of,
  to,
  each,
  unit,
  lasts,
  mod,
  type,
  quant,
  freq,
  style,
};

inline constexpr std::array<std::string_view, 52> formula_key_names{
    "time",        "year",      "short_year", "month", "day",     "weekday", "week",   "quarter",     "half",
    "season",      "decade",    "century",    "hour",  "minute",  "second",  "offset", "part_of_day", "feast",
    "hour_minute", "month_day", "pm",         "zone",  "same_as", "bc",      "in",     "this",        "last",
    "next",        "back",      "ahead",      "nth",   "part",    "from",    "now",    "then",        "vague",
    "amount",      "ending",    "starting",   "every", "sum",     "product", "of",     "to",          "each",
    "unit",        "lasts",     "mod",        "type",  "quant",   "freq",    "style",
};

constexpr std::string_view name(FormulaKey key) { return formula_key_names[static_cast<std::size_t>(key)]; }
/// The keys of a date's fields; they name no operation.
constexpr bool is_field(FormulaKey key) { return key <= FormulaKey::in; }

/// The field of a Partial that holds the number of a key; null for a key that is none.
constexpr std::optional<int> Partial::*number_field(FormulaKey key) {
  switch (key) {
    case FormulaKey::year:
    case FormulaKey::short_year:
      return &Partial::year;
    case FormulaKey::month:
      return &Partial::month;
    case FormulaKey::day:
      return &Partial::day;
    case FormulaKey::weekday:
      return &Partial::weekday;
    case FormulaKey::week:
      return &Partial::week;
    case FormulaKey::quarter:
      return &Partial::quarter;
    case FormulaKey::half:
      return &Partial::half;
    case FormulaKey::season:
      return &Partial::season;
    case FormulaKey::decade:
      return &Partial::decade;
    case FormulaKey::century:
      return &Partial::century;
    case FormulaKey::hour:
      return &Partial::hour;
    case FormulaKey::minute:
      return &Partial::minute;
    case FormulaKey::second:
      return &Partial::second;
    case FormulaKey::offset:
      return &Partial::offset;
    default:
      return nullptr;
  }
}

/// Whole numbers, both inclusive.
struct NumberRange {
  int least, most;
  constexpr bool holds(double n) const { return n >= least && n <= most; }
};

/// What a rule may say for a key; hour_minute and month_day are written together, 930 and 1225.
constexpr NumberRange range_of(FormulaKey key) {
  constexpr int any = 1'000'000;
  switch (key) {
    case FormulaKey::month:
      return {1, 12};
    case FormulaKey::day:
      return {1, 31};
    case FormulaKey::weekday:
      return {1, 7};
    case FormulaKey::week:
      return {1, 53};
    case FormulaKey::quarter:
    case FormulaKey::season:
      return {1, 4};
    case FormulaKey::half:
      return {1, 2};
    case FormulaKey::hour:
      return {0, 24};
    case FormulaKey::minute:
      return {0, 59};
    case FormulaKey::second:
      return {0, 60};
    case FormulaKey::offset:
      return {-14 * 60, 14 * 60};
    case FormulaKey::hour_minute:
      return {0, 2400};
    case FormulaKey::month_day:
      return {101, 1231};
    default:
      return {-any, any};
  }
}

}  // namespace dateline
