// Findings as text, JSON and SARIF. See include/dateline/write.h. Tested by tests/check/check_test.cpp.
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/plain_text.h"
#include "dateline/write.h"
#include "tree/tree.h"

namespace dateline {
namespace {

const Claim& claim_of(const Timeline& t, const Finding::Evidence& e) { return t.claims.at(e.claim); }
std::string published_of(const Citation& d) { return d.published ? to_string(*d.published) : ""; }

/// The words in doubt: those of the remark of this kind, else the expression, else the sentence.
Span words_of(const Claim& claim, const Finding& finding) {
  for (const auto& remark : claim.remarks)
    if (finding.kind == name(remark.kind) || (finding.kind == "duration" && remark.kind == Remark::Kind::length))
      return remark.words;
  return claim.expression.empty() ? claim.sentence : claim.expression;
}

Tree tree_of(const Timeline& t, const Finding& finding, const Finding::Evidence& e) {
  const Claim& claim = claim_of(t, e);
  const Span words = words_of(claim, finding);
  return Tree::map()
      .set("document", claim.document.id)
      .set("begin", words.begin)
      .set("end", words.end)
      .set("sentence", claim.text)
      .set("when", edtf(claim.when))
      .set("published", claim.document.published ? Tree(published_of(claim.document)) : Tree())
      .set("rank", name(e.rank))
      .set("reason", e.reason);
}

Tree sarif_message(const std::string& text) { return Tree::map().set("text", text); }

/// A relative reference, as a file name can be one: whatever is no letter, digit or one of -._~/ is percent-encoded.
std::string uri_reference(std::string_view id) {
  std::string out;
  for (const char c : id) {
    const bool plain = ascii::is_letter_or_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

/// Claims that come from a file may say of themselves what is not so: then their sentence is the snippet.
std::string words_at(const Claim& claim, Span span) {
  const bool within = span.begin >= claim.sentence.begin && span.begin <= span.end &&
                      span.end - claim.sentence.begin <= claim.text.size();
  return within ? claim.text.substr(span.begin - claim.sentence.begin, span.end - span.begin) : claim.text;
}

Tree sarif_region(const Claim& claim, Span span) {
  return Tree::map()
      .set("byteOffset", span.begin)
      .set("byteLength", span.end - span.begin)
      .set("snippet", sarif_message(words_at(claim, span)));
}

/// The words in doubt, within their sentence.
Tree sarif_location(const Claim& claim, const Finding& finding, const Finding::Evidence& e) {
  const std::string address = web_address(claim.document.url);
  const Tree artifact = Tree::map().set("uri", address.empty() ? uri_reference(claim.document.id) : address);
  const Tree place = Tree::map()
                         .set("artifactLocation", artifact)
                         .set("region", sarif_region(claim, words_of(claim, finding)))
                         .set("contextRegion", sarif_region(claim, claim.sentence));
  return Tree::map()
      .set("physicalLocation", place)
      .set("message", sarif_message(fmt::format("{}{}{}", name(e.rank), e.reason.empty() ? "" : ": ", e.reason)));
}

/// The claim to drop is where the finding stands; the others are related.
Tree sarif_result(const Timeline& t, const Finding& finding) {
  Tree locations = Tree::list(), related = Tree::list();
  for (const auto& e : finding.evidence) {
    const bool here = finding.evidence.size() == 1 || e.rank == Rank::deprecated;
    (here ? locations : related).add(sarif_location(claim_of(t, e), finding, e));
  }
  return Tree::map()
      .set("ruleId", finding.kind)
      .set("level", "warning")
      .set("message", sarif_message(finding.message))
      .set("locations", locations)
      .set("relatedLocations", related);
}

/// What each kind of finding is.
constexpr std::pair<const char*, const char*> kinds[] = {
    {"weekday", "The weekday is not that of the date."},
    {"no-such-date", "No calendar has the date."},
    {"duration", "The length is not that of the range."},
    {"ordinal-year", "An age or anniversary does not fit the start."},
    {"dates-disagree", "Two dates of one event cannot both hold."},
    {"order", "The dates break the order that is told."},
    {"place", "One event is said to be in two places."},
    {"status", "What was called off is told as if it had not been."},
    {"document-date", "An article cannot be of its date."}};

std::string line_of(const Claim& claim, const Finding::Evidence& e) {
  const std::string source =
      claim.document.source.empty() ? claim.document.id : claim.document.source + " (" + claim.document.id + ")";
  const std::string published =
      claim.document.published
          ? fmt::format(", {} (known from {})", published_of(claim.document), name(claim.document.published_by))
          : ", no publication date";
  const std::string reason = e.reason.empty() ? "" : ": " + e.reason;
  return fmt::format("  “{}”\n    {}{}; {}{}\n", claim.text, source, published, name(e.rank), reason);
}

}  // namespace

std::string findings_to_json(const Timeline& t) {
  Tree findings = Tree::list();
  for (const auto& finding : t.findings) {
    Tree claims = Tree::list();
    for (const auto& e : finding.evidence) claims.add(tree_of(t, finding, e));
    findings.add(Tree::map().set("kind", finding.kind).set("message", finding.message).set("claims", claims));
  }
  return to_json(Tree::map().set("findings", findings), 1) + '\n';
}

std::string findings_to_text(const Timeline& t) {
  std::string out;
  for (const auto& finding : t.findings) {
    out += (out.empty() ? "" : "\n") + finding.kind + ": " + finding.message + '\n';
    for (const auto& e : finding.evidence) out += line_of(claim_of(t, e), e);
  }
  return out;
}

std::string findings_to_sarif(const Timeline& t) {
  Tree rules = Tree::list(), results = Tree::list();
  for (const auto& [kind, description] : kinds)
    rules.add(Tree::map().set("id", kind).set("shortDescription", sarif_message(description)));
  for (const auto& finding : t.findings) results.add(sarif_result(t, finding));
  const Tree tool = Tree::map().set("driver", Tree::map().set("name", "dateline").set("rules", rules));
  const Tree run = Tree::map().set("tool", tool).set("results", results);
  return to_json(Tree::map()
                     .set("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                     .set("version", "2.1.0")
                     .set("runs", Tree::list().add(run)),
                 1) +
         '\n';
}

}  // namespace dateline
