// How fast contradictions are found: a network of 100,000 claims on 20,000 events from nothing, one more article in it,
// and the whole check stage on as many claims, spread over many pairs of states and all of one pair.
// `network_bench` takes no arguments; the time of the processor counts. The bench preset builds it and runs it.
#include <fmt/format.h>

#include <ctime>
#include <iostream>

#include "check/network.h"
#include "dateline/check.h"

namespace {

using namespace dateline;
using date::days;

constexpr std::size_t event_count = 20'000, claims_an_event = 5;
const date::local_days first_day{date::year{2025} / 1 / 1};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Work>
double seconds_of(Work work) {
  const double before = processor_seconds();
  work();
  return processor_seconds() - before;
}

// The network alone

Point start_of(std::size_t event) { return 1 + 2 * event; }
Point end_of(std::size_t event) { return 2 + 2 * event; }
long day_of(std::size_t event) { return static_cast<long>(20'000 + event / 20); }

/// What a claim says of its event: the day, a week that holds it, or that it comes before the next but nineteen.
std::vector<Limit> limits_of(std::size_t claim) {
  const std::size_t event = claim / claims_an_event, which = claim % claims_an_event;
  const long day = day_of(event);
  if (which < 2) return {{start_of(event), 0, -day, claim}, {0, end_of(event), day, claim}};
  if (which == 2) return {{start_of(event), 0, -day + 3, claim}, {0, end_of(event), day + 3, claim}};
  const std::size_t later = (event + 20 * (which - 2)) % event_count;
  if (later < event) return {};
  return {{start_of(later), start_of(event), -1, claim}};
}

Network filled_network() {
  Network network(1 + 2 * event_count);
  for (std::size_t e = 0; e < event_count; ++e) network.add({{end_of(e), start_of(e), 0, Limit::nobody}});
  for (std::size_t claim = 0; claim < event_count * claims_an_event; ++claim)
    if (network.add(limits_of(claim))) throw std::runtime_error("the network of the benchmark contradicts itself");
  return network;
}

/// Ten claims of one article: nine that fit, and one that puts an event a week late.
std::size_t add_article(Network& network) {
  std::size_t refused = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const std::size_t event = i * 1'999, claim = event_count * claims_an_event + i;
    const long day = day_of(event) + (i == 9 ? 7 : 0);
    if (network.add({{start_of(event), 0, -day, claim}, {0, end_of(event), day, claim}})) ++refused;
  }
  return refused;
}

// The check stage

Claim claim_of(std::size_t event, std::size_t which, std::size_t pairs) {
  Claim c;
  const date::local_days day = first_day + days{static_cast<int>(event / 20)};
  c.document.id = fmt::format("d{}", (event * 7 + which * 13'337) % 25'000);
  c.document.published = Moment{day - days{static_cast<int>(which) + 1}};
  c.text = fmt::format("Report {} of event {}.", which, event);
  c.sentence = {0, c.text.size()};
  c.trigger = {0, 6};
  c.kind = "meeting";
  for (const std::size_t state : {event % pairs, event % pairs + pairs})
    c.actors.push_back({fmt::format("State {}", state), "", fmt::format("S{}", state), false});
  c.place = {fmt::format("City {}", event), fmt::format("C{}", event % 150), 0, 0};
  c.when = exactly({Moment{day}, Moment{day + days{1}}}, Granularity::day);
  c.expression_text = "1 May";
  return c;
}

Timeline timeline_of_pairs(std::size_t pairs) {
  Timeline t;
  for (std::size_t e = 0; e < event_count; ++e) {
    Event event;
    for (std::size_t i = 0; i < claims_an_event; ++i) {
      event.claims.push_back(t.claims.size());
      t.claims.push_back(claim_of(e, i, pairs));
    }
    const Claim& first = t.claims[event.claims.front()];
    event.kind = first.kind;
    event.actors = first.actors;
    event.place = first.place;
    event.when = first.when;
    t.events.push_back(std::move(event));
  }
  return t;
}

void run() {
  Network network;
  fmt::print("network, {} claims on {} events  {:8.2f} s\n", event_count * claims_an_event, event_count,
             seconds_of([&] { network = filled_network(); }));
  std::size_t refused = 0;
  const double article = seconds_of([&] { refused = add_article(network); });
  fmt::print("one more article in it            {:8.3f} ms, {} of 10 claims refused\n", article * 1e3, refused);
  const Rules rules(std::string(DATELINE_SOURCE_DIR) + "/rules");
  for (const std::size_t pairs : {std::size_t{200}, std::size_t{1}}) {
    Timeline t = timeline_of_pairs(pairs);
    fmt::print("check, {:3} pairs of states        {:8.2f} s", pairs, seconds_of([&] { check(t, rules.events()); }));
    fmt::print(", {} findings\n", t.findings.size());
  }
}

}  // namespace

int main() {
  try {
    run();
  } catch (const std::exception& e) {
    std::cerr << "error: " << e.what() << '\n';
    return 2;
  }
}
