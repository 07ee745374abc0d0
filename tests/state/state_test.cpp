// build --state, as a user runs it: a story told in five runs, what is read again, and what is taken back.
#include <doctest/doctest.h>

#include <algorithm>

#include "program.h"

namespace dateline::tests {
namespace {

const fs::path story = DATELINE_SOURCE_DIR "/tests/state/story";
const std::string planned = bytes_of(story / "1-planned.md");
const std::string confirmed = bytes_of(story / "2-confirmed.md");
const std::string moved = bytes_of(story / "3-moved.md");
const std::string cancelled = bytes_of(story / "4-cancelled.md");
const std::string held = bytes_of(story / "5-held.md");

/// What stands behind "NAME:" or "NAME;VALUE=DATE:" in the feed, joined by a blank where there are several.
std::string in_feed(const Folder& folder, const std::string& name) {
  std::istringstream feed(bytes_of(folder.path / "out/timeline.ics"));
  std::string out;
  for (std::string line; std::getline(feed, line);)
    if (line.starts_with(name + ':') || line.starts_with(name + ";VALUE=DATE:"))
      out += (out.empty() ? "" : " ") + line.substr(line.rfind(':') + 1, line.size() - line.rfind(':') - 2);
  return out;
}

/// The section of the briefing, without its heading and footnotes.
std::string changed(const Folder& folder) {
  const std::string text = bytes_of(folder.path / "out/timeline.md"), heading = "## Changed since the last run\n\n";
  const auto begin = text.find(heading);
  if (begin == std::string::npos) return "";
  const auto from = begin + heading.size();
  return text.substr(from, text.find("\n\n", from) + 1 - from);
}

Ran build(const Folder& folder, const std::string& arguments) {
  return run_program(folder, "build " + arguments + " -o out --state s.db");
}

TEST_CASE("a story told in five runs") {
  struct Row {
    const std::string& article;
    const char *start, *status, *modified, *sequence, *changed;
  };
  const Row rows[] = {
      {planned, "20260331", "TENTATIVE", "20260112T000000Z", "0",
       "- **new** — Macron visits Beijing: March 2026.[^1]\n"},
      {confirmed, "20260314", "CONFIRMED", "20260203T000000Z", "1",
       "- **dated** — Macron visits Beijing: March 2026 → 14 March 2026, says Meridian\n  Wire.[^1]\n"},
      {moved, "20260320", "CONFIRMED", "20260302T000000Z", "2",
       "- **moved** — Macron visits Beijing: 14 March 2026 → 20 March 2026, says The\n  Harbour Gazette.[^1]\n"},
      {cancelled, "20260320", "CANCELLED", "20260310T000000Z", "3",
       "- **cancelled** — Macron visits Beijing (was: 20 March 2026), says The Northern\n  Ledger.[^1]\n"},
      {held, "20260320", "CONFIRMED", "20260321T000000Z", "4",
       "- **on again** — Macron visits Beijing: 20 March 2026 (held), says Meridian\n  Wire.[^1]\n"},
  };
  Folder folder;
  std::string uid;
  int number = 0;
  for (const auto& row : rows) {
    const std::string name = std::to_string(++number) + ".md";
    CAPTURE(name);
    folder.file(name, row.article);
    CHECK(build(folder, name).status == 0);
    if (uid.empty()) uid = in_feed(folder, "UID");
    CHECK(uid.size() == 36);
    CHECK(in_feed(folder, "UID") == uid);
    CHECK(in_feed(folder, "SEQUENCE") == row.sequence);
    CHECK(in_feed(folder, "DTSTART") == row.start);
    CHECK(in_feed(folder, "STATUS") == row.status);
    CHECK(in_feed(folder, "DTSTAMP") == row.modified);
    CHECK(in_feed(folder, "LAST-MODIFIED") == row.modified);
    CHECK(in_feed(folder, "CREATED") == "20260112T000000Z");
    CHECK(changed(folder) == row.changed);
  }
}

TEST_CASE("a folder that grows, changes and shrinks") {
  Folder folder;
  folder.file("in/planned.md", planned);
  CHECK(build(folder, "in").err == "1 read, 0 withdrawn\n1 documents, 1 claims, 1 events → out\n");
  const std::string uid = in_feed(folder, "UID");
  CHECK(build(folder, "in").err == "0 read, 0 withdrawn\n1 documents, 1 claims, 1 events → out\n");
  CHECK(changed(folder) == "Nothing.\n");

  folder.file("in/planned.md",
              "---\npublished: 2026-01-12\nsource: The Northern Ledger\n---\nCorrection: Macron is to visit Beijing in "
              "April, the Élysée said.\n");
  CHECK(build(folder, "in").err == "1 read, 0 withdrawn\n1 documents, 1 claims, 1 events → out\n");
  CHECK(in_feed(folder, "UID") == uid);
  CHECK(in_feed(folder, "SEQUENCE") == "1");
  CHECK(changed(folder) ==
        "- **moved** — Macron visits Beijing: March 2026 → April 2026, says The Northern\n  Ledger.[^1]\n");

  fs::remove(folder.path / "in/planned.md");
  CHECK(build(folder, "in").err == "0 read, 1 withdrawn\n0 documents, 0 claims, 0 events → out\n");
  CHECK(in_feed(folder, "UID") == "");
  CHECK(changed(folder) ==
        "- **gone** — Macron visits Beijing (was: April 2026): no article speaks of it\n  any more.\n");

  folder.file("in/planned.md", planned);
  build(folder, "in");
  CHECK(in_feed(folder, "UID") == uid);
  CHECK(in_feed(folder, "SEQUENCE") == "2");
}

TEST_CASE("an article keeps the offset of its publication") {
  Folder folder;
  folder.file("a.md", "---\npublished: 2026-01-12T08:30:00+09:00\n---\nMacron will visit Beijing tomorrow.\n");
  for (const char* read : {"1 read", "0 read"}) {
    CHECK(build(folder, "a.md").err == std::string(read) + ", 0 withdrawn\n1 documents, 1 claims, 1 events → out\n");
    CHECK(in_feed(folder, "DTSTART") == "20260113");
    CHECK(in_feed(folder, "DTSTAMP") == "20260111T233000Z");
  }
}

TEST_CASE("a stream: what was read stays until it is taken back by name") {
  Folder folder;
  folder.file("a.md", planned).file("b.md", confirmed);
  build(folder, "a.md");
  CHECK(build(folder, "b.md").err == "1 read, 0 withdrawn\n2 documents, 2 claims, 1 events → out\n");
  CHECK(build(folder, "--withdraw b").err == "0 read, 1 withdrawn\n1 documents, 1 claims, 1 events → out\n");
  CHECK(in_feed(folder, "DTSTART") == "20260331");
  CHECK(build(folder, "--withdraw b").err ==
        "error: --withdraw: the state has no article 'b'; timeline.json lists them under documents\n");
}

TEST_CASE("what cannot be read now is not taken for gone") {
  Folder folder;
  folder.file("in/a.md", planned).file("in/b.md", confirmed);
  build(folder, "in");
  folder.file("in/b.md", "Published 2026-02-03\n\nBroken: \xFC\n");
  const Ran ran = build(folder, "in");
  CHECK(ran.status == 2);
  CHECK(ran.err ==
        "error: in/b.md: byte 31 is no UTF-8 (0xFC); declare the encoding or convert it (iconv -f windows-1252 -t "
        "utf-8)\n"
        "warning: b: not found, but something could not be read; kept until all can be, or --withdraw b\n"
        "0 read, 0 withdrawn\n2 documents, 2 claims, 1 events → out\n");
}

TEST_CASE("changed rules: everything is read again, also what is not given") {
  Folder folder;
  folder.file("a.md", planned);
  fs::copy(DATELINE_SOURCE_DIR "/rules", folder.path / "rules", fs::copy_options::recursive);
  const std::string with_rules = "--rules rules build a.md -o out --state s.db";
  CHECK(run_program(folder, with_rules).err.starts_with("1 read"));
  CHECK(run_program(folder, with_rules).err.starts_with("0 read"));
  folder.file("rules/en/time/date.yaml", bytes_of(folder.path / "rules/en/time/date.yaml") + "# changed\n");
  CHECK(run_program(folder, "--rules rules build -o out --state s.db").err.starts_with("1 read"));
  CHECK(changed(folder) == "Nothing.\n");
}

TEST_CASE("the first run with a state is a run without one, but for what it says of changes") {
  Folder folder;
  const std::string corpus = DATELINE_SOURCE_DIR "/tests/corpus";
  REQUIRE(run_program(folder, "build '" + corpus + "' -o alone").status == 0);
  REQUIRE(build(folder, "'" + corpus + "'").status == 0);
  for (const char* name : {"timeline.ics", "timeline.csv", "claims.csv"})
    CHECK((bytes_of(folder.path / "out" / name) == bytes_of(folder.path / "alone" / name)));
  REQUIRE(build(folder, "").status == 0);
  for (const char* name : {"timeline.ics", "timeline.csv", "claims.csv"})
    CHECK((bytes_of(folder.path / "out" / name) == bytes_of(folder.path / "alone" / name)));
}

TEST_CASE("nothing to read, and no state") {
  const Folder folder;
  CHECK(run_program(folder, "build -o out").err == "INPUT is required\nRun with --help for more information.\n");
}

TEST_CASE("a state that cannot be kept leaves files and state as they were") {
  const struct {
    const char* what;
    const char* arguments;
    const char* err;
  } rows[] = {
      {"no such folder", "build a.md -o out --state none/s.db",
       "error: none/s.db: cannot be opened; create its folder first, and see that you may write there\n"},
      {"no state", "build a.md -o out --state a.md",
       "error: a.md: is no state of dateline, or it is damaged; put a copy back, or move it away and build anew of all "
       "articles; events then get new names\n"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    Folder folder;
    folder.file("a.md", planned);
    const Ran ran = run_program(folder, row.arguments);
    CHECK(ran.status == 2);
    CHECK(ran.err == row.err);
    CHECK(files_in(folder.path) == "a.md");
  }
}

TEST_CASE("a disk that is full while the state is written: nothing has happened") {
  Folder folder;
  folder.file("a.md", planned).file("b.md", confirmed);
  build(folder, "a.md");
  const std::string state = bytes_of(folder.path / "s.db"), feed = bytes_of(folder.path / "out/timeline.ics");
  const Ran ran = run_program(folder, "build b.md -o out --state s.db", "ulimit -f 8");
  CHECK(ran.status == 2);
  CHECK(
      ran.err ==
      "error: s.db: cannot be read or written; is the disk full, or failing? Then run again; it is as it was before\n");
  CHECK((bytes_of(folder.path / "out/timeline.ics") == feed));
  CHECK(build(folder, "").err == "0 read, 0 withdrawn\n1 documents, 1 claims, 1 events → out\n");
  CHECK(changed(folder) == "Nothing.\n");
}

TEST_CASE("files that cannot be written: the next run tells what this one found") {
  Folder folder;
  folder.file("a.md", planned).file("out", "a file where the folder should be");
  CHECK(build(folder, "a.md").err ==
        "1 read, 0 withdrawn\nerror: out: cannot be made: Not a directory; choose another folder with -o\n");
  fs::remove(folder.path / "out");
  CHECK(build(folder, "").status == 0);
  CHECK(changed(folder) == "- **new** — Macron visits Beijing: March 2026.[^1]\n");
}

TEST_CASE("of two runs at the same time one waits for the other") {
  Folder folder;
  folder.file("a.md", planned).file("b.md", confirmed);
  const std::string run = "'" DATELINE_PROGRAM "' build --state s.db ";
  REQUIRE(std::system(("cd '" + folder.path.string() + "' && { " + run + "a.md -o one 2>err1 & " + run +
                       "b.md -o two 2>err2 & wait; }")
                          .c_str()) == 0);
  CHECK(bytes_of(folder.path / "err1").ends_with("→ one\n"));
  CHECK(bytes_of(folder.path / "err2").ends_with("→ two\n"));
  CHECK(build(folder, "").err.ends_with("2 documents, 2 claims, 1 events → out\n"));
}

}  // namespace
}  // namespace dateline::tests
