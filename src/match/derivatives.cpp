// Unfolds the trees of patterns. See derivatives.h.
#include "match/derivatives.h"

#include <algorithm>

namespace dateline {
namespace {

std::size_t joined(std::size_t hash, std::size_t more) { return (hash ^ more) * 0x9E3779B97F4A7C15u; }

}  // namespace

void NfaState::join(const NfaState& other) {
  next.insert(next.end(), other.next.begin(), other.next.end());
  matched.insert(matched.end(), other.matched.begin(), other.matched.end());
}

void NfaState::tidy() {
  std::sort(next.begin(), next.end());
  next.erase(std::unique(next.begin(), next.end()), next.end());
  std::sort(matched.begin(), matched.end());
  matched.erase(std::unique(matched.begin(), matched.end()), matched.end());
}

std::size_t HashOfState::operator()(const NfaState& ahead) const {
  std::size_t hash = ahead.matched.size();
  for (const int pattern : ahead.matched) hash = joined(hash, static_cast<std::size_t>(pattern));
  for (const auto& next : ahead.next) hash = joined(joined(hash, std::hash<const void*>()(next.letter)), next.rest);
  return hash ^ hash >> 32;
}

std::size_t Derivatives::HashOfRest::operator()(const Rest& r) const {
  const std::size_t hash =
      joined(joined(std::hash<const void*>()(r.within), static_cast<std::size_t>(r.done)), r.behind);
  return hash ^ hash >> 32;
}

Derivatives::Derivatives(bool backward) : backward_(backward), rests_(1) {}

void Derivatives::add(const SyntaxPtr& pattern) { patterns_.push_back(pattern); }

NfaState Derivatives::start() {
  NfaState out;
  for (std::size_t i = 0; i < patterns_.size(); ++i) enter(*patterns_[i], rest({nullptr, static_cast<int>(i), 0}), out);
  entered_.clear();
  out.tidy();
  return out;
}

NfaState Derivatives::behind(const NfaState& ahead, std::size_t letter) {
  NfaState out;
  const Syntax* asked = nullptr;  // a word list stands in many patterns, side by side
  for (bool can_be = false; const auto& next : ahead.next) {
    if (next.letter != asked) can_be = (asked = next.letter)->letters.test(letter);
    if (can_be) out.join(behind(next.rest));
  }
  out.tidy();
  if (letter != letters::front && letter != letters::back) return out;
  out.join(ahead);
  out.tidy();
  return out == ahead ? out : behind(out, letter);
}

std::uint32_t Derivatives::rest(const Rest& r) {
  const auto [at, added] = numbers_.emplace(r, static_cast<std::uint32_t>(rests_.size()));
  if (added) rests_.push_back(r);
  return at->second;
}

const NfaState& Derivatives::behind(std::uint32_t number) {
  if (const auto known = behind_.find(number); known != behind_.end()) return known->second;
  NfaState out;
  resume(number, out);
  entered_.clear();
  out.tidy();
  return behind_.emplace(number, std::move(out)).first->second;
}

void Derivatives::resume(std::uint32_t number, NfaState& out) {
  const Rest r = rests_[number];
  if (!r.within)
    out.matched.push_back(r.done);
  else if (r.within->kind == Syntax::Kind::sequence)
    enter_sequence(*r.within, r.done, r.behind, out);
  else if (std::find(entered_.begin(), entered_.end(), number) ==
           entered_.end()) {  // a repetition of nothing comes back here
    entered_.push_back(number);
    enter_repeat(*r.within, r.done, r.behind, out);
  }
}

void Derivatives::enter(const Syntax& s, std::uint32_t after, NfaState& out) {
  switch (s.kind) {
    case Syntax::Kind::letter:
    case Syntax::Kind::edge:
      out.next.push_back({&s, after});
      break;
    case Syntax::Kind::sequence:
      enter_sequence(s, 0, after, out);
      break;
    case Syntax::Kind::alternatives:
      for (const auto& part : s.parts) enter(*part, after, out);
      break;
    case Syntax::Kind::repeat:
      enter_repeat(s, 0, after, out);
      break;
    case Syntax::Kind::capture:
      enter(*s.parts[0], after, out);
      break;
  }
}

void Derivatives::enter_sequence(const Syntax& s, int done, std::uint32_t after, NfaState& out) {
  const int count = static_cast<int>(s.parts.size());
  if (done == count) return resume(after, out);
  const auto& part = *s.parts[static_cast<std::size_t>(backward_ ? count - 1 - done : done)];
  enter(part, done + 1 == count ? after : rest({&s, done + 1, after}), out);
}

void Derivatives::enter_repeat(const Syntax& s, int done, std::uint32_t after, NfaState& out) {
  if (done >= s.least) resume(after, out);
  if (s.most >= 0 && done >= s.most) return;
  const int counted = s.most < 0 ? std::min(done + 1, s.least) : done + 1;
  enter(*s.parts[0], rest({&s, counted, after}), out);
}

}  // namespace dateline
