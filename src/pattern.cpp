// Searches with automata. See pattern.h.
#include "pattern.h"

#include <algorithm>

#include "automaton.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t place_at(std::string_view letters, std::size_t at) { return letters::place_of(letters::decode(letters, at)); }

/// The first place at or behind `from` whose letter is in the set; npos where there is none.
std::size_t next_of(const LetterSet& set, std::string_view letters, std::size_t from) {
  while (from < letters.size()) {
    const char32_t letter = letters::decode(letters, from);
    if (set[letters::place_of(letter)]) return from;
    from += letters::length(letter);
  }
  return npos;
}

/// Reads on from `at` as long as anything can match; `seen` is told of each place where something does.
template <class Seen>
void read_forward(const Automaton& automaton, std::string_view letters, std::size_t at, Seen seen) {
  Automaton::Walk walk(automaton, at == 0);
  while (true) {
    if (!walk.matched().empty()) seen(walk.matched(), at);
    if (at == letters.size()) break;
    if (!walk.step(place_at(letters, at))) return;
    at = letters::next(letters, at);
  }
  walk.finish();
  if (!walk.matched().empty()) seen(walk.matched(), at);
}

/// The same from the end of the text to its front, no further than `to`.
template <class Seen>
void read_backward(const Automaton& automaton, std::string_view letters, std::size_t to, Seen seen) {
  Automaton::Walk walk(automaton, true);
  std::size_t at = letters.size();
  while (true) {
    if (!walk.matched().empty()) seen(at);
    if (at <= to) break;
    do --at;
    while ((static_cast<unsigned char>(letters[at]) & 0xC0) == 0x80);
    if (!walk.step(place_at(letters, at))) return;
  }
  if (at > 0) return;
  walk.finish();
  if (!walk.matched().empty()) seen(at);
}

bool is_edge(const Syntax& s, std::size_t front_or_back) { return s.kind == Syntax::Kind::edge && s.letters->test(front_or_back); }
bool is_held(const Syntax& s, std::size_t front_or_back) {
  if (s.kind != Syntax::Kind::sequence || s.parts.empty()) return is_edge(s, front_or_back);
  return is_held(front_or_back == letters::front ? *s.parts.front() : *s.parts.back(), front_or_back);
}

}  // namespace

struct Pattern::Impl {
  explicit Impl(SyntaxPtr pattern)
      : syntax(std::move(pattern)), first(first_letters(*syntax)), at_front(is_held(*syntax, letters::front)), at_back(is_held(*syntax, letters::back)), forward(Automaton::Direction::forward), backward(Automaton::Direction::backward) {
    forward.add(syntax);
    if (at_back) backward.add(syntax);
  }

  SyntaxPtr syntax;
  LetterSet first;
  bool at_front, at_back;  ///< it begins with ^, ends with $
  Automaton forward, backward;

  std::size_t end_at(std::string_view letters, std::size_t at) const {
    std::size_t end = npos;
    read_forward(forward, letters, at, [&](const auto&, std::size_t here) { end = here; });
    return end;
  }
  /// Where the longest match that ends with the text begins.
  std::size_t begin_at_back(std::string_view letters, std::size_t from) const {
    std::size_t begin = npos;
    read_backward(backward, letters, from, [&](std::size_t here) { begin = here; });
    return begin;
  }
};

Pattern::Pattern(SyntaxPtr syntax) : impl_(std::make_unique<Impl>(std::move(syntax))) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::size_t Pattern::match_at(std::string_view letters, std::size_t at) const { return impl_->end_at(letters, at); }
bool Pattern::matches(std::string_view letters) const { return impl_->end_at(letters, 0) == letters.size(); }

Capture Pattern::find(std::string_view letters, std::size_t from, std::vector<Capture>* out) const {
  Capture found{npos, npos, false};
  if (impl_->at_back) {
    if (const std::size_t begin = impl_->begin_at_back(letters, from); begin != npos) found = {begin, letters.size(), true};
  } else {
    for (std::size_t at = from; !found.matched && at <= letters.size(); at = at < letters.size() ? letters::next(letters, at) : npos) {
      if (impl_->at_front && at > 0) break;
      if (!impl_->first.all() && (at = next_of(impl_->first, letters, at)) == npos) break;
      if (const std::size_t end = impl_->end_at(letters, at); end != npos) found = {at, end, true};
    }
  }
  if (found.matched && out && !find_captures(*impl_->syntax, count_captures(*impl_->syntax), letters, found.begin, found.end, *out)) return {npos, npos, false};
  return found;
}

struct PatternIndex::Impl {
  LetterSet first;
  Automaton automaton{Automaton::Direction::forward};
};

PatternIndex::PatternIndex() : impl_(std::make_unique<Impl>()) {}
PatternIndex::PatternIndex(PatternIndex&&) noexcept = default;
PatternIndex& PatternIndex::operator=(PatternIndex&&) noexcept = default;
PatternIndex::~PatternIndex() = default;

void PatternIndex::add(const SyntaxPtr& syntax) {
  impl_->automaton.add(syntax);
  impl_->first |= first_letters(*syntax);
}

std::size_t PatternIndex::next(std::string_view letters, std::size_t from) const { return next_of(impl_->first, letters, from); }

void PatternIndex::matches_at(std::string_view letters, std::size_t at, std::vector<Match>& out) const {
  out.clear();
  read_forward(impl_->automaton, letters, at, [&](const std::vector<int>& matched, std::size_t here) {
    for (const int pattern : matched) {
      const auto known = std::find_if(out.begin(), out.end(), [&](const Match& m) { return m.pattern == pattern; });
      if (known != out.end()) known->end = here;
      else out.push_back({pattern, here});
    }
  });
  std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) { return a.pattern < b.pattern; });
}

}  // namespace dateline
