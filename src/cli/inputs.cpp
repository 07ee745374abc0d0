// Articles and claims from files and standard input. Tested by tests/cli/cli_test.cpp.
#include "cli/inputs.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "dateline/error.h"
#include "dateline/read.h"
#include "dateline/write.h"

namespace dateline::program {
namespace {

/// What leans on the day of publication, in quotation marks.
std::string unresolved(const Document& document, const Rules& rules) {
  std::string out;
  for (const auto& m : date_text(document.text, std::nullopt, rules).mentions)
    if (m.dated && !m.dated->interval.begin && !m.dated->interval.end && m.dated->type == TimexType::date)
      out += (out.empty() ? "" : ", ") + ("“" + document.text.substr(m.begin, m.end - m.begin) + "”");
  return out;
}

}  // namespace

std::vector<Document> documents_of(const Options& options, const Rules& rules, bool& failed) {
  auto result = read(options.inputs, std::cin, rules.publication(), {published_of(options)});
  for (const auto& line : result.warnings) std::cerr << "warning: " << line << '\n';
  for (const auto& line : result.errors) std::cerr << "error: " << line << '\n';
  failed = !result.errors.empty();
  return std::move(result.documents);
}

Failed tell_failure(bool& failed) {
  return [&failed](const Document& document, const std::exception& e) {
    std::cerr << "error: " << document.id << ": " << e.what() << '\n';
    failed = true;
  };
}

std::vector<Claim> read_claims(const std::vector<std::string>& files) {
  std::vector<Claim> claims;
  for (const auto& file : files) {
    std::ifstream opened(file);
    std::istream& in = file == "-" ? std::cin : opened;
    if (!in || std::filesystem::is_directory(file))
      throw Error(file + ": cannot be read", "name a file that `dateline extract` wrote, or - for standard input");
    int number = 0;
    for (std::string line; std::getline(in, line);)
      if (++number; !line.empty()) claims.push_back(claim_from_json(line, file, number));
  }
  return claims;
}

void tell_undated(const std::vector<Document>& documents, const Rules& rules) {
  for (const auto& document : documents) {
    if (document.published) continue;
    const auto tell = [&](const Document& undated) {
      const std::string open = unresolved(undated, rules);
      std::cerr << "warning: " << undated.id << ": no publication date; "
                << (open.empty() ? "nothing leans on it" : "unresolved: " + open)
                << "; give it in sources.yaml or with --published\n";
    };
    attempt(document, tell, [](const Document&, const std::exception&) {});  // the reading of it will tell
  }
}

}  // namespace dateline::program
