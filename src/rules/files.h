// The rule files of a language as YAML, with the overlays that lie on it: only here does one know that there are any.
// Offers read_rule_files(). Tested by tests/rules/overlay_test.cpp and the examples in rules/en-GB.
//
// A folder's index.yaml names its files; those of grammar, events or checks say together what one could. With
// `extends: en`, or given as an overlay, it is laid over what is there: a rule or trigger by its id, a word list,
// guard or kind of event by its name. What is known is replaced where it stands; what is new goes to the end of the
// file of the same name, or into a new last file. `remove: true` takes away; `add:` gives a word list more words. What
// has neither id nor name (bounds, tense) is replaced as a whole.
#pragma once

#include <string>
#include <vector>

#include "dateline/rules.h"
#include "tree/tree.h"

namespace dateline {

struct RuleFile {
  std::string name;  ///< without its folder: "date.yaml"
  Tree tree;
};

/// In the order in which they are read.
struct RuleFiles {
  std::vector<RuleFile> words, guards, time, context, events, acts, checks, publication, feasts;
};

/// Reads `folder`/`language` with what it extends, then each of `overlays`, which are folders. Throws Error with file,
/// line, column and hint: for a file that cannot be read, and for an overlay of something that is not there.
RuleFiles read_rule_files(const std::string& folder, const std::string& language,
                          const std::vector<std::string>& overlays, Examples = Examples::read);

}  // namespace dateline
