// Finds stamps and turns what their groups captured into days and instants. See publication_rules.h; how the file is
// read is in publication_file.cpp.
#include "rules/publication_rules.h"

#include <algorithm>
#include <charconv>

#include "base/letters.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// The fields that one match captured.
struct Fields {
  std::optional<int> year, month, day, weekday, hour, minute, second, offset, count;
  std::optional<Unit> unit;
  bool utc = false;
  std::string_view charset, date;
};

std::optional<int> whole_number(std::string_view text) {
  int n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(n) : std::nullopt;
}

std::optional<WordValue> value_of(std::string_view word, const WordValues* words) {
  if (!words) return std::nullopt;
  const auto found = words->find(utf8::lower(word));
  return found == words->end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> number_of(std::string_view text, const WordValues* words) {
  const auto value = value_of(text, words);
  const auto* number = value ? std::get_if<double>(&*value) : nullptr;
  return number ? std::optional(static_cast<int>(*number)) : whole_number(text);
}

std::optional<Unit> unit_of(std::string_view text, const WordValues* words) {
  const auto value = value_of(text, words);
  const auto* name = value ? std::get_if<std::string>(&*value) : nullptr;
  return parse_unit(name ? *name : std::string(text));
}

/// Minutes east of Greenwich: "-0430" is -270; the colon between them may stand.
std::optional<int> minutes_east(std::string_view text) {
  const auto hours = text.size() >= 5 ? whole_number(text.substr(1, 2)) : std::nullopt;
  const auto minutes = whole_number(text.substr(text.size() - std::min<std::size_t>(text.size(), 2)));
  if (!hours || !minutes) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

std::optional<int> Fields::*number_field(StampField field) {
  switch (field) {
    case StampField::year:
      return &Fields::year;
    case StampField::month:
      return &Fields::month;
    case StampField::day:
      return &Fields::day;
    case StampField::weekday:
      return &Fields::weekday;
    case StampField::hour:
      return &Fields::hour;
    case StampField::minute:
      return &Fields::minute;
    case StampField::second:
      return &Fields::second;
    case StampField::count:
      return &Fields::count;
    default:
      return nullptr;
  }
}

void set_field(Fields& fields, const StampPattern::Group& group, std::string_view text) {
  if (const auto number = number_field(group.field)) fields.*number = number_of(text, group.words);
  if (group.field == StampField::unit) fields.unit = unit_of(text, group.words);
  if (group.field == StampField::offset) fields.offset = minutes_east(text);
  if (group.field == StampField::utc) fields.utc = true;
  if (group.field == StampField::charset) fields.charset = text;
  if (group.field == StampField::date) fields.date = text;
}

Fields fields_of(const StampPattern& pattern, const ByteMatch& match) {
  Fields fields;
  for (std::size_t i = 0; i < pattern.groups.size(); ++i)
    if (match.groups[i].data()) set_field(fields, pattern.groups[i], match.groups[i]);
  return fields;
}

/// Nothing where there is no such day, or it was another day of the week.
std::optional<date::local_days> day_of(const Fields& f) {
  if (!f.year || !f.month || !f.day) return std::nullopt;
  const date::year_month_day day{date::year{*f.year}, date::month{static_cast<unsigned>(*f.month)},
                                 date::day{static_cast<unsigned>(*f.day)}};
  if (!day.ok()) return std::nullopt;
  const date::local_days at{day};
  if (f.weekday && date::weekday{at}.iso_encoding() != static_cast<unsigned>(*f.weekday)) return std::nullopt;
  return at;
}

std::optional<Moment> moment_of(const Fields& f) {
  const auto day = day_of(f);
  if (!day || !f.hour) return day ? std::optional(Moment(*day)) : std::nullopt;
  const int minute = f.minute.value_or(0), second = f.second.value_or(0);
  if (*f.hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const auto at = date::local_seconds{*day} + std::chrono::hours{*f.hour} + std::chrono::minutes{minute} +
                  std::chrono::seconds{second};
  if (!f.offset && !f.utc) return Moment(at, Clock::local);
  return Moment(at, Clock::utc, std::chrono::minutes{f.offset.value_or(0)});
}

std::size_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

}  // namespace

std::optional<Moment> PublicationRules::date_in(std::string_view piece) const {
  for (const auto& rule : rules_) {
    if (rule.where != StampRule::Where::date) continue;
    for (const auto& written : rule.patterns)
      if (const auto match = written.pattern.find_whole(piece))
        if (const auto at = moment_of(fields_of(written, *match))) return at;
  }
  return std::nullopt;
}

std::optional<Stamp> PublicationRules::read_match(const StampRule& rule, const StampPattern& pattern,
                                                  const ByteMatch& match, std::string_view text) const {
  const Fields fields = fields_of(pattern, match);
  Stamp stamp{&rule, match.begin, match.end, std::nullopt, fields.count.value_or(0), fields.unit, fields.charset};
  if (fields.date.data()) {
    stamp.begin = offset_in(text, fields.date);
    stamp.end = stamp.begin + fields.date.size();
  }
  stamp.at = fields.date.data() ? date_in(fields.date) : moment_of(fields);
  const bool is_found = stamp.at || (fields.count && fields.unit) || fields.charset.data();
  return is_found ? std::optional(stamp) : std::nullopt;
}

/// Leaves out what looks like a date and is none.
std::optional<Stamp> PublicationRules::find_by(const StampRule& rule, std::string_view text) const {
  std::optional<Stamp> first;
  for (const auto& pattern : rule.patterns)
    for (auto match = pattern.pattern.find(text); match; match = pattern.pattern.find(text, match->begin + 1)) {
      const auto stamp = read_match(rule, pattern, *match, text);
      if (!stamp) continue;
      if (!first || stamp->begin < first->begin) first = stamp;
      break;
    }
  return first;
}

std::optional<Stamp> PublicationRules::first_date(std::string_view text) const {
  if (!any_date_) return std::nullopt;
  for (auto match = any_date_->find(text); match;) {
    const std::string_view piece = match->groups[0];
    const std::size_t begin = offset_in(text, piece);
    if (const auto at = date_in(piece)) return Stamp{nullptr, begin, begin + piece.size(), at, 0, std::nullopt, ""};
    match = any_date_->find(text, begin + 1);
  }
  return std::nullopt;
}

const StampRule* PublicationRules::rule_of_line(StampRule::Where where, std::string_view line,
                                                const Stamp& date) const {
  const auto fits = [&](const StampRule& rule) {
    if (rule.where != where || line.size() > rule.longest || date.begin > rule.begins_within) return false;
    return std::any_of(rule.patterns.begin(), rule.patterns.end(), [&](const StampPattern& pattern) {
      const auto match = pattern.pattern.find(line);
      const std::string_view found = match ? fields_of(pattern, *match).date : std::string_view();
      return found.data() && offset_in(line, found) + found.size() == date.end;
    });
  };
  const auto found = std::find_if(rules_.begin(), rules_.end(), fits);
  return found == rules_.end() ? nullptr : &*found;
}

std::optional<Stamp> PublicationRules::find(StampRule::Where where, std::string_view text) const {
  std::optional<Stamp> first;
  for (const auto& rule : rules_) {
    if (rule.where != where || text.size() > rule.longest) continue;
    const auto stamp = find_by(rule, text);
    if (stamp && (!first || stamp->begin < first->begin)) first = stamp;
  }
  return first;
}

bool PublicationRules::finds(const StampRule& rule, std::string_view text) const {
  return find_by(rule, text).has_value();
}

}  // namespace dateline
