// Time expressions as files: `dateline tag --format jsonl`. TimeML is in timeml.cpp.
// Tested by tests/cli/cli_test.cpp.
#include "dateline/write.h"
#include "tree/tree.h"

namespace dateline {
namespace {

Tree text_or_null(const std::string& text) { return text.empty() ? Tree() : Tree(text); }
Tree moment_or_null(const std::optional<Moment>& moment) { return moment ? Tree(to_string(*moment)) : Tree(); }

Tree timex(const Mention& m, std::string_view text) {
  const Dated d = m.dated.value_or(Dated{});
  const Interval bounds = m.bounded();
  Tree t = Tree::map();
  t.set("begin", m.begin).set("end", m.end).set("text", text.substr(m.begin, m.end - m.begin));
  t.set("type", name(d.type)).set("value", d.value).set("mod", text_or_null(d.mod));
  if (!m.quant.empty()) t.set("quant", m.quant);
  if (!m.freq.empty()) t.set("freq", m.freq);
  t.set("from", moment_or_null(bounds.begin)).set("to", moment_or_null(bounds.end));
  if (m.bound != Bound::none) t.set("bound", name(m.bound));
  if (m.impossible) t.set("impossible", true);
  t.set("rule", m.rule);
  if (!m.others.empty()) {
    Tree others = Tree::list();
    for (const auto& other : m.others) others.add(Tree::map().set("value", other.value).set("reason", other.reason));
    t.set("others", others);
  }
  return t;
}

}  // namespace

std::string mentions_to_json(const Document& document, const std::vector<Mention>& mentions) {
  Tree line = Tree::map();
  line.set("id", document.id).set("published", moment_or_null(document.published));
  Tree list = Tree::list();
  for (const auto& mention : mentions)
    for (const auto& m : ends_of(mention)) list.add(timex(m, document.text));
  return to_json(line.set("timexes", list));
}

}  // namespace dateline
