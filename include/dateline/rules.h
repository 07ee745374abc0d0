// The YAML of rules/, compiled. Immutable after load; may be shared between threads.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace dateline {

/// An example that stands in a rule and what the rules make of it.
struct ExampleFailure {
  std::string where;    ///< "rules/en/time/date.yaml:31:7"
  std::string message;  ///< "date.month_day: 'Oct. 30' is 2025-10-30, expected 2025-10-31"
};

/// What `rules list` tells of a rule.
struct RuleInfo {
  std::string id;
  std::string where;
  std::string pattern;  ///< the first of several
  int examples = 0;
  bool part_only = false;  ///< finds no time by itself: other rules take it up, or read does
};

/// Whether the examples in the rules are read too: check_examples() wants them, a tagger starts sooner without.
enum class Examples { read, left_out };

class Lexicon;
struct TimeRules;
struct ContextRules;
class Feasts;
struct EventRules;
struct CheckRules;
class PublicationRules;

class Rules {
 public:
  /// Reads `folder`/`language` with the language that it extends and `folder`/world, and lays the folders of `overlays`
  /// over them in their order. Throws Error with file, line, column, caret and hint.
  explicit Rules(const std::string& folder, const std::string& language = "en",
                 const std::vector<std::string>& overlays = {}, Examples = Examples::read);
  Rules(Rules&&) noexcept;
  Rules& operator=(Rules&&) noexcept;
  ~Rules();

  const Lexicon& lexicon() const;
  const TimeRules& time() const;
  const ContextRules& context() const;
  const Feasts& holidays() const;
  const EventRules& events() const;
  const CheckRules& checks() const;
  const PublicationRules& publication() const;

  std::vector<RuleInfo> list() const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace dateline
