// The file of the state: what is put in comes out, older versions are brought up to date, and what may befall it is
// told.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "claims/timelines.h"
#include "dateline/error.h"
#include "dateline/state.h"
#include "program.h"
#include "state/schema.h"

namespace dateline::tests {
namespace {

using namespace std::chrono_literals;

const Actor xi{"Xi Jinping", "Xi", "CHN", true};

Document article() {
  return {{"a~2", "Meridian Wire", "Title; with 'quotes'", "https://news.example/a", at("2026-01-12T08:30:00+09:00"),
           PublishedBy::metadata},
          "One.\nTwo – zwei.\n",
          at("2026-01-13"),
          {{at("2026-01-11"), PublishedBy::byline}, {at("2026-01-10T23:30:00-05:00"), PublishedBy::url}},
          "/in/a.md"};
}

KeptEvent event_kept() {
  const Account told{"Visit", "visit",     {xi},        {"Busan", "KOR", 35.1, 129, false}, Status::cancelled, one_day,
                     true,    {"a doubt"}, {"c1", "c2"}};
  return {"u1", 3, at("2026-01-12"), {}, "DTSTART", told, {}, {{"a~2", "One.", 0}, {"a~2", "One.", 7}}};
}

/// What opening the file says; "" where it opens.
std::string complaint(const Folder& folder, std::chrono::milliseconds patience = 0ms) {
  try {
    const State state((folder.path / "s.db").string(), patience);
  } catch (const Error& error) {
    return std::string(error.what()).substr(folder.path.string().size() + 1);
  }
  return "";
}

std::string file_of(const Folder& folder) { return (folder.path / "s.db").string(); }

/// Runs SQL on the file, as another program would.
void change(const Folder& folder, const std::string& sql) {
  SQLite::Database(file_of(folder), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

TEST_CASE("what is put in comes out, once it is committed") {
  Folder folder;
  const Timeline timeline = timeline_of(event(uid_a, "Visit", one_day), "on May 20");
  const KeptDocument kept{"a~2", "a", "/in/a.md", "content", "rules"};
  {
    State state(file_of(folder), 0ms);
    state.keep(kept, article(), timeline.claims);
    state.keep({"b", "b", "-", "content", "rules"}, {}, {});
    state.keep(event_kept());
    state.forget("b");
    state.relocate({"a~2", "z", "/in/z.md", "content", "rules"});
    state.commit();
    state.forget("a~2");  // not committed
  }
  const State state(file_of(folder), 0ms);
  CHECK(state.documents() == std::vector<KeptDocument>{{"a~2", "z", "/in/z.md", "content", "rules"}});
  CHECK(state.citations() == std::vector<Citation>{article()});
  Document moved = article();
  moved.file = "/in/z.md";
  CHECK(state.document("a~2") == moved);
  CHECK(state.claims() == timeline.claims);
  CHECK(state.events() == std::vector<KeptEvent>{event_kept()});
}

TEST_CASE("what is told, is told; of what is gone only the name stays") {
  Folder folder;
  State state(file_of(folder), 0ms);
  KeptEvent event = event_kept();
  state.keep(event);
  state.all_is_told();
  CHECK(state.events()[0].told == event.now);
  event.now.reset();
  state.keep(event);
  state.all_is_told();
  CHECK(state.events() == std::vector<KeptEvent>{{"u1", 3, at("2026-01-12"), {}, "DTSTART", {}, {}, {}}});
}

TEST_CASE("an article takes its claims with it") {
  Folder folder;
  State state(file_of(folder), 0ms);
  state.keep({"a", "a", "/a.md", "", ""}, {}, timeline_of(event(uid_a, "Visit", one_day)).claims);
  CHECK(state.claims().size() == 1);
  state.forget("a");
  CHECK(state.claims().empty());
}

TEST_CASE("a state of the first version is brought up to date, and nothing of it counts as new") {
  Folder folder;
  change(folder, "PRAGMA user_version = 1; PRAGMA application_id = " + std::to_string(state_application_id) + ';' +
                     state_steps[0]);
  change(folder, R"(INSERT INTO events VALUES ('u1', 2, '2026-01-12', NULL, 'DTSTART', )"
                 R"('{"title":"Visit","kind":"visit","actors":[],"place":null,"status":"held",)"
                 R"("when":{"granularity":"none"},"is_off":false,"doubts":[],"sources":[]}'))");
  const State state(file_of(folder), 0ms);
  REQUIRE(state.events().size() == 1);
  CHECK(state.events()[0].told->title == "Visit");
  CHECK(state.events()[0].told == state.events()[0].now);
}

TEST_CASE("an empty file is a new state") {
  Folder folder;
  folder.file("s.db", "");
  CHECK(complaint(folder) == "");
}

TEST_CASE("a file that is no state is left as it is") {
  struct Row {
    const char* what;
    void (*befalls)(Folder&);
    const char* is;
  };
  const Row rows[] = {
      {"text", [](Folder& f) { f.file("s.db", "This is a letter to my aunt, and she would like to keep it.\n"); },
       "s.db: is no state of dateline, or it is damaged; put a copy back, or move it away and build anew of all "
       "articles; events then get new names"},
      {"a newer version",
       [](Folder& f) {
         {
           State state(file_of(f), 0ms);
           state.commit();
         }
         change(f, "PRAGMA user_version = 99");
       },
       "s.db: was written by a newer dateline (schema 99; this one knows 3); use that one, or name another file with "
       "--state"},
      {"of another program", [](Folder& f) { change(f, "CREATE TABLE cookies (name TEXT)"); },
       "s.db: is the database of another program; name another file with --state"},
      {"cut off",
       [](Folder& f) {
         {
           State state(file_of(f), 0ms);
           state.commit();
         }
         fs::resize_file(f.path / "s.db", 9000);
       },
       "s.db: is damaged; put a copy back, or move it away and build anew of all articles; events then get new names"},
      {"a folder", [](Folder& f) { f.file("s.db/x", ""); },
       "s.db: cannot be opened; create its folder first, and see that you may write there"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.what));
    Folder folder;
    row.befalls(folder);
    const std::string before = bytes_of(folder.path / "s.db");
    CHECK(complaint(folder) == row.is);
    CHECK((bytes_of(folder.path / "s.db") == before));
  }
}

TEST_CASE("one run at a time, also between its commits") {
  Folder folder;
  State first(file_of(folder), 0ms);
  CHECK(complaint(folder) == "s.db: another run is using it; wait until that one is done");
  first.commit();
  CHECK(complaint(folder, 50ms) == "s.db: another run is using it; wait until that one is done");
}

}  // namespace
}  // namespace dateline::tests
