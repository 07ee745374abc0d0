// The words of an error, YAML and JSON as a tree, and what a tree says when it is asked for what it has not.
#include "tree/tree.h"

#include <doctest/doctest.h>

#include <functional>

using namespace dateline;

namespace {

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

Tree yaml(std::string_view text) { return parse_yaml(text, "a.yaml"); }

}  // namespace

TEST_CASE("an error says where, what and how to mend") {
  struct Row {
    FilePosition where;
    std::string hint;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {{"", 0, 0, ""}, "", "wrong"},
      {{"", 0, 0, ""}, "mend it", "wrong; mend it"},
      {{"f.txt", 0, 0, ""}, "", "f.txt: wrong"},
      {{"f.txt", 3, 0, "abc"}, "", "f.txt:3: wrong"},
      {{"f.txt", 3, 2, ""}, "", "f.txt:3:2: wrong"},
      {{"f.txt", 3, 2, "abc"}, "mend it", "f.txt:3:2: wrong; mend it\nabc\n ^"},
      {{"f.txt", 3, 3, "\tabc"}, "", "f.txt:3:3: wrong\n\tabc\n\t ^"},
      {{"f.txt", 1, 5, "Zürich"}, "", "f.txt:1:5: wrong\nZürich\n   ^"},  // column 5 is in bytes: the r
      {{"f.txt", 1, 9, "abc"}, "", "f.txt:1:9: wrong\nabc\n   ^"},
  };
  for (const Row& row : rows) CHECK(std::string(Error(row.where, "wrong", row.hint).what()) == row.expected);
}

TEST_CASE("a very long line is shown around its caret") {
  const std::string line = std::string(500, 'a') + 'X' + std::string(500, 'b');
  const std::string expected =
      "f:1:501: wrong\n" + std::string(60, 'a') + 'X' + std::string(59, 'b') + '\n' + std::string(60, ' ') + '^';
  CHECK(std::string(Error({"f", 1, 501, line}, "wrong").what()) == expected);
}

TEST_CASE("YAML is read as written") {
  struct Row {
    std::string text, json;
  };
  const std::vector<Row> rows = {
      {"", "null"},
      {"# only a comment\n", "null"},
      {"\xEF\xBB\xBF"
       "a: 1",
       R"({"a":1})"},
      {"b: 1\na: 2", R"({"b":1,"a":2})"},
      {"- x\n- [y, {z: 1}]", R"(["x",["y",{"z":1}]])"},
      {"a: true\nb: 'true'\nc: yes\nd: NO", R"({"a":true,"b":"true","c":"yes","d":"NO"})"},
      {"a: ~\nb: null\nc:\nd: 'null'", R"({"a":null,"b":null,"c":null,"d":"null"})"},
      {"a: 5\nb: '5'\nc: -2.50\nd: 1e3", R"({"a":5,"b":"5","c":-2.50,"d":1e3})"},
      {"a: 0101\nb: 1_000\nc: +1\nd: .5\ne: 5.", R"({"a":"0101","b":"1_000","c":"+1","d":".5","e":"5."})"},
      {"a: 2025-10-30\nb: 09:00\nc: 2026-04", R"({"a":"2025-10-30","b":"09:00","c":"2026-04"})"},
      {"a: '\\d{4}'\nb: \"\\u00e9\"", R"({"a":"\\d{4}","b":"é"})"},
      {"a: |\n  x\n  y\n", R"({"a":"x\ny\n"})"},
      {"1: x\ntrue: y", R"({"1":"x","true":"y"})"},
  };
  for (const Row& row : rows) CHECK(to_json(yaml(row.text)) == row.json);
}

TEST_CASE("YAML nodes know where they stand") {
  const Tree tree = yaml("a: 1\nlist:\n  - x\n  - {k: v}\n");
  CHECK(tree.at("a").line == 1);
  CHECK(tree.at("a").column == 4);
  CHECK(tree.at("list").items.at(0).line == 3);
  CHECK(tree.at("list").items.at(0).column == 5);
  CHECK(tree.at("list").items.at(1).at("k").column == 9);
}

TEST_CASE("bad YAML is an error with a caret") {
  const std::string hint = "indent with spaces, and put quotes around a text that holds ': ' or begins with a sign";
  struct Row {
    std::string text, message;
  };
  const std::vector<Row> rows = {
      {"a: 1\n\tb: 2\n", "a.yaml:2:1: not YAML: illegal tab when looking for indentation; " + hint + "\n\tb: 2\n^"},
      {"a: b: c\n", "a.yaml:1:5: not YAML: illegal map value; " + hint + "\na: b: c\n    ^"},
      {"a: [1, 2\nb: 3\n", "a.yaml:2:2: not YAML: end of sequence flow not found; " + hint + "\nb: 3\n ^"},
      {"a: &x 1\nb: *x\n",
       "a.yaml:1:4: anchors and aliases are not read; write the value out, or put quotes around a text that begins "
       "with & or *\na: &x 1\n   ^"},
      {"a: *x\n", "a.yaml:1:4: not YAML: the referenced anchor is not defined; " + hint + "\na: *x\n   ^"},
      {"a: 1\nb: 2\na: 3\n", "a.yaml:3:1: the key 'a' stands here twice; keep one of the two\na: 3\n^"},
      {"? [a]\n: b\n", "a.yaml:1:3: a key must be a text; put quotes around it\n? [a]\n  ^"},
      {"~: b\n", "a.yaml:1:1: a key must be a text; put quotes around it\n~: b\n^"},
      {"a: 1\n---\nb: 2\n", "a.yaml:3:1: a second document begins here; keep one document a file\nb: 2\n^"},
  };
  for (const Row& row : rows) CHECK(message_of([&] { yaml(row.text); }) == row.message);
}

TEST_CASE("hostile nesting is an error, not a crash") {
  std::string blocks;
  for (int i = 0; i < 3000; ++i) blocks += "- ";
  CHECK_THROWS_AS(yaml(blocks), Error);
  CHECK_THROWS_AS(yaml(std::string(100000, '[')), Error);
  CHECK_THROWS_AS(parse_json(std::string(1000000, '['), "a.json"), Error);
  CHECK_NOTHROW(parse_json(std::string(200, '[') + std::string(200, ']'), "a.json"));
  CHECK(message_of([] { parse_json(std::string(201, '['), "a.json", 4); }) ==
        "a.json:4: more than 200 lists and maps within one another; flatten it");
}

TEST_CASE("JSON comes back as it went in") {
  const std::vector<std::string> rows = {
      "null",
      "true",
      "[]",
      "{}",
      "-2",
      "1.50",
      "1e5",
      "123456789012345678901234567890",
      R"("a\"\\\nb")",
      R"({"b":1,"a":[{"c":null},"é"]})",
  };
  for (const std::string& row : rows) CHECK(to_json(parse_json(row, "a.json")) == row);
  CHECK(to_json(parse_json(R"( { "a" : "\u00e9\ud83d\ude00" } )", "a.json")) == R"({"a":"é😀"})");
  CHECK(to_json(parse_json(R"({"b":[1,{}],"a":{}})", "a.json"), 2) ==
        "{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": {}\n}");
}

TEST_CASE("bad JSON is an error with a caret") {
  struct Row {
    std::string text;
    int first_line;
    std::string message;
  };
  const std::vector<Row> rows = {
      {"", 1, "a.json:1:1: not JSON: it ends too early; is the line cut off?"},
      {"{\"a\":", 7, "a.json:7:5: not JSON: it ends too early; is the line cut off?\n{\"a\":\n    ^"},
      {"{\"a\" 1}", 7, "a.json:7:6: not JSON here; look for a missing comma, quote or bracket\n{\"a\" 1}\n     ^"},
      {"[1] x", 1, "a.json:1:5: not JSON here; look for a missing comma, quote or bracket\n[1] x\n    ^"},
      {"{\n \"a\": 1,\n}", 7, "a.json:9:1: not JSON here; look for a missing comma, quote or bracket\n}\n^"},
      {"[\"\xFF\"]", 1, "a.json:1:3: not JSON here; look for a missing comma, quote or bracket\n[\"\xFF\"]\n  ^"},
  };
  for (const Row& row : rows) CHECK(message_of([&] { parse_json(row.text, "a.json", row.first_line); }) == row.message);
}

TEST_CASE("trees made by code") {
  struct Row {
    Tree tree;
    std::string json;
  };
  const std::vector<Row> rows = {
      {Tree(), "null"},
      {Tree(true), "true"},
      {Tree(-3), "-3"},
      {Tree(std::size_t{7}), "7"},
      {Tree(0.1), "0.1"},
      {Tree(5.0), "5"},
      {Tree(1.0 / 0.0), "null"},
      {Tree("x"), "\"x\""},
      {Tree::list(), "[]"},
      {Tree::list().add(1).add("x"), "[1,\"x\"]"},
      {Tree::map().set("b", 1).set("a", Tree()), R"({"b":1,"a":null})"},
      {Tree("\xFF"
            "a\xC3("),
       "\"\xEF\xBF\xBD"
       "a\xEF\xBF\xBD(\""},
      {Tree(std::string("\x01\x00", 2)), R"("\u0001\u0000")"},
  };
  for (const Row& row : rows) CHECK(to_json(row.tree) == row.json);
}

TEST_CASE("what a tree is asked") {
  const Tree tree =
      yaml("t: text\nn: 42\nplus: +1\nr: 2.5\nq: '7'\nb: true\nnil:\nl: [a, 1]\nm: {x: y}\nbig: 99999999999\n");
  CHECK(tree.find("none") == nullptr);
  CHECK(Tree("x").find("t") == nullptr);
  CHECK(tree.at("n").integer() == 42);
  CHECK(tree.at("plus").integer() == 1);
  CHECK(tree.at("r").real() == 2.5);
  CHECK(tree.at("n").real() == 42);
  CHECK(tree.at("b").boolean());
  CHECK(tree.text_or("t") == "text");
  CHECK(tree.text_or("n") == "42");
  CHECK(tree.text_or("none", "else") == "else");
  CHECK(tree.text_or("nil", "else") == "else");
  CHECK(tree.at("l").texts() == std::vector<std::string>{"a", "1"});
  CHECK(tree.at("t").texts() == std::vector<std::string>{"text"});
  CHECK(tree.at("nil").texts().empty());

  struct Row {
    std::function<void()> ask;
    std::string message;
  };
  const std::vector<Row> rows = {
      {[&] { tree.at("none"); }, "a.yaml:1:1: 'none' is missing; add 'none: …'\nt: text\n^"},
      {[&] { tree.at("t").at("x"); }, "a.yaml:1:4: expected a map with 'x', found a text 'text'\nt: text\n   ^"},
      {[&] { tree.text_or("l"); }, "a.yaml:8:4: expected a text, found a list\nl: [a, 1]\n   ^"},
      {[&] { tree.at("m").text(); }, "a.yaml:9:4: expected a text, found a map\nm: {x: y}\n   ^"},
      {[&] { tree.at("m").texts(); }, "a.yaml:9:4: expected a text, found a map\nm: {x: y}\n   ^"},
      {[&] { tree.at("r").integer(); }, "a.yaml:4:4: expected a whole number, found a number '2.5'\nr: 2.5\n   ^"},
      {[&] { tree.at("q").integer(); }, "a.yaml:5:4: expected a whole number, found a text '7'\nq: '7'\n   ^"},
      {[&] { tree.at("big").integer(); },
       "a.yaml:10:6: expected a whole number, found a number '99999999999'\nbig: 99999999999\n     ^"},
      {[&] { tree.at("t").real(); }, "a.yaml:1:4: expected a number, found a text 'text'\nt: text\n   ^"},
      {[&] { tree.at("n").boolean(); }, "a.yaml:2:4: expected true or false, found a number '42'\nn: 42\n   ^"},
      {[&] { Tree("x").fail("wrong", "mend it"); }, "wrong; mend it"},
  };
  for (const Row& row : rows) CHECK(message_of(row.ask) == row.message);
}

TEST_CASE("an unknown key is shown where it stands") {
  struct Row {
    std::string text, message;
  };
  const std::vector<Row> rows = {
      {"title: x\nsource:\n", "no error"},
      {"titel: x\n", "a.yaml:1:1: unknown key 'titel'; did you mean 'title'?\ntitel: x\n^"},
      {"title: titel\ntitel: titel # titel\n",
       "a.yaml:2:1: unknown key 'titel'; did you mean 'title'?\ntitel: titel # titel\n^"},
      {"x: 1\n", "a.yaml:1:1: unknown key 'x'; known are title, source\nx: 1\n^"},
      {"'sorce' :\n  - a\n", "a.yaml:1:2: unknown key 'sorce'; did you mean 'source'?\n'sorce' :\n ^"},
      {"{title: x, sourcee: y}",
       "a.yaml:1:12: unknown key 'sourcee'; did you mean 'source'?\n{title: x, sourcee: y}\n           ^"},
      {"[x]", "a.yaml:1:1: expected a map, found a list\n[x]\n^"},
  };
  for (const Row& row : rows) CHECK(message_of([&] { yaml(row.text).only({"title", "source"}); }) == row.message);
}

TEST_CASE("the nearest word") {
  struct Row {
    std::string word, expected;
  };
  const std::vector<Row> rows = {
      {"quater", "quarter"}, {"quarter", "quarter"},
      {"mnoth", "month"},    {"mouth", "month"},
      {"moth", "month"},     {"ab", ""},
      {"wholly", ""},        {"", ""},
  };
  for (const Row& row : rows) CHECK(nearest(row.word, {"month", "quarter", "abc"}) == row.expected);
}
