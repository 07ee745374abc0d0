// Which of two events of a sentence comes first, and by how many days: "three days before the summit".
// See remarks.h. Tested by tests/check/check_test.cpp.
#include <algorithm>

#include "extract/remarks.h"

namespace dateline {
namespace {

constexpr std::uint32_t order_reach = 9;  // tokens from "before" to "summit"

class Orders {
 public:
  Orders(RemarkedSentence& sentence, const SentenceView& view)
      : at_(sentence),
        r_(sentence.read),
        s_(sentence.sentence),
        rules_(sentence.read.rules.checks),
        events_(sentence.read.rules.events),
        view_(view) {}

  void run() {
    const bool revived = rules_.flags.at(Remark::Kind::revived).pattern->find(r_.letters(s_.begin, s_.end)).matched;
    for (const auto& hit : view_.hits) {
      if (!events_.kinds.at(hit.trigger->kind).once) continue;
      order(hit);
      if (!revived || at_.first != at_.last) continue;
      at_.claims.push_back(other_claim(hit, s_.begin));
      at_.claims.back().remarks.push_back({Remark::Kind::revived, span_of(hit), "", {}, {}, {}});
    }
  }

 private:
  Span span_of(const Hit& hit) const { return r_.span(hit.first, hit.last); }

  /// Said of the nearest other event of the sentence.
  void order(const Hit& hit) {
    for (std::uint32_t gap = hit.first; gap > s_.begin && gap + order_reach > hit.first; --gap) {
      if (!rules_.order_gap.pattern->matches(r_.letters(gap, hit.first))) continue;
      for (const bool is_before : {true, false}) {
        const Capture word = (is_before ? events_.before : events_.after).pattern->find(r_.letters(s_.begin, gap));
        if (!word.matched) continue;
        const auto begin = r_.tokens.token_at(word.begin + r_.tokens.tokens[s_.begin].letter);
        Claim* claim = told_of(begin, span_of(hit));
        if (!claim || !add_order(*claim, span_of(hit), begin, is_before)) return;
        return tell_of(hit, begin, Claim(*claim));
      }
    }
  }

  /// The other event, as extract tells of it; else, or where extract has no date for it but "the day after" or that of
  /// the first, as the order names it: where it names nobody, it is of those who take part in the first.
  void tell_of(const Hit& hit, std::uint32_t word, const Claim& teller) {
    const Span order = teller.remarks.back().words;
    Claim other = other_claim(hit, word);
    if (other.actors.empty() && other.place.name.empty()) other.actors = teller.actors;
    for (std::size_t i = at_.first; i < at_.last; ++i) {
      Claim& claim = at_.claims[i];
      if (claim.trigger != span_of(hit)) continue;
      const bool dated_by_order = (claim.expression.begin < order.end && order.begin < claim.expression.end) ||
                                  (!claim.expression.empty() && claim.expression == teller.expression);
      if (dated_by_order) claim = std::move(other);
      if (dated_by_order || has_date(claim.when)) return;
    }
    at_.claims.push_back(std::move(other));
  }

  Claim* told_of(std::uint32_t word, Span other) {
    Claim* best = nullptr;
    const std::size_t byte = r_.tokens.tokens[word].begin;
    for (std::size_t i = at_.first; i < at_.last; ++i)
      if (at_.claims[i].trigger != other && at_.claims[i].trigger.end <= byte) best = &at_.claims[i];
    for (std::size_t i = at_.first; i < at_.last && !best; ++i)
      if (at_.claims[i].trigger.begin > other.end) best = &at_.claims[i];
    return best;
  }

  /// Days from the start of the other event, both inclusive; nothing bounds "before" but the day itself.
  bool add_order(Claim& claim, Span other, std::uint32_t word, bool is_before) const {
    const auto amount = std::find_if(at_.times.begin(), at_.times.end(), [&](const Mention* m) {
      return m->last_token == word && m->dated && m->dated->type == TimexType::duration;
    });
    const bool has_amount = amount != at_.times.end();
    Remark remark{Remark::Kind::order,
                  {r_.tokens.tokens[has_amount ? (*amount)->first_token : word].begin, other.end},
                  "",
                  {},
                  {},
                  other};
    std::optional<std::pair<int, int>> count;
    if (has_amount)
      count = length_in_days(**amount);
    else if (rules_.order_day.pattern->find(r_.letters(s_.begin, word)).matched)
      count = {1, 1};
    if (has_amount && !count) return false;  // "months before": no arithmetic
    if (!count) (is_before ? remark.most : remark.least) = 0;
    if (count) remark.least = is_before ? -count->second : count->first;
    if (count) remark.most = is_before ? -count->first : count->second;
    claim.remarks.push_back(std::move(remark));
    return true;
  }

  /// An event that is only spoken of: its kind, who and where, for check to find it by. Names stand behind `from`.
  Claim other_claim(const Hit& hit, std::uint32_t from) const {
    Claim claim = bare_claim(r_, s_, span_of(hit), ClaimType::other);
    claim.trigger = claim.expression;
    claim.topic = hit.trigger->kind;
    for (const auto& name : view_.names) {
      if (name.last <= from || name.entity->code.empty() || view_.clause_of(name.first) != view_.clause_of(hit.first))
        continue;
      const Entity& e = *name.entity;
      const bool begins_anew = !claim.place.name.empty() &&
                               r_.letters(hit.last, name.first).find(letters::sign(',')) != std::string_view::npos;
      if (begins_anew) break;  // "before the summit in The Hague, Starmer will meet Merz"
      const bool is_place = view_.stands_before(events_.at, name.first) && e.kind != Entity::Kind::person;
      if (is_place)
        claim.place = {e.name, e.code, e.latitude, e.longitude, e.kind == Entity::Kind::country};
      else
        claim.actors.push_back({e.name, e.short_name, e.code, e.kind == Entity::Kind::person});
    }
    return claim;
  }

  RemarkedSentence& at_;
  const Reading& r_;
  const Sentence s_;
  const CheckRules& rules_;
  const EventRules& events_;
  const SentenceView& view_;
};

}  // namespace

bool tells_orders(const RemarkedSentence& at) {
  const auto letters = at.read.letters(at.sentence.begin, at.sentence.end);
  const auto& rules = at.read.rules;
  return rules.checks.flags.at(Remark::Kind::revived).pattern->find(letters).matched ||
         (at.first != at.last && rules.events.order.pattern->find(letters).matched);
}

void add_orders(RemarkedSentence& sentence, const SentenceView& view) { Orders(sentence, view).run(); }

}  // namespace dateline
