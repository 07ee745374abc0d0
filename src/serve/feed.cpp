// Cuts timeline.ics at its events and puts together those that are asked for. See feed.h.
#include "serve/feed.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/plain_text.h"
#include "dateline/claim.h"
#include "tree/tree.h"

namespace dateline::http {
namespace {

// With the line break before them: a title may say END:VEVENT.
constexpr std::string_view event_begin = "\r\nBEGIN:VEVENT\r\n", event_end = "\r\nEND:VEVENT\r\n",
                           uid_name = "\r\nUID:";

int hexadecimal(char c) {
  if (ascii::is_digit(c)) return c - '0';
  const char letter = ascii::lower(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

char unescaped_byte(std::string_view digits) {
  const int high = digits.size() < 2 ? -1 : hexadecimal(digits[0]),
            low = digits.size() < 2 ? -1 : hexadecimal(digits[1]);
  if (high < 0 || low < 0)
    throw Error("a % is not followed by two hexadecimal digits", "write the percent sign itself as %25");
  return static_cast<char>(high * 16 + low);
}

std::set<std::string>& values_for(Filter& filter, const std::string& name) {
  if (name == "actor") return filter.actors;
  if (name == "kind") return filter.kinds;
  if (name == "status") return filter.statuses;
  throw Error("the feed cannot be filtered by '" + name + "'", "write actor=CHN, kind=summit or status=scheduled");
}

void add_value(Filter& filter, const std::string& name, const std::string& value) {
  if (name == "status" && !parse_status(value))
    throw Error("there is no status '" + value + "'", "write proposed, scheduled, postponed, cancelled or held");
  values_for(filter, name).insert(name == "actor" ? ascii::upper(value) : value);
}

/// The value of the event's own UID line.
std::string_view uid_of_lines(std::string_view lines) {
  const std::size_t at = lines.find(uid_name);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + uid_name.size();
  return lines.substr(begin, lines.find('\r', begin) - begin);
}

/// What the feed does not say of its events, by UID.
std::map<std::string, Feed::Event, std::less<>> described(std::string_view json) {
  std::map<std::string, Feed::Event, std::less<>> events;
  const Tree timeline = parse_json(json, "timeline.json");
  for (const Tree& event : timeline.at("events").items) {
    Feed::Event& about = events[event.at("uid").text()];
    about.kind = event.at("kind").text();
    about.status = event.at("status").text();
    for (const Tree& actor : event.at("actors").items) about.actors.insert(actor.at("code").text());
  }
  return events;
}

bool takes(const std::set<std::string>& wanted, const std::string& value) {
  return wanted.empty() || wanted.contains(value);
}

bool takes_any(const std::set<std::string>& wanted, const std::set<std::string>& values) {
  return wanted.empty() ||
         std::any_of(values.begin(), values.end(), [&](const auto& value) { return wanted.contains(value); });
}

bool passes(const Feed::Event& event, const Filter& filter) {
  return takes(filter.kinds, event.kind) && takes(filter.statuses, event.status) &&
         takes_any(filter.actors, event.actors);
}

}  // namespace

std::string unescaped(std::string_view escaped) {
  std::string out;
  for (std::size_t at = 0; at < escaped.size(); ++at) {
    out += escaped[at] == '%' ? unescaped_byte(escaped.substr(at + 1, 2)) : escaped[at];
    if (escaped[at] == '%') at += 2;
    if (static_cast<unsigned char>(out.back()) < 0x20 || out.back() == 0x7F)
      throw Error("a control character stands in the address", "leave it out");
  }
  return out;
}

Filter parse_filter(std::string_view query) {
  Filter filter;
  for (const auto parameter : split(query, '&')) {
    if (parameter.empty()) continue;
    const std::size_t equals = std::min(parameter.find('='), parameter.size());
    const std::string name = unescaped(parameter.substr(0, equals));
    values_for(filter, name);  // a name without a value must be a right one too
    const std::string values = equals == parameter.size() ? "" : unescaped(parameter.substr(equals + 1));
    for (const auto value : split(values, ','))
      if (!value.empty()) add_value(filter, name, std::string(value));
  }
  return filter;
}

Feed read_feed(std::string_view ics, std::string_view json) {
  auto about = described(json);
  Feed feed;
  std::size_t at = std::min({ics.find(event_begin), ics.rfind("\r\nEND:VCALENDAR"), ics.size()});
  feed.head = ics.substr(0, at);
  while (ics.substr(at).starts_with(event_begin)) {
    const std::size_t end = std::min(ics.find(event_end, at), ics.size() - event_end.size()) + event_end.size() - 2;
    const std::string_view lines = ics.substr(at, end - at);
    const auto known = about.find(uid_of_lines(lines));
    if (known == about.end())
      throw Error("timeline.json does not know every event of timeline.ics",
                  "a build is being written, or one of the two is of another build");
    feed.events.push_back(known->second);
    feed.events.back().lines = lines;
    at = end;
  }
  feed.tail = ics.substr(at);
  return feed;
}

std::string filtered(const Feed& feed, const Filter& filter) {
  std::string out = feed.head;
  for (const auto& event : feed.events)
    if (passes(event, filter)) out += event.lines;
  return out + feed.tail;
}

}  // namespace dateline::http
