// A word as two machine words, so that it is found, folded, hashed and compared without going through its letters.
// Used by lex and lexicon. Tested by tests/match/lexicon_test.cpp and tests/lex/lex_test.cpp.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/ascii.h"

namespace dateline {

enum class Shape { lower, capital, upper };  ///< "may", "May", "MAY"

/// A word of 1 to 16 bytes in lower-case ASCII, zeros behind it; other bytes stay as they are.
struct WordKey {
  static constexpr std::size_t longest = 16;
  std::uint64_t head = 0, tail = 0;
  bool operator==(const WordKey&) const = default;
  std::size_t hash() const {
    const std::uint64_t mixed = (head ^ std::rotl(tail * 0x9E3779B97F4A7C15u, 31)) * 0xD6E8FEB86659FD93u;
    return static_cast<std::size_t>(mixed >> 32);
  }
};

/// Eight bytes at a time. A flag is the top bit of a byte.
namespace eight {

inline constexpr std::uint64_t each = 0x0101010101010101u, flags = each * 0x80;

inline std::uint64_t read(const char* at) {
  std::uint64_t bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}
/// Flags the bytes from `low` to `high`, both ASCII.
constexpr std::uint64_t within(std::uint64_t bytes, char low, char high) {
  const std::uint64_t seven = bytes & ~flags;
  const std::uint64_t from_low = seven + each * static_cast<std::uint64_t>(0x80 - low),
                      above_high = seven + each * static_cast<std::uint64_t>(0x7F - high);
  return (from_low ^ above_high) & ~bytes & flags;
}
constexpr std::uint64_t folded(std::uint64_t bytes) { return bytes | within(bytes, 'A', 'Z') >> 2; }
/// The first `count` bytes, 0 to 8; zeros behind.
constexpr std::uint64_t first(std::uint64_t bytes, std::size_t count) {
  return count >= 8 ? bytes : bytes & ((std::uint64_t{1} << (8 * count)) - 1);
}

}  // namespace eight

/// How many ASCII letters and digits `text` begins with.
inline std::size_t ascii_word(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t bytes = eight::read(text.data() + at);
    const std::uint64_t others =
        (eight::within(eight::folded(bytes), 'a', 'z') | eight::within(bytes, '0', '9')) ^ eight::flags;
    if (others) return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
  }
  while (at < text.size() && ascii::is_letter_or_digit(text[at])) ++at;
  return at;
}

struct ShapedWord {
  WordKey key;
  bool all_upper = false;        ///< capitals of ASCII and digits only
  bool is_beyond_ascii = false;  ///< the key is that of the word only if it is in lower case
};

/// The first `size` bytes of `text`, 1 to 16. It is quicker where the text goes on behind them.
inline ShapedWord shaped(std::string_view text, std::size_t size) {
  char copy[WordKey::longest] = {};
  const char* bytes = text.data();
  if (text.size() < WordKey::longest) bytes = static_cast<const char*>(std::memcpy(copy, text.data(), size));
  const std::uint64_t head = eight::first(eight::read(bytes), size),
                      tail = size > 8 ? eight::first(eight::read(bytes + 8), size - 8) : 0;
  const auto lower = [](std::uint64_t eight_bytes) {
    return eight::within(eight_bytes, 'A', 'Z') | eight::within(eight_bytes, '0', '9') |
           eight::within(eight_bytes, 0, 0);
  };
  return {{eight::folded(head), eight::folded(tail)},
          (lower(head) & lower(tail)) == eight::flags,
          ((head | tail) & eight::flags) != 0};
}

}  // namespace dateline
