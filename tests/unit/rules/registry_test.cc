#include "rules/registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "sample.h"

using namespace ap;
using namespace ap::rules::test;

TEST_CASE("a good invoice passes every control") {
  auto result = rules::run_controls(good_invoice(), good_facts());
  for (const Finding& finding : result.findings) MESSAGE(finding.rule << ": " << finding.message);
  CHECK(result.findings.empty());
  CHECK(result.checks.failed == 0);
  // What has nothing to look at on an invoice.
  REQUIRE(result.checks.not_run.size() == 1);
  CHECK(result.checks.not_run[0].rule == "CREDIT_NOTE_UNMATCHED");
  CHECK(result.checks.run == int(rules::controls().size()) - 1);
  CHECK(result.groups_not_run.empty());
}

TEST_CASE("every code is explained") {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const rules::RuleInfo* info : rules::all_rules()) {
    CHECK(seen.emplace(info->set, info->id).second);
    CHECK_FALSE(info->summary.empty());
    CHECK_FALSE(info->explanation.empty());
    if (info->set != "controls" && info->set != "intake") continue;
    CHECK(info->explanation.size() > 40);
    CHECK(info->summary.back() != '.');
    CHECK(info->explanation.back() == '.');
  }
  CHECK(rules::find_rules("total_mismatch").size() == 1);
  CHECK(rules::find_rules("DUPLICATE_INVOICE").size() == 2);
  CHECK(rules::find_rules("BR-CO-15").size() == 1);
  CHECK(rules::find_rules("NO_SUCH").empty());
}

TEST_CASE("a group whose confirming rules compared nothing has not run") {
  Invoice invoice = good_invoice();
  invoice.lines.clear();
  invoice.taxes.clear();
  invoice.totals = {};
  invoice.totals.gross = number("119.00");
  auto result = rules::run_controls(invoice, good_facts());
  REQUIRE(result.groups_not_run.size() == 1);
  CHECK(result.groups_not_run[0].first == "arithmetic");
  CHECK(std::ranges::count(result.groups_run, "arithmetic") == 0);
  CHECK(std::ranges::count(result.groups_run, "identifiers") == 1);
}

TEST_CASE("a rule that overflows has not run and its group neither") {
  Invoice invoice = good_invoice();
  std::string huge = "1" + std::string(37, '0');
  set(invoice, "lines[0].quantity", huge.c_str());
  set(invoice, "lines[0].unit_price", huge.c_str());
  CHECK(count("LINE_MATH_MISMATCH", invoice) == -1);
  auto result = rules::run_controls(invoice, good_facts());
  REQUIRE(result.groups_not_run.size() == 2);  // arithmetic, and matching, which computes with the line too
  CHECK(result.groups_not_run[0].second.find("could not be evaluated") != std::string::npos);
  CHECK(count("SUBTOTAL_MISMATCH", invoice) == 0);
  REQUIRE_FALSE(result.broken.empty());
  CHECK(result.broken[0].first == "LINE_MATH_MISMATCH");
}
