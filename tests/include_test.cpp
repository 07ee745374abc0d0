// Holds the direction of the includes: which file may see which header, and that the stages meet only in the pipeline.
// A file's folder says what it is. What may be included is the tables below, and nothing else is; every file is judged.
// Reads the sources as text from DATELINE_SOURCE_DIR.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
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
    {"unicode/", {"src/base/letters.cpp", "src/read/encoding.cpp", "src/time/holidays.cpp", "src/time/zones.cpp"}},
    {"re2/", {"src/match/byte_pattern.cpp", "tests/match/automaton_test.cpp", "tests/bench/"}},
    {"uuid/", {"src/base/digest.cpp"}},
    {"SQLiteCpp/", {"src/state/file.cpp", "tests/state/file_test.cpp"}},
    {"sqlite3.h", {"src/state/file.cpp"}},
    {"CLI/", {"src/cli/command_line.cpp"}},
    {"fmt/", {"src/", "tests/"}},
    {"doctest/", {"tests/"}},
    {"dateline/", {"examples/", "tests/install/foreign/"}},  // where it is somebody else's library
    // What the standard library lacks: fsync, isatty.
    {"fcntl.h", {"src/write/file.cpp", "tests/"}},
    {"sys/", {"src/write/file.cpp", "src/serve/", "src/cli/", "tests/"}},
    {"microhttpd.h", {"src/serve/server.cpp"}},
    {"netdb.h", {"src/serve/server.cpp"}},
    {"poll.h", {"src/serve/server.cpp"}},
    {"unistd.h", {"src/write/file.cpp", "src/cli/", "tests/"}},
};

/// A folder of src/ and the folders that its files may include beside itself; a stage sees what lies below and no
/// other stage. The header of a stage in include/dateline/ counts as of its folder; those of the nouns as of none.
struct Layer {
  std::string folder;
  std::vector<std::string> sees;
};

const std::vector<std::string> stages = {"read", "lex", "tag", "resolve", "extract", "merge", "check", "write"};
/// Below the stages, each seeing only what stands before it.
const std::vector<std::string> shared = {"base", "tree", "time", "match", "rules", "claims", "gazetteer"};
/// Above them: what keeps, serves and starts the house, and where the stages meet.
const std::vector<Layer> above = {
    {"state", {}},
    {"serve", {}},
    {"pipeline", {"read", "lex", "tag", "resolve", "extract", "merge", "check", "write", "state"}},
    {"cli", {"read", "merge", "check", "write", "state", "serve", "pipeline"}},
};

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

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_layer(const std::string& name) {
  return holds(stages, name) || holds(shared, name) ||
         std::any_of(above.begin(), above.end(), [&](const Layer& layer) { return layer.folder == name; });
}

/// The folder of a file of src/ or of a header as it is included there: "src/read/html.cpp" and "read/html.h" are of
/// read, as "dateline/read.h" is; "" for a noun ("dateline/claim.h") and for what is of none.
std::string layer_of(const std::string& path) {
  const std::filesystem::path p = path.starts_with("src/") ? path.substr(4) : path;
  const std::string folder = p.begin()->string();
  if (folder != "dateline" && folder != "include") return p.has_parent_path() && is_layer(folder) ? folder : "";
  const std::string stem = p.stem().string();
  if (stem == "dateline") return "pipeline";  // the front of all stages
  return is_layer(stem) ? stem : "";
}

/// Whether a file of the layer may include a header of the other.
bool may_see(const std::string& layer, const std::string& other) {
  if (other.empty() || layer.empty() || layer == other) return true;
  const auto at = std::find(shared.begin(), shared.end(), layer);
  if (at != shared.end()) return std::find(shared.begin(), at, other) != at;
  if (holds(shared, other)) return true;
  const auto own = std::find_if(above.begin(), above.end(), [&](const Layer& l) { return l.folder == layer; });
  return own != above.end() && holds(own->sees, other);
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
      {"include/dateline/claim.h", "\"tree/tree.h\"", false},
      {"include/dateline/claim.h", "<fmt/core.h>", false},
      {"include/dateline/claim.h", "<unistd.h>", false},
      {"src/tree/yaml.cpp", "<yaml-cpp/yaml.h>", true},
      {"src/rules/rules.cpp", "<yaml-cpp/yaml.h>", false},
      {"tests/match/automaton_test.cpp", "<re2/re2.h>", true},
      {"src/match/byte_pattern.cpp", "<re2/re2.h>", true},
      {"src/match/pattern.cpp", "<re2/re2.h>", false},
      {"src/read/read.cpp", "<gumbo.h>", false},
      {"tests/tree/json_test.cpp", "<nlohmann/json.hpp>", false},
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

TEST_CASE("the folder of a file is its stage") {
  struct Row {
    std::string path, layer;
  };
  const std::vector<Row> rows = {
      {"src/read/html.cpp", "read"},
      {"read/html.h", "read"},
      {"dateline/read.h", "read"},
      {"dateline/claim.h", ""},
      {"dateline/dateline.h", "pipeline"},
      {"include/dateline/check.h", "check"},
      {"src/write/page/page.h", "write"},
      {"checksum.h", ""},
      {"src/ready/x.cpp", ""},
      {"tree/tree.h", "tree"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    CHECK(layer_of(row.path) == row.layer);
  }
}

TEST_CASE("which folder may see which") {
  struct Row {
    std::string layer, other;
    bool allowed;
  };
  const std::vector<Row> rows = {
      {"lex", "match", true},    {"lex", "tag", false},     {"tag", "resolve", false},  {"match", "base", true},
      {"base", "match", false},  {"claims", "rules", true}, {"rules", "claims", false}, {"check", "merge", false},
      {"write", "state", false}, {"state", "write", false}, {"state", "claims", true},  {"pipeline", "check", true},
      {"extract", "", true},     {"serve", "write", false}, {"cli", "serve", true},     {"cli", "tag", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.layer);
    CAPTURE(row.other);
    CHECK(may_see(row.layer, row.other) == row.allowed);
  }
}

TEST_CASE("every header stands where it may") {
  for (const auto& source : sources({"include", "src", "tests", "examples"})) {
    for (const auto& header : source.headers) {
      CAPTURE(source.file);
      CAPTURE(header);
      CHECK(may_include(source.file, header));
    }
  }
}

TEST_CASE("no stage sees another, and every file of src/ is of a folder that the tables know") {
  for (const auto& source : sources({"include", "src"})) {
    CAPTURE(source.file);
    const std::string layer = layer_of(source.file);
    if (source.file.starts_with("src/")) CHECK(!layer.empty());
    for (const auto& header : source.headers) {
      if (is_bracketed(header)) continue;
      CAPTURE(header);
      CHECK(may_see(layer, layer_of(bare(header))));
    }
  }
}
