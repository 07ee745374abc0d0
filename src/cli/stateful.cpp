// build --state: a run that goes on where the last one ended. Tested by tests/state/state_test.cpp and tests/state/.
//
// First the state is on the disk, then the files, then that they are: a run that is cut off between them leaves a state
// that knows the events but has told nobody, and the next run tells it.
#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <iostream>

#include "cli/inputs.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "dateline/error.h"
#include "dateline/state.h"
#include "pipeline/pipeline.h"

namespace dateline::program {
namespace {

constexpr std::chrono::seconds patience{60};  // for another run that has the state

std::string absolute(const std::string& path) {
  std::error_code error;
  const auto full = std::filesystem::weakly_canonical(path, error);
  return error ? path : full.string();
}

Given given(const Options& options, const Rules& rules) {
  Given out;
  bool failed = false;
  out.documents = documents_of(options, rules, failed);
  out.is_whole = !failed;
  out.withdraw = options.withdraw;
  for (auto& document : out.documents)
    if (document.file != "-") document.file = absolute(document.file);
  for (const auto& input : options.inputs)
    if (input != "-") out.inputs.push_back(absolute(input));
  return out;
}

void tell(const Intake& intake, const Rules& rules) {
  std::vector<Document> documents;
  for (const auto& arrival : intake.arrivals) documents.push_back(arrival.document);
  tell_undated(documents, rules);
  for (const auto& id : intake.spared)
    std::cerr << fmt::format(
        "warning: {}: not found, but something could not be read; kept until all can be, or --withdraw {}\n", id, id);
  std::cerr << fmt::format("{} read, {} withdrawn\n", intake.arrivals.size() + intake.stale.size(),
                           intake.withdrawn.size());
}

/// Shows how far it is.
Timeline read_timeline(State& state, const Intake& intake, const Rules& rules, const Gazetteer& gazetteer, Fuzzy fuzzy,
                       bool& failed) {
  Progress progress(intake.arrivals.size() + intake.stale.size());
  return find_events(state, intake, rules, gazetteer, fuzzy, std::ref(progress), tell_failure(failed));
}

}  // namespace

int build_with_state(const Options& options) {
  const Rules rules = load_rules(options);
  const Gazetteer gazetteer = load_gazetteer(options);
  State state(options.state, patience);
  Given now = given(options, rules);
  bool failed = !now.is_whole;
  if (failed && now.documents.empty()) return 2;
  const Intake intake = take_in(std::move(now), state.documents(), key_of_rules(options));
  const Timeline timeline = read_timeline(state, intake, rules, gazetteer, fuzzy_of(options), failed);
  state.commit();
  tell(intake, rules);
  write_timeline(timeline, options);
  state.all_is_told();
  state.commit();
  return failed ? 2 : 0;
}

}  // namespace dateline::program
