// The outermost layer of RFC 5545: escapes, and lines that fold. Tested by tests/write/ical_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A value of type TEXT: backslash, semicolon, comma and newline are escaped, other control characters dropped.
std::string ical_text(std::string_view);

/// "NAME:value" with CRLF, folded at 75 octets and never within a UTF-8 sequence. The value is escaped already.
std::string content_line(std::string_view name, std::string_view value);

}  // namespace dateline
