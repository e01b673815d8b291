#include "extract/lines_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "extract/lines_words_headings.h"

namespace ap::extract::lines {
namespace {

struct MarkPhrases {
  bool RowWords::*mark;
  std::string_view phrases;
};

constexpr std::array kMarks = std::to_array<MarkPhrases>({
    {&RowWords::total,
     "total|totals|subtotal|sub total|sum|net total|amount due|balance due|balance|grand total|nett|total due|net "
     "amount|"
     "taxable amount|gesamt|gesamtbetrag|summe|zwischensumme|nettosumme|netto|nettobetrag|gesamtsumme|rechnungsbetrag|"
     "endbetrag|zahlbetrag|bruttobetrag|brutto|rechnungssumme|positionssumme|warenwert|bruttosumme|endsumme|"
     "gesamtbeitrag|"
     "zu zahlen|rechnungsendbetrag|auftragssumme|nettowarenwert|warensumme|total ht|sous total|total ttc|net a payer|"
     "montant total|montant ht|montant du|a payer|base ht|totale|imponibile|subtotale|da pagare|netto a pagare|"
     "totale imponibile|base imponible|importe total|a pagar|suma|razem|do zaplaty|ogolem|ogolem netto|"
     "wartosc netto|total liquido|total geral|subtotais|summa|att betala|delsumma|totalt|i alt|at betale|celkem|k "
     "uhrade|"
     "mezisoucet|soucet|zaklad|zaklad dane|podstawa|podstawa opodatkowania|bemessungsgrundlage|base imposable|"
     "maatstaf|grondslag|momsgrundlag|momsunderlag|base tributavel|taxable value|totaal|subtotaal|te "
     "betalen|totaalbedrag|totalsumme|zwischentotal|gesamttotal|"
     "total amount|invoice total|net|netto total|total a pagar|neto|bruto|valor total|sumaiva|kokku|ht|ttc|sub ttl|ttl|"
     "jumlah|amount payable|belopp att betala|fakturabelopp|nettobelopp|nettobelob|belob i alt|cena celkem|celkova "
     "castka|podsuma"},
    {&RowWords::tax,
     "vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|btw|podatek|moms|dph|gst|tax|taxes|sales "
     "tax|hst|pst|qst|cgst|sgst|"
     "igst|steuer|versicherungsteuer|versicherungssteuer|mva|i v a|t v a|taxe|impuesto|imposta|imposto|steuerbetrag|"
     "ptu|sprzedaz opodatk|sprzedaz opodatkowana|sprzed opodatk|sprzed opod"},
    {&RowWords::carried,
     "ubertrag|uebertrag|carried forward|brought forward|carry over|carried over|carry forward|balance forward|c f|b f|"
     "a reporter|report|report a nouveau|reporte|suma y sigue|suma anterior|riporto|a riportare|riportare|transport|"
     "transporteren|te transporteren|transporte|a transportar|do przeniesienia|z przeniesienia|przeniesienie|"
     "att transportera|transportera|overforing|overfort|overfores|at overfore|overfort fra|prevod|prevedeno|k prevodu|"
     "page total|page subtotal|seitensumme|seitenubertrag|zwischensumme seite|continued|sous total page|transportsaldo|"
     "ubertragen|overdracht|transport naar volgende|from previous page|to next page"},
    {&RowWords::discount,
     "discount|rabatt|nachlass|skonto|remise|escompte|descuento|sconto|korting|rabat|upust|desconto|sleva|abschlag|"
     "bonus|"
     "retention|retainage|einbehalt|sicherheitseinbehalt|deckungsrucklass|haftrucklass|"
     "rebate|allowance|preisnachlass|sonderrabatt|mengenrabatt|ristourne|reduction|treuerabatt|rabais|coupon|voucher"},
    {&RowWords::charge,
     "shipping|freight|postage|delivery|delivery charge|versand|versandkosten|fracht|frachtkosten|porto|frais de "
     "port|port|"
     "livraison|frais|transport|envio|portes|gastos de envio|spedizione|spese di spedizione|trasporto|verzendkosten|"
     "verzending|przesylka|wysylka|koszt wysylki|dostawa|frakt|fragt|doprava|postovne|handling|surcharge|zuschlag|"
     "supplement|packing|verpackung|shipping handling|levering|leverans|custos de envio|lieferkosten|emballage|charge"},
    {&RowWords::surcharge,
     "zuschlag|surcharge|supplement|charge|toeslag|recargo|maggiorazione|doplata|tillagg|tillaeg|priplatek|aufschlag"},
    {&RowWords::payment,
     "cis|retencion|ritenuta|retencao|irpf|withholding|tds|provision "
     "recibida|retainer|applied|cash|change|paid|payment|card|visa|mastercard|debit|credit "
     "card|tender|tendered|rounding|rounding "
     "adj|bar|gegeben|"
     "ruckgeld|wechselgeld|kartenzahlung|bezahlt|anzahlung|anzahlungen|especes|rendu|acompte|carte|regle|efectivo|"
     "cambio|"
     "tarjeta|entregado|pagado|anticipo|contanti|resto|carta|pagato|acconto|contant|pin|wisselgeld|betaald|gotowka|"
     "reszta|"
     "karta|zaplacono|zaliczka|troco|dinheiro|cartao|pago|kontant|kort|vaxel|byttepenge|betalt|hotovost|vraceno|kartou|"
     "zaloha|erhaltene anzahlungen|deposit|prepaid|amount paid|rundung|afronding|avrundning|zaokrouhleni|ec "
     "karte|savings|girocard|maestro|bankomat|kreditkarte|bancomat|bancontact|carte bancaire|pagamento elettronico|"
     "pagamento contante|contante|multibanco|numerario|entregue|bankpas|kortkop|bankkort|mottaget|modtaget|dankort|"
     "prijato|platebni karta|karta platnicza|arrotondamento|redondeo|arredondamento|oresavrundning|oreafrunding"},
});

struct UnitPhrases {
  std::string_view code, phrases;
};

constexpr std::array kUnits = std::to_array<UnitPhrases>({
    {"H87",
     "h87|stk|stuck|stueck|st|pcs|pc|pce|piece|pieces|pza|pz|pezzi|szt|ks|stuks|stuk|styck|stykker|stck|pca|pec|nr"},
    {"C62",
     "c62|unit|units|unit s|unite|unites|u|un|ud|uds|unidad|unidades|unidade|unita|enhet|einheit|einheiten|"
     "each|ea|jedn|enh|stek|ks j"},
    {"HUR",
     "hur|h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas|ora|ore|uur|uren|godz|tim|timme|timmar|"
     "timer|time|hod|hodina|hodin"},
    {"DAY", "day|days|tag|tage|jour|jours|dia|dias|giorno|giorni|dag|dagen|dagar|dage|dzien|dni|den|dny"},
    {"MON", "mon|month|months|monat|monate|mois|mes|meses|mese|mesi|maand|maanden|mies|miesiac|manad|maned|mesic"},
    {"ANN", "ann|year|years|jahr|jahre|an|ans|ano|anos|anno|anni|jaar|rok|ar"},
    {"KGM", "kgm|kg|kilo|kilogramm|kilogram"},
    {"GRM", "grm|g|gr|gram|gramm"},
    {"TNE", "tne|t|to|tonne|tonnen|tonnes"},
    {"MTR", "mtr|m|meter|metre|metres|metr|lfm|lfdm|mb|ml"},
    {"MTK", "mtk|m2|m²|qm|sqm"},
    {"MTQ", "mtq|m3|m³|cbm"},
    {"KMT", "kmt|km"},
    {"LTR", "ltr|l|liter|litre|litres|litro|litros|litri|liters|liter s|litr"},
    {"KWH", "kwh"},
    {"LS", "ls|pauschal|pauschale|psch|pausch|forfait|lump sum|flat|forfettario|ryczalt|pau|global"},
    {"SET", "set|sets|satz|jeu|juego|kpl|komplet|kit"},
    {"XBX", "xbx|box|boxes|kiste|kasten|caja|boite|doos|kasse"},
    {"XCT", "xct|ctn|karton|carton|cartons|kartons|krt|cartone"},
    {"XPK", "xpk|pack|packs|pkg|paket|pck|pkt|paquete|paquet|pak|pakke|paczka|opak|op|balik|packung|confezione"},
    {"PR", "pr|pair|pairs|paar|paire|par|paia|para|pary"},
    {"XRO", "xro|rolle|rollen|roll|rolls|rouleau|rollo|rotolo|rol|rolka"},
    {"MIN", "min|mins|minute|minutes|minuten"},
    {"CMT", "cmt|cm"},
    {"MMT", "mmt|mm"},
    {"WEE", "wee|week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken|tydzien|tyden"},
    {"BO", "bo|bottle|bottles|flasche|flaschen|fl|bouteille|bouteilles|botella|bottiglia|butelka"},
});

template <class Visit>
void each_phrase(std::string_view phrases, Visit visit) {
  while (!phrases.empty()) {
    std::size_t bar = phrases.find('|');
    visit(phrases.substr(0, bar));
    phrases.remove_prefix(bar == std::string_view::npos ? phrases.size() : bar + 1);
  }
}

// Runs of one to `most` words of a folded text.
template <class Visit>
void each_run(std::string_view text, int most, Visit visit) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == ' ') starts.push_back(i + 1);
  for (std::size_t a = 0; a < starts.size(); ++a) {
    for (std::size_t b = a; b < starts.size() && b < a + static_cast<std::size_t>(most); ++b) {
      std::size_t end = b + 1 < starts.size() ? starts[b + 1] - 1 : text.size();
      visit(text.substr(starts[a], end - starts[a]));
    }
  }
}

using HeadingIndex = std::unordered_map<std::string_view, std::vector<Role>>;
using MarkIndex = std::unordered_map<std::string_view, RowWords>;
using UnitIndex = std::unordered_map<std::string_view, std::string_view>;

const HeadingIndex& heading_index() {
  static const HeadingIndex index = [] {
    HeadingIndex out;
    for (const auto& row : heading_phrases())
      each_phrase(row.phrases, [&](std::string_view p) { out[p].push_back(row.role); });
    return out;
  }();
  return index;
}

const MarkIndex& mark_index() {
  static const MarkIndex index = [] {
    MarkIndex out;
    for (const auto& row : kMarks) each_phrase(row.phrases, [&](std::string_view p) { out[p].*row.mark = true; });
    return out;
  }();
  return index;
}

const UnitIndex& unit_index() {
  static const UnitIndex index = [] {
    UnitIndex out;
    for (const auto& row : kUnits) each_phrase(row.phrases, [&](std::string_view p) { out.emplace(p, row.code); });
    return out;
  }();
  return index;
}

// Base letters of U+00C0 to U+017F, in order; '*' stands for a pair that fold() spells out, ' ' for no letter.
constexpr std::string_view kBase =
    "aaaaaa*ceeeeiiiidnooooo ouuuuyt*aaaaaa*ceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kBase.size() == 0x180 - 0xC0);

std::string_view pair_of(unsigned code) {
  switch (code) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDF:
      return "ss";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return "ij";
  }
}

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '#'; }

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  auto blank = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      char c = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      if (is_plain(c))
        out += c;
      else
        blank();
      continue;
    }
    unsigned next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) & 0x3F : 0;
    unsigned code = byte >= 0xC3 && byte <= 0xC5 ? (byte & 0x1Fu) << 6 | next : 0;
    if (code >= 0xC0 && code < 0x180) {
      char base = kBase[code - 0xC0];
      if (base == '*')
        out += pair_of(code);
      else if (base == ' ')
        blank();
      else
        out += base;
      ++i;
    } else if (byte == 0xC2) {  // U+0080 to U+00BF: signs; the superscripts 2 and 3 matter for units
      if (next == 0x32 || next == 0x33)
        out.append(text.substr(i, 2));
      else
        blank();
      ++i;
    } else if (byte == 0xE2) {  // punctuation, arrows, currency
      blank();
      i += 2;
    } else if (byte == 0xCC || byte == 0xCD) {  // combining accents
      ++i;
    } else {
      out += text[i];
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<Role> roles_of_heading(std::string_view label) {
  const std::vector<Role>* best = nullptr;
  std::size_t length = 0;
  std::vector<Role> others;
  each_run(label, 5, [&](std::string_view run) {
    auto at = heading_index().find(run);
    if (at == heading_index().end()) return;
    for (Role role : at->second) others.push_back(role);
    if (run.size() <= length) return;
    best = &at->second;
    length = run.size();
  });
  if (!best) return {};
  std::vector<Role> out = *best;
  for (Role role : others)
    if (std::ranges::find(out, role) == out.end()) out.push_back(role);
  return out;
}

bool is_heading(std::string_view label) { return heading_index().contains(label); }

RowWords row_words(std::string_view text) {
  RowWords out;
  constexpr std::string_view kLumpSum = "lump sum";  // a unit, and no sum
  if (auto at = text.find(kLumpSum); at != std::string_view::npos) {
    std::string rest(text.substr(0, at));
    return row_words(rest.append(text.substr(at + kLumpSum.size())));
  }
  each_run(text, 4, [&](std::string_view run) {
    auto at = mark_index().find(run);
    if (at == mark_index().end()) return;
    for (const auto& row : kMarks) out.*row.mark = out.*row.mark || at->second.*row.mark;
  });
  return out;
}

std::optional<std::string> unit_code(std::string_view printed) {
  auto at = unit_index().find(fold(printed));
  if (at == unit_index().end()) return std::nullopt;
  return std::string(at->second);
}

}  // namespace ap::extract::lines
