#include "rules/controls/tax.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/codes.h"
#include "core/identifiers.h"
#include "rules/controls/arithmetic.h"
#include "rules/controls/vat_rates.h"

namespace ap::rules {
namespace {

struct Mode {
  Rounding rounding;
  std::string_view name;
};
constexpr std::array kModes = std::to_array<Mode>({{Rounding::half_up, "half up"},
                                                   {Rounding::half_even, "half even"},
                                                   {Rounding::half_to_plus_inf, "half to plus infinity"},
                                                   {Rounding::down, "down"}});

// One way of rounding and the tax it gives.
struct Convention {
  std::string name;
  Decimal tax;
};

Decimal percent_of(const Decimal& basis, const Decimal& rate, int decimals, Rounding mode) {
  return Decimal::divide(basis * rate, 100, decimals, mode);
}

// Amounts that make up one rate's basis: lines, allowances and charges. Empty when some of it is not known.
std::vector<Decimal> parts_at(const Invoice& invoice, const Decimal& rate, bool only_rate) {
  auto belongs = [&](const std::optional<Decimal>& own) { return own ? *own == rate : only_rate; };
  std::vector<Decimal> parts;
  // What was taken off or added to the whole document, with no word on which rate it bears, leaves the bases open.
  const Totals& t = invoice.totals;
  bool whole = invoice.allowances_charges.empty() &&
               ((t.allowances && !t.allowances->is_zero()) || (t.charges && !t.charges->is_zero()));
  if (whole && !only_rate) return {};
  for (const auto& line : invoice.lines) {
    if (!line.net || (!line.tax_rate && !only_rate)) return {};
    if (belongs(line.tax_rate)) parts.push_back(*line.net);
  }
  for (const auto& entry : invoice.allowances_charges) {
    if (!entry.amount || (!entry.tax_rate && !only_rate)) return {};
    if (belongs(entry.tax_rate)) parts.push_back(entry.charge ? *entry.amount : -*entry.amount);
  }
  return parts;
}

// The tax of one rate under every convention. India rounds each tax to the rupee, so INR is tried without decimals.
std::vector<Convention> conventions(const std::optional<Decimal>& basis, const std::vector<Decimal>& parts,
                                    const Decimal& rate, std::string_view currency) {
  std::vector<Convention> out;
  std::vector<int> scales = {minor_units(currency)};
  if (currency == "INR") scales.push_back(0);
  for (int decimals : scales) {
    std::string_view unit = decimals == 0 && currency == "INR" ? ", to the rupee" : "";
    for (const Mode& mode : kModes) {
      if (basis)
        out.push_back(
            {fmt::format("per rate, {}{}", mode.name, unit), percent_of(*basis, rate, decimals, mode.rounding)});
    }
    for (const Mode& mode : kModes) {
      if (parts.empty()) continue;
      Decimal sum;
      for (const Decimal& part : parts) sum += percent_of(part, rate, decimals, mode.rounding);
      out.push_back({fmt::format("per line, {}{}", mode.name, unit), sum});
    }
  }
  return out;
}

// All residuals in words: "19.00 per rate, half up (off by 1.00); ...". Conventions that agree are named together.
std::string residuals(const std::vector<Convention>& all, const Decimal& stated) {
  std::string text;
  std::vector<Decimal> told;
  for (const Convention& one : all) {
    if (std::ranges::find(told, one.tax) != told.end()) continue;
    told.push_back(one.tax);
    std::string names;
    for (const Convention& other : all) {
      if (other.tax == one.tax) names += (names.empty() ? "" : ", ") + ("[" + other.name + "]");
    }
    text += fmt::format("{}{} {} is off by {}", text.empty() ? "" : "; ", names, one.tax.str(),
                        (one.tax - stated).abs().str());
  }
  return text;
}

struct TaxCheck {
  const Invoice& invoice;
  const Facts& facts;
  Problems problems;
  bool compared = false;

  void compare(const std::string& field, const Decimal& rate, const std::optional<Decimal>& basis,
               const Decimal& stated, bool only_rate) {
    auto parts = parts_at(invoice, rate, only_rate);
    std::optional<Decimal> known = basis;
    if (!known && !parts.empty()) {
      known = Decimal();
      for (const Decimal& part : parts) *known += part;
    }
    const Decimal& tolerance = facts.settings.tax_tolerance;
    auto closes = [&](const Decimal& tax) { return (tax - stated).abs() <= tolerance; };
    // The convention of nearly all documents is the first; the others are put into words only where it does not do.
    if (known && closes(percent_of(*known, rate, minor_units(invoice.currency), kModes.front().rounding))) {
      compared = true;
      return;
    }
    auto all = conventions(known, parts, rate, invoice.currency);
    if (all.empty()) return;
    compared = true;
    if (std::ranges::any_of(all, [&](const Convention& c) { return closes(c.tax); })) return;
    std::string on = basis ? " on " + basis->str() : "";
    problems.push_back({field,
                        fmt::format("tax at {} %{} is stated as {}, which no rounding gives: {}", rate.str(), on,
                                    stated.str(), residuals(all, stated)),
                        all.front().tax.str(), stated.str()});
  }
};

// Without a breakdown: every line says its rate, or nothing can be said.
void compare_by_lines(TaxCheck& check) {
  const Invoice& invoice = check.invoice;
  if (!invoice.totals.tax || invoice.lines.empty()) return;
  std::vector<Decimal> rates;
  for (const auto& line : invoice.lines) {
    if (!line.tax_rate || !line.net) return;
    if (std::ranges::find(rates, *line.tax_rate) == rates.end()) rates.push_back(*line.tax_rate);
  }
  if (rates.size() == 1) return check.compare("totals.tax", rates[0], stated_net(invoice), *invoice.totals.tax, true);
  std::vector<Convention> sums;
  for (const Decimal& rate : rates) {
    auto parts = parts_at(invoice, rate, false);
    if (parts.empty()) return;
    Decimal basis;
    for (const Decimal& part : parts) basis += part;
    auto all = conventions(basis, parts, rate, invoice.currency);
    if (sums.empty())
      sums = all;
    else
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i].tax += all[i].tax;
  }
  check.compared = true;
  const Decimal& stated = *invoice.totals.tax;
  if (std::ranges::any_of(
          sums, [&](const Convention& c) { return (c.tax - stated).abs() <= check.facts.settings.tax_tolerance; }))
    return;
  check.problems.push_back(
      {"totals.tax",
       fmt::format("the tax is stated as {}, which the lines and their rates give under no rounding: {}", stated.str(),
                   residuals(sums, stated)),
       sums.front().tax.str(), stated.str()});
}

// The breakdown must add up to the tax total.
void compare_breakdown(TaxCheck& check) {
  const Invoice& invoice = check.invoice;
  if (!invoice.totals.tax || invoice.taxes.empty()) return;
  Decimal sum;
  for (const auto& tax : invoice.taxes) {
    if (!tax.amount) return;
    sum += *tax.amount;
  }
  check.compared = true;
  if ((sum - *invoice.totals.tax).abs() <= check.facts.settings.total_tolerance) return;
  check.problems.push_back({"totals.tax",
                            fmt::format("the taxes by rate add up to {}, but the tax total is {} (off by {})",
                                        sum.str(), invoice.totals.tax->str(), (sum - *invoice.totals.tax).abs().str()),
                            sum.str(), invoice.totals.tax->str()});
}

// Countries whose rates may apply: where the seller is registered for tax and where it sits.
std::vector<std::string> tax_countries(const Party& seller) {
  std::vector<std::string> countries;
  std::string registered = seller.vat_id.empty() ? "" : check_tax_id(seller.vat_id, seller.address.country).country;
  for (const std::string& country : {registered, seller.address.country}) {
    if (!country.empty() && std::ranges::find(countries, country) == countries.end()) countries.push_back(country);
  }
  return countries;
}

// Days on which the supply may have been made.
std::vector<Date> tax_dates(const Invoice& invoice) {
  std::vector<Date> dates;
  for (const auto& date :
       {invoice.issue_date, invoice.tax_point_date, invoice.delivery.date, invoice.period.start, invoice.period.end}) {
    if (date) dates.push_back(*date);
  }
  return dates;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
  return text;
}

bool zero_explained(const Tax& tax, const std::vector<std::string>& countries, const std::vector<Date>& dates) {
  if (tax.category == "Z" || !tax.exemption_reason.empty()) return true;
  return std::ranges::any_of(countries, [&](const std::string& country) {
    return std::ranges::any_of(dates, [&](const Date& day) { return vat_rate_known(country, 0, day); });
  });
}

}  // namespace

Outcome check_tax(const Invoice& invoice, const Facts& facts) {
  TaxCheck check{invoice, facts, {}, false};
  compare_breakdown(check);
  bool only = invoice.taxes.size() == 1;
  for (std::size_t i = 0; i < invoice.taxes.size(); ++i) {
    const Tax& tax = invoice.taxes[i];
    std::optional<Decimal> stated = tax.amount ? tax.amount : only ? invoice.totals.tax : std::nullopt;
    if (!tax.rate || !stated) continue;
    std::optional<Decimal> basis = tax.basis ? tax.basis : only ? stated_net(invoice) : std::nullopt;
    check.compare(fmt::format("taxes[{}].amount", i), *tax.rate, basis, *stated, only);
  }
  if (invoice.taxes.empty()) compare_by_lines(check);
  if (!check.compared) return nothing_to_check("the document states no rate with its basis and amount");
  return check.problems;
}

Outcome check_tax_rates(const Invoice& invoice, const Facts&) {
  auto countries = tax_countries(invoice.seller);
  auto dates = tax_dates(invoice);
  if (invoice.taxes.empty()) return nothing_to_check("the document states no tax rate");
  if (countries.empty()) return nothing_to_check("the seller's country is not known");
  if (dates.empty()) return nothing_to_check("the document has no date");
  bool known = std::ranges::any_of(countries, [](const std::string& c) { return vat_rates_listed(c); });
  if (!known) return nothing_to_check("no table of tax rates for " + joined(countries, ", "));
  Problems problems;
  for (std::size_t i = 0; i < invoice.taxes.size(); ++i) {
    const Tax& tax = invoice.taxes[i];
    if (!tax.rate || tax.rate->is_negative()) continue;
    std::string field = fmt::format("taxes[{}].rate", i);
    if (tax.rate->is_zero()) {
      if (!zero_explained(tax, countries, dates))
        problems.push_back({field, "the rate is zero and the document gives no reason for it", "", tax.rate->str()});
      continue;
    }
    bool had = std::ranges::any_of(countries, [&](const std::string& country) {
      return std::ranges::any_of(dates, [&](const Date& day) { return vat_rate_known(country, *tax.rate, day); });
    });
    if (had) continue;
    std::string rates = joined(vat_rates_on(countries.front(), dates.front()), ", ");
    problems.push_back({field,
                        fmt::format("{} had no rate of {} % on {}; its rates were {} %", joined(countries, " and "),
                                    tax.rate->str(), dates.front().str(), rates),
                        rates, tax.rate->str()});
  }
  return problems;
}

}  // namespace ap::rules
