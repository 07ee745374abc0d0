// A YAML or JSON document as plain nodes that know where they stand in their file.
// Offers parse_yaml, parse_json and to_json; keeps yaml-cpp in yaml.cpp and nlohmann-json in json.cpp.
// Tested by tests/tree/tree_test.cpp.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/error.h"

namespace dateline {

/// One node. Scalars keep their text; `kind` says what a JSON writer makes of them.
struct Tree {
  enum class Kind { null, boolean, number, string, list, map };

  Kind kind = Kind::null;
  std::string scalar;                                ///< boolean: "true" or "false"; number: as written
  std::vector<Tree> items;                           ///< list
  std::vector<std::pair<std::string, Tree>> fields;  ///< map, in the order of the file
  int line = 0;                                      ///< from 1; 0 where made by code
  int column = 0;                                    ///< from 1
  std::shared_ptr<const struct SourceText> source;   ///< the file that it stands in; null where made by code

  Tree() = default;
  Tree(std::string_view text) : kind(Kind::string), scalar(text) {}
  Tree(const std::string& text) : kind(Kind::string), scalar(text) {}
  Tree(const char* text) : kind(Kind::string), scalar(text) {}
  Tree(bool b) : kind(Kind::boolean), scalar(b ? "true" : "false") {}
  Tree(std::int64_t n) : kind(Kind::number), scalar(std::to_string(n)) {}
  Tree(int n) : Tree(std::int64_t{n}) {}
  Tree(std::size_t n) : Tree(static_cast<std::int64_t>(n)) {}
  /// The shortest decimal that reads back as `x`.
  Tree(double x);

  static Tree list();
  static Tree map();
  /// Adds to a map; returns *this.
  Tree& set(std::string key, Tree value);
  /// Adds to a list; returns *this.
  Tree& add(Tree value);

  bool is_null() const { return kind == Kind::null; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  bool is_scalar() const { return !is_list() && !is_map() && !is_null(); }

  /// The field of a map, or null where there is none or this is no map.
  const Tree* find(std::string_view key) const;
  /// find(key), thrown as an Error where it is missing.
  const Tree& at(std::string_view key) const;
  /// The field's scalar text, or `otherwise`; an Error where it is a list or a map.
  std::string text_or(std::string_view key, std::string_view otherwise = "") const;
  /// This node's scalar text; an Error where it is a list, a map or null.
  const std::string& text() const;
  /// This node as a whole number; an Error where it is none.
  int integer() const;
  double real() const;
  bool boolean() const;
  /// The texts of a list of scalars; a lone scalar is a list of one; null is empty.
  std::vector<std::string> texts() const;

  /// An Error for the first key of this map that is not one of `allowed`, with a hint at the nearest.
  void only(const std::vector<std::string_view>& allowed) const;
  /// An Error that stands at this node.
  [[noreturn]] void fail(std::string message, std::string hint = "") const;
  FilePosition position() const;
};

/// The text of a file that was parsed, kept for carets.
struct SourceText {
  std::string file;
  std::string text;
};

/// Throws Error with file, line, column and caret. An empty document is a null node. `file` is the name used in errors.
Tree parse_yaml(std::string_view text, std::string file);
/// Throws Error; `first_line` is the number of the text's first line in its file (JSON Lines).
/// Nodes of JSON have no position of their own: all stand at `first_line`.
Tree parse_json(std::string_view text, std::string file, int first_line = 1);
/// Compact where indent is negative. Invalid UTF-8 is replaced by U+FFFD. No newline at the end.
std::string to_json(const Tree&, int indent = -1);

/// The candidate with the least edit distance to `word` if that is at most a third of its length, else "".
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace dateline
