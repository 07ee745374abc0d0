// What a sentence gets wrong by itself: a weekday that is not that of the date, a day that no calendar has, a date
// that the article cannot know of yet; and what a document says of its own publication. See remarks.h.
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "claims/names.h"
#include "extract/remarks.h"
#include "time/calendar.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;

/// An article may tell of what is already tomorrow elsewhere.
constexpr days zones{1};
/// How far from its publication a date without a year is taken for the nearest one.
constexpr days near_reach{21};
constexpr days longest_year{366};
constexpr std::uint32_t dateline_reach = 8;  // tokens before the date of a dateline

std::string in_english(const char* format, local_days day) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  date::to_stream(out, format, day);
  return out.str();
}

std::string long_date(local_days day) {
  return in_words(exactly({Moment{day}, Moment{day + days{1}}}, Granularity::day));
}

bool is_day_of_month(const Partial& p) { return p.day && p.month; }
bool is_calendar_day(const Mention& m) { return m.value.op == Value::Op::partial && is_day_of_month(m.value.partial); }
bool is_weekday_alone(const Mention& m) {
  return m.value.op == Value::Op::partial && m.value.partial.weekday && !m.value.partial.day && !m.value.partial.month;
}

/// A day that a mention names by its number, and which one it was taken for.
struct NamedDay {
  const Partial& named;
  std::optional<local_days> day;
};

/// The day of a date, or both ends of a range.
std::vector<NamedDay> days_named(const Mention& m) {
  const auto& i = m.dated ? m.dated->interval : Interval{};
  const auto begin = i.begin ? std::optional(i.begin->day()) : std::nullopt;
  if (is_calendar_day(m)) return {{m.value.partial, begin}};
  std::vector<NamedDay> ends;
  if (m.value.op != Value::Op::range || m.value.args.size() != 2) return ends;
  const auto last = i.end ? std::optional(i.end->day() - days{1}) : std::nullopt;
  for (const auto& [value, day] : {std::pair(&m.value.args[0], begin), std::pair(&m.value.args[1], last)})
    if (value->op == Value::Op::partial && is_day_of_month(value->partial)) ends.push_back({value->partial, day});
  return ends;
}

class Doubter {
 public:
  explicit Doubter(RemarkedSentence& sentence)
      : at_(sentence), r_(sentence.read), s_(sentence.sentence), rules_(sentence.read.rules.checks) {}

  void run() {
    for (std::size_t i = 0; i < at_.times.size(); ++i) {
      const Mention& m = *at_.times[i];
      if (i + 1 < at_.times.size()) weekday_beside(m, *at_.times[i + 1]);
      for (const auto& named : days_named(m)) {
        if (named.named.weekday) weekday(*named.named.weekday, named, m, words_of(m));
        no_such_date(named, m);
      }
      as_of(m);
    }
    for (std::size_t i = at_.first; i < at_.last; ++i) told_too_early(at_.claims[i]);
  }

 private:
  Span words_of(const Mention& m) const { return r_.span(m.first_token, m.last_token); }

  /// Lays the remark on the claim that the words date, else on a claim of its own.
  void doubt(Remark::Kind kind, Span words, std::string why, const Mention& m) {
    const Remark remark{kind, words, std::move(why), {}, {}, {}};
    for (std::size_t i = at_.first; i < at_.last; ++i)
      if (at_.claims[i].expression.begin < words.end && words.begin < at_.claims[i].expression.end)
        return at_.claims[i].remarks.push_back(remark);
    Claim claim = bare_claim(r_, s_, words, ClaimType::date);
    if (m.dated && m.dated->interval.begin && m.dated->interval.end)
      claim.when = exactly(m.dated->interval, m.dated->granularity);
    if (m.dated) claim.value = m.dated->value;
    claim.remarks.push_back(remark);
    at_.claims.push_back(std::move(claim));
  }

  // Weekdays

  /// "Wednesday (Oct. 30)", "Oct. 30 (a Wednesday)" and "Oct. 30, a Wednesday".
  void weekday_beside(const Mention& a, const Mention& b) {
    const bool weekday_first = is_weekday_alone(a) && is_calendar_day(b);
    if (!weekday_first && !(is_calendar_day(a) && is_weekday_alone(b))) return;
    const auto between = r_.letters(a.last_token, b.first_token);
    if (!rules_.weekday_beside.pattern->matches(between)) return;
    const bool in_brackets = between.find(letters::sign('(')) != std::string_view::npos;
    if (in_brackets && !r_.letters(b.last_token, s_.end).starts_with(letters::sign(')')))
      return;  // "(Oct. 30 Beijing time)"
    const Mention& dated = weekday_first ? b : a;
    const auto named = days_named(dated);
    weekday(*(weekday_first ? a : b).value.partial.weekday, named.front(), dated,
            r_.span(a.first_token, b.last_token + (in_brackets ? 1 : 0)));
  }

  void weekday(int said, const NamedDay& named, const Mention& m, Span words) {
    if (!named.day || m.dated->granularity > Granularity::day) return;
    const local_days day = *named.day;
    if (weekday_number(day) == said || (!named.named.year && (another_year_is_named() || another_year_fits(said, day))))
      return;
    doubt(Remark::Kind::weekday, words,
          fmt::format("“{}”: {} is a {}", r_.text(words), long_date(day), in_english("%A", day)), m);
  }

  bool another_year_is_named() const {
    return std::any_of(at_.times.begin(), at_.times.end(),
                       [](const Mention* m) { return m->value.op == Value::Op::partial && m->value.partial.year; });
  }

  /// Far from the publication, a date that names no year may be of another: of some year past, or of the next.
  bool another_year_fits(int said, local_days day) const {
    if (!r_.document.published) return true;
    const days apart = day - r_.document.published->day();
    if (apart < -near_reach) return true;
    return apart > near_reach && weekday_number(shifted(day, Unit::year, 1)) == said;
  }

  // Days that there are not

  void no_such_date(const NamedDay& named, const Mention& m) {
    if (const auto month = month_without(named, m)) {
      const local_days last{*month / date::last};
      const bool with_year = (named.named.year && !named.named.short_year) || !m.impossible;
      doubt(Remark::Kind::no_such_date, words_of(m),
            fmt::format("“{}”: {} has {} days", r_.text(words_of(m)), in_english(with_year ? "%B %Y" : "%B", last),
                        date::format("%d", last)),
            m);
    }
  }

  /// The month that does not have the day: of the year named, else of any; else, where a plan speaks of February 29,
  /// of the next year, if that is no leap year.
  std::optional<date::year_month> month_without(const NamedDay& named, const Mention& m) const {
    const Partial& p = named.named;
    const date::month month{static_cast<unsigned>(*p.month)};
    const date::year year{p.year && !p.short_year ? *p.year : 2000};  // a leap year: no February has more days
    if (m.impossible)
      return !day_of(static_cast<int>(year), *p.month, *p.day) ? std::optional(year / month) : std::nullopt;
    if (p.year || !named.day || !r_.document.published || *named.day - r_.document.published->day() <= longest_year)
      return std::nullopt;
    const local_days today = r_.document.published->day();
    const int next = year_number(today) + (month_number(today) > *p.month ? 1 : 0);
    return day_of(next, *p.month, *p.day) ? std::nullopt : std::optional(date::year{next} / month);
  }

  // Dates that the article cannot know of

  bool is_ahead(const Mention& m) const {
    return r_.document.published && m.dated && m.dated->interval.begin &&
           m.dated->interval.begin->day() > r_.document.published->day() + zones;
  }
  std::string published_on() const { return "was published on " + long_date(r_.document.published->day()); }

  /// "as of November 3, 2025", and the date that an agency puts before its text.
  bool dates_the_text(const Mention& m) const {
    const auto before = r_.letters(s_.begin, m.first_token), behind = r_.letters(m.last_token, s_.end);
    if (m.value.partial.year && rules_.as_of.pattern->find(before).matched) return true;
    return s_.begin == 0 && m.first_token > 0 && m.first_token < dateline_reach &&
           rules_.dateline.pattern->matches(before) &&
           rules_.dateline_end.pattern->match_at(behind, 0) != std::string_view::npos;
  }

  /// The day as it stands; without a year, the one nearest to the publication.
  std::optional<local_days> nearest_day(const Partial& p) const {
    std::optional<local_days> nearest;
    const local_days today = r_.document.published->day();
    for (const int year : {year_number(today) - 1, year_number(today), year_number(today) + 1}) {
      const auto day = day_of(p.year.value_or(year), *p.month, *p.day);
      if (day && (!nearest || date::abs(*day - today) < date::abs(*nearest - today))) nearest = day;
    }
    return nearest;
  }

  void as_of(const Mention& m) {
    if (!is_calendar_day(m) || !r_.document.published || !dates_the_text(m)) return;
    const auto day = nearest_day(m.value.partial);
    const days ahead = day ? *day - r_.document.published->day() : days{0};
    if (ahead <= zones || (!m.value.partial.year && ahead > near_reach)) return;
    doubt(Remark::Kind::document_date, words_of(m),
          fmt::format("“{}” is how things stand in an article that {}", r_.text(words_of(m)), published_on()), m);
  }

  /// "They met on 3 November 2025", in an article of October.
  void told_too_early(Claim& claim) const {
    const auto dated = std::find_if(at_.times.begin(), at_.times.end(), [&](const Mention* m) {
      return m->begin == claim.expression.begin && !claim.expression.empty();
    });
    if (dated == at_.times.end() || !is_ahead(**dated) || (*dated)->bound != Bound::none ||
        !(*dated)->value.partial.year)
      return;
    const bool planned =
        std::any_of(r_.rules.events.status.begin(), r_.rules.events.status.end(),
                    [&](const auto& rule) { return rule.match.pattern->find(r_.letters(s_.begin, s_.end)).matched; });
    const Tense tense = r_.rules.context.tense_of(r_.tokens, s_, (*dated)->first_token, (*dated)->last_token);
    if (planned || (tense != Tense::past && tense != Tense::perfect)) return;
    claim.remarks.push_back(
        {Remark::Kind::document_date,
         claim.expression,
         fmt::format("“{}” is told as past in an article that {}", claim.expression_text, published_on()),
         {},
         {},
         {}});
  }

  RemarkedSentence& at_;
  const Reading& r_;
  const Sentence s_;
  const CheckRules& rules_;
};

/// What is wrong with the day of publication by itself; empty where nothing is.
std::string publication_doubt(const Document& d) {
  if (!d.published) return "";
  const local_days day = d.published->day();
  if (d.fetched && day > d.fetched->day() + zones)
    return fmt::format("published on {}, but fetched on {}", long_date(day), long_date(d.fetched->day()));
  for (const auto& other : d.also_published) {
    const bool is_update = other.by < PublishedBy::url && other.at.day() > day;  // "Updated: …", which as_of() looks at
    if (other.by > PublishedBy::as_of && date::abs(other.at.day() - day) > zones && !is_update)
      return fmt::format("published on {} ({}) or on {} ({})", long_date(day), name(d.published_by),
                         long_date(other.at.day()), name(other.by));
  }
  return "";
}

}  // namespace

void doubt_dates(RemarkedSentence& sentence) { Doubter(sentence).run(); }

void doubt_publication(const Reading& r, std::vector<Claim>& claims) {
  const std::string doubt = publication_doubt(r.document);
  if (doubt.empty() || r.tokens.sentences.empty()) return;
  const Sentence& first = r.tokens.sentences.front();
  Claim claim = bare_claim(r, first, r.span(first.begin, first.end), ClaimType::date);
  claim.when =
      exactly({Moment{r.document.published->day()}, Moment{r.document.published->day() + days{1}}}, Granularity::day);
  claim.remarks.push_back({Remark::Kind::document_date, claim.sentence, doubt, {}, {}, {}});
  claims.push_back(std::move(claim));
}

}  // namespace dateline
