// Findings as text, JSON and SARIF. See include/dateline/write.h. Tested by tests/check_test.cpp.
#include <fmt/format.h>

#include "dateline/write.h"
#include "tree.h"

namespace dateline {
namespace {

const Claim& claim_of(const Timeline& t, const Finding::Evidence& e) { return t.claims.at(e.claim); }
std::string published_of(const Citation& d) { return d.published ? to_string(*d.published) : ""; }

/// The words in doubt: those of the remark of this kind, else the expression, else the sentence.
Span words_of(const Claim& claim, const Finding& finding) {
  for (const auto& remark : claim.remarks)
    if (finding.kind == name(remark.kind) || (finding.kind == "duration" && remark.kind == Remark::Kind::length)) return remark.words;
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

Tree sarif_location(const Claim& claim, const Finding& finding) {
  const Span words = words_of(claim, finding);
  const Tree region = Tree::map().set("byteOffset", words.begin).set("byteLength", words.end - words.begin).set("snippet", sarif_message(claim.text));
  const Tree artifact = Tree::map().set("uri", claim.document.url.empty() ? claim.document.id : claim.document.url);
  return Tree::map().set("physicalLocation", Tree::map().set("artifactLocation", artifact).set("region", region)).set("message", sarif_message(claim.text));
}

/// The claim to drop is where the finding stands; the others are related.
Tree sarif_result(const Timeline& t, const Finding& finding) {
  Tree locations = Tree::list(), related = Tree::list();
  for (const auto& e : finding.evidence) {
    const bool here = finding.evidence.size() == 1 || e.rank == Rank::deprecated;
    (here ? locations : related).add(sarif_location(claim_of(t, e), finding));
  }
  return Tree::map().set("ruleId", finding.kind).set("level", "warning").set("message", sarif_message(finding.message)).set("locations", locations).set("relatedLocations", related);
}

std::string line_of(const Claim& claim, const Finding::Evidence& e) {
  const std::string source = claim.document.source.empty() ? claim.document.id : claim.document.source + " (" + claim.document.id + ")";
  const std::string published = claim.document.published ? fmt::format(", {} (known from {})", published_of(claim.document), name(claim.document.published_by)) : ", no publication date";
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
  for (const char* kind : {"weekday", "no-such-date", "duration", "ordinal-year", "dates-disagree", "order", "place", "status", "document-date"}) rules.add(Tree::map().set("id", kind));
  for (const auto& finding : t.findings) results.add(sarif_result(t, finding));
  const Tree tool = Tree::map().set("driver", Tree::map().set("name", "dateline").set("rules", rules));
  const Tree run = Tree::map().set("tool", tool).set("results", results);
  return to_json(Tree::map().set("$schema", "https://json.schemastore.org/sarif-2.1.0.json").set("version", "2.1.0").set("runs", Tree::list().add(run)), 1) + '\n';
}

}  // namespace dateline
