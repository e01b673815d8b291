// The business content of a document, after the semantic model of EN 16931-1 (BT and BG numbers in core/fields.h).
//
// Text that the document does not say is the empty string; numbers and dates are optional. Amounts of a credit note
// are positive. Amounts keep the scale of the document. Plain values, safe to share between threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/decimal.h"

namespace ap {

enum class InvoiceType { invoice, credit_note, receipt };

std::string_view to_string(InvoiceType type);
std::optional<InvoiceType> invoice_type_from(std::string_view text);

struct Address {
  std::string street, city, postal_code, region, country;  // country: ISO 3166-1 alpha-2
  bool operator==(const Address&) const = default;
};

struct Party {
  std::string name, vat_id, tax_number, registration_id;
  Address address;
  std::string email, phone;
  bool operator==(const Party&) const = default;
};

struct Period {
  std::optional<Date> start, end;
  bool operator==(const Period&) const = default;
};

struct Delivery {
  std::optional<Date> date;
  std::string name;
  Address address;
  bool operator==(const Delivery&) const = default;
};

// A cash discount: `percent` off when paid within `days` of the issue date.
struct CashDiscount {
  std::optional<Decimal> percent;
  std::optional<Decimal> days;
  bool operator==(const CashDiscount&) const = default;
};

struct Payment {
  std::string means;  // UNTDID 4461 code where an e-invoice says it, or the printed word
  std::string iban, bic, account_name, reference, terms;
  std::vector<CashDiscount> discounts;
  bool operator==(const Payment&) const = default;
};

struct Totals {
  std::optional<Decimal> lines, allowances, charges, net, tax, gross, prepaid, rounding, payable;
  bool operator==(const Totals&) const = default;
};

struct Tax {
  std::string category;  // UNTDID 5305: S Z E AE K G O L M
  std::optional<Decimal> rate, basis, amount;
  std::string exemption_reason;
  bool operator==(const Tax&) const = default;
};

struct AllowanceCharge {
  bool charge = false;
  std::optional<Decimal> amount, basis, percent;
  std::string reason, tax_category;
  std::optional<Decimal> tax_rate;
  bool operator==(const AllowanceCharge&) const = default;
};

struct Line {
  std::string id, description, item_id;
  std::optional<Decimal> quantity;
  std::string unit;  // UN/ECE Rec 20/21 code where known, else as printed
  std::optional<Decimal> unit_price, price_base_quantity, discount, net, tax_rate;
  std::string tax_category, purchase_order_line;
  bool operator==(const Line&) const = default;
};

struct Invoice {
  InvoiceType type = InvoiceType::invoice;
  std::string number;
  std::optional<Date> issue_date, due_date, tax_point_date;
  Period period;
  std::string currency;  // ISO 4217
  std::string purchase_order, contract, buyer_reference, preceding_invoice;
  Party seller, buyer;
  std::optional<Party> payee;
  Delivery delivery;
  Payment payment;
  Totals totals;
  std::vector<Tax> taxes;
  std::vector<AllowanceCharge> allowances_charges;
  std::vector<Line> lines;
  bool operator==(const Invoice&) const = default;
};

}  // namespace ap
