// What comes round: a weekday, a month, a season, a feast. Which turn a text means is chosen by the tense of the
// clause, in a narrative by what the story has reached, and the choice is told in `reason`. Tested by
// tests/resolve/evaluate_test.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "resolve/operations.h"

namespace dateline {

using date::days;
using date::local_days;

std::optional<Occurrence> turn_in_year(const Partial& p, int year, const Feasts& feasts) {
  if (!is_reckoned(year)) return std::nullopt;
  if (!p.feast.empty()) {
    if (!feasts.knows(p.feast)) return std::nullopt;
    const auto found = feasts.in_year(p.feast, year);
    const bool fiscal = feasts.formula(p.feast).whole_year;
    return found ? std::optional(Occurrence{*found, fiscal ? Granularity::year : Granularity::day,
                                            fiscal ? std::optional(year) : std::nullopt})
                 : std::nullopt;
  }
  if (p.month && p.day) {
    const auto found = day_of(year, *p.month, *p.day);
    return found ? std::optional(Occurrence{{*found, *found + days{1}}, Granularity::day}) : std::nullopt;
  }
  if (p.month) return Occurrence{month_of(year, *p.month), Granularity::month};
  if (p.quarter) return Occurrence{quarter_of(year, *p.quarter), Granularity::quarter};
  if (p.half) return Occurrence{half_of(year, *p.half), Granularity::half};
  if (p.season) return Occurrence{season_of(year, *p.season), Granularity::season};
  if (p.week) {
    const auto monday = iso_week_start(year, *p.week);
    return Occurrence{{monday, monday + days{7}}, Granularity::week};
  }
  return std::nullopt;
}

bool comes_yearly(const Partial& p) { return p.month || p.quarter || p.half || p.season || p.week || !p.feast.empty(); }

std::vector<Occurrence> turns_near(const Partial& p, local_days today, const Feasts& feasts) {
  std::vector<Occurrence> turns;
  const auto add = [&](std::optional<Occurrence> turn) {
    if (turn) turns.push_back(*turn);
  };
  if (comes_yearly(p)) {
    for (int k = -9; k <= 9; ++k) add(turn_in_year(p, year_number(today) + k, feasts));
  } else if (p.day) {
    for (int k = -3; k <= 3; ++k) {
      const auto month = shifted(unit_holding(Unit::month, today).begin, Unit::month, k);
      if (const auto day = day_of(year_number(month), month_number(month), *p.day))
        add(Occurrence{{*day, *day + days{1}}, Granularity::day});
    }
  } else if (p.weekday) {
    const auto first = unit_holding(Unit::week, today).begin + days{*p.weekday - 1};
    for (int k = -2; k <= 2; ++k) add(Occurrence{{first + days{7 * k}, first + days{7 * k + 1}}, Granularity::day});
  }
  return turns;
}

Dated of_turn(const Occurrence& turn, const std::string& reason) {
  Dated d =
      dated(turn.days, turn.granularity,
            turn.called ? fmt::format("{:04}", *turn.called) : timex_of(turn.days.begin, turn.granularity), reason);
  const bool several_days = turn.granularity == Granularity::day && turn.days.end - turn.days.begin > days{1};
  if (several_days) d.value += "/" + timex_of(turn.days.end - days{1}, Granularity::day);
  return d;
}

namespace {

long days_apart(const DayRange& range, local_days today) {
  if (today < range.begin) return (range.begin - today).count();
  if (today >= range.end) return (today - range.end).count() + 1;
  return 0;
}

/// News tells more of what was than of what will be: where nothing decides, what is behind counts as nearer, 2 to 3.
constexpr long weight_behind = 2, weight_ahead = 3;

/// The turns, likeliest first, as the tense has it. Weekdays are those of the report unless something is ahead;
/// a quarter that is ahead of a report is rarer than the one that it reports on.
std::vector<Occurrence> ranked(std::vector<Occurrence> turns, const Partial& p, local_days today, Tense tense) {
  const bool weekly = !comes_yearly(p) && !p.day;
  if (tense == Tense::none && weekly) tense = Tense::past;
  if (tense == Tense::present && weekly) tense = Tense::future;
  if (looks_ahead(tense) && p.quarter) tense = Tense::nearest;
  if (tense == Tense::perfect) tense = Tense::past;
  const auto rank = [&](const Occurrence& turn) -> std::pair<int, long> {
    const long apart = days_apart(turn.days, today);
    const bool ahead = turn.days.begin > today, behind = turn.days.end <= today;
    if (tense == Tense::past) return {ahead ? 1 : 0, apart};
    if (looks_ahead(tense)) return {behind ? 1 : 0, apart};
    if (tense == Tense::present) return {0, ahead ? apart : 3 * apart};  // "hosts the summit on December 14" announces
    if (weekly || tense == Tense::nearest) return {0, 2 * apart - (ahead ? 1 : 0)};
    return {0, apart * (ahead ? weight_ahead : weight_behind)};
  };
  std::stable_sort(turns.begin(), turns.end(),
                   [&](const Occurrence& a, const Occurrence& b) { return rank(a) < rank(b); });
  return turns;
}

long months_between(local_days from, local_days to) {
  return 12 * (year_number(to) - year_number(from)) + month_number(to) - month_number(from);
}

/// How far a story steps back without a word: within a paragraph it does, a new paragraph rather goes on.
constexpr int months_back_in_paragraph = 7, months_back_at_paragraph = 3;

/// Whether the turn a year before lies better between what the story has reached and the next date with a year, and
/// most of those that follow: from February 1945 to "the start of July" and then to June 1944 it was July 1944.
bool leads_astray(const Occurrence& turn, const Occurrence& before, const Anchors& anchors) {
  constexpr days much{120};  // stories step back a little all the time
  constexpr days near{366};  // "proclaimed in 1755" leads no story there
  const DayRange reached = days_of(anchors.then->interval);
  const auto way = [&](const Occurrence& t, const DayRange& next) {
    return apart(t.days, reached) + apart(t.days, next);
  };
  const auto shorter = [&](const DayRange& next) {
    return apart(before.days, next) < near && way(before, next) + much < way(turn, next);
  };
  const auto& ahead = anchors.ahead;
  return !ahead.empty() && shorter(ahead.front()) &&
         2 * std::count_if(ahead.begin(), ahead.end(), shorter) > static_cast<long>(ahead.size());
}

/// Whether the turn a year later lies between what the story has reached and the next date with a year, and most of
/// those that follow: from September 1773 to "the end of March" and then to January 1775 it was March 1774.
bool goes_on(const Occurrence& turn, const Occurrence& after, const Anchors& anchors) {
  const DayRange reached = days_of(anchors.then->interval);
  const auto behind = [&](const DayRange& next) { return after.days.end <= next.begin; };
  const auto& ahead = anchors.ahead;
  return turn.days.end <= reached.begin && !ahead.empty() && behind(ahead.front()) &&
         2 * std::count_if(ahead.begin(), ahead.end(), behind) > static_cast<long>(ahead.size());
}

/// The turn that a story means. What was over before ("had met") is the latest that began before the day reached; of
/// days and weekdays it is the first from there on; of what comes yearly that of the year reached, or the next where
/// this would lead too far back.
const Occurrence& next_in_story(const std::vector<Occurrence>& turns, const Partial& p, const Anchors& anchors) {
  const local_days reached = anchors.then->interval.begin->day();
  const bool month_known = anchors.then->granularity <= Granularity::season;
  const auto last =
      std::find_if(turns.rbegin(), turns.rend(), [&](const Occurrence& turn) { return turn.days.begin <= reached; });
  if (anchors.tense == Tense::perfect && month_known && last != turns.rend()) return *last;
  const long back = !month_known ? 11 : anchors.new_paragraph ? months_back_at_paragraph : months_back_in_paragraph;
  const auto fits = [&](const Occurrence& turn) {
    if (!comes_yearly(p)) return turn.days.end > reached;
    return year_number(turn.days.end - days{1}) >= year_number(reached) &&
           months_between(turn.days.begin, reached) <= back;
  };
  const auto found = std::find_if(turns.begin(), turns.end(), fits);
  if (found == turns.end()) return turns.back();
  if (month_known && comes_yearly(p) && std::next(found) != turns.end() && goes_on(*found, *std::next(found), anchors))
    return *std::next(found);
  const bool has_before = month_known && found != turns.begin() && comes_yearly(p);
  return has_before && leads_astray(*found, *std::prev(found), anchors) ? *std::prev(found) : *found;
}

/// A bare year said in passing ("the offensive planned for 1976") does not lead days away that follow the last day of
/// the paragraph within a month.
const Occurrence* soon_after_day(const std::vector<Occurrence>& turns, const Partial& p, const Anchors& anchors) {
  if (!anchors.then_day || !anchors.day_in_paragraph || !p.day || anchors.then->granularity < Granularity::year)
    return nullptr;
  const local_days reached = anchors.then_day->interval.begin->day();
  const auto soon = [&](const Occurrence& turn) {
    return turn.days.begin >= reached && turn.days.begin - reached <= days{31};
  };
  const auto found = std::find_if(turns.begin(), turns.end(), soon);
  return found != turns.end() ? &*found : nullptr;
}

const char* which(Tense tense) {
  return tense == Tense::past || tense == Tense::perfect ? "latest" : looks_ahead(tense) ? "next" : "nearest";
}

/// "Saturday, April 25": the nearest one comes first where the weekday speaks for it and against the likeliest.
void prefer_nearest_on_weekday(std::vector<Occurrence>& turns, int weekday, local_days today) {
  const auto nearer = [&](const Occurrence& a, const Occurrence& b) {
    return days_apart(a.days, today) < days_apart(b.days, today);
  };
  const auto nearest = std::min_element(turns.begin(), turns.end(), nearer);
  const auto fits = [&](const Occurrence& turn) { return weekday_number(turn.days.begin) == weekday; };
  if (fits(*nearest) && !fits(turns.front())) std::rotate(turns.begin(), nearest, nearest + 1);
}

/// Where no tense decides the second nearest is kept as another reading.
Evaluation by_tense(const Partial& p, local_days today, const Context& context, std::vector<Occurrence> turns) {
  const Tense tense = context.anchors.tense;
  turns = ranked(std::move(turns), p, today, tense);
  if (p.weekday && p.day) prefer_nearest_on_weekday(turns, *p.weekday, today);
  const std::string by = tense == Tense::none ? "" : fmt::format(" ({})", name(tense));
  Evaluation e{of_turn(turns[0], fmt::format("the {} one, seen from {}{}", which(tense), to_string(Moment{today}), by)),
               {},
               false};
  const bool decided = tense == Tense::past || tense == Tense::perfect || looks_ahead(tense);
  if (turns.size() > 1 && !decided) e.others.push_back(of_turn(turns[1], "the second nearest"));
  return e;
}

}  // namespace

std::optional<Evaluation> likeliest_turn(const Partial& p, local_days today, const Context& context) {
  auto turns = turns_near(p, today, context.feasts);
  if (turns.empty()) return std::nullopt;
  if (!context.in_story()) return by_tense(p, today, context, std::move(turns));
  const Occurrence* soon = soon_after_day(turns, p, context.anchors);
  return Evaluation{of_turn(soon ? *soon : next_in_story(turns, p, context.anchors),
                            "the story has reached " + context.anchors.then->value),
                    {},
                    false};
}

namespace {

/// Places in a list of turns; −1 is none.
struct Pick {
  long best = -1;
  long other = -1;  ///< what some readers take it for
  const char* other_reason = "the nearest one";
};

long last_before(const std::vector<Occurrence>& turns, local_days today) {
  return std::count_if(turns.begin(), turns.end(), [&](const Occurrence& turn) { return turn.days.end <= today; }) - 1;
}

long first_after(const std::vector<Occurrence>& turns, local_days today) {
  const auto found =
      std::find_if(turns.begin(), turns.end(), [&](const Occurrence& turn) { return turn.days.begin > today; });
  return found == turns.end() ? -1 : found - turns.begin();
}

/// The latest before today; nobody calls yesterday "last Wednesday", so that is the one a week before.
Pick last_turn(const std::vector<Occurrence>& turns, local_days today, bool weekly) {
  const long latest = last_before(turns, today);
  const bool yesterday = weekly && latest > 0 && turns[static_cast<std::size_t>(latest)].days.end == today;
  return yesterday ? Pick{latest - 1, latest, "yesterday"} : Pick{latest};
}

/// "next Friday" is that of next week; the coming one is what others take it for. "next April" is the coming one, and
/// where that is this year's, others take it for next year's.
Pick next_turn(const std::vector<Occurrence>& turns, local_days today, bool weekly) {
  const long first = first_after(turns, today);
  const bool has_another = first >= 0 && first + 1 < static_cast<long>(turns.size());
  if (!has_another) return {first};
  const auto& days = turns[static_cast<std::size_t>(first)].days;
  if (weekly && days.begin < unit_holding(Unit::week, today).end) return {first + 1, first};
  if (!weekly && year_number(days.begin) == year_number(today)) return {first, first + 1, "next year's"};
  return {first};
}

/// That which holds today, else that of this week or year; the one after it where the clause looks ahead and it is
/// over.
Pick this_turn(const std::vector<Occurrence>& turns, local_days today, bool weekly, Tense tense) {
  const auto week = unit_holding(Unit::week, today);
  const auto holds_today = std::find_if(turns.begin(), turns.end(), [&](const Occurrence& turn) {
    return turn.days.begin <= today && today < turn.days.end;
  });
  if (holds_today != turns.end()) return {holds_today - turns.begin()};
  const auto here = [&](const Occurrence& turn) {
    return weekly ? turn.days.begin >= week.begin && turn.days.begin < week.end
                  : year_number(turn.days.begin) == year_number(today);
  };
  const auto found = std::find_if(turns.begin(), turns.end(), here);
  if (found == turns.end()) return {};
  const long index = found - turns.begin();
  if (looks_ahead(tense) && found->days.end <= today && found + 1 != turns.end()) return {index + 1, index};
  return {index};
}

}  // namespace

std::optional<Evaluation> evaluate_turn(Value::Op op, const Partial& p, const Context& context) {
  const auto today = context.today();
  if (!today) return Evaluation{unplaced(underspecified(p)), {}, false};
  if (!has_day(p)) return evaluate_partial(p, std::nullopt, context);
  const auto turns = turns_near(p, *today, context.feasts);
  const bool weekly = !comes_yearly(p) && !p.day, last = op == Value::Op::last, next = op == Value::Op::next;
  const Pick pick = last   ? last_turn(turns, *today, weekly)
                    : next ? next_turn(turns, *today, weekly)
                           : this_turn(turns, *today, weekly, context.anchors.tense);
  if (pick.best < 0) return Evaluation{unplaced(underspecified(p), TimexType::date, "no such turn is near"), {}, false};
  const auto turn_at = [&](long index, const std::string& reason) {
    return of_turn(turns[static_cast<std::size_t>(index)], reason);
  };
  Evaluation e{turn_at(pick.best, fmt::format("{} one, seen from {}",
                                              last   ? "the last"
                                              : next ? "the next"
                                                     : "this",
                                              to_string(Moment{*today}))),
               {},
               false};
  if (pick.other >= 0) e.others.push_back(turn_at(pick.other, pick.other_reason));
  if (has_clock(p)) e.best = on_day(p, e.best);
  return e;
}

}  // namespace dateline
