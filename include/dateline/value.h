// What a time expression says, before anyone asks which days that are: the algebra of DESIGN.md.
// A Value is made by tag from a rule's value and the words that it captured; resolve turns it into a Dated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Calendar units from fine to coarse. `weekend` is Saturday and Sunday, `half` half a year.
enum class Unit {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century,
  millennium
};

std::optional<Unit> parse_unit(std::string_view);
const char* name(Unit);

/// The calendar fields that the text named, and no others.
struct Partial {
  std::optional<int> year;     ///< astronomical: 0 is 1 BC
  std::optional<int> month;    ///< 1–12
  std::optional<int> day;      ///< of the month, 1–31; may not exist in it
  std::optional<int> weekday;  ///< ISO: 1 is Monday, 7 Sunday
  std::optional<int> week;     ///< ISO week of the year
  std::optional<int> quarter;  ///< 1–4
  std::optional<int> half;     ///< 1–2
  std::optional<int> season;   ///< 1 spring, 2 summer, 3 autumn, 4 winter
  std::optional<int> decade;   ///< 198 is the 1980s; 8 the eighties of a century not named
  std::optional<int> century;  ///< 19 is the 1900s
  std::optional<int> hour;     ///< 0–24
  std::optional<int> minute;   ///< 0–59
  std::optional<int> second;   ///< 0–60
  std::optional<int> offset;   ///< minutes east of UTC
  bool half_unsaid = false;    ///< hour is of one half of the day, nobody said which: "half past four"
  bool short_year = false;     ///< year is two digits, its century not named
  std::string part_of_day;     ///< TIMEX3: MO MI AF EV NI DT
  std::string zone;            ///< of a clock time, by its name in the tz database: "Europe/Kyiv"; `offset` goes first
  int ahead_of_zone =
      0;              ///< minutes by which the clock is ahead of the zone's: "7 p.m. (noon in New York)", or a day less
  std::string feast;  ///< id of a day in rules/world/feasts.yaml

  bool operator==(const Partial&) const = default;
};

/// A node of the algebra. Which members count is said beside each operation.
struct Value {
  enum class Op {
    none,
    number,   ///< number; NaN is an unknown amount ("several"), written X
    word,     ///< word: the name of a unit, part, …
    partial,  ///< partial, within args[0] where there is one
    now,      ///< unit: the publication, seen at that fineness
    then,     ///< unit: the date that the text spoke of last
    event,    ///< the date that the text gives to the event whose name stands behind: "two days after the summit"
    vague,    ///< word: PAST_REF, PRESENT_REF or FUTURE_REF
    this_,    ///< unit, or args[0]: the one that holds today
    last,     ///< unit, or args[0]: the latest that is over or began before today, or before args[1]
    next,     ///< unit, or args[0]: the first that begins after today, or after args[1]
    shift,    ///< args[0] moved by args[1] (a period), number −1 back or +1 ahead
    nth,      ///< the number-th (−1 the last) unit, or args[0], within args[1]
    part,     ///< word (early, mid, late, first_half, second_half) of args[0]
    range,   ///< from args[0] to args[1], both inclusive; number is how many days are named one by one, 0 for a stretch
    period,  ///< a sum of (args: number, word unit)*; a DURATION unless anchored
    before,  ///< args[0] (period) that ends with args[1]: "the past three months"
    after,   ///< args[0] (period) that begins with args[1]: "the coming weeks"
    every,   ///< a SET: args[0] is a period or a partial
  };
  Op op = Op::none;
  double number = 0;
  std::string word;
  std::optional<Unit> unit;
  Partial partial;
  std::vector<Value> args;
  std::string mod;    ///< TIMEX3 mod: APPROX, MORE_THAN, START, …
  std::string type;   ///< forces a TIMEX3 type; empty leaves it to the value
  std::string quant;  ///< of a SET: EVERY, EACH, …
  std::string freq;   ///< of a SET: 2X, …
  std::string style;  ///< "narrative": a time in a story only ("the former king"); "news": not in a story ("soon")

  bool operator==(const Value&) const;
};

}  // namespace dateline
