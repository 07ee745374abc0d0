// Enumerators ↔ the words that stand in files.
// Offers name() and parse_*() of Status, Rank, Remark::Kind, Change::Kind, PublishedBy and Granularity. Tested by
// tests/time/time_test.cpp and tests/write/write_test.cpp.
#include "claims/names.h"

#include <array>
#include <cassert>
#include <utility>

namespace dateline {
namespace {

template <class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

constexpr Names<Status, 5> statuses{{{Status::proposed, "proposed"},
                                     {Status::scheduled, "scheduled"},
                                     {Status::postponed, "postponed"},
                                     {Status::cancelled, "cancelled"},
                                     {Status::held, "held"}}};

constexpr Names<ClaimType, 7> claim_types{{{ClaimType::event, "event"},
                                           {ClaimType::act, "act"},
                                           {ClaimType::date, "date"},
                                           {ClaimType::length, "length"},
                                           {ClaimType::other, "other"},
                                           {ClaimType::age, "age"},
                                           {ClaimType::start, "start"}}};

/// Before the name of a type, where a rule's id stands in outputs.
constexpr std::string_view remark_prefix = "check.";

constexpr Names<Rank, 3> ranks{
    {{Rank::preferred, "preferred"}, {Rank::normal, "normal"}, {Rank::deprecated, "deprecated"}}};

constexpr Names<Change::Kind, 9> changes{{{Change::Kind::added, "new"},
                                          {Change::Kind::dated, "dated"},
                                          {Change::Kind::moved, "moved"},
                                          {Change::Kind::called_off, "called-off"},
                                          {Change::Kind::on_again, "on-again"},
                                          {Change::Kind::status, "status"},
                                          {Change::Kind::doubted, "doubted"},
                                          {Change::Kind::joined, "joined"},
                                          {Change::Kind::gone, "gone"}}};

constexpr Names<Remark::Kind, 11> remark_kinds{{{Remark::Kind::weekday, "weekday"},
                                                {Remark::Kind::no_such_date, "no-such-date"},
                                                {Remark::Kind::document_date, "document-date"},
                                                {Remark::Kind::length, "length"},
                                                {Remark::Kind::order, "order"},
                                                {Remark::Kind::unchanged, "unchanged"},
                                                {Remark::Kind::revived, "revived"},
                                                {Remark::Kind::moved, "moved"},
                                                {Remark::Kind::another, "another"},
                                                {Remark::Kind::official, "official"},
                                                {Remark::Kind::agency, "agency"}}};

constexpr Names<PublishedBy, 13> publications{{{PublishedBy::nothing, "unknown"},
                                               {PublishedBy::option, "option"},
                                               {PublishedBy::ago, "ago"},
                                               {PublishedBy::as_of, "as-of"},
                                               {PublishedBy::byline, "byline"},
                                               {PublishedBy::dateline, "dateline"},
                                               {PublishedBy::url, "url"},
                                               {PublishedBy::time_element, "time-element"},
                                               {PublishedBy::meta_tag, "meta-tag"},
                                               {PublishedBy::json_ld, "json-ld"},
                                               {PublishedBy::metadata, "metadata"},
                                               {PublishedBy::front_matter, "front-matter"},
                                               {PublishedBy::sources_yaml, "sources.yaml"}}};

constexpr Names<Granularity, 15> granularities{{{Granularity::none, "none"},
                                                {Granularity::second, "second"},
                                                {Granularity::minute, "minute"},
                                                {Granularity::hour, "hour"},
                                                {Granularity::part_of_day, "part_of_day"},
                                                {Granularity::day, "day"},
                                                {Granularity::weekend, "weekend"},
                                                {Granularity::week, "week"},
                                                {Granularity::month, "month"},
                                                {Granularity::quarter, "quarter"},
                                                {Granularity::half, "half"},
                                                {Granularity::season, "season"},
                                                {Granularity::year, "year"},
                                                {Granularity::decade, "decade"},
                                                {Granularity::century, "century"}}};

template <class Enum, std::size_t N>
const char* name_in(const Names<Enum, N>& names, Enum value) {
  for (const auto& [known, text] : names)
    if (known == value) return text;
  assert(false);  // an enumerator without a name
  return "";
}

template <class Enum, std::size_t N>
std::optional<Enum> parse_in(const Names<Enum, N>& names, std::string_view text) {
  for (const auto& [value, known] : names)
    if (text == known) return value;
  return {};
}

}  // namespace

const char* name(Status status) { return name_in(statuses, status); }
const char* name(ClaimType type) { return name_in(claim_types, type); }
const char* name(Rank rank) { return name_in(ranks, rank); }
const char* name(Remark::Kind kind) { return name_in(remark_kinds, kind); }
const char* name(Change::Kind kind) { return name_in(changes, kind); }
const char* name(PublishedBy how) { return name_in(publications, how); }
const char* name(Granularity granularity) { return name_in(granularities, granularity); }

std::optional<Status> parse_status(std::string_view text) { return parse_in(statuses, text); }
std::string remark_rule(ClaimType type) {
  const bool is_found_by_rule = type == ClaimType::event || type == ClaimType::act;
  return is_found_by_rule ? "" : std::string(remark_prefix) + name(type);
}

std::optional<ClaimType> claim_type(std::string_view kind, std::string_view plover, std::string_view rule) {
  if (!kind.empty()) return ClaimType::event;
  if (!plover.empty()) return ClaimType::act;
  if (!rule.starts_with(remark_prefix)) return std::nullopt;
  return parse_in(claim_types, rule.substr(remark_prefix.size()));
}

std::optional<Remark::Kind> parse_remark_kind(std::string_view text) { return parse_in(remark_kinds, text); }
std::optional<PublishedBy> parse_published_by(std::string_view text) { return parse_in(publications, text); }
std::optional<Granularity> parse_granularity(std::string_view text) { return parse_in(granularities, text); }

}  // namespace dateline
