// Feasts by formula. Other calendars are ICU's, which is known here and in zones.cpp: Chinese (astronomical), Hebrew,
// Islamic (Umm al-Qura) and Persian. Tested by tests/time/holidays_test.cpp and the example years in
// rules/world/feasts.yaml.
#include "time/holidays.h"

#include <unicode/calendar.h>

#include <cmath>
#include <memory>

namespace dateline {
namespace {

using date::days;
using date::local_days;

const std::pair<const char*, const char*> icu_names[] = {{"chinese", "en@calendar=chinese"},
                                                         {"hebrew", "en@calendar=hebrew"},
                                                         {"islamic", "en@calendar=islamic-umalqura"},
                                                         {"persian", "en@calendar=persian"}};

const char* icu_name(const std::string& calendar) {
  for (const auto& [name, icu] : icu_names)
    if (calendar == name) return icu;
  return nullptr;
}

UDate to_icu(local_days day) { return static_cast<UDate>(day.time_since_epoch().count()) * U_MILLIS_PER_DAY; }
local_days from_icu(UDate at) { return local_days{days{static_cast<int>(std::floor(at / U_MILLIS_PER_DAY))}}; }

/// One of ICU's calendars, counting whole days in UTC. Made for each question: it is mutable, and rules are shared.
class OtherCalendar {
 public:
  explicit OtherCalendar(const std::string& name)
      : calendar_(
            icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(icu_name(name)), status_)) {}

  /// The year that holds the day, as this calendar counts.
  int year_of(local_days day) {
    calendar_->setTime(to_icu(day), status_);
    return calendar_->get(UCAL_EXTENDED_YEAR, status_);
  }
  /// `month` counts from 1; leap months of the Chinese year are left out.
  local_days day_of(int year, int month, int day) {
    calendar_->clear();
    calendar_->set(UCAL_EXTENDED_YEAR, year);
    calendar_->set(UCAL_MONTH, month - 1);
    calendar_->set(UCAL_IS_LEAP_MONTH, 0);
    calendar_->set(UCAL_DAY_OF_MONTH, day);
    return from_icu(calendar_->getTime(status_));
  }
  /// The day of the month that this day is, from 1.
  int day_of_month(local_days day) {
    calendar_->setTime(to_icu(day), status_);
    return calendar_->get(UCAL_DAY_OF_MONTH, status_);
  }
  int days_in_month(local_days day) {
    calendar_->setTime(to_icu(day), status_);
    return calendar_->getActualMaximum(UCAL_DAY_OF_MONTH, status_);
  }
  /// False where ICU lacks the calendar or refused a date.
  bool works() const { return calendar_ && U_SUCCESS(status_); }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar_;
};

std::optional<DayRange> in_other_calendar(const Feast& f, int year) {
  OtherCalendar calendar(f.calendar);
  if (!calendar.works()) return std::nullopt;
  const int start = calendar.year_of(*day_of(year, 1, 1));
  for (int k = 0; k < 2; ++k) {
    const auto begin = calendar.day_of(start + k, f.month, f.day) + days{f.days};
    if (!calendar.works()) return std::nullopt;
    if (year_number(begin) == year)
      return DayRange{begin, begin + days{f.lasts > 0 ? f.lasts : calendar.days_in_month(begin)}};
  }
  return std::nullopt;
}

/// The first day of a Chinese month is that of the new moon, in the time of Beijing.
std::optional<local_days> new_moon_from(std::optional<local_days> day) {
  OtherCalendar calendar("chinese");
  for (int k = 0; day && calendar.works() && k < 31; ++k, *day += days{1})
    if (calendar.day_of_month(*day) == 1) return day;
  return std::nullopt;
}

Feast::Kind kind_of(const Tree& body, const Feast& f) {
  const std::string easter = body.text_or("easter");
  if (!easter.empty()) return easter == "orthodox" ? Feast::Kind::orthodox_easter : Feast::Kind::easter;
  if (!f.calendar.empty()) return Feast::Kind::calendar;
  if (body.find("new_moon")) return Feast::Kind::new_moon;
  return f.nth != 0 ? Feast::Kind::nth_weekday : Feast::Kind::fixed;
}

/// What a formula lacks, or asks for that is none, is an error where it stands.
void check(const Feast& f, const Tree& body) {
  const bool other = f.kind == Feast::Kind::calendar;
  const bool has_month = f.month >= 1 && f.month <= (other ? 13 : 12), has_day = f.day >= 1 && f.day <= 31;
  const bool by_date = f.kind == Feast::Kind::fixed || f.kind == Feast::Kind::new_moon || other;
  if (other && !icu_name(f.calendar))
    body.at("calendar").fail("no calendar '" + f.calendar + "'", "known: chinese, hebrew, islamic, persian");
  if (f.kind == Feast::Kind::nth_weekday && (f.weekday < 1 || f.weekday > 7 || !has_month))
    body.fail("an nth weekday needs weekday: 1..7 (Monday is 1) and month: 1..12");
  if (by_date && !(has_month && has_day)) body.fail("a feast needs month and day, nth and weekday, or easter");
}

Feast read_feast(const Tree& body) {
  body.only({"month", "day", "nth", "weekday", "easter", "calendar", "new_moon", "days", "lasts", "uncertain", "year",
             "years", "examples"});
  Feast f;
  const auto number = [&](const char* key, int otherwise) {
    const Tree* n = body.find(key);
    return n ? n->integer() : otherwise;
  };
  f.month = number("month", 0);
  f.day = number("day", 0);
  f.nth = number("nth", 0);
  f.weekday = number("weekday", 0);
  f.days = number("days", 0);
  f.whole_year = body.text_or("lasts") == "year";
  f.lasts = body.text_or("lasts") == "month" || f.whole_year ? 0 : number("lasts", 1);
  f.years = number("years", 0);
  f.uncertain = number("uncertain", 0);
  if (const Tree* year = body.find("year")) f.year = year->integer();
  f.calendar = body.text_or("calendar");
  f.kind = kind_of(body, f);
  check(f, body);
  return f;
}

std::optional<local_days> first_day(const Feast& f, int year) {
  switch (f.kind) {
    case Feast::Kind::fixed:
      return day_of(year, f.month, f.day);
    case Feast::Kind::nth_weekday:
      return nth_weekday(year, f.month, f.weekday, f.nth);
    case Feast::Kind::easter:
      return easter(year);
    case Feast::Kind::orthodox_easter:
      return orthodox_easter(year);
    case Feast::Kind::new_moon:
      return new_moon_from(day_of(year, f.month, f.day));
    case Feast::Kind::calendar:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayRange> Feasts::in_year(const std::string& id, int year) const {
  if (!is_reckoned(year)) return std::nullopt;
  const Feast& f = by_id_.at(id);
  if (f.kind == Feast::Kind::calendar) return in_other_calendar(f, year);
  const auto day = first_day(f, year + f.years);
  if (!day) return std::nullopt;
  const auto begin = *day + days{f.days};
  return DayRange{begin, f.whole_year ? shifted(begin, Unit::year, 1) : begin + days{f.lasts}};
}

void Feasts::add(const Tree& file) {
  for (const auto& [id, body] : file.fields) {
    by_id_[id] = read_feast(body);
    bodies_[id] = body;
  }
}

void Feasts::check_examples() const {
  for (const auto& [id, body] : bodies_) {
    const Tree* examples = body.find("examples");
    if (!examples || examples->items.empty())
      body.fail("the feast '" + id + "' has no example years", "add examples: [2025-11-27, 2026-11-26]");
    for (const auto& example : examples->items) {
      const auto expected = parse_moment(example.text());
      const auto found = expected ? in_year(id, year_number(expected->day()) - by_id_.at(id).years) : std::nullopt;
      if (!found || found->begin != expected->day())
        example.fail("the formula of '" + id + "' gives " + (found ? to_string(Moment{found->begin}) : "no day") +
                     ", not " + example.text());
    }
  }
}

}  // namespace dateline
