// A request → the answer to it, without a socket: what dateline serves, to whom, and in which words it refuses.
// Pure. Tested by tests/serve/answer_test.cpp.
#pragma once

#include <date/date.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "serve/feed.h"

namespace dateline::http {

struct Request {
  std::string method;         ///< GET, HEAD, …
  std::string target;         ///< as it was sent: path and query, percent signs and all
  std::string if_none_match;  ///< of the header; empty where it is missing
  std::string if_modified_since;
  bool lacks_host = false;  ///< though its version of HTTP demands the header
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;  ///< without Date and Content-Length
  std::shared_ptr<const std::string> body;  ///< never null; not sent with HEAD and with 304, which tell its length only
};

/// A file as it lies in the folder.
struct ServedFile {
  std::string_view name, type;  ///< as served() has them
  std::shared_ptr<const std::string> bytes;
  std::string etag;  ///< of its bytes, with its quotes
  date::sys_seconds modified;
};

/// What `dateline build` wrote.
struct Build {
  std::vector<ServedFile> files;
  std::optional<Feed> feed;  ///< nothing where timeline.ics and timeline.json are not of one build
  std::string why_no_feed;   ///< in words
};

/// Nothing where the build has no such file.
const ServedFile* find(const Build&, std::string_view name);

/// The files that may be served; nothing else in the folder is.
struct Servable {
  std::string_view name, type;
};
inline constexpr Servable servable[] = {
    {"timeline.ics", "text/calendar; charset=utf-8"}, {"timeline.html", "text/html; charset=utf-8"},
    {"timeline.md", "text/markdown; charset=utf-8"},  {"timeline.json", "application/json"},
    {"timeline.csv", "text/csv; charset=utf-8"},      {"claims.csv", "text/csv; charset=utf-8"},
};

/// The ETag of these bytes, with its quotes: the same bytes, the same tag.
std::string etag_of(const std::string& bytes);

Response answer(const Request&, const Build&);

}  // namespace dateline::http
