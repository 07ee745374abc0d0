// When things that last began: each noun gets a place, each start and each age the noun that it belongs to.
// See remarks.h.
#include <algorithm>
#include <map>

#include "extract/remarks.h"

namespace dateline {
namespace {

using date::days;
using date::local_days;

/// A noun of rules: tokens [first, last).
struct Thing {
  std::uint32_t first = 0, last = 0;
  std::string what;   ///< "war"
  std::string place;  ///< "Ukraine", "eastern Ukraine"; empty where the text does not say
};

/// How far a noun may stand before its age, in tokens.
constexpr std::uint32_t reach = 14;
/// How far behind a noun its place may stand: "the war between Israel and Hamas in Gaza".
constexpr std::uint32_t place_reach = 7;

class Lasting {
 public:
  Lasting(const Reading& read, const World& world)
      : r_(read), rules_(read.rules.checks), names_(world.names_in(read.tokens, read.document.published)) {}

  std::vector<Claim> run() {
    for (const auto& sentence : r_.tokens.sentences) find_things(sentence);
    place_the_rest();
    for (const auto& sentence : r_.tokens.sentences) {
      add_ages(sentence);
      add_starts(sentence);
    }
    return std::move(claims_);
  }

 private:
  void find_things(const Sentence& s) {
    const auto letters = r_.letters(s.begin, s.end);
    const std::size_t offset = r_.tokens.tokens[s.begin].letter;
    for (const auto& [what, nouns] : rules_.lasting)
      for (std::size_t from = 0; from < letters.size();) {
        const Capture found = nouns.pattern->find(letters, from);
        if (!found.matched || found.end <= found.begin) break;
        from = found.end;
        if (rules_.not_lasting.pattern->find(letters.substr(0, found.begin)).matched) continue;
        Thing thing{r_.tokens.token_at(found.begin + offset), r_.tokens.token_at(found.end + offset), what, ""};
        thing.place = place_of(thing, s);
        things_.push_back(thing);
      }
    std::sort(things_.begin(), things_.end(), [](const Thing& a, const Thing& b) { return a.first < b.first; });
  }

  /// The place named right behind the noun ("invasion of Ukraine"), else right before it ("Ukraine war"), else whose it
  /// is.
  std::string place_of(const Thing& thing, const Sentence& s) const {
    for (const auto& name : names_) {
      if (name.first < thing.last) continue;
      if (name.first >= s.end || name.first > thing.last + place_reach) break;
      if (name.first == thing.last || rules_.place_behind.pattern->matches(r_.letters(thing.last, name.first)))
        return name_of(name, thing.last);
    }
    for (auto name = names_.rbegin(); name != names_.rend(); ++name) {
      if (name->last > thing.first || name->first < s.begin) continue;
      const auto between = r_.letters(name->last, thing.first);
      const bool owner =
          name->use == NameUse::adjective || !(between.empty() || rules_.place_before.pattern->matches(between));
      const bool places = owner ? rules_.owned.pattern->matches(r_.letters(name->last, thing.last)) &&
                                      (between.empty() || rules_.owned_by.pattern->matches(between))
                                : true;
      return places ? name_of(*name, name->first) : "";
    }
    return "";
  }

  /// With its compass ("eastern Ukraine"), which makes it another place.
  std::string name_of(const Named& name, std::uint32_t from) const {
    const auto kind = name.entity->kind;
    if (kind == Entity::Kind::person || kind == Entity::Kind::organisation) return "";
    const auto compass = r_.rules.lexicon.find_class("compass");
    if (name.first > from && compass &&
        r_.rules.lexicon.value(*compass, r_.tokens.text_of(r_.tokens.tokens[name.first - 1])))
      return std::string(r_.tokens.text_of(r_.tokens.tokens[name.first - 1])) + " " + name.entity->name;
    return name.entity->name;
  }

  /// "the war" is the one last named; before any is, the one that the text names most.
  void place_the_rest() {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const auto& thing : things_)
      if (!thing.place.empty()) ++counts[{thing.what, thing.place}];
    std::map<std::string, std::string> last;
    for (const auto& [what_place, count] : counts) {
      auto& most = last[what_place.first];
      if (most.empty() || count > counts[{what_place.first, most}]) most = what_place.second;
    }
    for (auto& thing : things_) {
      if (thing.place.empty())
        thing.place = last[thing.what];
      else
        last[thing.what] = thing.place;
    }
  }

  const Thing* last_thing(std::uint32_t from, std::uint32_t to) const {
    const Thing* last = nullptr;
    for (const auto& thing : things_)
      if (thing.first >= from && thing.last <= to) last = &thing;
    return last && !last->place.empty() ? last : nullptr;
  }

  // Ages

  void add_ages(const Sentence& s) {
    if (!r_.document.published) return;
    const std::size_t offset = r_.tokens.tokens[s.begin].letter;
    std::uint32_t read_to = s.begin;  // of two rules that fit, the first counts
    for (const auto& rule : rules_.ages) {
      const auto found = rule.match.find(r_.tokens, r_.rules.lexicon, s.begin, s.end, 0);
      if (!found) continue;
      const auto first = r_.tokens.token_at(found->begin + offset), last = r_.tokens.token_at(found->end + offset);
      const Thing* thing = rule.subject_within ? last_thing(first, last) : subject_before(s, first);
      if (first < read_to || !thing || is_of_another_time(s, first)) continue;
      if (const auto when = began(rule, *found)) {
        add(s, *thing, r_.span(first, last), *when, ClaimType::age);
        read_to = last;
      }
    }
  }

  const Thing* subject_before(const Sentence& s, std::uint32_t token) const {
    const Thing* thing = last_thing(token > s.begin + reach ? token - reach : s.begin, token);
    return thing && (thing->last == token || rules_.link.pattern->matches(r_.letters(thing->last, token))) ? thing
                                                                                                           : nullptr;
  }

  bool is_of_another_time(const Sentence& s, std::uint32_t token) const {
    const auto from = token > s.begin + 3 ? token - 3 : s.begin;
    return rules_.not_age.pattern->find(r_.letters(from, token)).matched;
  }

  std::optional<When> began(const AgeRule& rule, const CountPattern::Match& found) const {
    const auto unit = parse_unit(found.unit.empty() ? rule.unit : found.unit);
    if (!unit || found.count < 1) return std::nullopt;
    const double length = *unit == Unit::year    ? 365.25
                          : *unit == Unit::month ? 30.44
                          : *unit == Unit::week  ? 7
                          : *unit == Unit::day   ? 1
                                                 : 0;
    if (length == 0) return std::nullopt;
    const local_days today = r_.document.published->day();
    const auto ago = [&](double units) { return today - days{static_cast<int>(units * length)}; };
    local_days earliest = ago(found.count + rule.to), latest = ago(found.count + rule.from);
    if (rule.calendar && *unit == Unit::year)
      latest = std::max(
          latest, local_days{(date::year_month_day{today}.year() - date::years{static_cast<int>(found.count) - 1}) /
                             date::December / 31});
    When w;
    w.earliest_start = Moment{earliest};
    w.latest_start = Moment{latest};
    w.granularity = granularity(*unit);
    return w;
  }

  static Granularity granularity(Unit unit) {
    return unit == Unit::year    ? Granularity::year
           : unit == Unit::month ? Granularity::month
           : unit == Unit::week  ? Granularity::week
                                 : Granularity::day;
  }

  // Starts

  void add_starts(const Sentence& s) {
    const auto letters = r_.letters(s.begin, s.end);
    if (rules_.not_start.pattern->find(letters).matched) return;
    for (const auto& m : r_.mentions) {
      if (m.first_token < s.begin || m.last_token > s.end || !names_start(m)) continue;
      const Thing* thing = begun_behind(s, m);
      if (!thing) thing = begun_before(s, m);
      if (thing)
        add(s, *thing, r_.span(std::min(thing->first, m.first_token), std::max(thing->last, m.last_token)),
            start_within(m), ClaimType::start);
    }
  }

  bool names_start(const Mention& m) const {
    if (!m.dated || m.dated->type == TimexType::set || m.value.op != Value::Op::partial || m.bound == Bound::before ||
        m.bound == Bound::no_later_than)
      return false;
    const auto& i = m.dated->interval;
    return i.begin && i.end && m.dated->granularity != Granularity::none && m.dated->granularity <= Granularity::year &&
           r_.document.published && i.begin->day() <= r_.document.published->day();
  }

  static When start_within(const Mention& m) {
    When w;
    w.earliest_start = Moment{m.dated->interval.begin->day()};
    w.latest_start =
        Moment{(m.dated->interval.end->at.time_since_epoch() > m.dated->interval.begin->at.time_since_epoch() + days{1}
                    ? m.dated->interval.end->day() - days{1}
                    : m.dated->interval.begin->day())};
    w.granularity = std::max(m.dated->granularity, Granularity::day);
    return w;
  }

  const Thing* begun_behind(const Sentence& s, const Mention& m) const {
    const std::size_t end = rules_.starts_behind.pattern->match_at(r_.letters(m.last_token, s.end), 0);
    if (end == std::string_view::npos) return nullptr;
    return last_thing(m.last_token, r_.tokens.token_at(end + r_.tokens.tokens[m.last_token].letter));
  }

  const Thing* begun_before(const Sentence& s, const Mention& m) const {
    const auto ahead = r_.letters(s.begin, m.first_token);
    for (const auto& start : rules_.starts_before) {
      const Capture found = start.pattern->find(ahead);
      if (!found.matched) continue;
      if (const Thing* thing =
              last_thing(r_.tokens.token_at(found.begin + r_.tokens.tokens[s.begin].letter), m.first_token))
        return thing;
    }
    return nullptr;
  }

  void add(const Sentence& s, const Thing& thing, Span words, const When& when, ClaimType type) {
    Claim claim = bare_claim(r_, s, words, type);
    claim.topic = thing.what + ", " + thing.place;
    claim.when = when;
    claim.status = Status::held;
    claims_.push_back(std::move(claim));
  }

  const Reading& r_;
  const CheckRules& rules_;
  std::vector<Named> names_;
  std::vector<Thing> things_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> lasting_things(const Reading& read, const World& world) { return Lasting(read, world).run(); }

}  // namespace dateline
