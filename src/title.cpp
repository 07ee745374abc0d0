// Titles from the templates in events.yaml. See title.h.
#include "title.h"

namespace dateline {
namespace {

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
}

/// The guest of a visit is whoever is not the host.
std::string guest(const Event& event) {
  for (const auto& actor : event.actors)
    if (actor.code != event.place.country) return actor.short_name;
  return event.actors.empty() ? "" : event.actors.front().short_name;
}

}  // namespace

std::string title_of(const Event& event, const std::string& topic, const std::string& series, const EventRules& rules) {
  std::string title = series.empty() ? rules.kinds.at(event.kind).title : series + ", {place}";
  std::string actors;
  for (std::size_t i = 0; i < event.actors.size() && i < 2; ++i) actors += (i ? "–" : "") + event.actors[i].short_name;
  replace(title, "{actors}", actors);
  replace(title, "{actor}", event.actors.empty() ? "" : event.actors.front().short_name);
  replace(title, topic.empty() ? "{topic} " : "{topic}", topic);
  replace(title, "{guest}", guest(event));
  if (event.place.name.empty()) replace(title, ", {place}", "");
  replace(title, "{place}", event.place.name);
  return title;
}

}  // namespace dateline
