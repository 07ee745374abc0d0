// Who takes part in the event of a trigger. Tested by tests/extract/extract_test.cpp.
#pragma once

#include "extract/coreference.h"
#include "extract/sentence_view.h"

namespace dateline {

class Participants {
 public:
  Participants(const World& world, const Coreference& focus) : world_(world), coreference_(focus) {}
  /// The same, with the offices of a day; of today where it is nothing.
  Participants on(const std::optional<Moment>& day) const {
    Participants then = *this;
    then.day_ = day;
    return then;
  }

  /// In the order of the text; of a person and the state that he acts for, the person. Where the sentence names too
  /// few for the kind, "he", "the two leaders" and the partner of what the text is about are taken in.
  std::vector<Actor> actors_of(const SentenceView&, const Hit&, const Named* place) const;
  /// Whose meeting it is; nothing where no organisation has the code.
  void add_organisation(std::vector<Actor>& actors, const std::string& code) const { add(actors, world_.actor(code)); }
  /// How many take part: an organisation is many.
  std::size_t weight(const std::vector<Actor>&) const;
  bool is_organisation(const Actor&) const;

 private:
  bool is_actor(const SentenceView&, const Hit&, const Named&, const Named* place) const;
  const Entity* actor_of(const SentenceView&, const Named&) const;
  std::vector<const Entity*> named_in(const SentenceView&, const Hit&, const Named* place) const;
  /// Those whom the sentence names: in the clause of the trigger, and further away where it names too few.
  void add_named(const SentenceView&, const Hit&, const Named* place, std::vector<Actor>&) const;
  void add_partner(const SentenceView&, std::vector<Actor>&) const;
  void add(std::vector<Actor>&, const Entity*) const;
  bool is_for_another(const std::vector<Actor>&) const;
  const Entity* pronoun_of(const SentenceView&, const Hit&) const;

  const World& world_;
  const Coreference& coreference_;
  std::optional<Moment> day_;
};

}  // namespace dateline
