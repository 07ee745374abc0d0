// The `value:` of a rule: YAML and captured words become a Value, or an error that says where.
#include "rules/formula.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "rules/rule_texts.h"

using namespace dateline;

namespace {

using Op = Value::Op;

Value number(double n) {
  Value v;
  v.op = Op::number;
  v.number = n;
  return v;
}

Value word(const std::string& text) {
  Value v;
  v.op = Op::word;
  v.word = text;
  v.unit = parse_unit(text);
  return v;
}

/// A Value on one line, for people: "shift -1 (now, period (1, year))".
std::string shown(const Value& v) {
  static const char* names[] = {"none",  "number", "word",   "partial", "now",   "then", "event",
                                "vague", "this",   "last",   "next",    "shift", "nth",  "part",
                                "range", "period", "before", "after",   "every"};
  if (v.op == Op::number) return std::isnan(v.number) ? "X" : std::to_string(std::lround(v.number));
  if (v.op == Op::word) return v.word;
  std::string out = names[static_cast<int>(v.op)];
  if (v.op == Op::shift || v.op == Op::nth) out += " " + std::to_string(std::lround(v.number));
  if (!v.word.empty()) out += " " + v.word;
  if (v.unit) out += std::string(" ") + name(*v.unit);
  const Partial& p = v.partial;
  const std::pair<const char*, std::optional<int>> fields[] = {
      {"year", p.year},       {"month", p.month},   {"day", p.day},   {"weekday", p.weekday},
      {"quarter", p.quarter}, {"decade", p.decade}, {"hour", p.hour}, {"minute", p.minute}};
  for (const auto& [key, field] : fields)
    if (field) out += std::string(" ") + key + " " + std::to_string(*field);
  if (p.short_year) out += " short";
  if (!p.part_of_day.empty()) out += " " + p.part_of_day;
  if (!p.feast.empty()) out += " " + p.feast;
  for (const auto* said : {&v.mod, &v.type, &v.quant, &v.freq})
    if (!said->empty()) out += " +" + *said;
  if (v.args.empty()) return out;
  out += " (";
  for (std::size_t i = 0; i < v.args.size(); ++i) out += (i ? ", " : "") + shown(v.args[i]);
  return out + ")";
}

}  // namespace

TEST_CASE("a value is built from what was captured") {
  struct Row {
    std::string formula;
    std::vector<std::optional<Value>> captured;  ///< of $a, $b, $c
    std::string value;
  };
  const std::vector<Row> rows = {
      {"{month: $a}", {number(4)}, "partial month 4"},
      {"{month: $a, day: $b}", {number(4), std::nullopt}, "partial month 4"},
      {"{month: $a}", {}, "none"},
      {"{short_year: $a}", {number(98)}, "partial year 98 short"},
      {"{decade: {product: [$a, 0.1]}}", {number(1980)}, "partial decade 198"},
      {"{year: {sum: [{product: [$a, 100]}, $b, $c]}}", {number(19), number(90), number(6)}, "partial year 1996"},
      {"{year: $a, bc: 1}", {number(44)}, "partial year -43"},  // astronomical: 1 BC is 0
      {"{hour: $a, minute: $b, pm: $c}", {number(1), std::nullopt, number(1)}, "partial hour 13"},
      {"{hour: $a, pm: $c}", {number(12), std::nullopt, number(0)}, "partial hour 0"},
      {"{hour: $a, pm: $c}", {number(12), std::nullopt, number(1)}, "partial hour 12"},
      {"{hour_minute: $a}", {number(1735)}, "partial hour 17 minute 35"},
      {"{part_of_day: $a, in: {now: day}}", {word("NI")}, "partial NI (now day)"},
      {"{part_of_day: $a, in: {now: day}}", {}, "now day"},
      {"{this: $a}", {word("week")}, "this week"},
      {"{last: {weekday: $a}}", {number(5)}, "last (partial weekday 5)"},
      {"{last: {weekday: $a}}", {}, "none"},
      {"{back: {amount: $a, unit: $b}}", {number(3), word("day")}, "shift -1 (now, period (3, day))"},
      {"{ahead: {amount: 1, unit: week}, from: then}", {}, "shift 1 (then, period (1, week))"},
      {"{back: {amount: $a, unit: $b}, from: {weekday: $c}}",
       {number(1), word("year"), number(5)},
       "shift -1 (partial weekday 5, period (1, year))"},
      {"{back: {amount: $a, unit: day}}", {}, "none"},  // nothing to move by
      {"{amount: X, unit: week}", {}, "period (X, week)"},
      {"[{amount: $a, unit: year}, {amount: $b, unit: month}]", {number(2), number(6)}, "period (2, year, 6, month)"},
      {"[{amount: $a, unit: year}, {amount: $b, unit: month}]", {std::nullopt, number(6)}, "period (6, month)"},
      {"{amount: $a, unit: day, mod: $b}", {number(2), word("APPROX")}, "period +APPROX (2, day)"},
      {"{nth: 2, of: week, in: {month: $a}}", {number(11)}, "nth 2 week (partial month 11)"},
      {"{part: $a, of: [$b, {this: $c}]}", {word("early"), std::nullopt, word("year")}, "part early (this year)"},
      {"{part: $a, of: [$b, {this: $c}]}", {word("early")}, "none"},
      {"{from: {month: $a}, to: {month: $b}}", {number(3), number(5)}, "range (partial month 3, partial month 5)"},
      {"{ending: {now: day}, lasts: {amount: $a, unit: week}}", {number(2)}, "before (period (2, week), now day)"},
      {"{every: $a, quant: $b}", {word("week"), word("EACH")}, "every week +EACH"},
      {"{every: $a, freq: $b}", {word("week"), word("2X")}, "every week +2X"},
      {"{every: $a, freq: $b}", {word("week"), number(3)}, "every week +3X"},
      {"{every: $a, freq: $b}",
       {word("week"), number(std::numeric_limits<double>::quiet_NaN())},
       "every week"},  // "several times a week"
      {"{vague: PAST_REF}", {}, "vague PAST_REF"},
      {"{feast: $a, year: $b}", {word("easter"), number(2025)}, "partial year 2025 easter"},
  };
  for (const auto& row : rows) {
    auto captured = row.captured;
    captured.resize(3);
    CAPTURE(row.formula);
    CHECK(shown(instantiate(compile_formula(parse_yaml(row.formula, "rules.yaml"), {"a", "b", "c"}), captured)) ==
          row.value);
  }
}

TEST_CASE("a value that cannot be is refused where it stands") {
  struct Row {
    std::string formula;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"{mnth: 4}", "rules.yaml:1:8: a value has no key 'mnth'; did you mean 'month'?\n{mnth: 4}\n       ^"},
      {"{xyzzy: 4}",
       "rules.yaml:1:9: a value has no key 'xyzzy'; see rules/README.md for the operations\n{xyzzy: 4}\n        ^"},
      {"{this: week, month: 4}",
       "rules.yaml:1:21: 'month' cannot stand beside 'this'; beside it may stand: mod, type, quant, freq\n{this: week, "
       "month: 4}\n                    ^"},
      {"{month: $mont}",
       "rules.yaml:1:9: the pattern captures nothing as 'mont'; did you mean $month?\n{month: $mont}\n        ^"},
      {"{back: 3, of: week}",
       "rules.yaml:1:15: 'of' cannot stand beside 'back'; beside it may stand: from, mod, type, quant, freq\n{back: 3, "
       "of: week}\n              ^"},
      {"{month: $xyz}",
       "rules.yaml:1:9: the pattern captures nothing as 'xyz'; write {xyz} or {xyz=LIST} in the pattern\n{month: "
       "$xyz}\n        ^"},
      {"{season: 12}", "rules.yaml:1:10: there is no season 12; write a number from 1 to 4\n{season: 12}\n         ^"},
      {"{month: 13, day: 1}",
       "rules.yaml:1:9: there is no month 13; write a number from 1 to 12\n{month: 13, day: 1}\n        ^"},
      {"{week: 54}", "rules.yaml:1:8: there is no week 54; write a number from 1 to 53\n{week: 54}\n       ^"},
      {"{hour: 25}", "rules.yaml:1:8: there is no hour 25; write a number from 0 to 24\n{hour: 25}\n       ^"},
      {"{quarter: -1}",
       "rules.yaml:1:11: there is no quarter -1; write a number from 1 to 4\n{quarter: -1}\n          ^"},
      {"{}", "rules.yaml:1:1: a value is empty; say what it is, such as {month: $month}\n{}\n^"},
  };
  for (const auto& row : rows)
    CHECK(error_of([&] { compile_formula(parse_yaml(row.formula, "rules.yaml"), {"month"}); }) == row.message);
}
