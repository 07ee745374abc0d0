// The program: what the command line asks for is done, and what goes wrong is told. The commands are in program/.
// Tested by tests/cli/cli_test.cpp.
#include <csignal>
#include <iostream>

#include "cli/options.h"
#include "dateline/error.h"

namespace {

int run(int argc, char** argv) {
  const auto request = dateline::program::parse_command_line(argc, argv);
  const int status = request.command ? request.command(request.options) : request.exit_code;
  std::cout.flush();
  if (!std::cout) throw dateline::Error("standard output: cannot be written", "is the disk full, or the reader gone?");
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is told like a full disk
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "error: " << e.what() << '\n';
    return 2;
  }
}
