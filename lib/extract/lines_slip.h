// How tills print quantities: "3 x COFFEE  7,50", "2x1,43" below the article.
//
// Pure and thread-safe.
#pragma once

#include <vector>

#include "extract/lines_items.h"

namespace ap::extract::lines {

// The pages with "3xCOFFEE" and "2x1,43" as the words they are made of. "4X40" stays: a size.
std::vector<layout::Page> with_factors_apart(std::vector<layout::Page> pages);

// Takes the number before a sign of multiplication and words for the quantity of an item that has none yet.
void take_factor(Item& item, const Document& doc, std::size_t line);

// "1,732 kg x 41,27 DKK/kg": figures, units and currencies, and no article.
bool tells_price_only(const Document& doc, std::size_t line);

// A quantity that closes once a figure is put right that recognition often mistakes on thermal print: a zero before the
// mark of a weight ("8,571 kg" for 0,571), the sign for litre taken for a figure ("22,311" for 22,31 l). nullopt: none.
std::optional<Decimal> mended_quantity(const NumberToken& quantity, const Decimal& read, const Decimal& price,
                                       const Decimal& amount);

}  // namespace ap::extract::lines
