// How far a long run is, on a line of standard error that is written over and taken away in the end. Nothing is
// shown where that is no terminal, and nothing in the first half second. Tested by tests/cli/progress_test.cpp and
// tests/cli/progress_test.py.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

namespace dateline::program {

/// "183 of 383 articles, 41 a second, 5 s left"; at least one must be done, in more than no time.
std::string progress_line(std::size_t done, std::size_t all, std::chrono::duration<double> elapsed);

class Progress {
 public:
  /// `prints`: the run writes its results to standard output while it goes; where that is a terminal, they are progress
  /// enough.
  explicit Progress(std::size_t all, bool prints = false);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more is done. May be called from several threads.
  void operator()();

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t done_ = 0;
  const std::size_t all_;
  const bool is_shown_;
  const Clock::time_point began_ = Clock::now();
  Clock::time_point next_ = began_ + std::chrono::milliseconds(500);  ///< when the line is due
  bool has_line_ = false;
  std::mutex one_at_a_time_;
};

}  // namespace dateline::program
