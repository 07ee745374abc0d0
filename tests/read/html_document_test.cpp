// Web pages: what is the article, what is its citation, and what only surrounds it.
#include "folder.h"

using namespace dateline;

namespace {

std::string page(const std::string& head, const std::string& body) {
  return "<!doctype html><html><head>" + head + "</head><body>" + body + "</body></html>";
}

const std::string sentence = "The foreign ministers of both countries met in the lakeside town to speak of trade.";
const std::string prose = "<p>" + sentence + "</p><p>" + sentence + "</p>";
const std::string prose_text = sentence + '\n' + sentence + '\n';

}  // namespace

TEST_CASE("where a web page states its day of publication") {
  const std::string ld = "<script type='application/ld+json'>";
  struct Row {
    std::string head, body, expected;
  };
  const std::vector<Row> rows = {
      {ld + R"({"@type":"NewsArticle","datePublished":"2025-11-26T08:00:00Z"}</script>)", "",
       "2025-11-26T08:00:00Z by json-ld"},
      {ld + R"({"@graph":[{"@type":"WebSite"},)"
            R"({"@type":["Thing","NewsArticle"],"datePublished":"2025-11-26"}]}</script>)",
       "", "2025-11-26 by json-ld"},
      {ld + R"([{"@type":"WebPage","datePublished":"2025-11-20"},)"
            R"({"@type":"BlogPosting","datePublished":"2025-11-26"}]</script>)",
       "", "2025-11-26 by json-ld"},
      {ld + "{\"@type\":\"Article\",\"headline\":\"a\nb\",\"datePublished\":\"2025-11-26\"}</script>", "",
       "2025-11-26 by json-ld"},
      {ld + "{broken</script><meta name=pubdate content='2025-11-25'>", "", "2025-11-25 by meta-tag"},
      {ld + R"({"@type":"Article","datePublished":"soon"}</script><meta name=date content=2025-11-25>)", "",
       "2025-11-25 by meta-tag"},
      {"<meta property='article:published_time' content='2025-11-26T23:30:00-05:00'>", "",
       "2025-11-26T23:30:00-05:00 by meta-tag"},
      {"<meta property='og:article:published_time' content='2025-11-26'>", "", "2025-11-26 by meta-tag"},
      {"<meta name=DC.date.issued content='2025-11-26'>", "", "2025-11-26 by meta-tag"},
      {"<meta name=parsely-pub-date content='2025-11-26'>", "", "2025-11-26 by meta-tag"},
      {"<meta name=sailthru.date content='Wed, 26 Nov 2025 12:00:00 GMT'>", "", "2025-11-26T12:00:00Z by meta-tag"},
      {"<meta name=publish-date content='November 26, 2025'>", "", "2025-11-26 by meta-tag"},
      {"", "<time pubdate datetime=2025-11-26>today</time>", "2025-11-26 by time-element"},
      {"", "<span itemprop=datePublished content=2025-11-26></span>", "2025-11-26 by time-element"},
      {"", "<article><header><time datetime='2025-11-26'>22 hours ago</time></header>" + prose + "</article>",
       "2025-11-26 by time-element"},
      {"<link rel=canonical href='https://example.org/2025/11/26/talks'>", "", "2025-11-26 by url"},
      {"", "<article><header>By Jane Doe | November 26, 2025</header>" + prose + "</article>", "2025-11-26 by byline"},
      {"", "<header>Saturday, November 22, 2025</header><article>" + prose + "</article>", "nothing"},
      {"",
       "<article><p>They meet on <time datetime='2025-11-26'>Wednesday</time>, it was said.</p>" + prose + "</article>",
       "nothing"},
      {"<meta name=date content='soon'>", "", "nothing"},
  };
  for (const Row& row : rows)
    CHECK_MESSAGE(published(document_of("a.html", page(row.head, row.body + prose))) == row.expected,
                  (row.head + row.body));
}

TEST_CASE("a web page's citation") {
  const std::string ld = R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"From JSON",)"
                         R"("url":"https://example.org/json","publisher":{"name":"The Publisher"}}</script>)";
  struct Row {
    std::string head, body, title, source, url;
  };
  const std::vector<Row> rows = {
      {"<meta property='og:title' content='Leaders &amp; ministers'><title>No</title><meta property='og:site_name' "
       "content='The Daily'><meta property='og:url' content='https://example.org/og'>",
       "", "Leaders & ministers", "The Daily", "https://example.org/og"},
      {"<link rel=canonical href='https://example.org/canonical'>" + ld, "", "From JSON", "The Publisher",
       "https://example.org/canonical"},
      {ld, "", "From JSON", "The Publisher", "https://example.org/json"},
      {"<title> Leaders\n meet in Seoul | The Daily</title>", "<h1>No</h1>", "Leaders meet in Seoul", "", ""},
      {"<title>Trump - Xi talks end in Seoul - The Daily</title>", "", "Trump - Xi talks end in Seoul", "", ""},
      {"<title>Talks – a long story of what went on</title>", "", "Talks – a long story of what went on", "", ""},
      {"<link rel=canonical href='/relative'>", "<h1>Leaders <i>meet</i></h1>", "Leaders meet", "", ""},
  };
  for (const Row& row : rows) {
    const Document document = document_of("a.html", page(row.head, row.body + prose));
    CHECK(document.title == row.title);
    CHECK(document.source == row.source);
    CHECK(document.url == row.url);
  }
}

TEST_CASE("the article of a web page, and nothing else of it") {
  const std::string links =
      "<ul><li><a href=1>Another story of the day</a></li><li><a href=2>One more story</a></li></ul>";
  struct Row {
    std::string body, text;
  };
  const std::vector<Row> rows = {
      {"<article>" + prose + "</article>", prose_text},
      {"<div>" + prose + "</div>", prose_text},
      {"<main>" + prose + "</main>", prose_text},
      {"<div role=main>" + prose + "</div>", prose_text},
      {prose, prose_text},
      {"<nav><p>Menu.</p></nav><header><p>Masthead.</p></header>" + prose +
           "<aside><p>Box.</p></aside><footer><p>Foot.</p></footer>",
       prose_text},
      {"<div role=navigation><p>Menu.</p></div>" + prose +
           "<p hidden>Hidden.</p><p aria-hidden=true>Hidden.</p><p style='display: none'>Hidden.</p>",
       prose_text},
      {"<figure><img><figcaption>A caption.</figcaption></figure>" + prose +
           "<script>var a;</script><style>p{}</style><noscript><p>No.</p></noscript>",
       prose_text},
      {"<article>" + prose + "</article><section><h3>Related</h3>" + links + "</section>", prose_text},
      {prose + "<div><h3>Related</h3>" + links + "</div>", prose_text},
      {prose + "<p><a href=1>Read another story</a></p>", prose_text},
      {prose + "<div><h3>Our newsletter</h3><p>Every morning in your mail.</p><form><input></form></div>", prose_text},
      {prose + "<div>Share this</div><div>Advertisement</div>", prose_text},
      {"<article><a href=1>A teaser</a><p>Short.</p></article><article>" + prose + "</article>", prose_text},
      {"<div itemprop=articleBody>" + prose + "</div><div><p>" + sentence + sentence + sentence + "</p></div>",
       prose_text},
      {"<h2>What was said</h2>" + prose +
           "<ul><li>First point.</li><li>Second point.</li></ul><blockquote>A word.</blockquote>",
       "What was said\n" + prose_text + "First point.\nSecond point.\nA word.\n"},
      {"<div>" + sentence + "<br><br>" + sentence + "</div>", prose_text},
      {"<table><tr><td>30 October</td><td>Busan</td></tr></table>" + prose, "30 October Busan\n" + prose_text},
      {"<p>Nov.&nbsp;26,\n  in  Z&uuml;rich&#8217;s caf\xC3\xA9: &lt;talks&gt;\xE2\x80\x8B.</p>" + prose,
       "Nov. 26, in Zürich’s café: <talks>.\n" + prose_text},
      {"<p>On <a href=1>Thursday</a> they met in <a href=2>Busan</a> for a talk.</p>" + prose,
       "On Thursday they met in Busan for a talk.\n" + prose_text},
  };
  for (const Row& row : rows) CHECK_MESSAGE(document_of("a.html", page("", row.body)).text == row.text, row.body);
}

TEST_CASE("a long articleBody says what belongs to the article") {
  std::string body, paragraphs, text;
  for (int i = 0; i < 8; ++i) {
    body += sentence;
    paragraphs += "<p>" + sentence + "</p>";
    text += sentence + '\n';
  }
  const auto head = [](const std::string& words) {
    return "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" + words + "\"}</script>";
  };
  struct Row {
    std::string head, body, text;
  };
  const std::vector<Row> rows = {
      {head(body), "<p>A line of something else.</p>" + paragraphs, text},
      {head(body), "<p>Please subscribe.</p>", body + '\n'},
      {head("Short."), paragraphs, text},
      {head("&lt;p&gt;No.&lt;/p&gt;" + body), "", body + '\n'},
  };
  for (const Row& row : rows) CHECK(document_of("a.html", page(row.head, row.body)).text.ends_with(row.text));
  CHECK(document_of("a.html", page(head(body), "<p>A line of something else.</p>" + paragraphs)).text == text);
}

TEST_CASE("hostile pages neither crash nor hang") {
  const auto times = [](int n, const std::string& text) {
    std::string out;
    while (n-- > 0) out += text;
    return out;
  };
  struct Row {
    std::string bytes;
    bool is_refused;
  };
  const std::vector<Row> rows = {
      {times(200000, "<div>"), true},
      {times(6000, "<div><!-- </div> -->"), true},
      {times(6000, "<div title='</div>'>"), true},
      {times(6000, "<div><script></div></script>"), true},
      {times(6000, "<div></div>"), false},
      {times(6000, "<div><script><div><div></script></div>"), false},
      {times(20000, "<p>Leaders met.<br>"), false},
      {"\x01<\x02/<!--<p =\"'", false},
      {"<", false},
      {"<a href='", false},
  };
  for (const Row& row : rows) {
    const ReadResult result = Folder().file("a.html", row.bytes).file("other.txt", "Other.").read();
    CHECK(result.errors ==
          (row.is_refused ? Lines{"a.html: more than 5000 tags are left open; is it a web page?"} : Lines{}));
    CHECK(ids(result).ends_with("other"));
  }
}
