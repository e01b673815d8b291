#include "rules/norm/norm.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "rules/einvoice/page_rules.h"

using namespace ap;
using namespace ap::rules;

namespace {

std::optional<Decimal> number(const char* text) { return Decimal::parse(text); }

Invoice sample() {
  Invoice i;
  i.currency = "EUR";
  i.due_date = Date::parse("2026-12-02");
  i.totals = {number("100.00"), {}, {}, number("100.00"), number("19.00"), number("119.00"), {}, {}, number("119.00")};
  i.taxes = {{"S", number("19"), number("100.00"), number("19.00"), ""}};
  Line line;
  line.id = "1";
  line.net = number("100.00");
  line.tax_category = "S";
  line.tax_rate = number("19");
  line.unit_price = number("100.00");
  i.lines = {line};
  return i;
}

const Finding* found(const std::vector<Finding>& findings, std::string_view rule) {
  auto it = std::ranges::find(findings, rule, &Finding::rule);
  return it == findings.end() ? nullptr : &*it;
}

std::vector<Finding> norm_of(const Invoice& invoice) {
  std::vector<Finding> findings;
  Checks checks;
  norm::evaluate(invoice, findings, checks);
  return findings;
}

std::vector<Finding> page_of(const Invoice& invoice, Checks& checks) {
  std::vector<Finding> findings;
  evaluate_page(invoice, findings, checks);
  return findings;
}

}  // namespace

TEST_CASE("an invoice as the norm wants it") { CHECK(norm_of(sample()).empty()); }

TEST_CASE("the tax of a breakdown is its basis times its rate to the cent") {
  Invoice invoice = sample();
  invoice.taxes[0].amount = number("19.01");
  const auto findings = norm_of(invoice);
  const Finding* f = found(findings, "AP-BR-CO-17");
  REQUIRE(f != nullptr);
  CHECK(f->expected == "19.00");
  CHECK(f->field == "taxes[0].amount");
  CHECK(f->severity == Severity::warning);
  invoice.taxes[0].basis = number("100.03"), invoice.taxes[0].amount = number("19.01");  // 19.0057
  CHECK(found(norm_of(invoice), "AP-BR-CO-17") == nullptr);
}

TEST_CASE("the basis of a breakdown is the exact sum of its lines, charges less allowances") {
  Invoice invoice = sample();
  invoice.taxes[0].basis = number("99.99");
  CHECK(found(norm_of(invoice), "AP-BR-S-08") != nullptr);
  invoice.allowances_charges = {{false, number("0.01"), {}, {}, "", "S", number("19.0")}};
  CHECK(found(norm_of(invoice), "AP-BR-S-08") == nullptr);
  invoice.taxes[0].category = invoice.lines[0].tax_category = "L";  // IGIC: the CII artefact never looks
  CHECK(found(norm_of(invoice), "AP-BR-AF-08") != nullptr);
  invoice.lines[0].net.reset();  // not everything is said
  CHECK(found(norm_of(invoice), "AP-BR-AF-08") == nullptr);
}

TEST_CASE("something due wants a date or terms") {
  Invoice invoice = sample();
  invoice.due_date.reset();
  CHECK(found(norm_of(invoice), "AP-BR-CO-25") != nullptr);
  invoice.payment.terms = "30 days";
  CHECK(found(norm_of(invoice), "AP-BR-CO-25") == nullptr);
  invoice.payment.terms = "";
  invoice.totals.payable = number("0.00");
  CHECK(found(norm_of(invoice), "AP-BR-CO-25") == nullptr);
}

TEST_CASE("totals: sum and decimals") {
  Invoice invoice = sample();
  invoice.totals.gross = number("100.00");
  CHECK(found(norm_of(invoice), "AP-BR-CO-15") != nullptr);
  invoice.totals.tax = number("19.000");
  CHECK(found(norm_of(invoice), "AP-BR-DEC-13") != nullptr);
}

TEST_CASE("what a page says is checked by the rules it allows, as warnings, and the others are not applicable") {
  Invoice invoice = sample();
  Checks checks;
  CHECK(page_of(invoice, checks).empty());
  CHECK(checks.run > 10);
  REQUIRE(checks.not_run.size() == 1);
  CHECK(checks.not_run[0].rule == "EN16931");
  CHECK(checks.not_run[0].reason.find("BR-01") != std::string::npos);
  CHECK(checks.not_run[0].reason.find("BR-CO-15 ") == std::string::npos);
  invoice.totals.gross = number("118.00");
  const auto findings = page_of(invoice, checks);
  const Finding* f = found(findings, "BR-CO-15");
  REQUIRE(f != nullptr);
  CHECK(f->severity == Severity::warning);
  CHECK(f->path.empty());
  CHECK(f->set == "en16931");
  CHECK(found(findings, "BR-01") == nullptr);
  CHECK(found(findings, "BR-CO-16") != nullptr);
}
