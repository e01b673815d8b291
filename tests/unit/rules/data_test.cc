#include "rules/controls/data.h"

#include <doctest/doctest.h>

#include "sample.h"

using namespace ap;
using namespace ap::rules::test;

TEST_CASE("MISSING_REQUIRED_FIELD: each required field is missed") {
  for (const char* path : {"number", "issue_date", "currency", "seller.name", "totals.gross", "seller.vat_id"}) {
    Invoice invoice = good_invoice();
    set(invoice, path, "");
    CHECK(first("MISSING_REQUIRED_FIELD", invoice).field == path);
  }
  Invoice invoice = good_invoice();
  set(invoice, "seller.name", "  ");
  CHECK(count("MISSING_REQUIRED_FIELD", invoice) == 1);
}

TEST_CASE("MISSING_REQUIRED_FIELD: receipts need less, untaxed invoices no tax number, and the amount due will do") {
  Invoice invoice = good_invoice();
  set(invoice, "number", "");
  set(invoice, "seller.vat_id", "");
  CHECK(count("MISSING_REQUIRED_FIELD", invoice) == 2);
  invoice.type = InvoiceType::receipt;
  CHECK(count("MISSING_REQUIRED_FIELD", invoice) == 0);
  set(invoice, "issue_date", "");
  CHECK(count("MISSING_REQUIRED_FIELD", invoice) == 1);

  invoice = good_invoice();
  set(invoice, "seller.vat_id", "");
  set(invoice, "totals.tax", "0.00");
  CHECK(count("MISSING_REQUIRED_FIELD", invoice) == 0);
  set(invoice, "totals.gross", "");
  set(invoice, "totals.payable", "119.00");
  CHECK(count("MISSING_REQUIRED_FIELD", invoice) == 0);
}

TEST_CASE("INVALID_FIELD_FORMAT: a control character is found wherever it stands; line feeds and tabs are none") {
  const std::string text = "Hafenstrasse 17, Hinterhaus \xC3\x84";
  for (std::size_t at = 0; at < text.size(); ++at) {
    Invoice invoice = good_invoice();
    invoice.seller.address.street = text;
    for (char c : {'\x01', '\x1f', '\x7f'}) {
      invoice.seller.address.street[at] = c;
      CHECK(first("INVALID_FIELD_FORMAT", invoice).field == "seller.address.street");
    }
    for (char c : {'\n', '\t', ' ', '~'}) {
      invoice.seller.address.street[at] = c;
      CHECK(count("INVALID_FIELD_FORMAT", invoice) == 0);
    }
  }
}

TEST_CASE("INVALID_FIELD_FORMAT: each malformed field is named") {
  const std::pair<const char*, const char*> kWrong[] = {{"currency", "EUX"},
                                                        {"seller.address.country", "Germany"},
                                                        {"taxes[0].rate", "100.01"},
                                                        {"taxes[0].category", "X"},
                                                        {"number", "---"},
                                                        {"buyer.name",
                                                         "A\x01"
                                                         "B"}};
  for (auto [path, value] : kWrong) {
    Invoice invoice = good_invoice();
    set(invoice, path, value);
    CHECK_MESSAGE(first("INVALID_FIELD_FORMAT", invoice).field == path, std::string(path));
  }
  Invoice invoice = good_invoice();
  set(invoice, "taxes[0].rate", "100");
  set(invoice, "period.start", "2026-11-02");
  set(invoice, "period.end", "2026-11-02");
  CHECK(count("INVALID_FIELD_FORMAT", invoice) == 0);
  set(invoice, "period.end", "2026-11-01");
  CHECK(count("INVALID_FIELD_FORMAT", invoice) == 1);
}

TEST_CASE("NO_LINE_ITEMS: invoices have lines, receipts need none") {
  Invoice invoice = good_invoice();
  CHECK(count("NO_LINE_ITEMS", invoice) == 0);
  invoice.lines.clear();
  CHECK(first("NO_LINE_ITEMS", invoice).severity == Severity::warning);
  invoice.type = InvoiceType::receipt;
  CHECK(count("NO_LINE_ITEMS", invoice) == 0);
}

TEST_CASE("LOW_CONFIDENCE: the threshold itself passes, a thousandth less does not, no evidence neither") {
  Invoice invoice = good_invoice();
  rules::Facts facts = good_facts();
  facts.method = "ocr";
  facts.settings.confidence = 970;
  for (auto path : rules::key_fields(invoice.type)) facts.evidence[std::string(path)].confidence = 970;
  CHECK(count("LOW_CONFIDENCE", invoice, facts) == 0);
  facts.evidence["number"].confidence = 969;
  CHECK(first("LOW_CONFIDENCE", invoice, facts).message ==
        "'RE-17' was read with confidence 0.969, below 0.970; please look at the document");
  facts.settings.confidences["number"] = 900;
  CHECK(count("LOW_CONFIDENCE", invoice, facts) == 0);
  facts.evidence.erase("totals.gross");
  CHECK(first("LOW_CONFIDENCE", invoice, facts).actual == "0.000");
  facts.method = "einvoice";
  CHECK(count("LOW_CONFIDENCE", invoice, facts) == 0);
}

TEST_CASE("LOW_CONFIDENCE: the kind and who sells must be surer than the rest, unless settings say otherwise") {
  Invoice invoice = good_invoice();
  rules::Facts facts = good_facts();
  facts.method = "text";
  for (auto path : rules::key_fields(invoice.type)) facts.evidence[std::string(path)].confidence = 930;
  CHECK(count("LOW_CONFIDENCE", invoice, facts) == 2);
  facts.evidence["type"].confidence = 950;
  facts.evidence["seller.name"].confidence = 969;
  CHECK(count("LOW_CONFIDENCE", invoice, facts) == 1);
  facts.evidence["seller.name"].confidence = 970;
  CHECK(count("LOW_CONFIDENCE", invoice, facts) == 0);
}

TEST_CASE("NOT_AN_INVOICE: the type of an e-invoice may say that nothing is payable") {
  rules::Facts facts = good_facts();
  for (const char* code : {"", "380", "381", "326", "384"}) {
    facts.document_type_code = code;
    CHECK(count("NOT_AN_INVOICE", good_invoice(), facts) == 0);
  }
  facts.document_type_code = "325";
  CHECK(first("NOT_AN_INVOICE", good_invoice(), facts).actual == "pro-forma invoice");
}
