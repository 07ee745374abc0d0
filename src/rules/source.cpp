// Patterns, guards and examples as they stand in rule files. See source.h.
#include "rules/source.h"

namespace dateline {
namespace {

constexpr const char* guard_keys[] = {"before", "after", "unless_before", "unless_after"};

/// A pattern may stand on several lines: the end of one is a space, and behind a bar, unless that is a sign, nothing.
std::string on_one_line(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != '\n')
      out += c;
    else if (!out.ends_with('|') || out.ends_with("\\|"))
      out += ' ';
  return out;
}

}  // namespace

PatternSource read_pattern(const Tree& node, Lexicon& lexicon) {
  Tree where = node;
  where.scalar = on_one_line(node.text());
  PatternSource source{parse_pattern(where.scalar, where), where};
  for (const auto& part : source.parts)
    if (part.kind == PatternPart::Kind::word) lexicon.literal(part.text);
  return source;
}

SyntaxPtr Families::resolve(const PatternPart& reference, const Lexicon& lexicon, const Tree& where) const {
  if (const auto family = members_.find(reference.text); family != members_.end()) return alternatives(family->second);
  if (const auto list = lexicon.find_class(reference.text)) return lexicon.pattern_of(*list);
  auto names = lexicon.class_names();
  for (const auto& [name, members] : members_) names.push_back(name);
  const std::string like = nearest(reference.text, names);
  where.fail("{" + reference.text + "} is no word list and no family of rules read before",
             like.empty() ? "define it in a file of words" : "did you mean {" + like + "}?");
}

SyntaxPtr Families::syntax_of(const PatternSource& source, const Lexicon& lexicon, bool captures) const {
  return to_syntax(
      source.parts, lexicon, [&](const PatternPart& part) { return resolve(part, lexicon, source.where); }, captures,
      source.where);
}

void Families::add(const std::string& family, const PatternSource& source, const Lexicon& lexicon) {
  members_[family].push_back(with_first_letters(syntax_of(source, lexicon, false)));
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
  const auto compiled = [&](int i, SyntaxPtr (*stands)(SyntaxPtr)) -> std::optional<Pattern> {
    if (!source[i]) return std::nullopt;
    return Pattern(stands(families.syntax_of(*source[i], lexicon, false)));
  };
  before = compiled(0, right_before);
  after = compiled(1, right_behind);
  unless_before = compiled(2, right_before);
  unless_after = compiled(3, right_behind);
}

bool Guard::allows(LetterView left, LetterView right) const {
  if (before && !before->find(left).matched) return false;
  if (after && !after->find(right).matched) return false;
  if (unless_before && unless_before->find(left).matched) return false;
  if (unless_after && unless_after->find(right).matched) return false;
  return true;
}

Example read_example(const Tree& node) {
  node.only({"at", "text", "is", "none"});
  Example example;
  example.where = node;
  const std::string& marked = node.at("text").text();
  std::size_t open = 0;
  for (const char c : marked) {
    if (c == '[')
      open = example.text.size();
    else if (c == ']')
      example.marked.push_back({open, example.text.size()});
    else
      example.text += c;
  }
  if (const Tree* at = node.find("at")) {
    example.at = parse_moment(at->text());
    if (!example.at) at->fail("'" + at->text() + "' is no date", "write it as 2025-10-23 or 2025-10-23T09:00");
  }
  example.none = node.find("none") != nullptr;
  if (const Tree* is = node.find("is")) {
    if (is->is_list())
      for (const auto& item : is->items) example.expected.push_back(item);
    else
      example.expected.push_back(*is);
  }
  if (example.expected.size() != example.marked.size())
    node.fail("the example marks " + std::to_string(example.marked.size()) + " expressions and expects " +
                  std::to_string(example.expected.size()),
              "write [ ] around each and one value in is: for each");
  if (example.none == !example.marked.empty())
    node.fail("an example marks what it finds, or says none: true", "write [ ] around the expression");
  return example;
}

Shown read_shown(const Tree& node) {
  Shown shown{node, {}};
  if (const Tree* list = node.find("examples"))
    for (const auto& example : list->items) shown.examples.push_back(read_example(example));
  return shown;
}

std::vector<EventExample> read_event_examples(const Tree& node) {
  std::vector<EventExample> out;
  const Tree* list = node.find("examples");
  if (!list) return out;
  for (const auto& item : list->items) {
    item.only({"at", "text", "is", "none"});
    EventExample example{
        item.at("text").text(), parse_moment(item.at("at").text()), {}, item.find("none") != nullptr, item};
    if (!example.at) item.at("at").fail("'" + item.at("at").text() + "' is no date", "write it as 2025-10-23");
    if (const Tree* is = item.find("is")) example.is = *is;
    if (example.none != example.is.is_null())
      item.fail("an example says what is found, or none: true", "is: {kind: visit, status: held}");
    out.push_back(std::move(example));
  }
  return out;
}

}  // namespace dateline
