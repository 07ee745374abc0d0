// States made when they are met. See automaton.h.
#include "automaton.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <unordered_map>

namespace dateline {
namespace {

/// What is left to match behind a letter: the rest of a sequence or of a repetition, then what is behind that.
/// Each is kept once, so that equal states are found equal. Number 0 is the end of nothing.
struct Rest {
  const Syntax* within = nullptr;  ///< null at the end of a pattern
  int done = 0;                    ///< of its parts; at the end the number of the pattern
  std::uint32_t behind = 0;
  bool operator==(const Rest&) const = default;
};

struct HashOfRest {
  std::size_t operator()(const Rest& r) const {
    return (std::hash<const void*>()(r.within) * 31 + static_cast<std::size_t>(r.done)) * 1000003 + r.behind;
  }
};

/// A letter (or edge) that can come next, and what is left behind it.
struct Next {
  const Syntax* letter = nullptr;
  std::uint32_t rest = 0;
  auto operator<=>(const Next&) const = default;
};

/// All that can come next, and the patterns that match already; each in order and once.
struct Ahead {
  std::vector<Next> next;
  std::vector<int> matched;
  auto operator<=>(const Ahead&) const = default;

  void join(const Ahead& other) {
    next.insert(next.end(), other.next.begin(), other.next.end());
    matched.insert(matched.end(), other.matched.begin(), other.matched.end());
  }
  void tidy() {
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    std::sort(matched.begin(), matched.end());
    matched.erase(std::unique(matched.begin(), matched.end()), matched.end());
  }
};

/// Unfolds patterns as far as they are asked for.
class Unfolder {
 public:
  explicit Unfolder(bool backward) : backward_(backward), rests_(1) {}

  void add(const SyntaxPtr& pattern) { patterns_.push_back(pattern); }

  Ahead start() {
    Ahead out;
    for (std::size_t i = 0; i < patterns_.size(); ++i) enter(*patterns_[i], rest({nullptr, static_cast<int>(i), 0}), out);
    entered_.clear();
    out.tidy();
    return out;
  }

  /// What lies ahead behind a letter. At an edge of the text whatever was ahead still is.
  Ahead behind(const Ahead& ahead, std::size_t place) {
    Ahead out;
    for (const auto& next : ahead.next)
      if (next.letter->letters->test(place)) out.join(behind(next.rest));
    out.tidy();
    if (place != letters::front && place != letters::back) return out;
    out.join(ahead);
    out.tidy();
    return out == ahead ? out : behind(out, place);
  }

 private:
  std::uint32_t rest(const Rest& r) {
    const auto [at, added] = numbers_.emplace(r, static_cast<std::uint32_t>(rests_.size()));
    if (added) rests_.push_back(r);
    return at->second;
  }

  /// Kept for each rest: many states go through it.
  const Ahead& behind(std::uint32_t number) {
    if (const auto known = behind_.find(number); known != behind_.end()) return known->second;
    Ahead out;
    resume(number, out);
    entered_.clear();
    out.tidy();
    return behind_.emplace(number, std::move(out)).first->second;
  }

  void resume(std::uint32_t number, Ahead& out) {
    const Rest r = rests_[number];
    if (!r.within) out.matched.push_back(r.done);
    else if (r.within->kind == Syntax::Kind::sequence) enter_sequence(*r.within, r.done, r.behind, out);
    else if (std::find(entered_.begin(), entered_.end(), number) == entered_.end()) {  // a repetition of nothing comes back here
      entered_.push_back(number);
      enter_repeat(*r.within, r.done, r.behind, out);
    }
  }

  void enter(const Syntax& s, std::uint32_t after, Ahead& out) {
    switch (s.kind) {
      case Syntax::Kind::letter:
      case Syntax::Kind::edge: out.next.push_back({&s, after}); break;
      case Syntax::Kind::sequence: enter_sequence(s, 0, after, out); break;
      case Syntax::Kind::alternatives:
        for (const auto& part : s.parts) enter(*part, after, out);
        break;
      case Syntax::Kind::repeat: enter_repeat(s, 0, after, out); break;
      case Syntax::Kind::capture: enter(*s.parts[0], after, out); break;
    }
  }

  void enter_sequence(const Syntax& s, int done, std::uint32_t after, Ahead& out) {
    const int count = static_cast<int>(s.parts.size());
    if (done == count) return resume(after, out);
    const auto& part = *s.parts[static_cast<std::size_t>(backward_ ? count - 1 - done : done)];
    enter(part, done + 1 == count ? after : rest({&s, done + 1, after}), out);
  }

  void enter_repeat(const Syntax& s, int done, std::uint32_t after, Ahead& out) {
    if (done >= s.least) resume(after, out);
    if (s.most >= 0 && done >= s.most) return;
    const int counted = s.most < 0 ? std::min(done + 1, s.least) : done + 1;
    enter(*s.parts[0], rest({&s, counted, after}), out);
  }

  bool backward_;
  std::vector<SyntaxPtr> patterns_;
  std::vector<Rest> rests_;
  std::unordered_map<Rest, std::uint32_t, HashOfRest> numbers_;
  std::unordered_map<std::uint32_t, Ahead> behind_;
  std::vector<std::uint32_t> entered_;  ///< repetitions of this unfolding
};

/// Where a letter leads. The place is written behind the state, and neither changes then.
struct Edge {
  std::atomic<std::uint32_t> place{0};  ///< one more than the letter's; 0 for none
  std::atomic<const Automaton::State*> to{nullptr};
};

/// Where the letters of a state lead: a table that readers look into while an edge is added to it; a larger one takes the
/// place of one that is half full. Its size, a power of two, stands before its edges, so that one pointer tells both.
struct Edges {
  explicit Edges(std::size_t size) : all(std::make_unique<Edge[]>(size + 1)) { all[0].place = static_cast<std::uint32_t>(size - 1); }

  static const Automaton::State* find(const Edge* table, std::size_t place) {
    const std::size_t last = table[0].place.load(std::memory_order_relaxed);
    for (std::size_t i = place;; ++i) {
      const Edge& edge = table[1 + (i & last)];
      const auto here = edge.place.load(std::memory_order_acquire);
      if (here == place + 1) return edge.to.load(std::memory_order_relaxed);
      if (here == 0) return nullptr;
    }
  }
  void add(std::size_t place, const Automaton::State* to) {
    std::size_t i = place;
    while (all[1 + (i & all[0].place)].place.load(std::memory_order_relaxed)) ++i;
    Edge& edge = all[1 + (i & all[0].place)];
    edge.to.store(to, std::memory_order_relaxed);
    edge.place.store(static_cast<std::uint32_t>(place) + 1, std::memory_order_release);
    ++used;
  }
  bool is_half_full() const { return used * 2 > all[0].place; }
  Edges larger() const {
    Edges out((all[0].place + std::size_t{1}) * 4);
    for (std::size_t i = 1; i <= all[0].place + std::size_t{1}; ++i)
      if (all[i].place) out.add(all[i].place - 1, all[i].to);
    return out;
  }

  std::unique_ptr<Edge[]> all;
  std::size_t used = 0;
};

}  // namespace

struct Automaton::State {
  explicit State(Ahead known) : ahead(std::move(known)) {}

  std::atomic<const Edge*> edges{nullptr};
  const Ahead ahead;
  std::vector<Edges> tables;  ///< the last is in use; who reads in an older one finds what was there

  const State* find(std::size_t place) const {
    const Edge* table = edges.load(std::memory_order_acquire);
    return table ? Edges::find(table, place) : nullptr;
  }
  void add(std::size_t place, const State* to) {
    if (tables.empty()) tables.emplace_back(4);
    else if (tables.back().is_half_full()) tables.push_back(tables.back().larger());
    tables.back().add(place, to);
    edges.store(tables.back().all.get(), std::memory_order_release);
  }
};

struct Automaton::Impl {
  explicit Impl(Direction direction) : back_edge(direction == Direction::backward ? letters::back : letters::front), front_edge(direction == Direction::backward ? letters::front : letters::back), unfolder(direction == Direction::backward) {}

  struct Earlier {
    using is_transparent = void;
    static const Ahead& ahead(const std::unique_ptr<State>& s) { return s->ahead; }
    static const Ahead& ahead(const Ahead& a) { return a; }
    bool operator()(const auto& a, const auto& b) const { return ahead(a) < ahead(b); }
  };

  const std::size_t back_edge, front_edge;  ///< the ends of the text in the back and in front of a walk
  std::mutex adding;
  Unfolder unfolder;
  std::set<std::unique_ptr<State>, Earlier> states;
  std::atomic<const State*> start{nullptr};
  const State *start_at_edge = nullptr, *nothing = nullptr;  ///< written before start; nothing can match in the last

  void begin() {
    const std::lock_guard lock(adding);
    if (start.load(std::memory_order_relaxed)) return;
    const Ahead plain = unfolder.start();
    start_at_edge = kept(unfolder.behind(plain, back_edge));
    nothing = kept({});
    start.store(kept(plain), std::memory_order_release);
  }

  State* kept(Ahead ahead) {
    const auto known = states.find(ahead);
    return (known != states.end() ? known : states.insert(std::make_unique<State>(std::move(ahead))).first)->get();
  }

  /// Where a letter leads. Beyond more states than texts have been seen to need the next is not kept but `own`, made
  /// again and again: slow, but no less linear.
  const State* make(const State& from, std::size_t place, std::unique_ptr<State>& own) {
    constexpr std::size_t most_states = 50000;
    const std::lock_guard lock(adding);
    Ahead ahead = unfolder.behind(from.ahead, place);
    const auto keeper = states.find(from.ahead);
    if (keeper == states.end() || (states.size() >= most_states && !states.contains(ahead))) return (own = std::make_unique<State>(std::move(ahead))).get();
    const State* to = kept(std::move(ahead));
    if (!from.find(place)) (*keeper)->add(place, to);
    return to;
  }
};

Automaton::Automaton(Direction direction) : impl_(std::make_unique<Impl>(direction)) {}
Automaton::Automaton(Automaton&&) noexcept = default;
Automaton& Automaton::operator=(Automaton&&) noexcept = default;
Automaton::~Automaton() = default;

void Automaton::add(const SyntaxPtr& pattern) { impl_->unfolder.add(pattern); }

namespace {

/// One reading of a text, letter by letter.
class Walk {
 public:
  /// `at_edge`: it begins at the end of the text that lies in its back.
  Walk(Automaton::Impl& impl, bool at_edge) : impl_(impl) {
    if (!impl_.start.load(std::memory_order_acquire)) impl_.begin();
    state_ = at_edge ? impl_.start_at_edge : impl_.start.load(std::memory_order_relaxed);
  }
  /// False where nothing can match any longer.
  bool step(std::size_t place) {
    const Automaton::State* known = state_->find(place);
    state_ = known ? known : impl_.make(*state_, place, own_);
    return state_ != impl_.nothing;
  }
  /// At the other end of the text: patterns that want it match now.
  void finish() { step(impl_.front_edge); }
  /// The patterns that match what was read, ascending.
  const std::vector<int>& matched() const { return state_->ahead.matched; }

 private:
  Automaton::Impl& impl_;
  const Automaton::State* state_;
  std::unique_ptr<Automaton::State> own_;  ///< beyond the states that are kept
};

std::size_t place_at(std::string_view letters, std::size_t at) { return letters::place_of(letters::decode(letters, at)); }

/// Reads on from `at` as long as anything can match; `seen` is told of each place where something does. Returns with
/// how many letters it was clear that nothing else does; npos where the text ended before.
template <class Seen>
std::size_t read_forward(Automaton::Impl& impl, std::string_view letters, std::size_t at, Seen seen) {
  Walk walk(impl, at == 0);
  std::size_t read = 0;
  while (true) {
    if (!walk.matched().empty()) seen(walk.matched(), at);
    if (at == letters.size()) break;
    ++read;
    if (!walk.step(place_at(letters, at))) return read;
    at = letters::next(letters, at);
  }
  walk.finish();
  if (!walk.matched().empty()) seen(walk.matched(), at);
  return std::string_view::npos;
}

}  // namespace

std::size_t Automaton::longest(std::string_view letters, std::size_t at) const {
  std::size_t end = std::string_view::npos;
  read_forward(*impl_, letters, at, [&](const auto&, std::size_t here) { end = here; });
  return end;
}

std::size_t Automaton::matches(std::string_view letters, std::size_t at, std::vector<Match>& out) const {
  out.clear();
  const std::size_t read = read_forward(*impl_, letters, at, [&](const std::vector<int>& matched, std::size_t here) {
    for (const int pattern : matched) {
      const auto known = std::find_if(out.begin(), out.end(), [&](const Match& m) { return m.pattern == pattern; });
      if (known != out.end()) known->end = here;
      else out.push_back({pattern, here});
    }
  });
  std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) { return a.pattern < b.pattern; });
  return read;
}

std::size_t Automaton::longest_before_end(std::string_view letters, std::size_t from) const {
  std::size_t begin = std::string_view::npos, at = letters.size();
  Walk walk(*impl_, true);
  while (true) {
    if (!walk.matched().empty()) begin = at;
    if (at <= from) break;
    at = letters::previous(letters, at);
    if (!walk.step(place_at(letters, at))) return begin;
  }
  if (at > 0) return begin;
  walk.finish();
  return walk.matched().empty() ? begin : at;
}

}  // namespace dateline
