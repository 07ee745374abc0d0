// Where a publication date can stand, and how it is read there. Only full dates count: day, month and year.
// Tested by tests/published_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/document.h"

namespace dateline {

/// A date as front matter and metadata write it: ISO 8601, "Wed, 26 Nov 2025 12:00:00 GMT", "20251126",
/// "November 26, 2025". Nothing where it is no date.
std::optional<Moment> parse_stated_date(std::string_view);

/// The day in an address: "/2025/11/26/", "/2025/nov/26/", "2025-11-26".
std::optional<Moment> date_in_url(std::string_view url);

/// The day that a byline or a dateline near the top says, else what follows "as of", anywhere.
std::optional<Moment> date_in_text(std::string_view text);

/// Fills what the document does not yet state of its publication: from its url, then from `text`.
void find_published(Document&, std::string_view text);

}  // namespace dateline
