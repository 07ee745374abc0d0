// Document + dated mentions → claims. Tested by tests/extract/extract_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "dateline/claim.h"
#include "dateline/gazetteer.h"
#include "dateline/mention.h"
#include "dateline/tokens.h"

namespace dateline {

class Lexicon;
struct ContextRules;
struct EventRules;
struct CheckRules;

/// The rules by which claims are made.
struct ExtractRules {
  const Lexicon& lexicon;
  const ContextRules& context;
  const EventRules& events;
  const CheckRules& checks;
};

/// A trigger that stands in a text, and what became of it; for explain.
struct TriggerAttempt {
  std::string rule;
  Span words;           ///< in the document's text
  std::string outcome;  ///< "taken", or why it makes no claim
};

/// Claims in the order of the text. A sentence makes a claim where it names an event and dates it, or says how it
/// stands ("the upcoming talks", "was called off"), and names who takes part; else none.
/// `acts`, where given, takes up what states did to one another that no calendar has (a demand, a refusal, a threat),
/// dated or not: claims without a kind, of one PLOVER category each, at most one a sentence. `attempts`, where given,
/// is filled with every trigger that was met.
std::vector<Claim> extract(const Document&, const Tokens&, const std::vector<Mention>&, const ExtractRules&,
                           const Gazetteer&, std::vector<Claim>* acts = nullptr,
                           std::vector<TriggerAttempt>* attempts = nullptr);

/// Adds to a document's claims what their sentences say that can be held against dates. A sentence that says such a
/// thing of no event gets a claim without a kind, which no event is made of.
void remark(std::vector<Claim>&, const Document&, const Tokens&, const std::vector<Mention>&, const ExtractRules&,
            const Gazetteer&);

}  // namespace dateline
