// What one sentence of one document says of an event, and the events, findings and changes made of many.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/document.h"
#include "dateline/time.h"

namespace dateline {

enum class Status { proposed, scheduled, postponed, cancelled, held };

/// "proposed", "scheduled", …
const char* name(Status);
std::optional<Status> parse_status(std::string_view);
/// Called off or put off; false where nothing is said.
inline bool is_off(std::optional<Status> status) { return status == Status::cancelled || status == Status::postponed; }

/// Bytes of a document's text: [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool empty() const { return begin == end; }
  bool operator==(const Span&) const = default;
};

/// A state, an organisation, or a person who acts for one.
struct Actor {
  std::string name;        ///< "Xi Jinping", "China", "European Union"
  std::string short_name;  ///< as in a headline: "Xi", "China", "EU"
  std::string code;        ///< ISO 3166-1 alpha-3 or an organisation's acronym; empty if unknown
  bool is_person = false;

  bool operator==(const Actor&) const = default;
};

/// A place on the map.
struct Place {
  std::string name;      ///< "Kuala Lumpur"; a country's own name where no city is known; empty: nowhere known
  std::string country;   ///< ISO 3166-1 alpha-3
  double latitude = 0;   ///< degrees north; both 0 where unknown
  double longitude = 0;  ///< degrees east

  bool is_country() const { return is_whole_country; }
  bool is_whole_country = false;
  bool operator==(const Place&) const = default;
};

/// What a sentence says beside the date itself that can be held against dates: made by remark, weighed by check.
struct Remark {
  enum class Kind {
    weekday,
    no_such_date,
    document_date,
    length,
    order,
    unchanged,
    revived,
    moved,
    another,
    official,
    agency
  };

  Kind kind = Kind::weekday;
  Span words;                      ///< in the document's text
  std::string doubt;               ///< weekday, no_such_date, document_date: what is wrong, in itself
  std::optional<int> least, most;  ///< length: days; order: from the start of the other to the start of this one
  Span other;                      ///< order: the trigger of the claim that it is measured from

  bool operator==(const Remark&) const = default;
};

/// "weekday", "no-such-date", "document-date", "length", …
const char* name(Remark::Kind);
std::optional<Remark::Kind> parse_remark_kind(std::string_view);

/// What a claim tells of. `act`: what states did to one another that no calendar has. The others speak of no event of
/// their own and are kept because they can be checked: a date or a length in doubt, an event that another is ordered
/// by, and the age or the start of a thing that lasts.
enum class ClaimType { event, act, date, length, other, age, start };

/// One sentence of one document that gives an event a when, a place or a status.
struct Claim {
  ClaimType type = ClaimType::event;
  Citation document;
  Span sentence;     ///< in the document's text
  std::string text;  ///< the sentence itself
  Span trigger;      ///< the words that name the event; empty where it speaks of none
  Span expression;   ///< the time expression that dates it; empty where none does
  std::string expression_text;
  std::string value;   ///< TIMEX3 value of the expression
  std::string kind;    ///< of an event: one of the kinds that the rules have; else empty
  std::string plover;  ///< PLOVER category of the kind, or of the act
  std::string topic;   ///< what it is about where the kind needs it: "rare earths", "G20"; may be empty
  std::string series;  ///< the recurring meeting that it is one of, "G20 summit": what the text left out of its days
                       ///< and place is then inferred from it; empty where it is none
  std::string rule;    ///< id of the rule that found it
  std::vector<Actor> actors;  ///< in the order of the text, no code twice unless two persons share it
  Place place;
  Status status = Status::scheduled;
  When when;
  std::vector<When> previous;  ///< dates that this sentence says it had before
  std::vector<Remark> remarks;

  bool operator==(const Claim&) const = default;
};

/// "event", "act", "date", …
const char* name(ClaimType);
/// True where no event and no act is told of.
inline bool is_remark(const Claim& c) { return c.type != ClaimType::event && c.type != ClaimType::act; }
/// The id by which outputs name what found a remark: "check.age". Empty for an event or an act, which a rule found.
std::string remark_rule(ClaimType);
/// The type of a claim of this kind, category and rule; nothing where there is none.
std::optional<ClaimType> claim_type(std::string_view kind, std::string_view plover, std::string_view rule);

/// A claim as one line of JSON without its newline, and back; claim_from_json throws Error for a line that is none.
std::string claim_to_json(const Claim&);
Claim claim_from_json(std::string_view line, const std::string& file, int line_number);

/// What one or more claims speak of.
struct Event {
  std::string uid;  ///< UUIDv5, from the event as first seen
  std::string kind;
  std::string plover;
  std::string title;  ///< "Trump–Xi summit, South Korea"
  std::vector<Actor> actors;
  Place place;
  Status status = Status::scheduled;
  When when;
  std::vector<std::size_t>
      inferred_from;  ///< indices into Timeline::claims: those that together imply `when`, where no text says it
  std::vector<When> previous;  ///< the dates that it had before, oldest first
  std::vector<std::size_t>
      claims;  ///< indices into Timeline::claims, oldest publication first, then document id, then span
  std::vector<std::size_t> findings;    ///< indices into Timeline::findings
  int sequence = 0;                     ///< iCalendar SEQUENCE: grows when start, end or status change
  std::optional<Moment> created = {};   ///< where a state is kept: publication of its oldest source when first shown
  std::optional<Moment> modified = {};  ///< where a state is kept: publication of the newest source that changed it

  bool operator==(const Event&) const = default;
};

/// By start (open starts last), end, uid.
void sort_events(std::vector<Event>&);

enum class Rank { preferred, normal, deprecated };

/// "preferred", "normal", "deprecated".
const char* name(Rank);

/// Something that cannot be right, with the fewest claims that show it.
struct Finding {
  struct Evidence {
    std::size_t claim = 0;  ///< index into Timeline::claims
    Rank rank = Rank::normal;
    std::string reason = {};  ///< why it has this rank; empty where normal
    bool operator==(const Evidence&) const = default;
  };
  std::string kind;     ///< weekday no-such-date duration ordinal-year dates-disagree order place status document-date
  std::string message;  ///< one line, with the arithmetic
  std::vector<Evidence> evidence;

  bool operator==(const Finding&) const = default;
};

/// What has become of an event since the last run, where a state is kept.
struct Change {
  enum class Kind { added, dated, moved, called_off, on_again, status, doubted, joined, gone };

  Kind kind = Kind::added;
  std::string uid;
  std::string title;
  When before;  ///< its date as it was told; open for what is added
  When now;     ///< open for what has joined another or is gone
  Status status = Status::scheduled;
  std::string detail = {};  ///< doubted: the doubt; joined: the title of the other
  std::vector<std::string> documents =
      {};  ///< ids of the articles that say so and had not been read before, oldest first

  bool operator==(const Change&) const = default;
};

/// "new", "dated", "moved", "called-off", "on-again", "status", "doubted", "joined", "gone".
const char* name(Change::Kind);

/// All that a run knows; what write writes.
struct Timeline {
  std::vector<Citation> documents;  ///< by id
  std::vector<Claim> claims;        ///< by publication, document id, span
  std::vector<Event> events;        ///< by start (open starts last), end, uid
  std::vector<Finding> findings;
  std::optional<std::vector<Change>> changes = {};  ///< since the last run; nothing where no state is kept

  bool operator==(const Timeline&) const = default;
};

}  // namespace dateline
