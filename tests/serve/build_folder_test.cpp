// src/serve/build_folder.h: the files as they are at the moment of a request.
#include <doctest/doctest.h>

#include "dateline/write.h"
#include "folder.h"
#include "serve/build_folder.h"
#include "serve/served_build.h"

namespace dateline::tests {
namespace {

std::string names_in(const http::Build& build) {
  std::string out;
  for (const auto& file : build.files) out += (out.empty() ? "" : " ") + std::string(file.name);
  return out;
}

TEST_CASE("a folder that fills while it is served") {
  Folder folder;
  http::BuildFolder served(folder.path.string());
  CHECK(names_in(served.current()).empty());
  CHECK(served.current().why_no_feed == "there is no timeline.json in the folder; `dateline build` writes it");
  folder.file("timeline.ics", three_events).file("state.sqlite", "not for all").file("timeline.md", "");
  CHECK(names_in(served.current()) == "timeline.ics timeline.md");
  CHECK_FALSE(served.current().feed);
  folder.file("timeline.json", three_described);
  CHECK(names_in(served.current()) == "timeline.ics timeline.md timeline.json");
  REQUIRE(served.current().feed);
  CHECK(served.current().feed->events.size() == 3);
  fs::remove(folder.path / "timeline.json");
  CHECK(names_in(served.current()) == "timeline.ics timeline.md");
  CHECK_FALSE(served.current().feed);
}

TEST_CASE("a new build is seen, and the bytes of the old one last as long as an answer needs them") {
  Folder folder;
  folder.file("timeline.ics", three_events);
  http::BuildFolder served(folder.path.string());
  const auto old = served.current().files.at(0);
  const std::string two = calendar_head + summit + vote + calendar_tail;
  write_file((folder.path / "timeline.ics").string(), two);
  CHECK(*served.current().files.at(0).bytes == two);
  CHECK(served.current().files.at(0).etag != old.etag);
  CHECK(*old.bytes == three_events);
  write_file((folder.path / "timeline.ics").string(), three_events);
  CHECK(served.current().files.at(0).etag == old.etag);
}

TEST_CASE("what is no file is not served") {
  Folder folder;
  fs::create_directories(folder.path / "timeline.ics");
  folder.file("timeline.json", "{");
  http::BuildFolder served(folder.path.string());
  CHECK(names_in(served.current()) == "timeline.json");
  CHECK_FALSE(served.current().feed);
}

}  // namespace
}  // namespace dateline::tests
