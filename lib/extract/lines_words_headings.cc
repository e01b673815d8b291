#include "extract/lines_words_headings.h"

#include <array>

namespace ap::extract::lines {
namespace {

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
     "description|prace|item description|product description|description of goods|description of services|details|"
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
     "qty|quantity|rozsah|quantities|nbre|nbr|mn|shipped|qty "
     "shipped|delivered|menge|anzahl|anz|stk|stuck|stueck|quantite|quantites|qte|nombre|nb|cantidad|cant|"
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
     "aantal stuks|hvh|ilosc szt|il|colli"},
    {Role::unit,
     "unit|uom|unit of measure|einheit|me|einh|mengeneinheit|unite|u|um|u m|udm|unidad|unidade|ud|un|unid|unita|unita "
     "di "
     "misura|eenheid|eenh|jm|j m|jedn|jednostka|enhet|enh|enhed|mj|m j|jednotka|jedn miary|u de m|measure|miara"},
    {Role::unit_price,
     "unit price|timepris|timpris|stundensatz|hourly rate|taux horaire|tarif horaire|uurtarief|stawka godzinowa|precio "
     "hora|prezzo orario|hodinova sazba|price|rate|price each|each|unit cost|cost|price per unit|unit rate|price "
     "unit|net price|hourly rate|"
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
     "eur|c netto|c jedn|c jedn netto|cena szt|pr unit|pr un|p st|price eur|price gbp|preis eur|prezzo netto|precio "
     "eur|prix eur"},
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
     "skatt|podatek|impostos|impuestos|imposte|belastingen|belasting|skatter|taxes|steuern|podatki|dane|afgifter"},
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
     "amount|line|debit|debito|soll|net amount|net|net total|line total|total|total price|price total|line "
     "amount|total net|total "
     "amount|ext|"
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
     "amt|extension|this claim|this period|this invoice|this bill|current claim|amount this period|due this period|"
     "diese rechnung|situation du mois|present situation|certificacion actual|denna faktura|denne "
     "faktura|regelbedrag|regelsom|waarde|"
     "betrag eur|betrag netto|wert eur|summe eur|summe netto|entgelt|total brut|somme|imp|imp neto|imp total|importe "
     "total|suma neta|belob kr|belopp kr|belopp exkl moms|kronor|netto kr|netto eur|bedrag eur|montant eur|total eur|"
     "importo eur|valor iliq|valor iliquido|pris|castka bez dph|cena bez dph celkem|amount eur|amount gbp|amount usd"},
    {Role::date,
     "date|datum|fecha|data|dato|leistungsdatum|lieferdatum|service date|leistungszeitraum|period|zeitraum"},
    {Role::factor,
     "days|nights|weeks|months|persons|tage|nachte|wochen|monate|personen|jours|nuits|semaines|mois|personnes|dias|"
     "noches|semanas|meses|personas|giorni|notti|settimane|mesi|persone|dagen|nachten|weken|maanden|personen|dni|"
     "tygodnie|miesiace|osoby|noites|pessoas|dagar|natter|veckor|manader|personer|dage|naetter|uger|noci|tydny|mesice|"
     "factor|faktor|x|times"},
    {Role::other_amount,
     "balance|running balance|credit|credito|haben|contract value|contract amount|contract sum|scheduled "
     "value|previously claimed|previously billed|previously "
     "invoiced|previous|previous claims|previous claim|previous amount|claimed to date|billed to date|completed to "
     "date|total to date|to date|cumulative|% complete|complete|completed|% done|b o|back order|"
     "vertragssumme|auftragswert|auftragssumme|bisher|bisher abgerechnet|kumuliert|leistungsstand|montant "
     "marche|marche|"
     "cumul|cumul anterieur|precedent|situation precedente|% avancement|avancement|a origen|origen|anterior|"
     "certificado anterior|precedente|importo contrattuale|tidligere faktureret|tidigare fakturerat|eerder "
     "gefactureerd|poprzednio"},
    {Role::order_line, "po line|order line|bestellposition|bestell pos|ligne bc|# ligne bc|ligne commande|po pos"},
});

}  // namespace

std::span<const RolePhrases> heading_phrases() { return kHeadings; }

}  // namespace ap::extract::lines
