// The first section of the briefing where a state is kept: what has changed since the last run, and who says so.
// Offers changes_section() of markdown_notes.h. Tested by tests/state/changes_test.cpp.
#include <algorithm>

#include "base/plain_text.h"
#include "claims/standing.h"
#include "write/markdown_notes.h"
#include "write/markdown_text.h"

namespace dateline {
namespace {

using Kind = Change::Kind;
using Changes = std::vector<const Change*>;

constexpr std::size_t most_listed = 30;  // of a kind; the rest stands in the months below

std::string label(const Change& c) {
  switch (c.kind) {
    case Kind::dated:
      return "dated";
    case Kind::called_off:
    case Kind::status:
      return name(c.status);
    case Kind::on_again:
      return "on again";
    case Kind::doubted:
      return "in doubt";
    default:
      return name(c.kind);
  }
}

std::string date_or(const When& when, const std::string& otherwise) {
  return is_dated(when) ? in_words(when) : otherwise;
}

std::string was(const Change& c) { return is_dated(c.before) ? " (was: " + in_words(c.before) + ')' : ""; }

std::string what(const Change& c) {
  switch (c.kind) {
    case Kind::dated:
    case Kind::moved:
      return ": " + date_or(c.before, "no date") + " → " + date_or(c.now, "no date");
    case Kind::called_off:
      return was(c);
    case Kind::on_again:
      return ": " + (edtf(c.before) == edtf(c.now) ? "" : date_or(c.before, "no date") + " → ") +
             date_or(c.now, "no date") + (c.status == Status::held ? " (held)" : "");
    case Kind::doubted:
      return ": " + markdown_text(c.detail);
    case Kind::joined:
      return was(c) + " is one with " + markdown_text(c.detail);
    case Kind::gone:
      return was(c) + ": no article speaks of it any more";
    default:
      return is_dated(c.now) ? ": " + in_words(c.now) : "";
  }
}

/// What is new is told by its own articles anyhow, and a doubt is a matter between several.
bool names_its_sources(const Change& c) { return c.kind != Kind::added && c.kind != Kind::doubted; }

std::string says_who(const std::vector<Citation>& documents) {
  std::vector<std::string> names;
  for (const auto& d : documents)
    if (const std::string name = markdown_text(publisher(d));
        std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  if (names.empty()) return "";
  const std::string last = names.back();
  names.pop_back();
  return names.empty() ? ", says " + last : ", say " + join(names, ", ") + " and " + last;
}

std::vector<Citation> documents_of(const Timeline& timeline, const Change& c) {
  std::vector<Citation> out;
  for (const auto& id : c.documents)
    for (const auto& d : timeline.documents)
      if (d.id == id) out.push_back(d);
  return out;
}

std::string line(const Timeline& timeline, const Change& c, Footnotes& notes) {
  const auto documents = documents_of(timeline, c);
  return bullet("**" + label(c) + "** — " + markdown_text(c.title) + what(c) +
                (names_its_sources(c) ? says_who(documents) : "") + '.' + notes.refer(documents));
}

/// Of the changes of this kind; what is still to come, seen from the newest article, before what is past.
Changes of_kind(const Timeline& timeline, Kind kind) {
  Changes out;
  for (const auto& c : *timeline.changes)
    if (c.kind == kind) out.push_back(&c);
  const auto newest = newest_publication(timeline.documents);
  const auto is_to_come = [&](const Change* c) {
    const auto last = last_possible(c->now);
    return !last || !newest || last->day() >= newest->day();
  };
  std::stable_partition(out.begin(), out.end(), is_to_come);
  return out;
}

std::string list(const Timeline& timeline, const Changes& changes, Footnotes& notes) {
  std::string out;
  for (std::size_t i = 0; i < std::min(changes.size(), most_listed); ++i) out += line(timeline, *changes[i], notes);
  if (changes.size() > most_listed)
    out += bullet("**" + label(*changes.front()) + "** — " + std::to_string(changes.size() - most_listed) + " more");
  return out;
}

}  // namespace

std::string changes_section(const Timeline& timeline, Footnotes& notes) {
  if (!timeline.changes) return "";
  std::string out;
  for (const auto kind : {Kind::added, Kind::dated, Kind::moved, Kind::called_off, Kind::on_again, Kind::status,
                          Kind::doubted, Kind::joined, Kind::gone})
    out += list(timeline, of_kind(timeline, kind), notes);
  return "\n## Changed since the last run\n\n" + (out.empty() ? "Nothing.\n" : out);
}

}  // namespace dateline
