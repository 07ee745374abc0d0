// Compiles the values of rules. See formula.h; the operations are those of dateline/value.h. formula_fill.cpp fills
// them in.
#include "rules/formula.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace dateline {

bool Value::operator==(const Value& v) const {  // written out: clang 14 crashes on a default outside of the class
  return std::tie(op, number, word, unit, partial, args, mod, type, quant, freq) ==
         std::tie(v.op, v.number, v.word, v.unit, v.partial, v.args, v.mod, v.type, v.quant, v.freq);
}

namespace {

constexpr std::array unit_names{"second",  "minute", "hour",   "day",  "weekend", "week",    "month",
                                "quarter", "half",   "season", "year", "decade",  "century", "millennium"};

using Key = FormulaKey;

/// A leading key, the operation it means, and the keys that may stand beside it.
struct Operation {
  Key key;
  Value::Op op;
  std::vector<Key> beside = {};
};

const std::vector<Operation>& operations() {
  static const std::vector<Operation> all{
      {Key::this_, Value::Op::this_},
      {Key::last, Value::Op::last, {Key::from}},
      {Key::next, Value::Op::next, {Key::from}},
      {Key::back, Value::Op::shift, {Key::from}},
      {Key::ahead, Value::Op::shift, {Key::from}},
      {Key::nth, Value::Op::nth, {Key::of, Key::in}},
      {Key::part, Value::Op::part, {Key::of}},
      {Key::from, Value::Op::range, {Key::to, Key::each}},
      {Key::now, Value::Op::now},
      {Key::then, Value::Op::then},
      {Key::vague, Value::Op::vague},
      {Key::amount, Value::Op::period, {Key::unit}},
      {Key::ending, Value::Op::before, {Key::lasts}},
      {Key::starting, Value::Op::after, {Key::lasts}},
      {Key::every, Value::Op::every},
      {Key::sum, Value::Op::number},
      {Key::product, Value::Op::number},
  };
  return all;
}

bool contains(const std::vector<Key>& keys, Key key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }
bool stands_everywhere(Key key) { return key >= Key::mod; }

std::optional<Key> parse_key(std::string_view text) {
  const auto found = std::find(formula_key_names.begin(), formula_key_names.end(), text);
  return found == formula_key_names.end() ? std::nullopt
                                          : std::optional(static_cast<Key>(found - formula_key_names.begin()));
}

std::string hint_at_capture(const std::string& name, const std::vector<std::string>& captures) {
  const std::string like = nearest(name, captures);
  return like.empty() ? "write {" + name + "} or {" + name + "=LIST} in the pattern" : "did you mean $" + like + "?";
}

[[noreturn]] void fail_for_key(const Tree& value, const std::string& key, const Operation* operation) {
  if (!operation) {
    const std::string like = nearest(key, {formula_key_names.begin(), formula_key_names.end()});
    value.fail("a value has no key '" + key + "'",
               like.empty() ? "see rules/README.md for the operations" : "did you mean '" + like + "'?");
  }
  std::string may = "mod, type, quant, freq";
  for (auto k = operation->beside.rbegin(); k != operation->beside.rend(); ++k)
    may = std::string(name(*k)) + ", " + may;
  value.fail("'" + key + "' cannot stand beside '" + std::string(name(operation->key)) + "'",
             "beside it may stand: " + may);
}

Formula compile_scalar(const Tree& node, const std::vector<std::string>& captures) {
  Formula f;
  if (node.kind == Tree::Kind::number) {
    f.kind = Formula::Kind::number;
    f.number = node.real();
  } else if (node.scalar.starts_with("$")) {
    const auto found = std::find(captures.begin(), captures.end(), node.scalar.substr(1));
    if (found == captures.end())
      node.fail("the pattern captures nothing as '" + node.scalar.substr(1) + "'",
                hint_at_capture(node.scalar.substr(1), captures));
    f.kind = Formula::Kind::capture;
    f.capture = static_cast<int>(found - captures.begin());
  } else {
    f.kind = Formula::Kind::word;
    f.word = node.scalar;
  }
  return f;
}

/// A number that is no month, hour … is an error where it stands.
void check_number(const Tree& value, FormulaKey key, const Formula& said) {
  const auto range = range_of(key);
  if (said.kind != Formula::Kind::number || !is_field(key) || range.holds(said.number)) return;
  value.fail("there is no " + std::string(name(key)) + " " + value.scalar,
             "write a number from " + std::to_string(range.least) + " to " + std::to_string(range.most));
}

Formula compile_map(const Tree& node, const std::vector<std::string>& captures) {
  Formula f;
  f.kind = Formula::Kind::map;
  const Operation* operation = nullptr;
  for (const auto& [text, value] : node.fields) {
    const auto key = parse_key(text);
    for (const auto& candidate : operations())
      if (key == candidate.key && !(operation && contains(operation->beside, candidate.key))) operation = &candidate;
  }
  f.op = operation ? operation->op : Value::Op::partial;
  for (const auto& [text, value] : node.fields) {
    const auto key = parse_key(text);
    const bool known =
        key && (stands_everywhere(*key) ||
                (operation ? *key == operation->key || contains(operation->beside, *key) : is_field(*key)));
    if (!known) fail_for_key(value, text, operation);
    f.parts.push_back({*key, compile_formula(value, captures)});
    check_number(value, *key, f.parts.back().value);
  }
  std::stable_sort(f.parts.begin(), f.parts.end(),
                   [](const FormulaPart& a, const FormulaPart& b) { return a.key < b.key; });
  if (f.parts.empty()) node.fail("a value is empty", "say what it is, such as {month: $month}");
  return f;
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
  for (std::size_t i = 0; i < unit_names.size(); ++i)
    if (text == unit_names[i]) return static_cast<Unit>(i);
  return std::nullopt;
}

const char* name(Unit unit) { return unit_names[static_cast<std::size_t>(unit)]; }

Formula compile_formula(const Tree& node, const std::vector<std::string>& captures) {
  if (node.is_map()) return compile_map(node, captures);
  if (!node.is_list()) return compile_scalar(node, captures);
  Formula f;
  f.kind = Formula::Kind::list;
  for (const auto& item : node.items) f.items.push_back(compile_formula(item, captures));
  return f;
}

}  // namespace dateline
