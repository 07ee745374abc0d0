// Parts of remark(): what it reads, doubts, orders, and the things that last.
// Tested by tests/check/check_test.cpp.
#pragma once

#include "dateline/extract.h"
#include "extract/sentence_view.h"
#include "gazetteer/world.h"
#include "rules/check_rules.h"
#include "rules/context_rules.h"
#include "rules/event_rules.h"

namespace dateline {

struct Reading {
  const Document& document;
  const Tokens& tokens;
  const std::vector<Mention>& mentions;
  const ExtractRules& rules;

  LetterView letters(std::uint32_t first, std::uint32_t last) const { return tokens.letters_of(first, last); }
  Span span(std::uint32_t first, std::uint32_t last) const {
    return {tokens.tokens[first].begin, tokens.tokens[last - 1].end};
  }
  std::string text(Span s) const { return document.text.substr(s.begin, s.end - s.begin); }
};

/// A sentence, its times in order and its claims: [first, last) of those of the document. More are added behind.
struct RemarkedSentence {
  const Reading& read;
  const Sentence& sentence;
  std::vector<const Mention*> times;
  std::vector<Claim>& claims;
  std::size_t first = 0, last = 0;
};

/// What the sentence gets wrong by itself.
void doubt_dates(RemarkedSentence&);
/// What is wrong with the document's day of publication.
void doubt_publication(const Reading&, std::vector<Claim>&);

/// True where words stand in it that put one event before another, or say that one is on again.
bool tells_orders(const RemarkedSentence&);
void add_orders(RemarkedSentence&, const SentenceView&);

/// Days that a duration can mean, at least and at most: "P3D" and the weeks of "P1W", which newspapers count loosely.
std::optional<std::pair<int, int>> length_in_days(const Mention&);

/// A claim without a kind, for words that no event claim stands for.
Claim bare_claim(const Reading&, const Sentence&, Span words, ClaimType);

/// What the text says of when a war, a blockade, … began: "the 2022 invasion of Ukraine", "in its fourth year". The
/// topic of such a claim is the thing and its place, its when the days on which it can have begun.
std::vector<Claim> lasting_things(const Reading&, const World&);

}  // namespace dateline
