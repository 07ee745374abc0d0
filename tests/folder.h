// A folder of articles that lasts as long as a test, and what read() makes of it.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "dateline/read.h"
#include "rules/loaded_rules.h"

namespace dateline {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

// A folder that goes away with the test. The names of its files in messages are made relative to it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "dateline-read-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  Folder& file(const std::string& name, const std::string& bytes) {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << bytes;
    return *this;
  }

  ReadResult read(Lines names = {""}, const ReadOptions& options = {}) const {
    for (std::string& name : names)
      if (name != "-") name = name.empty() ? path.string() : (path / name).string();
    std::istringstream nothing;
    ReadResult result = dateline::read(names, nothing, tests::rules().publication(), options);
    for (Lines* lines : {&result.errors, &result.warnings})
      for (std::string& line : *lines) make_relative(line);
    return result;
  }

  fs::path path;

 private:
  void make_relative(std::string& line) const {
    const std::string prefix = path.string() + '/';
    if (line.starts_with(prefix)) line.erase(0, prefix.size());
  }
};

inline ReadResult read_input(const std::string& bytes) {
  std::istringstream in(bytes);
  return read({"-"}, in, tests::rules().publication());
}

inline std::string published(const Document& document) {
  return document.published ? to_string(*document.published) + " by " + name(document.published_by) : "nothing";
}

inline std::string ids(const ReadResult& result) {
  std::string out;
  for (const Document& document : result.documents) out += (out.empty() ? "" : " ") + document.id;
  return out;
}

// The one document of a one-file folder.
inline Document document_of(const std::string& file_name, const std::string& bytes) {
  const ReadResult result = Folder().file(file_name, bytes).read();
  REQUIRE(result.documents.size() == 1);
  return result.documents[0];
}

}  // namespace dateline
