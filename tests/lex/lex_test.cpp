// Text becomes tokens, letters and sentences in one pass, whatever its bytes.
#include "dateline/lex.h"

#include <doctest/doctest.h>

#include "rules/rule_texts.h"

using namespace dateline;

namespace {

Lexicon lexicon() {
  Lexicon out;
  out.add_classes(parse_yaml("{abbreviation: [mr, oct, st], sentence_starter: {case: capital, words: [The, They, He]}}",
                             "words.yaml"));
  out.finish();
  return out;
}

/// Tokens with | between them and ‖ between sentences.
std::string shown(const Tokens& tokens) {
  std::string out;
  for (const auto& sentence : tokens.sentences) {
    if (!out.empty()) out += "‖";
    for (auto t = sentence.begin; t < sentence.end; ++t)
      out += (t > sentence.begin ? "|" : "") + std::string(tokens.text_of(tokens.tokens[t]));
  }
  return out;
}

}  // namespace

TEST_CASE("words, numbers, signs and sentences") {
  struct Row {
    std::string text;
    std::string tokens;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {" \n\t ", ""},
      {"Xi met Trump.", "Xi|met|Trump|."},
      {"Talks end. Others begin.", "Talks|end|.‖Others|begin|."},
      {"Mr. Smith left.", "Mr|.|Smith|left|."},
      {"on Oct. 30. They agreed", "on|Oct|.|30|.‖They|agreed"},
      {"in Oct. They agreed", "in|Oct|.‖They|agreed"},  // the period of an abbreviation ends a sentence too
      {"in Oct. Xi agreed", "in|Oct|.|Xi|agreed"},
      {"at 6 p.m. on Friday", "at|6|p|.|m|.|on|Friday"},
      {"at 6 p.m. The call", "at|6|p|.|m|.‖The|call"},
      {"1,500 or 2,300.5 points", "1,500|or|2,300|.|5|points"},
      {"Oct. 5,2025", "Oct|.|5|,|2025"},  // no thousands: four digits behind the comma
      {"the 30th", "the|30|th"},
      {"two-day", "two|-|day"},
      {"year's", "year|'|s"},
      {"A headline\nThe text", "A|headline‖The|text"},
      {"a meeting of\nleaders", "a|meeting|of|leaders"},  // a line that goes on in lower case
      {"one\n\ntwo", "one‖two"},
      {"\"It ends.\" He left", "\"|It|ends|.|\"‖He|left"},
      {"Zürich and Genève", "Zürich|and|Genève"},
      {"Oct.\u00A030\u201331", "Oct|.|30|–|31"},
      {"today\u2019s", "today|’|s"},
      {"Talks end. «Сегодня» they met.", "Talks|end|.‖«|Сегодня|»|they|met|."},
      {"Talks end. Šarunas left.", "Talks|end|.‖Šarunas|left|."},
      {"Talks end. šarunas left.", "Talks|end|.|šarunas|left|."},
      {"Š. Klimas left. É. Roux came.", "Š|.|Klimas|left|.‖É|.|Roux|came|."},
      {"a meeting of\némigrés", "a|meeting|of|émigrés"},
      {"会谈。Xi left", "会谈|。|Xi|left"},
      {"5×3 and １２ of ٢٠٢٥", "5|×|3|and|１２|of|٢٠٢٥"},
      {"cafe\u0301 noir", "cafe\u0301|noir"},
  };
  const Lexicon words = lexicon();
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(shown(lex(row.text, words)) == row.tokens);
  }
}

TEST_CASE("signs that look alike are one letter, and white space is one space") {
  struct Row {
    std::string text;
    std::string like;
  };
  const std::vector<Row> rows = {{"30\u201331", "30-31"}, {"today\u2019s", "today's"}, {"\u201Cso\u201D", "\"so\""},
                                 {"5\u00A0May", "5 May"}, {"5 \t\r May", "5 May"},     {"a\u2009b", "a b"},
                                 {"\u22125", "-5"}};
  const Lexicon words = lexicon();
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(lex(row.text, words).letters == lex(row.like, words).letters);
  }
}

TEST_CASE("tokens are found by their letters") {
  const Tokens tokens = lex("on Oct. 30", lexicon());
  REQUIRE(tokens.tokens.size() == 4);
  for (std::uint32_t t = 0; t < 4; ++t) CHECK(tokens.token_at(tokens.tokens[t].letter) == t);
  CHECK(tokens.token_at(tokens.letters.size()) == 4);
  CHECK(tokens.letters_of(1, 3) == LetterView(tokens.letters).substr(tokens.tokens[1].letter, 2));  // a word, a period
  CHECK(tokens.letters_of(2, 2).empty());
}

TEST_CASE("any bytes are read, and none is lost") {
  for (const std::string& text : {std::string("\xff\xfe\xc3"), std::string("a\0b", 3), std::string(5000, '.'),
                                  std::string(5000, 'x'), std::string("\xE2\x80")}) {
    const Tokens tokens = lex(text, lexicon());
    std::uint32_t end = 0;
    for (const auto& token : tokens.tokens) {
      CHECK(token.begin >= end);
      CHECK(token.end > token.begin);
      end = token.end;
    }
    CHECK(end <= text.size());
  }
}
