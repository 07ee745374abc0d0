// Searches with automata. See pattern.h.
#include "match/pattern.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr Capture nowhere{npos, npos, false};

/// The first place at or behind `from` whose letter is in the set; npos where there is none.
std::size_t next_of(const LetterSet& set, LetterView letters, std::size_t from) {
  while (from < letters.size() && !set[letters[from]]) ++from;
  return from < letters.size() ? from : npos;
}

bool is_edge(const Syntax& s, std::size_t front_or_back) {
  return s.kind == Syntax::Kind::edge && s.letters.test(front_or_back);
}
bool is_held(const Syntax& s, std::size_t front_or_back) {
  if (s.kind != Syntax::Kind::sequence || s.parts.empty()) return is_edge(s, front_or_back);
  return is_held(front_or_back == letters::front ? *s.parts.front() : *s.parts.back(), front_or_back);
}

}  // namespace

struct Pattern::Impl {
  explicit Impl(SyntaxPtr pattern)
      : syntax(std::move(pattern)), captures(count_captures(*syntax)), at_front(is_held(*syntax, letters::front)) {
    forward.add(syntax);
    if (is_held(*syntax, letters::back))
      backward.emplace(Automaton::Direction::backward).add(syntax);
    else if (!at_front)
      first = std::make_unique<const LetterSet>(first_letters(*syntax));
  }

  SyntaxPtr syntax;
  std::size_t captures;
  bool at_front;                           ///< it begins with ^
  std::unique_ptr<const LetterSet> first;  ///< what a match begins with; null where it is held at an end of the text
  Automaton forward{Automaton::Direction::forward};
  std::optional<Automaton> backward;  ///< of one that ends with $

  Capture find(LetterView letters, std::size_t from) const {
    if (backward) {
      const std::size_t begin = backward->longest_before_end(letters, from);
      return begin == npos ? nowhere : Capture{begin, letters.size(), true};
    }
    const std::size_t last = at_front ? 0 : letters.size();
    for (std::size_t at = from; at <= last && (!first || first->all() || (at = next_of(*first, letters, at)) != npos);
         ++at)
      if (const std::size_t end = forward.longest(letters, at); end != npos) return {at, end, true};
    return nowhere;
  }
};

Pattern::Pattern(SyntaxPtr syntax) : impl_(std::make_unique<Impl>(std::move(syntax))) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::size_t Pattern::match_at(LetterView letters, std::size_t at) const { return impl_->forward.longest(letters, at); }
bool Pattern::matches(LetterView letters) const { return impl_->forward.longest(letters, 0) == letters.size(); }

Capture Pattern::find(LetterView letters, std::size_t from, std::vector<Capture>* out) const {
  const Capture found = impl_->find(letters, from);
  const bool captured =
      !found.matched || !out || find_captures(*impl_->syntax, impl_->captures, letters, found.begin, found.end, *out);
  return captured ? found : nowhere;
}

namespace {

/// What begins at most places is nothing, which two words or signs show: "the" and what stands behind it. Such pairs
/// are kept, a later one in the place of an earlier, so that they are passed over without a search.
class PairsOfNothing {
 public:
  struct Pair {
    std::uint32_t number = 0;  ///< 0 at the last letter
    std::size_t length = 0;    ///< with the space between
  };
  /// The letter at `at` and the one behind it; another pair where they open the text.
  static Pair at(LetterView letters, std::size_t at) {
    const std::uint32_t spaced = at + 1 < letters.size() && letters[at + 1] == letters::space;
    const std::size_t next = at + 1 + spaced;
    if (next >= letters.size()) return {};
    return {1u << 31 | (at == 0) << 30 | spaced << 29 | static_cast<std::uint32_t>(letters[at]) << 14 | letters[next],
            next + 1 - at};
  }

  bool has(const Pair& pair) const {
    return pairs_[slot(pair)].load(std::memory_order_relaxed) == pair.number && pair.number != 0;
  }
  void add(const Pair& pair) { pairs_[slot(pair)].store(pair.number, std::memory_order_relaxed); }

 private:
  static_assert(letters::count <= 1 << 14);
  static constexpr int bits = 14;
  static std::size_t slot(const Pair& pair) { return (pair.number * 0x9E3779B1u) >> (32 - bits); }
  std::array<std::atomic<std::uint32_t>, 1 << bits> pairs_{};
};

}  // namespace

struct PatternIndex::Impl {
  LetterSet first;
  std::size_t count = 0;
  Automaton automaton{Automaton::Direction::forward};
  PairsOfNothing nothing;
};

PatternIndex::PatternIndex() : impl_(std::make_unique<Impl>()) {}
PatternIndex::PatternIndex(PatternIndex&&) noexcept = default;
PatternIndex& PatternIndex::operator=(PatternIndex&&) noexcept = default;
PatternIndex::~PatternIndex() = default;

void PatternIndex::add(const SyntaxPtr& syntax) {
  ++impl_->count;
  impl_->automaton.add(syntax);
  impl_->first |= first_letters(*syntax);
}

std::size_t PatternIndex::next(LetterView letters, std::size_t from) const {
  std::size_t at = next_of(impl_->first, letters, from);
  while (at != npos && impl_->nothing.has(PairsOfNothing::at(letters, at))) at = next_of(impl_->first, letters, at + 1);
  return at;
}

void PatternIndex::matches_at(LetterView letters, std::size_t at, std::vector<Match>& out) const {
  const std::size_t read = impl_->automaton.matches(letters, at, out);
  if (const auto pair = PairsOfNothing::at(letters, at); out.empty() && read <= pair.length) impl_->nothing.add(pair);
}

std::vector<PatternIndex::Found> PatternIndex::find_all(LetterView letters) const {
  std::vector<Found> all;
  std::vector<Match> here;
  std::vector<std::size_t> reached(impl_->count);  // by pattern: the end of its last match
  for (std::size_t at = next(letters, 0); at < letters.size(); at = next(letters, at + 1)) {
    matches_at(letters, at, here);
    for (const auto& [pattern, end] : here) {
      const auto number = static_cast<std::size_t>(pattern);
      if (end == at || at < reached[number]) continue;
      reached[number] = end;
      all.push_back({number, at, end});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.pattern < b.pattern; });
  return all;
}

}  // namespace dateline
