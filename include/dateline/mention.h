// A time expression in a text: where it stands, what it says (TIMEX3), and which days that can be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/time.h"
#include "dateline/value.h"

namespace dateline {

enum class TimexType { date, time, duration, set };
/// "DATE", "TIME", "DURATION", "SET".
const char* name(TimexType);

/// What the words around an expression make of it: "by", "until", "since", "after", "before".
enum class Bound { none, no_later_than, until, since, after, before };
/// "", "by", "until", "since", "after", "before".
const char* name(Bound);
std::optional<Bound> parse_bound(std::string_view);

/// One way to read an expression.
struct Dated {
  TimexType type = TimexType::date;
  std::string value;  ///< TIMEX3 value
  std::string mod;    ///< TIMEX3 mod or empty
  Interval interval;  ///< which days, before any bound is laid on it; both open where nothing is known
  Granularity granularity = Granularity::none;
  bool whole = false;  ///< a range that the text names from end to end: the event fills it
  std::string reason;  ///< how it was reached, for explain: "month 4, the next after 2025-10-23 (future tense)"

  bool operator==(const Dated&) const = default;
};

/// A time expression. tag fills the first part, resolve the second.
struct Mention {
  std::size_t begin = 0;  ///< byte of the text
  std::size_t end = 0;    ///< byte of the text, exclusive
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;  ///< exclusive
  std::uint32_t sentence = 0;
  std::string rule;
  Value value;                 ///< relative
  std::string quant, freq;     ///< of a SET
  std::size_t link_begin = 0;  ///< of a range of two dates: the bytes that join its ends, as "-" in "Oct. 30-31";
  std::size_t link_end = 0;    ///< both 0 where it has no two ends

  std::optional<Dated> dated;  ///< nothing where it cannot be resolved: no DCT, or no such date
  std::vector<Dated> others;   ///< other readings, likelier first
  Bound bound = Bound::none;
  bool impossible = false;                   ///< names a date that does not exist
  std::optional<std::uint32_t> event_token;  ///< the noun that it is counted from: "two days after the summit"
  std::optional<int> said_weekday;           ///< ISO weekday that the text names beside a full date

  /// The interval with the bound laid on it: "by X" has no begin and X's end, "since X" no end.
  Interval bounded() const;
};

/// A mention as TIMEX3 marks it, which has no ranges: "Oct. 30-31" is "Oct. 30" and "31", each with its own value
/// and both with the days of the whole. Any other mention is the only element.
std::vector<Mention> ends_of(const Mention&);

}  // namespace dateline
