// Names for events that last: UUIDv5 (RFC 9562) of what was first known of one. Tested by tests/merge/merge_test.cpp.
#pragma once

#include <string>

namespace dateline {

/// The UUIDv5 of `name` in dateline's own namespace, in lower case.
std::string uid_of(const std::string& name);

}  // namespace dateline
