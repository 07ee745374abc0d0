// Bytes → Documents: formats, encodings, and where a publication date can stand.
// Tested by tests/read/read_test.cpp.
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/document.h"

namespace dateline {

class PublicationRules;

struct ReadOptions {
  std::optional<Moment> published;  ///< the last resort for documents that do not say
};

/// What read tells of files that it could not read, one line each: "file:line:column: what; how to mend".
struct ReadResult {
  std::vector<Document> documents;    ///< sorted by id; of two with one id the second is renamed "id~2" and reported
  std::vector<std::string> errors;    ///< the document, or the file, is left out
  std::vector<std::string> warnings;  ///< the document is read all the same
};

/// Reads files and folders (recursively, hidden files left out), "-" is `standard_input`.
/// Never throws for what stands in a file. A path that does not exist is an error line.
/// Rules::publication() says how a day of publication is written.
ReadResult read(const std::vector<std::string>& inputs, std::istream& standard_input, const PublicationRules&,
                const ReadOptions& = {});

}  // namespace dateline
