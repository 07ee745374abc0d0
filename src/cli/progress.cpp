// See progress.h.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

namespace dateline::program {
namespace {

constexpr const char* clear_line = "\r\x1b[K";

/// "5 s", "3 min", "2 h": never finer than it can be known.
std::string duration_in_words(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  if (seconds < 90 * 60) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.0f} h", seconds / 3600);
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t all, std::chrono::duration<double> elapsed) {
  const double rate = static_cast<double>(done) / elapsed.count();
  return fmt::format("{} of {} articles, {:.{}f} a second, {} left", done, all, rate, rate < 10 ? 1 : 0,
                     duration_in_words(static_cast<double>(all - done) / rate));
}

Progress::Progress(std::size_t all, bool prints)
    : all_(all), is_shown_(::isatty(STDERR_FILENO) && !(prints && ::isatty(STDOUT_FILENO))) {}

void Progress::operator()() {
  if (!is_shown_) return;
  const std::lock_guard alone(one_at_a_time_);
  const auto now = Clock::now();
  ++done_;
  if (now < next_) return;
  std::cerr << clear_line << progress_line(done_, all_, now - began_) << std::flush;
  next_ = now + std::chrono::milliseconds(100);
  has_line_ = true;
}

Progress::~Progress() {
  if (has_line_) std::cerr << clear_line << std::flush;
}

}  // namespace dateline::program
