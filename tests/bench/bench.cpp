// How fast it is, on one core: start-up, and the stages on texts in memory beside a bare RE2 pass over the same bytes.
// `bench [INPUT] [--mb N] [--rounds N]`: INPUT (tests/corpus unless given) is read once and gone through until N MB
// are done (20 unless given). Of the rounds (3) the fastest counts, by the time of the processor: whatever else runs
// on the machine does not count. `cmake --workflow --preset bench` builds and runs it.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

#include "dateline/lex.h"
#include "dateline/merge.h"
#include "dateline/pipeline.h"
#include "dateline/read.h"
#include "tree.h"

namespace {

using namespace dateline;
using Seconds = std::chrono::duration<double>;

const std::string top = DATELINE_SOURCE_DIR;

Seconds processor_time() { return Seconds(static_cast<double>(std::clock()) / CLOCKS_PER_SEC); }

/// The least time that `work` takes in `rounds` rounds.
template <class Work>
Seconds best_of(int rounds, Work work) {
  Seconds best = Seconds::max();
  for (int i = 0; i < rounds; ++i) {
    const Seconds before = processor_time();
    work();
    best = std::min(best, processor_time() - before);
  }
  return best;
}

Tree yaml_file(const std::string& name) {
  std::ifstream in(top + "/rules/en/" + name);
  return parse_yaml(std::string(std::istreambuf_iterator<char>(in), {}), name);
}

std::vector<std::string> words_of(const Tree& list) {
  std::vector<std::string> out = list.is_list() ? list.texts() : std::vector<std::string>{};
  if (const Tree* values = list.find("values"))
    for (const auto& [word, value] : values->fields) out.push_back(word);
  return out;
}

/// What the bare pass looks for: the English words that times are made of (months, weekdays, units, seasons, parts of
/// the day, feasts, last, next, early, today and the like) and years, in any case. It neither knows which of them make
/// an expression nor what they mean: whatever finds times with RE2 does at least this.
std::string time_words() {
  std::string out = R"((?i)\b(?:today|yesterday|tomorrow|tonight|ago|[12]\d\d\d)";
  for (const char* file : {"cldr.yaml", "words.yaml"})
    for (const auto& [name, list] : yaml_file(file).fields)
      for (const std::string_view wanted : {"month", "weekday", "counted_unit", "season", "part_of_day", "feast", "decade_word", "early_late", "last_word", "next_word", "this_word"})
        if (name == wanted)
          for (const auto& word : words_of(list)) out += "|" + RE2::QuoteMeta(word);
  return out + R"()\b)";
}

struct Corpus {
  std::vector<Document> documents;
  std::size_t times = 1;   ///< how often they are gone through
  double megabytes = 0;    ///< of text, all in all
};

Corpus read_corpus(const std::string& input, double megabytes) {
  std::size_t bytes = 0;
  Corpus corpus{read({input}, std::cin).documents, 1, 0};
  for (const auto& document : corpus.documents) bytes += document.text.size();
  if (bytes == 0) throw Error(input + ": no text to measure with", "name a file or folder of articles");
  corpus.times = static_cast<std::size_t>(std::max(1.0, megabytes * 1e6 / static_cast<double>(bytes)));
  corpus.megabytes = static_cast<double>(bytes * corpus.times) / 1e6;
  return corpus;
}

/// MB/s of `work` on each document, as often as the corpus is gone through.
template <class Work>
double speed(const Corpus& corpus, int rounds, Work work) {
  const Seconds best = best_of(rounds, [&] {
    for (std::size_t i = 0; i < corpus.times; ++i)
      for (const auto& document : corpus.documents) work(document);
  });
  return corpus.megabytes / best.count();
}

std::size_t count_matches(const RE2& words, const std::string& text) {
  std::size_t count = 0;
  re2::StringPiece found;
  for (std::size_t at = 0; words.Match(text, at, text.size(), RE2::UNANCHORED, &found, 1); ++count)
    at = static_cast<std::size_t>(found.data() - text.data()) + found.size();
  return count;
}

struct Arguments {
  std::string input = top + "/tests/corpus";
  double megabytes = 20;
  int rounds = 3;
};

Arguments read_arguments(int argc, char** argv) {
  Arguments out;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--mb" && i + 1 < argc) out.megabytes = std::stod(argv[++i]);
    else if (argument == "--rounds" && i + 1 < argc) out.rounds = std::stoi(argv[++i]);
    else if (argument.starts_with("-")) throw Error(std::string(argument) + ": no such option", "bench [INPUT] [--mb N] [--rounds N]");
    else out.input = argument;
  }
  return out;
}

/// Claims and timeline of the corpus, once: what is said again and again makes no longer timeline.
double speed_of_timeline(const Corpus& corpus, int rounds, const Rules& rules, const Gazetteer& gazetteer) {
  const Corpus once{corpus.documents, 1, corpus.megabytes / static_cast<double>(corpus.times)};
  return once.megabytes / best_of(rounds, [&] { timeline_of(once.documents, rules, gazetteer); }).count();
}

void run(const Arguments& arguments) {
  const auto load = [] { return Rules(top + "/rules", "en", {}, Examples::left_out); };
  fmt::print("start-up           {:7.0f} ms\n", best_of(5, load).count() * 1e3);
  const Rules rules = load();
  const Gazetteer gazetteer(top + "/rules");
  const Corpus corpus = read_corpus(arguments.input, arguments.megabytes);
  fmt::print("text               {:7.1f} MB: {} documents, gone through {} times\n", corpus.megabytes, corpus.documents.size(), corpus.times);

  std::size_t matches = 0, mentions = 0;
  const RE2 words(time_words());
  const double bare = speed(corpus, arguments.rounds, [&](const Document& d) { matches += count_matches(words, d.text); });
  const double lexed = speed(corpus, arguments.rounds, [&](const Document& d) { lex(d.text, rules); });
  const double found = speed(corpus, arguments.rounds, [&](const Document& d) { mentions += tag(lex(d.text, rules), rules).size(); });
  const double tagged = speed(corpus, arguments.rounds, [&](const Document& d) { date_text(d.text, d.published, rules); });
  const double timeline = speed_of_timeline(corpus, arguments.rounds, rules, gazetteer);
  const double per_document = corpus.megabytes / static_cast<double>(corpus.times * corpus.documents.size());
  fmt::print("RE2, words alone   {:7.1f} MB/s, {} matches\n", bare, matches / static_cast<std::size_t>(arguments.rounds));
  fmt::print("lex                {:7.1f} MB/s\n", lexed);
  fmt::print("lex, tag           {:7.1f} MB/s, {} mentions\n", found, mentions / static_cast<std::size_t>(arguments.rounds));
  fmt::print("lex, tag, resolve  {:7.1f} MB/s, {:.3f} of RE2\n", tagged, tagged / bare);
  fmt::print("extract, merge     {:7.1f} MB/s, {:.0f} documents/s\n", timeline, timeline / per_document);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(read_arguments(argc, argv));
  } catch (const std::exception& e) {
    std::cerr << "error: " << e.what() << '\n';
    return 2;
  }
}
