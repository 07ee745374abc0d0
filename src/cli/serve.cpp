// dateline serve: until the program is told to end. Tested by tests/serve/.
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iostream>

#include "cli/options.h"
#include "dateline/error.h"
#include "serve/build_folder.h"
#include "serve/server.h"

namespace dateline::program {
namespace {

/// A descriptor that can be read once the program is told to end; it no longer ends by itself then.
int end_signal() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

}  // namespace

int serve_folder(const Options& options) {
  if (!std::filesystem::is_directory(options.folder))
    throw Error(options.folder + ": is no folder", "name one that `dateline build -o` has written");
  std::signal(SIGPIPE, SIG_IGN);  // a client that goes away ends its connection only
  const int end = end_signal();
  http::BuildFolder folder(options.folder);
  http::Limits limits;
  limits.head_time = std::chrono::seconds(options.timeout);
  http::Server server(
      options.listen, options.port,
      [&](const http::Request& request) { return http::answer(request, folder.current()); }, limits);
  std::cerr << options.folder << " → " << server.url() << "timeline.ics; ends with Ctrl-C\n";
  server.run(end);
  ::close(end);
  return 0;
}

}  // namespace dateline::program
