// Rules that stand in a test as text: words, guards and rules, compiled as those of rules/ are.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "rules/time_rules.h"

namespace dateline {

struct RuleTexts {
  std::string words = "{}";
  std::string guards = "{}";
  std::string rules = "rules: []";
};

struct CompiledTexts {
  Lexicon lexicon;
  TimeRules rules;
};

inline std::unique_ptr<CompiledTexts> compiled(const RuleTexts& texts) {
  auto out = std::make_unique<CompiledTexts>();
  out->lexicon.add_classes(parse_yaml(texts.words, "words.yaml"));
  out->rules.read_guards(parse_yaml(texts.guards, "guards.yaml"), out->lexicon);
  out->rules.read(parse_yaml(texts.rules, "rules.yaml"), out->lexicon);
  out->lexicon.finish();
  out->rules.compile(out->lexicon);
  return out;
}

/// What the error of an action says, with its line and caret; "no error" where there is none.
inline std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace dateline
