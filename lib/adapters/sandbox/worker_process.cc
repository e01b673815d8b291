#include "adapters/sandbox/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "core/error.h"

namespace ap {
namespace {

constexpr int kGreetingMilliseconds = 20'000;

// What the worker may know of the surroundings. libgomp reads its limit when it is loaded, so it must be there from
// the start: with its default of a thread per core, OCR of one page takes five times the CPU time.
std::vector<std::string> worker_environment() {
  std::vector<std::string> variables{"OMP_THREAD_LIMIT=1", "MALLOC_ARENA_MAX=1", "LC_ALL=C.UTF-8", "PATH=/nonexistent"};
  for (const char* name : {"TESSDATA_PREFIX", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

// posix_spawn's attributes and actions, freed together.
struct SpawnPlan {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;

  explicit SpawnPlan(int control) {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, control, wire::kControlDescriptor);
    posix_spawn_file_actions_addclosefrom_np(&actions, wire::kControlDescriptor + 1);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
};

}  // namespace

std::filesystem::path find_worker(const std::filesystem::path& given) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (!given.empty()) {
    if (::access(given.c_str(), X_OK) == 0) return given;
    throw Error(ErrorKind::config, "the worker program " + given.string() + " does not exist or cannot be run",
                "set reader.worker to the path of ap-worker");
  }
  fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  std::string tried;
  for (const char* place : {"../libexec/ap/ap-worker", "../libexec/ap-worker", "ap-worker"}) {
    fs::path candidate = (folder / place).lexically_normal();
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    tried += (tried.empty() ? "" : ", ") + candidate.string();
  }
  throw Error(ErrorKind::config, "the worker program was not found; looked for " + tried,
              "install ap-worker there, or set reader.worker to its path");
}

WorkerProcess::~WorkerProcess() { stop(); }

void WorkerProcess::stop() {
  control_.reset();
  if (pid_ > 0) {
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  pid_ = -1;
}

void WorkerProcess::start() {
  auto [ours, theirs] = socket_pair(SOCK_SEQPACKET);
  // A descriptor equal to its target would keep its close-on-exec flag: move it out of the way first.
  if (theirs.get() == wire::kControlDescriptor) theirs.reset(::fcntl(theirs.get(), F_DUPFD_CLOEXEC, 4));
  SpawnPlan plan(theirs.get());
  std::string name = "ap-worker";
  std::vector<std::string> variables = worker_environment();
  char* arguments[] = {name.data(), nullptr};
  int failure =
      ::posix_spawn(&pid_, program_.c_str(), &plan.actions, &plan.attributes, arguments, pointers(variables).data());
  if (failure != 0) {
    pid_ = -1;
    throw Error(ErrorKind::temporary, "cannot start " + program_.string() + ": " + std::strerror(failure),
                "check that the worker program is installed and that the system has memory and processes to spare");
  }
  control_ = std::move(ours);
  theirs.reset();
  greet();
}

void WorkerProcess::greet() {
  pollfd entry{control_.get(), POLLIN, 0};
  char greeting[256];
  ssize_t got = -1;
  if (::poll(&entry, 1, kGreetingMilliseconds) > 0) got = ::recv(control_.get(), greeting, sizeof greeting, 0);
  std::string_view said(greeting, got > 0 ? static_cast<std::size_t>(got) : 0);
  if (said.starts_with(wire::kGreeting)) {
    engine_ = said.substr(wire::kGreeting.size());
    return;
  }
  ::kill(pid_, SIGKILL);
  stop();
  throw Error(ErrorKind::temporary, "the worker program " + program_.string() + " did not start as it should",
              "run it once by hand with --self-test; it must be of the same version as this command");
}

std::string WorkerProcess::engine() {
  std::lock_guard lock(mutex_);
  if (!control_) start();
  return engine_;
}

WorkerChild WorkerProcess::open_child(char tag, Window window) {
  const Descriptor seen = window.take_descriptor();
  std::lock_guard lock(mutex_);
  for (int attempt = 0;; ++attempt) {
    auto [ours, theirs] = socket_pair(SOCK_STREAM);
    auto [life_line, far_end] = socket_pair(SOCK_STREAM);
    if (!control_) start();
    const int descriptors[] = {theirs.get(), far_end.get(), seen.get()};
    if (wire::send_descriptors(control_.get(), tag, std::span(descriptors).first(seen ? 3 : 2))) {
      return {std::move(ours), std::move(life_line), std::move(window)};
    }
    stop();
    if (attempt == 2) {
      throw Error(ErrorKind::temporary, "the worker program " + program_.string() + " ends as soon as it is started",
                  "run it once by hand with --self-test");
    }
  }
}

void release(WorkerChild& child) { ::send(child.life_line.get(), &wire::kReleased, 1, MSG_NOSIGNAL | MSG_DONTWAIT); }

std::optional<wire::ChildEnd> await_end(WorkerChild& child, wire::Deadline deadline) {
  wire::ChildEnd end;
  std::string bytes;
  for (;;) {
    auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    pollfd entry{child.life_line.get(), POLLIN, 0};
    int ready = ::poll(&entry, 1, static_cast<int>(left > 0 ? left : 0));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    char piece[sizeof end];
    ssize_t got = ::recv(child.life_line.get(), piece, sizeof end - bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    bytes.append(piece, static_cast<std::size_t>(got));
    if (bytes.size() < sizeof end) continue;
    std::memcpy(&end, bytes.data(), sizeof end);
    return end;
  }
}

}  // namespace ap
