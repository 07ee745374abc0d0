// timeline.md: text of others is only text, lines are of a fair width, and a briefing in full.
#include <doctest/doctest.h>

#include "base/plain_text.h"
#include "claims/timelines.h"
#include "dateline/write.h"
#include "write/markdown_text.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

using G = Granularity;

}  // namespace

TEST_CASE("text in Markdown is only text") {
  struct Row {
    std::string text;
    std::string is;
  };
  const Row rows[] = {
      {"Trump–Xi summit (Busan)", "Trump–Xi summit (Busan)"},
      {"*a* _b_ `c` [d](e) ![f]", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) !\\[f\\]"},
      {"</script> & <b>", "\\</script\\> \\& \\<b\\>"},
      {"https://x.example", "https\\://x.example"},
      {"see www.x.example", "see www\\.x.example"},
      {"a@x.example", "a@\u2060x.example"},
      {"a|b $c$ ~~d~~ e\\f #1 {g}", "a\\|b \\$c\\$ \\~\\~d\\~\\~ e\\\\f \\#1 \\{g\\}"},
      {"- a", "\\- a"},
      {"+1", "\\+1"},
      {"1. a", "1\\. a"},
      {"12) a", "12\\) a"},
      {"12 a. b", "12 a. b"},
      {"===", "\\==="},
      {"two\nlines", "two lines"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(markdown_text(row.text) == row.is);
}

TEST_CASE("lines of Markdown break where no block begins") {
  const std::string forty = replaced(std::string(40, 'e'), "e", "é");
  struct Row {
    std::string line;
    std::string is;
  };
  const Row rows[] = {
      {"- " + forty + ' ' + std::string(37, 'x'), "- " + forty + ' ' + std::string(37, 'x')},
      {"- " + forty + ' ' + std::string(38, 'x'), "- " + forty + "\n  " + std::string(38, 'x')},
      {"- " + forty + ' ' + forty + " - 1. x", "- " + forty + "\n  " + forty + " - 1. x"},
      {forty + forty + " - x", forty + forty + " -\n  x"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(wrapped(row.line, 2) == row.is);
}

TEST_CASE("articles are of the days of their publishers' clocks") {
  struct Row {
    const char *one, *other, *days;
  };
  const Row rows[] = {
      {"2026-03-05T08:30:00+09:00", "2026-03-04T23:45:00Z", "4–5 March 2026"},
      {"2026-03-05T08:30:00+09:00", "2026-03-04T18:30:00-05:00", "4–5 March 2026"},
      {"2026-03-05T08:30:00+09:00", "2026-03-05T18:30:00-05:00", "5 March 2026"},
      {"2026-03-04T23:30:00Z", "2026-03-04T23:45:00Z", "4 March 2026"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.one);
    CAPTURE(row.other);
    Timeline t = timeline_of(event(uid_a, "Summit", one_day), "on 20 May", row.one);
    t.documents.push_back(document("b", row.other));
    CHECK(has(to_markdown(t), std::string("in 2 articles published ") + row.days + ':'));
  }
}

TEST_CASE("the briefing") {
  Event moved = event(uid_b, "Pope in Ankara", exact("2025-11-28", "2025-11-29"));
  moved.kind = "visit";
  moved.previous = {exact("2025-11-27", "2025-11-28")};
  Event approximate = event("d", "Ratification", within("2025-11-21", "2025-12-01"), Status::proposed);
  approximate.kind = "vote";
  Timeline t = timeline_of(event(uid_a, "Trump–Xi *summit*", summit_days, Status::held), "on Oct. 30-31");
  t.events[0].place.name = "Busan";
  t.events[0].findings = {0};
  t.events.push_back(approximate);
  t.events.push_back(moved);
  t.events.push_back(event("e", "Visit", within("2026-04-01", "2026-07-01", G::quarter)));
  t.events.push_back(event("f", "Old visit", within("2024-01-01", "2025-01-01", G::year)));
  t.events.push_back(event("g", "Call", When{}));
  t.events.push_back(event("h", "Strike", one_day, Status::cancelled));
  t.findings = {{"weekday", "30 October 2025 is a Thursday, not a Wednesday", {{0, Rank::preferred}}}};
  t.documents.push_back(document("b", "2025-11-26"));
  CHECK(to_markdown(t) ==
        "---\n"
        "period: 2024-01-01/2026-06-30\n"
        "events: 7\n"
        "sources: 2\n"
        "---\n"
        "\n"
        "# Diplomatic calendar\n"
        "\n"
        "7 events in 2 articles published 23 October – 26 November 2025: 2 with a fixed\n"
        "date, 3 with an approximate one, 1 without a date, 1 cancelled or postponed; 1\n"
        "point in doubt.\n"
        "\n"
        "## Next fourteen days (from 26 November 2025)\n"
        "\n"
        "| Date | Event | Status |\n"
        "| --- | --- | --- |\n"
        "| late November 2025 | Ratification | proposed |\n"
        "| 28 November 2025 | Pope in Ankara | scheduled |\n"
        "\n"
        "## October 2025\n"
        "\n"
        "- **30–31 October 2025** — Trump–Xi \\*summit\\*, Busan. *summit, held, in\n"
        "  doubt*[^1]\n"
        "\n"
        "## November 2025\n"
        "\n"
        "- **28 November 2025** — Pope in Ankara (before: 27 November 2025). *visit,\n"
        "  scheduled*\n"
        "- **between 21 and 30 November 2025** — Ratification. *vote, proposed*\n"
        "\n"
        "## Earlier, date not fixed\n"
        "\n"
        "- **2024** — Old visit. *summit, scheduled*\n"
        "\n"
        "## Later, date not fixed\n"
        "\n"
        "- **second quarter of 2026** — Visit. *summit, scheduled*\n"
        "\n"
        "## No date given\n"
        "\n"
        "- Call. *summit, scheduled*\n"
        "\n"
        "## Cancelled or moved\n"
        "\n"
        "- **moved** — Pope in Ankara: 27 November 2025 → 28 November 2025. *visit,\n"
        "  scheduled*\n"
        "- **cancelled** — Strike (was: 20 May 2026). *summit, cancelled*\n"
        "\n"
        "## Sources disagree\n"
        "\n"
        "- 30 October 2025 is a Thursday, not a Wednesday\n"
        "  - preferred: “The two leaders will meet on Oct. 30-31.”[^1]\n"
        "\n"
        "[^1]: Agence Exemple, “Summit, at last”, 23 October 2025,\n"
        "    <https://news.example/a>.\n");
}

TEST_CASE("the briefing of nothing") {
  CHECK(to_markdown({}) == "---\nevents: 0\nsources: 0\n---\n\n# Diplomatic calendar\n\n0 events in 0 articles.\n");
}
