// The feed in its parts, so that some of its events can be served as a feed of their own: ?actor=CHN&kind=summit.
// Each event keeps the bytes that it has in timeline.ics; what it is about is taken from timeline.json.
// Tested by tests/serve/feed_test.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::http {

/// What a client wants of the feed: one of the values of each set; an empty set takes whatever there is.
struct Filter {
  std::set<std::string> actors;    ///< codes, in capitals: CHN, NATO
  std::set<std::string> kinds;     ///< summit, visit, …
  std::set<std::string> statuses;  ///< scheduled, held, …
};

/// Reads the part of an address behind its "?": actor, kind and status, each with values joined by commas or given
/// again. Throws Error where it asks for anything else.
Filter parse_filter(std::string_view query);

/// Replaces %XX; nothing else. Throws Error for a % without two hexadecimal digits, and for control characters.
std::string unescaped(std::string_view escaped);

/// timeline.ics, cut at its events.
struct Feed {
  struct Event {
    std::string lines;  ///< from the line break before BEGIN:VEVENT to END:VEVENT without its own
    std::string kind, status;
    std::set<std::string> actors;
  };
  std::string head, tail;  ///< before the first event and behind the last
  std::vector<Event> events;
};

/// Throws Error where the two are not of one build: an event of the feed is not in the timeline, or that cannot be
/// read.
Feed read_feed(std::string_view ics, std::string_view json);

/// A whole calendar of the events that pass.
std::string filtered(const Feed&, const Filter&);

}  // namespace dateline::http
