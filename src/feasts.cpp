// Feasts by formula. The Islamic dates are those of the tabular civil calendar; the day that is
// announced can differ by one. Tested by the example years in rules/world/feasts.yaml.
#include "feasts.h"

#include <date/islamic.h>

#include <stdexcept>

namespace dateline {
namespace {

std::optional<date::local_days> islamic_day_in(int year, int month, int day) {
  const auto first = *day_of(year, 1, 1);
  const islamic::year start = islamic::year_month_day{islamic::local_days{first}}.year();
  for (int k = 0; k < 2; ++k) {
    const islamic::year_month_day candidate{start + islamic::years{k}, islamic::month{static_cast<unsigned>(month)}, islamic::day{static_cast<unsigned>(day)}};
    const date::local_days found{islamic::local_days{candidate}};
    if (year_number(found) == year) return found;
  }
  return std::nullopt;
}

Feast read_feast(const Tree& body) {
  body.only({"month", "day", "nth", "weekday", "easter", "calendar", "days", "lasts", "year", "examples"});
  Feast f;
  const auto number = [&](const char* key, int otherwise) { const Tree* n = body.find(key); return n ? n->integer() : otherwise; };
  f.month = number("month", 0);
  f.day = number("day", 0);
  f.nth = number("nth", 0);
  f.weekday = number("weekday", 0);
  f.days = number("days", 0);
  f.lasts = number("lasts", 1);
  if (const Tree* year = body.find("year")) f.year = year->integer();
  const std::string easter = body.text_or("easter"), calendar = body.text_or("calendar");
  if (!easter.empty()) f.kind = easter == "orthodox" ? Feast::Kind::orthodox_easter : Feast::Kind::easter;
  else if (calendar == "islamic") f.kind = Feast::Kind::islamic;
  else if (!calendar.empty()) body.at("calendar").fail("no calendar '" + calendar + "'", "known: islamic");
  else if (f.nth != 0) f.kind = Feast::Kind::nth_weekday;
  if (f.kind == Feast::Kind::nth_weekday && (f.weekday < 1 || f.weekday > 7 || f.month < 1 || f.month > 12)) body.fail("an nth weekday needs weekday: 1..7 (Monday is 1) and month: 1..12");
  if (f.kind == Feast::Kind::fixed && (f.month < 1 || f.month > 12 || f.day < 1 || f.day > 31)) body.fail("a feast needs month and day, nth and weekday, easter, or calendar");
  return f;
}

}  // namespace

std::optional<DayRange> Feasts::in_year(const std::string& id, int year) const {
  const Feast& f = by_id_.at(id);
  std::optional<date::local_days> day;
  switch (f.kind) {
    case Feast::Kind::fixed: day = day_of(year, f.month, f.day); break;
    case Feast::Kind::nth_weekday: day = nth_weekday(year, f.month, f.weekday, f.nth); break;
    case Feast::Kind::easter: day = easter(year); break;
    case Feast::Kind::orthodox_easter: day = orthodox_easter(year); break;
    case Feast::Kind::islamic: day = islamic_day_in(year, f.month, f.day); break;
  }
  if (!day) return std::nullopt;
  const auto begin = *day + date::days{f.days};
  return DayRange{begin, begin + date::days{f.lasts}};
}

std::optional<int> Feasts::only_year(const std::string& id) const { return by_id_.at(id).year; }

void Feasts::add(const Tree& file) {
  for (const auto& [id, body] : file.fields) {
    by_id_[id] = read_feast(body);
    const Tree* examples = body.find("examples");
    if (!examples || examples->items.empty()) body.fail("the feast '" + id + "' has no example years", "add examples: [2025-11-27, 2026-11-26]");
    for (const auto& example : examples->items) {
      const auto expected = parse_moment(example.text());
      const auto found = expected ? in_year(id, year_number(expected->day())) : std::nullopt;
      if (!found || found->begin != expected->day()) example.fail("the formula of '" + id + "' gives " + (found ? to_string(Moment{found->begin}) : "no day") + ", not " + example.text());
    }
  }
}

}  // namespace dateline
