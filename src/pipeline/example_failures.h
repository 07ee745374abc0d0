// What the runners of examples share: failures with their places. Tested by tests/rules/rules_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "dateline/gazetteer.h"
#include "dateline/mention.h"
#include "dateline/rules.h"
#include "rules/source.h"

namespace dateline {

class Failures {
 public:
  void add(const FilePosition&, const std::string& message);
  void add(const Tree& where, const std::string& message) { add(where.position(), message); }
  std::vector<ExampleFailure> take() { return std::move(all_); }

 private:
  std::vector<ExampleFailure> all_;
};

/// What is wrong with a mention, by the expectation of an example; empty where nothing is.
std::string difference(const Mention&, const Tree& expected);

/// The examples of rules that give an expression a bound or a direction: grammar/. Each must apply in its own, and the
/// whole pipeline must come to the value that stands there; in one with none: true it must not apply.
void check_context_examples(const Rules&, Failures&);
/// The examples of triggers, acts and the words of a status: events/. The claim of the rule must be as it stands there.
void check_event_examples(const Rules&, const Gazetteer&, Failures&);

/// The examples of publication.yaml: reading as a whole must come to the day, and the rule be one that finds something.
void check_publication_examples(const PublicationRules&, Failures&);

}  // namespace dateline
