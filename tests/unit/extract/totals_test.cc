#include <doctest/doctest.h>

#include "core/fields.h"
#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

TEST_CASE("net, tax and gross are read from their labels") {
  auto r = read(
      {"Invoice number: 1", "Net total           100.00", "VAT 20%              20.00", "Total               120.00"});
  CHECK(text_of(r.invoice.totals.net) == "100.00");
  CHECK(text_of(r.invoice.totals.tax) == "20.00");
  CHECK(text_of(r.invoice.totals.gross) == "120.00");
  CHECK(text_of(r.invoice.totals.payable) == "120.00");
  CHECK(r.evidence.at("totals.gross").confidence > 900);
}

TEST_CASE("arithmetic decides between amounts that the same word names") {
  auto r = read(
      {"Rechnungsnummer: 1", "Summe               250,00", "MwSt. 19 %           47,50", "Summe               297,50"});
  CHECK(text_of(r.invoice.totals.net) == "250.00");
  CHECK(text_of(r.invoice.totals.gross) == "297.50");
}

TEST_CASE("the tax of several rates is their sum, which is derived where it is not printed") {
  auto r = read({"Fakturanr: 1", "Nettobelopp       7 519,26", "Momsbelopp 25%    1 617,90",
                 "Momsbelopp 12%      125,72", "Fakturabelopp     9 262,88"});
  CHECK(text_of(r.invoice.totals.tax) == "1743.62");
  CHECK(r.evidence.at("totals.tax").how == How::arithmetic);
  CHECK(r.invoice.taxes.size() == 2);
}

TEST_CASE("two taxes of the same rate and amount both count") {
  auto r = read({"Invoice No. 1", "Sub-total        238.82", "CGST 6%           14.33", "SGST 6%           14.33",
                 "Invoice total    267.48"});
  CHECK(text_of(r.invoice.totals.tax) == "28.66");
}

TEST_CASE("what was paid before is taken off the gross") {
  auto r = read({"Rechnungsnummer: 1", "Nettobetrag         100,00", "MwSt. 19 %           19,00",
                 "Bruttosumme         119,00", "Anzahlung           -50,00", "Zahlbetrag           69,00"});
  CHECK(text_of(r.invoice.totals.gross) == "119.00");
  CHECK(text_of(r.invoice.totals.prepaid) == "50.00");
  CHECK(text_of(r.invoice.totals.payable) == "69.00");
}

TEST_CASE("a total in columns is found below its headings") {
  auto r = read({"Fakturanummer: 620", "Subtotal      Momsbelob 25 %      Total i alt",
                 "1.000,00              250,00         1.250,00"});
  CHECK(text_of(r.invoice.totals.net) == "1000.00");
  CHECK(text_of(r.invoice.totals.tax) == "250.00");
  CHECK(text_of(r.invoice.totals.gross) == "1250.00");
}

TEST_CASE("amounts that do not add up are kept as printed, with little confidence") {
  auto r = read(
      {"Rechnungsnummer: 1", "Summe netto       1.420,00", "Umsatzsteuer 19%    269,80", "Rechnungsbetrag   1.589,80"});
  CHECK(text_of(r.invoice.totals.net) == "1420.00");
  CHECK(text_of(r.invoice.totals.tax) == "269.80");
  CHECK(text_of(r.invoice.totals.gross) == "1589.80");
  CHECK(r.evidence.at("totals.net").confidence < 950);
}

TEST_CASE("a page without amounts gives no totals") {
  auto r = read({"Invoice number: INV-77", "Thank you"});
  CHECK_FALSE(r.invoice.totals.gross);
  CHECK_FALSE(r.evidence.contains("totals.gross"));
}

TEST_CASE("every value has evidence and every evidence a value") {
  auto r = read({"Acme GmbH | Hauptstr. 1 | 10115 Berlin", "", "Kunde AG", "Weg 2", "80331 München", "",
                 "Rechnung Nr. 42 vom 05.06.2024", "USt-IdNr.: DE136695976", "Summe netto        100,00",
                 "USt. 19 %           19,00", "Gesamtbetrag       119,00 EUR", "IBAN DE89 3704 0044 0532 0130 00"});
  for (const auto& [path, evidence] : r.evidence) {
    CAPTURE(path);
    auto value = get_field(r.invoice, path);
    REQUIRE(value.has_value());
    CHECK_FALSE(value->empty());
    CHECK(evidence.confidence > 0);
    CHECK((evidence.page == 1 || evidence.how == How::arithmetic || path == "type"));
  }
  for (const std::string& path : present_fields(r.invoice)) {
    if (path == "type" || path.starts_with("allowances_charges")) continue;
    CAPTURE(path);
    CHECK(r.evidence.contains(path));
  }
}

TEST_CASE("a remark that tax is included is no label of a tax") {
  auto r = read({"Factura: 26/000412", "TOTAL FACTURA (IVA incluido)   331,50 EUR", "Anticipo tarjeta  -100,00",
                 "PENDIENTE     231,50 EUR", "10 %     268,36     26,84", "21 %      30,00      6,30"});
  CHECK(text_of(r.invoice.totals.gross) == "331.50");
  CHECK(text_of(r.invoice.totals.prepaid) == "100.00");
  CHECK(text_of(r.invoice.totals.payable) == "231.50");
}

TEST_CASE("a total without tax by its remark is the net") {
  auto r = read(
      {"Rechnungsnummer: 1", "Gesamtbetrag (ohne 19 % MwSt.)   100,00", "Gesamtbetrag inkl. 19 % MwSt.    119,00"});
  CHECK(text_of(r.invoice.totals.net) == "100.00");
  CHECK(text_of(r.invoice.totals.gross) == "119.00");
}

TEST_CASE("taxes named between the amounts of a column leave the others as the net") {
  auto r = read({"Bill no. 114872", "Professional charges                2,793.00",
                 "VAT thereon at 20%                    558.60", "Registry fees (no VAT)                 45.00",
                 "Transfer fee                           30.00", "VAT thereon at 20%                      6.00",
                 "Total of this bill                  3,432.60"});
  CHECK(text_of(r.invoice.totals.net) == "2868.00");
  CHECK(text_of(r.invoice.totals.tax) == "564.60");
  CHECK(text_of(r.invoice.totals.gross) == "3432.60");
}

TEST_CASE("the amounts of a table of taxes lead to no amount to pay") {
  auto r = read({"Invoice No. SPT/1187", "Taxable           101,850.00", "IGST 18%           18,333.00",
                 "Total             120,183.00", "HSN      Taxable value   Rate    Tax amount",
                 "8209     44,100.00       18%      7,938.00", "8466     57,750.00       18%     10,395.00"});
  CHECK(text_of(r.invoice.totals.gross) == "120183.00");
  CHECK(text_of(r.invoice.totals.payable) == "120183.00");
  CHECK_FALSE(r.invoice.totals.prepaid);
}

TEST_CASE("two items and their sum are no net, tax and gross") {
  auto r = read({"Honorarnote Nr. 1/2026", "312 Normseiten        1.497,60", "Fahrtkosten pauschal     62,40",
                 "Gesamthonorar         1.560,00", "Umsatzsteuerbefreit, Kleinunternehmer"});
  CHECK(text_of(r.invoice.totals.net) == "1560.00");
  CHECK(text_of(r.invoice.totals.gross) == "1560.00");
}

TEST_CASE("a gross that is not printed is what net and tax make before the withheld part") {
  auto r = read({"FACTURA 2026/03", "Base imponible        1.430,00", "IVA 21%                 300,30",
                 "Retencion IRPF -15%    -214,50", "TOTAL A PAGAR         1.515,80"});
  CHECK(text_of(r.invoice.totals.net) == "1430.00");
  CHECK(text_of(r.invoice.totals.tax) == "300.30");
  CHECK(text_of(r.invoice.totals.gross) == "1730.30");
  CHECK(text_of(r.invoice.totals.payable) == "1515.80");
}

TEST_CASE("nothing is to be paid where the balance is zero below a payment of the whole") {
  auto r =
      read({"Tax Invoice 5581", "Inspection             $400.00", "GST 10%                 $40.00",
            "TOTAL                  $440.00", "Paid by card 03/02/2026 $440.00", "Balance                  $0.00"});
  CHECK(text_of(r.invoice.totals.payable) == "0.00");
}

TEST_CASE("a net with its tax makes a gross that could not be read, and it is doubtful") {
  auto r = read({"Factuur 2026.00318", "Levering                364,06", "Totaal excl. btw        364,06",
                 "21% btw                  76,45", "Te betalen              4_0,5l"});
  CHECK(text_of(r.invoice.totals.net) == "364.06");
  CHECK(text_of(r.invoice.totals.tax) == "76.45");
  CHECK(text_of(r.invoice.totals.gross) == "440.51");
  CHECK(r.evidence.at("totals.gross").how == How::arithmetic);
  CHECK(r.evidence.at("totals.gross").confidence < 950);
  CHECK(r.evidence.at("totals.payable").confidence < 950);
}

TEST_CASE("figures that stand below one another do not cut an amount in two") {
  auto r =
      read({"FACTURE 3391", "Sous-total       5 710,00 $", "TPS (5 %)          285,50 $", "TVQ (9,975 %)      569,57 $",
            "Total            6 565,07 $", "Depot recu       2 000,00 $", "Solde a payer    4 565,07 $"});
  CHECK(text_of(r.invoice.totals.gross) == "6565.07");
  CHECK(text_of(r.invoice.totals.payable) == "4565.07");
}

TEST_CASE("a stroke before the total is no minus where net and tax have none") {
  auto r = read({"Invoice No. 1187", "Taxable value      101,850.00", "IGST 18%            18,333.00",
                 "Total             -120,183.00"});
  CHECK(text_of(r.invoice.totals.gross) == "120183.00");
  CHECK(text_of(r.invoice.totals.payable) == "120183.00");
}

TEST_CASE("the bases of the rates may stand in rows of their own below prices with tax") {
  auto r = read({"Faktura 2602-0118", "Ubytovani       3 700,00", "Parkovani         400,00",
                 "Minibar           145,00", "Celkem Kc       4 245,00", "z toho DPH 12 %   396,43",
                 "z toho DPH 21 %    94,59", "Zaklad 12 %     3 303,57", "Zaklad 21 %       450,41"});
  CHECK(text_of(r.invoice.totals.net) == "3753.98");
  CHECK(text_of(r.invoice.totals.tax) == "491.02");
  CHECK(text_of(r.invoice.totals.gross) == "4245.00");
}

TEST_CASE("what one of several rates makes is no total of the document") {
  auto r =
      read({"Tax Invoice 960-25", "Sub-total          30,644.80", "CGST 6%             1,838.69",
            "SGST 6%             1,838.69", "Invoice total      34,322.18", "Rate        Net         VAT         Total",
            "CGST 6%     30,644.80   1,838.69   32,483.49", "SGST 6%     30,644.80   1,838.69   32,483.49"});
  CHECK(text_of(r.invoice.totals.gross) == "34322.18");
  CHECK(text_of(r.invoice.totals.tax) == "3677.38");
}
