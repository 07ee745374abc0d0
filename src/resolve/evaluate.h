// The algebra of time: Value + anchors → which days. The heart of resolve.
// Tested by tests/resolve/evaluate_test.cpp and every example in rules/.
#pragma once

#include <optional>
#include <vector>

#include "dateline/mention.h"
#include "rules/tense.h"
#include "time/calendar.h"
#include "time/holidays.h"

namespace dateline {

/// What dates are seen from. News speaks from the day of its publication, a narrative from the day its story has
/// reached; a message speaks from its own day of what is ahead.
enum class Style { news, narrative, message };

struct Anchors {
  std::optional<Moment> dct;      ///< the publication
  std::optional<Dated> then;      ///< what the text spoke of last
  std::optional<Dated> then_day;  ///< the last of these that was a day or finer
  std::optional<Dated> event;     ///< of the event that an expression counts from, where the text dates it
  Tense tense = Tense::none;
  Style style = Style::news;
  bool said_in_sentence = false;  ///< `then` was
  bool new_paragraph = false;     ///< begun since `then` was said
  bool day_in_paragraph = false;  ///< `then_day` was said in this one
  bool day_in_sentence = false;
  std::vector<DayRange> ahead;  ///< of a narrative: the next dates that name their year, in the order of the text
};

struct Evaluation {
  Dated best;
  std::vector<Dated> others;  ///< likelier first
  bool impossible = false;    ///< names a date that does not exist; best has the value as written and no interval
};

/// Nothing only for a Value that is no time (a number). Without a DCT, what needs one has a value with X and no
/// interval.
std::optional<Evaluation> evaluate(const Value&, const Anchors&, const Feasts&);

}  // namespace dateline
