#include "rules/controls/payment_terms.h"

#include <doctest/doctest.h>

using namespace ap;
using namespace ap::rules;

namespace {

std::string words(const char* text) {
  auto terms = payment_terms_from(text);
  return terms ? in_words(*terms) : "";
}

std::string due(const char* text, const char* issue) {
  auto terms = payment_terms_from(text);
  return terms && terms->net ? terms->net->due(*Date::parse(issue)).str() : "";
}

std::string discount_until(const char* text, const char* issue) {
  auto terms = payment_terms_from(text);
  return terms && !terms->discounts.empty() ? terms->discounts[0].due(*Date::parse(issue)).str() : "";
}

}  // namespace

TEST_CASE("terms are read in the codes and languages of trade") {
  CHECK(words("2/10 net 30") == "2 % within 10 days, 30 days net");
  CHECK(words("2/10, n/30") == "2 % within 10 days, 30 days net");
  CHECK(words("2/10, 1/20, n/60") == "2 % within 10 days, 1 % within 20 days, 60 days net");
  CHECK(words("Net 30") == "30 days net");
  CHECK(words("30 days net") == "30 days net");
  CHECK(words("net 30 EOM") == "30 days after the end of the month net");
  CHECK(words("EOM") == "end of month net");
  CHECK(words("2/10 prox, net 60") == "2 % within day 10 of the next month, 60 days net");
  CHECK(words("10th prox") == "day 10 of the next month net");
  CHECK(words("Due on receipt") == "0 days net");
  CHECK(words("COD") == "0 days net");
  CHECK(words("Zahlbar sofort ohne Abzug") == "0 days net");
  CHECK(words("zahlbar innerhalb 14 Tagen 2 % Skonto, 30 Tage netto") == "2 % within 14 days, 30 days net");
  CHECK(words("14 Tage 2 % Skonto 30 Tage netto") == "2 % within 14 days, 30 days net");
  CHECK(words("30 Tage netto, bei Zahlung innerhalb von 10 Tagen 3% Skonto") == "3 % within 10 days, 30 days net");
  CHECK(words("Netto 30 Tage 2,5 % 8 Tage") == "2.5 % within 8 days, 30 days net");
  CHECK(words("14 Tage 2 % Skonto") == "2 % within 14 days");
  CHECK(words("#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=21#PROZENT=1.00#BASISBETRAG=100.00#") ==
        "2.00 % within 14 days, 1.00 % within 21 days");
  CHECK(words("45 jours fin de mois") == "45 days, end of month net");
  CHECK(words("30 jours net, escompte 2 % à 10 jours") == "2 % within 10 days, 30 days net");
  CHECK(words("RB 30 gg DFFM") == "30 days, end of month net");
  CHECK(words("60 días fin de mes") == "60 days, end of month net");
  CHECK(words("Betaling binnen 30 dagen") == "30 days net");
  CHECK(words("termin płatności: 14 dni") == "14 days net");
  CHECK(words("30 dagar netto") == "30 days net");
}

TEST_CASE("interest on late payment is no discount, and text without terms says nothing") {
  CHECK(words("30 days net. Interest of 2 % per month after 30 days") == "30 days net");
  CHECK(words("Bei Verzug 9 % Zinsen ab 31 Tagen, zahlbar in 10 Tagen") == "10 days net");
  CHECK(words("Vielen Dank für Ihren Auftrag 4711") == "");
  CHECK(words("") == "");
}

TEST_CASE("days that follow from terms") {
  CHECK(due("net 30", "2026-11-15") == "2026-12-15");
  CHECK(due("net 30 EOM", "2026-11-15") == "2026-12-30");
  CHECK(due("net EOM", "2026-11-15") == "2026-11-30");
  CHECK(due("45 jours fin de mois", "2026-01-15") == "2026-03-31");
  CHECK(due("30 gg DFFM", "2026-01-15") == "2026-02-28");
  CHECK(due("30 gg DFFM", "2026-01-31") == "2026-03-31");
  CHECK(due("10th prox", "2026-11-30") == "2026-12-10");
  CHECK(due("31st prox", "2026-01-05") == "2026-02-28");
  CHECK(due("30 EOM 10th", "2026-01-15") == "2026-03-10");
  CHECK(due("due on receipt", "2026-11-15") == "2026-11-15");
  CHECK(discount_until("2/10 prox, net 60", "2026-11-15") == "2026-12-10");
  CHECK(discount_until("2/10 net 30", "2026-12-25") == "2027-01-04");
}
