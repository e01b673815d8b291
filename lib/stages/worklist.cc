#include "stages/worklist.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/digest.h"
#include "core/fields.h"
#include "core/json_text.h"
#include "ports/clock.h"
#include "record/codec.h"

namespace ap {
namespace {

// For the eye, to be edited, and to say what shall be done.
constexpr std::array<std::string_view, 8> kShown{"id",       "version", "at_risk", "due_at",
                                                 "assignee", "why",     "source",  "route"};
constexpr std::array<std::string_view, 16> kFields{"type",       "number",         "issue_date",   "due_date",
                                                   "currency",   "purchase_order", "seller.name",  "seller.vat_id",
                                                   "buyer.name", "payment.iban",   "payment.bic",  "payment.reference",
                                                   "totals.net", "totals.tax",     "totals.gross", "totals.payable"};
constexpr std::array<std::string_view, 3> kAsked{"action", "reason", "assign_to"};

std::vector<std::string_view> columns() {
  std::vector<std::string_view> all(kShown.begin(), kShown.end());
  all.insert(all.end(), kFields.begin(), kFields.end());
  all.insert(all.end(), kAsked.begin(), kAsked.end());
  return all;
}

// Whether a spreadsheet would make something else of it: a formula, or a number where the text only looks like one.
bool needs_guard(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] == '\'') return true;
  bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  constexpr std::size_t kExact = 11;  // longer ones are shown with an exponent
  if (digits) return (text[0] == '0' && text.size() > 1) || text.size() > kExact;
  if (Decimal::parse(text)) return false;
  if (std::string_view("=+-@\t\r\n").contains(text[0])) return true;
  // 12E5 would become 1200000.
  return text[0] >= '0' && text[0] <= '9' && text.find_first_not_of("0123456789.Ee+-") == std::string_view::npos &&
         text.find_first_of("Ee") != std::string_view::npos;
}

std::string field_of(const Record& record, std::string_view path) {
  if (!record.invoice) return "";
  return get_field(*record.invoice, path).value_or("");
}

std::string cell_of(const Record& record, std::string_view column, const ReviewTable& how) {
  if (column == "id") return record.id;
  if (column == "version") return record_version(record);
  if (column == "source") return record.source.name;
  if (column == "why") return holding_codes(record);
  if (column == "route") return record.route() ? std::string(to_string(*record.route())) : "";
  if (column == "at_risk") {
    auto risk = at_risk(record);
    return risk ? risk->str() : "";
  }
  if (column == "due_at") {
    auto due = due_ms(record, how.due);
    return due ? rfc3339(*due) : "";
  }
  if (column == "assignee") {
    auto whose = how.assignees.find(record.id);
    return whose == how.assignees.end() ? "" : whose->second;
  }
  return std::ranges::find(kFields, column) == kFields.end() ? "" : field_of(record, column);
}

bool same_value(std::string_view a, std::string_view b) {
  if (a == b) return true;
  auto x = Decimal::parse(a), y = Decimal::parse(b);
  return x && y && *x == *y;
}

// One row being done.
struct Deed {
  Review& review;
  const WorklistRow& row;
  const std::function<bool(std::string_view)>& known_user;
  std::string done;

  std::string cell(std::string_view name) const {
    auto found = row.cells.find(name);
    return found == row.cells.end() ? "" : found->second;
  }

  std::vector<std::pair<std::string, std::string>> changes(const Record& record) const {
    std::vector<std::pair<std::string, std::string>> out;
    for (std::string_view field : kFields) {
      auto given = row.cells.find(field);
      // A number is compared as one only where the field is one: an invoice 007 is not invoice 7.
      if (given == row.cells.end()) continue;
      std::string now = field_of(record, field);
      bool amount = field.starts_with("totals.");
      if (amount ? same_value(given->second, now) : given->second == now) continue;
      out.emplace_back(field, given->second);
    }
    return out;
  }

  // Notes what was done, or ends the row.
  std::optional<Refusal> note(const Reviewed<Record>& outcome, std::string_view word) {
    if (!outcome) return outcome.error();
    done += (done.empty() ? "" : ", ") + std::string(word);
    return std::nullopt;
  }

  std::optional<Refusal> act(const std::string& id) {
    std::string action = cell("action"), reason = cell("reason");
    if (action.empty()) return std::nullopt;
    if (action == "approve") return note(review.approve(id, reason), "approved");
    if (action == "reject") return note(review.reject(id, reason), "rejected");
    if (action == "reopen") return note(review.reopen(id, reason), "reopened");
    if (action == "release") return note(review.release(id, reason), "released");
    return Refusal{ErrorKind::bad_input,
                   fmt::format("there is no action '{}'; write approve, reject, reopen or release", action)};
  }

  std::optional<Refusal> perform() {
    auto record = review.find(cell("id"));
    if (!record) return record.error();
    auto wanted = changes(*record);
    if (wanted.empty() && cell("action").empty() && cell("assign_to").empty()) return std::nullopt;
    if (record_version(*record) != cell("version"))
      return Refusal{ErrorKind::temporary, fmt::format("{} has changed since the list was written; take a new one",
                                                       record->id.substr(0, 12))};
    if (!wanted.empty())
      if (auto refusal = note(review.correct(record->id, wanted), "corrected")) return refusal;
    if (std::string user = cell("assign_to"); !user.empty())
      if (auto refusal = note(review.assign(record->id, user == "-" ? "" : user, known_user), "assigned"))
        return refusal;
    return act(record->id);
  }
};

}  // namespace

std::expected<void, std::string> check_worklist_columns(const std::vector<std::string>& names) {
  auto known = columns();
  for (const std::string& name : names)
    if (!name.empty() && std::ranges::find(known, name) == known.end())
      return std::unexpected(
          fmt::format("there is no column '{}'; ap-review worklist export writes those that there are", name));
  for (std::string_view needed : {"id", "version"})
    if (std::ranges::find(names, needed) == names.end())
      return std::unexpected(fmt::format("the column '{}' is missing", needed));
  return {};
}

std::string record_version(const Record& record) { return sha256_hex(as_bytes(to_json_line(record))).substr(0, 16); }

std::string guarded_cell(std::string_view text) {
  std::string cell = (needs_guard(text) ? "'" : "") + std::string(text);
  bool outer_blank = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  if (!outer_blank && cell.find_first_of(",;\t\"\r\n") == cell.npos) return cell;
  std::string out = "\"";
  for (char c : cell) out.append(c == '"' ? 2 : 1, c);
  return out += '"';
}

std::string plain_cell(std::string_view cell) {
  if (cell.size() > 1 && cell[0] == '\'' && needs_guard(cell.substr(1))) cell.remove_prefix(1);
  return std::string(cell);
}

std::string worklist_csv(const std::vector<Record>& records, const ReviewTable& how) {
  auto all = columns();
  std::string out = fmt::format("{}\r\n", fmt::join(all, ","));
  for (const Record& record : records) {
    std::vector<std::string> cells;
    for (std::string_view column : all) cells.push_back(guarded_cell(cell_of(record, column, how)));
    out += fmt::format("{}\r\n", fmt::join(cells, ","));
  }
  return out;
}

std::string worklist_ndjson(const std::vector<Record>& records, const ReviewTable& how) {
  std::string out;
  for (const Record& record : records) {
    JsonText json;
    for (std::string_view column : columns()) json.text(column, cell_of(record, column, how));
    out += json.str() + "\n";
  }
  return out;
}

std::expected<std::vector<WorklistRow>, std::string> worklist_of_table(const std::vector<TableRow>& table) {
  if (table.empty()) return std::unexpected("it is empty; the first line names the columns");
  const std::vector<std::string>& names = table[0].cells;
  if (auto good = check_worklist_columns(names); !good) return std::unexpected(good.error());
  std::vector<WorklistRow> rows;
  for (std::size_t i = 1; i < table.size(); ++i) {
    WorklistRow row{table[i].line, {}};
    for (std::size_t column = 0; column < names.size(); ++column)
      if (!names[column].empty())
        row.cells[names[column]] = column < table[i].cells.size() ? plain_cell(table[i].cells[column]) : "";
    rows.push_back(std::move(row));
  }
  return rows;
}

WorklistOutcome apply_worklist(Review& review, const std::vector<WorklistRow>& rows,
                               const std::function<bool(std::string_view)>& known_user) {
  WorklistOutcome outcome;
  for (const WorklistRow& row : rows) {
    Deed deed{review, row, known_user, ""};
    auto refusal = deed.perform();
    if (!refusal && deed.done.empty()) {
      ++outcome.untouched;
      continue;
    }
    ++(refusal ? outcome.refused : outcome.done);
    WorklistLine line{row.line, deed.cell("id"), deed.done, "", ErrorKind::bad_input};
    if (refusal) {
      line.refused = refusal->message + (deed.done.empty() ? "" : fmt::format(" ({} before that)", deed.done));
      line.kind = refusal->kind;
      line.done.clear();
    }
    outcome.lines.push_back(std::move(line));
  }
  return outcome;
}

}  // namespace ap
