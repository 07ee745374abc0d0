// A timeline as the files of a calendar. Offers write_files() only. Tested by tests/cli/cli_test.cpp and
// tests/pipeline/library_test.cpp.
#include <filesystem>

#include "dateline/error.h"
#include "dateline/write.h"

namespace dateline {
namespace {

void make_folder(const std::string& name) {
  std::error_code failed;
  std::filesystem::create_directories(name, failed);
  if (failed) throw Error(name + ": cannot be made: " + failed.message(), "choose another folder with -o");
}

std::string csv_of(const Timeline& timeline, const FileOptions& options) {
  if (!options.csv) return to_csv(timeline, options.byte_order_mark);
  return to_csv_for(*options.csv, timeline, options.fuzzy, options.byte_order_mark);
}

}  // namespace

void write_files(const Timeline& timeline, const std::string& folder, const FileOptions& options) {
  make_folder(folder);
  const auto write = [&](const char* name, const std::string& bytes) {
    write_file((std::filesystem::path(folder) / name).string(), bytes);
  };
  write("timeline.ics", to_ical(timeline, options.fuzzy));
  write("timeline.csv", csv_of(timeline, options));
  write("claims.csv", claims_to_csv(timeline));
  write("timeline.md", to_markdown(timeline));
  write("timeline.html", to_html(timeline));
  write("timeline.json", to_json(timeline));
}

}  // namespace dateline
