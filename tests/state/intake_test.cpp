// Which of the articles that a run is given are new, changed, known, moved or gone.
#include <doctest/doctest.h>

#include "dateline/error.h"
#include "dateline/state.h"

namespace dateline::tests {
namespace {

/// "FILE ID TEXT": an article as read() gives it; its file is "-" for standard input.
Document article(const std::string& file, const std::string& id, const std::string& text) {
  Document out;
  out.id = id;
  out.text = text;
  out.file = file;
  return out;
}

KeptDocument kept(const Document& d, const std::string& rules = "r1") {
  return {d.id, d.id, d.file, content_key(d), rules};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// "read: … stale: … relocated: … withdrawn: … spared: …", what is empty left out.
std::string told(const Intake& intake) {
  std::vector<std::string> read, stale, relocated;
  for (const auto& a : intake.arrivals) read.push_back(a.kept.id + '=' + a.document.text);
  for (const auto& d : intake.stale) stale.push_back(d.id);
  for (const auto& d : intake.relocated) relocated.push_back(d.id + '@' + d.file);
  std::string out;
  for (const auto& [name, words] : {std::pair("read", read),
                                    {"stale", stale},
                                    {"relocated", relocated},
                                    {"withdrawn", intake.withdrawn},
                                    {"spared", intake.spared}})
    if (!words.empty()) out += (out.empty() ? "" : "; ") + std::string(name) + ' ' + joined(words);
  return out;
}

const Document a = article("/in/a.md", "a", "one"), b = article("/in/b.md", "b", "two");

TEST_CASE("what a run is given, held against what is known of a and b in /in") {
  struct Row {
    const char* what;
    std::vector<Document> given;
    std::vector<std::string> inputs;
    const char* is;
  };
  const std::vector<Row> rows = {
      {"the same again", {a, b}, {"/in"}, ""},
      {"one more", {a, b, article("/in/c.md", "c", "three")}, {"/in"}, "read c=three"},
      {"another text", {a, article("/in/b.md", "b", "two, mended")}, {"/in"}, "read b=two, mended"},
      {"gone from its folder", {a}, {"/in"}, "withdrawn b"},
      {"gone, and the folder above is named", {a}, {"/"}, "withdrawn b"},
      {"a folder whose name only begins alike", {}, {"/i", "/in/a"}, ""},
      {"only the other file is named", {a}, {"/in/a.md"}, ""},
      {"nothing is named", {}, {}, ""},
      {"the folder was renamed",
       {article("/new/a.md", "a", "one"), article("/new/b.md", "b", "two")},
       {"/new"},
       "relocated a@/new/a.md b@/new/b.md"},
      {"a file was renamed", {a, article("/in/z.md", "z", "two")}, {"/in"}, "relocated b@/in/z.md"},
      {"another article of the same name",
       {a, b, article("/else/a.md", "a", "four")},
       {"/in", "/else"},
       "read a~2=four"},
      {"a copy of one that is there", {a, b, article("/else/c.md", "c", "one")}, {"/in", "/else"}, "read c=one"},
      {"renamed and changed", {a, article("/in/z.md", "z", "two, mended")}, {"/in"}, "read z=two, mended; withdrawn b"},
      {"one more through standard input", {article("-", "wire-7", "five")}, {}, "read wire-7=five"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    CHECK(told(take_in({row.given, row.inputs, {}, true}, {kept(a), kept(b)}, "r1")) == row.is);
  }
}

TEST_CASE("standard input: a name of its own is kept, a made-up one tells nothing") {
  const Document named = article("-", "wire-7", "five"), nameless = article("-", "stdin", "six");
  const std::vector<KeptDocument> known{kept(nameless), kept(named)};
  CHECK(told(take_in({{article("-", "wire-7", "five, mended")}, {}, {}, true}, known, "r1")) ==
        "read wire-7=five, mended");
  CHECK(told(take_in({{article("-", "stdin", "seven")}, {}, {}, true}, known, "r1")) == "read stdin~2=seven");
  CHECK(told(take_in({{article("-", "stdin:3", "six")}, {}, {}, true}, known, "r1")) == "relocated stdin@-");
}

TEST_CASE("lines of a file without names of their own keep their articles when a line comes before them") {
  const Document first = article("/w.jsonl", "w:1", "one"), second = article("/w.jsonl", "w:2", "two");
  const std::vector<Document> now{article("/w.jsonl", "w:1", "zero"), article("/w.jsonl", "w:2", "one"),
                                  article("/w.jsonl", "w:3", "two")};
  CHECK(told(take_in({now, {"/w.jsonl"}, {}, true}, {kept(first), kept(second)}, "r1")) ==
        "read w:1~2=zero; relocated w:1@/w.jsonl w:2@/w.jsonl");
}

TEST_CASE("what could not be read takes nothing away") {
  CHECK(told(take_in({{a}, {"/in"}, {}, false}, {kept(a), kept(b)}, "r1")) == "spared b");
  CHECK(told(take_in({{a}, {"/in"}, {"b"}, false}, {kept(a), kept(b)}, "r1")) == "withdrawn b");
}

TEST_CASE("other rules: all is read again, what is not given from the state") {
  CHECK(told(take_in({{a}, {"/in/a.md"}, {}, true}, {kept(a), kept(b)}, "r2")) == "read a=one; stale b");
  CHECK(told(take_in({{a}, {"/in"}, {}, true}, {kept(a), kept(b)}, "r2")) == "read a=one; withdrawn b");
  CHECK(told(take_in({{a}, {"/in"}, {}, false}, {kept(a), kept(b)}, "r2")) == "read a=one; stale b; spared b");
  CHECK(told(take_in({{}, {}, {}, true}, {kept(a, "r2"), kept(b)}, "r2")) == "stale b");
}

TEST_CASE("taken back by name") {
  CHECK(told(take_in({{a, b}, {"/in"}, {"b"}, true}, {kept(a), kept(b)}, "r1")) == "withdrawn b");
  CHECK_THROWS_WITH_AS(take_in({{}, {}, {"c"}, true}, {kept(a)}, "r1"),
                       "--withdraw: the state has no article 'c'; timeline.json lists them under documents", Error);
}

TEST_CASE("the content of an article is what it says, and what is said of it") {
  const auto changed = [](auto change) {
    Document d = a;
    change(d);
    return content_key(d) != content_key(a);
  };
  CHECK(changed([](Document& d) { d.text += '.'; }));
  CHECK(changed([](Document& d) { d.source = "Wire"; }));
  CHECK(changed([](Document& d) { d.published = parse_moment("2026-01-02"); }));
  CHECK(changed([](Document& d) { std::swap(d.title, d.text); }));
  CHECK_FALSE(changed([](Document& d) { d.file = d.id = "z"; }));
}

}  // namespace
}  // namespace dateline::tests
