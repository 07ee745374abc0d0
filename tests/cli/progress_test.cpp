// src/cli/progress.h: the words. That they are shown on a terminal only is held by progress_test.py.
#include <doctest/doctest.h>

#include "cli/progress.h"

namespace dateline::tests {

TEST_CASE("how far a run is, in words") {
  const struct {
    std::size_t done, all;
    double seconds;
    const char* line;
  } rows[] = {
      {100, 300, 10, "100 of 300 articles, 10 a second, 20 s left"},
      {1, 383, 0.5, "1 of 383 articles, 2.0 a second, 3 min left"},
      {383, 383, 9, "383 of 383 articles, 43 a second, 0 s left"},
      {500, 100000, 10, "500 of 100000 articles, 50 a second, 33 min left"},
      {1, 10000, 3, "1 of 10000 articles, 0.3 a second, 8 h left"},
  };
  for (const auto& row : rows)
    CHECK(program::progress_line(row.done, row.all, std::chrono::duration<double>(row.seconds)) == row.line);
}

}  // namespace dateline::tests
