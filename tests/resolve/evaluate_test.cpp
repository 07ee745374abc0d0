// The algebra alone: values built by hand, without rules. What words make of them is in resolve_test.cpp.
#include "resolve/evaluate.h"

#include <doctest/doctest.h>

#include <limits>

namespace dateline {
namespace {

using Op = Value::Op;

Value of_partial(const Partial& partial) {
  Value v;
  v.op = Op::partial;
  v.partial = partial;
  return v;
}
Value of_number(double n) {
  Value v;
  v.op = Op::number;
  v.number = n;
  return v;
}
Value of_unit(Op op, Unit unit) {
  Value v;
  v.op = op;
  v.unit = unit;
  return v;
}
Value period(double n, Unit unit) {
  Value v;
  v.op = Op::period;
  v.args = {of_number(n), of_unit(Op::word, unit)};
  return v;
}
Value shift(double n, Unit unit, Op from = Op::now) {
  Value v, anchor;
  anchor.op = from;
  v.op = Op::shift;
  v.number = n < 0 ? -1 : 1;
  v.args = {anchor, period(std::abs(n), unit)};
  return v;
}
Value with_args(Op op, std::vector<Value> args, double number = 0, std::string word = "") {
  Value v;
  v.op = op;
  v.args = std::move(args);
  v.number = number;
  v.word = std::move(word);
  return v;
}
Partial month(int m) {
  Partial p;
  p.month = m;
  return p;
}
Partial month_day(int m, int d) {
  Partial p = month(m);
  p.day = d;
  return p;
}
Partial full(int y, int m, int d) {
  Partial p = month_day(m, d);
  p.year = y;
  return p;
}
Partial year(int y) {
  Partial p;
  p.year = y;
  return p;
}
Partial weekday(int w) {
  Partial p;
  p.weekday = w;
  return p;
}

Anchors at(const char* dct, Tense tense = Tense::none) {
  Anchors a;
  a.dct = parse_moment(dct);
  a.tense = tense;
  return a;
}
Dated evaluated(const Value& v, const Anchors& anchors) { return evaluate(v, anchors, Feasts{})->best; }
std::string shown(const Dated& d) {
  const auto side = [](const std::optional<Moment>& m) { return m ? to_string(*m) : std::string(); };
  return d.value + " " + side(d.interval.begin) + ".." + side(d.interval.end);
}

TEST_CASE("fields that come round, by tense") {
  struct Row {
    Partial fields;
    const char* dct;
    Tense tense;
    const char* value;
  };
  const Row rows[] = {
      {month(4), "2025-10-23", Tense::future, "2026-04"},
      {month(4), "2025-10-23", Tense::past, "2025-04"},
      {month(11), "2025-10-23", Tense::past, "2024-11"},
      {month(10), "2025-10-23", Tense::past, "2025-10"},
      {month(12), "2025-10-23", Tense::none, "2025-12"},
      {month(4), "2025-10-23", Tense::nearest, "2026-04"},
      {month(4), "2025-10-23", Tense::infinitive, "2025-04"},
      {month_day(1, 5), "2025-12-30", Tense::future, "2026-01-05"},
      {month_day(12, 30), "2026-01-04", Tense::past, "2025-12-30"},
      {month_day(10, 23), "2025-10-23", Tense::future, "2025-10-23"},
      {month_day(2, 29), "2025-10-23", Tense::past, "2024-02-29"},
      {month_day(2, 29), "2025-10-23", Tense::future, "2028-02-29"},
      {weekday(4), "2025-10-23", Tense::none, "2025-10-23"},
      {weekday(5), "2025-10-23", Tense::none, "2025-10-17"},
      {weekday(5), "2025-10-23", Tense::future, "2025-10-24"},
      {weekday(1), "2025-10-23", Tense::past, "2025-10-20"},
      {weekday(1), "2025-10-23", Tense::nearest, "2025-10-20"},
      {weekday(7), "2025-10-23", Tense::nearest, "2025-10-26"},
      {weekday(3), "2026-01-01", Tense::past, "2025-12-31"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.dct);
    CAPTURE(row.value);
    CHECK(evaluated(of_partial(row.fields), at(row.dct, row.tense)).value == row.value);
  }
}

TEST_CASE("a day that does not exist is impossible and has no interval") {
  for (const Partial& p : {full(2025, 11, 31), full(2025, 2, 29), month_day(11, 31), full(1900, 2, 29)}) {
    const auto e = evaluate(of_partial(p), at("2025-10-23"), Feasts{});
    CHECK(e->impossible);
    CHECK_FALSE(e->best.interval.begin);
  }
  CHECK(shown(evaluated(of_partial(full(2024, 2, 29)), at("2025-10-23"))) == "2024-02-29 2024-02-29..2024-03-01");
  CHECK(evaluated(of_partial(full(2025, 11, 31)), at("2025-10-23")).value == "2025-11-31");
}

TEST_CASE("a weekday beside a date chooses the nearest year where the likeliest is another day") {
  Partial saturday = month_day(4, 25);
  saturday.weekday = 6;
  CHECK(evaluated(of_partial(saturday), at("1998-04-24", Tense::past)).value ==
        "1998-04-25");  // a Saturday; 1997's is a Friday
  saturday.weekday = 5;
  CHECK(evaluated(of_partial(saturday), at("1998-04-24", Tense::past)).value == "1997-04-25");
  Partial wednesday = month_day(10, 30);
  wednesday.weekday = 3;
  CHECK(evaluated(of_partial(wednesday), at("2025-10-23", Tense::future)).value ==
        "2025-10-30");  // a Thursday: a finding, not another year
}

TEST_CASE("without a publication what leans on it is underspecified") {
  CHECK(shown(evaluated(of_partial(month_day(10, 30)), Anchors{})) == "XXXX-10-30 ..");
  CHECK(shown(evaluated(of_partial(weekday(4)), Anchors{})) == "XXXX-WXX-4 ..");
  CHECK(shown(evaluated(of_unit(Op::now, Unit::day), Anchors{})) == "XXXX-XX-XX ..");
  CHECK(shown(evaluated(shift(-3, Unit::day), Anchors{})) == "XXXX-XX-XX ..");
  CHECK(shown(evaluated(of_partial(full(2025, 10, 30)), Anchors{})) == "2025-10-30 2025-10-30..2025-10-31");
}

TEST_CASE("moves are as fine as the unit that was counted") {
  struct Row {
    double n;
    Unit unit;
    const char* dct;
    const char* shown;
  };
  const Row rows[] = {
      {-3, Unit::day, "2025-10-23", "2025-10-20 2025-10-20..2025-10-21"},
      {-2, Unit::week, "2025-10-23", "2025-W41 2025-10-06..2025-10-13"},
      {-6, Unit::month, "2025-10-23", "2025-04 2025-04-01..2025-05-01"},
      {-1, Unit::year, "2025-10-23", "2024 2024-01-01..2025-01-01"},
      {-1, Unit::decade, "1999-03-12", "1989 1989-01-01..1990-01-01"},
      {1, Unit::month, "2025-01-31", "2025-02 2025-02-01..2025-03-01"},
      {1, Unit::day, "2025-12-31", "2026-01-01 2026-01-01..2026-01-02"},
      {-22, Unit::hour, "2025-10-23T09:00", "2025-10-22T11 2025-10-22T11:00:00..2025-10-22T12:00:00"},
      {-0.5, Unit::year, "2025-10-23", "2025-04 2025-04-01..2025-05-01"},
  };
  for (const auto& row : rows) CHECK(shown(evaluated(shift(row.n, row.unit), at(row.dct))) == row.shown);
}

TEST_CASE("further than years are reckoned no day is told, and no figure comes back as another") {
  struct Row {
    double n;
    Unit unit;
    const char* shown;
  };
  const Row rows[] = {
      {-40'000, Unit::year, "PAST_REF ..2025-10-24"},
      {40'000, Unit::year, "FUTURE_REF 2025-10-23.."},
      {-4294967297, Unit::week, "PAST_REF ..2025-10-24"},
      {1e15, Unit::hour, "FUTURE_REF 2025-10-23.."},
      {-4001, Unit::decade, "PAST_REF ..2025-10-24"},
      {1e300, Unit::second, "FUTURE_REF 2025-10-23.."},
      {-20'000, Unit::year, "BC17976 -17975-01-01..-17974-01-01"},
  };
  for (const auto& row : rows) CHECK(shown(evaluated(shift(row.n, row.unit), at("2025-10-23"))) == row.shown);
  const Value past = with_args(Op::before, {period(40'000, Unit::year), of_unit(Op::now, Unit::day)});
  CHECK(shown(evaluated(past, at("2025-10-23"))) == "P40000Y ..2025-10-24");
  CHECK(shown(evaluated(of_partial(year(-39'999)), at("2025-10-23"))) == "BC40000 ..");
  Value week_of_2025 = with_args(Op::nth, {of_partial(year(2025))}, 4294967297);
  week_of_2025.unit = Unit::week;
  CHECK(shown(evaluated(week_of_2025, at("2025-10-23"))) == "XXXX-XX-XX ..");
}

TEST_CASE("an amount is written without an exponent") {
  const auto value = [](double n) { return evaluated(period(n, Unit::year), at("2025-10-23")).value; };
  CHECK(value(1'500'000) == "P1500000Y");
  CHECK(value(4'294'967'297) == "P4294967297Y");
  CHECK(value(1'234'567.5) == "P1234567.5Y");
  CHECK(value(2.5) == "P2.5Y");
  CHECK(value(1 / 3.0) == "P0.333333Y");
}

TEST_CASE("hours before a publication of which only the day is known leave a window") {
  CHECK(shown(evaluated(shift(-22, Unit::hour), at("2025-10-23"))) ==
        "2025-10-22 2025-10-22T02:00:00..2025-10-23T02:00:00");
}

TEST_CASE("an unknown amount names no date") {
  Value few_days_later = shift(1, Unit::day, Op::then);
  few_days_later.args[1] = period(std::numeric_limits<double>::quiet_NaN(), Unit::day);
  Anchors a = at("2025-10-23");
  a.then = evaluated(of_partial(full(2015, 5, 3)), a);
  CHECK(shown(evaluated(few_days_later, a)) == "FUTURE_REF 2015-05-03..");
  few_days_later.number = -1;
  CHECK(shown(evaluated(few_days_later, a)) == "PAST_REF ..2015-05-03");
  CHECK(evaluated(period(std::numeric_limits<double>::quiet_NaN(), Unit::week), at("2025-10-23")).value == "PXW");
  CHECK(evaluated(period(2.5, Unit::year), at("2025-10-23")).value == "P2.5Y");
  CHECK(evaluated(period(72, Unit::hour), at("2025-10-23")).value == "PT72H");
}

TEST_CASE("moves from what the text spoke of last") {
  Anchors a = at("2025-10-23");
  a.then = evaluated(of_partial(full(2025, 10, 31)), a);
  CHECK(evaluated(shift(1, Unit::day, Op::then), a).value == "2025-11-01");
  CHECK(evaluated(shift(-1, Unit::year, Op::then), a).value == "2024");
  a.then = evaluated(of_partial(month(9)), a);
  CHECK(shown(evaluated(shift(4, Unit::day, Op::then), a)) ==
        "2025-XX-XX 2025-09-05..2025-10-05");  // some day: no one named it
  Partial third;
  third.quarter = 3;
  a.then = evaluated(of_partial(third), a);
  CHECK(evaluated(shift(-1, Unit::year, Op::then), a).value == "2024-Q3");
  CHECK(evaluated(shift(-1, Unit::year, Op::now), a).value == "2024-Q3");
  CHECK(evaluated(shift(1, Unit::day, Op::then), at("2025-10-23")).value ==
        "2025-10-24");  // nothing was said: from the publication
}

TEST_CASE("units around today") {
  CHECK(evaluated(of_unit(Op::last, Unit::week), at("2027-01-05")).value == "2026-W53");
  CHECK(evaluated(of_unit(Op::this_, Unit::week), at("2027-01-03")).value == "2026-W53");
  CHECK(evaluated(of_unit(Op::next, Unit::month), at("2025-12-31")).value == "2026-01");
  CHECK(evaluated(of_unit(Op::last, Unit::month), at("2025-03-31")).value == "2025-02");
  CHECK(evaluated(of_unit(Op::last, Unit::quarter), at("2026-01-02")).value == "2025-Q4");
  CHECK(evaluated(of_unit(Op::then, Unit::quarter), at("1989-10-26")).value == "1989-Q3");
  CHECK(evaluated(of_unit(Op::this_, Unit::weekend), at("2025-10-20", Tense::past)).value ==
        "2025-W42-WE");  // said on a Monday
  CHECK(evaluated(of_unit(Op::this_, Unit::weekend), at("2025-10-20", Tense::future)).value == "2025-W43-WE");
}

TEST_CASE("next April, said in February, may be that of next year") {
  const auto e = evaluate(with_args(Op::next, {of_partial(month(4))}), at("2026-02-10"), Feasts{});
  CHECK(e->best.value == "2026-04");
  REQUIRE(e->others.size() == 1);
  CHECK(e->others[0].value == "2027-04");
  CHECK(e->others[0].reason == "next year's");
}

TEST_CASE("parts, counting and ranges") {
  const auto in = [](const Value& of, const char* word) { return with_args(Op::part, {of}, 0, word); };
  const Value october = of_partial(month(10)), this_year = of_partial(year(2026));
  const Anchors a = at("2025-10-23", Tense::future);
  CHECK(shown(evaluated(in(october, "late"), a)) == "2025-10 2025-10-21..2025-11-01");
  CHECK(shown(evaluated(in(october, "mid"), a)) == "2025-10 2025-10-11..2025-10-21");
  CHECK(shown(evaluated(in(this_year, "early"), a)) == "2026 2026-01-01..2026-05-01");
  CHECK(shown(evaluated(in(this_year, "second_half"), a)) == "2026-H2 2026-07-01..2027-01-01");
  CHECK(shown(evaluated(with_args(Op::range, {of_partial(month_day(12, 30)), of_partial(month_day(1, 2))}), a)) ==
        "2025-12-30/2026-01-02 2025-12-30..2026-01-03");
  CHECK(evaluate(with_args(Op::range, {of_partial(full(2025, 5, 3)), of_partial(full(2025, 5, 1))}), a, Feasts{})
            ->impossible);
  CHECK(evaluated(with_args(Op::nth, {october, of_partial(weekday(5))}, 2), a).value == "2025-10-10");
  CHECK(evaluated(with_args(Op::nth, {october, of_partial(weekday(5))}, -1), a).value == "2025-10-31");
  CHECK(evaluate(with_args(Op::nth, {of_partial(full(2025, 11, 1)), of_partial(weekday(5))}, 1), a, Feasts{})
            ->impossible);
}

TEST_CASE("a week belongs to the month that holds most of it, a weekend to the one that it begins in") {
  const auto month_of = [](int y, int m) {
    Partial p = month(m);
    p.year = y;
    return of_partial(p);
  };
  struct Row {
    Value in;
    Unit unit;
    int n;
    const char* value;
  };
  const Row rows[] = {
      {month_of(2024, 11), Unit::week, 1, "2024-W45"},   // 1 November is a Friday
      {month_of(2025, 12), Unit::week, 1, "2025-W49"},   // 1 December is a Monday
      {month_of(2018, 10), Unit::week, -1, "2018-W43"},  // 31 October is a Wednesday
      {month_of(2018, 10), Unit::week, -2, "2018-W42"},      {of_partial(full(2025, 11, 5)), Unit::week, 1, "2025-W45"},
      {month_of(2025, 9), Unit::weekend, -1, "2025-W39-WE"},  // 30 September is a Tuesday
      {month_of(2025, 11), Unit::weekend, 1, "2025-W44-WE"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.value);
    Value v = with_args(Op::nth, {row.in}, row.n);
    v.unit = row.unit;
    CHECK(evaluated(v, at("2025-10-23")).value == row.value);
  }
}

TEST_CASE("a clock time goes into the part of the day that is named beside it") {
  struct Row {
    const char* part;
    int days_back;
    int hour;
    const char* shown;
  };
  const Row rows[] = {
      {"MO", 0, 10, "2025-10-23T10:00 2025-10-23T10:00:00..2025-10-23T10:01:00"},  // this morning at 10
      {"AF", 0, 3, "2025-10-23T15:00 2025-10-23T15:00:00..2025-10-23T15:01:00"},   // this afternoon at 3
      {"NI", 0, 8, "2025-10-23T20:00 2025-10-23T20:00:00..2025-10-23T20:01:00"},   // tonight at 8
      {"NI", 0, 23, "2025-10-23T23:00 2025-10-23T23:00:00..2025-10-23T23:01:00"},  // tonight at 11 p.m.
      {"NI", 1, 1, "2025-10-23T01:00 2025-10-23T01:00:00..2025-10-23T01:01:00"},   // last night at 1 a.m.
  };
  for (const auto& row : rows) {
    CAPTURE(row.shown);
    Partial part, clock;
    part.part_of_day = row.part;
    clock.hour = row.hour;
    Value in = of_partial(part), v = of_partial(clock);
    in.args = {row.days_back ? shift(-1, Unit::day) : of_unit(Op::now, Unit::day)};
    v.args = {in};
    CHECK(shown(evaluated(v, at("2025-10-23"))) == row.shown);
  }
}

TEST_CASE("ranges of clock times end at the second, past midnight where they must") {
  const auto clock = [](int hour, int minute) {
    Partial p;
    p.hour = hour;
    p.minute = minute;
    return of_partial(p);
  };
  const Anchors a = at("2025-10-23");
  CHECK(shown(evaluated(with_args(Op::range, {clock(9, 30), clock(11, 0)}), a)) ==
        "2025-10-23T09:30/2025-10-23T11:00 2025-10-23T09:30:00..2025-10-23T11:00:00");
  CHECK(shown(evaluated(with_args(Op::range, {clock(21, 0), clock(5, 0)}), a)) ==
        "2025-10-23T21:00/2025-10-24T05:00 2025-10-23T21:00:00..2025-10-24T05:00:00");
  Value friday_at_eight = clock(20, 0);
  friday_at_eight.args = {of_partial(weekday(5))};
  const Value nothing = with_args(Op::range, {friday_at_eight, friday_at_eight});
  CHECK(shown(evaluated(nothing, a)) == "2025-10-17T20:00/2025-10-17T20:00 ..");  // no stretch of time is empty
  CHECK(evaluate(nothing, a, Feasts{})->impossible);
  Value end = clock(11, 0);
  end.partial.offset = -360;
  CHECK(shown(evaluated(with_args(Op::range, {clock(9, 30), end}), a)) ==
        "2025-10-23T09:30-06:00/2025-10-23T11:00-06:00 2025-10-23T15:30:00Z..2025-10-23T17:00:00Z");
}

TEST_CASE("the end of a range follows its start, unless it leans on today") {
  const auto range = [](const Value& from, const Value& to) { return with_args(Op::range, {from, to}); };
  const Anchors a = at("2025-10-23", Tense::past);
  CHECK(evaluated(range(of_partial(full(2025, 10, 20)), of_partial(weekday(5))), a).value == "2025-10-20/2025-10-24");
  CHECK(evaluated(range(of_partial(full(2025, 9, 9)), of_partial(weekday(2))), a).value ==
        "2025-09-09/2025-10-21");  // six weeks ago: to last Tuesday
  CHECK(evaluated(range(with_args(Op::this_, {of_partial(weekday(5))}), with_args(Op::this_, {of_partial(weekday(1))})),
                  a)
            .value == "2025-10-24/2025-10-27");
  CHECK(evaluated(range(shift(-1, Unit::day), shift(1, Unit::day)), a).value == "2025-10-22/2025-10-24");
}

TEST_CASE("a move said as an amount keeps the amount and has the days") {
  Value in_two_weeks = shift(2, Unit::week);
  in_two_weeks.type = "DURATION";
  const Dated d = evaluated(in_two_weeks, at("2025-10-23", Tense::future));
  CHECK(shown(d) == "P2W 2025-11-03..2025-11-10");
  CHECK(d.type == TimexType::duration);
}

TEST_CASE("periods that end or begin with an anchor") {
  const Anchors a = at("2025-10-23");
  CHECK(shown(evaluated(with_args(Op::before, {period(2, Unit::week), of_unit(Op::now, Unit::day)}), a)) ==
        "P2W 2025-10-10..2025-10-24");
  CHECK(shown(evaluated(with_args(Op::after, {period(3, Unit::month), of_unit(Op::now, Unit::day)}), a)) ==
        "P3M 2025-10-23..2026-01-23");
}

TEST_CASE("a story leans on what it has reached") {
  Anchors a = at("2009-12-19", Tense::past);
  a.style = Style::narrative;
  a.then = a.then_day = evaluated(of_partial(full(1916, 11, 20)), at("2009-12-19"));
  struct Row {
    Partial fields;
    bool new_paragraph;
    Tense tense;
    const char* value;
  };
  const Row rows[] = {
      {month(12), false, Tense::past, "1916-12"},
      {month(5), false, Tense::past, "1916-05"},  // back by six months, as a paragraph may
      {month(1), false, Tense::past, "1917-01"},
      {month(5), true, Tense::past, "1917-05"},  // a new paragraph goes on
      {month(9), true, Tense::past, "1916-09"},
      {month_day(11, 20), false, Tense::past, "1916-11-20"},
      {month(12), false, Tense::perfect, "1915-12"},
      {weekday(3), false, Tense::past, "1916-11-22"},  // 20 November 1916 was a Monday
  };
  for (const auto& row : rows) {
    CAPTURE(row.value);
    a.new_paragraph = row.new_paragraph;
    a.tense = row.tense;
    CHECK(evaluated(of_partial(row.fields), a).value == row.value);
  }
  a.tense = Tense::past;
  CHECK(evaluated(of_unit(Op::this_, Unit::year), a).value == "1916");
  CHECK(evaluated(of_unit(Op::now, Unit::day), a).value == "PRESENT_REF");  // "to this day": today is nowadays
}

}  // namespace
}  // namespace dateline
