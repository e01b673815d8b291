// A worklist as lines of JSON, read back.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "stages/worklist.h"

namespace ap {

std::expected<std::vector<WorklistRow>, std::string> worklist_of_ndjson(std::string_view text) {
  std::vector<WorklistRow> rows;
  int line = 0;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view one = text.substr(start, end - start);
    start = end + 1;
    ++line;
    if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto json = nlohmann::json::parse(one, nullptr, false);
    if (!json.is_object()) return std::unexpected(fmt::format("line {} is no JSON object", line));
    WorklistRow row{line, {}};
    for (const auto& [key, value] : json.items()) {
      if (!value.is_string())
        return std::unexpected(fmt::format("line {}: {} is no text; write amounts in quotes too", line, key));
      row.cells[key] = value.get<std::string>();
    }
    std::vector<std::string> names;
    for (const auto& [name, cell] : row.cells) names.push_back(name);
    if (auto good = check_worklist_columns(names); !good)
      return std::unexpected(fmt::format("line {}: {}", line, good.error()));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace ap
