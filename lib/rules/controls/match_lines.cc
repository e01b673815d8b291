#include "rules/controls/match_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace ap::rules {
namespace {

constexpr int kScale = 10;  // decimals of prices brought to another unit
constexpr std::size_t kShown = 40;

std::string short_text(const std::string& text) {
  if (text.size() <= kShown) return text;
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a letter
  return text.substr(0, end) + "…";
}

std::string labelled(const std::string& id, const std::string& text) {
  if (text.empty()) return id;
  return id.empty() ? "'" + short_text(text) + "'" : fmt::format("{} ({})", id, short_text(text));
}

Limit limit(const std::optional<Decimal>& own_percent, const std::optional<Decimal>& own_absolute,
            const Decimal& percent, const std::optional<Decimal>& absolute) {
  // A vendor's own limit takes the place of the general ones altogether.
  if (own_percent || own_absolute) return {own_percent.value_or(percent), own_absolute, ""};
  return {percent, absolute, ""};
}

}  // namespace

Decimal Limit::above(const Decimal& figure) const {
  Decimal allowed = (figure.abs() * percent * Decimal::scaled(1, 2)).normalized();
  if (absolute && *absolute < allowed) allowed = *absolute;
  return (figure + allowed).normalized();
}

std::string Limit::in_words() const {
  std::string text = percent.normalized().str() + " %";
  if (absolute) text += ", at most " + absolute->str();
  return text;
}

Limits::Limits(const Facts& facts) {
  MatchTolerances own;
  if (facts.known.seller.vendor) own = facts.known.seller.vendor->tolerances;
  const Settings& all = facts.settings;
  price = limit(own.price_percent, own.price_absolute, all.price_percent, all.price_absolute);
  amount = limit(own.amount_percent, own.amount_absolute, all.amount_percent, all.amount_absolute);
  quantity = limit(own.quantity_percent, own.quantity_absolute, all.quantity_percent, all.quantity_absolute);
  receipt = limit(own.receipt_percent, std::nullopt, all.receipt_percent, std::nullopt);
}

std::string MatchedLine::name() const {
  return labelled(own->id.empty() ? std::to_string(index + 1) : own->id, own->description);
}

OrderMatch::OrderMatch(const Invoice& invoice, const Known& known) : known_(known) {
  bool made = !known.orders.empty() && known.links.size() == invoice.lines.size();
  auto links = made ? known.links : link_lines(invoice, known.orders);
  for (std::size_t i = 0; i < links.size(); ++i) {
    MatchedLine line{i, &invoice.lines[i], links[i].value_or(OrderPlace{}), nullptr};
    if (links[i]) {
      line.order_line = &line_at(line.place);
      matched_.push_back(line);
    } else if (line.own->net && !line.own->net->is_zero() && !line.own->net->is_negative()) {
      unmatched_.push_back(line);
    }
  }
}

std::vector<OrderPlace> OrderMatch::places() const {
  std::vector<OrderPlace> places;
  for (const MatchedLine& line : matched_) places.push_back(line.place);
  std::ranges::sort(places);
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

const OrderLine& OrderMatch::line_at(const OrderPlace& place) const {
  return known_.orders[place.order].lines[place.line];
}

Billed OrderMatch::billed(const OrderPlace& place) const {
  Billed billed{known_.earlier.of(place), {}, 0};
  bool first = true;
  for (const MatchedLine& line : matched_) {
    if (line.place != place) continue;
    if (first) billed.first_line = line.index;
    first = false;
    auto quantity = in_order_unit(*line.own, *line.order_line);
    if (!quantity)
      billed.now.quantity.reset();
    else if (billed.now.quantity)
      *billed.now.quantity += *quantity;
    if (line.own->net) billed.now.amount += *line.own->net;
  }
  return billed;
}

bool OrderMatch::too_many(const OrderPlace& place, const Limits& limits) const {
  const OrderLine& ordered = line_at(place);
  Billed all = billed(place);
  if (!ordered.quantity || !all.now.quantity || !all.before.quantity) return false;
  return *all.before.quantity + *all.now.quantity > limits.quantity.above(*ordered.quantity);
}

std::string OrderMatch::units_that_differ(const OrderPlace& place) const {
  for (const MatchedLine& line : matched_)
    if (line.place == place && line.own->quantity && !line_ratio(*line.own, *line.order_line)) return line.own->unit;
  return "";
}

std::string OrderMatch::place_name(const OrderPlace& place) const {
  const OrderLine& line = line_at(place);
  return fmt::format("line {} of order {}", labelled(line.id, line.description), known_.orders[place.order].number);
}

std::optional<Decimal> effective_price(const Line& line, const OrderLine& ordered) {
  auto ratio = line_ratio(line, ordered);
  if (!ratio) return std::nullopt;
  Decimal base = ordered.price_base_quantity.value_or(1);
  if (base.is_zero()) return std::nullopt;
  bool by_net = (line.discount && !line.discount->is_zero()) || !line.unit_price;
  if (!by_net) {
    Decimal own_base = line.price_base_quantity.value_or(1);
    if (own_base.is_zero()) return std::nullopt;
    return Decimal::divide(*line.unit_price * base * ratio->per, own_base * ratio->of, kScale).normalized();
  }
  if (!line.net || !line.quantity || line.quantity->is_zero()) return std::nullopt;
  return Decimal::divide(*line.net * base * ratio->per, *line.quantity * ratio->of, kScale).normalized();
}

}  // namespace ap::rules
