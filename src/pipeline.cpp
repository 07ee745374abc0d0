// The way through the house. See include/dateline/pipeline.h.
#include "dateline/pipeline.h"

#include "dateline/lex.h"
#include "dateline/resolve.h"

namespace dateline {

DatedText date_text(std::string_view text, const std::optional<Moment>& published, const Rules& rules, bool with_attempts) {
  DatedText out{lex(text, rules), {}, {}};
  out.mentions = tag(out.tokens, rules, with_attempts ? &out.attempts : nullptr);
  resolve(out.mentions, out.tokens, published, rules);
  return out;
}

}  // namespace dateline
