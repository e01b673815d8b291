// Settings from the command line, AP_* variables, ap.toml files and defaults, in this order of precedence, each with
// its origin. Read once at the start; const and thread-safe afterwards.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace ap::cli {

enum class SettingType {
  text,
  path,
  integer,    // whole number, within lowest and highest
  decimal,    // exact decimal text, not negative
  boolean,    // true, false
  choice,     // one of the words in `words`
  date,       // YYYY-MM-DD
  text_list,  // TOML array of strings; words separated by commas elsewhere
  secret,     // never in the file itself: AP_<KEY>, "<key>_file" in the file, or a systemd credential "<key>"
};

// One row of the table from which ap.toml(5), the origin listing and the messages on unknown keys come.
struct SettingInfo {
  std::string_view key;  // "store", "limits.document_bytes"; the part before the dot is the TOML table
  SettingType type = SettingType::text;
  std::string_view fallback;  // default as text; "" none. Those that depend on the place are said in `meaning`
  std::string_view meaning;
  std::string_view words = "";  // choice: "text|json|journal"
  std::int64_t lowest = 0, highest = INT64_MAX;
};

// All settings, sorted by key within their table.
std::span<const SettingInfo> settings_table();
const SettingInfo* find_setting(std::string_view key);
// "AP_LIMITS_DOCUMENT_BYTES"
std::string environment_name(std::string_view key);

// Where settings are read from; the tests give their own.
struct SettingsSources {
  std::map<std::string, std::string> command_line;  // key -> value
  std::map<std::string, std::string> environment;   // name -> value
  std::string user_file;                            // --config; must exist when `user_file_named`
  bool user_file_named = false;
  std::string system_file = "/etc/ap/ap.toml";
  static SettingsSources of_process(const std::map<std::string, std::string>& command_line,
                                    const std::string& config_file);
};

class Settings {
 public:
  // Throws Error(config) naming file, line and key, or variable; Error(usage) for a value of the command line.
  static Settings load(const SettingsSources& sources);

  // The value by its type; asking for a key that is not in the table is a defect (Error(internal)).
  std::string text(std::string_view key) const;  // any type but secret, as text
  std::int64_t integer(std::string_view key) const;
  bool boolean(std::string_view key) const;
  std::vector<std::string> list(std::string_view key) const;
  // The lines of a secret, without line ends; empty when none is set. Throws Error(config) when its file is unreadable.
  std::vector<std::string> secret(std::string_view key) const;
  bool is_set(std::string_view key) const;  // by anything but the default

  // "command line", "AP_STORE", "/etc/ap/ap.toml:12", "credential ingest.passwords", "default".
  std::string origin(std::string_view key) const;
  // "key = value  # origin" for every setting; secrets as "(set)" or "(not set)".
  std::string listing() const;

 private:
  struct Value {
    std::string text, origin;  // lists: joined by line ends; secrets: "text:..." or "file:PATH"
  };
  const Value& at(std::string_view key) const;
  void override_with(const SettingInfo& row, std::string value, const std::string& origin, ErrorKind kind);
  void take_credentials(const std::string& folder);
  std::map<std::string, Value, std::less<>> values_;  // every key of the table
};

}  // namespace ap::cli
