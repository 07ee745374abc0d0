// Bytes of many encodings, and bytes that are none.
#include "read/encoding.h"

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
      {"a.html", "<meta charset=koi8-r><p>\xED\xC9\xD2.", "Мир.\n"},
      {"a.html", "<meta charset=shift_jis><p>\x93\x8C\x8B\x9E.", "東京.\n"},
      {"a.html", "<meta charset=euc-kr><p>\xBC\xAD\xBF\xEF.", "서울.\n"},
      {"a.html", "<meta charset=big5><p>\xA5\x5F\xA8\xCA.", "北京.\n"},
      {"a.html", "<meta charset=gb2312><p>\xB1\xB1\xBE\xA9.", "北京.\n"},
      {"a.jsonl", "{\"text\":\"a\\r\\nb\\u0000c\\rd\"}", "a \nb c\nd\n"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(document_of(row.name, row.bytes).text == row.text, row.bytes);
}
