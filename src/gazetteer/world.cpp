// Reads rules/world. What the files hold is told at the head of each. See world.h.
#include "gazetteer/world.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/plain_text.h"
#include "gazetteer/entries.h"
#include "gazetteer/files.h"

namespace dateline {
namespace {

std::string last_word(const std::string& name) {
  const auto space = name.find_last_of(' ');
  return space == std::string::npos ? name : name.substr(space + 1);
}

double number_in(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

void World::add_name(const std::string& text, std::size_t entity, NameUse use, bool ambiguous, int priority) {
  auto tokens = name_tokens(text);
  if (tokens.empty()) return;
  const std::string first = tokens.front();
  names_[first].push_back({std::move(tokens), entity, use, ambiguous, priority});
}

void World::read_countries(const Tree& file) {
  for (const auto& node : file.items) {
    node.only({"code", "name", "short", "names", "demonyms", "prefixes", "context", "capital", "latitude", "longitude",
               "status"});
    const std::size_t id = entities_.size();
    Entity e;
    e.kind = Entity::Kind::country;
    e.name = node.at("name").text();
    e.short_name = node.text_or("short", e.name);
    e.code = node.at("code").text();
    if (const Tree* latitude = node.find("latitude")) e.latitude = latitude->real();
    if (const Tree* longitude = node.find("longitude")) e.longitude = longitude->real();
    e.context = texts_of(node, "context");
    by_code_.emplace(e.code, id);
    add_name(e.name, id, NameUse::name, !e.context.empty(), 2);
    if (e.short_name != e.name) add_name(e.short_name, id, NameUse::name, !e.context.empty(), 2);
    for (const auto& name : texts_of(node, "names")) add_name(name, id, NameUse::name, false, 2);
    for (const auto& name : texts_of(node, "demonyms")) add_name(name, id, NameUse::adjective, false, 3);
    for (const auto& name : texts_of(node, "prefixes")) add_name(name + "-", id, NameUse::adjective, false, 3);
    entities_.push_back(std::move(e));
  }
}

void World::read_organisations(const Tree& file) {
  for (const auto& node : file.items) {
    node.only({"code", "name", "names", "ambiguous", "part_of", "kind", "seat", "country", "members"});
    const std::size_t id = entities_.size();
    Entity e;
    e.kind = Entity::Kind::organisation;
    e.name = node.at("name").text();
    const std::string code = node.at("code").text();
    const auto names = texts_of(node, "names");
    e.short_name = std::find(names.begin(), names.end(), code) != names.end() ? code : e.name;
    e.code = node.text_or("part_of", code);
    e.is_armed_group = node.text_or("kind") == "armed_group";
    const auto ambiguous = texts_of(node, "ambiguous");
    add_name(e.name, id, NameUse::name, false, 1);
    for (const auto& name : names)
      add_name(name, id, NameUse::name, std::find(ambiguous.begin(), ambiguous.end(), name) != ambiguous.end(), 1);
    by_code_.emplace(code, id);
    entities_.push_back(std::move(e));
  }
}

void World::read_people(const Tree& file) {
  for (const auto& node : file.items) {
    node.only({"name", "country", "names", "surname", "surnames", "ambiguous", "offices"});
    const std::size_t id = entities_.size();
    Entity e;
    e.kind = Entity::Kind::person;
    e.name = node.at("name").text();
    e.code = node.at("country").text();
    e.short_name = node.text_or("surname", last_word(e.name));
    if (const Tree* offices = node.find("offices"))
      for (const auto& office : offices->items)
        e.offices.push_back({office.at("office").text(), office.text_or("for", e.code), day_from(office.find("from")),
                             day_from(office.find("to"))});
    const bool ambiguous = node.find("ambiguous") && node.at("ambiguous").boolean();
    add_name(e.name, id, NameUse::name, false, 0);
    for (const auto& name : texts_of(node, "names")) add_name(name, id, NameUse::name, false, 0);
    add_name(e.short_name, id, NameUse::surname, ambiguous, 4);
    for (const auto& name : texts_of(node, "surnames")) add_name(name, id, NameUse::surname, ambiguous, 4);
    entities_.push_back(std::move(e));
  }
}

void World::read_cities(const std::string& tsv, const std::string& file) {
  int line_number = 0;
  for (const auto line : split(tsv, '\n')) {
    if (++line_number == 1 || line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    if (cells.size() < 8)
      throw Error({file, line_number, 0, ""}, "a place has 8 cells, this line has " + std::to_string(cells.size()),
                  "separate them by tabs");
    const std::size_t id = entities_.size();
    Entity e;
    e.kind = cells[6] == "region" ? Entity::Kind::region : Entity::Kind::city;
    e.name = e.short_name = std::string(cells[0]);
    e.code = std::string(cells[2]);
    e.latitude = number_in(cells[3]);
    e.longitude = number_in(cells[4]);
    e.is_capital = cells[6] == "capital";
    const bool ambiguous = cells[7].starts_with("1");
    const int priority = e.is_capital ? 3 : e.kind == Entity::Kind::region ? 6 : 5;
    if (!ambiguous || !names_.contains(e.name))
      add_name(e.name, id, e.is_capital ? NameUse::metonym_or_place : NameUse::name, ambiguous, priority);
    if (!cells[1].empty())
      for (const auto name : split(cells[1], '|')) add_name(std::string(name), id, NameUse::name, false, priority);
    places_.emplace(e.name, id);
    entities_.push_back(std::move(e));
  }
}

void World::read_metonyms(const Tree& file) {
  for (const auto& node : file.at("metonyms").items) {
    const auto found = by_code_.find(node.at("code").text());
    if (found == by_code_.end())
      node.at("code").fail("no actor has the code '" + node.at("code").text() + "'",
                           "see countries.yaml and organisations.yaml");
    const bool actor = node.text_or("use") == "actor";
    for (const auto& name : node.at("names").texts())
      if (actor)
        add_name(name, found->second, NameUse::metonym, false, 2);
      else if (const auto city = places_.find(name);
               city != places_.end() && entities_[city->second].code != found->first)
        entities_[city->second].stands_for = found->first;
  }
}

void World::read_offices(const Tree& file) {
  leads_ = file.at("leads").texts();
  for (const auto& [office, codes] : file.at("leads_in").fields)
    for (const auto& code : codes.texts()) leads_in_.emplace(code, office);
}

World::World(const std::string& folder, const std::vector<std::string>& overlays) {
  std::vector<std::filesystem::path> folders{folder};
  folders.insert(folders.end(), overlays.begin(), overlays.end());
  const WorldFiles files(std::move(folders));
  read_countries(files.yaml("countries.yaml", "code"));
  read_organisations(files.yaml("organisations.yaml", "code"));
  read_people(files.yaml("people.yaml", "name"));
  read_people(files.yaml("people_former.yaml", "name"));
  read_people(files.yaml("people_leaders.yaml", "name"));
  for (const auto& cities : files.texts("cities.tsv")) read_cities(cities.text, cities.file);
  read_metonyms(files.yaml("metonyms.yaml"));
  read_offices(files.yaml("offices.yaml"));
  series_.read(files.yaml("series.yaml", "id"));
  for (auto& [first, entries] : names_)
    std::stable_sort(entries.begin(), entries.end(), [](const NameEntry& a, const NameEntry& b) {
      return a.tokens.size() != b.tokens.size() ? a.tokens.size() > b.tokens.size() : a.priority < b.priority;
    });
}

const Entity* World::actor(const std::string& code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &entities_[found->second];
}

const Entity* World::place(const std::string& name) const {
  const auto found = places_.find(name);
  return found == places_.end() ? nullptr : &entities_[found->second];
}

namespace {

bool holds(const Office& office, const std::optional<Moment>& day) {
  if (!day) return !office.to;
  return (!office.from || *office.from <= day->day()) && (!office.to || day->day() < *office.to);
}

}  // namespace

const std::string& World::code_of(const Entity& e, const std::optional<Moment>& day) const {
  const auto office = std::find_if(e.offices.begin(), e.offices.end(), [&](const Office& o) { return holds(o, day); });
  return office == e.offices.end() ? e.code : office->code;
}

const Entity* World::leader_of(const std::string& code, const std::optional<Moment>& day) const {
  const auto own = leads_in_.find(code);
  const auto rank_of = [&](const std::string& office) {
    if (own != leads_in_.end() && own->second == office) return std::ptrdiff_t{-1};
    return std::find(leads_.begin(), leads_.end(), office) - leads_.begin();
  };
  const Entity* best = nullptr;
  std::ptrdiff_t best_rank = std::ssize(leads_);
  for (const auto& e : entities_)
    for (const auto& office : e.offices)
      if (office.code == code && holds(office, day) && rank_of(office.office) < best_rank) {
        best = &e;
        best_rank = rank_of(office.office);
      }
  return best;
}

namespace {

/// True where `words` stand in the text, not within longer words.
bool has_word(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !ascii::is_word_byte(text[at - 1])) && (end == text.size() || !ascii::is_word_byte(text[end])))
      return true;
  }
  return false;
}

}  // namespace

const World::NameEntry* World::longest_at(const Tokens& tokens, std::uint32_t at,
                                          std::vector<const NameEntry*>& same) const {
  same.clear();
  const auto found = names_.find(std::string(tokens.text_of(tokens.tokens[at])));
  if (found == names_.end()) return nullptr;
  const auto spelled = [&](const NameEntry& entry) {
    if (at + entry.tokens.size() > tokens.tokens.size()) return false;
    for (std::size_t i = 0; i < entry.tokens.size(); ++i) {
      const std::string_view text = tokens.text_of(tokens.tokens[at + i]);
      if (text != entry.tokens[i] && !(entry.tokens[i] == "'" && text == "’") &&
          !(entry.tokens[i] == "-" && text == "–"))
        return false;
    }
    return true;
  };
  for (const auto& entry : found->second) {
    if (!same.empty() && entry.tokens.size() < same.front()->tokens.size()) break;
    if (spelled(entry)) same.push_back(&entry);
  }
  return same.empty() ? nullptr : same.front();
}

std::vector<Named> World::names_in(const Tokens& tokens, const std::optional<Moment>& published,
                                   const Pattern* at_place) const {
  struct Candidate {
    std::uint32_t first, last;
    std::vector<const NameEntry*> entries;
  };
  std::vector<Candidate> candidates;
  std::vector<char> seen(entities_.size(), 0);
  std::vector<const NameEntry*> same;
  for (std::uint32_t at = 0; at < tokens.tokens.size();) {
    const NameEntry* entry = longest_at(tokens, at, same);
    if (!entry) {
      ++at;
      continue;
    }
    const auto last = at + static_cast<std::uint32_t>(entry->tokens.size());
    candidates.push_back({at, last, same});
    for (const NameEntry* e : same)
      if (e->use != NameUse::surname && !e->ambiguous) seen[e->entity] = 1;
    at = last;
  }
  for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {  // "Nice, France" is no praise
    const auto &city = candidates[i], &country = candidates[i + 1];
    if (country.first != city.last + 1 || tokens.text_of(tokens.tokens[city.last]) != ",") continue;
    for (const NameEntry* e : city.entries)
      if (entities_[e->entity].kind == Entity::Kind::city &&
          entities_[e->entity].code == entities_[country.entries.front()->entity].code)
        seen[e->entity] = 1;
  }
  const auto in_office = [&](const Entity& e) {
    return std::any_of(e.offices.begin(), e.offices.end(), [&](const Office& o) { return holds(o, published); });
  };
  std::unordered_map<const Entity*, bool> context;  // asked once of each: a text may hold a name very often
  const auto context_stands = [&](const Entity& e) {
    const auto [known, is_new] = context.try_emplace(&e, false);
    if (is_new)
      known->second = std::any_of(e.context.begin(), e.context.end(),
                                  [&](const std::string& word) { return has_word(tokens.text, word); });
    return known->second;
  };
  const auto is_town_here = [&](const Entity& e, std::uint32_t first) {
    constexpr std::uint32_t words_before = 4;  // as many as stand in "in the south of"
    const auto country = by_code_.find(e.code);
    if (!at_place || e.kind != Entity::Kind::city || country == by_code_.end() || !seen[country->second]) return false;
    return at_place->find(tokens.letters_of(first - std::min(first, words_before), first)).matched;
  };
  const auto rank = [&](const NameEntry* entry, std::uint32_t first) {  // smaller is better; above 100 is not believed
    const Entity& e = entities_[entry->entity];
    if (entry->use == NameUse::surname)
      return seen[entry->entity] ? 0 : entry->ambiguous ? 200 : in_office(e) ? 20 : 30;
    if (entry->ambiguous)
      return seen[entry->entity] || context_stands(e) ? 10 + entry->priority : is_town_here(e, first) ? 40 : 200;
    return 10 + entry->priority;
  };
  std::vector<Named> out;
  for (const auto& candidate : candidates) {
    const auto best = *std::min_element(
        candidate.entries.begin(), candidate.entries.end(),
        [&](const NameEntry* a, const NameEntry* b) { return rank(a, candidate.first) < rank(b, candidate.first); });
    if (rank(best, candidate.first) < 100)
      out.push_back({candidate.first, candidate.last, &entities_[best->entity], best->use});
  }
  return out;
}

}  // namespace dateline
