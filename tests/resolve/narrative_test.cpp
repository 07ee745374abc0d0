// Stories: which texts are, and which date a bare month, day or weekday of theirs means.
#include "resolve/dated_texts.h"

namespace dateline::tests {
namespace {

TEST_CASE("a narrative goes forward from the date that it has reached") {
  const std::string story =
      "War broke out on 28 July 1914. In August the army crossed the river, and the next day it took the city.\n"
      "It was driven back on 9 September 1914. That winter it waited.\n"
      "\n1915\n\n"
      "In May Italy joined the war. The offensive ended on 7 July; three days later another began. Later that year "
      "Bulgaria joined, too, on 14 October.\n"
      "In January the army withdrew. It returned on 5 June 1916 (it is remembered to this day: in 1998 a stone was "
      "set), and in August it won.\n";
  CHECK(dates("2009-12-19", story) ==
        "1914-07-28, 1914-08, 1914-XX-XX, 1914-09-09, 1914-WI, 1915, 1915-05, 1915-07-07, 1915-07-10, 1915, "
        "1915-10-14, 1916-01, 1916-06-05, PRESENT_REF, 1998, 1916-08");
}

TEST_CASE("a narrative knows where it is bound for") {
  check({
      // 1612 is said in passing: the text goes on in 1788 and 1789
      {"2009-12-19",
       "The king fell ill in August 1788. A rule of 1612 was read out. He gave way on 27 December. They met in May "
       "1789 and left in June 1790. It was over in 1791.",
       "1788-08, 1612, 1788-12-27, 1789-05, 1790-06, 1791"},
      // a crown of 1869 is told in passing, and a line of its own is the year of what follows
      {"2009-12-19",
       "The war began in May 1871.\n\n1872\n\nIn March the king, who had been crowned in 1869, died. In June his son "
       "won. It went on in 1873, and in 1875 it ended.",
       "1871-05, 1872, 1872-03, 1869, 1872-06, 1873, 1875"},
      // the fighting that lasted into February 1945 is left for the summer before
      {"2009-12-19",
       "The army came in September 1944. It fought on until February 1945.\nBy the start of July another army had come "
       "far.\nIn June 1944 the islands fell. In August 1944 the fleet sailed. It won in December 1944.",
       "1944-09, 1945-02, 1944-07, 1944-06, 1944-08, 1944-12"},
      // what had been, and what only names another thing, is told beside the story
      {"2009-12-19",
       "War came in May 1944. It reached those who had marched off in late 1943. By June it had won. On 13 July the "
       "leader of the August 1792 rising fell. On 24 July it ended.",
       "1944-05, 1943, 1944-06, 1944-07-13, 1792-08, 1944-07-24"},
      // a crown of 1755 leads nobody there
      {"2009-12-19",
       "The island was ceded in May 1768. In October the army lost. Its lord, who had been crowned in 1755, fled on 13 "
       "November. It was over in 1771.",
       "1768-05, 1768-10, 1755, 1768-11-13, 1771"},
      // where the next year that is named lies behind March, this March lies between; else a paragraph may step back
      {"2009-12-19",
       "The rising began in September 1773. The town held out until the end of March. In May it fell. The leader died "
       "on 10 January 1775.",
       "1773-09, 1774-03, 1774-05, 1775-01-10"},
      {"2009-12-19", "The rising began in September 1773. It was planned in March. The leader died on 10 October 1773.",
       "1773-09, 1773-03, 1773-10-10"},
      // a range is over when the story goes on, and holds what the story has reached before it leads a year away
      {"2009-12-19",
       "War came on 24 April 1877. The town held from 20 July until 10 December. A truce was signed on 31 January.",
       "1877-04-24, 1877-07-20/1877-12-10, 1878-01-31"},
      {"2009-12-19",
       "They landed in January 1945 and took the port in March. The north was fought for from October to March, and in "
       "May it fell.",
       "1945-01, 1945-03, 1944-10/1945-03, 1945-05"},
      {"2009-12-19",
       "They landed in January 1945 and took the port in March. The north was fought for from June to August.",
       "1945-01, 1945-03, 1945-06/1945-08"},
      // what had been done before a day of the story leads on to that day
      {"2009-12-19",
       "The town fell on 4 October 1830. The envoys met; before Christmas they had agreed. A king was chosen in June. "
       "He came in July 1831.",
       "1830-10-04, 1830-12-25, 1831-06, 1831-07"},
      // a year that names the day of the same sentence does not lead back to its January
      {"2009-12-19",
       "The war began in 1939. It spread in June 1941. On December 7 (as the king slept), 1941, the ships were bombed. "
       "In January the allies met. They met again in May 1943 and in June 1944.",
       "1939, 1941-06, 1941-12-07, 1941, 1942-01, 1943-05, 1944-06"},
  });
}

TEST_CASE("a short narrative is known by the years that it begins with") {
  check({
      {"2012-05-15",
       "The march of 1812\n\nTrade had suffered since 1810. On the night of 23 June the army crossed, and by noon it "
       "was far. It stands now in ruins.",
       "1812, 1810, 1812-06-23TNI, 1812-06-24T12:00, PRESENT_REF"},
      // a century that is spoken of in passing does not lead the story there
      {"2012-05-15",
       "War came in June 1812. On 7 September it was decided, at a cost that was not seen again until the twentieth "
       "century. The army left on 19 October.",
       "1812-06, 1812-09-07, 19, 1812-10-19"},
      // a few weekdays are of the story; behind a range of years told in words it is at its end
      {"2012-05-15",
       "On Friday 12 January 1894 the ship left. It sank that night. News came on Sunday. An inquiry sat from 1894 "
       "until 1896 and closed in May of that year. Ten years later it rose again.",
       "1894-01-12, 1894-01-12TNI, 1894-01-14, 1894/1896, 1896-05, 1906"},
      // nor does it matter that the heading has only years, or that a weekday is that of another
      {"2012-05-15",
       "The crisis (1956-57)\n\nThe last soldiers left on 13 June 1956. On 19 July the loan was refused. It was "
       "decided the same Thursday. The leader resigned on 9 January 1957.",
       "1956/1957, 1956-06-13, 1956-07-19, 1956-07-19, 1957-01-09"},
      {"2012-05-15", "The deal of 2004 is kept. Voters will decide on Sunday; in June the law ends.",
       "2004, 2012-05-20, 2012-06"},
  });
}

}  // namespace
}  // namespace dateline::tests
