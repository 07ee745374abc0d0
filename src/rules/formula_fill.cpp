// Fills in what a match captured: Formula + captured words → Value. See formula.h.
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "rules/formula.h"
#include "time/zones.h"

namespace dateline {
namespace {

using Key = FormulaKey;

constexpr double largest_field = 1e6;  // no year, day or hour is larger; what is would come back as another number

/// Names ("spring", "Monday", "the third quarter"): what is none of them says nothing. A day or an hour that a text
/// gets wrong is kept, to be told.
constexpr bool is_name(Key key) {
  return key == Key::weekday || key == Key::quarter || key == Key::half || key == Key::season;
}

class Filler {
 public:
  explicit Filler(const std::vector<std::optional<Value>>& captured) : captured_(captured) {}

  Value fill(const Formula& f) const {
    switch (f.kind) {
      case Formula::Kind::number:
        return number_value(f.number);
      case Formula::Kind::word:
        return word_value(f.word);
      case Formula::Kind::capture:
        return captured_[static_cast<std::size_t>(f.capture)].value_or(Value{});
      case Formula::Kind::list:
        return list(f);
      case Formula::Kind::map:
        return decorated(f, map(f));
      case Formula::Kind::none:
        break;
    }
    return {};
  }

 private:
  static void set_half_of_day(const Value& pm, Partial& p) {
    p.half_unsaid = pm.op != Value::Op::number && *p.hour >= 1 && *p.hour < 12;
    if (pm.op == Value::Op::number && *p.hour <= 12) p.hour = *p.hour % 12 + 12 * static_cast<int>(pm.number);
  }

  const Formula* part(const Formula& f, Key key) const {
    for (const auto& [name, value] : f.parts)
      if (name == key) return &value;
    return nullptr;
  }
  Value filled(const Formula& f, Key key) const {
    const Formula* p = part(f, key);
    return p ? fill(*p) : Value{};
  }
  /// The same without a copy of what was captured; `store` must outlive it.
  const Value& seen(const Formula& f, Value& store) const {
    const bool captured = f.kind == Formula::Kind::capture && captured_[static_cast<std::size_t>(f.capture)];
    return captured ? *captured_[static_cast<std::size_t>(f.capture)] : store = fill(f);
  }

  /// Several periods are one: "two years and six months". Of other values the first that was captured counts.
  Value list(const Formula& f) const {
    Value sum;
    for (const auto& item : f.items) {
      Value v = fill(item);
      if (v.op == Value::Op::none) continue;
      if (sum.op == Value::Op::none)
        sum = std::move(v);
      else if (sum.op == Value::Op::period && v.op == Value::Op::period)
        sum.args.insert(sum.args.end(), v.args.begin(), v.args.end());
    }
    return sum;
  }

  Value decorated(const Formula& f, Value v) const {
    if (v.op == Value::Op::none) return v;
    for (auto said = f.parts.rbegin(); said != f.parts.rend() && said->key >= Key::mod; ++said)
      decorate(v, said->key, fill(said->value));
    return v;
  }

  static void decorate(Value& v, Key key, const Value& said) {
    if (key == Key::freq && said.op == Value::Op::number && !std::isnan(said.number))
      v.freq = std::to_string(std::lround(said.number)) + "X";
    if (said.op != Value::Op::word) return;
    if (key == Key::mod) v.mod = said.word;
    if (key == Key::type) v.type = said.word;
    if (key == Key::quant) v.quant = said.word;
    if (key == Key::freq) v.freq = said.word;
    if (key == Key::style) v.style = said.word;
  }

  Value map(const Formula& f) const {
    Value v;
    v.op = f.op;
    switch (f.op) {
      case Value::Op::partial:
        return partial(f);
      case Value::Op::this_:
        return unit_or_value(v, filled(f, Key::this_));
      case Value::Op::last:
      case Value::Op::next:
        return seen_from(unit_or_value(v, filled(f, f.op == Value::Op::last ? Key::last : Key::next)), f);
      case Value::Op::now:
      case Value::Op::then:
        return unit_or_value(v, filled(f, f.op == Value::Op::now ? Key::now : Key::then));
      case Value::Op::every:
        return unit_or_value(v, filled(f, Key::every));
      case Value::Op::vague:
        v.word = filled(f, Key::vague).word;
        return v;
      case Value::Op::shift:
        return shift(f);
      case Value::Op::nth:
        return nth(f);
      case Value::Op::part:
        return with(v, {filled(f, Key::of)}, filled(f, Key::part).word);
      case Value::Op::range:
        v.number = filled(f, Key::each).number;
        return with(v, {filled(f, Key::from), filled(f, Key::to)});
      case Value::Op::before:
        return with(v, {filled(f, Key::lasts), filled(f, Key::ending)});
      case Value::Op::after:
        return with(v, {filled(f, Key::lasts), filled(f, Key::starting)});
      case Value::Op::period:
        return period(f);
      case Value::Op::number:
        return arithmetic(f);
      case Value::Op::none:
      case Value::Op::event:
      case Value::Op::word:
        break;
    }
    return {};
  }

  /// None where an argument is missing.
  static Value with(Value v, std::vector<Value> args, std::string word = "") {
    if (std::any_of(args.begin(), args.end(), [](const Value& a) { return a.op == Value::Op::none; })) return {};
    v.args = std::move(args);
    v.word = std::move(word);
    return v;
  }

  static Value unit_or_value(Value v, Value argument) {
    if (argument.op == Value::Op::none) return {};
    v.unit = argument.unit;
    if (!v.unit || argument.op != Value::Op::word) v.args.push_back(std::move(argument));
    return v;
  }

  static Value anchor(Value::Op op) {
    Value v;
    v.op = op;
    return v;
  }

  /// What `from:` says, where the words now, then and event are anchors.
  Value start(const Formula& f) const {
    Value from = filled(f, Key::from);
    if (from.op != Value::Op::word) return from;
    for (const auto& [word, op] :
         {std::pair("now", Value::Op::now), std::pair("then", Value::Op::then), std::pair("event", Value::Op::event)})
      if (from.word == word) return anchor(op);
    return from;
  }

  Value seen_from(Value turn, const Formula& f) const {
    if (Value from = start(f); from.op != Value::Op::none && !turn.args.empty()) turn.args.push_back(std::move(from));
    return turn;
  }

  Value shift(const Formula& f) const {
    const bool back = part(f, Key::back) != nullptr;
    Value by = filled(f, back ? Key::back : Key::ahead);
    if (by.op == Value::Op::none) return {};
    Value from = start(f);
    if (from.op == Value::Op::none) from.op = Value::Op::now;
    Value v;
    v.op = Value::Op::shift;
    v.number = back ? -1 : 1;
    v.args = {std::move(from), std::move(by)};
    return v;
  }

  Value nth(const Formula& f) const {
    Value v;
    v.op = Value::Op::nth;
    v.number = filled(f, Key::nth).number;
    Value of = filled(f, Key::of), in = filled(f, Key::in);
    if (of.op == Value::Op::none) return {};
    v.unit = of.op == Value::Op::word ? of.unit : std::nullopt;
    v.args.push_back(std::move(in));
    if (!v.unit) v.args.push_back(std::move(of));
    return v;
  }

  Value period(const Formula& f) const {
    const Value amount = filled(f, Key::amount), unit = filled(f, Key::unit);
    if (!unit.unit || amount.op != Value::Op::number) return {};
    Value v;
    v.op = Value::Op::period;
    v.args = {amount, unit};
    return v;
  }

  Value arithmetic(const Formula& f) const {
    const bool sum = part(f, Key::sum) != nullptr;
    double total = sum ? 0 : 1;
    for (const auto& item : part(f, sum ? Key::sum : Key::product)->items) {
      const Value v = fill(item);
      if (v.op == Value::Op::number) total = sum ? total + v.number : total * v.number;
    }
    return number_value(total);
  }

  /// Two clocks that show the same instant: what the second says of its zone tells the first's.
  static void set_zone_by(const Partial& there, Partial& here) {
    const auto minutes = [](const Partial& p) { return 60 * p.hour.value_or(0) + p.minute.value_or(0); };
    const int ahead = minutes(here) - minutes(there);
    if (there.offset)
      here.offset = offset_on_earth(ahead + *there.offset);
    else
      std::tie(here.zone, here.ahead_of_zone) = std::tie(there.zone, ahead);
  }

  /// What one key says of a date or time; keys come in the order of FormulaKey.
  static void set(Value& v, Key key, const Value& said) {
    Partial& p = v.partial;
    const bool is_number = said.op == Value::Op::number && !(std::abs(said.number) > largest_field);
    const int number = is_number && !std::isnan(said.number) ? static_cast<int>(std::lround(said.number)) : 0;
    if (const auto field = number_field(key)) {
      if (is_number && !(is_name(key) && !range_of(key).holds(number))) p.*field = number;
      if (is_number && key == Key::short_year) p.short_year = true;
      return;
    }
    switch (key) {
      case Key::time:
        if (said.op == Value::Op::partial) p = said.partial;
        break;
      case Key::part_of_day:
        if (!said.word.empty()) p.part_of_day = said.word;
        break;
      case Key::feast:
        p.feast = said.word;
        break;
      case Key::hour_minute:
        if (is_number) std::tie(p.hour, p.minute) = std::pair(number / 100, number % 100);
        break;
      case Key::month_day:
        if (is_number) std::tie(p.month, p.day) = std::pair(number / 100, number % 100);
        break;
      case Key::pm:
        if (p.hour) set_half_of_day(said, p);
        break;
      case Key::zone:  // "at noon EST", "at 9 a.m. Kyiv time"
        if (said.op == Value::Op::word) p.zone = said.word;
        if (said.op == Value::Op::partial)
          std::tie(p.zone, p.offset) = std::tie(said.partial.zone, said.partial.offset);
        break;
      case Key::same_as:
        if (said.op == Value::Op::partial && p.hour) set_zone_by(said.partial, p);
        break;  // "at 1 p.m. (1700 GMT)"
      case Key::bc:
        if (said.op != Value::Op::none && p.year) p.year = 1 - *p.year;
        break;
      case Key::in:
        if (said.op != Value::Op::none) v.args.push_back(said);
        break;
      default:
        break;
    }
  }

  Value partial(const Formula& f) const {
    Value v, store;
    v.op = Value::Op::partial;
    for (const auto& [key, formula] : f.parts)
      if (is_field(key)) set(v, key, seen(formula, store));
    const Partial nothing{};
    if (v.partial == nothing) return v.args.empty() ? Value{} : v.args.front();
    return v;
  }

  const std::vector<std::optional<Value>>& captured_;
};

}  // namespace

Value number_value(double n) {
  Value v;
  v.op = Value::Op::number;
  v.number = n;
  return v;
}

Value word_value(const std::string& text) {
  if (text == "X") return number_value(std::numeric_limits<double>::quiet_NaN());
  Value v;
  v.op = Value::Op::word;
  v.word = text;
  v.unit = parse_unit(text);
  return v;
}

Value instantiate(const Formula& f, const std::vector<std::optional<Value>>& captured) {
  return Filler(captured).fill(f);
}

}  // namespace dateline
