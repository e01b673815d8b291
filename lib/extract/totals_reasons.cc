#include "extract/totals_reasons.h"

namespace ap::extract::reading {
namespace {

void add(std::string& to, bool holds, std::string words) {
  if (holds) to += (to.empty() ? "" : "; ") + words;
}

std::string text(const std::optional<Decimal>& value) { return value ? value->str() : "?"; }

// The rate by which the feature holds.
std::string rate_of(const Decimal& net, const Decimal& tax, const TripleFacts& facts) {
  for (const Decimal& rate : facts.rates)
    if ((net * rate - tax * Decimal(100L)).abs() <= Decimal(2L)) return rate.str();
  return "?";
}

}  // namespace

std::string proofs_of(const Triple& t, const TripleFeatures& f, const TripleFacts& facts) {
  std::string out;
  auto net = t.net.value ? t.net.value : t.net_value();
  auto tax = t.tax.value ? t.tax.value : t.tax_value();
  std::string sum = text(net) + " + " + text(tax);
  add(out, f[feature::closes] > 0 || f[feature::closes_zero] > 0, sum + " = " + text(t.gross.value));
  add(out, f[feature::off_by_a_cent] > 0, sum + " = " + text(t.gross.value) + " but for a cent");
  if (net && tax)
    add(out, f[feature::rates_agree] > 0 || f[feature::rate_fits_rest] > 0,
        rate_of(*net, *tax, facts) + " % of " + net->str() + " is " + tax->str());
  add(out, f[feature::tax_is_row_sum] > 0 && facts.several_rows, "the taxes of all rates add up to " + text(tax));
  add(out, f[feature::net_is_basis_sum] > 0 && facts.several_rows, "the taxed amounts add up to " + text(net));
  add(out, f[feature::net_is_lines] > 0, "the lines lead to " + text(net));
  add(out, f[feature::gross_is_lines] > 0, "the lines add up to " + text(t.gross.value));
  add(out, f[feature::stacked] > 0, "they are printed one after the other and add up");
  return out;
}

std::string doubts_of(const Triple& t, const TripleFeatures& f) {
  std::string out;
  add(out, f[feature::contradicts] > 0 || f[feature::off_by_little] > 0,
      text(t.net.value) + " + " + text(t.tax.value) + " is not " + text(t.gross.value));
  add(out, f[feature::gross_other_label] > 0, "its label names no total");
  add(out, f[feature::gross_net_label] > 0, "its label names the net");
  add(out, f[feature::gross_tax_label] > 0, "its label names the tax");
  add(out, f[feature::gross_unnamed] > 0, "no label names it");
  add(out, f[feature::gross_small] > 0, "it is less than half of the largest amount");
  add(out, f[feature::rate_fits_none] > 0, "no printed rate fits");
  add(out, f[feature::net_above_gross] > 0, "the net would be above it");
  add(out, f[feature::tax_is_one_row] > 0, "its tax is that of one rate among several");
  add(out, f[feature::net_is_not_lines] > 0, "the lines do not lead to it");
  add(out, f[feature::payable_stray] > 0, "an amount to pay is printed that does not follow from it");
  return out;
}

}  // namespace ap::extract::reading
