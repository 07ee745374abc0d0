// Gumbo's tree, laid out flat. Gumbo frees its tree by recursion and takes quadratic time where tags nest deeply:
// so it allocates from an arena that is dropped whole, and pages that nest beyond reason are refused before.
// Tested by tests/read/html_document_test.cpp.
#include "read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <memory_resource>

#include "base/ascii.h"
#include "dateline/error.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string::npos;
constexpr std::size_t most_attribute_signs = 1000;  // in one tag: some four hundred attributes
constexpr int deepest = 5000;                       // open tags; real pages stay below a hundred

void* allocate(void* arena, std::size_t size) {
  return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size);
}
void keep(void*, void*) {}

// Tags that need no end tag do not nest.
bool nests(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN:
      return false;
    default:
      return true;
  }
}

bool is_raw(GumboTag tag) { return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE; }

// The end of the tag that begins at `at`: its '>', beyond those within quotes.
std::size_t tag_end(const std::string& text, std::size_t at) {
  while ((at = text.find_first_of(">\"'", at)) != npos && text[at] != '>')
    if ((at = text.find(text[at], at + 1)) != npos) ++at;
  return std::min(at, text.size());
}

std::size_t name_end(const std::string& text, std::size_t at) {
  while (at < text.size() && ascii::is_letter_or_digit(text[at])) ++at;
  return at;
}

/// How many signs part attributes (blanks, equal signs, slashes) from `at` on, and where the tag ends.
struct Attributes {
  std::size_t signs = 0;
  std::size_t end = 0;
};

Attributes attributes_from(const std::string& text, std::size_t at) {
  Attributes out;
  for (char before = ' '; at < text.size() && text[at] != '>'; before = text[at++]) {
    const bool opens_value = before == '=' && (text[at] == '"' || text[at] == '\'');
    if (opens_value) at = std::min(text.find(text[at], at + 1), text.size() - 1);
    out.signs +=
        opens_value || text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '=' || text[at] == '/';
  }
  out.end = at;
  return out;
}

// An estimate from the bare tags; those in comments, quotes and scripts do not count.
bool nests_beyond_reason(const std::string& text) {
  int depth = 0;
  GumboTag raw = GUMBO_TAG_UNKNOWN;  // the script or style that is open
  for (std::size_t at = text.find('<'); at != npos && depth <= deepest; at = text.find('<', at)) {
    if (text.compare(at, 4, "<!--") == 0 && raw == GUMBO_TAG_UNKNOWN) at = std::min(text.find("-->", at), text.size());
    if (at++ == text.size()) break;
    const bool closes = at < text.size() && text[at] == '/';
    const std::size_t begin = at + closes;
    const std::size_t end = name_end(text, begin);
    const GumboTag tag =
        end == begin ? GUMBO_TAG_UNKNOWN : gumbo_tagn_enum(text.data() + begin, static_cast<unsigned>(end - begin));
    const bool is_text = raw != GUMBO_TAG_UNKNOWN && !(closes && tag == raw);
    if (is_text || !nests(tag)) continue;
    depth = std::max(0, depth + (closes ? -1 : 1));
    raw = !closes && is_raw(tag) ? tag : GUMBO_TAG_UNKNOWN;
    at = tag_end(text, end);
  }
  return depth > deepest;
}

std::string tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data ? ascii::lower({name.data, name.length}) : "unknown";
}

HtmlNode element_node(const GumboElement& element) {
  HtmlNode node;
  node.tag = tag_name(element);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    node.attributes.emplace_back(ascii::lower(attribute->name), attribute->value);
  }
  return node;
}

HtmlNode text_node(const GumboNode& text) {
  HtmlNode node;
  if (text.type != GUMBO_NODE_COMMENT) node.text = text.v.text.text;
  return node;
}

struct Open {
  const GumboNode* node;
  std::size_t index;
  unsigned next_child = 0;
};

std::vector<HtmlNode> flatten(const GumboNode* root) {
  std::vector<HtmlNode> page{element_node(root->v.element)};
  std::vector<Open> open{{root, 0}};
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child == children.length) {
      page[top.index].end = page.size();
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.next_child++]);
    const bool is_element = child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE;
    page.push_back(is_element ? element_node(child->v.element) : text_node(*child));
    page.back().parent = top.index;
    page.back().end = page.size();
    if (is_element) open.push_back({child, page.size() - 1});
  }
  return page;
}

// The blanks of Unicode that articles hold: no-break, thin and narrow ones; and what has no width at all.
std::size_t blank_length(std::string_view text) {
  if (text[0] == ' ' || text[0] == '\n' || text[0] == '\t' || text[0] == '\r' || text[0] == '\f') return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.starts_with("\xE2\x80\x89") || text.starts_with("\xE2\x80\xAF") || text.starts_with("\xE2\x80\x83") ? 3
                                                                                                                  : 0;
}

std::size_t invisible_length(std::string_view text) {
  if (text.starts_with("\xC2\xAD")) return 2;
  return text.starts_with("\xE2\x80\x8B") || text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace

bool HtmlNode::has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& attribute) { return attribute.first == name; });
}

std::string_view HtmlNode::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes)
    if (key == name) return value;
  return "";
}

std::size_t empty_overlong_tags(std::string& text) {
  std::size_t emptied = 0;
  for (std::size_t at = text.find('<'); at != npos; at = text.find('<', at)) {
    const std::size_t begin = name_end(text, ++at);
    if (begin == at || at == text.size()) continue;
    const Attributes attributes = attributes_from(text, begin);
    if (attributes.signs > most_attribute_signs) {
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin),
                text.begin() + static_cast<std::ptrdiff_t>(attributes.end), ' ');
      ++emptied;
    }
    at = attributes.end;
  }
  return emptied;
}

std::vector<HtmlNode> parse_html(const std::string& text, const std::string& file) {
  if (nests_beyond_reason(text))
    throw Error(FilePosition{file, 0, 0, ""}, "more than " + std::to_string(deepest) + " tags are left open",
                "is it a web page?");
  std::pmr::monotonic_buffer_resource arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &arena;
  options.max_errors = 0;
  return flatten(gumbo_parse_with_options(&options, text.data(), text.size())->root);
}

std::string collapse_blanks(std::string_view text) {
  std::string out;
  bool blank = false;
  while (!text.empty()) {
    const std::size_t skipped = blank_length(text);
    const std::size_t length = skipped ? skipped : invisible_length(text);
    if (skipped) blank = true;
    if (length == 0) {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += text[0];
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string inner_text(const std::vector<HtmlNode>& page, std::size_t index) {
  std::string out;
  for (std::size_t i = index; i < page[index].end; ++i) out += page[i].text;
  return collapse_blanks(out);
}

}  // namespace dateline
