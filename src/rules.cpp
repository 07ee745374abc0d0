// Loads the rules of a language: words first, then whatever has patterns, then RE2.
// rules/LANGUAGE/index.yaml says which files there are. Tested by tests/rules_test.cpp.
#include "dateline/rules.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "rules_parts.h"

namespace dateline {
namespace {

Tree read_yaml(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path.string() + ": cannot be read", "--rules names the folder that holds en/ and world/");
  std::ostringstream text;
  text << in.rdbuf();
  return parse_yaml(text.str(), path.string());
}

}  // namespace

Rules::Rules(const std::string& folder, const std::string& language) {
  const std::filesystem::path root(folder), here = root / language;
  auto parts = std::make_unique<Parts>();
  const Tree index = read_yaml(here / "index.yaml");
  index.only({"words", "guards", "time", "context", "events"});
  for (const auto& file : index.at("words").texts()) parts->lexicon.add_classes(read_yaml(here / file));
  for (const auto& file : index.at("guards").texts()) parts->time.read_guards(read_yaml(here / file), parts->lexicon);
  for (const auto& file : index.at("time").texts()) parts->time.read(read_yaml(here / file), parts->lexicon);
  parts->context.read(read_yaml(here / index.at("context").text()), parts->lexicon);
  parts->events.read(read_yaml(here / index.at("events").text()), parts->lexicon);
  parts->feasts.add(read_yaml(root / "world" / "feasts.yaml"));
  parts->lexicon.finish();
  parts->time.compile(parts->lexicon);
  parts->context.compile(parts->time.families, parts->lexicon);
  parts->events.compile(parts->time.families, parts->lexicon);
  parts_ = std::move(parts);
}
Rules::Rules(Rules&&) noexcept = default;
Rules& Rules::operator=(Rules&&) noexcept = default;
Rules::~Rules() = default;

std::vector<RuleInfo> Rules::list() const {
  std::vector<RuleInfo> out;
  for (const auto& rule : parts_->time.rules) {
    const FilePosition at = rule.where.position();
    out.push_back({rule.id, at.file + ":" + std::to_string(at.line), rule.alternatives.front().source.where.scalar, static_cast<int>(rule.examples.size())});
  }
  return out;
}

}  // namespace dateline
