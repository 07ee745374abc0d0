// Keeps count of who is spoken of. See coreference.h.
#include "extract/coreference.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int person_reach = 4;    // sentences without a person after which "he" is somebody whom we missed
constexpr int near_sentences = 3;  // how far back one may have been named who takes part without being named again

}  // namespace

bool Coreference::is_near(const SentenceView& view, const std::string& code) const {
  const auto known = last_named_.find(code);
  return (known != last_named_.end() && sentences_ - known->second < near_sentences) ||
         std::any_of(view.names.begin(), view.names.end(), [&](const Named& n) { return n.entity->code == code; });
}

void Coreference::read(const SentenceView& view) {
  for (const auto& name : view.names) last_named_[name.entity->code] = sentences_;
  ++sentences_;
  const Entity* first_person = nullptr;
  for (const auto& name : view.names) {
    if (name.is_place()) continue;
    if (!first_person && name.entity->kind == Entity::Kind::person) first_person = name.entity;
    const auto known =
        std::find_if(counts_.begin(), counts_.end(), [&](const auto& c) { return c.first == name.entity; });
    if (known == counts_.end())
      counts_.emplace_back(name.entity, 1);
    else
      ++known->second;
  }
  if (first_person) last_subject_ = first_person;
  sentences_since_ = first_person ? 0 : sentences_since_ + 1;
  if (sentences_since_ > person_reach) last_subject_ = nullptr;
}

const Entity* Coreference::person_before(const SentenceView& view, std::uint32_t token, const EventRules& rules) const {
  for (const auto& name : view.names) {
    if (name.last > token || name.entity->kind != Entity::Kind::person) continue;
    const auto ahead = view.before(name.first);
    const bool pronoun = rules.own.pattern->find(ahead).matched ||
                         std::any_of(rules.focus.begin(), rules.focus.end(), [&](const FocusRule& f) {
                           return f.on == FocusOn::person && f.match.pattern->find(ahead).matched;
                         });
    return pronoun ? last_subject_ : name.entity;
  }
  return last_subject_;
}

std::vector<std::pair<const Entity*, int>> Coreference::states() const {
  std::vector<std::pair<const Entity*, int>> counts;
  for (const auto& [entity, count] : counts_) {
    const Entity* state = world_.actor(entity->code);
    if (!state) continue;
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == state; });
    if (known == counts.end())
      counts.emplace_back(state, count);
    else
      known->second += count;
  }
  return counts;
}

std::vector<const Entity*> Coreference::pair(const std::vector<const Entity*>& here, bool persons_first) const {
  auto counts = persons_first ? counts_ : states();
  std::stable_sort(counts.begin(), counts.end(), [&](const auto& a, const auto& b) {
    const bool person_a = a.first->kind == Entity::Kind::person, person_b = b.first->kind == Entity::Kind::person;
    return person_a != person_b ? person_a : a.second > b.second;
  });
  std::vector<const Entity*> two;
  const auto add = [&](const Entity* entity) {
    if (two.size() < 2 && (two.empty() || two.front()->code != entity->code)) two.push_back(entity);
  };
  for (const Entity* entity : here) add(entity);
  for (const auto& [entity, count] : counts) add(entity);
  return two;
}

}  // namespace dateline
