// A timeline as files. Tested by tests/cli_test.cpp.
#include "program/outputs.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "dateline/error.h"

namespace dateline::program {
namespace {

void make_folder(const std::string& name) {
  std::error_code failed;
  std::filesystem::create_directories(name, failed);
  if (failed) throw Error(name + ": cannot be made: " + failed.message(), "choose another folder with -o");
}

}  // namespace

Fuzzy fuzzy_of(const Options& options) {
  return options.ical_fuzzy == "span" ? Fuzzy::span : options.ical_fuzzy == "skip" ? Fuzzy::skip : Fuzzy::marker;
}

/// Each file whole or not at all; says what was written.
void write_timeline(const Timeline& timeline, const Options& options) {
  make_folder(options.out);
  const auto write = [&](const char* name, const std::string& bytes) { write_file((std::filesystem::path(options.out) / name).string(), bytes); };
  write("timeline.ics", to_ical(timeline, fuzzy_of(options)));
  write("timeline.csv", to_csv(timeline, options.csv_bom));
  write("claims.csv", claims_to_csv(timeline));
  write("timeline.md", to_markdown(timeline));
  write("timeline.json", to_json(timeline));
  std::cerr << fmt::format("{} documents, {} claims, {} events → {}\n", timeline.documents.size(), timeline.claims.size(), timeline.events.size(), options.out);
}

}  // namespace dateline::program
