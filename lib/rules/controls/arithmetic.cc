#include "rules/controls/arithmetic.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/codes.h"

namespace ap::rules {
namespace {

bool within(const Decimal& a, const Decimal& b, const Decimal& tolerance) { return (a - b).abs() <= tolerance; }

// Total of document allowances (or charges): stated, or the sum of the single ones.
Decimal allowances_or_charges(const Invoice& invoice, bool charges) {
  const auto& stated = charges ? invoice.totals.charges : invoice.totals.allowances;
  if (stated) return *stated;
  Decimal sum;
  for (const auto& entry : invoice.allowances_charges) {
    if (entry.charge == charges && entry.amount) sum += *entry.amount;
  }
  return sum;
}

struct LineSum {
  Decimal sum;
  std::size_t without_amount = 0;
};

LineSum sum_of_lines(const Invoice& invoice) {
  LineSum result;
  for (const auto& line : invoice.lines) {
    if (line.net)
      result.sum += *line.net;
    else
      ++result.without_amount;
  }
  return result;
}

// How far quantity x price may be from the printed amount: a cent, and what a rounded unit price hides. In an
// e-invoice prices are exact.
Decimal line_tolerance(const Line& line, const Facts& facts) {
  Decimal cent = Decimal::scaled(1, 2);
  if (facts.method == "einvoice" || line.unit_price->scale() < 2) return cent;
  Decimal half_step = Decimal::scaled(5, line.unit_price->scale() + 1);
  Decimal hidden = (*line.quantity * half_step).abs();
  Decimal hundredth = (*line.net * Decimal::scaled(1, 2)).abs();
  return cent + std::min(hidden, hundredth);
}

// Amounts that the line may have by its quantity and price: less the discount as an amount and, on paper, where the
// column may hold either, as a percentage.
std::vector<Decimal> line_amounts(const Line& line, const Facts& facts) {
  Decimal base =
      line.price_base_quantity && !line.price_base_quantity->is_zero() ? *line.price_base_quantity : Decimal(1);
  Decimal amount = Decimal::divide(*line.quantity * *line.unit_price, base, 6);
  if (!line.discount) return {amount};
  if (facts.method == "einvoice") return {amount - *line.discount};  // negative where charges exceed allowances
  std::vector<Decimal> amounts = {amount - line.discount->abs()};
  amounts.push_back(amount - Decimal::divide(amount * line.discount->abs(), 100, 6));
  amounts.push_back(amount);  // the price printed is already the reduced one
  return amounts;
}

std::string line_formula(const Line& line) {
  std::string text = fmt::format("{} x {}", line.quantity->str(), line.unit_price->str());
  if (line.price_base_quantity) text += " / " + line.price_base_quantity->str();
  if (line.discount) text += " less the discount " + line.discount->str();
  return text;
}

}  // namespace

std::optional<Decimal> stated_tax(const Invoice& invoice) {
  if (invoice.totals.tax) return invoice.totals.tax;
  Decimal sum;
  bool any = false;
  for (const auto& tax : invoice.taxes) {
    if (tax.amount) sum += *tax.amount, any = true;
  }
  return any ? std::optional(sum) : std::nullopt;
}

std::optional<Decimal> stated_net(const Invoice& invoice) {
  if (invoice.totals.net) return invoice.totals.net;
  auto tax = stated_tax(invoice);
  if (invoice.totals.gross && tax) return *invoice.totals.gross - *tax - invoice.totals.rounding.value_or(0);
  return std::nullopt;
}

Outcome check_subtotal(const Invoice& invoice, const Facts& facts) {
  if (invoice.lines.empty()) return nothing_to_check("the document has no lines");
  auto [sum, without_amount] = sum_of_lines(invoice);
  if (without_amount > 0)
    return nothing_to_check(fmt::format("{} of {} lines have no amount", without_amount, invoice.lines.size()));
  const Decimal& tolerance = facts.settings.total_tolerance;
  Problems problems;
  if (invoice.totals.lines && !within(sum, *invoice.totals.lines, tolerance))
    problems.push_back({"totals.lines",
                        fmt::format("the {} lines add up to {}, but the document states {} as their sum (off by {})",
                                    invoice.lines.size(), sum.str(), invoice.totals.lines->str(),
                                    (sum - *invoice.totals.lines).abs().str()),
                        sum.str(), invoice.totals.lines->str()});
  auto net = stated_net(invoice);
  if (!net && !stated_tax(invoice)) net = invoice.totals.gross;  // no tax anywhere: net and gross are one
  if (!net) {
    if (!problems.empty() || invoice.totals.lines) return problems;
    return nothing_to_check("the document states no net total");
  }
  Decimal less = allowances_or_charges(invoice, false), plus = allowances_or_charges(invoice, true);
  Decimal expected = sum - less + plus;
  bool with_tax = invoice.type == InvoiceType::receipt && invoice.totals.gross &&
                  within(expected, *invoice.totals.gross, tolerance);
  if (within(expected, *net, tolerance) || with_tax) return problems;
  std::string message =
      fmt::format("lines {} - allowances {} + charges {} = {}, but the net total is {} (off by {})", sum.str(),
                  less.str(), plus.str(), expected.str(), net->str(), (expected - *net).abs().str());
  if (invoice.totals.gross && within(expected, *invoice.totals.gross, tolerance))
    message += "; the lines seem to include the tax";
  problems.push_back({"totals.net", message, expected.str(), net->str()});
  return problems;
}

Outcome check_total(const Invoice& invoice, const Facts& facts) {
  const Totals& totals = invoice.totals;
  const Decimal& tolerance = facts.settings.total_tolerance;
  auto tax = stated_tax(invoice);
  Decimal rounding = totals.rounding.value_or(0);
  Problems problems;
  bool compared = false;
  if (totals.net && tax && totals.gross) {
    compared = true;
    Decimal sum = *totals.net + *tax;
    // EN 16931 rounds the payable amount; printed invoices often round the total itself.
    if (!within(sum, *totals.gross, tolerance) && !within(sum + rounding, *totals.gross, tolerance))
      problems.push_back(
          {"totals.gross",
           fmt::format("net {} + tax {}{} = {}, but the total is {} (off by {})", totals.net->str(), tax->str(),
                       totals.rounding ? " + rounding " + rounding.str() : "", (sum + rounding).str(),
                       totals.gross->str(), (sum + rounding - *totals.gross).abs().str()),
           (sum + rounding).str(), totals.gross->str()});
  }
  if (totals.gross && totals.payable && totals.prepaid) {
    compared = true;
    Decimal rest = *totals.gross - *totals.prepaid;
    if (!within(rest, *totals.payable, tolerance) && !within(rest + rounding, *totals.payable, tolerance))
      problems.push_back(
          {"totals.payable",
           fmt::format("total {} - prepaid {}{} = {}, but {} is to be paid (off by {})", totals.gross->str(),
                       totals.prepaid->str(), totals.rounding ? " + rounding " + rounding.str() : "",
                       (rest + rounding).str(), totals.payable->str(), (rest + rounding - *totals.payable).abs().str()),
           (rest + rounding).str(), totals.payable->str()});
  } else if (totals.gross && totals.payable && !within(*totals.gross + rounding, *totals.payable, tolerance) &&
             !within(*totals.gross, *totals.payable, tolerance)) {
    compared = true;
    problems.push_back({"totals.payable",
                        fmt::format("the total is {} and nothing is stated as prepaid, but {} is to be paid",
                                    totals.gross->str(), totals.payable->str()),
                        totals.gross->str(), totals.payable->str()});
  }
  if (!compared) return nothing_to_check("the document does not state net, tax and gross together");
  return problems;
}

Outcome check_line_math(const Invoice& invoice, const Facts& facts) {
  Problems problems;
  bool compared = false;
  for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
    const Line& line = invoice.lines[i];
    if (!line.quantity || !line.unit_price || !line.net) continue;
    compared = true;
    auto amounts = line_amounts(line, facts);
    Decimal tolerance = line_tolerance(line, facts);
    if (minor_units(invoice.currency) == 0) tolerance = std::max(tolerance, Decimal(1));  // no cents to round to
    if (std::ranges::any_of(amounts, [&](const Decimal& a) { return within(a, *line.net, tolerance); })) continue;
    Decimal expected = amounts.front().rounded(2);
    problems.push_back({fmt::format("lines[{}].net", i),
                        fmt::format("line {}: {} = {}, but the line states {}", i + 1, line_formula(line),
                                    expected.str(), line.net->str()),
                        expected.str(), line.net->str()});
  }
  if (!compared) return nothing_to_check("no line states quantity, unit price and amount together");
  return problems;
}

Outcome check_amounts(const Invoice& invoice, const Facts&) {
  Problems problems;
  int decimals = minor_units(invoice.currency);
  auto check_decimals = [&](std::string field, const std::optional<Decimal>& amount) {
    if (!amount || amount->normalized().scale() <= decimals) return;
    problems.push_back({field,
                        fmt::format("{} has more decimals than {} has ({})", amount->str(),
                                    invoice.currency.empty() ? "a currency" : invoice.currency, decimals),
                        amount->rounded(decimals).str(), amount->str()});
  };
  auto check_sign = [&](std::string field, const std::optional<Decimal>& amount) {
    if (!amount || !amount->is_negative()) return;
    std::string reason = invoice.type == InvoiceType::credit_note ? "amounts of a credit note are stated without a sign"
                                                                  : "a negative total needs a credit note";
    problems.push_back(
        {field, fmt::format("{} is negative; {}", amount->str(), reason), amount->abs().str(), amount->str()});
  };
  const Totals& t = invoice.totals;
  for (auto [name, amount] : {std::pair("totals.net", &t.net), std::pair("totals.tax", &t.tax),
                              std::pair("totals.gross", &t.gross), std::pair("totals.payable", &t.payable)})
    check_decimals(name, *amount);
  for (std::size_t i = 0; i < invoice.taxes.size(); ++i)
    check_decimals(fmt::format("taxes[{}].amount", i), invoice.taxes[i].amount);
  check_sign("totals.net", t.net);
  check_sign("totals.gross", t.gross);
  if (!t.prepaid) check_sign("totals.payable", t.payable);
  const auto& total = t.gross ? t.gross : t.payable;
  bool paid_before = t.prepaid && !t.prepaid->is_zero();
  if (total && total->is_zero() && !paid_before)
    problems.push_back({t.gross ? "totals.gross" : "totals.payable", "the total is zero, so there is nothing to pay",
                        "", total->str()});
  return problems;
}

}  // namespace ap::rules
