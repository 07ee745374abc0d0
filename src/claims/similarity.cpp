// What makes two claims speak of one event. See similarity.h.
#include "claims/similarity.h"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

using date::days;

/// How far apart two undated reports of one event may be published.
constexpr days undated_reach{21};
/// How far days that a series gives may be from those that a text says.
constexpr days inferred_reach{7};

using Codes = std::vector<std::string_view>;

bool holds(const Codes& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Each once: two persons may act for one state.
Codes codes_of(const std::vector<Actor>& actors) {
  Codes codes;
  for (const auto& actor : actors)
    if (!holds(codes, actor.code)) codes.push_back(actor.code);
  return codes;
}

std::size_t shared_codes(const Codes& a, const Codes& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::string_view code) { return holds(b, code); }));
}

bool same_persons(const std::vector<Actor>& a, const std::vector<Actor>& b) {
  for (const auto& x : a) {
    if (!x.is_person) continue;
    bool other_person = false, same = false;
    for (const auto& y : b) {
      if (!y.is_person || y.code != x.code) continue;
      (y.name == x.name ? same : other_person) = true;
    }
    if (other_person && !same) return false;
  }
  return true;
}

/// An undated claim and a dated one: "upcoming" is near ahead of its publication, "recent" near behind it.
bool near_publication(const Claim& vague, const When& dated) {
  if (!vague.document.published) return false;
  const auto published = vague.document.published->day();
  const auto first = first_possible(dated), last = last_possible(dated);
  const auto begins = [&] {  // "later this year" is no surer than "this year"
    const date::year_month_day day{first->day()};
    return dated.granularity >= Granularity::year ? date::local_days{day.year() / date::January / 1} : first->day();
  };
  if (vague.when.earliest_start)
    return last && last->day() >= published && (!first || begins() <= published + upcoming_reach);
  return first && first->day() <= published && (!last || last->day() + recent_reach >= published);
}

/// One is inferred from a series, the other said: a meeting may be moved by some days.
bool nearly_inferred(const When& a, const When& b) {
  const auto x = first_possible(a), y = first_possible(b);
  return a.inferred != b.inferred && x && y && date::abs(x->day() - y->day()) <= inferred_reach;
}

/// What the status adds: what is planned was not over when it was reported, what was held had begun.
When implied(const Claim& claim) {
  When w = claim.when;
  if (!claim.document.published) return w;
  const Moment published{claim.document.published->day()};
  if (claim.status == Status::scheduled || claim.status == Status::proposed) {
    if (!w.earliest_end || w.earliest_end->at < published.at) w.earliest_end = published;
  } else if (claim.status == Status::held && (!w.latest_start || published.at < w.latest_start->at) &&
             (!w.earliest_start || w.earliest_start->at <= published.at)) {
    w.latest_start = published;
  }
  return w;
}

}  // namespace

bool same_actors(const std::vector<Actor>& a, const std::vector<Actor>& b) {
  const auto x = codes_of(a), y = codes_of(b);
  const std::size_t shared = shared_codes(x, y);
  return shared >= std::min<std::size_t>({x.size(), y.size(), 2}) && shared > 0 && same_persons(a, b) &&
         same_persons(b, a);
}

bool are_among(const std::vector<Actor>& some, const std::vector<Actor>& all) {
  return std::all_of(some.begin(), some.end(), [&](const Actor& a) {
    return std::any_of(all.begin(), all.end(), [&](const Actor& b) { return a.code == b.code; });
  });
}

bool same_place(const Place& a, const Place& b) {
  if (a.name.empty() || b.name.empty()) return true;
  if (a.country != b.country) return false;
  return a.is_whole_country || b.is_whole_country || a.name == b.name;
}

bool same_time(const Claim& a, const Claim& b) {
  if (!has_date(a.when) && !has_date(b.when)) {
    if (!a.document.published || !b.document.published) return a.document.id == b.document.id;
    const auto apart = a.document.published->day() - b.document.published->day();
    return date::abs(apart) <= undated_reach && narrow(a.when, b.when).has_value();
  }
  if (has_date(a.when) != has_date(b.when)) {
    const auto x = codes_of(a.actors), y = codes_of(b.actors);
    if (std::min(x.size(), y.size()) < 2 && a.place.name != b.place.name) return false;
    return has_date(a.when) ? near_publication(b, a.when) : near_publication(a, b.when);
  }
  if (nearly_inferred(a.when, b.when)) return true;
  const bool wide =
      std::max(a.when.granularity, b.when.granularity) >= Granularity::year && a.when.granularity != b.when.granularity;
  if (wide && std::min(a.when.granularity, b.when.granularity) < Granularity::month && a.place.name != b.place.name)
    return false;
  return narrow(implied(a), implied(b)).has_value();
}

bool gives_up(const Claim& move, const Claim& planned) {
  if (!is_off(move.status)) return false;
  if (!move.document.published || !planned.document.published || *move.document.published < *planned.document.published)
    return false;
  for (const auto& old : move.previous)
    if (narrow(old, planned.when)) return true;
  const auto last = last_possible(planned.when), next = first_possible(move.when);
  if (!move.previous.empty() || !last || last->day() < move.document.published->day()) return false;
  return !has_date(move.when) ||
         (move.status == Status::postponed && next && *last < *next);  // "postponed to the 20th", from a day before
}

int likeness(const Claim& a, const Claim& b) {
  if (!same_place(a.place, b.place) || (!same_time(a, b) && !gives_up(a, b) && !gives_up(b, a))) return 0;
  const bool of_series = !a.series.empty() && !b.series.empty();  // who attends is not who meets
  if (of_series ? a.series != b.series : !same_actors(a.actors, b.actors)) return 0;
  int score = 1 + 2 * static_cast<int>(shared_codes(codes_of(a.actors), codes_of(b.actors)));
  if (a.kind == b.kind) score += 1;
  if (!a.place.name.empty() && a.place.name == b.place.name) score += 3;
  if (a.when == b.when && has_date(a.when)) score += 4;
  if (has_date(a.when) && has_date(b.when)) score += 2;
  return score;
}

}  // namespace dateline
