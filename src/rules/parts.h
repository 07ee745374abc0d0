// What Rules holds, for the stages. Each stage reads its own part and the lexicon.
#pragma once

#include "rules/check_rules.h"
#include "rules/context_rules.h"
#include "dateline/rules.h"
#include "rules/event_rules.h"
#include "time/holidays.h"
#include "rules/time_rules.h"

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
