#include "adapters/confine/filter.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace ap::confine {
namespace {

// Computing and memory; time; reading what is open or may be opened; the ends of things. Nothing that makes a
// process, a socket or a name, and nothing that reaches another process.
constexpr std::array kAllowed{
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(preadv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(recvfrom),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents64),
    SCMP_SYS(fadvise64),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(times),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(setitimer),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

// Every way of opening that changes something.
constexpr std::uint64_t kWritingFlags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);

void check(int result, const char* what) {
  if (result != 0) throw std::runtime_error(std::string("seccomp: ") + what + ": " + std::strerror(-result));
}

void add_rules(scmp_filter_ctx context) {
  for (int call : kAllowed) check(seccomp_rule_add(context, SCMP_ACT_ALLOW, call, 0), "cannot allow a system call");
  auto allow_if = [&](int call, scmp_arg_cmp condition) {
    check(seccomp_rule_add(context, SCMP_ACT_ALLOW, call, 1, condition), "cannot allow a system call");
  };
  // Landlock already forbids writing; this holds where the kernel has none, and for truncation before ABI 3.
  allow_if(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, kWritingFlags, 0));
  allow_if(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, kWritingFlags, 0));
  // Over the connected socket only, never to an address.
  allow_if(SCMP_SYS(sendto), SCMP_A4(SCMP_CMP_EQ, 0));
  // Asking for limits, not setting them.
  allow_if(SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0));
  allow_if(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL));
  allow_if(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD));
  allow_if(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD));
  // Its flags lie behind a pointer, where a filter cannot look; with ENOSYS the C library takes clone, which is
  // refused.
  check(seccomp_rule_add(context, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0), "cannot refuse clone3");
}

}  // namespace

std::string compile_filter() {
  std::unique_ptr<void, decltype(&seccomp_release)> context(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
  if (!context) throw std::runtime_error("seccomp: cannot make a filter");
  check(seccomp_attr_set(context.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS),
        "cannot bar other architectures");
  check(seccomp_attr_set(context.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2), "cannot sort the filter");
  add_rules(context.get());
  int fd = ::memfd_create("filter", MFD_CLOEXEC);
  if (fd < 0) throw std::runtime_error(std::string("seccomp: no memory file: ") + std::strerror(errno));
  int exported = seccomp_export_bpf(context.get(), fd);
  off_t size = ::lseek(fd, 0, SEEK_END);
  std::string filter(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
  bool complete = ::pread(fd, filter.data(), filter.size(), 0) == size;
  ::close(fd);
  check(exported, "cannot export the filter");
  if (!complete || filter.empty()) throw std::runtime_error("seccomp: the exported filter is incomplete");
  return filter;
}

void install_filter(const std::string& filter) {
  std::string copy = filter;
  sock_fprog program{static_cast<unsigned short>(copy.size() / sizeof(sock_filter)),
                     reinterpret_cast<sock_filter*>(copy.data())};
  if (::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
    throw std::runtime_error(std::string("seccomp: the kernel refuses the filter: ") + std::strerror(errno));
  }
}

}  // namespace ap::confine
