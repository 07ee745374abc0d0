// Who and what a text names: the longest name, surnames, adjectives, capitals, and who led a state on a day.
#include "gazetteer/world.h"

#include <doctest/doctest.h>

#include "dateline/lex.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

const World& world() { return gazetteer().world(); }

std::optional<Moment> day_of(const char* text) { return *text ? parse_moment(text) : std::nullopt; }

const char* shown(NameUse use) {
  switch (use) {
    case NameUse::name:
      return "";
    case NameUse::adjective:
      return " adjective";
    case NameUse::surname:
      return " surname";
    case NameUse::metonym:
      return " metonym";
    case NameUse::metonym_or_place:
      return " capital";
  }
  return "?";
}

/// "WORDS=ENTITY USE" for each name, joined by "; ".
std::string names_in(const std::string& text, const char* published) {
  const Tokens tokens = lex(text, rules().lexicon());
  std::string out;
  for (const auto& n : world().names_in(tokens, day_of(published))) {
    const std::size_t begin = tokens.tokens[n.first].begin, end = tokens.tokens[n.last - 1].end;
    out += (out.empty() ? "" : "; ") + text.substr(begin, end - begin) + "=" + n.entity->name + shown(n.use);
  }
  return out;
}

struct Row {
  const char* published;
  const char* text;
  const char* names;
};

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    INFO("published " << std::string(row.published) << ": " << std::string(row.text));
    CHECK(names_in(row.text, row.published) == std::string(row.names));
  }
}

TEST_CASE("names, the longest counts") {
  check({
      {"2025-10-23", "Japan and South Korea", "Japan=Japan; South Korea=South Korea"},
      {"2025-10-23", "the United States of America", "United States of America=United States"},
      {"2025-10-23", "NATO and the European Union", "NATO=NATO; European Union=European Union"},
      {"2025-10-23", "President Xi Jinping", "Xi Jinping=Xi Jinping"},
      {"2025-10-23", "New Delhi", "New Delhi=New Delhi capital"},
      {"2025-10-23", "Germans like German bread", "Germans=Germany adjective; German=Germany adjective"},
      {"2025-10-23", "japan, NATOs and a trumpet", ""},
  });
}

TEST_CASE("surnames") {
  check({
      {"2025-10-23", "Trump spoke.", "Trump=Donald Trump surname"},
      {"2025-10-23", "Harris spoke.", ""},
      {"2024-10-23", "Kamala Harris spoke. Harris left.", "Kamala Harris=Kamala Harris; Harris=Kamala Harris surname"},
      {"2025-10-23", "Boris Johnson wrote to Mike Pence. Johnson smiled.",
       "Boris Johnson=Boris Johnson; Mike Pence=Mike Pence; Johnson=Boris Johnson surname"},
      {"2025-10-23", "Joseph Aoun spoke. Aoun left.", "Joseph Aoun=Joseph Aoun; Aoun=Joseph Aoun surname"},
      {"2025-10-23", "Orbán spoke.", "Orbán=Viktor Orbán surname"},
      {"2026-05-20", "Anita Orbán spoke. Orbán left.", "Anita Orbán=Anita Orbán; Orbán=Anita Orbán surname"},
      {"2024-10-23", "Harris left. Kamala Harris had spoken.",
       "Harris=Kamala Harris surname; Kamala Harris=Kamala Harris"},
  });
}

TEST_CASE("names that are also other things") {
  check({
      {"2025-10-23", "Georgia elected a senator.", ""},
      {"2025-10-23", "Georgia bought a EUREKA machine.", ""},
      {"2025-10-23", "Protests went on in Tbilisi. Georgia votes soon.", "Tbilisi=Tbilisi capital; Georgia=Georgia"},
      {"2025-10-23", "Michael Jordan scored.", ""},
      {"2025-10-23", "Jordan and Egypt border Israel.", "Jordan=Jordan; Egypt=Egypt; Israel=Israel"},
  });
}

TEST_CASE("houses and capitals stand for their states") {
  check({
      {"2025-10-23", "The Kremlin and the White House said nothing.",
       "Kremlin=Russia metonym; White House=United States metonym"},
      {"2025-10-23", "Beijing answered Osaka.", "Beijing=Beijing capital; Osaka=Osaka"},
  });
}

TEST_CASE("what is known of an actor") {
  CHECK(world().actor("CHN")->name == "China");
  CHECK(world().actor("XYZ") == nullptr);
  CHECK(world().place("Geneva")->code == "CHE");
  CHECK(world().place("Atlantis") == nullptr);
}

TEST_CASE("a leader of a small state is believed in full or once named in full") {
  check({
      {"2025-05-20", "Duma Boko spoke. Boko left.", "Duma Boko=Duma Boko; Boko=Duma Boko surname"},
      {"2025-05-20", "Gordon Brown spoke.", "Gordon Brown=Gordon Brown"},
      {"2025-05-20", "Brown spoke.", ""},
  });
}

TEST_CASE("whom a person acts for on a day") {
  const Tokens tokens = lex("Michelle Bachelet spoke.", rules().lexicon());
  const Entity& bachelet = *world().names_in(tokens, {}).front().entity;
  CHECK(world().code_of(bachelet, day_of("2016-05-01")) == "CHL");
  CHECK(world().code_of(bachelet, day_of("2018-09-01")) == "UN");
  CHECK(world().code_of(bachelet, day_of("2022-09-01")) == "CHL");
}

TEST_CASE("who led a state on a day") {
  const struct {
    const char* code;
    const char* day;
    const char* leader;
  } rows[] = {
      {"USA", "2025-01-19", "Joe Biden"},
      {"USA", "2025-01-20", "Donald Trump"},
      {"CHN", "2025-10-23", "Xi Jinping"},
      {"FRA", "2025-10-23", "Emmanuel Macron"},
      {"GBR", "2024-07-04", "Rishi Sunak"},
      {"GBR", "2024-07-06", "Keir Starmer"},
      {"CAN", "2025-03-13", "Justin Trudeau"},
      {"CAN", "2025-03-14", "Mark Carney"},
      {"DEU", "2025-10-23", "Friedrich Merz"},
      {"ISR", "2025-10-23", "Benjamin Netanyahu"},
      {"IRN", "2025-10-23", "Ali Khamenei"},
      {"RUS", "2025-10-23", "Vladimir Putin"},
      {"JPN", "2025-10-23", "Sanae Takaichi"},
      {"ROU", "2014-12-22", "Klaus Iohannis"},
      {"BOL", "2020-03-01", "Jeanine Áñez"},
      {"HTI", "2020-03-01", "Jovenel Moïse"},
      {"MLT", "2019-05-01", "Joseph Muscat"},
      {"MDG", "2025-10-14", "nobody"},
      {"XYZ", "2025-10-23", "nobody"},
      {"USA", "1800-01-01", "nobody"},
      {"USA", "", "Donald Trump"},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.code) << " on " << std::string(row.day));
    const Entity* leader = world().leader_of(row.code, day_of(row.day));
    CHECK(std::string(leader ? leader->name : "nobody") == row.leader);
  }
}

}  // namespace
}  // namespace dateline::tests
