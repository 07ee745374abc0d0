// Runs the examples of the rules on the words around an expression. See example_failures.h.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "pipeline/example_failures.h"
#include "pipeline/pipeline.h"
#include "rules/context_rules.h"

namespace dateline {
namespace {

/// Whether a rule applies to the expression of a mention.
using Applies = std::function<bool(const Tokens&, const Mention&)>;

class Runner {
 public:
  Runner(const Rules& rules, Failures& failures) : rules_(rules), context_(rules.context()), failures_(failures) {}

  void run() {
    for (const auto& rule : context_.bounds) check(rule.shown, "this bound", sets_bound(rule));
    for (std::size_t i = 0; i < context_.tenses.size(); ++i)
      check(context_.tenses[i].shown, "this tense", gives_tense(i));
    for (const auto& rule : context_.beside) check(rule.shown, "these words beside", stands_beside(rule));
    for (std::size_t i = 0; i < context_.asides.size(); ++i)
      check(context_.asides[i].shown, "this aside", stands_aside(i));
  }

 private:
  LetterView sentence_of(const Tokens& tokens, const Mention& m) const {
    const Sentence& s = tokens.sentences[m.sentence];
    return tokens.letters_of(s.begin, s.end);
  }

  Tense tense_of(const Tokens& tokens, const Mention& m) const {
    return context_.tense_of(tokens, tokens.sentences[m.sentence], m.first_token, m.last_token);
  }

  Applies sets_bound(const ContextRules::BoundRule& rule) const {
    return [&](const Tokens& tokens, const Mention& m) {
      return context_.bound_on(tokens, tokens.sentences[m.sentence], m.first_token, m.last_token) == &rule;
    };
  }

  static bool is_among(const std::vector<PatternIndex::Found>& found, std::size_t rule) {
    return std::any_of(found.begin(), found.end(), [&](const auto& f) { return std::cmp_equal(f.pattern, rule); });
  }

  /// One that is no verb only has to be met; any other gives its tense to the clause.
  Applies gives_tense(std::size_t i) const {
    return [this, i](const Tokens& tokens, const Mention& m) {
      const Tense tense = context_.tenses[i].tense;
      return is_among(context_.tense_index.find_all(sentence_of(tokens, m)), i) &&
             (tense == Tense::none || tense_of(tokens, m) == tense);
    };
  }

  Applies stands_beside(const ContextRules::BesideRule& rule) const {
    return [&](const Tokens& tokens, const Mention& m) {
      const LetterView sentence = sentence_of(tokens, m);
      const std::size_t offset = tokens.tokens[tokens.sentences[m.sentence].begin].letter;
      const std::size_t begin = tokens.tokens[m.first_token].letter - offset;
      const std::size_t end = begin + tokens.letters_of(m.first_token, m.last_token).size();
      return rule.guard.allows(sentence.substr(0, begin), sentence.substr(end)) && tense_of(tokens, m) == rule.tense;
    };
  }

  Applies stands_aside(std::size_t i) const {
    return [this, i](const Tokens& tokens, const Mention& m) {
      return is_among(context_.aside_index.find_all(sentence_of(tokens, m)), i);
    };
  }

  void check(const Shown& shown, const char* what, const Applies& applies) {
    const bool has_one =
        std::any_of(shown.examples.begin(), shown.examples.end(), [](const Example& example) { return !example.none; });
    if (!has_one) failures_.add(shown.where, fmt::format("{} has no example; every rule needs one", what));
    for (const auto& example : shown.examples) check(example, what, applies);
  }

  void check(const Example& example, const char* what, const Applies& applies) {
    const DatedText dated = date_text(example.text, example.at, rules_);
    if (example.none) {
      const auto here = [&](const Mention& m) { return applies(dated.tokens, m); };
      if (std::any_of(dated.mentions.begin(), dated.mentions.end(), here))
        failures_.add(example.where, fmt::format("{} applies, expected that it does not", what));
      return;
    }
    for (std::size_t i = 0; i < example.marked.size(); ++i) check_mark(example, i, dated, what, applies);
  }

  void check_mark(const Example& example, std::size_t i, const DatedText& dated, const char* what,
                  const Applies& applies) {
    const Span mark = example.marked[i];
    const std::string words = example.text.substr(mark.begin, mark.end - mark.begin);
    const auto found = std::find_if(dated.mentions.begin(), dated.mentions.end(),
                                    [&](const Mention& m) { return m.begin == mark.begin && m.end == mark.end; });
    if (found == dated.mentions.end())
      return failures_.add(example.where, fmt::format("{}: '{}' is not found", what, words));
    if (!applies(dated.tokens, *found))
      failures_.add(example.where, fmt::format("{} never applies in its own example: another rule is taken", what));
    if (const std::string wrong = difference(*found, example.expected[i]); !wrong.empty())
      failures_.add(example.where, fmt::format("{}: '{}' {}", what, words, wrong));
  }

  const Rules& rules_;
  const ContextRules& context_;
  Failures& failures_;
};

}  // namespace

void check_context_examples(const Rules& rules, Failures& failures) { Runner(rules, failures).run(); }

}  // namespace dateline
