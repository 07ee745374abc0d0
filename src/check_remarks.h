// Parts of remark(): what it reads, and the things that last. Private to check.
// Tested by tests/check_test.cpp.
#pragma once

#include "dateline/check.h"
#include "rules_parts.h"
#include "sentence_view.h"
#include "world.h"

namespace dateline {

struct Reading {
  const Document& document;
  const Tokens& tokens;
  const std::vector<Mention>& mentions;
  const Rules::Parts& parts;

  std::string_view letters(std::uint32_t first, std::uint32_t last) const { return tokens.letters_of(first, last); }
  Span span(std::uint32_t first, std::uint32_t last) const { return {tokens.tokens[first].begin, tokens.tokens[last - 1].end}; }
  std::string text(Span s) const { return document.text.substr(s.begin, s.end - s.begin); }
};

/// A claim without a kind, for words that no event claim stands for.
Claim bare_claim(const Reading&, const Sentence&, Span words, const char* rule);

/// What the text says of when a war, a blockade, … began: "the 2022 invasion of Ukraine", "in its fourth year". The topic of
/// such a claim is the thing and its place, its when the days on which it can have begun.
std::vector<Claim> lasting_things(const Reading&, const World&);

}  // namespace dateline
