// Reads just enough of RE2's syntax to know how a match can begin. See first_letters.h.
#include "first_letters.h"

#include "letters.h"

namespace dateline {
namespace {

/// Walks through a pattern. `first` says that what is read now can stand first in a match: its letters count.
/// Each function returns whether its part can be left out.
class Reader {
 public:
  Reader(std::string_view text, LetterSet& out) : text_(text), out_(out) {}

  bool alternatives(bool first) {
    bool empty = sequence(first);
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      empty = sequence(first) || empty;
    }
    return empty;
  }

 private:
  bool sequence(bool first) {
    bool empty = true;
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
      const bool part_empty = atom(first && empty);
      empty = (repetition_of_none() || part_empty) && empty;
    }
    return empty;
  }

  bool atom(bool first) {
    if (text_[at_] == '(') return group(first);
    if (text_[at_] == '[') {
      character_class(first);
    } else if (text_[at_] == '^' || text_[at_] == '$') {
      ++at_;
      return true;
    } else if (text_[at_] == '.') {
      ++at_;
      if (first) out_.set();
    } else {
      const char32_t c = letter();
      if (first) out_.set(c);
    }
    return false;
  }

  bool group(bool first) {
    ++at_;
    if (text_.substr(at_, 2) == "?:") at_ += 2;
    else if (text_.substr(at_, 3) == "?P<") at_ = text_.find('>', at_) + 1;
    const bool empty = alternatives(first);
    ++at_;
    return empty;
  }

  void character_class(bool first) {
    ++at_;
    if (text_[at_] == '^' && first) out_.set();  // all others: none is passed over
    while (at_ < text_.size() && text_[at_] != ']') {
      const char32_t from = letter();
      const bool range = at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']';
      if (range) ++at_;
      const char32_t to = range ? letter() : from;
      for (char32_t c = from; first && c <= to; ++c) out_.set(c);
    }
    ++at_;
  }

  /// One code point, escaped or not.
  char32_t letter() {
    if (text_[at_] == '\\') ++at_;
    const char32_t c = letters::decode(text_, at_);
    at_ += letters::length(c);
    return c;
  }

  /// Reads ? * + {n,m} and their lazy forms; true where they allow none.
  bool repetition_of_none() {
    if (at_ >= text_.size()) return false;
    const char c = text_[at_];
    const bool none = c == '?' || c == '*' || text_.substr(at_, 2) == "{0" || text_.substr(at_, 2) == "{,";
    if (c == '{') at_ = text_.find('}', at_) + 1;
    else if (none || c == '+') ++at_;
    else return false;
    if (at_ < text_.size() && text_[at_] == '?') ++at_;
    return none;
  }

  std::string_view text_;
  LetterSet& out_;
  std::size_t at_ = 0;
};

}  // namespace

void add_first_letters(std::string_view re2_text, LetterSet& out) {
  if (Reader(re2_text, out).alternatives(true)) out.set();
}

bool can_match_nothing(std::string_view re2_text) {
  LetterSet ignored;
  return Reader(re2_text, ignored).alternatives(true);
}

}  // namespace dateline
