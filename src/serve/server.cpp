// HTTP by libmicrohttpd in an epoll loop of our own, so that a client who dawdles can be sent away: the library's
// own time limit starts anew with every byte. See server.h.
#include "serve/server.h"

#include <fmt/format.h>
#include <microhttpd.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <map>

#include "dateline/error.h"

namespace dateline::http {
namespace {

using Clock = std::chrono::steady_clock;

/// An open connection.
struct Visit {
  int socket = -1;
  Clock::time_point until;  ///< when its time is over
  std::string target;       ///< of the request that is being read or answered
  bool is_known = false;    ///< it had an answer before; what comes unasked could be taken for the next one
};

constexpr std::string_view too_late =
    "HTTP/1.1 408 Request Timeout\r\nContent-Type: text/plain\r\nContent-Length: 34\r\nConnection: close\r\n\r\n"
    "The request took too long to come\n";
constexpr std::string_view too_many =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\nContent-Length: 35\r\nRetry-After: "
    "15\r\nConnection: close\r\n\r\n"
    "Too many connections; try it later\n";

/// The library finds the end of the connection by itself, and tells of it a little later.
void send_away(Visit& visit, std::string_view words) {
  if (!visit.is_known) ::send(visit.socket, words.data(), words.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  ::shutdown(visit.socket, SHUT_RDWR);
  visit.until = Clock::time_point::max();
}

MHD_Response* to_library(const Response& response) {
  auto* body = new std::shared_ptr<const std::string>(response.body);
  const auto release = [](void* held) { delete static_cast<std::shared_ptr<const std::string>*>(held); };
  MHD_Response* out = MHD_create_response_from_buffer_with_free_callback_cls(
      (*body)->size(), const_cast<char*>((*body)->data()), release, body);
  if (!out) delete body;
  for (const auto& [name, value] : response.headers)
    if (out) MHD_add_response_header(out, name.c_str(), value.c_str());
  return out;
}

/// A request with a body is answered before that is read, and its connection closed.
bool has_body(MHD_Connection* connection) {
  return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length") ||
         MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Transfer-Encoding");
}

std::string header(MHD_Connection* connection, const char* name) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value ? value : "";
}

struct Resolved {
  addrinfo* found = nullptr;
  ~Resolved() {
    if (found) ::freeaddrinfo(found);
  }
};

/// Numeric only: to look up a name may take long, and lead elsewhere than was meant.
void resolve(const std::string& address, std::uint16_t port, Resolved& into) {
  addrinfo wanted{};
  wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
  wanted.ai_socktype = SOCK_STREAM;
  if (::getaddrinfo(address.c_str(), std::to_string(port).c_str(), &wanted, &into.found) != 0)
    throw Error("--listen: '" + address + "' is no address",
                "write 127.0.0.1, ::1, or 0.0.0.0 for every address of this machine");
}

}  // namespace

struct Server::State {
  std::string address;
  std::function<Response(const Request&)> answer;
  Limits limits;
  std::map<MHD_Connection*, Visit> visits;
  MHD_Daemon* daemon = nullptr;

  Visit& nearest_to_its_end() {
    return std::min_element(visits.begin(), visits.end(),
                            [](const auto& a, const auto& b) { return a.second.until < b.second.until; })
        ->second;
  }

  void arrive(MHD_Connection* connection) {
    if (visits.size() >= limits.connections) send_away(nearest_to_its_end(), too_many);
    const int socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    visits[connection] = {socket, Clock::now() + limits.head_time, "", false};
  }

  MHD_Result reply(MHD_Connection* connection, const std::string& method, const std::string& version) {
    Visit& visit = visits.at(connection);
    visit.until = Clock::now() + limits.answer_time;
    visit.is_known = true;
    const bool lacks_host =
        version == "HTTP/1.1" && header(connection, "Host").empty();  // the library's own check answers twice
    const Response response = answer({method, visit.target, header(connection, "If-None-Match"),
                                      header(connection, "If-Modified-Since"), lacks_host});
    MHD_Response* out = to_library(response);
    if (!out) return MHD_NO;
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), out);
    MHD_destroy_response(out);
    return queued;
  }

  void send_late_ones_away() {
    const auto now = Clock::now();
    for (auto& [connection, visit] : visits)
      if (visit.until <= now) send_away(visit, too_late);
  }

  /// In milliseconds. Connections are looked at once a second; where there is none, there is nothing to wake up for.
  int longest_wait() const {
    MHD_UNSIGNED_LONG_LONG most = 1000;
    MHD_get_timeout(daemon, &most);
    return visits.empty() && most == 1000 ? -1 : static_cast<int>(std::min<MHD_UNSIGNED_LONG_LONG>(most, 1000));
  }

  // What the library calls, with the state as its first argument. It is written in C: nothing may be thrown into it.
  static void on_connection(void* state, MHD_Connection* connection, void**, MHD_ConnectionNotificationCode code) {
    auto* self = static_cast<State*>(state);
    if (code == MHD_CONNECTION_NOTIFY_STARTED)
      self->arrive(connection);
    else
      self->visits.erase(connection);
  }

  static void* on_target(void* state, const char* target, MHD_Connection* connection) {
    static_cast<State*>(state)->visits.at(connection).target = target;
    return nullptr;
  }

  static MHD_Result on_request(void* state, MHD_Connection* connection, const char*, const char* method,
                               const char* version, const char*, size_t*, void** asked) {
    const bool is_first = !std::exchange(*asked, state);
    if (is_first && !has_body(connection)) return MHD_YES;  // an answer to the first call would close the connection
    try {
      return static_cast<State*>(state)->reply(connection, method, version);
    } catch (const std::exception&) {
      return MHD_NO;  // no memory: this connection ends, the others go on
    }
  }

  static void on_completed(void* state, MHD_Connection* connection, void**, MHD_RequestTerminationCode) {
    auto* self = static_cast<State*>(state);
    const auto visit = self->visits.find(connection);
    if (visit != self->visits.end() && visit->second.until != Clock::time_point::max())
      visit->second.until = Clock::now() + self->limits.head_time;
  }

  MHD_Daemon* started(std::uint16_t port) {
    Resolved resolved;
    resolve(address, port, resolved);
    const unsigned flags = resolved.found->ai_family == AF_INET6 ? MHD_USE_EPOLL | MHD_USE_IPv6 : MHD_USE_EPOLL;
    return MHD_start_daemon(flags, port, nullptr, nullptr, on_request, this, MHD_OPTION_SOCK_ADDR,
                            resolved.found->ai_addr, MHD_OPTION_CONNECTION_LIMIT,
                            limits.connections + 64,  // those that are sent away are still counted
                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits.head_bytes, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
                            MHD_OPTION_NOTIFY_CONNECTION, on_connection, this, MHD_OPTION_NOTIFY_COMPLETED,
                            on_completed, this, MHD_OPTION_URI_LOG_CALLBACK, on_target, this, MHD_OPTION_END);
  }
};

Server::Server(const std::string& address, std::uint16_t port, std::function<Response(const Request&)> answer,
               const Limits& limits)
    : state_(std::make_unique<State>(State{address, std::move(answer), limits, {}, nullptr})) {
  state_->daemon = state_->started(port);
  if (!state_->daemon)
    throw Error(fmt::format("{} port {}: cannot be listened on: {}", address, port, std::strerror(errno)),
                "choose another with --listen and --port");
}

Server::~Server() {
  if (state_->daemon) MHD_stop_daemon(state_->daemon);
}

std::string Server::url() const {
  const auto port = MHD_get_daemon_info(state_->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
  const bool is_ipv6 = state_->address.find(':') != std::string::npos;
  return fmt::format("http://{}:{}/", is_ipv6 ? '[' + state_->address + ']' : state_->address, port);
}

void Server::run(int stop) {
  const int library = MHD_get_daemon_info(state_->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
  pollfd watched[] = {{library, POLLIN, 0}, {stop, POLLIN, 0}};
  while ((watched[1].revents & POLLIN) == 0) {
    ::poll(watched, 2, state_->longest_wait());
    MHD_run(state_->daemon);
    state_->send_late_ones_away();
  }
}

}  // namespace dateline::http
