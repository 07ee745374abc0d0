// Asks ICU what a code point is. See letters.h.
#include "base/letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

namespace dateline::utf8 {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

/// Calls `see` with each code point; stops where it is false.
template <class See>
bool all_of(std::string_view text, See see) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!see(c.value)) return false;
    at += c.size;
  }
  return true;
}

void append(std::string& out, char32_t c) {
  char bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, size);
}

/// What is not UTF-8 stays as it is.
template <class Change>
std::string changed(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const char32_t now = change(c.value);
    if (now == c.value)
      out += text.substr(at, c.size);
    else
      append(out, now);
    at += c.size;
  }
  return out;
}

bool is_ascii(std::string_view text) { return std::none_of(text.begin(), text.end(), ascii::is_beyond); }

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (!ascii::is_beyond(text[at])) return {static_cast<char32_t>(text[at]), 1};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
  std::int32_t size = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, size, length, c);
  return {static_cast<char32_t>(c), static_cast<std::size_t>(size)};
}

bool is_letter(char32_t c) { return u_isalpha(icu(c)); }
bool is_capital(char32_t c) { return u_isupper(icu(c)) || u_istitle(icu(c)); }
bool is_lower(char32_t c) { return u_islower(icu(c)); }
bool is_digit(char32_t c) { return u_isdigit(icu(c)); }
bool is_blank(char32_t c) { return u_isUWhiteSpace(icu(c)); }
bool is_sign(char32_t c) {
  constexpr std::uint32_t signs = U_GC_P_MASK | U_GC_SM_MASK | U_GC_SC_MASK | U_GC_SO_MASK;
  return (U_MASK(u_charType(icu(c))) & signs) != 0;
}

std::size_t first_invalid_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == 0xFFFD && text.substr(at, c.size) != "\xEF\xBF\xBD") return at;
    at += c.size;
  }
  return std::string_view::npos;
}

bool beyond_ascii::begins_with_capital(std::string_view word) { return is_capital(code_point_at(word, 0).value); }
bool beyond_ascii::begins_in_lower_case(std::string_view word) { return is_lower(code_point_at(word, 0).value); }

bool has_lower_case(std::string_view text) {
  return !all_of(text, [](char32_t c) { return !is_lower(c); });
}

bool is_all_capitals(std::string_view word) {
  return !word.empty() && code_point_at(word, 0).size < word.size() &&
         all_of(word, [](char32_t c) { return is_capital(c) || is_digit(c); });
}

bool is_one_letter(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint first = code_point_at(word, 0);
  return first.size == word.size() && is_letter(first.value);
}

std::string lower(std::string_view text) {
  if (is_ascii(text)) return ascii::lower(text);
  return changed(text, [](char32_t c) { return static_cast<char32_t>(u_tolower(icu(c))); });
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return "";
  const std::size_t size = code_point_at(text, 0).size;
  const auto as_capital = [](char32_t c) { return static_cast<char32_t>(u_totitle(icu(c))); };
  return changed(text.substr(0, size), as_capital) + std::string(text.substr(size));
}

std::string letters_and_digits(std::string_view text) {
  std::string out;
  all_of(text, [&](char32_t c) {
    if (is_letter(c) || is_digit(c)) append(out, static_cast<char32_t>(u_tolower(icu(c))));
    return true;
  });
  return out;
}

std::string with_ascii_digits(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return changed(text,
                 [](char32_t c) { return is_digit(c) ? U'0' + static_cast<char32_t>(u_charDigitValue(icu(c))) : c; });
}

}  // namespace dateline::utf8
