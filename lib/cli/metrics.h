// Figures for the textfile collector of node_exporter. One table says which metrics exist (ap-metrics(7) comes from
// it); a value for a metric that is not in the table is a defect.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ap::cli {

struct MetricInfo {
  std::string_view name;  // "ap_last_run_timestamp_seconds"
  std::string_view type;  // gauge, counter
  std::string_view help;
  std::string_view labels;   // "command,outcome"; "" none
  std::string_view written;  // "every command", or the only command that writes it
  bool lasting = false;      // a run that failed keeps the earlier value
};

std::span<const MetricInfo> metric_table();

using Labels = std::vector<std::pair<std::string, std::string>>;

// Not thread-safe.
class Metrics {
 public:
  // `value`: decimal text, as "12" or "0.25". Setting the same series again replaces it.
  // Throws Error(internal) when the metric or one of its labels is not in the table.
  void set(std::string_view name, const Labels& labels, std::string value);
  // Takes the lasting metrics of an earlier file over, where nothing newer was set.
  void keep_lasting(const std::map<std::string, std::string>& earlier);
  // Exposition format: HELP and TYPE once per metric, in table order, no timestamps, ends with a line end.
  std::string render() const;
  // Replaces `folder`/ap_<command>.prom: temporary file, flush, rename; mode 0644. Throws Error(cannot_create, io).
  void write(const std::string& folder, std::string_view command) const;
  // The series of an earlier file: "name{label=\"value\"}" -> value; empty when there is none.
  static std::map<std::string, std::string> read(const std::string& folder, std::string_view command);

 private:
  std::map<std::string, std::map<std::string, std::string>, std::less<>> series_;  // name -> label text -> value
};

}  // namespace ap::cli
