// Searches with automata. See pattern.h.
#include "pattern.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// The first place at or behind `from` whose letter is in the set; npos where there is none.
std::size_t next_of(const LetterSet& set, LetterView letters, std::size_t from) {
  while (from < letters.size() && !set[letters[from]]) ++from;
  return from < letters.size() ? from : npos;
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
};

Pattern::Pattern(SyntaxPtr syntax) : impl_(std::make_unique<Impl>(std::move(syntax))) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::size_t Pattern::match_at(LetterView letters, std::size_t at) const { return impl_->forward.longest(letters, at); }
bool Pattern::matches(LetterView letters) const { return impl_->forward.longest(letters, 0) == letters.size(); }

Capture Pattern::find(LetterView letters, std::size_t from, std::vector<Capture>* out) const {
  Capture found{npos, npos, false};
  if (impl_->at_back) {
    if (const std::size_t begin = impl_->backward.longest_before_end(letters, from); begin != npos) found = {begin, letters.size(), true};
  } else {
    for (std::size_t at = from; !found.matched && at <= letters.size(); ++at) {
      if (impl_->at_front && at > 0) break;
      if (!impl_->first.all() && (at = next_of(impl_->first, letters, at)) == npos) break;
      if (const std::size_t end = impl_->forward.longest(letters, at); end != npos) found = {at, end, true};
    }
  }
  if (found.matched && out && !find_captures(*impl_->syntax, count_captures(*impl_->syntax), letters, found.begin, found.end, *out)) return {npos, npos, false};
  return found;
}

namespace {

/// What begins at most places is nothing, which two words or signs show: "the" and what stands behind it. Such pairs are
/// kept, a later one in the place of an earlier, so that they are passed over without a search.
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
    return {1u << 31 | (at == 0) << 30 | spaced << 29 | static_cast<std::uint32_t>(letters[at]) << 14 | letters[next], next + 1 - at};
  }

  bool has(const Pair& pair) const { return pairs_[slot(pair)].load(std::memory_order_relaxed) == pair.number && pair.number != 0; }
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
  Automaton automaton{Automaton::Direction::forward};
  PairsOfNothing nothing;
};

PatternIndex::PatternIndex() : impl_(std::make_unique<Impl>()) {}
PatternIndex::PatternIndex(PatternIndex&&) noexcept = default;
PatternIndex& PatternIndex::operator=(PatternIndex&&) noexcept = default;
PatternIndex::~PatternIndex() = default;

void PatternIndex::add(const SyntaxPtr& syntax) {
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

}  // namespace dateline
