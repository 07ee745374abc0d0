// What the program says of bad input, word for word, and that the rest of the run goes on.
#include <doctest/doctest.h>

#include <algorithm>

#include "program.h"

namespace dateline::tests {
namespace {

constexpr const char* article =
    "---\npublished: 2025-10-23\nsource: Agence Exemple\n---\nTrump will meet Xi in Busan on Oct. 30.\n";
const std::string one_event = "1 documents, 1 claims, 1 events → out\n";

/// The files of a calendar and no other: what is being written has another name until it is whole.
bool has_whole_files(const fs::path& folder) {
  return std::all_of(fs::directory_iterator(folder), fs::directory_iterator(), [](const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    return name == "claims.csv" || name.starts_with("timeline.");
  });
}

struct Row {
  const char* what;
  std::vector<std::pair<std::string, std::string>> files;  ///< name and bytes, in the folder "in"
  const char* arguments;
  int status;
  std::string err;
};

TEST_CASE("bad input is told in one line and does not stop the others") {
  const std::pair<std::string, std::string> good{"in/good.md", article};
  const std::vector<Row> rows = {
      {"all is well", {good}, "build in -o out", 0, one_event},
      {"bytes that are no UTF-8",
       {good, {"in/latin.txt", "Published 2025-10-23\n\nTalks in Z\xFCrich.\n"}},
       "build in -o out",
       2,
       "error: in/latin.txt: byte 33 is no UTF-8 (0xFC); declare the encoding or convert it (iconv -f windows-1252 -t "
       "utf-8)\n" +
           one_event},
      {"an empty file",
       {good, {"in/empty.txt", ""}},
       "build in -o out",
       0,
       "warning: in/empty.txt: there is no text in it; left out\n" + one_event},
      {"a broken line among good ones",
       {{"in/wire.jsonl",
         "{\"id\":\"a\",\"published\":\n{\"id\":\"b\",\"published\":\"2025-10-23\",\"text\":\"Trump will meet Xi on "
         "Oct. 30.\"}\n"}},
       "build in -o out",
       2,
       "error: in/wire.jsonl:1:22: not JSON: it ends too early; is the line cut off?\n" + one_event},
      {"sources.yaml names a missing file",
       {good, {"in/sources.yaml", "gone.txt: {published: 2025-10-23}\n"}},
       "build in -o out",
       0,
       "warning: in/sources.yaml:1:11: there is no file 'gone.txt' here; check the name, or take the line out\n" +
           one_event},
      {"sources.yaml with an impossible date",
       {good, {"in/sources.yaml", "good.md: {published: 2025-13-45}\n"}},
       "build in -o out",
       0,
       "warning: in/sources.yaml:1:22: '2025-13-45' is no date; write 2025-10-23 or 2025-10-23T09:00:00Z\n" +
           one_event},
      {"a path that does not exist",
       {good},
       "build in nowhere -o out",
       2,
       "error: nowhere: there is no such file or folder; check the path\n" + one_event},
      {"a document without a date",
       {{"in/plain.txt", "Trump will meet Xi on Thursday. He will visit Japan on Oct. 27, 2025.\n"}},
       "build in -o out",
       0,
       "warning: plain: no publication date; unresolved: “Thursday”; give it in sources.yaml or with --published\n" +
           one_event},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    Folder folder;
    for (const auto& [name, bytes] : row.files) folder.file(name, bytes);
    const Ran ran = run_program(folder, row.arguments);
    CHECK(ran.status == row.status);
    CHECK(ran.err == row.err);
    CHECK(ran.out == "");
    CHECK(has_whole_files(folder.path / "out"));
  }
}

TEST_CASE("a file that cannot be read") {
  Folder folder;
  folder.file("in/good.md", article);
  fs::create_symlink("nothing-there", folder.path / "in/lost.txt");  // a file without rights would be readable to root
  const Ran ran = run_program(folder, "build in -o out");
  CHECK(ran.status == 2);
  CHECK(ran.err == "error: in/lost.txt: cannot be read; check that it exists and that you may read it\n" + one_event);
}

const std::string no_article =
    "error: there is no article in what was named, so nothing is written; "
    "name files or folders that hold articles\n";

TEST_CASE("what stops a run leaves nothing behind") {
  const struct {
    const char* what;
    const char* arguments;
    std::string err;
  } rows[] = {
      {"no such day", "build good.md --published 2025-02-30 -o out",
       "error: --published: '2025-02-30' is no date; write it as 2025-10-23 or 2025-10-23T09:00\n"},
      {"no date at all", "tag good.md --published tomorrow",
       "error: --published: 'tomorrow' is no date; write it as 2025-10-23 or 2025-10-23T09:00\n"},
      {"no rules there", "--rules elsewhere build good.md -o out",
       "error: elsewhere/index.yaml: cannot be read; a folder of --rules has an index.yaml that names its files, or a "
       "folder world/\n"},
      {"no claims there", "merge elsewhere -o out",
       "error: elsewhere: cannot be read; name a file that `dateline extract` wrote, or - for standard input\n"},
      {"a folder in place of claims", "merge empty -o out",
       "error: empty: cannot be read; name a file that `dateline extract` wrote, or - for standard input\n"},
      {"claims of nothing", "merge - -o out",
       "error: there is no claim in what was named, so nothing is written; name files that `dateline extract` wrote\n"},
      {"a folder without articles", "build empty -o out", no_article},
      {"an input without a word", "build - -o out", "warning: stdin: there is no text in it; left out\n" + no_article},
      {"a file without a word", "build empty/blank.text -o out",
       "warning: empty/blank.text: there is no text in it; left out\n" + no_article},
      {"nothing could be read", "build elsewhere -o out",
       "error: elsewhere: there is no such file or folder; check the path\n"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    Folder folder;
    folder.file("good.md", article).file("empty/blank.text", "\n");
    const Ran ran = run_program(folder, row.arguments);
    CHECK(ran.status == 2);
    CHECK(ran.err == row.err);
    CHECK(ran.out == "");
    CHECK(files_in(folder.path) == "empty good.md");
  }
}

TEST_CASE("a calendar is not emptied by a run that finds nothing") {
  Folder folder;
  folder.file("in/good.md", article).file("none/README.md", "No article.\n");
  REQUIRE(run_program(folder, "build in -o out").status == 0);
  const std::string before = bytes_of(folder.path / "out/timeline.ics");
  for (const char* arguments : {"build none -o out", "build - -o out", "merge none -o out", "merge - -o out"}) {
    INFO(std::string(arguments));
    CHECK(run_program(folder, arguments).status == 2);
    CHECK(bytes_of(folder.path / "out/timeline.ics") == before);
  }
}

TEST_CASE("an output folder that cannot be written") {
  Folder folder;
  folder.file("good.md", article)
      .file("taken", "a file")
      .file("out/timeline.csv/keep", "a folder where a file should be");
  const Ran no_folder = run_program(folder, "build good.md -o taken");
  CHECK(no_folder.status == 2);
  CHECK(no_folder.err == "error: taken: cannot be made: Not a directory; choose another folder with -o\n");
  const Ran no_file = run_program(folder, "build good.md -o out");
  CHECK(no_file.status == 2);
  CHECK(no_file.err ==
        "error: out/timeline.csv: cannot be written: Is a directory; move the folder of that name away\n");
  CHECK(has_whole_files(folder.path / "out"));
}

TEST_CASE("a rule file with a mistake is told with its place and a caret") {
  const struct {
    const char* what;
    const char* file;
    const char* text;  ///< its first occurrence in the file is replaced
    const char* mistake;
    const char* message;  ///< behind FILE:LINE:COLUMN
  } rows[] = {
      {"no such kind", "en/events/visit.yaml", "kind: visit", "kind: vist",
       ": no kind 'vist'; each kind has a file in events/, with its name under kinds:\n"},
      {"no such key in the world", "world/countries.yaml", "name: Georgia,", "nam: Georgia,",
       ": unknown key 'nam'; did you mean 'name'?\n"},
      {"no such key", "en/events/visit.yaml", "needs: 1", "neds: 1", ": unknown key 'neds'; did you mean 'needs'?\n"},
      {"no such list", "en/events/visit.yaml", "{visit_noun}", "{vist_noun}",
       ": {vist_noun} is no word list and no family of rules read before; did you mean {visit_noun}?\n"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    Folder folder;
    folder.file("good.md", article);
    fs::copy(DATELINE_SOURCE_DIR "/rules", folder.path / "rules", fs::copy_options::recursive);
    const std::string name = std::string("rules/") + row.file;
    std::string text = bytes_of(folder.path / name);
    const std::size_t at = text.find(row.text);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::string(row.text).size(), row.mistake);
    folder.file(name, text);
    const Ran ran = run_program(folder, "--rules rules build good.md -o out");
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    CHECK(ran.status == 2);
    CHECK(ran.err.starts_with("error: " + name + ':' + std::to_string(line) + ':'));
    CHECK(ran.err.substr(0, ran.err.find('\n') + 1).ends_with(row.message));
    CHECK(ran.err.ends_with("^\n"));
    CHECK_FALSE(fs::exists(folder.path / "out"));
  }
}

TEST_CASE("rules of one's own lie over the shipped ones, or take their place") {
  Folder folder;
  folder.file("good.md", article)
      .file("desk/index.yaml", "time: [desk.yaml]")
      .file("desk/desk.yaml", "rules: [{id: vague.soon, remove: true}]");
  folder.file("more/index.yaml", "events: more.yaml").file("more/more.yaml", "{}");
  fs::copy(DATELINE_SOURCE_DIR "/rules", folder.path / "whole", fs::copy_options::recursive);
  const std::string shipped = run_program(folder, "rules list").out,
                    copied = run_program(folder, "--rules whole rules list").out;
  CHECK(shipped.find("vague.soon ") != std::string::npos);
  CHECK(copied.find("  whole/en/time/relative.yaml:") != std::string::npos);
  const struct {
    const char* arguments;
    std::ptrdiff_t rules;  ///< beside those that are shipped
  } rows[] = {{"rules list", 0},
              {"--rules desk rules list", -1},
              {"rules list --rules desk", -1},
              {"--rules more --rules desk rules list", -1},
              {"--rules whole rules list", 0},
              {"--rules desk --rules whole rules list", -1}};
  for (const auto& row : rows) {
    INFO(std::string(row.arguments));
    const Ran ran = run_program(folder, row.arguments);
    CHECK(ran.err == "");
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') ==
          std::count(shipped.begin(), shipped.end(), '\n') + row.rules);
  }
}

TEST_CASE("timeline.csv as another tool imports it") {
  Folder folder;
  folder.file("good.md", article);
  CHECK(run_program(folder, "build good.md -o out --csv-profile google").status == 0);
  CHECK(bytes_of(folder.path / "out/timeline.csv").starts_with("Subject,Start Date,Start Time,End Date,"));
  CHECK(bytes_of(folder.path / "out/claims.csv").starts_with("uid,document,"));
  CHECK(run_program(folder, "build good.md -o out --csv-profile outlook --csv-bom").status == 0);
  CHECK(bytes_of(folder.path / "out/timeline.csv").starts_with("\xEF\xBB\xBFSubject,Start Date,"));
  CHECK(run_program(folder, "build good.md -o out --csv-profile lotus").status == 2);
}

TEST_CASE("the other commands") {
  Folder folder;
  folder.file("good.md", article);
  const Ran tagged = run_program(folder, "tag good.md");
  CHECK(tagged.status == 0);
  CHECK(tagged.out.starts_with(
      R"({"id":"good","published":"2025-10-23","timexes":[{"begin":31,"end":38,"text":"Oct. 30",)"
      R"("type":"DATE","value":"2025-10-30")"));
  const Ran extracted = run_program(folder, "extract good.md");
  folder.file("claims.jsonl", extracted.out);
  CHECK(run_program(folder, "merge claims.jsonl -o out").err == one_event);
  CHECK(run_program(folder, "").status == 2);
  CHECK(run_program(folder, "frobnicate").status == 2);
  CHECK(run_program(folder, "--help").status == 0);
}

}  // namespace
}  // namespace dateline::tests
