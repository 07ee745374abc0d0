// The words that rules know. Every word, number and sign of a text becomes one "letter" of a small
// alphabet: two words have the same letter exactly where no rule can tell them apart. Rules are then
// patterns over letters (pattern.h), in which {month} is a set of letters.
// Built once from rules/*/words/ and the words that stand in patterns. Tested by tests/match/lexicon_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "match/syntax.h"
#include "match/word_key.h"
#include "tree/tree.h"

namespace dateline {

/// What a word stands for in its class: Monday → 1, weeks → "week".
using WordValue = std::variant<double, std::string>;

class Lexicon {
 public:
  using Class = std::uint16_t;
  using Letter = letters::Letter;

  /// Adds the classes of a words file. Throws Error for an unknown key or a class that is there already.
  void add_classes(const Tree& file);
  /// The class that holds just this word; capital where the word is written so.
  Class literal(std::string_view word);
  /// Adds classes for literals, then gives every set of classes its letter. No class can be added afterwards.
  void finish();

  std::optional<Class> find_class(std::string_view name) const;
  std::vector<std::string> class_names() const;
  /// The words of the class in lower case with what they stand for; those of the classes that it takes in, too.
  std::map<std::string, WordValue> entries(Class) const;
  /// What {name} is in a pattern: any of its words, or one of its phrases.
  SyntaxPtr pattern_of(Class) const;

  /// The letter of a word or number as written. Never fails: an unknown word has the letter of its shape.
  Letter letter(std::string_view word) const { return letter(word, word.size()); }
  /// The same of the first `size` bytes of a text.
  Letter letter(std::string_view text, std::size_t size) const;
  bool has_class(Letter, Class) const;
  /// The value of `text` (a word, a phrase with single spaces, or digits) in the class; nothing where it has none.
  std::optional<WordValue> value(Class, std::string_view text) const;

 private:
  struct Letters {
    Letter by_shape[3];
  };
  struct ClassInfo {
    std::string name;
    bool capital = false;                        ///< only where the word begins with a capital
    bool lower = false;                          ///< only where it does not
    std::optional<std::pair<long, long>> range;  ///< numbers from..to, both inclusive
    std::pair<int, int> digits{1, 4};
    std::vector<std::string> suffixes;                  ///< words that end so are in it,
    std::set<std::string> exceptions;                   ///< … but for these
    std::vector<std::string> phrases;                   ///< entries of more than one token
    std::unordered_map<std::string, WordValue> values;  ///< by folded text
    std::vector<Class> parts;                           ///< classes whose words it also holds
  };
  using Set = std::vector<Class>;

  Class new_class(const std::string& name, const Tree* where);
  void add_word(Class, const std::string& word, std::optional<WordValue>);
  void read_class(Class, const Tree& body);
  Set with_unions(Set) const;
  Letter letter_of(Set);
  Set classes_of_number(long n, int digits) const;
  void add_literals_of_phrases();
  Letters by_shape(const Set&);
  Set with_endings(const std::string& word, Set) const;
  Letter number_letter(long n, int digits);
  void fill_endings();
  void fill_words();
  void fill_numbers();
  const Letters& unknown(std::string_view word) const;
  Letter letter_of_folded(const std::string& word, Shape) const;
  void write_class_patterns();
  SyntaxPtr phrase_pattern(const std::string& phrase) const;

  std::vector<ClassInfo> classes_;
  std::map<std::string, Class, std::less<>> by_name_;
  std::vector<Class> of_numbers_, of_others_,
      of_suffixes_;                               ///< classes with a range, that take in others, with endings
  std::unordered_map<std::string, Set> words_;    ///< folded word → its classes, case not yet looked at
  Class word_ = 0, number_ = 0, shapes_[3] = {};  ///< the classes of every word and number
  bool finished_ = false;

  struct Known {
    WordKey key;
    Letters letters;
  };
  const Letters* find_word(const WordKey&) const;
  void add_to_table(const WordKey&, const Letters&);
  std::vector<Known> known_;
  std::vector<std::uint32_t>
      table_;  ///< open addressing; a power of two: half a hash, and one more than the place in known_; 0 for none
  std::unordered_map<std::string, Letters> long_words_;  ///< folded; what has no WordKey
  std::vector<Letter> numbers_;                          ///< by digits and value, up to four digits
  Letter long_number_ = 0;
  std::map<Set, Letter> letters_;
  std::vector<Set> sets_;                  ///< by letter
  std::vector<SyntaxPtr> class_patterns_;  ///< by class: any of its letters; null for none
  struct Ending {
    std::string suffix;
    Letters letters;
  };
  std::vector<Ending> endings_[0x100];  ///< by their last byte, the longest first
  Letters unknown_{};
};

}  // namespace dateline
