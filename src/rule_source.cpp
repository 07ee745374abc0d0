// Patterns, guards and examples as they stand in rule files. See rule_source.h.
#include "rule_source.h"

#include "first_letters.h"

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

bool Families::is_large(const PatternPart& reference) const {
  constexpr std::size_t large = 4000;  // bytes of RE2 text
  const auto family = expansions_.find(reference.text);
  return family != expansions_.end() && family->second.size() > large;
}

namespace {

/// The references of which one opens the pattern: {a}, or {a} and {b} of "({a}|{b}) …"; none where a word can.
std::vector<const PatternPart*> opening_references(const std::vector<PatternPart>& parts) {
  std::vector<const PatternPart*> out;
  if (!parts.empty() && parts[0].kind == PatternPart::Kind::reference) return {&parts[0]};
  if (parts.empty() || parts[0].kind != PatternPart::Kind::syntax || parts[0].text != "(?:") return {};
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) {
    if (parts[i].kind != PatternPart::Kind::reference || parts[i + 1].kind != PatternPart::Kind::syntax) return {};
    out.push_back(&parts[i]);
    const std::string& behind = parts[i + 1].text;
    if (behind == "|") continue;
    const bool needed = behind.starts_with(")") && !(behind.size() > 1 && (behind[1] == '?' || behind[1] == '*'));
    return needed ? out : std::vector<const PatternPart*>{};
  }
  return {};
}

}  // namespace

std::string Families::beginning(const PatternSource& source, const Lexicon& lexicon) const {
  const std::string whole = re2_of(source, lexicon, false);
  const auto cut = beginning_of(source.parts, [&](const PatternPart& part) { return is_large(part); });
  if (cut.size() == source.parts.size()) return whole;
  if (const std::string before = re2_of({cut, source.where}, lexicon, false); !can_match_nothing(before)) return before;
  std::string out;
  for (const PatternPart* part : opening_references(source.parts)) out += (out.empty() ? "" : "|") + (is_large(*part) ? beginnings_.at(part->text) : resolve(*part, lexicon, source.where));
  return out.empty() ? whole : out;
}

void Families::add(const std::string& family, const PatternSource& source, const Lexicon& lexicon) {
  const std::string text = re2_of(source, lexicon, false);
  std::string &all = expansions_[family], &begins = beginnings_[family];
  begins += (begins.empty() ? "" : "|") + beginning(source, lexicon);
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
