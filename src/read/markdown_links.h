// Markdown as it is read: the words of a link count, its address does not.
// Tested by tests/read/read_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// "[the call](https://…)" is "the call"; pictures, "<https://…>" and the lines that define a link's address are gone.
/// Lines stay lines. Linear in the text.
std::string without_link_targets(std::string_view text);

}  // namespace dateline
