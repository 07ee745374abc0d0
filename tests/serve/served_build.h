// A calendar of three events as it is served, made by hand: for the tests of what is answered.
#pragma once

#include <string>

namespace dateline::tests {

inline const std::string calendar_head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nNAME:Three events";
inline const std::string calendar_tail = "\r\nEND:VCALENDAR\r\n";

inline std::string event_lines(const std::string& uid, const std::string& summary) {
  return "\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:" + summary + "\r\nEND:VEVENT";
}

inline const std::string summit = event_lines("a-1", "Summit in Busan");
inline const std::string visit = event_lines("b-2", "END:VEVENT");       // the title of a joker
inline const std::string vote = event_lines("c-3", "Vote\r\n UID:a-1");  // and of another, folded

inline const std::string three_events = calendar_head + summit + visit + vote + calendar_tail;

inline const std::string three_described = R"({"events": [
  {"uid": "a-1", "kind": "summit", "status": "scheduled", "actors": [{"code": "USA"}, {"code": "CHN"}]},
  {"uid": "b-2", "kind": "visit", "status": "cancelled", "actors": [{"code": "CHN"}, {"code": ""}]},
  {"uid": "c-3", "kind": "vote", "status": "scheduled", "actors": []},
  {"uid": "d-4", "kind": "talks", "status": "proposed", "actors": [{"code": "CHN"}]}
]})";

}  // namespace dateline::tests
