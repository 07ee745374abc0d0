// The first half of the way: lex → tag → resolve. All that who only tags has to link.
// Offers find_times() and date_text(). Tested by tests/pipeline/library_test.cpp.
#include "dateline/lex.h"
#include "dateline/resolve.h"
#include "pipeline/pipeline.h"

namespace dateline {
namespace {

FoundTime found(const Mention& m, std::string_view text) {
  const Dated dated = m.dated.value_or(Dated{});
  FoundTime time;
  time.text = text.substr(m.begin, m.end - m.begin);
  time.span = {m.begin, m.end};
  time.type = dated.type;
  time.value = dated.value;
  time.mod = dated.mod;
  time.interval = m.bounded();
  time.granularity = dated.granularity;
  time.bound = m.bound;
  time.rule = m.rule;
  return time;
}

}  // namespace

DatedText date_text(std::string_view text, const std::optional<Moment>& published, const Rules& rules,
                    bool with_attempts) {
  DatedText out{lex(text, rules.lexicon()), {}, {}};
  out.mentions = tag(out.tokens, rules.time(), rules.lexicon(), with_attempts ? &out.attempts : nullptr);
  resolve(out.mentions, out.tokens, published, rules.context(), rules.holidays());
  return out;
}

std::vector<FoundTime> find_times(std::string_view text, const std::optional<Moment>& published, const Rules& rules) {
  std::vector<FoundTime> times;
  for (const auto& mention : date_text(text, published, rules).mentions) times.push_back(found(mention, text));
  return times;
}

}  // namespace dateline
