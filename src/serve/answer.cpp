// What is answered to a request. See answer.h.
#include "serve/answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "dateline/error.h"

namespace dateline::http {
namespace {

constexpr std::size_t longest_target = 1000;  // bytes; a filter that needs more is no subscription of a person
constexpr std::string_view feed_name = "timeline.ics", page_name = "timeline.html";

/// A path of an address with its query, without the scheme and host that a proxy puts before it.
struct Target {
  std::string path;
  std::string_view query;
};

Response refusal(int status, const std::string& words) {
  return {status,
          {{"Content-Type", "text/plain; charset=utf-8"},
           {"Cache-Control", "no-store"},
           {"X-Content-Type-Options", "nosniff"}},
          std::make_shared<const std::string>(words + '\n')};
}

Response method_refused() {
  Response response = refusal(405, "Only GET and HEAD are answered here.");
  response.headers.emplace_back("Allow", "GET, HEAD");
  return response;
}

Response not_found(const Build& build) {
  std::string names;
  for (const auto& file : build.files) names += fmt::format("\n  /{}", file.name);
  return refusal(404, names.empty() ? "There is no calendar in the folder yet; `dateline build` writes one."
                                    : "There is nothing here. What there is:" + names);
}

Response not_filtered(const Build& build) {
  Response response = refusal(503, "The feed cannot be filtered now: " + build.why_no_feed);
  response.headers.emplace_back("Retry-After", "5");
  return response;
}

Target target_of(std::string_view target) {
  if (const auto scheme = target.find("://"); scheme < target.find('/'))
    target.remove_prefix(std::min(target.find('/', scheme + 3), target.size()));
  const std::size_t question = std::min(target.find('?'), target.size());
  const std::string path = unescaped(target.substr(0, question));
  return {path, target.substr(std::min(question + 1, target.size()))};
}

/// "/" is the page.
const ServedFile* find_path(const Build& build, std::string_view path) {
  return path == "/" ? find(build, page_name) : path.starts_with('/') ? find(build, path.substr(1)) : nullptr;
}

std::string http_date(date::sys_seconds at) { return date::format("%a, %d %b %Y %T GMT", at); }

/// True where the client has these bytes. What it was told of the date comes back in the same letters, if at all.
bool is_known(const Request& request, const ServedFile& file) {
  if (request.if_none_match.empty()) return request.if_modified_since == http_date(file.modified);
  return request.if_none_match.find(file.etag) != std::string::npos || request.if_none_match == "*";
}

/// The page says itself which of its scripts may run; a header must not allow more, and says what a page cannot.
std::string policy_of(const ServedFile& file) {
  static constexpr std::string_view begin = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
  const std::size_t at = file.name == page_name ? file.bytes->find(begin) : std::string::npos;
  if (at == std::string::npos) return "default-src 'none'; frame-ancestors 'none'";
  const std::string own =
      file.bytes->substr(at + begin.size(), file.bytes->find('"', at + begin.size()) - at - begin.size());
  return own.find_first_of("\r\n") == std::string::npos ? own + "; frame-ancestors 'none'"
                                                        : "default-src 'none'; frame-ancestors 'none'";
}

/// A copy may be kept, but is asked about each time: what has not changed costs no more than this head.
Response response_for(const Request& request, const ServedFile& file) {
  Response response;
  response.headers = {{"ETag", file.etag}, {"Last-Modified", http_date(file.modified)}, {"Cache-Control", "no-cache"}};
  response.body = file.bytes;
  response.status = is_known(request, file) ? 304 : 200;
  if (response.status == 304) return response;
  response.headers.insert(response.headers.end(), {{"Content-Type", std::string(file.type)},
                                                   {"X-Content-Type-Options", "nosniff"},
                                                   {"Content-Security-Policy", policy_of(file)},
                                                   {"Referrer-Policy", "no-referrer"}});
  return response;
}

/// As new as the newer of the files that it is made of.
ServedFile filtered_file(const ServedFile& whole, const Build& build, const Filter& filter) {
  auto bytes = std::make_shared<const std::string>(filtered(*build.feed, filter));
  const ServedFile* timeline = find(build, "timeline.json");
  return {whole.name, whole.type, bytes, etag_of(*bytes),
          timeline ? std::max(whole.modified, timeline->modified) : whole.modified};
}

Response found(const Request& request, const Target& target, const Build& build) {
  const ServedFile* file = find_path(build, target.path);
  if (!file) return not_found(build);
  if (target.query.empty() || file->name == page_name)
    return response_for(request, *file);  // a page reads its query itself
  if (file->name != feed_name)
    return refusal(400, fmt::format("Only /{} can be filtered; leave out what follows the question mark.", feed_name));
  const Filter filter = parse_filter(target.query);
  return build.feed ? response_for(request, filtered_file(*file, build, filter)) : not_filtered(build);
}

}  // namespace

const ServedFile* find(const Build& build, std::string_view name) {
  const auto found =
      std::find_if(build.files.begin(), build.files.end(), [&](const auto& file) { return file.name == name; });
  return found == build.files.end() ? nullptr : &*found;
}

std::string etag_of(const std::string& bytes) { return '"' + uid_of(bytes) + '"'; }

Response answer(const Request& request, const Build& build) {
  if (request.lacks_host) return refusal(400, "A request of HTTP/1.1 needs a Host header.");
  if (request.method != "GET" && request.method != "HEAD") return method_refused();
  if (request.target.size() > longest_target)
    return refusal(414, fmt::format("The address is longer than {} bytes.", longest_target));
  try {
    return found(request, target_of(request.target), build);
  } catch (const Error& e) {
    return refusal(400, std::string("This address is not understood: ") + e.what() + '.');
  }
}

}  // namespace dateline::http
