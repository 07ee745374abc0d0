// An HTML page as a flat list of nodes in the order of the file: a subtree is a range, no walk recurses.
// Offers parse_html; keeps gumbo in html.cpp. Tested by tests/read/html_document_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

struct HtmlNode {
  std::string tag;                                              ///< lower case; empty for a text
  std::string text;                                             ///< of a text, entities decoded; else empty
  std::vector<std::pair<std::string, std::string>> attributes;  ///< names in lower case
  std::size_t parent = 0;                                       ///< index; the root is its own
  std::size_t end = 0;                                          ///< index behind the last node within it

  bool has(std::string_view attribute_name) const;
  std::string_view attribute(std::string_view attribute_name) const;  ///< empty where there is none
};

/// Empties the tags of more attributes than any page has, for which the parser would take time by their square.
/// Returns how many there were.
std::size_t empty_overlong_tags(std::string& text);

/// Node 0 is the html element. Any bytes are a page; Error only where tags nest beyond reason.
std::vector<HtmlNode> parse_html(const std::string& text, const std::string& file);

/// The text within a node, blanks of every width collapsed to single spaces, none at the ends.
std::string inner_text(const std::vector<HtmlNode>&, std::size_t index);
std::string collapse_blanks(std::string_view);

}  // namespace dateline
