// What the reader of the last briefing does not know yet. See changes_of() in dateline/state.h.
// Tested by tests/state/changes_test.cpp.
#include <algorithm>
#include <map>

#include "claims/standing.h"
#include "dateline/state.h"

namespace dateline {
namespace {

using Kind = Change::Kind;

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// The change is told once, by its weightiest side: that it is off outweighs its date, its date how surely it stands.
std::optional<Kind> kind_of(const Account& told, const Account& now) {
  if (told.is_off != now.is_off) return now.is_off ? Kind::called_off : Kind::on_again;
  if (edtf(told.when) != edtf(now.when)) {
    const bool is_within =
        !is_dated(told.when) || (is_approximate(told.when) && narrow(told.when, now.when) == now.when);
    return is_within ? Kind::dated : Kind::moved;
  }
  if (told.status != now.status) return Kind::status;
  return std::nullopt;
}

/// Those of the event's articles that no briefing has taken into account.
std::vector<std::string> unread_sources(const Timeline& timeline, const Event& event, const Account* told,
                                        const std::map<std::string, std::string>& contents) {
  std::vector<std::string> out;
  for (const auto& source : sources_of(timeline, event)) {
    const auto content = contents.find(source.id);
    if (!told || content == contents.end() || !holds(told->sources, content->second)) out.push_back(source.id);
  }
  return out;
}

void add_changes(std::vector<Change>& out, const Event& event, const KeptEvent& kept,
                 const std::vector<std::string>& says_so) {
  const Account& now = *kept.now;
  Change change{Kind::added, event.uid, event.title, {}, now.when, event.status, "", says_so};
  if (!kept.told) return out.push_back(change);
  change.before = kept.told->when;
  if (const auto kind = kind_of(*kept.told, now)) {
    change.kind = *kind;
    out.push_back(change);
  }
  change.kind = Kind::doubted;
  for (const auto& doubt : now.doubts) {
    change.detail = doubt;
    if (!holds(kept.told->doubts, doubt)) out.push_back(change);
  }
}

/// The event that the sentences speak of now which once spoke of the one that is gone.
const KeptEvent* joined(const KeptEvent& gone, const std::vector<KeptEvent>& events) {
  const auto takes_over = [&](const KeptEvent& e) {
    return e.now && std::any_of(gone.evidence.begin(), gone.evidence.end(), [&](const Evidence& evidence) {
             return std::binary_search(e.evidence.begin(), e.evidence.end(), evidence);
           });
  };
  const auto found = std::find_if(events.begin(), events.end(), takes_over);
  return found == events.end() ? nullptr : &*found;
}

Change farewell(const KeptEvent& gone, const std::vector<KeptEvent>& events) {
  const KeptEvent* other = joined(gone, events);
  return {other ? Kind::joined : Kind::gone, gone.uid, gone.told->title, gone.told->when, {}, gone.told->status,
          other ? other->now->title : "",    {}};
}

}  // namespace

std::vector<Change> changes_of(const Timeline& timeline, const std::vector<KeptEvent>& events,
                               const std::vector<KeptDocument>& documents) {
  std::map<std::string, std::string> contents;
  for (const auto& d : documents) contents[d.id] = d.content;
  std::map<std::string, const KeptEvent*> kept;
  for (const auto& event : events) kept[event.uid] = &event;
  std::vector<Change> out;
  for (const auto& event : timeline.events) {
    const KeptEvent& known = *kept.at(event.uid);
    add_changes(out, event, known, unread_sources(timeline, event, known.told ? &*known.told : nullptr, contents));
  }
  for (const auto& event : events)
    if (event.told && !event.now) out.push_back(farewell(event, events));
  return out;
}

}  // namespace dateline
