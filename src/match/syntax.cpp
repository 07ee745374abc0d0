// The trees of patterns. See syntax.h.
#include "match/syntax.h"

#include <algorithm>

namespace dateline {
namespace {

using Kind = Syntax::Kind;

SyntaxPtr made(Kind kind, std::vector<SyntaxPtr> parts, int least = 0, int most = 0, std::size_t number = 0) {
  return std::make_shared<const Syntax>(Syntax{kind, {}, std::move(parts), least, most, number, nullptr});
}

SyntaxPtr of_letters(Kind kind, PlaceLetters letters) {
  return std::make_shared<const Syntax>(Syntax{kind, std::move(letters), {}, 0, 0, 0, nullptr});
}

/// Adds what a match begins with; true where it can be empty.
bool add_first(const Syntax& s, LetterSet& out) {
  if (s.first && !s.first->all()) {
    out |= *s.first;
    return false;
  }
  const auto adds = [&](const SyntaxPtr& part) { return add_first(*part, out); };
  switch (s.kind) {
    case Kind::letter:
      s.letters.add_to(out);
      return false;
    case Kind::sequence:
      return std::all_of(s.parts.begin(), s.parts.end(), adds);  // stops behind the first that is not empty
    case Kind::alternatives:
      return std::count_if(s.parts.begin(), s.parts.end(), adds) > 0;
    case Kind::repeat:
      return adds(s.parts[0]) || s.least == 0;
    case Kind::capture:
      return adds(s.parts[0]);
    case Kind::edge:
      return true;
  }
  return true;
}

}  // namespace

PlaceLetters::PlaceLetters(const std::vector<letters::Letter>& all) {
  if (all.size() <= few_.size()) {
    std::copy(all.begin(), all.end(), few_.begin());
    count_ = static_cast<std::uint16_t>(all.size());
    return;
  }
  auto many = std::make_shared<LetterSet>();
  for (const auto letter : all) many->set(letter);
  many_ = std::move(many);
}

PlaceLetters::PlaceLetters(const LetterSet& all) : many_(std::make_shared<const LetterSet>(all)) {}

void PlaceLetters::add_to(LetterSet& out) const {
  if (many_) out |= *many_;
  for (std::size_t i = 0; i < count_; ++i) out.set(few_[i]);
}

SyntaxPtr one_letter(PlaceLetters letters) { return of_letters(Kind::letter, std::move(letters)); }
SyntaxPtr one_sign(char32_t sign) { return one_letter(PlaceLetters(std::vector{letters::sign(sign)})); }
SyntaxPtr sequence(std::vector<SyntaxPtr> parts) {
  return parts.size() == 1 ? parts[0] : made(Kind::sequence, std::move(parts));
}
SyntaxPtr alternatives(std::vector<SyntaxPtr> parts) {
  return parts.size() == 1 ? parts[0] : made(Kind::alternatives, std::move(parts));
}
SyntaxPtr repeat(SyntaxPtr part, int least, int most) { return made(Kind::repeat, {std::move(part)}, least, most); }
SyntaxPtr capture(SyntaxPtr part, std::size_t number) { return made(Kind::capture, {std::move(part)}, 0, 0, number); }
SyntaxPtr edge(std::size_t front_or_back) {
  return of_letters(Kind::edge, PlaceLetters(std::vector{static_cast<letters::Letter>(front_or_back)}));
}

namespace {

SyntaxPtr perhaps_space() { return repeat(one_sign(U' '), 0, 1); }

}  // namespace

SyntaxPtr right_before(SyntaxPtr s) { return sequence({std::move(s), perhaps_space(), edge(letters::back)}); }
SyntaxPtr right_behind(SyntaxPtr s) { return sequence({edge(letters::front), perhaps_space(), std::move(s)}); }

SyntaxPtr with_first_letters(const SyntaxPtr& s) {
  Syntax out = *s;
  out.first = std::make_shared<const LetterSet>(first_letters(*s));
  return std::make_shared<const Syntax>(std::move(out));
}

LetterSet first_letters(const Syntax& s) {
  LetterSet out;
  return add_first(s, out) ? out.set() : out;
}

}  // namespace dateline
