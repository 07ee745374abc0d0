// Sockets and HTTP by libmicrohttpd: who may connect, how long and how much a client may send, when it ends.
// Everything happens in the thread that calls run(). Tested by tests/serve/.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "serve/answer.h"

namespace dateline::http {

/// What one client may take of what is there for all.
struct Limits {
  unsigned connections = 512;                ///< open at once; one more ends that which is nearest to its time limit
  std::size_t head_bytes = 16 * 1024;        ///< of a request: line and headers
  std::chrono::seconds head_time{15};        ///< for the next whole head to arrive
  std::chrono::seconds answer_time{5 * 60};  ///< for the answer to be taken
};

class Server {
 public:
  /// Listens on a numeric address, IPv4 or IPv6; port 0 is any that is free. Throws Error where it cannot.
  Server(const std::string& address, std::uint16_t port, std::function<Response(const Request&)> answer,
         const Limits& = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// "http://127.0.0.1:8080/"
  std::string url() const;

  /// Answers until there is something to read from the descriptor `stop`.
  void run(int stop);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::http
