// Relative mentions → dated mentions. Tested by tests/resolve/resolve_test.cpp and every example in rules/.
#pragma once

#include "dateline/document.h"
#include "dateline/mention.h"
#include "dateline/tokens.h"

namespace dateline {

struct ContextRules;
class Feasts;

/// Dates each mention against the publication (`dct`), the tense of its clause and what the text spoke of last.
/// A mention that needs a DCT keeps its value and has no interval where there is none.
void resolve(std::vector<Mention>&, const Tokens&, const std::optional<Moment>& dct, const ContextRules&,
             const Feasts&);

}  // namespace dateline
