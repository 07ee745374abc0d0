// What was told of an event ↔ JSON, for the cells of the state. Tested by tests/state/state_test.cpp.
#pragma once

#include <string>

#include "dateline/state.h"

namespace dateline {

std::string account_to_json(const Account&);
/// `file` is the name used in errors; throws Error for what account_to_json did not write.
Account account_from_json(std::string_view, const std::string& file);

}  // namespace dateline
