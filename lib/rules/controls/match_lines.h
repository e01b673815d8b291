// An invoice laid beside its orders: which lines belong together, what is billed now and was before, and how much is
// allowed. Shared by the controls of group matching. Pure; refers to invoice and facts, which must outlive it.
#pragma once

#include <string>
#include <vector>

#include "rules/controls/order_lines.h"
#include "rules/rule.h"

namespace ap::rules {

// How far above a figure one may go: percent of it, and absolute; the stricter holds.
struct Limit {
  Decimal percent;
  std::optional<Decimal> absolute;
  std::string unit;  // of the absolute one, for people

  Decimal above(const Decimal& figure) const;
  std::string in_words() const;  // "2 %", "5 %, at most 50.00"
};

// Tolerances of the vendor, else of the settings.
struct Limits {
  explicit Limits(const Facts& facts);
  Limit price, amount, quantity, receipt;
};

struct MatchedLine {
  std::size_t index = 0;  // in the invoice
  const Line* own = nullptr;
  OrderPlace place;
  const OrderLine* order_line = nullptr;  // nullptr: not on any order

  std::string name() const;  // "2 (Buchkalender)"
};

struct Billed {
  Taken before, now;
  std::size_t first_line = 0;  // of the invoice
};

class OrderMatch {
 public:
  OrderMatch(const Invoice& invoice, const Known& known);

  const std::vector<MatchedLine>& matched() const { return matched_; }
  // Lines with an amount to pay that are on no order.
  const std::vector<MatchedLine>& unmatched() const { return unmatched_; }
  std::vector<OrderPlace> places() const;  // of matched lines, each once, in order
  const OrderLine& line_at(const OrderPlace& place) const;
  Billed billed(const OrderPlace& place) const;
  // More than ordered and allowed; false where quantities cannot be compared.
  bool too_many(const OrderPlace& place, const Limits& limits) const;
  // The unit of the invoice where it cannot be compared with that of the order; "" otherwise.
  std::string units_that_differ(const OrderPlace& place) const;
  // "line 2 (Buchkalender) of order PO-9"
  std::string place_name(const OrderPlace& place) const;
  std::string place_name(const MatchedLine& line) const { return place_name(line.place); }

 private:
  const Known& known_;
  std::vector<MatchedLine> matched_, unmatched_;
};

// Price of the line for the base quantity and unit of the order line; after its own discount. nullopt: not known.
std::optional<Decimal> effective_price(const Line& line, const OrderLine& ordered);

}  // namespace ap::rules
