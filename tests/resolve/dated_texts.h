// Texts and the dates that are found in them, as rows of a table.
#pragma once

#include <doctest/doctest.h>

#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {

/// The values of all expressions that are dates, with a comma between.
inline std::string dates(const char* published, const std::string& text) {
  std::string out;
  for (const auto& m : date_text(text, parse_moment(published), rules()).mentions)
    if (m.dated && m.dated->interval.begin && m.dated->type != TimexType::duration)
      out += (out.empty() ? "" : ", ") + m.dated->value;
  return out;
}

struct DatedRow {
  const char* published;
  const char* text;
  const char* dates;
};

inline void check(const std::vector<DatedRow>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dates(row.published, row.text) == row.dates);
  }
}

}  // namespace dateline::tests
