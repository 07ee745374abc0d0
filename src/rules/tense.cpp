// Tenses by name. See tense.h.
#include "rules/tense.h"

#include <iterator>

namespace dateline {
namespace {

constexpr const char* tense_names[] = {"none",    "past",    "present",     "future",
                                       "nearest", "perfect", "conditional", "infinitive"};

}  // namespace

const char* name(Tense tense) { return tense_names[static_cast<std::size_t>(tense)]; }
std::optional<Tense> parse_tense(std::string_view text) {
  for (std::size_t i = 0; i < std::size(tense_names); ++i)
    if (text == tense_names[i]) return static_cast<Tense>(i);
  return std::nullopt;
}

}  // namespace dateline
