// See topic.h. Which words end a topic is the list {topic_end} of rules/LANGUAGE/events/topic.yaml.
#include "extract/topic.h"

#include <algorithm>

#include "match/alphabet.h"

namespace dateline {
namespace {

constexpr std::uint32_t topic_words = 4;

bool is_name(const SentenceView& view, std::uint32_t token) {
  return std::any_of(view.names.begin(), view.names.end(),
                     [&](const Named& n) { return n.first <= token && token < n.last; });
}
bool is_time(const SentenceView& view, std::uint32_t token) {
  return std::any_of(view.mentions.begin(), view.mentions.end(),
                     [&](const Mention* m) { return m->first_token <= token && token < m->last_token; });
}

}  // namespace

std::string topic_of(const SentenceView& view, const Hit& hit) {
  if (hit.trigger->is_verb || !view.rules.events.kinds.at(hit.trigger->kind).has_topic) return "";
  const auto end = view.rules.lexicon.find_class("topic_end");
  std::uint32_t first = hit.first;
  while (first > view.sentence.begin && hit.first - first < topic_words) {
    const Token& before = view.tokens.tokens[first - 1];
    const bool is_word = letters::is_word(view.tokens.letters[before.letter]);
    if (!is_word || is_name(view, first - 1) || is_time(view, first - 1)) break;
    if (end && view.rules.lexicon.has_class(view.tokens.letters[before.letter], *end)) break;
    --first;
  }
  if (first == hit.first) return "";
  const auto begin_byte = view.tokens.tokens[first].begin, end_byte = view.tokens.tokens[hit.first - 1].end;
  return std::string(view.tokens.text.substr(begin_byte, end_byte - begin_byte));
}

}  // namespace dateline
