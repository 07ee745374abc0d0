// See markdown_links.h. Links neither nest nor cross a paragraph here; what is no whole link stays as it is.
#include "read/markdown_links.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_link = 4000;  // bytes of its words, and of its address

/// Where `sign` stands on the same paragraph and near, counted from `at`.
std::size_t find_near(std::string_view text, char sign, std::size_t at) {
  const std::string_view near = text.substr(at, longest_link);
  const std::size_t found = near.find(sign);
  return found == npos || near.substr(0, found).find("\n\n") != npos ? npos : at + found;
}

struct Link {
  std::string_view words;
  std::size_t end = 0;  ///< 0: there is none
};

/// The link whose "[" stands at `at`: "[words](address)" or "[words][name]".
Link link_at(std::string_view text, std::size_t at) {
  const std::size_t close = find_near(text, ']', at + 1);
  if (close == npos || close + 1 >= text.size()) return {};
  const char open = text[close + 1];
  const std::size_t end = open == '('   ? find_near(text, ')', close + 2)
                          : open == '[' ? find_near(text, ']', close + 2)
                                        : npos;
  return end == npos ? Link{} : Link{text.substr(at + 1, close - at - 1), end + 1};
}

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:");
}

/// "[name]: https://…", a whole line: how long it is, or 0.
std::size_t definition_at(std::string_view text, std::size_t at) {
  const std::string_view line = text.substr(at, text.find('\n', at) - at);
  const std::size_t close = line.find("]: ");
  return line.starts_with('[') && close != npos && is_address(line.substr(close + 3)) ? line.size() : 0;
}

/// What begins at `at` and is left out or written otherwise; its end is `at` where it is neither.
Link replaced_at(std::string_view text, std::size_t at) {
  const bool begins_line = at == 0 || text[at - 1] == '\n';
  if (begins_line)
    if (const std::size_t length = definition_at(text, at)) return {"", at + length};
  if (text[at] == '[') return link_at(text, at);
  if (text.substr(at, 2) == "![") return {"", link_at(text, at + 1).end};
  if (text[at] != '<' || !is_address(text.substr(at + 1))) return {};
  const std::size_t close = find_near(text, '>', at);
  return {"", close == npos ? 0 : close + 1};
}

}  // namespace

std::string without_link_targets(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find_first_of("[!<", at), text.size());
    out += text.substr(at, next - at);
    if (next == text.size()) break;
    const Link link = replaced_at(text, next);
    out += link.end ? link.words : text.substr(next, 1);
    at = link.end ? link.end : next + 1;
  }
  return out;
}

}  // namespace dateline
