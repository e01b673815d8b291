#include "adapters/sandbox/exchange.h"

#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstring>

namespace ap {
namespace {

constexpr auto kEndWait = std::chrono::seconds(5);

std::string mebibytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

std::string megabytes_used(const wire::ChildEnd& end) { return mebibytes(end.peak_bytes) + " in use"; }

}  // namespace

ReadFailure too_large(std::uint64_t bytes, const ReadLimits& limits) {
  return {ReadFailureKind::resource_limit,
          "the document has " + std::to_string(bytes) + " bytes, more than document_bytes = " +
              std::to_string(limits.document_bytes) + " allows; raise the limit or split the document"};
}

ReadFailure malformed_answer() {
  return {ReadFailureKind::crashed,
          "the worker's answer is malformed, so the document may have taken it over; look at the document with care"};
}

Exchange::Exchange(WorkerChild& child, const ReadLimits& limits) : child_(child), limits_(limits) {}

wire::Deadline Exchange::deadline() const {
  return std::min(started_ + std::chrono::seconds(limits_.wall_seconds),
                  last_progress_ + std::chrono::seconds(limits_.wall_seconds_per_page));
}

std::expected<std::string, ReadFailure> Exchange::run(std::string_view head, std::string_view document,
                                                      layout::PackedPages* pages) {
  pages_ = pages;
  wire::IoStatus sent = wire::write_frame(child_.socket.get(), wire::FrameKind::request, head, deadline(), document);
  wire::FrameReader frames(child_.socket.get());
  return receive(sent, frames);
}

std::expected<std::string, ReadFailure> Exchange::await(wire::FrameReader& frames, std::string_view rest) {
  return receive(wire::write_rest(child_.socket.get(), rest, deadline()), frames);
}

std::expected<std::string, ReadFailure> Exchange::receive(wire::IoStatus sent, wire::FrameReader& frames) {
  std::expected<std::string, ReadFailure> answer;
  if (sent == wire::IoStatus::ok) {
    answer = next_answer(frames);
  } else {
    answer = std::unexpected(sent == wire::IoStatus::timed_out ? overdue() : explain_end());
  }
  well_ = answer.has_value() || well_;
  if (!well_) child_.life_line.reset();
  return answer;
}

std::expected<std::string, ReadFailure> Exchange::next_answer(wire::FrameReader& frames) {
  std::uint64_t allowed = limits_.output_bytes;
  for (;;) {
    wire::Frame frame;
    wire::IoStatus status = frames.read(frame, allowed, deadline());
    if (status == wire::IoStatus::timed_out) return std::unexpected(overdue());
    if (status == wire::IoStatus::closed) return std::unexpected(explain_end());
    if (status == wire::IoStatus::malformed) return std::unexpected(malformed_answer());
    if (status == wire::IoStatus::too_long) {
      return std::unexpected(
          ReadFailure{ReadFailureKind::resource_limit,
                      "the document yields more than output_bytes = " + std::to_string(limits_.output_bytes) +
                          "; raise the limit if the document is known to be good"});
    }
    if (frame.kind == wire::FrameKind::reply) return std::move(frame.payload);
    if (frame.kind == wire::FrameKind::failure) {
      ReadFailure failure;
      if (!wire::decode(frame.payload, failure)) return std::unexpected(malformed_answer());
      well_ = true;
      return std::unexpected(failure);
    }
    if (frame.kind == wire::FrameKind::page) {
      allowed -= frame.payload.size();
      if (!take_page(std::move(frame.payload))) return std::unexpected(malformed_answer());
    } else if (frame.kind != wire::FrameKind::progress || !take_progress(frame.payload)) {
      return std::unexpected(malformed_answer());
    }
  }
}

bool Exchange::take_page(std::string packed) {
  const bool wanted = pages_ != nullptr && pages_->size() < static_cast<std::size_t>(std::max(limits_.pages, 0));
  return wanted && pages_->add_packed(std::move(packed));
}

// A page more each time: so a document cannot hold the clock back for ever.
bool Exchange::take_progress(std::string_view payload) {
  wire::Decoder decoder(payload);
  std::int32_t page = 0;
  decoder(page);
  if (!decoder.finished() || page <= page_) return false;
  page_ = page;
  last_progress_ = Clock::now();
  return true;
}

std::string Exchange::place() const { return page_ > 0 ? " at page or part " + std::to_string(page_) : ""; }

ReadFailure Exchange::overdue() const {
  bool whole = Clock::now() - started_ >= std::chrono::seconds(limits_.wall_seconds);
  std::string limit = whole ? "wall_seconds = " + std::to_string(limits_.wall_seconds)
                            : "wall_seconds_per_page = " + std::to_string(limits_.wall_seconds_per_page);
  return {ReadFailureKind::timed_out,
          "reading took longer than " + limit + place() + " and was stopped; raise the limit if the document is good"};
}

ReadFailure Exchange::explain_end() {
  std::optional<wire::ChildEnd> end = await_end(child_, std::max(Clock::now() + kEndWait, deadline()));
  had_left_ = page_ == 0 && end && WIFEXITED(end->wait_status);
  if (end) return explain(*end);
  return {ReadFailureKind::no_worker, "the worker program ended while the document was being read; try again"};
}

ReadFailure Exchange::explain(const wire::ChildEnd& end) const {
  if (end.wait_status == -1) {
    return {ReadFailureKind::no_worker, std::string("no process could be made for the document: ") +
                                            std::strerror(end.fork_errno) + "; try again when the system is less busy"};
  }
  auto limit = [&](const std::string& what) {
    return ReadFailure{ReadFailureKind::resource_limit,
                       "reading needs more than " + what + place() + "; raise the limit if the document is good"};
  };
  if (WIFSIGNALED(end.wait_status)) {
    int signal = WTERMSIG(end.wait_status);
    if (signal == SIGXCPU) return limit("cpu_seconds = " + std::to_string(limits_.cpu_seconds));
    if (signal == SIGPROF) return limit("cpu_seconds_per_page = " + std::to_string(limits_.cpu_seconds_per_page));
    if (signal == SIGKILL) return limit("the memory of the system (" + megabytes_used(end) + ")");
    if (signal == SIGSYS) {
      return {ReadFailureKind::crashed,
              "the document made the reader attempt something forbidden" + place() + "; look at it with care"};
    }
    // Libraries abort when memory is refused; a peak near the limit tells that from other faults.
    if (end.peak_bytes > limits_.memory_bytes / 4 * 3) {
      return limit("memory_bytes = " + std::to_string(limits_.memory_bytes) + " (" + megabytes_used(end) + ")");
    }
    return {ReadFailureKind::crashed, "the document made the reader crash" + place() + " (" + ::sigdescr_np(signal) +
                                          "); open it in a viewer and print it to a new PDF"};
  }
  if (end.peak_bytes > limits_.memory_bytes / 4 * 3) {
    return limit("memory_bytes = " + std::to_string(limits_.memory_bytes) + " (" + megabytes_used(end) + ")");
  }
  return {ReadFailureKind::crashed, "the reader gave the document up" + place() + " (exit code " +
                                        std::to_string(WEXITSTATUS(end.wait_status)) +
                                        "), as its libraries do when memory is refused; see memory_bytes"};
}

}  // namespace ap
