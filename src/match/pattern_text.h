// How patterns are written: RE2's syntax in which a bare word is that word, {name} a word list or the results of
// a family of rules, {as=name} the same captured as `as`, and a space is white space.
// Offers parse_pattern (which finds the words) and to_syntax (when all words are known). Tested by
// tests/match/pattern_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "match/lexicon.h"
#include "match/syntax.h"
#include "tree/tree.h"

namespace dateline {

/// A piece of a pattern after parsing: syntax that stands as it is, a word, or a {reference}.
struct PatternPart {
  enum class Kind { syntax, word, reference };
  Kind kind = Kind::syntax;
  std::string text;     ///< the syntax, the word, or the name referred to
  std::string capture;  ///< reference: the capture's name
};

/// Splits a pattern. Throws Error at `where` for a character class of letters, an escape of a letter
/// (no \d, \b: words are whole), an unclosed brace or an unnamed lookaround.
std::vector<PatternPart> parse_pattern(const std::string& pattern, const Tree& where);

/// What {name} stands for. Throws where the name is unknown.
using Resolver = std::function<SyntaxPtr(const PatternPart&)>;

/// The tree of a pattern; references and (?P<name>…) are captures, numbered in their order, where `captures` is set.
/// Throws Error at `where` for a parenthesis without its other, and a repetition of nothing.
SyntaxPtr to_syntax(const std::vector<PatternPart>&, const Lexicon&, const Resolver&, bool captures, const Tree& where);

}  // namespace dateline
