#include "cli/settings.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <charconv>
#include <fstream>

#include "cli/config_file.h"
#include "cli/nearest.h"
#include "core/date.h"
#include "core/decimal.h"
#include "core/error.h"

extern char** environ;

namespace ap::cli {
namespace {

// Where the package keeps its state; also the home folder of its system user.
constexpr std::string_view kServiceState = "/var/lib/ap";

std::string get(const std::map<std::string, std::string>& values, const std::string& name) {
  auto it = values.find(name);
  return it == values.end() ? "" : it->second;
}

// $STATE_DIRECTORY as a service; the home folder for the package's own user; else $XDG_STATE_HOME/ap.
std::string state_folder(const std::map<std::string, std::string>& environment) {
  if (std::string service = get(environment, "STATE_DIRECTORY"); !service.empty()) {
    return service.substr(0, service.find(':'));
  }
  std::string home = get(environment, "HOME");
  if (home == kServiceState) return home;
  if (std::string state = get(environment, "XDG_STATE_HOME"); state.starts_with('/')) return state + "/ap";
  return home.empty() ? std::string(kServiceState) : home + "/.local/state/ap";
}

// "" when the value suits the row, else what is wrong with it.
std::string complaint(const SettingInfo& row, const std::string& value) {
  switch (row.type) {
    case SettingType::integer: {
      std::int64_t number = 0;
      auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
      if (error != std::errc() || end != value.data() + value.size()) return "is not a whole number";
      if (number < row.lowest || number > row.highest) {
        return row.highest == INT64_MAX ? fmt::format("is less than {}", row.lowest)
                                        : fmt::format("is not between {} and {}", row.lowest, row.highest);
      }
      return "";
    }
    case SettingType::decimal: {
      auto number = Decimal::parse(value);
      return number && value.front() != '-' ? "" : "is not a number such as 0.01";
    }
    case SettingType::boolean:
      return value == "true" || value == "false" ? "" : "is not true or false";
    case SettingType::date:
      return value.empty() || Date::parse(value) ? "" : "is not a date such as 2026-11-30";
    case SettingType::choice: {
      std::string words = fmt::format("|{}|", row.words);
      bool known = !value.empty() && value.find('|') == std::string::npos;
      return known && words.find("|" + value + "|") != std::string::npos ? ""
                                                                         : fmt::format("is not one of {}", row.words);
    }
    case SettingType::text:
    case SettingType::path:
    case SettingType::text_list:
    case SettingType::secret:
      return "";
  }
  return "";
}

std::string lines_from_commas(std::string text) {
  for (char& c : text) {
    if (c == ',') c = '\n';
  }
  return text;
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> out;
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t end = std::min(text.find('\n', start), text.size());
    std::string line = text.substr(start, end - start);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) out.push_back(line);
    start = end + 1;
  }
  return out;
}

// Roles and limits: whoever is bound by them must not be able to set them.
bool is_authority(const SettingInfo& row) { return row.key.starts_with("authority."); }

[[noreturn]] void unknown_key(const std::string& path, const ConfigEntry& entry) {
  std::vector<std::string> known;
  for (const SettingInfo& row : settings_table()) {
    known.push_back(std::string(row.key) + (row.type == SettingType::secret ? "_file" : ""));
  }
  std::string near = nearest(entry.key, known);
  throw Error(ErrorKind::config, fmt::format("{}:{}: unknown key '{}'", path, entry.line, entry.key),
              near.empty() ? "ap.toml(5) lists the keys" : fmt::format("did you mean '{}'?", near));
}

// The row that a key of a file sets: a secret is set by "<key>_file" only.
const SettingInfo& row_for(const std::string& path, const ConfigEntry& entry) {
  const SettingInfo* row = find_setting(entry.key);
  if (row != nullptr && row->type == SettingType::secret) {
    throw Error(ErrorKind::config, fmt::format("{}:{}: '{}' is a secret", path, entry.line, entry.key),
                fmt::format("put it into a file and write {}_file = \"PATH\"", entry.key));
  }
  if (row == nullptr && entry.key.ends_with("_file")) {
    row = find_setting(entry.key.substr(0, entry.key.size() - 5));
    if (row != nullptr && row->type != SettingType::secret) row = nullptr;
  }
  if (row == nullptr) unknown_key(path, entry);
  return *row;
}

}  // namespace

SettingsSources SettingsSources::of_process(const std::map<std::string, std::string>& command_line,
                                            const std::string& config_file) {
  SettingsSources out;
  out.command_line = command_line;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    std::string_view text(*entry);
    auto equals = text.find('=');
    if (equals != std::string_view::npos)
      out.environment[std::string(text.substr(0, equals))] = text.substr(equals + 1);
  }
  if (get(out.environment, "HOME").empty()) {
    if (const passwd* user = getpwuid(geteuid())) out.environment["HOME"] = user->pw_dir;
  }
  out.user_file_named = !config_file.empty();
  out.user_file = config_file;
  if (!out.user_file_named) {
    std::string folder = get(out.environment, "XDG_CONFIG_HOME");
    out.user_file = (folder.starts_with('/') ? folder : get(out.environment, "HOME") + "/.config") + "/ap/ap.toml";
  }
  return out;
}

Settings Settings::load(const SettingsSources& sources) {
  Settings out;
  std::string state = state_folder(sources.environment);
  for (const SettingInfo& row : settings_table()) {
    std::string fallback(row.fallback);
    if (row.type == SettingType::text_list) fallback = lines_from_commas(fallback);
    if (row.key == "store") fallback = "sqlite:" + state + "/ap.sqlite";
    if (row.key == "blobs") fallback = "dir:" + state + "/blobs";
    out.values_[std::string(row.key)] = {fallback, "default"};
  }
  std::string settled;  // where the system's file says who may do what
  for (const std::string& path : {sources.system_file, sources.user_file}) {
    ConfigFile file = path.empty() ? ConfigFile{} : read_config_file(path);
    if (!file.found && path == sources.user_file && sources.user_file_named) {
      throw Error(ErrorKind::config, fmt::format("settings file {} does not exist", path), "check --config");
    }
    for (const ConfigEntry& entry : file.entries) {
      const SettingInfo& row = row_for(path, entry);
      if (is_authority(row) && path == sources.system_file) settled = fmt::format("{}:{}", path, entry.line);
      if (is_authority(row) && path != sources.system_file && !settled.empty())
        throw Error(ErrorKind::config,
                    fmt::format("{}:{}: {} is not yours to set: who may do what stands in {}", path, entry.line,
                                entry.key, settled),
                    "take it out, or ask an administrator to change it there");
      bool list = row.type == SettingType::text_list;
      std::string wrong = list != entry.is_list ? (list ? "is not a list such as [\"a\", \"b\"]" : "is a list")
                                                : complaint(row, entry.value);
      if (!wrong.empty()) {
        throw Error(ErrorKind::config,
                    fmt::format("{}:{}: {} = '{}' {}", path, entry.line, entry.key, entry.value, wrong),
                    "see ap.toml(5)");
      }
      bool secret = row.type == SettingType::secret;
      out.values_[std::string(row.key)] = {(secret ? "file:" : "") + entry.value,
                                           fmt::format("{}:{}", path, entry.line)};
    }
  }
  out.take_credentials(get(sources.environment, "CREDENTIALS_DIRECTORY"));
  for (const SettingInfo& row : settings_table()) {
    std::string name = environment_name(row.key);
    std::string value = get(sources.environment, name);
    if (!value.empty() && is_authority(row))
      throw Error(ErrorKind::config, fmt::format("{}: no variable says who may do what", name),
                  "unset it; authority.* belongs into /etc/ap/ap.toml");
    if (!value.empty()) out.override_with(row, value, name, ErrorKind::config);
    auto given = sources.command_line.find(std::string(row.key));
    if (given != sources.command_line.end()) out.override_with(row, given->second, "command line", ErrorKind::usage);
  }
  return out;
}

void Settings::override_with(const SettingInfo& row, std::string value, const std::string& origin, ErrorKind kind) {
  if (row.type == SettingType::text_list) value = lines_from_commas(value);
  std::string wrong = complaint(row, value);
  if (!wrong.empty()) {
    std::string option = "--" + std::string(row.key.substr(row.key.rfind('.') + 1));
    for (char& c : option) {
      if (c == '_') c = '-';
    }
    throw Error(kind, fmt::format("{}: '{}' {}", kind == ErrorKind::usage ? option : origin, value, wrong));
  }
  if (row.type == SettingType::secret) value = "text:" + value;
  values_[std::string(row.key)] = {std::move(value), origin};
}

void Settings::take_credentials(const std::string& folder) {
  if (folder.empty()) return;
  for (const SettingInfo& row : settings_table()) {
    std::string path = folder + "/" + std::string(row.key);
    if (row.type == SettingType::secret && access(path.c_str(), F_OK) == 0) {
      values_[std::string(row.key)] = {"file:" + path, fmt::format("credential {}", row.key)};
    }
  }
}

const Settings::Value& Settings::at(std::string_view key) const {
  auto it = values_.find(key);
  if (it == values_.end()) throw Error(ErrorKind::internal, fmt::format("no setting '{}' in the table", key));
  return it->second;
}

std::string Settings::text(std::string_view key) const { return at(key).text; }

std::int64_t Settings::integer(std::string_view key) const {
  const std::string& text = at(key).text;
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) throw Error(ErrorKind::internal, fmt::format("setting '{}' is no number", key));
  return number;
}

bool Settings::boolean(std::string_view key) const { return at(key).text == "true"; }

std::vector<std::string> Settings::list(std::string_view key) const { return split_lines(at(key).text); }

std::vector<std::string> Settings::secret(std::string_view key) const {
  const Value& value = at(key);
  if (value.text.starts_with("text:")) return split_lines(value.text.substr(5));
  if (!value.text.starts_with("file:")) return {};
  std::string path = value.text.substr(5);
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) {
    throw Error(ErrorKind::config,
                fmt::format("the file {} of setting {} ({}) cannot be read", path, key, value.origin),
                "check that it exists and that this user may read it");
  }
  return split_lines(text);
}

bool Settings::is_set(std::string_view key) const { return at(key).origin != "default"; }
std::string Settings::origin(std::string_view key) const { return at(key).origin; }

std::string Settings::listing() const {
  std::string out;
  for (const SettingInfo& row : settings_table()) {
    const Value& value = at(row.key);
    std::string shown = row.type == SettingType::secret ? (value.text.empty() ? "(not set)" : "(set)") : value.text;
    for (char& c : shown) {
      if (c == '\n') c = ',';
    }
    out += fmt::format("{} = {}  # {}\n", row.key, shown, value.origin);
  }
  return out;
}

}  // namespace ap::cli
