#include "stages/import.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/master_json.h"

namespace ap {
namespace {

std::string lower(std::string_view text) {
  std::string out;
  for (char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  return out;
}

std::string trimmed(std::string_view text) {
  auto first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? "" : std::string(text.substr(first, last - first + 1));
}

const Column* column(MasterKind kind, std::string_view name) {
  const auto& columns = columns_of(kind);
  auto found = std::ranges::find(columns, name, &Column::name);
  return found == columns.end() ? nullptr : &*found;
}

std::string not_known(MasterKind kind, const std::string& name) {
  std::string known;
  for (const Column& each : columns_of(kind)) known += (known.empty() ? "" : ", ") + std::string(each.name);
  return "there is no column '" + name + "' in " + std::string(to_string(kind)) + "; there are " + known;
}

// First the items in order of the file, then those of one key together.
struct Grouping {
  MasterKind kind;
  std::vector<RefusedRow>& refused;
  std::vector<MasterItem> items;
  std::map<std::string, std::size_t> index;
  std::map<std::string, int> spoiled;  // keys of items with a refused line -> that line
  std::map<std::string, std::vector<int>> lines;

  void add(const MasterLine& line) {
    auto row = checked_row(kind, line.row);
    if (!row) {
      refused.push_back({line.line, row.error()});
      bool several = master_kinds()[static_cast<std::size_t>(kind)].lines;
      if (several) spoiled.emplace(master_key(kind, line.row), line.line);
      return;
    }
    std::string key = master_key(kind, *row);
    if (key.find_first_not_of(' ') == std::string::npos) {
      refused.push_back({line.line, "its number has neither letters nor digits"});
      return;
    }
    auto [place, fresh] = index.emplace(key, items.size());
    if (fresh) items.push_back({key, {}});
    MasterItem& item = items[place->second];
    if (auto fits = joins(kind, item.rows, *row); !fits) {
      refused.push_back({line.line, fits.error()});
      if (master_kinds()[static_cast<std::size_t>(kind)].lines) spoiled.emplace(key, line.line);
      return;
    }
    item.rows.push_back(std::move(*row));
    if (master_kinds()[static_cast<std::size_t>(kind)].lines) lines[key].push_back(line.line);
  }

  std::vector<MasterItem> sound() {
    for (const auto& [key, line] : spoiled) {
      for (int other : lines[key])
        refused.push_back({other, "line " + std::to_string(line) + " of the same item was refused"});
    }
    std::erase_if(items, [&](const MasterItem& item) { return spoiled.contains(item.key) || item.rows.empty(); });
    return std::move(items);
  }
};

}  // namespace

std::expected<ImportFile, std::string> import_file_of_table(MasterKind kind, std::vector<TableRow> table) {
  if (table.empty()) return std::unexpected("the file is empty; it needs a header and a row for each item");
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const std::string& cell : table.front().cells) {
    std::string name = lower(trimmed(cell));
    if (!name.empty() && column(kind, name) == nullptr) return std::unexpected(not_known(kind, name));
    if (!name.empty() && !seen.insert(name).second) return std::unexpected("the column '" + name + "' comes twice");
    names.push_back(name);
  }
  ImportFile file;
  for (std::size_t i = 1; i < table.size(); ++i) {
    TableRow row = std::move(table[i]);  // what was taken is held no longer: a list may have a million rows
    MasterLine line{row.line, {}};
    bool beyond = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (c < names.size() && !names[c].empty()) line.row[names[c]] = std::move(row.cells[c]);
      beyond |= c >= names.size() && !trimmed(row.cells[c]).empty();
    }
    if (beyond)
      file.refused.push_back({row.line, "it has more cells than the header has columns"});
    else
      file.rows.push_back(std::move(line));
  }
  return file;
}

std::expected<ImportFile, std::string> import_file_of_ndjson(MasterKind kind, std::string_view text) {
  ImportFile file;
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view one = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (trimmed(one).empty()) continue;
    auto rows = master_rows_from_line(one);
    if (!rows) {
      file.refused.push_back({number, rows.error()});
      continue;
    }
    for (MasterRow& row : *rows) {
      for (const auto& [name, value] : row)
        if (column(kind, name) == nullptr) return std::unexpected(not_known(kind, name));
      file.rows.push_back({number, std::move(row)});
    }
  }
  return file;
}

ImportOutcome import_master(MasterData& data, const Clock& clock, MasterKind kind, ImportFile file,
                            const ImportOptions& options) {
  ImportOutcome outcome;
  outcome.refused = std::move(file.refused);
  Grouping grouping{kind, outcome.refused, {}, {}, {}, {}};
  for (MasterLine& line : file.rows) {
    grouping.add(line);
    line = {};
  }
  file.rows = {};
  ImportRequest request{.kind = kind,
                        .items = grouping.sound(),
                        .replace = options.replace,
                        .effective = options.effective,
                        .today = clock.today(),
                        .source = options.source,
                        .actor = options.actor,
                        .at_ms = clock.now_ms(),
                        .refused = static_cast<std::int64_t>(outcome.refused.size()),
                        .dry_run = options.dry_run || (options.replace && !outcome.refused.empty())};
  std::ranges::stable_sort(outcome.refused, {}, &RefusedRow::line);
  outcome.info = data.import(request);
  return outcome;
}

}  // namespace ap
