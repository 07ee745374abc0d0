// See entries.h.
#include "gazetteer/entries.h"

#include "base/ascii.h"
#include "dateline/time.h"

namespace dateline {

std::vector<std::string> name_tokens(std::string_view name) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && ascii::is_word_byte(name[end]) && name[end] != '\xE2') ++end;
    if (end == at) end += name[at] == '\xE2' ? 3 : 1;
    std::string token(name.substr(at, end - at));
    if (token == "’") token = "'";
    if (token != " ") out.push_back(std::move(token));
    at = end;
  }
  return out;
}

std::optional<date::local_days> day_from(const Tree* node) {
  if (!node) return std::nullopt;
  std::string text = node->text();
  if (text.size() == 4) text += "-01";
  if (text.size() == 7) text += "-01";
  const auto moment = parse_moment(text);
  if (!moment) node->fail("'" + node->text() + "' is no date", "write 2025-10-21, 2025-10 or 2025");
  return moment->day();
}

std::vector<std::string> texts_of(const Tree& node, const char* key) {
  const Tree* list = node.find(key);
  return list ? list->texts() : std::vector<std::string>{};
}

}  // namespace dateline
