#include "supervise/supervisor.h"

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
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "adapters/sandbox/channel.h"
#include "adapters/sandbox/protocol.h"
#include "supervise/child.h"

namespace ap::worker {
namespace {

using Clock = std::chrono::steady_clock;

struct Child {
  pid_t pid = -1;
  Descriptor life_line;
  bool killed = false;
  std::optional<Clock::time_point> released;  // when the command said that it has what it wants
};

constexpr auto kLeaveWithin = std::chrono::seconds(2);

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
    const std::string greeting = std::string(wire::kGreeting) + hooks_.engine;
    if (::send(wire::kControlDescriptor, greeting.data(), greeting.size(), MSG_NOSIGNAL) < 0) return 1;
    while (step()) {
    }
    for (const Child& child : children_) ::kill(child.pid, SIGKILL);
    while (::wait(nullptr) > 0) {
    }
    return 0;
  }

 private:
  // Waits for one event of any kind and deals with it; false when the command is gone.
  bool step() {
    std::vector<pollfd> entries{{wire::kControlDescriptor, POLLIN, 0}, {signals_.get(), POLLIN, 0}};
    for (const Child& child : children_) entries.push_back({child.life_line.get(), POLLIN, 0});
    const bool leaving = std::ranges::any_of(children_, [](const Child& child) { return child.released.has_value(); });
    constexpr int kLookAgain = 500;  // milliseconds
    if (::poll(entries.data(), entries.size(), leaving ? kLookAgain : -1) < 0) return errno == EINTR;
    for (std::size_t i = 2; i < entries.size(); ++i) {
      if (entries[i].revents) hear(children_[i - 2]);
    }
    for (Child& child : children_) {
      if (child.released && Clock::now() - *child.released > kLeaveWithin) kill(child);
    }
    if (entries[1].revents) reap();
    if (!entries[0].revents) return true;
    std::optional<wire::Received> work = wire::receive_descriptors(wire::kControlDescriptor);
    if (!work) return false;
    start(*work);
    return true;
  }

  void start(wire::Received& work) {
    await_leaving();
    prepare(work.tag);
    pid_t pid = ::fork();
    if (pid == 0) {
      sigprocmask(SIG_SETMASK, &former_mask_, nullptr);
      run_child(work.first.get(), work.third.get(), work.tag == wire::kManyDocuments, hooks_);
    }
    if (pid < 0) {
      tell(work.second.get(), {-1, errno, 0, 0});
      return;
    }
    children_.push_back({.pid = pid, .life_line = std::move(work.second)});
  }

  // What cannot be prepared, a child will try again and say so of its document.
  void prepare(char tag) {
    try {
      if (tag == wire::kRecognition) hooks_.prepare_recognition();
      if (wish_ > 0) hooks_.prepare(std::exchange(wish_, 0));
    } catch (const std::exception&) {
    }
  }

  // Children that have answered tell what the next one should not have to do again. They are gone in a moment.
  void await_leaving() {
    constexpr int kMoment = 50;  // milliseconds
    auto leaving = [](const Child& child) { return child.released && !child.killed; };
    pollfd ended{signals_.get(), POLLIN, 0};
    while (std::ranges::any_of(children_, leaving) && ::poll(&ended, 1, kMoment) > 0) reap();
  }

  // The command has the answer, and the child may leave by itself; or it has closed the line without: it no longer
  // wants the document.
  static void hear(Child& child) {
    char word = 0;
    ssize_t got = ::recv(child.life_line.get(), &word, 1, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got == 1 && word == wire::kReleased) {
      child.released = Clock::now();
      return;
    }
    child.life_line.reset();
    if (!child.released) kill(child);
  }

  static void kill(Child& child) {
    if (!child.killed) ::kill(child.pid, SIGKILL);
    child.killed = true;
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
        wish_ = WEXITSTATUS(status);
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
  int wish_ = 0;  // of the last child that had one; granted when another document comes
};

}  // namespace

int supervise(const Hooks& hooks) {
  ::prctl(PR_SET_DUMPABLE, 0);
  return Supervisor(hooks).run();
}

}  // namespace ap::worker
