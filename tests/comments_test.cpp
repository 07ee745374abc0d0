// What a comment, a rule or a page cites is there: every path and every test that is named in the sources, and every
// folder of src/ in doc/architecture.md.
#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "program.h"

namespace dateline::tests {
namespace {

const fs::path top = DATELINE_SOURCE_DIR;

/// Folders of the top whose files are cited by their path from there.
const char* const cited_path =
    R"((^|[^A-Za-z0-9_./$}-])(?:src|tests|include|rules|doc|examples|cmake|scripts|schema|completion|output)/)"
    R"((?:[A-Za-z0-9_./-]*[A-Za-z0-9_/])?)";
const char* const cited_test = R"((^|[^A-Za-z0-9_./-])([a-z0-9_]+_test\.(?:cpp|py|js)))";

std::vector<std::string> found(const std::string& text, const char* pattern) {
  const std::regex wanted(pattern);
  std::vector<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
    out.push_back(at->str().substr(static_cast<std::size_t>(at->length(1))));
  return out;
}

/// What stands behind the mark of a comment on a line; "" where there is none.
std::string comment_of(const std::string& line, const std::string& mark) {
  const auto at = line.find(mark);
  return at == std::string::npos ? "" : line.substr(at + mark.size());
}

std::string comments_of(const fs::path& file) {
  const std::string mark = file.extension() == ".h" || file.extension() == ".cpp" ? "//" : "#";
  std::ifstream in(file);
  std::string out;
  for (std::string line; std::getline(in, line);) out += comment_of(line, mark) + '\n';
  return out;
}

std::vector<fs::path> files_under(const std::vector<std::string>& folders, const std::set<std::string>& endings) {
  std::vector<fs::path> out;
  for (const auto& folder : folders)
    for (const auto& entry : fs::recursive_directory_iterator(top / folder))
      if (endings.contains(entry.path().extension().string())) out.push_back(entry.path());
  return out;
}

/// "rules/LANGUAGE/events.yaml" is of every language: English has them all.
bool is_there(std::string path) {
  constexpr std::string_view any = "LANGUAGE";
  if (const auto at = path.find(any); at != std::string::npos) path.replace(at, any.size(), "en");
  return fs::exists(top / path);
}

/// The names of all files of tests/, so that a test may be cited by its name.
std::set<std::string> test_names() {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(top / "tests"))
    names.insert(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("a citation is found in a comment, and its full stop is none of it") {
  struct Row {
    std::string text;
    std::vector<std::string> paths, tests;
  };
  const Row rows[] = {
      {"Tested by tests/lex/lex_test.cpp.", {"tests/lex/lex_test.cpp"}, {}},
      {"Tested by tests/serve/ and every example in rules/.", {"tests/serve/", "rules/"}, {}},
      {"See zones_test.cpp, or src/time/zones.h:", {"src/time/zones.h"}, {"zones_test.cpp"}},
      {"From https://example.org/src/x.cpp and build/tests/y", {}, {}},
      {"Nothing of tests or rules is cited.", {}, {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text, cited_path) == row.paths);
    CHECK(found(row.text, cited_test) == row.tests);
  }
}

TEST_CASE("no comment cites a file that does not exist") {
  const auto names = test_names();
  std::size_t cited = 0;
  for (const auto& file : files_under({"src", "include", "tests", "rules", "examples", "cmake"},
                                      {".h", ".cpp", ".yaml", ".py", ".txt", ".cmake"})) {
    if (file.filename() == "comments_test.cpp") continue;  // its rows cite what is made up
    if (file.string().starts_with((top / "tests/corpus/").string())) continue;
    const std::string comments = comments_of(file);
    INFO(file.lexically_relative(top).string());
    for (const auto& path : found(comments, cited_path)) {
      CAPTURE(path);
      CHECK(is_there(path));
      ++cited;
    }
    for (const auto& name : found(comments, cited_test)) {
      CAPTURE(name);
      CHECK(names.contains(name));
    }
  }
  CHECK(cited > 100);
}

TEST_CASE("doc/architecture.md names every folder of src/, and no page names a path that is not there") {
  const std::string page = bytes_of(top / "doc/architecture.md");
  for (const auto& entry : fs::directory_iterator(top / "src")) {
    const std::string folder = "src/" + entry.path().filename().string() + "/";
    CAPTURE(folder);
    CHECK(page.find('`' + folder + '`') != std::string::npos);
  }
  std::size_t cited = 0;
  const std::string pages[] = {"doc/architecture.md", "CONTRIBUTING.md", "SECURITY.md", "README.md", "rules/README.md"};
  for (const std::string& name : pages) {
    CAPTURE(name);
    for (const auto& path : found(bytes_of(top / name), cited_path)) {
      CAPTURE(path);
      CHECK(is_there(path));
      ++cited;
    }
  }
  CHECK(cited > 50);
}

}  // namespace dateline::tests
