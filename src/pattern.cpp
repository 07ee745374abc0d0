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

/// What begins at most places is nothing, which two words show: "the" and what stands behind it. Such pairs are kept, a
/// later one in the place of an earlier, so that they are passed over without a search.
class PairsOfNothing {
 public:
  bool has(std::uint32_t pair) const { return pairs_[slot(pair)].load(std::memory_order_relaxed) == pair; }
  void add(std::uint32_t pair) { pairs_[slot(pair)].store(pair, std::memory_order_relaxed); }

  /// The word at `at` and the one behind it, with a space between them; 0 where it is otherwise.
  static std::uint32_t at(LetterView letters, std::size_t at) {
    if (at == 0 || at + 2 >= letters.size() || letters[at + 1] != letters::space) return 0;
    return static_cast<std::uint32_t>(letters[at]) << 16 | letters[at + 2];
  }

 private:
  static constexpr std::size_t size = 1 << 13;
  static std::size_t slot(std::uint32_t pair) { return (pair * 0x9E3779B1u) >> 19; }
  std::array<std::atomic<std::uint32_t>, size> pairs_{};
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
  for (std::size_t at = from; (at = next_of(impl_->first, letters, at)) != npos; ++at)
    if (const std::uint32_t pair = PairsOfNothing::at(letters, at); pair == 0 || !impl_->nothing.has(pair)) return at;
  return npos;
}

void PatternIndex::matches_at(LetterView letters, std::size_t at, std::vector<Match>& out) const {
  const std::size_t read = impl_->automaton.matches(letters, at, out);
  if (constexpr std::size_t word_space_word = 3; out.empty() && read <= word_space_word)
    if (const std::uint32_t pair = PairsOfNothing::at(letters, at)) impl_->nothing.add(pair);
}

}  // namespace dateline
