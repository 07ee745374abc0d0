// Turns relative values into dates: "last Friday" + DCT 2023-03-22 → 2023-03-17.
// Offers resolve() only. Tested by tests/resolve_test.cpp and every example in rules/.
#include "dateline/resolve.h"

#include "rules_parts.h"
#include "story.h"

namespace dateline {
namespace {

/// What is due by a date was ahead when it was said, whatever the tense that tells it; what holds since a date began
/// before, in a story before what it has reached.
Tense tense_under(Bound bound, Tense tense, Style style) {
  const bool due = bound == Bound::no_later_than || bound == Bound::until;
  const bool was = tense == Tense::past || tense == Tense::perfect || tense == Tense::nearest || tense == Tense::infinitive;
  if (due) return was || style == Style::narrative ? Tense::nearest : Tense::future;
  if (bound == Bound::since && style == Style::narrative) return Tense::perfect;
  if (tense != Tense::none) return tense;
  return bound == Bound::since ? Tense::past : bound == Bound::none ? Tense::none : Tense::nearest;
}

/// The anchors of an expression that takes its year from the one behind it.
Anchors before_next(const Anchors& anchors, const Mention& next, const Feasts& feasts) {
  const auto e = evaluate(next.value, anchors, feasts);
  if (!e || !e->best.interval.end) return anchors;
  Anchors seen_from = anchors;
  seen_from.dct = Moment{e->best.interval.end->day() - date::days{1}};
  seen_from.tense = Tense::past;
  seen_from.style = Style::news;
  return seen_from;
}

void date_mention(Mention& m, Evaluation&& evaluation, Tense tense) {
  if (!evaluation.best.reason.empty() && tense != Tense::none) evaluation.best.reason += std::string(" (") + name(tense) + ")";
  m.dated = std::move(evaluation.best);
  m.others = std::move(evaluation.others);
  m.impossible = evaluation.impossible;
  const Partial& p = m.value.partial;
  if (m.value.op == Value::Op::partial && p.weekday && (p.day || p.month)) m.said_weekday = p.weekday;
}

bool crosses_paragraph(std::string_view text, std::size_t begin, std::size_t end) { return text.substr(begin, end - begin).find('\n') != std::string_view::npos; }

}  // namespace

void resolve(std::vector<Mention>& mentions, const Tokens& tokens, const std::optional<Moment>& dct, const Rules& rules) {
  const auto& parts = rules.parts();
  Anchors anchors;
  anchors.dct = dct;
  anchors.style = style_of(mentions, dct);
  for (std::size_t i = 0, read_to = 0; i < mentions.size(); ++i) {
    Mention& m = mentions[i];
    const Sentence& sentence = tokens.sentences[m.sentence];
    if (m.value.op != Value::Op::range) m.bound = parts.context.bound_of(tokens, sentence, m.first_token, m.last_token);
    anchors.tense = tense_under(m.bound, parts.context.tense_of(tokens, sentence, m.first_token, m.last_token), anchors.style);
    if (crosses_paragraph(tokens.text, read_to, m.begin)) anchors.new_paragraph = true, anchors.day_in_paragraph = false;
    read_to = m.end;
    Anchors here = shares_year_of_next(mentions, i) ? before_next(anchors, mentions[i + 1], parts.feasts) : anchors;
    if (!shares_year_of_next(mentions, i)) here.style = style_here(anchors);
    auto evaluation = evaluate(m.value, here, parts.feasts);
    if (evaluation) date_mention(m, std::move(*evaluation), anchors.tense);
    remember(m, tokens, anchors);
  }
}

}  // namespace dateline
