// Who is being spoken of: what "he", "the two leaders" and "the Chinese leader" stand for.
// Tested by tests/extract/extract_test.cpp.
#pragma once

#include <map>

#include "extract/sentence_view.h"

namespace dateline {

/// The actors of a text so far. Fed sentence by sentence.
class Coreference {
 public:
  explicit Coreference(const World& world) : world_(world) {}

  /// Takes in the names of a sentence, after its claims are made.
  void read(const SentenceView&);
  /// The person named first in the sentence before the token, unless a pronoun stands before the name; else the
  /// one that the sentences before were about.
  const Entity* person_before(const SentenceView&, std::uint32_t token, const EventRules&) const;
  /// Two of two states or organisations: those in `here` first, then whom the text names most, persons before states
  /// unless it is states that the text speaks of. Fewer where there are no two.
  std::vector<const Entity*> pair(const std::vector<const Entity*>& here, bool persons_first = true) const;
  /// True where one of the state or organisation stands in the sentence or in one of the last few.
  bool is_near(const SentenceView&, const std::string& code) const;

 private:
  /// What is named for each state, its persons among it.
  std::vector<std::pair<const Entity*, int>> states() const;

  const World& world_;
  std::vector<std::pair<const Entity*, int>> counts_;  ///< actors in the order of their first mention
  const Entity* last_subject_ = nullptr;
  int sentences_since_ = 0;                ///< that named nobody
  int sentences_ = 0;                      ///< read so far
  std::map<std::string, int> last_named_;  ///< by code, the sentence
};

}  // namespace dateline
