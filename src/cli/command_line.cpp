// The commands with their options, as --help shows them: a function a command. The one file that knows CLI11.
// Tested by tests/cli/cli_test.cpp.
#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace dateline::program {
namespace {

/// A command of the program or of another command; when it is named, `command` is what will run.
CLI::App& add_command(CLI::App& parent, Request& request, const char* name, const char* description, Command command) {
  CLI::App& added = *parent.add_subcommand(name, description);
  added.callback([&request, command] { request.command = command; });
  return added;
}

void add_published(CLI::App& command, Options& options) {
  command.add_option("--published", options.published, "publication date of what does not say its own");
}

CLI::Option* add_inputs(CLI::App& command, Options& options) {
  add_published(command, options);
  return command
      .add_option("INPUT", options.inputs, "files or folders: text, Markdown, HTML, JSON Lines; - is standard input")
      ->required();
}

/// With a state there need be no input: what is known is written anew.
void add_state(CLI::App& command, Options& options, CLI::Option* inputs) {
  auto* state = command.add_option(
      "--state", options.state,
      "file that keeps what was read and told: events keep their UID, and the briefing says what has changed");
  command
      .add_option("--withdraw", options.withdraw, "id of an article that the state is to forget; may be given again")
      ->allow_extra_args(false)
      ->needs(state);
  inputs->required(false);
  command.parse_complete_callback([inputs, state] {
    if (inputs->empty() && state->empty()) throw CLI::RequiredError("INPUT");
  });
}

void add_format(CLI::App& command, Options& options, const std::vector<std::string>& formats, const char* description) {
  command.add_option("--format", options.format, description)->check(CLI::IsMember(formats));
}

void add_outputs(CLI::App& command, Options& options) {
  command.add_option("-o,--out", options.out, "folder for the files")->required();
  command.add_option("--ical-fuzzy", options.ical_fuzzy, "how an approximate date is shown in the feed")
      ->check(CLI::IsMember({"marker", "span", "skip"}));
  command.add_option("--csv-profile", options.csv_profile, "write timeline.csv in the columns that this tool imports")
      ->check(CLI::IsMember({"google", "outlook", "timelinejs"}));
  command.add_flag("--csv-bom", options.csv_bom, "begin timeline.csv with a byte-order mark");
}

void add_build(CLI::App& app, Request& request) {
  CLI::App& command =
      add_command(app, request, "build", "the calendar of the articles: timeline.ics, .csv, .md, .json, .html", build);
  add_state(command, request.options, add_inputs(command, request.options));
  add_outputs(command, request.options);
}

void add_tag(CLI::App& app, Request& request) {
  CLI::App& command = add_command(app, request, "tag", "time expressions", tag_articles);
  add_inputs(command, request.options);
  add_format(command, request.options, {"jsonl", "timeml"},
             "jsonl: a line a document; timeml: an XML document each, one behind the other");
}

void add_extract(CLI::App& app, Request& request) {
  add_inputs(add_command(app, request, "extract", "claims, a JSON object a line", extract_claims), request.options);
}

void add_merge(CLI::App& app, Request& request) {
  CLI::App& command =
      add_command(app, request, "merge", "claims of any number of runs into one timeline", merge_claims);
  command.add_option("CLAIMS", request.options.inputs, "files that extract wrote; - is standard input")->required();
  add_outputs(command, request.options);
}

void add_check(CLI::App& app, Request& request) {
  CLI::App& command =
      add_command(app, request, "check", "what cannot all be right; exit 1 where something is found", check_articles);
  add_inputs(command, request.options);
  add_format(command, request.options, {"text", "json", "sarif"}, "text, json or sarif");
}

void add_explain(CLI::App& app, Request& request) {
  CLI::App& command = add_command(app, request, "explain", "how a text is read", explain_text);
  command.add_option("TEXT", request.options.text)->required();
  add_published(command, request.options);
}

void add_rules(CLI::App& app, Request& request) {
  CLI::App& group = *app.add_subcommand("rules", "the examples of the rules; what there is");
  group.require_subcommand(1);
  add_command(group, request, "check", "run every example", check_rules);
  CLI::App& list = add_command(group, request, "list", "every rule with its examples, place and pattern", list_rules);
  list.add_option("--corpus", request.options.inputs,
                  "documents: how often each rule fires there, and which never does");
}

void add_serve(CLI::App& app, Request& request) {
  CLI::App& command =
      add_command(app, request, "serve", "the calendar over HTTP, for calendars that subscribe to it", serve_folder);
  command.add_option("DIR", request.options.folder, "folder that build wrote; a new build is seen at once")->required();
  command
      .add_option("--listen", request.options.listen, "numeric address to listen on; only this machine where not given")
      ->capture_default_str();
  command.add_option("--port", request.options.port, "port; 0 is any that is free")->capture_default_str();
  command.add_option("--timeout", request.options.timeout, "seconds in which a request must have come")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
}

void add_commands(CLI::App& app, Request& request) {
  app.require_subcommand(1);
  app.fallthrough();  // what holds for all commands may also stand behind one
  app.set_version_flag("--version", DATELINE_VERSION);
  app.add_option("--rules", request.options.rules,
                 "folder of your own rules, laid over those that came with the program; may be given again")
      ->allow_extra_args(false);
  app.add_option("--language", request.options.language, "language of the articles: en, en-GB");
  for (const auto add : {add_build, add_tag, add_extract, add_merge, add_check, add_explain, add_rules, add_serve})
    add(app, request);
}

}  // namespace

Request parse_command_line(int argc, char** argv) {
  Request request;
  CLI::App app{"Reads news articles and writes the diplomatic calendar that is in them.", "dateline"};
  add_commands(app, request);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    request.command = nullptr;
    request.exit_code = app.exit(e) == 0 ? 0 : 2;
  }
  return request;
}

}  // namespace dateline::program
