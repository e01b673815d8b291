// Which line of an order a line of an invoice or receipt is about. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/master_data.h"
#include "rules/controls/units.h"
#include "rules/order_history.h"

namespace ap::rules {

// For each line of the invoice its order line, nullopt where none fits. By the reference to the order line, by article,
// then by description, price, quantity and amount together: first one to one, the best pairs first; then lines that
// are left join a line that is surely theirs (one article in several deliveries).
std::vector<std::optional<OrderPlace>> link_lines(const Invoice& invoice, const std::vector<PurchaseOrder>& orders);

// The order line that a receipt line is about.
std::optional<std::size_t> link_receipt(const ReceiptLine& line, const PurchaseOrder& order);

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
