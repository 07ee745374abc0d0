// Reads the files of the world and lays those of overlays over them. See files.h.
#include "gazetteer/files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace dateline {
namespace {

std::string named_by(const Tree& entry, const std::string& key) {
  return key.empty() || !entry.is_map() ? "" : entry.text_or(key);
}

void lay_entry(Tree& list, const Tree& entry, const std::string& key) {
  const std::string name = named_by(entry, key);
  const auto is_same = [&](const Tree& other) { return !name.empty() && named_by(other, key) == name; };
  const auto known = std::find_if(list.items.begin(), list.items.end(), is_same);
  const bool goes = entry.find("remove") && entry.at("remove").boolean();
  if (goes && known == list.items.end())
    entry.fail("there is no '" + name + "' to remove", "an overlay changes what lies below it");
  if (goes)
    list.items.erase(known);
  else if (known != list.items.end())
    *known = entry;
  else
    list.add(entry);
}

void lay(Tree& below, const Tree& over, const std::string& key);

void lay_field(Tree& map, const std::string& name, const Tree& value, const std::string& key) {
  const auto known =
      std::find_if(map.fields.begin(), map.fields.end(), [&](const auto& field) { return field.first == name; });
  if (known == map.fields.end())
    map.set(name, value);
  else
    lay(known->second, value, key);
}

void lay(Tree& below, const Tree& over, const std::string& key) {
  if (below.is_list() && over.is_list())
    for (const Tree& entry : over.items) lay_entry(below, entry, key);
  else if (below.is_map() && over.is_map())
    for (const auto& [name, value] : over.fields) lay_field(below, name, value, key);
  else
    below = over;
}

}  // namespace

Tree WorldFiles::yaml(const std::string& name, const std::string& key) const {
  const auto all = texts(name);
  Tree out = parse_yaml(all.front().text, all.front().file);
  for (std::size_t i = 1; i < all.size(); ++i) lay(out, parse_yaml(all[i].text, all[i].file), key);
  return out;
}

std::vector<WorldFiles::Text> WorldFiles::texts(const std::string& name) const {
  std::vector<Text> out;
  for (const auto& folder : folders_) {
    const auto path = folder / "world" / name;
    std::ifstream in(path, std::ios::binary);
    if (in)
      out.push_back({path.string(), std::string(std::istreambuf_iterator<char>(in), {})});
    else if (out.empty())
      throw Error(path.string() + ": cannot be read",
                  "--rules names a folder with an index.yaml, or one with en/ and world/");
  }
  return out;
}

}  // namespace dateline
