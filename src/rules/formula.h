// The `value:` of a rule, compiled: YAML → Formula once, Formula + captured words → Value at every match.
// The notation is taught in rules/README.md. Tested by tests/rules/formula_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/value.h"
#include "rules/formula_keys.h"
#include "tree/tree.h"

namespace dateline {

struct Formula {
  enum class Kind { none, number, word, capture, list, map };
  Kind kind = Kind::none;
  double number = 0;
  std::string word;
  int capture = -1;                       ///< index of the pattern's capture
  Value::Op op = Value::Op::none;         ///< map: what its leading key says
  std::vector<struct FormulaPart> parts;  ///< map: its keys, in their order
  std::vector<Formula> items;             ///< list
};

struct FormulaPart {
  FormulaKey key;
  Formula value;
};

/// Throws Error at the node for an unknown key, a missing one, or a $name that the pattern does not capture.
Formula compile_formula(const Tree&, const std::vector<std::string>& captures);

/// A word as a value: the name of a unit, a part, a zone …; "X" is the unknown amount.
Value word_value(const std::string&);
Value number_value(double);

/// `captured` has a value for each capture that matched. A part whose capture is missing is left out;
/// none where the formula needs it.
Value instantiate(const Formula&, const std::vector<std::optional<Value>>& captured);

}  // namespace dateline
