// Controls GRN_*: what was received for the lines that are billed.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/master_kinds.h"
#include "rules/controls/match_lines.h"
#include "rules/controls/matching.h"
#include "rules/controls/vendor.h"

namespace ap::rules {
namespace {

struct Received {
  std::optional<Decimal> quantity = Decimal();  // nullopt: in a unit that cannot be compared
  std::string by;                               // receipts: "GR-1, GR-2"
};

// What came in for every order line; lines of receipts that belong to none are told apart.
struct Goods {
  std::map<OrderPlace, Received> received;
  std::map<std::size_t, std::string> others;  // per order: articles that are on no line of it
  std::map<std::size_t, bool> any;            // per order: there is a receipt at all

  explicit Goods(const Known& known) {
    for (const GoodsReceipt& receipt : known.receipts) {
      auto order = std::ranges::find_if(known.orders, [&](const PurchaseOrder& one) {
        return normalized_order(one.number) == normalized_order(receipt.order);
      });
      if (order == known.orders.end()) continue;
      auto index = std::size_t(order - known.orders.begin());
      for (const ReceiptLine& line : receipt.lines) add(*order, index, receipt, line);
    }
  }

 private:
  void add(const PurchaseOrder& order, std::size_t index, const GoodsReceipt& receipt, const ReceiptLine& line) {
    any[index] = true;
    auto place = link_receipt(line, order);
    if (!place) {
      std::string name = line.item_id.empty() ? line.description : line.item_id;
      others[index] += (others[index].empty() ? "" : ", ") + (name.empty() ? "line " + line.order_line : name);
      return;
    }
    Received& one = received[{index, *place}];
    auto quantity = in_order_unit(line.quantity, line.unit, order.lines[*place]);
    if (!quantity)
      one.quantity.reset();
    else if (one.quantity)
      *one.quantity += *quantity;
    if (one.by.find(receipt.number) == std::string::npos) one.by += (one.by.empty() ? "" : ", ") + receipt.number;
  }
};

std::optional<Skipped> no_receipts(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return Skipped{known.missing};
  if (!known.orders_loaded)
    return Skipped{"no purchase orders are loaded; load them with ap-validate import orders FILE"};
  if (known.orders.empty()) return Skipped{"the document names no order that is known", true};
  if (invoice.type != InvoiceType::invoice || facts.prepayment)
    return Skipped{"only invoices for goods are matched with receipts", true};
  bool needed = std::ranges::any_of(known.orders, [](const PurchaseOrder& order) {
    return std::ranges::any_of(order.lines, &OrderLine::receipt_required);
  });
  if (!needed) return Skipped{"the order needs no receipt", true};
  if (!known.receipts_loaded)
    return Skipped{"no goods receipts are loaded; load them with ap-validate import receipts FILE"};
  return std::nullopt;
}

// Lines of the invoice whose order lines must have been received; without lines the order as a whole.
std::vector<OrderPlace> places_to_receive(const Invoice& invoice, const OrderMatch& match, const Known& known) {
  std::vector<OrderPlace> places = match.places();
  if (invoice.lines.empty()) {
    for (std::size_t o = 0; o < known.orders.size(); ++o)
      for (std::size_t l = 0; l < known.orders[o].lines.size(); ++l) places.push_back({o, l});
  }
  std::erase_if(places, [&](const OrderPlace& place) { return !match.line_at(place).receipt_required; });
  return places;
}

}  // namespace

Outcome check_receipt_found(const Invoice& invoice, const Facts& facts) {
  if (auto why = no_receipts(invoice, facts)) return std::unexpected(*why);
  OrderMatch match(invoice, facts.known);
  Goods goods(facts.known);
  Problems problems;
  std::map<std::size_t, bool> told;
  for (const OrderPlace& place : places_to_receive(invoice, match, facts.known)) {
    if (goods.any.contains(place.order) || told[place.order]) continue;
    told[place.order] = true;
    const std::string& order = facts.known.orders[place.order].number;
    problems.push_back({"purchase_order",
                        fmt::format("nothing was received for order {}; ask the department whether the goods came, and "
                                    "enter the receipt before paying",
                                    order),
                        "", order});
  }
  return problems;
}

Outcome check_receipt_fits(const Invoice& invoice, const Facts& facts) {
  if (auto why = no_receipts(invoice, facts)) return std::unexpected(*why);
  if (invoice.lines.empty()) return nothing_to_check("the document has no lines");
  OrderMatch match(invoice, facts.known);
  Goods goods(facts.known);
  Problems problems;
  for (const OrderPlace& place : places_to_receive(invoice, match, facts.known)) {
    if (!goods.any.contains(place.order) || goods.received.contains(place)) continue;
    std::string came;
    for (const auto& [other, received] : goods.received)
      if (other.order == place.order)
        came += fmt::format("{}{} (by {})", came.empty() ? "" : ", ", match.place_name(other), received.by);
    auto strange = goods.others.find(place.order);
    if (strange != goods.others.end()) came += (came.empty() ? "" : ", ") + strange->second;
    problems.push_back({fmt::format("lines[{}]", match.billed(place).first_line),
                        fmt::format("{} is billed, but what was received on the order is something else: {}; ask the "
                                    "department what came",
                                    match.place_name(place), came),
                        came, match.place_name(place)});
  }
  return problems;
}

Outcome check_receipt_quantities(const Invoice& invoice, const Facts& facts) {
  if (auto why = no_receipts(invoice, facts)) return std::unexpected(*why);
  if (invoice.lines.empty()) return nothing_to_check("the document has no lines");
  OrderMatch match(invoice, facts.known);
  Goods goods(facts.known);
  Limits limits(facts);
  Problems problems;
  for (const OrderPlace& place : places_to_receive(invoice, match, facts.known)) {
    auto found = goods.received.find(place);
    Billed billed = match.billed(place);
    if (found == goods.received.end() || !billed.now.quantity || !billed.before.quantity) continue;
    const Received& received = found->second;
    const OrderLine& ordered = match.line_at(place);
    if (!received.quantity) {
      problems.push_back({fmt::format("lines[{}].unit", billed.first_line),
                          fmt::format("{} was received in a unit that cannot be compared with {}; compare by hand ({})",
                                      match.place_name(place), ordered.unit, received.by),
                          ordered.unit, ""});
      continue;
    }
    Decimal sum = *billed.before.quantity + *billed.now.quantity, highest = limits.receipt.above(*received.quantity);
    if (sum <= highest) continue;
    problems.push_back(
        {fmt::format("lines[{}].quantity", billed.first_line),
         fmt::format(
             "{} {} are billed for {}, but {} were received ({}){}; up to {} in all is allowed ({}); pay when "
             "the rest has come, or ask for a credit note",
             billed.now.quantity->str(), ordered.unit, match.place_name(place), received.quantity->str(), received.by,
             billed.before.by.empty()
                 ? ""
                 : fmt::format(" and {} billed before by {}", billed.before.quantity->str(), billed.before.by.text()),
             highest.str(), limits.receipt.in_words()),
         (*received.quantity - *billed.before.quantity).str(), billed.now.quantity->str()});
  }
  return problems;
}

}  // namespace ap::rules
