#include "extract/doubts.h"

#include <algorithm>

#include "extract/address.h"
#include "extract/text.h"

namespace ap::extract::reading {
namespace {

void bound(PageExtraction& out, std::string_view path, Confidence most) {
  auto entry = out.evidence.find(path);
  if (entry == out.evidence.end() || entry->second.how == How::vendor) return;
  entry->second.confidence = std::min(entry->second.confidence, most);
}

bool names_total(const LabelHit& hit) {
  return (hit.role == Role::gross || hit.role == Role::payable) && hit.before == 0 && !hit.weak;
}

// "Total" over a column of amounts.
bool heads_column(const Context& context, int row) {
  const Row& cells = context.sheet.rows[row];
  int columns = 0;
  for (int c = cells.first; c < cells.last; ++c)
    columns += std::ranges::any_of(context.labels.by_cell[c], [&](int h) {
      const Role role = context.labels.hits[h].role;
      return role >= Role::column_item && role <= Role::column_amount;
    });
  return columns >= 2;
}

// An amount right of the label, or below it and above the next row but one.
const Amount* amount_of(const Context& context, const LabelHit& hit, bool below) {
  const int row = context.sheet.cells[hit.cell].row;
  for (const Amount& amount : context.amounts.list) {
    if (amount.percent || amount.first < hit.last) continue;
    if (amount.row == row || (below && amount.row == row + 1)) return &amount;
  }
  return nullptr;
}

// The label of a total stands below the place that the total was taken from, and nothing was read beside it: a stamp, a
// fold or a shadow took it away, and what is above it are the lines or one of them.
bool total_unread(const Context& context, const PageExtraction& out) {
  auto gross = out.evidence.find("totals.gross");
  if (gross == out.evidence.end() || !gross->second.box) return false;
  const Box& taken = *gross->second.box;
  bool unread = false;
  for (const LabelHit& hit : context.labels.hits) {
    const int row = context.sheet.cells[hit.cell].row;
    if (!names_total(hit) || context.sheet.page_of_cell(hit.cell).number != gross->second.page ||
        heads_column(context, row))
      continue;
    if (context.sheet.cells[hit.cell].box.y1 >= taken.y0 && context.sheet.cells[hit.cell].box.y0 <= taken.y1)
      return false;  // it stands on the row of the total itself
    if (const Amount* beside = amount_of(context, hit, true)) {
      if (out.invoice.totals.gross && beside->value.abs() == out.invoice.totals.gross->abs()) return false;
    } else {
      unread |= context.sheet.cells[hit.cell].box.y0 > taken.y1;
    }
  }
  return unread;
}

// What is to be paid differs from the total, and nothing says why.
bool unexplained_payable(const PageExtraction& out) {
  const Totals& totals = out.invoice.totals;
  if (!totals.gross || !totals.payable || *totals.gross == *totals.payable) return false;
  const Decimal prepaid = totals.prepaid.value_or(Decimal()), rounding = totals.rounding.value_or(Decimal());
  return *totals.gross - prepaid + rounding != *totals.payable;
}

// "FO62824", "(34424": a letter or a bracket before figures that recognition often takes for one of them.
bool may_be_figure(std::string_view number, std::string_view printed) {
  for (std::size_t i = 0; i + 1 < number.size(); ++i)
    if ((number[i] == 'O' || number[i] == 'I' || number[i] == 'l') && is_digit(number[i + 1]) &&
        (i == 0 || number[i - 1] != 'P'))
      return true;
  const auto bracket = printed.find('(');
  return bracket != std::string_view::npos && bracket + 1 < printed.size() && is_digit(printed[bracket + 1]) &&
         printed.find(')') == std::string_view::npos;
}

// Noughts with a mark inside are taken for eights where the mark runs into the ring: of many figures hardly one is a
// nought, of which elsewhere every sixth is one.
bool lacks_noughts(const Sheet& sheet) {
  constexpr std::ptrdiff_t kFewest = 60, kShare = 30;
  std::ptrdiff_t figures = 0, noughts = 0;
  for (const Token& token : sheet.tokens) {
    figures += count_digits(token.text);
    noughts += std::ranges::count(token.text, '0');
  }
  return figures >= kFewest && noughts * kShare < figures;
}

}  // namespace

void doubt_recognised(const Context& context, PageExtraction& out) {
  constexpr Confidence kUnread = 500, kFigure = 800;
  if (context.sheet.pages->front().source != layout::PageSource::ocr) return;
  if (total_unread(context, out))
    for (const char* path : {"totals.net", "totals.tax", "totals.gross", "totals.payable"}) bound(out, path, kUnread);
  if (unexplained_payable(out))
    for (const char* path : {"totals.gross", "totals.payable"}) bound(out, path, kUnread);
  if (lacks_noughts(context.sheet))
    for (const char* path : {"number", "issue_date", "totals.net", "totals.tax", "totals.gross", "totals.payable"})
      bound(out, path, kUnread);
  auto number = out.evidence.find("number");
  if (number != out.evidence.end() && may_be_figure(out.invoice.number, number->second.text))
    bound(out, "number", kFigure);
}

void doubt_order(const Context& context, PageExtraction& out) {
  constexpr Confidence kEither = 700;
  if (context.dates.order_proved) return;
  bool canada = false;
  for (std::size_t t = 1; t < context.sheet.tokens.size(); ++t)
    canada = canada || canadian_code(context.sheet, static_cast<int>(t));
  auto either = [&](const std::optional<Date>& day) {
    return day && std::ranges::any_of(context.dates.list, [&](const PrintedDate& date) {
             return date.date() == *day && date.ambiguous() && date.readings[1].date != *day;
           });
  };
  if (canada && either(out.invoice.issue_date)) bound(out, "issue_date", kEither);
  if (canada && either(out.invoice.due_date)) bound(out, "due_date", kEither);
}

}  // namespace ap::extract::reading
