// Turns relative values into dates: "last Friday" + DCT 2023-03-22 → 2023-03-17.
// Offers resolve() only. Tested by tests/resolve_test.cpp and every example in rules/.
#include "dateline/resolve.h"

#include "rules_parts.h"

namespace dateline {
namespace {

/// A date that later words can lean on: "that year", "the same day".
bool sets_anchor(const Dated& d) { return d.type == TimexType::date && d.interval.begin && d.interval.end && d.granularity != Granularity::none; }

/// What is due by a date was ahead when it was said, whatever the tense that tells it.
Tense tense_under(Bound bound, Tense tense) {
  const bool due = bound == Bound::no_later_than || bound == Bound::until;
  if (due) return tense == Tense::future ? tense : Tense::nearest;
  return bound == Bound::since && tense == Tense::none ? Tense::past : tense;
}

}  // namespace

void resolve(std::vector<Mention>& mentions, const Tokens& tokens, const std::optional<Moment>& dct, const Rules& rules) {
  const auto& parts = rules.parts();
  Anchors anchors{dct, std::nullopt, Tense::none};
  for (Mention& m : mentions) {
    const Sentence& sentence = tokens.sentences[m.sentence];
    if (m.value.op != Value::Op::range) m.bound = parts.context.bound_of(tokens, sentence, m.first_token, m.last_token);
    anchors.tense = tense_under(m.bound, parts.context.tense_of(tokens, sentence, m.first_token, m.last_token));
    auto evaluation = evaluate(m.value, anchors, parts.feasts);
    if (!evaluation) continue;
    evaluation->best.reason += evaluation->best.reason.empty() || anchors.tense == Tense::none ? "" : std::string(" (") + name(anchors.tense) + ")";
    m.dated = std::move(evaluation->best);
    m.others = std::move(evaluation->others);
    m.impossible = evaluation->impossible;
    if (m.value.op == Value::Op::partial && m.value.partial.weekday && (m.value.partial.day || m.value.partial.month)) m.said_weekday = m.value.partial.weekday;
    if (sets_anchor(*m.dated)) anchors.then = m.dated;
  }
}

}  // namespace dateline
