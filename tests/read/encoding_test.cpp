// Bytes of many encodings, and bytes that are none.
#include "read/encoding.h"

#include "base/ascii.h"
#include "folder.h"

using namespace dateline;

TEST_CASE("encodings") {
  const std::string utf16le(
      "\xFF\xFE"
      "Z\0\xFC\0r\0i\0c\0h\0.\0",
      16),
      utf16be("\xFE\xFF\0Z\0\xFC\0r\0i\0c\0h\0.", 16);
  struct Row {
    std::string name, bytes, text;
  };
  const std::vector<Row> rows = {
      {"a.txt", "\xEF\xBB\xBFZ\xC3\xBCrich.", "Zürich.\n"},
      {"a.txt", utf16le, "Zürich.\n"},
      {"a.txt", utf16be, "Zürich.\n"},
      {"a.txt", "One.\r\nTwo.\rThree.", "One.\nTwo.\nThree.\n"},
      {"a.txt",
       std::string("a\0b\x01"
                   "c\td\x7F.",
                   9),
       "a b c\td .\n"},
      {"a.html", "<meta charset=windows-1252><p>Z\xFCrich \x96 Bern.", "Zürich – Bern.\n"},
      {"a.html", "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'><p>Z\xFCrich \x96 Bern.",
       "Zürich – Bern.\n"},
      {"a.html",
       "<?xml version='1.0' encoding='iso-8859-2'?><p>\xA3\xF3"
       "d\xBC.",
       "Łódź.\n"},
      {"a.html", "<meta charset=iso-8859-1><p>Z\xC3\xBCrich.", "Zürich.\n"},  // it is UTF-8 in fact
      {"a.html", "<meta charset=utf-16><p>Zurich.", "Zurich.\n"},
      {"a.html", "<meta charset=gb2312><p>\xB1\xB1\xBE\xA9.", "北京.\n"},
      {"a.jsonl", "{\"text\":\"a\\r\\nb\\u0000c\\rd\"}", "a \nb c\nd\n"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(document_of(row.name, row.bytes).text == row.text, row.bytes);
}

TEST_CASE("well-formed UTF-8") {
  struct Row {
    std::string bytes;
    std::size_t first_invalid;
  };
  const std::vector<Row> rows = {
      {"", std::string::npos},
      {"aé–😀", std::string::npos},
      {"a\xFF", 1},
      {"\x80", 0},
      {"a\xC3", 1},
      {"\xC0\x80", 0},
      {"\xE0\x80\x80", 0},
      {"\xED\xA0\x80", 0},
      {"\xF4\x90\x80\x80", 0},
      {"\xF0\x9F\x98", 0},
      {"\xEF\xBF\xBF", std::string::npos},
      {"ab\xE2\x28\xA1", 2},
  };
  for (const Row& row : rows) CHECK(first_invalid_byte(row.bytes) == row.first_invalid);
}

TEST_CASE("bytes of ASCII, and of letters beyond it") {
  struct Row {
    char byte;
    const char* is;
    char lower, upper;
  };
  const Row rows[] = {
      {'a', "letter", 'a', 'A'},
      {'z', "letter", 'z', 'Z'},
      {'A', "letter", 'a', 'A'},
      {'Z', "letter", 'z', 'Z'},
      {'0', "digit", '0', '0'},
      {'9', "digit", '9', '9'},
      {'@', "other", '@', '@'},
      {'[', "other", '[', '['},
      {'`', "other", '`', '`'},
      {'{', "other", '{', '{'},
      {'/', "other", '/', '/'},
      {':', "other", ':', ':'},
      {'\x7F', "other", '\x7F', '\x7F'},
      {'\xC3', "begins", '\xC3', '\xC3'},
      {'\xBC', "continues", '\xBC', '\xBC'},
      {'\x80', "continues", '\x80', '\x80'},
      {'\xE2', "begins", '\xE2', '\xE2'},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(static_cast<unsigned char>(row.byte)));
    const std::string is = ascii::is_letter(row.byte)            ? "letter"
                           : ascii::is_digit(row.byte)           ? "digit"
                           : ascii::continues_a_letter(row.byte) ? "continues"
                           : ascii::is_beyond(row.byte)          ? "begins"
                                                                 : "other";
    CHECK(is == row.is);
    CHECK(ascii::lower(row.byte) == row.lower);
    CHECK(ascii::upper(row.byte) == row.upper);
  }
  CHECK(ascii::lower("ZÜRICH 1") == "zÜrich 1");
  CHECK(ascii::upper("zürich 1") == "ZüRICH 1");
  CHECK(ascii::capitalized("zürich") == "Zürich");
  CHECK(ascii::capitalized("übersee") == "übersee");
  CHECK(ascii::capitalized("") == "");
}
