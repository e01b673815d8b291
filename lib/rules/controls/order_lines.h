// Which line of an order a line of an invoice or receipt is about, and what earlier invoices took of it. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/master_data.h"
#include "rules/controls/units.h"
#include "rules/known.h"

namespace ap::rules {

// One line of one of several orders.
struct OrderPlace {
  std::size_t order = 0, line = 0;
  auto operator<=>(const OrderPlace&) const = default;
};

// For each line of the invoice its order line, nullopt where none fits. By the reference to the order line, by article,
// then by description, price, quantity and amount together: first one to one, the best pairs first; then lines that
// are left join a line that is surely theirs (one article in several deliveries).
std::vector<std::optional<OrderPlace>> link_lines(const Invoice& invoice, const std::vector<PurchaseOrder>& orders);

// The order line that a receipt line is about.
std::optional<std::size_t> link_receipt(const ReceiptLine& line, const PurchaseOrder& order);

// Quantity and amount in the unit and currency of the order line.
struct Taken {
  std::optional<Decimal> quantity;  // nullopt: a quantity was not stated or its unit cannot be compared
  Decimal amount;
  std::string by;  // documents: "RE-5, RE-9"
};

// What earlier bills took of a line; credit notes give back. Prepayments take nothing.
Taken taken_before(const OrderPlace& place, const std::vector<PurchaseOrder>& orders,
                   const std::vector<OrderBill>& bills);

// A quantity in the unit of the order line. nullopt: not stated, or units that cannot be compared.
std::optional<Decimal> in_order_unit(const std::optional<Decimal>& quantity, std::string_view unit,
                                     const OrderLine& line);
// The same for a line of an invoice. Units that cannot be converted (carton and box) count as one where the prices
// agree.
std::optional<Decimal> in_order_unit(const Line& line, const OrderLine& order);
std::optional<UnitRatio> line_ratio(const Line& line, const OrderLine& order);
// Amount of the order line: stated, or quantity x price / base quantity.
std::optional<Decimal> ordered_amount(const OrderLine& line);

}  // namespace ap::rules
