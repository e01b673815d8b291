#include "rules/controls/clearing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/names.h"
#include "rules/controls/vendor.h"

namespace ap::rules {
namespace {

// As text_key() has them. Words that a document or line uses for money paid in advance.
constexpr auto kWords = std::to_array<std::string_view>(
    {"ANZAHLUNG", "ANZAHLUNGSRECHNUNG", "VORAUSZAHLUNG", "VORAUSRECHNUNG", "VORAUSZAHLUNGSRECHNUNG", "PREPAYMENT",
     "DOWNPAYMENT", "ACOMPTE", "ACOMPTES", "ACCONTO", "ANTICIPO", "AANBETALING", "VOORSCHOT", "ZALICZKA", "ZALICZKOWA",
     "FORSKOTT", "FORSKUD", "SINAL"});

bool says_prepayment(std::string_view text) {
  const std::string key = text_key(text);
  std::string_view before;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view word = std::string_view(key).substr(at, end - at);
    if (std::ranges::find(kWords, word) != kWords.end()) return true;
    if (word == "PAYMENT" && (before == "DOWN" || before == "ADVANCE")) return true;
    before = word;
    at = end + 1;
  }
  return false;
}

}  // namespace

Decimal deducted_prepayments(const Invoice& invoice) {
  if (invoice.totals.prepaid && !invoice.totals.prepaid->is_zero()) return invoice.totals.prepaid->abs();
  Decimal sum;
  for (const Line& line : invoice.lines) {
    if (!line.net || !line.net->is_negative() || !says_prepayment(line.description)) continue;
    Decimal rate = line.tax_rate.value_or(Decimal());
    sum += (line.net->abs() * (Decimal(100) + rate) * Decimal::scaled(1, 2)).normalized();
  }
  return sum;
}

bool is_prepayment(const Invoice& invoice, const EvidenceMap& evidence, std::string_view document_type_code) {
  if (invoice.type != InvoiceType::invoice) return false;
  if (document_type_code == "386") return true;
  const std::string type = evidence.text_of("type");
  if (type == "386" || says_prepayment(type)) return true;
  // Every line that costs something is one.
  bool any = false;
  for (const Line& line : invoice.lines) {
    if (!line.net || line.net->is_zero()) continue;
    if (line.net->is_negative() || !says_prepayment(line.description)) return false;
    any = true;
  }
  return any;
}

Outcome check_prepayments(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return cannot_run(known.missing);
  if (invoice.type != InvoiceType::invoice || facts.prepayment)
    return nothing_to_check("only an invoice that follows a prepayment deducts one");
  if (known.order_numbers.empty()) return nothing_to_check("the document names no order to find prepayments by");
  const OrderHistory& earlier = known.earlier;
  if (earlier.prepayments.empty()) return Problems{};
  Decimal open = earlier.prepaid - earlier.deducted, own = deducted_prepayments(invoice);
  if (open - own <= facts.settings.total_tolerance) return Problems{};
  return Problems{{"totals.prepaid",
                   fmt::format("prepayments were billed for the order ({}), of which {} are still to be deducted, but "
                               "this invoice deducts {}; deduct them, or ask the seller for a corrected invoice",
                               earlier.prepayments.text(), open.str(), own.str()),
                   open.str(), own.str()}};
}

Outcome check_credit_note(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (invoice.type != InvoiceType::credit_note) return nothing_to_check("the document is no credit note");
  if (!known.missing.empty()) return cannot_run(known.missing);
  if (invoice.preceding_invoice.empty())
    return Problems{{"preceding_invoice",
                     "the credit note does not say which invoice it corrects; ask the seller, or enter its number", "",
                     ""}};
  std::vector<PastBill> invoices = known.preceding_bills;
  std::erase_if(invoices, [](const PastBill& bill) { return bill.type == InvoiceType::credit_note; });
  if (invoices.empty())
    return Problems{
        {"preceding_invoice",
         fmt::format("the credit note corrects invoice {}, which never came from this seller; ask for a copy "
                     "of it, or whether the credit note is for somebody else",
                     invoice.preceding_invoice),
         "", invoice.preceding_invoice}};
  const auto& total = bill_total(invoice);
  const auto& billed = invoices.front().gross;
  if (!total || !billed) return Problems{};
  Decimal before;
  std::string by;
  for (const PastBill& credit : known.credits) {
    if (!credit.gross || credit.currency != invoice.currency) continue;
    before += credit.gross->abs();
    by += (by.empty() ? "" : ", ") + credit.number;
  }
  Decimal left = *billed - before;
  if (total->abs() <= left + facts.settings.total_tolerance) return Problems{};
  return Problems{
      {"totals.gross",
       fmt::format("the credit note of {} gives back more than is left of invoice {}: {} were billed{}; ask the "
                   "seller what it is for",
                   total->str(), invoice.preceding_invoice, billed->str(),
                   by.empty() ? "" : fmt::format(" and {} credited before by {}", before.str(), by)),
       left.str(), total->str()}};
}

}  // namespace ap::rules
