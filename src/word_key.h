// A word as two machine words, so that it is folded, hashed and compared without going through its letters.
// Used by lexicon. Tested by tests/lexicon_test.cpp.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline {

enum class Shape { lower, capital, upper };  ///< "may", "May", "MAY"

/// A word of 1 to 16 bytes in lower-case ASCII; other bytes stay as they are. Two words have one key exactly where they
/// are equal so.
struct WordKey {
  static constexpr std::size_t longest = 16;
  std::uint64_t head = 0, tail = 0;  ///< the first and the last eight bytes, which may overlap; shorter words are repeated
  std::uint32_t size = 0;
  bool operator==(const WordKey&) const = default;
  std::size_t hash() const {
    const std::uint64_t mixed = (head ^ (tail * 0x9E3779B97F4A7C15u) ^ size) * 0xD6E8FEB86659FD93u;
    return static_cast<std::size_t>(mixed ^ (mixed >> 32));
  }
};

namespace word_key {

template <class Number>
std::uint64_t read(const char* at) {
  Number n;
  std::memcpy(&n, at, sizeof n);
  return n;
}

/// The top bit of each byte that is from `low` to `high`, both ASCII.
constexpr std::uint64_t within(std::uint64_t bytes, char low, char high) {
  constexpr std::uint64_t each = 0x0101010101010101u, top = each * 0x80;
  const std::uint64_t seven = bytes & ~top;
  const std::uint64_t from_low = seven + each * static_cast<std::uint64_t>(0x80 - low), above_high = seven + each * static_cast<std::uint64_t>(0x7F - high);
  return (from_low ^ above_high) & ~bytes & top;
}

constexpr std::uint64_t folded(std::uint64_t bytes) { return bytes | within(bytes, 'A', 'Z') >> 2; }

}  // namespace word_key

struct ShapedWord {
  WordKey key;
  bool all_upper = false;  ///< capitals and digits only
};

/// `word` has 1 to 16 bytes.
inline ShapedWord shaped(std::string_view word) {
  using namespace word_key;
  const char* w = word.data();
  const std::size_t n = word.size();
  std::uint64_t head = 0, tail = 0;
  if (n >= 8) head = read<std::uint64_t>(w), tail = read<std::uint64_t>(w + n - 8);
  else if (n >= 4) head = tail = read<std::uint32_t>(w) | read<std::uint32_t>(w + n - 4) << 32;
  else head = tail = read<unsigned char>(w) * 0x0101010101010000u | read<unsigned char>(w + n / 2) << 8 | read<unsigned char>(w + n - 1);
  const auto upper = [](std::uint64_t bytes) { return (within(bytes, 'A', 'Z') | within(bytes, '0', '9')) == 0x8080808080808080u; };
  return {{folded(head), folded(tail), static_cast<std::uint32_t>(n)}, upper(head) && upper(tail)};
}

}  // namespace dateline
