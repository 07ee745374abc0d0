// Which part of a web page is the article: by structure alone, no list of words.
// Tested by tests/read/html_document_test.cpp.
#pragma once

#include "read/html.h"

namespace dateline {

struct HtmlArticle {
  std::string text;    ///< a paragraph a line; no menus, teasers, captions, forms, boxes
  std::string byline;  ///< the same with the article's own header and its short lines, to look for a date in
  std::string time;    ///< datetime of the first <time> beside the paragraphs; may be empty
};

HtmlArticle find_article(const std::vector<HtmlNode>& page);

}  // namespace dateline
