// Holds the direction of the includes: which file may see which header, and that the stages meet only in the pipeline.
// Reads the sources as text from DATELINE_SOURCE_DIR. What may be included is the tables below, and nothing else is.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// Headers that begin with `prefix` may stand in files whose path begins with one of `allowed`.
struct HeaderRule {
  std::string prefix;
  std::vector<std::string> allowed;
};

const std::vector<HeaderRule> third_party = {
    {"date/", {"include/dateline/", "src/", "tests/"}},
    {"yaml-cpp/", {"src/tree/yaml.cpp"}},
    {"nlohmann/", {"src/tree/json.cpp"}},
    {"gumbo.h", {"src/read/html.cpp"}},
    {"unicode/", {"src/time/holidays.cpp", "src/time/zones.cpp"}},
    {"re2/", {"tests/match/automaton_test.cpp", "tests/bench/"}},
    {"uuid/", {"src/base/digest.cpp"}},
    {"SQLiteCpp/", {"src/state/file.cpp", "tests/state/file_test.cpp"}},
    {"sqlite3.h", {"src/state/file.cpp"}},
    {"CLI/", {"src/cli/command_line.cpp"}},
    {"fmt/", {"src/", "tests/"}},
    {"doctest/", {"tests/"}},
    {"dateline/", {"tests/install/foreign/"}},  // where it is an installed library itself
    // What the standard library lacks: encodings, fsync, isatty.
    {"iconv.h", {"src/read/encoding.cpp"}},
    {"fcntl.h", {"src/write/file.cpp", "tests/"}},
    {"sys/", {"src/write/file.cpp", "src/serve/", "src/program/", "tests/"}},
    {"microhttpd.h", {"src/serve/server.cpp"}},
    {"netdb.h", {"src/serve/server.cpp"}},
    {"poll.h", {"src/serve/server.cpp"}},
    {"unistd.h", {"src/write/file.cpp", "src/program/", "tests/"}},
};

const std::vector<std::string> stages = {"read", "tag", "resolve", "extract", "merge", "check", "write"};

/// Where stages meet: paths that begin so.
const std::vector<std::string> meeting_places = {"include/dateline/pipeline.", "src/pipeline.", "src/pipeline_state.", "src/program/"};

bool begins_with_any(std::string_view text, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) { return text.starts_with(prefix); });
}

/// The header of an #include line with its brackets or quotes: "<re2/re2.h>"; empty for any other line.
std::string included(std::string line) {
  std::erase_if(line, [](char c) { return c == ' ' || c == '\t'; });
  constexpr std::string_view directive = "#include";
  if (!line.starts_with(directive) || line.size() < directive.size() + 2) return "";
  const char close = line[directive.size()] == '<' ? '>' : '"';
  const auto end = line.find(close, directive.size() + 1);
  return end == std::string::npos ? "" : line.substr(directive.size(), end + 1 - directive.size());
}

bool is_bracketed(const std::string& header) { return header.front() == '<'; }
std::string bare(const std::string& header) { return header.substr(1, header.size() - 2); }

/// <vector>, <cstddef>: the only headers with neither a folder nor an ending.
bool is_standard(const std::string& header) {
  return is_bracketed(header) && header.find_first_of("/.") == std::string::npos;
}

bool may_include(const std::string& file, const std::string& header) {
  if (is_standard(header)) return true;
  if (!is_bracketed(header)) return !file.starts_with("include/") || bare(header).starts_with("dateline/");
  const auto allows = [&](const HeaderRule& rule) {
    return bare(header).starts_with(rule.prefix) && begins_with_any(file, rule.allowed);
  };
  return std::any_of(third_party.begin(), third_party.end(), allows);
}

/// The stage that a path belongs to by the first word of its file's name, or "".
/// "src/read/html_document.cpp" and "dateline/read.h" are of read; "src/ready.h" is of none.
std::string stage_of(const std::string& path) {
  const std::string stem = std::filesystem::path(path).stem().string();
  const std::string word = stem.substr(0, stem.find('_'));
  return std::find(stages.begin(), stages.end(), word) == stages.end() ? "" : word;
}

bool is_meeting_place(const std::string& file) { return begins_with_any(file, meeting_places); }

/// The stages that a file sees: its own and those of its headers.
std::set<std::string> stages_seen(const std::string& file, const std::vector<std::string>& headers) {
  std::set<std::string> seen{stage_of(file)};
  for (const auto& header : headers) {
    if (!is_bracketed(header)) seen.insert(stage_of(bare(header)));
  }
  seen.erase("");
  return seen;
}

std::vector<std::string> includes_of(const std::filesystem::path& file) {
  std::vector<std::string> headers;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (auto header = included(line); !header.empty()) headers.push_back(std::move(header));
  }
  return headers;
}

struct Source {
  std::string file;  ///< from the top folder
  std::vector<std::string> headers;
};

/// Every .h and .cpp under `folders`.
std::vector<Source> sources(const std::vector<std::string>& folders) {
  namespace fs = std::filesystem;
  const fs::path top = DATELINE_SOURCE_DIR;
  std::vector<Source> found;
  for (const auto& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
      const auto ending = entry.path().extension();
      if (ending != ".h" && ending != ".cpp") continue;
      found.push_back({entry.path().lexically_relative(top).generic_string(), includes_of(entry.path())});
    }
  }
  return found;
}

}  // namespace

TEST_CASE("an include line is read whatever its spaces") {
  struct Row {
    std::string line, header;
  };
  const std::vector<Row> rows = {
      {"#include <re2/re2.h>", "<re2/re2.h>"},
      {"  #  include\t\"dateline/time.h\"  // why", "\"dateline/time.h\""},
      {"// #include <vector>", ""},
      {"#include HEADER", ""},
      {"#include <vector", ""},
      {"#include", ""},
      {"#define include <x>", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK(included(row.line) == row.header);
  }
}

TEST_CASE("who may include what") {
  struct Row {
    std::string file, header;
    bool allowed;
  };
  const std::vector<Row> rows = {
      {"include/dateline/time.h", "<date/date.h>", true},
      {"include/dateline/time.h", "<compare>", true},
      {"include/dateline/claim.h", "\"dateline/time.h\"", true},
      {"include/dateline/claim.h", "\"tree.h\"", false},
      {"include/dateline/claim.h", "<fmt/core.h>", false},
      {"include/dateline/claim.h", "<unistd.h>", false},
      {"src/tree/yaml.cpp", "<yaml-cpp/yaml.h>", true},
      {"src/rules/rules.cpp", "<yaml-cpp/yaml.h>", false},
      {"tests/match/automaton_test.cpp", "<re2/re2.h>", true},
      {"src/match/pattern.cpp", "<re2/re2.h>", false},
      {"src/read/read.cpp", "<gumbo.h>", false},
      {"tests/json_test.cpp", "<nlohmann/json.hpp>", false},
      {"src/merge/merge.cpp", "<fmt/format.h>", true},
      {"src/merge/merge.cpp", "<doctest/doctest.h>", false},
      {"src/merge/merge.cpp", "<boost/any.hpp>", false},  // a library that no table names
  };
  for (const auto& row : rows) {
    CAPTURE(row.file);
    CAPTURE(row.header);
    CHECK(may_include(row.file, row.header) == row.allowed);
  }
}

TEST_CASE("the stages that a file sees") {
  struct Row {
    std::string file;
    std::vector<std::string> headers;
    std::set<std::string> stages;
  };
  const std::vector<Row> rows = {
      {"src/read/html_document.cpp", {"\"dateline/read.h\"", "<gumbo.h>"}, {"read"}},
      {"src/tag/tag.cpp", {"\"dateline/tag.h\"", "\"dateline/resolve.h\""}, {"resolve", "tag"}},
      {"src/checksum.cpp", {"\"ready.h\"", "\"tree.h\""}, {}},
      {"src/timeline.cpp", {"\"write_file.h\""}, {"write"}},
      {"src/merge/merge.cpp", {"<check.h>"}, {"merge"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.file);
    CHECK(stages_seen(row.file, row.headers) == row.stages);
  }
}

TEST_CASE("every header stands where it may") {
  for (const auto& source : sources({"include", "src", "tests"})) {
    for (const auto& header : source.headers) {
      CAPTURE(source.file);
      CAPTURE(header);
      CHECK(may_include(source.file, header));
    }
  }
}

TEST_CASE("no stage sees another") {
  for (const auto& source : sources({"include", "src"})) {
    if (is_meeting_place(source.file)) continue;
    CAPTURE(source.file);
    CHECK(stages_seen(source.file, source.headers).size() <= 1);
  }
}
