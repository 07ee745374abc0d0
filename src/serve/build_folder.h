// The folder that `dateline build` writes, as it is at the moment of a request. Tested by
// tests/serve/build_folder_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "serve/answer.h"

namespace dateline::http {

class BuildFolder {
 public:
  explicit BuildFolder(std::string path) : path_(std::move(path)) {}

  /// Reads anew where a file has changed since it was last asked. What is missing or cannot be read is not in the
  /// build. Answers that were made of an earlier build keep its bytes. Never throws for what lies in the folder.
  const Build& current();

 private:
  /// What tells two states of a file apart without reading it. A file that takes the place of another has another
  /// inode.
  struct Stamp {
    std::uint64_t inode = 0, size = 0;
    std::int64_t seconds = 0, nanoseconds = 0;  ///< of its last change, since 1970
    bool operator==(const Stamp&) const = default;
  };
  using Stamps = std::map<std::string_view, Stamp>;

  Stamps stamps() const;
  Build read(const Stamps&) const;

  std::string path_;
  Stamps stamps_;  ///< when build_ was read
  Build build_ = read({});
};

}  // namespace dateline::http
