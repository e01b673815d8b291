#include "worker/supervisor.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "adapters/sandbox/channel.h"
#include "adapters/sandbox/protocol.h"
#include "worker/child.h"

namespace ap::worker {
namespace {

struct Child {
  pid_t pid = -1;
  Descriptor life_line;
  bool killed = false;
};

class Supervisor {
 public:
  explicit Supervisor(const Hooks& hooks) : hooks_(hooks) {
    sigset_t child_ended;
    sigemptyset(&child_ended);
    sigaddset(&child_ended, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child_ended, &former_mask_);
    signals_.reset(signalfd(-1, &child_ended, SFD_CLOEXEC | SFD_NONBLOCK));
  }

  int run() {
    if (::send(wire::kControlDescriptor, wire::kGreeting.data(), wire::kGreeting.size(), MSG_NOSIGNAL) < 0) return 1;
    while (step()) {
    }
    for (const Child& child : children_) ::kill(child.pid, SIGKILL);
    return 0;
  }

 private:
  // Waits for one event of any kind and deals with it; false when the command is gone.
  bool step() {
    std::vector<pollfd> entries{{wire::kControlDescriptor, POLLIN, 0}, {signals_.get(), POLLIN, 0}};
    for (const Child& child : children_) entries.push_back({child.life_line.get(), 0, 0});
    if (::poll(entries.data(), entries.size(), -1) < 0) return errno == EINTR;
    for (std::size_t i = 2; i < entries.size(); ++i) {
      if (entries[i].revents) kill_abandoned(children_[i - 2]);
    }
    if (entries[1].revents) reap();
    if (!entries[0].revents) return true;
    std::optional<wire::Received> work = wire::receive_descriptors(wire::kControlDescriptor);
    if (!work) return false;
    start(*work);
    return true;
  }

  void start(wire::Received& work) {
    pid_t pid = ::fork();
    if (pid == 0) {
      sigprocmask(SIG_SETMASK, &former_mask_, nullptr);
      run_child(work.first.get(), work.tag == wire::kManyDocuments, hooks_);
    }
    if (pid < 0) {
      tell(work.second.get(), {-1, errno, 0, 0});
      return;
    }
    children_.push_back({pid, std::move(work.second), false});
  }

  // The command has closed its end of the life line: it no longer wants the document.
  static void kill_abandoned(Child& child) {
    if (child.killed) return;
    ::kill(child.pid, SIGKILL);
    child.killed = true;
    child.life_line.reset();
  }

  void reap() {
    signalfd_siginfo drained;
    while (::read(signals_.get(), &drained, sizeof drained) > 0) {
    }
    int status = 0;
    rusage usage{};
    for (pid_t pid; (pid = ::wait4(-1, &status, WNOHANG, &usage)) > 0;) {
      auto child = std::ranges::find(children_, pid, &Child::pid);
      if (child == children_.end()) continue;
      auto milliseconds = [](const timeval& time) { return time.tv_sec * 1000ull + time.tv_usec / 1000ull; };
      tell(child->life_line.get(), {status, 0, static_cast<std::uint64_t>(usage.ru_maxrss) * 1024,
                                    milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)});
      children_.erase(child);
      if (WIFEXITED(status) && WEXITSTATUS(status) > 0 && WEXITSTATUS(status) <= kHighestWish) {
        hooks_.prepare(WEXITSTATUS(status));
      }
    }
  }

  static void tell(int life_line, const wire::ChildEnd& end) {
    if (life_line >= 0) ::send(life_line, &end, sizeof end, MSG_NOSIGNAL | MSG_DONTWAIT);
  }

  const Hooks& hooks_;
  sigset_t former_mask_{};
  Descriptor signals_;
  std::vector<Child> children_;
};

}  // namespace

int supervise(const Hooks& hooks) {
  ::prctl(PR_SET_DUMPABLE, 0);
  return Supervisor(hooks).run();
}

}  // namespace ap::worker
