#include "adapters/confine/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "adapters/confine/confinement.h"

namespace ap::confine {
namespace {

// Rights by the ABI that brought them. Spelled out, for the headers of Debian 12 end at ABI 2.
constexpr std::uint64_t kReadFile = 1 << 2, kReadDirectory = 1 << 3;
constexpr std::uint64_t kFilesAbi1 = (1 << 13) - 1;  // execute, read, write, remove, make anything
constexpr std::uint64_t kRefer = 1 << 13;            // ABI 2
constexpr std::uint64_t kTruncate = 1 << 14;         // ABI 3
constexpr std::uint64_t kIoctlDevice = 1 << 15;      // ABI 5
constexpr std::uint64_t kTcp = 3;                    // ABI 4: bind, connect
constexpr std::uint64_t kScopes = 3;                 // ABI 6: abstract sockets, signals

// As the kernel of ABI 6 has it; older ones take a prefix.
struct RulesetAttributes {
  std::uint64_t files = 0, network = 0, scopes = 0;
};

RulesetAttributes attributes_for(int abi) {
  RulesetAttributes out;
  out.files = kFilesAbi1 | (abi >= 2 ? kRefer : 0) | (abi >= 3 ? kTruncate : 0) | (abi >= 5 ? kIoctlDevice : 0);
  out.network = abi >= 4 ? kTcp : 0;
  out.scopes = abi >= 6 ? kScopes : 0;
  return out;
}

std::size_t size_for(int abi) { return abi >= 6 ? 24 : abi >= 4 ? 16 : 8; }

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("Landlock: " + what + ": " + std::strerror(errno));
}

void allow_reading(int ruleset, const std::string& path) {
  int fd = ::open(path.c_str(), O_PATH | O_CLOEXEC);
  if (fd < 0) return;
  struct stat status {};
  ::fstat(fd, &status);
  landlock_path_beneath_attr rule{};
  rule.allowed_access = S_ISDIR(status.st_mode) ? kReadFile | kReadDirectory : kReadFile;
  rule.parent_fd = fd;
  long added = ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(fd);
  if (added != 0) fail("cannot allow " + path);
}

}  // namespace

int landlock_abi() {
  long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return abi > 0 ? static_cast<int>(abi) : 0;
}

void restrict_files(const std::vector<std::string>& readable, int abi) {
  if (abi <= 0) return;
  RulesetAttributes attributes = attributes_for(abi);
  int ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size_for(abi), 0));
  if (ruleset < 0) fail("cannot make a rule set");
  for (const std::string& path : readable) allow_reading(ruleset, path);
  if (::syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) fail("cannot restrict the process");
  ::close(ruleset);
}

}  // namespace ap::confine
