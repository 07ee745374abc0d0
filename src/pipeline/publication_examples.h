// Runs the examples of rules/LANGUAGE/publication.yaml. Private to the pipeline. Tested by
// tests/rules/publication_rules_test.cpp.
#pragma once

#include <vector>

#include "dateline/rules.h"

namespace dateline {

/// Each example must be met by reading as a whole, and its rule must be one that finds something in it.
std::vector<ExampleFailure> check_publication_examples(const PublicationRules&);

}  // namespace dateline
