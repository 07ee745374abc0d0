// Bullets and footnotes of the briefing. See markdown_notes.h.
#include "write/markdown_notes.h"

#include "base/plain_text.h"
#include "claims/standing.h"
#include "time/when_words.h"
#include "write/markdown_text.h"

namespace dateline {
namespace {

std::string describe(const Citation& d) {
  const std::string title = markdown_text(d.title);
  const std::string address = web_address(d.url);
  return markdown_text(publisher(d)) + (title.empty() ? "" : ", “" + title + "”") +
         (d.published ? ", " + day_in_words(d.published->day()) : ", date unknown") +
         (address.empty() ? "" : ", <" + address + '>') + '.';
}

}  // namespace

std::string bullet(const std::string& text) { return wrapped("- " + text, 2) + '\n'; }

std::string Footnotes::refer(const std::vector<Citation>& documents) {
  std::string out;
  for (const Citation& document : documents) out += "[^" + std::to_string(number_of(document)) + ']';
  return out;
}

std::string Footnotes::definitions() const {
  std::string out;
  for (std::size_t i = 0; i < cited_.size(); ++i)
    out += "\n" + wrapped("[^" + std::to_string(i + 1) + "]: " + describe(cited_[i]), 4) + "\n";
  return out;
}

std::size_t Footnotes::number_of(const Citation& document) {
  const auto [entry, is_new] = numbers_.try_emplace(document.id, cited_.size() + 1);
  if (is_new) cited_.push_back(document);
  return entry->second;
}

}  // namespace dateline
