// Looks through one document for what can be held against dates. See include/dateline/check.h; doubts.cpp has what
// a sentence gets wrong by itself, orders.cpp what comes before what, lasting.cpp the things that last.
#include "extract/remarks.h"

#include <algorithm>

#include "base/ascii.h"

namespace dateline {

Claim bare_claim(const Reading& r, const Sentence& s, Span words, ClaimType type) {
  Claim claim;
  claim.type = type;
  claim.document = r.document;
  claim.sentence = r.span(s.begin, s.end);
  claim.text = r.text(claim.sentence);
  claim.expression = words;
  claim.expression_text = r.text(words);
  claim.rule = remark_rule(type);
  return claim;
}

std::optional<std::pair<int, int>> length_in_days(const Mention& m) {
  if (!m.dated || m.dated->type != TimexType::duration || !m.dated->mod.empty()) return std::nullopt;
  const std::string& value = m.dated->value;
  int n = 0;
  std::size_t i = 1;
  for (; i < value.size() && ascii::is_digit(value[i]) && n < 1000; ++i) n = n * 10 + (value[i] - '0');
  if (n == 0 || i + 1 != value.size()) return std::nullopt;
  if (value[i] == 'D') return std::pair{n, n};
  if (value[i] == 'W') return std::pair{7 * n - 2, 7 * n + 1};
  return std::nullopt;
}

namespace {

constexpr std::uint32_t length_reach = 3;                        // tokens from "three-day" to "visit"
constexpr std::uint32_t another_before = 5, another_behind = 3;  // tokens around the trigger where "a second" is of it

/// Tokens [first, last) of a span.
std::pair<std::uint32_t, std::uint32_t> tokens_of(const Tokens& all, Span span) {
  const auto behind = [&](std::size_t byte) {
    const auto found = std::lower_bound(all.tokens.begin(), all.tokens.end(), byte,
                                        [](const Token& t, std::size_t b) { return t.begin < b; });
    return static_cast<std::uint32_t>(found - all.tokens.begin());
  };
  return {behind(span.begin), behind(span.end)};
}

/// Words that bear on how the sentence is to be taken.
void add_flags(const Reading& r, const Sentence& s, Claim& claim) {
  const auto [first, last] = tokens_of(r.tokens, claim.trigger);
  for (const auto& [kind, pattern] : r.rules.checks.flags) {
    const bool near = kind == Remark::Kind::another;
    const auto begin = near && first > s.begin + another_before ? first - another_before : s.begin,
               end = near ? std::min(last + another_behind, s.end) : s.end;
    const Capture found = pattern.pattern->find(r.letters(begin, end));
    if (!found.matched) continue;
    const std::size_t offset = r.tokens.tokens[begin].letter;
    claim.remarks.push_back(
        {kind, r.span(r.tokens.token_at(found.begin + offset), r.tokens.token_at(found.end + offset)), "", {}, {}, {}});
  }
}

/// "a three-day official visit", "a visit of three days": the trigger is the tokens [first, last).
std::optional<Remark> length_of(const RemarkedSentence& at, std::uint32_t first, std::uint32_t last) {
  const Reading& r = at.read;
  for (const Mention* m : at.times) {
    const auto count = length_in_days(*m);
    const bool before = m->last_token <= first && first - m->last_token <= length_reach &&
                        r.letters(m->first_token, m->last_token).find(letters::sign('-')) != std::string_view::npos;
    const bool behind =
        m->first_token >= last && r.rules.checks.length_behind.pattern->matches(r.letters(last, m->first_token));
    if (count && (before || behind))
      return Remark{Remark::Kind::length, r.span(m->first_token, m->last_token), "", count->first, count->second, {}};
  }
  return std::nullopt;
}

/// The one range of days of a sentence that speaks of no event and tells a length; else null.
const Mention* lone_range(const RemarkedSentence& at) {
  const auto is_range = [](const Mention* m) {
    return m->dated && m->dated->whole && m->dated->granularity == Granularity::day;
  };
  const bool tells_length = at.first == at.last && std::any_of(at.times.begin(), at.times.end(), [](const Mention* m) {
                              return length_in_days(*m).has_value();
                            });
  if (!tells_length || std::count_if(at.times.begin(), at.times.end(), is_range) != 1) return nullptr;
  return *std::find_if(at.times.begin(), at.times.end(), is_range);
}

/// "The talks lasted three days, from March 2 to 9": no event where nobody is named, but a length and its range.
void add_bare_length(RemarkedSentence& at, const Mention& range, const SentenceView& view) {
  for (const auto& hit : view.hits)
    if (auto length = length_of(at, hit.first, hit.last)) {
      const Span words = at.read.span(range.first_token, range.last_token);
      Claim claim = bare_claim(at.read, at.sentence, words, ClaimType::length);
      claim.when = exactly(range.dated->interval, Granularity::day);
      claim.remarks.push_back(std::move(*length));
      return at.claims.push_back(std::move(claim));
    }
}

std::vector<Named> names_within(const std::vector<Named>& names, const Sentence& s) {
  const auto first = std::lower_bound(names.begin(), names.end(), s.begin,
                                      [](const Named& n, std::uint32_t token) { return n.first < token; });
  const auto last =
      std::lower_bound(first, names.end(), s.end, [](const Named& n, std::uint32_t token) { return n.first < token; });
  return {first, last};
}

void read_sentence(RemarkedSentence& at, const std::vector<Named>& names) {
  doubt_dates(at);
  const bool ordered = tells_orders(at);
  const Mention* range = lone_range(at);
  if (ordered || range) {
    const SentenceView view =
        view_of(at.read.tokens, at.sentence, at.read.rules, names_within(names, at.sentence), at.times);
    if (ordered) add_orders(at, view);
    if (range) add_bare_length(at, *range, view);
  }
  for (std::size_t i = at.first; i < at.last; ++i) {
    add_flags(at.read, at.sentence, at.claims[i]);
    const auto [first, last] = tokens_of(at.read.tokens, at.claims[i].trigger);
    if (auto length = length_of(at, first, last)) at.claims[i].remarks.push_back(std::move(*length));
  }
}

void read_sentences(const Reading& r, const std::vector<Named>& names, std::vector<Claim>& claims) {
  const std::size_t events = claims.size();  // claims that extract made; those behind are of our own
  auto mention = r.mentions.begin();
  std::size_t claim = 0;
  for (std::uint32_t n = 0; n < r.tokens.sentences.size(); ++n) {
    const Sentence& s = r.tokens.sentences[n];
    RemarkedSentence at{r, s, {}, claims, claim, claim};
    for (; mention != r.mentions.end() && mention->sentence == n; ++mention) at.times.push_back(&*mention);
    while (at.last < events && claims[at.last].sentence.begin < r.tokens.tokens[s.end - 1].end) ++at.last;
    claim = at.last;
    read_sentence(at, names);
  }
}

}  // namespace

void remark(std::vector<Claim>& claims, const Document& document, const Tokens& tokens,
            const std::vector<Mention>& mentions, const ExtractRules& rules, const Gazetteer& gazetteer) {
  if (rules.checks.empty()) return;
  const Reading read{document, tokens, mentions, rules};
  read_sentences(read, gazetteer.world().names_in(tokens, document.published), claims);
  doubt_publication(read, claims);
  auto lasting = lasting_things(read, gazetteer.world());
  claims.insert(claims.end(), std::make_move_iterator(lasting.begin()), std::make_move_iterator(lasting.end()));
}

}  // namespace dateline
