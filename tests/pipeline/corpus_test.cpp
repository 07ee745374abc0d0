// The calendar of tests/corpus beside the one that a reader drew by hand from the same articles
// (tests/corpus.expected.yaml). The floors below are what the program reaches; they may only be raised.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "dateline/read.h"
#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"
#include "tree/tree.h"

namespace dateline::tests {
namespace {

// Of the events that must be found. Only ever raised, never lowered to make a change pass.
constexpr int least_found = 75;
constexpr int least_dated_right = 68;
constexpr int least_status_right = 68;
// Events that the reader did not draw, and events drawn more than once. Only ever lowered.
constexpr int most_spurious = 9;
constexpr int most_twice = 4;

using Day = std::optional<date::local_days>;

/// Where a first or last day may lie, both inclusive; both nothing where it must be open.
struct DayRange {
  Day from, to;
  bool may_be_open = false;
};

struct Expected {
  std::string name;
  std::vector<std::string> kinds, codes, status;
  DayRange first, last;
  bool optional = false;
};

Day day_of(const Tree& node) {
  return node.is_null() || node.text() == "~" ? Day{} : Day{parse_moment(node.text()).value().day()};
}

/// 2025-10-30, ~, or [from, to] of which one may be ~.
DayRange range_of(const Tree& node) {
  if (!node.is_list()) return {day_of(node), day_of(node), node.is_null()};
  const Day from = day_of(node.items.at(0)), to = day_of(node.items.at(1));
  return {from, to, !from || !to};
}

std::vector<Expected> read_expected() {
  const std::string path = DATELINE_SOURCE_DIR "/tests/corpus.expected.yaml";
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  const Tree file = parse_yaml(text.str(), path);
  std::vector<Expected> all;
  for (const auto& node : file.at("events").items)
    all.push_back({node.at("name").text(), node.at("kinds").texts(), node.at("codes").texts(),
                   node.at("status").texts(), range_of(node.at("first")), range_of(node.at("last")),
                   node.find("optional") != nullptr});
  return all;
}

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

Day day(const std::optional<Moment>& moment) { return moment ? Day{moment->day()} : Day{}; }

bool accepts(const DayRange& range, const Day& day) {
  if (!day) return range.may_be_open;
  if (!range.from && !range.to) return false;
  return (!range.from || *range.from <= *day) && (!range.to || *day <= *range.to);
}

bool dates_right(const Expected& e, const Event& event) {
  return accepts(e.first, day(first_possible(event.when))) && accepts(e.last, day(last_possible(event.when)));
}

/// True where the days of both have one in common; an event without dates has all days.
bool dates_meet(const Expected& e, const Event& event) {
  const Day first = day(first_possible(event.when)), last = day(last_possible(event.when));
  return (!last || !e.first.from || *e.first.from <= *last) && (!first || !e.last.to || *first <= *e.last.to);
}

/// One and the same event: a kind that is right, all who must be named (a host counts), days in common.
bool is_same(const Expected& e, const Event& event) {
  const auto named = [&](const std::string& code) {
    return event.place.country == code ||
           std::any_of(event.actors.begin(), event.actors.end(), [&](const Actor& a) { return a.code == code; });
  };
  return holds(e.kinds, event.kind) && std::all_of(e.codes.begin(), e.codes.end(), named) && dates_meet(e, event);
}

struct Score {
  int required = 0, found = 0, dated = 0, status = 0, twice = 0, spurious = 0;
  std::string notes;
};

std::string shown(const Event& event) { return event.title + " " + edtf(event.when) + " " + name(event.status); }

/// Each expected event takes the first event that is the same and has its dates right, else the first that is the same.
Score score(const std::vector<Expected>& expected, const std::vector<Event>& events) {
  Score s;
  std::vector<char> taken(events.size(), 0);
  const auto first_same = [&](const Expected& e, bool exactly_dated) {
    for (std::size_t i = 0; i < events.size(); ++i)
      if (!taken[i] && is_same(e, events[i]) && (!exactly_dated || dates_right(e, events[i]))) return i;
    return events.size();
  };
  for (const auto& e : expected) {
    std::size_t at = first_same(e, true);
    if (at == events.size()) at = first_same(e, false);
    const bool found = at < events.size();
    if (found) taken[at] = 1;
    if (e.optional) continue;
    ++s.required;
    if (!found) s.notes += "missed: " + e.name + '\n';
    if (!found) continue;
    ++s.found;
    const bool dated = dates_right(e, events[at]), stands = holds(e.status, name(events[at].status));
    s.dated += dated;
    s.status += stands;
    if (!dated || !stands)
      s.notes += std::string("wrong ") + (dated ? "status: " : "date: ") + e.name + " is " + shown(events[at]) + '\n';
  }
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (taken[i]) continue;
    const bool twice =
        std::any_of(expected.begin(), expected.end(), [&](const Expected& e) { return is_same(e, events[i]); });
    ++(twice ? s.twice : s.spurious);
    s.notes += (twice ? "twice: " : "spurious: ") + shown(events[i]) + '\n';
  }
  return s;
}

TEST_CASE("the calendar of tests/corpus is as good as it was") {
  std::istringstream nothing;
  const auto documents = read({DATELINE_SOURCE_DIR "/tests/corpus"}, nothing, rules().publication()).documents;
  const Score s = score(read_expected(), find_events(documents, rules(), gazetteer()).events);
  INFO(s.notes);
  INFO("of " << s.required << " events: found " << s.found << ", dates right " << s.dated << ", status right "
             << s.status << "; twice " << s.twice << ", spurious " << s.spurious);
  CHECK(s.found >= least_found);
  CHECK(s.dated >= least_dated_right);
  CHECK(s.status >= least_status_right);
  CHECK(s.spurious <= most_spurious);
  CHECK(s.twice <= most_twice);
}

}  // namespace
}  // namespace dateline::tests
