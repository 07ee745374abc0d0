// The read stage: files and folders → Documents, each with what is known of its publication.
// Formats are a table; sources.yaml goes over what a document says, --published under it. Tested by
// tests/read/read_test.cpp.
#include "dateline/read.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/input_files.h"
#include "read/encoding.h"
#include "read/formats.h"
#include "read/publication.h"
#include "read/sources.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

using Reader = void (*)(const InputFile&, const PublicationRules&, ReadResult&);

struct Format {
  std::string_view ending;
  Reader reader;
};

constexpr Format formats[] = {
    {".txt", read_text},         {".md", read_text},           {".markdown", read_text},
    {".html", read_html},        {".htm", read_html},          {".xhtml", read_html},
    {".jsonl", read_json_lines}, {".ndjson", read_json_lines}, {".json", read_json},
};

Reader by_ending(const fs::path& path) {
  const std::string last = ending(path);
  const auto found =
      std::find_if(std::begin(formats), std::end(formats), [&](const Format& format) { return format.ending == last; });
  return found == std::end(formats) ? nullptr : found->reader;
}

// What a file without a known ending is, by its first sign that is not blank.
Reader by_content(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  const std::string_view start = at == std::string_view::npos ? "" : text.substr(at);
  if (start.starts_with('{') || start.starts_with("[{")) return read_json;
  return start.starts_with('<') ? read_html : read_text;
}

// What lies beside articles in a folder and tells of the folder.
bool is_about_the_folder(const std::string& name) { return name.starts_with("README") || name.starts_with("LICENSE"); }

bool is_article(const fs::path& path) { return by_ending(path) && !is_about_the_folder(path.filename().string()); }

void read_content(std::string bytes, Reader reader, const std::string& name, const std::string& id,
                  const PublicationRules& rules, ReadResult& result) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::string_view content =
      std::string_view(bytes).substr(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  const bool is_html = (reader ? reader : by_content(content)) == read_html;
  std::string text = decode(std::move(bytes), is_html ? declared_charset(content, rules) : "", name);
  if (!reader) reader = by_content(text);
  reader({name, id, std::move(text)}, rules, result);
}

/// One call of read(): what has been seen so far, and where the result grows.
struct Run {
  const PublicationRules& rules;
  ReadResult result{};
  Sources sources{};
  std::set<std::string> folders{}, files{};

  void enter(const fs::path& folder) {
    if (folders.insert(folder.lexically_normal().string()).second) read_sources(folder, rules, sources, result);
  }

  void read_file(const fs::path& path) {
    if (path.filename() == sources_name || !files.insert(path.lexically_normal().string()).second) return;
    enter(path.parent_path());
    const std::size_t before = result.documents.size();
    try {
      read_content(read_bytes(path), by_ending(path), path.string(), path.stem().string(), rules, result);
    } catch (const Error& error) {
      result.errors.push_back(one_line(error));
    }
    for (std::size_t i = before; i < result.documents.size(); ++i) {
      apply_sources(sources, path, result.documents[i]);
      result.documents[i].file = path.string();
    }
  }

  void read_standard_input(std::istream& in) {
    try {
      const std::size_t before = result.documents.size();
      read_content(read_bytes(in, "stdin"), nullptr, "stdin", "stdin", rules, result);
      for (std::size_t i = before; i < result.documents.size(); ++i) result.documents[i].file = "-";
    } catch (const Error& error) {
      result.errors.push_back(one_line(error));
    }
  }

  void read_path(const fs::path& path) {
    visit(path, {is_article, [this](const fs::path& folder) { enter(folder); },
                 [this](const fs::path& file) { read_file(file); },
                 [this](std::string line) { result.errors.push_back(std::move(line)); }});
  }
};

void settle_published(Document& document, const PublicationRules& rules, const ReadOptions& options) {
  find_published(document, document.text, rules);
  if (!document.published) state_published(document, options.published, PublishedBy::option);
}

// An order that does not depend on the order of reading.
void sort_and_drop_copies(std::vector<Document>& documents) {
  const auto all = [](const Document& d) {
    return std::tie(d.id, d.published, d.published_by, d.source, d.title, d.url, d.text);
  };
  std::sort(documents.begin(), documents.end(), [&](const Document& a, const Document& b) {
    return std::tuple_cat(all(a), std::tie(a.file)) < std::tuple_cat(all(b), std::tie(b.file));
  });
  documents.erase(std::unique(documents.begin(), documents.end(),
                              [&](const Document& a, const Document& b) { return all(a) == all(b); }),
                  documents.end());
}

void rename_doubles(ReadResult& result) {
  std::set<std::string> taken;
  for (const Document& document : result.documents) taken.insert(document.id);
  std::string id;
  bool is_first = true;
  int n = 2;
  for (Document& document : result.documents) {
    if (std::exchange(is_first, false) || document.id != id) {
      id = document.id;
      n = 2;
      continue;
    }
    while (!taken.insert(id + '~' + std::to_string(n)).second) ++n;
    document.id = id + '~' + std::to_string(n);
    result.warnings.push_back(id + ": two articles have this id; one is now '" + document.id +
                              "', give it a name of its own");
  }
  std::sort(result.documents.begin(), result.documents.end(),
            [](const Document& a, const Document& b) { return a.id < b.id; });
}

}  // namespace

ReadResult read(const std::vector<std::string>& inputs, std::istream& standard_input, const PublicationRules& rules,
                const ReadOptions& options) {
  Run run{rules};
  for (const std::string& input : inputs)
    if (input == "-")
      run.read_standard_input(standard_input);
    else
      run.read_path(input);
  for (Document& document : run.result.documents) settle_published(document, rules, options);
  sort_and_drop_copies(run.result.documents);
  rename_doubles(run.result);
  return std::move(run.result);
}

}  // namespace dateline
