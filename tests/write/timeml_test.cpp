// TimeML of a document, byte for byte.
#include <doctest/doctest.h>

#include "dateline/write.h"
#include "pipeline/pipeline.h"

using namespace dateline;

namespace {

const Rules& rules() {
  static const Rules loaded(DATELINE_SOURCE_DIR "/rules");
  return loaded;
}

std::string timeml(const Document& document) {
  return to_timeml(document, date_text(document.text, document.published, rules()).mentions);
}

Document document(const std::string& text) {
  Document d;
  d.id = "a&b";
  d.text = text;
  d.published = parse_moment("2025-10-23");
  return d;
}

std::string text_of(const std::string& xml) {
  return xml.substr(xml.find("<TEXT>") + 6, xml.find("</TEXT>") - xml.find("<TEXT>") - 6);
}

}  // namespace

TEST_CASE("a document with its title, its publication and its text") {
  Document d = document("Xi & Trump met <here> on Oct. 9.\n");
  d.title = "\"Talks\"";
  CHECK(timeml(d) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>a&amp;b</DOCID>\n"
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2025-10-23\" temporalFunction=\"false\" "
        "functionInDocument=\"CREATION_TIME\">2025-10-23</TIMEX3></DCT>\n"
        "<TITLE>&quot;Talks&quot;</TITLE>\n"
        "<TEXT>Xi &amp; Trump met &lt;here&gt; on <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-10-09\" "
        "temporalFunction=\"true\" functionInDocument=\"NONE\">Oct. 9</TIMEX3>.\n</TEXT>\n</TimeML>\n");
}

TEST_CASE("the attributes of an expression") {
  struct Row {
    std::string text;
    std::string tagged;
  };
  const std::vector<Row> rows = {
      {"in 2015",
       "in <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2015\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">2015</TIMEX3>"},
      {"in late 2015",
       "in <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2015\" mod=\"END\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">late 2015</TIMEX3>"},
      {"for two days",
       "for <TIMEX3 tid=\"t1\" type=\"DURATION\" value=\"P2D\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">two days</TIMEX3>"},
      {"met every week",
       "met <TIMEX3 tid=\"t1\" type=\"SET\" value=\"P1W\" quant=\"EVERY\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">every week</TIMEX3>"},
      {"met twice a week",
       "met <TIMEX3 tid=\"t1\" type=\"SET\" value=\"P1W\" freq=\"2X\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">twice a week</TIMEX3>"},
      {"met three times a week",
       "met <TIMEX3 tid=\"t1\" type=\"SET\" value=\"P1W\" freq=\"3X\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">three times a week</TIMEX3>"},
      {"from 1994 to 2002",
       "from <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"1994\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">1994</TIMEX3>"
       " to <TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2002\" temporalFunction=\"false\" "
       "functionInDocument=\"NONE\">2002</TIMEX3>"},
      {"no time", "no time"},
      {"a\x01z", "a z"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(text_of(timeml(document(row.text))) == row.tagged);
  }
}

TEST_CASE("a document of which no publication is known has an empty DCT") {
  Document d = document("on Oct. 9");
  d.published.reset();
  const std::string xml = timeml(d);
  CHECK(xml.find("<DCT></DCT>") != std::string::npos);
  CHECK(text_of(xml) ==
        "on <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"XXXX-10-09\" temporalFunction=\"true\" "
        "functionInDocument=\"NONE\">Oct. 9</TIMEX3>");
}
