// An ap.toml file as a flat list of keys with their lines.
#pragma once

#include <string>
#include <vector>

namespace ap::cli {

struct ConfigEntry {
  std::string key;    // "limits.pages"
  std::string value;  // lists joined by line ends
  bool is_list = false;
  int line = 0;
};

// nullopt-like: `found` is false when there is no such file. Throws Error(config) naming file and line for what is no
// TOML or no value that a setting can have; Error(permission) when it must not be read.
struct ConfigFile {
  bool found = false;
  std::vector<ConfigEntry> entries;
};
ConfigFile read_config_file(const std::string& path);

}  // namespace ap::cli
