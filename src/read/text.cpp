// Plain text and Markdown, both with or without front matter.
// Offers read_text and what the other formats share of it. Tested by tests/read/read_test.cpp.
#include <algorithm>

#include "read/encoding.h"
#include "read/formats.h"
#include "read/markdown_links.h"
#include "read/publication.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t shortest_wrapped = 50, longest_wrapped = 100;  // bytes of a line that was broken to fit

std::string_view line_from(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

std::string_view trim_right(std::string_view text) { return text.substr(0, text.find_last_not_of(" \t") + 1); }

// The newline at `at` stands within a paragraph: text before it, and after it a line that is not set off by an
// indent or a bullet.
bool is_inner_newline(std::string_view text, std::size_t at, std::size_t line_begin) {
  const std::string_view next = line_from(text, at + 1);
  return !is_blank(text.substr(line_begin, at - line_begin)) && !is_blank(next) &&
         std::string_view(" \t-*•#>").find(next[0]) == npos;
}

bool fits_wrapping(std::string_view line) { return line.size() >= shortest_wrapped && line.size() <= longest_wrapped; }

template <class Action>
void for_each_inner_newline(std::string_view text, Action action) {
  for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != npos; begin = end + 1)
    if (is_inner_newline(text, end, begin)) action(end, trim_right(text.substr(begin, end - begin)));
}

// Most newlines within paragraphs follow a line of the usual width, and not a sentence's end.
bool is_hard_wrapped(std::string_view text) {
  std::size_t lines = 0, wrapped = 0, sentences = 0;
  for_each_inner_newline(text, [&](std::size_t, std::string_view line) {
    ++lines;
    wrapped += fits_wrapping(line);
    sentences += ends_sentence(line);
  });
  return lines >= 2 && wrapped * 5 >= lines * 4 && sentences * 2 <= lines;
}

/// The YAML between two lines "---", after a newline so that its lines count as in the file; and where the text begins.
struct FrontMatter {
  std::string yaml;
  std::size_t text_begin = 0;
};

bool opens_front_matter(std::string_view text) { return trim_right(line_from(text, 0)) == "---"; }

std::optional<FrontMatter> find_front_matter(std::string_view text) {
  for (std::size_t at = line_from(text, 0).size() + 1; at < text.size();) {
    const std::string_view line = line_from(text, at);
    const std::size_t next = std::min(at + line.size() + 1, text.size());
    if (const auto mark = trim_right(line); mark == "---" || mark == "...") {
      const std::size_t first = line_from(text, 0).size();
      return FrontMatter{std::string(text.substr(first, at - first)), next};
    }
    at = next;
  }
  return {};
}

// Front matter is the site's own affair: only a slip of the pen is worth a word.
void warn_of_misspelt_keys(const Tree& fields, std::vector<std::string>& warnings) {
  const std::vector<std::string> known{"id", "title", "source", "url", "published", "date", "fetched"};
  for (const auto& [key, value] : fields.fields) {
    const std::string near = nearest(key, known);
    if (!near.empty() && near != key && !fields.find(near))
      warnings.push_back(
          one_line(Error(value.position(), "unknown key '" + key + "'", "did you mean '" + near + "'?")));
  }
}

void take_front_matter(const InputFile& file, const FrontMatter& front, const PublicationRules& rules,
                       Document& document, ReadResult& result) {
  const Tree fields = parse_yaml(front.yaml, file.name);
  if (fields.is_null()) return;
  if (!fields.is_map())
    fields.fail("front matter is not 'key: value' lines", "write 'published: 2025-10-23' and the like");
  warn_of_misspelt_keys(fields, result.warnings);
  take_citation(fields, PublishedBy::front_matter, rules, document, result.warnings);
}

bool is_markdown(std::string_view name) {
  return name.ends_with(".md") || name.ends_with(".markdown") || name.ends_with(".MD");
}

// "# Summit in Seoul": the first heading of a Markdown text names it, where nothing else does.
std::string first_heading(std::string_view text) {
  const std::size_t begin = text.find_first_not_of('\n');
  if (begin == npos || !text.substr(begin).starts_with("# ")) return "";
  return std::string(trim_right(line_from(text, begin + 2)));
}

std::optional<Moment> read_date(const Tree& value, const PublicationRules& rules, std::vector<std::string>& warnings) {
  const auto date = parse_stated_date(value.text(), rules);
  if (!date)
    warnings.push_back(one_line(
        Error(value.position(), "'" + value.text() + "' is no date", "write 2025-10-23 or 2025-10-23T09:00:00Z")));
  return date;
}

void take_url(const Tree& value, Document& document, std::vector<std::string>& warnings) {
  if (value.text().find("://") != npos)
    document.url = value.text();
  else if (!value.text().empty())
    warnings.push_back(
        one_line(Error(value.position(), "'" + value.text() + "' is no absolute url", "write it with https://")));
}

const Tree* stated(const Tree& fields, std::string_view key) {
  const Tree* value = fields.find(key);
  return value && !value->is_null() ? value : nullptr;
}

}  // namespace

void take_citation(const Tree& fields, PublishedBy how, const PublicationRules& rules, Document& document,
                   std::vector<std::string>& warnings) {
  document.id = fields.text_or("id", document.id);
  document.source = fields.text_or("source", document.source);
  document.title = fields.text_or("title", document.title);
  for (std::string* text : {&document.id, &document.source, &document.title})
    std::replace(text->begin(), text->end(), '\n', ' ');
  if (const Tree* url = stated(fields, "url")) take_url(*url, document, warnings);
  const Tree* date = stated(fields, "published");
  if (!date) date = stated(fields, "date");
  if (date) state_published(document, read_date(*date, rules, warnings), how);
  if (const Tree* fetched = stated(fields, "fetched")) document.fetched = read_date(*fetched, rules, warnings);
}

std::string paragraphs(std::string text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
  if (!is_hard_wrapped(text)) return text;
  std::vector<std::size_t> joined;
  for_each_inner_newline(text, [&](std::size_t at, std::string_view line) {
    if (line.size() >= shortest_wrapped) joined.push_back(at);
  });
  for (std::size_t at : joined) text[at] = ' ';
  return text;
}

bool ends_sentence(std::string_view line) {
  return !line.empty() && (std::string_view(".!?\"").find(line.back()) != npos || line.ends_with("”"));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == npos; }

void add_document(Document document, const std::string& where, ReadResult& result) {
  if (is_blank(document.text))
    result.warnings.push_back(where + ": there is no text in it; left out");
  else
    result.documents.push_back(std::move(document));
}

std::string one_line(const std::exception& error) {
  const std::string text = error.what();
  return text.substr(0, text.find('\n'));
}

void read_text(const InputFile& file, const PublicationRules& rules, ReadResult& result) {
  Document document;
  document.id = file.id;
  std::string text = file.text;
  const bool has_front_matter = opens_front_matter(file.text);
  if (const auto front = has_front_matter ? find_front_matter(file.text) : std::nullopt) {
    take_front_matter(file, *front, rules, document, result);
    text.erase(0, front->text_begin);
  } else if (has_front_matter) {
    result.warnings.push_back(file.name + ":1: the front matter is not closed; put a line '---' after it");
  }
  if (is_markdown(file.name)) text = without_link_targets(text);
  if (document.title.empty()) document.title = first_heading(text);
  document.text = paragraphs(std::move(text));
  add_document(std::move(document), file.name, result);
}

}  // namespace dateline
