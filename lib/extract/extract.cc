#include "extract/extract.h"

#include <algorithm>

#include "extract/address.h"
#include "extract/calibration.h"
#include "extract/date_numbers.h"
#include "extract/date_order.h"
#include "extract/doubts.h"
#include "extract/habits_use.h"
#include "extract/header.h"
#include "extract/lines.h"
#include "extract/parties.h"
#include "extract/payment.h"
#include "extract/receipt.h"
#include "extract/text.h"
#include "extract/totals.h"
#include "extract/trace.h"

namespace ap::extract {
namespace {

using namespace reading;

std::vector<bool> tokens_of(const Sheet& sheet, const std::vector<Identifier>& ids) {
  std::vector<bool> out(sheet.tokens.size());
  for (const Identifier& id : ids)
    for (int t = id.first; t < id.last; ++t) out[t] = true;
  return out;
}

// The seller writes from elsewhere, whoever the buyer is: no account in North America has an IBAN.
bool from_overseas(const std::vector<Identifier>& ibans, const std::vector<Identifier>& tax_ids) {
  const bool taxed = std::ranges::any_of(tax_ids, [](const Identifier& id) {
    return !id.buyers && id.proved && !id.country.empty() && !in_list(id.country, "US CA");
  });
  return !ibans.empty() || taxed;
}

// The month comes first in the United States, whose addresses end in a state and five digits, and mostly in Canada
// where English is spoken. An invoice in another language goes there from abroad.
bool month_first(const Sheet& sheet, std::string_view language) {
  if (!language.empty() && language != "en") return false;
  constexpr std::string_view kStates =
      "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
      "PA RI SC SD TN TX UT VT VA WA WV WI WY DC";
  for (std::size_t t = 1; t < sheet.tokens.size(); ++t) {
    std::string_view zip = trim(sheet.tokens[t].text, ",.");
    bool five =
        (zip.size() == 5 && count_digits(zip) == 5) || (zip.size() == 10 && zip[5] == '-' && count_digits(zip) == 9);
    if (language == "en" && canadian_code(sheet, static_cast<int>(t))) return true;
    if (five && in_list(trim(sheet.tokens[t - 1].text, ",."), kStates)) return true;
  }
  return false;
}

// Reads the days under the present order, to see whether they contradict it.
void settle_days(const Context& context, InvoiceType type, Dates& dates) {
  Draft days(context.sheet);
  days.invoice().type = type;
  read_dates(context, days);
  settle_order(context.sheet, days, dates);
}

// The lines need the sums to know which table closes, and the sums gain from lines that close: first the sums alone.
LineHints hints_for_lines(const Context& context, const Draft& first, bool receipt, const Draft& draft) {
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
  return hints;
}

// What takes money off is a credit note by whatever name it goes, unless a clear title calls it an invoice.
void turn_by_sign(const Invoice& sums, DocumentKind& kind) {
  constexpr double kClear = 2.2, kSure = 0.93;
  bool negative = sums.totals.gross && sums.totals.gross->is_negative();
  if (!negative || kind.type != InvoiceType::invoice || kind.other || kind.title >= kClear) return;
  kind.type = InvoiceType::credit_note;
  kind.confidence = kSure;
}

// Where no title is known the document is taken for an invoice, and says how little that is worth.
void put_type(const DocumentKind& kind, Draft& draft) {
  constexpr double kUntitled = 0.8;
  if (kind.first >= 0)
    draft.put("type", to_string(kind.type), kind.first, kind.last, How::label, kind.confidence);
  else
    draft.assume("type", to_string(kind.type), kUntitled);
  draft.sign("type", {.score = kind.title, .margin = kind.margin});
}

// Check digits that hold only after characters were exchanged prove little: a person shall look at the account, and
// what was read of a tax number stands beside what it became.
void doubt_repaired(const std::vector<Identifier>& ids, const std::string& path, const std::string& value,
                    PageExtraction& out) {
  constexpr Confidence kRepaired = 700, kAsRead = 150;
  auto entry = out.evidence.find(path);
  if (entry == out.evidence.end() || entry->second.how == How::vendor) return;
  for (const Identifier& id : ids) {
    if (!id.repaired || id.value != value) continue;
    entry->second.confidence = std::min(entry->second.confidence, kRepaired);
    if (!id.as_read.empty()) entry->second.alternatives.push_back({id.as_read, kAsRead});
    return;
  }
}

// Faint thermal print turns a figure into another one that every look agrees on; of dates on slips that stand there
// once, one in ten was read wrong.
void doubt_lone_date(const Dates& dates, const std::vector<layout::Page>& pages, PageExtraction& out) {
  constexpr Confidence kLoneDate = 900;
  auto entry = out.evidence.find("issue_date");
  if (entry == out.evidence.end() || !out.invoice.issue_date || entry->second.how == How::vendor) return;
  if (pages.front().source != layout::PageSource::ocr) return;
  int rows = 0, last = -1;
  for (const PrintedDate& date : dates.list) {
    if (date.bare || date.row == last || date.date() != *out.invoice.issue_date) continue;
    ++rows;
    last = date.row;
  }
  if (rows < 2) entry->second.confidence = std::min(entry->second.confidence, kLoneDate);
}

// A font that tells wrong letters: "Li€ge", "H€ggl•v", "m€". Names and signs of such pages are not what is seen on
// them.
bool garbled(std::string_view text) {
  for (std::string_view sign : {"€", "•", "‚"})
    for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      const bool letter = at > 0 && (reading::is_lower(text[at - 1]) || reading::is_upper(text[at - 1]));
      if (letter && (sign != "‚" || at + sign.size() < text.size())) return true;
    }
  return false;
}

// "Möhlenkamp &": the rest of the name was not found.
void doubt_cut_names(PageExtraction& out) {
  constexpr Confidence kCut = 500;
  for (auto& [path, entry] : out.evidence) {
    if (!path.ends_with(".name") || entry.how == How::vendor) continue;
    const std::string text = reading::fold(entry.text);
    if (text.ends_with("&") || text.ends_with(" und") || text.ends_with(" and") || text.ends_with(" et"))
      entry.confidence = std::min(entry.confidence, kCut);
  }
}

void doubt_garbled(const std::vector<layout::Page>& pages, PageExtraction& out) {
  constexpr Confidence kGarbled = 500, kSigns = 700;
  const bool any = std::ranges::any_of(pages, [](const layout::Page& page) {
    return page.source == layout::PageSource::text &&
           std::ranges::any_of(page.words, [](const layout::Word& word) { return garbled(word.text); });
  });
  if (!any) return;
  for (auto& [path, entry] : out.evidence) {
    if (entry.how == How::vendor) continue;
    const bool name = path.ends_with(".name") && garbled(entry.text);
    if (name) entry.confidence = std::min(entry.confidence, kGarbled);
    if (path == "currency") entry.confidence = std::min(entry.confidence, kSigns);
  }
}

void doubt_currency(PageExtraction& out) {
  constexpr Confidence kGuessed = 600;
  auto entry = out.evidence.find("currency");
  if (entry != out.evidence.end() && entry->second.how != How::vendor)
    entry->second.confidence = std::min(entry->second.confidence, kGuessed);
}

// A total that nothing printed says, neither as the gross nor as what is to be paid, was perhaps not read at all.
void doubt_unprinted_total(PageExtraction& out) {
  constexpr Confidence kUnprinted = 900;
  auto gross = out.evidence.find("totals.gross"), payable = out.evidence.find("totals.payable");
  if (gross == out.evidence.end() || payable == out.evidence.end()) return;
  if (gross->second.how != How::arithmetic || payable->second.how != How::arithmetic) return;
  for (auto entry : {gross, payable}) entry->second.confidence = std::min(entry->second.confidence, kUnprinted);
}

// A leaf without a word in front: the document begins behind it.
std::size_t empty_leaves(const std::vector<layout::Page>& pages) {
  auto first = std::ranges::find_if(pages, [](const layout::Page& page) { return !page.words.empty(); });
  return first == pages.end() ? 0 : static_cast<std::size_t>(first - pages.begin());
}

// The first page with words is the first of the document: what is looked for there stands on it. Evidence keeps the
// numbers that the pages have in the file.
PageExtraction behind_leaves(const std::vector<layout::Page>& pages, std::size_t empty, const ExtractOptions& options) {
  std::vector<layout::Page> rest(pages.begin() + static_cast<std::ptrdiff_t>(empty), pages.end());
  const int shift = rest.front().number - 1;
  for (layout::Page& page : rest) page.number -= shift;
  PageExtraction out = extract_invoice(rest, options);
  for (auto& [path, entry] : out.evidence)
    if (entry.page > 0) entry.page += shift;
  return out;
}

}  // namespace

PageExtraction extract_invoice(const std::vector<layout::Page>& pages, const ExtractOptions& options) {
  if (const std::size_t empty = empty_leaves(pages); empty > 0 && empty < pages.size())
    return behind_leaves(pages, empty, options);
  return extract_invoice(
      pages, [&](const LineHints& hints) { return extract_lines(pages, hints); }, options);
}

PageExtraction extract_invoice(const std::vector<layout::Page>& pages, const LinesReader& read_lines,
                               const ExtractOptions& options) {
  PageExtraction out;
  Sheet sheet = build_sheet(pages);
  if (sheet.tokens.empty()) return out;
  Labels labels = find_labels(sheet, options.trace ? options.trace->forget : 0);
  out.language = labels.language;
  auto ibans = find_ibans(sheet, labels);
  std::vector<bool> taken = tokens_of(sheet, ibans);
  auto tax_ids = find_tax_ids(sheet, labels, taken);
  std::string_view order = convention_of(options.habits, HabitKind::date_order);
  const bool american = month_first(sheet, labels.language) && !from_overseas(ibans, tax_ids);
  Dates dates = find_dates(sheet, order.empty() ? american : order == "month_first", options.today.year());
  if (!order.empty() && dates.month_first == (order == "month_first")) dates.order_proved = true;
  mark_date_numbers(sheet, labels, dates);
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
  Draft first(sheet);
  read_totals(context, kind, {}, first);
  turn_by_sign(first.invoice(), kind);
  bool receipt = is_receipt(context, kind);
  if (receipt) kind.type = InvoiceType::receipt;
  draft.invoice().type = kind.type;
  put_type(kind, draft);
  read_number(context, kind, draft);
  if (order.empty()) settle_days(context, kind.type, dates);
  read_dates(context, draft);
  read_references(context, kind, draft);
  const bool currency_told = read_currency(context, draft);
  LineTable lines = read_lines(hints_for_lines(context, first, receipt, draft));
  if (kind.type == InvoiceType::credit_note) make_positive(lines);
  LineSums sums{lines.sum, lines.sum_closes, {}, {}, {}};
  for (const Line& line : lines.lines)
    if (line.net) sums.nets.push_back(*line.net);
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
  calibrate(out.evidence, out.invoice, pages, draft.signals(), options.trace);
  doubt_repaired(ibans, "payment.iban", out.invoice.payment.iban, out);
  doubt_repaired(tax_ids, "seller.vat_id", out.invoice.seller.vat_id, out);
  doubt_repaired(tax_ids, "buyer.vat_id", out.invoice.buyer.vat_id, out);
  if (!currency_told) doubt_currency(out);
  if (order.empty()) doubt_order(context, out);
  doubt_unprinted_total(out);
  doubt_garbled(pages, out);
  doubt_cut_names(out);
  if (receipt) doubt_lone_date(dates, pages, out);
  doubt_recognised(context, out);
  return out;
}

}  // namespace ap::extract
