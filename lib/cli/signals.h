// SIGINT and SIGTERM as something to ask for, not something that interrupts: the document in hand is finished, then
// the command ends with 130 or 143. A second signal ends the process at once.
#pragma once

#include <atomic>
#include <chrono>

namespace ap::cli {

// Construct before any thread is started: it blocks both signals for the calling thread and those it starts, and
// ignores SIGPIPE. Programs started by this one inherit the block and must end when their input does. Thread-safe.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;

  // 0, SIGINT or SIGTERM.
  int requested();
  // The same for whoever asks between small documents: looks only once a millisecond, since a system call for each
  // would cost more than it is good for. For one thread.
  int requested_lately();
  // Readable when a signal has come: for poll() beside the descriptor that one waits for.
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::atomic<int> signal_{0};
  std::chrono::steady_clock::time_point looked_{};
};

}  // namespace ap::cli
