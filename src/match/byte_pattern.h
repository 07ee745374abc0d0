// Patterns over bytes: RE2 itself, for what is read before there are words. Patterns over words are those of pattern.h.
// Offers BytePattern; keeps RE2 in byte_pattern.cpp. Tested by tests/match/byte_pattern_test.cpp.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace dateline {

/// Where a pattern was found: the bytes [begin, end) of the text, and what its groups captured, by their number less
/// one. A group that took no part in the match has no data().
struct ByteMatch {
  static constexpr std::size_t most_groups = 15;
  std::size_t begin = 0, end = 0;
  std::array<std::string_view, most_groups> groups{};
};

/// A regular expression in the syntax of RE2, over UTF-8. Immutable; may be shared between threads.
class BytePattern {
 public:
  /// Throws std::invalid_argument with RE2's word for what is wrong: "missing )".
  explicit BytePattern(const std::string& expression);

  /// The names of the groups, by their number less one; empty for one without a name.
  const std::vector<std::string>& groups() const { return groups_; }
  /// The first match that begins at byte `from` or later. `text` must outlive the result.
  std::optional<ByteMatch> find(std::string_view text, std::size_t from = 0) const;
  /// The match that takes the whole text.
  std::optional<ByteMatch> find_whole(std::string_view text) const;

  /// The expression that matches just this text.
  static std::string quoted(std::string_view text);

 private:
  std::optional<ByteMatch> match(std::string_view text, std::size_t from, bool whole) const;

  std::shared_ptr<const re2::RE2> expression_;
  std::vector<std::string> groups_;
};

}  // namespace dateline
