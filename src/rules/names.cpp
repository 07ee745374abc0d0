// See names.h.
#include "rules/names.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace dateline {
namespace {

/// Calls `see` for each entry that has an id, in the sections of the file.
template <class See>
void for_each_id(const RuleFile& file, See see) {
  for (const auto& [section, list] : file.tree.fields)
    for (const auto& item : list.items)
      if (item.is_map() && item.find("id")) see(item);
}

void check_id(const Tree& id, const std::string& file) {
  const std::string name = std::filesystem::path(file).stem().string();
  const std::string& text = id.text();
  if (text.starts_with(name + ".") && text.size() > name.size() + 1) return;
  id.fail("the id '" + text + "' does not begin with '" + name + ".', the name of its file",
          "call it '" + name + "." + text.substr(text.find('.') + 1) + "', or move it to a file of its name");
}

}  // namespace

void check_ids(const std::vector<RuleFile>& files, const std::vector<RuleFile>& below) {
  std::set<std::string> known, seen;
  for (const auto& file : below) for_each_id(file, [&](const Tree& item) { known.insert(item.at("id").text()); });
  for (const auto& file : files)
    for_each_id(file, [&](const Tree& item) {
      const Tree& id = item.at("id");
      if (!seen.insert(id.text()).second) id.fail("two rules have the id '" + id.text() + "'", "rename one of them");
      if (!known.contains(id.text()) && !item.find("remove")) check_id(id, file.name);
    });
}

void check_names(const std::vector<RuleFile>& files) {
  std::set<std::string> seen;
  for (const auto& file : files)
    for (const auto& [name, body] : file.tree.fields)
      if (!seen.insert(name).second) body.fail("'" + name + "' is defined twice", "give one of them another name");
}

}  // namespace dateline
