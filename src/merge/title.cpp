// Titles from the templates of the kinds in rules/LANGUAGE/events/. See title.h.
#include "merge/title.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/letters.h"

namespace dateline {
namespace {

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
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

std::string name_of(const Event& event, std::size_t actor) {
  return actor < event.actors.size() ? event.actors[actor].short_name : "";
}

/// "NATO", "UNSC", "EU": an assembly, of which a person is one of many.
bool is_assembly(const Actor& actor) {
  constexpr std::size_t acronym = 4;
  const auto capital = [](char c) { return ascii::is_upper(c) || ascii::is_digit(c); };
  return !actor.is_person &&
         (actor.short_name == actor.code || (actor.short_name.size() >= acronym &&
                                             std::all_of(actor.short_name.begin(), actor.short_name.end(), capital)));
}

/// The first two; an assembly stands for the persons in it.
std::string meeting_parties(const Event& event) {
  const auto assembly = std::find_if(event.actors.begin(), event.actors.end(), is_assembly);
  const auto states =
      std::count_if(event.actors.begin(), event.actors.end(), [](const Actor& a) { return !a.is_person; });
  if (assembly != event.actors.end() && states == 1) return assembly->short_name;
  const std::string first = name_of(event, 0), second = name_of(event, 1);
  return second.empty() ? first : first + "–" + second;
}

std::string tidied(std::string title) {
  replace(title, "  ", " ");
  if (title.starts_with(' ')) title.erase(0, 1);
  return utf8::capitalized(title);
}

}  // namespace

std::string title_of(const Event& event, const std::string& title, const std::string& topic) {
  std::string text = title;
  const std::string first = name_of(event, 0), visitor = guest(event);
  fill(text, "{actors}", meeting_parties(event));
  fill(text, "{actor}", first);
  fill(text, "{target}", name_of(event, 1));
  fill(text, "{agent}", visitor);
  fill(text, "{guest}", visitor.empty() ? first : visitor);
  fill(text, "{topic}", topic);
  fill(text, "{place}", event.place.name);
  return tidied(text);
}

}  // namespace dateline
