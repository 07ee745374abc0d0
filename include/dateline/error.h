// The one error of the house: where, what, how to mend.
// Thrown for what a user can mend; what a text leaves vague is never an error. Tested by tests/base/error_test.cpp.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

namespace dateline {

struct FilePosition {
  std::string file;
  int line = 0;             ///< from 1; 0 where there is none
  int column = 0;           ///< from 1, in bytes; 0 where there is none
  std::string source_line;  ///< the line itself, for the caret; may be empty

  bool operator==(const FilePosition&) const = default;
};

/// what() is "file:line:column: message; hint", followed by the line and a caret where there is one. The parts are
/// there by themselves, for who shows them in another way.
class Error : public std::runtime_error {
 public:
  Error(std::string message, std::string hint = "") : Error(FilePosition{}, std::move(message), std::move(hint)) {}
  Error(const FilePosition& where, std::string message, std::string hint = "");

  const std::string& file() const { return parts_->where.file; }  ///< empty where the error is of no file's content
  int line() const { return parts_->where.line; }                 ///< from 1; 0 where there is none
  int column() const { return parts_->where.column; }             ///< from 1, in bytes; 0 where there is none
  const FilePosition& where() const { return parts_->where; }
  const std::string& message() const { return parts_->message; }  ///< what is wrong, without place and hint
  const std::string& hint() const { return parts_->hint; }        ///< how to mend it; may be empty

 private:
  struct Parts {
    FilePosition where;
    std::string message, hint;
  };
  Error(std::shared_ptr<const Parts>);
  std::shared_ptr<const Parts> parts_;  // shared: a copy of what is thrown must not throw
};

}  // namespace dateline
