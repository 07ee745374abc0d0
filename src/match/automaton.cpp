// States made when they are met. See automaton.h.
#include "match/automaton.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <mutex>
#include <unordered_map>

#include "match/derivatives.h"

namespace dateline {
namespace {

/// Where a letter leads: twice the number of a state, and one more where a pattern matches there.
using Target = std::uint32_t;
constexpr Target nothing = 0, unknown = ~Target{0};  ///< in the state 0 nothing can match

/// Where the letters of a state lead: a table that readers look into while an edge is added to it; a larger one takes
/// the place of one that is nearly full. An edge is the letter plus one, and the target in its lower half; 0 is none.
/// Before the edges stands their number less one, which is a power of two less one, so that one pointer tells both.
class Edges {
 public:
  using Edge = std::atomic<std::uint64_t>;
  explicit Edges(std::size_t size) : all_(std::make_unique<Edge[]>(size + 1)) { all_[0] = size - 1; }

  const Edge* table() const { return all_.get(); }
  bool is_full() const { return (used_ + 1) * 4 > (last() + 1) * 3; }  // one place is always free

  static Target find(const Edge* table, std::size_t letter) {
    const std::size_t last = table[0].load(std::memory_order_relaxed);
    for (std::size_t i = scattered(letter);; ++i) {
      const auto edge = table[1 + (i & last)].load(std::memory_order_acquire);
      if (edge >> 32 == letter + 1) return static_cast<Target>(edge);
      if (edge == 0) return unknown;
    }
  }
  void add(std::size_t letter, Target to) { put(letter, std::uint64_t{letter + 1} << 32 | to); }
  Edges larger() const {
    Edges out((last() + 1) * 2);
    for (std::size_t i = 1; i <= last() + 1; ++i)
      if (const auto edge = all_[i].load(std::memory_order_relaxed)) out.put((edge >> 32) - 1, edge);
    return out;
  }

 private:
  static std::size_t scattered(std::size_t letter) {
    return letter * 0x9E37;
  }  // words of a kind have numbers side by side
  std::size_t last() const { return all_[0].load(std::memory_order_relaxed); }
  void put(std::size_t letter, std::uint64_t edge) {
    std::size_t i = scattered(letter);
    while (all_[1 + (i & last())].load(std::memory_order_relaxed)) ++i;
    all_[1 + (i & last())].store(edge, std::memory_order_release);
    ++used_;
  }

  std::unique_ptr<Edge[]> all_;
  std::size_t used_ = 0;
};

/// A state as a walk sees it: small, for a text leads through thousands of them, and fast memory is scarce.
struct Node {
  std::atomic<const Edges::Edge*> edges{nullptr};
  const NfaState* ahead = nullptr;
  std::atomic<Target> behind_space{unknown};  ///< every other letter of a text is a space

  Target find(std::size_t letter) const {
    if (letter == letters::space) return behind_space.load(std::memory_order_acquire);
    const auto* table = edges.load(std::memory_order_acquire);
    return table ? Edges::find(table, letter) : unknown;
  }
};

/// Nodes that stay where they are while others are added: each block is as large as all before it.
class Nodes {
 public:
  Node& operator[](std::uint32_t number) const {
    const auto block = static_cast<std::size_t>(std::bit_width(number / smallest));
    return blocks_[block][number - first_of(block)];
  }
  std::uint32_t add() {
    const auto block = static_cast<std::size_t>(std::bit_width(size_ / smallest));
    if (!blocks_[block]) blocks_[block] = std::make_unique<Node[]>(std::max(smallest, first_of(block)));
    return size_++;
  }

 private:
  static constexpr std::uint32_t smallest = 8;
  static std::uint32_t first_of(std::size_t block) { return (smallest << block >> 1) & ~(smallest - 1); }

  std::array<std::unique_ptr<Node[]>, 16> blocks_;  // more than most_states
  std::uint32_t size_ = 0;
};

}  // namespace

struct Automaton::Impl {
  explicit Impl(Direction direction)
      : back_edge(direction == Direction::backward ? letters::back : letters::front),
        front_edge(direction == Direction::backward ? letters::front : letters::back),
        derivatives(direction == Direction::backward) {}

  struct State {
    Target target = nothing;
    std::vector<Edges> tables;  ///< the last is in use; who reads in an older one finds what was there
  };
  /// More than texts have been seen to need. Beyond them a state is not kept but made again and again, which is slow,
  /// but no less linear.
  static constexpr std::size_t most_states = 50000;

  const std::size_t back_edge, front_edge;  ///< the ends of the text in the back and in front of a walk
  std::mutex adding;
  Derivatives derivatives;
  std::unordered_map<NfaState, State, HashOfState> states;
  Nodes nodes;
  Target start = nothing, start_at_edge = nothing;  ///< written before begun
  std::unique_ptr<const LetterSet>
      at_edge;  ///< what can stand nearest to the end of a text where a walk begins, a space passed over
  std::atomic<bool> begun{false};

  void begin() {
    if (begun.load(std::memory_order_acquire)) return;
    const std::lock_guard lock(adding);
    if (begun.load(std::memory_order_relaxed)) return;
    kept({});  // the first: nothing
    const NfaState plain = derivatives.start();
    const NfaState held = derivatives.behind(plain, back_edge);
    at_edge = std::make_unique<const LetterSet>(first_letters(held) |
                                                first_letters(derivatives.behind(held, letters::space)));
    start_at_edge = kept(held);
    start = kept(plain);
    begun.store(true, std::memory_order_release);
  }

  /// False where nothing matches from the end of a text, by the letters that stand there.
  bool can_begin(LetterView letters, std::size_t end, std::size_t beside) const {
    return letters.empty() || (*at_edge)[letters[letters.size() > 1 && letters[end] == letters::space ? beside : end]];
  }

  static LetterSet first_letters(const NfaState& ahead) {
    LetterSet out;
    for (const auto& next : ahead.next) next.letter->letters.add_to(out);
    return ahead.matched.empty() ? out : out.set();
  }

  Target kept(NfaState ahead) {
    const auto [state, added] = states.try_emplace(std::move(ahead));
    if (!added) return state->second.target;
    const std::uint32_t number = nodes.add();
    nodes[number].ahead = &state->first;
    return state->second.target = number * 2 + !state->first.matched.empty();
  }

  /// Where a letter leads; unknown where the state is not kept, and `passing` is what lies ahead.
  Target make(const NfaState& from, std::size_t letter, std::unique_ptr<NfaState>& passing) {
    const std::lock_guard lock(adding);
    NfaState ahead = derivatives.behind(from, letter);
    if (states.size() >= most_states && !states.contains(ahead)) {
      passing = std::make_unique<NfaState>(std::move(ahead));
      return unknown;
    }
    const Target to = kept(std::move(ahead));
    if (const auto state = states.find(from); state != states.end()) add_edge(state->second, letter, to);
    return to;
  }

  void add_edge(State& state, std::size_t letter, Target to) {
    Node& node = nodes[state.target / 2];
    if (node.find(letter) != unknown) return;
    if (letter == letters::space) return node.behind_space.store(to, std::memory_order_release);
    if (state.tables.empty())
      state.tables.emplace_back(2);
    else if (state.tables.back().is_full())
      state.tables.push_back(state.tables.back().larger());
    state.tables.back().add(letter, to);
    node.edges.store(state.tables.back().table(), std::memory_order_release);
  }
};

Automaton::Automaton(Direction direction) : impl_(std::make_unique<Impl>(direction)) {}
Automaton::Automaton(Automaton&&) noexcept = default;
Automaton& Automaton::operator=(Automaton&&) noexcept = default;
Automaton::~Automaton() = default;

void Automaton::add(const SyntaxPtr& pattern) { impl_->derivatives.add(pattern); }

namespace {

/// One reading of a text, letter by letter.
class Walk {
 public:
  /// `at_edge`: it begins at the end of the text that lies in its back.
  Walk(Automaton::Impl& impl, bool at_edge) : impl_(impl), at_(at_edge ? impl.start_at_edge : impl.start) {}
  /// False where nothing can match any longer.
  bool step(std::size_t letter) {
    const Target to = passing_ ? unknown : impl_.nodes[at_ / 2].find(letter);
    if (to != unknown)
      at_ = to;
    else
      make(letter);
    return at_ != nothing;
  }
  /// At the other end of the text: patterns that want it match now.
  void finish() { step(impl_.front_edge); }
  bool matches() const { return passing_ ? !passing_->matched.empty() : at_ & 1; }
  /// The patterns that match what was read, ascending.
  const std::vector<int>& matched() const { return ahead().matched; }

 private:
  const NfaState& ahead() const { return passing_ ? *passing_ : *impl_.nodes[at_ / 2].ahead; }

  void make(std::size_t letter) {
    std::unique_ptr<NfaState> passing;
    at_ = impl_.make(ahead(), letter, passing);
    passing_ = std::move(passing);
  }

  Automaton::Impl& impl_;
  Target at_;
  std::unique_ptr<NfaState> passing_;  ///< where the state is not kept
};

/// Reads on from `at` as long as anything can match; `seen` is told of each place where something does. Returns with
/// how many letters it was clear that nothing else does; npos where the text ended before.
template <class Seen>
std::size_t read_forward(Automaton::Impl& impl, LetterView letters, std::size_t at, Seen seen) {
  impl.begin();
  if (at == 0 && !impl.can_begin(letters, 0, 1)) return 1;
  Walk walk(impl, at == 0);
  std::size_t read = 0;
  while (true) {
    if (walk.matches()) seen(walk.matched(), at);
    if (at == letters.size()) break;
    ++read;
    if (!walk.step(letters[at++])) return read;
  }
  walk.finish();
  if (walk.matches()) seen(walk.matched(), at);
  return std::string_view::npos;
}

}  // namespace

std::size_t Automaton::longest(LetterView letters, std::size_t at) const {
  std::size_t end = std::string_view::npos;
  read_forward(*impl_, letters, at, [&](const auto&, std::size_t here) { end = here; });
  return end;
}

std::size_t Automaton::matches(LetterView letters, std::size_t at, std::vector<Match>& out) const {
  out.clear();
  const std::size_t read = read_forward(*impl_, letters, at, [&](const std::vector<int>& matched, std::size_t here) {
    for (const int pattern : matched) {
      const auto known = std::find_if(out.begin(), out.end(), [&](const Match& m) { return m.pattern == pattern; });
      if (known != out.end())
        known->end = here;
      else
        out.push_back({pattern, here});
    }
  });
  std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) { return a.pattern < b.pattern; });
  return read;
}

std::size_t Automaton::longest_before_end(LetterView letters, std::size_t from) const {
  std::size_t begin = std::string_view::npos, at = letters.size();
  impl_->begin();
  if (!impl_->can_begin(letters, at - 1, at - 2)) return begin;
  Walk walk(*impl_, true);
  while (true) {
    if (walk.matches()) begin = at;
    if (at <= from) break;
    if (!walk.step(letters[--at])) return begin;
  }
  if (at > 0) return begin;
  walk.finish();
  return walk.matches() ? at : begin;
}

}  // namespace dateline
