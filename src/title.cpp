// Titles from the templates in events.yaml. See title.h.
#include "title.h"

namespace dateline {
namespace {

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
}

/// Puts `name` where `what` stands; where it is empty, what leads to it goes too.
void fill(std::string& text, const std::string& what, const std::string& name) {
  if (name.empty())
    for (const char* lead : {", ", " on ", ""}) replace(text, lead + what, "");
  replace(text, what, name);
}

/// The first actor who is not at home where it happens.
std::string guest(const Event& event) {
  for (const auto& actor : event.actors)
    if (actor.code != event.place.country) return actor.short_name;
  return "";
}

std::string name_of(const Event& event, std::size_t actor) { return actor < event.actors.size() ? event.actors[actor].short_name : ""; }

std::string tidied(std::string title) {
  replace(title, "  ", " ");
  if (title.starts_with(' ')) title.erase(0, 1);
  if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

}  // namespace

std::string title_of(const Event& event, const std::string& title, const std::string& topic) {
  std::string text = title;
  const std::string first = name_of(event, 0), second = name_of(event, 1), visitor = guest(event);
  fill(text, "{actors}", second.empty() ? first : first + "–" + second);
  fill(text, "{actor}", first);
  fill(text, "{target}", second);
  fill(text, "{agent}", visitor);
  fill(text, "{guest}", visitor.empty() ? first : visitor);
  fill(text, "{topic}", topic);
  fill(text, "{place}", event.place.name);
  return tidied(text);
}

}  // namespace dateline
