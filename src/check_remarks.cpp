// Looks through one document for what can be held against dates. See include/dateline/check.h.
#include "check_remarks.h"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "calendar.h"

namespace dateline {

Claim bare_claim(const Reading& r, const Sentence& s, Span words, const char* rule) {
  Claim claim;
  claim.document = r.document;
  claim.sentence = r.span(s.begin, s.end);
  claim.text = r.text(claim.sentence);
  claim.expression = words;
  claim.expression_text = r.text(words);
  claim.rule = rule;
  return claim;
}

namespace {

using date::days;
using date::local_days;

/// An article may tell of what is already tomorrow elsewhere.
constexpr days zones{1};
/// How far from its publication a date without a year is taken for the nearest one.
constexpr days near_reach{21};
constexpr std::uint32_t length_reach = 3;  // tokens from "three-day" to "visit"
constexpr std::uint32_t dateline_reach = 8;
constexpr std::uint32_t order_reach = 9;   // tokens from "before" to "summit"

std::string in_english(const char* format, local_days day) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  date::to_stream(out, format, day);
  return out.str();
}
std::string weekday_name(local_days day) { return in_english("%A", day); }
std::string long_date(local_days day) { return in_words(exactly({Moment{day}, Moment{day + days{1}}}, Granularity::day)); }

bool is_weekday_alone(const Mention& m) { return m.value.op == Value::Op::partial && m.value.partial.weekday && !m.value.partial.day && !m.value.partial.month; }
bool is_calendar_day(const Mention& m) { return m.value.op == Value::Op::partial && m.value.partial.day && m.value.partial.month; }

/// Days of "P3D" and the weeks of "P1W", which newspapers count loosely.
std::optional<std::pair<int, int>> days_of(const Mention& m) {
  if (!m.dated || m.dated->type != TimexType::duration || !m.dated->mod.empty()) return std::nullopt;
  const std::string& value = m.dated->value;
  int n = 0;
  std::size_t i = 1;
  for (; i < value.size() && value[i] >= '0' && value[i] <= '9' && n < 1000; ++i) n = n * 10 + (value[i] - '0');
  if (n == 0 || i + 1 != value.size()) return std::nullopt;
  if (value[i] == 'D') return std::pair{n, n};
  if (value[i] == 'W') return std::pair{7 * n - 2, 7 * n + 1};
  return std::nullopt;
}

class Remarker {
 public:
  Remarker(const Reading& read, const World& world, std::vector<Claim>& claims) : r_(read), rules_(read.parts.checks), names_(world.names_in(read.tokens, read.document.published)), claims_(claims), events_(claims.size()) {}

  void run() {
    auto mention = r_.mentions.begin();
    std::size_t claim = 0;
    for (std::uint32_t n = 0; n < r_.tokens.sentences.size(); ++n) {
      const Sentence& s = r_.tokens.sentences[n];
      const auto first_mention = mention;
      while (mention != r_.mentions.end() && mention->sentence == n) ++mention;
      times_.clear();
      for (auto m = first_mention; m != mention; ++m) times_.push_back(&*m);
      const std::size_t first_claim = claim;
      while (claim < events_ && claims_[claim].sentence.begin < r_.tokens.tokens[s.end - 1].end) ++claim;
      read_sentence(s, first_claim, claim);
    }
  }

 private:
  void read_sentence(const Sentence& s, std::size_t first, std::size_t last) {
    first_ = first;
    last_ = last;
    for (std::size_t i = 0; i < times_.size(); ++i) {
      if (i + 1 < times_.size()) weekday_beside(s, *times_[i], *times_[i + 1]);
      if (times_[i]->said_weekday && is_calendar_day(*times_[i])) weekday(s, *times_[i]->said_weekday, *times_[i], r_.span(times_[i]->first_token, times_[i]->last_token));
      no_such_date(s, *times_[i]);
      as_of(s, *times_[i]);
    }
    orders(s);
    for (std::size_t i = first; i < last; ++i) {
      flags(s, claims_[i]);
      length(claims_[i]);
      told_too_early(s, claims_[i]);
    }
  }

  // What is wrong in itself

  /// Lays the remark on the claim that the words date, else on a claim of its own.
  void doubt(const Sentence& s, Remark::Kind kind, Span words, std::string why, const Mention& m) {
    const Remark remark{kind, words, std::move(why), {}, {}, {}};
    for (std::size_t i = first_; i < last_; ++i)
      if (claims_[i].expression.begin < words.end && words.begin < claims_[i].expression.end) return claims_[i].remarks.push_back(remark);
    Claim claim = bare_claim(r_, s, words, "check.date");
    if (m.dated && m.dated->interval.begin && m.dated->interval.end) claim.when = exactly(m.dated->interval, m.dated->granularity);
    if (m.dated) claim.value = m.dated->value;
    claim.remarks.push_back(remark);
    claims_.push_back(std::move(claim));
  }

  /// "Wednesday (Oct. 30)" and "Oct. 30 (a Wednesday)".
  void weekday_beside(const Sentence& s, const Mention& a, const Mention& b) {
    const bool weekday_first = is_weekday_alone(a) && is_calendar_day(b);
    if (!weekday_first && !(is_calendar_day(a) && is_weekday_alone(b))) return;
    const auto between = r_.letters(a.last_token, b.first_token);
    if (!rules_.weekday_beside.pattern->matches(between)) return;
    const bool in_brackets = between.find('(') != std::string_view::npos;
    const auto behind = r_.letters(b.last_token, s.end);
    if (in_brackets && !behind.starts_with(')')) return;  // "(Oct. 30 Beijing time)"
    const std::uint32_t end = b.last_token + (in_brackets ? 1 : 0);
    weekday(s, *(weekday_first ? a : b).value.partial.weekday, weekday_first ? b : a, r_.span(a.first_token, end));
  }

  void weekday(const Sentence& s, int said, const Mention& m, Span words) {
    if (!m.dated || m.dated->granularity != Granularity::day || !m.dated->interval.begin) return;
    const local_days day = m.dated->interval.begin->day();
    if (weekday_number(day) == said || (!m.value.partial.year && (another_year_is_named() || another_year_fits(said, day)))) return;
    doubt(s, Remark::Kind::weekday, words, fmt::format("“{}”: {} is a {}", r_.text(words), long_date(day), weekday_name(day)), m);
  }

  bool another_year_is_named() const {
    return std::any_of(times_.begin(), times_.end(), [](const Mention* m) { return m->value.op == Value::Op::partial && m->value.partial.year; });
  }

  /// Far from the publication, a date that names no year may be of another: of some year past, or of the next.
  bool another_year_fits(int said, local_days day) const {
    if (!r_.document.published) return true;
    const days apart = day - r_.document.published->day();
    if (apart < -near_reach) return true;
    return apart > near_reach && weekday_number(shifted(day, Unit::year, 1)) == said;
  }

  void no_such_date(const Sentence& s, const Mention& m) {
    if (!m.impossible || !is_calendar_day(m)) return;
    const Partial& p = m.value.partial;
    const date::year year{p.year && !p.short_year ? *p.year : 2000};  // a leap year: no February has more days
    const auto last = year / date::month{static_cast<unsigned>(*p.month)} / date::last;
    const local_days day{last};
    const Span words = r_.span(m.first_token, m.last_token);
    doubt(s, Remark::Kind::no_such_date, words, fmt::format("“{}”: {} has {} days", r_.text(words), in_english(p.year && !p.short_year ? "%B %Y" : "%B", day), static_cast<unsigned>(last.day())), m);
  }

  bool is_ahead(const Mention& m) const { return r_.document.published && m.dated && m.dated->interval.begin && m.dated->interval.begin->day() > r_.document.published->day() + zones; }
  std::string published_on() const { return "was published on " + long_date(r_.document.published->day()); }

  /// "as of November 3, 2025", and the date that an agency puts before its text.
  bool dates_the_text(const Sentence& s, const Mention& m) const {
    const auto before = r_.letters(s.begin, m.first_token);
    if (m.value.partial.year && rules_.as_of.pattern->find(before).matched) return true;
    return s.begin == 0 && m.first_token > 0 && m.first_token < dateline_reach && rules_.dateline.pattern->matches(before) && rules_.dateline_end.pattern->match_at(r_.letters(m.last_token, s.end), r_.letters(m.last_token, s.end).starts_with(' ') ? 1 : 0) != std::string_view::npos;
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

  void as_of(const Sentence& s, const Mention& m) {
    if (!is_calendar_day(m) || !r_.document.published || !dates_the_text(s, m)) return;
    const auto day = nearest_day(m.value.partial);
    const days ahead = day ? *day - r_.document.published->day() : days{0};
    if (ahead <= zones || (!m.value.partial.year && ahead > near_reach)) return;
    const Span words = r_.span(m.first_token, m.last_token);
    doubt(s, Remark::Kind::document_date, words, fmt::format("“{}” is how things stand in an article that {}", r_.text(words), published_on()), m);
  }

  /// "They met on 3 November 2025", in an article of October.
  void told_too_early(const Sentence& s, Claim& claim) const {
    const auto dated = std::find_if(times_.begin(), times_.end(), [&](const Mention* m) { return m->begin == claim.expression.begin && !claim.expression.empty(); });
    if (dated == times_.end() || !is_ahead(**dated) || (*dated)->bound != Bound::none || !(*dated)->value.partial.year) return;
    const bool planned = std::any_of(r_.parts.events.status.begin(), r_.parts.events.status.end(), [&](const auto& status) { return status.second.pattern->find(r_.letters(s.begin, s.end)).matched; });
    if (planned || r_.parts.context.tense_of(r_.tokens, s, (*dated)->first_token, (*dated)->last_token) != Tense::past) return;
    claim.remarks.push_back({Remark::Kind::document_date, claim.expression, fmt::format("“{}” is told as past in an article that {}", claim.expression_text, published_on()), {}, {}, {}});
  }

  // What can be held against other claims

  std::pair<std::uint32_t, std::uint32_t> tokens_of(Span span) const {
    const auto& tokens = r_.tokens.tokens;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const Token& t, std::size_t byte) { return t.begin < byte; });
    const auto last = std::lower_bound(first, tokens.end(), span.end, [](const Token& t, std::size_t byte) { return t.begin < byte; });
    return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
  }

  void flags(const Sentence& s, Claim& claim) const {
    const auto [first, last] = tokens_of(claim.trigger);
    for (const auto& [kind, pattern] : rules_.flags) {
      const bool near = kind == Remark::Kind::another;
      const auto begin = near && first > s.begin + 5 ? first - 5 : s.begin, end = near ? std::min(last + 3, s.end) : s.end;
      const Capture found = pattern.pattern->find(r_.letters(begin, end));
      if (!found.matched) continue;
      const std::size_t offset = r_.tokens.tokens[begin].letter;
      claim.remarks.push_back({kind, r_.span(r_.tokens.token_at(found.begin + offset), r_.tokens.token_at(found.end + offset)), "", {}, {}, {}});
    }
  }

  /// "a three-day official visit", "a visit of three days".
  void length(Claim& claim) const {
    const auto [first, last] = tokens_of(claim.trigger);
    for (const Mention* m : times_) {
      const auto count = days_of(*m);
      const bool before = m->last_token <= first && first - m->last_token <= length_reach && r_.letters(m->first_token, m->last_token).find('-') != std::string_view::npos;
      const bool behind = m->first_token > last && rules_.length_behind.pattern->matches(r_.letters(last, m->first_token));
      if (!count || (!before && !behind)) continue;
      claim.remarks.push_back({Remark::Kind::length, r_.span(m->first_token, m->last_token), "", count->first, count->second, {}});
    }
  }

  /// "three days before the summit": said of the nearest other event of the sentence.
  void orders(const Sentence& s) {
    const auto letters = r_.letters(s.begin, s.end);
    const Capture revived = rules_.flags.at(Remark::Kind::revived).pattern->find(letters);
    if (!revived.matched && (first_ == last_ || !rules_.any_order.pattern->find(letters).matched)) return;
    std::vector<Named> here;
    std::copy_if(names_.begin(), names_.end(), std::back_inserter(here), [&](const Named& n) { return n.first >= s.begin && n.last <= s.end; });
    const SentenceView view = view_of(r_.tokens, s, r_.parts, std::move(here), times_);
    for (const auto& hit : view.hits) {
      if (!rules_.once.contains(hit.trigger->kind)) continue;
      order(view, hit);
      if (!revived.matched || first_ != last_) continue;
      claims_.push_back(other_claim(view, hit, s.begin));
      claims_.back().remarks.push_back({Remark::Kind::revived, r_.span(hit.first, hit.last), "", {}, {}, {}});
    }
  }

  void order(const SentenceView& view, const Hit& hit) {
    const Sentence& s = view.sentence;
    for (std::uint32_t gap = hit.first; gap > s.begin && gap + order_reach > hit.first; --gap) {
      if (!rules_.order_gap.pattern->matches(r_.letters(gap, hit.first))) continue;
      for (const bool is_before : {true, false}) {
        const Capture word = (is_before ? rules_.before : rules_.after).pattern->find(r_.letters(s.begin, gap));
        if (!word.matched) continue;
        const Span other = r_.span(hit.first, hit.last);
        const auto begin = r_.tokens.token_at(word.begin + r_.tokens.tokens[s.begin].letter);
        Claim* claim = told_of(begin, other);
        if (!claim || !add_order(s, *claim, other, begin, is_before)) return;
        tell_of(view, hit, other, begin, claim->remarks.back().words);
        return;
      }
    }
  }

  /// The other event, as extract tells of it; else, or where extract dates it by "the day after", as the order names it.
  void tell_of(const SentenceView& view, const Hit& hit, Span other, std::uint32_t word, Span order) {
    for (std::size_t i = first_; i < last_; ++i) {
      Claim& claim = claims_[i];
      if (claim.trigger != other) continue;
      if (claim.expression.begin < order.end && order.begin < claim.expression.end) claim = other_claim(view, hit, word);
      return;
    }
    claims_.push_back(other_claim(view, hit, word));
  }

  Claim* told_of(std::uint32_t word, Span other) {
    Claim* best = nullptr;
    const std::size_t byte = r_.tokens.tokens[word].begin;
    for (std::size_t i = first_; i < last_; ++i)
      if (claims_[i].trigger != other && claims_[i].trigger.end <= byte) best = &claims_[i];
    for (std::size_t i = first_; i < last_ && !best; ++i)
      if (claims_[i].trigger.begin > other.end) best = &claims_[i];
    return best;
  }

  /// Days from the start of the other event, both inclusive; nothing bounds "before" but the day itself.
  bool add_order(const Sentence& s, Claim& claim, Span other, std::uint32_t word, bool is_before) const {
    const auto amount = std::find_if(times_.begin(), times_.end(), [&](const Mention* m) { return m->last_token == word && m->dated && m->dated->type == TimexType::duration; });
    Remark remark{Remark::Kind::order, {r_.tokens.tokens[amount == times_.end() ? word : (*amount)->first_token].begin, other.end}, "", {}, {}, other};
    std::optional<std::pair<int, int>> count;
    if (amount != times_.end()) count = days_of(**amount);
    else if (rules_.order_day.pattern->find(r_.letters(s.begin, word)).matched) count = {1, 1};
    if (amount != times_.end() && !count) return false;  // "months before": no arithmetic
    if (!count) (is_before ? remark.most : remark.least) = 0;
    if (count) remark.least = is_before ? -count->second : count->first;
    if (count) remark.most = is_before ? -count->first : count->second;
    claim.remarks.push_back(std::move(remark));
    return true;
  }

  /// An event that is only spoken of: its kind, who and where, for check to find it by. Names stand behind `from`.
  Claim other_claim(const SentenceView& view, const Hit& hit, std::uint32_t from) const {
    Claim claim = bare_claim(r_, view.sentence, r_.span(hit.first, hit.last), "check.other");
    claim.trigger = claim.expression;
    claim.topic = hit.trigger->kind;
    for (const auto& name : view.names) {
      if (name.last <= from || name.entity->code.empty() || view.clause_of(name.first) != view.clause_of(hit.first)) continue;
      const Entity& e = *name.entity;
      const bool is_place = r_.parts.events.at.pattern->find(view.before(name.first)).matched && e.kind != Entity::Kind::person;
      if (is_place) claim.place = {e.name, e.code, e.latitude, e.longitude, e.kind == Entity::Kind::country};
      else claim.actors.push_back({e.name, e.short_name, e.code, e.kind == Entity::Kind::person});
    }
    return claim;
  }

  const Reading& r_;
  const CheckRules& rules_;
  std::vector<Named> names_;
  std::vector<Claim>& claims_;
  const std::size_t events_;      ///< claims that extract made; those behind are of our own
  std::vector<const Mention*> times_;  ///< of the sentence
  std::size_t first_ = 0, last_ = 0;   ///< its claims
};

}  // namespace

void remark(std::vector<Claim>& claims, const Document& document, const Tokens& tokens, const std::vector<Mention>& mentions, const Rules& rules, const World& world) {
  if (rules.parts().checks.empty()) return;
  const Reading read{document, tokens, mentions, rules.parts()};
  Remarker(read, world, claims).run();
  auto lasting = lasting_things(read, world);
  claims.insert(claims.end(), std::make_move_iterator(lasting.begin()), std::make_move_iterator(lasting.end()));
}

}  // namespace dateline
