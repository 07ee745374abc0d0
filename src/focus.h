// Who is being spoken of: what "he", "the two leaders" and "the Chinese leader" stand for.
// Private to extract; tested by tests/extract_test.cpp.
#pragma once

#include "sentence_view.h"

namespace dateline {

/// The actors of a text so far. Fed sentence by sentence.
class Focus {
 public:
  explicit Focus(const World& world, std::optional<Moment> published) : world_(world), published_(published) {}

  /// Takes in the names of a sentence, after its claims are made.
  void read(const SentenceView&);
  /// The person named first in the sentence before the token, unless a pronoun stands before the name; else the
  /// one that the sentences before were about.
  const Entity* person_before(const SentenceView&, std::uint32_t token, const EventRules&) const;
  /// Two of two states or organisations: those in `here` first, then whom the text names most, persons before states unless it is states that the text speaks of.
  /// Fewer where there are no two.
  std::vector<const Entity*> pair(const std::vector<const Entity*>& here, bool persons_first = true) const;
  /// Who leads the nation whose adjective stands before "leader", "president", …; else nothing.
  const Entity* leader(const Named& adjective) const { return world_.leader_of(adjective.entity->code, published_); }

 private:
  /// What is named for each state, its persons among it.
  std::vector<std::pair<const Entity*, int>> states() const;

  const World& world_;
  std::optional<Moment> published_;
  std::vector<std::pair<const Entity*, int>> counts_;  ///< actors in the order of their first mention
  const Entity* last_subject_ = nullptr;
};

}  // namespace dateline
