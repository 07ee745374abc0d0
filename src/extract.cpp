// Makes claims: what a sentence says of an event, who takes part, where, when and how it stands.
// A time expression dates the trigger that is nearest to it. Tested by tests/extract_test.cpp.
#include "dateline/extract.h"

#include <algorithm>

#include "claim_when.h"
#include "focus.h"

namespace dateline {
namespace {

constexpr int date_reach = 24;   // tokens, clause boundaries counted extra: how far a date may stand from what it dates
constexpr int actor_reach = 26;  // the same for an actor
constexpr int place_reach = 26;
constexpr std::uint32_t status_reach = 12;  // tokens of its clause around a trigger that tell how the event stands
constexpr std::uint32_t off_reach = 14;     // tokens of the next clause that tell that it is off
constexpr std::uint32_t dateline_reach = 14;  // tokens before the dash of a dateline
constexpr std::size_t inherit_reach = 600;  // bytes: how far back "the summit" may point

class Extractor {
 public:
  Extractor(const Document& document, const Tokens& tokens, const std::vector<Mention>& mentions, const Rules::Parts& parts, const World& world)
      : document_(document), tokens_(tokens), mentions_(mentions), parts_(parts), rules_(parts.events), world_(world), focus_(world, document.published) {}

  std::vector<Claim> run() {
    const auto names = world_.names_in(tokens_, document_.published);
    auto name = names.begin();
    auto mention = mentions_.begin();
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s) {
      const Sentence& sentence = tokens_.sentences[s];
      std::vector<Named> here;
      std::vector<const Mention*> times;
      for (; name != names.end() && name->first < sentence.end; ++name) here.push_back(*name);
      for (; mention != mentions_.end() && mention->sentence == s; ++mention) times.push_back(&*mention);
      drop_dateline(sentence, here);
      const SentenceView view = view_of(tokens_, sentence, parts_, std::move(here), std::move(times));
      for (const auto& hit : view.hits) add_claim(view, hit);
      focus_.read(view);
    }
    return std::move(claims_);
  }

 private:
  /// "KUALA LUMPUR, Oct 26 (Reuters) –": where the report was written is neither place nor actor.
  void drop_dateline(const Sentence& sentence, std::vector<Named>& names) const {
    const auto is_upper_word = [&](std::uint32_t t) {
      const auto word = tokens_.text_of(tokens_.tokens[t]);
      return word.size() > 2 && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    if (!is_upper_word(sentence.begin)) return;
    for (std::uint32_t t = sentence.begin; t < std::min(sentence.end, sentence.begin + dateline_reach); ++t) {
      const char sign = tokens_.letters[tokens_.tokens[t].letter];
      const bool spaced = tokens_.letters[tokens_.tokens[t].letter - (t > 0 ? 1 : 0)] == ' ';
      const bool dash = (sign == '-' && (spaced || tokens_.text_of(tokens_.tokens[t]) != "-")) || tokens_.text_of(tokens_.tokens[t]) == "—";
      if (dash) return void(std::erase_if(names, [&](const Named& n) { return n.last <= t; }));
    }
  }

  void add_claim(const SentenceView& view, const Hit& hit) {
    if (is_skipped(view, hit)) return;
    Claim claim;
    claim.kind = hit.trigger->kind;
    claim.plover = rules_.kinds.at(claim.kind).plover;
    claim.rule = hit.trigger->id;
    const Named* place = place_of(view, hit);
    if (place) claim.place = place_from(*place->entity);
    claim.actors = actors_of(view, hit, place);
    const bool lacking = weight(claim.actors) < hit.trigger->needs;
    if (lacking && !inherit(view, hit, claim)) return;
    const auto said = status_of(view, hit);
    const Mention* mention = date_of(view, hit, said == Status::cancelled || said == Status::postponed);
    if (!date(view, hit, mention, said, claim)) return;
    if (rules_.kinds.at(claim.kind).unplanned && claim.status != Status::held) return;
    if (hit.trigger->leads_to_place && !leads_abroad(claim)) return;
    finish(view, mention, claim);
  }

  /// A visit leads somewhere that is not the guest's own country.
  static bool leads_abroad(const Claim& claim) {
    return !claim.place.name.empty() && std::any_of(claim.actors.begin(), claim.actors.end(), [&](const Actor& a) { return a.code != claim.place.country; });
  }

  bool is_skipped(const SentenceView& view, const Hit& hit) const {
    const auto clause_first = first_of_clause(view, hit.first);
    return rules_.skip.pattern->find(view.letters(clause_first, hit.first)).matched;
  }

  static std::uint32_t first_of_clause(const SentenceView& view, std::uint32_t token) {
    std::uint32_t first = token;
    while (first > view.sentence.begin && view.clause_of(first - 1) == view.clause_of(token)) --first;
    return first;
  }
  static std::uint32_t end_of_clause(const SentenceView& view, std::uint32_t token) {
    std::uint32_t end = token;
    while (end < view.sentence.end && view.clause_of(end) == view.clause_of(token)) ++end;
    return end;
  }

  // Place

  static Place place_from(const Entity& e) {
    Place place;
    place.name = e.name;
    place.country = e.code;
    place.latitude = e.latitude;
    place.longitude = e.longitude;
    place.is_whole_country = e.kind == Entity::Kind::country;
    return place;
  }

  bool can_be_place(const Named& name) const {
    return name.is_place() || (name.entity->kind == Entity::Kind::country && name.use == NameUse::name);
  }
  bool stands_as_place(const SentenceView& view, const Named& name) const { return can_be_place(name) && rules_.at.pattern->find(view.before(name.first)).matched; }
  bool follows_directly(const SentenceView& view, const Named& name, const Hit& hit) const {
    return name.last == hit.first && (name.is_place() || (hit.trigger->leads_to_place && can_be_place(name))) && view.tokens.letters[view.tokens.tokens[hit.first].letter - 1] == ' ';
  }

  /// Behind the trigger where it leads somewhere; else the nearest "in PLACE"; else the name before the noun ("Kuala Lumpur talks").
  const Named* place_of(const SentenceView& view, const Hit& hit) const {
    if (rules_.kinds.at(hit.trigger->kind).placeless) return nullptr;
    const Named* best = nullptr;
    int best_distance = place_reach;
    for (const auto& name : view.names) {
      if (!can_be_place(name)) continue;
      int distance = view.distance(name.first, name.last, hit.first, hit.last);
      if (hit.trigger->leads_to_place && name.first >= hit.last && name.first <= hit.last + 1) distance = 0;
      else if (follows_directly(view, name, hit)) distance = 1;
      else if (!stands_as_place(view, name)) continue;
      if (nearer_hit(view, hit, name.first, name.last)) continue;
      if (name.last <= hit.first && distance > 1) distance += 4;
      if (distance < best_distance) {
        best = &name;
        best_distance = distance;
      }
    }
    return best;
  }

  /// True where a trigger of another kind stands nearer to the tokens: "a strike, with attacks on …" is one event.
  /// One that only a "by" dates ("is planned for") takes nothing else.
  static bool nearer_hit(const SentenceView& view, const Hit& hit, std::uint32_t first, std::uint32_t last, bool is_by = false) {
    const int mine = view.distance(first, last, hit.first, hit.last);
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const Hit& other) {
      if (other.trigger->kind == hit.trigger->kind || (other.trigger->date == Trigger::Date::by && !is_by)) return false;
      return view.distance(first, last, other.first, other.last) < mine;
    });
  }

  // Actors

  bool is_actor(const SentenceView& view, const Hit& hit, const Named& name, const Named* place) const {
    if (&name == place || (!hit.trigger->upon && rules_.about.pattern->find(view.before(name.first)).matched)) return false;
    if (name.entity->kind == Entity::Kind::region) return false;
    if (name.entity->kind == Entity::Kind::city && !name.entity->is_capital) return false;
    return !stands_as_place(view, name);
  }

  /// A capital that acts is its country; the adjective before "leader" its leader.
  const Entity* actor_of(const SentenceView& view, const Named& name) const {
    if (name.entity->kind == Entity::Kind::city) return world_.country(name.entity->code);
    if (name.use != NameUse::adjective) return name.entity;
    for (const auto& focus : rules_.focus)
      if (focus.on == FocusOn::leader && name.last < view.sentence.end && focus.match.pattern->match_at(view.behind(name.last), 0) != std::string_view::npos)
        if (const Entity* leader = focus_.leader(name)) return leader;
    return name.entity;
  }

  /// How many take part: an organisation is many.
  std::size_t weight(const std::vector<Actor>& actors) const {
    std::size_t total = 0;
    for (const auto& actor : actors) {
      const Entity* entity = world_.country(actor.code);
      total += !actor.is_person && entity && entity->kind == Entity::Kind::organisation ? 2 : 1;
    }
    return total;
  }

  static Actor actor_from(const Entity& e) { return {e.name, e.short_name, e.code, e.kind == Entity::Kind::person}; }

  static void add_actor(std::vector<Actor>& actors, const Entity* entity) {
    if (!entity || entity->code.empty()) return;
    const Actor actor = actor_from(*entity);
    for (auto& known : actors) {
      if (known.name == actor.name) return;
      if (known.code != actor.code || (known.is_person && actor.is_person)) continue;
      if (actor.is_person) known = actor;  // the person stands for the country
      return;
    }
    actors.push_back(actor);
  }

  std::vector<Actor> actors_of(const SentenceView& view, const Hit& hit, const Named* place) const {
    std::vector<Actor> actors;
    const EventKind& kind = rules_.kinds.at(hit.trigger->kind);
    if (const Entity* person = kind.states_only ? nullptr : pronoun_of(view, hit)) add_actor(actors, person);
    for (const auto& name : view.names) {
      if (!is_actor(view, hit, name, place) || !takes_part(view, hit, name)) continue;
      const Entity* actor = kind.states_only ? world_.country(name.entity->code) : actor_of(view, name);
      if (!kind.states_only || name.entity->kind != Entity::Kind::person) add_actor(actors, actor);
    }
    if (weight(actors) < 2 && !kind.states_only && speaks_of_pair(view, hit))
      for (const Entity* entity : focus_.pair(named_in(view, hit, place))) add_actor(actors, entity);
    if (actors.size() == 1 && weight(actors) < kind.parties) add_partner(actors);
    if (hit.trigger->needs_person && actors.empty()) return {};
    if (hit.trigger->leads_to_place && place) add_actor(actors, world_.country(place->entity->code));
    return actors;
  }

  /// Whom the sentence names as actors, however far from the trigger.
  std::vector<const Entity*> named_in(const SentenceView& view, const Hit& hit, const Named* place) const {
    std::vector<const Entity*> here;
    for (const auto& name : view.names)
      if (is_actor(view, hit, name, place)) here.push_back(actor_of(view, name));
    return here;
  }

  /// Of the two that the text is about, the other one.
  void add_partner(std::vector<Actor>& actors) const {
    const auto pair = focus_.pair({});
    if (pair.size() < 2) return;
    for (std::size_t i = 0; i < 2; ++i)
      if (pair[i]->code == actors.front().code) return add_actor(actors, pair[1 - i]);
  }

  /// Near enough; of a visit, only who stands before it in its clause, or behind "by".
  bool takes_part(const SentenceView& view, const Hit& hit, const Named& name) const {
    if (view.distance(name.first, name.last, hit.first, hit.last) > actor_reach) return false;
    if (!hit.trigger->leads_to_place) return true;
    if (name.last <= hit.first) return view.clause_of(name.first) == view.clause_of(hit.first);
    return rules_.by.pattern->find(view.before(name.first)).matched;
  }

  /// True where words for several actors stand before the trigger's end.
  bool speaks_of_pair(const SentenceView& view, const Hit& hit) const {
    const auto all = view.letters(view.sentence.begin, view.sentence.end), reach = view.letters(view.sentence.begin, hit.last);
    return std::any_of(rules_.focus.begin(), rules_.focus.end(), [&](const FocusRule& f) {
      if (f.on != FocusOn::pair) return false;
      const Capture found = f.match.pattern->find(reach);
      return found.matched && (!f.guard || f.guard->allows(all.substr(0, found.begin), all.substr(found.end)));
    });
  }

  /// Whom a "he" in the clause of the trigger stands for: who was named before it.
  const Entity* pronoun_of(const SentenceView& view, const Hit& hit) const {
    const auto first = first_of_clause(view, hit.first);
    for (const auto& focus : rules_.focus) {
      if (focus.on != FocusOn::person) continue;
      const Capture found = focus.match.pattern->find(view.letters(first, hit.first));
      if (found.matched) return focus_.person_before(view, tokens_.token_at(found.begin + tokens_.tokens[first].letter), rules_);
    }
    return nullptr;
  }

  /// "The summit …" without names speaks of the last one that the text told of.
  bool inherit(const SentenceView& view, const Hit& hit, Claim& claim) const {
    const bool names_its_own = hit.last < view.sentence.end && rules_.of.pattern->match_at(view.behind(hit.last), 0) != std::string_view::npos;
    if (hit.trigger->needs_person || hit.first == view.sentence.begin || names_its_own) return false;
    for (auto earlier = claims_.rbegin(); earlier != claims_.rend(); ++earlier) {
      if (tokens_.tokens[view.sentence.begin].begin - earlier->sentence.end > inherit_reach) return false;
      if (!rules_.share_family(earlier->kind, claim.kind) || weight(earlier->actors) < hit.trigger->needs || !are_among(claim.actors, earlier->actors)) continue;
      for (const auto& actor : earlier->actors)
        if (std::none_of(claim.actors.begin(), claim.actors.end(), [&](const Actor& a) { return a.code == actor.code; })) claim.actors.push_back(actor);
      if (claim.place.name.empty()) claim.place = earlier->place;
      return true;
    }
    return false;
  }

  static bool are_among(const std::vector<Actor>& some, const std::vector<Actor>& all) {
    return std::all_of(some.begin(), some.end(), [&](const Actor& a) { return std::any_of(all.begin(), all.end(), [&](const Actor& b) { return a.code == b.code; }); });
  }

  // Time

  /// The nearest expression to which no other trigger is nearer.
  const Mention* date_of(const SentenceView& view, const Hit& hit, bool off) const {
    const Mention* best = nullptr;
    int best_distance = date_reach;
    for (const Mention* m : view.mentions) {
      if (!may_date(*m) || (off && is_previous(view, *m)) || dates_the_saying(view, hit, *m)) continue;
      const int distance = view.distance(m->first_token, m->last_token, hit.first, hit.last);
      if (distance >= best_distance || (distance > 0 && nearer_hit(view, hit, m->first_token, m->last_token, m->bound == Bound::no_later_than))) continue;
      best = m;
      best_distance = distance;
    }
    if (best)
      for (const Mention* m : view.mentions)  // "last week, on May 14 and 15": the finer says more
        if (m != best && may_date(*m) && is_within(*m, *best) && view.distance(m->first_token, m->last_token, best->first_token, best->last_token) <= 10) best = m;
    return best;
  }

  static bool is_within(const Mention& fine, const Mention& wide) {
    const auto &a = fine.dated->interval, &b = wide.dated->interval;
    return a.begin && a.end && b.begin && b.end && fine.dated->granularity < wide.dated->granularity && *b.begin <= *a.begin && *a.end <= *b.end;
  }

  /// "said on Thursday that the talks …": unless the saying is the event itself.
  bool dates_the_saying(const SentenceView& view, const Hit& hit, const Mention& m) const {
    const auto before = view.before(m.first_token);
    const Capture found = rules_.told.pattern->find(before);
    return found.matched && tokens_.token_at(found.begin + tokens_.tokens[view.sentence.begin].letter) != hit.first;
  }

  static bool may_date(const Mention& m) {
    if (!m.dated || m.dated->type == TimexType::set || m.bound == Bound::since) return false;
    const auto& i = m.dated->interval;
    if (m.dated->type == TimexType::duration) return i.begin && i.end;
    return (i.begin || i.end) && m.dated->value != "PRESENT_REF" && m.dated->granularity < Granularity::decade;
  }
  bool is_previous(const SentenceView& view, const Mention& m) const { return rules_.previous.pattern->find(view.before(m.first_token)).matched; }

  /// Words in the clause of the trigger; that it was called off or put off may stand in the next one
  /// ("The visit, postponed from April to May, …").
  std::optional<Status> status_of(const SentenceView& view, const Hit& hit) const {
    const auto first = std::min(hit.first, std::max(first_of_clause(view, hit.first), hit.first > status_reach ? hit.first - status_reach : 0));
    const auto end = std::min(end_of_clause(view, hit.last - 1), hit.last + status_reach);
    auto end_off = std::min(view.sentence.end, hit.last + off_reach);
    for (const auto& other : view.hits)
      if (other.first >= hit.last) end_off = std::min(end_off, other.first);
    for (const auto& [status, pattern] : rules_.status) {
      const bool off = status == Status::cancelled || status == Status::postponed;
      if (pattern.pattern->find(view.letters(first, off ? std::max(end, end_off) : end)).matched) return status;
    }
    return std::nullopt;
  }

  /// Lays time and status on the claim; false where the sentence gives neither.
  bool date(const SentenceView& view, const Hit& hit, const Mention* mention, std::optional<Status> said, Claim& claim) const {
    const bool off = said == Status::cancelled || said == Status::postponed;
    const bool days = mention && names_days(*mention);
    if (hit.trigger->date == Trigger::Date::by) {
      if (!days || mention->bound != Bound::no_later_than) return false;
    } else if (hit.trigger->date == Trigger::Date::real) {
      if (!days) return false;
    } else if (!mention && !stands_undated(view, hit, said)) {
      return false;
    }
    for (const Mention* m : view.mentions)
      if (off && m->dated && names_days(*m) && is_previous(view, *m)) claim.previous.push_back(when_of(*m, true));
    if (days) claim.when = when_of(*mention, said == Status::postponed);
    else if (mention && mention->dated->type == TimexType::duration) claim.when = some_time_within(mention->dated->interval, mention->dated->granularity);
    else if (mention) claim.when = mention->dated->interval.end ? before_publication(document_.published) : after_publication(document_.published);
    else if (was_recent(view, hit)) claim.when = before_publication(document_.published);
    else if (said == Status::scheduled) claim.when = after_publication(document_.published);
    claim.status = !mention && was_recent(view, hit) ? Status::held : stands(view, hit, said, claim.when);
    return true;
  }

  bool was_recent(const SentenceView& view, const Hit& hit) const {
    if (hit.trigger->done) return tense_at(view, hit) == Tense::past;
    return rules_.recent.pattern->find(view.before(hit.first)).matched;
  }
  bool stands_undated(const SentenceView& view, const Hit& hit, std::optional<Status> said) const {
    if (hit.trigger->done) return was_recent(view, hit);
    return hit.trigger->undated && (said == Status::cancelled || said == Status::postponed || said == Status::scheduled || was_recent(view, hit));
  }

  /// What is over was held, what is ahead is scheduled, unless the words say otherwise.
  Status stands(const SentenceView& view, const Hit& hit, std::optional<Status> said, const When& when) const {
    if (said == Status::cancelled || said == Status::postponed) return *said;
    const auto& published = document_.published;
    const auto last = last_possible(when), first = first_possible(when);
    if (published && last && last->day() < published->day()) return Status::held;
    if (published && first && first->day() > published->day()) return said == Status::proposed ? *said : Status::scheduled;
    if (hit.trigger->date == Trigger::Date::by) return said == Status::proposed ? *said : Status::scheduled;
    if (hit.trigger->is_verb && tense_at(view, hit) == Tense::past) return Status::held;
    if (said) return *said;
    return tense_at(view, hit) == Tense::past ? Status::held : Status::scheduled;
  }

  /// Of a verb its own tense, of a noun that of its clause.
  Tense tense_at(const SentenceView& view, const Hit& hit) const {
    const bool own = hit.trigger->is_verb && hit.last < view.sentence.end;
    return parts_.context.tense_of(tokens_, view.sentence, own ? hit.last : hit.first, hit.last);
  }

  void finish(const SentenceView& view, const Mention* mention, Claim& claim) {
    claim.document = document_;
    const auto& first = tokens_.tokens[view.sentence.begin];
    const auto& last = tokens_.tokens[view.sentence.end - 1];
    claim.sentence = {first.begin, last.end};
    claim.text = document_.text.substr(first.begin, last.end - first.begin);
    if (mention) {
      claim.expression = {mention->begin, mention->end};
      claim.expression_text = document_.text.substr(mention->begin, mention->end - mention->begin);
      claim.value = mention->dated->value;
    }
    claims_.push_back(std::move(claim));
  }

  const Document& document_;
  const Tokens& tokens_;
  const std::vector<Mention>& mentions_;
  const Rules::Parts& parts_;
  const EventRules& rules_;
  const World& world_;
  Focus focus_;
  std::vector<Claim> claims_;
};

}  // namespace

Gazetteer::Gazetteer(const std::string& folder) : world_(std::make_unique<const World>(folder)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

std::vector<Claim> extract(const Document& document, const Tokens& tokens, const std::vector<Mention>& mentions, const Rules& rules, const Gazetteer& gazetteer) {
  return Extractor(document, tokens, mentions, rules.parts(), gazetteer.world()).run();
}

}  // namespace dateline
