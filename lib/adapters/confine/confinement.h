// Takes from a process everything that reading a document does not need.
//
// Linux only: resource limits, no_new_privs, Landlock (read-only, a few folders), a seccomp allow-list. What stays
// possible: computing, memory up to a limit, reading the named folders, and talking over descriptors already open.
// A forbidden system call fails with EPERM, so that a library that tries something odd goes on without it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ap::confine {

struct Limits {
  std::uint64_t memory_bytes = 0;  // address space; not applied in builds with AddressSanitizer, which maps terabytes
  std::uint64_t cpu_seconds = 0;   // SIGXCPU at it, SIGKILL five seconds after
  std::uint64_t open_files = 64;
};

// Made once, early; the filter program is compiled then, so that applying it in many children costs little.
class Confinement {
 public:
  // `readable`: folders and files that stay readable; those that do not exist are left out. Throws
  // std::runtime_error when the kernel offers no seccomp.
  explicit Confinement(std::vector<std::string> readable);

  // Confines the calling process, which must have one thread, for good. Throws std::runtime_error when any part that
  // the kernel has cannot be applied; the caller must then end without touching the document.
  void apply(const Limits& limits) const;

  // What this kernel gives, for people: "seccomp, Landlock ABI 7, no_new_privs, resource limits".
  std::string describe() const;

 private:
  std::vector<std::string> readable_;
  int landlock_abi_;
  std::string filter_;  // sock_filter instructions as the kernel takes them
};

// The Landlock version of the running kernel; 0 when it has none or it is switched off.
int landlock_abi();

}  // namespace ap::confine
