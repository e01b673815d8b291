#include "extract/extract.h"

#include <algorithm>

#include "extract/calibration.h"
#include "extract/habits_use.h"
#include "extract/header.h"
#include "extract/lines.h"
#include "extract/parties.h"
#include "extract/payment.h"
#include "extract/receipt.h"
#include "extract/text.h"
#include "extract/totals.h"

namespace ap::extract {
namespace {

using namespace reading;

std::vector<bool> tokens_of(const Sheet& sheet, const std::vector<Identifier>& ids) {
  std::vector<bool> out(sheet.tokens.size());
  for (const Identifier& id : ids)
    for (int t = id.first; t < id.last; ++t) out[t] = true;
  return out;
}

// The month comes first in the United States, whose addresses end in a state and five digits, and mostly in Canada
// where English is spoken.
bool month_first(const Sheet& sheet, std::string_view language) {
  constexpr std::string_view kStates =
      "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
      "PA RI SC SD TN TX UT VT VA WA WV WI WY DC";
  for (std::size_t t = 1; t < sheet.tokens.size(); ++t) {
    std::string_view zip = trim(sheet.tokens[t].text, ",.");
    bool five =
        (zip.size() == 5 && count_digits(zip) == 5) || (zip.size() == 10 && zip[5] == '-' && count_digits(zip) == 9);
    bool canadian = zip.size() == 3 && is_upper(zip[0]) && is_digit(zip[1]) && is_upper(zip[2]) && language == "en";
    if (canadian && in_list(trim(sheet.tokens[t - 1].text, ",."), "ON QC NS NB MB BC PE SK AB NL NT YT NU"))
      return true;
    if (five && in_list(trim(sheet.tokens[t - 1].text, ",."), kStates)) return true;
  }
  return false;
}

// The lines need the sums to know which table closes, and the sums gain from lines that close: first the sums alone.
LineTable read_lines(const std::vector<layout::Page>& pages, const Context& context, const DocumentKind& kind,
                     bool receipt, const Draft& draft) {
  Draft first(context.sheet);
  read_totals(context, kind, {}, first);
  LineHints hints;
  hints.language = context.labels.language;
  hints.style = context.amounts.mark == Mark::comma   ? NumberStyle::comma
                : context.amounts.mark == Mark::point ? NumberStyle::point
                                                      : NumberStyle::any;
  hints.currency = draft.invoice().currency;
  hints.net = first.invoice().totals.net;
  hints.gross = first.invoice().totals.gross;
  for (const Tax& tax : first.invoice().taxes)
    if (tax.rate) hints.rates.push_back(*tax.rate);
  hints.receipt = receipt;
  return extract_lines(pages, hints);
}

}  // namespace

PageExtraction extract_invoice(const std::vector<layout::Page>& pages, const ExtractOptions& options) {
  PageExtraction out;
  Sheet sheet = build_sheet(pages);
  if (sheet.tokens.empty()) return out;
  Labels labels = find_labels(sheet);
  out.language = labels.language;
  auto ibans = find_ibans(sheet, labels);
  std::vector<bool> taken = tokens_of(sheet, ibans);
  auto tax_ids = find_tax_ids(sheet, labels, taken);
  std::string_view order = convention_of(options.habits, HabitKind::date_order);
  Dates dates = find_dates(sheet, order.empty() ? month_first(sheet, labels.language) : order == "month_first");
  if (!order.empty() && dates.month_first == (order == "month_first")) dates.order_proved = true;
  for (std::size_t t = 0; t < taken.size(); ++t)
    if (int d = dates.at_token[t]; d >= 0 && !dates.list[d].bare) taken[t] = true;
  for (const Identifier& id : tax_ids)
    for (int t = id.first; t < id.last; ++t) taken[t] = true;
  std::string_view decimals = convention_of(options.habits, HabitKind::decimals);
  Mark habit = decimals == "comma" ? Mark::comma : decimals == "point" ? Mark::point : Mark::unknown;
  Amounts amounts = find_amounts(sheet, taken, labels.language, habit);
  DocumentKind kind = kind_of(sheet, labels);

  Context context{sheet, labels, dates, amounts, ibans, tax_ids, options};
  Draft draft(sheet);
  bool receipt = is_receipt(context, kind);
  if (receipt) kind.type = InvoiceType::receipt;
  draft.invoice().type = kind.type;
  if (kind.first >= 0) draft.put("type", to_string(kind.type), kind.first, kind.last, How::label, kind.confidence);
  read_number(context, kind, draft);
  read_dates(context, draft);
  read_references(context, kind, draft);
  read_currency(context, draft);
  LineTable lines = read_lines(pages, context, kind, receipt, draft);
  LineSums sums{lines.sum, lines.sum_closes, {}, {}};
  for (const AllowanceCharge& entry : lines.allowances_charges)
    if (entry.amount) (entry.charge ? sums.charges : sums.allowances) += *entry.amount;
  read_totals(context, kind, sums, draft, options.trace);
  draft.take_lines(std::move(lines));
  std::vector<std::string> names = read_parties(context, draft);
  read_payment(context, draft);
  if (receipt) read_receipt(context, draft);
  use_habits(context, options.habits, draft);
  out.vendor_marks = marks_on_pages(context, names);

  if (kind.other) {
    Finding finding;
    finding.set = "ap";
    finding.rule = "NOT_AN_INVOICE";
    finding.message = "the document calls itself '" + sheet.text(kind.first, kind.last) + "'";
    finding.actual = sheet.text(kind.first, kind.last);
    out.findings.push_back(std::move(finding));
  }
  out.invoice = std::move(draft.invoice());
  out.evidence = std::move(draft.evidence());
  calibrate(out.evidence, out.invoice, pages, options.trace);
  return out;
}

}  // namespace ap::extract
