// The tables of the state, as the steps that made them. Tested by tests/state/file_test.cpp.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "dateline/document.h"

namespace dateline {

/// What an SQLite file is known by as a state of dateline: "dtln".
inline constexpr int state_application_id = 0x64746c6e;

/// Step n makes version n of version n-1; the file says in user_version how many it has had. A step that has been
/// published is never changed: what is missing goes into a new one.
inline constexpr std::array state_steps = {
    R"sql(
      CREATE TABLE documents (
        id TEXT PRIMARY KEY, given_id TEXT NOT NULL, file TEXT NOT NULL, content TEXT NOT NULL, rules TEXT NOT NULL,
        source TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, published TEXT, published_by TEXT NOT NULL,
        text TEXT NOT NULL) STRICT;
      CREATE TABLE claims (
        document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL, claim TEXT NOT NULL,
        PRIMARY KEY (document, place)) STRICT, WITHOUT ROWID;
      CREATE TABLE events (
        uid TEXT PRIMARY KEY, sequence INTEGER NOT NULL, created TEXT, modified TEXT, slot TEXT NOT NULL,
        now TEXT) STRICT;
      CREATE TABLE evidence (
        event TEXT NOT NULL REFERENCES events ON DELETE CASCADE, document TEXT NOT NULL, sentence TEXT NOT NULL,
        word INTEGER NOT NULL,
        PRIMARY KEY (event, document, sentence, word)) STRICT, WITHOUT ROWID;
    )sql",
    // A run that is cut off between the state and the files has told nobody what it found.
    "ALTER TABLE events ADD COLUMN told TEXT; UPDATE events SET told = now;",
    // What else an article states of its publication, a line each: the day, and what states it.
    "ALTER TABLE documents ADD COLUMN fetched TEXT; ALTER TABLE documents ADD COLUMN stated TEXT NOT NULL DEFAULT '';",
};

/// documents.stated: what else an article states of its publication, and that read again.
std::string stated_lines(const Document&);
std::vector<StatedPublication> stated_in(const std::string& lines);

}  // namespace dateline
