// The program: reads the command line, the clock of the terminal and nothing else of the world.
// The commands are those of DESIGN.md. Exit 0: done; 1: findings, or examples that fail; 2: an error.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "dateline/error.h"
#include "dateline/pipeline.h"
#include "dateline/read.h"
#include "dateline/write.h"

namespace {

using namespace dateline;

struct Options {
  std::vector<std::string> inputs;
  std::string published, rules, language = "en", out = ".", format = "jsonl", text;
};

std::optional<Moment> published_of(const Options& options) {
  if (options.published.empty()) return std::nullopt;
  const auto moment = parse_moment(options.published);
  if (!moment) throw Error("--published: '" + options.published + "' is no date", "write it as 2025-10-23 or 2025-10-23T09:00");
  return moment;
}

/// Beside the program where it was built, else where it was installed.
std::string rules_folder(const Options& options) {
  if (!options.rules.empty()) return options.rules;
  return std::filesystem::is_directory(DATELINE_SOURCE_RULES) ? DATELINE_SOURCE_RULES : DATELINE_INSTALLED_RULES;
}

Rules load_rules(const Options& options) { return Rules(rules_folder(options), options.language); }

/// Reads the inputs and tells of what could not be read; `failed` is set where something could not.
std::vector<Document> documents_of(const Options& options, bool& failed) {
  auto result = read(options.inputs, std::cin, {published_of(options)});
  for (const auto& line : result.warnings) std::cerr << "warning: " << line << '\n';
  for (const auto& line : result.errors) std::cerr << "error: " << line << '\n';
  failed = !result.errors.empty();
  return std::move(result.documents);
}

int run_tag(const Options& options) {
  const Rules rules = load_rules(options);
  bool failed = false;
  for (const auto& document : documents_of(options, failed)) {
    const auto dated = date_text(document.text, document.published, rules);
    std::cout << mentions_to_json(document, dated.mentions) << '\n';
  }
  return failed ? 2 : 0;
}

int run_explain(const Options& options) {
  std::cout << explain(options.text, published_of(options), load_rules(options));
  return 0;
}

int run_rules_check(const Options& options) {
  const Rules rules = load_rules(options);
  const auto failures = check_examples(rules);
  for (const auto& failure : failures) std::cerr << failure.where << ": " << failure.message << '\n';
  std::size_t examples = 0;
  for (const auto& rule : rules.list()) examples += static_cast<std::size_t>(rule.examples);
  std::cout << fmt::format("{} rules, {} examples, {} wrong\n", rules.list().size(), examples, failures.size());
  return failures.empty() ? 0 : 1;
}

int run_rules_list(const Options& options) {
  for (const auto& rule : load_rules(options).list()) std::cout << fmt::format("{:32} {} {}\n", rule.id, rule.where, rule.pattern);
  return 0;
}

void add_inputs(CLI::App& command, Options& options) {
  command.add_option("INPUT", options.inputs, "files or folders: text, Markdown, HTML, JSON Lines; - is standard input")->required();
  command.add_option("--published", options.published, "publication date of what does not say its own");
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app{"Reads news articles and writes the diplomatic calendar that is in them.", "dateline"};
  app.require_subcommand(1);
  app.add_option("--rules", options.rules, "folder of the rules");
  app.add_option("--language", options.language, "language of the articles");
  auto* tag_command = app.add_subcommand("tag", "time expressions");
  add_inputs(*tag_command, options);
  tag_command->add_option("--format", options.format, "jsonl")->check(CLI::IsMember({"jsonl"}));
  auto* explain_command = app.add_subcommand("explain", "how a text is read");
  explain_command->add_option("TEXT", options.text)->required();
  explain_command->add_option("--published", options.published, "publication date");
  auto* rules_command = app.add_subcommand("rules", "the examples of the rules; what there is");
  rules_command->require_subcommand(1);
  auto* check_command = rules_command->add_subcommand("check", "run every example");
  auto* list_command = rules_command->add_subcommand("list", "every rule with its place and pattern");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 2;
  }
  if (*tag_command) return run_tag(options);
  if (*explain_command) return run_explain(options);
  if (*check_command) return run_rules_check(options);
  if (*list_command) return run_rules_list(options);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "error: " << e.what() << '\n';
    return 2;
  }
}
