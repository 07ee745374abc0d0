// A record of CSV: RFC 4180, CRLF. Tested by tests/write/csv_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

constexpr const char* csv_byte_order_mark = "\xEF\xBB\xBF";

/// One record, built cell by cell.
class CsvRecord {
 public:
  /// A number, a date or another value of ours; stands as it is.
  CsvRecord& value(const std::string& text);
  /// Text of others on one line: what a spreadsheet would run as a formula gets an apostrophe before it.
  CsvRecord& text(std::string_view raw);
  /// The same over several lines, each of them clean.
  CsvRecord& lines(std::string_view raw);
  CsvRecord& blanks(int cells);
  std::string end() const { return line_ + "\r\n"; }

 private:
  std::string line_;
  bool is_first_ = true;
};

}  // namespace dateline
