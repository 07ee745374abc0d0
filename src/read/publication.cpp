// Finds the day of publication in an address or a text. Month names come from date::parse in the classic locale,
// so no list of them stands here. Every search begins at a year: four digits, and few texts have many.
// Tested by tests/read/publication_test.cpp.
#include "read/publication.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <sstream>
#include <vector>

#include "base/ascii.h"
#include "dateline/value.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_date = 40;      // bytes: "Wednesday, September 24th, 2025" and some blanks
constexpr std::size_t longest_byline = 100;   // bytes
constexpr std::size_t longest_dateline = 60;  // bytes before the date
constexpr int lines_at_top = 15;              // that have text

using Format = const char*;
constexpr std::array written_out{"%b %d, %Y",   "%b. %d, %Y",   "%b %d %Y",      "%d %b %Y",       "%d %b. %Y",
                                 "%d %b, %Y",   "%d. %b %Y",    "%a, %b %d, %Y", "%a, %b. %d, %Y", "%a, %d %b %Y",
                                 "%a %d %b %Y", "%a %b %d, %Y", "%b %dst, %Y",   "%b %dnd, %Y",    "%b %drd, %Y",
                                 "%b %dth, %Y", "%dst %b %Y",   "%dnd %b %Y",    "%drd %b %Y",     "%dth %b %Y",
                                 "%Y-%m-%d",    "%Y/%m/%d",     "%d.%m.%Y"};
constexpr std::array in_addresses{"%Y/%m/%d", "%Y/%b/%d", "%Y-%m-%d", "%Y-%m/%d", "%Y%m%d"};
constexpr std::array of_mail{"%a, %d %b %Y %T %z", "%d %b %Y %T %z"};
constexpr std::array of_mail_in_utc{"%a, %d %b %Y %T GMT", "%a, %d %b %Y %T UTC", "%F %T UTC", "%F %T GMT"};

using ascii::is_digit, ascii::is_lower, ascii::is_upper, ascii::is_word_byte;

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  return begin == npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

/// A day in a text: its bytes are [begin, end).
struct Found {
  date::local_days day;
  std::size_t begin;
  std::size_t end;
};

// How many bytes of `text` the format takes from its start; 0 where it does not fit.
template <class... Time>
std::size_t parse(std::string_view text, Format format, Time&... time) {
  std::istringstream in{std::string(text)};
  in.imbue(std::locale::classic());
  in >> date::parse(format, time...);
  if (in.fail()) return 0;
  return in.eof() ? text.size() : static_cast<std::size_t>(in.tellg());
}

// In lower case, and "Sept", which the classic locale does not know, as "Sep ". No byte moves but its full stop.
std::string as_parsed(std::string_view text) {
  std::string out = ascii::lower(text);
  const std::size_t at = out.find("sept");
  const char next = at == npos || at + 4 >= out.size() ? '\0' : out[at + 4];
  return next == '.' ? out.replace(at, 5, "sep. ") : next == ' ' ? out.replace(at, 5, "sep  ") : out;
}

bool is_year_at(std::string_view text, std::size_t at, date::local_days day) {
  return text.substr(at, 4) == std::to_string(static_cast<int>(date::year_month_day{day}.year()));
}

// The day at `begin` whose year stands at `year`.
std::optional<Found> date_at(std::string_view text, std::size_t begin, std::size_t year,
                             std::span<const Format> formats) {
  const std::string candidate = as_parsed(text.substr(begin, longest_date));
  for (Format format : formats) {
    date::local_days day;
    const std::size_t end = begin + parse(candidate, format, day);
    const bool whole = end >= year + 4 && (end == text.size() || !is_digit(text[end]));
    if (whole && is_year_at(text, year, day)) return Found{day, begin, end};
  }
  return {};
}

// Four digits of the years 1900 to 2099. In an address they may begin a longer number.
std::size_t next_year(std::string_view text, std::size_t from, bool within_number) {
  for (std::size_t at = from; at + 4 <= text.size(); ++at) {
    const std::string_view century = text.substr(at, 2);
    const bool begins = at == 0 || !is_digit(text[at - 1]);
    const bool ends = within_number || at + 4 == text.size() || !is_digit(text[at + 4]);
    if (begins && ends && (century == "19" || century == "20") && is_digit(text[at + 2]) && is_digit(text[at + 3]))
      return at;
  }
  return npos;
}

// The date whose year stands at `year`: the longest, so a weekday before it belongs to it.
std::optional<Found> date_around(std::string_view text, std::size_t year, std::size_t from) {
  for (std::size_t at = std::max(from, year - std::min(year, longest_date)); at <= year; ++at) {
    const bool begins_word = is_word_byte(text[at]) && (at == 0 || !is_word_byte(text[at - 1]));
    if (!begins_word) continue;
    if (auto found = date_at(text, at, year, written_out)) return found;
  }
  return {};
}

std::optional<Found> next_date(std::string_view text, std::size_t from) {
  for (std::size_t year = next_year(text, from, false); year != npos; year = next_year(text, year + 4, false))
    if (auto found = date_around(text, year, from)) return found;
  return {};
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; (at = text.find_first_not_of(" \t", at)) != npos;) {
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

bool is_one_of(char c, std::string_view set) { return set.find(c) != npos; }

bool starts_with_dash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("–") || text.starts_with("—");
}

bool ends_with_separator(std::string_view text) {
  constexpr std::array separators{":", "|", "·", "•", "-", "–", "—"};
  return std::any_of(separators.begin(), separators.end(), [&](const char* sign) { return text.ends_with(sign); });
}

// "By Jane Doe", "KUALA LUMPUR,": names, so no verb.
bool all_capitalised(const std::vector<std::string_view>& all) {
  return std::none_of(all.begin(), all.end(), [](std::string_view word) { return is_lower(word[0]); });
}

// "Published: DATE", "Xinhua | Updated: DATE 17:52", "DATE China International Relations"; not a sentence, not a
// headline ("Trump to meet Xi on DATE"), not a row of a chronology ("DATE: Trump visits").
bool is_byline(std::string_view line, const Found& found) {
  if (line.size() > longest_byline || is_one_of(line.back(), ".!?;")) return false;
  const std::string_view before = trim(line.substr(0, found.begin));
  if (trim(line.substr(found.end)).starts_with(':')) return false;
  const auto words_before = words(before);
  return words_before.size() <= 2 || ends_with_separator(before) ||
         (words_before.size() <= 4 && all_capitalised(words_before));
}

// "KUALA LUMPUR, DATE (Reuters) –", "Geneva, DATE — ", "DATE (Reuters) –".
bool is_dateline(std::string_view line, const Found& found) {
  const std::string_view before = trim(line.substr(0, found.begin));
  const std::string_view after = trim(line.substr(found.end));
  if (before.empty()) return after.starts_with('(');
  const bool names_a_place = is_one_of(before.back(), ",(") || ends_with_separator(before);
  return before.size() <= longest_dateline && names_a_place && before.find(". ") == npos &&
         all_capitalised(words(before)) &&
         (starts_with_dash(after) || after.starts_with('(') || after.starts_with('/') || after.starts_with(")"));
}

/// The first full date of the lines at the top that `counts` there.
template <class Counts>
std::optional<Moment> date_at_top(std::string_view text, Counts counts) {
  int lines = 0;
  for (std::size_t at = 0; at < text.size() && lines < lines_at_top;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    ++lines;
    const auto found = next_date(line.substr(0, longest_byline + longest_date), 0);
    if (found && counts(line, *found)) return Moment(found->day);
  }
  return {};
}

std::optional<Moment> date_after_as_of(std::string_view text) {
  constexpr std::string_view phrase = "s of ";
  for (std::size_t at = text.find(phrase); at != npos; at = text.find(phrase, at + 1)) {
    const bool begins_word = at == 1 || (at > 1 && !is_word_byte(text[at - 2]));
    const std::size_t begin = at + phrase.size();
    const std::string_view rest = text.substr(begin, longest_date);
    const std::size_t year = next_year(rest, 0, false);
    if (!begins_word || (text[at - 1] != 'a' && text[at - 1] != 'A') || year == npos) continue;
    if (auto found = date_at(rest, 0, year, written_out)) return Moment(found->day);
  }
  return {};
}

/// "22 hours", "3 days" before the fetching, of which no more than the day may be known: then noon is taken for its
/// time. What is counted in months was not published on a day that can be told.
std::optional<Moment> before(const Moment& fetched, std::string_view count, std::string_view units) {
  int n = 0;
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), n);
  const auto unit = parse_unit(units.ends_with('s') ? units.substr(0, units.size() - 1) : units);
  if (error != std::errc{} || end != count.data() + count.size() || n < 0 || n > 999 || !unit || *unit > Unit::week ||
      *unit == Unit::weekend)
    return {};
  if (*unit >= Unit::day) return Moment(fetched.day() - date::days{*unit == Unit::week ? 7 * n : n});
  const auto at = fetched.at + (fetched.clock == Clock::day ? std::chrono::hours{12} : std::chrono::hours{0});
  return Moment(date::floor<date::days>(at - std::chrono::seconds{(*unit == Unit::hour     ? 3600
                                                                   : *unit == Unit::minute ? 60
                                                                                           : 1) *
                                                                  n}));
}

std::optional<Moment> parse_with_zone(std::string_view text) {
  date::local_seconds at;
  std::chrono::minutes offset{};
  const auto fits = [&](Format format) { return !text.empty() && parse(text, format, at, offset) == text.size(); };
  if (!std::any_of(of_mail.begin(), of_mail.end(), fits) &&
      !std::any_of(of_mail_in_utc.begin(), of_mail_in_utc.end(), fits))
    return {};
  return Moment(at, Clock::utc, offset);
}

/// The zero of a program's clock is written where no date is known: the first day of the year 1, or the first second of
/// 1970. Years in which nobody published on a day that is known to us are none either.
bool is_a_date(const Moment& moment) {
  constexpr date::local_days first{date::year{1} / 1 / 1}, beyond{date::year{10000} / 1 / 1};
  constexpr date::local_seconds unix_zero{};
  const bool is_zero = moment.day() <= first || (moment.clock != Clock::day && moment.at == unix_zero);
  return !is_zero && moment.day() < beyond;
}

std::optional<Moment> moment_of_metadata(std::string_view text) {
  if (auto moment = parse_moment(text)) return moment;
  return parse_with_zone(text);
}

}  // namespace

std::optional<Moment> parse_stated_date(std::string_view text) {
  text = trim(text);
  if (auto moment = moment_of_metadata(text)) return is_a_date(*moment) ? moment : std::nullopt;
  const std::size_t year = next_year(text.substr(0, longest_date), 0, true);
  if (year == npos) return {};
  auto found = date_at(text, 0, year, written_out);
  if (!found && text.size() == 8) found = date_at(text, 0, year, in_addresses);
  if (!found || (found->end < text.size() && !is_one_of(text[found->end], " ,T"))) return {};
  return Moment(found->day);
}

std::optional<Moment> date_in_url(std::string_view url) {
  for (std::size_t year = next_year(url, 0, true); year != npos; year = next_year(url, year + 4, true))
    if (auto found = date_at(url, year, year, in_addresses);
        found && (found->end == url.size() || !is_word_byte(url[found->end])))
      return Moment(found->day);
  return {};
}

std::optional<StatedPublication> date_in_text(std::string_view text) {
  if (auto at = date_at_top(text, is_dateline)) return StatedPublication{*at, PublishedBy::dateline};
  if (auto at = date_at_top(text, is_byline)) return StatedPublication{*at, PublishedBy::byline};
  if (auto at = date_after_as_of(text)) return StatedPublication{*at, PublishedBy::as_of};
  return {};
}

std::optional<Moment> moment_ago(std::string_view text, const Moment& fetched) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size() && lines < lines_at_top; ++lines) {
    const std::string_view line = trim(text.substr(at, text.find('\n', at) - at));
    at = std::min(text.find('\n', at), text.size()) + 1;
    const auto all = words(line);
    if (line.size() > longest_byline || all.size() < 3 || all.back() != "ago") continue;
    if (auto moment = before(fetched, all[all.size() - 3], all[all.size() - 2])) return moment;
  }
  return {};
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

void find_published(Document& document, std::string_view text) {
  state_published(document, date_in_url(document.url), PublishedBy::url);
  if (const auto stated = date_in_text(text)) state_published(document, stated->at, stated->by);
  if (!document.published && document.fetched)
    state_published(document, moment_ago(text, *document.fetched), PublishedBy::ago);
}

}  // namespace dateline
