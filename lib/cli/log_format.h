// How a message looks in each log format. Pure.
#pragma once

#include <string>

#include "cli/log.h"

namespace ap::cli {

// "ap-extract: warning: message"; control characters as \xNN, so that a file name cannot steer a terminal.
std::string text_line(const std::string& command, LogLevel level, std::string_view message, bool color);

// {"time":"...","level":"warning","command":"ap-extract","message":"...","document":"..."}
std::string json_line(const std::string& time, const std::string& command, LogLevel level, std::string_view message,
                      const LogFields& fields);

// "<4>message": the priority prefix of sd-daemon(3).
std::string prefixed_line(LogLevel level, std::string_view message);

// A datagram of the journal's native protocol: MESSAGE, PRIORITY, SYSLOG_IDENTIFIER and AP_* fields.
std::string journal_datagram(const std::string& command, LogLevel level, std::string_view message,
                             const LogFields& fields);

}  // namespace ap::cli
