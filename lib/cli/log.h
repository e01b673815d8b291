// Messages for people and machines, on standard error: text, JSON lines, or for the journal of systemd (native
// fields where standard error is the journal, "<n>" priority prefixes otherwise). Thread-safe.
//
// Never logged: secrets, document content. Stages, rules and adapters do not log; they return what happened.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ap::cli {

enum class LogFormat { text, json, journal };
enum class LogLevel { debug, info, warning, error };

// Extra fields of a message: {"document", id}. In the journal AP_DOCUMENT, in JSON "document", in text left out.
using LogFields = std::vector<std::pair<std::string_view, std::string>>;

class Log {
 public:
  // Text at level warning and above, until configure() says otherwise.
  explicit Log(std::string command);
  ~Log();
  Log(const Log&) = delete;

  // verbosity -1: errors; 0: warnings and notes of importance (info); 1 and more: debug too.
  void configure(LogFormat format, int verbosity);

  void debug(std::string_view message, const LogFields& fields = {});
  void info(std::string_view message, const LogFields& fields = {});
  void warning(std::string_view message, const LogFields& fields = {});
  void error(std::string_view message, const LogFields& fields = {});

  // A line at the bottom of a terminal that is replaced by the next one ("" removes it); messages appear above it.
  // Does nothing when standard error is no terminal.
  void status(std::string_view line);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ap::cli
