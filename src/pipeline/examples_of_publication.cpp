// Runs the examples of publication.yaml through the functions of read. See example_failures.h.
#include "pipeline/example_failures.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/encoding.h"
#include "read/publication.h"

namespace dateline {
namespace {

using Where = StampRule::Where;

std::string in_words(const std::optional<Moment>& moment) { return moment ? to_string(*moment) : ""; }

PublishedBy told_by(Where where) {
  return where == Where::dateline ? PublishedBy::dateline
         : where == Where::byline ? PublishedBy::byline
                                  : PublishedBy::as_of;
}

/// "2025-11-26", and where another place of the text states it, "2025-11-26 by byline".
std::string found_in_text(const StampExample& example, Where where, const PublicationRules& rules) {
  const auto stated = date_in_text(example.text, rules);
  if (!stated) return "";
  return to_string(stated->at) + (stated->by == told_by(where) ? "" : std::string(" by ") + name(stated->by));
}

/// What reading finds, in words; empty for nothing.
std::string found_in(const StampExample& example, Where where, const PublicationRules& rules) {
  switch (where) {
    case Where::date: {
      const auto stamp = rules.first_date(example.text);
      return in_words(stamp ? stamp->at : std::nullopt);
    }
    case Where::stamp:
      return in_words(parse_stated_date(example.text, rules));
    case Where::url:
      return in_words(date_in_url(example.text, rules));
    case Where::ago:
      return in_words(example.at ? moment_ago(example.text, *example.at, rules) : std::nullopt);
    case Where::charset:
      return declared_charset(example.text, rules);
    case Where::dateline:
    case Where::byline:
    case Where::as_of:
      return found_in_text(example, where, rules);
  }
  return "";
}

/// In one of its lines: most rules are of lines.
bool finds_in_a_line(const StampRule& rule, std::string_view text, const PublicationRules& rules) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (rules.finds(rule, line)) return true;
    at += line.size() + 1;
  }
  return false;
}

std::string quoted(const std::string& found) { return found.empty() ? "nothing" : found; }

/// What is wrong with an example; empty where nothing is.
std::string difference(const StampRule& rule, const StampExample& example, const PublicationRules& rules) {
  const std::string found = found_in(example, rule.where, rules);
  if (found != example.is) return fmt::format("is {}, expected {}", quoted(found), quoted(example.is));
  if (!example.is.empty() && !finds_in_a_line(rule, example.text, rules))
    return "never fires in its own example: another rule is taken";
  return "";
}

}  // namespace

void check_publication_examples(const PublicationRules& rules, Failures& failures) {
  for (const auto& rule : rules.rules()) {
    const auto shows_something = [](const StampExample& example) { return !example.is.empty(); };
    if (std::none_of(rule.examples.begin(), rule.examples.end(), shows_something))
      failures.add(rule.node, rule.id + ": has no example of what it finds; every rule needs one");
    for (const auto& example : rule.examples)
      if (const auto wrong = difference(rule, example, rules); !wrong.empty())
        failures.add(example.where, fmt::format("{}: '{}' {}", rule.id, example.text, wrong));
  }
}

}  // namespace dateline
