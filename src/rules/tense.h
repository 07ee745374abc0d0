// The direction in which the words of a clause look. Tested by tests/resolve/resolve_test.cpp.
#pragma once

#include <optional>
#include <string_view>

namespace dateline {

/// What the clause says of the direction in time. `nearest` where a plan is named ("planned for March"), `perfect`
/// for what was over before what the text spoke of ("had met"), `conditional` for what was ahead of it ("would meet"),
/// `infinitive` where there is a verb that does not say.
enum class Tense { none, past, present, future, nearest, perfect, conditional, infinitive };

/// Future, or what would be.
inline bool looks_ahead(Tense tense) { return tense == Tense::future || tense == Tense::conditional; }

/// "none", "past", …
const char* name(Tense);
std::optional<Tense> parse_tense(std::string_view);

}  // namespace dateline
