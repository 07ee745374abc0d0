// Text of others inside Markdown, and lines of a fair width.
// Offers what markdown_text.h says. Tested by tests/write/markdown_test.cpp.
#include "write/markdown_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/plain_text.h"

namespace dateline {
namespace {

constexpr std::size_t widest_line = 80;  // letters; what markdownlint allows

// The colon is one: GFM makes links of bare addresses.
bool is_markup(char c) { return std::string_view("\\`*_{}[]<>#|&~^$:").find(c) != std::string_view::npos; }

// "1." or "12)" as the first word: how many bytes stand before the sign, or 0.
std::size_t digits_of_ordinal(std::string_view text) {
  const auto sign = std::find_if_not(text.begin(), text.end(), ascii::is_digit);
  const bool is_ordinal = sign != text.begin() && sign != text.end() && (*sign == '.' || *sign == ')');
  return is_ordinal ? static_cast<std::size_t>(sign - text.begin()) : 0;
}

bool begins_block(std::string_view word) {
  return (!word.empty() && std::string_view("+-=").find(word[0]) != std::string_view::npos) ||
         digits_of_ordinal(word) > 0;
}

// Text may stand where a block begins.
std::string as_first(const std::string& text) {
  return begins_block(text) ? text.substr(0, digits_of_ordinal(text)) + '\\' + text.substr(digits_of_ordinal(text))
                            : text;
}

// cmark finds mail addresses behind escapes too: a word joiner, which has no width, breaks them.
std::string without_links(const std::string& escaped) {
  return replaced(replaced(escaped, "@", "@\u2060"), "www.", "www\\.");
}

std::size_t letters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), ascii::continues_a_letter));
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string out;
  for (char c : one_line(text)) {
    if (is_markup(c)) out += '\\';
    out += c;
  }
  return as_first(without_links(out));
}

std::string wrapped(std::string_view line, std::size_t indent) {
  const std::string break_here = '\n' + std::string(indent, ' ');
  std::string out;
  std::size_t column = 0;
  for (bool is_first = true; !line.empty(); is_first = false) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    const bool breaks = !is_first && column + 1 + letters(word) > widest_line && !begins_block(word);
    if (!is_first) out += breaks ? break_here : " ";
    column = (breaks ? indent : is_first ? 0 : column + 1) + letters(word);
    out += word;
  }
  return out;
}

}  // namespace dateline
