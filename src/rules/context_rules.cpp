// Tense and bounds from the words around. See context_rules.h.
#include "rules/context_rules.h"

#include <algorithm>
#include <span>

#include "match/alphabet.h"

namespace dateline {
namespace {

struct Around {
  LetterView all;                  ///< of the sentence
  std::size_t begin = 0, end = 0;  ///< of the expression within it
};

Around letters_around(const Tokens& tokens, const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  const auto all = tokens.letters_of(sentence.begin, sentence.end);
  const std::size_t offset = tokens.tokens[sentence.begin].letter;
  const std::size_t begin = tokens.tokens[first].letter - offset;
  return {all, begin, begin + tokens.letters_of(first, last).size()};
}

Tense read_tense(const Tree& node) {
  const auto tense = parse_tense(node.text());
  if (!tense) node.fail("no such tense", "past, perfect, present, future, conditional, nearest, infinitive or none");
  return *tense;
}

ContextRules::BesideRule read_beside(const Tree& node, Lexicon& lexicon) {
  node.only({"before", "after", "unless_before", "unless_after", "of", "is", "examples"});
  auto guard = read_guard("the words beside", node, lexicon);
  if (!guard) node.fail("words beside an expression need before or after");
  ContextRules::BesideRule rule{std::move(*guard), {}, read_tense(node.at("is")), read_shown(node)};
  if (const Tree* of = node.find("of"))
    for (const auto& tense : of->items) rule.gives_way.push_back(read_tense(tense));
  return rule;
}

}  // namespace

void ContextRules::read(const Tree& file, Lexicon& lexicon) {
  file.only(
      {"bounds", "tense", "aside", "clause_break", "phrase_join", "preposition", "message", "beside", "dated_events"});
  for (const auto& node : file.at("bounds").items) {
    node.only({"before", "after", "unless_before", "unless_after", "bound", "tense", "examples"});
    auto guard = read_guard("bound", node, lexicon);
    const auto bound = parse_bound(node.at("bound").text());
    if (!guard) node.fail("a bound needs before or after");
    if (!bound) node.at("bound").fail("no such bound", "by, until, since, after or before");
    const Tree* tense = node.find("tense");
    bounds.push_back(
        {std::move(*guard), *bound, tense ? std::optional(read_tense(*tense)) : std::nullopt, read_shown(node)});
  }
  for (const auto& node : file.at("tense").items) {
    node.only({"is", "match", "examples"});
    tenses.push_back({read_pattern(node.at("match"), lexicon), read_tense(node.at("is")), read_shown(node)});
  }
  for (const auto& node : file.at("aside").items) {
    node.only({"match", "before", "after", "unless_before", "unless_after", "examples"});
    asides.push_back({read_pattern(node.at("match"), lexicon), read_guard("aside", node, lexicon), read_shown(node)});
  }
  for (const auto& node : file.at("beside").items) beside.push_back(read_beside(node, lexicon));
  dated_events.read(file.at("dated_events"), lexicon);
  break_source = read_pattern(file.at("clause_break"), lexicon);
  join_source = read_pattern(file.at("phrase_join"), lexicon);
  preposition_source = read_pattern(file.at("preposition"), lexicon);
  message_source = read_pattern(file.at("message"), lexicon);
}

void ContextRules::compile(const Families& families, const Lexicon& lexicon) {
  for (auto& rule : bounds) rule.guard.compile(families, lexicon);
  for (auto& rule : beside) rule.guard.compile(families, lexicon);
  for (auto& rule : tenses) tense_index.add(families.syntax_of(rule.source, lexicon, false));
  for (auto& rule : asides) {
    aside_index.add(families.syntax_of(rule.source, lexicon, false));
    if (rule.guard) rule.guard->compile(families, lexicon);
  }
  dated_events.compile(families, lexicon);
  phrase_join.emplace(families.syntax_of(*join_source, lexicon, false));
  preposition.emplace(families.syntax_of(*preposition_source, lexicon, false));
  message.emplace(families.syntax_of(*message_source, lexicon, false));
  clause_break.emplace(families.syntax_of(*break_source, lexicon, false));
}

bool ContextRules::opens_message(const Tokens& tokens) const {
  return !tokens.sentences.empty() &&
         message->match_at(tokens.letters_of(tokens.sentences[0].begin, tokens.sentences[0].end), 0) !=
             std::string_view::npos;
}

const ContextRules::BoundRule* ContextRules::bound_on(const Tokens& tokens, const Sentence& sentence,
                                                      std::uint32_t first, std::uint32_t last) const {
  const Around l = letters_around(tokens, sentence, first, last);
  for (const auto& rule : bounds)
    if (rule.guard.allows(l.all.substr(0, l.begin), l.all.substr(l.end))) return &rule;
  return nullptr;
}

namespace {

struct Verb {
  Tense tense = Tense::none;
  std::size_t begin = 0, end = 0;
};

/// Every match of every tense in the clause, those of one tense not within each other; of those that overlap the
/// longest stays, of equally long ones that of the tense that stands first.
std::vector<Verb> verbs_in(const ContextRules& context, LetterView clause) {
  std::vector<Verb> verbs;
  std::vector<std::size_t> at_letter(clause.size());  // one more than the number of the verb that a letter is of
  for (const auto& [rule, begin, end] : context.tense_index.find_all(clause)) {
    const auto letters = std::span(at_letter).subspan(begin, end - begin);
    const auto as_long = [&](std::size_t other) {
      return other > 0 && verbs[other - 1].end - verbs[other - 1].begin >= letters.size();
    };
    if (std::any_of(letters.begin(), letters.end(), as_long)) continue;
    for (const std::size_t other : letters)
      if (other > 0) verbs[other - 1] = {};
    verbs.push_back({context.tenses[rule].tense, begin, end});
    std::fill(letters.begin(), letters.end(), verbs.size());
  }
  std::erase_if(verbs, [](const Verb& verb) { return verb.tense == Tense::none; });
  return verbs;
}

/// The tense of the last or the first verb in the clause; none where it has no verb.
Tense tense_in(const ContextRules& context, LetterView clause, bool last) {
  const auto verbs = verbs_in(context, clause);
  const auto earlier = [](const Verb& a, const Verb& b) { return a.begin < b.begin; };
  if (verbs.empty()) return Tense::none;
  return (last ? std::max_element(verbs.begin(), verbs.end(), earlier)
               : std::min_element(verbs.begin(), verbs.end(), earlier))
      ->tense;
}

/// The last clause break before `at`; not matched where the clause opens the sentence.
Capture break_before(const Pattern& clause_break, LetterView sentence, std::size_t at) {
  Capture last;
  while (last.end < at) {
    const Capture found = clause_break.find(sentence.substr(0, at), last.end);
    if (!found.matched || found.end > at) break;
    last = found;
  }
  return last;
}

/// What an earlier clause says of a later one that has no verb. In "will meet after talks on Dec. 28" the verb does
/// not speak of the talks: it only shows that the text looks ahead.
Tense inherited(Tense tense, bool joined) { return !joined && looks_ahead(tense) ? Tense::nearest : tense; }

}  // namespace

ContextRules::Bared ContextRules::without_asides(LetterView sentence, std::size_t begin, std::size_t end) const {
  std::vector<bool> aside(sentence.size());
  for (const auto& [rule, from, to] : aside_index.find_all(sentence)) {
    const auto& guard = asides[rule].guard;
    if (from < end && begin < to) continue;  // the expression stands within it
    if (guard && !guard->allows(sentence.substr(0, from), sentence.substr(to))) continue;
    std::fill(aside.begin() + static_cast<std::ptrdiff_t>(from), aside.begin() + static_cast<std::ptrdiff_t>(to), true);
  }
  Bared bared;
  for (std::size_t at = 0; at <= sentence.size(); ++at) {
    if (at == begin) bared.begin = bared.letters.size();
    if (at == end) bared.end = bared.letters.size();
    if (at < sentence.size() && !aside[at]) bared.letters += sentence[at];
  }
  return bared;
}

Tense ContextRules::clause_tense(LetterView sentence, std::size_t begin, std::size_t end) const {
  const Capture opening = break_before(*clause_break, sentence, begin);
  const std::size_t from = opening.matched ? opening.end : 0;
  const Tense before_it = tense_in(*this, sentence.substr(from, begin - from), true);
  if (before_it != Tense::none && before_it != Tense::nearest) return before_it;
  const auto behind = sentence.substr(end);
  const Capture next = clause_break->find(behind);
  const Tense behind_it = tense_in(*this, behind.substr(0, next.matched ? next.begin : behind.size()), false);
  if (before_it == Tense::nearest) {  // "the vote set for May will be …", "the vote, set for May, will be …"
    const Tense main = behind_it != Tense::none ? behind_it : following_tense(behind, next);
    if (looks_ahead(main)) return main;
  }
  if (before_it != Tense::none) return before_it;
  if (behind_it != Tense::none) return behind_it;
  if (opening.matched) {
    const auto word = sentence.substr(opening.begin, opening.end - opening.begin);
    const bool before_date = begin - opening.end <= 1 && preposition->matches(word);  // "will vote after Easter"
    if (before_date && opening.begin == 0)
      return following_tense(behind, next);  // "After Easter, parliament will vote"
    const bool joined = phrase_join->matches(word);
    const Tense before = tense_in(*this, sentence.substr(0, opening.begin), true);
    if (joined && before == Tense::none)
      return following_tense(behind, next);  // "In January, February and March they met"
    return inherited(before, before_date || joined);
  }
  return following_tense(behind, next);
}

/// "On Tuesday, the League of Arts and Crafts, which was founded in 1970, will meet": the first verb behind that is not
/// of a clause within the clause.
Tense ContextRules::following_tense(LetterView behind, Capture opening) const {
  constexpr int most_clauses =
      12;  // a list longer than that has no verb of its own, and is not to cost more than others
  for (int clauses = 0; opening.matched && clauses < most_clauses; ++clauses) {
    const auto clause = behind.substr(opening.end);
    const Capture stop = clause_break->find(clause);
    const bool aside = !phrase_join->matches(behind.substr(opening.begin, opening.end - opening.begin));
    const Tense tense =
        aside ? Tense::none : tense_in(*this, clause.substr(0, stop.matched ? stop.begin : clause.size()), false);
    if (tense != Tense::none) return tense;
    behind = clause;
    opening = stop;
  }
  return Tense::none;
}

bool ContextRules::has_verb(LetterView letters) const { return !verbs_in(*this, letters).empty(); }

Tense ContextRules::tense_of(const Tokens& tokens, const Sentence& sentence, std::uint32_t first,
                             std::uint32_t last) const {
  const Around l = letters_around(tokens, sentence, first, last);
  const Bared bared = without_asides(l.all, l.begin, l.end);
  const Tense tense = clause_tense(bared.letters, bared.begin, bared.end);
  for (const auto& rule : beside) {
    const bool gives_way = rule.gives_way.empty() ||
                           std::find(rule.gives_way.begin(), rule.gives_way.end(), tense) != rule.gives_way.end();
    if (gives_way && rule.guard.allows(l.all.substr(0, l.begin), l.all.substr(l.end))) return rule.tense;
  }
  return tense;
}

}  // namespace dateline
