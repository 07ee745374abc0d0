// One article, and what is known of where it comes from.
// Filled by read; every later stage only looks at it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/time.h"

namespace dateline {

/// How the publication date is known, in the order of trust.
/// `ago`: "22 hours ago" and the day of fetching; `metadata`: a field of a JSON object.
enum class PublishedBy {
  nothing,
  option,
  ago,
  as_of,
  byline,
  dateline,
  url,
  time_element,
  meta_tag,
  json_ld,
  metadata,
  front_matter,
  sources_yaml
};

/// "sources.yaml", "metadata", … ; "unknown" for nothing.
const char* name(PublishedBy how);

/// Where a text comes from: all that a claim carries of its document.
struct Citation {
  std::string id;                   ///< the file's name without its ending, or the JSON Lines id
  std::string source;               ///< the publisher, as a reader would name it; may be empty
  std::string title;                ///< may be empty
  std::string url;                  ///< absolute, or empty
  std::optional<Moment> published;  ///< the DCT: a day, or an instant where the document says one
  PublishedBy published_by = PublishedBy::nothing;

  bool operator==(const Citation&) const = default;
};

/// A day of publication, and what states it.
struct StatedPublication {
  Moment at;
  PublishedBy by = PublishedBy::nothing;

  bool operator==(const StatedPublication&) const = default;
};

/// One article. `text` is valid UTF-8; paragraphs end in a newline.
struct Document : Citation {
  std::string text;
  std::optional<Moment> fetched;                  ///< when it was saved, where that is told
  std::vector<StatedPublication> also_published;  ///< what else it states of its publication, most trusted first
  std::string file = {};                          ///< where it was read, as it was named; "-": standard input

  bool operator==(const Document&) const = default;
};

}  // namespace dateline
