// Tries the ways to match one behind the other: matches are short, and known to be there. See captures.h.
#include "match/captures.h"

#include <unordered_set>

#include "match/alphabet.h"

namespace dateline {
namespace {

/// A number for what it is told of: equal for equal, and by all likelihood of 64 bits different for different.
std::size_t mixed(std::size_t hash, std::size_t more) { return (hash ^ more) * 0x9e3779b97f4a7c15ULL + (hash >> 29); }

/// What is left to match behind a part; null is the end.
struct Rest {
  Rest(const Syntax& s, std::size_t done_parts, std::size_t began_at, const Rest* next)
      : within(s), done(done_parts), begun(began_at), behind(next) {
    hash = mixed(mixed(mixed(next ? next->hash : 1, reinterpret_cast<std::size_t>(&s)), done_parts), began_at);
  }

  const Syntax& within;
  std::size_t done;   ///< of its parts
  std::size_t begun;  ///< where the capture or the last repetition began
  const Rest* behind;
  std::size_t hash;  ///< of all that is left
};

class CaptureFinder {
 public:
  CaptureFinder(LetterView letters, std::size_t end, std::vector<Capture>& out)
      : letters_(letters), end_(end), out_(out) {}

  /// Backtracks. A match that takes long remembers what has failed (Norvig's memoization of a backtracker): whether a
  /// part matches from here depends on nothing but what is left behind it.
  bool enter(const Syntax& s, std::size_t at, const Rest* rest) {
    if (steps_++ < steps_from_memory) return try_to_enter(s, at, rest);
    const std::size_t tried = mixed(mixed(rest ? rest->hash : 1, reinterpret_cast<std::size_t>(&s)), at);
    if (failed_.contains(tried)) return false;
    if (try_to_enter(s, at, rest)) return true;
    failed_.insert(tried);
    return false;
  }

 private:
  static constexpr int steps_from_memory = 500;  ///< nearly all matches take fewer

  bool try_to_enter(const Syntax& s, std::size_t at, const Rest* rest) {
    switch (s.kind) {
      case Syntax::Kind::letter:
        return at < end_ && s.letters.test(letters_[at]) && resume(rest, at + 1);
      case Syntax::Kind::edge:
        return s.letters.test(at == 0 ? letters::front : letters::back) && (at == 0 || at == letters_.size()) &&
               resume(rest, at);
      case Syntax::Kind::sequence:
        return enter_sequence(s, 0, at, rest);
      case Syntax::Kind::alternatives:
        return enter_any(s, at, rest);
      case Syntax::Kind::repeat:
        return enter_repeat(s, 0, at, rest);
      case Syntax::Kind::capture: {
        const Rest closes{s, 0, at, rest};
        return enter(*s.parts[0], at, &closes);
      }
    }
    return false;
  }

  bool resume(const Rest* rest, std::size_t at) {
    if (!rest) return at == end_;
    if (rest->within.kind == Syntax::Kind::sequence) return enter_sequence(rest->within, rest->done, at, rest->behind);
    if (rest->within.kind == Syntax::Kind::capture) return close(*rest, at);
    const bool is_endless = rest->within.most < 0;
    const bool of_nothing =
        is_endless && at == rest->begun && rest->done > static_cast<std::size_t>(rest->within.least);
    return !of_nothing && enter_repeat(rest->within, rest->done, at, rest->behind);
  }

  bool close(const Rest& rest, std::size_t at) {
    const Capture before = out_[rest.within.number];
    out_[rest.within.number] = {rest.begun, at, true};
    if (resume(rest.behind, at)) return true;
    out_[rest.within.number] = before;
    return false;
  }

  bool enter_sequence(const Syntax& s, std::size_t done, std::size_t at, const Rest* rest) {
    if (done == s.parts.size()) return resume(rest, at);
    const Rest others{s, done + 1, 0, rest};
    return enter(*s.parts[done], at, done + 1 == s.parts.size() ? rest : &others);
  }

  bool enter_any(const Syntax& s, std::size_t at, const Rest* rest) {
    const std::size_t here = at < end_ ? letters_[at] : letters::back;
    for (const auto& part : s.parts)
      if ((!part->first || at == end_ || part->first->test(here)) && enter(*part, at, rest)) return true;
    return false;
  }

  bool enter_repeat(const Syntax& s, std::size_t done, std::size_t at, const Rest* rest) {
    const Rest more{s, done + 1, at, rest};
    if ((s.most < 0 || done < static_cast<std::size_t>(s.most)) && enter(*s.parts[0], at, &more)) return true;
    return done >= static_cast<std::size_t>(s.least) && resume(rest, at);
  }

  LetterView letters_;
  std::size_t end_;
  std::vector<Capture>& out_;
  int steps_ = 0;
  std::unordered_set<std::size_t> failed_;
};

}  // namespace

bool find_captures(const Syntax& syntax, std::size_t count, LetterView letters, std::size_t begin, std::size_t end,
                   std::vector<Capture>& out) {
  out.assign(count, {});
  return count == 0 || CaptureFinder(letters, end, out).enter(syntax, begin, nullptr);
}

std::size_t count_captures(const Syntax& s) {
  std::size_t count = s.kind == Syntax::Kind::capture ? 1 : 0;
  for (const auto& part : s.parts)
    if (!part->first) count += count_captures(*part);
  return count;
}

}  // namespace dateline
