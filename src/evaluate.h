// The algebra of time: Value + anchors → which days. The heart of resolve.
// Tested by tests/evaluate_test.cpp and every example in rules/.
#pragma once

#include <optional>
#include <vector>

#include "dateline/mention.h"
#include "feasts.h"

namespace dateline {

/// What the clause says of the direction in time. `nearest` where a plan is named ("planned for March").
enum class Tense { none, past, present, future, nearest };
const char* name(Tense);
std::optional<Tense> parse_tense(std::string_view);

struct Anchors {
  std::optional<Moment> dct;   ///< the publication
  std::optional<Dated> then;   ///< what the text spoke of last
  Tense tense = Tense::none;
};

struct Evaluation {
  Dated best;
  std::vector<Dated> others;   ///< likelier first
  bool impossible = false;     ///< names a date that does not exist; best has the value as written and no interval
};

/// Nothing only for a Value that is no time (a number). Without a DCT, what needs one has a value with X and no interval.
std::optional<Evaluation> evaluate(const Value&, const Anchors&, const Feasts&);

}  // namespace dateline
