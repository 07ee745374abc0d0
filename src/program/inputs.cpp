// Articles and claims from files and standard input. Tested by tests/cli_test.cpp.
#include "program/inputs.h"

#include <fstream>
#include <iostream>

#include "dateline/error.h"
#include "dateline/pipeline.h"
#include "dateline/read.h"
#include "dateline/write.h"

namespace dateline::program {

std::vector<Document> documents_of(const Options& options, bool& failed) {
  auto result = read(options.inputs, std::cin, {published_of(options)});
  for (const auto& line : result.warnings) std::cerr << "warning: " << line << '\n';
  for (const auto& line : result.errors) std::cerr << "error: " << line << '\n';
  failed = !result.errors.empty();
  return std::move(result.documents);
}

std::vector<Claim> read_claims(const std::vector<std::string>& files) {
  std::vector<Claim> claims;
  for (const auto& file : files) {
    std::ifstream opened(file);
    std::istream& in = file == "-" ? std::cin : opened;
    if (!in) throw Error(file + ": cannot be read", "name a file that `dateline extract` wrote, or - for standard input");
    int number = 0;
    for (std::string line; std::getline(in, line);)
      if (++number; !line.empty()) claims.push_back(claim_from_json(line, file, number));
  }
  return claims;
}

void tell_undated(const std::vector<Document>& documents, const Rules& rules) {
  for (const auto& document : documents) {
    if (document.published) continue;
    std::string unresolved;
    for (const auto& m : date_text(document.text, std::nullopt, rules).mentions)
      if (m.dated && !m.dated->interval.begin && !m.dated->interval.end && m.dated->type == TimexType::date)
        unresolved += (unresolved.empty() ? "" : ", ") + ("“" + document.text.substr(m.begin, m.end - m.begin) + "”");
    std::cerr << "warning: " << document.id << ": no publication date; " << (unresolved.empty() ? "nothing leans on it" : "unresolved: " + unresolved) << "; give it in sources.yaml or with --published\n";
  }
}

}  // namespace dateline::program
