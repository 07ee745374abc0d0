// Runs the program as a user does, in a folder that goes away with the test.
#pragma once

#include <sys/wait.h>

#include <cstdlib>

#include "folder.h"

namespace dateline::tests {

struct Ran {
  int status = 0;  ///< what the program exits with; -1 where a signal ended it
  std::string out;
  std::string err;
};

inline std::string bytes_of(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

/// `arguments` as a shell takes them; paths in them are relative to the folder, and so are those in the messages.
/// `before` is what the shell does first: "ulimit -f 1".
inline Ran run_program(const Folder& folder, const std::string& arguments, const std::string& before = "true") {
  const Folder caught;
  const std::string out = (caught.path / "out").string(), err = (caught.path / "err").string();
  const std::string command = "cd '" + folder.path.string() + "' && " + before + " && '" DATELINE_PROGRAM "' " +
                              arguments + " </dev/null >'" + out + "' 2>'" + err + "'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out), bytes_of(err)};
}

/// Names of the files in a folder, sorted; what is left of a file half written would be among them.
inline std::string files_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string out;
  for (const auto& each : names) out += (out.empty() ? "" : " ") + each;
  return out;
}

}  // namespace dateline::tests
