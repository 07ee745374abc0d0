// Turns relative values into dates: "last Friday" + DCT 2023-03-22 → 2023-03-17.
// Offers resolve() only. Tested by tests/resolve/resolve_test.cpp and every example in rules/.
#include "dateline/resolve.h"

#include "resolve/event_anchor.h"
#include "resolve/narrative.h"
#include "rules/context_rules.h"

namespace dateline {
namespace {

/// What is due by a date was ahead when it was said, whatever the tense that tells it; what holds since a date began
/// before, in a story before what it has reached.
Tense tense_under(Bound bound, Tense tense, Style style) {
  const bool due = bound == Bound::no_later_than || bound == Bound::until;
  const bool was =
      tense == Tense::past || tense == Tense::perfect || tense == Tense::nearest || tense == Tense::infinitive;
  if (due) return was || style == Style::narrative ? Tense::nearest : Tense::future;
  if (bound == Bound::since && style == Style::narrative) return Tense::perfect;
  if (bound == Bound::before && tense == Tense::perfect && style == Style::narrative)
    return Tense::nearest;                                                      // "before Christmas they had agreed"
  if (bound == Bound::before && tense == Tense::present) return Tense::future;  // "a deal is possible before summer"
  if (tense != Tense::none) return tense;
  if (style == Style::message && bound == Bound::none) return Tense::future;
  return bound == Bound::none ? Tense::none : Tense::nearest;
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

void date_mention(Mention& m, Evaluation&& evaluation) {
  m.dated = std::move(evaluation.best);
  m.others = std::move(evaluation.others);
  m.impossible = evaluation.impossible;
  const Partial& p = m.value.partial;
  if (m.value.op == Value::Op::partial && p.weekday && (p.day || p.month)) m.said_weekday = p.weekday;
}

using Bounds = std::vector<const ContextRules::BoundRule*>;

/// Of each mention what bounds it, null for nothing: known of all before one is dated.
Bounds bound_all(std::vector<Mention>& mentions, const Tokens& tokens, const ContextRules& context) {
  Bounds out;
  for (Mention& m : mentions) {
    out.push_back(m.value.op == Value::Op::range
                      ? nullptr
                      : context.bound_on(tokens, tokens.sentences[m.sentence], m.first_token, m.last_token));
    if (out.back()) m.bound = out.back()->bound;
  }
  return out;
}

/// What the words around a mention, and where it stands, say of it.
void look_around(const Mention& m, const ContextRules::BoundRule* bound, const Mention* previous, const Tokens& tokens,
                 const ContextRules& context, Anchors& anchors) {
  const Sentence& sentence = tokens.sentences[m.sentence];
  const bool asks = anchors.style != Style::news || leans_on_tense(m.value);
  anchors.tense =
      bound && bound->tense
          ? *bound->tense
          : tense_under(m.bound, asks ? context.tense_of(tokens, sentence, m.first_token, m.last_token) : Tense::none,
                        anchors.style);
  if (previous && previous->sentence != m.sentence) anchors.day_in_sentence = anchors.said_in_sentence = false;
  const std::size_t read_to = previous ? previous->end : 0;
  if (tokens.text.substr(read_to, m.begin - read_to).find('\n') == std::string_view::npos) return;
  anchors.new_paragraph = true;
  anchors.day_in_paragraph = false;
}

}  // namespace

void resolve(std::vector<Mention>& mentions, const Tokens& tokens, const std::optional<Moment>& dct,
             const ContextRules& context, const Feasts& holidays) {
  Anchors anchors;
  anchors.dct = dct;
  anchors.style = context.opens_message(tokens) ? Style::message : style_of(mentions, dct);
  std::erase_if(mentions, [&](const Mention& m) {
    return !m.value.style.empty() && (m.value.style == "narrative") != (anchors.style == Style::narrative);
  });
  const Bounds bounds = bound_all(mentions, tokens, context);
  auto ahead =
      anchors.style == Style::narrative ? dates_ahead(mentions, holidays) : std::vector<std::vector<DayRange>>();
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention& m = mentions[i];
    look_around(m, bounds[i], i > 0 ? &mentions[i - 1] : nullptr, tokens, context, anchors);
    if (!ahead.empty()) anchors.ahead = std::move(ahead[i]);
    const bool shares_year = shares_year_of_next(mentions, i);
    auto evaluation = shares_year ? evaluate(m.value, before_next(anchors, mentions[i + 1], holidays), holidays)
                                  : evaluate(m.value, anchors, holidays);
    if (evaluation) date_mention(m, std::move(*evaluation));
    remember(m, tokens, anchors);
  }
  count_from_events(mentions, tokens, context.dated_events, dct, holidays);
}

}  // namespace dateline
