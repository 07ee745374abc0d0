// The program: reads the command line, the clock of the terminal and nothing else of the world.
// The commands are those of DESIGN.md. Exit 0: done; 1: findings, or examples that fail; 2: an error.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "dateline/check.h"
#include "dateline/error.h"
#include "dateline/merge.h"
#include "dateline/pipeline.h"
#include "dateline/read.h"
#include "dateline/write.h"

namespace {

using namespace dateline;

struct Options {
  std::vector<std::string> inputs, overlays;
  std::string published, rules, language = "en", out = ".", format = "jsonl", text, ical_fuzzy = "marker";
  bool csv_bom = false;
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

Rules load_rules(const Options& options) { return Rules(rules_folder(options), options.language, options.overlays); }

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
    std::cout << (options.format == "timeml" ? to_timeml(document, dated.mentions) : mentions_to_json(document, dated.mentions) + '\n');
  }
  return failed ? 2 : 0;
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

/// Each file whole or not at all; says what was written.
void write_timeline(const Timeline& timeline, const Options& options) {
  const std::filesystem::path out(options.out);
  std::error_code failed;
  std::filesystem::create_directories(out, failed);
  if (failed) throw Error(options.out + ": cannot be made: " + failed.message(), "choose another folder with -o");
  const auto fuzzy = options.ical_fuzzy == "span" ? Fuzzy::span : options.ical_fuzzy == "skip" ? Fuzzy::skip : Fuzzy::marker;
  write_file((out / "timeline.ics").string(), to_ical(timeline, fuzzy));
  write_file((out / "timeline.csv").string(), to_csv(timeline, options.csv_bom));
  write_file((out / "claims.csv").string(), claims_to_csv(timeline));
  write_file((out / "timeline.md").string(), to_markdown(timeline));
  write_file((out / "timeline.json").string(), to_json(timeline));
  std::cerr << fmt::format("{} documents, {} claims, {} events → {}\n", timeline.documents.size(), timeline.claims.size(), timeline.events.size(), options.out);
}

/// A document without a date is read all the same, and the run says which of its expressions stay unresolved.
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

int run_build(const Options& options) {
  const Rules rules = load_rules(options);
  const Gazetteer gazetteer(rules_folder(options));
  bool failed = false;
  const auto documents = documents_of(options, failed);
  if (failed && documents.empty()) return 2;  // a mistyped path must not empty a calendar that others subscribe to
  tell_undated(documents, rules);
  write_timeline(timeline_of(documents, rules, gazetteer), options);
  return failed ? 2 : 0;
}

int run_extract(const Options& options) {
  const Rules rules = load_rules(options);
  const Gazetteer gazetteer(rules_folder(options));
  bool failed = false;
  for (const auto& document : documents_of(options, failed))
    for (const auto& claim : claims_of(document, rules, gazetteer, true)) std::cout << claim_to_json(claim) << '\n';
  return failed ? 2 : 0;
}

int run_merge(const Options& options) {
  const Rules rules = load_rules(options);
  auto claims = read_claims(options.inputs);
  std::vector<Citation> documents;
  for (const auto& claim : claims) documents.push_back(claim.document);
  std::sort(documents.begin(), documents.end(), [](const Citation& a, const Citation& b) { return a.id < b.id; });
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  Timeline timeline = merge(std::move(claims), std::move(documents), rules);
  check(timeline, rules);
  write_timeline(timeline, options);
  return 0;
}

int run_check(const Options& options) {
  const Rules rules = load_rules(options);
  const Gazetteer gazetteer(rules_folder(options));
  bool failed = false;
  const auto documents = documents_of(options, failed);
  const Timeline timeline = timeline_of(documents, rules, gazetteer);
  std::cout << (options.format == "json" ? findings_to_json(timeline) : options.format == "sarif" ? findings_to_sarif(timeline) : findings_to_text(timeline));
  return failed ? 2 : timeline.findings.empty() ? 0 : 1;
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

/// How often each rule was taken in the documents, alone or to take away.
std::map<std::string, int> firings(const std::vector<Document>& documents, const Rules& rules) {
  std::map<std::string, int> count;
  for (const auto& document : documents)
    for (const auto& attempt : date_text(document.text, document.published, rules, true).attempts)
      if (attempt.outcome.starts_with("taken")) ++count[attempt.rule];
  return count;
}

/// The beginning of a pattern, in at most 60 letters.
std::string shortened(const std::string& pattern) { return fmt::format("{:.60}{}", pattern, pattern.size() > 60 ? "…" : ""); }

int run_rules_list(const Options& options) {
  const Rules rules = load_rules(options);
  bool failed = false;
  const bool counted = !options.inputs.empty();
  const auto count = counted ? firings(documents_of(options, failed), rules) : std::map<std::string, int>();
  for (const auto& rule : rules.list()) {
    const auto fired = count.find(rule.id);
    const std::string times = counted ? fmt::format("{:>6}", rule.part_only ? "part" : std::to_string(fired == count.end() ? 0 : fired->second)) : "";
    std::cout << fmt::format("{:32} {:2} examples{}  {}  {}\n", rule.id, rule.examples, times, rule.where, shortened(rule.pattern));
  }
  for (const auto& rule : rules.list())
    if (counted && !rule.part_only && !count.contains(rule.id)) std::cerr << fmt::format("warning: {}: {} never fired in these documents\n", rule.where, rule.id);
  return failed ? 2 : 0;
}

void add_inputs(CLI::App& command, Options& options) {
  command.add_option("INPUT", options.inputs, "files or folders: text, Markdown, HTML, JSON Lines; - is standard input")->required();
  command.add_option("--published", options.published, "publication date of what does not say its own");
}

void add_outputs(CLI::App& command, Options& options) {
  command.add_option("-o,--out", options.out, "folder for the files")->required();
  command.add_option("--ical-fuzzy", options.ical_fuzzy, "how an approximate date is shown in the feed")->check(CLI::IsMember({"marker", "span", "skip"}));
  command.add_flag("--csv-bom", options.csv_bom, "begin timeline.csv with a byte-order mark");
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app{"Reads news articles and writes the diplomatic calendar that is in them.", "dateline"};
  app.require_subcommand(1);
  app.add_option("--rules", options.rules, "folder of the rules");
  app.add_option("--language", options.language, "language of the articles: en, en-GB");
  app.add_option("--overlay", options.overlays, "folder of your own rules, laid over those of the language; may be given again")->allow_extra_args(false);
  auto* build_command = app.add_subcommand("build", "the calendar of the articles: timeline.ics, .csv, .md, .json");
  add_inputs(*build_command, options);
  add_outputs(*build_command, options);
  auto* tag_command = app.add_subcommand("tag", "time expressions");
  add_inputs(*tag_command, options);
  tag_command->add_option("--format", options.format, "jsonl: a line a document; timeml: an XML document each, one behind the other")->check(CLI::IsMember({"jsonl", "timeml"}));
  auto* extract_command = app.add_subcommand("extract", "claims, a JSON object a line");
  add_inputs(*extract_command, options);
  auto* merge_command = app.add_subcommand("merge", "claims of any number of runs into one timeline");
  merge_command->add_option("CLAIMS", options.inputs, "files that extract wrote; - is standard input")->required();
  add_outputs(*merge_command, options);
  auto* findings_command = app.add_subcommand("check", "what cannot all be right; exit 1 where something is found");
  add_inputs(*findings_command, options);
  findings_command->add_option("--format", options.format, "text, json or sarif")->check(CLI::IsMember({"text", "json", "sarif"}));
  auto* explain_command = app.add_subcommand("explain", "how a text is read");
  explain_command->add_option("TEXT", options.text)->required();
  explain_command->add_option("--published", options.published, "publication date");
  auto* rules_command = app.add_subcommand("rules", "the examples of the rules; what there is");
  rules_command->require_subcommand(1);
  auto* check_command = rules_command->add_subcommand("check", "run every example");
  auto* list_command = rules_command->add_subcommand("list", "every rule with its examples, place and pattern");
  list_command->add_option("--corpus", options.inputs, "documents: how often each rule fires there, and which never does");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 2;
  }
  if (*build_command) return run_build(options);
  if (*extract_command) return run_extract(options);
  if (*merge_command) return run_merge(options);
  if (*tag_command) return run_tag(options);
  if (*findings_command) return run_check(options);
  if (*explain_command) return run_explain(options);
  if (*check_command) return run_rules_check(options);
  if (*list_command) return run_rules_list(options);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    const int status = run(argc, argv);
    std::cout.flush();
    if (!std::cout) throw Error("standard output: cannot be written", "is the disk full, or the reader gone?");
    return status;
  } catch (const std::exception& e) {
    std::cerr << "error: " << e.what() << '\n';
    return 2;
  }
}
