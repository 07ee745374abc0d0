// Dates counted from events. See event_anchor.h.
#include "resolve/event_anchor.h"

#include <algorithm>

#include "base/letters.h"
#include "resolve/evaluate.h"

namespace dateline {
namespace {

constexpr std::uint32_t reach = 14;  // tokens between a date and the noun that it dates

/// An event by its noun, as the text dates it.
struct DatedNoun {
  std::uint32_t token = 0;
  std::string noun;
  const Dated* date = nullptr;
};

class EventDates {
 public:
  EventDates(const std::vector<Mention>& mentions, const Tokens& tokens, const DatedEventRules& rules)
      : tokens_(tokens), rules_(rules) {
    for (const Mention& m : mentions)
      if (can_date(m)) read(m);
  }

  /// The noun that `m` is counted from.
  std::optional<std::uint32_t> noun_counted_from(const Mention& m) const { return noun_behind(m, rules_.count_noun); }

  /// The date of the noun at the token: its own, else that of all others of its name. Nothing where they differ, or
  /// where more is said of it than its name.
  const Dated* date_of(std::uint32_t token, const Sentence& sentence) const {
    const Dated* found = nullptr;
    for (const DatedNoun& d : dated_) {
      if (d.token == token) return d.date;
      if (d.noun != word(token)) continue;
      if (found && found->interval != d.date->interval) return nullptr;
      found = d.date;
    }
    const bool may_be_another =
        rules_.specified.pattern->match_at(tokens_.letters_of(token + 1, sentence.end), 0) != std::string_view::npos;
    return may_be_another ? nullptr : found;
  }

 private:
  static bool can_date(const Mention& m) {
    return m.dated && m.dated->type != TimexType::set && m.dated->type != TimexType::duration &&
           m.dated->interval.begin && m.dated->interval.end && m.dated->granularity <= Granularity::month;
  }

  void read(const Mention& m) {
    auto noun = noun_behind(m, rules_.date_noun);
    if (!noun) noun = noun_before(m);
    if (noun) dated_.push_back({*noun, word(*noun), &*m.dated});
  }

  std::optional<std::uint32_t> noun_behind(const Mention& m, const DeferredPattern& between) const {
    const std::uint32_t end = std::min(tokens_.sentences[m.sentence].end, m.last_token + reach);
    for (std::uint32_t t = m.last_token; t < end; ++t)
      if (is_noun(t) && between.pattern->matches(tokens_.letters_of(m.last_token, t))) return t;
    return std::nullopt;
  }

  std::optional<std::uint32_t> noun_before(const Mention& m) const {
    const std::uint32_t begin = tokens_.sentences[m.sentence].begin;
    for (std::uint32_t t = m.first_token; t > begin && m.first_token - t < reach; --t)
      if (is_noun(t - 1) && rules_.noun_date.pattern->matches(tokens_.letters_of(t, m.first_token))) return t - 1;
    return std::nullopt;
  }

  bool is_noun(std::uint32_t token) const { return rules_.noun.pattern->matches(tokens_.letters_of(token, token + 1)); }

  /// In lower case: "the Summit" and "the summit" are one.
  std::string word(std::uint32_t token) const { return utf8::lower(tokens_.text_of(tokens_.tokens[token])); }

  const Tokens& tokens_;
  const DatedEventRules& rules_;
  std::vector<DatedNoun> dated_;
};

bool counts_from_event(const Value& v) { return v.op == Value::Op::shift && v.args[0].op == Value::Op::event; }

}  // namespace

void count_from_events(std::vector<Mention>& mentions, const Tokens& tokens, const DatedEventRules& rules,
                       const std::optional<Moment>& dct, const Feasts& feasts) {
  if (std::none_of(mentions.begin(), mentions.end(), [](const Mention& m) { return counts_from_event(m.value); }))
    return;
  const auto dated = mentions;  // the dates of events are those that the text has told
  const EventDates events(dated, tokens, rules);
  for (Mention& m : mentions) {
    if (!counts_from_event(m.value)) continue;
    m.event_token = events.noun_counted_from(m);
    const Dated* date = m.event_token ? events.date_of(*m.event_token, tokens.sentences[m.sentence]) : nullptr;
    if (!date) continue;
    Anchors seen_from;
    seen_from.dct = dct;
    seen_from.event = *date;
    if (auto evaluation = evaluate(m.value, seen_from, feasts)) m.dated = std::move(evaluation->best);
  }
}

}  // namespace dateline
