// The anchors of a text, as it goes on. See narrative.h.
#include "resolve/narrative.h"

#include <algorithm>

#include "base/ascii.h"
#include "match/alphabet.h"
#include "time/calendar.h"

namespace dateline {
namespace {

using Op = Value::Op;

bool any_of_parts(const Value& v, const auto& holds) {
  return holds(v) ||
         std::any_of(v.args.begin(), v.args.end(), [&](const Value& part) { return any_of_parts(part, holds); });
}

bool names_year(const Value& v) {
  return any_of_parts(
      v, [](const Value& part) { return part.op == Op::partial && part.partial.year && !part.partial.short_year; });
}

/// A year that was over before last year's news.
bool names_year_long_over(const Value& v, const std::optional<Moment>& dct) {
  const int newest = dct ? year_number(dct->day()) - 2 : 9999;
  return any_of_parts(v, [&](const Value& part) {
    return part.op == Op::partial && part.partial.year && !part.partial.short_year && *part.partial.year <= newest;
  });
}

/// "in June 1941", "in the spring of 334 BC"
bool opens_with_date(const Value& v, const std::optional<Moment>& dct) {
  return names_year_long_over(v, dct) && any_of_parts(v, [](const Value& part) {
           return part.op == Op::partial && part.partial.year && (part.partial.month || part.partial.season);
         });
}

bool is_weekday_alone(const Value& v) {
  return v.op == Op::partial && v.args.empty() && v.partial.weekday && !v.partial.day && !v.partial.month;
}

/// "yesterday", "two years ago", "last week", "now", "on Tuesday": what only the day of publication makes clear.
bool leans_on_publication(const Value& v) {
  const bool this_week = v.op == Op::this_ && v.unit && *v.unit <= Unit::week;
  const bool from_text = (v.op == Op::last || v.op == Op::next) && v.args.size() > 1;
  if (from_text || !v.style.empty()) return false;
  const bool ago = v.op == Op::shift && v.args[0].op == Op::now;
  return v.op == Op::now || v.op == Op::last || v.op == Op::next || v.word == "PRESENT_REF" || is_weekday_alone(v) ||
         this_week || ago;
}

/// "now", "today", "the next year": said in stories as often as in news.
bool may_be_of_story(const Value& v) {
  return leans_on_publication(v) && (v.word == "PRESENT_REF" || v.op == Op::now || (v.op == Op::next && v.unit));
}

/// A date or what leans on one, no mere length of time.
bool says_when(const Value& v) {
  return (leans_on_publication(v) && v.word != "PRESENT_REF") ||
         any_of_parts(v, [](const Value& part) { return part.op == Op::partial; });
}

bool is_placed(const Dated& d) { return d.interval.begin && d.interval.end && d.granularity != Granularity::none; }

/// Whether the text can go on from it: a date, or a length that is counted from one ("the first ten months of 1915").
bool leads_on(const Mention& m) {
  const TimexType type = m.dated->type;
  const bool counted_from_year = type == TimexType::duration && names_year(m.value);
  return (type == TimexType::date || type == TimexType::time || counted_from_year) && is_placed(*m.dated);
}

bool contains(const Interval& outer, const Interval& inner) {
  return outer.begin->at <= inner.begin->at && inner.end->at <= outer.end->at;
}

/// "a year earlier", "had begun in May", "since 1810", "the leader of the August 1792 uprising": what was before is
/// told beside the story, unless a new paragraph begins with it.
bool looks_back(const Mention& m, const Anchors& anchors) {
  const bool earlier = anchors.style == Style::narrative && anchors.then && !anchors.new_paragraph &&
                       m.dated->interval.begin->at < anchors.then->interval.begin->at;
  const bool names_it = names_year(m.value) && !earlier;
  const bool of_a_noun = anchors.tense == Tense::nearest && earlier;
  const bool compares = m.bound == Bound::since && anchors.then;
  return (m.value.op == Op::shift && m.value.number < 0) || compares || of_a_noun ||
         (anchors.tense == Tense::perfect && !names_it);
}

/// "On December 7, 1941, …": a year that is said of a day in the same sentence names it and moves nothing.
bool widens(const Mention& m, const Anchors& anchors) {
  const bool names_it = names_year(m.value) && !anchors.said_in_sentence;
  return anchors.then && !names_it && m.dated->granularity > anchors.then->granularity &&
         contains(m.dated->interval, anchors.then->interval);
}

/// "a toll that no day exceeded until the twentieth century": a decade or century within a paragraph of finer dates.
bool looks_afar(const Mention& m, const Anchors& anchors) {
  return anchors.then && !anchors.new_paragraph && m.dated->granularity > Granularity::year &&
         anchors.then->granularity < m.dated->granularity;
}

/// Years away from what the text spoke of last, while most dates that follow are nearer to that than to this one.
bool is_in_passing(const DayRange& here, const Anchors& anchors) {
  constexpr date::days long_way{2 * 366};
  if (!anchors.then || anchors.ahead.empty()) return false;
  const DayRange then = days_of(anchors.then->interval);
  if (apart(here, then) < long_way) return false;
  const auto returns = [&](const DayRange& next) { return apart(next, then) < apart(next, here); };
  return 2 * std::count_if(anchors.ahead.begin(), anchors.ahead.end(), returns) >
         static_cast<long>(anchors.ahead.size());
}

bool in_brackets(const Tokens& tokens, const Mention& m) {
  const auto before = tokens.letters_of(tokens.sentences[m.sentence].begin, m.first_token);
  return std::count(before.begin(), before.end(), letters::sign('(')) >
         std::count(before.begin(), before.end(), letters::sign(')'));
}

}  // namespace

Style style_of(const std::vector<Mention>& mentions, const std::optional<Moment>& dct) {
  constexpr long fewest_years =
      4;  // fewer where the text begins with a time long over and never leans on its publication
  const auto first =
      std::find_if(mentions.begin(), mentions.end(), [](const Mention& m) { return says_when(m.value); });
  if (first == mentions.end() || leans_on_publication(first->value)) return Style::news;
  const auto count = [&](const auto& holds) {
    return std::count_if(mentions.begin(), mentions.end(), [&](const Mention& m) { return holds(m.value); });
  };
  const auto long_over = count([&](const Value& v) { return names_year_long_over(v, dct); });
  const auto recent = count(leans_on_publication);
  const bool begins_long_ago =
      names_year_long_over(first->value, dct) && (long_over > 1 || opens_with_date(first->value, dct));
  const auto weekdays = count(is_weekday_alone);  // a few are of a story that opens with a year; a report has many
  const bool few_weekdays = begins_long_ago && long_over > 1 && 4 * weekdays <= std::ssize(mentions);
  const bool is_story = begins_long_ago && recent == count(may_be_of_story) + (few_weekdays ? weekdays : 0);
  return is_story || (long_over >= fewest_years && long_over > 2 * recent) ? Style::narrative : Style::news;
}

std::vector<std::vector<DayRange>> dates_ahead(const std::vector<Mention>& mentions, const Feasts& feasts) {
  constexpr std::size_t enough = 3;
  std::vector<std::vector<DayRange>> ahead(mentions.size());
  for (std::size_t i = mentions.size(); i-- > 1;) {
    ahead[i - 1] = ahead[i];
    if (!names_year(mentions[i].value) || mentions[i].bound == Bound::since) continue;
    const auto e = evaluate(mentions[i].value, {}, feasts);
    if (!e || !is_placed(e->best)) continue;
    const DayRange next = days_of(e->best.interval);
    if (!ahead[i - 1].empty() && ahead[i - 1].front() == next) continue;  // a year said again tells nothing more
    ahead[i - 1].insert(ahead[i - 1].begin(), next);
    if (ahead[i - 1].size() > enough) ahead[i - 1].pop_back();
  }
  return ahead;
}

/// What a text goes on from: behind "from 1882 until 1888" it is 1888; "The early years, 1882-1888" is a heading.
Dated reached_by(const Mention& m, const Tokens& tokens, Style style) {
  const Dated& d = *m.dated;
  const auto link = tokens.text.substr(m.link_begin, m.link_end - m.link_begin);
  const bool in_words = std::any_of(link.begin(), link.end(), ascii::is_letter);
  const bool leads_to_end = names_year(m.value) || style == Style::narrative;
  if (!d.whole || !in_words || !leads_to_end || d.granularity < Granularity::day || !unit_of(d.granularity)) return d;
  Dated end = d;
  const DayRange last = unit_holding(*unit_of(d.granularity), d.interval.end->day() - date::days{1});
  end.interval = {Moment{last.begin}, Moment{last.end}};
  end.value = timex_of(last.begin, d.granularity);
  end.whole = false;
  return end;
}

/// No story has reached a day that lies behind its own publication.
bool is_yet_to_come(const Mention& m, const Anchors& anchors) {
  return anchors.style == Style::narrative && anchors.then && anchors.dct &&
         anchors.dct->day() < m.dated->interval.begin->day();
}

void remember(const Mention& m, const Tokens& tokens, Anchors& anchors) {
  if (!m.dated || !leads_on(m) || is_yet_to_come(m, anchors)) return;
  if (looks_back(m, anchors) || looks_afar(m, anchors) || widens(m, anchors) || in_brackets(tokens, m) ||
      is_in_passing(days_of(m.dated->interval), anchors))
    return;
  anchors.then = reached_by(m, tokens, anchors.style);
  anchors.said_in_sentence = true;
  anchors.new_paragraph = false;
  if (m.dated->granularity > Granularity::day) return;
  anchors.then_day = anchors.then;
  anchors.day_in_paragraph = anchors.day_in_sentence = true;
}

bool leans_on_tense(const Value& v) {
  const bool whole = v.op == Op::partial && v.partial.year && !v.partial.short_year;
  return !(whole || v.op == Op::vague || v.op == Op::period || v.op == Op::every);
}

bool shares_year_of_next(const std::vector<Mention>& mentions, std::size_t index) {
  if (index + 1 >= mentions.size()) return false;
  const Mention &m = mentions[index], &next = mentions[index + 1];
  const bool side_by_side = m.sentence == next.sentence && next.first_token - m.last_token <= 1;
  const bool yearly = any_of_parts(m.value, [](const Value& v) {
    return v.op == Op::partial && (v.partial.month || v.partial.season || v.partial.quarter);
  });
  const bool next_yearly = any_of_parts(next.value, [](const Value& v) {
    return v.op == Op::partial && v.partial.year && (v.partial.month || v.partial.season || v.partial.quarter);
  });
  return side_by_side && yearly && next_yearly && !names_year(m.value);
}

}  // namespace dateline
