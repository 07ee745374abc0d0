// Which meeting of a series a text means, and what is inferred from it.
#include "gazetteer/series.h"

#include <doctest/doctest.h>

#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {
namespace {

/// "SERIES @place when status", with "inferred" where no text said the days; joined by "; ".
std::string series_in(const char* published, const char* text) {
  Document document;
  document.text = text;
  if (*published) document.published = parse_moment(published);
  std::string out;
  for (const auto& claim : claims_of(document, rules(), gazetteer()))
    if (!claim.series.empty())
      out += (out.empty() ? "" : "; ") + claim.series + " @" + claim.place.name + " " + edtf(claim.when) +
             (claim.when.inferred ? " inferred " : " ") + name(claim.status);
  return out;
}

TEST_CASE("which meeting of a series is meant") {
  const struct {
    const char* published;
    const char* text;
    const char* found;
  } rows[] = {
      // By its place, by its year, as the next or the last one, by its own name.
      {"2025-11-20", "Biden and Xi met at the G20 summit in Bali.",
       "G20 summit @Bali 2022-11-15/2022-11-16 inferred held"},
      {"", "Biden and Xi met at the G20 summit in Bali.", "G20 summit @Bali 2022-11-15/2022-11-16 inferred held"},
      {"2025-10-20", "South Korea will host this year's APEC summit.",
       "APEC summit @Gyeongju 2025-10-31/2025-11-01 inferred scheduled"},
      {"2025-10-20", "Carney hopes for much from this year's APEC.",
       "APEC summit @Gyeongju 2025-10-31/2025-11-01 inferred scheduled"},
      {"2025-10-20", "Lula hosted last year's G20 summit.",
       "G20 summit @Rio de Janeiro 2024-11-18/2024-11-19 inferred held"},
      {"2025-06-05", "Rutte prepares the upcoming NATO summit.",
       "NATO summit @The Hague 2025-06-24/2025-06-25 inferred scheduled"},
      {"2025-11-05", "Leaders recalled the recent ASEAN summit.",
       "ASEAN summit @Kuala Lumpur 2025-10-26/2025-10-28 inferred held"},
      {"2025-11-01", "Starmer will attend the COP30 climate summit in Belém.",
       "UN climate conference @Belém 2025-11-10/2025-11-21 inferred scheduled"},
      {"2025-06-05", "Hegseth attended the Shangri-La Dialogue in Singapore.",
       "Shangri-La Dialogue @Singapore 2025-05-30/2025-06-01 inferred held"},
      // A day that the text says stays.
      {"2025-11-20", "Canada will join the G20 summit in Johannesburg on Sunday.",
       "G20 summit @Johannesburg 2025-11-23 scheduled"},
      // None: no year, another place, another kind of meeting, called off.
      {"2025-11-20", "Canada has much to say of the G20 summit.", ""},
      {"2025-11-20", "Biden and Xi met at the G20 summit in Reykjavik on Monday.", ""},
      {"2025-11-20", "The EU-India summit in Brussels is planned for next week.", ""},
      {"2025-11-20", "The G20 summit in Johannesburg was cancelled.", ""},
  };
  for (const auto& row : rows) {
    INFO(std::string(row.published) << ": " << std::string(row.text));
    CHECK(series_in(row.published, row.text) == row.found);
  }
}

TEST_CASE("without a day of publication only what the place tells is known") {
  Series yearly{"Forum", "", {}};
  for (const int year : {2023, 2024})
    yearly.meetings.push_back(
        {date::local_days{date::year{year} / 5 / 1}, date::local_days{date::year{year} / 5 / 3}, "Doha", "QAT", false});
  const Place doha{"Doha", "QAT"};
  CHECK(meeting_meant(yearly, {}, doha, {}) == nullptr);
  CHECK(meeting_meant(yearly, {}, doha, parse_moment("2024-06-01")) == &yearly.meetings[1]);
  CHECK(meeting_meant(yearly, {}, {}, parse_moment("2024-06-01")) == nullptr);
}

}  // namespace
}  // namespace dateline::tests
