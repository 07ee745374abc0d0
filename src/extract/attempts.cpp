// See attempts.h.
#include "extract/attempts.h"

#include <algorithm>

namespace dateline {

TriggerAttempt attempt_of(const SentenceView& view, const Hit& hit, std::string outcome) {
  const auto& tokens = view.tokens.tokens;
  return {hit.trigger->id, {tokens[hit.first].begin, tokens[hit.last - 1].end}, std::move(outcome)};
}

void add_refused(const SentenceView& view, const Triggers& triggers, std::vector<TriggerAttempt>& attempts) {
  for (const auto& [hit, is_allowed] : matches_of(view, triggers)) {
    const auto covers = [&](const Hit& taken) { return hit.first < taken.last && taken.first < hit.last; };
    const auto taken = std::find_if(view.hits.begin(), view.hits.end(), covers);
    if (!is_allowed)
      attempts.push_back(attempt_of(view, hit, "refused by the words around it"));
    else if (taken == view.hits.end())
      attempts.push_back(attempt_of(view, hit, "is what a date is counted from"));
    else if (taken->trigger != hit.trigger)
      attempts.push_back(attempt_of(view, hit, "gives way to " + taken->trigger->id));
  }
}

}  // namespace dateline
