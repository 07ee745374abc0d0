// src/serve/feed.h: which events of a feed are asked for, and the calendar made of them.
#include <doctest/doctest.h>

#include "dateline/error.h"
#include "serve/feed.h"
#include "serve/served_build.h"

namespace dateline::tests {
namespace {

using namespace http;

std::string error_of(auto&& make) {
  try {
    make();
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

TEST_CASE("what is asked for behind the question mark") {
  const Feed feed = read_feed(three_events, three_described);
  const struct {
    const char* query;
    std::string events;  ///< those that are in the calendar
  } rows[] = {
      {"", summit + visit + vote},
      {"actor=CHN", summit + visit},
      {"actor=chn", summit + visit},
      {"actor=USA", summit},
      {"actor=FRA", ""},
      {"kind=summit", summit},
      {"kind=summit,vote", summit + vote},
      {"kind=summit%2Cvote", summit + vote},
      {"kind=summit&kind=vote", summit + vote},
      {"status=scheduled", summit + vote},
      {"actor=CHN&kind=summit&status=scheduled", summit},
      {"actor=CHN&status=cancelled", visit},
      {"&&status=cancelled&", visit},
      {"actor=", summit + visit + vote},
      {"actor", summit + visit + vote},
      {"kind=Summit", ""},
      {"kind=talks", ""},  // it is in the timeline, but the feed has no date for it
  };
  for (const auto& row : rows) {
    CAPTURE(row.query);
    CHECK(filtered(feed, parse_filter(row.query)) == calendar_head + row.events + calendar_tail);
  }
}

TEST_CASE("what cannot be asked for") {
  const struct {
    const char* query;
    const char* message;
  } rows[] = {
      {"actors=CHN", "the feed cannot be filtered by 'actors'; write actor=CHN, kind=summit or status=scheduled"},
      {"=CHN", "the feed cannot be filtered by ''; write actor=CHN, kind=summit or status=scheduled"},
      {"status=planned", "there is no status 'planned'; write proposed, scheduled, postponed, cancelled or held"},
      {"kind=%", "a % is not followed by two hexadecimal digits; write the percent sign itself as %25"},
      {"kind=%4", "a % is not followed by two hexadecimal digits; write the percent sign itself as %25"},
      {"kind=%g1", "a % is not followed by two hexadecimal digits; write the percent sign itself as %25"},
      {"kind=%00", "a control character stands in the address; leave it out"},
      {"kind=a%0d%0aX-Y:1", "a control character stands in the address; leave it out"},
      {"kind=%7f", "a control character stands in the address; leave it out"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.query);
    CHECK(error_of([&] { parse_filter(row.query); }) == row.message);
  }
}

TEST_CASE("percent signs") {
  const struct {
    const char* escaped;
    const char* text;
  } rows[] = {{"", ""}, {"/a%20b", "/a b"}, {"%25", "%"}, {"%C3%bc", "ü"}, {"a+b", "a+b"}, {"%252e", "%2e"}};
  for (const auto& row : rows) {
    CAPTURE(row.escaped);
    CHECK(unescaped(row.escaped) == row.text);
  }
}

TEST_CASE("a feed keeps its bytes, whatever stands in it") {
  const std::string empty = calendar_head + calendar_tail;
  for (const std::string& ics : {three_events, empty, std::string(), std::string("no calendar"), calendar_head + summit,
                                 calendar_head + "\r\nBEGIN:VEVENT\r\nUID:a-1\r\n"}) {
    CAPTURE(ics);
    CHECK(filtered(read_feed(ics, three_described), {}) == ics);
  }
}

TEST_CASE("a feed and a timeline of two builds") {
  const char* other =
      "timeline.json does not know every event of timeline.ics; a build is being written, or one of the two is of "
      "another build";
  CHECK(error_of([&] { read_feed(three_events, R"({"events": []})"); }) == other);
  CHECK(error_of([&] { read_feed(calendar_head + event_lines("e-5", "New") + calendar_tail, three_described); }) ==
        other);
  CHECK(error_of([&] {
          read_feed(three_events, R"({"events": [)");
        }).starts_with("timeline.json:1:12: not JSON: it ends too early"));
  CHECK(error_of([&] { read_feed(three_events, "{}"); }).starts_with("timeline.json:1: "));
}

}  // namespace
}  // namespace dateline::tests
