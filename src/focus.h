// Who is being spoken of: what "he", "the two leaders" and "the Chinese leader" stand for.
// Private to extract; tested by tests/extract_test.cpp.
#pragma once

#include "sentence_view.h"

namespace dateline {

/// The actors of a text so far. Fed sentence by sentence.
class Focus {
 public:
  /// Takes in the names of a sentence, after its claims are made.
  void read(const SentenceView&);
  /// The person named first in the sentence before the token, unless a pronoun stands before the name; else the
  /// one that the sentences before were about.
  const Entity* person_before(const SentenceView&, std::uint32_t token, const EventRules&) const;
  /// Two of two states or organisations: those in `here` first, then whom the text names most, persons before states.
  /// Fewer where there are no two.
  std::vector<const Entity*> pair(const std::vector<const Entity*>& here) const;

 private:
  std::vector<std::pair<const Entity*, int>> counts_;  ///< actors in the order of their first mention
  const Entity* last_subject_ = nullptr;
  int sentences_since_ = 0;  ///< that named nobody
};

}  // namespace dateline
