#include "rules/controls/order_lines.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "core/identifiers.h"
#include "core/names.h"
#include "rules/controls/units.h"

namespace ap::rules {
namespace {

constexpr int kReference = 2000, kArticle = 1500, kLikeText = 600, kEnough = 500, kSurely = 900;
constexpr int kPrice = 150, kQuantity = 80, kAmount = 150;
constexpr int kScale = 10;  // decimals of quantities after conversion

std::string line_number(std::string_view text) {
  std::string key = compact_identifier(text);
  // "PO-9/10" and "10" name line 10 when the order is known.
  auto slash = text.rfind('/');
  if (slash != std::string_view::npos) key = compact_identifier(text.substr(slash + 1));
  auto first = key.find_first_not_of('0');
  return first == std::string::npos ? key : key.substr(first);
}

bool same_article(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && compact_identifier(a) == compact_identifier(b);
}

// a and b within one percent of each other.
bool near(const Decimal& a, const Decimal& b) { return (a - b).abs() * Decimal(100) <= b.abs(); }

// Prices for one unit of the order, compared without dividing: price / base x units.
bool near_price(const Line& line, const OrderLine& order) {
  if (!line.unit_price || !order.unit_price) return false;
  auto ratio = line_ratio(line, order);
  if (!ratio) return false;
  Decimal own = *line.unit_price * order.price_base_quantity.value_or(1) * ratio->per;
  Decimal ordered = *order.unit_price * line.price_base_quantity.value_or(1) * ratio->of;
  return near(own, ordered);
}

// What is compared of a line, made once: an invoice of hundreds of lines is laid beside an order of hundreds.
struct Key {
  std::string reference, article;  // "" when there is none
  std::string text;
  std::vector<std::uint32_t> grams;
};

Key key_of(std::string_view reference, std::string_view article, std::string_view description) {
  Key key{reference.empty() ? "" : line_number(reference), compact_identifier(article), text_key(description), {}};
  key.grams = trigrams(key.text);
  return key;
}

// similarity() of the texts.
int likeness_of_text(const Key& a, const Key& b) {
  if (a.text.empty() || b.text.empty()) return 0;
  if (a.text == b.text) return 1000;
  std::size_t both = 0;
  for (auto x = a.grams.begin(), y = b.grams.begin(); x != a.grams.end() && y != b.grams.end();) {
    both += *x == *y;
    std::uint32_t low = std::min(*x, *y);
    x += *x == low;
    y += *y == low;
  }
  return static_cast<int>(2000 * both / (a.grams.size() + b.grams.size()));
}

int likeness(const Line& line, const Key& own, const OrderLine& order, const Key& ordered) {
  if (!line.purchase_order_line.empty() && own.reference == ordered.reference) return kReference;
  int score = !own.article.empty() && own.article == ordered.article ? kArticle : 0;
  // Articles that differ, both given, speak against the pair.
  if (score == 0 && !line.item_id.empty() && !order.item_id.empty()) score = -200;
  int text = likeness_of_text(own, ordered);
  if (text >= kLikeText || score > 0) score += text;
  if (score + kPrice + kQuantity + kAmount < kEnough) return score;  // nothing that follows makes a pair of it
  if (near_price(line, order)) score += kPrice;
  auto quantity = in_order_unit(line, order);
  if (quantity && order.quantity && *quantity == *order.quantity) score += kQuantity;
  auto amount = ordered_amount(order);
  if (line.net && amount && near(*line.net, *amount)) score += kAmount;
  return score;
}

struct Pair {
  int score;
  std::size_t line;
  OrderPlace place;
};

std::vector<Pair> scored(const Invoice& invoice, const std::vector<PurchaseOrder>& orders) {
  std::vector<Pair> pairs;
  std::vector<std::vector<Key>> ordered(orders.size());
  for (std::size_t o = 0; o < orders.size(); ++o)
    for (const OrderLine& line : orders[o].lines) ordered[o].push_back(key_of(line.id, line.item_id, line.description));
  for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
    const Line& line = invoice.lines[i];
    Key own = key_of(line.purchase_order_line, line.item_id, line.description);
    for (std::size_t o = 0; o < orders.size(); ++o)
      for (std::size_t l = 0; l < orders[o].lines.size(); ++l)
        if (int score = likeness(line, own, orders[o].lines[l], ordered[o][l]); score >= kEnough)
          pairs.push_back({score, i, {o, l}});
  }
  std::ranges::stable_sort(pairs, [](const Pair& a, const Pair& b) { return a.score > b.score; });
  return pairs;
}

// The only line left on each side, with the same price or amount: the words differ, the goods hardly.
void link_last(const Invoice& invoice, const std::vector<PurchaseOrder>& orders, const std::set<OrderPlace>& used,
               std::vector<std::optional<OrderPlace>>& links) {
  std::optional<std::size_t> line;
  std::optional<OrderPlace> place;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (links[i]) continue;
    if (line) return;
    line = i;
  }
  for (std::size_t o = 0; o < orders.size(); ++o)
    for (std::size_t l = 0; l < orders[o].lines.size(); ++l) {
      if (used.contains({o, l})) continue;
      if (place) return;
      place = OrderPlace{o, l};
    }
  if (!line || !place) return;
  const Line& own = invoice.lines[*line];
  const OrderLine& ordered = orders[place->order].lines[place->line];
  if (!own.item_id.empty() && !ordered.item_id.empty()) return;
  auto amount = ordered_amount(ordered);
  if (near_price(own, ordered) || (own.net && amount && near(*own.net, *amount))) links[*line] = place;
}

}  // namespace

std::vector<std::optional<OrderPlace>> link_lines(const Invoice& invoice, const std::vector<PurchaseOrder>& orders) {
  std::vector<std::optional<OrderPlace>> links(invoice.lines.size());
  auto pairs = scored(invoice, orders);
  std::set<OrderPlace> used;
  for (const Pair& pair : pairs) {
    bool named = pair.score >= kReference;
    if (links[pair.line] || (!named && used.contains(pair.place))) continue;
    links[pair.line] = pair.place;
    used.insert(pair.place);
  }
  for (const Pair& pair : pairs)
    if (!links[pair.line] && pair.score >= kSurely) links[pair.line] = pair.place;
  link_last(invoice, orders, used, links);
  return links;
}

std::optional<std::size_t> link_receipt(const ReceiptLine& line, const PurchaseOrder& order) {
  auto find = [&](auto fits) -> std::optional<std::size_t> {
    auto found = std::ranges::find_if(order.lines, fits);
    return found == order.lines.end() ? std::nullopt : std::optional(std::size_t(found - order.lines.begin()));
  };
  if (!line.order_line.empty())
    return find([&](const OrderLine& l) { return line_number(l.id) == line_number(line.order_line); });
  if (!line.item_id.empty())
    if (auto place = find([&](const OrderLine& l) { return same_article(l.item_id, line.item_id); })) return place;
  std::string text = text_key(line.description);
  return find([&](const OrderLine& l) { return similarity(text_key(l.description), text) >= kLikeText; });
}

std::optional<Decimal> in_order_unit(const std::optional<Decimal>& quantity, std::string_view unit,
                                     const OrderLine& line) {
  if (!quantity) return std::nullopt;
  auto ratio = unit_ratio(unit, line.unit);
  if (!ratio) return std::nullopt;
  if (ratio->of == ratio->per) return quantity;
  return Decimal::divide(*quantity * ratio->of, ratio->per, kScale).normalized();
}

std::optional<UnitRatio> line_ratio(const Line& line, const OrderLine& order) {
  auto ratio = unit_ratio(line.unit, order.unit);
  if (ratio || !line.unit_price || !order.unit_price) return ratio;
  Decimal own = *line.unit_price * order.price_base_quantity.value_or(1);
  bool agree = near(own, *order.unit_price * line.price_base_quantity.value_or(1));
  return agree ? std::optional(UnitRatio{}) : std::nullopt;
}

std::optional<Decimal> in_order_unit(const Line& line, const OrderLine& order) {
  if (!line.quantity) return std::nullopt;
  auto ratio = line_ratio(line, order);
  if (!ratio) return std::nullopt;
  if (ratio->of == ratio->per) return line.quantity;
  return Decimal::divide(*line.quantity * ratio->of, ratio->per, kScale).normalized();
}

std::optional<Decimal> ordered_amount(const OrderLine& line) {
  if (line.net) return line.net;
  if (!line.quantity || !line.unit_price) return std::nullopt;
  Decimal amount = *line.quantity * *line.unit_price;
  if (!line.price_base_quantity || line.price_base_quantity->is_zero()) return amount;
  return Decimal::divide(amount, *line.price_base_quantity, kScale).normalized();
}

}  // namespace ap::rules
