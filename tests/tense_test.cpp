// Which verb of a sentence tells on what side of the publication a date lies. More of it is in resolve_test.cpp.
#include "dated_texts.h"

namespace dateline::tests {
namespace {

TEST_CASE("names, participles of a noun and clauses within the clause are no verbs of it") {
  check({
      {"2026-03-04", "Starmer will visit the United States on March 20.", "2026-03-20"},
      {"2026-03-04", "Starmer visited the United States on March 20.", "2025-03-20"},
      {"2026-03-04", "Trump will visit the United Kingdom on March 20.", "2026-03-20"},
      {"2026-03-04", "Xi will meet Mohammed bin Salman on March 20.", "2026-03-20"},
      {"2026-03-04", "Xi met Mohammed bin Salman on March 20.", "2025-03-20"},
      {"2026-03-04", "Xi will meet Foreign Minister Naseed on March 20.", "2026-03-20"},
      {"2026-03-04", "Founded on March 20, the bank will close in May.", "2025-03-20, 2026-05"},
      {"2026-03-04", "TRUMP VISITED LONDON ON MARCH 20", "2025-03-20"},
      {"2026-03-04", "Trump Visited London on March 20", "2025-03-20"},
      {"2026-03-04", "Parliament will debate a proposed law on March 20.", "2026-03-20"},
      {"2026-03-04", "Parliament will debate a newly drafted law on March 20.", "2026-03-20"},
      {"2026-03-04", "Parliament debated the amended law on March 20.", "2025-03-20"},
      {"2026-03-04", "The accused fled on March 20.", "2025-03-20"},
      {"2026-03-04", "They will send a hundred troops on March 20.", "2026-03-20"},
      {"2026-03-04", "Xi will meet Putin (behind closed doors) on March 20.", "2026-03-20"},
      {"2026-03-04", "Xi met Putin (who will retire) on March 20.", "2025-03-20"},
      {"2026-03-04", "Starmer will visit Washington, the Kremlin said, on March 20.", "2026-03-20"},
      {"2026-03-04", "On March 20, officials said, the leaders will meet.", "2026-03-20"},
      {"2026-03-04", "On March 20, officials said, the leaders met.", "2025-03-20"},
      {"2026-03-04", "Putin will visit Beijing, and Xi said on March 20 that he was pleased.", "2025-03-20"},
      {"2026-03-04", "Starmer will visit Oxford, where he studied, on March 20.", "2026-03-20"},
      {"2026-03-04", "Starmer visited Oxford, where his son will study, on March 20.", "2025-03-20"},
      {"2026-03-04", "Starmer will visit Oxford, where he was honoured on March 20.", "2025-03-20"},
      {"2026-03-04", "She succeeds Orban, who stepped down as chairman, president and chief executive on March 20.",
       "2025-03-20"},
  });
}

TEST_CASE("what is upcoming or confirmed lies ahead of what was said") {
  check({
      {"2026-03-04", "The Kremlin confirmed an upcoming visit to China in April.", "2026-04"},
      {"2025-10-23", "The Kremlin confirmed an upcoming visit to China in April.", "2026-04"},
      {"2025-10-23", "Peskov confirmed Putin's visit to India in December.", "2025-12"},
      {"2026-03-04", "Peskov confirmed Putin's visit to India in December.", "2026-12"},
      {"2026-03-04", "Peskov confirmed Putin's visit to the United Arab Emirates in December.", "2026-12"},
      {"2025-10-23", "Trump announced upcoming talks with Putin in March.", "2026-03"},
      {"2026-01-23", "Trump announced upcoming talks with Putin in March.", "2026-03"},
      {"2026-05-23", "Trump announced upcoming talks with Putin in March.", "2027-03"},
      {"2026-03-04", "Trump confirmed that he had met Xi during a visit to China in April.", "2025-04"},
      {"2026-03-04", "Trump confirmed he met Xi on a visit to China in April.", "2025-04"},
      {"2026-03-04", "Police confirmed the attack in December.", "2025-12"},
      {"2026-03-04", "Peskov confirmed the visit in a call in December.", "2025-12"},
      {"2026-03-04", "Peskov confirmed in December that Putin would go.", "2025-12"},
      {"2026-03-04", "Peskov announced the visit on Monday.", "2026-03-02"},
      {"2026-03-04", "Trump announced a visit to China on March 31.", "2026-03-31"},
      {"2026-03-04", "Trump announced a visit to China on Monday.", "2026-03-02"},
      {"2026-03-04", "The upcoming talks in Geneva failed in April.", "2025-04"},
      {"2026-03-04", "Officials preparing the upcoming summit met in April.", "2025-04"},
      {"2026-03-04", "He spoke of his upcoming trip to India, Japan and Korea in April.", "2026-04"},
      {"2026-03-04", "He spoke of his forthcoming state visit to the United States on April 3.", "2026-04-03"},
      {"2026-03-04", "The president spoke about the upcoming summit on Tuesday.", "2026-03-03"},
      {"2026-03-04", "The president spoke about the upcoming summit in December.", "2026-12"},
      {"2026-03-04", "Officials discussed an upcoming visit by Xi to Washington in December.", "2026-12"},
      {"2026-03-04", "The White House confirmed Xi's visit. He was in Washington in December.", "2025-12"},
      {"2026-03-04", "They discussed an upcoming visit to China and met again in December.", "2025-12"},
      {"2026-03-04", "Peskov confirmed Putin's talks with Modi in December had failed.", "2025-12"},
      {"2026-03-04", "He spoke of an upcoming summit with Putin on April 3.", "2026-04-03"},
      {"2026-03-04", "He spoke of an upcoming summit with Putin on Tuesday.", "2026-03-10"},
  });
}

}  // namespace
}  // namespace dateline::tests
