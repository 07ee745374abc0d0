// The actors and places that rules/world knows, and where a text names them.
// Loaded only by the commands that make events. Tested by tests/gazetteer/world_test.cpp.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "dateline/claim.h"
#include "dateline/tokens.h"
#include "gazetteer/series.h"
#include "match/pattern.h"
#include "tree/tree.h"

namespace dateline {

/// A term of office: [from, to), local days; open where not known.
struct Office {
  std::string office;  ///< a word of rules/world/offices.yaml
  std::string code;    ///< whom the person then acts for
  std::optional<date::local_days> from, to;
};

struct Entity {
  enum class Kind { country, organisation, person, city, region };
  Kind kind = Kind::country;
  std::string name;
  std::string short_name;  ///< as headlines have it
  std::string code;        ///< ISO 3166-1 alpha-3 or an organisation's acronym; of a place its country
  double latitude = 0, longitude = 0;
  bool is_armed_group = false;  ///< an organisation that is a party by itself, not an assembly of states
  bool is_capital = false;      ///< a city that acts for its country
  std::string stands_for;       ///< of a capital that acts for another than its country, the code: Brussels for the EU
  std::vector<Office> offices;
  std::vector<std::string> context;  ///< the bare name counts only beside one of these words
};

/// How a name names.
enum class NameUse { name, adjective, surname, metonym, metonym_or_place };

/// A name in a text: tokens [first, last).
struct Named {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  const Entity* entity = nullptr;
  NameUse use = NameUse::name;

  bool is_place() const { return entity->kind == Entity::Kind::city || entity->kind == Entity::Kind::region; }
};

class World {
 public:
  /// Reads `folder`/world with what the folders of `overlays` lay over it in a world/ of their own. Throws Error.
  explicit World(const std::string& folder, const std::vector<std::string>& overlays = {});
  World(World&&) = default;

  /// The names in a text, in order, none within another. A surname counts once its full name has stood in the
  /// text or where it is no common word; of two who share one, who has been named, else who held office on the day.
  /// A town whose name is a word too counts behind what `at` matches, where the text names its country.
  std::vector<Named> names_in(const Tokens&, const std::optional<Moment>& published, const Pattern* at = nullptr) const;

  /// The state or organisation of a code; null where there is none.
  const Entity* actor(const std::string& code) const;
  const Entity* place(const std::string& name) const;
  /// Whom it acts for on the day: of a person the state or organisation of the office then held, else the own code.
  const std::string& code_of(const Entity&, const std::optional<Moment>& day) const;
  const SeriesList& series() const { return series_; }
  /// Who led the state on the day, as offices.yaml has it; today's leader where no day is given, nothing if unknown.
  const Entity* leader_of(const std::string& code, const std::optional<Moment>& day) const;

 private:
  struct NameEntry {
    std::vector<std::string> tokens;
    std::size_t entity = 0;
    NameUse use = NameUse::name;
    bool ambiguous = false;
    int priority = 0;  ///< of two names that are spelled alike the lower counts
  };
  void add_name(const std::string& text, std::size_t entity, NameUse use, bool ambiguous, int priority);
  void read_countries(const Tree&);
  void read_organisations(const Tree&);
  void read_people(const Tree&);
  void read_cities(const std::string& tsv, const std::string& file);
  void read_metonyms(const Tree&);
  void read_offices(const Tree&);
  const NameEntry* longest_at(const Tokens&, std::uint32_t at, std::vector<const NameEntry*>& same) const;

  std::vector<Entity> entities_;
  std::unordered_map<std::string, std::vector<NameEntry>> names_;  ///< by first token; longer names first
  std::unordered_map<std::string, std::size_t> by_code_, places_;
  SeriesList series_;
  std::vector<std::string> leads_;                         ///< offices that lead a state, most first
  std::unordered_map<std::string, std::string> leads_in_;  ///< by code, where another office does
};

}  // namespace dateline
