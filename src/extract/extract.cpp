// Makes claims: what a sentence says of an event, who takes part, where, when and how it stands.
// A time expression dates the trigger that is nearest to it. Tested by tests/extract/extract_test.cpp.
#include "dateline/extract.h"

#include <algorithm>

#include "base/letters.h"
#include "claims/similarity.h"
#include "extract/apposition.h"
#include "extract/attempts.h"
#include "extract/date.h"
#include "extract/participants.h"
#include "extract/place.h"
#include "extract/status.h"
#include "extract/topic.h"
#include "extract/when.h"

namespace dateline {
namespace {

constexpr std::uint32_t dateline_reach = 14;  // tokens before the dash of a dateline
constexpr std::size_t inherit_reach = 600;    // bytes: how far back "the summit" may point

class Extractor {
 public:
  Extractor(const Document& document, const Tokens& tokens, const std::vector<Mention>& mentions,
            const ExtractRules& rules, const World& world)
      : document_(document),
        tokens_(tokens),
        mentions_(mentions),
        all_(rules),
        rules_(rules.events),
        world_(world),
        appositions_(tokens, rules.events),
        coreference_(world),
        participants_(world, coreference_) {}

  /// Fills `acts` and `attempts` where they are given.
  std::vector<Claim> run(std::vector<Claim>* acts, std::vector<TriggerAttempt>* attempts) {
    const auto names = world_.names_in(tokens_, document_.published, &*rules_.at.pattern);
    auto name = names.begin();
    auto mention = mentions_.begin();
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s) {
      const Sentence& sentence = tokens_.sentences[s];
      std::vector<Named> here;
      std::vector<const Mention*> times;
      for (; name != names.end() && name->first < sentence.end; ++name) here.push_back(*name);
      for (; mention != mentions_.end() && mention->sentence == s; ++mention) times.push_back(&*mention);
      drop_dateline(sentence, here, times);
      appositions_.read(sentence, here, first_tokens(times));
      const SentenceView view = view_of(tokens_, sentence, all_, std::move(here), std::move(times));
      const std::size_t before = claims_.size();
      if (attempts) add_refused(view, rules_.triggers, *attempts);
      for (const auto& hit : view.hits) {
        const char* outcome = add_claim(view, hit);
        if (attempts) attempts->push_back(attempt_of(view, hit, outcome));
      }
      if (acts) add_act(view, before, *acts);
      coreference_.read(view);
    }
    return std::move(claims_);
  }

 private:
  static std::vector<std::uint32_t> first_tokens(const std::vector<const Mention*>& times) {
    std::vector<std::uint32_t> out;
    for (const Mention* m : times) out.push_back(m->first_token);
    return out;
  }

  /// "KUALA LUMPUR, Oct 26 (Reuters) –": where the report was written is neither place nor actor, and when dates no
  /// event.
  void drop_dateline(const Sentence& sentence, std::vector<Named>& names, std::vector<const Mention*>& times) const {
    const auto is_upper_word = [&](std::uint32_t t) {
      const auto word = tokens_.text_of(tokens_.tokens[t]);
      return word.size() > 2 && !utf8::has_lower_case(word);
    };
    if (!is_upper_word(sentence.begin)) return;
    for (std::uint32_t t = sentence.begin; t < std::min(sentence.end, sentence.begin + dateline_reach); ++t) {
      const bool is_dash = tokens_.letters[tokens_.tokens[t].letter] == letters::sign('-');
      const bool spaced = tokens_.letters[tokens_.tokens[t].letter - (t > 0 ? 1 : 0)] == letters::space;
      const bool dash = (is_dash && (spaced || tokens_.text_of(tokens_.tokens[t]) != "-")) ||
                        tokens_.text_of(tokens_.tokens[t]) == "—";
      if (!dash) continue;
      std::erase_if(names, [&](const Named& n) { return n.last <= t; });
      std::erase_if(times, [&](const Mention* m) { return m->last_token <= t; });
      return;
    }
  }

  /// Returns what became of the trigger: "taken", or why it makes no claim.
  const char* add_claim(const SentenceView& view, const Hit& hit) {
    if (is_skipped(view, hit)) return "makes no event behind these words";
    Claim claim;
    claim.kind = hit.trigger->kind;
    claim.plover = rules_.kinds.at(claim.kind).plover;
    claim.rule = hit.trigger->id;
    claim.topic = topic_of(view, hit);
    const Named* place = place_of(view, hit);
    if (place) claim.place = place_from(*place->entity);
    const auto said = status_of(view, hit);
    const Mention* mention = date_of(view, hit, is_off(said));
    claim.actors = participants_.on(day_of(mention)).actors_of(view, hit, place);
    const bool is_dated = date(view, hit, mention, said, claim), in_series = find_in_series(view, hit, said, claim);
    if (!is_dated && !in_series) return "has no date of its own";
    const bool lacking = participants_.weight(claim.actors) < (in_series ? 1 : hit.trigger->needs);
    if (lacking && !inherit(view, hit, claim)) return "lacks who takes part";
    if (hit.trigger->needs_organisation && std::none_of(claim.actors.begin(), claim.actors.end(), [&](const Actor& a) {
          return participants_.is_organisation(a);
        }))
      return "takes an organisation, and none takes part";
    if (rules_.kinds.at(claim.kind).unplanned && (claim.status != Status::held || !claim.when.earliest_start))
      return "is announced by nobody, and not told as done";
    if (hit.trigger->leads_to_place && !leads_abroad(claim)) return "leads nowhere abroad";
    keep(view, hit, mention, claim);
    if (mention) add_repeats(view, hit, *mention, claim);
    return "taken";
  }

  /// The act of the sentence that stands first, unless an event that it tells of is of the same category.
  void add_act(const SentenceView& view, std::size_t first_claim, std::vector<Claim>& acts) const {
    if (view.names.empty()) return;
    for (const auto& hit : hits_of(view, rules_.acts)) {
      if (is_skipped(view, hit)) continue;
      Claim act;
      act.type = ClaimType::act;
      act.plover = hit.trigger->plover;
      act.rule = hit.trigger->id;
      act.status = Status::held;
      const Mention* mention = date_of(view, hit, false);
      act.actors = participants_.on(day_of(mention)).actors_of(view, hit, nullptr);
      if (participants_.weight(act.actors) < hit.trigger->needs) continue;
      const bool told = std::any_of(claims_.begin() + static_cast<std::ptrdiff_t>(first_claim), claims_.end(),
                                    [&](const Claim& c) { return c.plover == act.plover; });
      if (told) return;
      if (mention && names_days(*mention)) act.when = when_of(*mention, false);
      fill(view, hit, mention, act);
      return acts.push_back(std::move(act));
    }
  }

  /// The day on which offices are asked for: that of the publication, unless the event is all before or behind it.
  std::optional<Moment> day_of(const Mention* mention) const {
    if (!mention || !names_days(*mention) || !document_.published) return document_.published;
    const Interval& i = mention->dated->interval;
    const bool is_over = i.end && i.end->day() <= document_.published->day(),
               is_ahead = i.begin && i.begin->day() > document_.published->day();
    return is_over || is_ahead ? i.begin : document_.published;
  }

  /// "in Osaka in June 2019 and at Mar-a-Lago in April 2017", "on Saturday and again on Tuesday": an event for each.
  void add_repeats(const SentenceView& view, const Hit& hit, const Mention& first, const Claim& claim) {
    for (const Mention* m : view.mentions) {
      if (m->first_token < first.last_token || !names_days(*m) ||
          view.has_verb(m->last_token, view.end_of_clause(m->last_token - 1)))
        continue;
      if (std::any_of(view.hits.begin(), view.hits.end(), [&](const Hit& h) { return h.first >= first.last_token; }))
        return;
      const Named* place = place_between(view, first.last_token, m->first_token);
      if (!view.stands_before(place ? rules_.elsewhere : rules_.again, place ? place->first : m->first_token)) continue;
      Claim repeat = claim;
      repeat.place = place ? place_from(*place->entity) : Place{};
      if (date(view, hit, m, status_of(view, hit), repeat)) keep(view, hit, m, repeat);
    }
  }

  static const Named* place_between(const SentenceView& view, std::uint32_t first, std::uint32_t last) {
    const auto stands = [&](const Named& n) { return n.first >= first && n.last <= last && stands_as_place(view, n); };
    const auto place = std::find_if(view.names.rbegin(), view.names.rend(), stands);
    return place == view.names.rend() ? nullptr : &*place;
  }

  /// A visit leads somewhere that is not the guest's own country.
  static bool leads_abroad(const Claim& claim) {
    return !claim.place.name.empty() && std::any_of(claim.actors.begin(), claim.actors.end(),
                                                    [&](const Actor& a) { return a.code != claim.place.country; });
  }

  bool is_skipped(const SentenceView& view, const Hit& hit) const {
    const auto clause_first = view.first_of_clause(hit.first);
    return rules_.skip.pattern->find(view.letters(clause_first, hit.first)).matched;
  }

  /// "The summit …" without names speaks of the last one that the text told of.
  bool inherit(const SentenceView& view, const Hit& hit, Claim& claim) const {
    const bool names_its_own = view.stands_at(rules_.of, hit.last);
    if (hit.trigger->needs_person || hit.trigger->is_verb || hit.first == view.sentence.begin || names_its_own)
      return false;
    const auto same_kind = [&](const Claim& earlier) { return earlier.kind == claim.kind; };
    const auto same_family = [&](const Claim& earlier) { return rules_.share_family(earlier.kind, claim.kind); };
    return inherit_from(view, hit, claim, same_kind) || inherit_from(view, hit, claim, same_family);
  }

  /// Takes who takes part, and where, from the last claim that `fits`.
  bool inherit_from(const SentenceView& view, const Hit& hit, Claim& claim, const auto& fits) const {
    for (auto earlier = claims_.rbegin(); earlier != claims_.rend(); ++earlier) {
      if (tokens_.tokens[view.sentence.begin].begin > earlier->sentence.end + inherit_reach) return false;
      if (!fits(*earlier) || participants_.weight(earlier->actors) < hit.trigger->needs ||
          !are_among(claim.actors, earlier->actors))
        continue;
      for (const auto& actor : earlier->actors)
        if (std::none_of(claim.actors.begin(), claim.actors.end(),
                         [&](const Actor& a) { return a.code == actor.code; }))
          claim.actors.push_back(actor);
      if (claim.place.name.empty()) claim.place = earlier->place;
      return true;
    }
    return false;
  }

  /// Lays time and status on the claim; false where the sentence gives neither.
  bool date(const SentenceView& view, const Hit& hit, const Mention* mention, std::optional<Status> said,
            Claim& claim) const {
    const bool days = mention && names_days(*mention);
    if (hit.trigger->date == Trigger::Date::by) {
      if (!days || mention->bound != Bound::no_later_than) return false;
    } else if (hit.trigger->date == Trigger::Date::real) {
      if (!days) return false;
    } else if (!mention && !stands_undated(view, hit, said)) {
      return false;
    }
    for (const Mention* m : view.mentions)
      if (is_off(said) && m->dated && names_days(*m) && is_previous(view, *m))
        claim.previous.push_back(when_of(*m, true));
    if (days)
      claim.when = when_of(*mention, said == Status::postponed);
    else if (mention && mention->dated->type == TimexType::duration)
      claim.when = some_time_within(mention->dated->interval, mention->dated->granularity);
    else if (mention)
      claim.when = mention->dated->interval.end ? before_publication(document_.published)
                                                : after_publication(document_.published);
    else if (was_recent(view, hit))
      claim.when = before_publication(document_.published);
    else if (said == Status::scheduled)
      claim.when = after_publication(document_.published);
    const bool unplanned = rules_.kinds.at(claim.kind).unplanned;
    const auto ahead =
        mention && (unplanned || !hit.trigger->is_verb) ? day_ahead(*mention, document_.published) : std::nullopt;
    if (ahead) claim.when = *ahead;
    if (lasts_too_long(claim)) return false;
    if (ahead && unplanned)
      claim.status = Status::held;
    else
      claim.status =
          !mention && was_recent(view, hit) ? Status::held : stands(view, hit, said, claim.when, document_.published);
    return mention || claim.status != Status::held || !claim.when.earliest_start;  // "went to meet" is not ahead
  }

  /// "their 1950-53 conflict ended in a truce": no talks and no truce fill years, only wars do.
  static bool lasts_too_long(const Claim& claim) {
    constexpr date::days longest{120};
    return claim.kind != "war" && is_exact(claim.when) &&
           claim.when.earliest_end->day() - claim.when.earliest_start->day() > longest;
  }

  /// "must answer by …": two words, one deadline.
  static bool is_twin(Claim earlier, const Claim& claim) {
    earlier.trigger = claim.trigger;
    return earlier == claim;
  }

  void keep(const SentenceView& view, const Hit& hit, const Mention* mention, Claim claim) {
    fill(view, hit, mention, claim);
    if (claims_.empty() || !is_twin(claims_.back(), claim)) claims_.push_back(std::move(claim));
  }

  /// Takes from the series that the text names what it leaves out: the days, the place, whose meeting it is. True where
  /// the meeting is known.
  bool find_in_series(const SentenceView& view, const Hit& hit, std::optional<Status> said, Claim& claim) const {
    const NamedSeries named =
        world_.series().named_at(tokens_, hit.first, hit.last, rules_.kinds.at(claim.kind).recurs);
    if (!named.series) return false;
    const Meeting* meeting =
        named.meeting ? named.meeting : meeting_meant(*named.series, claim.when, claim.place, document_.published);
    if (!meeting || is_off(said)) return false;
    claim.series = named.series->name;
    if (!is_exact(claim.when)) {
      claim.when = exactly({Moment{meeting->first}, Moment{meeting->last + date::days{1}}}, Granularity::day);
      claim.when.inferred = true;
    }
    const Entity* place = meeting->is_virtual ? nullptr : world_.place(meeting->place);
    if (claim.place.name.empty() && place) claim.place = place_from(*place);
    participants_.add_organisation(claim.actors, named.series->organisation);
    claim.status = stands(view, hit, std::nullopt, claim.when,
                          document_.published);  // who only hopes to come doubts not the meeting
    return true;
  }

  /// Where the claim stands in the text.
  void fill(const SentenceView& view, const Hit& hit, const Mention* mention, Claim& claim) const {
    claim.document = document_;
    claim.trigger = {tokens_.tokens[hit.first].begin, tokens_.tokens[hit.last - 1].end};
    const auto& first = tokens_.tokens[view.sentence.begin];
    const auto& last = tokens_.tokens[view.sentence.end - 1];
    claim.sentence = {first.begin, last.end};
    claim.text = document_.text.substr(first.begin, last.end - first.begin);
    if (mention) {
      claim.expression = {mention->begin, mention->end};
      claim.expression_text = document_.text.substr(mention->begin, mention->end - mention->begin);
      claim.value = mention->dated->value;
    }
  }

  const Document& document_;
  const Tokens& tokens_;
  const std::vector<Mention>& mentions_;
  const ExtractRules& all_;
  const EventRules& rules_;
  const World& world_;
  Appositions appositions_;
  Coreference coreference_;
  Participants participants_;
  std::vector<Claim> claims_;
};

}  // namespace

Gazetteer::Gazetteer(const std::string& folder, const std::vector<std::string>& overlays)
    : world_(std::make_unique<const World>(folder, overlays)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

std::vector<Claim> extract(const Document& document, const Tokens& tokens, const std::vector<Mention>& mentions,
                           const ExtractRules& rules, const Gazetteer& gazetteer, std::vector<Claim>* acts,
                           std::vector<TriggerAttempt>* attempts) {
  return Extractor(document, tokens, mentions, rules, gazetteer.world()).run(acts, attempts);
}

}  // namespace dateline
