// Timeline → timeline.csv and claims.csv, UTF-8.
// Offers to_csv() and claims_to_csv(). Tested by tests/write/csv_test.cpp.
#include "base/plain_text.h"
#include "claims/standing.h"
#include "dateline/write.h"
#include "write/csv_record.h"

namespace dateline {
namespace {

constexpr const char* event_columns =
    "uid,start,end,when,granularity,status,kind,plover,title,actors,actor_codes,place,country,latitude,longitude,"
    "previous,sources,claims,findings,first_reported,last_reported,evidence\r\n";
constexpr const char* claim_columns =
    "uid,document,source,url,published,sentence,expression,begin,end,value,status,rule\r\n";

// Within an item the separator's sign becomes another, so that a list splits only where it should.
std::string list(const std::vector<std::string>& items) {
  std::vector<std::string> out;
  for (const std::string& item : items) out.push_back(replaced(one_line(item), ";", ","));
  return join(out, "; ");
}

// Sentences are full of semicolons.
std::string sentences(const std::vector<std::string>& items) {
  std::vector<std::string> out;
  for (const std::string& item : items) out.push_back(replaced(item, "|", "/"));
  return join(out, " | ");
}

template <class Nouns, class Field>
std::string list_of(const Nouns& nouns, Field field) {
  std::vector<std::string> out;
  for (const auto& noun : nouns)
    if (std::string item = field(noun); !item.empty()) out.push_back(std::move(item));
  return list(out);
}

std::string text_of(const std::optional<Moment>& moment) { return moment ? to_string(*moment) : ""; }

// Up to four decimals, ten metres.
std::string degrees(const Place& place, double value) {
  if (place.latitude == 0 && place.longitude == 0) return "";
  std::string out = decimal(value, 4);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out;
}

std::string finding_kinds(const Timeline& timeline, const Event& event) {
  return list_of(event.findings, [&](std::size_t i) { return timeline.findings.at(i).kind; });
}

void add_date(CsvRecord& record, const When& when) {
  record.value(text_of(first_possible(when)));  // also where no date is named: "upcoming" still has a bound
  record.value(text_of(last_possible(when)));
  record.value(edtf(when));
  record.value(has_date(when) ? name(when.granularity) : "");
}

void add_people_and_place(CsvRecord& record, const Event& event) {
  record.text(list_of(event.actors, [](const Actor& a) { return a.name; }));
  record.text(list_of(event.actors, [](const Actor& a) { return a.code; }));
  record.text(event.place.name).text(event.place.country);
  record.value(degrees(event.place, event.place.latitude)).value(degrees(event.place, event.place.longitude));
}

void add_reports(CsvRecord& record, const Timeline& timeline, const Event& event) {
  const auto sources = sources_of(timeline, event);
  record.text(list_of(sources, [](const Citation& d) { return d.id; }));
  record.value(std::to_string(event.claims.size())).text(finding_kinds(timeline, event));
  record.value(text_of(oldest_publication(sources))).value(text_of(newest_publication(sources)));
  record.text(sentences(evidence_of(timeline, event, 3)));
}

std::string event_record(const Timeline& timeline, const Event& event) {
  CsvRecord record;
  record.text(event.uid);
  add_date(record, event.when);
  record.value(name(event.status)).text(event.kind).text(event.plover).text(event.title);
  add_people_and_place(record, event);
  record.value(list_of(event.previous, edtf));
  add_reports(record, timeline, event);
  return record.end();
}

// The event of each claim; "" for a claim that is of none.
std::vector<std::string> uid_of_claims(const Timeline& timeline) {
  std::vector<std::string> out(timeline.claims.size());
  for (const Event& event : timeline.events)
    for (std::size_t claim : event.claims) out.at(claim) = event.uid;
  return out;
}

std::string claim_record(const Claim& claim, const std::string& uid) {
  const bool has_expression = !claim.expression.empty();
  CsvRecord record;
  record.text(uid).text(claim.document.id).text(claim.document.source).text(claim.document.url);
  record.value(text_of(claim.document.published)).text(claim.text).text(claim.expression_text);
  record.value(has_expression ? std::to_string(claim.expression.begin) : "");
  record.value(has_expression ? std::to_string(claim.expression.end) : "");
  record.text(claim.value).value(name(claim.status)).text(claim.rule);
  return record.end();
}

}  // namespace

std::string to_csv(const Timeline& timeline, bool byte_order_mark) {
  std::string out = byte_order_mark ? csv_byte_order_mark : "";
  out += event_columns;
  for (const Event& event : timeline.events) out += event_record(timeline, event);
  return out;
}

std::string claims_to_csv(const Timeline& timeline) {
  const auto uids = uid_of_claims(timeline);
  std::string out = claim_columns;
  for (std::size_t i = 0; i < timeline.claims.size(); ++i) out += claim_record(timeline.claims[i], uids[i]);
  return out;
}

}  // namespace dateline
