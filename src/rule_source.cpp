// Patterns, guards and examples as they stand in rule files. See rule_source.h.
#include "rule_source.h"

namespace dateline {
namespace {

constexpr const char* guard_keys[] = {"before", "after", "unless_before", "unless_after"};

}  // namespace

PatternSource read_pattern(const Tree& node, Lexicon& lexicon) {
  PatternSource source{parse_pattern(node.text(), node), node};
  for (const auto& part : source.parts)
    if (part.kind == PatternPart::Kind::word) lexicon.literal(part.text);
  return source;
}

void check_syntax(const PatternSource& source, const Lexicon& lexicon) {
  const auto any_letter = [](const PatternPart&) { return std::string("x"); };
  Pattern(to_re2(source.parts, lexicon, any_letter, true), source.where);
}

std::string Families::resolve(const PatternPart& reference, const Lexicon& lexicon, const Tree& where) const {
  if (const auto family = expansions_.find(reference.text); family != expansions_.end()) return family->second;
  if (const auto list = lexicon.find_class(reference.text)) return lexicon.pattern_of(*list);
  auto names = lexicon.class_names();
  for (const auto& [name, text] : expansions_) names.push_back(name);
  const std::string like = nearest(reference.text, names);
  where.fail("{" + reference.text + "} is no word list and no family of rules read before", like.empty() ? "define it in words.yaml" : "did you mean {" + like + "}?");
}

std::string Families::re2_of(const PatternSource& source, const Lexicon& lexicon, bool captures) const {
  return to_re2(source.parts, lexicon, [&](const PatternPart& part) { return resolve(part, lexicon, source.where); }, captures);
}

void Families::add(const std::string& family, const PatternSource& source, const Lexicon& lexicon) {
  const std::string text = re2_of(source, lexicon, false);
  std::string& all = expansions_[family];
  all += (all.empty() ? "" : "|") + text;
}

std::optional<Guard> read_guard(const std::string& id, const Tree& map, Lexicon& lexicon) {
  Guard guard{id, {}, {}, {}, {}, {}};
  bool any = false;
  for (int i = 0; i < 4; ++i)
    if (const Tree* node = map.find(guard_keys[i])) {
      guard.source[i] = read_pattern(*node, lexicon);
      any = true;
    }
  return any ? std::optional(std::move(guard)) : std::nullopt;
}

void Guard::compile(const Families& families, const Lexicon& lexicon) {
  const auto compiled = [&](int i, const char* head, const char* tail) -> std::optional<Pattern> {
    if (!source[i]) return std::nullopt;
    check_syntax(*source[i], lexicon);
    return Pattern(head + ("(?:" + families.re2_of(*source[i], lexicon, false) + ")") + tail, source[i]->where, Pattern::Compile::when_used);
  };
  before = compiled(0, "", " ?$");
  after = compiled(1, "^ ?", "");
  unless_before = compiled(2, "", " ?$");
  unless_after = compiled(3, "^ ?", "");
}

bool Guard::allows(std::string_view left, std::string_view right) const {
  if (before && !before->find(left).matched) return false;
  if (after && !after->find(right).matched) return false;
  if (unless_before && unless_before->find(left).matched) return false;
  if (unless_after && unless_after->find(right).matched) return false;
  return true;
}

Example read_example(const Tree& node) {
  node.only({"at", "text", "is", "none"});
  Example example;
  example.where = &node;
  const std::string& marked = node.at("text").text();
  std::size_t open = 0;
  for (const char c : marked) {
    if (c == '[') open = example.text.size();
    else if (c == ']') example.marked.push_back({open, example.text.size()});
    else example.text += c;
  }
  if (const Tree* at = node.find("at")) {
    example.at = parse_moment(at->text());
    if (!example.at) at->fail("'" + at->text() + "' is no date", "write it as 2025-10-23 or 2025-10-23T09:00");
  }
  example.none = node.find("none") != nullptr;
  if (const Tree* is = node.find("is")) {
    if (is->is_list()) for (const auto& item : is->items) example.expected.push_back(&item);
    else example.expected.push_back(is);
  }
  if (example.expected.size() != example.marked.size()) node.fail("the example marks " + std::to_string(example.marked.size()) + " expressions and expects " + std::to_string(example.expected.size()), "write [ ] around each and one value in is: for each");
  if (example.none == !example.marked.empty()) node.fail("an example marks what it finds, or says none: true", "write [ ] around the expression");
  return example;
}

}  // namespace dateline
