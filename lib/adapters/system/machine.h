// The machine as the operating system tells it. Thread-safe.
#pragma once

#include "ports/machine.h"

namespace ap::system {

class SystemMachine : public Machine {
 public:
  std::expected<DiskSpace, std::string> disk_space(const std::string& path) override;
};

}  // namespace ap::system
