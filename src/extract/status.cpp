// See status.h.
#include "extract/status.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::uint32_t status_reach = 12;  // tokens of its clause around a trigger that tell how the event stands
constexpr std::uint32_t off_reach = 20;     // tokens of the next clause that tell that it is off

/// Of a verb its own tense, of a noun that of its clause.
Tense tense_at(const SentenceView& view, const Hit& hit) {
  const bool own = hit.trigger->is_verb && hit.last < view.sentence.end;
  return view.rules.context.tense_of(view.tokens, view.sentence, own ? hit.last : hit.first, hit.last);
}

}  // namespace

std::optional<Status> status_of(const SentenceView& view, const Hit& hit) {
  const auto first = std::min(
      hit.first, std::max(view.first_of_clause(hit.first), hit.first > status_reach ? hit.first - status_reach : 0));
  const auto end = std::min(view.end_of_clause(hit.last - 1), hit.last + status_reach);
  auto end_off = std::min(view.sentence.end, hit.last + off_reach);
  for (const auto& other : view.hits)
    if (other.first >= hit.last && other.trigger->date != Trigger::Date::by) end_off = std::min(end_off, other.first);
  for (const auto& rule : view.rules.events.status) {
    if (rule.match.pattern->find(view.letters(first, is_off(rule.is) ? std::max(end, end_off) : end)).matched)
      return rule.is;
  }
  return std::nullopt;
}

bool was_recent(const SentenceView& view, const Hit& hit) {
  if (hit.trigger->done) return tense_at(view, hit) == Tense::past;
  return view.stands_before(view.rules.events.recent, hit.first);
}

namespace {

/// "three days before the summit": its date follows from another.
bool is_counted_from_another(const SentenceView& view, const Hit& hit) {
  const auto counts = [&](const Mention* m) {
    const bool is_amount = m->first_token >= hit.last && m->dated && m->dated->type == TimexType::duration;
    return is_amount && view.hits.back().first >= m->last_token &&
           view.stands_at(view.rules.events.order, m->last_token);
  };
  return view.rules.events.kinds.at(hit.trigger->kind).once &&
         std::any_of(view.mentions.begin(), view.mentions.end(), counts);
}

/// A date stands beside it, but nobody knows which day it is.
bool has_unknown_date(const SentenceView& view, const Hit& hit) {
  return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention* m) {
    return (!m->dated || (!m->dated->interval.begin && !m->dated->interval.end)) &&
           view.clause_of(m->first_token) == view.clause_of(hit.first);
  });
}

}  // namespace

bool stands_undated(const SentenceView& view, const Hit& hit, std::optional<Status> said) {
  if (is_counted_from_another(view, hit)) return true;
  if (has_unknown_date(view, hit)) return false;
  if (hit.trigger->done) return was_recent(view, hit);
  return hit.trigger->undated && (is_off(said) || said == Status::scheduled || was_recent(view, hit));
}

Status stands(const SentenceView& view, const Hit& hit, std::optional<Status> said, const When& when,
              const std::optional<Moment>& published) {
  if (is_off(said)) return *said;
  const auto last = last_possible(when), first = first_possible(when);
  if (published && last && last->day() < published->day()) return Status::held;
  if (published && first && first->day() > published->day())
    return said == Status::proposed ? *said : Status::scheduled;
  if (hit.trigger->date == Trigger::Date::by) return said == Status::proposed ? *said : Status::scheduled;
  if (hit.trigger->is_verb && tense_at(view, hit) == Tense::past) return Status::held;
  if (said) return *said;
  return tense_at(view, hit) == Tense::past ? Status::held : Status::scheduled;
}

}  // namespace dateline
