// A timeline as files. Tested by tests/cli/cli_test.cpp.
#include "cli/outputs.h"

#include <fmt/format.h>

#include <iostream>
#include <map>

namespace dateline::program {
namespace {

/// The columns of timeline.csv: those that a tool imports, or nothing for our own.
std::optional<CsvProfile> csv_profile_of(const Options& options) {
  const std::map<std::string, CsvProfile> tools = {
      {"google", CsvProfile::google}, {"outlook", CsvProfile::outlook}, {"timelinejs", CsvProfile::timelinejs}};
  if (options.csv_profile.empty()) return std::nullopt;
  return tools.at(options.csv_profile);
}

}  // namespace

Fuzzy fuzzy_of(const Options& options) {
  return options.ical_fuzzy == "span" ? Fuzzy::span : options.ical_fuzzy == "skip" ? Fuzzy::skip : Fuzzy::marker;
}

void write_timeline(const Timeline& timeline, const Options& options) {
  write_files(timeline, options.out, {fuzzy_of(options), csv_profile_of(options), options.csv_bom});
  std::cerr << fmt::format("{} documents, {} claims, {} events → {}\n", timeline.documents.size(),
                           timeline.claims.size(), timeline.events.size(), options.out);
}

}  // namespace dateline::program
