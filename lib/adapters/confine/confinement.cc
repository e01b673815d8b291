#include "adapters/confine/confinement.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "adapters/confine/filter.h"
#include "adapters/confine/landlock.h"

namespace ap::confine {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kMayLimitMemory = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
constexpr bool kMayLimitMemory = false;
#else
constexpr bool kMayLimitMemory = true;
#endif
#else
constexpr bool kMayLimitMemory = true;
#endif

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  // A lower limit that the service was started with stays.
  rlimit present{};
  ::getrlimit(resource, &present);
  rlimit wanted{std::min(soft, present.rlim_max), std::min(hard, present.rlim_max)};
  if (::setrlimit(resource, &wanted) != 0) {
    throw std::runtime_error(std::string("cannot set a resource limit: ") + std::strerror(errno));
  }
}

void set_flag(int option, unsigned long value, const char* what) {
  if (::prctl(option, value, 0, 0, 0) != 0) throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
}

}  // namespace

Confinement::Confinement(std::vector<std::string> readable)
    : readable_(std::move(readable)), landlock_abi_(landlock_abi()), filter_(compile_filter()) {}

void Confinement::apply(const Limits& limits) const {
  set_flag(PR_SET_NO_NEW_PRIVS, 1, "no_new_privs");
  set_flag(PR_SET_DUMPABLE, 0, "not dumpable");
  restrict_files(readable_, landlock_abi_);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_NOFILE, limits.open_files, limits.open_files);
  limit(RLIMIT_NPROC, 0, 0);
  limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 5);
  if (kMayLimitMemory) limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
  install_filter(filter_);
}

std::string Confinement::describe() const {
  std::string files =
      landlock_abi_ > 0 ? "Landlock ABI " + std::to_string(landlock_abi_) : "no Landlock (kernel without it)";
  return "seccomp, " + files + ", no_new_privs, resource limits" + (kMayLimitMemory ? "" : " but for memory");
}

}  // namespace ap::confine
