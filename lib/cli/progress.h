// A progress line on a terminal: "ap-extract  312/1000  31 %  12.4/s  0:55 left". Redrawn at most ten times a second.
// Not thread-safe: one thread advances it.
#pragma once

#include <cstdint>
#include <string>

#include "cli/log.h"

namespace ap::cli {

enum class ProgressMode { automatic, always, never };

class Progress {
 public:
  // `total` 0: unknown. automatic: when standard error is a terminal and the format is text.
  Progress(Log& log, std::string label, std::int64_t total, ProgressMode mode);
  ~Progress();  // removes the line
  Progress(const Progress&) = delete;
  void advance(std::int64_t steps = 1);

  // The line for `done` steps after `elapsed_ms`; pure.
  static std::string line(const std::string& label, std::int64_t done, std::int64_t total, std::int64_t elapsed_ms);

 private:
  Log& log_;
  std::string label_;
  std::int64_t total_, done_ = 0, start_ms_, drawn_ms_ = 0;
  bool shown_;
};

}  // namespace ap::cli
