// A fictional bill on which every control passes, for tests to spoil.
#pragma once

#include <string>

#include "core/fields.h"
#include "rules/registry.h"

namespace ap::rules::test {

inline Decimal number(const char* text) { return *Decimal::parse(text); }

// Fields by path; throws when one is refused, so that a test cannot spoil nothing by a slip.
inline void set(Invoice& invoice, const char* path, const char* value) {
  if (auto done = set_field(invoice, path, value); !done) throw std::runtime_error(done.error());
}

inline Invoice good_invoice() {
  Invoice invoice;
  const std::pair<const char*, const char*> kFields[] = {{"number", "RE-17"},
                                                         {"issue_date", "2026-11-02"},
                                                         {"due_date", "2026-12-02"},
                                                         {"currency", "EUR"},
                                                         {"seller.name", "Muster & Sohn GmbH"},
                                                         {"seller.vat_id", "DE136695976"},
                                                         {"seller.address.country", "DE"},
                                                         {"buyer.name", "Kunde AG"},
                                                         {"payment.iban", "DE89370400440532013000"},
                                                         {"payment.bic", "COBADEFF"},
                                                         {"lines[0].quantity", "2"},
                                                         {"lines[0].unit_price", "50.00"},
                                                         {"lines[0].net", "100.00"},
                                                         {"lines[0].tax_rate", "19"},
                                                         {"taxes[0].rate", "19"},
                                                         {"taxes[0].basis", "100.00"},
                                                         {"taxes[0].amount", "19.00"},
                                                         {"taxes[0].category", "S"},
                                                         {"totals.net", "100.00"},
                                                         {"totals.tax", "19.00"},
                                                         {"totals.gross", "119.00"}};
  for (auto [path, value] : kFields) set(invoice, path, value);
  return invoice;
}

// The 22nd of November 2026, an e-invoice, and a store that knows no duplicate.
inline Facts good_facts() {
  Facts facts(*Date::from_ymd(2026, 11, 22));
  facts.method = "einvoice";
  facts.duplicates.emplace();
  return facts;
}

// Number of findings of `code`; -1 when the rule did not run.
inline int count(const char* code, const Invoice& invoice, const Facts& facts = good_facts()) {
  RunResult result = run_controls(invoice, facts);
  for (const NotRun& skipped : result.checks.not_run)
    if (skipped.rule == code) return -1;
  int found = 0;
  for (const Finding& finding : result.findings) found += finding.rule == code;
  return found;
}

// The first finding of `code`; a default one when there is none.
inline Finding first(const char* code, const Invoice& invoice, const Facts& facts = good_facts()) {
  for (const Finding& finding : run_controls(invoice, facts).findings)
    if (finding.rule == code) return finding;
  return {};
}

}  // namespace ap::rules::test
