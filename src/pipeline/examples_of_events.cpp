// Runs the examples of the rules by which events and acts are found. See example_failures.h.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "pipeline/example_failures.h"
#include "pipeline/pipeline.h"
#include "rules/event_rules.h"

namespace dateline {
namespace {

std::string codes_of(const Claim& claim) {
  std::vector<std::string> codes;
  for (const auto& actor : claim.actors) codes.push_back(actor.code.empty() ? actor.name : actor.code);
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return fmt::format("{}", fmt::join(codes, ", "));
}

std::string expected_codes(const Tree& node) {
  auto codes = node.texts();
  std::sort(codes.begin(), codes.end());
  return fmt::format("{}", fmt::join(codes, ", "));
}

/// What is wrong with a claim, by the expectation; empty where nothing is.
std::string difference(const Claim& claim, const Tree& expected) {
  expected.only({"kind", "status", "when", "actors", "place", "plover"});
  const std::pair<const char*, std::string> all[] = {{"kind", claim.kind},        {"status", name(claim.status)},
                                                     {"when", edtf(claim.when)},  {"actors", codes_of(claim)},
                                                     {"place", claim.place.name}, {"plover", claim.plover}};
  for (const auto& [key, value] : all) {
    const Tree* node = expected.find(key);
    if (!node) continue;
    const std::string want = node->is_list() ? expected_codes(*node) : node->text();
    if (want != value) return fmt::format("has {} '{}', expected '{}'", key, value, want);
  }
  return "";
}

class Runner {
 public:
  Runner(const Rules& rules, const Gazetteer& gazetteer, Failures& failures)
      : rules_(rules), gazetteer_(gazetteer), failures_(failures) {}

  void run() {
    const EventRules& events = rules_.events();
    for (const auto* triggers : {&events.triggers, &events.acts})
      for (const auto& trigger : triggers->all)
        check(trigger.id, trigger.where, trigger.examples, [&](const Claim& c) { return c.rule == trigger.id; });
    for (const auto& rule : events.status)
      check(fmt::format("the words of {}", name(rule.is)), rule.where, rule.examples,
            [&](const Claim& c) { return c.type == ClaimType::event && c.status == rule.is; });
  }

 private:
  void check(const std::string& what, const Tree& where, const std::vector<EventExample>& examples,
             const auto& is_its) {
    if (std::none_of(examples.begin(), examples.end(), [](const EventExample& example) { return !example.none; }))
      failures_.add(where, what + ": has no example of what it finds; every rule needs one");
    for (const auto& example : examples) {
      const auto claims = claims_in(example);
      const auto found = std::find_if(claims.begin(), claims.end(), is_its);
      if (example.none ? found != claims.end() : found == claims.end())
        failures_.add(example.where, what + (example.none ? ": finds something, expected nothing"
                                                          : ": never fires in its own example"));
      else if (!example.none)
        tell(what, example, difference(*found, example.is));
    }
  }

  void tell(const std::string& what, const EventExample& example, const std::string& wrong) {
    if (!wrong.empty()) failures_.add(example.where, what + ": " + wrong);
  }

  std::vector<Claim> claims_in(const EventExample& example) const {
    Document document;
    document.id = "example";
    document.published = example.at;
    document.text = example.text;
    return claims_of(document, rules_, gazetteer_, true);
  }

  const Rules& rules_;
  const Gazetteer& gazetteer_;
  Failures& failures_;
};

}  // namespace

void check_event_examples(const Rules& rules, const Gazetteer& gazetteer, Failures& failures) {
  Runner(rules, gazetteer, failures).run();
}

}  // namespace dateline
