// A When as text: EDTF for programs, words for people.
// Offers edtf(), in_words() and when_words.h. Tested by tests/time/time_test.cpp.
#include "time/when_words.h"

#include <locale>

#include "time/zones.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;
using date::year_month_day;

// A calendar unit of whole months: it begins where months since the year 0, modulo `months`, is `phase`.
struct Unit {
  int months = 0;
  int phase = 0;
};

// Seasons are those of the north and of whole months; winter begins in December.
Unit unit_of(Granularity g) {
  switch (g) {
    case Granularity::month:
      return {1, 0};
    case Granularity::quarter:
      return {3, 0};
    case Granularity::season:
      return {3, 2};
    case Granularity::half:
      return {6, 0};
    case Granularity::year:
      return {12, 0};
    case Granularity::decade:
      return {120, 0};
    case Granularity::century:
      return {1200, 0};
    default:
      return {};
  }
}

int year_of(local_days day) { return static_cast<int>(year_month_day{day}.year()); }
int month_of(local_days day) { return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month())); }
int day_of(local_days day) { return static_cast<int>(static_cast<unsigned>(year_month_day{day}.day())); }
bool has_plain_year(local_days day) { return year_of(day) >= 0 && year_of(day) <= 9999; }

bool begins_unit(local_days day, Unit unit) {
  return unit.months > 0 && has_plain_year(day) && day_of(day) == 1 &&
         (year_of(day) * 12 + month_of(day) - 1) % unit.months == unit.phase;
}

// The days of a When, last inclusive; both must be known.
struct Days {
  local_days first;
  local_days last;
};

Days span_of(const When& w) { return {first_possible(w)->day(), last_possible(w)->day()}; }

bool is_whole_unit(const Days& d, Granularity g) {
  const Unit unit = unit_of(g);
  if (!begins_unit(d.first, unit)) return false;
  return local_days{year_month_day{d.first} + date::months(unit.months)} == d.last + days(1);
}

bool has_words(const When& w) { return has_date(w) && (first_possible(w) || last_possible(w)); }

bool has_clock(const When& w) {
  const auto& end = w.earliest_start ? w.earliest_start : w.latest_end;
  return w.granularity <= Granularity::hour && end && end->clock != Clock::day;
}

std::string day_code(local_days day) { return to_string(Moment(day)); }
std::string year_code(local_days day) { return day_code(day).substr(0, 4); }

// ISO 8601-2 puts quarters, seasons and halves where the month stands.
std::string unit_code(local_days first, Granularity g) {
  const int month = month_of(first);
  const std::string year = year_code(first);
  switch (g) {
    case Granularity::month:
      return day_code(first).substr(0, 7);
    case Granularity::quarter:
      return year + '-' + std::to_string(33 + (month - 1) / 3);
    case Granularity::season:
      return year + '-' + std::to_string(20 + month / 3);
    case Granularity::half:
      return year + '-' + std::to_string(40 + (month - 1) / 6);
    case Granularity::decade:
      return year.substr(0, 3) + 'X';
    case Granularity::century:
      return year.substr(0, 2) + "XX";
    default:
      return year;
  }
}

bool is_month_or_year(Granularity g) { return g == Granularity::month || g == Granularity::year; }

// The end of an interval: the month or the year where it begins one, otherwise the day.
std::string point_code(local_days day, Granularity g) {
  return is_month_or_year(g) && begins_unit(day, unit_of(g)) ? unit_code(day, g) : day_code(day);
}

std::string exact_code(const Days& d, Granularity g) {
  if (d.first == d.last) return day_code(d.first);
  const Unit unit = unit_of(g);
  if (is_month_or_year(g) && begins_unit(d.first, unit) && begins_unit(d.last + days(1), unit))
    return unit_code(d.first, g) + '/' + unit_code(d.last, g);
  return day_code(d.first) + '/' + day_code(d.last);
}

std::string clock_code(const When& w) {
  if (first_possible(w) == last_possible(w)) return to_string(*w.earliest_start);
  return to_string(*w.earliest_start) + '/' + to_string(*w.latest_end);
}

std::string english(const char* format, local_days day) { return date::format(std::locale::classic(), format, day); }
std::string month_word(local_days day) { return english("%B", day); }
std::string year_word(local_days day) { return std::to_string(year_of(day)); }

// "21–31 October 2025", "27 October – 2 November 2025"; `close` and `wide` stand between.
std::string range_words(const Days& d, const std::string& close, const std::string& wide) {
  const std::string last = day_in_words(d.last);
  if (d.first == d.last) return last;
  if (year_of(d.first) != year_of(d.last)) return day_in_words(d.first) + wide + last;
  const std::string first = std::to_string(day_of(d.first));
  return month_of(d.first) == month_of(d.last) ? first + close + last : first + ' ' + month_word(d.first) + wide + last;
}

std::string nth(int n) {
  constexpr const char* words[] = {"first", "second", "third", "fourth"};
  return words[n - 1];
}

std::string season_words(local_days first) {
  if (month_of(first) == 12) return "winter " + year_word(first) + "–" + std::to_string(year_of(first) + 1);
  constexpr const char* seasons[] = {"spring", "summer", "autumn"};
  return std::string(seasons[month_of(first) / 3 - 1]) + ' ' + year_word(first);
}

// Empty where the unit has no short name.
std::string unit_words(local_days first, Granularity g) {
  const int month = month_of(first);
  switch (g) {
    case Granularity::month:
      return month_word(first) + ' ' + year_word(first);
    case Granularity::quarter:
      return nth(1 + (month - 1) / 3) + " quarter of " + year_word(first);
    case Granularity::half:
      return nth(1 + (month - 1) / 6) + " half of " + year_word(first);
    case Granularity::season:
      return season_words(first);
    case Granularity::year:
      return year_word(first);
    case Granularity::decade:
      return "the " + year_word(first) + 's';
    default:
      return "";
  }
}

std::string hour_words(const Moment& m) { return to_string(m).substr(to_string(m).find('T') + 1, 5); }

std::string clock_words(const When& w) {
  const Moment begin = *w.earliest_start;
  const Moment end = w.latest_end->on_clock(begin.offset);
  const std::string east = begin.offset.count() == 0 ? "" : offset_text(begin.offset);
  const std::string zone = begin.clock == Clock::utc ? " UTC" + east : " local time";
  const std::string start = day_in_words(begin.day()) + ", " + hour_words(begin);
  if (begin == last_possible(w)->on_clock(begin.offset)) return start + zone;
  if (begin.day() == end.day()) return start + "–" + hour_words(end) + zone;
  return start + " – " + day_in_words(end.day()) + ", " + hour_words(end) + zone;
}

std::string since_words(local_days first, Granularity g) {
  const bool names_unit = is_month_or_year(g) && begins_unit(first, unit_of(g));
  return "since " + (names_unit ? unit_words(first, g) : day_in_words(first));
}

std::string whole_unit_words(const Days& d, Granularity g) { return is_whole_unit(d, g) ? unit_words(d.first, g) : ""; }

std::string closed_words(const When& w) {
  const Days d = span_of(w);
  const std::string unit = whole_unit_words(d, w.granularity);
  if (!unit.empty()) return unit;
  if (is_exact(w) && has_clock(w)) return clock_words(w);
  if (is_exact(w) || d.first == d.last) return range_words(d, "–", " – ");
  return "between " + range_words(d, " and ", " and ");
}

local_days last_day_of_month(local_days day) {
  const year_month_day d{day};
  return local_days{d.year() / d.month() / date::last};
}

// "early", "mid" or "late" where the days are just a third of a month as editors count it; otherwise "".
std::string third_of_month(const Days& d) {
  if (month_of(d.first) != month_of(d.last) || year_of(d.first) != year_of(d.last)) return "";
  if (day_of(d.first) == 1 && day_of(d.last) == 10) return "early";
  if (day_of(d.first) == 11 && day_of(d.last) == 20) return "mid";
  return day_of(d.first) == 21 && d.last == last_day_of_month(d.last) ? "late" : "";
}

std::string deadline_words(local_days last) {
  if (last != last_day_of_month(last)) return "by " + day_in_words(last);
  return "by end of " + (month_of(last) == 12 ? "" : month_word(last) + ' ') + year_word(last);
}

}  // namespace

std::string edtf(const When& w) {
  if (!has_words(w)) return "";
  if (!w.earliest_start) return "[.." + day_code(last_possible(w)->day()) + ']';
  if (!w.latest_end)
    return (has_clock(w) ? to_string(*w.earliest_start) : point_code(w.earliest_start->day(), w.granularity)) + "/..";
  const Days d = span_of(w);
  if (is_whole_unit(d, w.granularity)) return unit_code(d.first, w.granularity);
  if (is_exact(w)) return has_clock(w) ? clock_code(w) : exact_code(d, w.granularity);
  return d.first == d.last ? day_code(d.first) : '[' + day_code(d.first) + ".." + day_code(d.last) + ']';
}

std::string in_words(const When& w) {
  if (!has_words(w)) return "date not given";
  if (!w.earliest_start) return "by " + day_in_words(last_possible(w)->day());
  if (!w.latest_end) return since_words(w.earliest_start->day(), w.granularity);
  return closed_words(w);
}

std::string day_in_words(local_days day) {
  return std::to_string(day_of(day)) + ' ' + month_word(day) + ' ' + year_word(day);
}

std::string month_in_words(date::year_month month) {
  const local_days first{month / 1};
  return month_word(first) + ' ' + year_word(first);
}

std::string short_words(const When& w) {
  if (!has_words(w) || !w.latest_end || is_exact(w)) return in_words(w);
  if (!w.earliest_start) return deadline_words(last_possible(w)->day());
  const Days d = span_of(w);
  const std::string unit = whole_unit_words(d, w.granularity);
  if (!unit.empty()) return unit;
  const std::string third = third_of_month(d);
  return third.empty() ? range_words(d, "–", " – ") : third + ' ' + month_word(d.first) + ' ' + year_word(d.first);
}

std::optional<days> window_length(const When& w) {
  if (!w.earliest_start || !w.latest_end) return {};
  const Days d = span_of(w);
  return d.last - d.first + days(1);
}

}  // namespace dateline
