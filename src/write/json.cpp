// Timeline → timeline.json: everything, held to schema/timeline.schema.json.
// Offers to_json(Timeline). Claims and findings are named by their place in their lists, documents by their id.
// Tested by tests/claims/json_test.cpp.
#include "claims/json.h"
#include "dateline/write.h"

namespace dateline {
namespace {

Tree claims_tree(const std::vector<Claim>& claims) {
  Tree out = Tree::list();
  for (const Claim& claim : claims) out.add(tree_of(claim, claim.document.id));
  return out;
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
      .set("inferred_from", list_of(e.inferred_from))
      .set("previous", list_of(e.previous))
      .set("actors", list_of(e.actors))
      .set("place", tree_of(e.place))
      .set("claims", list_of(e.claims))
      .set("findings", list_of(e.findings));
}

Tree tree_of(const Change& c) {
  return Tree::map()
      .set("kind", name(c.kind))
      .set("uid", c.uid)
      .set("title", c.title)
      .set("before", edtf(c.before))
      .set("now", edtf(c.now))
      .set("status", name(c.status))
      .set("detail", c.detail)
      .set("documents", list_of(c.documents));
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
  Tree root = Tree::map()
                  .set("schema", "dateline-timeline-1")
                  .set("documents", list_of(timeline.documents))
                  .set("claims", claims_tree(timeline.claims))
                  .set("events", std::move(events))
                  .set("findings", list_of(timeline.findings));
  if (timeline.changes) root.set("changes", changes_tree(*timeline.changes));
  return to_json(root, 1) + '\n';
}

}  // namespace dateline
