#include "supervise/child.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <ctime>
#include <new>

#include "adapters/sandbox/channel.h"
#include "adapters/sandbox/window.h"

namespace ap::worker {
namespace {

constexpr int kDocumentSocket = 4;
constexpr auto kForever = wire::kNoDeadline;  // the command keeps the wall clock, the child need not
constexpr int kDocumentsPerChild = 500;
constexpr std::size_t kLargeBytes = 16u << 20;

// Leaves the document's socket as the only descriptor beside the three of /dev/null. Nothing of the supervisor or of
// another document stays open.
void close_all_but(int socket) {
  if (socket != kDocumentSocket) ::dup2(socket, kDocumentSocket);
  ::close_range(3, kDocumentSocket - 1, 0);
  ::close_range(kDocumentSocket + 1, ~0u, 0);
}

// Lets the process be ended by SIGPROF when it uses more CPU time than a page may; each sign of progress starts anew.
// Documents that take microseconds share what was set for the first of them and this much more, since a system call for
// each would be dearer than it is good for.
class PageTimer {
 public:
  void start(int seconds) {
    using Clock = std::chrono::steady_clock;
    const auto now = Clock::now();
    if (seconds == seconds_ && now - started_ < kShared) return;
    seconds_ = seconds;
    started_ = now;
    itimerval timer{};
    timer.it_value.tv_sec = seconds;
    if (seconds > 0) timer.it_value.tv_usec = std::chrono::microseconds(kShared).count();
    ::setitimer(ITIMER_PROF, &timer, nullptr);
  }

 private:
  static constexpr auto kShared = std::chrono::milliseconds(50);
  int seconds_ = -1;
  std::chrono::steady_clock::time_point started_{};
};

Outcome guarded(const Hooks& hooks, const wire::Request& request, const Progress& progress) {
  try {
    return hooks.serve(request, progress);
  } catch (const std::bad_alloc&) {
    return std::unexpected(ReadFailure{ReadFailureKind::resource_limit,
                                       "the document needs more memory than memory_bytes allows; raise the limit if "
                                       "the document is known to be good"});
  } catch (const std::exception& error) {
    return std::unexpected(
        ReadFailure{ReadFailureKind::unreadable, std::string("the document cannot be read: ") + error.what()});
  }
}

bool serve_one(const wire::Request& request, const Hooks& hooks, PageTimer& timer) {
  auto number = [&](int at) {
    wire::Encoder encoder;
    encoder(static_cast<std::int32_t>(at));
    wire::write_frame(kDocumentSocket, wire::FrameKind::progress, encoder.take(), kForever);
    timer.start(request.limits.cpu_seconds_per_page);
  };
  auto page = [](std::string_view packed) {
    wire::write_frame(kDocumentSocket, wire::FrameKind::page, packed, kForever);
  };
  const Progress progress(number, page);
  timer.start(request.limits.cpu_seconds_per_page);
  Outcome outcome = guarded(hooks, request, progress);
  wire::IoStatus written =
      outcome ? wire::write_frame(kDocumentSocket, wire::FrameKind::reply, *outcome, kForever)
              : wire::write_frame(kDocumentSocket, wire::FrameKind::failure, wire::encode(outcome.error()), kForever);
  return written == wire::IoStatus::ok;
}

// Half the CPU limit, many documents, or a large one, whose memory is not to lie about: time to make room for a fresh
// child.
bool worn_out(int served, const wire::Request& request) {
  if (request.bytes.size() > kLargeBytes) return true;
  if (served % 16 != 0) return served >= kDocumentsPerChild;  // the clock of a process is a system call
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return served >= kDocumentsPerChild || used.tv_sec >= request.limits.cpu_seconds / 2;
}

// The request of a frame, in which the document stands, or which says where in the window it lies.
bool understand(const wire::Frame& frame, std::string_view seen, wire::Request& request) {
  if (frame.kind == wire::FrameKind::request) return wire::decode(frame.payload, request);
  wire::LaidRequest laid;
  if (frame.kind != wire::FrameKind::laid || !wire::decode(frame.payload, laid)) return false;
  if (laid.at > seen.size() || laid.size > seen.size() - laid.at) return false;
  request = std::move(laid.request);
  request.bytes = seen.substr(laid.at, laid.size);
  return true;
}

}  // namespace

void run_child(int socket, int window, bool many, const Hooks& hooks) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const std::string_view seen = wire::look_through(window);
  close_all_but(socket);
  wire::FrameReader frames(kDocumentSocket);
  PageTimer timer;
  for (int served = 0;; ++served) {
    wire::Frame frame;
    if (frames.read(frame, ~0ull, kForever) != wire::IoStatus::ok) _exit(0);
    wire::Request request;
    if (!understand(frame, seen, request)) _exit(kExitBadRequest);
    try {
      if (served == 0) hooks.confine(request.limits);
    } catch (const std::exception&) {
      _exit(kExitNotConfined);
    }
    bool answered = serve_one(request, hooks, timer);
    if (!many || !answered || worn_out(served + 1, request)) _exit(hooks.wish());
  }
}

}  // namespace ap::worker
