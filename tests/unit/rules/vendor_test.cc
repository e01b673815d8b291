#include "rules/controls/vendor.h"

#include <doctest/doctest.h>

#include "rules/controls/vendor_match.h"
#include "sample.h"

using namespace ap;
using namespace ap::rules;
using namespace ap::rules::test;

namespace {

Vendor vendor(const char* id, const char* name, const char* vat_id = "", const char* iban = "") {
  Vendor out;
  out.id = id;
  out.name = name;
  out.vat_id = vat_id;
  out.status = "active";
  if (*iban != '\0') out.ibans = {iban};
  return out;
}

std::string chosen(const Invoice& invoice, const std::vector<Vendor>& vendors,
                   const std::vector<VendorAccount>& accounts = {}) {
  auto choice = choose_vendor(invoice, vendors, accounts);
  return choice.vendor ? choice.vendor->id + " by " + choice.how : "none: " + choice.why_not;
}

}  // namespace

TEST_CASE("a vendor is found by tax number, then account, then name") {
  Invoice invoice = good_invoice();
  std::vector<Vendor> vendors{vendor("V1", "Other", "de 136 695 976"),
                              vendor("V2", "Another", "", "DE89370400440532013000"), vendor("V3", "Muster und Sohn")};
  CHECK(chosen(invoice, vendors) == "V1 by tax number DE136695976");
  vendors.erase(vendors.begin());
  CHECK(chosen(invoice, vendors) == "V2 by account DE89370400440532013000");
  vendors.erase(vendors.begin());
  CHECK(chosen(invoice, vendors) == "V3 by name, 100 % alike");
  VendorAccount account;
  account.vendor_id = "V4";
  account.iban = "DE89 3704 0044 0532 0130 00";
  vendors.push_back(vendor("V4", "Factor"));
  CHECK(chosen(invoice, vendors, {account}) == "V4 by account DE89370400440532013000");
  CHECK(chosen(invoice, {}) == "none: ");
}

TEST_CASE("where several fit alike, nothing is decided; what tells them apart decides") {
  Invoice invoice = good_invoice();
  std::vector<Vendor> same{vendor("V1", "Muster & Sohn GmbH", "DE136695976"),
                           vendor("V2", "Muster & Sohn GmbH", "DE136695976")};
  CHECK(chosen(invoice, same) ==
        "none: several vendors bear its tax number, and neither account, name nor address tells which");
  same[1].ibans = {"DE89370400440532013000"};
  CHECK(chosen(invoice, same).starts_with("V2"));
  same[1].ibans.clear();
  same[0].status = "inactive";
  CHECK(chosen(invoice, same).starts_with("V2"));
  same[0].status = "active";
  set(invoice, "seller.address.city", "Leer");
  same[0].address.city = "Leer";
  same[1].address.city = "Emden";
  CHECK(chosen(invoice, same).starts_with("V1"));
  CHECK(chosen(invoice, {vendor("V1", "Muster Sohn"), vendor("V2", "Muster & Sohn")}) ==
        "none: several vendors bear a name like this");
}

TEST_CASE("a name decides from 85 percent on, from 65 with a like address, and against another tax number from 95") {
  Invoice invoice = good_invoice();
  set(invoice, "seller.name", "Stadtwerke Osterkarnp");  // 82 % like the true name
  CHECK(chosen(invoice, {vendor("V1", "Stadtwerke Osterkamp")}) == "none: ");
  auto known = vendor("V1", "Stadtwerke Osterkamp");
  known.address.street = "Hafenstr. 2";
  set(invoice, "seller.address.street", "Hafenstr 2");
  CHECK(chosen(invoice, {known}) == "V1 by name, 82 % alike");
  set(invoice, "seller.name", "Stadtwerke Osterkamp");
  auto other = vendor("V1", "Stadtwerke Osterkamp Nord", "DE129273398");
  CHECK(chosen(invoice, {other}) == "none: the nearest has another tax number");
  other.name = "Stadtwerke Osterkamp";
  CHECK(chosen(invoice, {other}) == "V1 by name, 100 % alike");
}

TEST_CASE("another firm's account does not make it the seller") {
  Invoice invoice = good_invoice();
  auto factor = vendor("V9", "Quux Holding", "DE129273398", "DE89370400440532013000");
  CHECK(chosen(invoice, {factor}) == "none: ");
}

TEST_CASE("UNKNOWN_VENDOR names the nearest") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  CHECK(count("UNKNOWN_VENDOR", invoice, facts) == 0);
  facts.known.seller = choose_vendor(invoice, {vendor("V7", "Muster Söhne AG", "DE129273398")}, {});
  Finding finding = first("UNKNOWN_VENDOR", invoice, facts);
  CHECK(finding.severity == Severity::error);
  CHECK(finding.message.find("nearest: V7 Muster Söhne AG (name") != std::string::npos);
  CHECK(finding.message.find("its tax number is DE129273398") != std::string::npos);
  facts.known.vendors_loaded = false;
  CHECK(count("UNKNOWN_VENDOR", invoice, facts) == -1);
}

TEST_CASE("without master data the groups vendor and bank have not run") {
  Facts facts = good_facts();
  facts.known = Known();
  auto result = run_controls(good_invoice(), facts);
  std::string missing;
  for (const auto& [group, reason] : result.groups_not_run) missing += std::string(group) + " ";
  CHECK(missing == "vendor bank matching policy clearing ");
  facts.known.missing = "";
  result = run_controls(good_invoice(), facts);
  missing.clear();
  for (const auto& [group, reason] : result.groups_not_run) missing += std::string(group) + ": " + reason + "\n";
  CHECK(missing ==
        "vendor: WRONG_BUYER: our own entities are not loaded; load them with ap-validate import entities FILE\n"
        "bank: BANK_DETAILS_CHANGED: no vendors are loaded; load them with ap-validate import vendors FILE\n"
        "matching: PO_NOT_FOUND: no purchase orders are loaded; load them with ap-validate import orders FILE\n");
}

TEST_CASE("INACTIVE_VENDOR: active passes, inactive and blocked do not") {
  Facts facts = good_facts();
  CHECK(count("INACTIVE_VENDOR", good_invoice(), facts) == 0);
  facts.known.seller.vendor->status = "inactive";
  CHECK(count("INACTIVE_VENDOR", good_invoice(), facts) == 1);
  facts.known.seller.vendor->status = "blocked";
  CHECK(first("INACTIVE_VENDOR", good_invoice(), facts).actual == "blocked");
  facts.known.seller.vendor.reset();
  CHECK(count("INACTIVE_VENDOR", good_invoice(), facts) == -1);
}

TEST_CASE("WRONG_BUYER: ours by number, name, alias or address; anything else is not for us") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  auto raised = [&] { return count("WRONG_BUYER", invoice, facts); };
  CHECK(raised() == 0);
  set(invoice, "buyer.name", "Kunde A.G.");
  CHECK(raised() == 0);
  set(invoice, "buyer.name", "Fremde GmbH");
  CHECK(raised() == 1);
  set(invoice, "buyer.address.street", "Hafenstraße 2");
  set(invoice, "buyer.address.postal_code", "26789");
  CHECK(raised() == 1);  // "Hafenstraße" is not like enough to "Hafenstr."
  set(invoice, "buyer.address.street", "Hafenstr. 2");
  CHECK(raised() == 0);
  set(invoice, "buyer.address.postal_code", "26788");
  CHECK(raised() == 1);
  set(invoice, "buyer.vat_id", "DE129273398");
  CHECK(raised() == 0);
  set(invoice, "buyer.vat_id", "");
  facts.known.entities[0].aliases = {"Fremde"};
  CHECK(raised() == 0);
  set(invoice, "buyer.name", "");
  set(invoice, "buyer.address.street", "");
  CHECK(raised() == 1);
  invoice.type = InvoiceType::receipt;
  CHECK(raised() == -1);
  facts.known.entities_loaded = false;
  CHECK(raised() == -1);
}

TEST_CASE("WRONG_BUYER: our name with a number that is not ours, and our own sales invoice") {
  Invoice invoice = good_invoice();
  set(invoice, "buyer.vat_id", "DE136695976");
  CHECK(first("WRONG_BUYER", invoice).field == "buyer.vat_id");
  set(invoice, "buyer.vat_id", "FR40303265045");  // of a country in which we have none
  CHECK(count("WRONG_BUYER", invoice) == 0);
  set(invoice, "buyer.vat_id", "");
  set(invoice, "seller.name", "Kunde AG");
  set(invoice, "buyer.name", "Jemand GmbH");
  CHECK(
      first("WRONG_BUYER", invoice).message.starts_with("this is our own sales invoice: Kunde AG bills 'Jemand GmbH'"));
}

TEST_CASE("SANCTIONS_HIT: from 90 percent on; of other countries from 97; entries cleared pass") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 0);
  set(invoice, "seller.name", "Exampel Trading House");
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 0);
  facts.settings.sanctions_likeness = 700;
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 1);
  facts.settings.sanctions_likeness = 900;
  set(invoice, "seller.name", "Example Trading House Ltd");
  Finding finding = first("SANCTIONS_HIT", invoice, facts);
  CHECK(finding.message.find("entry EU.1 of the list EU of 2026-11-15") != std::string::npos);
  facts.known.sanctions[0].country = "KP";
  set(invoice, "seller.name", "Example Trading Houses");
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 0);
  facts.known.sanctions[0].country = "DE";
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 1);
  facts.known.seller.vendor->sanctions_cleared = {"EU.1"};
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 0);
  facts.known.sanctions_loaded = false;
  CHECK(count("SANCTIONS_HIT", invoice, facts) == -1);
}

TEST_CASE("SANCTIONS_HIT: payee, account, bank and country") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  SanctionEntry& entry = facts.known.sanctions[0];
  invoice.payee.emplace();
  invoice.payee->name = "Example Trading House";
  CHECK(first("SANCTIONS_HIT", invoice, facts).field == "payee.name");
  invoice.payee.reset();
  entry.name = "";
  entry.bic = "COBADEFFXXX";
  CHECK(first("SANCTIONS_HIT", invoice, facts).field == "payment.bic");
  entry.bic = "";
  entry.iban = "DE89 3704 0044 0532 0130 00";
  CHECK(first("SANCTIONS_HIT", invoice, facts).field == "payment.iban");
  entry.iban = "";
  entry.country = "DE";
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 2);
  entry.country = "KP";
  CHECK(count("SANCTIONS_HIT", invoice, facts) == 0);
}

TEST_CASE("INVALID_CURRENCY: an agreed one passes, another does not, and none agreed is not run") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  CHECK(count("INVALID_CURRENCY", invoice, facts) == 0);
  set(invoice, "currency", "USD");
  CHECK(first("INVALID_CURRENCY", invoice, facts).expected == "EUR");
  facts.known.seller.vendor->currencies = {"EUR", "USD"};
  CHECK(count("INVALID_CURRENCY", invoice, facts) == 0);
  facts.known.seller.vendor->currencies.clear();
  CHECK(count("INVALID_CURRENCY", invoice, facts) == -1);
}

TEST_CASE("INVALID_TAX_ID: a sound number that is not on file") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  CHECK(count("INVALID_TAX_ID", invoice, facts) == 0);
  set(invoice, "seller.vat_id", "DE129273398");
  Finding finding = first("INVALID_TAX_ID", invoice, facts);
  CHECK(finding.expected == "DE136695976");
  CHECK(finding.actual == "DE129273398");
  facts.known.seller.vendor->more_tax_ids = {"DE 129 273 398"};
  CHECK(count("INVALID_TAX_ID", invoice, facts) == 0);
}

TEST_CASE("SPEND_LIMIT_EXCEEDED: the limit itself passes; months, quarters and years") {
  Invoice invoice = good_invoice();  // 119.00 on 2026-11-02
  Facts facts = good_facts();
  Vendor& known = *facts.known.seller.vendor;
  known.spend_limit = number("119.00");
  CHECK(count("SPEND_LIMIT_EXCEEDED", invoice, facts) == 0);
  known.spend_limit = number("118.99");
  CHECK(count("SPEND_LIMIT_EXCEEDED", invoice, facts) == 1);
  known.spend_period = SpendPeriod::quarter;  // with RE-16 of October
  known.spend_limit = number("238.00");
  CHECK(count("SPEND_LIMIT_EXCEEDED", invoice, facts) == 0);
  known.spend_limit = number("237.99");
  CHECK(first("SPEND_LIMIT_EXCEEDED", invoice, facts).message.find("in quarter 4 of 2026") != std::string::npos);
  known.spend_period = SpendPeriod::year;
  known.spend_limit = number("476.00");
  CHECK(count("SPEND_LIMIT_EXCEEDED", invoice, facts) == 0);
  facts.known.vendor_bills[0].type = InvoiceType::credit_note;
  known.spend_limit = number("238.00");
  CHECK(count("SPEND_LIMIT_EXCEEDED", invoice, facts) == 0);
  known.spend_limit.reset();
  CHECK(count("SPEND_LIMIT_EXCEEDED", invoice, facts) == -1);
}

TEST_CASE("PAYMENT_TERMS_VIOLATION: the day of the terms passes, one earlier or later does not") {
  Invoice invoice = good_invoice();  // 2026-11-02, due 2026-12-02, a Wednesday
  Facts facts = good_facts();
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 0);
  set(invoice, "due_date", "2026-12-01");
  Finding finding = first("PAYMENT_TERMS_VIOLATION", invoice, facts);
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.expected == "2026-12-02");
  CHECK(finding.message.find("1 days too early") != std::string::npos);
  set(invoice, "due_date", "2026-12-03");
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 1);
  facts.settings.terms_tolerance_days = 1;
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 0);
  facts.settings.terms_tolerance_days = 0;
  set(invoice, "issue_date", "2026-11-05");  // thirty days later is Saturday, the 5th of December
  set(invoice, "due_date", "2026-12-07");
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 0);
  set(invoice, "due_date", "2026-12-08");
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 1);
  set(invoice, "due_date", "");
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == -1);
  set(invoice, "payment.terms", "zahlbar in 14 Tagen");
  CHECK(first("PAYMENT_TERMS_VIOLATION", invoice, facts).actual == "2026-11-19");
}

TEST_CASE("PAYMENT_TERMS_VIOLATION: an agreed discount must be offered as well as agreed") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  facts.known.seller.vendor->terms = "2/10 net 30";
  Finding finding = first("PAYMENT_TERMS_VIOLATION", invoice, facts);
  CHECK(finding.field == "payment.terms");
  CHECK(finding.expected == "2 % until 2026-11-12");
  invoice.payment.discounts = {{number("2"), Decimal(10)}};
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 0);
  invoice.payment.discounts = {{number("1.9"), Decimal(10)}};
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 1);
  invoice.payment.discounts = {{number("2"), Decimal(9)}};
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 1);
  invoice.payment.discounts.clear();
  set(invoice, "payment.terms", "3 % Skonto bei Zahlung innerhalb von 14 Tagen, 30 Tage netto");
  CHECK(count("PAYMENT_TERMS_VIOLATION", invoice, facts) == 0);
}

TEST_CASE("BANK_DETAILS_CHANGED: on file and in force today passes, both ends included") {
  Invoice invoice = good_invoice();
  Facts facts = good_facts();
  CHECK(count("BANK_DETAILS_CHANGED", invoice, facts) == 0);
  facts.known.seller.vendor->ibans.clear();
  Finding finding = first("BANK_DETAILS_CHANGED", invoice, facts);
  CHECK(finding.severity == Severity::error);
  CHECK(finding.message.find("there is none") != std::string::npos);
  VendorAccount account;
  account.vendor_id = "V1";
  account.iban = "DE89 3704 0044 0532 0130 00";
  account.confirmed_by = "jana";
  account.valid_from = day("2026-11-22");
  account.valid_until = day("2026-11-22");
  facts.known.accounts = {account};
  CHECK(count("BANK_DETAILS_CHANGED", invoice, facts) == 0);
  facts.known.accounts[0].valid_from = day("2026-11-23");
  CHECK(count("BANK_DETAILS_CHANGED", invoice, facts) == 1);
  facts.known.accounts[0].valid_from.reset();
  facts.known.accounts[0].valid_until = day("2026-11-21");
  CHECK(first("BANK_DETAILS_CHANGED", invoice, facts).message.find("it is on file until 2026-11-21") !=
        std::string::npos);
  facts.known.iban_owners = {"V1", "V2"};
  CHECK(first("BANK_DETAILS_CHANGED", invoice, facts).message.find("it is on file for vendor V2") != std::string::npos);
  set(invoice, "payment.iban", "");
  CHECK(count("BANK_DETAILS_CHANGED", invoice, facts) == -1);
}
