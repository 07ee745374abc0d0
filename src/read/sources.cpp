// Reads sources.yaml and lays it over documents.
// Tested by tests/read/read_test.cpp.
#include "read/sources.h"

#include <algorithm>

#include "base/input_files.h"
#include "read/encoding.h"
#include "read/publication.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string key_of(const fs::path& file) { return file.lexically_normal().string(); }

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

void warn_of_missing_file(const fs::path& folder, const std::string& name, const Tree& entry, ReadResult& result) {
  std::error_code error;
  if (fs::exists(folder / name, error)) return;
  const std::string near = nearest(name, names_in(folder));
  result.warnings.push_back(
      one_line(Error(entry.position(), "there is no file '" + name + "' here",
                     near.empty() ? "check the name, or take the line out" : "did you mean '" + near + "'?")));
}

void warn_of_unknown_keys(const Tree& entry, ReadResult& result) {
  try {
    entry.only({"published", "date", "source", "title", "url", "fetched"});
  } catch (const Error& error) {
    result.warnings.push_back(one_line(error));
  }
}

void read_entry(const fs::path& folder, const std::string& name, const Tree& entry, const PublicationRules& rules,
                Sources& sources, ReadResult& result) {
  warn_of_missing_file(folder, name, entry, result);
  if (entry.is_null()) return;
  if (!entry.is_map())
    entry.fail("'" + name + "' has no fields", "write {published: 2025-10-23, source: …, title: …, url: …}");
  warn_of_unknown_keys(entry, result);
  Document said;
  take_citation(entry, PublishedBy::sources_yaml, rules, said, result.warnings);
  sources[key_of(folder / name)] = std::move(said);
}

void read_entries(const fs::path& folder, const Tree& entries, const PublicationRules& rules, Sources& sources,
                  ReadResult& result) {
  if (entries.is_null()) return;
  if (!entries.is_map())
    entries.fail("expected a line for each file", "write FILE: {published: 2025-10-23, source: …}");
  for (const auto& [name, entry] : entries.fields) {
    try {
      read_entry(folder, name, entry, rules, sources, result);
    } catch (const Error& error) {
      result.errors.push_back(one_line(error));
    }
  }
}

}  // namespace

void read_sources(const fs::path& folder, const PublicationRules& rules, Sources& sources, ReadResult& result) {
  const fs::path file = folder / sources_name;
  std::error_code error;
  if (!fs::exists(file, error)) return;
  try {
    const Tree entries = parse_yaml(decode(read_bytes(file), "", file.string()), file.string());
    read_entries(folder, entries, rules, sources, result);
  } catch (const Error& problem) {
    result.errors.push_back(one_line(problem));
  }
}

void apply_sources(const Sources& sources, const fs::path& file, Document& document) {
  const auto entry = sources.find(key_of(file));
  if (entry == sources.end()) return;
  const Document& said = entry->second;
  if (!said.source.empty()) document.source = said.source;
  if (!said.title.empty()) document.title = said.title;
  if (!said.url.empty()) document.url = said.url;
  if (said.fetched) document.fetched = said.fetched;
  state_published(document, said.published, PublishedBy::sources_yaml);
}

}  // namespace dateline
