// Reads rules/LANGUAGE/publication.yaml: {placeholders} become RE2, groups become fields. See publication_rules.h.
#include <algorithm>
#include <stdexcept>

#include "base/ascii.h"
#include "rules/publication_rules.h"

namespace dateline {
namespace {

using Where = StampRule::Where;
using enum StampField;

constexpr std::pair<const char*, StampField> field_names[] = {{"year", year},
                                                              {"month", month},
                                                              {"day", day},
                                                              {"weekday", weekday},
                                                              {"hour", hour},
                                                              {"minute", minute},
                                                              {"second", second},
                                                              {"offset", offset},
                                                              {"utc", utc},
                                                              {"count", count},
                                                              {"unit", unit},
                                                              {"charset", charset},
                                                              {"date", StampField::date}};

constexpr std::pair<const char*, Where> where_names[] = {
    {"date", Where::date},     {"stamp", Where::stamp}, {"url", Where::url}, {"dateline", Where::dateline},
    {"byline", Where::byline}, {"as_of", Where::as_of}, {"ago", Where::ago}, {"charset", Where::charset}};

template <class Names>
std::vector<std::string> all_of(const Names& names) {
  std::vector<std::string> out;
  for (const auto& [name, value] : names) out.push_back(name);
  return out;
}

template <class Names>
std::string all_in_words(const Names& names) {
  std::string out;
  for (const auto& [name, value] : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

template <class Names>
auto value_of(const Names& names, std::string_view word) -> std::optional<decltype(names[0].second)> {
  for (const auto& [name, value] : names)
    if (word == name) return value;
  return std::nullopt;
}

StampField field_of(const std::string& name, const Tree& where) {
  if (const auto field = value_of(field_names, name)) return *field;
  const std::string like = nearest(name, all_of(field_names));
  where.fail("no field is called '" + name + "'",
             like.empty() ? "a group is one of " + all_in_words(field_names) : "did you mean '" + like + "'?");
}

/// Dates are found as they stand in a text, not cut out of a longer word or number.
std::string standing_alone(const std::string& dates) { return R"(\b()" + dates + ")(?:[^0-9]|$)"; }

std::string without_names(const std::string& expression) {
  std::string out;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    if (expression[i] == '\\' && i + 1 < expression.size()) {
      out += expression[i++];
      out += expression[i];
    } else if (expression.compare(i, 4, "(?P<") == 0) {
      out += "(?:";
      i = expression.find('>', i);
    } else {
      out += expression[i];
    }
  }
  return out;
}

/// The required fields of a place, in words where they are not captured.
std::string missing_field(Where where, const std::vector<StampPattern::Group>& groups) {
  const auto has = [&](StampField field) {
    return std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return group.field == field; });
  };
  const auto first_without = [&](std::initializer_list<StampField> fields) -> std::string {
    for (const StampField field : fields)
      if (!has(field)) return field_names[static_cast<std::size_t>(field) - 1].first;
    return "";
  };
  const bool on_a_line = where == Where::dateline || where == Where::byline || where == Where::as_of;
  if (where == Where::charset) return first_without({charset});
  if (where == Where::ago) return first_without({count, unit});
  if (on_a_line) return first_without({StampField::date});
  return where != Where::date && has(StampField::date) ? "" : first_without({year, month, day});
}

StampExample read_example(const Tree& node) {
  node.only({"text", "at", "is", "none"});
  StampExample example{node.at("text").text(), std::nullopt, node.text_or("is"), node};
  if (const Tree* at = node.find("at")) {
    example.at = parse_moment(at->text());
    if (!example.at) at->fail("'" + at->text() + "' is no date", "write it as 2025-10-23 or 2025-10-23T09:00");
  }
  if (example.is.empty() == (node.find("none") == nullptr))
    node.fail("an example says what is found, or none: true", "write is: 2025-10-23");
  return example;
}

std::size_t size_of(const Tree& node, const char* key, std::size_t otherwise) {
  return node.find(key) ? static_cast<std::size_t>(node.at(key).integer()) : otherwise;
}

}  // namespace

/// Makes expressions of patterns as they are written.
class StampCompiler {
 public:
  StampCompiler(PublicationRules& rules, const Lexicon& lexicon) : rules_(rules), lexicon_(lexicon) {}

  void read(const Tree& file) {
    file.only({"lines", "line_bytes", "parts", "rules"});
    rules_.lines_ = size_of(file, "lines", rules_.lines_);
    rules_.line_bytes_ = size_of(file, "line_bytes", rules_.line_bytes_);
    if (const Tree* parts = file.find("parts"))
      for (const auto& [name, part] : parts->fields) parts_[name] = expand(part);
    for (const auto& node : file.at("rules").items) rules_.rules_.push_back(head_of(node));
    for (auto& rule : rules_.rules_)  // others are made of them
      if (rule.where == Where::date) compile(rule);
    if (!dates_.empty()) rules_.any_date_.emplace(standing_alone(dates_));
    for (auto& rule : rules_.rules_)
      if (rule.where != Where::date) compile(rule);
  }

 private:
  /// An expression, and which of its groups are words of which lists.
  struct Expanded {
    std::string expression;
    std::map<std::string, const WordValues*> words;
  };

  static StampRule head_of(const Tree& node) {
    node.only({"id", "where", "match", "longest", "begins_within", "examples"});
    StampRule rule;
    rule.id = node.at("id").text();
    const Tree& where = node.at("where");
    const auto place = value_of(where_names, where.text());
    if (!place) where.fail("'" + where.text() + "' is no place of a date", "it is one of " + all_in_words(where_names));
    rule.where = *place;
    rule.longest = size_of(node, "longest", rule.longest);
    rule.begins_within = size_of(node, "begins_within", rule.begins_within);
    rule.node = node;
    if (const Tree* examples = node.find("examples"))
      for (const auto& example : examples->items) rule.examples.push_back(read_example(example));
    return rule;
  }

  void compile(StampRule& rule) {
    const Tree& match = rule.node.at("match");
    if (!match.is_list()) add_pattern(rule, match);
    for (const auto& one : match.items) add_pattern(rule, one);
  }

  void add_pattern(StampRule& rule, const Tree& node) {
    const Expanded expanded = expand(node);
    StampPattern made{compiled(expanded.expression, node), {}};
    for (const auto& name : made.pattern.groups()) {
      const auto words = expanded.words.find(name);
      made.groups.push_back(
          {name.empty() ? none : field_of(name, node), words == expanded.words.end() ? nullptr : words->second});
    }
    if (const std::string missing = missing_field(rule.where, made.groups); !missing.empty())
      node.fail("the pattern captures no '" + missing + "'", "name a group so: (?P<" + missing + ">…)");
    if (rule.where == Where::date)
      dates_ += (dates_.empty() ? "(?:" : "|(?:") + without_names(expanded.expression) + ')';
    rule.patterns.push_back(std::move(made));
  }

  static BytePattern compiled(const std::string& expression, const Tree& node) {
    try {
      return BytePattern(expression);
    } catch (const std::invalid_argument& error) {
      node.fail(std::string("not a pattern: ") + error.what(), "see the RE2 syntax");
    }
  }

  Expanded expand(const Tree& node) const {
    const std::string& text = node.text();
    Expanded out;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = is_reference(text, i) ? text.find('}', i) : std::string::npos;
      if (end != std::string::npos)
        add_reference(out, text.substr(i + 1, end - i - 1), node);
      else
        out.expression += text.substr(i, text[i] == '\\' ? 2 : 1);
      i = end != std::string::npos ? end + 1 : i + (text[i] == '\\' ? 2 : 1);
    }
    return out;
  }

  /// Not "{1,2}": the name of a part or a list begins with a letter.
  static bool is_reference(const std::string& text, std::size_t at) {
    return text[at] == '{' && at + 1 < text.size() && ascii::is_letter(text[at + 1]);
  }

  void add_reference(Expanded& out, const std::string& reference, const Tree& node) const {
    const std::size_t equals = reference.find('=');
    const std::string name = reference.substr(0, equals);
    const std::string list = equals == std::string::npos ? name : reference.substr(equals + 1);
    if (const auto part = parts_.find(name); part != parts_.end() && list == name) {
      out.expression += "(?:" + part->second.expression + ")";
      out.words.insert(part->second.words.begin(), part->second.words.end());
    } else if (name == "date" && list == name && !dates_.empty()) {
      out.expression += R"(\b(?P<date>)" + dates_ + ')';
    } else {
      add_list(out, name, list, equals != std::string::npos, node);
    }
  }

  void add_list(Expanded& out, const std::string& name, const std::string& list, bool must_capture,
                const Tree& node) const {
    const WordValues& words = words_of(list, node);
    const bool captures = must_capture || value_of(field_names, name).has_value();
    out.expression += (captures ? "(?P<" + name + ">" : "(?:") + any_of(words) + ')';
    if (captures) out.words[name] = &words;
  }

  /// Of "LIST", or of several as "LIST+LIST".
  const WordValues& words_of(const std::string& lists, const Tree& node) const {
    WordValues& words = rules_.words_[lists];
    for (std::size_t at = 0; at <= lists.size();) {
      const std::string list = lists.substr(at, lists.find('+', at) - at);
      const auto found = lexicon_.find_class(list);
      if (!found) fail_for_reference(list, node);
      words.merge(lexicon_.entries(*found));
      at += list.size() + 1;
    }
    return words;
  }

  [[noreturn]] void fail_for_reference(const std::string& name, const Tree& node) const {
    auto names = lexicon_.class_names();
    for (const auto& [part, expanded] : parts_) names.push_back(part);
    const std::string like = nearest(name, names);
    node.fail("{" + name + "} is no part and no word list",
              like.empty() ? "define it under parts:" : "did you mean {" + like + "}?");
  }

  /// In any case; the longest first, so that "Sept" is not taken for "Sep".
  static std::string any_of(const WordValues& words) {
    std::vector<std::string> all;
    for (const auto& [word, value] : words) all.push_back(word);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::string out;
    for (const auto& word : all) out += (out.empty() ? "(?i:" : "|") + BytePattern::quoted(word);
    return out + ')';
  }

  PublicationRules& rules_;
  const Lexicon& lexicon_;
  std::map<std::string, Expanded> parts_;
  std::string dates_;  ///< any of them, without groups
};

void PublicationRules::read(const Tree& file, const Lexicon& lexicon) { StampCompiler(*this, lexicon).read(file); }

}  // namespace dateline
