// The way through the house: read → lex → tag → resolve → extract → merge → check → write.
// The only place where the stages meet; dateline/dateline.h is what of it others program with. Tested by
// tests/pipeline/pipeline_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dateline/dateline.h"
#include "dateline/extract.h"
#include "dateline/tag.h"
#include "dateline/tokens.h"

namespace dateline {

/// A text with its dated time expressions.
struct DatedText {
  Tokens tokens;  ///< refers to the text that was given
  std::vector<Mention> mentions;
  std::vector<Attempt> attempts;  ///< every rule that matched, where it was asked for
};

/// `text` must outlive the result.
DatedText date_text(std::string_view text, const std::optional<Moment>& published, const Rules&,
                    bool with_attempts = false);

/// What extract needs of the rules.
ExtractRules extract_rules(const Rules&);

/// The claims of one document; with acts, those of no event follow: see extract().
std::vector<Claim> claims_of(const Document&, const Rules&, const Gazetteer&, bool with_acts = false);

/// Does what is to be done with the document; what that throws is told to `failed`. True where it threw nothing.
bool attempt(const Document&, const std::function<void(const Document&)>&, const Failed&);

/// Runs every example of the rules through its rule and through the whole pipeline; empty where all are right.
std::vector<ExampleFailure> check_examples(const Rules&);
/// The same for the examples of what finds events, and of what check finds: small sets of articles.
std::vector<ExampleFailure> check_event_and_finding_examples(const Rules&, const Gazetteer&);

/// How many rules of a sort there are, how many examples they have, and how many of them have none.
struct RuleCount {
  const char* of = "";
  std::size_t rules = 0, examples = 0, without = 0;
};
std::vector<RuleCount> count_rules(const Rules&);

}  // namespace dateline
