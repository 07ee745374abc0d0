// src/serve/answer.h: the answer to a request.
#include <doctest/doctest.h>

#include <algorithm>

#include "serve/answer.h"
#include "serve/served_build.h"

namespace dateline::tests {
namespace {

using namespace http;

const std::string page =
    "<!doctype html>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
    "'sha256-abc='\">\n";

ServedFile file_of(std::size_t index, const std::string& bytes, int day) {
  using namespace date;
  return {servable[index].name, servable[index].type, std::make_shared<const std::string>(bytes), etag_of(bytes),
          sys_days(2026_y / 11 / day)};
}

Build three_files() {
  return {{file_of(0, three_events, 20), file_of(1, page, 20), file_of(3, three_described, 21)},
          read_feed(three_events, three_described),
          ""};
}

std::string header(const Response& response, const std::string& name) {
  const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                  [&](const auto& each) { return each.first == name; });
  return found == response.headers.end() ? "" : found->second;
}

TEST_CASE("what is answered with which bytes") {
  const struct {
    const char* target;
    const char* type;
    std::string body;
  } rows[] = {
      {"/timeline.ics", "text/calendar; charset=utf-8", three_events},
      {"/timeline.ics?", "text/calendar; charset=utf-8", three_events},
      {"http://example.org/timeline.ics", "text/calendar; charset=utf-8", three_events},
      {"/%74imeline.ics", "text/calendar; charset=utf-8", three_events},
      {"/timeline.ics?status=cancelled", "text/calendar; charset=utf-8", calendar_head + visit + calendar_tail},
      {"/timeline.ics?actor=FRA", "text/calendar; charset=utf-8", calendar_head + calendar_tail},
      {"/", "text/html; charset=utf-8", page},
      {"/timeline.html", "text/html; charset=utf-8", page},
      {"/timeline.html?actor=CHN", "text/html; charset=utf-8", page},
      {"http://example.org/", "text/html; charset=utf-8", page},
      {"/timeline.json", "application/json", three_described},
  };
  for (const char* method : {"GET", "HEAD"})
    for (const auto& row : rows) {
      CAPTURE(row.target);
      const Response response = answer({method, row.target, "", ""}, three_files());
      CHECK(response.status == 200);
      CHECK(header(response, "Content-Type") == row.type);
      CHECK(header(response, "ETag") == etag_of(row.body));
      CHECK(header(response, "Cache-Control") == "no-cache");
      CHECK(header(response, "X-Content-Type-Options") == "nosniff");
      CHECK(*response.body == row.body);
    }
}

TEST_CASE("what is refused, and in which words") {
  const std::string nothing =
      "There is nothing here. What there is:\n  /timeline.ics\n  /timeline.html\n  /timeline.json\n";
  const std::string escape =
      "This address is not understood: a % is not followed by two hexadecimal digits; write the percent sign itself as "
      "%25.\n";
  const std::string control =
      "This address is not understood: a control character stands in the address; leave it out.\n";
  const struct {
    const char* method;
    std::string target;
    int status;
    std::string body;
  } rows[] = {
      {"POST", "/timeline.ics", 405, "Only GET and HEAD are answered here.\n"},
      {"OPTIONS", "*", 405, "Only GET and HEAD are answered here.\n"},
      {"get", "/timeline.ics", 405, "Only GET and HEAD are answered here.\n"},
      {"GET", "/timeline.md", 404, nothing},  // might be served, but is not in the folder
      {"GET", "/../../etc/passwd", 404, nothing},
      {"GET", "/%2e%2e/%2e%2e/etc/passwd", 404, nothing},
      {"GET", "//timeline.ics", 404, nothing},
      {"GET", "/./timeline.ics", 404, nothing},
      {"GET", "/TIMELINE.ICS", 404, nothing},
      {"GET", "timeline.ics", 404, nothing},
      {"GET", "", 404, nothing},
      {"GET", "http://example.org", 404, nothing},
      {"GET", "/timeline.ics%00.html", 400, control},
      {"GET", "/%zz", 400, escape},
      {"GET", "/timeline.ics?kind=%", 400, escape},
      {"GET", "/timeline.json?actor=CHN", 400,
       "Only /timeline.ics can be filtered; leave out what follows the question mark.\n"},
      {"GET", "/timeline.ics?kind=" + std::string(1000, 'a'), 414, "The address is longer than 1000 bytes.\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.target);
    const Response response = answer({row.method, row.target, "", ""}, three_files());
    CHECK(response.status == row.status);
    CHECK(*response.body == row.body);
    CHECK(header(response, "Content-Type") == "text/plain; charset=utf-8");
    CHECK(header(response, "Cache-Control") == "no-store");
    CHECK(header(response, "Allow") == (row.status == 405 ? "GET, HEAD" : ""));
  }
  CHECK(answer({"GET", "/timeline.ics", "", "", true}, three_files()).status == 400);
  CHECK(*answer({"GET", "/timeline.ics", "", ""}, Build()).body ==
        "There is no calendar in the folder yet; `dateline build` writes one.\n");
}

TEST_CASE("what a client has already is not sent again") {
  const std::string tag = etag_of(three_events), date = "Fri, 20 Nov 2026 00:00:00 GMT",
                    json_date = "Sat, 21 Nov 2026 00:00:00 GMT";
  const std::string visits = "/timeline.ics?kind=visit", visits_tag = etag_of(calendar_head + visit + calendar_tail);
  const struct {
    std::string target, if_none_match, if_modified_since;
    int status;
  } rows[] = {
      {"/timeline.ics", tag, "", 304},
      {"/timeline.ics", "\"other\", W/" + tag, "", 304},
      {"/timeline.ics", "*", "", 304},
      {"/timeline.ics", "\"other\"", "", 200},
      {"/timeline.ics", "\"other\"", date, 200},  // the tag counts where there are both
      {"/timeline.ics", "", date, 304},
      {"/timeline.ics", "", "Thu, 19 Nov 2026 00:00:00 GMT", 200},
      {visits, tag, "", 200},
      {visits, visits_tag, "", 304},
      {visits, "", date, 200},  // as new as the newer of the files that it is made of
      {visits, "", json_date, 304},
  };
  for (const auto& row : rows) {
    CAPTURE(row.target);
    CAPTURE(row.if_none_match);
    const Response response = answer({"GET", row.target, row.if_none_match, row.if_modified_since}, three_files());
    CHECK(response.status == row.status);
    CHECK(header(response, "ETag") == (row.target == visits ? visits_tag : tag));
    CHECK(header(response, "Last-Modified") == (row.target == visits ? json_date : date));
  }
}

TEST_CASE("the page's own policy goes with it, and nothing else may run anything") {
  CHECK(header(answer({"GET", "/", "", ""}, three_files()), "Content-Security-Policy") ==
        "default-src 'none'; script-src 'sha256-abc='; frame-ancestors 'none'");
  const Build bare{{file_of(1, "<!doctype html>", 20)}, std::nullopt, ""};
  CHECK(header(answer({"GET", "/", "", ""}, bare), "Content-Security-Policy") ==
        "default-src 'none'; frame-ancestors 'none'");
  const Build torn{{file_of(1, "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src *\r\nX: y\">", 20)},
                   std::nullopt,
                   ""};
  CHECK(header(answer({"GET", "/", "", ""}, torn), "Content-Security-Policy") ==
        "default-src 'none'; frame-ancestors 'none'");
  CHECK(header(answer({"GET", "/timeline.json", "", ""}, three_files()), "Content-Security-Policy") ==
        "default-src 'none'; frame-ancestors 'none'");
}

TEST_CASE("a feed that cannot be cut is served whole only") {
  Build build = three_files();
  build.feed.reset();
  build.why_no_feed = "half a build";
  const Response response = answer({"GET", "/timeline.ics?kind=visit", "", ""}, build);
  CHECK(response.status == 503);
  CHECK(*response.body == "The feed cannot be filtered now: half a build\n");
  CHECK(header(response, "Retry-After") == "5");
  CHECK(answer({"GET", "/timeline.ics", "", ""}, build).status == 200);
}

}  // namespace
}  // namespace dateline::tests
