// What one run leaves for the next, so that a feed keeps its identity: the articles, their claims, and of each event
// the name and number under which the feed shows it and what the last briefing told of it.
// State is the file; the functions below it are pure but rules_key(), which reads the rules. Tested by
// tests/state/state_test.cpp, tests/state/intake_test.cpp and tests/state/identity_test.cpp.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "dateline/claim.h"
#include "dateline/document.h"

namespace dateline {

struct EventRules;

/// An article as the state knows it, without its text.
struct KeptDocument {
  std::string id;        ///< in all output, as long as the state knows it
  std::string given_id;  ///< as read() names it; another where two files have articles of one name
  std::string file;      ///< where it was read, as an absolute path; "-": standard input
  std::string content;   ///< content_key() of it
  std::string rules;     ///< rules_key() of what its claims were read with

  bool operator==(const KeptDocument&) const = default;
};

/// Where an event's claim stands, by its words: offsets change when an article is edited.
struct Evidence {
  std::string document;  ///< id
  std::string sentence;
  std::size_t word = 0;  ///< where the trigger begins in the sentence

  auto operator<=>(const Evidence&) const = default;
};

/// An event as a briefing tells of it.
struct Account {
  std::string title, kind;
  std::vector<Actor> actors;
  Place place;
  Status status = Status::scheduled;
  When when;                         ///< its date; where it is off and has none, the last that it had
  bool is_off = false;               ///< cancelled, or postponed to no date
  std::vector<std::string> doubts;   ///< messages of its findings
  std::vector<std::string> sources;  ///< content_key() of its articles, sorted

  bool operator==(const Account&) const = default;
};

/// An event that the feed has shown. It is remembered when its last claim has gone, so that it comes back as itself.
struct KeptEvent {
  std::string uid;
  int sequence = 0;
  std::optional<Moment> created;   ///< publication of its oldest source when it was first shown
  std::optional<Moment> modified;  ///< publication of the newest source that changed it; never goes back
  std::string slot;                ///< ical_slot() as last shown; empty where it never was in the feed
  std::optional<Account> now;      ///< nothing where no claim speaks of it any more
  std::optional<Account> told;     ///< as of the last run that wrote all its files
  std::vector<Evidence> evidence;

  bool operator==(const KeptEvent&) const = default;
};

/// The file, an SQLite database. One run has it at a time, from the opening to the destruction of this object, and
/// nothing that it does is in the file before commit(). Every function throws Error that names the file.
class State {
 public:
  /// Makes the file where there is none, and brings one of an older version up to this one. Waits up to `patience`
  /// for another run to be done with it.
  State(const std::string& file, std::chrono::milliseconds patience);
  ~State();
  State(State&&) noexcept;

  std::vector<KeptDocument> documents() const;     ///< by id
  Document document(const std::string& id) const;  ///< with its text
  std::vector<Citation> citations() const;         ///< by id
  std::vector<Claim> claims() const;               ///< by document, in the order of its text
  std::vector<KeptEvent> events() const;           ///< by uid

  /// Puts an article and its claims in the place of what has its id.
  void keep(const KeptDocument&, const Document&, const std::vector<Claim>&);
  /// The same article, found in another file or under another name.
  void relocate(const KeptDocument&);
  void forget(const std::string& id);
  void keep(const KeptEvent&);
  /// The files are written: what is now has been told, and of what is gone only its name and number stay.
  void all_is_told();
  /// On the disk when it returns. The file stays taken.
  void commit();

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

/// What of an article its claims depend on, as one short word.
std::string content_key(const Document&);
/// The same of all rule files in `folders`, of the language, and of this version of the program. Throws Error.
std::string rules_key(const std::vector<std::string>& folders, const std::string& language);

/// What a run is given.
struct Given {
  std::vector<Document> documents;    ///< with their file as an absolute path
  std::vector<std::string> inputs;    ///< files and folders, absolute
  std::vector<std::string> withdraw;  ///< ids that the user takes back
  bool is_whole = true;               ///< false where something of the inputs could not be read
};

/// What is to be done about it.
struct Intake {
  struct Arrival {
    KeptDocument kept;
    Document document;  ///< under the id that it has in the state
  };
  std::vector<Arrival> arrivals;        ///< new or changed, or read with other rules
  std::vector<KeptDocument> stale;      ///< not given now, and read with other rules: to be read anew from the state
  std::vector<KeptDocument> relocated;  ///< unchanged, in another file or under another name
  std::vector<std::string> withdrawn;   ///< ids
  std::vector<std::string> spared;      ///< ids that would be withdrawn, had all the inputs been readable
};

/// Finds each article again: by its content, then by its file and name. An input that is named says all that it
/// holds: what it held before and holds no more is withdrawn. Other inputs, and standard input, stay as they were.
/// What comes through standard input without a name of its own is a new article, unless its content is known.
/// Throws Error for an id to withdraw that is not there.
Intake take_in(Given, const std::vector<KeptDocument>& known, const std::string& rules_key);

/// Gives the timeline's events the names, numbers and times under which the feed has shown them: uid, sequence,
/// created, modified. `slots` is ical_slot() of each event. Returns what is to be kept of events, by uid: those that
/// are in `known`, though no claim speaks of them now, and those that are new.
std::vector<KeptEvent> identify(Timeline&, const std::vector<std::string>& slots, const std::vector<KeptDocument>&,
                                std::vector<KeptEvent> known, const EventRules&);

/// What the reader has not been told yet, in the order of the timeline; what is gone comes last.
std::vector<Change> changes_of(const Timeline&, const std::vector<KeptEvent>&, const std::vector<KeptDocument>&);

}  // namespace dateline
