#include <doctest/doctest.h>

#include "unit/extract/pages.h"

using namespace ap;
using namespace ap::extract;

TEST_CASE("number and date are read behind, beside and below their labels") {
  auto behind = read({"Rechnung Nr. 42 vom 05.06.2024"});
  CHECK(behind.invoice.number == "42");
  CHECK(text_of(behind.invoice.issue_date) == "2024-06-05");
  auto beside = read({"Invoice number:      RE-2024/17", "Invoice date:        1 March 2024"});
  CHECK(beside.invoice.number == "RE-2024/17");
  CHECK(text_of(beside.invoice.issue_date) == "2024-03-01");
  auto below = read({"Numer faktury          Data wystawienia       Termin platnosci",
                     "FV/17/2024             05.06.2024             19.06.2024"});
  CHECK(below.invoice.number == "FV/17/2024");
  CHECK(text_of(below.invoice.issue_date) == "2024-06-05");
  CHECK(text_of(below.invoice.due_date) == "2024-06-19");
}

TEST_CASE("the date of an order is not the date of the invoice") {
  auto r = read({"Rechnung Nr. 42", "Bestellung Nr. 4711 vom 01.03.2024", "Rechnungsdatum: 05.06.2024"});
  CHECK(text_of(r.invoice.issue_date) == "2024-06-05");
  CHECK(r.invoice.purchase_order == "4711");
}

TEST_CASE("a customer number is no invoice number") {
  auto r = read({"Invoice", "Customer no: 998877", "Invoice no: INV-3"});
  CHECK(r.invoice.number == "INV-3");
}

TEST_CASE("the seller's own order number yields to the buyer's") {
  auto r = read({"Invoice no: 1", "Order no.: SO7255", "Your ref.: PO-54089"});
  CHECK(r.invoice.purchase_order == "PO-54089");
}

TEST_CASE("kinds of document are told by their titles") {
  CHECK(read({"Invoice", "Invoice no: 1"}).invoice.type == InvoiceType::invoice);
  CHECK(read({"CREDIT NOTE", "Credit note no: 1"}).invoice.type == InvoiceType::credit_note);
  CHECK(read({"Gutschrift", "Nr. 1"}).invoice.type == InvoiceType::credit_note);
  CHECK(read({"NOTA DE CRÉDITO", "N.º 1"}).invoice.type == InvoiceType::credit_note);
  CHECK(read({"Opravný daňový doklad", "Číslo dokladu: 1"}).invoice.type == InvoiceType::credit_note);
}

TEST_CASE("a statement, reminder or pro-forma is said to be no invoice") {
  for (std::string_view title :
       {"STATEMENT OF ACCOUNT", "MAHNUNG", "PROFORMA INVOICE", "DELIVERY NOTE", "Bon de livraison"}) {
    CAPTURE(title);
    auto r = read({title, "Number 17", "Date 01.02.2024"});
    REQUIRE(r.findings.size() == 1);
    CHECK(r.findings[0].rule == "NOT_AN_INVOICE");
  }
  CHECK(read({"INVOICE", "Delivery note: LS-17", "Invoice no: 3"}).findings.empty());
}

TEST_CASE("the currency is the sign or code most amounts carry") {
  CHECK(read({"Total 10,00 €", "Net 8,00 €", "1 USD = 0,9"}).invoice.currency == "EUR");
  CHECK(read({"Currency: CHF", "Total 10.00"}).invoice.currency == "CHF");
  CHECK(read({"TOTAL USD  2,490.00", "Exchange rate 1 EUR = 1.0842 USD. Equivalent EUR 2,296.62"}).invoice.currency ==
        "USD");
  CHECK(read({"Total 10.00"}).invoice.currency.empty());
}

TEST_CASE("empty pages give an empty extraction") {
  auto none = extract_invoice({}, {*Date::parse("2026-11-22"), {}});
  CHECK(none.evidence.empty());
  CHECK(read({}).evidence.empty());
}

TEST_CASE("a currency whose every word was recognised with no confidence at all is still weighed") {
  layout::Page page = page_of({"SHOP", "Invoice no: 3", "TOTAL   RM 10.00"});
  page.source = layout::PageSource::ocr;
  for (layout::Word& word : page.words) word.confidence = 0;
  auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(r.invoice.currency == "MYR");
  CHECK(r.evidence.at("currency").confidence > 0);
}

TEST_CASE("a document without a title is an invoice by assumption, and says so") {
  auto untitled = read({"Acme Ltd", "Invoice no: 17", "Total: 100.00 EUR"}),
       titled = read({"INVOICE", "Invoice no: 17"});
  CHECK(titled.evidence.at("type").page == 1);
  auto silent = read({"Acme Ltd", "Ref. 17 of 2 March 2024", "Total:    100.00 EUR"});
  CHECK(silent.invoice.type == InvoiceType::invoice);
  CHECK(silent.evidence.at("type").page == 0);
  CHECK(silent.evidence.at("type").confidence < titled.evidence.at("type").confidence);
}

TEST_CASE("what takes money off is a credit note, whatever it calls itself") {
  auto r = read({"Regularisation", "No: 17", "Net         -100.00", "VAT 20 %     -20.00", "Total       -120.00 EUR"});
  CHECK(r.invoice.type == InvoiceType::credit_note);
  CHECK(text_of(r.invoice.totals.gross) == "120.00");
}

TEST_CASE("the label of the number tells a credit note that has no title") {
  auto r = read({"Acme Ltd", "Credit memo no: B051649", "Total:    100.00 EUR"});
  CHECK(r.invoice.type == InvoiceType::credit_note);
  CHECK(r.invoice.number == "B051649");
}

TEST_CASE("a title that stayed on a form is doubted where the only number is a credit note's") {
  auto r = read({"TAX INVOICE", "", "Acme Ltd", "Credit ref.: 26.10159", "Total:    100.00 EUR"});
  CHECK(r.invoice.type == InvoiceType::credit_note);
  CHECK(r.evidence.at("type").confidence < kCertain * 8 / 10);
  r = read(
      {"TAX INVOICE", "", "Acme Ltd", "Invoice no: 17", "Replaces credit note no: 26.10159", "Total:    100.00 EUR"});
  CHECK(r.invoice.type == InvoiceType::invoice);
}

TEST_CASE("a column of values may have each label behind its value") {
  auto r = read({"INVOICE", "", "675-26 Invoice No", "2024-11-02 Invoice date", "2024-12-02 Due date"});
  CHECK(r.invoice.number == "675-26");
  CHECK(text_of(r.invoice.issue_date) == "2024-11-02");
  CHECK(text_of(r.invoice.due_date) == "2024-12-02");
}

TEST_CASE("the account that will be debited is the customer's") {
  auto debit = read({"Invoice no: 1", "We will collect this amount from your account NL91 ABNA 0417 1643 00."});
  CHECK(debit.invoice.payment.iban.empty());
  auto pay = read({"Invoice no: 1", "Please pay to account NL91 ABNA 0417 1643 00."});
  CHECK(pay.invoice.payment.iban == "NL91ABNA0417164300");
}

TEST_CASE("leaders end a label, so that the letters before a number stay with it") {
  CHECK(read({"INVOICE", "Docketnr. ............. VF 8657", "Date ......... 2024-11-02"}).invoice.number != "8657");
  CHECK(read({"FAKTURA", "Fakturanr. ............. VF 8657"}).invoice.number == "VF 8657");
}

TEST_CASE("the number may stand a word or two behind the title") {
  CHECK(read({"Studio Verdi", "", "FATTURA IMMEDIATA progressivo 202671083 del 16-09-2026"}).invoice.number ==
        "202671083");
}

TEST_CASE("a bank giro credit makes no credit note") {
  CHECK(read({"Acme Ltd", "", "Your bill", "", "Bank giro credit", "Amount   10.00"}).invoice.type !=
        InvoiceType::credit_note);
}

TEST_CASE("the end of the term is read from a sentence about paying, and not the one for a discount") {
  auto due = [](const std::vector<std::string_view>& lines) {
    auto date = read(lines).invoice.due_date;
    return date ? date->str() : "";
  };
  CHECK(due({"Rechnungsdatum: 08.02.2026", "Bitte überweisen Sie bis zum 28.02.2026 auf unser Konto"}) == "2026-02-28");
  CHECK(due({"Invoice date: 12 February 2026", "Amount now due by 5 March 2026      196.07"}) == "2026-03-05");
  CHECK(due({"Rechnungsdatum: 16.01.2026", "Zahlbar bis 30.01.2026 mit 3 % Skonto   5.424,24",
             "oder bis 15.02.2026 netto    5.592,00"}) == "2026-02-15");
  CHECK(due({"Invoice date: 12 February 2026", "Payment received by 5 March 2026 with thanks"}).empty());
}

TEST_CASE("two names of dates joined have the date behind them") {
  auto r = read({"Rechnungsnummer: 1", "Rechnungsdatum / Lieferdatum 17 Januar 2026"});
  REQUIRE(r.invoice.issue_date);
  CHECK(r.invoice.issue_date->str() == "2026-01-17");
}

TEST_CASE("a number may have the form of a date where the date of issue is named") {
  auto r = read({"FAKTURA 8/01/2026", "Data wystawienia: 31.01.2026"});
  CHECK(r.invoice.number == "8/01/2026");
  REQUIRE(r.invoice.issue_date);
  CHECK(r.invoice.issue_date->str() == "2026-01-31");
}

TEST_CASE("without any sign the currency is that of the towns") {
  CHECK(read({"Invoice 17", "4410 Industrial Pkwy", "Dayton, OH 45414", "Total 10.00"}).invoice.currency == "USD");
  CHECK(read({"Invoice 17", "VAT @ 15%  R 10 017,00", "Total incl. VAT  R 76 797,00"}).invoice.currency == "ZAR");
}

TEST_CASE("a number stands right under the title, or beside it over the date") {
  CHECK(read({"FACTURA          FECHA", "F26-0118         29-01-2026"}).invoice.number == "F26-0118");
  CHECK(read({"WHOLESALE GROCERS      INVOICE   5517720", "HST# 104411889RT0001   DATE      2026/01/12"})
            .invoice.number == "5517720");
}

TEST_CASE("a date stands in the column of its heading though no edge agrees") {
  auto r = read({"Facture No 202600215            Date 26/01/2026", "",
                 "Base HT        Taux        TVA      Mode           Echeance",
                 "  330,72     20,00 %      66,14   Virement                    25/02/2026"});
  REQUIRE(r.invoice.due_date);
  CHECK(r.invoice.due_date->str() == "2026-02-25");
}

TEST_CASE("terms within the name of the total make the due date") {
  auto r = read({"Note d'honoraires no 26-0117", "Date: 31.01.2026", "Total a payer dans les 30 jours    796.70"});
  REQUIRE(r.invoice.due_date);
  CHECK(r.invoice.due_date->str() == "2026-03-02");
}

TEST_CASE("a title in bold over the number's name, and a reference to a delivery, make no delivery note") {
  layout::Page page = page_of({"RECHNUNG", "Nummer         4400718822", "Datum          14.02.2025",
                               "Lieferschein   8801442", "", "Rechnungsbetrag   666,54 EUR"});
  for (layout::Word& word : page.words) word.bold = word.box.y0 == 4000;
  const auto r = extract_invoice({page}, {*Date::parse("2026-11-22"), {}});
  CHECK(r.invoice.number == "4400718822");
  CHECK(r.findings.empty());
  CHECK(read({"Belegnummer    4400718822", "Lieferschein   8801442", "Summe   666,54 EUR"}).findings.empty());
}

TEST_CASE("of a period's bill the day on which the period ends is taken where no other is named") {
  auto r =
      read({"Tax Invoice", "Invoice          NX0447188", "Period ending    30/04/2025", "Payment due      14/05/2025"});
  CHECK(text_of(r.invoice.issue_date) == "2025-04-30");
}

TEST_CASE("the sign for number may be glued to the number") {
  CHECK(read({"Facture n°2025-07", "Date : 02/06/2025"}).invoice.number == "2025-07");
}

TEST_CASE("where the month is written first, a day of two figures that no month is in front is the year") {
  auto r = read({"THAMES VALLEY FASTENERS LTD.", "447 EXETER ROAD", "LONDON ON  N6E 2Z3", "", "INVOICE NO   044718",
                 "DATE         24/09/18"});
  CHECK(text_of(r.invoice.issue_date) == "2024-09-18");
  CHECK(text_of(read({"INVOICE NO   044718", "DATE         24/09/18"}).invoice.issue_date) == "2018-09-24");
}

TEST_CASE("an order of the buyer's wins over one that the seller numbered") {
  auto r = read({"Invoice no. 118820", "Customer PO   PO# 77-2044-B", "Order #       SO447188"});
  CHECK(r.invoice.purchase_order == "77-2044-B");
}

TEST_CASE("money is fetched from a day on") {
  auto r =
      read({"Fatura n.º FT 25/0118820447", "Data de emissão: 18 mar 2025", "Débito direto a partir de: 7 abr 2025"});
  CHECK(text_of(r.invoice.due_date) == "2025-04-07");
}

TEST_CASE("a ticket with no day but that of the delivery was written on that day") {
  auto r = read({"TICKET / INVOICE   P-447188", "DELIVERY DATE      01/14/2025", "", "PAY THIS AMOUNT    $929.79",
                 "If paid by 01/24/2025 deduct $20.92"});
  CHECK(text_of(r.invoice.issue_date) == "2025-01-14");
}
