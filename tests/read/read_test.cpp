// Every format but web pages, folders, sources.yaml and every bad input, each in a folder of its own.
#include <sys/stat.h>

#include "folder.h"

using namespace dateline;

namespace {

const std::string sentence = "The foreign ministers of both countries met in the lakeside town to speak of trade.";

}  // namespace

TEST_CASE("what follows from a file's name and its first sign") {
  struct Row {
    std::string name, bytes, title, text;
  };
  const std::vector<Row> rows = {
      {"a.txt", "One.\nTwo.", "", "One.\nTwo.\n"},
      {"a.TXT", "One.\n", "", "One.\n"},
      {"a.md", "# Talks in Seoul\n\nOne.\n", "Talks in Seoul", "# Talks in Seoul\n\nOne.\n"},
      {"a.md", "---\ntitle: Talks\n---\n# Not this\nOne.\n", "Talks", "# Not this\nOne.\n"},
      {"a.md", "---\n---\nOne.\n", "", "One.\n"},
      {"a.md", "The [call](https://example.org/2025/11/24/call) came.\n", "", "The call came.\n"},
      {"a.md",
       "# The [call][1]\n\nIt came ![a phone](phone.png \"on March 3\").\n\n[1]: https://example.org/2025/11/24\n",
       "The call", "# The call\n\nIt came .\n\n\n"},
      {"a.md", "See <https://example.org/2025-11-24>. A [sic] stays, so does 3 < 4 and [this] (too).\n", "",
       "See . A [sic] stays, so does 3 < 4 and [this] (too).\n"},
      {"a.md", "[open\n\nnext](https://example.org) and [half](", "",
       "[open\n\nnext](https://example.org) and [half](\n"},
      {"a.txt", "The [call](https://example.org) came.\n", "", "The [call](https://example.org) came.\n"},
      {"a.html", "<title>Talks</title><p>One.", "Talks", "One.\n"},
      {"a.htm", "<p>One.", "", "One.\n"},
      {"a.jsonl", "{\"id\": \"a\", \"title\": \"Talks\", \"text\": \"One.\"}\n", "Talks", "One.\n"},
      {"a.ndjson", "{\"id\": \"a\", \"text\": \"One.\"}", "", "One.\n"},
      {"a.json", "{\n \"title\": \"Talks\",\n \"text\": \"One.\"\n}", "Talks", "One.\n"},
      {"a.json", "[{\"id\": \"a\", \"text\": \"One.\"}]", "", "One.\n"},
      {"a.json", "{\"id\": \"a\", \"text\": \"One.\"}\n", "", "One.\n"},
  };
  for (const Row& row : rows) {
    const Document document = document_of(row.name, row.bytes);
    CHECK_MESSAGE(document.id == "a", row.name);
    CHECK_MESSAGE(document.title == row.title, row.name);
    CHECK_MESSAGE(document.text == row.text, row.name);
  }
}

TEST_CASE("standard input is known by its first sign") {
  struct Row {
    std::string bytes, id, text;
  };
  const std::vector<Row> rows = {
      {"One.\n", "stdin", "One.\n"},
      {"---\nid: x\n---\nOne.\n", "x", "One.\n"},
      {"\n <html><p>One.</p>", "stdin", "One.\n"},
      {"{\"id\": \"x\", \"text\": \"One.\"}\n", "x", "One.\n"},
      {"{\"text\": \"One.\"}\n", "stdin:1", "One.\n"},
      {"[{\"text\": \"One.\"}]\n", "stdin:1", "One.\n"},
      {"\xEF\xBB\xBF{\"id\": \"x\", \"text\": \"One.\"}\n", "x", "One.\n"},
      {"[Updated] One.\n", "stdin", "[Updated] One.\n"},
  };
  for (const Row& row : rows) {
    const ReadResult result = read_input(row.bytes);
    REQUIRE_MESSAGE(result.documents.size() == 1, row.bytes);
    CHECK(result.documents[0].id == row.id);
    CHECK(result.documents[0].text == row.text);
    CHECK(result.errors.empty());
  }
}

TEST_CASE("front matter and JSON Lines fill the citation") {
  const std::string fields =
      "id: x\ntitle: Talks\nsource: The Daily\nurl: https://example.org/a\npublished: 2025-10-23\nfetched: "
      "2025-10-24\nlayout: post\n";
  const Document front = document_of("a.md", "---\n" + fields + "---\nOne.\n");
  const Document line =
      document_of("b.jsonl", R"({"id":"x","title":"Talks","source":"The Daily","url":"https://example.org/a",)"
                             R"("published":"2025-10-23","fetched":"2025-10-24","text":"One."})");
  for (const Document& document : {front, line}) {
    CHECK(document.id == "x");
    CHECK(document.title == "Talks");
    CHECK(document.source == "The Daily");
    CHECK(document.url == "https://example.org/a");
    CHECK(document.text == "One.\n");
  }
  CHECK(published(front) == "2025-10-23 by front-matter");
  CHECK(published(line) == "2025-10-23 by metadata");
}

TEST_CASE("the offset of a publication is kept, whatever states it") {
  const std::string at = "2026-03-05T08:30:00+09:00", text = "Leaders met.\n";
  const std::pair<Document, std::string> rows[] = {
      {document_of("a.md", "---\npublished: " + at + "\n---\n" + text), "front-matter"},
      {document_of("a.jsonl", R"({"published":")" + at + R"(","text":"Leaders met."})"), "metadata"},
      {document_of("a.html", "<meta property='article:published_time' content='" + at + "'><p>" + text), "meta-tag"},
      {document_of("a.html", "<time datetime='" + at + "' pubdate>5 March</time><p>" + text), "time-element"},
  };
  for (const auto& [document, by] : rows) CHECK(published(document) == at + " by " + by);
}

TEST_CASE("hard-wrapped text becomes paragraphs, byte for byte") {
  const std::string a = "The foreign ministers of both countries met in the lakeside",
                    b = "town on Thursday to speak of trade and of the war, and they",
                    c = "agreed to meet again in the spring, an official of one of";
  struct Row {
    std::string text, expected;
  };
  const std::vector<Row> rows = {
      {a + '\n' + b + '\n' + c + "\nthem said.\n\nTitle\n\n" + a + '\n' + b + "\nagain.\n",
       a + ' ' + b + ' ' + c + " them said.\n\nTitle\n\n" + a + ' ' + b + " again.\n"},
      {a + '\n' + b + '\n' + c + "\n- a point\n  indented\n", a + ' ' + b + ' ' + c + "\n- a point\n  indented\n"},
      {sentence + '\n' + sentence + '\n' + sentence + '\n',
       sentence + '\n' + sentence + '\n' + sentence + '\n'},  // a sentence a line
      {"Title\nBy Jane\n" + sentence + '\n', "Title\nBy Jane\n" + sentence + '\n'},
      {a + b + '\n' + a + c + '\n' + a + '\n',
       a + b + '\n' + a + c + '\n' + a + '\n'},  // lines too long to be wrapped ones
  };
  for (const Row& row : rows) CHECK(document_of("a.txt", row.text).text == row.expected);
}

TEST_CASE("folders") {
  Folder folder;
  folder.file("b.txt", "B.")
      .file("a.txt", "A.")
      .file("sub/c.md", "C.")
      .file("d.jsonl", "{\"id\":\"d2\",\"text\":\"D.\"}\n\n{\"id\":\"d1\",\"text\":\"D.\"}\n{\"text\":\"D.\"}");
  folder.file(".hidden.txt", "No.")
      .file(".git/no.txt", "No.")
      .file("README.md", "No.")
      .file("LICENSE.txt", "No.")
      .file("x.py", "No.")
      .file("x.yaml", "No.")
      .file("noending", "No.");
  REQUIRE(mkfifo((folder.path / "pipe.txt").c_str(), 0600) == 0);
  const ReadResult all = folder.read();
  CHECK(ids(all) == "a b c d1 d2 d:4");
  CHECK(all.errors == Lines{});
  CHECK(all.warnings == Lines{});
  CHECK(ids(folder.read({"b.txt", "sub", "a.txt"})) == "a b c");
  CHECK(folder.read({"b.txt", "a.txt"}).documents == folder.read({"a.txt", "b.txt", "a.txt"}).documents);
  CHECK(ids(folder.read({"x.py", "noending", "README.md"})) == "README noending x");  // named outright
}

TEST_CASE("sources.yaml says what the files do not, and wins") {
  Folder folder;
  folder.file("a.md", "---\ntitle: Own\npublished: 2025-10-01\n---\nA.")
      .file("sub/b.txt", "B.")
      .file("sub/c.txt", "C.");
  folder.file("sources.yaml",
              "# comment\na.md: {published: 2025-10-23T09:00:00Z, source: The Daily, fetched: 2025-10-24}\nsub/b.txt: "
              "{title: From above}\nsub/c.txt: {title: From above}\n");
  folder.file("sub/sources.yaml", "c.txt:\n  title: From beside\n  url: https://example.org/c\n");
  const ReadResult result = folder.read();
  CHECK(result.errors == Lines{});
  CHECK(result.warnings == Lines{});
  REQUIRE(ids(result) == "a b c");
  CHECK(result.documents[0].title == "Own");
  CHECK(result.documents[0].source == "The Daily");
  CHECK(published(result.documents[0]) == "2025-10-23T09:00:00Z by sources.yaml");
  CHECK(result.documents[1].title == "From above");
  CHECK(result.documents[2].title == "From beside");
  CHECK(result.documents[2].url == "https://example.org/c");
  CHECK(published(folder.read({"a.md", "sources.yaml"}).documents.at(0)) == "2025-10-23T09:00:00Z by sources.yaml");
}

TEST_CASE("what sources.yaml gets wrong") {
  struct Row {
    std::string yaml;
    Lines errors, warnings;
  };
  const std::vector<Row> rows = {
      {"", {}, {}},
      {"b.txt: {title: x}\n", {}, {"sources.yaml:1:8: there is no file 'b.txt' here; did you mean 'a.txt'?"}},
      {"a.txt: {title: x}\nelsewhere.md: {}\n",
       {},
       {"sources.yaml:2:15: there is no file 'elsewhere.md' here; check the name, or take the line out"}},
      {"a.txt: {titel: x}\n", {}, {"sources.yaml:1:9: unknown key 'titel'; did you mean 'title'?"}},
      {"a.txt: {published: soon}\n",
       {},
       {"sources.yaml:1:20: 'soon' is no date; write 2025-10-23 or 2025-10-23T09:00:00Z"}},
      {"a.txt: {url: example.org}\n",
       {},
       {"sources.yaml:1:14: 'example.org' is no absolute url; write it with https://"}},
      {"a.txt: 2025-10-23\n",
       {"sources.yaml:1:8: 'a.txt' has no fields; write {published: 2025-10-23, source: …, title: …, url: …}"},
       {}},
      {"a.txt: {title: [x]}\n", {"sources.yaml:1:16: expected a text, found a list"}, {}},
      {"- a.txt\n",
       {"sources.yaml:1:1: expected a line for each file; write FILE: {published: 2025-10-23, source: …}"},
       {}},
      {"a.txt: {\n",
       {"sources.yaml:2:1: not YAML: end of map flow not found; indent with spaces, and put quotes around a text that "
        "holds ': ' or begins with a sign"},
       {}},
  };
  for (const Row& row : rows) {
    const ReadResult result = Folder().file("a.txt", "A.").file("sources.yaml", row.yaml).read();
    CHECK_MESSAGE(result.errors == row.errors, row.yaml);
    CHECK_MESSAGE(result.warnings == row.warnings, row.yaml);
    CHECK(ids(result) == "a");
  }
}

TEST_CASE("a bad file is a line, and the others are read") {
  struct Row {
    std::string name, bytes;
    Lines errors, warnings;
  };
  const std::string yaml_hint =
      "indent with spaces, and put quotes around a text that holds ': ' or begins with a sign";
  const std::vector<Row> rows = {
      {"a.txt", "", {}, {"a.txt: there is no text in it; left out"}},
      {"a.txt", " \n\n", {}, {"a.txt: there is no text in it; left out"}},
      {"a.md", "---\ntitle: x\n---\n", {}, {"a.md: there is no text in it; left out"}},
      {"a.html", "<p></p>", {}, {"a.html: there is no text in it; left out"}},
      {"a.jsonl", "", {}, {"a.jsonl: there is no text in it; left out"}},
      {"a.jsonl", "{\"text\":\"\"}", {}, {"a.jsonl:1: there is no text in it; left out"}},
      {"a.txt",
       "Z\xFCrich",
       {"a.txt: byte 2 is no UTF-8 (0xFC); declare the encoding or convert it (iconv -f windows-1252 -t utf-8)"},
       {}},
      {"a.html",
       "<meta charset=utf-8><p>Z\xFCrich",
       {"a.html: byte 25 is no UTF-8 (0xFC); declare the encoding or convert it (iconv -f windows-1252 -t utf-8)"},
       {}},
      {"a.html",
       "<meta charset=x-none><p>Z\xFCrich",
       {"a.html: unknown encoding 'x-none'; convert the file to UTF-8"},
       {}},
      {"a.md", "---\na: b: c\n---\nA.", {"a.md:2:5: not YAML: illegal map value; " + yaml_hint}, {}},
      {"a.md",
       "---\n- a\n---\nA.",
       {"a.md:2:1: front matter is not 'key: value' lines; write 'published: 2025-10-23' and the like"},
       {}},
      {"a.md", "---\ntitle: [x]\n---\nA.", {"a.md:2:8: expected a text, found a list"}, {}},
      {"a.jsonl", "{\"text\":", {"a.jsonl:1:8: not JSON: it ends too early; is the line cut off?"}, {}},
      {"a.jsonl", "{\"id\":\"x\"}", {"a.jsonl:1: 'text' is missing; add 'text: …'"}, {}},
      {"a.jsonl",
       "[1]",
       {"a.jsonl:1: not an article; write an object a line, {\"id\": …, \"published\": …, \"text\": …}"},
       {}},
      {"a.jsonl", "\n{\"text\":5,\"title\":{}}", {"a.jsonl:2: expected a text, found a map"}, {}},
      {"a.json", "{\n\"text\"\n}", {"a.json:3:1: not JSON here; look for a missing comma, quote or bracket"}, {}},
      {"a.json", "[{\"id\":\"x\"}]", {"a.json:1: 'text' is missing; add 'text: …' (article 1 of the list)"}, {}},
  };
  for (const Row& row : rows) {
    const ReadResult result = Folder().file(row.name, row.bytes).file("other.txt", "Other.").read();
    CHECK_MESSAGE(result.errors == row.errors, row.bytes);
    CHECK_MESSAGE(result.warnings == row.warnings, row.bytes);
    CHECK(ids(result) == "other");
  }
}

TEST_CASE("what is read all the same, with a warning") {
  struct Row {
    std::string name, bytes, warning;
  };
  const std::vector<Row> rows = {
      {"a.md", "---\nA.\n", "a.md:1: the front matter is not closed; put a line '---' after it"},
      {"a.md", "---\npublishd: 2025-10-23\n---\nA.\n", "a.md:2:11: unknown key 'publishd'; did you mean 'published'?"},
      {"a.md", "---\ndate: 2025-02-30\n---\nA.\n",
       "a.md:2:7: '2025-02-30' is no date; write 2025-10-23 or 2025-10-23T09:00:00Z"},
      {"a.jsonl", "{\"id\":\"a\",\"published\":\"soon\",\"text\":\"A.\"}",
       "a.jsonl:1: 'soon' is no date; write 2025-10-23 or 2025-10-23T09:00:00Z"},
      {"a.jsonl", "{\"id\":\"a\",\"published\":\"0001-01-01T00:00:00Z\",\"text\":\"A.\"}",
       "a.jsonl:1: '0001-01-01T00:00:00Z' is no date; write 2025-10-23 or 2025-10-23T09:00:00Z"},
  };
  for (const Row& row : rows) {
    const ReadResult result = Folder().file(row.name, row.bytes).read();
    CHECK(ids(result) == "a");
    CHECK(result.errors == Lines{});
    CHECK(result.warnings == Lines{row.warning});
  }
}

TEST_CASE("a broken line of JSON does not stop the others") {
  const ReadResult result =
      Folder()
          .file("a.jsonl", "{\"id\":\"1\",\"text\":\"A.\"}\n{\"id\":\"2\",\n{\"id\":\"3\",\"text\":\"C.\"}\n")
          .read();
  CHECK(ids(result) == "1 3");
  CHECK(result.errors == Lines{"a.jsonl:2:10: not JSON: it ends too early; is the line cut off?"});
}

TEST_CASE("paths that lead nowhere, or in circles") {
  Folder folder;
  folder.file("a.txt", "A.").file("sub/b.txt", "B.");
  fs::create_symlink("nothing", folder.path / "dangling.txt");
  fs::create_symlink("self.txt", folder.path / "self.txt");
  fs::create_directory_symlink("..", folder.path / "sub" / "up");
  const ReadResult result = folder.read();
  CHECK(ids(result) == "a b");
  CHECK(result.errors == Lines{"dangling.txt: cannot be read; check that it exists and that you may read it",
                               "self.txt: cannot be read; check that it exists and that you may read it",
                               "sub/up: leads to a folder that is read already; take the link out"});
  const ReadResult named = folder.read({"none.txt", "a.txt", "self.txt", "dangling.txt"});
  CHECK(ids(named) == "a");
  CHECK(named.errors == Lines{"none.txt: there is no such file or folder; check the path",
                              "self.txt: cannot be read; check that it exists and that you may read it",
                              "dangling.txt: there is no such file or folder; check the path"});
}

TEST_CASE("a file in the place of sources.yaml, and a file too large") {
  Folder folder;
  folder.file("a.txt", "A.").file("sources.yaml/b.txt", "B.").file("large.txt", "");
  fs::resize_file(folder.path / "large.txt", (64u << 20) + 1);
  const ReadResult result = folder.read();
  CHECK(ids(result) == "a b");
  CHECK(result.errors == Lines{"sources.yaml: cannot be read; check that it exists and that you may read it",
                               "large.txt: larger than 64 MiB; split it, or is it no article?"});
}

TEST_CASE("two articles with one id") {
  Folder folder;
  folder.file("1/a.txt", "Beta.").file("2/a.txt", "Alpha.").file("3/a.txt", "Beta.").file("4/a~2.txt", "Gamma.");
  const ReadResult result = folder.read();
  REQUIRE(ids(result) == "a a~2 a~3");
  CHECK(result.documents[0].text == "Alpha.\n");
  CHECK(result.documents[1].text == "Gamma.\n");
  CHECK(result.documents[2].text == "Beta.\n");
  CHECK(result.warnings == Lines{"a: two articles have this id; one is now 'a~3', give it a name of its own"});
  CHECK(folder.read({"4", "3", "2", "1"}).documents == result.documents);
}
