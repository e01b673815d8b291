#include "extract/terms.h"

#include <doctest/doctest.h>

#include "extract/text.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;
using ap::extract::reading::fold;
using ap::extract::reading::parse_terms;

namespace {

std::string shown(std::string_view text) {
  auto terms = parse_terms(fold(text));
  std::string out;
  for (const CashDiscount& d : terms.discounts) out += d.percent->str() + "/" + d.days->str() + " ";
  if (terms.net_days) out += "net " + std::to_string(*terms.net_days);
  if (terms.end_of_month) out += " eom";
  return out;
}

}  // namespace

TEST_CASE("payment terms are read in many words") {
  CHECK(shown("2/10 net 30") == "2/10 net 30");
  CHECK(shown("Zahlbar innerhalb 30 Tagen netto, 3% Skonto innerhalb 10 Tagen") == "3/10 net 30");
  CHECK(shown("14 Tage 2 % Skonto, 30 Tage netto") == "2/14 net 30");
  CHECK(shown("2 % d'escompte à 10 jours, sinon 30 jours net") == "2/10 net 30");
  CHECK(shown("3 % skonta przy zapłacie w ciągu 8 dni, 30 dni netto") == "3/8 net 30");
  CHECK(shown("Paiement à 45 jours fin de mois") == "net 45 eom");
  CHECK(shown("Terms: net 14 days.") == "net 14");
}

TEST_CASE("other sentences with numbers are no terms") {
  CHECK(shown("Avoir suite à bidon 10L d'huile d'olive") == "");
  CHECK(shown("10 % VAT") == "");
  CHECK(shown("Invoice 30 of 2024") == "");
}

TEST_CASE("the due date follows from the terms when it is not printed, and says so") {
  auto result = read(
      {"Acme Ltd", "Invoice number: INV-1", "Invoice date: 2026-01-10", "Total: 10.00", "Payment due within 30 days"});
  CHECK(text_of(result.invoice.due_date) == "2026-02-09");
  CHECK(result.evidence.at("due_date").how == How::arithmetic);
  auto printed = read({"Acme Ltd", "Invoice number: INV-1", "Invoice date: 2026-01-10", "Due date: 2026-02-01",
                       "Payment due within 30 days"});
  CHECK(text_of(printed.invoice.due_date) == "2026-02-01");
}
