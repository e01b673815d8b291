#include "rules/policy/condition.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules;
using ap::rules::test::good_invoice;
using ap::rules::test::set;

namespace {

struct Case {
  Invoice invoice = good_invoice();
  Facts facts{*Date::from_ymd(2026, 11, 22)};
  std::vector<Finding> findings;

  Case() {
    facts.method = "text";
    facts.known.missing.clear();
    facts.known.vendors_loaded = facts.known.entities_loaded = true;
    facts.known.entities = {OwnEntity{.name = "Kunde AG", .id = "DE01", .aliases = {}, .tax_ids = {}, .address = {}}};
    facts.known.seller.vendor.emplace();
    facts.known.seller.vendor->id = "V17";
    facts.known.seller.vendor->name = "Muster & Sohn GmbH";
    facts.known.sources = {{MasterKind::vendors, "V17", 3, Date::from_ymd(2026, 11, 12)}};
  }
  Truth judge(const char* text) {
    auto condition = parse_condition(text);
    REQUIRE_MESSAGE(condition, text);
    return rules::judge(*condition, {invoice, facts, "mail", &findings}).truth;
  }
  bool holds(const char* text) { return judge(text) == Truth::yes; }
};

std::string fault(const char* text) {
  auto condition = parse_condition(text);
  if (condition) return "none";
  return std::to_string(condition.error().at) + " " + condition.error().message;
}

}  // namespace

TEST_CASE("a pattern matches whole texts, with stars for any run") {
  auto matches = [](const char* pattern, const char* text) { return Pattern(pattern).matches(text); };
  CHECK(matches("V1", "v1"));
  CHECK_FALSE(matches("V1", "V10"));
  CHECK(matches("V1*", "V10"));
  CHECK(matches("V1*", "V1"));
  CHECK(matches("*GmbH", "Muster GmbH"));
  CHECK(matches("*sohn*", "Muster & Sohn GmbH"));
  CHECK(matches("*ÜLLER*", "Müller"));
  CHECK(matches("a*b*a", "abxa"));
  CHECK_FALSE(matches("ab*ba", "aba"));  // the parts may not overlap
  CHECK(matches("*", ""));
  CHECK(matches("**a**", "a"));
  CHECK_FALSE(matches("", "a"));
  CHECK(matches("*aab*", "aaaab"));  // found behind a false start
}

TEST_CASE("a pattern made to backtrack costs no more than another") {
  std::string text(200000, 'a'), pattern;
  for (int i = 0; i < 50; ++i) pattern += "*a";
  CHECK_FALSE(Pattern(pattern + "*b").matches(text));
  CHECK(Pattern(pattern + "*").matches(text));
}

TEST_CASE("numbers, dates and texts are compared as what they are") {
  Case c;  // 119.00 EUR
  CHECK(c.holds("total > 118.999"));
  CHECK_FALSE(c.holds("total > 119"));
  CHECK(c.holds("total >= 119"));
  CHECK(c.holds("totals.gross == 119"));
  CHECK(c.holds("total <= 119.0"));
  CHECK_FALSE(c.holds("total < 119"));
  CHECK(c.holds("issue_date > 2026-11-01"));
  CHECK(c.holds("issue_date == 2026-11-02"));
  CHECK(c.holds("age_days == 20"));
  CHECK(c.holds("currency == eur"));
  CHECK(c.holds("currency in CHF, EUR"));
  CHECK(c.holds("currency not in CHF, 'USD'"));
  CHECK(c.holds("seller.name contains sohn"));
  CHECK(c.holds("seller.name   not   matches Muster"));
  CHECK(c.holds("type != credit_note"));
  CHECK(c.holds("contract == ''"));
}

TEST_CASE("of a list one entry is enough, and with a negation none may fit") {
  Case c;
  set(c.invoice, "lines[1].net", "-5.00");
  CHECK(c.holds("lines[].net < 0"));
  CHECK(c.holds("lines[].net > 0"));
  CHECK_FALSE(c.holds("lines[].net != -5"));
  c.invoice.lines.clear();
  CHECK_FALSE(c.holds("lines[].net < 0"));
  CHECK(c.holds("lines[].net != 0"));
}

TEST_CASE("vendor, entity, way in and findings can be asked for") {
  Case c;
  CHECK(c.holds("vendor.id matches V1*"));
  CHECK(c.holds("vendor.known_days == 10"));
  CHECK(c.holds("vendor.bills == 0"));
  CHECK(c.holds("entity.id == DE01"));
  CHECK(c.holds("document.channel == mail"));
  CHECK(c.holds("document.method in text, ocr"));
  c.findings = {{.set = "controls", .rule = "OLD_INVOICE", .severity = Severity::warning},
                {.set = "controls", .rule = "TOTAL_MISMATCH", .severity = Severity::error}};
  CHECK(c.holds("findings contains OLD_INVOICE"));
  CHECK_FALSE(c.holds("findings contains INVALID_IBAN"));
  CHECK(c.holds("findings.errors == 1"));
  CHECK(c.holds("findings.warnings >= 1"));
}

TEST_CASE("of companies that differ by their legal form the right one is billed") {
  Case c;
  OwnEntity ab{.name = "Kunde AB", .id = "SE01", .aliases = {}, .tax_ids = {"SE556826367601"}, .address = {}};
  c.facts.known.entities.insert(c.facts.known.entities.begin(), ab);
  CHECK(c.holds("entity.id == DE01"));  // Kunde AG
  set(c.invoice, "buyer.name", "Kunde");
  set(c.invoice, "buyer.vat_id", "SE556826367601");
  CHECK(c.holds("entity.id == SE01"));
  set(c.invoice, "buyer.name", "Kunde AG");  // the number is surer than the name
  CHECK(c.holds("entity.id == SE01"));
}

TEST_CASE("what is not stated or not known is neither yes nor no") {
  Case c;
  set(c.invoice, "totals.gross", "");
  set(c.invoice, "totals.payable", "");
  CHECK(c.judge("total > 1") == Truth::unknown);
  CHECK(c.judge("total != 1") == Truth::unknown);
  c.facts.known.seller.vendor.reset();
  CHECK(c.judge("vendor.known_days < 30") == Truth::unknown);
  CHECK(c.holds("vendor.id == ''"));  // looked for, and none of ours
  c.facts.known.missing = "no store is set";
  CHECK(c.judge("vendor.id == V1") == Truth::unknown);
  CHECK(c.judge("vendor.id != V1") == Truth::unknown);
  CHECK(c.judge("entity.id != DE01") == Truth::unknown);
}

TEST_CASE("of several conditions a no decides, then what is unknown") {
  Case c;
  set(c.invoice, "tax_point_date", "");
  auto when = [](std::vector<const char*> all, std::vector<const char*> none) {
    When made;
    for (const char* text : all) made.all.push_back(*parse_condition(text));
    for (const char* text : none) made.none.push_back(*parse_condition(text));
    return made;
  };
  auto truth = [&](const When& w) { return judge(w, Subject{c.invoice, c.facts}).truth; };
  CHECK(truth(when({"total > 1", "currency == EUR"}, {})) == Truth::yes);
  CHECK(truth(when({"total > 1"}, {"currency == EUR"})) == Truth::no);
  CHECK(truth(when({"tax_point_date > 2026-01-01", "currency == EUR"}, {})) == Truth::unknown);
  CHECK(truth(when({"tax_point_date > 2026-01-01", "currency == USD"}, {})) == Truth::no);
  CHECK(truth(when({"currency == EUR"}, {"tax_point_date > 2026-01-01"})) == Truth::unknown);
  CHECK(judge(when({"total > 1", "currency == EUR"}, {}), Subject{c.invoice, c.facts}).seen ==
        "total = 119.00, currency = EUR");
}

TEST_CASE("a condition that is wrong is refused with its place") {
  CHECK(fault("") == "0 a condition begins with a field");
  CHECK(fault("vendr.id == V1") == "0 there is no field 'vendr.id'");
  CHECK(fault("lines[0].net < 0") == "0 there is no field 'lines[0].net'");
  CHECK(fault("total 100") == "6 this is no operator");
  CHECK(fault("total") == "5 an operator is missing");
  CHECK(fault("total >") == "7 a value is missing");
  CHECK(fault("total > 10,000") == "8 '10,000' is no number");
  CHECK(fault("issue_date > 1.11.2026") == "13 '1.11.2026' is no date");
  CHECK(fault("currency > EUR") == "11 currency is a text, which is neither larger nor smaller");
  CHECK(fault("total matches 1*") == "14 total is a number");
  CHECK(fault("type == creditnote").starts_with("8 there is no type 'creditnote'"));
  CHECK(fault("findings contains OLD") == "18 there is no rule 'OLD'");
  CHECK(fault("currency == 'EUR") == "12 a quote is opened and not closed");
  CHECK(fault("currency == 'EUR' or") == "18 something follows the closing quote");
}
