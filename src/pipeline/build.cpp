// A folder of articles into a folder of files. Offers build() only. Tested by tests/pipeline/library_test.cpp.
#include <sstream>

#include "pipeline/pipeline.h"

namespace dateline {

Built build(const std::vector<std::string>& inputs, const std::string& folder, const Rules& rules,
            const Gazetteer& gazetteer, const ReadOptions& read_options, const FileOptions& file_options) {
  std::istringstream no_standard_input;
  auto [documents, errors, warnings] = read(inputs, no_standard_input, rules.publication(), read_options);
  Built built{{}, std::move(errors), std::move(warnings)};
  const auto tell = [&](const Document& document, const std::exception& e) {
    built.errors.push_back(document.id + ": " + e.what());
  };
  built.timeline = find_events(
      documents, rules, gazetteer, [] {}, tell);
  if (!built.timeline.documents.empty()) write_files(built.timeline, folder, file_options);
  return built;
}

}  // namespace dateline
