// The files of rules/world, with those of the same names that overlays have in a folder world/ of their own.
// Tested by tests/rules/overlay_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tree/tree.h"

namespace dateline {

class WorldFiles {
 public:
  /// The folders that hold world/, the undermost first.
  explicit WorldFiles(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

  /// A YAML file. An entry of an overlay takes the place of the one that has the same `key`, goes where it says
  /// `remove: true`, and is added else; without a key all are added. Throws Error where the undermost folder has no
  /// such file.
  Tree yaml(const std::string& name, const std::string& key = "") const;

  /// A file as it stands in one folder.
  struct Text {
    std::string file, text;
  };
  /// It as it stands in each folder that has it; read one behind the other. Throws Error as yaml() does.
  std::vector<Text> texts(const std::string& name) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

}  // namespace dateline
