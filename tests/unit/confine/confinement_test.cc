#include "adapters/confine/confinement.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace {

// Runs `act` in a confined child and yields its exit code.
int in_confinement(const ap::confine::Confinement& confinement, const std::function<int()>& act) {
  pid_t pid = ::fork();
  if (pid == 0) {
    confinement.apply({.memory_bytes = 1ull << 30, .cpu_seconds = 5});
    ::_exit(act());
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("named folders stay readable, all else does not") {
  ap::confine::Confinement confinement({"/usr/share/poppler", "/nonexistent"});
  auto opens = [](const char* path, int flags) { return [=] { return ::open(path, flags, 0600) >= 0 ? 0 : errno; }; };
  CHECK(in_confinement(confinement, opens("/usr/share/poppler", O_RDONLY | O_DIRECTORY)) == 0);
  if (ap::confine::landlock_abi() > 0) CHECK(in_confinement(confinement, opens("/etc/passwd", O_RDONLY)) == EACCES);
  CHECK(in_confinement(confinement, opens("/dev/null", O_WRONLY)) == EPERM);
  CHECK(in_confinement(confinement, opens("/usr/share/poppler", O_RDWR)) == EPERM);
  CHECK(in_confinement(confinement, opens("/tmp", O_TMPFILE | O_RDWR)) == EPERM);
}

TEST_CASE("no socket, no process, and memory to a limit") {
  ap::confine::Confinement confinement({});
  CHECK(in_confinement(confinement, [] { return ::socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? errno : 0; }) == EPERM);
  CHECK(in_confinement(confinement, [] { return ::fork() < 0 ? errno : 0; }) == EPERM);
  CHECK(in_confinement(confinement, [] { return ::execl("/bin/true", "true", nullptr) < 0 ? errno : 0; }) == EPERM);
  CHECK(in_confinement(confinement, [] {
          rlimit limit{};
          ::getrlimit(RLIMIT_FSIZE, &limit);
          return limit.rlim_max == 0 ? 0 : 1;
        }) == 0);
}

TEST_CASE("computing and answering go on") {
  ap::confine::Confinement confinement({});
  int ends[2];
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
  CHECK(in_confinement(confinement, [&] {
          std::string text(1 << 20, 'x');
          return ::send(ends[1], text.data(), 3, MSG_NOSIGNAL) == 3 ? 0 : 1;
        }) == 0);
  char got[8];
  CHECK(::recv(ends[0], got, sizeof got, MSG_DONTWAIT) == 3);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("what the kernel gives is told") {
  std::string told = ap::confine::Confinement({}).describe();
  CHECK(told.find("seccomp") != std::string::npos);
  CHECK(told.find("Landlock") != std::string::npos);
}
