#include "rules/controls/policy.h"

#include <fmt/format.h>

#include "rules/controls/vendor.h"

namespace ap::rules {
namespace {

// The vendor's earlier invoices of this currency; credit notes and prepayments say nothing of what is usual.
std::vector<const PastBill*> comparable(const Invoice& invoice, const Facts& facts) {
  std::vector<const PastBill*> bills;
  for (const PastBill& bill : facts.known.vendor_bills) {
    bool usual = bill.type != InvoiceType::credit_note && !bill.prepayment && bill.gross && bill.date;
    if (usual && bill.currency == invoice.currency) bills.push_back(&bill);
  }
  return bills;
}

bool just_below(const Decimal& amount, const Decimal& limit, int percent) {
  return amount <= limit && amount * Decimal(100) >= limit * Decimal(100 - percent);
}

}  // namespace

Outcome check_amount_limit(const Invoice& invoice, const Facts& facts) {
  const auto& total = bill_total(invoice);
  if (!total) return nothing_to_check("the document states no total");
  auto own = facts.settings.amount_limits.find(invoice.currency);
  Decimal limit = own != facts.settings.amount_limits.end() ? own->second : facts.settings.amount_limit;
  const auto& vendor = facts.known.seller.vendor;
  bool of_vendor = vendor && vendor->amount_limit;
  if (of_vendor) limit = *vendor->amount_limit;
  if (total->abs() <= limit) return Problems{};
  return Problems{{invoice.totals.gross ? "totals.gross" : "totals.payable",
                   fmt::format("the total {} {} is above the limit of {}{}", total->str(), invoice.currency,
                               limit.str(), of_vendor ? " for vendor " + vendor_name(*vendor) : ""),
                   limit.str(), total->str()}};
}

Outcome check_anomaly(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return cannot_run(known.missing);
  const auto& total = bill_total(invoice);
  if (!total || !invoice.issue_date) return nothing_to_check("the document states no total or no date");
  if (invoice.type == InvoiceType::credit_note || facts.prepayment)
    return nothing_to_check("credit notes and prepayments have no usual amount");
  auto bills = comparable(invoice, facts);
  int count = static_cast<int>(bills.size());
  if (count < facts.settings.anomaly_count)
    return nothing_to_check(fmt::format("{} invoices of this vendor in the last twelve months; {} are needed", count,
                                        facts.settings.anomaly_count));
  Decimal sum;
  for (const PastBill* bill : bills) sum += *bill->gross;
  // |n x total - sum| against percent of the sum: the mean is not rounded.
  Decimal distance = (*total * Decimal(count) - sum).abs();
  if (distance * Decimal(100) <= sum.abs() * Decimal(facts.settings.anomaly_percent)) return Problems{};
  Decimal mean = Decimal::divide(sum, count, 2);
  bool more = *total > mean;
  std::string off = sum.is_zero() ? "" : Decimal::divide(distance * Decimal(100), sum.abs(), 0).str() + " % ";
  return Problems{
      {"totals.gross",
       fmt::format("the total {} {} is {}{} than the mean {} of the vendor's {} invoices of the twelve months "
                   "before; more than {} % is looked at: is it what was ordered, or was a digit misread?",
                   total->str(), invoice.currency, off, more ? "more" : "less", mean.str(), count,
                   facts.settings.anomaly_percent),
       mean.str(), total->str()}};
}

Outcome check_split(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return cannot_run(known.missing);
  if (!known.limits_loaded)
    return nothing_to_check("no approval limits are loaded; load them with ap-validate import limits FILE");
  const auto& total = bill_total(invoice);
  if (!total || !invoice.issue_date) return nothing_to_check("the document states no total or no date");
  if (invoice.type == InvoiceType::credit_note) return Problems{};
  auto bills = comparable(invoice, facts);
  for (const ApprovalLimit& limit : known.limits) {
    if (!limit.amount || !just_below(*total, *limit.amount, facts.settings.split_percent)) continue;
    Decimal sum = *total;
    std::string which;
    for (const PastBill* bill : bills) {
      int apart = *invoice.issue_date - *bill->date;
      if (apart < 0) apart = -apart;
      if (apart > facts.settings.split_days || !just_below(*bill->gross, *limit.amount, facts.settings.split_percent))
        continue;
      sum += *bill->gross;
      which += fmt::format("{}{} of {} ({})", which.empty() ? "" : ", ", bill->number, bill->date->str(),
                           bill->gross->str());
    }
    if (which.empty() || sum <= *limit.amount) continue;
    return Problems{
        {"totals.gross",
         fmt::format("{} {} is just below the limit of {} up to which a {} may approve, as are {}: together {}; "
                     "ask whether one purchase was split",
                     total->str(), invoice.currency, limit.amount->str(), limit.role, which, sum.str()),
         limit.amount->str(), sum.str()}};
  }
  return Problems{};
}

}  // namespace ap::rules
