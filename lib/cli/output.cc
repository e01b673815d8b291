#include "cli/output.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "core/error.h"

namespace ap::cli {
namespace {

// A descriptor above the standard three, closed on exec; -1 when `from` is not open.
int duplicate(int from) { return fcntl(from, F_DUPFD_CLOEXEC, 3); }

[[noreturn]] void fail(int error) {
  if (error == EPIPE) throw BrokenPipe{};
  throw Error(ErrorKind::io, std::string("standard output cannot be written: ") + std::strerror(error),
              error == ENOSPC ? "make room where the output goes and run again" : "check where the output goes");
}

}  // namespace

void occupy_standard_descriptors() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    // The lowest free number is taken, so this opens `descriptor`. Standard output becomes read-only on purpose:
    // writing to it must fail as it does when it is closed.
    if (open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY) < 0) _exit(71);
  }
}

Output::Output() : descriptor_(duplicate(1)), terminal_(isatty(descriptor_) == 1) {
  if (descriptor_ >= 0) dup2(2, 1);
}

Output::~Output() {
  if (descriptor_ >= 0) close(descriptor_);
}

void Output::write(std::string_view text) {
  std::lock_guard lock(mutex_);
  write_locked(text);
}

void Output::write_locked(std::string_view text) {
  while (!text.empty()) {
    ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      // Somebody made the shared description non-blocking: wait for room.
      pollfd ready{descriptor_, POLLOUT, 0};
      poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
}

void Output::line(std::string_view text) { write(std::string(text) + '\n'); }

void Output::write(const std::function<void(const Sink&)>& put) {
  std::lock_guard lock(mutex_);
  put([this](std::string_view piece) { write_locked(piece); });
}

bool Output::is_pipe() const {
  struct stat info {};
  return fstat(descriptor_, &info) == 0 && S_ISFIFO(info.st_mode);
}

}  // namespace ap::cli
