#include "rules/order_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "rules/controls/clearing.h"
#include "rules/controls/invoice_numbers.h"
#include "rules/controls/order_lines.h"

namespace ap::rules {
namespace {

constexpr std::int64_t kNamed = 10;
constexpr char kField = '\x1f', kPart = ' ', kInside = ':';
constexpr std::string_view kForm = "1";  // of the text; another one is reckoned anew

std::string text_of(const std::optional<Decimal>& value) { return value ? value->str() : ""; }

// Numbers of invoices are anybody's text: what separates fields cannot be part of one.
std::string clean(std::string text) {
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    std::size_t end = std::min(text.find(at, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    if (end == text.size()) return parts;
    begin = end + 1;
  }
}

std::optional<std::size_t> position(std::string_view text) {
  std::size_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<OrderShare::Part> part_from(std::string_view text) {
  auto cells = split(text, kInside);
  if (cells.size() != 4) return std::nullopt;
  auto order = position(cells[0]), line = position(cells[1]);
  auto amount = Decimal::parse(cells[3]);
  if (!order || !line || !amount) return std::nullopt;
  return OrderShare::Part{{*order, *line}, Decimal::parse(cells[2]), *amount};
}

}  // namespace

void NameList::add(const std::string& name) {
  if (++count_ <= kNamed) names_ += (names_.empty() ? "" : ", ") + name;
}

std::string NameList::text() const {
  return count_ > kNamed ? fmt::format("{} and {} more", names_, count_ - kNamed) : names_;
}

std::string same_bill(const Invoice& invoice) {
  const auto& total = invoice.totals.gross ? invoice.totals.gross : invoice.totals.payable;
  std::string number = normalized_number(invoice.number);
  if (number.empty() || !total) return "";
  return clean(fmt::format("{} {} {}", to_string(invoice.type), number, total->normalized().str()));
}

OrderShare share_of(const Invoice& invoice, bool prepayment, const std::vector<PurchaseOrder>& orders) {
  const Totals& totals = invoice.totals;
  OrderShare share{.number = clean(invoice.number),
                   .currency = clean(invoice.currency),
                   .same = same_bill(invoice),
                   .type = invoice.type,
                   .prepayment = prepayment,
                   .gross = totals.gross ? totals.gross : totals.payable,
                   .net = totals.net ? totals.net : totals.gross,
                   .deducted = deducted_prepayments(invoice),
                   .parts = {}};
  if (prepayment) return share;
  bool back = invoice.type == InvoiceType::credit_note;
  auto links = link_lines(invoice, orders);
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!links[i]) continue;
    const Line& line = invoice.lines[i];
    auto quantity = in_order_unit(line, orders[links[i]->order].lines[links[i]->line]);
    Decimal amount = line.net.value_or(Decimal());
    if (back && quantity) quantity = -quantity->abs();
    share.parts.push_back({*links[i], quantity, back ? -amount.abs() : amount});
  }
  return share;
}

std::string encode(const OrderShare& share) {
  std::string parts;
  for (const OrderShare::Part& part : share.parts)
    parts += fmt::format("{}{}:{}:{}:{}", parts.empty() ? "" : " ", part.place.order, part.place.line,
                         text_of(part.quantity), part.amount.str());
  std::string text(kForm);
  for (const std::string& field : {share.number, share.currency, share.same, std::string(to_string(share.type)),
                                   std::string(share.prepayment ? "yes" : "no"), text_of(share.gross),
                                   text_of(share.net), share.deducted.str(), parts})
    text += kField + field;
  return text;
}

std::optional<OrderShare> decode_share(std::string_view text) {
  auto fields = split(text, kField);
  if (fields.size() != 10 || fields[0] != kForm) return std::nullopt;
  auto type = invoice_type_from(fields[4]);
  auto deducted = Decimal::parse(fields[8]);
  if (!type || !deducted) return std::nullopt;
  OrderShare share{std::string(fields[1]),
                   std::string(fields[2]),
                   std::string(fields[3]),
                   *type,
                   fields[5] == "yes",
                   Decimal::parse(fields[6]),
                   Decimal::parse(fields[7]),
                   *deducted,
                   {}};
  if (fields[9].empty()) return share;
  for (std::string_view each : split(fields[9], kPart)) {
    auto part = part_from(each);
    if (!part) return std::nullopt;
    share.parts.push_back(std::move(*part));
  }
  return share;
}

void OrderHistory::add(const std::string& document_id, const OrderShare& share) {
  ++count;
  if (bills.size() < kListed) bills.push_back({document_id, share.number, share.currency, share.net});
  if (share.prepayment) {
    if (!share.gross) return;
    prepaid += *share.gross;
    prepayments.add(fmt::format("{} of {}", share.number, share.gross->str()));
    return;
  }
  bool back = share.type == InvoiceType::credit_note;
  if (share.net) net += back ? -share.net->abs() : *share.net;
  if (share.type == InvoiceType::invoice) deducted += share.deducted;
  for (auto part = share.parts.begin(); part != share.parts.end(); ++part) {
    Taken& of_place = taken[part->place];
    if (!part->quantity)
      of_place.quantity.reset();
    else if (of_place.quantity)
      *of_place.quantity += *part->quantity;
    of_place.amount += part->amount;
    bool told = std::any_of(share.parts.begin(), part, [&](const auto& other) { return other.place == part->place; });
    if (!told) of_place.by.add(share.number);
  }
}

const Taken& OrderHistory::of(const OrderPlace& place) const {
  static const Taken kNothing;
  auto found = taken.find(place);
  return found == taken.end() ? kNothing : found->second;
}

}  // namespace ap::rules
