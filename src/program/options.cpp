// What the commands share of their options. Tested by tests/cli_test.cpp.
#include "program/options.h"

#include <filesystem>

#include "dateline/error.h"

namespace dateline::program {

std::optional<Moment> published_of(const Options& options) {
  if (options.published.empty()) return std::nullopt;
  const auto moment = parse_moment(options.published);
  if (!moment) throw Error("--published: '" + options.published + "' is no date", "write it as 2025-10-23 or 2025-10-23T09:00");
  return moment;
}

std::string rules_folder(const Options& options) {
  if (!options.rules.empty()) return options.rules;
  return std::filesystem::is_directory(DATELINE_SOURCE_RULES) ? DATELINE_SOURCE_RULES : DATELINE_INSTALLED_RULES;
}

Rules load_rules(const Options& options) { return Rules(rules_folder(options), options.language, options.overlays); }

}  // namespace dateline::program
