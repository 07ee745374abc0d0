// What a parsed document is asked: its fields, its texts, and where it stands when it is wrong.
// Tested by tests/tree/tree_test.cpp.
#include "tree/tree.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace dateline {
namespace {

const char* in_words(Tree::Kind kind) {
  switch (kind) {
    case Tree::Kind::null:
      return "nothing";
    case Tree::Kind::boolean:
      return "true or false";
    case Tree::Kind::number:
      return "a number";
    case Tree::Kind::string:
      return "a text";
    case Tree::Kind::list:
      return "a list";
    case Tree::Kind::map:
      return "a map";
  }
  return "";
}

[[noreturn]] void fail_for_kind(const Tree& node, const std::string& expected) {
  node.fail("expected " + expected + ", found " + in_words(node.kind) +
            (node.is_scalar() ? " '" + node.scalar + "'" : ""));
}

// The start of line `number` (from 1), or the end of the text.
std::size_t line_start(std::string_view text, int number) {
  std::size_t at = 0;
  for (int line = 1; line < number; ++line) {
    at = text.find('\n', at);
    if (at == std::string_view::npos) return text.size();
    ++at;
  }
  return at;
}

std::string line_at(std::string_view text, int number) {
  std::string_view rest = text.substr(line_start(text, number));
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return std::string(rest);
}

bool is_key_at(std::string_view text, std::size_t after_key) {
  const std::size_t at = text.find_first_not_of("\"' \t", after_key);
  return at != std::string_view::npos && text[at] == ':';
}

// Nodes know where the value stands; the key is the nearest one before it.
FilePosition key_position(const std::string& key, const Tree& value) {
  FilePosition where = value.position();
  if (!value.source || key.empty() || where.column == 0) return where;
  const std::string_view text = value.source->text;
  std::size_t at = line_start(text, value.line) + static_cast<std::size_t>(value.column - 1);
  if (!value.is_null() && at > 0) --at;
  do at = text.rfind(key, at);
  while (at != std::string_view::npos && !is_key_at(text, at + key.size()) && at-- > 0);
  if (at == std::string_view::npos) return where;
  where.line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  where.column = 1 + static_cast<int>(at - line_start(text, where.line));
  where.source_line = line_at(text, where.line);
  return where;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string hint_for_key(std::string_view key, const std::vector<std::string>& allowed) {
  const std::string near = nearest(key, allowed);
  if (!near.empty()) return "did you mean '" + near + "'?";
  std::string out;
  for (const std::string& word : allowed) out += (out.empty() ? "known are " : ", ") + word;
  return out;
}

// Levenshtein's distance, with two swapped letters as one edit.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last, row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

Tree::Tree(double x) {
  if (!std::isfinite(x)) return;  // JSON has no word for it
  char digits[32];
  kind = Kind::number;
  scalar.assign(digits, std::to_chars(digits, digits + sizeof digits, x).ptr);
}

Tree Tree::list() {
  Tree tree;
  tree.kind = Kind::list;
  return tree;
}

Tree Tree::map() {
  Tree tree;
  tree.kind = Kind::map;
  return tree;
}

Tree& Tree::set(std::string key, Tree value) {
  fields.emplace_back(std::move(key), std::move(value));
  return *this;
}

Tree& Tree::add(Tree value) {
  items.push_back(std::move(value));
  return *this;
}

const Tree* Tree::find(std::string_view key) const {
  for (const auto& [name, value] : fields)
    if (name == key) return &value;
  return nullptr;
}

const Tree& Tree::at(std::string_view key) const {
  if (const Tree* value = find(key)) return *value;
  if (!is_map()) fail_for_kind(*this, "a map with '" + std::string(key) + "'");
  fail("'" + std::string(key) + "' is missing", "add '" + std::string(key) + ": …'");
}

std::string Tree::text_or(std::string_view key, std::string_view otherwise) const {
  const Tree* value = find(key);
  return std::string(!value || value->is_null() ? otherwise : value->text());
}

const std::string& Tree::text() const {
  if (!is_scalar()) fail_for_kind(*this, "a text");
  return scalar;
}

int Tree::integer() const {
  const auto value = kind == Kind::number ? parse_number<int>(scalar) : std::nullopt;
  if (!value) fail_for_kind(*this, "a whole number");
  return *value;
}

double Tree::real() const {
  const auto value = kind == Kind::number ? parse_number<double>(scalar) : std::nullopt;
  if (!value) fail_for_kind(*this, "a number");
  return *value;
}

bool Tree::boolean() const {
  if (kind != Kind::boolean) fail_for_kind(*this, "true or false");
  return scalar == "true";
}

std::vector<std::string> Tree::texts() const {
  if (is_null()) return {};
  if (!is_list()) return {text()};
  std::vector<std::string> out;
  for (const Tree& item : items) out.push_back(item.text());
  return out;
}

void Tree::only(const std::vector<std::string_view>& allowed) const {
  if (!is_map()) fail_for_kind(*this, "a map");
  for (const auto& [key, value] : fields) {
    if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
    throw Error(key_position(key, value), "unknown key '" + key + "'",
                hint_for_key(key, {allowed.begin(), allowed.end()}));
  }
}

void Tree::fail(std::string message, std::string hint) const {
  throw Error(position(), std::move(message), std::move(hint));
}

FilePosition Tree::position() const {
  if (!source) return {};
  return {source->file, line, column, column > 0 ? line_at(source->text, line) : ""};
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::size_t least = word.size() / 3 + 1;
  std::string best;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) best = candidate;
    least = std::min(least, distance);
  }
  return best;
}

}  // namespace dateline
