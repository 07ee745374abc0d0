// Claims ↔ lines of JSON, with nothing lost on the way.
// Offers claim_to_json(), claim_from_json() and json.h. Tested by tests/claims/json_test.cpp.
#include "claims/json.h"

#include "claims/names.h"
#include "dateline/claim.h"

namespace dateline {
namespace {

Tree tree_of(const std::optional<Moment>& moment) { return moment ? Tree(to_string(*moment)) : Tree(); }

std::optional<Moment> moment_of(const Tree& node, std::string_view key) {
  const Tree* field = node.find(key);
  if (!field || field->is_null()) return {};
  const auto moment = parse_moment(field->text());
  if (!moment) field->fail("'" + field->text() + "' is no date", "write it like 2025-10-23 or 2025-10-24T17:00:00Z");
  return moment;
}

bool flag_of(const Tree& node, std::string_view key) {
  const Tree* field = node.find(key);
  return field && field->boolean();
}

double number_of(const Tree& node, std::string_view key) {
  const Tree* field = node.find(key);
  return field ? field->real() : 0;
}

// `parse` knows the word or returns nothing.
template <class Parse>
auto word_of(const Tree& field, Parse parse, const char* what, const char* hint) {
  const auto value = parse(field.text());
  if (!value) field.fail("'" + field.text() + "' is no " + what, hint);
  return *value;
}

PublishedBy published_by_of(const Tree& node) {
  const Tree* field = node.find("published_by");
  if (!field) return PublishedBy::nothing;
  return word_of(*field, parse_published_by, "way to know a publication date",
                 "see published_by in schema/timeline.schema.json");
}

Citation citation_of(const Tree& node) {
  node.only({"id", "source", "title", "url", "published", "published_by"});
  return {node.at("id").text(), node.text_or("source"),       node.text_or("title"),
          node.text_or("url"),  moment_of(node, "published"), published_by_of(node)};
}

std::size_t offset_of(const Tree& node) {
  const int offset = node.integer();
  if (offset < 0) node.fail("a byte offset below 0", "count from 0");
  return static_cast<std::size_t>(offset);
}

Span span_of(const Tree& node) {
  if (!node.is_list() || node.items.size() != 2) node.fail("a span is two numbers", "write it like [0, 12]");
  const Span span{offset_of(node.items[0]), offset_of(node.items[1])};
  if (span.end < span.begin) node.fail("a span ends before it begins", "write it like [0, 12]");
  return span;
}

Span optional_span_of(const Tree& node, std::string_view key) {
  const Tree* field = node.find(key);
  return field && !field->is_null() ? span_of(*field) : Span{};
}

}  // namespace

Actor actor_of(const Tree& node) {
  node.only({"name", "short_name", "code", "is_person"});
  return {node.at("name").text(), node.text_or("short_name"), node.text_or("code"), flag_of(node, "is_person")};
}

Place place_of(const Tree& node) {
  if (node.is_null()) return {};
  node.only({"name", "country", "latitude", "longitude", "is_whole_country"});
  return {node.text_or("name"), node.text_or("country"), number_of(node, "latitude"), number_of(node, "longitude"),
          flag_of(node, "is_whole_country")};
}

When when_of(const Tree& node) {
  node.only({"earliest_start", "latest_start", "earliest_end", "latest_end", "granularity", "inferred"});
  return {moment_of(node, "earliest_start"),
          moment_of(node, "latest_start"),
          moment_of(node, "earliest_end"),
          moment_of(node, "latest_end"),
          word_of(node.at("granularity"), parse_granularity, "granularity", "such as day, month, year or none"),
          flag_of(node, "inferred")};
}

Status status_of(const Tree& node) {
  return word_of(node, parse_status, "status", "one of proposed, scheduled, postponed, cancelled, held");
}

namespace {

std::optional<int> optional_integer(const Tree& node, std::string_view key) {
  const Tree* field = node.find(key);
  return field && !field->is_null() ? std::optional(field->integer()) : std::nullopt;
}

Remark remark_of(const Tree& node) {
  node.only({"is", "words", "doubt", "least", "most", "other"});
  return {word_of(node.at("is"), parse_remark_kind, "remark",
                  "one of weekday, no-such-date, document-date, length, order, unchanged, revived, moved, another, "
                  "official, agency"),
          span_of(node.at("words")),
          node.text_or("doubt"),
          optional_integer(node, "least"),
          optional_integer(node, "most"),
          optional_span_of(node, "other")};
}

Claim claim_of(const Tree& node) {
  node.only({"document", "sentence", "text", "trigger", "expression", "expression_text", "value", "kind", "plover",
             "topic", "series", "rule", "actors", "place", "status", "when", "previous", "remarks"});
  const Tree* place = node.find("place");
  const std::string kind = node.at("kind").text(), plover = node.text_or("plover"), rule = node.text_or("rule");
  const auto type = claim_type(kind, plover, rule);
  if (!type)
    node.fail("a claim without a kind is an act with its plover category, or a remark with its rule",
              "rule is one of check.date, check.length, check.other, check.age, check.start");
  return {*type,
          citation_of(node.at("document")),
          span_of(node.at("sentence")),
          node.at("text").text(),
          optional_span_of(node, "trigger"),
          optional_span_of(node, "expression"),
          node.text_or("expression_text"),
          node.text_or("value"),
          kind,
          plover,
          node.text_or("topic"),
          node.text_or("series"),
          rule,
          read_list(node, "actors", actor_of),
          place ? place_of(*place) : Place{},
          status_of(node.at("status")),
          when_of(node.at("when")),
          read_list(node, "previous", when_of),
          read_list(node, "remarks", remark_of)};
}

}  // namespace

Tree tree_of(const Citation& d) {
  return Tree::map()
      .set("id", d.id)
      .set("source", d.source)
      .set("title", d.title)
      .set("url", d.url)
      .set("published", tree_of(d.published))
      .set("published_by", name(d.published_by));
}

Tree tree_of(const Finding& finding) {
  Tree evidence = Tree::list();
  for (const Finding::Evidence& item : finding.evidence)
    evidence.add(Tree::map().set("claim", item.claim).set("rank", name(item.rank)).set("reason", item.reason));
  return Tree::map().set("kind", finding.kind).set("message", finding.message).set("evidence", std::move(evidence));
}

Tree tree_of(const Span& span) { return Tree::list().add(span.begin).add(span.end); }

Tree tree_of(const Actor& a) {
  return Tree::map()
      .set("name", a.name)
      .set("short_name", a.short_name)
      .set("code", a.code)
      .set("is_person", a.is_person);
}

Tree tree_of(const Place& p) {
  if (p == Place{}) return {};
  return Tree::map()
      .set("name", p.name)
      .set("country", p.country)
      .set("latitude", p.latitude)
      .set("longitude", p.longitude)
      .set("is_whole_country", p.is_whole_country);
}

Tree tree_of(const When& w) {
  return Tree::map()
      .set("earliest_start", tree_of(w.earliest_start))
      .set("latest_start", tree_of(w.latest_start))
      .set("earliest_end", tree_of(w.earliest_end))
      .set("latest_end", tree_of(w.latest_end))
      .set("granularity", name(w.granularity))
      .set("inferred", w.inferred);
}

Tree tree_of(const Remark& r) {
  Tree t = Tree::map().set("is", name(r.kind)).set("words", tree_of(r.words));
  if (!r.doubt.empty()) t.set("doubt", r.doubt);
  if (r.least) t.set("least", *r.least);
  if (r.most) t.set("most", *r.most);
  if (!r.other.empty()) t.set("other", tree_of(r.other));
  return t;
}

Tree tree_of(const Claim& c, Tree document) {
  return Tree::map()
      .set("document", std::move(document))
      .set("sentence", tree_of(c.sentence))
      .set("text", c.text)
      .set("trigger", c.trigger == Span{} ? Tree() : tree_of(c.trigger))
      .set("expression", c.expression == Span{} ? Tree() : tree_of(c.expression))
      .set("expression_text", c.expression_text)
      .set("value", c.value)
      .set("kind", c.kind)
      .set("plover", c.plover)
      .set("topic", c.topic)
      .set("series", c.series)
      .set("rule", c.rule)
      .set("actors", list_of(c.actors))
      .set("place", tree_of(c.place))
      .set("status", name(c.status))
      .set("when", tree_of(c.when))
      .set("previous", list_of(c.previous))
      .set("remarks", list_of(c.remarks));
}

std::string claim_to_json(const Claim& claim) { return to_json(tree_of(claim, tree_of(claim.document))); }

Claim claim_from_json(std::string_view line, const std::string& file, int line_number) {
  const Tree node = parse_json(line, file, line_number);
  if (!node.is_map()) node.fail("a claim is an object", "each line stands between { and }");
  return claim_of(node);
}

}  // namespace dateline
