// What the commands share of their options. Tested by tests/cli/cli_test.cpp.
#include "cli/options.h"

#include <sys/auxv.h>

#include <filesystem>

#include "dateline/error.h"
#include "dateline/state.h"

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

/// A folder that holds languages takes the place of the shipped rules; any other is laid over them.
bool is_whole(const std::string& folder) {
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; at != end; at.increment(failed))
    if (fs::exists(at->path() / "index.yaml", failed)) return true;
  return false;
}

struct RuleFolders {
  std::string whole;
  std::vector<std::string> overlays;
};

RuleFolders rule_folders(const Options& options) {
  RuleFolders out;
  for (const auto& folder : options.rules)
    if (is_whole(folder))
      out.whole = folder;
    else
      out.overlays.push_back(folder);
  if (out.whole.empty()) out.whole = shipped_rules();
  return out;
}

}  // namespace

std::optional<Moment> published_of(const Options& options) {
  if (options.published.empty()) return std::nullopt;
  const auto moment = parse_moment(options.published);
  if (!moment)
    throw Error("--published: '" + options.published + "' is no date", "write it as 2025-10-23 or 2025-10-23T09:00");
  return moment;
}

Rules load_rules(const Options& options, Examples examples) {
  const auto folders = rule_folders(options);
  return Rules(folders.whole, options.language, folders.overlays, examples);
}

std::string key_of_rules(const Options& options) {
  auto [whole, folders] = rule_folders(options);
  folders.insert(folders.begin(), whole);
  return rules_key(folders, options.language);
}

Gazetteer load_gazetteer(const Options& options) {
  const auto folders = rule_folders(options);
  return Gazetteer(folders.whole, folders.overlays);
}

}  // namespace dateline::program
