// Articles into calendars: build, extract, merge, check. Tested by tests/cli/cli_test.cpp.
#include <algorithm>
#include <functional>
#include <iostream>

#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "dateline/check.h"
#include "dateline/error.h"
#include "dateline/merge.h"
#include "dateline/write.h"
#include "pipeline/pipeline.h"

namespace dateline::program {
namespace {

/// Shows how far it is.
Timeline read_timeline(const std::vector<Document>& documents, const Rules& rules, const Gazetteer& gazetteer,
                       bool& failed) {
  Progress progress(documents.size());
  return find_events(documents, rules, gazetteer, std::ref(progress), tell_failure(failed));
}

/// The documents that the claims name, each once, by id.
std::vector<Citation> documents_of(const std::vector<Claim>& claims) {
  std::vector<Citation> documents;
  for (const auto& claim : claims) documents.push_back(claim.document);
  std::sort(documents.begin(), documents.end(), [](const Citation& a, const Citation& b) { return a.id < b.id; });
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

/// A mistyped path, or a folder that is not there today, must not empty a calendar that others subscribe to.
int refuse_to_empty(bool told, const std::string& what, const std::string& hint) {
  if (!told) throw Error("there is no " + what + " in what was named, so nothing is written", hint);
  return 2;
}

}  // namespace

int build(const Options& options) {
  if (!options.state.empty()) return build_with_state(options);
  const Rules rules = load_rules(options);
  const Gazetteer gazetteer = load_gazetteer(options);
  bool failed = false;
  const auto documents = documents_of(options, rules, failed);
  if (documents.empty()) return refuse_to_empty(failed, "article", "name files or folders that hold articles");
  tell_undated(documents, rules);
  const Timeline timeline = read_timeline(documents, rules, gazetteer, failed);
  if (timeline.documents.empty()) return 2;
  write_timeline(timeline, options);
  return failed ? 2 : 0;
}

int extract_claims(const Options& options) {
  const Rules rules = load_rules(options);
  const Gazetteer gazetteer = load_gazetteer(options);
  bool failed = false;
  const auto documents = documents_of(options, rules, failed);
  Progress progress(documents.size(), true);
  const auto print = [&](const Document& document) {
    for (const auto& claim : claims_of(document, rules, gazetteer, true)) std::cout << claim_to_json(claim) << '\n';
  };
  for (const auto& document : documents) {
    attempt(document, print, tell_failure(failed));
    progress();
  }
  return failed ? 2 : 0;
}

int merge_claims(const Options& options) {
  const Rules rules = load_rules(options);
  auto claims = read_claims(options.inputs);
  if (claims.empty()) return refuse_to_empty(false, "claim", "name files that `dateline extract` wrote");
  auto documents = documents_of(claims);
  Timeline timeline = merge(std::move(claims), std::move(documents), rules.events());
  check(timeline, rules.events());
  write_timeline(timeline, options);
  return 0;
}

int check_articles(const Options& options) {
  const Rules rules = load_rules(options);
  const Gazetteer gazetteer = load_gazetteer(options);
  bool failed = false;
  const auto documents = documents_of(options, rules, failed);
  const Timeline timeline = read_timeline(documents, rules, gazetteer, failed);
  std::cout << (options.format == "json"    ? findings_to_json(timeline)
                : options.format == "sarif" ? findings_to_sarif(timeline)
                                            : findings_to_text(timeline));
  return failed ? 2 : timeline.findings.empty() ? 0 : 1;
}

}  // namespace dateline::program
