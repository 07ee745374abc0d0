// Reads one sentence with the installed library and prints the feed that is in it.
#include <dateline/dateline.h>

#include <iostream>

int main() {
  dateline::Document article;
  article.id = "foreign";
  article.published = dateline::parse_moment("2025-10-23");
  article.text = "Trump will meet Xi Jinping in Busan on October 30.\n";
  const dateline::Rules rules(RULES);
  std::cout << dateline::to_ical(dateline::find_events({article}, rules, dateline::Gazetteer(RULES)));
}
