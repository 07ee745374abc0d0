#include "match/lexicon.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/letters.h"
#include "match/alphabet.h"

namespace dateline {
namespace {

using ascii::is_digit;

/// "1..31" → {1, 31}; "30" → {30, 30}.
std::pair<long, long> read_range(const Tree& node) {
  const std::string& text = node.text();
  const auto dots = text.find("..");
  const auto number = [&](std::string_view part) {
    long n = 0;
    const auto [end, bad] = std::from_chars(part.data(), part.data() + part.size(), n);
    if (bad != std::errc{} || end != part.data() + part.size())
      node.fail("'" + text + "' is no range", "write it as 1..31");
    return n;
  };
  if (dots == std::string::npos) return {number(text), number(text)};
  return {number(std::string_view(text).substr(0, dots)), number(std::string_view(text).substr(dots + 2))};
}

bool is_single_token(std::string_view word) { return std::all_of(word.begin(), word.end(), ascii::is_word_byte); }

Shape shape_of(std::string_view word) {
  if (utf8::is_all_capitals(word)) return Shape::upper;
  return utf8::begins_with_capital(word) ? Shape::capital : Shape::lower;
}

constexpr std::size_t digits_offset[] = {0, 0, 10, 110, 1110};

}  // namespace

Lexicon::Class Lexicon::new_class(const std::string& name, const Tree* where) {
  if (by_name_.contains(name) && where)
    where->fail("the word list '" + name + "' is defined twice", "give one of them another name");
  const auto id = static_cast<Class>(classes_.size());
  classes_.emplace_back().name = name;
  by_name_.emplace(name, id);
  return id;
}

void Lexicon::add_word(Class c, const std::string& word, std::optional<WordValue> value) {
  const std::string key = utf8::lower(word);
  if (is_single_token(key)) {
    Set& set = words_[key];
    if (std::find(set.begin(), set.end(), c) == set.end()) set.push_back(c);
  } else {
    classes_[c].phrases.push_back(word);
  }
  classes_[c].values.emplace(key, value ? *value : WordValue(key));
}

void Lexicon::read_class(Class c, const Tree& body) {
  body.only({"case", "words", "values", "number", "digits", "suffix", "except", "also"});
  const std::string how = body.text_or("case", "any");
  if (how != "any" && how != "capital" && how != "lower")
    body.at("case").fail("case is 'any', 'capital' or 'lower', not '" + how + "'");
  classes_[c].capital = how == "capital";
  classes_[c].lower = how == "lower";
  if (const Tree* words = body.find("words"))
    for (const auto& word : words->texts()) add_word(c, word, std::nullopt);
  if (const Tree* values = body.find("values"))
    for (const auto& [word, value] : values->fields)
      add_word(c, word, value.kind == Tree::Kind::number ? WordValue(value.real()) : WordValue(value.text()));
  if (const Tree* range = body.find("number")) classes_[c].range = read_range(*range);
  if (const Tree* digits = body.find("digits")) {
    const auto [low, high] = read_range(*digits);
    classes_[c].digits = {static_cast<int>(low), static_cast<int>(high)};
  }
  if (const Tree* suffix = body.find("suffix")) classes_[c].suffixes = suffix->texts();
  if (const Tree* except = body.find("except"))
    for (const auto& word : except->texts()) {
      classes_[c].exceptions.insert(word);
      words_[word];  // known, so that its ending does not count
    }
}

void Lexicon::add_classes(const Tree& file) {
  if (file.is_null()) return;
  if (!file.is_map()) file.fail("a words file is a map of lists", "write NAME: {words: [...]}");
  for (const auto& [name, body] : file.fields) {
    const Class c = new_class(name, &body);
    if (body.is_list())
      for (const auto& word : body.texts()) add_word(c, word, std::nullopt);
    else
      read_class(c, body);
  }
  for (const auto& [name, body] : file.fields)
    if (const Tree* also = body.find("also"))
      for (const auto& part : also->texts()) {
        const auto found = find_class(part);
        const std::string like = found ? "" : nearest(part, class_names());
        if (!found)
          also->fail("the list '" + name + "' takes in '" + part + "', which is not defined",
                     like.empty() ? "define it in this file or one before it" : "did you mean '" + like + "'?");
        classes_[*find_class(name)].parts.push_back(*found);
      }
}

Lexicon::Class Lexicon::literal(std::string_view word) {
  const std::string name = "=" + std::string(word);
  if (const auto known = find_class(name)) return *known;
  const Class c = new_class(name, nullptr);
  classes_[c].capital = utf8::begins_with_capital(word);
  add_word(c, std::string(word), std::nullopt);
  return c;
}

std::optional<Lexicon::Class> Lexicon::find_class(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Lexicon::class_names() const {
  std::vector<std::string> names;
  for (const auto& [name, id] : by_name_)
    if (name.front() != '=') names.push_back(name);
  return names;
}

std::map<std::string, WordValue> Lexicon::entries(Class c) const {
  std::map<std::string, WordValue> out(classes_[c].values.begin(), classes_[c].values.end());
  for (const Class part : classes_[c].parts) out.merge(entries(part));
  return out;
}

/// A word that is in one class is in every class that takes that one in.
Lexicon::Set Lexicon::with_unions(Set set) const {
  for (bool grown = true; grown;) {
    grown = false;
    for (const Class c : of_others_) {
      if (std::find(set.begin(), set.end(), c) != set.end()) continue;
      const auto& parts = classes_[c].parts;
      if (std::none_of(parts.begin(), parts.end(),
                       [&](Class p) { return std::find(set.begin(), set.end(), p) != set.end(); }))
        continue;
      set.push_back(c);
      grown = true;
    }
  }
  return set;
}

Lexicon::Letter Lexicon::letter_of(Set set) {
  set = with_unions(std::move(set));
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  const auto [at, added] = letters_.emplace(set, static_cast<Letter>(sets_.size()));
  if (added && sets_.size() == letters::most_words)
    throw Error("the rules tell more than " + std::to_string(letters::most_words) + " kinds of words apart",
                "put words that patterns name one by one into lists");
  if (added) sets_.push_back(set);
  return at->second;
}

Lexicon::Set Lexicon::classes_of_number(long n, int digits) const {
  Set set;
  for (const Class c : of_numbers_) {
    const auto& info = classes_[c];
    const bool in_range = n < 0 || (n >= info.range->first && n <= info.range->second);
    if (in_range && digits >= info.digits.first && digits <= info.digits.second) set.push_back(c);
  }
  return set;
}

/// The words of phrases are words of patterns too.
void Lexicon::add_literals_of_phrases() {
  for (std::size_t c = 0; c < classes_.size(); ++c)  // literal() adds classes, which have no phrases
    for (const auto& phrase : std::vector<std::string>(classes_[c].phrases))
      letters::for_each_part(
          phrase, [&](std::string_view word) { literal(word); }, [](char) {});
}

/// The letters of a word of these classes, written in lower case, with a capital, and in capitals.
Lexicon::Letters Lexicon::by_shape(const Set& set) {
  Letters out{};
  for (int shape = 0; shape < 3; ++shape) {
    Set here{word_, shapes_[shape]};
    if (shape == 2) here.push_back(shapes_[1]);
    for (const Class c : set)
      if (shape > 0 ? !classes_[c].lower : !classes_[c].capital) here.push_back(c);
    out.by_shape[shape] = letter_of(here);
  }
  return out;
}

/// Adds the classes that the word is in by its ending.
Lexicon::Set Lexicon::with_endings(const std::string& word, Set set) const {
  for (const Class c : of_suffixes_)
    for (const auto& s : classes_[c].suffixes)
      if (word.size() > s.size() + 1 && word.ends_with(s) && !classes_[c].exceptions.contains(word)) set.push_back(c);
  return set;
}

void Lexicon::fill_endings() {
  unknown_ = by_shape({});
  std::set<std::string> suffixes;
  for (const auto& info : classes_) suffixes.insert(info.suffixes.begin(), info.suffixes.end());
  for (const auto& suffix : suffixes)
    endings_[static_cast<unsigned char>(suffix.back())].push_back({suffix, by_shape(with_endings("xx" + suffix, {}))});
  for (auto& endings : endings_)
    std::stable_sort(endings.begin(), endings.end(),
                     [](const Ending& a, const Ending& b) { return a.suffix.size() > b.suffix.size(); });
}

void Lexicon::fill_words() {
  std::size_t size = 16;
  while (size < words_.size() * 2) size *= 2;
  table_.resize(size);
  const std::map<std::string, Set> ordered(words_.begin(), words_.end());
  for (const auto& [word, set] : ordered) {
    if (is_digit(word.front())) continue;
    const Letters letters = by_shape(with_endings(word, set));
    if (word.size() > WordKey::longest)
      long_words_.emplace(word, letters);
    else
      add_to_table(shaped(word, word.size()).key, letters);
  }
}

namespace {

/// Small enough that most words that no rule knows are told from those that one does without leaving fast memory.
std::uint32_t entry(std::size_t hash, std::size_t place) {
  return static_cast<std::uint32_t>(hash & 0xFFFF0000) | static_cast<std::uint32_t>(place);
}

}  // namespace

void Lexicon::add_to_table(const WordKey& key, const Letters& letters) {
  const std::size_t hash = key.hash();
  std::size_t at = hash;
  while (table_[at & (table_.size() - 1)]) ++at;
  known_.push_back({key, letters});
  if (known_.size() >= 1 << 16)
    throw Error("the rules know more than 65535 words", "leave out those that no rule needs");
  table_[at & (table_.size() - 1)] = entry(hash, known_.size());
}

/// `n` is below 0 for any number of more than four digits.
Lexicon::Letter Lexicon::number_letter(long n, int digits) {
  Set set = classes_of_number(n, digits);
  set.push_back(number_);
  if (n >= 0) {
    std::string text = std::to_string(n);
    text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
    if (const auto literal = words_.find(text); literal != words_.end())
      set.insert(set.end(), literal->second.begin(), literal->second.end());
  }
  return letter_of(set);
}

void Lexicon::fill_numbers() {
  numbers_.reserve(11110);
  for (int digits = 1, limit = 10; digits <= 4; ++digits, limit *= 10)
    for (long n = 0; n < limit; ++n) numbers_.push_back(number_letter(n, digits));
  long_number_ = number_letter(-1, 5);
}

void Lexicon::finish() {
  add_literals_of_phrases();
  for (Class c = 0; c < classes_.size(); ++c) {
    if (classes_[c].range) of_numbers_.push_back(c);
    if (!classes_[c].parts.empty()) of_others_.push_back(c);
    if (!classes_[c].suffixes.empty()) of_suffixes_.push_back(c);
  }
  word_ = new_class("word", nullptr);
  shapes_[0] = new_class("lower", nullptr);
  shapes_[1] = new_class("capital", nullptr);
  shapes_[2] = new_class("upper", nullptr);
  number_ = new_class("number_token", nullptr);
  fill_endings();
  fill_words();
  fill_numbers();
  write_class_patterns();
  finished_ = true;
}

const Lexicon::Letters* Lexicon::find_word(const WordKey& key) const {
  const std::size_t hash = key.hash();
  for (std::size_t at = hash;; ++at) {
    const std::uint32_t here = table_[at & (table_.size() - 1)];
    if (here == 0) return nullptr;
    const Known* known = entry(hash, here & 0xFFFF) == here ? &known_[(here & 0xFFFF) - 1] : nullptr;
    if (known && known->key == key) return &known->letters;
  }
}

const Lexicon::Letters& Lexicon::unknown(std::string_view word) const {
  const auto ends = [&](const std::string& suffix) {
    const auto same = [&](char folded, char c) { return folded == ascii::lower(c); };
    return word.size() > suffix.size() + 1 &&
           std::equal(suffix.begin(), suffix.end(), word.end() - static_cast<std::ptrdiff_t>(suffix.size()), same);
  };
  for (const auto& ending : endings_[static_cast<unsigned char>(ascii::lower(word.back()))])
    if (ends(ending.suffix)) return ending.letters;
  return unknown_;
}

Lexicon::Letter Lexicon::letter(std::string_view text, std::size_t size) const {
  const std::string_view word = text.substr(0, size);
  if (is_digit(word.front())) {
    if (word.size() > 4) return long_number_;
    std::size_t n = 0;
    for (const char c : word) n = n * 10 + static_cast<std::size_t>(c - '0');
    return numbers_[digits_offset[word.size()] + n];
  }
  if (size > WordKey::longest) return letter_of_folded(utf8::lower(word), shape_of(word));
  const ShapedWord shaped_word = shaped(text, size);
  if (shaped_word.is_beyond_ascii) return letter_of_folded(utf8::lower(word), shape_of(word));
  const Letters* known = find_word(shaped_word.key);
  const Shape plain = ascii::is_upper(word.front()) ? Shape::capital : Shape::lower;
  return (known ? *known : unknown(word))
      .by_shape[static_cast<int>(shaped_word.all_upper && size > 1 ? Shape::upper : plain)];
}

/// The slow way: for words that are long or not of ASCII alone.
Lexicon::Letter Lexicon::letter_of_folded(const std::string& word, Shape shape) const {
  const auto in = [&](const Letters& letters) { return letters.by_shape[static_cast<int>(shape)]; };
  if (word.size() <= WordKey::longest) {
    const Letters* known = find_word(shaped(word, word.size()).key);
    return in(known ? *known : unknown(word));
  }
  const auto known = long_words_.find(word);
  return in(known != long_words_.end() ? known->second : unknown(word));
}

bool Lexicon::has_class(Letter letter, Class c) const {
  if (letter >= sets_.size()) return false;
  const Set& set = sets_[letter];
  return std::binary_search(set.begin(), set.end(), c);
}

/// For each class any of the letters that have it.
void Lexicon::write_class_patterns() {
  std::vector<std::vector<Letter>> letters_of(classes_.size());
  for (std::size_t i = 0; i < sets_.size(); ++i)
    for (const Class c : sets_[i]) letters_of[c].push_back(static_cast<Letter>(i));
  for (const auto& all : letters_of) class_patterns_.push_back(all.empty() ? nullptr : one_letter(PlaceLetters(all)));
}

/// The phrase as a sequence of words, each a class of its own, and signs.
SyntaxPtr Lexicon::phrase_pattern(const std::string& phrase) const {
  std::vector<SyntaxPtr> out;
  const auto add_word = [&](std::string_view word) {
    if (const auto literal = find_class("=" + std::string(word)); literal && class_patterns_[*literal])
      out.push_back(class_patterns_[*literal]);
  };
  const auto add_sign = [&](char sign) { out.push_back(one_sign(static_cast<unsigned char>(sign))); };
  letters::for_each_part(phrase, add_word, add_sign);
  return sequence(std::move(out));
}

SyntaxPtr Lexicon::pattern_of(Class c) const {
  std::vector<SyntaxPtr> out;
  if (class_patterns_[c]) out.push_back(class_patterns_[c]);
  const auto add_phrases = [&](const auto& self, Class from) -> void {
    for (const auto& phrase : classes_[from].phrases) out.push_back(phrase_pattern(phrase));
    for (const Class part : classes_[from].parts) self(self, part);
  };
  add_phrases(add_phrases, c);
  return alternatives(std::move(out));
}

std::optional<WordValue> Lexicon::value(Class c, std::string_view text) const {
  const auto& info = classes_[c];
  if (const auto found = info.values.find(utf8::lower(text)); found != info.values.end()) return found->second;
  for (const Class part : info.parts)
    if (const auto found = value(part, text)) return found;
  double n = 0;
  for (const char digit : utf8::with_ascii_digits(text)) {
    if (!is_digit(digit) && digit != ',') return std::nullopt;
    if (digit != ',') n = n * 10 + (digit - '0');
  }
  return text.empty() ? std::nullopt : std::optional<WordValue>(n);
}

}  // namespace dateline
