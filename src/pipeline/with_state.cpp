// The way through the house where a state is kept: what is known is not read again. See dateline/dateline.h.
// Tested by tests/state/state_test.cpp.
#include <map>

#include "dateline/check.h"
#include "dateline/merge.h"
#include "dateline/state.h"
#include "pipeline/pipeline.h"

namespace dateline {
namespace {

void bring_up_to_date(State& state, const Intake& intake, const Rules& rules, const Gazetteer& gazetteer,
                      const Told& told, const Failed& failed) {
  for (const auto& id : intake.withdrawn) state.forget(id);
  for (const auto& kept : intake.relocated) state.relocate(kept);
  const auto read = [&](const KeptDocument& kept, const Document& document) {
    std::vector<Claim> claims;
    const auto find = [&](const Document& d) { claims = claims_of(d, rules, gazetteer); };
    if (attempt(document, find, failed)) state.keep(kept, document, claims);
    told();
  };
  for (const auto& kept : intake.stale) read(kept, state.document(kept.id));
  for (const auto& [kept, document] : intake.arrivals) read(kept, document);
}

/// Keeps what differs from what is kept.
void keep_events(State& state, const std::vector<KeptEvent>& events, const std::vector<KeptEvent>& known) {
  std::map<std::string, const KeptEvent*> before;
  for (const auto& event : known) before[event.uid] = &event;
  for (const auto& event : events)
    if (const auto same = before.find(event.uid); same == before.end() || *same->second != event) state.keep(event);
}

}  // namespace

Timeline find_events(State& state, const Intake& intake, const Rules& rules, const Gazetteer& gazetteer, Fuzzy fuzzy,
                     const Told& told, const Failed& failed) {
  bring_up_to_date(state, intake, rules, gazetteer, told, failed);
  Timeline timeline = merge(state.claims(), state.citations(), rules.events());
  check(timeline, rules.events());
  std::vector<std::string> slots;
  for (const auto& event : timeline.events) slots.push_back(ical_slot(timeline, event, fuzzy));
  const auto documents = state.documents();
  const auto known = state.events();
  const auto events = identify(timeline, slots, documents, known, rules.events());
  keep_events(state, events, known);
  timeline.changes = changes_of(timeline, events, documents);
  return timeline;
}

}  // namespace dateline
