// A bare RE2 pass, to hold the program against: reads a file whole and counts where one of a list of words stands in
// it. `re2_pass WORDS FILE`: WORDS is time_words.txt, the English words that times are made of, a line each; years are
// added. It neither knows which of them make an expression nor what they mean, nor does it take JSON apart: whatever
// finds times with RE2 does at least this.
#include <re2/re2.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace {

std::string contents(const char* name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw std::runtime_error(std::string(name) + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string alternation(const char* words) {
  std::ifstream in(words);
  std::string out = R"((?i)\b(?:[12]\d\d\d)";
  for (std::string word; std::getline(in, word);) out += "|" + RE2::QuoteMeta(word);
  if (!in.eof()) throw std::runtime_error(std::string(words) + " cannot be read");
  return out + R"()\b)";
}

std::size_t count_matches(const RE2& words, const std::string& text) {
  std::size_t count = 0;
  re2::StringPiece found;
  for (std::size_t at = 0; words.Match(text, at, text.size(), RE2::UNANCHORED, &found, 1); ++count)
    at = static_cast<std::size_t>(found.data() - text.data()) + found.size();
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw std::runtime_error("re2_pass WORDS FILE");
    const RE2 words(alternation(argv[1]));
    if (!words.ok()) throw std::runtime_error(words.error());
    std::cout << count_matches(words, contents(argv[2])) << '\n';
  } catch (const std::exception& e) {
    std::cerr << "error: " << e.what() << '\n';
    return 2;
  }
}
