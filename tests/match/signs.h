// A text of ASCII signs as the letters that patterns are matched against.
#pragma once

#include "match/alphabet.h"

inline std::u16string letters_of(std::string_view signs) {
  std::u16string out;
  for (const char sign : signs) out += dateline::letters::sign(static_cast<unsigned char>(sign));
  return out;
}
