// The way through the house, from dated text to a checked timeline. See pipeline.h and dateline/dateline.h.
#include "pipeline/pipeline.h"

#include <iterator>

#include "dateline/check.h"
#include "dateline/extract.h"
#include "dateline/merge.h"

namespace dateline {

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

Timeline find_events(const std::vector<Document>& documents, const Rules& rules, const Gazetteer& gazetteer,
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
