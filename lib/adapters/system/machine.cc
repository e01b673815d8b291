#include "adapters/system/machine.h"

#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace ap::system {

std::expected<DiskSpace, std::string> SystemMachine::disk_space(const std::string& path) {
  std::error_code error;
  std::filesystem::path at = std::filesystem::absolute(path, error);
  while (!error && !std::filesystem::exists(at, error) && at.has_parent_path() && at != at.parent_path()) {
    error.clear();
    at = at.parent_path();
  }
  struct statvfs found = {};
  if (error || statvfs(at.c_str(), &found) != 0)
    return std::unexpected("the file system of " + path +
                           " cannot be looked at: " + (error ? error.message() : std::string(std::strerror(errno))));
  return DiskSpace{std::uint64_t(found.f_blocks) * found.f_frsize, std::uint64_t(found.f_bavail) * found.f_frsize};
}

}  // namespace ap::system
