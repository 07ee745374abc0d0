// Letters of any script, and bytes of ASCII.
#include "base/letters.h"

#include <doctest/doctest.h>

using namespace dateline;

TEST_CASE("what a letter is, in any script") {
  struct Row {
    const char* text;
    const char* is;
  };
  const Row rows[] = {
      {"a", "lower"},   {"Z", "capital"},    {"5", "digit"},      {"-", "sign"},       {" ", "blank"},
      {"š", "lower"},   {"Š", "capital"},    {"Ł", "capital"},    {"É", "capital"},    {"ß", "lower"},
      {"С", "capital"}, {"с", "lower"},      {"Ω", "capital"},    {"ǅ", "capital"},    {"北", "letter"},
      {"م", "letter"},  {"ह", "letter"},     {"٥", "digit"},      {"５", "digit"},     {"५", "digit"},
      {"½", "other"},   {"«", "sign"},       {"。", "sign"},      {"€", "sign"},       {"×", "sign"},
      {"😀", "sign"},    {"\u3000", "blank"}, {"\u00A0", "blank"}, {"\u0301", "other"}, {"\x80", "sign"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const char32_t c = utf8::code_point_at(row.text, 0).value;
    const std::string is = utf8::is_capital(c)  ? "capital"
                           : utf8::is_lower(c)  ? "lower"
                           : utf8::is_letter(c) ? "letter"
                           : utf8::is_digit(c)  ? "digit"
                           : utf8::is_blank(c)  ? "blank"
                           : utf8::is_sign(c)   ? "sign"
                                                : "other";
    CHECK(is == row.is);
  }
}

TEST_CASE("how a word is written") {
  struct Row {
    std::string word;
    bool capital, lower, all_capitals, has_lower;
  };
  const std::vector<Row> rows = {
      {"may", false, true, false, true},     {"May", true, false, false, true},
      {"MAY", true, false, true, false},     {"I", true, false, false, false},
      {"G20", true, false, true, false},     {"20", false, false, true, false},
      {"Šarunas", true, false, false, true}, {"ŠARUNAS", true, false, true, false},
      {"Łukasz", true, false, false, true},  {"Émile", true, false, false, true},
      {"É", true, false, false, false},      {"émile", false, true, false, true},
      {"Сегодня", true, false, false, true}, {"СССР", true, false, true, false},
      {"сегодня", false, true, false, true}, {"北京", false, false, false, false},
      {"", false, false, false, false},      {"\xC5", false, false, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(utf8::begins_with_capital(row.word) == row.capital);
    CHECK(utf8::begins_in_lower_case(row.word) == row.lower);
    CHECK(utf8::is_all_capitals(row.word) == row.all_capitals);
    CHECK(utf8::has_lower_case(row.word) == row.has_lower);
  }
}

TEST_CASE("texts in lower case, with a capital, and of letters and digits alone") {
  struct Row {
    std::string text, lower, capitalized, bare;
  };
  const std::vector<Row> rows = {
      {"", "", "", ""},
      {"Zürich 1", "zürich 1", "Zürich 1", "zürich1"},
      {"ÉMILE", "émile", "ÉMILE", "émile"},
      {"émile", "émile", "Émile", "émile"},
      {"«Сегодня»", "«сегодня»", "«Сегодня»", "сегодня"},
      {"İzmir", "izmir", "İzmir", "izmir"},
      {"straße", "straße", "Straße", "straße"},
      {"ǆep", "ǆep", "ǅep", "ǆep"},
      {"a\xFF"
       "B",
       "a\xFF"
       "b",
       "A\xFF"
       "B",
       "ab"},
      {"北京 – “A”", "北京 – “a”", "北京 – “A”", "北京a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(utf8::lower(row.text) == row.lower);
    CHECK(utf8::capitalized(row.text) == row.capitalized);
    CHECK(utf8::letters_and_digits(row.text) == row.bare);
  }
}

TEST_CASE("one letter, and digits of any script") {
  for (const std::string letter : {"J", "j", "É", "Ш", "北"}) CHECK(utf8::is_one_letter(letter));
  for (const std::string other : {"", "Jo", "5", ".", "ÉÉ", "\xC3"}) CHECK_FALSE(utf8::is_one_letter(other));
  CHECK(utf8::with_ascii_digits("٢٠٢٥-１２ 5") == "2025-12 5");
  CHECK(utf8::with_ascii_digits("五 May") == "五 May");
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
      {"a\xEF\xBF\xBD", std::string::npos},  // the sign that stands for bytes which are none
  };
  for (const Row& row : rows) CHECK(utf8::first_invalid_byte(row.bytes) == row.first_invalid);
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
