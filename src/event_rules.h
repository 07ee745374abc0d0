// What makes a sentence speak of an event or an act: rules/LANGUAGE/events.yaml and acts.yaml, compiled. Used by extract
// and merge.
// Tested by tests/extract_test.cpp.
#pragma once

#include "dateline/claim.h"
#include "rule_source.h"

namespace dateline {

struct EventKind {
  std::string plover;  ///< PLOVER category
  std::vector<std::string> families;  ///< kinds that share one can be the same event
  std::string title;   ///< template, see title.h
  std::size_t parties = 1;  ///< how many it takes
  bool has_topic = false;   ///< its title says what it is about
  bool unplanned = false;   ///< nobody announces it: what is not told as done is none
  bool placeless = false;   ///< a call has no place
  bool recurs = false;      ///< what stands before its word can name a series: "COP30 climate summit"
  bool states_only = false; ///< persons speak of it and take no part
};

/// A pattern that is read in one step and compiled in another.
struct LatePattern {
  std::vector<PatternSource> sources;  ///< one, or those of a list, of which any may match
  std::optional<Pattern> pattern;

  void read(const Tree&, Lexicon&);
  enum class Stands { anywhere, right_before };  ///< the end of the words that are searched
  void compile(const Families&, const Lexicon&, Stands = Stands::anywhere);
};

struct Trigger {
  enum class Date { any, real, by };  ///< real: a vague "recently" does not do; by: only with that bound
  std::string id, kind;
  std::string plover;         ///< PLOVER category of an act; empty: that of the kind
  LatePattern match;
  std::optional<Guard> guard;
  std::size_t needs = 1;      ///< actors at least
  bool undated = false;       ///< a status alone suffices
  bool leads_to_place = false;///< the place or country behind it is where it leads, and its host an actor
  bool needs_person = false;  ///< somebody must do it: a person, or an actor before it
  bool needs_organisation = false;
  bool done = false;          ///< told as done it needs no date
  bool is_verb = false;       ///< its own tense tells how the event stands
  bool upon = false;          ///< who is named behind "on" or "against" takes part
  Date date = Date::any;
};

enum class FocusOn { pair, person, leader };

/// Words that stand for actors named before.
struct FocusRule {
  FocusOn on = FocusOn::pair;
  LatePattern match;
  std::optional<Guard> guard;
};

struct EventRules {
  std::map<std::string, EventKind> kinds;
  std::vector<Trigger> triggers;
  std::vector<Trigger> acts;  ///< of acts.yaml; none where a language has no such file
  std::vector<std::pair<Status, LatePattern>> status;
  std::vector<FocusRule> focus;
  LatePattern own;       ///< directly before a trigger whose actor a pronoun names: "his long visit"
  LatePattern by;        ///< directly before who does it
  LatePattern of;        ///< directly behind a trigger that names its own participants
  LatePattern of_place;  ///< directly behind an adjective that only tells where a place lies
  LatePattern title;     ///< directly behind a state or organisation, before the name of who serves it
  LatePattern person_name;  ///< how such a name goes on
  LatePattern teller;    ///< directly behind who only tells of it
  LatePattern told_by;   ///< directly before one
  LatePattern told;      ///< directly before a date that dates the saying
  LatePattern skip;      ///< before a trigger in its clause
  LatePattern about;     ///< directly before a name that is only spoken about
  LatePattern struck;    ///< all that stands between an attack and the place that it strikes
  LatePattern at;        ///< directly before a name that is a place
  LatePattern recent;    ///< directly before a trigger: held shortly before the publication
  LatePattern previous;  ///< directly before a date that no longer holds

  void read(const Tree& file, Lexicon&);
  void read_acts(const Tree& file, Lexicon&);  ///< after read()
  void compile(const Families&, const Lexicon&);

  /// True where the two kinds can be the same event.
  bool share_family(const std::string& kind, const std::string& other) const;
};

}  // namespace dateline
