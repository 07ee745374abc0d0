// The library in one header: the times of a text, the events of articles, and the calendar of a folder.
// What is returned owns all that it holds: text, rules and documents may go before it. What these functions are given
// they only look at, and there is no clock, locale, environment or state behind them: any number of threads may share
// Rules and a Gazetteer, which load once and then never change, and call everything here at the same time.
// What a user can mend is thrown as Error; what a text leaves open is an empty optional, an open end of an interval or
// a Finding, and no reason to throw. Where something is thrown nothing is changed, but for files already written.
// find_times() needs dateline::times only, a State dateline::dateline, all else dateline::events.
// Tested by tests/pipeline/library_test.cpp and examples/.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/claim.h"
#include "dateline/document.h"
#include "dateline/error.h"
#include "dateline/gazetteer.h"
#include "dateline/mention.h"
#include "dateline/read.h"
#include "dateline/rules.h"
#include "dateline/time.h"
#include "dateline/write.h"

namespace dateline {

class State;
struct Intake;

/// A time expression of a text, as TIMEX3 tells it, and the days that it can mean.
struct FoundTime {
  std::string text;  ///< the expression: "late October"
  Span span;         ///< its bytes in the text that was given
  TimexType type = TimexType::date;
  std::string value;  ///< TIMEX3 value; empty where it has none: no day of publication, or no such date
  std::string mod;    ///< TIMEX3 mod or empty
  Interval interval;  ///< with the bound laid on it: "by Thanksgiving" has no begin; both open where nothing is known
  Granularity granularity = Granularity::none;
  Bound bound = Bound::none;  ///< what the words around it made of it
  std::string rule;           ///< id of the rule that found it

  bool operator==(const FoundTime&) const = default;
};

/// In the order of the text, none within another. `text` is any bytes; where they are not UTF-8 less is found in them.
/// `published` is what "today" is counted from; without it, what leans on it has no interval.
std::vector<FoundTime> find_times(std::string_view text, const std::optional<Moment>& published, const Rules&);

/// Told after each document that has been read; for who waits.
using Told = std::function<void()>;

/// Told of a document whose reading threw, while what it threw is still caught: `throw;` ends the run with it.
using Failed = std::function<void(const Document&, const std::exception&)>;
inline void end_run(const Document&, const std::exception&) { throw; }

/// The events that the documents tell of, with their claims and what of them cannot all be right: claims that speak of
/// one event are merged. The order of the documents does not matter; each wants an id of its own and, for "last
/// Friday", its publication. A document that failed is left out.
Timeline find_events(
    const std::vector<Document>&, const Rules&, const Gazetteer&, const Told& = [] {}, const Failed& = end_run);

/// The same of all that the state knows after it has taken in what is new, with the names that events have had and
/// what has changed since the last run. Reads the arrivals and what is stale; commits nothing. Of a document that
/// failed the state keeps what it knew, and the next run reads it again. One thread at a time may use a State.
Timeline find_events(
    State&, const Intake&, const Rules&, const Gazetteer&, Fuzzy, const Told& = [] {}, const Failed& = end_run);

/// A calendar that was built, and what was told on the way, one line each.
struct Built {
  Timeline timeline;
  std::vector<std::string> errors;    ///< of files and documents that are left out
  std::vector<std::string> warnings;  ///< of those that are read all the same
};

/// Does what `dateline build INPUTS... -o FOLDER` does: reads files and folders, finds their events and writes the
/// calendar into `folder`, which it makes, each file whole or not at all. What cannot be read is an error line and
/// ends nothing; where no document is left nothing is written. Throws Error where something cannot be written.
Built build(const std::vector<std::string>& inputs, const std::string& folder, const Rules&, const Gazetteer&,
            const ReadOptions& = {}, const FileOptions& = {});

/// How a text is read, for people: the rules that matched, what lost to what, and how each date was reached; then each
/// trigger with the event that it makes, or why it makes none.
std::string explain(std::string_view text, const std::optional<Moment>& published, const Rules&, const Gazetteer&);

}  // namespace dateline
