// The one error of the house: where, what, how to mend.
// Thrown for what a user can mend; what a text leaves vague is never an error.
#pragma once

#include <stdexcept>
#include <string>

namespace dateline {

struct FilePosition {
  std::string file;
  int line = 0;             ///< from 1; 0 where there is none
  int column = 0;           ///< from 1, in bytes; 0 where there is none
  std::string source_line;  ///< the line itself, for the caret; may be empty
};

/// what() is "file:line:column: message; hint", followed by the line and a caret where there is one.
class Error : public std::runtime_error {
 public:
  Error(std::string message, std::string hint = "") : Error(FilePosition{}, std::move(message), std::move(hint)) {}
  Error(const FilePosition& where, std::string message, std::string hint = "");
};

}  // namespace dateline
