// Loads the rules of a language: words first, then whatever has patterns, then their trees. Which files there are and
// what lies over what is known to files.h. Tested by tests/rules/rules_test.cpp and tests/rules/overlay_test.cpp.
#include "dateline/rules.h"

#include "rules/check_rules.h"
#include "rules/context_rules.h"
#include "rules/event_rules.h"
#include "rules/files.h"
#include "rules/publication_rules.h"
#include "rules/time_rules.h"
#include "time/holidays.h"

namespace dateline {

struct Rules::Parts {
  Lexicon lexicon;
  TimeRules time;
  ContextRules context;
  Feasts feasts;
  EventRules events;
  CheckRules checks;
  PublicationRules publication;
};

Rules::Rules(const std::string& folder, const std::string& language, const std::vector<std::string>& overlays,
             Examples examples) {
  auto parts = std::make_unique<Parts>();
  const RuleFiles files = read_rule_files(folder, language, overlays, examples);
  for (const auto& file : files.words) parts->lexicon.add_classes(file.tree);
  for (const auto& file : files.guards) parts->time.read_guards(file.tree, parts->lexicon);
  for (const auto& file : files.time) parts->time.read(file.tree, parts->lexicon);
  for (const auto& file : files.context) parts->context.read(file.tree, parts->lexicon);
  for (const auto& file : files.events) parts->events.read(file.tree, parts->lexicon);
  for (const auto& file : files.acts) parts->events.read_acts(file.tree, parts->lexicon);
  for (const auto& file : files.checks) parts->checks.read(file.tree, parts->lexicon);
  for (const auto& file : files.publication) parts->publication.read(file.tree, parts->lexicon);
  for (const auto& file : files.feasts) parts->feasts.add(file.tree);
  parts->lexicon.finish();
  parts->time.compile(parts->lexicon);
  parts->context.compile(parts->time.families, parts->lexicon);
  parts->events.compile(parts->time.families, parts->lexicon);
  if (!files.checks.empty()) parts->checks.compile(parts->time.families, parts->lexicon);
  parts_ = std::move(parts);
}
Rules::Rules(Rules&&) noexcept = default;
Rules& Rules::operator=(Rules&&) noexcept = default;
Rules::~Rules() = default;

const Lexicon& Rules::lexicon() const { return parts_->lexicon; }
const TimeRules& Rules::time() const { return parts_->time; }
const ContextRules& Rules::context() const { return parts_->context; }
const Feasts& Rules::holidays() const { return parts_->feasts; }
const EventRules& Rules::events() const { return parts_->events; }
const CheckRules& Rules::checks() const { return parts_->checks; }
const PublicationRules& Rules::publication() const { return parts_->publication; }

std::vector<RuleInfo> Rules::list() const {
  std::vector<RuleInfo> out;
  const auto add = [&](const auto& rule, const Tree& where, const std::string& pattern, bool part_only) {
    const FilePosition at = where.position();
    out.push_back(
        {rule.id, at.file + ":" + std::to_string(at.line), pattern, static_cast<int>(rule.examples.size()), part_only});
  };
  for (const auto& rule : parts_->publication.rules())
    add(rule, rule.node, rule.node.at("match").texts().front(), true);
  for (const auto& rule : parts_->time.rules)
    add(rule, rule.where, rule.alternatives.front().source.where.scalar, rule.part_only);
  return out;
}

}  // namespace dateline
