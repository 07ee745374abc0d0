// See sections.h.
#include "rules/sections.h"

namespace dateline {
namespace {

Tree* find(Tree& map, const std::string& key) {
  for (auto& [name, value] : map.fields)
    if (name == key) return &value;
  return nullptr;
}

void join(Tree& known, const std::string& key, const Tree& more) {
  if (known.is_list() && more.is_list())
    known.items.insert(known.items.end(), more.items.begin(), more.items.end());
  else if (!known.is_map() || !more.is_map())
    more.fail("'" + key + "' stands in two files", "keep one of the two");
  else
    for (const auto& [name, body] : more.fields) {
      if (find(known, name)) body.fail("'" + name + "' stands in two files", "keep one of the two");
      known.set(name, body);
    }
}

}  // namespace

RuleFile joined(const std::vector<RuleFile>& files) {
  RuleFile out = files.front();
  for (auto file = files.begin() + 1; file != files.end(); ++file)
    for (const auto& [key, section] : file->tree.fields)
      if (Tree* known = find(out.tree, key))
        join(*known, key, section);
      else
        out.tree.set(key, section);
  return out;
}

std::vector<RuleFile> words_within(std::vector<RuleFile>& files) {
  std::vector<RuleFile> out;
  for (auto& file : files)
    if (const Tree* words = file.tree.find("words")) {
      out.push_back({file.name, *words});
      std::erase_if(file.tree.fields, [](const auto& field) { return field.first == "words"; });
    }
  return out;
}

}  // namespace dateline
