// The state as an SQLite file, taken for one run from its opening on. See class State in dateline/state.h. The one file
// that knows SQLiteCpp. Tested by tests/state/file_test.cpp.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "claims/names.h"
#include "dateline/error.h"
#include "dateline/state.h"
#include "state/json.h"
#include "state/schema.h"

namespace dateline {
namespace {

using SQLite::Statement;

struct Complaint {
  int code;  ///< SQLite's primary result code
  const char* what;
  const char* hint;
};

constexpr Complaint complaints[] = {
    {SQLITE_BUSY, "another run is using it", "wait until that one is done"},
    {SQLITE_NOTADB, "is no state of dateline, or it is damaged",
     "put a copy back, or move it away and build anew of all articles; events then get new names"},
    {SQLITE_CORRUPT, "is damaged",
     "put a copy back, or move it away and build anew of all articles; events then get new names"},
    {SQLITE_FULL, "cannot be written: the disk is full", "free some space and run again; it is as it was before"},
    {SQLITE_IOERR, "cannot be read or written", "is the disk full, or failing? Then run again; it is as it was before"},
    {SQLITE_READONLY, "may not be written", "change its rights or those of its folder"},
    {SQLITE_CANTOPEN, "cannot be opened", "create its folder first, and see that you may write there"},
    {SQLITE_PERM, "may not be read", "change its rights or those of its folder"},
};

[[noreturn]] void complain(const std::string& file, const SQLite::Exception& e) {
  for (const auto& c : complaints)
    if ((e.getErrorCode() & 0xff) == c.code) throw Error(file + ": " + c.what, c.hint);
  throw Error(file + ": " + e.what(), "is it a state that dateline wrote?");
}

std::string text(Statement& row, int column) { return row.getColumn(column).getString(); }

std::optional<Moment> moment(Statement& row, int column) { return parse_moment(text(row, column)); }  // NULL is ""

void bind(Statement& statement, int index, const std::optional<Moment>& m) {
  if (m) statement.bind(index, to_string(*m));
}

void bind(Statement& statement, int index, const std::optional<Account>& told) {
  if (told) statement.bind(index, account_to_json(*told));
}

}  // namespace

struct State::Database {
  std::string file;
  mutable SQLite::Database sqlite;

  Database(const std::string& file_, int patience)
      : file(file_), sqlite(file_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, patience) {}

  int number(const char* pragma) const { return sqlite.execAndGet(pragma).getInt(); }

  /// Runs `work`; what SQLite throws becomes an Error that names the file.
  template <class Work>
  auto run(Work work) const {
    try {
      return work();
    } catch (const SQLite::Exception& e) {
      complain(file, e);
    }
  }

  /// For each row that the query gives of `values`.
  template <class PerRow, class... Values>
  void each(const char* query, PerRow per_row, const Values&... values) const {
    run([&] {
      Statement statement(sqlite, query);
      int index = 0;
      (statement.bind(++index, values), ...);
      while (statement.executeStep()) per_row(statement);
    });
  }

  template <class... Values>
  void execute(const char* command, const Values&... values) {
    each(
        command, [](Statement&) {}, values...);
  }

  void refuse_strangers() const {
    const int id = number("PRAGMA application_id"), version = number("PRAGMA user_version");
    const bool is_new = id == 0 && version == 0 && number("SELECT count(*) FROM sqlite_master") == 0;
    if (!is_new && id != state_application_id)
      throw Error(file + ": is the database of another program", "name another file with --state");
    if (version > static_cast<int>(state_steps.size()))
      throw Error(file + ": was written by a newer dateline (schema " + std::to_string(version) + "; this one knows " +
                      std::to_string(state_steps.size()) + ")",
                  "use that one, or name another file with --state");
    if (sqlite.execAndGet("PRAGMA quick_check(1)").getString() != "ok")
      throw SQLite::Exception("quick_check", SQLITE_CORRUPT);
  }

  void migrate() {
    const auto had = static_cast<std::size_t>(number("PRAGMA user_version"));
    for (std::size_t step = had; step < state_steps.size(); ++step) sqlite.exec(state_steps[step]);
    sqlite.exec("PRAGMA application_id = " + std::to_string(state_application_id));
    sqlite.exec("PRAGMA user_version = " + std::to_string(state_steps.size()));
  }

  /// Exclusive locking outlasts each commit: the files are written between two of them. It is asked for when the lock
  /// is had: two that wait with it would each keep what the other waits for.
  void take() {
    sqlite.exec(
        "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE");
    refuse_strangers();
    migrate();
  }
};

State::State(const std::string& file, std::chrono::milliseconds patience) {
  try {
    database_ = std::make_unique<Database>(file, static_cast<int>(patience.count()));
    database_->take();
  } catch (const SQLite::Exception& e) {
    complain(file, e);
  }
}
State::~State() = default;
State::State(State&&) noexcept = default;

std::vector<KeptDocument> State::documents() const {
  std::vector<KeptDocument> out;
  database_->each("SELECT id, given_id, file, content, rules FROM documents ORDER BY id", [&](Statement& row) {
    out.push_back({text(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4)});
  });
  return out;
}

std::vector<Citation> State::citations() const {
  std::vector<Citation> out;
  database_->each("SELECT id, source, title, url, published, published_by FROM documents ORDER BY id",
                  [&](Statement& row) {
                    out.push_back({text(row, 0), text(row, 1), text(row, 2), text(row, 3), moment(row, 4),
                                   parse_published_by(text(row, 5)).value_or(PublishedBy::nothing)});
                  });
  return out;
}

Document State::document(const std::string& id) const {
  Document out;
  database_->each(
      "SELECT source, title, url, published, published_by, text, file, fetched, stated FROM documents WHERE id = ?",
      [&](Statement& row) {
        out = {{id, text(row, 0), text(row, 1), text(row, 2), moment(row, 3),
                parse_published_by(text(row, 4)).value_or(PublishedBy::nothing)},
               text(row, 5),
               moment(row, 7),
               stated_in(text(row, 8)),
               text(row, 6)};
      },
      id);
  return out;
}

std::vector<Claim> State::claims() const {
  std::vector<Claim> out;
  database_->each("SELECT claim FROM claims ORDER BY document, place",
                  [&](Statement& row) { out.push_back(claim_from_json(text(row, 0), database_->file, 0)); });
  return out;
}

std::vector<KeptEvent> State::events() const {
  std::vector<KeptEvent> out;
  const auto told = [&](Statement& row, int column) {
    return row.isColumnNull(column) ? std::nullopt
                                    : std::optional(account_from_json(text(row, column), database_->file));
  };
  database_->each("SELECT uid, sequence, created, modified, slot, now, told FROM events ORDER BY uid",
                  [&](Statement& row) {
                    out.push_back({text(row, 0),
                                   row.getColumn(1).getInt(),
                                   moment(row, 2),
                                   moment(row, 3),
                                   text(row, 4),
                                   told(row, 5),
                                   told(row, 6),
                                   {}});
                  });
  auto event = out.begin();
  database_->each("SELECT event, document, sentence, word FROM evidence ORDER BY event, document, sentence, word",
                  [&](Statement& row) {
                    while (event != out.end() && event->uid != text(row, 0)) ++event;  // both are by uid
                    if (event != out.end())
                      event->evidence.push_back(
                          {text(row, 1), text(row, 2), static_cast<std::size_t>(row.getColumn(3).getInt64())});
                  });
  return out;
}

void State::keep(const KeptDocument& kept, const Document& d, const std::vector<Claim>& claims) {
  database_->run([&] {
    Statement insert(database_->sqlite,
                     "INSERT OR REPLACE INTO documents (id, given_id, file, content, rules, source, title, url, "
                     "published_by, text, stated, published, fetched) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    int index = 0;
    for (const auto& value : {kept.id, kept.given_id, kept.file, kept.content, kept.rules, d.source, d.title, d.url,
                              std::string(name(d.published_by)), d.text, stated_lines(d)})
      insert.bind(++index, value);
    bind(insert, ++index, d.published);
    bind(insert, ++index, d.fetched);
    insert.exec();
  });
  int place = 0;
  for (const auto& claim : claims)
    database_->execute("INSERT INTO claims (document, place, claim) VALUES (?,?,?)", kept.id, place++,
                       claim_to_json(claim));
}

void State::relocate(const KeptDocument& kept) {
  database_->execute("UPDATE documents SET given_id = ?, file = ? WHERE id = ?", kept.given_id, kept.file, kept.id);
}

void State::forget(const std::string& id) { database_->execute("DELETE FROM documents WHERE id = ?", id); }

void State::keep(const KeptEvent& event) {
  database_->run([&] {
    Statement insert(
        database_->sqlite,
        "INSERT OR REPLACE INTO events (uid, sequence, slot, created, modified, now, told) VALUES (?,?,?,?,?,?,?)");
    insert.bind(1, event.uid);
    insert.bind(2, event.sequence);
    insert.bind(3, event.slot);
    bind(insert, 4, event.created);
    bind(insert, 5, event.modified);
    bind(insert, 6, event.now);
    bind(insert, 7, event.told);
    insert.exec();
  });
  for (const auto& e : event.evidence)
    database_->execute("INSERT INTO evidence (event, document, sentence, word) VALUES (?,?,?,?)", event.uid, e.document,
                       e.sentence, static_cast<std::int64_t>(e.word));
}

void State::all_is_told() {
  database_->execute("UPDATE events SET told = now WHERE told IS NOT now");
  database_->execute("DELETE FROM evidence WHERE event IN (SELECT uid FROM events WHERE now IS NULL)");
}

void State::commit() {
  database_->run([&] { database_->sqlite.exec("COMMIT; BEGIN EXCLUSIVE"); });
}

}  // namespace dateline
