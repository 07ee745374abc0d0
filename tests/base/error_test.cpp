// An error as one text, and by its parts.
#include "dateline/error.h"

#include <doctest/doctest.h>

#include <type_traits>

namespace dateline::tests {
namespace {

TEST_CASE("an error tells its parts and puts them into one text") {
  struct Row {
    Error error;
    std::string what, file, message, hint;
    int line, column;
  };
  const Row rows[] = {
      {{"no text"}, "no text", "", "no text", "", 0, 0},
      {{"no text", "write one"}, "no text; write one", "", "no text", "write one", 0, 0},
      {{{"a.yaml", 0, 0, ""}, "is empty"}, "a.yaml: is empty", "a.yaml", "is empty", "", 0, 0},
      {{{"a.yaml", 3, 0, ""}, "is odd", "mend it"}, "a.yaml:3: is odd; mend it", "a.yaml", "is odd", "mend it", 3, 0},
      {{{"a.yaml", 3, 2, "xy: z"}, "is odd", "mend it"},
       "a.yaml:3:2: is odd; mend it\nxy: z\n ^",
       "a.yaml",
       "is odd",
       "mend it",
       3,
       2},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(row.error.what() == row.what);
    CHECK(row.error.file() == row.file);
    CHECK(row.error.line() == row.line);
    CHECK(row.error.column() == row.column);
    CHECK(row.error.message() == row.message);
    CHECK(row.error.hint() == row.hint);
    CHECK(row.error.where().file == row.file);
  }
}

TEST_CASE("a copy of what is thrown cannot throw") { CHECK(std::is_nothrow_copy_constructible_v<Error>); }

}  // namespace
}  // namespace dateline::tests
