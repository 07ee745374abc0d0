// What makes a sentence speak of an event or an act: rules/LANGUAGE/events/, compiled. Used by
// extract, merge and check. Tested by tests/extract/extract_test.cpp.
#pragma once

#include "dateline/claim.h"
#include "rules/deferred_pattern.h"

namespace dateline {

struct EventKind {
  std::string plover;                 ///< PLOVER category
  std::vector<std::string> families;  ///< kinds that share one can be the same event
  std::string title;                  ///< template, see title.h
  std::size_t parties = 1;            ///< how many it takes
  bool has_topic = false;             ///< its title says what it is about
  bool unplanned = false;             ///< nobody announces it: what is not told as done is none
  bool placeless = false;             ///< a call has no place
  bool at_home = false;               ///< the country that it is in holds it
  bool recurs = false;                ///< what stands before its word can name a series: "COP30 climate summit"
  bool states_only = false;           ///< persons speak of it and take no part
  bool owned = false;      ///< only whose it is, by whom or upon whom takes part, not whoever is named beside it
  bool once = false;       ///< one pair of actors has only one in a while
  bool one_place = false;  ///< it is in one place
  bool some_days = false;  ///< it may go on for days, so that dates a day apart agree
  bool one_party = false;  ///< one actor and the kind tell which it is
};

struct Trigger {
  enum class Date { any, real, by };  ///< real: a vague "recently" does not do; by: only with that bound
  std::string id, kind;
  std::string title;   ///< template, see title.h; empty: that of the kind
  std::string plover;  ///< PLOVER category of an act; empty: that of the kind
  DeferredPattern match;
  std::optional<Guard> guard;
  std::size_t needs = 1;        ///< actors at least
  bool undated = false;         ///< a status alone suffices
  bool leads_to_place = false;  ///< the place or country behind it is where it leads, and its host an actor
  bool needs_person = false;    ///< somebody must do it: a person, or an actor before it
  bool needs_organisation = false;
  bool done = false;     ///< told as done it needs no date
  bool is_verb = false;  ///< its own tense tells how the event stands
  bool upon = false;     ///< who is named behind "on" or "against" takes part
  Date date = Date::any;
  Tree where;
  std::vector<EventExample> examples;
};

/// Words near a trigger that tell how the event stands.
struct StatusRule {
  Status is = Status::scheduled;
  DeferredPattern match;
  Tree where;
  std::vector<EventExample> examples;
};

enum class FocusOn { pair, states, person, leader };

/// Words that stand for actors named before.
struct FocusRule {
  FocusOn on = FocusOn::pair;
  DeferredPattern match;
  std::optional<Guard> guard;
};

/// Triggers that are searched at once.
struct Triggers {
  std::vector<Trigger> all;  ///< in the order of the file
  PatternIndex index;        ///< numbered as they are
};

struct EventRules {
  std::map<std::string, EventKind> kinds;
  Triggers triggers;
  Triggers acts;                   ///< of events/act.yaml; none where a language has no such file
  std::vector<StatusRule> status;  ///< the first that fits counts
  std::vector<FocusRule> focus;
  DeferredPattern own;            ///< directly before a trigger whose actor a pronoun names: "his long visit"
  DeferredPattern by;             ///< directly before who does it
  DeferredPattern of;             ///< directly behind a trigger that names its own participants
  DeferredPattern of_place;       ///< directly behind an adjective that only tells where a place lies
  DeferredPattern title;          ///< directly behind a state or organisation, before the name of who serves it
  DeferredPattern person_name;    ///< how such a name goes on
  DeferredPattern told;           ///< directly before a date that dates the saying
  DeferredPattern possessive;     ///< directly behind an owner
  DeferredPattern parting;        ///< words that part an owner from what is not his
  DeferredPattern doing;          ///< a verb whose subject is behind an attack or a launch
  DeferredPattern party;          ///< from a trigger to one behind it who takes part: "by", "on", "of"
  DeferredPattern agent;          ///< a noun for those who act for a state
  DeferredPattern again;          ///< directly before a date: the same once more
  DeferredPattern elsewhere;      ///< directly before a place: the same once more
  DeferredPattern meantime;       ///< begins a clause that shares the date of the one before it: "where"
  DeferredPattern mission;        ///< directly behind a state whose house or soldiers only are meant: "U.S. embassies"
  DeferredPattern target;         ///< from a trigger to the place behind it that it strikes: "of", "on"
  DeferredPattern before, after;  ///< from an event to the one that it comes before or after
  DeferredPattern order;          ///< either of them
  DeferredPattern eve;            ///< between a date and the trigger that it is counted from
  DeferredPattern toward;         ///< directly before a name that is where something goes, not where it takes place
  DeferredPattern not_at;         ///< directly before a name that only seems to be a place: "according to"
  DeferredPattern aside;          ///< directly before a noun that only stands beside what is told: "the toll from the"
  DeferredPattern subclause;      ///< begins a clause where a verb follows, else stands before a time: "since"
  DeferredPattern telling;        ///< a verb by which somebody speaks of an event
  DeferredPattern reacting;       ///< a verb by which somebody judges an event in which he takes no part
  DeferredPattern happening;      ///< what an event does: a date beside it is that of the event
  DeferredPattern told_by;        ///< directly behind a date that dates the saying
  DeferredPattern skip;           ///< before a trigger in its clause
  DeferredPattern about;          ///< directly before a name that is only spoken about
  DeferredPattern at;             ///< directly before a name that is a place
  DeferredPattern recent;         ///< directly before a trigger: held shortly before the publication
  DeferredPattern previous;       ///< directly before a date that no longer holds

  void read(const Tree& file, Lexicon&);
  void read_acts(const Tree& file, Lexicon&);  ///< after read()
  void compile(const Families&, const Lexicon&);

  /// True where the two kinds can be the same event.
  bool share_family(const std::string& kind, const std::string& other) const;
};

}  // namespace dateline
