// Reasons to believe one claim rather than another, strongest first. See rank.h.
#include "check/rank.h"

#include <algorithm>
#include <tuple>

#include "base/ascii.h"
#include "base/letters.h"

namespace dateline {
namespace {

bool has_digit(const std::string& text) { return std::any_of(text.begin(), text.end(), ascii::is_digit); }

/// 0 a full date, 1 a day named otherwise, 2 a week, 3 a month, 4 more, 5 no date.
int vagueness(const Claim& c) {
  if (!has_date(c.when)) return 5;
  if (c.when.granularity <= Granularity::day) return has_digit(c.expression_text) ? 0 : 1;
  if (c.when.granularity <= Granularity::week) return 2;
  return c.when.granularity == Granularity::month ? 3 : 4;
}

bool is_planned(const Claim& c) {
  return c.status == Status::scheduled || c.status == Status::proposed || c.status == Status::postponed;
}

/// 0 an office, 1 an agency, 2 whoever else.
int distance_to_source(const Claim& c) {
  return has(c, Remark::Kind::official) ? 0 : has(c, Remark::Kind::agency) ? 1 : 2;
}

date::sys_seconds published_at(const Claim& c) {
  return c.document.published ? c.document.published->instant() : date::sys_seconds::min();
}

}  // namespace

bool has(const Claim& claim, Remark::Kind kind) {
  return std::any_of(claim.remarks.begin(), claim.remarks.end(), [&](const Remark& r) { return r.kind == kind; });
}

std::string story_of(const Claim& claim) { return utf8::letters_and_digits(claim.text); }

std::string reason_to_prefer(const Claim& a, int contradicted_a, const Claim& b, int contradicted_b) {
  if (contradicted_a < contradicted_b) return "more reports agree with it";
  if (contradicted_a > contradicted_b) return "";
  if (vagueness(a) != vagueness(b)) return vagueness(a) < vagueness(b) ? "names the date more exactly" : "";
  if (is_planned(a) && is_planned(b) && published_at(a) != published_at(b))
    return published_at(a) > published_at(b) ? "the later report of a plan" : "";
  if (distance_to_source(a) != distance_to_source(b))
    return distance_to_source(a) > distance_to_source(b) ? ""
           : distance_to_source(a) == 0                  ? "names an office as its source"
                                                         : "names an agency as its source";
  return "";
}

bool is_preferred(const Claim& a, int contradicted_a, const Claim& b, int contradicted_b) {
  if (!reason_to_prefer(a, contradicted_a, b, contradicted_b).empty()) return true;
  if (!reason_to_prefer(b, contradicted_b, a, contradicted_a).empty()) return false;
  return std::tuple(published_at(a), a.document.id, a.sentence.begin, a.expression.begin) <
         std::tuple(published_at(b), b.document.id, b.sentence.begin, b.expression.begin);
}

std::vector<Finding::Evidence> ranked(const std::vector<std::size_t>& claims, const std::vector<Claim>& all,
                                      const Contradicted& contradicted) {
  const auto count = [&](std::size_t claim) {
    const auto found = contradicted.find(claim);
    return found == contradicted.end() ? 0 : found->second;
  };
  std::vector<std::size_t> order = claims;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return is_preferred(all[a], count(a), all[b], count(b)); });
  std::vector<Finding::Evidence> evidence;
  for (const std::size_t claim : order) evidence.push_back({claim, Rank::normal, ""});
  if (order.size() < 2) return evidence;
  const std::string reason =
      reason_to_prefer(all[order.front()], count(order.front()), all[order.back()], count(order.back()));
  evidence.front().rank = Rank::preferred;
  evidence.front().reason = reason.empty() ? "the first to report it; nothing else tells them apart" : reason;
  evidence.back().rank = Rank::deprecated;
  evidence.back().reason = "without it the others agree";
  std::sort(evidence.begin(), evidence.end(), [](const auto& a, const auto& b) { return a.claim < b.claim; });
  return evidence;
}

}  // namespace dateline
