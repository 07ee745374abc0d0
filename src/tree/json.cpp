// JSON ↔ Tree. The one file that knows nlohmann-json: its parser, which does not recurse, and its escapes.
// Tested by tests/tree/tree_test.cpp.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "tree/tree.h"

namespace dateline {
namespace {

using Json = nlohmann::json;
using Source = std::shared_ptr<const SourceText>;

constexpr std::size_t deepest = 200;  // lists and maps within one another

// Line and column of the byte that `bytes_read` ends with.
FilePosition position_of(std::string_view text, std::size_t bytes_read, const std::string& file, int first_line) {
  const std::size_t at = std::min(bytes_read, text.size());
  const std::string_view before = text.substr(0, at == 0 ? 0 : at - 1);
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  return {file, first_line + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          static_cast<int>(before.size() - begin) + 1, std::string(line)};
}

// Takes the parser's events; the open lists and maps are a stack.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view text, Source source, int first_line)
      : text_(text), source_(std::move(source)), first_line_(first_line) {}

  Tree root;

  bool null() override { return put(Tree()); }
  bool boolean(bool b) override { return put(Tree(b)); }
  bool number_integer(number_integer_t n) override { return put_number(std::to_string(n)); }
  bool number_unsigned(number_unsigned_t n) override { return put_number(std::to_string(n)); }
  bool number_float(number_float_t, const string_t& written) override { return put_number(written); }
  bool string(string_t& text) override { return put(Tree(text)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Tree::map()); }
  bool start_array(std::size_t) override { return open(Tree::list()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& text) override {
    stack_.back().second = text;
    return true;
  }
  bool parse_error(std::size_t bytes_read, const std::string&, const nlohmann::detail::exception&) override {
    const FilePosition where = position_of(text_, bytes_read, source_->file, first_line_);
    if (bytes_read > text_.size()) throw Error(where, "not JSON: it ends too early", "is the line cut off?");
    throw Error(where, "not JSON here", "look for a missing comma, quote or bracket");
  }

 private:
  Tree placed(Tree tree) const {
    tree.line = first_line_;
    tree.source = source_;
    return tree;
  }

  bool put_number(const std::string& written) {
    Tree number(written);
    number.kind = Tree::Kind::number;
    return put(std::move(number));
  }

  bool put(Tree value) {
    value = placed(std::move(value));
    if (stack_.empty())
      root = std::move(value);
    else if (auto& [parent, key] = stack_.back(); parent.is_list())
      parent.add(std::move(value));
    else
      parent.set(std::move(key), std::move(value));
    return true;
  }

  bool open(Tree tree) {
    if (stack_.size() == deepest) placed({}).fail("more than 200 lists and maps within one another", "flatten it");
    stack_.emplace_back(std::move(tree), "");
    return true;
  }

  bool close() {
    Tree done = std::move(stack_.back().first);
    stack_.pop_back();
    return put(std::move(done));
  }

  std::string_view text_;
  Source source_;
  int first_line_;
  std::vector<std::pair<Tree, std::string>> stack_;  // a map's key waits for its value beside it
};

std::string quoted(const std::string& text) { return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

// YAML knows numbers that JSON does not (0101, +1, .5): those stay texts.
std::string number(const std::string& written) { return Json::accept(written) ? written : quoted(written); }

std::string new_line(int indent, int depth) {
  return indent < 0 ? "" : '\n' + std::string(static_cast<std::size_t>(indent * depth), ' ');
}

void write(std::string& out, const Tree& tree, int indent, int depth);

void write_list(std::string& out, const Tree& tree, int indent, int depth) {
  if (tree.items.empty()) out += "[]";
  if (tree.items.empty()) return;
  char before = '[';
  for (const Tree& item : tree.items) {
    out += std::exchange(before, ',') + new_line(indent, depth + 1);
    write(out, item, indent, depth + 1);
  }
  out += new_line(indent, depth) + ']';
}

void write_map(std::string& out, const Tree& tree, int indent, int depth) {
  if (tree.fields.empty()) out += "{}";
  if (tree.fields.empty()) return;
  char before = '{';
  for (const auto& [key, value] : tree.fields) {
    out += std::exchange(before, ',') + new_line(indent, depth + 1) + quoted(key) + (indent < 0 ? ":" : ": ");
    write(out, value, indent, depth + 1);
  }
  out += new_line(indent, depth) + '}';
}

void write(std::string& out, const Tree& tree, int indent, int depth) {
  switch (tree.kind) {
    case Tree::Kind::null:
      out += "null";
      break;
    case Tree::Kind::boolean:
      out += tree.scalar;
      break;
    case Tree::Kind::number:
      out += number(tree.scalar);
      break;
    case Tree::Kind::string:
      out += quoted(tree.scalar);
      break;
    case Tree::Kind::list:
      write_list(out, tree, indent, depth);
      break;
    case Tree::Kind::map:
      write_map(out, tree, indent, depth);
      break;
  }
}

}  // namespace

Tree parse_json(std::string_view text, std::string file, int first_line) {
  Builder builder(text, std::make_shared<const SourceText>(SourceText{std::move(file), ""}), first_line);
  Json::sax_parse(text.begin(), text.end(), &builder);
  return std::move(builder.root);
}

std::string to_json(const Tree& tree, int indent) {
  std::string out;
  write(out, tree, indent, 0);
  return out;
}

}  // namespace dateline
