// What the readers of the entries of rules/world share. Tested by tests/gazetteer/world_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <date/date.h>

#include "tree/tree.h"

namespace dateline {

/// Splits a name as lex splits a text: words, and signs one by one.
std::vector<std::string> name_tokens(std::string_view name);
/// "2025-10-21", "2025-10" and "2025" → the first day of it; nothing where there is no node. Throws Error.
std::optional<date::local_days> day_from(const Tree* node);
/// The list under a key; empty where there is none.
std::vector<std::string> texts_of(const Tree& node, const char* key);

}  // namespace dateline
