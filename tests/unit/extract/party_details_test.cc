#include <doctest/doctest.h>

#include "extract/payment_means.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;
using reading::payment_means_of;

TEST_CASE("contact, tax and register numbers in the footer are the seller's") {
  auto r = read({"Acme GmbH", "Hauptstr. 1", "10115 Berlin", "", "", "Rechnungsempfänger", "Quill AG", "Ringstr. 9",
                 "20095 Hamburg", "", "", "Rechnung Nr. 4711", "", "", "", "",
                 "Acme GmbH   Steuernummer: 37/123/45678   Amtsgericht Berlin HRB 98765",
                 "Tel.: +49 30 123456-0   E-Mail: rechnung@acme.example"});
  CHECK(r.invoice.seller.tax_number == "37/123/45678");
  CHECK(r.invoice.seller.registration_id == "HRB 98765");
  CHECK(r.invoice.seller.phone == "+49 30 123456-0");
  CHECK(r.invoice.seller.email == "rechnung@acme.example");
  CHECK(r.invoice.buyer.email.empty());
}

TEST_CASE("what stands in the buyer's block is the buyer's") {
  auto r = read({"Acme Ltd                                       Bill to",
                 "1 High Street                                  Quill plc",
                 "London SW1A 1AA                                2 Low Road",
                 "accounts@acme.example                          Leeds LS1 4AP",
                 "                                               payables@quill.example", "", "Invoice 77"});
  CHECK(r.invoice.seller.email == "accounts@acme.example");
  CHECK(r.invoice.buyer.email == "payables@quill.example");
}

TEST_CASE("a fax is no telephone and the share capital no register number") {
  auto r = read({"Acme SARL", "12 rue des Lilas", "69003 Lyon", "Fax 04 72 11 22 33", "", "Facture n° 8", "",
                 "SARL au capital social de 10 000 EUR - SIREN 732 829 320"});
  CHECK(r.invoice.seller.phone.empty());
  CHECK(r.invoice.seller.registration_id == "732 829 320");
}

TEST_CASE("goods go where the delivery address says") {
  auto r = read({"Acme Ltd", "1 High Street", "London SW1A 1AA", "", "Bill to                       Ship to",
                 "Quill plc                     Quill Warehouse", "2 Low Road                    Unit 7 Dock Street",
                 "Leeds LS1 4AP                 Hull HU1 2AB", "", "Invoice 77"});
  CHECK(r.invoice.buyer.name == "Quill plc");
  CHECK(r.invoice.delivery.name == "Quill Warehouse");
  CHECK(r.invoice.delivery.address.postal_code == "HU1 2AB");
}

TEST_CASE("an address apart from the name above it belongs to that name") {
  auto r = read({"                 Robledana Sistemas S.A.", "", "Calle Mayor, 31", "41001 Sevilla", "", "",
                 "Destinatario", "Orvidian S.L.", "Calle Norte, 6", "28001 Madrid", "", "Factura 12"});
  CHECK(r.invoice.seller.name == "Robledana Sistemas S.A.");
  CHECK(r.invoice.seller.address.city == "Sevilla");
  CHECK(r.invoice.buyer.address.city == "Madrid");
}

TEST_CASE("a street with a house number in front is no postal code and town") {
  auto r = read({"The Maplewood LLC", "8900 Commerce Blvd", "Austin, TX 78701", "", "Invoice # 5"});
  CHECK(r.invoice.seller.address.city == "Austin");
  CHECK(r.invoice.seller.address.postal_code == "78701");
  CHECK(r.invoice.seller.address.street == "8900 Commerce Blvd");
}

TEST_CASE("structured payment references are found by their check digits alone") {
  CHECK(read({"Invoice 5", "some words RF18 5390 0754 7034 more"}).invoice.payment.reference == "RF18539007547034");
  CHECK(read({"Facture 5", "+++090/9337/55493+++"}).invoice.payment.reference == "+++090/9337/55493+++");
  CHECK(read({"Invoice 5", "RF19 5390 0754 7034"}).invoice.payment.reference.empty());
}

TEST_CASE("a heading of the item table names no payment reference") {
  auto r = read({"Facture n° 5", "", "Référence   Désignation        Qté    P.U.     Montant",
                 "BL-6863     Vis     "
                 "           2      10,00    20,00"});
  CHECK(r.invoice.payment.reference.empty());
}

TEST_CASE("the means of payment becomes a code") {
  CHECK(payment_means_of("sepa-lastschrift") == "59");
  CHECK(payment_means_of("direct debit") == "49");
  CHECK(payment_means_of("prevodem") == "30");
  CHECK(payment_means_of("barzahlung") == "10");
  CHECK(payment_means_of("barcode 123").empty());
  CHECK(read({"Rechnung 5", "Zahlungsart: Überweisung"}).invoice.payment.means == "30");
  CHECK(read({"Rechnung 5", "Der Betrag wird von Ihrem Konto per Lastschrift eingezogen."}).invoice.payment.means ==
        "49");
  CHECK(
      read({"Rechnung 5", "Einfacher wäre es, wenn Sie uns eine Lastschrift erlauben."}).invoice.payment.means.empty());
}

TEST_CASE("the holder of the account is named; a payee only where it is another than the seller") {
  auto r = read({"Acme GmbH", "Hauptstr. 1", "10115 Berlin", "", "Rechnung 5", "Kontoinhaber: Acme Inkasso GmbH",
                 "Zahlungsempfänger: Acme GmbH"});
  CHECK(r.invoice.payment.account_name == "Acme Inkasso GmbH");
  CHECK_FALSE(r.invoice.payee.has_value());
}

TEST_CASE("a period is two dates or the name of a month") {
  auto r = read({"Rechnung 5", "Leistungszeitraum: September 2026"});
  CHECK(text_of(r.invoice.period.start) == "2026-09-01");
  CHECK(text_of(r.invoice.period.end) == "2026-09-30");
}

TEST_CASE("a label of a narrow column stands on two rows") {
  auto r = read({"NUMER        WYSTAWIONO    DATA", "DOKUMENTU    DNIA          DOSTAWY",
                 "VF 4139      24-08-2026    19-08-2026"});
  CHECK(r.invoice.number == "VF 4139");
  CHECK(text_of(r.invoice.issue_date) == "2026-08-24");
  CHECK(text_of(r.invoice.delivery.date) == "2026-08-19");
}

TEST_CASE("of two order numbers the one that the buyer placed is taken") {
  auto r = read({"Auftragsnummer: 6146", "Bestellnummer: 2025-169", "Rechnung Nr. 5"});
  CHECK(r.invoice.purchase_order == "2025-169");
}

TEST_CASE("a tax number between the seller's name and the buyer's address is the seller's") {
  auto r = read({"NORDSKOG SHIPPING AS                                 INVOICE", "KAJEN 14, P.O. BOX 220",
                 "VAT REG NO: NO890992137MVA", "      FJELLHEIM MASKIN AS                 INVOICE NO : 83960922",
                 "      INDUSTRIGATA 5", "      3044 DRAMMEN"});
  CHECK(r.invoice.seller.vat_id == "NO890992137MVA");
}

TEST_CASE("a Canadian account of the tax on goods is known by its ending, in a row of the tax") {
  auto r = read({"Ottawa Valley HVAC Ltd.", "FACTURE / INVOICE 833855", "TVH / HST 13% (871317368 RT0001)   $920.89"});
  CHECK(r.invoice.seller.vat_id == "871317368RT0001");
}

TEST_CASE("an account may be broken over two lines behind its first group") {
  auto r = read({"Factuur 12", "Gaarne binnen 14 dagen overmaken op NL85", "INGB 5012 7104 61", "t.n.v. Groenrijk"});
  CHECK(r.invoice.payment.iban == "NL85INGB5012710461");
}

TEST_CASE("a quantity under a heading that reads like a tax number's is none") {
  CHECK(read({"Acme GmbH", "Rechnung 17", "Steuernummer  38,00"}).invoice.seller.tax_number.empty());
  CHECK(read({"Acme GmbH", "Rechnung 17", "Steuernummer  38/120/4711"}).invoice.seller.tax_number == "38/120/4711");
}
