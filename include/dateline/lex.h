// Document text → Tokens: words, numbers, signs and sentences, in one pass.
#pragma once

#include "dateline/rules.h"
#include "dateline/tokens.h"

namespace dateline {

/// `text` must outlive the result. Any bytes, linear time; texts beyond 1 GiB are cut.
Tokens lex(std::string_view text, const Rules&);

}  // namespace dateline
