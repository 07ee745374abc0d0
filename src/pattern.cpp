// Patterns over letters, compiled by RE2: linear time on any text. See pattern.h for the syntax.
#include "pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>

#include "first_letters.h"
#include "letters.h"

namespace dateline {
namespace {

constexpr std::int64_t one_pattern_bytes = 64 << 20;
constexpr std::int64_t index_bytes = std::int64_t{512} << 20;  // reserved only as states are met

RE2::Options options(std::int64_t bytes) {
  RE2::Options o;
  o.set_log_errors(false);
  o.set_longest_match(true);
  o.set_max_mem(bytes);
  return o;
}

/// Signs outside ASCII that patterns name (£ € — …) begin with these bytes; letters of Latin scripts do not.
bool is_sign_byte(char c) { return c == '\xC2' || c == '\xE2'; }
bool is_word_start(char c) { return letters::is_word_byte(c) && !is_sign_byte(c); }
bool is_plain_word(char c) { return letters::is_ascii_letter(c) || letters::is_digit(c); }

class PatternParser {
 public:
  PatternParser(const std::string& text, const Tree& where) : text_(text), where_(where) {}

  std::vector<PatternPart> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '{') braces();
      else if (c == '(') parenthesis();
      else if (c == '[') character_class();
      else if (c == '\\') escape();
      else if (is_word_start(c)) word();
      else if (is_sign_byte(c)) at_ = sign(c == '\xC2' ? 2 : 3);
      else syntax(std::string(1, text_[at_++]));
    }
    return std::move(parts_);
  }

 private:
  void syntax(const std::string& text) {
    if (parts_.empty() || parts_.back().kind != PatternPart::Kind::syntax) parts_.push_back({});
    parts_.back().text += text;
  }

  void word() {
    std::size_t end = at_;
    while (end < text_.size() && is_word_start(text_[end])) ++end;
    const std::string found = text_.substr(at_, end - at_);
    if (end < text_.size() && (text_[end] == '?' || text_[end] == '*' || text_[end] == '+'))
      where_.fail("'" + found + text_[end] + "' is the whole word and a sign, not its last letter", "write (" + found + ")" + text_[end] + " for the word, or (one form|another)");
    parts_.push_back({PatternPart::Kind::word, found, ""});
    at_ = end;
  }

  std::size_t sign(std::size_t length) {
    syntax(text_.substr(at_, length));
    return std::min(at_ + length, text_.size());
  }

  void braces() {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string::npos) where_.fail("'{' is never closed in '" + text_ + "'", "write {name}, or \\{ for the sign");
    const std::string inside = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    if (!inside.empty() && letters::is_digit(inside[0])) return syntax("{" + inside + "}");
    const auto equals = inside.find('=');
    const std::string name = equals == std::string::npos ? inside : inside.substr(equals + 1);
    parts_.push_back({PatternPart::Kind::reference, name, equals == std::string::npos ? inside : inside.substr(0, equals)});
  }

  void parenthesis() {
    if (text_.compare(at_, 4, "(?P<") == 0) {
      const std::size_t close = text_.find('>', at_);
      if (close == std::string::npos) where_.fail("'(?P<' is never closed in '" + text_ + "'", "write (?P<name>…)");
      syntax(text_.substr(at_, close - at_ + 1));
      at_ = close + 1;
    } else if (text_.compare(at_, 2, "(?") == 0 && text_.compare(at_, 3, "(?:") != 0) {
      where_.fail("only (…), (?:…) and (?P<name>…) are groups here", "guards look at the words around: before, after, unless_before, unless_after");
    } else {
      at_ += text_.compare(at_, 3, "(?:") == 0 ? 3 : 1;
      syntax("(?:");
    }
  }

  void character_class() {
    const std::size_t close = text_.find(']', at_);
    if (close == std::string::npos) where_.fail("'[' is never closed in '" + text_ + "'");
    const std::string inside = text_.substr(at_, close - at_ + 1);
    if (std::any_of(inside.begin(), inside.end(), is_plain_word))
      where_.fail("a character class may hold signs, not letters: " + inside, "list the words: (a|b), or a word list {name}");
    syntax(inside);
    at_ = close + 1;
  }

  void escape() {
    if (at_ + 1 >= text_.size() || is_word_start(text_[at_ + 1]))
      where_.fail("'" + text_.substr(at_, 2) + "' has no meaning here: a pattern matches whole words and signs", "use a number list such as {day} for \\d, nothing for \\b");
    syntax(text_.substr(at_, 2));
    at_ += 2;
  }

  const std::string& text_;
  const Tree& where_;
  std::size_t at_ = 0;
  std::vector<PatternPart> parts_;
};

}  // namespace

std::vector<PatternPart> parse_pattern(const std::string& pattern, const Tree& where) { return PatternParser(pattern, where).run(); }

std::string to_re2(const std::vector<PatternPart>& parts, const Lexicon& lexicon, const Resolver& resolve, bool captures) {
  std::string out;
  for (const auto& part : parts) {
    switch (part.kind) {
      case PatternPart::Kind::syntax: {
        std::string text = part.text;
        for (std::size_t at; !captures && (at = text.find("(?P<")) != std::string::npos;) text.replace(at, text.find('>', at) - at + 1, "(?:");
        out += text;
        break;
      }
      case PatternPart::Kind::word:
        out += lexicon.pattern_of(*lexicon.find_class("=" + part.text));
        break;
      case PatternPart::Kind::reference:
        out += (captures ? "(?P<" + part.capture + ">" : "(?:") + resolve(part) + ")";
        break;
    }
  }
  return out;
}

namespace {

/// Where a group that no other holds begins: a part and a byte of its text.
struct GroupStart {
  std::size_t part = 0, byte = 0;
  int depth = 0;                    ///< open groups
  bool outer_alternatives = false;

  void read(const std::string& syntax, std::size_t number) {
    for (std::size_t i = 0; i < syntax.size(); ++i) {
      if (syntax[i] == '\\') ++i;
      else if (syntax[i] == '[') i = syntax.find(']', i);
      else if (syntax[i] == '(' && depth++ == 0) part = number, byte = i;
      else if (syntax[i] == ')') --depth;
      else if (syntax[i] == '|' && depth == 0) outer_alternatives = true;
    }
  }
};

}  // namespace

std::vector<PatternPart> beginning_of(const std::vector<PatternPart>& parts, const std::function<bool(const PatternPart&)>& cut) {
  GroupStart group;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].kind == PatternPart::Kind::syntax) group.read(parts[i].text, i);
    if (group.outer_alternatives) return parts;
    if (parts[i].kind != PatternPart::Kind::reference || !cut(parts[i])) continue;
    std::vector<PatternPart> out(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(group.depth > 0 ? group.part + 1 : i));
    if (group.depth > 0) out.back().text.resize(group.byte);
    return out;
  }
  return parts;
}

/// Shared by threads: `compiled` lets one of them compile.
struct Pattern::Impl {
  std::string text;
  std::once_flag compiled;
  std::unique_ptr<RE2> re;
  std::unique_ptr<LetterSet> first;  ///< null where an anchor tells RE2 where to look

  void compile() {
    re = std::make_unique<RE2>(text, options(one_pattern_bytes));
    if (!re->ok() || text.starts_with('^') || text.ends_with('$')) return;
    first = std::make_unique<LetterSet>();
    add_first_letters(text, *first);
    if (first->all()) first.reset();
  }
  const RE2& get() {
    std::call_once(compiled, [this] { compile(); });
    return *re;
  }
};

Pattern::Pattern(const std::string& text, const Tree& where, Compile when) : impl_(std::make_unique<Impl>()) {
  impl_->text = text;
  if (when == Compile::now && !impl_->get().ok())
    where.fail("not a pattern: " + impl_->re->error().substr(0, impl_->re->error().find(':')), "see the RE2 syntax");
}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

namespace {

/// The first place at or behind `from` whose letter is in the set; npos where there is none.
std::size_t next_of(const LetterSet& set, std::string_view letters, std::size_t from) {
  while (from < letters.size()) {
    const char32_t letter = letters::decode(letters, from);
    if (set[letter]) return from;
    from += letters::length(letter);
  }
  return std::string_view::npos;
}

Capture run(const RE2& re, std::string_view letters, std::size_t from, RE2::Anchor anchor, std::vector<Capture>* out) {
  re2::StringPiece whole;
  std::vector<re2::StringPiece> groups(out ? static_cast<std::size_t>(re.NumberOfCapturingGroups()) + 1 : 0);
  re2::StringPiece* found = out ? groups.data() : &whole;
  const re2::StringPiece text(letters.data(), letters.size());
  if (!re.Match(text, from, letters.size(), anchor, found, out ? static_cast<int>(groups.size()) : 1)) return {std::string_view::npos, std::string_view::npos, false};
  const auto place = [&](const re2::StringPiece& piece) {
    if (!piece.data()) return Capture{};
    const auto begin = static_cast<std::size_t>(piece.data() - letters.data());
    return Capture{begin, begin + piece.size(), true};
  };
  if (out) {
    out->clear();
    for (std::size_t i = 1; i < groups.size(); ++i) out->push_back(place(groups[i]));
  }
  return place(found[0]);
}

}  // namespace

std::size_t Pattern::match_at(std::string_view letters, std::size_t at, std::vector<Capture>* out) const {
  return run(impl_->get(), letters, at, RE2::ANCHOR_START, out).end;
}

bool Pattern::matches(std::string_view letters, std::vector<Capture>* out) const {
  return run(impl_->get(), letters, 0, RE2::ANCHOR_BOTH, out).matched;
}

Capture Pattern::find(std::string_view letters, std::size_t from, std::vector<Capture>* out) const {
  const RE2& re = impl_->get();
  if (impl_->first) from = next_of(*impl_->first, letters, from);
  return from > letters.size() ? Capture{from, from, false} : run(re, letters, from, RE2::UNANCHORED, out);
}

struct PatternIndex::Impl {
  LetterSet first;
  std::unique_ptr<RE2::Set> set;
};

PatternIndex::PatternIndex() : impl_(std::make_unique<Impl>()) { impl_->set = std::make_unique<RE2::Set>(options(index_bytes), RE2::ANCHOR_START); }
PatternIndex::PatternIndex(PatternIndex&&) noexcept = default;
PatternIndex& PatternIndex::operator=(PatternIndex&&) noexcept = default;
PatternIndex::~PatternIndex() = default;

void PatternIndex::add(const std::string& text, const Tree& where) {
  std::string error;
  if (impl_->set->Add(text, &error) < 0) where.fail("not a pattern: " + error.substr(0, error.find(':')), "see the RE2 syntax");
  add_first_letters(text, impl_->first);
}

void PatternIndex::compile() {
  if (!impl_->set->Compile()) throw Error("the rules together are too large", "split them over fewer alternatives");
}

std::size_t PatternIndex::next(std::string_view letters, std::size_t from) const {
  return next_of(impl_->first, letters, from);
}

void PatternIndex::matching_at(std::string_view letters, std::size_t at, std::vector<int>& out) const {
  out.clear();
  impl_->set->Match(re2::StringPiece(letters.data() + at, letters.size() - at), &out);
  std::sort(out.begin(), out.end());
}

}  // namespace dateline
