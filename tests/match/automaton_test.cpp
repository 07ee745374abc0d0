// The automaton finds what RE2 finds: random patterns of signs on random texts of signs.
#include "match/automaton.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <random>
#include <thread>

#include "match/pattern.h"
#include "match/signs.h"
#include "rules/source.h"

using namespace dateline;

namespace {

constexpr std::string_view signs = ",;-";

/// Random patterns and texts, the same on every machine.
class Maker {
 public:
  std::string pattern(int depth = 3) {
    switch (depth == 0 ? below(2) : below(9)) {
      case 0:
      case 1:
        return std::string(1, signs[below(signs.size())]);
      case 2:
        return "(" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")";
      case 3:
        return "(" + pattern(depth - 1) + ")" + "?*+"[below(3)];
      case 4:
        return "(" + pattern(depth - 1) + "){" + std::to_string(below(3)) + "," + std::to_string(2 + below(2)) + "}";
      case 5:
        return "[,;]";
      case 6:
        return "[^,]";
      default:
        return pattern(depth - 1) + pattern(depth - 1);
    }
  }
  std::string held_pattern() { return (below(6) == 0 ? "^" : "") + pattern() + (below(6) == 0 ? "$" : ""); }
  std::string text() {
    std::string out;
    for (std::size_t left = below(9); left > 0; --left) out += signs[below(signs.size())];
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::mt19937 random_{20261121};
};

SyntaxPtr syntax_of(const std::string& pattern, bool captures = false) {
  Lexicon lexicon;
  lexicon.finish();
  const auto nothing = [](const PatternPart&) { return SyntaxPtr(); };
  return to_syntax(parse_pattern(pattern, Tree()), lexicon, nothing, captures, Tree());
}

/// [begin, end) of the first match at or behind `from`, as text.
std::string by_re2(const std::string& pattern, const std::string& text, std::size_t from) {
  RE2::Options options;
  options.set_longest_match(true);
  const RE2 re("(?:" + pattern + ")", options);
  re2::StringPiece found;
  if (!re.Match(text, from, text.size(), RE2::UNANCHORED, &found, 1)) return "-";
  const auto begin = static_cast<std::size_t>(found.data() - text.data());
  return std::to_string(begin) + "-" + std::to_string(begin + found.size());
}

/// The three captures of a match of all of the text, as "begin-end", or "." for one that takes no part; "-" for none.
std::string captures_by_re2(const RE2& re, const std::string& text) {
  const int groups = 1 + re.NumberOfCapturingGroups();
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups));
  if (!re.Match(text, 0, text.size(), RE2::ANCHOR_BOTH, found.data(), groups)) return "-";
  std::string out;
  for (const auto& [number, name] : re.CapturingGroupNames()) {  // in the order of the pattern
    const auto& group = found[static_cast<std::size_t>(number)];
    const auto begin = group.data() ? static_cast<std::size_t>(group.data() - text.data()) : 0;
    out += group.data() ? std::to_string(begin) + "-" + std::to_string(begin + group.size()) + " " : ". ";
  }
  return out;
}

std::string captures_by_us(const Syntax& pattern, const std::string& text) {
  std::vector<Capture> found;
  const std::u16string letters = letters_of(text);
  if (!find_captures(pattern, 3, letters, 0, letters.size(), found)) return "-";
  std::string out;
  for (const auto& c : found) out += c.matched ? std::to_string(c.begin) + "-" + std::to_string(c.end) + " " : ". ";
  return out;
}

}  // namespace

TEST_CASE("captures are those of RE2") {
  Maker maker;
  for (int i = 0; i < 1500; ++i) {
    const std::string pattern = "(?P<a>" + maker.pattern() + ")((?P<b>" + maker.pattern(2) + ")|" + maker.pattern(1) +
                                ")?(?P<c>" + maker.pattern() + ")";
    CAPTURE(pattern);
    const SyntaxPtr syntax = syntax_of(pattern, true);
    const RE2 re(pattern);
    for (int j = 0; j < 8; ++j) {
      const std::string text = maker.text();
      CAPTURE(text);
      CHECK(captures_by_us(*syntax, text) == captures_by_re2(re, text));
    }
  }
}

TEST_CASE("captures of a match that has very many ways are found all the same") {
  const std::string many(80, ',');
  CHECK(captures_by_us(*syntax_of("(?P<a>((,?){0,2},?)*)(?P<b>(,*,*)*)(?P<c>;)", true), many + ';') ==
        "0-80 80-80 80-81 ");
  CHECK(captures_by_us(*syntax_of("(?P<a>(,|,,|,,,)*)(?P<b>(,|,,)*)(?P<c>;)", true), many + '-') == "-");
}

TEST_CASE("a pattern finds what RE2 finds") {
  Maker maker;
  for (int i = 0; i < 1500; ++i) {
    const std::string text = maker.held_pattern();
    const Pattern pattern(syntax_of(text));
    CAPTURE(text);
    for (int j = 0; j < 6; ++j) {
      const std::string searched = maker.text();
      const std::size_t from = static_cast<std::size_t>(j) % (searched.size() + 1);
      const Capture found = pattern.find(letters_of(searched), from);
      CAPTURE(searched);
      CAPTURE(from);
      CHECK((found.matched ? std::to_string(found.begin) + "-" + std::to_string(found.end) : "-") ==
            by_re2(text, searched, from));
    }
  }
}

TEST_CASE("many patterns at once find what each finds alone") {
  Maker maker;
  std::vector<Pattern> patterns;
  PatternIndex index;
  for (int i = 0; i < 60; ++i) {
    const SyntaxPtr syntax = syntax_of(maker.held_pattern());
    patterns.emplace_back(syntax);
    index.add(syntax);
  }
  std::vector<PatternIndex::Match> found;
  for (int i = 0; i < 300; ++i) {
    const std::u16string text = letters_of(maker.text());
    index.matches_at(text, 0, found);
    std::size_t next = 0;
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      const std::size_t end = patterns[p].match_at(text, 0);
      const bool is_next = next < found.size() && found[next].pattern == static_cast<int>(p);
      CHECK((is_next ? found[next].end : std::string_view::npos) == end);
      next += is_next;
    }
  }
}

TEST_CASE("threads that share an automaton find the same") {
  const Pattern pattern(syntax_of("(,|;){2,5}-*(,;)+"));
  const std::vector<std::string> texts = {",;-,;", ",,;;--,;,;", ";;,;-", "-,;,;,;", ",;,;,;,;,;"};
  std::vector<std::vector<std::size_t>> ends(8);
  std::vector<std::thread> threads;
  for (auto& mine : ends)
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i)
        for (const auto& text : texts) mine.push_back(pattern.match_at(letters_of(text), 0));
    });
  for (auto& thread : threads) thread.join();
  for (const auto& mine : ends) CHECK(mine == ends[0]);
}

TEST_CASE("beyond the states that are kept a walk still finds its way") {
  Automaton counting(Automaton::Direction::forward);
  counting.add(
      syntax_of("(,|;)*,(,|;){16}-"));  // one state for each of the 2^17 ways in which the last 17 signs can stand
  std::mt19937 random(20261121);
  std::string text;
  for (int i = 0; i < 60000; ++i) text += random() % 2 ? ',' : ';';
  text[text.size() - 17] = ',';
  text += '-';
  CHECK(counting.longest(letters_of(text), 0) == text.size());
  CHECK(counting.longest(letters_of(text + ','), 0) == text.size());
}
