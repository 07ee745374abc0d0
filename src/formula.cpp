// Compiles the values of rules. See formula.h; the operations are those of dateline/value.h. formula_fill.cpp fills them in.
#include "formula.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "formula_fields.h"

namespace dateline {

bool Value::operator==(const Value& v) const {  // written out: clang 14 crashes on a default outside of the class
  return std::tie(op, number, word, unit, partial, args, mod, type, quant, freq) == std::tie(v.op, v.number, v.word, v.unit, v.partial, v.args, v.mod, v.type, v.quant, v.freq);
}

namespace {

constexpr std::array unit_names{"second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century", "millennium"};

/// A leading key, the operation it means, and the keys that may stand beside it.
struct Operation {
  const char* key;
  Value::Op op;
  std::vector<std::string> beside;
};

const std::vector<Operation>& operations() {
  static const std::vector<Operation> all{
      {"this", Value::Op::this_, {}},
      {"last", Value::Op::last, {"from"}},
      {"next", Value::Op::next, {"from"}},
      {"back", Value::Op::shift, {"from"}},
      {"ahead", Value::Op::shift, {"from"}},
      {"nth", Value::Op::nth, {"of", "in"}},
      {"part", Value::Op::part, {"of"}},
      {"from", Value::Op::range, {"to"}},
      {"now", Value::Op::now, {}},
      {"then", Value::Op::then, {}},
      {"vague", Value::Op::vague, {}},
      {"amount", Value::Op::period, {"unit"}},
      {"ending", Value::Op::before, {"lasts"}},
      {"starting", Value::Op::after, {"lasts"}},
      {"every", Value::Op::every, {}},
      {"sum", Value::Op::number, {}},
      {"product", Value::Op::number, {}},
  };
  return all;
}

const std::vector<std::string> word_fields{"part_of_day", "feast", "in", "bc", "pm", "hour_minute", "month_day", "time", "zone", "same_as"};
const std::vector<std::string> everywhere{"mod", "type", "quant", "freq", "style"};

bool contains(const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }
bool is_field(std::string_view key) {
  return contains(word_fields, key) || std::any_of(fields.begin(), fields.end(), [&](const Field& f) { return key == f.key; });
}

std::vector<std::string> all_keys() {
  std::vector<std::string> keys = word_fields;
  for (const auto& f : fields) keys.emplace_back(f.key);
  for (const auto& o : operations()) keys.emplace_back(o.key);
  return keys;
}

std::string hint_at_capture(const std::string& name, const std::vector<std::string>& captures) {
  const std::string like = nearest(name, captures);
  return like.empty() ? "write {" + name + "} or {" + name + "=LIST} in the pattern" : "did you mean $" + like + "?";
}

[[noreturn]] void fail_for_key(const Tree& value, const std::string& key, const Operation* operation) {
  if (!operation) {
    const std::string like = nearest(key, all_keys());
    value.fail("a value has no key '" + key + "'", like.empty() ? "see rules/README.md for the operations" : "did you mean '" + like + "'?");
  }
  std::string may = "mod, type, quant, freq";
  for (auto k = operation->beside.rbegin(); k != operation->beside.rend(); ++k) may = *k + ", " + may;
  value.fail("'" + key + "' cannot stand beside '" + operation->key + "'", "beside it may stand: " + may);
}

Formula compile_scalar(const Tree& node, const std::vector<std::string>& captures) {
  Formula f;
  if (node.kind == Tree::Kind::number) {
    f.kind = Formula::Kind::number;
    f.number = node.real();
  } else if (node.scalar.starts_with("$")) {
    const auto found = std::find(captures.begin(), captures.end(), node.scalar.substr(1));
    if (found == captures.end()) node.fail("the pattern captures nothing as '" + node.scalar.substr(1) + "'", hint_at_capture(node.scalar.substr(1), captures));
    f.kind = Formula::Kind::capture;
    f.capture = static_cast<int>(found - captures.begin());
  } else {
    f.kind = Formula::Kind::word;
    f.word = node.scalar;
  }
  return f;
}

Formula compile_map(const Tree& node, const std::vector<std::string>& captures) {
  Formula f;
  f.kind = Formula::Kind::map;
  const Operation* operation = nullptr;
  for (const auto& [key, value] : node.fields)
    for (const auto& candidate : operations())
      if (key == candidate.key && !(operation && contains(operation->beside, key))) operation = &candidate;
  f.op = operation ? operation->op : Value::Op::partial;
  for (const auto& [key, value] : node.fields) {
    const bool known = contains(everywhere, key) || (operation ? key == operation->key || contains(operation->beside, key) : is_field(key));
    if (!known) fail_for_key(value, key, operation);
    f.parts.push_back({key, compile_formula(value, captures)});
  }
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
