// Where a publication date can stand, and which of several is trusted. How it is written is known to the rules. Only
// full dates count: day, month and year.
// Tested by tests/read/publication_test.cpp and the examples in rules/en/publication.yaml.
#pragma once

#include <optional>
#include <string_view>

#include "dateline/document.h"
#include "rules/publication_rules.h"

namespace dateline {

/// A date as front matter and metadata write it: ISO 8601, whatever the rules, or as they have it: "Wed, 26 Nov 2025
/// 12:00:00 GMT", "20251126", "November 26, 2025". Nothing where it is no date, or what programs write where they know
/// none: 0001-01-01 and the first second of 1970.
std::optional<Moment> parse_stated_date(std::string_view, const PublicationRules&);

/// The day in an address: "/2025/11/26/", "/2025/nov/26/", "2025-11-26".
std::optional<Moment> date_in_url(std::string_view url, const PublicationRules&);

/// The day that a dateline near the top says, else a byline there, else what follows "as of", anywhere.
std::optional<StatedPublication> date_in_text(std::string_view text, const PublicationRules&);

/// The day that a line near the top ("22 hours ago") means where the text was fetched at that time.
std::optional<Moment> moment_ago(std::string_view text, const Moment& fetched, const PublicationRules&);

/// What `by` states of the publication: of several the most trusted counts, and the others are kept beside it.
void state_published(Document&, const std::optional<Moment>&, PublishedBy by);

/// Adds what the document's url and `text` state of its publication.
void find_published(Document&, std::string_view text, const PublicationRules&);

}  // namespace dateline
