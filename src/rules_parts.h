// What Rules holds, for the stages. Each stage reads its own part and the lexicon.
#pragma once

#include "check_rules.h"
#include "context_rules.h"
#include "dateline/rules.h"
#include "event_rules.h"
#include "feasts.h"
#include "time_rules.h"

namespace dateline {

struct Rules::Parts {
  Lexicon lexicon;
  TimeRules time;
  ContextRules context;
  Feasts feasts;
  EventRules events;
  CheckRules checks;
};

}  // namespace dateline
