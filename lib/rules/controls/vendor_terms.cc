// Spend limits, agreed terms, and the account the money would go to.
#include <fmt/format.h>

#include <algorithm>

#include "core/identifiers.h"
#include "core/master_kinds.h"
#include "rules/controls/payment_terms.h"
#include "rules/controls/vendor.h"
#include "rules/controls/vendor_match.h"

namespace ap::rules {
namespace {

// First day of the month, quarter or year of a day, and its name.
std::pair<Date, std::string> spend_period(const Date& day, SpendPeriod period) {
  int month = period == SpendPeriod::year      ? 1
              : period == SpendPeriod::quarter ? (day.month() - 1) / 3 * 3 + 1
                                               : day.month();
  Date first = Date::from_ymd(day.year(), month, 1).value_or(day);
  if (period == SpendPeriod::year) return {first, fmt::format("{}", day.year())};
  if (period == SpendPeriod::quarter)
    return {first, fmt::format("quarter {} of {}", (day.month() + 2) / 3, day.year())};
  return {first, first.str().substr(0, 7)};
}

std::optional<PaymentTerms> agreed_terms(const Vendor& vendor) {
  auto terms = payment_terms_from(vendor.terms);
  if (vendor.terms_days && (!terms || !terms->net)) {
    PaymentTerms net = net_terms(std::stoi(vendor.terms_days->rounded(0).str()));
    if (!terms) return net;
    terms->net = net.net;
  }
  return terms;
}

// 1970-01-01 was a Thursday: Saturday and Sunday give the Monday after.
Date next_workday(const Date& day) {
  int weekday = ((day.days() + 3) % 7 + 7) % 7;  // Monday 0
  return weekday < 5 ? day : day.plus_days(7 - weekday);
}

struct StatedDiscount {
  Decimal percent;
  Date until;
};

std::vector<StatedDiscount> stated_discounts(const Invoice& invoice, const std::optional<PaymentTerms>& stated) {
  std::vector<StatedDiscount> out;
  const Date& issue = *invoice.issue_date;
  for (const CashDiscount& discount : invoice.payment.discounts)
    if (discount.percent && discount.days)
      out.push_back({*discount.percent, issue.plus_days(std::stoi(discount.days->rounded(0).str()))});
  if (stated)
    for (const TermsStep& step : stated->discounts) out.push_back({*step.percent, step.due(issue)});
  return out;
}

void compare_due(Problems& problems, const Invoice& invoice, const Vendor& vendor, const PaymentTerms& agreed,
                 const std::optional<PaymentTerms>& stated, int tolerance) {
  std::optional<Date> due = invoice.due_date;
  if (!due && stated && stated->net) due = stated->net->due(*invoice.issue_date);
  if (!due || !agreed.net) return;
  Date expected = agreed.net->due(*invoice.issue_date), latest = next_workday(expected);
  if (*due >= expected.plus_days(-tolerance) && *due <= latest.plus_days(tolerance)) return;
  int off = *due - expected;
  problems.push_back(
      {"due_date",
       fmt::format(
           "due on {}{}, but the terms agreed with vendor {} ({}) give {} for an invoice of {}: {} days {}; pay "
           "by the agreed day, or ask purchasing whether the terms changed",
           due->str(), invoice.due_date ? "" : " after its terms '" + invoice.payment.terms + "'", vendor_name(vendor),
           in_words(agreed), expected.str(), invoice.issue_date->str(), off < 0 ? -off : off,
           off < 0 ? "too early" : "later"),
       expected.str(), due->str()});
}

void compare_discounts(Problems& problems, const Invoice& invoice, const Vendor& vendor, const PaymentTerms& agreed,
                       const std::optional<PaymentTerms>& stated) {
  auto offered = stated_discounts(invoice, stated);
  for (const TermsStep& step : agreed.discounts) {
    Date until = step.due(*invoice.issue_date);
    bool as_good = std::ranges::any_of(
        offered, [&](const StatedDiscount& one) { return one.percent >= *step.percent && one.until >= until; });
    if (as_good) continue;
    std::string given;
    for (const StatedDiscount& one : offered)
      given += fmt::format("{}{} % until {}", given.empty() ? "" : ", ", one.percent.str(), one.until.str());
    std::string expected = fmt::format("{} % until {}", step.percent->str(), until.str());
    problems.push_back(
        {"payment.terms",
         fmt::format("{} is agreed with vendor {} ({}), but the document offers {}; deduct what is "
                     "agreed, or ask purchasing whether the terms changed",
                     expected, vendor_name(vendor), in_words(agreed), given.empty() ? "no discount" : given),
         expected, given});
  }
}

std::string dates_of(const VendorAccount& account) {
  std::string text;
  if (account.valid_from) text += " from " + account.valid_from->str();
  if (account.valid_until) text += " until " + account.valid_until->str();
  return text;
}

}  // namespace

Outcome check_tax_ids(const Invoice& invoice, const Facts& facts) {
  Problems problems;
  auto check_one = [&](const std::string& field, std::string_view who, const Party& party) {
    if (party.vat_id.empty()) return;
    TaxIdCheck check = check_tax_id(party.vat_id, party.address.country);
    if (check.verdict == TaxIdVerdict::wrong_check)
      problems.push_back(
          {field,
           fmt::format("the tax number {} of the {} fails its check digits ({}); misread, mistyped or made up",
                       party.vat_id, who, check.country),
           check.expected, party.vat_id});
    if (check.verdict == TaxIdVerdict::malformed)
      problems.push_back({field,
                          fmt::format("the tax number {} of the {} does not have the form of one of {}: {}",
                                      party.vat_id, who, check.country, check.expected),
                          check.expected, party.vat_id});
  };
  check_one("seller.vat_id", "seller", invoice.seller);
  check_one("buyer.vat_id", "buyer", invoice.buyer);
  if (invoice.payee) check_one("payee.vat_id", "payee", *invoice.payee);
  const auto& vendor = facts.known.seller.vendor;
  if (!problems.empty() || !vendor || invoice.seller.vat_id.empty()) return problems;
  std::vector<std::string> on_file = vendor->more_tax_ids;
  if (!vendor->vat_id.empty()) on_file.insert(on_file.begin(), vendor->vat_id);
  if (on_file.empty()) return problems;
  auto own = tax_numbers(*vendor);
  bool same = std::ranges::any_of(
      own, [&](const std::string& number) { return same_tax_number(number, invoice.seller.vat_id); });
  if (!same)
    problems.push_back(
        {"seller.vat_id",
         fmt::format("the tax number {} of the seller is not on file for vendor {} ({}), found by {}; "
                     "ask on a number that you already have whether it changed",
                     invoice.seller.vat_id, vendor_name(*vendor), fmt::join(on_file, ", "), facts.known.seller.how),
         on_file.front(), invoice.seller.vat_id});
  return problems;
}

Outcome check_spend(const Invoice& invoice, const Facts& facts) {
  if (!facts.known.seller.vendor) return no_vendor(facts);
  const Vendor& vendor = *facts.known.seller.vendor;
  if (!vendor.spend_limit) return nothing_to_check("no spend limit is set for vendor " + vendor.id);
  const auto& total = bill_total(invoice);
  if (!total || !invoice.issue_date) return nothing_to_check("the document states no total or no date");
  if (invoice.type == InvoiceType::credit_note) return Problems{};
  auto [first, name] = spend_period(*invoice.issue_date, vendor.spend_period);
  Decimal earlier;
  int bills = 0;
  for (const PastBill& bill : facts.known.vendor_bills) {
    bool counts = bill.date && *bill.date >= first && bill.gross && bill.currency == invoice.currency;
    if (!counts) continue;
    ++bills;
    earlier += bill.type == InvoiceType::credit_note ? -bill.gross->abs() : *bill.gross;
  }
  Decimal sum = earlier + *total;
  if (sum <= *vendor.spend_limit) return Problems{};
  return Problems{{"totals.gross",
                   fmt::format("with {} {} of this invoice, {} earlier documents ({}) and it make {} in {}, above the "
                               "limit of {} for vendor {}; have the limit raised or the order checked",
                               total->str(), invoice.currency, bills, earlier.str(), sum.str(), name,
                               vendor.spend_limit->str(), vendor_name(vendor)),
                   vendor.spend_limit->str(), sum.str()}};
}

Outcome check_terms(const Invoice& invoice, const Facts& facts) {
  if (!facts.known.seller.vendor) return no_vendor(facts);
  const Vendor& vendor = *facts.known.seller.vendor;
  auto agreed = agreed_terms(vendor);
  if (!agreed) return nothing_to_check("no terms are agreed with vendor " + vendor.id);
  if (invoice.type != InvoiceType::invoice) return nothing_to_check("only invoices have terms to keep");
  if (!invoice.issue_date) return nothing_to_check("the document states no date");
  auto stated = payment_terms_from(invoice.payment.terms);
  if (!invoice.due_date && !stated && invoice.payment.discounts.empty())
    return nothing_to_check("the document says nothing about terms");
  Problems problems;
  compare_due(problems, invoice, vendor, *agreed, stated, facts.settings.terms_tolerance_days);
  compare_discounts(problems, invoice, vendor, *agreed, stated);
  return problems;
}

Outcome check_bank_details(const Invoice& invoice, const Facts& facts) {
  if (!facts.known.seller.vendor) return no_vendor(facts);
  const Vendor& vendor = *facts.known.seller.vendor;
  if (invoice.payment.iban.empty()) return nothing_to_check("the document states no account");
  std::string stated = compact_identifier(invoice.payment.iban), on_file, ended;
  auto add = [](std::string& list, const std::string& entry) { list += (list.empty() ? "" : ", ") + entry; };
  for (const std::string& iban : vendor.ibans) {
    if (compact_identifier(iban) == stated) return Problems{};
    add(on_file, iban);
  }
  for (const VendorAccount& account : facts.known.accounts) {
    bool begun = !account.valid_from || *account.valid_from <= facts.today;
    bool over = account.valid_until && *account.valid_until < facts.today;
    bool same = compact_identifier(account.iban) == stated;
    if (same && begun && !over) return Problems{};
    if (same)
      ended = fmt::format("; it is on file{}, not for {}", dates_of(account), facts.today.str());
    else if (begun && !over)
      add(on_file, fmt::format("{} (confirmed by {}{})", account.iban, account.confirmed_by,
                               account.confirmed_on ? " on " + account.confirmed_on->str() : ""));
  }
  std::string others;
  for (const std::string& owner : facts.known.iban_owners)
    if (owner != vendor.id) add(others, owner);
  return Problems{
      {"payment.iban",
       fmt::format("the account {} is not one on file for vendor {}: {}{}{}; hold the payment until a second "
                   "person has asked the vendor on a number that you already had",
                   invoice.payment.iban, vendor_name(vendor), on_file.empty() ? "there is none" : on_file, ended,
                   others.empty() ? "" : "; it is on file for vendor " + others),
       on_file, invoice.payment.iban}};
}

}  // namespace ap::rules
