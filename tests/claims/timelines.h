// Small timelines for the tests of what is written.
#pragma once

#include <string>

#include "dateline/claim.h"

namespace dateline::tests {

inline Moment at(const char* text) { return parse_moment(text).value(); }

/// Both as written; `end` is exclusive.
inline When exact(const char* begin, const char* end, Granularity g = Granularity::day) {
  return exactly({at(begin), at(end)}, g);
}
inline When within(const char* begin, const char* end, Granularity g = Granularity::day) {
  return some_time_within({at(begin), at(end)}, g);
}

inline const std::string uid_a = "35eefa9b-5f3e-5f75-994f-16a1d88ca4d8";
inline const std::string uid_b = "6ca8917a-f5fb-5529-a3b4-91c8a0c11180";

inline const When summit_days = exact("2025-10-30", "2025-11-01");
inline const When one_day = exact("2026-05-20", "2026-05-21");
inline const When april = within("2026-04-01", "2026-05-01", Granularity::month);

inline Citation document(const std::string& id, const char* published) {
  return {id, "Agence Exemple", "Summit, at last", "https://news.example/" + id, at(published), PublishedBy::metadata};
}

inline Event event(const std::string& uid, const std::string& title, const When& when,
                   Status status = Status::scheduled) {
  Event out;
  out.uid = uid;
  out.kind = "summit";
  out.plover = "CONSULT";
  out.title = title;
  out.when = when;
  out.status = status;
  return out;
}

/// An event of one claim in one document, dated by the words `said`.
inline Timeline timeline_of(Event e, const std::string& said = "", const char* published = "2025-10-23") {
  Claim claim;
  claim.document = document("a", published);
  claim.text = "The two leaders will meet " + said + '.';
  claim.sentence = {0, claim.text.size()};
  claim.expression_text = said;
  claim.expression = {26, 26 + said.size()};
  claim.kind = e.kind;
  claim.status = e.status;
  claim.when = e.when;
  claim.rule = "summit.meet";
  e.claims = {0};
  return {{claim.document}, {claim}, {e}, {}};
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace dateline::tests
