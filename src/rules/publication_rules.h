// Where a day of publication can stand and how it is written there: rules/LANGUAGE/publication.yaml, compiled. The
// patterns are RE2 over bytes, as there are no words yet; the file's head tells what its keys mean.
// Which of several days is trusted is not known here, but to read. Tested by tests/rules/publication_rules_test.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/time.h"
#include "dateline/value.h"
#include "match/byte_pattern.h"
#include "match/lexicon.h"
#include "tree/tree.h"

namespace dateline {

/// What the words of a list stand for, by the word in lower case.
using WordValues = std::map<std::string, WordValue>;

/// What a group may be called; its name says which field it captures.
enum class StampField {
  none,
  year,
  month,
  day,
  weekday,
  hour,
  minute,
  second,
  offset,
  utc,
  count,
  unit,
  charset,
  date
};

/// A pattern whose groups are fields, some of them words of lists.
struct StampPattern {
  struct Group {
    StampField field = StampField::none;
    const WordValues* words = nullptr;  ///< null for what is written in figures
  };
  BytePattern pattern;
  std::vector<Group> groups;
};

/// One line of `examples:`.
struct StampExample {
  std::string text;
  std::optional<Moment> at;  ///< when the text was fetched
  std::string is;            ///< a date, or the name of a charset; empty for `none: true`
  Tree where;
};

struct StampRule {
  /// `date`: a part of others; `stamp`: the whole of a field of metadata; `url`; a line at the top of a text:
  /// `dateline`, `byline`, `ago`; `as_of`: anywhere in a text; `charset`: the head of a page.
  enum class Where { date, stamp, url, dateline, byline, as_of, ago, charset };

  std::string id;
  Where where = Where::date;
  std::vector<StampPattern> patterns;                  ///< any of them
  std::size_t longest = std::string_view::npos;        ///< bytes of the line
  std::size_t begins_within = std::string_view::npos;  ///< bytes of the line before the date
  std::vector<StampExample> examples;
  Tree node;
};

/// What a rule found.
struct Stamp {
  const StampRule* rule = nullptr;
  std::size_t begin = 0, end = 0;  ///< bytes, of the date where there is one
  std::optional<Moment> at;        ///< where the rule captures a date: a day that exists, or an instant of it
  int count = 0;                   ///< of `unit`
  std::optional<Unit> unit;
  std::string_view charset;
};

class PublicationRules {
 public:
  PublicationRules() = default;
  PublicationRules(const PublicationRules&) = delete;  // patterns point to the word lists
  PublicationRules& operator=(const PublicationRules&) = delete;

  /// Reads a file and compiles its patterns, in which {month} may be a word list of the lexicon. Throws Error.
  void read(const Tree& file, const Lexicon&);

  /// The first full date of a text: one alternation finds it, then the rule that wrote it reads it.
  std::optional<Stamp> first_date(std::string_view text) const;
  /// The rule by which a line whose first date is `date` is a dateline or a byline; null where it is none.
  const StampRule* rule_of_line(StampRule::Where, std::string_view line, const Stamp& date) const;
  /// The first in the text of what the rules of this place find; of two that begin together that of the first rule.
  std::optional<Stamp> find(StampRule::Where, std::string_view text) const;
  /// Whether the rule alone finds something in the text.
  bool finds(const StampRule&, std::string_view text) const;

  std::size_t lines() const { return lines_; }            ///< of a text that have something on them are its head
  std::size_t line_bytes() const { return line_bytes_; }  ///< of each of them are searched for a date
  const std::vector<StampRule>& rules() const { return rules_; }

 private:
  friend class StampCompiler;
  std::optional<Moment> date_in(std::string_view piece) const;
  std::optional<Stamp> read_match(const StampRule&, const StampPattern&, const ByteMatch&, std::string_view text) const;
  std::optional<Stamp> find_by(const StampRule&, std::string_view text) const;

  std::size_t lines_ = 0, line_bytes_ = 0;
  std::map<std::string, WordValues> words_;  ///< by the name of the list
  std::vector<StampRule> rules_;
  std::optional<BytePattern> any_date_;
};

}  // namespace dateline
