// A web page as saved: what its head says of the article, and the article's text.
// Offers read_html. Tested by tests/read/html_document_test.cpp.
#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "base/ascii.h"
#include "read/article.h"
#include "read/encoding.h"
#include "read/formats.h"
#include "read/publication.h"

namespace dateline {
namespace {

using Page = std::vector<HtmlNode>;
using Names = std::span<const std::string_view>;

constexpr std::size_t long_body = 500;                 // bytes: a shorter articleBody is an abstract
constexpr std::size_t most_comparisons = 300'000'000;  // bytes times paragraphs: a page beyond is no article

constexpr std::array<std::string_view, 18> date_names{"article:published_time",
                                                      "og:article:published_time",
                                                      "og:published_time",
                                                      "og:pubdate",
                                                      "article:published",
                                                      "datepublished",
                                                      "date",
                                                      "pubdate",
                                                      "publish-date",
                                                      "publishdate",
                                                      "publish_date",
                                                      "publication_date",
                                                      "dc.date.issued",
                                                      "dcterms.issued",
                                                      "dc.date",
                                                      "dcterms.created",
                                                      "parsely-pub-date",
                                                      "sailthru.date"};
constexpr std::array<std::string_view, 2> title_names{"og:title", "twitter:title"};
constexpr std::array<std::string_view, 1> source_names{"og:site_name"};
constexpr std::array<std::string_view, 1> url_names{"og:url"};

bool is_meta(const HtmlNode& node, std::string_view name) {
  return node.tag == "meta" &&
         (ascii::lower(node.attribute("property")) == name || ascii::lower(node.attribute("name")) == name ||
          ascii::lower(node.attribute("itemprop")) == name);
}

// The content of the first of `names` that has one which is `good`.
template <class Test>
std::string meta_content(const Page& page, Names names, Test good) {
  for (std::string_view name : names)
    for (const HtmlNode& node : page)
      if (is_meta(node, name) && good(node.attribute("content"))) return collapse_blanks(node.attribute("content"));
  return "";
}

std::string meta_text(const Page& page, Names names) {
  return meta_content(page, names, [](std::string_view text) { return !is_blank(text); });
}

std::string text_of_first(const Page& page, std::string_view tag) {
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page[i].tag == tag) return inner_text(page, i);
  return "";
}

// "Leaders meet in Seoul | The Daily" without the site's name: what is behind the last bar or dash, if it is the
// shorter part.
std::string without_site(const std::string& title) {
  std::size_t at = std::string::npos;
  std::size_t length = 0;
  for (std::string_view separator : {" | ", " - ", " – ", " — "}) {
    const std::size_t found = title.rfind(separator);
    if (found == std::string::npos || (at != std::string::npos && found < at)) continue;
    at = found;
    length = separator.size();
  }
  const bool has_site = at != std::string::npos && title.size() - at - length < at;
  return has_site ? title.substr(0, at) : title;
}

std::string scalar(const Tree& tree, std::string_view key) {
  const Tree* value = tree.find(key);
  return value && value->is_scalar() ? value->scalar : "";
}

bool says_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

bool is_article(const Tree& tree) {
  const Tree* type = tree.find("@type");
  if (!type) return false;
  if (!type->is_list()) return says_article(type->scalar);
  return std::any_of(type->items.begin(), type->items.end(),
                     [](const Tree& item) { return says_article(item.scalar); });
}

using Test = std::function<bool(const Tree&)>;
using TextTest = std::function<bool(std::string_view)>;

// The first map that passes: this one, or within its lists and maps. Depth is bounded by parse_json.
const Tree* first_where(const Tree& tree, const Test& test) {
  if (tree.is_map() && test(tree)) return &tree;
  for (const Tree& item : tree.items)
    if (const Tree* found = first_where(item, test)) return found;
  for (const auto& [key, value] : tree.fields)
    if (const Tree* found = first_where(value, test)) return found;
  return nullptr;
}

// A page's JSON-LD is not the user's to mend: what cannot be read is passed over.
Tree linked_data(const Page& page) {
  Tree all = Tree::list();
  for (std::size_t i = 0; i + 1 < page.size(); ++i) {
    if (page[i].tag != "script" || ascii::lower(page[i].attribute("type")) != "application/ld+json" ||
        page[i].end == i + 1)
      continue;
    std::string json = page[i + 1].text;
    std::replace(json.begin(), json.end(), '\n', ' ');  // bare newlines within its texts are common
    std::replace(json.begin(), json.end(), '\t', ' ');
    try {
      all.add(parse_json(json, "JSON-LD"));
    } catch (const Error&) {
    }
  }
  return all;
}

Tree described_article(const Page& page, const TextTest& is_date) {
  const Tree all = linked_data(page);
  const auto is_dated = [&](const Tree& tree) { return is_date(scalar(tree, "datePublished")); };
  const Tree* found = first_where(all, [&](const Tree& tree) { return is_article(tree) && is_dated(tree); });
  if (!found) found = first_where(all, is_article);
  if (!found) found = first_where(all, is_dated);
  return found ? *found : Tree::map();
}

std::string publisher(const Tree& article) {
  const Tree* named = article.find("publisher");
  if (named && named->is_list() && !named->items.empty()) named = &named->items.front();
  return named ? scalar(*named, "name") : "";
}

std::string time_element(const Page& page, const TextTest& is_date) {
  for (const HtmlNode& node : page) {
    const bool says_publication = node.has("pubdate") || ascii::lower(node.attribute("itemprop")) == "datepublished";
    if (says_publication && is_date(node.attribute("datetime"))) return std::string(node.attribute("datetime"));
    if (says_publication && is_date(node.attribute("content"))) return std::string(node.attribute("content"));
  }
  return "";
}

std::string canonical_link(const Page& page) {
  for (const HtmlNode& node : page)
    if (node.tag == "link" && ascii::lower(node.attribute("rel")) == "canonical")
      return std::string(node.attribute("href"));
  return "";
}

// The first that is not empty.
std::string first_of(std::initializer_list<std::string> choices) {
  for (const std::string& choice : choices)
    if (!choice.empty()) return choice;
  return "";
}

std::string absolute(const std::string& url) { return url.find("://") == std::string::npos ? "" : url; }

// A few sites put markup, or entities, into articleBody.
std::string plain_body(const Tree& article, const std::string& file) {
  std::string body = scalar(article, "articleBody");
  if (body.find('<') == std::string::npos && body.find('&') == std::string::npos) return body;
  const Page page = parse_html(body, file);
  std::string paragraphs = find_article(page).text;
  return paragraphs.empty() ? inner_text(page, 0) : paragraphs;
}

std::string without_blanks(std::string text) {
  text = collapse_blanks(text);
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

// articleBody knows what belongs to the article, the page knows its paragraphs: the page's paragraphs that are in
// the body, if they make up most of it; else the body as it is.
std::string body_in_paragraphs(const std::string& body, const std::string& page_text) {
  const std::string packed = without_blanks(body);
  const auto lines = static_cast<std::size_t>(std::count(page_text.begin(), page_text.end(), '\n'));
  if (lines * packed.size() > most_comparisons) return body;
  std::string kept;
  std::size_t size = 0;
  for (std::size_t at = 0, end; (end = page_text.find('\n', at)) != std::string::npos; at = end + 1) {
    const std::string line = page_text.substr(at, end - at);
    const std::string packed_line = without_blanks(line);
    if (packed.find(packed_line) == std::string::npos) continue;
    kept += line + '\n';
    size += packed_line.size();
  }
  return size * 5 >= packed.size() * 4 ? kept : body;
}

std::string article_text(const Tree& described, const HtmlArticle& found, const std::string& file) {
  const std::string body = plain_body(described, file);
  return body.size() < long_body ? found.text : body_in_paragraphs(body, found.text);
}

}  // namespace

void read_html(const InputFile& file, const PublicationRules& rules, ReadResult& result) {
  const auto is_date = [&](std::string_view stated) { return parse_stated_date(stated, rules).has_value(); };
  std::string text = file.text;
  if (const std::size_t emptied = empty_overlong_tags(text))
    result.warnings.push_back(file.name +
                              ": tags with hundreds of attributes are read without them: " + std::to_string(emptied));
  const Page page = parse_html(text, file.name);
  const Tree described = described_article(page, is_date);
  const HtmlArticle found = find_article(page);
  Document document;
  document.id = file.id;
  document.title = first_of({meta_text(page, title_names), collapse_blanks(scalar(described, "headline")),
                             without_site(text_of_first(page, "title")), text_of_first(page, "h1")});
  document.source = first_of({meta_text(page, source_names), collapse_blanks(publisher(described))});
  document.url = first_of(
      {absolute(canonical_link(page)), absolute(meta_text(page, url_names)), absolute(scalar(described, "url"))});
  const auto state = [&](std::string_view date, PublishedBy by) {
    state_published(document, parse_stated_date(date, rules), by);
  };
  state(scalar(described, "datePublished"), PublishedBy::json_ld);
  state(meta_content(page, date_names, is_date), PublishedBy::meta_tag);
  state(first_of({time_element(page, is_date), found.time}), PublishedBy::time_element);
  document.text = article_text(described, found, file.name);
  if (!document.text.ends_with('\n')) document.text += '\n';
  blank_control_characters(document.text);  // an entity can be one
  find_published(document, found.byline, rules);
  add_document(std::move(document), file.name, result);
}

}  // namespace dateline
