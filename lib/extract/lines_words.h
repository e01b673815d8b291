// The words of line tables in eleven languages (en de fr es it nl pl pt sv da cs): column headings, words that mark
// sums, carried sums, discounts and charges, and units. Tables of plain words; nothing of a vendor stands here.
//
// All functions are pure and thread-safe; the look-up tables are built once from constant text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ap::extract::lines {

enum class Role {
  none,
  position,
  item_id,
  description,
  quantity,
  unit,
  unit_price,
  base_quantity,  // the number of units that the price is for
  discount,       // per cent or amount, by its values
  tax_rate,
  tax_amount,
  net,
  gross,
  date,
  order_line,
  factor,        // a second factor beside the quantity: days, weeks, persons
  other_amount,  // list price, contract value, what was billed before: no amount of this line
};

// Lower case without accents; everything but letters, digits, '%' and '#' becomes one blank; ß is ss, ł l, ø o, æ ae.
// Letters outside Latin are kept as they are.
std::string fold(std::string_view text);

// The roles a column heading may mean, the likeliest first; empty when it holds no known word. `label` is folded.
std::vector<Role> roles_of_heading(std::string_view label);

// Whether the whole of `label` is one known heading.
bool is_heading(std::string_view label);

// What the words of a row say about its amount. `text` is folded.
struct RowWords {
  bool total = false;      // total, sub-total, net sum, amount due
  bool tax = false;        // the name of a tax
  bool carried = false;    // carried forward, brought forward
  bool discount = false;   // rebate, allowance
  bool charge = false;     // freight, postage, handling: a line, or a charge of the whole document
  bool surcharge = false;  // named as a charge of the whole document
  bool payment = false;    // paid, change, card: the foot of a receipt
};
RowWords row_words(std::string_view text);

// The UN/ECE Recommendation 20 code of a unit as printed ("Stk", "hours", "m²", "KGM"); nullopt when it is none.
std::optional<std::string> unit_code(std::string_view printed);

}  // namespace ap::extract::lines
