// Reads patterns: first their words, then, when all words are known, their trees. See pattern_text.h.
#include "match/pattern_text.h"

#include <algorithm>
#include <optional>

namespace dateline {
namespace {

/// Signs outside ASCII that patterns name (£ € — …) begin with these bytes; letters of Latin scripts do not.
bool is_sign_byte(char c) { return c == '\xC2' || c == '\xE2'; }
bool is_word_start(char c) { return ascii::is_word_byte(c) && !is_sign_byte(c); }

class PatternParser {
 public:
  PatternParser(const std::string& text, const Tree& where) : text_(text), where_(where) {}

  std::vector<PatternPart> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '{')
        braces();
      else if (c == '(')
        parenthesis();
      else if (c == '[')
        character_class();
      else if (c == '\\')
        escape();
      else if (is_word_start(c))
        word();
      else if (is_sign_byte(c))
        at_ = sign(c == '\xC2' ? 2 : 3);
      else
        syntax(std::string(1, text_[at_++]));
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
      where_.fail("'" + found + text_[end] + "' is the whole word and a sign, not its last letter",
                  "write (" + found + ")" + text_[end] + " for the word, or (one form|another)");
    parts_.push_back({PatternPart::Kind::word, found, ""});
    at_ = end;
  }

  std::size_t sign(std::size_t length) {
    syntax(text_.substr(at_, length));
    return std::min(at_ + length, text_.size());
  }

  void braces() {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string::npos)
      where_.fail("'{' is never closed in '" + text_ + "'", "write {name}, or \\{ for the sign");
    const std::string inside = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    if (!inside.empty() && ascii::is_digit(inside[0])) return syntax("{" + inside + "}");
    const auto equals = inside.find('=');
    const std::string name = equals == std::string::npos ? inside : inside.substr(equals + 1);
    parts_.push_back(
        {PatternPart::Kind::reference, name, equals == std::string::npos ? inside : inside.substr(0, equals)});
  }

  void parenthesis() {
    if (text_.compare(at_, 4, "(?P<") == 0) {
      const std::size_t close = text_.find('>', at_);
      if (close == std::string::npos) where_.fail("'(?P<' is never closed in '" + text_ + "'", "write (?P<name>…)");
      syntax(text_.substr(at_, close - at_ + 1));
      at_ = close + 1;
    } else if (text_.compare(at_, 2, "(?") == 0 && text_.compare(at_, 3, "(?:") != 0) {
      where_.fail("only (…), (?:…) and (?P<name>…) are groups here",
                  "guards look at the words around: before, after, unless_before, unless_after");
    } else {
      at_ += text_.compare(at_, 3, "(?:") == 0 ? 3 : 1;
      syntax("(?:");
    }
  }

  void character_class() {
    const std::size_t close = text_.find(']', at_);
    if (close == std::string::npos) where_.fail("'[' is never closed in '" + text_ + "'");
    const std::string inside = text_.substr(at_, close - at_ + 1);
    if (std::any_of(inside.begin(), inside.end(), ascii::is_letter_or_digit))
      where_.fail("a character class may hold signs, not letters: " + inside,
                  "list the words: (a|b), or a word list {name}");
    syntax(inside);
    at_ = close + 1;
  }

  void escape() {
    if (at_ + 1 >= text_.size() || is_word_start(text_[at_ + 1]))
      where_.fail("'" + text_.substr(at_, 2) + "' has no meaning here: a pattern matches whole words and signs",
                  "use a number list such as {day} for \\d, nothing for \\b");
    syntax(text_.substr(at_, 2));
    at_ += 2;
  }

  const std::string& text_;
  const Tree& where_;
  std::size_t at_ = 0;
  std::vector<PatternPart> parts_;
};

}  // namespace

std::vector<PatternPart> parse_pattern(const std::string& pattern, const Tree& where) {
  return PatternParser(pattern, where).run();
}

namespace {

/// The sign at `at` of UTF-8 of up to three bytes; moves on behind it.
char32_t next_sign(std::string_view text, std::size_t& at) {
  const auto byte = [&] { return at < text.size() ? static_cast<unsigned char>(text[at++]) : 0u; };
  const auto six = [&] { return byte() & 0x3F; };
  const char32_t lead = byte();
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return (lead & 0x1F) << 6 | six();
  const char32_t high = (lead & 0x0F) << 12 | six() << 6;
  return high | six();
}

/// Reads the syntax between words and references, which are letters or trees to it.
class SyntaxReader {
 public:
  SyntaxReader(const Lexicon& lexicon, const Resolver& resolve, bool captures, const Tree& where)
      : lexicon_(lexicon), resolve_(resolve), captures_(captures), where_(where) {}

  SyntaxPtr run(const std::vector<PatternPart>& parts) {
    for (const auto& part : parts) {
      if (part.kind != PatternPart::Kind::syntax)
        symbols_.push_back({0, &part});
      else
        for (std::size_t at = 0; at < part.text.size();) symbols_.push_back({next_sign(part.text, at), nullptr});
    }
    SyntaxPtr out = either();
    if (at_ < symbols_.size()) refuse("unexpected )");
    return out;
  }

 private:
  struct Symbol {
    char32_t sign = 0;
    const PatternPart* part = nullptr;  ///< a word or a reference
  };

  [[noreturn]] void refuse(const char* why) const {
    where_.fail(std::string("not a pattern: ") + why, "see the RE2 syntax");
  }
  bool done() const { return at_ == symbols_.size(); }
  bool sees(char32_t sign) const { return !done() && !symbols_[at_].part && symbols_[at_].sign == sign; }
  bool takes(char32_t sign) { return sees(sign) && ++at_; }

  SyntaxPtr either() {
    std::vector<SyntaxPtr> out{in_turn()};
    while (takes('|')) out.push_back(in_turn());
    return alternatives(std::move(out));
  }

  SyntaxPtr in_turn() {
    std::vector<SyntaxPtr> out;
    while (!done() && !sees('|') && !sees(')')) out.push_back(repeated(atom()));
    return sequence(std::move(out));
  }

  /// ? * + {n} {n,} {n,m}; a match is the longest, so that the lazy ?? *? +? are the same.
  SyntaxPtr repeated(SyntaxPtr part) {
    if (takes('?'))
      part = repeat(std::move(part), 0, 1);
    else if (takes('*'))
      part = repeat(std::move(part), 0, -1);
    else if (takes('+'))
      part = repeat(std::move(part), 1, -1);
    else if (takes('{'))
      part = counted(std::move(part));
    else
      return part;
    takes('?');
    return part;
  }

  SyntaxPtr counted(SyntaxPtr part) {
    const int least = number();
    const int most = !takes(',') ? least : sees('}') ? -1 : number();
    constexpr int most_allowed = 1000;  // as RE2 has it
    if (!takes('}') || (most >= 0 && most < least) || std::max(least, most) > most_allowed)
      refuse("bad repetition count");
    return repeat(std::move(part), least, most);
  }

  int number() {
    int out = 0;
    if (done() || symbols_[at_].part || symbols_[at_].sign < '0' || symbols_[at_].sign > '9')
      refuse("bad repetition count");
    for (; !done() && symbols_[at_].sign >= '0' && symbols_[at_].sign <= '9' && out < 10000; ++at_)
      out = out * 10 + static_cast<int>(symbols_[at_].sign - '0');
    return out;
  }

  SyntaxPtr atom() {
    const Symbol symbol = symbols_[at_++];
    if (symbol.part)
      return symbol.part->kind == PatternPart::Kind::word
                 ? lexicon_.pattern_of(*lexicon_.find_class("=" + symbol.part->text))
                 : reference(*symbol.part);
    switch (symbol.sign) {
      case '(':
        return group();
      case '[':
        return one_of();
      case '^':
        return edge(letters::front);
      case '$':
        return edge(letters::back);
      case '.':
        return one_letter(PlaceLetters(any_letter()));
      case '\\':
        return one_sign(symbols_[at_++].sign);
      case '?':
      case '*':
      case '+':
      case '{':
        refuse("no argument for repetition operator");
      default:
        return one_sign(symbol.sign);
    }
  }

  SyntaxPtr reference(const PatternPart& part) {
    const std::size_t number = count_++;
    const SyntaxPtr resolved = resolve_(part);
    return captures_ ? capture(resolved, number) : resolved;
  }

  /// (?:…) and (?P<name>…), which parse_pattern leaves.
  SyntaxPtr group() {
    std::optional<std::size_t> number;
    if (takes('?') && !takes(':')) {
      number = count_++;
      while (!takes('>')) ++at_;
    }
    SyntaxPtr inside = either();
    if (!takes(')')) refuse("missing )");
    return captures_ && number ? capture(std::move(inside), *number) : inside;
  }

  static LetterSet any_letter() { return LetterSet().set().reset(letters::front).reset(letters::back); }

  SyntaxPtr one_of() {
    const bool none_of = takes('^');
    LetterSet out;
    while (!takes(']')) {
      const std::size_t from = class_letter(),
                        to = sees('-') && at_ + 1 < symbols_.size() && symbols_[at_ + 1].sign != ']' && takes('-')
                                 ? class_letter()
                                 : from;
      for (std::size_t place = from; place <= to; ++place) out.set(place);
    }
    return one_letter(PlaceLetters(none_of ? any_letter() & ~out : out));
  }

  std::size_t class_letter() {
    takes('\\');
    return letters::sign(symbols_[at_++].sign);
  }

  const Lexicon& lexicon_;
  const Resolver& resolve_;
  bool captures_;
  const Tree& where_;
  std::vector<Symbol> symbols_;
  std::size_t at_ = 0, count_ = 0;
};

}  // namespace

SyntaxPtr to_syntax(const std::vector<PatternPart>& parts, const Lexicon& lexicon, const Resolver& resolve,
                    bool captures, const Tree& where) {
  return SyntaxReader(lexicon, resolve, captures, where).run(parts);
}

}  // namespace dateline
