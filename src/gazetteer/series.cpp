// See series.h.
#include "gazetteer/series.h"

#include <algorithm>

#include "gazetteer/entries.h"

namespace dateline {
namespace {

using date::days;

constexpr days year_reach{
    400};  // what is told as ahead or recent is the next meeting or the last, if it is a yearly one
constexpr days half_reach{183};        // without even that it is the meeting nearest to the publication
constexpr std::uint32_t longest = 10;  // tokens of a name
constexpr days overrun{1};             // a meeting may begin on the eve, or run over

Meeting read_meeting(const Tree& node, const Tree& series) {
  node.only({"year", "from", "to", "place", "country", "name", "virtual"});
  const auto of = [&](const char* key) { return node.text_or(key, series.text_or(key)); };
  const auto first = day_from(&node.at("from")), last = day_from(&node.at("to"));
  if (*last < *first) node.at("to").fail("the meeting ends before it begins", "from and to are both days of it");
  return {*first, *last, of("place"), of("country"), node.find("virtual") && node.at("virtual").boolean()};
}

bool spelled_at(const Tokens& tokens, std::uint32_t at, const std::vector<std::string>& name) {
  if (at + name.size() > tokens.tokens.size()) return false;
  for (std::uint32_t i = 0; i < name.size(); ++i)
    if (tokens.text_of(tokens.tokens[at + i]) != name[i]) return false;
  return true;
}

/// "the EU-India summit" is not one of the series "EU summit".
bool is_joined(const Tokens& tokens, std::uint32_t at) {
  if (at == 0) return false;
  const auto before = tokens.text_of(tokens.tokens[at - 1]);
  return before == "-" || before == "–";
}

bool overlaps(const Meeting& m, const When& when) {
  const auto first = first_possible(when), last = last_possible(when);
  return (!last || m.first <= last->day() + overrun) && (!first || first->day() <= m.last + overrun);
}

using Meetings = std::vector<const Meeting*>;

Meetings keep(Meetings meetings, const auto& holds) {
  std::erase_if(meetings, [&](const Meeting* m) { return !holds(*m); });
  return meetings;
}

/// At the city; where no meeting was in it, in its country.
Meetings at_place(const Meetings& all, const Place& place) {
  if (place.name.empty()) return all;
  auto there = keep(all, [&](const Meeting& m) { return m.place == place.name; });
  return there.empty() ? keep(all, [&](const Meeting& m) { return m.country == place.country; }) : there;
}

const Meeting* only(const Meetings& meetings) { return meetings.size() == 1 ? meetings.front() : nullptr; }

}  // namespace

void SeriesList::add(const std::string& name, std::optional<std::size_t> meeting) {
  auto tokens = name_tokens(name);
  const std::string first = tokens.front();
  names_[first].push_back({std::move(tokens), series_.size(), meeting});
}

void SeriesList::read(const Tree& file) {
  for (const auto& node : file.items) {
    node.only({"id", "names", "organisation", "place", "country", "meetings"});
    const auto names = texts_of(node, "names");
    Series series{names.front(), node.text_or("organisation"), {}};
    for (const auto& name : names) add(name, {});
    for (const auto& meeting : node.at("meetings").items) {
      if (meeting.find("name")) add(meeting.at("name").text(), series.meetings.size());
      series.meetings.push_back(read_meeting(meeting, node));
    }
    std::sort(series.meetings.begin(), series.meetings.end(),
              [](const Meeting& a, const Meeting& b) { return a.first < b.first; });
    series_.push_back(std::move(series));
  }
}

NamedSeries SeriesList::named_at(const Tokens& tokens, std::uint32_t first, std::uint32_t last,
                                 bool right_before) const {
  const Name* best = nullptr;
  for (std::uint32_t at = first > longest ? first - longest : 0; at < last; ++at) {
    const auto known = names_.find(std::string(tokens.text_of(tokens.tokens[at])));
    if (known == names_.end() || is_joined(tokens, at)) continue;
    for (const auto& name : known->second) {
      const auto end = at + static_cast<std::uint32_t>(name.tokens.size());
      if (end + (right_before ? 1 : 0) < first || (end == first && !right_before) ||
          (best && best->tokens.size() >= name.tokens.size()))
        continue;
      if (spelled_at(tokens, at, name.tokens)) best = &name;
    }
  }
  if (!best) return {};
  const Series& series = series_[best->series];
  return {&series, best->meeting ? &series.meetings[*best->meeting] : nullptr};
}

const Meeting* meeting_meant(const Series& series, const When& when, const Place& place,
                             const std::optional<Moment>& published) {
  Meetings all;
  for (const auto& meeting : series.meetings) all.push_back(&meeting);
  const auto there = at_place(all, place);
  if (has_date(when)) return only(keep(there, [&](const Meeting& m) { return overlaps(m, when); }));
  if (!published) return place.name.empty() ? nullptr : only(there);
  const auto today = published->day();
  const auto within = [&](days reach) {
    return keep(there, [&](const Meeting& m) { return date::abs(m.first - today) <= reach; });
  };
  const auto near = within(year_reach);
  const auto ahead = keep(near, [&](const Meeting& m) { return m.last >= today; });
  const auto behind = keep(near, [&](const Meeting& m) { return m.first <= today; });
  if (when.earliest_start) return ahead.empty() ? nullptr : ahead.front();
  if (when.latest_end) return behind.empty() ? nullptr : behind.back();
  if (place.name.empty()) return nullptr;
  return there.size() == 1 ? there.front() : only(within(half_reach));
}

}  // namespace dateline
