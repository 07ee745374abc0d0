// Document text → Tokens: words, numbers, signs and sentences, in one pass. Tested by tests/lex/lex_test.cpp.
#pragma once

#include <string_view>

#include "dateline/tokens.h"

namespace dateline {

class Lexicon;

/// Splits a text of any bytes in linear time; `text` must outlive the result, and is cut behind 1 GiB. Curly quotes and
/// dashes become ' " and -; other signs stay. A period ends a sentence unless it belongs to a word of the list
/// {abbreviation} or an initial; after one of these it does where the next word is of the list {sentence_starter}.
Tokens lex(std::string_view text, const Lexicon&);

}  // namespace dateline
