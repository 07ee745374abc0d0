// Reads rules/LANGUAGE/checks/. See check_rules.h.
#include "rules/check_rules.h"

#include <algorithm>

namespace dateline {

void CountPattern::read(const Tree& node, Lexicon& lexicon) { source = read_pattern(node, lexicon); }

void CountPattern::compile(const Families& families, const Lexicon& lexicon) {
  pattern.emplace(families.syntax_of(source, lexicon, true));
}

std::optional<CountPattern::Match> CountPattern::find(const Tokens& tokens, const Lexicon& lexicon, std::uint32_t first,
                                                      std::uint32_t last, std::size_t from) const {
  std::vector<Capture> captures;
  const Capture found = pattern->find(tokens.letters_of(first, last), from, &captures);
  if (!found.matched) return std::nullopt;
  Match match{found.begin, found.end, 0, ""};
  const std::size_t offset = tokens.tokens[first].letter;
  auto capture = captures.begin();  // one for each reference of the pattern, in its order
  for (const auto& part : source.parts) {
    if (part.kind != PatternPart::Kind::reference) continue;
    const Capture c = *capture++;
    const auto list = c.matched ? lexicon.find_class(part.text) : std::nullopt;
    const auto value =
        list ? lexicon.value(*list, tokens.text_of(tokens.tokens[tokens.token_at(c.begin + offset)])) : std::nullopt;
    if (!value) continue;
    if (const auto* number = std::get_if<double>(&*value))
      match.count = *number;
    else if (part.capture == "unit")
      match.unit = std::get<std::string>(*value);
  }
  return match;
}

namespace {

AgeRule read_age(const Tree& node, Lexicon& lexicon) {
  node.only({"match", "unit", "from", "to", "calendar", "subject"});
  AgeRule rule;
  rule.match.read(node.at("match"), lexicon);
  rule.unit = node.text_or("unit");
  rule.from = node.at("from").real();
  rule.to = node.at("to").real();
  rule.calendar = node.find("calendar") && node.at("calendar").boolean();
  const std::string& subject = node.at("subject").text();
  if (subject != "before" && subject != "within")
    node.at("subject").fail("'" + subject + "' is no place for a noun", "before or within");
  rule.subject_within = subject == "within";
  return rule;
}

FindingExample::Article read_article(const Tree& node) {
  node.only({"at", "text"});
  const auto at = parse_moment(node.at("at").text());
  if (!at) node.at("at").fail("'" + node.at("at").text() + "' is no date", "write it like 2025-10-23");
  return {*at, node.at("text").text()};
}

FindingExample read_finding_example(const Tree& node) {
  node.only({"articles", "finds"});
  FindingExample example{{}, node.at("finds").texts(), node.position()};
  for (const auto& article : node.at("articles").items) example.articles.push_back(read_article(article));
  std::sort(example.finds.begin(), example.finds.end());
  return example;
}

using enum DeferredPattern::Stands;

constexpr NamedPattern<CheckRules> named_patterns[] = {
    {"weekday_beside", &CheckRules::weekday_beside, anywhere},
    {"as_of", &CheckRules::as_of, directly_before},
    {"dateline", &CheckRules::dateline, anywhere},
    {"dateline_end", &CheckRules::dateline_end, anywhere},
    {"order_day", &CheckRules::order_day, directly_before},
    {"not_lasting", &CheckRules::not_lasting, directly_before},
    {"place_behind", &CheckRules::place_behind, anywhere},
    {"place_before", &CheckRules::place_before, anywhere},
    {"owned", &CheckRules::owned, anywhere},
    {"owned_by", &CheckRules::owned_by, anywhere},
    {"not_age", &CheckRules::not_age, anywhere},
    {"link", &CheckRules::link, anywhere},
    {"not_start", &CheckRules::not_start, anywhere},
    {"order_gap", &CheckRules::order_gap, anywhere},
    {"length_behind", &CheckRules::length_behind, anywhere},
};

}  // namespace

void CheckRules::read(const Tree& file, Lexicon& lexicon) {
  file.only(keys_of(named_patterns, {"lasting", "ages", "starts", "flags", "examples"}));
  read_all(named_patterns, *this, file, lexicon);
  for (const auto& [thing, nouns] : file.at("lasting").fields) lasting[thing].read(nouns, lexicon);
  for (const auto& node : file.at("ages").items) ages.push_back(read_age(node, lexicon));
  const Tree& starts = file.at("starts");
  starts.only({"behind", "before"});
  starts_behind.read(starts.at("behind"), lexicon);
  for (const auto& node : starts.at("before").items) starts_before.emplace_back().read(node, lexicon);
  for (const auto& [word, pattern] : file.at("flags").fields) {
    const auto kind = parse_remark_kind(word);
    if (!kind) pattern.fail("no flag '" + word + "'", "unchanged, revived, moved, another, official or agency");
    flags[*kind].read(pattern, lexicon);
  }
  if (const Tree* list = file.find("examples"))
    for (const auto& node : list->items) examples.push_back(read_finding_example(node));
}

void CheckRules::compile(const Families& families, const Lexicon& lexicon) {
  for (auto& [thing, nouns] : lasting) nouns.compile(families, lexicon);
  for (auto& age : ages) age.match.compile(families, lexicon);
  compile_all(named_patterns, *this, families, lexicon);
  starts_behind.compile(families, lexicon);
  for (auto& start : starts_before) start.compile(families, lexicon, directly_before);
  for (auto& [kind, pattern] : flags) pattern.compile(families, lexicon);
}

}  // namespace dateline
