// Puts an error into words: "file:line:col: message; hint", the line it speaks of, and a caret.
// Tested by tests/base/error_test.cpp and tests/tree/tree_test.cpp.
#include "dateline/error.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t widest_excerpt = 120;  // bytes; a line of JSON may be a megabyte

std::size_t letter_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && ascii::continues_a_letter(text[at])) --at;
  return at;
}

std::string place(const FilePosition& where) {
  if (where.file.empty()) return "";
  std::string out = where.file + ':';
  if (where.line > 0) out += std::to_string(where.line) + ':';
  if (where.line > 0 && where.column > 0) out += std::to_string(where.column) + ':';
  return out + ' ';
}

// Blank as wide as `text`: a tab stays a tab, a letter of several bytes is one column.
std::string blank_like(std::string_view text) {
  std::string out;
  for (char c : text)
    if (!ascii::continues_a_letter(c)) out += c == '\t' ? '\t' : ' ';
  return out;
}

std::string line_and_caret(const FilePosition& where) {
  if (where.column <= 0 || where.source_line.empty()) return "";
  std::string_view line = where.source_line;
  const std::size_t column = std::min(static_cast<std::size_t>(where.column - 1), line.size());
  const std::size_t first = column < widest_excerpt ? 0 : letter_start(line, column - widest_excerpt / 2);
  const std::size_t last =
      line.size() - first <= widest_excerpt ? line.size() : letter_start(line, first + widest_excerpt);
  return '\n' + std::string(line.substr(first, last - first)) + '\n' + blank_like(line.substr(first, column - first)) +
         '^';
}

std::string in_words(const FilePosition& where, const std::string& message, const std::string& hint) {
  return place(where) + message + (hint.empty() ? "" : "; " + hint) + line_and_caret(where);
}

}  // namespace

Error::Error(const FilePosition& where, std::string message, std::string hint)
    : Error(std::make_shared<const Parts>(Parts{where, std::move(message), std::move(hint)})) {}

Error::Error(std::shared_ptr<const Parts> parts)
    : std::runtime_error(in_words(parts->where, parts->message, parts->hint)), parts_(std::move(parts)) {}

}  // namespace dateline
