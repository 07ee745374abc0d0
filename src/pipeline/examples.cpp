// Runs the examples that stand in the rules: `dateline rules check`. An example must be met by its own rule
// and by the whole pipeline, exactly on its [brackets]; what is found before the first only sets the scene. Tested by
// tests/rules/rules_test.cpp.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "pipeline/example_failures.h"
#include "pipeline/pipeline.h"
#include "rules/check_rules.h"
#include "rules/context_rules.h"
#include "rules/event_rules.h"
#include "rules/publication_rules.h"
#include "rules/time_rules.h"
#include "time/holidays.h"

namespace dateline {
namespace {

std::string bound_shown(const std::optional<Moment>& moment) { return moment ? to_string(*moment) : "open"; }

std::string expected_bound(const Tree& node) { return node.is_null() ? "open" : node.text(); }

/// A rule needs an example of what it finds, a part of others one of what they find with it; one that takes away finds
/// nothing.
bool shows_what_it_does(const TimeRule& rule) {
  return std::any_of(rule.examples.begin(), rule.examples.end(),
                     [&](const Example& example) { return rule.removes == example.none; });
}

/// What is found behind the first mark and has none. What stands before it only sets the scene.
bool is_unmarked(const Example& example, const Mention& m) {
  const auto& marks = example.marked;
  return !marks.empty() && marks.front().begin < m.begin &&
         std::none_of(marks.begin(), marks.end(), [&](const Span& mark) { return mark.begin == m.begin; });
}

class Runner {
 public:
  Runner(const Rules& rules, Failures& failures) : rules_(rules), failures_(failures) {}

  void run() {
    for (const auto& rule : rules_.time().rules) {
      if (!shows_what_it_does(rule))
        fail(rule.where,
             rule.id + (rule.examples.empty()
                            ? ": has no example; every rule needs one"
                            : ": has only examples of what it does not find; add one with [ ] around what it does"));
      for (const auto& example : rule.examples) check(rule, example);
    }
  }

 private:
  void fail(const Tree& where, const std::string& message) { failures_.add(where, message); }

  void check(const TimeRule& rule, const Example& example) {
    const auto mentions = date_text(example.text, example.at, rules_).mentions;
    const auto words = [&](std::size_t begin, std::size_t end) { return example.text.substr(begin, end - begin); };
    if (example.none && !mentions.empty()) {
      const auto& m = mentions.front();
      return fail(example.where,
                  fmt::format("{}: '{}' is found by {}, expected nothing", rule.id, words(m.begin, m.end), m.rule));
    }
    bool own_rule = example.none || rule.removes ||
                    rule.part_only;  // one that takes away may show what it leaves; a part is found by others
    for (std::size_t i = 0; i < example.marked.size(); ++i) {
      const Span mark = example.marked[i];
      const auto found = std::find_if(mentions.begin(), mentions.end(),
                                      [&](const Mention& m) { return m.begin == mark.begin && m.end == mark.end; });
      if (found == mentions.end()) {
        const auto near = std::find_if(mentions.begin(), mentions.end(),
                                       [&](const Mention& m) { return m.begin < mark.end && mark.begin < m.end; });
        fail(example.where,
             fmt::format("{}: '{}' is not found{}", rule.id, words(mark.begin, mark.end),
                         near == mentions.end()
                             ? ""
                             : fmt::format(", but '{}' by {}", words(near->begin, near->end), near->rule)));
        return;
      }
      own_rule = own_rule || found->rule == rule.id;
      if (const std::string wrong = difference(*found, example.expected[i]); !wrong.empty())
        fail(example.where, fmt::format("{}: '{}' {}", rule.id, words(mark.begin, mark.end), wrong));
    }
    if (const auto more =
            std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) { return is_unmarked(example, m); });
        more != mentions.end())
      fail(example.where, fmt::format("{}: '{}' is found by {} and has no [ ] around it", rule.id,
                                      words(more->begin, more->end), more->rule));
    if (!own_rule)
      fail(example.where, fmt::format("{}: never fires in its own example: another rule is taken", rule.id));
  }

  const Rules& rules_;
  Failures& failures_;
};

/// The kinds of what is found in the articles of an example, sorted; articles are called a, b, ….
std::vector<std::string> kinds_found(const FindingExample& example, const Rules& rules, const Gazetteer& gazetteer) {
  std::vector<Document> documents;
  for (const auto& article : example.articles) {
    Document& d = documents.emplace_back();
    d.id = std::string(1, static_cast<char>('a' + documents.size() - 1));
    d.published = article.at;
    d.text = article.text;
  }
  std::vector<std::string> kinds;
  for (const auto& finding : find_events(documents, rules, gazetteer).findings) kinds.push_back(finding.kind);
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

std::string listed(const std::vector<std::string>& kinds) {
  return kinds.empty() ? "nothing" : fmt::format("{}", fmt::join(kinds, ", "));
}

}  // namespace

std::string difference(const Mention& m, const Tree& expected) {
  const Dated found = m.dated.value_or(Dated{});
  if (!expected.is_map())
    return expected.text() == found.value ? "" : fmt::format("is {}, expected {}", found.value, expected.text());
  expected.only({"value", "mod", "type", "from", "to"});
  const Interval bounds = m.bounded();
  const std::pair<const char*, std::string> all[] = {{"value", found.value},
                                                     {"mod", found.mod},
                                                     {"type", name(found.type)},
                                                     {"from", bound_shown(bounds.begin)},
                                                     {"to", bound_shown(bounds.end)}};
  for (const auto& [key, value] : all) {
    const Tree* want = expected.find(key);
    if (want && expected_bound(*want) != value)
      return fmt::format("has {} {}, expected {}", key, value, expected_bound(*want));
  }
  return "";
}

void Failures::add(const FilePosition& at, const std::string& message) {
  all_.push_back({fmt::format("{}:{}:{}", at.file, at.line, at.column), message});
}

std::vector<ExampleFailure> check_examples(const Rules& rules) {
  rules.holidays().check_examples();
  Failures failures;
  Runner(rules, failures).run();
  check_context_examples(rules, failures);
  check_publication_examples(rules.publication(), failures);
  return failures.take();
}

std::vector<ExampleFailure> check_event_and_finding_examples(const Rules& rules, const Gazetteer& gazetteer) {
  Failures failures;
  check_event_examples(rules, gazetteer, failures);
  for (const auto& example : rules.checks().examples) {
    const auto found = kinds_found(example, rules, gazetteer);
    if (found != example.finds)
      failures.add(example.where, fmt::format("check finds {}, expected {}", listed(found), listed(example.finds)));
  }
  return failures.take();
}

namespace {

const std::vector<Example>& examples_of(const auto& rule) requires requires { rule.shown; }
{ return rule.shown.examples; }
const auto& examples_of(const auto& rule) { return rule.examples; }

RuleCount count_examples(const char* of, const auto& rules) {
  RuleCount count{of, rules.size(), 0, 0};
  for (const auto& rule : rules) {
    count.examples += examples_of(rule).size();
    count.without += examples_of(rule).empty() ? 1 : 0;
  }
  return count;
}

}  // namespace

std::vector<RuleCount> count_rules(const Rules& rules) {
  const ContextRules& context = rules.context();
  const EventRules& events = rules.events();
  return {count_examples("time", rules.time().rules),
          count_examples("bounds", context.bounds),
          count_examples("tense", context.tenses),
          count_examples("beside", context.beside),
          count_examples("aside", context.asides),
          count_examples("triggers", events.triggers.all),
          count_examples("acts", events.acts.all),
          count_examples("status", events.status),
          count_examples("publication", rules.publication().rules())};
}

}  // namespace dateline
