// src/gazetteer/files.h: actors and places of one's own lie over those of rules/world.
#include "gazetteer/files.h"

#include "folder.h"
#include "gazetteer/world.h"
#include "rules/loaded_rules.h"
#include "rules/rule_texts.h"

namespace dateline::tests {
namespace {

TEST_CASE("a file of the world with one laid over it") {
  const struct {
    const char* what;
    std::string below, over, key, result;
  } rows[] = {
      {"no such file above", "[{name: A}]", "", "name", R"([{"name":"A"}])"},
      {"a new entry", "[{name: A}]", "[{name: B, code: X}]", "name", R"([{"name":"A"},{"name":"B","code":"X"}])"},
      {"in the place of another", "[{name: A, code: X}, {name: B}]", "[{name: A, code: Y}]", "name",
       R"([{"name":"A","code":"Y"},{"name":"B"}])"},
      {"taken away", "[{name: A}, {name: B}]", "[{name: A, remove: true}]", "name", R"([{"name":"B"}])"},
      {"without a key all are added", "{metonyms: [{code: X}]}", "{metonyms: [{code: X}]}", "",
       R"({"metonyms":[{"code":"X"},{"code":"X"}]})"},
      {"a field of a map", "{leads: [a], in: {X: a}}", "{leads: [b], in: {X: c, Y: d}, own: 1}", "",
       R"({"leads":["a","b"],"in":{"X":"c","Y":"d"},"own":1})"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    Folder folder;
    folder.file("below/world/a.yaml", row.below);
    if (!row.over.empty()) folder.file("over/world/a.yaml", row.over);
    CHECK(to_json(WorldFiles({folder.path / "below", folder.path / "over"}).yaml("a.yaml", row.key)) == row.result);
  }
}

TEST_CASE("what is wrong in a world is said with its place") {
  Folder folder;
  folder.file("below/world/a.yaml", "[{name: A}]").file("over/world/a.yaml", "- {name: B, remove: true}");
  const WorldFiles files({folder.path / "below", folder.path / "over"});
  const std::string prefix = folder.path.string() + '/';
  CHECK(error_of([&] { files.yaml("a.yaml", "name"); }) ==
        prefix +
            "over/world/a.yaml:1:3: there is no 'B' to remove; an overlay changes what lies below it\n- {name: B, "
            "remove: true}\n  ^");
  CHECK(
      error_of([&] { files.yaml("b.yaml"); }) ==
      prefix +
          "below/world/b.yaml: cannot be read; --rules names a folder with an index.yaml, or one with en/ and world/");
}

TEST_CASE("actors and places of a desk") {
  Folder folder;
  folder.file("world/countries.yaml", "- {code: FOO, name: Fooland, capital: Foo City}")
      .file("world/people.yaml", "- {name: Jane Foo, country: FOO, offices: [{office: president, from: 2020}]}")
      .file("world/cities.tsv",
            "name\tnames\tcode\tlat\tlon\tpop\tkind\tambiguous\nFoo City\t\tFOO\t1.5\t2.5\t1000\tcapital\t0\n");
  const World world(DATELINE_SOURCE_DIR "/rules", {folder.path.string()});
  const Entity* leader = world.leader_of("FOO", parse_moment("2025-10-23"));
  REQUIRE(leader);
  CHECK(leader->name == "Jane Foo");
  REQUIRE(world.place("Foo City"));
  CHECK(world.place("Foo City")->latitude == 1.5);
  CHECK(world.place("Geneva")->code == "CHE");
}

}  // namespace
}  // namespace dateline::tests
