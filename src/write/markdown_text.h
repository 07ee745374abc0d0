// Text of others inside Markdown, and lines of a fair width. Tested by tests/write/markdown_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// One line that CommonMark and GFM show letter by letter: no markup, no HTML, no entity, no link of its own.
std::string markdown_text(std::string_view);

/// The line broken at blanks after at most 80 letters where it can be; what follows is indented. No newline at the end.
/// Never breaks where the next word would begin a block.
std::string wrapped(std::string_view line, std::size_t indent);

}  // namespace dateline
