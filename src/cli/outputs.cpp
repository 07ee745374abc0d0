// A timeline as files. Tested by tests/cli/cli_test.cpp.
#include "cli/outputs.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "dateline/error.h"

namespace dateline::program {
namespace {

void make_folder(const std::string& name) {
  std::error_code failed;
  std::filesystem::create_directories(name, failed);
  if (failed) throw Error(name + ": cannot be made: " + failed.message(), "choose another folder with -o");
}

/// timeline.csv in our own columns, or in those that a tool imports.
std::string csv_of(const Timeline& timeline, const Options& options) {
  if (options.csv_profile.empty()) return to_csv(timeline, options.csv_bom);
  const std::map<std::string, CsvProfile> tools = {
      {"google", CsvProfile::google}, {"outlook", CsvProfile::outlook}, {"timelinejs", CsvProfile::timelinejs}};
  return to_csv_for(tools.at(options.csv_profile), timeline, fuzzy_of(options), options.csv_bom);
}

}  // namespace

Fuzzy fuzzy_of(const Options& options) {
  return options.ical_fuzzy == "span" ? Fuzzy::span : options.ical_fuzzy == "skip" ? Fuzzy::skip : Fuzzy::marker;
}

void write_timeline(const Timeline& timeline, const Options& options) {
  make_folder(options.out);
  const auto write = [&](const char* name, const std::string& bytes) {
    write_file((std::filesystem::path(options.out) / name).string(), bytes);
  };
  write("timeline.ics", to_ical(timeline, fuzzy_of(options)));
  write("timeline.csv", csv_of(timeline, options));
  write("claims.csv", claims_to_csv(timeline));
  write("timeline.md", to_markdown(timeline));
  write("timeline.html", to_html(timeline));
  write("timeline.json", to_json(timeline));
  std::cerr << fmt::format("{} documents, {} claims, {} events → {}\n", timeline.documents.size(),
                           timeline.claims.size(), timeline.events.size(), options.out);
}

}  // namespace dateline::program
