// What others program with: each of these owns what it returns, and may be called by many threads at once.
#include <doctest/doctest.h>

#include <thread>

#include "dateline/dateline.h"
#include "program.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

std::string shown(const FoundTime& time) {
  const auto bound = [](const std::optional<Moment>& moment) { return moment ? to_string(*moment) : "open"; };
  return time.text + " " + name(time.type) + " " + time.value + " " + time.mod + " " + bound(time.interval.begin) +
         ".." + bound(time.interval.end) + " " + name(time.bound);
}

TEST_CASE("find_times: the expressions of a text, with their days") {
  struct Row {
    std::string published, text;
    std::vector<std::string> found;
  };
  const Row rows[] = {
      {"2025-10-23", "They met last Friday.", {"last Friday DATE 2025-10-17  2025-10-17..2025-10-18 "}},
      {"2025-10-23", "A deal by Thanksgiving.", {"Thanksgiving DATE 2025-11-27  open..2025-11-28 by"}},
      {"2025-10-23", "In late October.", {"late October DATE 2025-10 END 2025-10-21..2025-11-01 "}},
      {"", "They met on 3 May 2015.", {"3 May 2015 DATE 2015-05-03  2015-05-03..2015-05-04 "}},
      {"2025-10-23", "The March for Life drew thousands.", {}},
      {"2025-10-23", "", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    std::vector<std::string> found;
    for (const auto& time : find_times(row.text, parse_moment(row.published), rules())) {
      found.push_back(shown(time));
      CHECK(row.text.substr(time.span.begin, time.span.end - time.span.begin) == time.text);
      CHECK(!time.rule.empty());
    }
    CHECK(found == row.found);
  }
}

TEST_CASE("what is found outlives the text and the rules that it was found with") {
  std::vector<FoundTime> times;
  Timeline timeline;
  {
    const Rules own(DATELINE_SOURCE_DIR "/rules");
    std::vector<Document> articles(1);
    articles[0].id = "a";
    articles[0].published = parse_moment("2025-10-23");
    articles[0].text = "Trump will meet Xi Jinping in Busan on October 30.\n";
    times = find_times(articles[0].text, articles[0].published, own);
    timeline = find_events(articles, own, Gazetteer(DATELINE_SOURCE_DIR "/rules"));
    articles[0].text.assign(articles[0].text.size(), '?');
  }
  REQUIRE(times.size() == 1);
  CHECK(times[0].text == "October 30");
  REQUIRE(timeline.events.size() == 1);
  CHECK(timeline.events[0].title == "Trump–Xi meeting, Busan");
  CHECK(timeline.claims.at(timeline.events[0].claims.at(0)).text.find("October 30") != std::string::npos);
}

TEST_CASE("threads share rules and gazetteer") {
  std::istringstream nothing;
  const std::string wire = DATELINE_SOURCE_DIR "/tests/corpus/wire.jsonl";
  const auto documents = read({wire}, nothing, rules().publication()).documents;
  REQUIRE(documents.size() > 1);
  const Timeline alone = find_events(documents, rules(), gazetteer());
  std::vector<Timeline> found(4);
  std::vector<std::thread> threads;
  for (auto& timeline : found) threads.emplace_back([&] { timeline = find_events(documents, rules(), gazetteer()); });
  for (auto& thread : threads) thread.join();
  for (const auto& timeline : found) CHECK((timeline == alone));
}

TEST_CASE("build: a folder of articles into the files that the program writes, and what could not be read") {
  Folder folder;
  folder.file("in/a.txt", "Trump will meet Xi Jinping in Busan on October 30.\n").file("in/b.jsonl", "{\n");
  folder.file("in/sources.yaml", "a.txt: {published: 2025-10-23}\n");
  const auto built = build({(folder.path / "in").string()}, (folder.path / "out").string(), rules(), gazetteer());
  CHECK(built.timeline.events.size() == 1);
  CHECK(built.warnings.empty());
  REQUIRE(built.errors.size() == 1);
  CHECK(built.errors[0].starts_with((folder.path / "in/b.jsonl").string() + ":1:"));
  REQUIRE(run_program(folder, "build in -o by_program").status == 2);
  CHECK(files_in(folder.path / "out") == files_in(folder.path / "by_program"));
  for (const auto& entry : fs::directory_iterator(folder.path / "out"))
    CHECK((bytes_of(entry.path()) == bytes_of(folder.path / "by_program" / entry.path().filename())));
}

TEST_CASE("build: where nothing can be read nothing is written, and where nothing can be written it throws") {
  Folder folder;
  folder.file("in/a.txt", "They met.\n").file("taken", "");
  const std::string in = (folder.path / "in").string();
  const auto built = build({in + "/none"}, (folder.path / "out").string(), rules(), gazetteer());
  CHECK(built.errors.size() == 1);
  CHECK(!fs::exists(folder.path / "out"));
  CHECK_THROWS_AS(build({in}, (folder.path / "taken").string(), rules(), gazetteer()), Error);
}

}  // namespace
}  // namespace dateline::tests
