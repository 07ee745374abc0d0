// The times of a sentence. Links dateline::times alone. Prints:
//
//     last Friday: DATE 2025-10-17, from 2025-10-17 to 2025-10-18
//     Thanksgiving: DATE 2025-11-27, from open to 2025-11-28
//     late April: DATE 2026-04, from 2026-04-21 to 2026-05-01
#include <dateline/dateline.h>

#include <iostream>

int main() {
  const dateline::Rules rules(RULES);  // the folder: rules/ of the sources, ${dateline_RULES} of find_package
  const auto published = dateline::parse_moment("2025-10-23");
  const auto shown = [](const auto& moment) { return moment ? to_string(*moment) : "open"; };
  const auto text = "They met last Friday, want a deal by Thanksgiving and will go to Seoul in late April.";
  for (const auto& time : dateline::find_times(text, published, rules))
    std::cout << time.text << ": " << name(time.type) << ' ' << time.value << ", from " << shown(time.interval.begin)
              << " to " << shown(time.interval.end) << '\n';
}
