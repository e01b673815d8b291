#include "supervise/self_test.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace ap::worker {
namespace {

// `result`: of a system call, negative when it was refused with errno.
wire::Attempt attempt(std::string what, long result) {
  return {std::move(what), result < 0, result < 0 ? std::strerror(errno) : "it went through"};
}

wire::Attempt try_open(const char* path, int flags, std::string what) {
  int fd = ::open(path, flags | O_CLOEXEC, 0600);
  wire::Attempt out = attempt(std::move(what), fd);
  if (fd >= 0) ::close(fd);
  return out;
}

wire::Attempt try_socket(int family, std::string what) {
  int fd = ::socket(family, SOCK_STREAM, 0);
  wire::Attempt out = attempt(std::move(what), fd);
  if (fd >= 0) ::close(fd);
  return out;
}

wire::Attempt try_exec() {
  const char* arguments[] = {"/nonexistent", nullptr};
  // A file that does not exist: refused before it is looked for, when the filter holds.
  ::execve(arguments[0], const_cast<char**>(arguments), nullptr);
  return {"run another program", errno == EPERM, std::strerror(errno)};
}

wire::Attempt try_fork() {
  long pid = ::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr);
  if (pid == 0) ::_exit(0);
  return attempt("start another process", pid);
}

wire::Attempt try_signal() { return attempt("send a signal to the parent", ::kill(::getppid(), 0)); }

wire::Attempt try_raise_limit() {
  rlimit more{RLIM_INFINITY, RLIM_INFINITY};
  return attempt("raise its resource limits", ::setrlimit(RLIMIT_CPU, &more));
}

wire::Attempt count_descriptors() {
  int open = 0;
  for (int fd = 5; fd < 1024; ++fd) open += ::fcntl(fd, F_GETFD) >= 0;
  return {"use a descriptor of the worker's", open == 0, std::to_string(open) + " beyond its own are open"};
}

}  // namespace

std::vector<wire::Attempt> try_what_is_forbidden() {
  return {
      try_open("/etc/passwd", O_RDONLY, "read /etc/passwd"),
      try_open("/proc/self/environ", O_RDONLY, "read its environment"),
      try_open("/", O_RDONLY | O_DIRECTORY, "list the root folder"),
      try_open("/tmp/ap-worker-self-test", O_WRONLY | O_CREAT | O_EXCL, "write a file"),
      try_socket(AF_INET, "open an Internet socket"),
      try_socket(AF_UNIX, "open a local socket"),
      try_exec(),
      try_fork(),
      try_signal(),
      try_raise_limit(),
      attempt("trace a process", ::syscall(SYS_ptrace, 0, 0, 0, 0)),
      attempt("make a memory file", ::syscall(SYS_memfd_create, "x", 0)),
      count_descriptors(),
  };
}

}  // namespace ap::worker
