// Fills in what a match captured: Formula + captured words → Value. See formula.h.
#include <algorithm>
#include <cmath>
#include <limits>

#include "formula.h"
#include "formula_fields.h"

namespace dateline {
namespace {

class Filler {
 public:
  explicit Filler(const std::vector<std::optional<Value>>& captured) : captured_(captured) {}

  Value fill(const Formula& f) const {
    switch (f.kind) {
      case Formula::Kind::number: return number(f.number);
      case Formula::Kind::word: return word(f.word);
      case Formula::Kind::capture: return captured_[static_cast<std::size_t>(f.capture)].value_or(Value{});
      case Formula::Kind::list: return list(f);
      case Formula::Kind::map: return decorated(f, map(f));
      case Formula::Kind::none: break;
    }
    return {};
  }

 private:
  static Value number(double n) {
    Value v;
    v.op = Value::Op::number;
    v.number = n;
    return v;
  }
  static Value word(const std::string& text) {
    if (text == "X") return number(std::numeric_limits<double>::quiet_NaN());
    Value v;
    v.op = Value::Op::word;
    v.word = text;
    v.unit = parse_unit(text);
    return v;
  }

  static void set_half_of_day(const Value& pm, Partial& p) {
    p.half_unsaid = pm.op != Value::Op::number && *p.hour >= 1 && *p.hour < 12;
    if (pm.op == Value::Op::number && *p.hour <= 12) p.hour = *p.hour % 12 + 12 * static_cast<int>(pm.number);
  }

  const Formula* part(const Formula& f, std::string_view key) const {
    for (const auto& [name, value] : f.parts)
      if (name == key) return &value;
    return nullptr;
  }
  Value filled(const Formula& f, std::string_view key) const {
    const Formula* p = part(f, key);
    return p ? fill(*p) : Value{};
  }

  /// Several periods are one: "two years and six months". Of other values the first that was captured counts.
  Value list(const Formula& f) const {
    Value sum;
    for (const auto& item : f.items) {
      Value v = fill(item);
      if (v.op == Value::Op::none) continue;
      if (sum.op == Value::Op::none) sum = std::move(v);
      else if (sum.op == Value::Op::period && v.op == Value::Op::period) sum.args.insert(sum.args.end(), v.args.begin(), v.args.end());
    }
    return sum;
  }

  Value decorated(const Formula& f, Value v) const {
    if (v.op == Value::Op::none) return v;
    if (f.parts.size() < 2) return v;
    const auto take = [&](const char* key, std::string& into) {
      if (!part(f, key)) return;
      if (const Value said = filled(f, key); said.op == Value::Op::word) into = said.word;
    };
    take("mod", v.mod);
    take("type", v.type);
    take("quant", v.quant);
    take("freq", v.freq);
    take("style", v.style);
    if (!part(f, "freq")) return v;
    if (const Value times = filled(f, "freq"); times.op == Value::Op::number && !std::isnan(times.number)) v.freq = std::to_string(std::lround(times.number)) + "X";
    return v;
  }

  Value map(const Formula& f) const {
    Value v;
    v.op = f.op;
    switch (f.op) {
      case Value::Op::partial: return partial(f);
      case Value::Op::this_: return unit_or_value(v, filled(f, "this"));
      case Value::Op::last:
      case Value::Op::next: return seen_from(unit_or_value(v, filled(f, f.op == Value::Op::last ? "last" : "next")), f);
      case Value::Op::now:
      case Value::Op::then: return unit_or_value(v, filled(f, f.op == Value::Op::now ? "now" : "then"));
      case Value::Op::every: return unit_or_value(v, filled(f, "every"));
      case Value::Op::vague: v.word = filled(f, "vague").word; return v;
      case Value::Op::shift: return shift(f);
      case Value::Op::nth: return nth(f);
      case Value::Op::part: return with(v, {filled(f, "of")}, filled(f, "part").word);
      case Value::Op::range: return with(v, {filled(f, "from"), filled(f, "to")});
      case Value::Op::before: return with(v, {filled(f, "lasts"), filled(f, "ending")});
      case Value::Op::after: return with(v, {filled(f, "lasts"), filled(f, "starting")});
      case Value::Op::period: return period(f);
      case Value::Op::number: return arithmetic(f);
      case Value::Op::none:
      case Value::Op::word: break;
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

  /// What `from:` says, where the words now and then are anchors.
  Value start(const Formula& f) const {
    Value from = filled(f, "from");
    if (from.op == Value::Op::word && (from.word == "now" || from.word == "then")) {
      from.op = from.word == "now" ? Value::Op::now : Value::Op::then;
      from.word.clear();
    }
    return from;
  }

  Value seen_from(Value turn, const Formula& f) const {
    if (Value from = start(f); from.op != Value::Op::none && !turn.args.empty()) turn.args.push_back(std::move(from));
    return turn;
  }

  Value shift(const Formula& f) const {
    const bool back = part(f, "back") != nullptr;
    Value by = filled(f, back ? "back" : "ahead");
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
    v.number = filled(f, "nth").number;
    Value of = filled(f, "of"), in = filled(f, "in");
    if (of.op == Value::Op::none) return {};
    v.unit = of.op == Value::Op::word ? of.unit : std::nullopt;
    v.args.push_back(std::move(in));
    if (!v.unit) v.args.push_back(std::move(of));
    return v;
  }

  Value period(const Formula& f) const {
    const Value amount = filled(f, "amount"), unit = filled(f, "unit");
    if (!unit.unit || amount.op != Value::Op::number) return {};
    Value v;
    v.op = Value::Op::period;
    v.args = {amount, unit};
    return v;
  }

  Value arithmetic(const Formula& f) const {
    const bool sum = part(f, "sum") != nullptr;
    double total = sum ? 0 : 1;
    for (const auto& item : part(f, sum ? "sum" : "product")->items) {
      const Value v = fill(item);
      if (v.op == Value::Op::number) total = sum ? total + v.number : total * v.number;
    }
    return number(total);
  }

  /// Minutes by which a clock that shows `here` is ahead of UTC while another shows `there`. The clocks of the earth
  /// are from 12 hours behind it to 14 ahead.
  static int minutes_ahead(const Partial& here, const Partial& there) {
    constexpr int day = 24 * 60, most = 14 * 60;
    const auto minutes = [](const Partial& p) { return 60 * p.hour.value_or(0) + p.minute.value_or(0); };
    const int ahead = (minutes(here) - minutes(there) + there.offset.value_or(0)) % day;
    return ahead > most ? ahead - day : ahead <= most - day ? ahead + day : ahead;
  }

  /// "at noon EST", "at 9 a.m. Kyiv time", "at 1 p.m. (1700 GMT)".
  void set_zone(const Formula& f, Partial& p) const {
    const Value zone = filled(f, "zone"), other = filled(f, "same_as");
    if (zone.op == Value::Op::word) p.zone = zone.word;
    if (zone.op == Value::Op::partial) std::tie(p.zone, p.offset) = std::tie(zone.partial.zone, zone.partial.offset);
    if (other.op == Value::Op::partial && other.partial.offset && p.hour) p.offset = minutes_ahead(p, other.partial);
  }

  Value partial(const Formula& f) const {
    Value v;
    v.op = Value::Op::partial;
    if (const Value time = filled(f, "time"); time.op == Value::Op::partial) v.partial = time.partial;
    for (const auto& field : fields) {
      if (!part(f, field.key)) continue;
      const Value said = filled(f, field.key);
      if (said.op != Value::Op::number) continue;
      v.partial.*field.number = static_cast<int>(std::lround(said.number));
      if (std::string_view(field.key) == "short_year") v.partial.short_year = true;
    }
    if (const Value part_of_day = filled(f, "part_of_day"); !part_of_day.word.empty()) v.partial.part_of_day = part_of_day.word;
    v.partial.feast = filled(f, "feast").word;
    if (const Value clock = filled(f, "hour_minute"); clock.op == Value::Op::number) {
      v.partial.hour = static_cast<int>(clock.number) / 100;
      v.partial.minute = static_cast<int>(clock.number) % 100;
    }
    if (const Value day = filled(f, "month_day"); day.op == Value::Op::number) {
      v.partial.month = static_cast<int>(day.number) / 100;
      v.partial.day = static_cast<int>(day.number) % 100;
    }
    if (part(f, "pm") && v.partial.hour) set_half_of_day(filled(f, "pm"), v.partial);
    set_zone(f, v.partial);
    if (part(f, "bc") && filled(f, "bc").op != Value::Op::none && v.partial.year) v.partial.year = 1 - *v.partial.year;
    if (Value in = filled(f, "in"); in.op != Value::Op::none) v.args.push_back(std::move(in));
    const Partial nothing{};
    if (v.partial == nothing) return v.args.empty() ? Value{} : v.args.front();
    return v;
  }

  const std::vector<std::optional<Value>>& captured_;
};

}  // namespace

Value instantiate(const Formula& f, const std::vector<std::optional<Value>>& captured) { return Filler(captured).fill(f); }

}  // namespace dateline
