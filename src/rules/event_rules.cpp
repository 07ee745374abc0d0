// Reads rules/LANGUAGE/events/. See event_rules.h; what the keys mean stands in the files, and in rules/README.md.
#include "rules/event_rules.h"

#include <algorithm>

namespace dateline {

namespace {

template <class Value>
Value one_of(const Tree& node, std::initializer_list<std::pair<std::string_view, Value>> all) {
  std::vector<std::string> names;
  for (const auto& [name, value] : all) {
    if (node.text() == name) return value;
    names.emplace_back(name);
  }
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  node.fail("'" + node.text() + "' is none of: " + list);
}

using enum DeferredPattern::Stands;

constexpr NamedPattern<EventRules> named_patterns[] = {
    {"skip", &EventRules::skip, directly_before},
    {"of", &EventRules::of, anywhere},
    {"of_place", &EventRules::of_place, anywhere},
    {"title", &EventRules::title, anywhere},
    {"person_name", &EventRules::person_name, anywhere},
    {"own", &EventRules::own, directly_before},
    {"possessive", &EventRules::possessive, anywhere},
    {"parting", &EventRules::parting, anywhere},
    {"doing", &EventRules::doing, anywhere},
    {"party", &EventRules::party, directly_before},
    {"agent", &EventRules::agent, anywhere},
    {"subclause", &EventRules::subclause, anywhere},
    {"mission", &EventRules::mission, anywhere},
    {"target", &EventRules::target, directly_before},
    {"eve", &EventRules::eve, anywhere},
    {"toward", &EventRules::toward, directly_before},
    {"not_at", &EventRules::not_at, directly_before},
    {"aside", &EventRules::aside, directly_before},
    {"again", &EventRules::again, directly_before},
    {"elsewhere", &EventRules::elsewhere, directly_before},
    {"meantime", &EventRules::meantime, anywhere},
    {"telling", &EventRules::telling, anywhere},
    {"reacting", &EventRules::reacting, anywhere},
    {"happening", &EventRules::happening, anywhere},
    {"told_by", &EventRules::told_by, anywhere},
    {"about", &EventRules::about, directly_before},
    {"at", &EventRules::at, directly_before},
    {"previous", &EventRules::previous, directly_before},
    {"told", &EventRules::told, directly_before},
    {"recent", &EventRules::recent, directly_before},
    {"by", &EventRules::by, directly_before},
};

bool flag(const Tree& node, std::string_view key) { return node.find(key) && node.at(key).boolean(); }

struct KindFlag {
  const char* key;
  bool EventKind::*flag;
};
constexpr KindFlag kind_flags[] = {
    {"unplanned", &EventKind::unplanned}, {"placeless", &EventKind::placeless}, {"home", &EventKind::at_home},
    {"recurs", &EventKind::recurs},       {"states", &EventKind::states_only},  {"owned", &EventKind::owned},
    {"once", &EventKind::once},           {"one_place", &EventKind::one_place}, {"some_days", &EventKind::some_days},
    {"one_party", &EventKind::one_party},
};

EventKind read_kind(const Tree& node) {
  node.only(keys_of(kind_flags, {"plover", "family", "title", "parties"}));
  EventKind kind;
  kind.plover = node.text_or("plover");
  kind.families = node.at("family").texts();
  kind.title = node.at("title").text();
  if (const Tree* parties = node.find("parties")) kind.parties = static_cast<std::size_t>(parties->integer());
  kind.has_topic = kind.title.find("{topic}") != std::string::npos;
  for (const auto& [key, is] : kind_flags) kind.*is = flag(node, key);
  return kind;
}

Trigger read_trigger(const Tree& node, const std::map<std::string, EventKind>& kinds, Lexicon& lexicon) {
  node.only({"id", "kind", "plover", "title", "match", "needs", "undated", "object", "person", "upon", "verb", "done",
             "organisation", "date", "before", "after", "unless_before", "unless_after", "examples"});
  Trigger t;
  t.id = node.at("id").text();
  t.kind = node.at("kind").text();
  if (!kinds.contains(t.kind))
    node.at("kind").fail("no kind '" + t.kind + "'", "each kind has a file in events/, with its name under kinds:");
  t.title = node.text_or("title");
  t.plover = node.text_or("plover");
  t.match.read(node.at("match"), lexicon);
  t.guard = read_guard("the words around", node, lexicon);
  if (const Tree* needs = node.find("needs")) t.needs = static_cast<std::size_t>(needs->integer());
  t.undated = flag(node, "undated");
  t.needs_person = flag(node, "person");
  t.upon = flag(node, "upon");
  t.needs_organisation = flag(node, "organisation");
  t.done = flag(node, "done");
  t.is_verb = flag(node, "verb");
  if (const Tree* object = node.find("object")) t.leads_to_place = one_of<bool>(*object, {{"place", true}});
  if (const Tree* date = node.find("date"))
    t.date = one_of<Trigger::Date>(
        *date, {{"any", Trigger::Date::any}, {"real", Trigger::Date::real}, {"by", Trigger::Date::by}});
  t.where = node;
  t.examples = read_event_examples(node);
  return t;
}

}  // namespace

void EventRules::read(const Tree& file, Lexicon& lexicon) {
  file.only(keys_of(named_patterns, {"kinds", "triggers", "status", "focus", "orders"}));
  for (const auto& [name, body] : file.at("kinds").fields) kinds[name] = read_kind(body);
  for (const auto& node : file.at("triggers").items) triggers.all.push_back(read_trigger(node, kinds, lexicon));
  for (const auto& node : file.at("status").items) {
    node.only({"is", "match", "examples"});
    const auto is = parse_status(node.at("is").text());
    if (!is)
      node.at("is").fail("no status '" + node.at("is").text() + "'",
                         "proposed, scheduled, postponed, cancelled or held");
    StatusRule& rule = status.emplace_back();
    rule.is = *is;
    rule.match.read(node.at("match"), lexicon);
    rule.where = node;
    rule.examples = read_event_examples(node);
  }
  for (const auto& node : file.at("focus").items) {
    node.only({"is", "match", "unless_before", "unless_after"});
    const auto is = one_of<FocusOn>(node.at("is"), {{"pair", FocusOn::pair},
                                                    {"states", FocusOn::states},
                                                    {"person", FocusOn::person},
                                                    {"leader", FocusOn::leader}});
    focus.push_back({is, {}, read_guard("focus", node, lexicon)});
    focus.back().match.read(node.at("match"), lexicon);
  }
  const Tree& orders = file.at("orders");
  orders.only({"before", "after"});
  before.read(orders.at("before"), lexicon);
  after.read(orders.at("after"), lexicon);
  for (const char* either : {"before", "after"}) order.read(orders.at(either), lexicon);
  read_all(named_patterns, *this, file, lexicon);
}

void EventRules::read_acts(const Tree& file, Lexicon& lexicon) {
  file.only({"acts"});
  for (const auto& node : file.at("acts").items) acts.all.push_back(read_trigger(node, kinds, lexicon));
}

bool EventRules::share_family(const std::string& kind, const std::string& other) const {
  const auto &a = kinds.at(kind).families, &b = kinds.at(other).families;
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

void EventRules::compile(const Families& families, const Lexicon& lexicon) {
  for (auto* all : {&triggers, &acts})
    for (auto& trigger : all->all) {
      all->index.add(trigger.match.syntax_of(families, lexicon));
      if (trigger.guard) trigger.guard->compile(families, lexicon);
    }
  for (auto& rule : status) rule.match.compile(families, lexicon);
  for (auto& rule : focus) {
    rule.match.compile(families, lexicon);
    if (rule.guard) rule.guard->compile(families, lexicon);
  }
  before.compile(families, lexicon, directly_before);
  after.compile(families, lexicon, directly_before);
  order.compile(families, lexicon);
  compile_all(named_patterns, *this, families, lexicon);
}

}  // namespace dateline
