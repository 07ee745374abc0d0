// Reads rule files and lays one folder over another, as nodes: the stages see only the result. See files.h.
#include "rules/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rules/names.h"
#include "rules/sections.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// The text without what stands under the keys `examples:`, of which the lines are left empty.
std::string without_examples(std::string_view text) {
  std::string out;
  std::size_t indent = std::string_view::npos;  // of the key whose lines are left out
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at);
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const bool blank = begin == line.size() || line[begin] == '\n' || line[begin] == '\r';
    if (!blank && (indent == std::string_view::npos || begin <= indent))
      indent = line.substr(begin).starts_with("examples:") ? begin : std::string_view::npos;
    if (indent == std::string_view::npos)
      out += line;
    else
      out += '\n';
    at = end;
  }
  return out;
}

std::optional<Tree> read_yaml(const fs::path& path, Examples examples = Examples::read) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  const std::string text(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return std::nullopt;
  return parse_yaml(examples == Examples::read ? text : without_examples(text), path.string());
}

Tree* find(Tree& map, std::string_view key) {
  for (auto& [name, value] : map.fields)
    if (name == key) return &value;
  return nullptr;
}

std::string id_of(const Tree& item) { return item.is_map() ? item.text_or("id") : ""; }

Tree* find_id(Tree& list, const std::string& id) {
  const auto found =
      std::find_if(list.items.begin(), list.items.end(), [&](const Tree& item) { return id_of(item) == id; });
  return found == list.items.end() ? nullptr : &*found;
}

bool removes(const Tree& body) { return body.find("remove") && body.at("remove").boolean(); }

[[noreturn]] void fail_for_nothing(const Tree& where, const std::string& what, const std::string& name,
                                   const std::vector<std::string>& known) {
  const std::string like = nearest(name, known);
  where.fail("there is no '" + name + "' to " + what,
             like.empty() ? "an overlay changes what lies below it" : "did you mean '" + like + "'?");
}

std::vector<std::string> keys_of(const Tree& map) {
  std::vector<std::string> out;
  for (const auto& [key, value] : map.fields) out.push_back(key);
  return out;
}

std::vector<std::string> ids_of(const Tree& list) {
  std::vector<std::string> out;
  for (const auto& item : list.items) out.push_back(id_of(item));
  return out;
}

/// `add:` of a list of words or of words with values, to a word list in any of its forms.
void add_words(Tree& list, const Tree& more) {
  if (list.is_list() && more.is_list())
    list.items.insert(list.items.end(), more.items.begin(), more.items.end());
  else if (list.is_list())
    more.fail("the list has words without values", "write add: [word, word]");
  else if (more.is_list() && find(list, "words"))
    add_words(*find(list, "words"), more);
  else if (more.is_list())
    list.set("words", more);
  else if (!more.is_map())
    more.fail("add: is a list of words, or words with their values", "write add: [word] or add: {word: value}");
  else if (Tree* values = find(list, "values")) {
    for (const auto& [word, value] : more.fields)
      if (Tree* known = find(*values, word))
        *known = value;
      else
        values->set(word, value);
  } else
    list.set("values", more);
}

/// Lays one entry on a map: replaces it, adds to it, takes it away, or puts it at the end.
void lay_named(Tree& map, const std::string& name, const Tree& body) {
  Tree* known = find(map, name);
  if (removes(body)) {
    if (!known) fail_for_nothing(body, "remove", name, keys_of(map));
    std::erase_if(map.fields, [&](const auto& field) { return field.first == name; });
  } else if (const Tree* more = body.find("add")) {
    if (!known) fail_for_nothing(body, "add to", name, keys_of(map));
    body.only({"add"});
    add_words(*known, *more);
  } else if (known)
    *known = body;
  else
    map.set(name, body);
}

/// Lays one entry with an id on a list. An id twice in one file is left to the reader, who refuses it.
void lay_listed(Tree& list, const Tree& item) {
  const std::string id = item.at("id").text();
  Tree* known = find_id(list, id);
  if (removes(item)) {
    item.only({"id", "remove"});
    if (!known) fail_for_nothing(item, "remove", id, ids_of(list));
    std::erase_if(list.items, [&](const Tree& rule) { return id_of(rule) == id; });
  } else if (known && known->source != item.source)
    *known = item;
  else
    list.add(item);
}

using Names = std::vector<std::string> (*)(const Tree& file);

std::vector<std::string> ids_of_file(const Tree& file) { return ids_of(file.at("rules")); }

/// An entry that takes away or adds must lie on something.
void check_lies_on_something(const std::vector<RuleFile>& files, const std::string& entry, const Tree& body,
                             Names names_of) {
  if (!removes(body) && !body.find("add")) return;
  std::vector<std::string> known;
  for (const auto& file : files)
    for (auto& name : names_of(file.tree)) known.push_back(std::move(name));
  fail_for_nothing(body, removes(body) ? "remove" : "add to", entry, known);
}

/// The file that has the entry, else the one called as the overlay's, else a new one: `empty`.
Tree& file_for(std::vector<RuleFile>& files, const std::string& entry, const Tree& body, const RuleFile& empty,
               Names names_of) {
  const auto has = [&](const RuleFile& file) {
    const auto names = names_of(file.tree);
    return std::find(names.begin(), names.end(), entry) != names.end();
  };
  auto at = std::find_if(files.begin(), files.end(), has);
  if (at == files.end()) check_lies_on_something(files, entry, body, names_of);
  if (at == files.end())
    at = std::find_if(files.begin(), files.end(), [&](const RuleFile& file) { return file.name == empty.name; });
  if (at == files.end()) at = files.insert(files.end(), empty);
  return at->tree;
}

/// Words, guards and feasts: a map of named entries.
void lay_names(std::vector<RuleFile>& files, const RuleFile& over) {
  for (const auto& [name, body] : over.tree.fields)
    lay_named(file_for(files, name, body, {over.name, Tree::map()}, keys_of), name, body);
}

/// What lies over a file has its family.
void check_family(const std::vector<RuleFile>& files, const RuleFile& over) {
  for (const auto& file : files)
    if (file.name == over.name &&
        over.tree.text_or("family", file.tree.text_or("family")) != file.tree.text_or("family"))
      over.tree.at("family").fail("the " + over.name + " below has the family '" + file.tree.text_or("family") + "'",
                                  "leave family: out, or give the file another name");
}

/// Time: rules with ids.
void lay_rules(std::vector<RuleFile>& files, const RuleFile& over) {
  over.tree.only({"family", "part_only", "rules"});
  check_family(files, over);
  const Tree rules = over.tree.at("rules");
  RuleFile empty = over;
  find(empty.tree, "rules")->items.clear();
  for (const auto& rule : rules.items)
    lay_listed(*find(file_for(files, rule.at("id").text(), rule, empty, ids_of_file), "rules"), rule);
}

/// Context, events and acts: one file of sections, of which those with names or ids are laid over entry by entry.
void lay_sections(std::vector<RuleFile>& files, const RuleFile& over) {
  Tree& base = files.front().tree;
  for (const auto& [name, section] : over.tree.fields) {
    Tree* known = find(base, name);
    if (known && known->is_map() && section.is_map())
      for (const auto& [key, body] : section.fields) lay_named(*known, key, body);
    else if (known && section.is_list() && !section.items.empty() && !id_of(section.items.front()).empty())
      for (const auto& item : section.items) lay_listed(*known, item);
    else
      lay_named(base, name, section);
  }
}

using Lay = void (*)(std::vector<RuleFile>&, const RuleFile&);

/// A key of index.yaml, the files it names and how they lie on others of the kind.
struct Kind {
  const char* key;
  std::vector<RuleFile> RuleFiles::*files;
  Lay lay;
};
constexpr Kind kinds[] = {
    {"words", &RuleFiles::words, lay_names},      {"guards", &RuleFiles::guards, lay_names},
    {"time", &RuleFiles::time, lay_rules},        {"context", &RuleFiles::context, lay_sections},
    {"events", &RuleFiles::events, lay_sections}, {"acts", &RuleFiles::acts, lay_sections},
    {"checks", &RuleFiles::checks, lay_sections}, {"publication", &RuleFiles::publication, lay_sections},
    {"feasts", &RuleFiles::feasts, lay_names}};

RuleFile read_file(const fs::path& folder, const Tree& name, Examples examples) {
  auto tree = read_yaml(folder / name.text(), examples);
  if (!tree) name.fail("'" + name.text() + "' cannot be read", "index.yaml names files of its own folder");
  if (tree->is_null()) *tree = Tree::map();
  if (!tree->is_map()) tree->fail("a rule file is a map", "see the files of rules/en");
  return {fs::path(name.text()).filename().string(), std::move(*tree)};
}

std::vector<RuleFile> read_kind(const fs::path& folder, const Tree& names, Examples examples) {
  std::vector<RuleFile> out;
  if (!names.is_list()) out.push_back(read_file(folder, names, examples));
  for (const auto& name : names.items) out.push_back(read_file(folder, name, examples));
  return out;
}

/// Lays the files of a folder on those below; where none are, they are those.
void lay_files(std::vector<RuleFile>& below, std::vector<RuleFile> files, Lay lay) {
  if (below.empty())
    below = std::move(files);
  else
    for (const auto& file : files) lay(below, file);
}

/// The words within files of sections are read after all others. A list that is there already is told by the lexicon.
void add_words_within(std::vector<RuleFile>& words, std::vector<RuleFile>& files, bool alone) {
  auto own = words_within(files);
  if (alone)
    words.insert(words.end(), own.begin(), own.end());
  else
    lay_files(words, std::move(own), lay_names);
}

/// `alone`: nothing lies below, so that the folder must have all that a language needs.
void lay_folder(RuleFiles& below, const fs::path& folder, const Tree& index, bool alone, Examples examples) {
  for (const Kind& kind : kinds) {
    const bool optional = !alone || kind.files == &RuleFiles::feasts || kind.files == &RuleFiles::checks ||
                          kind.files == &RuleFiles::acts || kind.files == &RuleFiles::publication;
    const Tree* names = optional ? index.find(kind.key) : &index.at(kind.key);
    if (!names) continue;
    auto files = read_kind(folder, *names, examples);
    if (examples == Examples::read) check_ids(files, below.*kind.files);
    if (kind.lay == lay_names) check_names(files);
    if (kind.lay == lay_sections && !files.empty()) {
      add_words_within(below.words, files, alone);
      files = {joined(files)};
    }
    lay_files(below.*kind.files, std::move(files), kind.lay);
  }
}

std::string languages_in(const fs::path& root) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator at(root, failed), end; at != end; at.increment(failed))
    if (fs::exists(at->path() / "index.yaml", failed)) names.push_back(at->path().filename().string());
  std::sort(names.begin(), names.end());
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

/// What every language stands on.
RuleFiles read_world(const fs::path& root, Examples examples) {
  const fs::path feasts = root / "world" / "feasts.yaml";
  auto tree = read_yaml(feasts, examples);
  if (!tree)
    throw Error(feasts.string() + ": cannot be read",
                "--rules names a folder with an index.yaml, or one with en/ and world/");
  RuleFiles files;
  files.feasts.push_back({"feasts.yaml", std::move(*tree)});
  return files;
}

/// `path` is what extends what, from the language asked for on.
RuleFiles read_language(const fs::path& root, const std::string& language, std::vector<std::string> path,
                        const Tree* extends, Examples examples) {
  const auto index = read_yaml(root / language / "index.yaml");
  const std::string known = languages_in(root);
  const std::string hint = known.empty() ? "--rules names a folder with an index.yaml, or one with en/ and world/"
                                         : "the languages here are " + known;
  if (!index && extends) extends->fail("there is no language '" + language + "'", hint);
  if (!index) throw Error((root / language / "index.yaml").string() + ": cannot be read", hint);
  if (std::find(path.begin(), path.end(), language) != path.end())
    extends->fail("'" + language + "' extends itself", "a language stands on another, down to one that stands alone");
  index->only({"extends", "words", "guards", "time", "context", "events", "acts", "checks", "publication", "feasts"});
  path.push_back(language);
  const Tree* base = index->find("extends");
  RuleFiles files = base ? read_language(root, base->text(), path, base, examples) : read_world(root, examples);
  lay_folder(files, root / language, *index, base == nullptr, examples);
  return files;
}

}  // namespace

RuleFiles read_rule_files(const std::string& folder, const std::string& language,
                          const std::vector<std::string>& overlays, Examples examples) {
  RuleFiles files = read_language(folder, language, {}, nullptr, examples);
  for (const fs::path overlay : overlays) {
    const auto index = read_yaml(overlay / "index.yaml");
    if (!index && fs::is_directory(overlay / "world")) continue;  // it has actors and places only
    if (!index)
      throw Error((overlay / "index.yaml").string() + ": cannot be read",
                  "a folder of --rules has an index.yaml that names its files, or a folder world/");
    index->only({"words", "guards", "time", "context", "events", "acts", "checks", "publication", "feasts"});
    lay_folder(files, overlay, *index, false, examples);
  }
  return files;
}

}  // namespace dateline
