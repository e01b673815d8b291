// A product written out in the text: "2 x 3,50", "24 h x 99,00 - 5 % = 2.257,20", "0.8 hours at 199.47".
//
// Pure and thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "extract/lines_table.h"

namespace ap::extract::lines {

// Quantity and price among the numbers of some lines, with everything else that belongs to the product.
struct Product {
  NumberToken quantity, price;
  std::optional<NumberToken> percent;  // a discount that the product needs to close
  Decimal quantity_value, price_value;
  bool mended = false;  // the quantity closes once a misread figure is put right
};

// The product that gives `amount`; nullopt where none does. `lines` are looked at together: a product may be wrapped.
// A quantity of money or zero is none; of several products the one whose factors stand next to each other.
std::optional<Product> product_of(const Document& doc, const std::vector<std::size_t>& lines, const Decimal& amount,
                                  NumberStyle style);

// The words of a line that belong neither to these numbers nor to signs between them ("x", "=", dots, "@").
std::string text_beside(const Document& doc, std::size_t line, const std::vector<NumberToken>& numbers);

}  // namespace ap::extract::lines
