#include "adapters/tesseract/language_guess.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace ap::ocr {
namespace {

struct Language {
  std::string_view model, iso;
  // Words that stand on invoices of this language and hardly on others, in the shape they have without accents, as an
  // OCR model of another language reads them.
  std::string_view words;
  // Beginnings and parts of longer ones, for languages that compose or inflect.
  std::string_view stems;
};

constexpr std::size_t kLongWord = 6;
constexpr int kClearly = 3;  // words

constexpr std::array<Language, 11> kLanguages{{
    {"eng", "en",
     " the and of for your with this from invoice date due amount number quantity price unit payment terms tax order "
     "thank you please customer address phone bill ship subtotal balance cash change receipt ",
     "invoic deliver"},
    {"deu", "de",
     " der die das und fur von mit ist wir sie ihre bei nicht oder rechnung rechnungsnummer datum menge preis summe "
     "betrag mwst ust netto brutto kunde kundennummer lieferung zahlung zahlbar bitte ohne gmbh strasse seite "
     "zahlen karte kontaktlos gegeben ruckgeld vielen dank wiedersehen steuernr filiale kasse ",
     "rechnung betrag steuer liefer zahlung preis gesamt kunden strasse menge artikel umsatz leistung bezeichnung "
     "bestell kaufer"},
    {"fra", "fr",
     " le les des du et pour vous votre par sur avec est facture numero quantite prix montant total ttc tva ht client "
     "paiement echeance adresse livraison remise reglement siret conditions merci visite especes rendu caisse bientot ",
     "factur livraison paiement reglement echeance designation quantit montant"},
    {"spa", "es",
     " el los las del y por para con su una factura fecha numero cantidad precio importe iva cliente pago vencimiento "
     "direccion total base imponible descuento cuenta cif nif compra gracias vuelva pronto efectivo tarjeta entregado ",
     "factura importe cantidad descripcion vencimiento imponible"},
    {"ita", "it",
     " il lo gli della delle di che per con fattura data numero quantita prezzo importo iva cliente pagamento scadenza "
     "totale imponibile sconto indirizzo partita spett codice fiscale contanti resto "
     "grazie arrivederci pagato scontrino ",
     "fattur quantita descrizione pagament scadenza imponibil consegna"},
    {"nld", "nl",
     " het een van voor met uw wij niet factuur factuurnummer datum aantal prijs bedrag btw klant betaling "
     "vervaldatum totaal subtotaal omschrijving excl incl te kvk gelieve betaald bedankt ziens "
     "bezoek wisselgeld kassa ",
     "factuur bedrag betaal klant omschrijving vervaldat rekening levering"},
    {"pol", "pl",
     " faktura sprzedawca nabywca nip data wystawienia sprzedazy termin platnosci ilosc cena netto brutto razem "
     "zaplaty "
     "kwota wartosc nazwa usluga lp sposob zamowienia numer adres konto bankowe rachunek slownie paragon suma szt ul "
     "oraz dla dnia fiskalny gotowka reszta kasa dziekujemy kasjer sprzedaz ",
     "faktur sprzedaz platnosc zamowien wystawien nabywc sprzedawc rachunk"},
    {"por", "pt",
     " fatura nota numero data cliente quantidade preco valor iva desconto vencimento pagamento nif contribuinte "
     "morada "
     "descricao unitario prazo conta obrigado dos das com uma em os ao nao pagar taxa emissao recibo troco numerario "
     "volte sempre caixa total lda rua iliquido recebemos quantia ",
     "fatura quantidade descricao vencimento pagamento contribuinte"},
    {"swe", "sv",
     " faktura fakturanr fakturanummer fakturadatum antal pris belopp moms summa betala kund kundnr orgnr bankgiro "
     "plusgiro och att av till med exkl inkl referens leverans kvitto tack ert er betalas dagar sverige "
     "forfallodatum varav kontant kort vaxel valkommen ater butik ",
     "fakturan fakturad belopp betalning forfallo leverans"},
    {"dan", "da",
     " faktura fakturanr fakturanummer fakturadato dato antal pris belob moms alt betale kunde kundenr cvr konto og af "
     "til fra med ekskl inkl levering kvittering tak deres vores betalingsbetingelser dage stk danmark heraf kontant "
     "byttepenge ekspedient gensyn dankort ",
     "fakturan fakturad betaling forfald leveringsd belob"},
    {"ces", "cs",
     " faktura dodavatel odberatel datum vystaveni splatnosti splatnost mnozstvi cena celkem dph ico dic bez zaklad "
     "dane "
     "dan uhrade cislo objednavky variabilni symbol ks uctenka dekujeme platce banka ucet popis hotovost vratit rozpis "
     "shledanou pokladna kartou ",
     "faktur dodavatel odberatel splatnost vystaven mnozstv objednavk"},
}};

bool has_stem(std::string_view stems, std::string_view key) {
  if (key.size() < kLongWord) return false;
  while (!stems.empty()) {
    const std::string_view stem = stems.substr(0, stems.find(' '));
    if (key.find(stem) != std::string_view::npos) return true;
    stems.remove_prefix(std::min(stems.size(), stem.size() + 1));
  }
  return false;
}

// Lower case; accented Latin letters without their accents; everything but letters dropped.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (std::isalpha(byte)) out += static_cast<char>(std::tolower(byte));
    } else if ((byte == 0xC4 || byte == 0xC5) && i + 1 < text.size()) {
      // U+0100 to U+017F, likewise; 'i' for the ligature ij, 'o' for oe.
      constexpr std::string_view kBase =
          "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijj"
          "kkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
      static_assert(kBase.size() == 128);
      out += kBase[(byte & 1) * 64u + (static_cast<unsigned char>(text[++i]) & 0x3F)];
    } else if (byte == 0xC3 && i + 1 < text.size()) {
      // U+00C0 to U+00FF, by the letter below the accent; 's' for sharp s, '?' for none.
      constexpr std::string_view kBase = "aaaaaaaceeeeiiiidnooooo?ouuuuy?saaaaaaaceeeeiiiidnooooo?ouuuuy?y";
      out += kBase[static_cast<unsigned char>(text[++i]) & 0x3F];
    }
  }
  return out;
}

using Hits = std::array<int, kLanguages.size()>;

Hits hits_of(const std::vector<layout::Word>& words) {
  Hits hits{};
  for (const layout::Word& word : words) {
    std::string key = folded(word.text);
    if (key.size() < 2) continue;
    for (std::size_t i = 0; i < kLanguages.size(); ++i) {
      hits[i] +=
          kLanguages[i].words.find(" " + key + " ") != std::string_view::npos || has_stem(kLanguages[i].stems, key);
    }
  }
  return hits;
}

bool is_available(std::string_view model, const std::vector<std::string>& choice) {
  return std::ranges::find(choice, model) != choice.end();
}

}  // namespace

std::string guess_model(const std::vector<layout::Word>& words, const std::vector<std::string>& choice,
                        const std::string& present, int fewest) {
  const Hits hits = hits_of(words);
  std::string best = present;
  int most = 0, of_present = 0;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (kLanguages[i].model == present) of_present = hits[i];
    if (is_available(kLanguages[i].model, choice) && hits[i] > most) {
      most = hits[i];
      best = kLanguages[i].model;
    }
  }
  return most >= fewest && most > of_present + of_present / 2 ? best : present;
}

bool speaks_clearly(const std::vector<layout::Word>& words, const std::vector<std::string>& choice) {
  const Hits hits = hits_of(words);
  int most = 0, next = 0;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (!is_available(kLanguages[i].model, choice)) continue;
    next = std::max(next, std::min(most, hits[i]));
    most = std::max(most, hits[i]);
  }
  return most >= kClearly && most >= 2 * next;
}

std::string iso_language(const std::string& model) {
  auto known = std::ranges::find(kLanguages, model, &Language::model);
  return known != kLanguages.end() ? std::string(known->iso) : "";
}

}  // namespace ap::ocr
