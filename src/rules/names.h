// What has a name in rule files has it once, and is found by it: an id begins with the name of the file that it stands
// in. Offers check_names(), which `rules check` holds all files to. Tested by tests/rules/rules_test.cpp.
#pragma once

#include "rules/files.h"

namespace dateline {

/// Throws Error, with its place, for an id in `files` that does not begin with the name of its file, unless it takes
/// the place of one `below`, and for an id that stands in them twice.
void check_ids(const std::vector<RuleFile>& files, const std::vector<RuleFile>& below);

/// Throws Error, with its place, for a name that stands at the head of two of the files.
void check_names(const std::vector<RuleFile>& files);

}  // namespace dateline
