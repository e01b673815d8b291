#include "extract/labels_guess.h"

#include <doctest/doctest.h>

#include "extract/text.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;
using reading::Role;

TEST_CASE("labels that no list holds are told by the stems of their words") {
  auto role = [](std::string_view text) {
    std::string folded = reading::fold(text);
    return reading::role_by_stems(reading::runs(folded)).value_or(Role::none);
  };
  CHECK(role("Ord. cliente") == Role::order);
  CHECK(role("Zaplatit do") == Role::due_date);
  CHECK(role("Da saldare entro") == Role::due_date);
  CHECK(role("Doc. n.") == Role::number);
  CHECK(role("Invoice dt.") == Role::issue_date);
  CHECK(role("Order date") == Role::none);
  CHECK(role("Payment method") == Role::none);
  CHECK(role("Delivery note no") == Role::none);
  CHECK(role("Customer no") == Role::none);
}

TEST_CASE("captions below their values are read upwards") {
  auto r = read({"INV-78917          05.10.2026          04.11.2026",
                 "Documento n.       Fecha factura       Vencimiento", "", "Total a pagar 12,00 EUR"});
  CHECK(r.invoice.number == "INV-78917");
  CHECK(text_of(r.invoice.issue_date) == "2026-10-05");
  CHECK(text_of(r.invoice.due_date) == "2026-11-04");
}

TEST_CASE("an address that ends above a row of labels does not make captions of them") {
  auto r = read({"Acme GmbH", "Hauptstr. 1", "10115 Berlin", "Rechnungsnummer     Rechnungsdatum",
                 "RE-2026-17          05.10.2026"});
  CHECK(r.invoice.number == "RE-2026-17");
  CHECK(text_of(r.invoice.issue_date) == "2026-10-05");
}

TEST_CASE("a number without a label that is known is the one asked to be quoted") {
  std::vector<std::string_view> lines = {"Acme Ltd", "1 High Street", "London SW1A 1AA", "", "Whatsit V170495", ""};
  for (int i = 0; i < 40; ++i) lines.push_back("");
  lines.push_back("Payment reference: V170495");
  CHECK(read(lines).invoice.number == "V170495");
}

TEST_CASE("a buyer on one line behind a label ends at the first comma") {
  auto r = read({"Acme Ltd", "1 High Street", "London SW1A 1AA", "", "Invoice 5",
                 "Client: Meridova Logistics Ltd, 71 Station Road, Bristol BS1 6QH"});
  CHECK(r.invoice.buyer.name == "Meridova Logistics Ltd");
}

TEST_CASE("a compound that ends in the word for an invoice is its title") {
  auto r = read({"Mietrechnung Nr. 9314110911/00 vom 01.10.2018", "", "Nummer: 77"});
  CHECK(r.invoice.number == "9314110911/00");
}

TEST_CASE("a place and a date at the head of a letter say when it was written") {
  auto r = read({"Genève, 02.11.2026", "", "Relevé 721-26", "Exigible le: 16.11.2026"});
  CHECK(text_of(r.invoice.issue_date) == "2026-11-02");
  CHECK(text_of(r.invoice.due_date) == "2026-11-16");
}

TEST_CASE("an address with a person's attention is the buyer's though it stands first") {
  auto r = read({"Belmaris Ltd", "Attn: Accounts", "71 Station Road", "Bristol BS1 6QH", "", "", "Invoice 5", "",
                 "Shirasagi Ltd", "1 High Street", "London SW1A 1AA", "Tel. +44 20 7946 0000"});
  CHECK(r.invoice.buyer.name == "Belmaris Ltd");
  CHECK(r.invoice.seller.name == "Shirasagi Ltd");
}
