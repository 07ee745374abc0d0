// Which of several claims to believe, and why. Tested by tests/check/check_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dateline/claim.h"

namespace dateline {

/// How many independent claims contradict each; absent is none.
using Contradicted = std::map<std::size_t, int>;

/// The first reason to believe `a` rather than `b`; empty where there is none (then see the order of the documents).
/// Fewer contradictions; a full date over a weekday over a month over "soon"; of plans the later report; an office
/// over an agency over the rest.
std::string reason_to_prefer(const Claim& a, int contradicted_a, const Claim& b, int contradicted_b);
/// A strict order by reason_to_prefer, then by publication and document.
bool is_preferred(const Claim& a, int contradicted_a, const Claim& b, int contradicted_b);

/// The evidence of a finding: the claim to drop is deprecated, the best preferred, the rest normal. A lone claim
/// contradicts itself and stays normal.
std::vector<Finding::Evidence> ranked(const std::vector<std::size_t>& claims, const std::vector<Claim>& all,
                                      const Contradicted&);

/// The sentence in lower case without signs: two copies of one story have the same.
std::string story_of(const Claim&);
bool has(const Claim&, Remark::Kind);

}  // namespace dateline
