// How a text is read, for people. Tested by tests/pipeline/explain_test.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/pipeline.h"

namespace dateline {
namespace {

constexpr std::string_view taken = "taken";

std::string shown(const std::optional<Moment>& moment) { return moment ? to_string(*moment) : "open"; }

std::string shown(const Dated& d) {
  std::string out = fmt::format("{} {}", name(d.type), d.value);
  if (!d.mod.empty()) out += " mod " + d.mod;
  if (d.interval.begin || d.interval.end)
    out += fmt::format(", from {} to {} (exclusive)", shown(d.interval.begin), shown(d.interval.end));
  if (!d.reason.empty()) out += ": " + d.reason;
  return out;
}

void add_mention(std::string& out, const Mention& m, std::string_view text, const std::vector<Attempt>& attempts) {
  out += fmt::format("“{}” ({}–{})\n  rule {}\n", text.substr(m.begin, m.end - m.begin), m.begin, m.end, m.rule);
  for (const auto& attempt : attempts)
    if (attempt.begin < m.end && m.begin < attempt.end && attempt.outcome != taken)
      out += fmt::format("  {} on “{}” {}\n", attempt.rule, text.substr(attempt.begin, attempt.end - attempt.begin),
                         attempt.outcome);
  if (m.dated)
    out += "  is " + shown(*m.dated) + "\n";
  else
    out += "  has no date\n";
  for (const auto& other : m.others) out += "  or " + shown(other) + "\n";
  if (m.impossible) out += "  names a date that does not exist\n";
  if (m.bound != Bound::none)
    out +=
        fmt::format("  bound “{}”: from {} to {}\n", name(m.bound), shown(m.bounded().begin), shown(m.bounded().end));
}

std::string quoted(std::string_view text, const Span& span) {
  return fmt::format("“{}”", text.substr(span.begin, span.end - span.begin));
}

std::string listed(const std::vector<Actor>& actors) {
  std::string out;
  for (const auto& actor : actors)
    out += (out.empty() ? "" : ", ") + actor.name + (actor.code.empty() ? "" : " (" + actor.code + ")");
  return out.empty() ? "nobody" : out;
}

void add_claim(std::string& out, const Claim& claim, std::string_view text) {
  const std::string kind = claim.type == ClaimType::act ? "act " + claim.plover : claim.kind;
  out += fmt::format("  is {}, {}, {}", kind, name(claim.status), in_words(claim.when));
  out += claim.expression.empty() ? "\n" : " by " + quoted(text, claim.expression) + "\n";
  out += fmt::format("  who: {}\n", listed(claim.actors));
  if (!claim.place.name.empty()) out += fmt::format("  where: {} ({})\n", claim.place.name, claim.place.country);
  if (!claim.series.empty()) out += "  one of the series " + claim.series + "\n";
}

/// Each trigger with its claims, or with why it made none; then the acts.
void add_events(std::string& out, const std::vector<TriggerAttempt>& attempts, const std::vector<Claim>& claims,
                std::string_view text) {
  for (const auto& attempt : attempts) {
    out += fmt::format("{} by {} {}\n", quoted(text, attempt.words), attempt.rule, attempt.outcome);
    for (const auto& claim : claims)
      if (claim.type == ClaimType::event && claim.trigger == attempt.words && attempt.outcome == taken)
        add_claim(out, claim, text);
  }
  for (const auto& claim : claims)
    if (claim.type == ClaimType::act) {
      out += fmt::format("{} by {}\n", quoted(text, claim.trigger), claim.rule);
      add_claim(out, claim, text);
    }
}

}  // namespace

std::string explain(std::string_view text, const std::optional<Moment>& published, const Rules& rules,
                    const Gazetteer& gazetteer) {
  const auto [tokens, mentions, attempts] = date_text(text, published, rules, true);
  std::string out = published ? "published " + to_string(*published) + "\n"
                              : "publication unknown: what leans on it stays unresolved\n";
  for (const auto& m : mentions) add_mention(out, m, text, attempts);
  for (const auto& attempt : attempts) {
    const auto covered = [&](const Mention& m) { return attempt.begin < m.end && m.begin < attempt.end; };
    if (std::none_of(mentions.begin(), mentions.end(), covered))
      out += fmt::format("“{}” is none: {} {}\n", text.substr(attempt.begin, attempt.end - attempt.begin), attempt.rule,
                         attempt.outcome);
  }
  if (mentions.empty() && attempts.empty()) out += "no time expression\n";
  Document document;
  document.text = text;
  document.published = published;
  std::vector<TriggerAttempt> triggers;
  std::vector<Claim> acts;
  auto claims = extract(document, tokens, mentions, extract_rules(rules), gazetteer, &acts, &triggers);
  claims.insert(claims.end(), acts.begin(), acts.end());
  add_events(out, triggers, claims, text);
  if (triggers.empty() && acts.empty()) out += "no event\n";
  return out;
}

}  // namespace dateline
