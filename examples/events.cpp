// The events of an article. Links dateline::events. Prints:
//
//     between 21 and 31 October 2025: Trump visits Malaysia (scheduled)
//     30 October 2025: Trump–Xi meeting, Busan (scheduled)
#include <dateline/dateline.h>

#include <iostream>

int main() {
  const dateline::Rules rules(RULES);
  const dateline::Gazetteer gazetteer(RULES);
  dateline::Document article;
  article.id = "trip";
  article.published = dateline::parse_moment("2025-10-23");
  article.text = "Trump will meet Xi Jinping in Busan on October 30. He will visit Malaysia in late October.\n";
  for (const auto& event : dateline::find_events({article}, rules, gazetteer).events)
    std::cout << in_words(event.when) << ": " << event.title << " (" << name(event.status) << ")\n";
}
