#include "extract/lines_grade.h"

#include <algorithm>

namespace ap::extract::lines {
namespace {

// "2 x 50.00 = 100.00", with what lowers or divides it; only for rows whose product holds.
std::string product_of(const Line& l) {
  std::string out = l.quantity->str() + " x " + l.unit_price->str();
  if (l.price_base_quantity) out += " / " + l.price_base_quantity->str();
  if (l.discount) out += " less " + l.discount->str();
  return out + " = " + l.net->str();
}

// A quantity of one that no page prints, set where neither it nor a price stands in the row.
bool supposed(const Line& line, std::string_view field, const Evidence& e) {
  return field == "quantity" && e.how == How::arithmetic && !line.unit_price;
}

}  // namespace

std::string path_of(std::size_t line) { return "lines[" + std::to_string(line) + "]."; }

void put(LineTable& table, const Item& item) {
  const std::string path = path_of(table.lines.size());
  for (const auto& [field, evidence] : item.evidence) table.evidence[path + field] = evidence;
  table.lines.push_back(item.line);
}

void put_adjustment(LineTable& table, const Item& item) {
  AllowanceCharge a;
  a.charge = !item.words.discount;
  a.amount = item.line.net->abs();
  a.reason = item.line.description;
  auto evidence = item.evidence.find("net");
  std::string path = "allowances_charges[" + std::to_string(table.allowances_charges.size()) + "].";
  table.evidence[path + "amount"] = evidence->second;
  if (auto d = item.evidence.find("description"); d != item.evidence.end()) table.evidence[path + "reason"] = d->second;
  table.allowances_charges.push_back(std::move(a));
}

void Grade::operator()(std::string_view field, const Line& line, bool closes, Evidence& e) const {
  bool factor = field == "quantity" || field == "unit_price";
  bool amount = field == "net" || factor;
  bool by_sum = sum_closes && (!factor || closes || headed);
  int base = supposed(line, field, e) ? 500
             : amount                 ? (closes && by_sum ? 990
                                         : by_sum         ? 950
                                         : closes         ? 930
                                                          : 700)
             : sum_closes             ? 930
                                      : 850;
  if (amount && closes && line.quantity && line.unit_price && line.net) e.proof = product_of(line);
  if (amount && by_sum) e.proof += e.proof.empty() ? "the lines add up" : "; the lines add up";
  if (e.how == How::arithmetic) base = base * 9 / 10;
  e.confidence = closes && sum_closes && amount ? base : base * std::max(e.confidence, 500) / 1000;
}

}  // namespace ap::extract::lines
