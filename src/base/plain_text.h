// Text of strangers made fit for a line of a file. Tested by tests/write/write_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// One line without blanks at its ends: every run of white space and line breaks, Unicode's too, is one space;
/// other control characters and those that turn the direction of writing are gone.
std::string one_line(std::string_view text);

/// An http or https address with every byte that may not stand in a URI percent-encoded; "" for anything else.
std::string web_address(std::string_view url);

/// Text of XML and of HTML: what they reserve is escaped; control characters, which XML 1.0 cannot hold, become spaces.
std::string xml_text(std::string_view text);

std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// What stands between the separators; two of them in a row have an empty part between. Refers to `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The text with every `from` made `to`.
std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// Whatever the locale, with just so many decimals: "47.376900". Never "-0".
std::string decimal(double number, int decimals);

}  // namespace dateline
