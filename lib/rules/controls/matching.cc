#include "rules/controls/matching.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/controls/match_lines.h"
#include "rules/controls/vendor.h"

namespace ap::rules {
namespace {

// Why there is nothing to compare with; nullopt when there is.
std::optional<Skipped> no_orders(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return Skipped{known.missing};
  if (!known.orders_loaded)
    return Skipped{"no purchase orders are loaded; load them with ap-validate import orders FILE"};
  if (known.orders.empty())
    return Skipped{known.order_numbers.empty() ? "the document names no purchase order" : "its order is not known",
                   true};
  if (invoice.type == InvoiceType::receipt) return Skipped{"receipts are not matched with orders", true};
  return std::nullopt;
}

std::string orders_of(const std::vector<PurchaseOrder>& orders) {
  std::string text;
  for (const PurchaseOrder& order : orders) text += (text.empty() ? "" : ", ") + order.number;
  return text;
}

// Prices of one line against the order: the price itself, or what the line's amount makes of it after a discount.
void compare_price(Problems& problems, const OrderMatch& match, const MatchedLine& line, const Limits& limits) {
  const OrderLine& ordered = *line.order_line;
  auto price = effective_price(*line.own, ordered);
  if (!price || !ordered.unit_price) return;
  Decimal highest = limits.price.above(*ordered.unit_price);
  if (*price <= highest) return;
  std::string base = ordered.price_base_quantity ? " per " + ordered.price_base_quantity->str() : "";
  problems.push_back(
      {fmt::format("lines[{}].unit_price", line.index),
       fmt::format("line {} is billed at {}{} {}, ordered at {}{} on {}; up to {} is allowed ({}); ask for "
                   "a credit note, or have the order changed",
                   line.name(), price->str(), base, ordered.unit, ordered.unit_price->str(), base,
                   match.place_name(line), highest.str(), limits.price.in_words()),
       ordered.unit_price->str(), price->str()});
}

void compare_amount(Problems& problems, const OrderMatch& match, const OrderPlace& place, const Limits& limits) {
  const OrderLine& ordered = match.line_at(place);
  auto amount = ordered_amount(ordered);
  Billed billed = match.billed(place);
  if (!amount) return;
  Decimal highest = limits.amount.above(*amount), sum = billed.before.amount + billed.now.amount;
  if (sum <= highest) return;
  problems.push_back(
      {fmt::format("lines[{}].net", billed.first_line),
       fmt::format("{} is billed for {}, of which {} was ordered{}; open are {}, and up to {} in all is "
                   "allowed ({}); ask for a credit note, or have the order changed",
                   billed.now.amount.str(), match.place_name(place), amount->str(),
                   billed.before.by.empty() ? ""
                                            : fmt::format(" and {} billed before by {}", billed.before.amount.str(),
                                                          billed.before.by.text()),
                   (*amount - billed.before.amount).str(), highest.str(), limits.amount.in_words()),
       (*amount - billed.before.amount).str(), billed.now.amount.str()});
}

// An invoice without lines, or a prepayment: its net total against the whole order.
Problems compare_totals(const Invoice& invoice, const Facts& facts, const Limits& limits) {
  const auto& net = invoice.totals.net ? invoice.totals.net : bill_total(invoice);
  if (!net) return {};
  Decimal ordered;
  const Decimal& billed = facts.known.earlier.net;
  for (const PurchaseOrder& order : facts.known.orders)
    for (const OrderLine& line : order.lines) ordered += ordered_amount(line).value_or(Decimal());
  Decimal highest = limits.amount.above(ordered);
  if (billed + *net <= highest) return {};
  return {
      {"totals.net",
       fmt::format("{} is billed for order {} of {}, of which {} was billed before; up to {} in all is allowed ({})",
                   net->str(), orders_of(facts.known.orders), ordered.str(), billed.str(), highest.str(),
                   limits.amount.in_words()),
       (ordered - billed).str(), net->str()}};
}

}  // namespace

Outcome check_order_found(const Invoice& invoice, const Facts& facts) {
  const Known& known = facts.known;
  if (!known.missing.empty()) return cannot_run(known.missing);
  if (!known.orders_loaded)
    return cannot_run("no purchase orders are loaded; load them with ap-validate import orders FILE");
  std::string open = known.open_orders.empty() ? "" : "; open orders of the vendor: " + orders_of(known.open_orders);
  Problems problems;
  for (const std::string& number : known.unknown_orders)
    problems.push_back(
        {"purchase_order",
         fmt::format("there is no purchase order {}{}; ask who ordered, or correct the number", number, open),
         orders_of(known.open_orders), number});
  if (!problems.empty() || !known.order_numbers.empty()) return problems;
  bool required = known.seller.vendor && known.seller.vendor->order_required && invoice.type == InvoiceType::invoice;
  if (!required) return nothing_to_check("the document names no purchase order");
  return Problems{
      {"purchase_order",
       fmt::format("the document names no purchase order, but invoices of vendor {} must{}; ask the seller for "
                   "the number",
                   vendor_name(*known.seller.vendor), open),
       orders_of(known.open_orders), ""}};
}

Outcome check_order_fits(const Invoice& invoice, const Facts& facts) {
  if (auto why = no_orders(invoice, facts)) return std::unexpected(*why);
  Problems problems;
  const auto& vendor = facts.known.seller.vendor;
  for (const PurchaseOrder& order : facts.known.orders) {
    if (vendor && vendor->id != order.vendor_id)
      problems.push_back(
          {"purchase_order",
           fmt::format("order {} was placed with vendor {}, but the invoice is from {} (found by {}); ask "
                       "the seller for the right number",
                       order.number, order.vendor_id, vendor_name(*vendor), facts.known.seller.how),
           order.vendor_id, vendor->id});
    if (order.status != "open" && invoice.type != InvoiceType::credit_note)
      problems.push_back({"purchase_order",
                          fmt::format("order {} is {}; nothing more is expected on it, so ask who ordered",
                                      order.number, order.status),
                          "open", order.status});
    if (!invoice.currency.empty() && order.currency != invoice.currency)
      problems.push_back({"currency",
                          fmt::format("billed in {}, but order {} is in {}; have the invoice or the order changed",
                                      invoice.currency, order.number, order.currency),
                          order.currency, invoice.currency});
  }
  if (invoice.type == InvoiceType::credit_note || facts.prepayment) return problems;
  OrderMatch match(invoice, facts.known);
  Decimal extra;
  for (const MatchedLine& line : match.unmatched()) extra += line.own->net->abs();
  if (extra <= facts.settings.extra_cost_limit) return problems;
  for (const MatchedLine& line : match.unmatched())
    problems.push_back({fmt::format("lines[{}]", line.index),
                        fmt::format("line {} of {} is not on order {} by line number, article or description; ask who "
                                    "ordered it",
                                    line.name(), line.own->net->str(), orders_of(facts.known.orders)),
                        "", line.own->net->str()});
  return problems;
}

Outcome check_order_amounts(const Invoice& invoice, const Facts& facts) {
  if (auto why = no_orders(invoice, facts)) return std::unexpected(*why);
  if (invoice.type == InvoiceType::credit_note) return nothing_to_check("a credit note takes nothing from the order");
  Limits limits(facts);
  if (invoice.lines.empty() || facts.prepayment) return compare_totals(invoice, facts, limits);
  OrderMatch match(invoice, facts.known);
  Problems problems;
  std::map<OrderPlace, bool> told;
  for (const MatchedLine& line : match.matched()) {
    std::size_t before = problems.size();
    compare_price(problems, match, line, limits);
    told[line.place] |= problems.size() > before;
  }
  // What a price explains is not told again as an amount under the same code; what a quantity explains is: both are so.
  for (const auto& [place, price] : told)
    if (!price) compare_amount(problems, match, place, limits);
  return problems;
}

Outcome check_order_quantities(const Invoice& invoice, const Facts& facts) {
  if (auto why = no_orders(invoice, facts)) return std::unexpected(*why);
  if (invoice.type == InvoiceType::credit_note || facts.prepayment)
    return nothing_to_check("a credit note or prepayment takes no quantity from the order");
  if (invoice.lines.empty()) return nothing_to_check("the document has no lines");
  Limits limits(facts);
  OrderMatch match(invoice, facts.known);
  Problems problems;
  for (const OrderPlace& place : match.places()) {
    const OrderLine& ordered = match.line_at(place);
    if (!ordered.quantity) continue;
    Billed billed = match.billed(place);
    if (std::string units = match.units_that_differ(place); !units.empty()) {
      problems.push_back({fmt::format("lines[{}].unit", billed.first_line),
                          fmt::format("{} is billed in {} and ordered in {}, which cannot be compared; compare by hand",
                                      match.place_name(place), units, ordered.unit),
                          ordered.unit, units});
      continue;
    }
    if (!match.too_many(place, limits)) continue;
    Decimal open = *ordered.quantity - *billed.before.quantity;
    problems.push_back(
        {fmt::format("lines[{}].quantity", billed.first_line),
         fmt::format("{} {} are billed for {}, of which {} were ordered{}; open are {}, and up to {} in all is allowed "
                     "({}); ask for a credit note, or have the order changed",
                     billed.now.quantity->str(), ordered.unit, match.place_name(place), ordered.quantity->str(),
                     billed.before.by.empty() ? ""
                                              : fmt::format(" and {} billed before by {}",
                                                            billed.before.quantity->str(), billed.before.by.text()),
                     open.str(), limits.quantity.above(*ordered.quantity).str(), limits.quantity.in_words()),
         open.str(), billed.now.quantity->str()});
  }
  return problems;
}

}  // namespace ap::rules
