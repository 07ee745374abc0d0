// See apposition.h. What a title is, and how a name goes on, are `title:` and `person_name:` of
// rules/LANGUAGE/events/roles.yaml.
#include "extract/apposition.h"

#include <algorithm>

namespace dateline {
namespace {

bool can_have_officers(const Named& name) {
  return name.entity->kind == Entity::Kind::country || name.entity->kind == Entity::Kind::organisation;
}

bool is_free(const std::vector<Named>& names, std::uint32_t token) {
  return std::none_of(names.begin(), names.end(), [&](const Named& n) { return n.first <= token && token < n.last; });
}

}  // namespace

/// The token behind a name that begins at `first`; `first` where none does.
std::uint32_t Appositions::end_of_name(const Sentence& s, std::uint32_t first, const std::vector<Named>& names,
                                       const std::vector<std::uint32_t>& times) const {
  if (first >= s.end) return first;
  const std::size_t end = rules_.person_name.pattern->match_at(tokens_.letters_of(first, s.end), 0);
  if (end == std::string_view::npos) return first;
  auto last = tokens_.token_at(tokens_.tokens[first].letter + end);
  for (const auto& name : names)
    if (name.first >= first) last = std::min(last, name.first);
  for (const auto time : times)
    if (time >= first) last = std::min(last, time);
  return last;
}

const Entity* Appositions::person(std::uint32_t first, std::uint32_t last, const Entity& of) {
  const auto begin = tokens_.tokens[first].begin;
  const std::string name(tokens_.text.substr(begin, tokens_.tokens[last - 1].end - begin));
  const auto known = std::find_if(people_.begin(), people_.end(), [&](const Entity& e) {
    return e.code == of.code && (e.name == name || e.short_name == name);
  });
  if (known != people_.end()) return &*known;
  Entity& person = people_.emplace_back();
  person.kind = Entity::Kind::person;
  person.name = name;
  person.short_name = std::string(tokens_.text_of(tokens_.tokens[last - 1]));
  person.code = of.code;
  return &person;
}

void Appositions::add_surnames(const Sentence& s, std::vector<Named>& names) const {
  for (std::uint32_t t = s.begin; t < s.end && !people_.empty(); ++t) {
    const auto known = std::find_if(people_.begin(), people_.end(), [&](const Entity& e) {
      return e.short_name == tokens_.text_of(tokens_.tokens[t]);
    });
    if (known == people_.end() || !is_free(names, t)) continue;
    const auto at = std::find_if(names.begin(), names.end(), [&](const Named& n) { return n.first > t; });
    names.insert(at, {t, t + 1, &*known, NameUse::surname});
  }
}

void Appositions::read(const Sentence& s, std::vector<Named>& names, const std::vector<std::uint32_t>& times) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!can_have_officers(names[i]) || names[i].last >= s.end) continue;
    const std::size_t end = rules_.title.pattern->match_at(tokens_.letters_of(names[i].last, s.end), 0);
    if (end == std::string_view::npos) continue;
    const std::uint32_t first = tokens_.token_at(tokens_.tokens[names[i].last].letter + end);
    const bool is_known =
        i + 1 < names.size() && names[i + 1].first == first && names[i + 1].entity->kind == Entity::Kind::person;
    const std::uint32_t last = is_known ? names[i + 1].last : end_of_name(s, first, names, times);
    if (last == first) continue;
    const Entity* who = is_known ? names[i + 1].entity : person(first, last, *names[i].entity);
    names[i] = {names[i].first, last, who, NameUse::name};
    if (is_known) names.erase(names.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  add_surnames(s, names);
}

}  // namespace dateline
