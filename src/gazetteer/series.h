// Recurring meetings, and which of a series a text means: "the G20 summit in Bali" was in November 2022.
// Reads rules/world/series.yaml. Tested by tests/gazetteer/series_test.cpp.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "dateline/claim.h"
#include "dateline/tokens.h"
#include "tree/tree.h"

namespace dateline {

/// One meeting of a series.
struct Meeting {
  date::local_days first, last;  ///< both days of the meeting
  std::string place, country;    ///< a name in cities.tsv and its country; both empty where unknown
  bool is_virtual = false;       ///< held by video: it has a host, and no place
};

struct Series {
  std::string name;          ///< "G20 summit"
  std::string organisation;  ///< a code; empty: nobody's own
  std::vector<Meeting> meetings;
};

/// A series that a text names; `meeting` where the name is that of one alone ("COP30").
struct NamedSeries {
  const Series* series = nullptr;
  const Meeting* meeting = nullptr;
};

class SeriesList {
 public:
  /// Throws Error.
  void read(const Tree& file);
  /// The longest name that holds a token of [first, last), or, if `right_before`, ends there or a word before: "COP30
  /// climate summit".
  NamedSeries named_at(const Tokens&, std::uint32_t first, std::uint32_t last, bool right_before) const;

 private:
  struct Name {
    std::vector<std::string> tokens;
    std::size_t series;
    std::optional<std::size_t> meeting;
  };
  void add(const std::string& name, std::optional<std::size_t> meeting);

  std::vector<Series> series_;
  std::unordered_map<std::string, std::vector<Name>> names_;  ///< by first token
};

/// The only meeting of the series that was where and when a text says: within `when`; for what is told as ahead the
/// next, as recent the last one; where no time is told, the only one at the place. Null where there is none or more.
const Meeting* meeting_meant(const Series&, const When&, const Place&, const std::optional<Moment>& published);

}  // namespace dateline
