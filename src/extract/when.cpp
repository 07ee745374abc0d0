// See when.h; the table of FEED.md says how each When is shown.
#include "extract/when.h"

namespace dateline {

bool names_days(const Mention& m) {
  return m.dated && m.dated->type != TimexType::set && m.dated->type != TimexType::duration &&
         m.dated->granularity != Granularity::none && (m.dated->interval.begin || m.dated->interval.end);
}

When when_of(const Mention& m, bool to_date) {
  const Dated& d = *m.dated;
  if ((m.bound == Bound::after || m.bound == Bound::before) && d.granularity < Granularity::day &&
      d.interval.begin) {  // "shortly after noon on Monday"
    const Moment day{d.interval.begin->day()};
    return exactly({day, Moment{day.day() + date::days{1}}}, Granularity::day);
  }
  const Interval i = to_date ? d.interval : m.bounded();
  if (!i.begin && !i.end) return {};
  if (!i.begin) return no_later_than(*i.end, d.granularity);
  if (!i.end) return no_earlier_than(*i.begin, d.granularity);
  const bool is_day = d.granularity <= Granularity::day && d.mod.empty();
  const bool one_day = i.end->day() - i.begin->day() <= date::days{1};
  if (d.whole || (is_day && one_day)) return exactly(i, d.granularity);
  return some_time_within(i, d.granularity);
}

When after_publication(const std::optional<Moment>& published) {
  if (!published) return {};
  When w = no_earlier_than(Moment{published->day()}, Granularity::none);
  w.inferred = true;
  return w;
}

When before_publication(const std::optional<Moment>& published) {
  if (!published) return {};
  When w = no_later_than(Moment{published->day() + date::days{1}}, Granularity::none);
  w.inferred = true;
  return w;
}

std::optional<When> day_ahead(const Mention& m, const std::optional<Moment>& published) {
  const Value& said =
      m.value.op == Value::Op::part && !m.value.args.empty() ? m.value.args.front() : m.value;  // "early Friday"
  const bool weekday_alone =
      said.op == Value::Op::partial && said.partial.weekday && !said.partial.day && !said.partial.month;
  if (!weekday_alone || !published || !m.dated || !m.dated->interval.begin) return std::nullopt;
  const auto today = published->day();
  if (m.dated->interval.begin->day() != today - date::days{6}) return std::nullopt;
  return exactly({Moment{today + date::days{1}}, Moment{today + date::days{2}}}, Granularity::day);
}

}  // namespace dateline
