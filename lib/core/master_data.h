// What the organisation knows before an invoice comes: its own entities, vendors and their accounts, purchase orders,
// goods receipts, closed periods, approval limits, sanctions lists, recurring bills.
//
// Plain values, safe to share between threads. Names, tax numbers and IBANs are kept as given; whoever compares them
// normalises. Absent text is "", an absent number or day nullopt. Columns of import files: core/master_columns.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/decimal.h"
#include "core/invoice.h"

namespace ap {

// One of our own companies: invoices must be addressed to one of them.
struct OwnEntity {
  std::string name, id;  // id: short name for other files; the name when "" was given
  std::vector<std::string> aliases, tax_ids;
  Address address;
  bool operator==(const OwnEntity&) const = default;
};

// How far an invoice may go beyond order and receipt. Percent of what was ordered, and absolute in the currency or
// unit of the line; where both are set the stricter holds. nullopt: the general setting.
struct MatchTolerances {
  std::optional<Decimal> price_percent, price_absolute, amount_percent, amount_absolute, quantity_percent,
      quantity_absolute, receipt_percent;
  bool operator==(const MatchTolerances&) const = default;
};

enum class SpendPeriod { month, quarter, year };

struct Vendor {
  std::string id, name;
  std::vector<std::string> aliases;
  std::string status;  // active, inactive, blocked
  std::string vat_id, tax_number, registration_id;
  std::vector<std::string> more_tax_ids;  // of branches and other countries
  Address address;
  std::vector<std::string> ibans;  // on file without dates; others stand in VendorAccount
  std::string bic;
  std::vector<std::string> currencies;  // empty: any
  std::string terms;                    // "2/10 net 30": see rules/controls/payment_terms.h
  std::optional<Decimal> terms_days;    // net days, where `terms` says nothing
  std::optional<Decimal> amount_limit;  // of a single invoice
  std::optional<Decimal> spend_limit;   // of all invoices in spend_period
  SpendPeriod spend_period = SpendPeriod::month;
  bool order_required = false;  // every invoice must name an order
  MatchTolerances tolerances;
  std::vector<std::string> sanctions_cleared;  // entries of lists that were found to be somebody else
  std::string account, cost_center, tax_code;  // proposed coding
  bool operator==(const Vendor&) const = default;
};

// A bank account of a vendor, known to be its own: who confirmed it and how.
struct VendorAccount {
  std::string vendor_id, iban, bic;
  std::optional<Date> valid_from, valid_until;  // both ends included
  std::string confirmed_by, evidence;
  std::optional<Date> confirmed_on;
  bool operator==(const VendorAccount&) const = default;
};

struct OrderLine {
  std::string id, item_id, description;
  std::optional<Decimal> quantity;
  std::string unit;  // UN/ECE Rec 20
  std::optional<Decimal> unit_price, price_base_quantity, net;
  bool receipt_required = true;  // false: services, fees
  bool operator==(const OrderLine&) const = default;
};

struct PurchaseOrder {
  std::string number, vendor_id, currency;
  std::string status;  // open, closed, cancelled
  std::optional<Date> date;
  std::vector<OrderLine> lines;
  bool operator==(const PurchaseOrder&) const = default;
};

struct ReceiptLine {
  std::string order_line, item_id, description;
  std::optional<Decimal> quantity;  // negative: sent back
  std::string unit;
  bool operator==(const ReceiptLine&) const = default;
};

struct GoodsReceipt {
  std::string number, order;
  std::optional<Date> date;
  std::vector<ReceiptLine> lines;
  bool operator==(const GoodsReceipt&) const = default;
};

// A posting period. `entity` "": of all our entities.
struct PostingPeriod {
  std::string entity;
  std::optional<Date> start, end;  // both included
  std::string status;              // open, closed
  bool operator==(const PostingPeriod&) const = default;
};

// Up to which amount somebody may approve; amounts just below are looked at for split invoices.
struct ApprovalLimit {
  std::string role, currency;
  std::optional<Decimal> amount;
  bool operator==(const ApprovalLimit&) const = default;
};

// An entry of a sanctions list. Without a name: the whole country or bank.
struct SanctionEntry {
  std::string list, id, name;
  std::vector<std::string> aliases;
  std::string country, bic, iban;
  std::optional<Date> list_date;
  bool operator==(const SanctionEntry&) const = default;
};

// How long documents are kept by the law of a country. The day from which it is in force is its version's.
struct RetentionRule {
  std::string country;         // of our entity that keeps the books, ISO 3166
  std::string document_class;  // invoice, receipt, other (what held no invoice: mails, files that could not be read)
  std::optional<Decimal> years;
  std::string clock;  // from when years count: year_end, document_date, financial_year_end
  std::string legal_basis;
  bool operator==(const RetentionRule&) const = default;
};

// A bill that comes again and again.
struct ExpectedBill {
  std::string id, vendor_id, description, every;  // every: month, quarter, year
  std::optional<Decimal> day;                     // of the month in which it is dated
  std::optional<Decimal> grace_days, amount;
  std::string currency;
  std::optional<Date> start, end;
  bool operator==(const ExpectedBill&) const = default;
};

}  // namespace ap
