// What patterns over words would cost RE2: the rules of time over the letters of texts, each read once, by our
// automaton and by RE2. A word is one letter of an alphabet (lexicon.h), so for RE2 a letter is written as one
// character of UTF-8. Both look for the leftmost, longest match of any rule, again and again behind the last, sentence
// by sentence. Ours also says which rules match there; RE2 as one pattern cannot, and would have to ask each rule
// again.
//
// On 2.6 MB of news, 919,000 letters, ours took 1.1 s first and 0.03 s again; RE2 took 2.6 s to compile 22 MB of
// pattern, in which a family stands wherever it is named, then 65 s first and 0.12 s again. Both found 10,980 matches.
//
// `patterns_bench [FILE|FOLDER]`, tests/corpus unless given; the processor's time counts. "First" is a pass by a
// process that has read nothing before, which is what a run of the program is; "again" is the same once more.
// `cmake --workflow --preset bench` builds and runs it.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>

#include "dateline/lex.h"
#include "dateline/read.h"
#include "rules/time_rules.h"

namespace {

using namespace dateline;

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Work>
double seconds_of(Work work) {
  const double before = processor_seconds();
  work();
  return processor_seconds() - before;
}

// A letter as a character: those of CJK and beyond all have three bytes, and none of them means anything to RE2.
constexpr char32_t first_character = 0x3000;

std::string utf8(LetterView letters) {
  std::string out;
  for (const char16_t letter : letters) {
    const char32_t c = first_character + letter;
    out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  }
  return out;
}

/// What a tree of a pattern is in RE2's syntax. A family stands in the tree once and in the text wherever it is named.
class Writer {
 public:
  const std::string& text_of(const SyntaxPtr& s) {
    const auto at = written_.find(s.get());
    if (at != written_.end()) return at->second;
    std::string text = written(*s);
    return written_.emplace(s.get(), std::move(text)).first->second;
  }

 private:
  std::string written(const Syntax& s) {
    switch (s.kind) {
      case Syntax::Kind::letter:
        return letters_of(s.letters);
      case Syntax::Kind::sequence:
        return joined(s.parts, "");
      case Syntax::Kind::alternatives:
        return s.parts.empty() ? "[^\\x00-\\x{10FFFF}]" : "(?:" + joined(s.parts, "|") + ")";
      case Syntax::Kind::repeat:
        return "(?:" + text_of(s.parts[0]) + ")" + times(s.least, s.most);
      case Syntax::Kind::capture:
        return "(?:" + text_of(s.parts[0]) + ")";
      case Syntax::Kind::edge:
        return s.letters.test(letters::front) ? "\\A" : "\\z";
    }
    return "";
  }

  std::string joined(const std::vector<SyntaxPtr>& parts, const char* between) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : between) + text_of(parts[i]);
    return out;
  }

  static std::string times(int least, int most) {
    return most < 0 ? fmt::format("{{{},}}", least) : fmt::format("{{{},{}}}", least, most);
  }

  static std::string letters_of(const PlaceLetters& place) {
    LetterSet set;
    place.add_to(set);
    std::string out = "[";
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (!set[i]) continue;
      const std::size_t begin = i;
      while (i + 1 < set.size() && set[i + 1]) ++i;
      out += fmt::format("\\x{{{:X}}}-\\x{{{:X}}}", first_character + begin, first_character + i);
    }
    return out + "]";
  }

  std::map<const Syntax*, std::string> written_;
};

using Sentences = std::vector<std::u16string>;

/// Documents and their sentences, as letters.
Sentences sentences_of(const std::string& input, const Rules& rules) {
  Sentences out;
  for (const auto& document : read({input}, std::cin, rules.publication()).documents) {
    const Tokens tokens = lex(document.text, rules.lexicon());
    for (const auto& sentence : tokens.sentences) out.emplace_back(tokens.letters_of(sentence.begin, sentence.end));
  }
  return out;
}

/// The end of the longest match at `at`; `at` where there is none that holds a letter.
std::size_t longest_at(const PatternIndex& index, LetterView letters, std::size_t at,
                       std::vector<PatternIndex::Match>& found) {
  index.matches_at(letters, at, found);
  std::size_t end = at;
  for (const auto& match : found) end = std::max(end, match.end);
  return end;
}

std::size_t count_ours(const PatternIndex& index, const Sentences& sentences) {
  std::size_t count = 0;
  std::vector<PatternIndex::Match> found;
  for (const LetterView letters : sentences)
    for (std::size_t at = index.next(letters, 0); at < letters.size(); at = index.next(letters, at)) {
      const std::size_t end = longest_at(index, letters, at, found);
      count += end > at;
      at = std::max(end, at + 1);
    }
  return count;
}

std::size_t count_re2(const RE2& re, const std::vector<std::string>& sentences) {
  std::size_t count = 0;
  re2::StringPiece found;
  for (const auto& text : sentences)
    for (std::size_t at = 0; at < text.size() && re.Match(text, at, text.size(), RE2::UNANCHORED, &found, 1); ++count)
      at = static_cast<std::size_t>(found.data() - text.data()) + found.size();
  return count;
}

std::string written_for_re2(const TimeRules& time) {
  Writer writer;
  std::string out;
  for (const auto& [rule, alternative] : time.index.rules)
    out += (out.empty() ? "" : "|") + writer.text_of(time.rules[rule].alternatives[alternative].syntax);
  return out;
}

template <class Count>
void tell_passes(std::string_view who, std::size_t letters, Count count) {
  for (const std::string_view pass : {"first", "again"}) {
    std::size_t matches = 0;
    const double seconds = seconds_of([&] { matches = count(); });
    fmt::print("{:<5} {} pass   {:9.3f} s  {:8.1f} million letters/s  {} matches\n", who, pass, seconds,
               static_cast<double>(letters) / seconds / 1e6, matches);
    std::cout.flush();
  }
}

void run(const std::string& input) {
  const Rules rules(std::string(DATELINE_SOURCE_DIR) + "/rules", "en", {}, Examples::left_out);
  const TimeRules& time = rules.time();
  const Sentences sentences = sentences_of(input, rules);
  std::size_t letters = 0;
  std::vector<std::string> for_re2;
  for (const auto& sentence : sentences) letters += sentence.size(), for_re2.push_back(utf8(sentence));
  fmt::print("{} patterns, {} sentences of {} letters\n", time.index.rules.size(), sentences.size(), letters);
  tell_passes("ours", letters, [&] { return count_ours(time.index.patterns, sentences); });

  RE2::Options options;
  options.set_longest_match(true);
  options.set_max_mem(std::int64_t{6} << 30);
  const std::string pattern = written_for_re2(time);
  std::unique_ptr<RE2> re;
  const double built = seconds_of([&] { re = std::make_unique<RE2>(pattern, options); });
  if (!re->ok()) throw std::runtime_error(re->error().substr(0, 200));
  fmt::print("RE2   compiling    {:9.3f} s  {:.1f} MB of pattern, {} instructions\n", built,
             static_cast<double>(pattern.size()) / 1e6, re->ProgramSize());
  std::cout.flush();
  tell_passes("RE2", letters, [&] { return count_re2(*re, for_re2); });
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(argc > 1 ? argv[1] : std::string(DATELINE_SOURCE_DIR) + "/tests/corpus");
  } catch (const std::exception& e) {
    std::cerr << "error: " << e.what() << '\n';
    return 2;
  }
}
