// YAML → Tree. The one file that knows yaml-cpp: its events, and its errors in our words.
// A plain scalar is a number, true, false or null; whatever is quoted is text. Tested by tests/tree/tree_test.cpp.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <set>
#include <sstream>

#include "tree/tree.h"

namespace dateline {
namespace {

using Source = std::shared_ptr<const SourceText>;

std::size_t skip_digits(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of("0123456789", at);
  return end == std::string_view::npos ? text.size() : end;
}

std::size_t skip_sign(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '-' || text[at] == '+') ? at + 1 : at;
}

// The decimal numbers of YAML's core schema: [-+]? (\.d+ | d+(\.d*)?) ([eE][-+]?d+)?
bool is_number(std::string_view text) {
  const std::size_t whole = skip_sign(text, 0);
  std::size_t at = skip_digits(text, whole);
  std::size_t digits = at - whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t end = skip_digits(text, at + 1);
    digits += end - at - 1;
    at = end;
  }
  if (digits == 0) return false;
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  at = skip_sign(text, at + 1);
  return at < text.size() && skip_digits(text, at) == text.size();
}

Tree::Kind kind_of(std::string_view tag, std::string_view text) {
  if (tag != "?") return Tree::Kind::string;  // "?" is yaml-cpp's tag for a plain scalar
  if (text == "true" || text == "false") return Tree::Kind::boolean;
  return is_number(text) ? Tree::Kind::number : Tree::Kind::string;
}

// Builds the tree from the events; the open lists and maps are a stack.
class Builder : public YAML::EventHandler {
 public:
  explicit Builder(Source source) : source_(std::move(source)) {}

  Tree root;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { put(node(mark, Tree::Kind::null)); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override {
    Tree scalar = node(mark, kind_of(tag, text));
    scalar.scalar = text;
    put(std::move(scalar));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(node(mark, Tree::Kind::list));
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(node(mark, Tree::Kind::map));
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_reference(mark); }
  void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_reference(mark); }

 private:
  struct Open {
    Tree tree;
    std::optional<std::string> key;  // read, its value still to come
    std::set<std::string> keys;
  };

  Tree node(const YAML::Mark& mark, Tree::Kind kind) const {
    Tree tree;
    tree.kind = kind;
    tree.line = mark.line + 1;
    tree.column = mark.column + 1;
    tree.source = source_;
    return tree;
  }

  [[noreturn]] void refuse_reference(const YAML::Mark& mark) const {
    node(mark, Tree::Kind::null)
        .fail("anchors and aliases are not read",
              "write the value out, or put quotes around a text that begins with & or *");
  }

  void open(Tree tree) {
    if (expects_key()) tree.fail("a key must be a text", "put quotes around it");
    stack_.push_back({std::move(tree), {}, {}});
  }

  void close() {
    Tree done = std::move(stack_.back().tree);
    stack_.pop_back();
    put(std::move(done));
  }

  bool expects_key() const { return !stack_.empty() && stack_.back().tree.is_map() && !stack_.back().key; }

  void put(Tree value) {
    if (stack_.empty())
      root = std::move(value);
    else if (expects_key())
      take_key(value);
    else if (Open& top = stack_.back(); top.tree.is_list())
      top.tree.add(std::move(value));
    else
      top.tree.set(*std::exchange(top.key, std::nullopt), std::move(value));
  }

  void take_key(const Tree& key) {
    if (key.is_null()) key.fail("a key must be a text", "put quotes around it");
    if (!stack_.back().keys.insert(key.scalar).second)
      key.fail("the key '" + key.scalar + "' stands here twice", "keep one of the two");
    stack_.back().key = key.scalar;
  }

  Source source_;
  std::vector<Open> stack_;
};

[[noreturn]] void refuse(const Source& source, const YAML::ParserException& error) {
  Tree at;
  at.source = source;
  at.line = error.mark.line + 1;
  at.column = error.mark.column + 1;
  at.fail("not YAML: " + error.msg,
          "indent with spaces, and put quotes around a text that holds ': ' or begins with a sign");
}

}  // namespace

Tree parse_yaml(std::string_view text, std::string file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto source = std::make_shared<const SourceText>(SourceText{std::move(file), std::string(text)});
  std::istringstream stream(source->text);
  Builder builder(source), rest(source);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    if (parser.HandleNextDocument(rest)) rest.root.fail("a second document begins here", "keep one document a file");
  } catch (const YAML::ParserException& error) {
    refuse(source, error);
  }
  return std::move(builder.root);
}

}  // namespace dateline
