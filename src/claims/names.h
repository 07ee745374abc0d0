// The names of enumerators that no public header reads back. Tested by tests/write/write_test.cpp.
#pragma once

#include "dateline/claim.h"

namespace dateline {

/// Reads what name(PublishedBy) writes.
std::optional<PublishedBy> parse_published_by(std::string_view);

}  // namespace dateline
