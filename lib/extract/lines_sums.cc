#include "extract/lines_sums.h"

#include <algorithm>
#include <optional>

#include "extract/lines_roles.h"

namespace ap::extract::lines {
namespace {

// The numbers of one record by column; per cents are none.
std::vector<std::optional<Decimal>> values_of(const Grid& grid, const Record& record, NumberStyle style) {
  std::vector<std::optional<Decimal>> out;
  for (std::size_t c = 0; c < grid.columns.size(); ++c) {
    bool percent = record.cells[c] && grid.tokens[*record.cells[c]].amount.percent;
    out.push_back(percent ? std::nullopt : value_at(grid, record, c, style));
  }
  return out;
}

// Columns that many rows fill; the others hold numbers out of descriptions.
std::vector<bool> usual_columns(const Grid& grid) {
  std::vector<int> counts(grid.columns.size());
  for (const Record& r : grid.records)
    for (std::size_t c = 0; c < counts.size(); ++c) counts[c] += r.cells[c].has_value();
  int most = counts.empty() ? 0 : std::ranges::max(counts);
  std::vector<bool> out;
  for (int count : counts) out.push_back(count * 3 > most);
  return out;
}

int filled(const std::vector<std::optional<Decimal>>& values, const std::vector<bool>& columns) {
  int n = 0;
  for (std::size_t c = 0; c < values.size(); ++c) n += values[c] && columns[c];
  return n;
}

// What the columns have added up to since some row.
struct Running {
  std::vector<Decimal> sums;
  int items = 0;

  explicit Running(std::size_t columns) : sums(columns) {}
  void add(const std::vector<std::optional<Decimal>>& values) {
    for (std::size_t c = 0; c < values.size(); ++c)
      if (values[c]) sums[c] += *values[c];
    ++items;
  }
  // `before`: what rows on earlier pages add up to, besides.
  bool equals(const std::vector<std::optional<Decimal>>& values, const Decimal& before = {}) const {
    for (std::size_t c = 0; c < values.size(); ++c)
      if (values[c] && (values[c]->is_zero() || *values[c] != sums[c] + before)) return false;
    return items > 0;
  }
};

bool is_named(const Decimal& sum, const LineHints& hints) {
  return (hints.net && *hints.net == sum) || (hints.gross && *hints.gross == sum);
}

// An amount must be among them: whole numbers alone are counts.
bool has_amount(const Grid& grid, const Record& record) {
  return std::ranges::any_of(record.cells, [&](const auto& c) { return c && grid.tokens[*c].amount_like(); });
}

}  // namespace

std::vector<std::size_t> sum_lines(const Grid& grid, const LineHints& hints) {
  std::size_t columns = grid.columns.size();
  Running whole(columns), section(columns), all(columns);
  const Decimal before = hints.before.value_or(Decimal());
  whole.items = hints.before ? 2 : 0;  // more than one, so that what is carried over at once is known
  std::vector<std::size_t> out;
  std::vector<bool> major = usual_columns(grid);
  int usual = 0;   // numbers in a row of items
  int nearly = 0;  // rows with nearly as many, one after the other
  const std::size_t none = grid.records.size();
  std::size_t last = none;  // record: the last sum of the whole with no item behind it
  for (std::size_t r = 0; r < grid.records.size(); ++r) {
    const Record& record = grid.records[r];
    auto values = values_of(grid, record, hints.style);
    all.add(values);
    bool fewer = filled(values, major) < usual;
    bool of_section = section.equals(values), of_whole = whole.equals(values, before);
    bool is_sum = has_amount(grid, record) &&
                  ((of_section && (fewer || section.items > 1)) || (of_whole && (fewer || whole.items > 1)));
    if (is_sum) {
      for (std::size_t line = record.first_row; line <= record.last_row; ++line) out.push_back(line);
      section = Running(columns);
      if (of_whole && fewer && last == none) last = r;
      continue;
    }
    // A row of sums prints one or two amounts; two rows with most of the numbers of an item are items, in columns that
    // moved from page to page.
    nearly = filled(values, major) * 3 > usual * 2 ? nearly + 1 : 0;
    if (!fewer || nearly >= 2) last = none;
    whole.add(values);
    section.add(values);
    usual = std::max(usual, filled(values, major));
  }
  if (std::ranges::any_of(all.sums, [&](const Decimal& s) { return is_named(s, hints); })) return {};
  if (last != none) {
    std::size_t first = grid.records[last].first_row;
    std::erase_if(out, [first](std::size_t line) { return line >= first; });
    for (std::size_t r = last; r < grid.records.size(); ++r)
      for (std::size_t line = grid.records[r].first_row; line <= grid.records[r].last_row; ++line) out.push_back(line);
  }
  return out;
}

void leave_out(Body& body, const std::vector<std::size_t>& lines) {
  std::erase_if(body.rows, [&](std::size_t row) { return std::ranges::binary_search(lines, row); });
  std::ranges::copy(lines, std::back_inserter(body.totals));
}

}  // namespace ap::extract::lines
