// Reads and compiles the rules of time expressions. See time_rules.h; the notation is taught in rules/README.md.
#include "rules/time_rules.h"

#include <algorithm>
#include <set>

namespace dateline {
namespace {

std::vector<const Tree*> patterns_of(const Tree& node) {
  std::vector<const Tree*> out;
  if (!node.is_list()) out.push_back(&node);
  for (const auto& item : node.items) out.push_back(&item);
  return out;
}

/// Captures in the order of the pattern: references, and the (?P<name>…) in the syntax between them.
void add_captures(TimeRule& rule, TimeRule::Alternative& alternative) {
  const auto add = [&](const std::string& name, const std::string& reference) {
    const auto known = std::find(rule.captures.begin(), rule.captures.end(), name);
    alternative.captures.push_back(
        {name, reference, std::nullopt, static_cast<std::size_t>(known - rule.captures.begin())});
    if (known == rule.captures.end()) rule.captures.push_back(name);
  };
  for (const auto& part : alternative.source.parts) {
    if (part.kind == PatternPart::Kind::reference) add(part.capture, part.text);
    for (std::size_t at = 0;
         part.kind == PatternPart::Kind::syntax && (at = part.text.find("(?P<", at)) != std::string::npos; at += 4)
      add(part.text.substr(at + 4, part.text.find('>', at) - at - 4), "");
  }
}

/// {name} is one thing: a word of a list, or what the rules of a family match.
std::string read_family(const Tree& node, const Lexicon& lexicon) {
  if (lexicon.find_class(node.text()))
    node.fail("'" + node.text() + "' is a word list, and can be no family too", "give the family another name");
  return node.text();
}

TimeRule read_rule(const Tree& node, const std::string& family, bool part_only, Lexicon& lexicon) {
  node.only({"id", "match", "value", "when", "before", "after", "unless_before", "unless_after", "examples",
             "part_only", "is_time", "family"});
  TimeRule rule;
  rule.where = node;
  rule.id = node.at("id").text();
  const Tree* own_family = node.find("family");
  rule.family = own_family ? read_family(*own_family, lexicon) : family;
  rule.part_only = node.find("part_only") ? node.at("part_only").boolean() : part_only;
  rule.removes = node.find("is_time") && !node.at("is_time").boolean();
  for (const Tree* pattern : patterns_of(node.at("match"))) {
    rule.alternatives.push_back({read_pattern(*pattern, lexicon), nullptr, {}});
    add_captures(rule, rule.alternatives.back());
  }
  if (!rule.removes) rule.value = compile_formula(node.at("value"), rule.captures);
  if (const Tree* when = node.find("when")) rule.guard_names = when->texts();
  if (auto guard = read_guard("the words around", node, lexicon)) rule.guards.push_back(std::move(*guard));
  return rule;
}

[[noreturn]] void fail_for_guard(const Tree& where, const std::string& name,
                                 const std::map<std::string, Guard>& guards) {
  std::vector<std::string> names;
  for (const auto& [id, guard] : guards) names.push_back(id);
  const std::string like = nearest(name, names);
  where.fail("no guard is called '" + name + "'",
             like.empty() ? "define it in grammar/guards.yaml" : "did you mean '" + like + "'?");
}

}  // namespace

void TimeRules::read_guards(const Tree& file, Lexicon& lexicon) {
  for (const auto& [id, body] : file.fields) {
    body.only({"before", "after", "unless_before", "unless_after"});
    auto guard = read_guard(id, body, lexicon);
    if (!guard)
      body.fail("the guard '" + id + "' says nothing", "give it before, after, unless_before or unless_after");
    guards.emplace(id, std::move(*guard));
  }
}

void TimeRules::read(const Tree& file, Lexicon& lexicon) {
  file.only({"family", "part_only", "rules"});
  const Tree* of_all = file.find("family");
  const std::string family = of_all ? read_family(*of_all, lexicon) : "";
  const bool part_only = file.find("part_only") && file.at("part_only").boolean();
  for (const auto& node : file.at("rules").items) {
    rules.push_back(read_rule(node, family, part_only, lexicon));
    const auto same_id = [&](const TimeRule& r) { return r.id == rules.back().id; };
    if (std::count_if(rules.begin(), rules.end(), same_id) > 1)
      node.at("id").fail("two rules have the id '" + rules.back().id + "'", "rename one of them");
  }
}

void TimeRules::compile_rule(std::size_t number, const Lexicon& lexicon) {
  TimeRule& rule = rules[number];
  const auto add = [&](Index& to, std::size_t alternative) {
    to.patterns.add(rule.alternatives[alternative].syntax);
    to.rules.emplace_back(number, alternative);
  };
  for (std::size_t a = 0; a < rule.alternatives.size(); ++a) {
    auto& alternative = rule.alternatives[a];
    alternative.syntax = families.syntax_of(alternative.source, lexicon, true);
    for (auto& capture : alternative.captures)
      if (!capture.reference.empty() && !families.knows(capture.reference))
        capture.list = lexicon.find_class(capture.reference);
    if (!rule.part_only) add(index, a);
    if (!rule.family.empty()) add(by_family[rule.family], a);
  }
  for (auto& guard : rule.guards) guard.compile(families, lexicon);
  for (const auto& name : rule.guard_names) {
    const auto guard = guards.find(name);
    if (guard == guards.end()) fail_for_guard(rule.where.at("when"), name, guards);
    rule.named_guards.push_back(&guard->second);
  }
}

void TimeRules::compile(const Lexicon& lexicon) {
  for (auto& [id, guard] : guards) guard.compile(families, lexicon);
  for (std::size_t r = 0, run_begin = 0; r < rules.size(); ++r) {
    compile_rule(r, lexicon);
    const std::string& family = rules[r].family;
    const bool last_of_family = r + 1 == rules.size() || rules[r + 1].family != family;
    if (!family.empty() && last_of_family)  // a family can be referred to only when it is complete: no recursion
      for (; run_begin <= r; ++run_begin)
        for (const auto& alternative : rules[run_begin].alternatives) families.add(family, alternative.source, lexicon);
    if (last_of_family) run_begin = r + 1;
  }
  for (auto& rule : rules)
    if (const Tree* list = rule.where.find("examples"))
      for (const auto& example : list->items) rule.examples.push_back(read_example(example));
}

namespace {

Value of_word(const WordValue& word) {
  const double* number = std::get_if<double>(&word);
  return number ? number_value(*number) : word_value(std::get<std::string>(word));
}

}  // namespace

Value value_of_match(const TimeRules& rules, const Lexicon& lexicon, const TimeRule& rule,
                     const TimeRule::Alternative& alternative, LetterView letters, const std::vector<Capture>& captures,
                     const std::function<std::string(const Capture&)>& text_of) {
  std::vector<std::optional<Value>> values(rule.captures.size());
  const auto value_of = [&](const TimeRule::CaptureOf& capture, const Capture& at) -> Value {
    if (capture.list) {
      const auto word = lexicon.value(*capture.list, text_of(at));
      return word ? of_word(*word) : Value{};
    }
    if (capture.reference.empty()) return word_value(text_of(at));
    const TimeRules::Index& family = rules.by_family.at(capture.reference);
    const LetterView part = letters.substr(at.begin, at.end - at.begin);
    std::vector<PatternIndex::Match> found;
    std::vector<Capture> inner;
    family.patterns.matches_at(part, 0, found);
    for (const auto& [pattern, end] : found) {
      const auto& [member, number] = family.rules[static_cast<std::size_t>(pattern)];
      const auto& candidate = rules.rules[member].alternatives[number];
      if (end == part.size() && find_captures(*candidate.syntax, candidate.captures.size(), part, 0, end, inner))
        return value_of_match(rules, lexicon, rules.rules[member], candidate, part, inner, [&](const Capture& c) {
          return text_of({c.begin + at.begin, c.end + at.begin, true});
        });
    }
    return {};
  };
  for (std::size_t i = 0; i < captures.size(); ++i) {
    if (!captures[i].matched) continue;
    values[alternative.captures[i].slot] = value_of(alternative.captures[i], captures[i]);
  }
  return instantiate(rule.value, values);
}

}  // namespace dateline
