#include "record/master_json.h"

#include "core/json_text.h"
#include "record/json_object.h"

namespace ap {
namespace {

// Numbers with decimals are refused: the parser has turned them into binary ones already.
std::expected<std::string, std::string> value_of(const std::string& name, const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return std::string(value.get<bool>() ? "yes" : "no");
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_null()) return std::string();
  if (value.is_number())
    return std::unexpected(name + ": write numbers with decimals as strings, as \"12.50\", so that they stay exact");
  if (!value.is_array()) return std::unexpected(name + " must be a string, a number or a list of them");
  std::string joined;
  for (const Json& entry : value) {
    if (entry.is_array() || entry.is_object()) return std::unexpected(name + " must be a list of strings");
    auto part = value_of(name, entry);
    if (!part) return part;
    joined += (joined.empty() ? "" : "|") + *part;
  }
  return joined;
}

std::expected<MasterRow, std::string> row_of(const Json& object, MasterRow row) {
  for (auto it = object.begin(); it != object.end(); ++it) {
    if (it.key() == "lines" && it->is_array()) continue;
    auto value = value_of(it.key(), *it);
    if (!value) return std::unexpected(value.error());
    row[it.key()] = *value;
  }
  return row;
}

}  // namespace

std::string to_master_json(const std::vector<MasterRow>& rows) {
  std::vector<std::string> objects;
  for (const MasterRow& row : rows) {
    JsonText object;
    for (const auto& [name, value] : row) object.text(name, value);
    objects.push_back(object.str());
  }
  return json_array(objects);
}

std::expected<std::vector<MasterRow>, std::string> master_from_json(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) return std::unexpected("it is no JSON array");
  std::vector<MasterRow> rows;
  for (const Json& object : json) {
    if (!object.is_object()) return std::unexpected("it is no array of objects");
    auto row = row_of(object, {});
    if (!row) return std::unexpected(row.error());
    rows.push_back(std::move(*row));
  }
  return rows;
}

std::expected<std::vector<MasterRow>, std::string> master_rows_from_line(std::string_view line) {
  Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return std::unexpected("the line is no JSON object");
  auto head = row_of(json, {});
  if (!head) return std::unexpected(head.error());
  auto lines = json.find("lines");
  if (lines == json.end() || !lines->is_array()) return std::vector{std::move(*head)};
  std::vector<MasterRow> rows;
  for (const Json& object : *lines) {
    if (!object.is_object()) return std::unexpected("lines must hold objects");
    auto row = row_of(object, *head);
    if (!row) return std::unexpected(row.error());
    rows.push_back(std::move(*row));
  }
  if (rows.empty()) return std::unexpected("lines is empty");
  return rows;
}

}  // namespace ap
