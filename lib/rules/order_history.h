// What earlier invoices took of the orders that an invoice names: reckoned once for each earlier invoice (a share),
// kept in the store as a line of text, and added up. However many there are, a document costs a short row for each and
// no record is read again. Plain values and pure functions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/decimal.h"
#include "core/invoice.h"
#include "core/master_data.h"

namespace ap::rules {

// One line of one of several orders, by position.
struct OrderPlace {
  std::size_t order = 0, line = 0;
  auto operator<=>(const OrderPlace&) const = default;
};

// Names for a sentence: the first ten, and how many more there are.
class NameList {
 public:
  void add(const std::string& name);
  bool empty() const { return count_ == 0; }
  std::string text() const;  // "RE-5, RE-9 and 290 more"

 private:
  std::string names_;
  std::int64_t count_ = 0;
};

// Quantity and amount in the unit and currency of the order line.
struct Taken {
  std::optional<Decimal> quantity = Decimal();  // nullopt: one was not stated or its unit cannot be compared
  Decimal amount;
  NameList by;  // numbers of the documents
};

// What one invoice takes of the orders it was laid beside. A credit note gives back: its figures are below zero.
struct OrderShare {
  struct Part {
    OrderPlace place;
    std::optional<Decimal> quantity;
    Decimal amount;
    bool operator==(const Part&) const = default;
  };
  std::string number, currency;
  std::string same;  // equal for an invoice that came twice; "" when it states too little to tell
  InvoiceType type = InvoiceType::invoice;
  bool prepayment = false;
  std::optional<Decimal> gross, net;  // gross or payable; net or gross
  Decimal deducted;                   // for prepayments
  std::vector<Part> parts;            // none of a prepayment
  bool operator==(const OrderShare&) const = default;
};

OrderShare share_of(const Invoice& invoice, bool prepayment, const std::vector<PurchaseOrder>& orders);
// Invoice and number and total, in the form that copies have in common; as OrderShare::same.
std::string same_bill(const Invoice& invoice);

// One line of text and back; nullopt for anything that encode() did not write.
std::string encode(const OrderShare& share);
std::optional<OrderShare> decode_share(std::string_view text);

// All of them together. Prepayments take nothing.
struct OrderHistory {
  struct Bill {
    std::string document_id, number, currency;
    std::optional<Decimal> net;
  };
  static constexpr std::size_t kListed = 21;  // bills that are named one by one: what the basis of a decision shows

  std::int64_t count = 0;
  std::vector<Bill> bills;  // the oldest kListed
  std::map<OrderPlace, Taken> taken;
  Decimal net;                // of all but prepayments
  Decimal prepaid, deducted;  // billed in advance, and taken off since
  NameList prepayments;       // "AZ-1 of 50.00"

  // In order of arrival.
  void add(const std::string& document_id, const OrderShare& share);
  const Taken& of(const OrderPlace& place) const;
};

}  // namespace ap::rules
