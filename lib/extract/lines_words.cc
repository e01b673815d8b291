#include "extract/lines_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace ap::extract::lines {
namespace {

struct RolePhrases {
  Role role;
  std::string_view phrases;  // folded, parted by '|'
};

// A phrase in several rows may mean each of them; the row that stands first is the likelier.
constexpr std::array kHeadings = std::to_array<RolePhrases>({
    {Role::position,
     "pos|position|pos nr|posnr|nr|no|#|lfd nr|lfd|line|line no|ligne|n|num|posicion|posizione|riga|linea|regel|lp|l p|"
     "poz|rad|c|sr|sr no|s no|sl no|sl|ln|row|item #|item no|p c|por c|radek|linje|st no|snr|pol"},
    {Role::item_id,
     "artikelnummer|artikel nr|art nr|artnr|artikelnr|artikel no|item number|item code|item id|item no|item nr|sku|"
     "product code|product id|product no|prod code|code|code article|ref|reference|referenz|codigo|cod|codice|cod "
     "articolo|"
     "codice articolo|referencia|varenr|vare nr|varenummer|art no|kod|kod towaru|kod produktu|indeks|symbol|"
     "katalogove cislo|katalog c|kod zbozi|part no|part number|part|produktnummer|produkt nr|bestellnummer|best nr|ean|"
     "gtin|isbn|material|materialnr|material nr|stock code|art code|artikelcode|referencia articulo|cod art|art|artigo "
     "n|"
     "catalog no|model|service code|id|artikkelnr|cislo|c zbozi|cod produto|ref article|n article|matnr|teilenummer"},
    {Role::description,
     "description|item description|product description|description of goods|description of services|details|"
     "particulars|narrative|service|services|item|items|goods|product|products|desc|beschreibung|bezeichnung|"
     "artikelbezeichnung|"
     "artikelbeschreibung|leistung|leistungen|leistungsbeschreibung|artikel|produkt|text|warenbezeichnung|ware|"
     "designation|libelle|intitule|article|articles|produit|produits|prestation|prestations|descripcion|concepto|"
     "detalle|"
     "articulo|producto|servicio|descrizione|articolo|prodotto|servizio|beni|omschrijving|artikelomschrijving|"
     "beschrijving|"
     "dienst|nazwa|nazwa towaru|nazwa uslugi|nazwa towaru lub uslugi|nazwa towaru uslugi|towar|usluga|opis|descricao|"
     "designacao|produto|servico|artigo|beskrivning|benamning|artikelbenamning|varebetegnelse|varunamn|vara|tjanst|"
     "beskrivelse|betegnelse|vare|varer|"
     "varebeskrivelse|"
     "ydelse|tekst|popis|nazev|nazev polozky|oznaceni|oznaceni dodavky|polozka|predmet|activity|work|task|titel|title|"
     "dienstleistung|objet|specification|spezifikation|specifikation|specyfikacja|position beschreibung|merce"},
    {Role::quantity,
     "qty|quantity|quantities|menge|anzahl|anz|stk|stuck|stueck|quantite|quantites|qte|nombre|nb|cantidad|cant|"
     "quantita|"
     "qta|q "
     "ta|aantal|hoeveelheid|ilosc|quantidade|qtd|qtde|qt|quant|antal|kvantitet|mnozstvi|pocet|hours|hrs|stunden|std|"
     "heures|horas|ore|uren|timmar|timer|hodin|hodiny|pcs|units|days|tage|jours|dias|giorni|liczba|mangd|maengde|ks|"
     "szt|"
     "kilos|kgs|kg|weight|gewicht|poids|peso|litros|liters|litres|liter|m2|pieces pcs|horas trab|personer|pers|"
     "pocet mj|no of units|pieces|qty hrs|hours qty|hrs qty|qty hours|q|unidades|uds|cantidades|stuks|st|menge "
     "einheit|ant|antall|kvantum|kvt|mge|mg|count|volume|no|nos|number of units|qty unit|quantity unit|menge std|menge "
     "me|stuckzahl|verbrauch|consumption|consommation|consumo|verbruik|zuzycie|spotreba|forbrug|forbrukning|nights|"
     "nuits|noches|notti|nachte|ubernachtungen|km|weeks|months|monate|cdad|ctd|ctdad|unids|qtda|qnt|poc|mnoz|aant|"
     "aantal stuks|ilosc szt|colli"},
    {Role::unit,
     "unit|uom|unit of measure|einheit|me|einh|mengeneinheit|unite|u|um|u m|udm|unidad|unidade|ud|un|unid|unita|unita "
     "di "
     "misura|eenheid|eenh|jm|j m|jedn|jednostka|enhet|enh|enhed|mj|m j|jednotka|jedn miary|u de m|measure"},
    {Role::unit_price,
     "unit price|price|rate|price each|each|unit cost|cost|price per unit|unit rate|price unit|net price|hourly rate|"
     "unit amount|list price|preis|einzelpreis|einzel|einzelbetrag|stuckpreis|e preis|ep|einzelpr|st preis|nettopreis|"
     "preis einheit|grundpreis|preis stk|preis pro einheit|preis je einheit|stundensatz|satz|netto preis|einheitspreis|"
     "einzelpreis netto|stk preis|einzel preis|bruttopreis|prix unitaire|prix unit|prix|pu|p u|pu ht|p u ht|prix u|"
     "prix unitaire ht|prix ht|taux horaire|precio|precio unitario|precio unit|precio ud|precio unidad|p unit|p "
     "unitario|"
     "prezzo|prezzo unitario|prezzo unit|prezzo un|pr unitario|prijs|stukprijs|eenheidsprijs|prijs per stuk|"
     "prijs per eenheid|stuks prijs|tarief|tarifa|cena|cena jedn|cena jednostkowa|cena netto|cena jedn netto|"
     "cena jednostkowa netto|preco|preco unitario|preco unit|preco un|pris|a pris|styckpris|styckepris|enhetspris|pris "
     "st|"
     "pris enhet|stykpris|enhedspris|pris stk|pris enhed|cena za jednotku|jednotkova cena|jedn cena|cena za mj|cena mj|"
     "cena ks|cena za ks|c bez dph|per unit|per hour|amount each|apris|kurs|pr stk|pr styk|pris pr stk|pris pr "
     "enhed|pr enhed|kr stk|a kr|tariff|unit charge|price ea|ea|preis st|preis pro stuck|einh preis|vk preis|eur "
     "st|eur stk|eur ud|eur un|eur stuk|prix u ht|pu net|precio neto|precio un|pvp|tarif|takst|prijs st|prijs stuk|"
     "prijs eenh|prijs eur|a prijs|cena j|cena za jedn|cena brutto|p un|vlr unit|kc mj|kc ks|pris kr|a pris kr|pris "
     "eur|price eur|price gbp|preis eur|prezzo netto|precio eur|prix eur"},
    {Role::base_quantity, "price unit|pe|per|preiseinheit|price per|price base|pro|par|base qty|preisbasis|basismenge"},
    {Role::discount,
     "discount|desc%|dto%|sc%|rab%|disc|disc %|discount %|rabatt|rab|rab %|rabatt %|nachlass|abzug|remise|rem|rem "
     "%|remise %|descuento|dto|"
     "dto %|dcto|% dto|desc|desc %|sconto|sconti|sc|sconto %|korting|korting %|rabat|rabat "
     "%|upust|desconto|sleva|sleva %|"
     "less|off|% off|abschlag|reduction|remise charge|zu abschlag"},
    {Role::tax_rate,
     "vat|iva%|btw%|tva%|vat%|mwst%|ust%|dph%|moms%|mva %|vat %|% vat|vat rate|vat rate %|tax|tax rate|tax %|gst|gst "
     "%|gst rate|hst|ust|ust %|ust satz|ust in "
     "%|mwst|mwst "
     "%|mwst satz|mwst in %|steuersatz|steuer|steuer %|st satz|tva|tva %|taux tva|taux de tva|taux|% tva|iva|iva %|% "
     "iva|"
     "tipo iva|tipo|aliquota|aliq|aliq iva|aliquota iva|% i v a|btw|btw %|% btw|btw tarief|stawka vat|stawka|stawka "
     "vat %|"
     "taxa iva|taxa|taxa de iva|moms|moms %|momssats|moms sats|dph|dph %|% dph|sazba dph|sazba|%|tax code|sales tax|t|"
     "code tva|s|steuerschlussel|steuercode|mwst code|vat code|tax type|ct|codice iva|mva|igic|abgabe|impuesto|imposto|"
     "skatt|podatek"},
    {Role::tax_amount,
     "vat amount|tax amount|amount vat|mwst betrag|ust betrag|steuerbetrag|montant tva|importe iva|cuota|cuota "
     "iva|imposta|"
     "importo iva|btw bedrag|kwota vat|kwota podatku|valor iva|momsbelopp|momsbelob|moms belopp|moms kr|castka dph|dph "
     "czk|"
     "dph kc|gst amount|mwst eur|vat eur|vat gbp|vat value|tva eur|wartosc vat|cgst|sgst|igst"},
    {Role::gross,
     "gross|gross amount|gross total|total incl vat|total inc vat|total incl|total incl tax|amount incl vat|incl vat|"
     "amount incl|brutto|bruttobetrag|brutto betrag|gesamt brutto|gesamtpreis brutto|total ttc|montant ttc|ttc|prix "
     "ttc|"
     "total con iva|total iva incl|importe con iva|iva incluido|totale ivato|totale lordo|lordo|incl btw|totaal incl|"
     "totaal incl btw|bedrag incl|wartosc brutto|kwota brutto|total c iva|total com iva|com iva|inkl moms|"
     "belopp inkl moms|total inkl moms|celkem s dph|s dph|celkem vc dph|cena s dph|total incl "
     "gst|bruttowert|bruttosumme"},
    {Role::net,
     "amount|net amount|net|net total|line total|total|total price|price total|line amount|total net|total amount|ext|"
     "extended|extended price|extended amount|ext price|ext amount|value|net value|taxable value|taxable "
     "amount|subtotal|"
     "sub total|line net|total excl vat|total ex vat|total excl|amount excl|amount excl vat|excl vat|betrag|gesamt|"
     "gesamtpreis|gesamtbetrag|nettobetrag|netto|netto betrag|summe|gesamt netto|gesamtpreis netto|positionsbetrag|"
     "zeilensumme|wert|nettowert|warenwert|g preis|gp|gesamtpr|pos summe|nettosumme|gesamtwert|positionssumme|montant|"
     "montant ht|total ht|prix total|prix ht|montant net|prix total ht|sous total|total net ht|montant "
     "total|ht|importe|"
     "total linea|base imponible|base|importe neto|neto|total neto|importo|totale|imponibile|totale netto|importo "
     "netto|"
     "prezzo totale|valore|tot|bedrag|totaal|totaalprijs|netto bedrag|nettobedrag|totaal excl|totaal excl btw|bedrag "
     "excl|"
     "regeltotaal|wartosc|wartosc netto|kwota|kwota netto|suma|razem|valor|valor total|total liquido|total liq|valor "
     "liq|valor liquido|"
     "total s iva|montante|belopp|summa|nettobelopp|radsumma|totalt|radbelopp|belob|i alt|ialt|nettobelob|"
     "total excl moms|linjetotal|belob excl moms|linjebelob|castka|celkem|cena celkem|celkem bez dph|zaklad|bez dph|"
     "zaklad dane|celkova cena|charge|charges|fee|line value|sum|line sum|line price|amt|net "
     "amt|regelbedrag|regelsom|waarde|"
     "betrag eur|betrag netto|wert eur|summe eur|summe netto|entgelt|total brut|somme|imp|imp neto|imp total|importe "
     "total|suma neta|belob kr|belopp kr|belopp exkl moms|kronor|netto kr|netto eur|bedrag eur|montant eur|total eur|"
     "importo eur|valor iliq|valor iliquido|pris|castka bez dph|cena bez dph celkem|amount eur|amount gbp|amount usd"},
    {Role::date,
     "date|datum|fecha|data|dato|leistungsdatum|lieferdatum|service date|leistungszeitraum|period|zeitraum"},
    {Role::order_line, "po line|order line|bestellposition|bestell pos|ligne bc|# ligne bc|ligne commande|po pos"},
});

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
     "mezisoucet|soucet|zaklad|zaklad dane|totaal|subtotaal|te "
     "betalen|totaalbedrag|totalsumme|zwischentotal|gesamttotal|"
     "total amount|invoice total|net|netto total|total a pagar|neto|bruto|valor total|sumaiva|kokku|ht|ttc|sub ttl|ttl|"
     "jumlah|amount payable|belopp att betala|fakturabelopp|nettobelopp|nettobelob|belob i alt|cena celkem|celkova "
     "castka"},
    {&RowWords::tax,
     "vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|btw|podatek|moms|dph|gst|tax|taxes|sales "
     "tax|hst|pst|qst|cgst|sgst|"
     "igst|steuer|versicherungsteuer|versicherungssteuer|mva|i v a|t v a|taxe|impuesto|imposta|imposto|steuerbetrag"},
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
     "cash|change|paid|payment|card|visa|mastercard|debit|credit card|tender|tendered|rounding|rounding "
     "adj|bar|gegeben|"
     "ruckgeld|wechselgeld|kartenzahlung|bezahlt|anzahlung|anzahlungen|especes|rendu|acompte|carte|regle|efectivo|"
     "cambio|"
     "tarjeta|entregado|pagado|anticipo|contanti|resto|carta|pagato|acconto|contant|pin|wisselgeld|betaald|gotowka|"
     "reszta|"
     "karta|zaplacono|zaliczka|troco|dinheiro|cartao|pago|kontant|kort|vaxel|byttepenge|betalt|hotovost|vraceno|kartou|"
     "zaloha|erhaltene anzahlungen|deposit|prepaid|amount paid|rundung|afronding|avrundning|zaokrouhleni|ec "
     "karte|savings"},
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
    for (const auto& row : kHeadings) each_phrase(row.phrases, [&](std::string_view p) { out[p].push_back(row.role); });
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
