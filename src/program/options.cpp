// What the commands share of their options. Tested by tests/cli_test.cpp.
#include "program/options.h"

#include <sys/auxv.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "dateline/error.h"

namespace dateline::program {
namespace fs = std::filesystem;
namespace {

/// The program's own file, which links are followed to; empty where the system does not tell.
fs::path program_file() {
  const auto* name = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  std::error_code failed;
  return name ? fs::canonical(name, failed) : fs::path();
}

/// In share/ of where the program was installed, wherever that was moved to since; or beside it, where it was built;
/// else where it was to be installed.
std::string shipped_rules() {
  const fs::path folder = program_file().parent_path();
  std::error_code failed;
  for (const fs::path& rules : {folder.parent_path() / "share/dateline/rules", folder / "rules"})
    if (fs::exists(rules / "en/index.yaml", failed)) return fs::canonical(rules).string();
  return DATELINE_INSTALLED_RULES;
}

/// A folder with an index of its own files is laid over the rules; one that holds languages takes their place.
bool is_overlay(const std::string& folder) {
  std::error_code failed;
  return fs::exists(fs::path(folder) / "index.yaml", failed);
}

}  // namespace

std::optional<Moment> published_of(const Options& options) {
  if (options.published.empty()) return std::nullopt;
  const auto moment = parse_moment(options.published);
  if (!moment) throw Error("--published: '" + options.published + "' is no date", "write it as 2025-10-23 or 2025-10-23T09:00");
  return moment;
}

std::string rules_folder(const Options& options) {
  const auto whole = std::find_if_not(options.rules.rbegin(), options.rules.rend(), is_overlay);
  return whole == options.rules.rend() ? shipped_rules() : *whole;
}

Rules load_rules(const Options& options) {
  std::vector<std::string> overlays;
  std::copy_if(options.rules.begin(), options.rules.end(), std::back_inserter(overlays), is_overlay);
  return Rules(rules_folder(options), options.language, overlays);
}

}  // namespace dateline::program
