// What the command line says, and the commands that it may name. A command is a function from options to an exit
// code: 0: done; 1: findings, or examples that fail; 2: an error.
// A new command: its function here, its body in the file of its group, its options in command_line.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dateline/gazetteer.h"
#include "dateline/rules.h"
#include "dateline/time.h"

namespace dateline::program {

struct Options {
  std::vector<std::string> inputs, rules, withdraw;
  std::string published, language = "en", out = ".", format = "jsonl", text, ical_fuzzy = "marker", state;
  bool csv_bom = false;
  std::string folder, listen = "127.0.0.1";
  std::uint16_t port = 8080;
  int timeout = 15;         ///< seconds
  std::string csv_profile;  ///< google, outlook, timelinejs; empty: our own columns
};

using Command = int (*)(const Options&);

/// What is asked for: a command, or where there is none the exit code that the command line itself has earned (--help:
/// 0).
struct Request {
  Command command = nullptr;
  int exit_code = 0;
  Options options;
};

/// Prints help and complaints itself.
Request parse_command_line(int argc, char** argv);

/// The publication date that --published gives to what does not say its own. Throws Error.
std::optional<Moment> published_of(const Options&);

/// The rules that came with the program, or a folder of --rules that takes their place, with those that other folders
/// of --rules lay over them. Throws Error.
Rules load_rules(const Options&, Examples = Examples::left_out);
/// The actors and places of the same folders.
Gazetteer load_gazetteer(const Options&);
/// rules_key() of both, with what is laid over them.
std::string key_of_rules(const Options&);

// Articles into calendars: articles.cpp.
int build(const Options&);
int build_with_state(const Options&);  // stateful.cpp
int extract_claims(const Options&);
int merge_claims(const Options&);
int check_articles(const Options&);

// How a text is read, and by which rules: reading.cpp.
int tag_articles(const Options&);
int explain_text(const Options&);
int check_rules(const Options&);
int list_rules(const Options&);

// Calendars to those who subscribe to them: serve.cpp.
int serve_folder(const Options&);

}  // namespace dateline::program
