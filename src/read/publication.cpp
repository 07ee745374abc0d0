// Finds the day of publication in an address or a text, by the rules of publication.yaml, and settles whom to trust.
// Tested by tests/read/publication_test.cpp.
#include "read/publication.h"

#include <algorithm>

namespace dateline {
namespace {

using Where = StampRule::Where;

constexpr std::size_t npos = std::string_view::npos;
constexpr int most_counted = 999;  // of any unit: what is further back has a date

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  return begin == npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

/// Calls `look` with each line of the head of a text that has something on it, until that is true.
template <class Look>
void for_each_line_at_top(std::string_view text, std::size_t lines, Look look) {
  for (std::size_t at = 0; at < text.size() && lines > 0;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    --lines;
    if (look(line)) return;
  }
}

/// "22 hours", "3 days" before the fetching, of which no more than the day may be known: then noon is taken for its
/// time. What is counted in months was not published on a day that can be told.
std::optional<Moment> before(const Moment& fetched, int count, Unit unit) {
  if (count > most_counted || unit > Unit::week || unit == Unit::weekend) return {};
  if (unit >= Unit::day) return Moment(fetched.day() - date::days{unit == Unit::week ? 7 * count : count});
  const int seconds = unit == Unit::hour ? 3600 : unit == Unit::minute ? 60 : 1;
  const auto at = fetched.at + (fetched.clock == Clock::day ? std::chrono::hours{12} : std::chrono::hours{0});
  return Moment(date::floor<date::days>(at - std::chrono::seconds{seconds * count}));
}

/// The zero of a program's clock is written where no date is known: the first day of the year 1, or the first second of
/// 1970. Years in which nobody published on a day that is known to us are none either.
bool is_a_date(const Moment& moment) {
  constexpr date::local_days first{date::year{1} / 1 / 1}, beyond{date::year{10000} / 1 / 1};
  constexpr date::local_seconds unix_zero{};
  const bool is_zero = moment.day() <= first || (moment.clock != Clock::day && moment.at == unix_zero);
  return !is_zero && moment.day() < beyond;
}

std::optional<Moment> found(const PublicationRules& rules, Where where, std::string_view text) {
  const auto stamp = rules.find(where, text);
  return stamp ? stamp->at : std::nullopt;
}

}  // namespace

std::optional<Moment> parse_stated_date(std::string_view text, const PublicationRules& rules) {
  text = trim(text);
  auto moment = parse_moment(text);
  if (!moment) moment = found(rules, Where::stamp, text);
  return moment && is_a_date(*moment) ? moment : std::nullopt;
}

std::optional<Moment> date_in_url(std::string_view url, const PublicationRules& rules) {
  return found(rules, Where::url, url);
}

std::optional<StatedPublication> date_in_text(std::string_view text, const PublicationRules& rules) {
  std::optional<Moment> dateline, byline;
  for_each_line_at_top(text, rules.lines(), [&](std::string_view line) {
    const auto date = rules.first_date(line.substr(0, rules.line_bytes()));
    if (!date) return false;
    if (rules.rule_of_line(Where::dateline, line, *date)) dateline = date->at;
    if (!byline && rules.rule_of_line(Where::byline, line, *date)) byline = date->at;
    return dateline.has_value();
  });
  if (dateline) return StatedPublication{*dateline, PublishedBy::dateline};
  if (byline) return StatedPublication{*byline, PublishedBy::byline};
  if (auto at = found(rules, Where::as_of, text)) return StatedPublication{*at, PublishedBy::as_of};
  return {};
}

std::optional<Moment> moment_ago(std::string_view text, const Moment& fetched, const PublicationRules& rules) {
  std::optional<Moment> moment;
  for_each_line_at_top(text, rules.lines(), [&](std::string_view line) {
    const auto stamp = rules.find(Where::ago, line);
    if (stamp && stamp->unit) moment = before(fetched, stamp->count, *stamp->unit);
    return moment.has_value();
  });
  return moment;
}

void state_published(Document& document, const std::optional<Moment>& at, PublishedBy by) {
  if (!at) return;
  StatedPublication stated{*at, by};
  if (!document.published || document.published_by < by) {
    if (document.published) document.also_published.push_back({*document.published, document.published_by});
    document.published = stated.at;
    document.published_by = stated.by;
    return;
  }
  auto& others = document.also_published;
  const bool known = (document.published == at && document.published_by == by) ||
                     std::find(others.begin(), others.end(), stated) != others.end();
  if (!known) others.push_back(stated);
}

void find_published(Document& document, std::string_view text, const PublicationRules& rules) {
  state_published(document, date_in_url(document.url, rules), PublishedBy::url);
  if (const auto stated = date_in_text(text, rules)) state_published(document, stated->at, stated->by);
  if (!document.published && document.fetched)
    state_published(document, moment_ago(text, *document.fetched, rules), PublishedBy::ago);
}

}  // namespace dateline
