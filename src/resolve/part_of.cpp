// What lies within another stretch of time: the nth of it, a part of it, and from one date to another.
// Tested by tests/resolve/evaluate_test.cpp.
#include <cmath>

#include "resolve/operations.h"

namespace dateline {

using date::days;
using date::local_days;

namespace {

Evaluation too_few() { return {unplaced("XXXX-XX-XX", TimexType::date, "there are not so many"), {}, true}; }

/// Where the first (ahead) or last unit of the stretch begins. A week belongs to the month or the year that holds most
/// of its days, as in ISO 8601; a day or two lie in the week that holds them.
local_days outermost(Unit unit, bool first, local_days begin, local_days end) {
  const local_days at = unit_holding(unit, first ? begin : end - days{1}).begin;
  if (unit == Unit::weekend && at >= end) return at - days{7};
  if (unit != Unit::week || end - begin < days{7}) return at;
  const local_days thursday = at + days{3};
  return thursday < begin ? at + days{7} : thursday >= end ? at - days{7} : at;
}

Evaluation nth_unit(Unit unit, int n, local_days begin, local_days end, const std::string& why) {
  const local_days day = shifted(outermost(unit, n > 0, begin, end), unit, n > 0 ? n - 1 : n + 1);
  if (day >= end || shifted(day, unit, 1) <= begin) return too_few();
  return {unit_dated(unit, day, why), {}, false};
}

Evaluation nth_weekday_in(int weekday, int n, local_days begin, local_days end, const std::string& why) {
  const local_days last = end - days{1};
  const local_days day = n > 0 ? begin + days{(weekday - weekday_number(begin) + 7) % 7 + 7 * (n - 1)}
                               : last - days{(weekday_number(last) - weekday + 7) % 7 + 7 * (-n - 1)};
  if (day >= end || day < begin) return too_few();
  return {unit_dated(Unit::day, day, why), {}, false};
}

/// "later in 2026", "earlier this year": what of it is ahead of today, or behind it.
Evaluation side_of_today(Evaluation of, bool later, const Context& context) {
  const auto today = context.today();
  Interval& i = of.best.interval;
  if (!today || !i.begin || !i.end) return of;
  const Moment now{*today};
  if (later && *i.begin < now && now < *i.end) i.begin = now;
  if (!later && *i.begin < now && now < *i.end) i.end = Moment{*today + days{1}};
  return of;
}

/// Which of how many pieces a word means. Months are cut by tens of days, what is longer by thirds. "The end" is as
/// long as what is late, and differs from it where something is before it, see Mention::bounded.
struct Piece {
  int from = 0, to = 1, of = 3;
};

Piece piece_named(const std::string& word) {
  if (word == "first_half") return {0, 1, 2};
  if (word == "second_half") return {1, 2, 2};
  if (word == "early") return {0, 1, 3};
  if (word == "early_to_mid") return {0, 2, 3};
  if (word == "mid_to_late") return {1, 3, 3};
  return word == "mid" ? Piece{1, 2, 3} : Piece{2, 3, 3};
}

/// Where the cut-th of `of` pieces begins.
local_days cut(const Dated& d, int number, int of) {
  const local_days begin = d.interval.begin->day(), end = d.interval.end->day();
  if (number == 0 || number == of) return number == 0 ? begin : end;
  if (d.granularity == Granularity::month) return begin + days{of == 2 ? 15 : 10 * number};
  const long length = (end - begin).count();
  if (d.granularity < Granularity::quarter || d.granularity > Granularity::year)
    return begin + days{length * number / of};
  return shifted(begin, Unit::month, std::lround(static_cast<double>(length) / 30.44) * number / of);
}

void narrow_to(const std::string& word, Dated& d) {
  const Piece piece = piece_named(word);
  if (piece.of == 3) d.mod = piece.to == 1 ? "START" : piece.to == 2 ? "MID" : "END";
  if (!d.interval.begin || !d.interval.end) return;
  if (piece.of == 2 && d.granularity == Granularity::year) {
    const DayRange half = half_of(year_number(d.interval.begin->day()), piece.to);
    d = dated(half, Granularity::half, timex_of(half.begin, Granularity::half));
    return;
  }
  if (d.granularity < Granularity::day || d.interval.end->day() - d.interval.begin->day() <= days{1}) return;
  d.interval = {Moment{cut(d, piece.from, piece.of)}, Moment{cut(d, piece.to, piece.of)}};
}

bool is_placed(const std::optional<Evaluation>& e) { return e && e->best.interval.begin && e->best.interval.end; }
bool is_clock(const Value& v) { return v.op == Value::Op::partial && v.partial.hour; }

/// "9:30-11:00 CST": a zone that is said once holds for both.
Value in_zone_of(const Value& end, Value start) {
  if (!is_clock(end) || !is_clock(start) || start.partial.offset || !start.partial.zone.empty()) return start;
  start.partial.offset = end.partial.offset;
  start.partial.zone = end.partial.zone;
  start.partial.ahead_of_zone = end.partial.ahead_of_zone;
  return start;
}

/// A clock time without its day, behind the start of a range: on the same day, or past midnight where that is over.
std::optional<Evaluation> clock_after(const Dated& start, const Value& end, const Context& context, Anchors& store) {
  store.day_in_sentence = false;
  auto e = evaluate_in(end, context);
  if (!is_placed(e) || start.interval.begin->at < e->best.interval.begin->at) return e;
  store.dct = Moment{start.interval.begin->day() + days{1}};
  return evaluate_in(end, context);
}

/// "Thursday to Monday", "this Friday to this Monday": the Monday behind the start, unless that is long ago ("from
/// Sept. 14 to Thursday"). "Yesterday to tomorrow" both lean on today.
bool follows_start(const Value& end, const Dated& start, const std::optional<Moment>& dct) {
  if (is_clock(end) && !end.args.empty()) return follows_start(end.args[0], start, dct);
  const bool bare = end.op == Value::Op::partial && end.args.empty(),
             weekday = bare && end.partial.weekday && !end.partial.day;
  if (weekday && dct && dct->day() - start.interval.begin->day() > days{7}) return false;
  return bare || (end.op == Value::Op::this_ && !end.args.empty());
}

bool names_year(const Value& v) { return v.op == Value::Op::partial && v.partial.year; }

}  // namespace

std::optional<Evaluation> evaluate_nth(const Value& v, const Context& context) {
  if (v.args.empty()) return std::nullopt;
  const auto within = evaluate_in(v.args[0], context);
  if (!is_placed(within)) return Evaluation{unplaced("XXXX-XX-XX"), {}, false};
  const local_days begin = within->best.interval.begin->day(), end = within->best.interval.end->day();
  if (!reaches(begin, v.unit.value_or(Unit::week), v.number)) return too_few();
  const int n = static_cast<int>(v.number);
  const std::string why = "counted within " + within->best.value;
  if (v.unit) return nth_unit(*v.unit, n, begin, end, why);
  if (v.args.size() < 2 || !v.args[1].partial.weekday) return std::nullopt;
  return nth_weekday_in(*v.args[1].partial.weekday, n, begin, end, why);
}

std::optional<Evaluation> evaluate_part(const Value& v, const Context& context) {
  auto of = evaluate_in(v.args[0], context);
  if (!of) return of;
  if (v.word == "earlier" || v.word == "later") return side_of_today(std::move(*of), v.word == "later", context);
  narrow_to(v.word, of->best);
  for (auto& other : of->others) narrow_to(v.word, other);
  return of;
}

namespace {

/// The second end, seen from the first. What names a year at the end gives it to the first, which is then `second`.
std::optional<Evaluation> second_end(const Value& second, const Value& first, const Dated& start, bool year_at_end,
                                     const Context& context) {
  Anchors store;
  const Context beside = context.with_tense(year_at_end ? Tense::past : Tense::future, store);
  store.style = second.op == Value::Op::then ? context.anchors.style : Style::news;
  if (year_at_end)
    store.dct = Moment{start.interval.end->day() - days{1}};
  else if (follows_start(second, start, store.dct))
    store.dct = Moment{start.interval.begin->day()};
  else
    store.tense = context.anchors.tense;
  return is_clock(first) && is_clock(second) && second.args.empty() ? clock_after(start, second, beside, store)
                                                                    : evaluate_in(second, beside);
}

/// The first end. In a story a range that holds what it has reached comes before one that begins later: "fought from
/// October to March", told in March, began in the October before.
std::optional<Evaluation> first_end(const Value& first, const Value& second, bool year_at_end, const Context& context) {
  auto next = evaluate_in(first, context);
  if (!context.in_story() || !is_placed(next)) return next;
  Anchors store;
  const auto reached = context.anchors.then->interval.begin;
  const auto last = evaluate_in(first, context.with_tense(Tense::perfect, store));
  const bool was_before =
      is_placed(last) && last->best.interval.begin->at <= reached->at && reached->at < next->best.interval.begin->at;
  if (!was_before) return next;
  const auto end = second_end(second, first, last->best, year_at_end, context);
  return is_placed(end) && reached->at < end->best.interval.end->at ? last : next;
}

}  // namespace

/// Both ends inclusive, but what lasts from nine to five is over at five. What the second end leaves out it takes from
/// the first, and the first its year from the second.
std::optional<Evaluation> evaluate_range(const Value& v, const Context& context) {
  const bool year_at_end = names_year(v.args[1]) && !names_year(v.args[0]);
  const Value first = in_zone_of(v.args[1], year_at_end ? v.args[1] : v.args[0]),
              &second = year_at_end ? v.args[0] : v.args[1];
  auto a = first_end(first, second, year_at_end, context);
  if (!is_placed(a)) return a;
  auto b = second_end(second, first, a->best, year_at_end, context);
  if (!is_placed(b)) return b;
  if (year_at_end) std::swap(a, b);
  const auto& end = is_clock(first) && is_clock(second) ? b->best.interval.begin : b->best.interval.end;
  if (a->best.interval.begin->at >= end->at)
    return Evaluation{
        unplaced(a->best.value + "/" + b->best.value, TimexType::date, "the range is over when it begins"), {}, true};
  Dated d = b->best;
  d.value = a->best.value + "/" + b->best.value;
  d.interval = {a->best.interval.begin, end};
  d.whole = true;
  d.reason = "from " + a->best.value + " to " + b->best.value;
  return Evaluation{d, {}, a->impossible || b->impossible};
}

}  // namespace dateline
