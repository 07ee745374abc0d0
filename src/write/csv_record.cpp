// A record of CSV. See csv_record.h.
#include "write/csv_record.h"

#include <algorithm>
#include <vector>

#include "base/plain_text.h"

namespace dateline {
namespace {

std::string guarded(const std::string& text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos;
  return is_formula ? '\'' + text : text;
}

std::string clean_lines(std::string_view raw) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= raw.size();) {
    const std::size_t end = std::min(raw.find('\n', begin), raw.size());
    out.push_back(one_line(raw.substr(begin, end - begin)));
    begin = end + 1;
  }
  return join(out, "\n");
}

}  // namespace

CsvRecord& CsvRecord::value(const std::string& text) {
  const bool needs_quotes = text.find_first_of(",\"\r\n") != std::string::npos;
  if (!is_first_) line_ += ',';
  is_first_ = false;
  line_ += needs_quotes ? '"' + replaced(text, "\"", "\"\"") + '"' : text;
  return *this;
}

CsvRecord& CsvRecord::text(std::string_view raw) { return value(guarded(one_line(raw))); }

CsvRecord& CsvRecord::lines(std::string_view raw) { return value(guarded(clean_lines(raw))); }

CsvRecord& CsvRecord::blanks(int cells) {
  for (; cells > 0; --cells) value("");
  return *this;
}

}  // namespace dateline
