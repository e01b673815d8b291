#include "extract/lines_repair.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "extract/lines_roles.h"

namespace ap::extract::lines {
namespace {

constexpr Confidence kRepaired = 600;  // at most

std::string digits_of(const Decimal& value) {
  std::string out;
  for (char c : value.str())
    if (c >= '0' && c <= '9') out += c;
  return out;
}

// Whether recognition may have made one figure of the other: nearly all digits alike, in order.
bool alike(const Decimal& read, const Decimal& meant) {
  std::string a = digits_of(read.normalized()), b = digits_of(meant.normalized());
  if (std::abs(std::ssize(a) - std::ssize(b)) > 2) return false;
  std::vector<std::vector<int>> same(a.size() + 1, std::vector<int>(b.size() + 1));  // longest common subsequence
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      same[i][j] = a[i - 1] == b[j - 1] ? same[i - 1][j - 1] + 1 : std::max(same[i - 1][j], same[i][j - 1]);
  auto longer = static_cast<int>(std::max(a.size(), b.size()));
  bool one_off = a.size() == b.size() && longer <= 3 && same[a.size()][b.size()] + 1 >= longer;
  return same[a.size()][b.size()] * 4 >= longer * 3 || (longer > 1 && one_off);
}

// Figures of a text layer are what they are; only recognition misreads.
bool may_be_misread(const Item& item, const char* field) {
  auto e = item.evidence.find(field);
  return e != item.evidence.end() && e->second.confidence < kCertain;
}

std::optional<Decimal> product(const Line& line, int scale) {
  if (!line.quantity || !line.unit_price) return std::nullopt;
  Decimal price = *line.unit_price;
  if (line.price_base_quantity && !line.price_base_quantity->is_zero())
    price = Decimal::divide(price, *line.price_base_quantity, 8);
  return (*line.quantity * price - line.discount.value_or(Decimal()).abs()).rounded(scale);
}

// In the scale of the printed amount: currencies without cents have none.
std::optional<Decimal> product(const Line& line) { return product(line, line.net && line.net->scale() == 0 ? 0 : 2); }

struct Sums {
  const std::vector<Amount>& totals;
  const Reading& reading;
  const LineHints& hints;

  bool names(const Decimal& sum) const {
    if (sum.is_zero()) return false;
    if ((hints.net && *hints.net == sum) || (hints.gross && *hints.gross == sum)) return true;
    if (std::ranges::find(reading.sums, sum) != reading.sums.end()) return true;
    return std::ranges::any_of(totals, [&](const Amount& t) {
      return std::ranges::any_of(t.readings, [&](const AmountReading& r) { return r.value.abs() == sum.abs(); });
    });
  }
  // With and without the allowances and charges among the rows.
  bool closes(const Decimal& sum) const {
    Decimal adjusted = sum;
    for (const Item& i : reading.adjustments) adjusted += i.line.net.value_or(Decimal());
    return names(sum) || names(adjusted);
  }
};

Decimal sum_of(const std::vector<Item>& items) {
  Decimal sum;
  for (const Item& i : items) sum += i.line.net.value_or(Decimal());
  return sum;
}

void put(Item& item, std::optional<Decimal> Line::*member, const char* field, const Decimal& value) {
  item.line.*member = value;
  Evidence& e = item.evidence[field];
  e.how = How::arithmetic;
  e.confidence = std::min(e.confidence, kRepaired);
}

// Amounts from products, all that are broken or a single one, where the sum closes then.
bool take_products(std::vector<Item>& items, const Sums& sums) {
  std::vector<Item*> broken;
  Decimal sum = sum_of(items), all = sum;
  for (Item& i : items) {
    auto p = product(i.line);
    if (!p || i.closes || p->is_zero() || !i.line.net || !may_be_misread(i, "net")) continue;
    broken.push_back(&i);
    all += *p - *i.line.net;
  }
  if (broken.empty() || broken.size() * 2 > items.size() + 1) return false;
  if (sums.closes(all)) {
    for (Item* i : broken) put(*i, &Line::net, "net", *product(i->line));
    return true;
  }
  for (Item* i : broken) {
    Decimal p = *product(i->line);
    if (!sums.closes(sum - *i->line.net + p)) continue;
    put(*i, &Line::net, "net", p);
    return true;
  }
  return false;
}

// The one amount in doubt, when the net total says what is left for it.
bool take_rest(std::vector<Item>& items, const LineHints& hints) {
  Item* doubtful = nullptr;
  for (Item& i : items) {
    if (i.closes) continue;
    if (doubtful) return false;
    doubtful = &i;
  }
  if (!doubtful || !may_be_misread(*doubtful, "net") || !hints.net || !doubtful->line.net || items.size() < 2)
    return false;
  Decimal rest = *hints.net - (sum_of(items) - *doubtful->line.net);
  if (rest.is_negative() || rest.is_zero() || !alike(*doubtful->line.net, rest)) return false;
  put(*doubtful, &Line::net, "net", rest);
  return true;
}

// A whole number, or a tenth that begins or ends as what was read ("5" of "5,5"), is hardly chance where amount and
// price give it to the cent; what two short sums give, may be.
bool is_plain_quotient(const Decimal& quotient, const Line& line) {
  constexpr std::size_t kEnoughDigits = 3;
  const std::string read = digits_of(line.quantity->normalized()), meant = digits_of(quotient);
  if (quotient.scale() == 1) return meant.starts_with(read) || read.ends_with(meant);
  return quotient.scale() == 0 && digits_of(line.unit_price->normalized()).size() >= kEnoughDigits &&
         digits_of(line.net->normalized()).size() >= kEnoughDigits;
}

// A quantity that was misread beside a price and an amount that hold. `alone`: all other rows hold as they are.
void mend_quantity(Item& item, bool alone) {
  Line& l = item.line;
  if (item.closes || !item.checked || l.discount || l.price_base_quantity || l.unit_price->is_zero()) return;
  // "28,10 ct": the price is in hundredths.
  if ((*l.quantity * *l.unit_price * Decimal::scaled(1, 2)).rounded(2) == l.net->rounded(2)) return;
  Decimal q = Decimal::divide(*l.net, *l.unit_price, 3).normalized();
  bool exact = (q * *l.unit_price).rounded(2) == l.net->rounded(2) && !q.is_zero() && !q.is_negative();
  if (exact && may_be_misread(item, "quantity") && (alike(*l.quantity, q) || (alone && is_plain_quotient(q, l))))
    put(item, &Line::quantity, "quantity", q);
}

// The point that recognition lost: the product has the very digits of the amount.
void restore_point(Item& item) {
  auto p = product(item.line, 2);
  if (!p || item.closes || !item.line.net || p->is_zero() || !may_be_misread(item, "net")) return;
  std::string printed = digits_of(*item.line.net), meant = digits_of(*p);
  if (item.line.net->scale() == 0 && printed == meant && printed.size() >= 3) put(item, &Line::net, "net", *p);
}

}  // namespace

void repair_by_sums(Reading& reading, const std::vector<Amount>& totals, const LineHints& hints) {
  Sums sums{totals, reading, hints};
  if (reading.items.empty()) return;
  for (Item& item : reading.items) restore_point(item);
  if (!sums.closes(sum_of(reading.items)) && !take_products(reading.items, sums) && !take_rest(reading.items, hints))
    return;
  const auto broken = std::ranges::count_if(reading.items, [](const Item& i) { return i.checked && !i.closes; });
  for (Item& item : reading.items) mend_quantity(item, broken == 1);
}

}  // namespace ap::extract::lines
