// Timeline → timeline.html: one page that needs no network, with the events as data in it.
// Offers to_html() only. What is said of dates is said here; the page only draws, and shows every text as text.
// Tested by tests/write/html_test.cpp, and in a browser by tests/page/.
#include <map>

#include "base/plain_text.h"
#include "claims/json.h"
#include "claims/standing.h"
#include "dateline/write.h"
#include "time/when_words.h"
#include "write/page/page.h"

namespace dateline {
namespace {

// Days since 1 January 1970; null where open.
Tree day_number(const std::optional<Moment>& moment) {
  return moment ? Tree(static_cast<int>(moment->day().time_since_epoch().count())) : Tree();
}

// How the date is drawn: a point, a bar, a bar that fades at one end or at both, or apart from the axis.
const char* shape(const When& when) {
  if (!is_dated(when)) return "none";
  if (!when.earliest_start) return "by";
  if (!when.latest_end) return "since";
  if (is_approximate(when)) return "within";
  return window_length(when) == date::days(1) ? "day" : "span";
}

// A part of a sentence made one line, with the blanks that join it to its neighbours.
std::string part(std::string_view text) {
  const std::string framed = one_line('|' + std::string(text) + '|');
  return framed.substr(1, framed.size() - 2);
}

bool holds(const Span& outer, const Span& inner) {
  return !inner.empty() && outer.begin <= inner.begin && inner.end <= outer.end;
}

// The sentence; in three parts where the words that date it stand in it.
Tree sentence(const Claim& claim) {
  if (!holds(claim.sentence, claim.expression) || claim.text.size() != claim.sentence.end - claim.sentence.begin)
    return Tree::list().add(one_line(claim.text));
  const std::string_view text = claim.text;
  const std::size_t begin = claim.expression.begin - claim.sentence.begin;
  const std::size_t end = claim.expression.end - claim.sentence.begin;
  return Tree::list()
      .add(part(text.substr(0, begin)))
      .add(part(text.substr(begin, end - begin)))
      .add(part(text.substr(end)));
}

Tree document_tree(const Citation& document) {
  return Tree::map()
      .set("source", publisher(document))
      .set("title", one_line(document.title))
      .set("url", web_address(document.url))
      .set("published", document.published ? day_in_words(document.published->day()) : "");
}

Tree claim_tree(const Claim& claim, std::size_t document) {
  return Tree::map()
      .set("document", document)
      .set("text", sentence(claim))
      .set("words", is_dated(claim.when) ? in_words(claim.when) : "")
      .set("status", name(claim.status));
}

Tree claims_tree(const Timeline& timeline) {
  std::map<std::string, std::size_t> documents;
  for (std::size_t i = 0; i < timeline.documents.size(); ++i) documents.emplace(timeline.documents[i].id, i);
  Tree out = Tree::list();
  for (const Claim& claim : timeline.claims) out.add(claim_tree(claim, documents.at(claim.document.id)));
  return out;
}

Tree dates_before(const Event& event) {
  std::vector<std::string> out;
  for (const When& when : event.previous) out.push_back(in_words(when));
  return list_of(out);
}

Tree event_tree(const Event& event, const Standing& standing) {
  const bool dated = is_dated(standing.when);
  return Tree::map()
      .set("uid", one_line(event.uid))
      .set("title", one_line(event.title))
      .set("kind", one_line(event.kind.empty() ? "other" : event.kind))
      .set("status", name(event.status))
      .set("off", standing.is_off)
      .set("shape", shape(standing.when))
      .set("from", dated ? day_number(first_possible(standing.when)) : Tree())
      .set("to", dated ? day_number(last_possible(standing.when)) : Tree())
      .set("words", in_words(standing.when))
      .set("edtf", edtf(standing.when))
      .set("inferred", standing.when.inferred)
      .set("before", dates_before(event))
      .set("place", one_line(event.place.name))
      .set("actors", list_of(event.actors))
      .set("claims", list_of(event.claims))
      .set("findings", list_of(event.findings));
}

Tree data_tree(const Timeline& timeline) {
  Tree documents = Tree::list(), events = Tree::list();
  for (const Citation& document : timeline.documents) documents.add(document_tree(document));
  for (const Event& event : timeline.events) events.add(event_tree(event, standing_of(timeline, event)));
  return Tree::map()
      .set("published", publication_days(timeline.documents))
      .set("documents", std::move(documents))
      .set("claims", claims_tree(timeline))
      .set("events", std::move(events))
      .set("findings", list_of(timeline.findings));
}

}  // namespace

std::string to_html(const Timeline& timeline) {
  // In JSON "<" stands in strings alone; escaped, no text can end the element that holds it.
  const std::string data = replaced(to_json(data_tree(timeline)), "<", "\\u003c");
  return std::string(page_before_data) + data + std::string(page_behind_data);
}

}  // namespace dateline
