// What the sections of the briefing share: bullets, and footnotes that name the articles.
// Tested by tests/write/markdown_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dateline/claim.h"

namespace dateline {

/// "- text" in lines of a fair width.
std::string bullet(const std::string& text);

/// Numbers documents in the order in which the text cites them.
class Footnotes {
 public:
  /// "[^1][^4]".
  std::string refer(const std::vector<Citation>&);
  /// All that were cited, for the end of the text.
  std::string definitions() const;

 private:
  std::size_t number_of(const Citation&);

  std::map<std::string, std::size_t> numbers_;  ///< by id
  std::vector<Citation> cited_;
};

/// The section that says what has changed since the last run; "" where no state is kept.
std::string changes_section(const Timeline&, Footnotes&);

}  // namespace dateline
