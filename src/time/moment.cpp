// Moments as text: "2025-10-23", "2025-10-23T09:00:00", "2025-10-24T17:00:00Z", "2025-10-24T17:00:00+09:00".
// Offers to_string(Moment) and parse_moment(). Tested by tests/time/time_test.cpp.
#include <cstdlib>

#include "base/ascii.h"
#include "dateline/time.h"
#include "time/calendar.h"
#include "time/zones.h"

namespace dateline {
namespace {

std::string padded(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string year_text(date::year year) {
  const int number = static_cast<int>(year);
  const char* sign = number < 0 ? "-" : number < 1 || number > 9999 ? "+" : "";
  return sign + padded(std::abs(number), 4);
}

std::string day_text(date::local_days day) {
  const date::year_month_day d{day};
  return year_text(d.year()) + '-' + padded(static_cast<int>(static_cast<unsigned>(d.month())), 2) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(d.day())), 2);
}

std::string time_text(std::chrono::seconds since_midnight) {
  const date::hh_mm_ss<std::chrono::seconds> time{since_midnight};
  return padded(static_cast<int>(time.hours().count()), 2) + ':' + padded(static_cast<int>(time.minutes().count()), 2) +
         ':' + padded(static_cast<int>(time.seconds().count()), 2);
}

// Reads a text from its left; what it cannot take it leaves.
struct Scanner {
  std::string_view rest;

  bool done() const { return rest.empty(); }
  bool next_is_digit() const { return !rest.empty() && ascii::is_digit(rest[0]); }

  bool take(char c) {
    if (rest.empty() || rest[0] != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  int digit() {
    const int value = rest[0] - '0';
    rest.remove_prefix(1);
    return value;
  }
  /// A number of exactly `count` digits and at most `most`.
  std::optional<int> number(int count, int most) {
    int value = 0;
    for (; count > 0; --count) {
      if (!next_is_digit()) return {};
      value = value * 10 + digit();
    }
    return value <= most ? std::optional(value) : std::nullopt;
  }
};

std::optional<int> read_year(Scanner& in) {
  const bool negative = in.take('-');
  if (!negative && !in.take('+')) return in.number(4, 9999);
  std::optional<int> year = in.number(4, 9999);
  if (year && in.next_is_digit()) year = *year * 10 + in.digit();
  if (!year || !is_reckoned(*year)) return {};
  return negative ? -*year : *year;
}

std::optional<date::local_days> read_day(Scanner& in) {
  const auto year = read_year(in);
  if (!year || !in.take('-')) return {};
  const auto month = in.number(2, 12);
  if (!month || !in.take('-')) return {};
  const auto day = in.number(2, 31);
  if (!day) return {};
  const date::year_month_day d{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                               date::day{static_cast<unsigned>(*day)}};
  return d.ok() ? std::optional(date::local_days{d}) : std::nullopt;
}

bool skip_fraction(Scanner& in) {
  if (!in.take('.') && !in.take(',')) return true;
  if (!in.next_is_digit()) return false;
  while (in.next_is_digit()) in.digit();
  return true;
}

std::optional<std::chrono::seconds> read_time(Scanner& in) {
  const auto hour = in.number(2, 23);
  if (!hour || !in.take(':')) return {};
  const auto minute = in.number(2, 59);
  if (!minute) return {};
  std::optional<int> second = 0;
  if (in.take(':')) second = in.number(2, 59);
  if (!second || !skip_fraction(in)) return {};
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

// East of Greenwich: "Z", "+02:00", "-0430", "+02".
std::optional<std::chrono::minutes> read_offset(Scanner& in) {
  if (in.take('Z')) return std::chrono::minutes(0);
  const bool west = in.take('-');
  if (!west && !in.take('+')) return {};
  const auto hours = in.number(2, 23);
  if (!hours) return {};
  std::optional<int> minutes = 0;
  if (in.take(':') || in.next_is_digit()) minutes = in.number(2, 59);
  if (!minutes) return {};
  const auto offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  return west ? -offset : offset;
}

}  // namespace

std::string to_string(const Moment& moment) {
  const std::string day = day_text(moment.day());
  if (moment.clock == Clock::day) return day;
  const std::string zone = moment.clock == Clock::utc ? offset_text(moment.offset) : "";
  return day + 'T' + time_text(moment.at - date::local_seconds{moment.day()}) + zone;
}

std::optional<Moment> parse_moment(std::string_view text) {
  Scanner in{text};
  const auto day = read_day(in);
  if (!day) return {};
  if (in.done()) return Moment(*day);
  if (!in.take('T') && !in.take(' ')) return {};
  const auto time = read_time(in);
  if (!time) return {};
  const date::local_seconds at = date::local_seconds{*day} + *time;
  if (in.done()) return Moment(at, Clock::local);
  const auto offset = read_offset(in);
  if (!offset || !in.done()) return {};
  return Moment(at, Clock::utc, *offset);
}

}  // namespace dateline
