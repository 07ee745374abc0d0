// JSON Lines, an article a line; and a .json file that holds one article or a list of them.
// Tested by tests/read/read_test.cpp.
#include <algorithm>

#include "read/encoding.h"
#include "read/formats.h"

namespace dateline {
namespace {

// Of the line ends of a text within JSON no byte is lost, so that the offsets of others stay true.
std::string plain_newlines(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\r') text[i] = i + 1 < text.size() && text[i + 1] == '\n' ? ' ' : '\n';
  blank_control_characters(text);
  return text;
}

std::string place(const InputFile& file, int line) { return file.name + ':' + std::to_string(line); }

void read_object(const Tree& object, const InputFile& file, const std::string& id, const PublicationRules& rules,
                 ReadResult& result) {
  if (!object.is_map())
    object.fail("not an article", "write an object a line, {\"id\": …, \"published\": …, \"text\": …}");
  Document document;
  document.id = id;
  take_citation(object, PublishedBy::metadata, rules, document, result.warnings);
  document.text = paragraphs(plain_newlines(object.at("text").text()));
  add_document(std::move(document), place(file, object.line), result);
}

void read_line(std::string_view line, const InputFile& file, int number, const PublicationRules& rules,
               ReadResult& result) {
  try {
    read_object(parse_json(line, file.name, number), file, file.id + ':' + std::to_string(number), rules, result);
  } catch (const Error& error) {
    result.errors.push_back(one_line(error));
  }
}

// A list's articles have no lines of their own: they are counted.
void read_list(const Tree& list, const InputFile& file, const PublicationRules& rules, ReadResult& result) {
  int number = 0;
  for (const Tree& item : list.items) {
    ++number;
    try {
      read_object(item, file, file.id + ':' + std::to_string(number), rules, result);
    } catch (const Error& error) {
      result.errors.push_back(one_line(error) + " (article " + std::to_string(number) + " of the list)");
    }
  }
}

bool is_json(std::string_view line, const std::string& name) {
  try {
    parse_json(line, name);
  } catch (const Error&) {
    return false;
  }
  return true;
}

}  // namespace

void read_json_lines(const InputFile& file, const PublicationRules& rules, ReadResult& result) {
  const std::string_view text = file.text;
  int number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (!is_blank(line)) read_line(line, file, number, rules, result);
    at += line.size() + 1;
  }
  if (is_blank(text)) result.warnings.push_back(file.name + ": there is no text in it; left out");
}

void read_json(const InputFile& file, const PublicationRules& rules, ReadResult& result) {
  const std::size_t begin = std::min(file.text.find_first_not_of(" \t\n"), file.text.size());
  const std::string_view first = std::string_view(file.text).substr(begin, file.text.find('\n', begin) - begin);
  if (first.empty() || (first[0] == '{' && is_json(first, file.name))) return read_json_lines(file, rules, result);
  try {
    const Tree whole = parse_json(file.text, file.name);
    if (whole.is_list())
      read_list(whole, file, rules, result);
    else
      read_object(whole, file, file.id, rules, result);
  } catch (const Error& error) {
    result.errors.push_back(one_line(error));
  }
}

}  // namespace dateline
