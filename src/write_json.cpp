// Timeline → timeline.json: everything, held to schema/timeline.schema.json.
// Offers to_json(Timeline). Claims and findings are named by their place in their lists, documents by their id.
// Tested by tests/claim_json_test.cpp.
#include "claim_json.h"
#include "dateline/write.h"

namespace dateline {
namespace {

Tree indices(const std::vector<std::size_t>& numbers) {
  Tree out = Tree::list();
  for (std::size_t n : numbers) out.add(n);
  return out;
}

Tree claims_tree(const std::vector<Claim>& claims) {
  Tree out = Tree::list();
  for (const Claim& claim : claims) out.add(tree_of(claim, claim.document.id));
  return out;
}

Tree tree_of(const Finding::Evidence& evidence) {
  return Tree::map().set("claim", evidence.claim).set("rank", name(evidence.rank)).set("reason", evidence.reason);
}

Tree tree_of(const Finding& finding) {
  Tree evidence = Tree::list();
  for (const Finding::Evidence& item : finding.evidence) evidence.add(tree_of(item));
  return Tree::map().set("kind", finding.kind).set("message", finding.message).set("evidence", std::move(evidence));
}

Tree tree_of(const Event& e) {
  return Tree::map()
      .set("uid", e.uid)
      .set("sequence", e.sequence)
      .set("kind", e.kind)
      .set("plover", e.plover)
      .set("title", e.title)
      .set("status", name(e.status))
      .set("edtf", edtf(e.when))
      .set("words", in_words(e.when))
      .set("when", tree_of(e.when))
      .set("previous", list_of(e.previous))
      .set("actors", list_of(e.actors))
      .set("place", tree_of(e.place))
      .set("claims", indices(e.claims))
      .set("findings", indices(e.findings));
}

Tree tree_of(const Change& c) {
  Tree documents = Tree::list();
  for (const std::string& id : c.documents) documents.add(id);
  return Tree::map()
      .set("kind", name(c.kind))
      .set("uid", c.uid)
      .set("title", c.title)
      .set("before", edtf(c.before))
      .set("now", edtf(c.now))
      .set("status", name(c.status))
      .set("detail", c.detail)
      .set("documents", std::move(documents));
}

Tree changes_tree(const std::vector<Change>& changes) {
  Tree out = Tree::list();
  for (const Change& change : changes) out.add(tree_of(change));
  return out;
}

}  // namespace

std::string to_json(const Timeline& timeline) {
  Tree events = Tree::list();
  for (const Event& event : timeline.events) events.add(tree_of(event));
  Tree findings = Tree::list();
  for (const Finding& finding : timeline.findings) findings.add(tree_of(finding));
  Tree root = Tree::map()
                        .set("schema", "dateline-timeline-1")
                        .set("documents", list_of(timeline.documents))
                        .set("claims", claims_tree(timeline.claims))
                        .set("events", std::move(events))
                        .set("findings", std::move(findings));
  if (timeline.changes) root.set("changes", changes_tree(*timeline.changes));
  return to_json(root, 1) + '\n';
}

}  // namespace dateline
