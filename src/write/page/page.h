// The page of timeline.html, of which html.cpp makes a file: the two parts with the data between them.
// The data is JSON without any "<". Made by page.cmake; tested by tests/write/html_test.cpp and in a browser by
// tests/page/.
#pragma once

#include <string_view>

namespace dateline {

extern const std::string_view page_before_data;
extern const std::string_view page_behind_data;

}  // namespace dateline
