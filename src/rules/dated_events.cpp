// The key `dated_events` of a language's rules on context. See dated_events.h.
#include "rules/dated_events.h"

namespace dateline {

void DatedEventRules::read(const Tree& node, Lexicon& lexicon) {
  node.only({"noun", "date_noun", "noun_date", "count_noun", "specified"});
  noun.read(node.at("noun"), lexicon);
  date_noun.read(node.at("date_noun"), lexicon);
  noun_date.read(node.at("noun_date"), lexicon);
  count_noun.read(node.at("count_noun"), lexicon);
  specified.read(node.at("specified"), lexicon);
}

void DatedEventRules::compile(const Families& families, const Lexicon& lexicon) {
  for (DeferredPattern* pattern : {&noun, &date_noun, &noun_date, &count_noun, &specified})
    pattern->compile(families, lexicon);
}

}  // namespace dateline
