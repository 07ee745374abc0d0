// Timeline → bytes of each output file, and bytes → files, whole or not at all.
// Every function is pure but write_file and write_files. Tested by tests/write/write_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dateline/claim.h"
#include "dateline/mention.h"

namespace dateline {

/// RFC 5545, as FEED.md has it: CRLF, folded at 75 octets.
enum class Fuzzy { marker, span, skip };  ///< how --ical-fuzzy shows an approximate date
std::string to_ical(const Timeline&, Fuzzy = Fuzzy::marker);
/// DTSTART, DTEND and STATUS of an event there, whose changes SEQUENCE counts; empty where the feed does not have it.
std::string ical_slot(const Timeline&, const Event&, Fuzzy);

/// RFC 4180: a row an event. `byte_order_mark` for Excel.
std::string to_csv(const Timeline&, bool byte_order_mark = false);
/// An event a row in the columns that another tool imports: Google Calendar, Outlook, TimelineJS. The events of the
/// feed, each on its days there; none of these formats knows a time zone, so a time of day stands in words.
enum class CsvProfile { google, outlook, timelinejs };
std::string to_csv_for(CsvProfile, const Timeline&, Fuzzy = Fuzzy::marker, bool byte_order_mark = false);
/// A row a claim.
std::string claims_to_csv(const Timeline&);
/// The briefing.
std::string to_markdown(const Timeline&);
/// The events on a time axis, as one page that needs no network and runs no script but its own.
std::string to_html(const Timeline&);
/// Everything.
std::string to_json(const Timeline&);

/// The time expressions of a document as one line of JSON without its newline: DESIGN.md, `tag --format jsonl`.
std::string mentions_to_json(const Document&, const std::vector<Mention>&);
/// The same as a TimeML document, as the TempEval-3 tools read it: DCT, title, and the text with TIMEX3 in it.
std::string to_timeml(const Document&, const std::vector<Mention>&);

/// {"findings":[{"kind","message","claims":[{"document","begin","end","sentence","when","published","rank",
/// "reason"}]}]},
/// a newline at its end. begin and end are bytes of the document's text: the words in doubt, else the sentence.
std::string findings_to_json(const Timeline&);
/// For people: a paragraph a finding, the sentences beneath it.
std::string findings_to_text(const Timeline&);
/// SARIF 2.1.0, for editors and code hosts.
std::string findings_to_sarif(const Timeline&);

/// Writes through a temporary file in the same folder, fsync and rename; leaves a file alone whose bytes are
/// already these (returns false then). Throws Error where it cannot be written.
bool write_file(const std::string& path, std::string_view bytes);

/// What may be chosen of the files of a calendar.
struct FileOptions {
  Fuzzy fuzzy = Fuzzy::marker;
  std::optional<CsvProfile> csv;  ///< timeline.csv in the columns that this tool imports; without it in our own
  bool byte_order_mark = false;   ///< at the beginning of timeline.csv
};
/// The calendar: timeline.ics, timeline.csv, claims.csv, timeline.md, timeline.html and timeline.json in `folder`,
/// which is made where there is none. Throws Error where something cannot be written.
void write_files(const Timeline&, const std::string& folder, const FileOptions& = {});

}  // namespace dateline
