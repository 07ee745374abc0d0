// Reads rules/LANGUAGE/checks.yaml. See check_rules.h.
#include "check_rules.h"

namespace dateline {

void CountPattern::read(const Tree& node, Lexicon& lexicon) { source = read_pattern(node, lexicon); }

void CountPattern::compile(const Families& families, const Lexicon& lexicon) { pattern.emplace(families.syntax_of(source, lexicon, true)); }

std::optional<CountPattern::Match> CountPattern::find(const Tokens& tokens, const Lexicon& lexicon, std::uint32_t first, std::uint32_t last, std::size_t from) const {
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
    const auto value = list ? lexicon.value(*list, tokens.text_of(tokens.tokens[tokens.token_at(c.begin + offset)])) : std::nullopt;
    if (!value) continue;
    if (const auto* number = std::get_if<double>(&*value)) match.count = *number;
    else if (part.capture == "unit") match.unit = std::get<std::string>(*value);
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
  if (subject != "before" && subject != "within") node.at("subject").fail("'" + subject + "' is no place for a noun", "before or within");
  rule.subject_within = subject == "within";
  return rule;
}

std::set<std::string> read_kinds(const Tree& node) {
  const auto names = node.texts();
  return {names.begin(), names.end()};
}

}  // namespace

void CheckRules::read(const Tree& file, Lexicon& lexicon) {
  file.only({"weekday_beside", "as_of", "dateline", "dateline_end", "lasting", "not_lasting", "place_behind", "place_before", "owned", "owned_by", "ages", "not_age", "link", "starts", "not_start", "orders", "order_day", "order_gap", "length_behind", "flags", "once", "one_place", "some_days", "one_party"});
  for (const auto& [key, pattern] : std::initializer_list<std::pair<const char*, LatePattern*>>{
           {"weekday_beside", &weekday_beside}, {"as_of", &as_of}, {"dateline", &dateline}, {"dateline_end", &dateline_end}, {"order_day", &order_day}, {"not_lasting", &not_lasting}, {"place_behind", &place_behind}, {"place_before", &place_before}, {"owned", &owned}, {"owned_by", &owned_by}, {"not_age", &not_age}, {"link", &link}, {"not_start", &not_start}, {"order_gap", &order_gap}, {"length_behind", &length_behind}})
    pattern->read(file.at(key), lexicon);
  for (const auto& [thing, nouns] : file.at("lasting").fields) lasting[thing].read(nouns, lexicon);
  for (const auto& node : file.at("ages").items) ages.push_back(read_age(node, lexicon));
  const Tree& starts = file.at("starts");
  starts.only({"behind", "before"});
  starts_behind.read(starts.at("behind"), lexicon);
  for (const auto& node : starts.at("before").items) starts_before.emplace_back().read(node, lexicon);
  const Tree& orders = file.at("orders");
  orders.only({"before", "after", "any"});
  before.read(orders.at("before"), lexicon);
  after.read(orders.at("after"), lexicon);
  any_order.read(orders.at("any"), lexicon);
  for (const auto& [word, pattern] : file.at("flags").fields) {
    const auto kind = parse_remark_kind(word);
    if (!kind) pattern.fail("no flag '" + word + "'", "unchanged, revived, another, official or agency");
    flags[*kind].read(pattern, lexicon);
  }
  once = read_kinds(file.at("once"));
  one_place = read_kinds(file.at("one_place"));
  some_days = read_kinds(file.at("some_days"));
  one_party = read_kinds(file.at("one_party"));
}

void CheckRules::compile(const Families& families, const Lexicon& lexicon) {
  for (auto& [thing, nouns] : lasting) nouns.compile(families, lexicon);
  for (auto& age : ages) age.match.compile(families, lexicon);
  for (LatePattern* right_before : {&as_of, &not_lasting, &before, &after, &order_day}) right_before->compile(families, lexicon, LatePattern::Stands::right_before);
  for (LatePattern* anywhere : {&not_age, &not_start, &starts_behind, &weekday_beside, &dateline, &dateline_end, &any_order, &place_behind, &place_before, &owned, &owned_by, &link, &order_gap, &length_behind}) anywhere->compile(families, lexicon);
  for (auto& start : starts_before) start.compile(families, lexicon, LatePattern::Stands::right_before);
  for (auto& [kind, pattern] : flags) pattern.compile(families, lexicon);
}

}  // namespace dateline
