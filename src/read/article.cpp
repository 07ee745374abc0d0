// Finds the article: its element where the page names one, else the smallest block that holds most of the prose.
// Prose is text outside of links. A block of links, or one around a form, with little prose is no part of it.
// Tested by tests/read/html_document_test.cpp.
#include "read/article.h"

#include <algorithm>
#include <functional>
#include <initializer_list>

#include "read/formats.h"

namespace dateline {
namespace {

using Page = std::vector<HtmlNode>;

constexpr std::size_t little_prose = 200;   // bytes: a box around a form or links has less
constexpr std::size_t least_article = 100;  // bytes: a named element with less is a teaser
constexpr std::size_t sure_article = 500;   // bytes: an <article> with as much is the article, whatever surrounds it
constexpr std::size_t long_line = 80;       // bytes: a line of a bare div with less is a label

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

bool is_junk_tag(std::string_view tag) {
  return is_one_of(tag,
                   {"nav",    "aside",  "footer",   "form",   "figure", "figcaption", "script",   "style", "noscript",
                    "button", "iframe", "template", "svg",    "math",   "select",     "textarea", "input", "label",
                    "video",  "audio",  "object",   "canvas", "dialog", "menu",       "head"});
}

bool is_junk_role(std::string_view role) {
  return is_one_of(
      role, {"navigation", "banner", "complementary", "contentinfo", "search", "form", "dialog", "alertdialog", "menu",
             "menubar", "toolbar", "button", "tablist", "tooltip", "img", "figure"});
}

bool is_invisible(const HtmlNode& node) {
  std::string style(node.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return node.has("hidden") || node.attribute("aria-hidden") == "true" ||
         style.find("display:none") != std::string::npos;
}

// A paragraph of its own. A table's row is one; its cells are words in it.
bool is_paragraph(std::string_view tag) {
  return is_one_of(tag, {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dt", "dd", "tr"});
}

bool is_block(std::string_view tag) {
  return is_paragraph(tag) ||
         is_one_of(tag, {"div",    "section", "article", "main",   "ul",     "ol",      "dl",      "table",
                         "tbody",  "header",  "body",    "html",   "center", "address", "details", "summary",
                         "figure", "aside",   "nav",     "footer", "form",   "hr",      "br"});
}

bool breaks_words(std::string_view tag) { return is_one_of(tag, {"td", "th", "img", "option"}); }

std::size_t visible_bytes(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t'; }));
}

/// What is known of each node's subtree, by index.
struct Layout {
  const Page& page;
  std::vector<bool> junk;                 // a menu, a form, something hidden, or within one
  std::vector<bool> in_link, in_heading;  // a heading below the first says nothing for or against a box of links
  std::vector<bool> cut;                  // a box of links or around a form
  std::vector<bool> has_form;
  std::vector<std::size_t> text, link, heading, prose;  // bytes; prose is without what is cut

  explicit Layout(const Page& page_)
      : page(page_),
        junk(page.size()),
        in_link(page.size()),
        in_heading(page.size()),
        cut(page.size()),
        has_form(page.size()),
        text(page.size()),
        link(page.size()),
        heading(page.size()),
        prose(page.size()) {
    mark_from_above();
    for (std::size_t i = page.size(); i-- > 1;) add_to_parent(i);
    for (std::size_t i = 1; i < page.size(); ++i) cut[i] = cut[i] || cut[page[i].parent];
  }

  bool is_left_out(std::size_t i) const { return junk[i] || cut[i]; }

 private:
  void mark_from_above() {
    for (std::size_t i = 1; i < page.size(); ++i) {
      const HtmlNode& node = page[i];
      junk[i] =
          junk[node.parent] || is_junk_tag(node.tag) || is_junk_role(node.attribute("role")) || is_invisible(node);
      in_link[i] = in_link[node.parent] || node.tag == "a";
      in_heading[i] = in_heading[node.parent] || is_one_of(node.tag, {"h2", "h3", "h4", "h5", "h6"});
    }
  }

  void add_to_parent(std::size_t i) {
    const std::size_t parent = page[i].parent;
    if (junk[i]) {
      has_form[parent] = has_form[parent] || page[i].tag == "form";
      return;
    }
    if (page[i].tag.empty()) measure(i);
    cut[i] = is_box(i);
    text[parent] += text[i];
    link[parent] += link[i];
    heading[parent] += heading[i];
    if (cut[i]) return;
    prose[parent] += prose[i];
    has_form[parent] = has_form[parent] || (has_form[i] && prose[i] < little_prose);
  }

  void measure(std::size_t i) {
    text[i] = visible_bytes(page[i].text);
    (in_link[i] ? link : prose)[i] = text[i];
    if (in_heading[i] && !in_link[i]) heading[i] = text[i];
  }

  bool is_box(std::size_t i) const {
    const bool can_be_one =
        (is_block(page[i].tag) || page[i].tag == "td") && !is_one_of(page[i].tag, {"body", "html", "article", "main"});
    return can_be_one && prose[i] < little_prose && (has_form[i] || link[i] * 2 > text[i] - heading[i]);
  }
};

using Test = std::function<bool(const HtmlNode&)>;

// The node with the most prose of those that pass; 0 where none does.
std::size_t richest(const Layout& layout, const Test& test) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < layout.page.size(); ++i)
    if (!layout.is_left_out(i) && test(layout.page[i]) && (best == 0 || layout.prose[i] > layout.prose[best])) best = i;
  return best;
}

// From the top down, as long as one child holds four fifths of the prose.
std::size_t densest_block(const Layout& layout) {
  std::size_t at = 0;
  for (std::size_t i = 1; i < layout.page[at].end;) {
    const bool holds_most = is_block(layout.page[i].tag) && !is_paragraph(layout.page[i].tag) &&
                            layout.prose[i] * 5 >= layout.prose[at] * 4;
    if (holds_most)
      at = i++;
    else
      i = layout.page[i].end;
  }
  return at;
}

bool is_main(const HtmlNode& node) { return node.tag == "main" || node.attribute("role") == "main"; }

std::size_t find_root(const Layout& layout) {
  const auto prose_of = [&](std::size_t i) { return i == 0 ? 0 : layout.prose[i]; };
  const std::size_t body =
      richest(layout, [](const HtmlNode& node) { return node.attribute("itemprop") == "articleBody"; });
  if (prose_of(body) >= least_article) return body;
  const std::size_t article = richest(layout, [](const HtmlNode& node) { return node.tag == "article"; });
  if (prose_of(article) >= sure_article || (article != 0 && layout.prose[article] * 5 >= layout.prose[0] * 2))
    return article;
  const std::size_t main = richest(layout, is_main);
  return prose_of(main) >= least_article ? main : densest_block(layout);
}

// The article or main element around it: bylines stand there.
std::size_t surroundings(const Page& page, std::size_t root) {
  for (std::size_t i = root; i != 0; i = page[i].parent)
    if (page[i].tag == "article" || is_main(page[i])) return i;
  return root;
}

/// Gathers lines: a block's begin and end each break the line.
class Lines {
 public:
  Lines(const Page& page, bool with_labels) : page_(page), with_labels_(with_labels) {}

  std::string text;

  void enter(std::size_t i) {
    close_until(i);
    const HtmlNode& node = page_[i];
    if (is_block(node.tag)) end_line();
    if (is_block(node.tag)) open_.push_back(i);
    line_ += breaks_words(node.tag) ? " " : node.text;
  }

  void close_until(std::size_t i) {
    while (!open_.empty() && page_[open_.back()].end <= i) {
      end_line();
      open_.pop_back();
    }
  }

 private:
  void end_line() {
    const std::string line = collapse_blanks(line_);
    line_.clear();
    const bool stands_alone = !open_.empty() && is_paragraph(page_[open_.back()].tag);
    if (!line.empty() && (with_labels_ || stands_alone || line.size() >= long_line || ends_sentence(line)))
      text += line + '\n';
  }

  const Page& page_;
  bool with_labels_;
  std::string line_;
  std::vector<std::size_t> open_;
};

std::string lines_of(const Layout& layout, std::size_t root, bool with_labels) {
  Lines lines(layout.page, with_labels);
  for (std::size_t i = root; i < layout.page[root].end;) {
    const bool is_header = layout.page[i].tag == "header" && i != root;
    const bool is_out = with_labels ? layout.junk[i] : layout.is_left_out(i) || is_header;
    if (is_out)
      lines.close_until(i);
    else
      lines.enter(i);
    i = is_out ? layout.page[i].end : i + 1;
  }
  lines.close_until(layout.page.size());
  return lines.text;
}

bool is_within_paragraph(const Page& page, std::size_t index) {
  for (std::size_t i = index; i != 0; i = page[i].parent)
    if (page[i].tag == "p" || page[i].tag == "li") return true;
  return false;
}

std::string time_beside(const Layout& layout, std::size_t root) {
  for (std::size_t i = root; i < layout.page[root].end; ++i) {
    const HtmlNode& node = layout.page[i];
    if (node.tag == "time" && node.has("datetime") && !layout.is_left_out(i) && !is_within_paragraph(layout.page, i))
      return std::string(node.attribute("datetime"));
  }
  return "";
}

}  // namespace

HtmlArticle find_article(const Page& page) {
  const Layout layout(page);
  const std::size_t root = find_root(layout);
  const std::size_t around = surroundings(page, root);
  return {lines_of(layout, root, false), lines_of(layout, around, true), time_beside(layout, around)};
}

}  // namespace dateline
