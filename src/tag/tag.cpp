// Finds time expressions: all rules at once, the longest match at each place. The text is read once.
#include "dateline/tag.h"

#include <algorithm>

#include "match/alphabet.h"
#include "rules/time_rules.h"

namespace dateline {
namespace {

/// "Oct. 28 and 30": days that are named one by one and are no neighbours make no stretch of time.
bool are_apart(const Value& range) {
  if (range.op != Value::Op::range || range.number == 0) return false;
  const auto &first = range.args[0].partial.day, &last = range.args[1].partial.day;
  return first && last && *last - *first != static_cast<int>(range.number) - 1;
}

struct Candidate {
  std::size_t rule = 0;
  std::size_t alternative = 0;
  std::size_t end = 0;
  std::vector<Capture> captures = {};
  std::optional<Value> value = std::nullopt;
};

class Tagger {
 public:
  Tagger(const Tokens& tokens, const TimeRules& rules, const Lexicon& lexicon, std::vector<Attempt>* attempts)
      : tokens_(tokens), rules_(rules), lexicon_(lexicon), attempts_(attempts) {}

  std::vector<Mention> run() {
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s) tag_sentence(s);
    return std::move(mentions_);
  }

 private:
  void tag_sentence(std::uint32_t number) {
    sentence_ = &tokens_.sentences[number];
    letters_ = tokens_.letters_of(sentence_->begin, sentence_->end);
    offset_ = tokens_.tokens[sentence_->begin].letter;
    for (std::size_t at = 0; at < letters_.size();) {
      at = rules_.index.patterns.next(letters_, at);
      if (at >= letters_.size()) return;
      auto best = best_at(at);
      if (!best) {
        ++at;
        continue;
      }
      if (!rule_of(*best).removes) add_mention(*best, at, number);
      at = best->end;
    }
  }

  /// Of the matches at a place that the words around allow, and that have a value, the longest, then the first.
  std::optional<Candidate> best_at(std::size_t at) {
    rules_.index.patterns.matches_at(letters_, at, found_);
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.end != b.end ? a.end > b.end : a.pattern < b.pattern; });
    std::optional<Candidate> best;
    for (const auto& [pattern, end] : found_) {
      const auto& [rule, alternative] = rules_.index.rules[static_cast<std::size_t>(pattern)];
      Candidate candidate{rule, alternative, end};
      if (end <= at) continue;
      if (best)
        note(candidate, at, "loses to " + rule_of(*best).id);
      else if (suits(candidate, at))
        best = std::move(candidate);
      if (best && !attempts_) break;
    }
    return best;
  }

  bool suits(Candidate& candidate, std::size_t at) {
    const bool removes = rule_of(candidate).removes;
    const std::string* objection = refused(candidate, at);
    const bool valued = !objection && (removes || fill_value(candidate, at));
    if (attempts_)
      note(candidate, at,
           objection ? "refused by " + *objection
           : !valued ? "has no value here"
           : removes ? "taken: no time expression"
                     : "taken");
    return valued;
  }

  /// False where the words captured have no value.
  bool fill_value(Candidate& candidate, std::size_t at) const {
    if (!find_captures(*alternative_of(candidate).syntax, alternative_of(candidate).captures.size(), letters_, at,
                       candidate.end, candidate.captures))
      return false;
    candidate.value = value_of(candidate);
    if (are_apart(*candidate.value) && candidate.value->number > 2) return false;
    return candidate.value->op != Value::Op::none && candidate.value->op != Value::Op::number;
  }

  const TimeRule& rule_of(const Candidate& c) const { return rules_.rules[c.rule]; }
  const TimeRule::Alternative& alternative_of(const Candidate& c) const {
    return rule_of(c).alternatives[c.alternative];
  }

  /// The guard by which the words around do not allow the match; null where they do.
  const std::string* refused(const Candidate& candidate, std::size_t at) const {
    const auto left = letters_.substr(0, at), right = letters_.substr(candidate.end);
    const TimeRule& rule = rule_of(candidate);
    for (const auto& guard : rule.guards)
      if (!guard.allows(left, right)) return &guard.id;
    for (const Guard* guard : rule.named_guards)
      if (!guard->allows(left, right)) return &guard->id;
    return nullptr;
  }

  void note(const Candidate& candidate, std::size_t at, const std::string& outcome) {
    const auto [first, last] = tokens_between(at, candidate.end);
    attempts_->push_back({rule_of(candidate).id, tokens_.tokens[first].begin, tokens_.tokens[last - 1].end, outcome});
  }

  std::pair<std::uint32_t, std::uint32_t> tokens_between(std::size_t begin, std::size_t end) const {
    return {tokens_.token_at(begin + offset_, *sentence_), tokens_.token_at(end + offset_, *sentence_)};
  }

  /// The words of a capture with single spaces; signs as the alphabet writes them.
  std::string text_between(std::size_t begin, std::size_t end) const {
    std::string out;
    const auto [first, last] = tokens_between(begin, end);
    for (std::uint32_t t = first; t < last; ++t) {
      if (t > first && tokens_.letters[tokens_.tokens[t].letter - 1] == letters::space) out += ' ';
      if (const auto sign = letters::ascii(tokens_.letters[tokens_.tokens[t].letter]))
        out += *sign;
      else
        out += tokens_.text_of(tokens_.tokens[t]);
    }
    return out;
  }

  Value value_of(const Candidate& candidate) const {
    return value_of_match(rules_, lexicon_, rule_of(candidate), alternative_of(candidate), letters_, candidate.captures,
                          [&](const Capture& c) { return text_between(c.begin, c.end); });
  }

  void add_mention(Candidate& candidate, std::size_t at, std::uint32_t sentence) {
    Mention m;
    m.value = std::move(*candidate.value);
    std::tie(m.first_token, m.last_token) = tokens_between(at, candidate.end);
    m.begin = tokens_.tokens[m.first_token].begin;
    m.end = tokens_.tokens[m.last_token - 1].end;
    m.sentence = sentence;
    m.rule = rule_of(candidate).id;
    add_link(m, candidate);
    m.quant = m.value.quant;
    m.freq = m.value.freq;
    if (are_apart(m.value))
      add_apart(m);
    else
      mentions_.push_back(std::move(m));
  }

  void add_apart(const Mention& range) {
    for (const Mention& end : ends_of(range)) {
      mentions_.push_back(end);
      Mention& m = mentions_.back();
      m.value = range.value.args[end.begin == range.begin ? 0 : 1];
      while (tokens_.tokens[m.first_token].begin < m.begin) ++m.first_token;
      while (tokens_.tokens[m.last_token - 1].end > m.end) --m.last_token;
      m.link_begin = m.link_end = 0;
    }
  }

  /// The group (?P<link>…) of a range: what stands between its two ends.
  void add_link(Mention& m, const Candidate& candidate) const {
    const auto& captures = alternative_of(candidate).captures;
    for (std::size_t i = 0; i < captures.size(); ++i) {
      if (captures[i].name != "link" || !candidate.captures[i].matched) continue;
      const auto [first, last] = tokens_between(candidate.captures[i].begin, candidate.captures[i].end);
      m.link_begin = tokens_.tokens[first - 1].end;
      m.link_end = tokens_.tokens[last].begin;
    }
  }

  const Tokens& tokens_;
  const TimeRules& rules_;
  const Lexicon& lexicon_;
  std::vector<Attempt>* attempts_;
  std::vector<Mention> mentions_;
  std::vector<PatternIndex::Match> found_;
  const Sentence* sentence_ = nullptr;
  LetterView letters_;
  std::size_t offset_ = 0;
};

}  // namespace

std::vector<Mention> tag(const Tokens& tokens, const TimeRules& rules, const Lexicon& lexicon,
                         std::vector<Attempt>* attempts) {
  return Tagger(tokens, rules, lexicon, attempts).run();
}

}  // namespace dateline
