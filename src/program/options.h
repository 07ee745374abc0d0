// What the command line says, and the commands that it may name. A command is a function from options to an exit
// code: 0: done; 1: findings, or examples that fail; 2: an error.
// A new command: its function here, its body in the file of its group, its options in command_line.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/rules.h"
#include "dateline/time.h"

namespace dateline::program {

struct Options {
  std::vector<std::string> inputs, overlays, withdraw;
  std::string published, rules, language = "en", out = ".", format = "jsonl", text, ical_fuzzy = "marker", state;
  bool csv_bom = false;
};

using Command = int (*)(const Options&);

/// What is asked for: a command, or where there is none the exit code that the command line itself has earned (--help: 0).
struct Request {
  Command command = nullptr;
  int exit_code = 0;
  Options options;
};

/// Prints help and complaints itself.
Request parse_command_line(int argc, char** argv);

/// The publication date that --published gives to what does not say its own. Throws Error.
std::optional<Moment> published_of(const Options&);

/// Beside the program where it was built, else where it was installed.
std::string rules_folder(const Options&);
Rules load_rules(const Options&);

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

}  // namespace dateline::program
