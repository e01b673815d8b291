#include <doctest/doctest.h>

#include <sstream>

#include "adapters/tesseract/language_guess.h"
#include "adapters/tesseract/recognized_words.h"
#include "adapters/tesseract/resolution.h"

namespace {

std::vector<ap::layout::Word> words(const std::string& text, ap::Confidence confidence = 900) {
  std::vector<ap::layout::Word> out;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    out.push_back({.text = word, .box = {0, 0, 3000, 1000}, .confidence = confidence});
  }
  return out;
}

const std::vector<std::string> kAll{"ces", "dan", "deu", "eng", "fra", "ita", "nld", "pol", "por", "spa", "swe"};

}  // namespace

TEST_CASE("a believable resolution is taken, others are worked out") {
  CHECK(ap::ocr::plausible_dpi(1654, 2339, 200, 200) == 200);
  CHECK(ap::ocr::plausible_dpi(2480, 3508, 300, 300) == 300);
  CHECK(ap::ocr::plausible_dpi(2480, 3508, 0, 0) == 299);    // nothing said: as wide as A4
  CHECK(ap::ocr::plausible_dpi(4961, 7016, 72, 72) == 599);  // would be a poster of two metres
  CHECK(ap::ocr::plausible_dpi(4961, 7016, 1, 1) == 599);
  CHECK(ap::ocr::plausible_dpi(600, 1500, 1200, 1200) == 190);  // would be a stamp: a till roll
  CHECK(ap::ocr::plausible_dpi(10, 10, 0, 0) == 50);
  CHECK(ap::ocr::plausible_dpi(1654, 2339, 200, 100) == 200);  // a fax has lines twice as far apart
}

TEST_CASE("a row of dots that was taken for letters is a leader") {
  ap::layout::Word dots{.text = ".uuuunnnsss", .box = {13561, 20372, 23665, 20515}, .font_size = 900};
  CHECK(ap::ocr::is_leader(dots));
  ap::layout::Word word{.text = "consensus", .box = {13561, 20000, 17000, 20515}, .font_size = 900};
  CHECK_FALSE(ap::ocr::is_leader(word));
  ap::layout::Word dash{.text = "-", .box = {18531, 9368, 18613, 9450}, .font_size = 634};
  CHECK_FALSE(ap::ocr::is_leader(dash));
}

TEST_CASE("the language of a slip is told by what tills print") {
  CHECK(ap::ocr::guess_model(words("Handcreme ZU ZAHLEN KARTE KONTAKTLOS Auf Wiedersehen"), kAll, "eng") == "deu");
  CHECK(ap::ocr::guess_model(words("TOTAL COMPRA 24,75 CONTACTLESS Vuelva pronto"), kAll, "eng") == "spa");
  CHECK(ap::ocr::guess_model(words("KUHRADE HOTOVOST VRATIT Rozpis DPH Na shledanou"), kAll, "eng") == "ces");
  CHECK(ap::ocr::guess_model(words("TOTAL CASH CHANGE THANK YOU PLEASE COME AGAIN"), kAll, "eng") == "eng");
}

TEST_CASE("the language is told by small words, also when read with another model") {
  CHECK(ap::ocr::guess_model(words("Rechnung Nr. 17 vom Datum der Lieferung zahlbar bitte ohne Abzug"), kAll, "eng") ==
        "deu");
  CHECK(ap::ocr::guess_model(words("Facture numéro 17 échéance montant total pour les conditions"), kAll, "eng") ==
        "fra");
  CHECK(ap::ocr::guess_model(words("Factura fecha cantidad precio importe del cliente para los"), kAll, "eng") ==
        "spa");
  CHECK(ap::ocr::guess_model(words("Fattura della quantità prezzo importo scadenza imponibile"), kAll, "eng") == "ita");
  CHECK(ap::ocr::guess_model(words("Factuur het aantal van de prijs bedrag btw betaling"), kAll, "eng") == "nld");
  CHECK(ap::ocr::guess_model(words("Sprzedawca Nabywca Ilość Wartość Termin płatności Razem"), kAll, "eng") == "pol");
  CHECK(ap::ocr::guess_model(words("Fatura Preço Descrição Quantidade Vencimento Contribuinte"), kAll, "eng") == "por");
  CHECK(ap::ocr::guess_model(words("Faktura fakturadatum förfallodatum belopp att betala och av"), kAll, "eng") ==
        "swe");
  CHECK(ap::ocr::guess_model(words("Faktura fakturadato beløb at betale og af dage"), kAll, "eng") == "dan");
  CHECK(ap::ocr::guess_model(words("Faktura dodavatel odběratel splatnosti množství celkem DPH"), kAll, "eng") ==
        "ces");
  CHECK(ap::ocr::guess_model(words("Invoice number date amount due payment terms"), kAll, "deu") == "eng");
}

TEST_CASE("a language speaks clearly with three words that no other has half of") {
  CHECK(ap::ocr::speaks_clearly(words("Rechnung Lieferung zahlbar 17"), kAll));
  CHECK_FALSE(ap::ocr::speaks_clearly(words("Rechnung Lieferung 17"), kAll));
  CHECK_FALSE(ap::ocr::speaks_clearly(words("Rechnung Lieferung zahlbar facture paiement 17"), kAll));
  CHECK_FALSE(ap::ocr::speaks_clearly(words("Rechnung Lieferung zahlbar 17"), {"eng", "fra"}));
}

TEST_CASE("without clear signs the language stays") {
  CHECK(ap::ocr::guess_model(words("TOTAL 119.00 CASH 120.00"), kAll, "deu") == "deu");
  CHECK(ap::ocr::guess_model({}, kAll, "fra") == "fra");
  CHECK(ap::ocr::guess_model(words("Rechnung Datum Menge Preis Summe Betrag"), {"eng", "fra"}, "eng") == "eng");
}

TEST_CASE("models have the names of languages") {
  CHECK(ap::ocr::iso_language("deu") == "de");
  CHECK(ap::ocr::iso_language("xyz") == "");
}

TEST_CASE("a page of which little can be read may stand wrongly") {
  CHECK(ap::ocr::may_stand_wrongly({}));
  CHECK(ap::ocr::may_stand_wrongly(words("qw oj xx", 300)));
  auto good = words("Invoice number seventeen of the second of November for twelve hammers and nails");
  CHECK_FALSE(ap::ocr::may_stand_wrongly(good));
  for (auto& word : good) word.box = {0, 0, 1000, 3000};
  CHECK(ap::ocr::may_stand_wrongly(good));
  CHECK(ap::ocr::legibility(words("Invoice", 500)) == 0);
  CHECK(ap::ocr::legibility(words("Invoice -- 17", 900)) == 7);
}
