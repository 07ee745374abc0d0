// The formats that read knows: each turns the text of one file into documents.
// Tested by tests/read/read_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/read.h"
#include "rules/publication_rules.h"
#include "tree/tree.h"

namespace dateline {

/// A file's decoded text. `name` is the one in messages, `id` its name without folder and ending.
struct InputFile {
  std::string name;
  std::string id;
  std::string text;
};

/// Each adds what it finds to `result`. A document without a text is left out and warned of. Of the publication
/// date they fill what the file states outright; what must be searched for is read()'s to do.
/// read_html alone also searches the bylines that do not belong to the article's text.
void read_text(const InputFile&, const PublicationRules&, ReadResult& result);  ///< front matter where there is some
void read_html(const InputFile&, const PublicationRules&, ReadResult& result);
void read_json_lines(const InputFile&, const PublicationRules&, ReadResult& result);
/// One object, a list of them, or JSON Lines after all.
void read_json(const InputFile&, const PublicationRules&, ReadResult& result);

/// Fills id, source, title, url, published and fetched from a map's fields of these names; published_by becomes `how`.
/// Fields that are not there, or null, change nothing. Throws Error where one is no text; warns of a bad date or url.
void take_citation(const Tree& fields, PublishedBy how, const PublicationRules&, Document&,
                   std::vector<std::string>& warnings);

/// Ends the last line, and joins the lines of a hard-wrapped text: a newline within a paragraph becomes a space.
/// Changes no offset.
std::string paragraphs(std::string text);

/// True where its last sign ends a sentence.
bool ends_sentence(std::string_view line);

/// True where nothing but blanks stands in it.
bool is_blank(std::string_view text);

/// Adds the document, or a warning where its text is blank.
void add_document(Document, const std::string& where, ReadResult&);

/// The first line of what(): a message without its caret.
std::string one_line(const std::exception&);

}  // namespace dateline
