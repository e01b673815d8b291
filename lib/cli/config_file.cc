#include "cli/config_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "core/error.h"

namespace ap::cli {
namespace {

[[noreturn]] void fail(const std::string& path, int line, const std::string& what, const std::string& advice) {
  throw Error(ErrorKind::config, fmt::format("{}:{}: {}", path, line, what), advice);
}

// A single value as text. Numbers with a point would pass through binary floating point, so they are written quoted.
std::string scalar(const toml::node& node, const std::string& path, const std::string& key) {
  int line = static_cast<int>(node.source().begin.line);
  if (auto text = node.value_exact<std::string>()) return *text;
  if (auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  if (auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
  if (auto day = node.value_exact<toml::date>())
    return fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
  if (node.is_floating_point())
    fail(path, line, fmt::format("{}: a number with a point", key), "write it in quotes: \"0.01\"");
  fail(path, line, fmt::format("{}: this kind of value is not known here", key), "see ap.toml(5)");
}

void flatten(const toml::table& table, const std::string& prefix, const std::string& path,
             std::vector<ConfigEntry>& out) {
  for (const auto& [name, node] : table) {
    std::string key = prefix + std::string(name.str());
    int line = static_cast<int>(name.source().begin.line);
    if (const toml::table* inner = node.as_table()) {
      flatten(*inner, key + ".", path, out);
    } else if (const toml::array* list = node.as_array()) {
      std::string joined;
      for (const toml::node& item : *list) joined += (joined.empty() ? "" : "\n") + scalar(item, path, key);
      out.push_back({key, joined, true, line});
    } else {
      out.push_back({key, scalar(node, path, key), false, line});
    }
  }
}

}  // namespace

ConfigFile read_config_file(const std::string& path) {
  ConfigFile result;
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    if (errno == ENOENT || errno == ENOTDIR) return result;
    throw Error(errno == EACCES ? ErrorKind::permission : ErrorKind::config,
                fmt::format("settings file {} cannot be read: {}", path, std::strerror(errno)),
                "correct its permissions, or name another one with --config");
  }
  std::ostringstream text;
  text << file.rdbuf();
  result.found = true;
  try {
    toml::table table = toml::parse(text.str(), path);
    flatten(table, "", path, result.entries);
  } catch (const toml::parse_error& error) {
    fail(path, static_cast<int>(error.source().begin.line), std::string(error.description()),
         "correct the line; ap.toml(5) says what a settings file looks like");
  }
  return result;
}

}  // namespace ap::cli
