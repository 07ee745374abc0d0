// The nouns as nodes of JSON, shared by the lines of claims, timeline.json and the page. Tested by
// tests/claims/json_test.cpp.
#pragma once

#include <vector>

#include "dateline/claim.h"
#include "tree/tree.h"

namespace dateline {

Tree tree_of(const Citation&);
Tree tree_of(const Span&);  ///< [begin, end)
Tree tree_of(const Actor&);
Tree tree_of(const Place&);  ///< null where nowhere is known
Tree tree_of(const When&);   ///< an open bound is null
Tree tree_of(const Remark&);
Tree tree_of(const Finding&);
inline Tree tree_of(std::size_t index) { return index; }
inline Tree tree_of(const std::string& text) { return text; }
/// All of a claim; `document` stands for where it comes from.
Tree tree_of(const Claim&, Tree document);

/// The same way back; each throws Error that names the line.
Actor actor_of(const Tree&);
Place place_of(const Tree&);
When when_of(const Tree&);
Status status_of(const Tree&);

template <class Noun>
Tree list_of(const std::vector<Noun>& nouns) {
  Tree out = Tree::list();
  for (const Noun& noun : nouns) out.add(tree_of(noun));
  return out;
}

/// The list under the key, each item by `read`; empty where there is no such key.
template <class Read>
auto read_list(const Tree& node, std::string_view key, Read read) {
  std::vector<decltype(read(node))> out;
  const Tree* field = node.find(key);
  if (!field) return out;
  if (!field->is_list()) field->fail("'" + std::string(key) + "' is no list", "put it between [ and ]");
  for (const Tree& item : field->items) out.push_back(read(item));
  return out;
}

}  // namespace dateline
