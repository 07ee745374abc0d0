// Timeline → timeline.md, the briefing: what changed, what comes next, month by month, what moved, where sources
// disagree.
// Offers to_markdown() only. "Next" counts from the newest publication: the library has no clock.
// Tested by tests/write/markdown_test.cpp.
#include <algorithm>
#include <iterator>
#include <map>

#include "base/plain_text.h"
#include "claims/standing.h"
#include "dateline/write.h"
#include "time/when_words.h"
#include "write/markdown_notes.h"
#include "write/markdown_text.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;

constexpr days near_future{14};

// An event with what is worked out of it.
struct Entry {
  const Event* event;
  Standing standing;
  std::vector<Citation> sources;

  const When& when() const { return standing.when; }
  bool is_on() const { return !standing.is_off; }
  bool is_shown_dated() const { return is_on() && is_dated(when()); }
};

using Entries = std::vector<Entry>;

Entries entries_of(const Timeline& timeline) {
  Entries out;
  for (const Event& event : timeline.events)
    out.push_back({&event, standing_of(timeline, event), sources_of(timeline, event)});
  return out;
}

template <class Wanted>
Entries only(const Entries& entries, Wanted wanted) {
  Entries out;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(out), wanted);
  return out;
}

std::string counted(std::size_t number, const std::string& noun) {
  return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

date::year_month month_of(local_days day) {
  const date::year_month_day d{day};
  return d.year() / d.month();
}

// The month that it certainly lies in: that of a fixed date's first day, or of a whole window.
std::optional<date::year_month> month_of(const When& w) {
  if (!window_length(w)) return {};
  const auto first = month_of(first_possible(w)->day());
  const bool is_certain = !is_approximate(w) || first == month_of(last_possible(w)->day());
  return is_certain ? std::optional(first) : std::nullopt;
}

// Title and place; the place is left out where the title has it.
std::string subject(const Event& event) {
  const std::string title = one_line(event.title);
  const std::string place = one_line(event.place.name);
  return markdown_text(place.empty() || title.find(place) != std::string::npos ? title : title + ", " + place);
}

std::string labels(const Entry& e) {
  const std::string kind = markdown_text(e.event->kind.empty() ? "other" : e.event->kind);
  return '*' + kind + ", " + name(e.event->status) + (e.event->inferred_from.empty() ? "" : ", date inferred") +
         (e.event->findings.empty() ? "" : ", in doubt") + '*';
}

std::string dates_before(const Entry& e) {
  std::vector<std::string> dates;
  for (const When& when : e.event->previous) dates.push_back(in_words(when));
  return join(dates, ", ");
}

std::string dated_bullet(const Entry& e, Footnotes& notes) {
  return bullet("**" + in_words(e.when()) + "** — " + subject(*e.event) +
                (e.standing.is_moved ? " (before: " + dates_before(e) + ')' : "") + ". " + labels(e) +
                notes.refer(e.sources));
}

std::string undated_bullet(const Entry& e, Footnotes& notes) {
  return bullet(subject(*e.event) + ". " + labels(e) + notes.refer(e.sources));
}

std::string change_bullet(const Entry& e, Footnotes& notes) {
  const std::string change = e.standing.is_moved ? "moved" : name(e.event->status);
  const std::string dates = e.standing.is_moved  ? ": " + dates_before(e) + " → " + in_words(e.when())
                            : is_dated(e.when()) ? " (was: " + in_words(e.when()) + ')'
                                                 : "";
  return bullet("**" + change + "** — " + subject(*e.event) + dates + ". " + labels(e) + notes.refer(e.sources));
}

using Bullet = std::string (*)(const Entry&, Footnotes&);

// Nothing for no entries.
std::string section(const std::string& heading, const Entries& entries, Bullet print, Footnotes& notes) {
  if (entries.empty()) return "";
  std::string out = "\n## " + heading + "\n\n";
  for (const Entry& e : entries) out += print(e, notes);
  return out;
}

bool is_within(const When& w, local_days first, local_days last) {
  if (!w.latest_end || (is_approximate(w) && window_length(w).value_or(days(1)) > near_future)) return false;
  const local_days end = last_possible(w)->day();
  return end >= first && (w.earliest_start ? first_possible(w)->day() : end) <= last;
}

// Titles without places and short dates keep most rows within 80 letters; a row cannot be broken.
std::string row(const Entry& e) {
  return "| " + short_words(e.when()) + " | " + markdown_text(e.event->title) + " | " + name(e.event->status) + " |\n";
}

std::string next_days(const Entries& entries, const std::optional<Moment>& newest) {
  if (!newest) return "";
  const local_days today = newest->day();
  std::string rows;
  for (const Entry& e : entries)
    if (e.is_shown_dated() && is_within(e.when(), today, today + near_future - days(1))) rows += row(e);
  if (rows.empty()) return "";
  return "\n## Next fourteen days (from " + day_in_words(today) + ")\n\n| Date | Event | Status |\n" +
         "| --- | --- | --- |\n" + rows;
}

std::string months(const Entries& entries, Footnotes& notes) {
  std::map<date::year_month, Entries> by_month;
  for (const Entry& e : entries)
    if (const auto month = month_of(e.when()); month && e.is_shown_dated()) by_month[*month].push_back(e);
  std::string out;
  for (auto& [month, events] : by_month) {
    std::stable_partition(events.begin(), events.end(), [](const Entry& e) { return !is_approximate(e.when()); });
    out += section(month_in_words(month), events, dated_bullet, notes);
  }
  return out;
}

bool is_unfixed(const Entry& e) { return e.is_shown_dated() && !month_of(e.when()); }

// All its days, or where no last is known its first, lie before `today`.
bool is_past(const Entry& e, local_days today) {
  return (e.when().latest_end ? last_possible(e.when()) : first_possible(e.when()))->day() < today;
}

std::string loose_dates(const Entries& entries, const std::optional<Moment>& newest, Footnotes& notes) {
  const local_days today = newest ? newest->day() : local_days::min();
  const auto is_earlier = [&](const Entry& e) { return is_unfixed(e) && is_past(e, today); };
  const auto is_later = [&](const Entry& e) { return is_unfixed(e) && !is_past(e, today); };
  return section("Earlier, date not fixed", only(entries, is_earlier), dated_bullet, notes) +
         section("Later, date not fixed", only(entries, is_later), dated_bullet, notes);
}

std::string evidence_line(const Timeline& timeline, const Finding::Evidence& evidence, Footnotes& notes) {
  const Claim& claim = timeline.claims.at(evidence.claim);
  const std::string reason = evidence.reason.empty() ? "" : " (" + markdown_text(evidence.reason) + ")";
  return wrapped("  - " + std::string(name(evidence.rank)) + reason + ": “" + markdown_text(claim.text) + "”" +
                     notes.refer({claim.document}),
                 4) +
         '\n';
}

std::string disagreements(const Timeline& timeline, Footnotes& notes) {
  std::string out;
  for (const Finding& finding : timeline.findings) {
    out += bullet(markdown_text(finding.message));
    for (const auto& evidence : finding.evidence) out += evidence_line(timeline, evidence, notes);
  }
  return out.empty() ? "" : "\n## Sources disagree\n\n" + out;
}

// From the first possible day of all to the last, as EDTF; "" where nothing is dated.
std::string period(const Entries& entries) {
  std::optional<local_days> first, last;
  for (const Entry& e : entries) {
    if (!is_dated(e.when())) continue;
    if (const auto m = first_possible(e.when())) first = std::min(first.value_or(m->day()), m->day());
    if (const auto m = last_possible(e.when())) last = std::max(last.value_or(m->day()), m->day());
  }
  const auto text = [](const std::optional<local_days>& day) { return day ? to_string(Moment(*day)) : ".."; };
  return first || last ? text(first) + '/' + text(last) : "";
}

std::string front_matter(const Timeline& timeline, const Entries& entries) {
  const std::string days_covered = period(entries);
  return "---\n" + (days_covered.empty() ? "" : "period: " + days_covered + '\n') +
         "events: " + std::to_string(entries.size()) + "\nsources: " + std::to_string(timeline.documents.size()) +
         "\n---\n";
}

std::string kinds_of_date(const Entries& entries) {
  const auto count = [&](auto wanted) { return only(entries, wanted).size(); };
  const auto is_vague = [](const Entry& e) { return e.is_shown_dated() && is_approximate(e.when()); };
  const auto is_undated = [](const Entry& e) { return e.is_on() && !is_dated(e.when()); };
  const std::pair<std::size_t, const char*> counts[] = {
      {count([&](const Entry& e) { return e.is_shown_dated() && !is_vague(e); }), " with a fixed date"},
      {count(is_vague), " with an approximate one"},
      {count(is_undated), " without a date"},
      {count([](const Entry& e) { return !e.is_on(); }), " cancelled or postponed"}};
  std::vector<std::string> parts;
  for (const auto& [number, words] : counts)
    if (number > 0) parts.push_back(std::to_string(number) + words);
  return parts.empty() ? "" : ": " + join(parts, ", ");
}

std::string summary(const Timeline& timeline, const Entries& entries) {
  const std::string doubts =
      timeline.findings.empty() ? "" : "; " + counted(timeline.findings.size(), "point") + " in doubt";
  const std::string published = publication_days(timeline.documents);
  return wrapped(counted(entries.size(), "event") + " in " + counted(timeline.documents.size(), "article") +
                     (published.empty() ? "" : " published " + published) + kinds_of_date(entries) + doubts + '.',
                 0) +
         '\n';
}

}  // namespace

std::string to_markdown(const Timeline& timeline) {
  const Entries entries = entries_of(timeline);
  const auto newest = newest_publication(timeline.documents);
  const auto is_undated = [](const Entry& e) { return e.is_on() && !is_dated(e.when()); };
  const auto is_changed = [](const Entry& e) { return !e.is_on() || e.standing.is_moved; };
  Footnotes notes;
  std::string out = front_matter(timeline, entries) + "\n# Diplomatic calendar\n\n" + summary(timeline, entries);
  out += changes_section(timeline, notes);
  out += next_days(entries, newest);
  out += months(entries, notes);
  out += loose_dates(entries, newest, notes);
  out += section("No date given", only(entries, is_undated), undated_bullet, notes);
  out += section("Cancelled or moved", only(entries, is_changed), change_bullet, notes);
  out += disagreements(timeline, notes);
  return out + notes.definitions();
}

}  // namespace dateline
