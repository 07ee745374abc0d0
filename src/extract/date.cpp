// See date.h.
#include "extract/date.h"

#include <algorithm>

#include "extract/scope.h"

namespace dateline {
namespace {

constexpr int date_reach = 24;  // tokens, clause boundaries counted extra: how far a date may stand from what it dates

bool is_within(const Mention& fine, const Mention& wide) {
  const auto &a = fine.dated->interval, &b = wide.dated->interval;
  if (!a.begin || !a.end || !b.begin || !b.end || fine.dated->granularity >= wide.dated->granularity) return false;
  return b.begin->at <= a.begin->at && a.end->at <= b.end->at;
}

/// "two days after the summit" dates what happened then, not the summit.
bool counts_from(const Hit& hit, const Mention& m) {
  return m.event_token && hit.first <= *m.event_token && *m.event_token < hit.last;
}

/// "said on Thursday that the talks …", "China on Friday said …": unless the saying is the event itself.
bool dates_the_saying(const SentenceView& view, const Hit& hit, const Mention& m) {
  if (m.last_token != hit.first && view.stands_at(view.rules.events.told_by, m.last_token)) return true;
  const auto before = view.before(m.first_token);
  const Capture found = view.rules.events.told.pattern->find(before);
  return found.matched &&
         view.tokens.token_at(found.begin + view.tokens.tokens[view.sentence.begin].letter) != hit.first;
}

bool may_date(const Mention& m) {
  if (!m.dated || m.dated->type == TimexType::set || m.bound == Bound::since) return false;
  const auto& i = m.dated->interval;
  if (m.dated->type == TimexType::duration) return i.begin && i.end;
  return (i.begin || i.end) && m.dated->value != "PRESENT_REF" && m.dated->granularity < Granularity::decade;
}

}  // namespace

bool is_previous(const SentenceView& view, const Mention& m) {
  return view.stands_before(view.rules.events.previous, m.first_token);
}

/// The nearest expression to which no other trigger is nearer.
const Mention* date_of(const SentenceView& view, const Hit& hit, bool off) {
  const Mention* best = nullptr;
  int best_distance = date_reach;
  for (const Mention* m : view.mentions) {
    if (!may_date(*m) || counts_from(hit, *m) || (off && is_previous(view, *m)) || dates_the_saying(view, hit, *m) ||
        !may_share_date(view, hit, *m))
      continue;
    const int distance = view.distance_to(m->first_token, m->last_token, hit);
    if (distance >= best_distance ||
        (distance > 0 && !is_meanwhile(view, hit, *m) &&
         view.nearer_hit(hit, m->first_token, m->last_token, m->bound == Bound::no_later_than,
                         view.rules.events.kinds.at(hit.trigger->kind).unplanned)))
      continue;
    best = m;
    best_distance = distance;
  }
  if (best)
    for (const Mention* m : view.mentions)  // "last week, on May 14 and 15": the finer says more
      if (m != best && may_date(*m) && is_within(*m, *best) &&
          view.distance(m->first_token, m->last_token, best->first_token, best->last_token) <= 10)
        best = m;
  return best;
}

}  // namespace dateline
