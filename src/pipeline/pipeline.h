// The way through the house: read → lex → tag → resolve → extract → merge → check → write.
// The only place where the stages meet. Tested by tests/pipeline/pipeline_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dateline/claim.h"
#include "dateline/document.h"
#include "dateline/extract.h"
#include "dateline/mention.h"
#include "dateline/rules.h"
#include "dateline/state.h"
#include "dateline/tag.h"
#include "dateline/tokens.h"
#include "dateline/write.h"

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

/// The claims of one document; with acts, those of no event follow: see extract().
std::vector<Claim> claims_of(const Document&, const Rules&, const Gazetteer&, bool with_acts = false);

/// Told after each document that has been read; for who waits.
using Told = std::function<void()>;

/// Told of a document whose reading threw, while what it threw is still caught: `throw;` ends the run with it.
using Failed = std::function<void(const Document&, const std::exception&)>;
inline void end_run(const Document&, const std::exception&) { throw; }

/// Does what is to be done with the document; what that throws is told to `failed`. True where it threw nothing.
bool attempt(const Document&, const std::function<void(const Document&)>&, const Failed&);

/// What makes up a calendar: the claims of all documents, merged and checked. A document that failed is left out.
Timeline timeline_of(
    const std::vector<Document>&, const Rules&, const Gazetteer&, const Told& = [] {}, const Failed& = end_run);

/// The same of all that the state knows after it has taken in what is new, with the names that events have had and
/// what has changed since the last run. Reads the arrivals and what is stale; commits nothing. Of a document that
/// failed the state keeps what it knew, and the next run reads it again.
Timeline timeline_of(
    State&, const Intake&, const Rules&, const Gazetteer&, Fuzzy, const Told& = [] {}, const Failed& = end_run);

/// How a text is read, for people: the rules that matched, what lost to what, and how each date was reached.
std::string explain(std::string_view text, const std::optional<Moment>& published, const Rules&);

/// Runs every example of the rules through its rule and through the whole pipeline; empty where all are right.
std::vector<ExampleFailure> check_examples(const Rules&);
/// The same for the examples of what check finds: small sets of articles.
std::vector<ExampleFailure> check_finding_examples(const Rules&, const Gazetteer&);

}  // namespace dateline
