// What people read about imports and kinds of master data.
#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.h"
#include "stages/import.h"

namespace ap {
namespace {

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string day_of(std::int64_t at_ms) {
  constexpr std::int64_t kDayMs = 86'400'000;
  return Date::from_days(static_cast<int>(at_ms / kDayMs)).str();
}

std::string counts(const ImportInfo& info) {
  std::string text = fmt::format("{} new, {} changed, {} unchanged", info.added, info.changed, info.unchanged);
  if (info.removed > 0) text += fmt::format(", {} removed", info.removed);
  return text + fmt::format(", {} refused", info.refused);
}

std::string form_of(const Column& column) {
  switch (column.form) {
    case Form::word:
      return std::string(column.words);
    case Form::country:
      return "ISO 3166";
    case Form::currency:
      return "ISO 4217";
    case Form::iban:
      return "IBAN";
    case Form::bic:
      return "BIC";
    case Form::tax_id:
      return "tax number";
    case Form::free:
      break;
  }
  return "";
}

}  // namespace

std::string import_report(const ImportOutcome& outcome, bool dry_run) {
  std::string text;
  for (const RefusedRow& row : outcome.refused) text += fmt::format("line {}: refused: {}\n", row.line, row.reason);
  text += fmt::format("{}: {}", to_string(outcome.info.kind), counts(outcome.info));
  if (outcome.info.effective) text += fmt::format(", in force from {}", outcome.info.effective->str());
  return text + (dry_run ? " (dry run: nothing was kept)\n" : fmt::format(" (import {})\n", outcome.info.id));
}

std::string import_json(const ImportOutcome& outcome) {
  std::vector<std::string> refused;
  for (const RefusedRow& row : outcome.refused)
    refused.push_back(JsonText().number("line", row.line).text("reason", row.reason).str());
  const ImportInfo& info = outcome.info;
  JsonText json;
  json.raw("import", info.id == 0 ? "null" : std::to_string(info.id)).text("kind", to_string(info.kind));
  json.number("new", info.added).number("changed", info.changed).number("unchanged", info.unchanged);
  return json.number("removed", info.removed).raw("refused", json_array(refused)).str() + "\n";
}

std::string import_history(const std::vector<ImportInfo>& imports) {
  std::string text;
  for (auto info = imports.rbegin(); info != imports.rend(); ++info) {
    text += fmt::format("{:>4}  {}  {:<10} {} ({}) from {}", info->id, day_of(info->at_ms), to_string(info->kind),
                        counts(*info), info->actor, info->source.empty() ? "standard input" : info->source);
    if (info->effective) text += fmt::format(", in force from {}", info->effective->str());
    if (info->reverted_ms != 0)
      text +=
          fmt::format("; reverted {} by {}: {}", day_of(info->reverted_ms), info->reverted_by, info->reverted_reason);
    text += "\n";
  }
  return text;
}

std::string master_kind_list() {
  std::string text;
  for (const MasterKindInfo& info : master_kinds()) text += fmt::format("{:<10} {}\n", info.name, info.meaning);
  return text;
}

std::string master_example(MasterKind kind) {
  std::string header, row;
  for (const Column& column : columns_of(kind)) {
    header += (header.empty() ? "" : ",") + std::string(column.name);
    row += (&column == &columns_of(kind).front() ? "" : ",") + csv_cell(column.example);
  }
  return header + "\n" + row + "\n";
}

std::string master_columns_text(MasterKind kind) {
  std::string text;
  for (const Column& column : columns_of(kind))
    text += fmt::format("{}\t{}\t{}{}\n", column.name, form_of(column), column.meaning,
                        column.required ? " (required)" : "");
  return text;
}

}  // namespace ap
