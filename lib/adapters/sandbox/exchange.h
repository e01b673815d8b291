// One request and its answer, with the clock running, and the words for every way it can go wrong.
#pragma once

#include <chrono>
#include <expected>
#include <string>

#include "adapters/sandbox/messages.h"
#include "adapters/sandbox/worker_process.h"
#include "ports/read_limits.h"
#include "ports/reader.h"

namespace ap {

// Talks to one child, once. Not thread-safe. The child and the limits must outlive it.
class Exchange {
 public:
  Exchange(WorkerChild& child, const ReadLimits& limits);

  // Sends the request, which is the head and the document's bytes; yields the payload of the reply. On any failure the
  // child is given up: its life line is closed, which makes the supervisor kill it. Pages that come ahead of the reply
  // go to `pages`; without it there must be none.
  std::expected<std::string, ReadFailure> run(std::string_view head, std::string_view document,
                                              layout::PackedPages* pages = nullptr);

  // The same where the request was sent before, behind others, all but `rest` of it; `frames` reads all their answers.
  std::expected<std::string, ReadFailure> await(wire::FrameReader& frames, std::string_view rest);

  // After run(): the child answered properly and may serve again.
  bool child_is_well() const { return well_; }
  // After run(): the child was gone before it did anything for this request.
  bool child_had_left() const { return had_left_; }

 private:
  using Clock = std::chrono::steady_clock;
  wire::Deadline deadline() const;
  std::expected<std::string, ReadFailure> receive(wire::IoStatus sent, wire::FrameReader& frames);
  std::expected<std::string, ReadFailure> next_answer(wire::FrameReader& frames);
  bool take_page(std::string packed);
  bool take_progress(std::string_view payload);
  ReadFailure overdue() const;
  ReadFailure explain_end();
  ReadFailure explain(const wire::ChildEnd& end) const;
  std::string place() const;

  WorkerChild& child_;
  const ReadLimits& limits_;
  const Clock::time_point started_ = Clock::now();
  Clock::time_point last_progress_ = started_;
  layout::PackedPages* pages_ = nullptr;
  int page_ = 0;  // the last one the child reported; 0 none
  bool well_ = false, had_left_ = false;
};

ReadFailure too_large(std::uint64_t bytes, const ReadLimits& limits);
ReadFailure malformed_answer();

}  // namespace ap
