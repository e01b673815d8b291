#include "cli/signals.h"

#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "core/error.h"

namespace ap::cli {
namespace {

sigset_t stop_set() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopSignals::StopSignals() : descriptor_(-1) {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, nullptr);
  sigset_t set = stop_set();
  descriptor_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  if (descriptor_ < 0) throw Error(ErrorKind::internal, "no descriptor for signals could be had");
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

StopSignals::~StopSignals() {
  sigset_t set = stop_set();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  close(descriptor_);
}

int StopSignals::requested() {
  if (int known = signal_.load()) return known;
  signalfd_siginfo info;
  if (read(descriptor_, &info, sizeof info) != sizeof info) return signal_.load();
  signal_.store(static_cast<int>(info.ssi_signo));
  // From now on a second signal ends the process: it is delivered to this thread.
  sigset_t set = stop_set();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  return signal_.load();
}

int StopSignals::requested_lately() {
  constexpr auto kLately = std::chrono::milliseconds(1);
  const auto now = std::chrono::steady_clock::now();
  if (now - looked_ < kLately) return signal_.load();
  looked_ = now;
  return requested();
}

}  // namespace ap::cli
