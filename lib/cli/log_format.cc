#include "cli/log_format.h"

#include <fmt/format.h>

#include <cctype>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace ap::cli {
namespace {

std::string_view name_of(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return "debug";
    case LogLevel::info:
      return "info";
    case LogLevel::warning:
      return "warning";
    case LogLevel::error:
      return "error";
  }
  return "error";
}

// syslog(3) priorities.
int priority_of(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return 7;
    case LogLevel::info:
      return 6;
    case LogLevel::warning:
      return 4;
    case LogLevel::error:
      return 3;
  }
  return 3;
}

std::string printable(std::string_view text) {
  std::string out;
  for (unsigned char c : text) {
    if (c < 0x20 || c == 0x7f) {
      out += fmt::format("\\x{:02x}", int(c));
    } else {
      out.push_back(char(c));
    }
  }
  return out;
}

// A value with a line end goes length-prefixed (little endian), as the protocol asks.
void append_field(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  if (value.find('\n') == std::string_view::npos) {
    out += fmt::format("={}\n", value);
    return;
  }
  out.push_back('\n');
  for (int shift = 0; shift < 64; shift += 8) out.push_back(char(std::uint64_t(value.size()) >> shift & 0xff));
  out += value;
  out.push_back('\n');
}

}  // namespace

std::string text_line(const std::string& command, LogLevel level, std::string_view message, bool color) {
  if (level == LogLevel::info) return fmt::format("{}: {}", command, printable(message));
  std::string_view on = level == LogLevel::error ? "\x1b[1;31m" : level == LogLevel::warning ? "\x1b[1;33m" : "\x1b[2m";
  std::string_view off = "\x1b[0m";
  if (!color) on = off = "";
  return fmt::format("{}: {}{}:{} {}", command, on, name_of(level), off, printable(message));
}

std::string json_line(const std::string& time, const std::string& command, LogLevel level, std::string_view message,
                      const LogFields& fields) {
  nlohmann::ordered_json line = {{"time", time}, {"level", name_of(level)}, {"command", command}, {"message", message}};
  for (const auto& [name, value] : fields) line[std::string(name)] = value;
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string prefixed_line(LogLevel level, std::string_view message) {
  return fmt::format("<{}>{}", priority_of(level), printable(message));
}

std::string journal_datagram(const std::string& command, LogLevel level, std::string_view message,
                             const LogFields& fields) {
  std::string out;
  append_field(out, "MESSAGE", message);
  append_field(out, "PRIORITY", std::to_string(priority_of(level)));
  append_field(out, "SYSLOG_IDENTIFIER", command);
  for (const auto& [name, value] : fields) {
    std::string key = "AP_";
    for (unsigned char c : name) key.push_back(std::isalnum(c) ? char(std::toupper(c)) : '_');
    append_field(out, key, value);
  }
  return out;
}

}  // namespace ap::cli
