// The articles of a folder as a calendar to subscribe to. Links dateline::events. `feed articles DIR` prints:
//
//     2 articles, 2 events in timeline.ics
#include <dateline/dateline.h>

#include <iostream>

int main(int, char** arguments) {
  const auto built = dateline::build({arguments[1]}, arguments[2], dateline::Rules(RULES), dateline::Gazetteer(RULES));
  for (const auto& warning : built.warnings) std::cerr << "warning: " << warning << '\n';
  for (const auto& error : built.errors) std::cerr << "error: " << error << '\n';
  std::cout << built.timeline.documents.size() << " articles, " << built.timeline.events.size()
            << " events in timeline.ics\n";
  return built.errors.empty() ? 0 : 2;
}
