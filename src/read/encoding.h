// Bytes of a file → UTF-8 with plain newlines and no control characters.
// Tested by tests/read/encoding_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "rules/publication_rules.h"

namespace dateline {

/// Goes by the byte-order mark, else UTF-8 where the bytes are that, else `declared` (a charset's name; may be empty).
/// CRLF and CR become LF, other control characters a space. Throws Error in `file`'s name where the bytes are not what
/// they are said to be.
std::string decode(std::string bytes, std::string_view declared, const std::string& file);

/// The charset that an HTML or XML file names in its first kilobyte, as the rules find it; empty where it names none.
std::string declared_charset(std::string_view bytes, const PublicationRules&);

/// Control characters but newline and tab become spaces, byte for byte: no offset moves.
void blank_control_characters(std::string& text);

}  // namespace dateline
