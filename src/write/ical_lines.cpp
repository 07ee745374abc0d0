// The outermost layer of RFC 5545: escapes, and lines that fold.
// Offers what ical_lines.h says. Tested by tests/write/ical_test.cpp.
#include "write/ical_lines.h"

#include "base/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t widest_line = 75;  // octets, without CRLF

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// How many bytes of `text` fit in `width` without tearing a letter; all of `width` where there is none to save.
std::size_t fitting(std::string_view text, std::size_t width) {
  if (text.size() <= width) return text.size();
  std::size_t end = width;
  while (end > 0 && width - end < 4 && ascii::continues_a_letter(text[end])) --end;
  return end > 0 && !ascii::continues_a_letter(text[end]) ? end : width;
}

}  // namespace

std::string ical_text(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\n') out += "\\n";
    if (is_control(c)) continue;
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

std::string content_line(std::string_view name, std::string_view value) {
  const std::string line = std::string(name) + ':' + std::string(value);
  std::string_view rest = line;
  std::string out;
  while (!rest.empty()) {
    const std::size_t width = out.empty() ? widest_line : widest_line - 1;  // a space stands before the others
    const std::size_t taken = fitting(rest, width);
    if (!out.empty()) out += ' ';
    out += rest.substr(0, taken);
    out += "\r\n";
    rest.remove_prefix(taken);
  }
  return out;
}

}  // namespace dateline
