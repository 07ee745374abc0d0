// The way through the house. See include/dateline/pipeline.h.
#include "dateline/pipeline.h"

#include <iterator>

#include "dateline/check.h"
#include "dateline/lex.h"
#include "dateline/merge.h"
#include "dateline/resolve.h"

namespace dateline {

DatedText date_text(std::string_view text, const std::optional<Moment>& published, const Rules& rules,
                    bool with_attempts) {
  DatedText out{lex(text, rules.lexicon()), {}, {}};
  out.mentions = tag(out.tokens, rules.time(), rules.lexicon(), with_attempts ? &out.attempts : nullptr);
  resolve(out.mentions, out.tokens, published, rules.context(), rules.holidays());
  return out;
}

ExtractRules extract_rules(const Rules& rules) {
  return {rules.lexicon(), rules.context(), rules.events(), rules.checks()};
}

std::vector<Claim> claims_of(const Document& document, const Rules& rules, const Gazetteer& gazetteer, bool with_acts) {
  const DatedText dated = date_text(document.text, document.published, rules);
  std::vector<Claim> acts;
  const ExtractRules parts = extract_rules(rules);
  auto claims = extract(document, dated.tokens, dated.mentions, parts, gazetteer, with_acts ? &acts : nullptr);
  remark(claims, document, dated.tokens, dated.mentions, parts, gazetteer);
  claims.insert(claims.end(), std::make_move_iterator(acts.begin()), std::make_move_iterator(acts.end()));
  return claims;
}

bool attempt(const Document& document, const std::function<void(const Document&)>& read, const Failed& failed) {
  try {
    read(document);
    return true;
  } catch (const std::exception& e) {
    failed(document, e);
    return false;
  }
}

Timeline timeline_of(const std::vector<Document>& documents, const Rules& rules, const Gazetteer& gazetteer,
                     const Told& told, const Failed& failed) {
  std::vector<Claim> claims;
  std::vector<Citation> citations;
  const auto read = [&](const Document& document) {
    auto found = claims_of(document, rules, gazetteer);
    claims.insert(claims.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    citations.push_back(document);
  };
  for (const auto& document : documents) {
    attempt(document, read, failed);
    told();
  }
  Timeline timeline = merge(std::move(claims), std::move(citations), rules.events());
  check(timeline, rules.events());
  return timeline;
}

}  // namespace dateline
