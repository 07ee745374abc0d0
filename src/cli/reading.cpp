// How a text is read, and by which rules: tag, explain, rules check, rules list. Tested by tests/cli/cli_test.cpp.
#include <fmt/format.h>

#include <iostream>
#include <map>

#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "dateline/write.h"
#include "pipeline/pipeline.h"

namespace dateline::program {
namespace {

/// How often each rule was taken in the documents, alone or to take away.
std::map<std::string, int> firings(const std::vector<Document>& documents, const Rules& rules, bool& failed) {
  std::map<std::string, int> count;
  const auto add = [&](const Document& document) {
    for (const auto& tried : date_text(document.text, document.published, rules, true).attempts)
      if (tried.outcome.starts_with("taken")) ++count[tried.rule];
  };
  for (const auto& document : documents) attempt(document, add, tell_failure(failed));
  return count;
}

/// The beginning of a pattern, in at most 60 letters.
std::string shortened(const std::string& pattern) {
  return fmt::format("{:.60}{}", pattern, pattern.size() > 60 ? "…" : "");
}

}  // namespace

int tag_articles(const Options& options) {
  const Rules rules = load_rules(options);
  bool failed = false;
  const auto documents = documents_of(options, rules, failed);
  Progress progress(documents.size(), true);
  const auto print = [&](const Document& document) {
    const auto dated = date_text(document.text, document.published, rules);
    std::cout << (options.format == "timeml" ? to_timeml(document, dated.mentions)
                                             : mentions_to_json(document, dated.mentions) + '\n');
  };
  for (const auto& document : documents) {
    attempt(document, print, tell_failure(failed));
    progress();
  }
  return failed ? 2 : 0;
}

int explain_text(const Options& options) {
  std::cout << explain(options.text, published_of(options), load_rules(options), load_gazetteer(options));
  return 0;
}

int check_rules(const Options& options) {
  const Rules rules = load_rules(options, Examples::read);
  auto failures = check_examples(rules);
  const auto findings = check_event_and_finding_examples(rules, load_gazetteer(options));
  failures.insert(failures.end(), findings.begin(), findings.end());
  for (const auto& failure : failures) std::cerr << failure.where << ": " << failure.message << '\n';
  RuleCount all;
  for (const auto& count : count_rules(rules)) {
    std::cout << fmt::format("{:12}{:5} rules {:5} examples {:4} without\n", count.of, count.rules, count.examples,
                             count.without);
    all.rules += count.rules;
    all.examples += count.examples;
  }
  std::cout << fmt::format("{} rules, {} examples, {} wrong\n", all.rules, all.examples, failures.size());
  return failures.empty() ? 0 : 1;
}

int list_rules(const Options& options) {
  const Rules rules = load_rules(options, Examples::read);
  bool failed = false;
  const bool counted = !options.inputs.empty();
  const auto count =
      counted ? firings(documents_of(options, rules, failed), rules, failed) : std::map<std::string, int>();
  for (const auto& rule : rules.list()) {
    const auto fired = count.find(rule.id);
    const std::string times =
        counted
            ? fmt::format("{:>6}", rule.part_only ? "part" : std::to_string(fired == count.end() ? 0 : fired->second))
            : "";
    std::cout << fmt::format("{:32} {:2} examples{}  {}  {}\n", rule.id, rule.examples, times, rule.where,
                             shortened(rule.pattern));
  }
  for (const auto& rule : rules.list())
    if (counted && !rule.part_only && !count.contains(rule.id))
      std::cerr << fmt::format("warning: {}: {} never fired in these documents\n", rule.where, rule.id);
  return failed ? 2 : 0;
}

}  // namespace dateline::program
