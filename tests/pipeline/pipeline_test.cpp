// The same articles give the same bytes, in whatever order they come; output/ is what they give, and README.md quotes
// it.
#include "pipeline/pipeline.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "dateline/error.h"
#include "dateline/write.h"
#include "program.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

const std::string corpus = DATELINE_SOURCE_DIR "/tests/corpus";

/// Every output of the documents, one behind the other.
std::string written(const std::vector<Document>& documents) {
  const Timeline timeline = find_events(documents, rules(), gazetteer());
  return to_ical(timeline) + to_csv(timeline) + claims_to_csv(timeline) + to_markdown(timeline) + to_json(timeline) +
         to_html(timeline);
}

TEST_CASE("the same bytes from the same articles, in any order") {
  std::istringstream nothing;
  auto documents = read({corpus}, nothing, rules().publication()).documents;
  REQUIRE(documents.size() > 10);
  const std::string first = written(documents);
  CHECK(written(documents) == first);
  std::reverse(documents.begin(), documents.end());
  CHECK(written(documents) == first);
  std::rotate(documents.begin(), documents.begin() + 7, documents.end());
  CHECK(written(documents) == first);
}

TEST_CASE("what one article throws is told of it, and the others are read") {
  std::string done, told;
  const auto read = [&](const Document& document) {
    if (document.text.empty()) throw Error("no text", "write one");
    done += document.id;
  };
  const auto failed = [&](const Document& document, const std::exception& e) { told += document.id + ": " + e.what(); };
  Document good, bad;
  good.id = "good";
  good.text = "They met.\n";
  bad.id = "bad";
  CHECK_FALSE(attempt(bad, read, failed));
  CHECK(attempt(good, read, failed));
  CHECK(done == "good");
  CHECK(told == "bad: no text; write one");
  CHECK_THROWS_WITH_AS(attempt(bad, read, end_run), "no text; write one", Error);
}

TEST_CASE("a folder named twice is read once") {
  std::istringstream nothing;
  const auto documents = read({corpus}, nothing, rules().publication()).documents;
  const auto twice = read({corpus, corpus}, nothing, rules().publication()).documents;
  CHECK(ids({twice, {}, {}}) == ids({documents, {}, {}}));
}

TEST_CASE("output/ is what the program makes of tests/corpus, byte for byte") {
  const fs::path kept = DATELINE_SOURCE_DIR "/output";
  if (!fs::exists(kept / "timeline.ics")) {
    MESSAGE("skipped: output/ has no files; run scripts/demo");
    return;
  }
  Folder folder;
  REQUIRE(run_program(folder, "build '" + corpus + "' -o out").status == 0);
  CHECK(files_in(kept) == files_in(folder.path / "out"));
  for (const auto& entry : fs::directory_iterator(folder.path / "out")) {
    INFO("where the change is meant: run scripts/demo and look at what it does to output/");
    INFO(entry.path().filename().string());
    CHECK((bytes_of(entry.path()) == bytes_of(kept / entry.path().filename())));
  }
}

struct Quote {
  std::string file, line;
};

/// The lines that are set off behind "From `FILE`", without their indent.
std::vector<Quote> quotes_in(std::istream& text) {
  std::vector<Quote> quotes;
  std::string file;
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    if (const auto from = line.find("From `"); from != std::string::npos)
      file = line.substr(from + 6, line.find('`', from + 6) - from - 6);
    const bool set_off = line.starts_with("    ");
    if (inside && !set_off) file.clear();
    inside = set_off && !file.empty();
    if (inside) quotes.push_back({file, line.substr(line.find_first_not_of(' '))});
  }
  return quotes;
}

TEST_CASE("what README.md quotes stands in the file that it names") {
  std::istringstream readme(bytes_of(DATELINE_SOURCE_DIR "/README.md"));
  const auto quotes = quotes_in(readme);
  CHECK(quotes.size() > 10);
  for (const Quote& quote : quotes) {
    INFO("where the change is meant: quote the file anew");
    CAPTURE(quote.file);
    CAPTURE(quote.line);
    CHECK(bytes_of(fs::path(DATELINE_SOURCE_DIR) / quote.file).find(quote.line + '\n') != std::string::npos);
  }
}

}  // namespace
}  // namespace dateline::tests
