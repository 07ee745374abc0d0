// How a text is read, for people. Tested by tests/cli/cli_test.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "pipeline/pipeline.h"

namespace dateline {
namespace {

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
    if (attempt.begin < m.end && m.begin < attempt.end && attempt.outcome != "taken")
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

}  // namespace

std::string explain(std::string_view text, const std::optional<Moment>& published, const Rules& rules) {
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
  return out;
}

}  // namespace dateline
