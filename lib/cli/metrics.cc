#include "cli/metrics.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/error.h"

namespace ap::cli {
namespace {

std::string escape(std::string_view value) {
  std::string out;
  for (char c : value) {
    if (c == '\\' || c == '"') out.push_back('\\');
    if (c == '\n') {
      out += "\\n";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

const MetricInfo& info_of(std::string_view name) {
  for (const MetricInfo& info : metric_table()) {
    if (info.name == name) return info;
  }
  throw Error(ErrorKind::internal, fmt::format("metric {} is not in the table", name));
}

std::string label_text(const MetricInfo& info, const Labels& labels) {
  std::string names, text;
  for (const auto& [name, value] : labels) {
    names += (names.empty() ? "" : ",") + name;
    text += fmt::format("{}{}=\"{}\"", text.empty() ? "" : ",", name, escape(value));
  }
  if (names != info.labels) {
    throw Error(ErrorKind::internal, fmt::format("metric {} has labels '{}', not '{}'", info.name, info.labels, names));
  }
  return text;
}

std::string file_name(const std::string& folder, std::string_view command) {
  std::string base(command);
  std::replace(base.begin(), base.end(), '-', '_');
  return folder + "/" + base + ".prom";
}

[[noreturn]] void fail(ErrorKind kind, const std::string& path, int error) {
  throw Error(kind, fmt::format("metrics file {} cannot be written: {}", path, std::strerror(error)),
              "check that the folder given by --metrics exists and is writable");
}

void write_all(int descriptor, std::string_view text, const std::string& path) {
  while (!text.empty()) {
    ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(ErrorKind::io, path, errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void Metrics::set(std::string_view name, const Labels& labels, std::string value) {
  const MetricInfo& info = info_of(name);
  series_[std::string(name)][label_text(info, labels)] = std::move(value);
}

void Metrics::keep_lasting(const std::map<std::string, std::string>& earlier) {
  for (const auto& [series, value] : earlier) {
    auto brace = series.find('{');
    std::string name = series.substr(0, brace);
    std::string labels = brace == std::string::npos ? "" : series.substr(brace + 1, series.size() - brace - 2);
    for (const MetricInfo& info : metric_table()) {
      if (info.lasting && info.name == name) series_[name].try_emplace(labels, value);
    }
  }
}

std::string Metrics::render() const {
  std::string out;
  for (const MetricInfo& info : metric_table()) {
    auto found = series_.find(info.name);
    if (found == series_.end()) continue;
    out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", info.name, info.help, info.name, info.type);
    for (const auto& [labels, value] : found->second) {
      out += labels.empty() ? fmt::format("{} {}\n", info.name, value)
                            : fmt::format("{}{{{}}} {}\n", info.name, labels, value);
    }
  }
  return out;
}

void Metrics::write(const std::string& folder, std::string_view command) const {
  std::string path = file_name(folder, command);
  // The collector reads *.prom only, so the temporary name must end otherwise.
  std::string temporary = fmt::format("{}.{}", path, getpid());
  int descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(ErrorKind::cannot_create, temporary, errno);
  try {
    write_all(descriptor, render(), temporary);
    if (fchmod(descriptor, 0644) != 0 || fsync(descriptor) != 0) fail(ErrorKind::io, temporary, errno);
    if (rename(temporary.c_str(), path.c_str()) != 0) fail(ErrorKind::cannot_create, path, errno);
  } catch (...) {
    unlink(temporary.c_str());
    close(descriptor);
    throw;
  }
  close(descriptor);
}

std::map<std::string, std::string> Metrics::read(const std::string& folder, std::string_view command) {
  std::map<std::string, std::string> series;
  std::ifstream file(file_name(folder, command));
  for (std::string line; std::getline(file, line);) {
    auto blank = line.rfind(' ');
    if (line.empty() || line[0] == '#' || blank == std::string::npos) continue;
    series[line.substr(0, blank)] = line.substr(blank + 1);
  }
  return series;
}

}  // namespace ap::cli
