// What all outputs share: names, text of strangers made fit for a line, and how a file is written.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/plain_text.h"
#include "claims/names.h"
#include "dateline/error.h"
#include "dateline/write.h"

using namespace dateline;

TEST_CASE("an enumerator has a name, and the name is read back") {
  for (int i = 0; i <= static_cast<int>(Status::held); ++i)
    CHECK(parse_status(name(static_cast<Status>(i))) == static_cast<Status>(i));
  for (int i = 0; i <= static_cast<int>(PublishedBy::sources_yaml); ++i)
    CHECK(parse_published_by(name(static_cast<PublishedBy>(i))) == static_cast<PublishedBy>(i));
  CHECK(name(PublishedBy::nothing) == std::string("unknown"));
  CHECK(name(Rank::deprecated) == std::string("deprecated"));
  CHECK_FALSE(parse_status("Held"));
}

TEST_CASE("text is one line") {
  struct Row {
    std::string text;
    std::string is;
  };
  const Row rows[] = {
      {"  a\r\n\tb  c ", "a b c"},
      {"a\x01\x7f"
       "b",
       "ab"},
      {"a\u0085b\u2028c\u2029d", "a b c d"},
      {"a\u202Eb\u2066c\u0090d", "abcd"},
      {"Zürich – “Łódź” 会談", "Zürich – “Łódź” 会談"},
      {"", ""},
      {"\n", ""},
  };
  for (const Row& row : rows) CHECK(one_line(row.text) == row.is);
}

TEST_CASE("a web address is a URI or nothing") {
  struct Row {
    std::string url;
    std::string is;
  };
  const Row rows[] = {
      {"https://news.example/a?id=1&x=a,b;c", "https://news.example/a?id=1&x=a,b;c"},
      {"HTTP://news.example/Zürich", "HTTP://news.example/Z%C3%BCrich"},
      {"https://news.example/a b%20c%zz", "https://news.example/a%20b%20c%25zz"},
      {"https://news.example/<script>\"\r\n", "https://news.example/%3Cscript%3E%22%0D%0A"},
      {"javascript:alert(1)", ""},
      {"https://", ""},
      {"//news.example", ""},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(web_address(row.url) == row.is);
}

TEST_CASE("decimals") {
  CHECK(decimal(47.3769, 6) == "47.376900");
  CHECK(decimal(-0.00001, 4) == "0.0000");
  CHECK(decimal(-12.5, 1) == "-12.5");
}

namespace {

namespace fs = std::filesystem;

// An empty folder that goes with the test.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("dateline-write-test-" + std::to_string(::getpid()));
  Folder() {
    fs::remove_all(path);
    fs::create_directory(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const char* name) const { return (path / name).string(); }
  std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(path), {}); }
};

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string message_of(const std::string& path) {
  try {
    write_file(path, "x");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a file is written whole, and left alone where its bytes are the same") {
  const Folder folder;
  const std::string path = folder / "timeline.ics";
  CHECK(write_file(path, "one"));
  const auto written = fs::last_write_time(path) - std::chrono::hours(1);
  fs::last_write_time(path, written);
  CHECK_FALSE(write_file(path, "one"));
  CHECK(fs::last_write_time(path) == written);
  CHECK(write_file(path, "two"));
  CHECK(bytes_of(path) == "two");
  CHECK(write_file(path, std::string_view("a\0b", 3)));
  CHECK(bytes_of(path) == std::string("a\0b", 3));
  CHECK(write_file(path, ""));
  CHECK_FALSE(write_file(path, ""));
  CHECK(folder.files() == 1);
  const ::mode_t mask = ::umask(0);
  ::umask(mask);
  CHECK(static_cast<unsigned>(fs::status(path).permissions()) == (0644U & ~mask));
}

TEST_CASE("what a run that was cut off left behind is used up") {
  const Folder folder;
  std::ofstream(folder / ".timeline.ics.0.tmp") << "left";
  CHECK(write_file(folder / "timeline.ics", "one"));
  CHECK(bytes_of(folder / "timeline.ics") == "one");
  CHECK(folder.files() == 1);
}

TEST_CASE("what another run is writing is not touched") {
  const Folder folder;
  const int other = ::open((folder / ".timeline.ics.0.tmp").c_str(), O_WRONLY | O_CREAT, 0644);
  REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
  REQUIRE(::write(other, "its", 3) == 3);
  CHECK(write_file(folder / "timeline.ics", "ours"));
  CHECK(bytes_of(folder / "timeline.ics") == "ours");
  CHECK(bytes_of(folder / ".timeline.ics.0.tmp") == "its");
  ::close(other);
}

TEST_CASE("a file that cannot be written") {
  const Folder folder;
  fs::create_directory(folder / "timeline.ics");
  CHECK(message_of(folder / "timeline.ics") ==
        (folder / "timeline.ics") + ": cannot be written: Is a directory; move the folder of that name away");
  CHECK(message_of(folder / "none/timeline.ics") ==
        (folder / "none/timeline.ics") + ": cannot be written: No such file or directory; create its folder first");
  std::ofstream(folder / "file") << "x";
  CHECK(message_of(folder / "file/timeline.ics") ==
        (folder / "file/timeline.ics") +
            ": cannot be written: Not a directory; choose a folder that you may write to with -o");
  CHECK(folder.files() == 2);
}
