// Persons whom the text introduces by what they are: "Nigerien Foreign Minister Bakary Tolomé" acts for Niger.
// Tested by tests/extract/extract_test.cpp.
#pragma once

#include <deque>

#include "gazetteer/world.h"
#include "rules/event_rules.h"

namespace dateline {

/// The persons of one text. Fed sentence by sentence.
class Appositions {
 public:
  Appositions(const Tokens& tokens, const EventRules& rules) : tokens_(tokens), rules_(rules) {}

  /// Takes the state or organisation before a title and the person behind it as one name, of a person whom the world
  /// knows or of a new one, who is known by his surname from then on. `names` are those of the sentence, in order;
  /// `times` the first tokens of its times, which end a name: "Foreign Minister Wang Yi Monday".
  void read(const Sentence&, std::vector<Named>& names, const std::vector<std::uint32_t>& times);

 private:
  std::uint32_t end_of_name(const Sentence&, std::uint32_t first, const std::vector<Named>&,
                            const std::vector<std::uint32_t>& times) const;
  const Entity* person(std::uint32_t first, std::uint32_t last, const Entity& of);
  void add_surnames(const Sentence&, std::vector<Named>&) const;

  const Tokens& tokens_;
  const EventRules& rules_;
  std::deque<Entity> people_;  ///< never moved: names point to them
};

}  // namespace dateline
