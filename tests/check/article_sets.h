// Small sets of articles, and what check finds in them: document a is the first of a set, b the second.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"
#include "rules/loaded_rules.h"

namespace dateline::tests {

struct Article {
  std::string published, text;
};

/// A kind, and the documents whose claims are its evidence: "ab".
using Found = std::pair<std::string, std::string>;

struct Row {
  std::vector<Article> articles;
  std::vector<Found> expected;
};

inline std::vector<Document> documents_of(const std::vector<Article>& articles) {
  std::vector<Document> out;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Document d;
    d.id = static_cast<char>('a' + i);
    d.published = parse_moment(articles[i].published);
    d.text = articles[i].text;
    out.push_back(d);
  }
  return out;
}

inline Timeline checked(const std::vector<Article>& articles) {
  return find_events(documents_of(articles), rules(), gazetteer());
}

inline std::vector<Found> found_in(const Timeline& t) {
  std::vector<Found> out;
  for (const auto& finding : t.findings) {
    std::set<std::string> documents;
    for (const auto& e : finding.evidence) documents.insert(t.claims.at(e.claim).document.id);
    std::string letters;
    for (const auto& d : documents) letters += d;
    out.emplace_back(finding.kind, letters);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace dateline::tests
