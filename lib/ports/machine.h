// What the machine under the toolkit has left.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace ap {

struct DiskSpace {
  std::uint64_t total = 0, available = 0;  // bytes; available to this user
};

class Machine {
 public:
  virtual ~Machine() = default;
  // Of the file system that holds `path`, or will hold it: the nearest folder above that exists counts.
  // Error: the reason, naming the path.
  virtual std::expected<DiskSpace, std::string> disk_space(const std::string& path) = 0;
};

}  // namespace ap
