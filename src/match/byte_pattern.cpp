// The one file of the library that knows RE2. See byte_pattern.h.
#include "match/byte_pattern.h"

#include <re2/re2.h>

#include <stdexcept>

namespace dateline {
namespace {

using re2::StringPiece;

constexpr std::size_t longest_excerpt = 20;  // bytes: RE2 may quote the whole expression

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

/// "missing )", "bad repetition operator: **".
std::string in_words(const RE2& expression) {
  const std::string& error = expression.error();
  const std::string& excerpt = expression.error_arg();
  const bool ends_with_excerpt = !excerpt.empty() && error.size() > excerpt.size() + 2 && error.ends_with(excerpt);
  return excerpt.size() > longest_excerpt || expression.pattern() == excerpt
             ? error.substr(0, ends_with_excerpt ? error.size() - excerpt.size() - 2 : error.size())
             : error;
}

std::string_view view_of(const StringPiece& piece) { return {piece.data(), piece.size()}; }

}  // namespace

BytePattern::BytePattern(const std::string& expression) : expression_(std::make_shared<RE2>(expression, quiet())) {
  if (!expression_->ok()) throw std::invalid_argument(in_words(*expression_));
  groups_.resize(static_cast<std::size_t>(expression_->NumberOfCapturingGroups()));
  if (groups_.size() > ByteMatch::most_groups)
    throw std::invalid_argument("more than " + std::to_string(ByteMatch::most_groups) + " groups");
  for (const auto& [number, name] : expression_->CapturingGroupNames())
    groups_[static_cast<std::size_t>(number) - 1] = name;
}

std::optional<ByteMatch> BytePattern::match(std::string_view text, std::size_t from, bool whole) const {
  std::array<StringPiece, ByteMatch::most_groups + 1> found;
  const StringPiece in(text.data(), text.size());
  if (from > text.size() || !expression_->Match(in, from, text.size(), whole ? RE2::ANCHOR_BOTH : RE2::UNANCHORED,
                                                found.data(), static_cast<int>(groups_.size()) + 1))
    return std::nullopt;
  ByteMatch out;
  out.begin = static_cast<std::size_t>(found[0].data() - text.data());
  out.end = out.begin + found[0].size();
  for (std::size_t i = 0; i < groups_.size(); ++i) out.groups[i] = view_of(found[i + 1]);
  return out;
}

std::optional<ByteMatch> BytePattern::find(std::string_view text, std::size_t from) const {
  return match(text, from, false);
}

std::optional<ByteMatch> BytePattern::find_whole(std::string_view text) const { return match(text, 0, true); }

std::string BytePattern::quoted(std::string_view text) { return RE2::QuoteMeta(StringPiece(text.data(), text.size())); }

}  // namespace dateline
