// What a text has said so far, as the anchor of what it says next: "that year", "the next day", "in June" of a story.
// Tested by tests/resolve/narrative_test.cpp.
#pragma once

#include "dateline/mention.h"
#include "dateline/tokens.h"
#include "resolve/evaluate.h"

namespace dateline {

/// Chosen from the text alone. A narrative names years that are long over, and seldom speaks of today or yesterday;
/// news says so in its first date.
Style style_of(const std::vector<Mention>&, const std::optional<Moment>& dct);

/// For each mention, whose bounds are known, the next dates behind it that name their year, nearest first: where the
/// story is bound for. "The lowest since 2003" leads nowhere.
std::vector<std::vector<DayRange>> dates_ahead(const std::vector<Mention>&, const Feasts&);

/// Lets `m`, just dated, become what the text spoke of last, where it moves the story: not where it looks back
/// ("a year earlier", "had begun in May"), stands in brackets, only widens what was said ("that year"), or names a year
/// in passing to which the text does not go on ("a report of 1998 shows").
void remember(const Mention& m, const Tokens&, Anchors&);

/// False where the verb around an expression of the news changes nothing: it names its year, or no date.
bool leans_on_tense(const Value&);

/// True where the mention at `index` shares the year of the next: "in August and September 1914".
bool shares_year_of_next(const std::vector<Mention>&, std::size_t index);

}  // namespace dateline
