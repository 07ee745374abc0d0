// Whole pages in the shapes that big sites use, written by ourselves: of each only the article may come out, with the
// day on which it was published. What surrounds it says "Chaff".
#include "folder.h"

using namespace dateline;

namespace {

const std::string first =
    "The foreign ministers of Norway and Canada will meet in Tromsø on 14 May, both governments said on Monday.";
const std::string second =
    "They are to speak of shipping in the Arctic, of rescue at sea and of a treaty that has been in the drawer since "
    "2019.";
const std::string third =
    "“We have waited long enough,” the Norwegian minister told reporters. A second round is planned for the autumn.";
const std::string prose = "<p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>";
const std::string text = first + '\n' + second + '\n' + third + '\n';

struct SavedPage {
  std::string shape, html, published, title;
};

const std::vector<SavedPage> pages = {
    {"a WordPress block theme",
     R"(<!doctype html><html><head><title>Ministers to meet in Tromsø – The Fjord Post</title><meta
property="article:published_time" content="2026-05-11T08:00:00+00:00"></head>
<body class="wp-site-blocks"><header class="wp-block-template-part"><p class="wp-block-site-title"><a
href="/">Chaff Post</a></p><nav class="wp-block-navigation"><ul><li><a href="/w">Chaff World</a></li></ul></nav>
</header>
<main class="wp-block-group"><h1 class="wp-block-post-title">Ministers to meet in Tromsø</h1><div
class="wp-block-post-date"><time datetime="2026-05-11T08:00:00+00:00">May 11, 2026</time></div>
<figure class="wp-block-post-featured-image"><img src="a.jpg" alt="Chaff">
<figcaption>Chaff: the harbour on 3 May. (Chaff Images)</figcaption></figure>
<div class="entry-content wp-block-post-content"><p>)" +
         first + "</p><p>" + second +
         R"(</p><div class="wp-block-group has-background"><h3>Chaff letters</h3>
<p>Chaff in your mail each morning.</p><form><input type="email"><button>Subscribe</button></form></div><p>)" +
         third + R"(</p></div>
<div class="sharedaddy"><ul><li><a href="/f">Chaff on Facebook</a></li><li><a href="/x">Chaff on X</a></li></ul></div>
<div class="wp-block-query"><h2>Related</h2><ul><li><h3><a href="/b">Chaff summit on 20 June ends early</a></h3></li>
<li><h3><a href="/c">Chaff talks</a></h3></li></ul></div>
<div class="wp-block-comments"><h2>Comments</h2><form><textarea></textarea></form></div></main><footer>
<p>Chaff © 2026</p></footer></body></html>)",
     "2026-05-11T08:00:00Z by meta-tag", "Ministers to meet in Tromsø"},
    {"a broadcaster: blocks of hashed classes, the date in words",
     R"(<html><head><meta property="og:title" content="Ministers to meet in Tromsø"><script
type="application/ld+json">{"@context":"http://schema.org","@type":"ReportageNewsArticle",
"datePublished":"2026-05-11T07:31:08.000Z",
"dateModified":"2026-05-12T09:00:00.000Z","headline":"Ministers to meet"}</script></head>
<body><div id="root"><nav aria-label="Chaff"><a href="/">Home</a><a href="/n">News</a></nav><main id="main-content">
<article class="ssrcss-1"><div data-component="headline-block"><h1>Ministers to meet in Tromsø</h1></div>
<div data-component="byline-block"><time datetime="2026-05-11T07:31:08.000Z">3 hours ago</time></div><figure
data-component="image-block"><img><figcaption>Chaff said on 2 May</figcaption></figure>
<div data-component="text-block"><p><b>)" +
         first + R"(</b></p></div><div data-component="text-block"><p>)" + second +
         R"(</p></div><div data-component="links-block"><ul><li><a href="/1">Chaff: who meets on 1 June?</a></li><li>
<a href="/2">Chaff explained</a></li></ul></div>
<div data-component="text-block"><p>)" +
         third +
         R"(</p></div><section data-component="related-internet-links"><h2>Chaff links</h2><ul><li><a
href="/3">Chaff site</a></li></ul></section></article></main>
<section><h2>Top stories</h2><ul><li><a href="/t">Chaff vote on Tuesday</a></li></ul></section></div></body></html>)",
     "2026-05-11T07:31:08Z by json-ld", "Ministers to meet in Tromsø"},
    {"an agency: body of plain divs, advertisements between paragraphs",
     R"(<html><head><title>Ministers to meet in Tromsø | Agency News</title><link rel="canonical"
href="https://example.org/article/tromso"><meta property="article:published_time" content="2026-05-11T06:00:00"></head>
<body><div class="Page-header"><a href="/">Chaff Agency</a><div class="Page-nav"><a href="/p">Politics</a><a
href="/s">Sports</a></div></div><div class="Page-content"><h1 class="Page-headline">Ministers to meet in Tromsø</h1>
<div class="RichTextStoryBody RichTextBody"><p>)" +
         first + R"(</p><div class="Advertisement"><span>Advertisement</span></div><p>)" + second +
         R"(</p><div class="HtmlModuleEnhancement"><a href="/n">Chaff: sign up for our newsletter on 1 June</a></div>
<p>)" + third +
         R"(</p></div>
<div class="Page-below"><div class="PageList"><h3>Most read</h3><div><a href="/1">Chaff one</a></div><div><a
href="/2">Chaff two</a></div></div></div></div><div class="Page-footer"><a href="/a">About Chaff</a></div></body>
</html>)",
     "2026-05-11T06:00:00 by meta-tag", "Ministers to meet in Tromsø"},
    {"a daily: rich links and an appeal within the text",
     R"(<html><head><meta property="og:title" content="Ministers to meet in Tromsø"><link rel="canonical"
href="https://example.org/world/2026/may/11/ministers-meet"></head>
<body><header><nav><ul><li><a href="/">Chaff</a></li></ul></nav></header><main data-layout="StandardLayout"><div
data-gu-name="headline"><h1>Ministers to meet in Tromsø</h1></div><div data-gu-name="meta"><details>
<summary>Mon 11 May 2026 08.12 CEST</summary>Chaff last modified on Tue 12 May 2026</details></div>
<div id="maincontent" class="article-body-viewer"><p>)" +
         first + R"(</p><aside><a href="/rich">Chaff rich link</a></aside><p>)" + second +
         R"(</p><figure><div><form><label>Chaff: First Edition</label><input></form></div></figure><p>)" + third +
         R"(</p></div>
<div data-gu-name="slot-body-end"><h2>… we have a small favour to ask</h2><form><button>Chaff</button></form></div>
</main><footer><a href="/h">Chaff help</a></footer></body></html>)",
     "2026-05-11 by url", "Ministers to meet in Tromsø"},
    {"AMP",
     R"(<!doctype html><html amp><head><meta charset="utf-8"><script
type="application/ld+json">{"@type":["NewsArticle"],"headline":"Ministers to meet in Tromsø",
"datePublished":"2026-05-11"}</script><style amp-custom>p{}</style></head>
<body><amp-sidebar id="s" layout="nodisplay"><ul><li><a href="/w">Chaff world</a></li></ul></amp-sidebar><article>
<h1>Ministers to meet in Tromsø</h1><amp-img src="a.jpg"></amp-img>)" +
         prose + R"(<amp-ad width="300" type="doubleclick"></amp-ad></article>
<amp-list><ul><li><a href="/1">Chaff next</a></li><li><a href="/2">Chaff after</a></li></ul></amp-list>
<footer>Chaff</footer></body></html>)",
     "2026-05-11 by json-ld", "Ministers to meet in Tromsø"},
    {"a government's press release",
     R"(<html><head><title>Ministers to meet in Tromsø - Ministry</title></head><body><div id="skip"><a
href="#c">Chaff to content</a></div><div id="banner"><a href="/">Chaff Ministry</a></div><div id="breadcrumbs"><a
href="/">Home</a> &gt; <a href="/p">Press</a></div>
<div id="content" role="main"><h1>Ministers to meet in Tromsø</h1><p
class="meta">Press release | Date: 11 May 2026</p>)" +
         prose +
         R"(<div class="contact"><h2>Chaff</h2><ul><li><a href="tel:1">Chaff desk</a></li><li><a
href="mailto:a">Chaff mail</a></li></ul></div></div><div id="footer"><a href="/a">Chaff</a></div></body></html>)",
     "2026-05-11 by byline", "Ministers to meet in Tromsø"},
    {"tables of the nineties",
     R"(<HTML><HEAD><TITLE>Ministers to meet in Tromsø</TITLE></HEAD><BODY><TABLE WIDTH=760><TR><TD WIDTH=150
VALIGN=TOP><A HREF="/">Chaff</A><BR><A HREF="/w">Chaff world</A><BR><A HREF="/b">Chaff trade</A></TD>
<TD VALIGN=TOP><FONT SIZE=5>Ministers to meet in Tromsø</FONT><BR>TROMSØ, May 11, 2026 (Wire) - <P>)" +
         first + "<P>" + second + "<P>" + third +
         R"(</TD><TD WIDTH=120><A HREF="/ad"><IMG SRC="ad.gif"></A><A HREF="/2">Chaff offer</A></TD></TR></TABLE>
</BODY></HTML>)",
     "2026-05-11 by dateline", "Ministers to meet in Tromsø"},
};

}  // namespace

TEST_CASE("of a saved page the article comes out, and the day of its publication") {
  for (const SavedPage& page : pages) {
    CAPTURE(page.shape);
    const Document document = document_of("a.html", page.html);
    const std::size_t begin = document.text.find(first);
    REQUIRE(begin != std::string::npos);
    CHECK(document.text.substr(begin) == text);
    CHECK(document.text.find("Chaff") == std::string::npos);
    CHECK(published(document) == page.published);
    CHECK(document.title == page.title);
  }
}

TEST_CASE("a tag of thousands of attributes is read without them, and said") {
  std::string attributes, links = "<p>";
  for (int i = 0; i < 50000; ++i) attributes += " a" + std::to_string(i) + "=1";
  for (int i = 0; i < 2000; ++i) links += "<a href='https://example.org/a/b/c'>x</a> ";
  const ReadResult result =
      Folder().file("a.html", "<p" + attributes + ">" + first + "</p>" + prose).file("b.html", links + prose).read();
  REQUIRE(result.documents.size() == 2);
  CHECK(result.documents[0].text == first + '\n' + text);
  CHECK(result.warnings == Lines{"a.html: tags with hundreds of attributes are read without them: 1"});
}
