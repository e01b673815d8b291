// Names of the other amounts, of rates and of columns. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    // ---- prepaid
    {Role::prepaid, "en",
     "amount received|payment made|payments made|less payments received|less amount received|received with "
     "thanks|amounts received|advance|on account|paid on account|less deposit received|deposit applied|credits "
     "applied|payment to date|less paid to date|less received|retainer applied|credit applied|applied balance|balance "
     "applied|account credit|account credit applied|applied credit|"
     "applied credits|gift card|store credit|less credit|amount "
     "already paid|"
     "prepaid|deposit|less deposit|amount paid|paid|already paid|payments received|advance payment|paid to "
     "date|payment received|prepayment|less prepayment|prepaid amount|deposit paid|less payment|less paid|advance "
     "paid|advance received|total paid|payments|less payments|total paid to date|less advance|down payment|deposit "
     "received|paid amount|payments and credits|less amount paid"},
    {Role::prepaid, "de",
     "abschlag vom|abschlagszahlung vom|teilzahlung vom|anzahlung vom|akontozahlung vom|"
     "abzuglich erhaltene anzahlung|abzuglich geleistete anzahlung|abzgl akonto|akontozahlung|akonto|geleistete "
     "akontozahlungen|bezahlt|davon bezahlt|abzuglich bezahlt|abzgl bereits bezahlt|abzuglich abschlagszahlung|abzgl "
     "abschlagszahlung|abzgl abschlag|bereits uberwiesen|bisher gezahlt|bisherige zahlungen|ihre zahlungen|zahlung "
     "erhalten|erhaltene zahlungen|abschlage bezahlt|gezahlte abschlage|abzgl 1 abschlagsrechnung|abzgl "
     "abschlagsrechnung|abzuglich abschlagsrechnung|verrechnete anzahlung|anzahlungsrechnung abzgl|"
     "anzahlung|anzahlungen|erhaltene anzahlungen|erhaltene anzahlung|abzgl anzahlung|abzuglich anzahlung|bereits "
     "gezahlt|bereits bezahlt|geleistete "
     "anzahlung|vorauszahlung|teilzahlung|gezahlt|abschlagszahlung|abschlagszahlungen|geleistete "
     "zahlungen|vorauszahlungen|bereits gezahlter betrag|angezahlt|bereits geleistet|abzuglich anzahlungen|abzuglich "
     "vorauszahlung|abzgl vorauszahlung|vorausbezahlt|geleistete vorauszahlung"},
    {Role::prepaid, "fr",
     "reglements recus|montant deja verse|avance versee|arrhes|arrhes versees|depot|depot recu|moins depot|provision "
     "versee|deja percu|paiements recus|montant recu|versement|versements|montant paye a ce jour|paye a ce "
     "jour|acompte a deduire|acompte encaisse|acomptes recus|avoir deduit|"
     "acompte|acomptes|acompte verse|deja paye|deja regle|acompte recu|montant deja regle|acomptes verses|deja "
     "verse|montant paye|avance|paye|prepaye|paiement recu|moins acompte|acompte deduit|acompte paye|deduction "
     "acompte|montant acompte"},
    {Role::prepaid, "es",
     "cobrado|importe cobrado|entregado a cuenta|anticipo pagado|anticipo entregado|pagos recibidos|pago "
     "recibido|pagos a cuenta|senal entregada|reserva pagada|importe anticipado|a deducir anticipo|menos pagos|"
     "anticipo|anticipos|pagado|a cuenta|pago a cuenta|importe pagado|entregas a cuenta|entrega a cuenta|ya "
     "pagado|senal|deposito|anticipo recibido|menos anticipo|total anticipos|pagos anticipados"},
    {Role::prepaid, "it",
     "acconto pagato|importo pagato|pagamenti ricevuti|acconti versati|a dedurre acconto|meno acconti|acconto "
     "incassato|importo gia pagato|anticipo versato|caparra versata|deposito versato|gia corrisposto|gia saldato|"
     "acconto|acconti|anticipo|gia pagato|pagato|acconto versato|importo versato|anticipi|caparra|acconto ricevuto|gia "
     "versato|meno acconto|acconto gia versato|anticipo ricevuto|versato"},
    {Role::prepaid, "nl",
     "reeds ontvangen bedrag|aanbetaald|voorschotten|betaalde voorschotten|reeds gefactureerd voorschot|verrekend "
     "voorschot|voorschot betaald|ontvangen|ontvangen bedrag|vooraf betaald|af reeds betaald|minus voorschot|deposito|"
     "aanbetaling|vooruitbetaling|reeds betaald|voorschot|betaald|ontvangen betalingen|reeds voldaan|vooruitbetaald|al "
     "betaald|ontvangen aanbetaling|af aanbetaling|minus aanbetaling|reeds ontvangen|voldaan"},
    {Role::prepaid, "pl",
     "wplaty|wplata|suma wplat|otrzymano|juz zaplacono|zaplacono dotychczas|rozliczone zaliczki|kwota "
     "zaliczki|potracona zaliczka|minus zaliczka|zadatek|wplacony zadatek|uregulowano|"
     "zaplacono|zaliczka|zaliczki|przedplata|wplacono|wplacona zaliczka|otrzymane zaliczki|zaplacono zaliczke|kwota "
     "zaplacona|otrzymana zaliczka|pobrana zaliczka|zaliczka otrzymana"},
    {Role::prepaid, "pt",
     "recebido|valor recebido|montante recebido|pagamentos recebidos|sinal pago|caucao|adiantamento pago|valor "
     "adiantado|deducao de adiantamento|ja liquidado|valor ja liquidado|pagamentos efetuados|menos pagamentos|"
     "adiantamento|adiantamentos|pago|sinal|ja pago|valor pago|montante pago|adiantado|entregue|valor ja pago|menos "
     "adiantamento|adiantamento recebido|pagamento recebido"},
    {Role::prepaid, "sv",
     "inbetalt belopp|inbetalningar|erhallna betalningar|betalt belopp|redan inbetalt|forskott betalt|avdrag "
     "forskott|fakturerat forskott|depositionsavgift|deposition|tidigare betalt|avgar betalt|erhallen betalning|"
     "forskottsbelopp|a contobelopp|forskott|forskottsbetalt|a conto|redan betalt|betalt|forskottsbetalning|avgar "
     "forskott|delbetalning|erhallet forskott|handpenning|forbetalt|avgar a conto|inbetalt"},
    {Role::prepaid, "da",
     "modtaget betaling|modtaget|modtagne betalinger|indbetalinger|betalt belob|betalt pr dato|fratrukket "
     "aconto|aconto betalt|aconto faktureret|forskud betalt|tidligere betalt|minus aconto|fradrag aconto|faktureret "
     "aconto|"
     "acontobelob|forudbetalt|forudbetaling|a conto|allerede betalt|betalt|aconto|modtaget "
     "forudbetaling|indbetalt|depositum|heraf betalt|modtaget aconto|minus forudbetaling|forskud"},
    {Role::prepaid, "cs",
     "prijata platba|prijate platby|zaplaceno predem|uhrazeno predem|odpocet zalohove faktury|odecteno "
     "zalohou|zaplacena castka|uhrazena castka|jiz zaplacena zaloha|minus zaloha|vyuctovana zaloha|zaplacene "
     "zalohy|zuctovana zaloha|"
     "zaloha|zalohy|uhrazeno|zaplaceno|uhrazene zalohy|zaplacena zaloha|odecet zaloh|uhrazena zaloha|odpocet "
     "zalohy|uhrazeno zalohou|zaplaceno zalohou|prijate zalohy|odecet zalohy|prijata zaloha|jiz uhrazeno|jiz "
     "zaplaceno"},
    // ---- rounding
    {Role::rounding, "",
     "oresutj|ore avrundning|arrondi centimes|arrondissage|zaokr|hal vyrovnani|redondeos|ajuste por redondeo|ajuste "
     "redondeo|ajustamento|acerto|arrot|arrotond|afrond|afronding 5 "
     "cent|rappenrundung|rundungskorrektur|ausgleichsbetrag rundung|difference d arrondi|rounded off|rounding "
     "down|rounding up|cash rounding|avrund|orersavrunding|verschil afronding|"
     "rounding|round adj|rounding adj|rounding adjustment|rounding adj ment|round|round "
     "off|roundoff|rundung|rundungsdifferenz|rundungsbetrag|arrondi|redondeo|arrotondamento|afronding|zaokraglenie|"
     "arredondamento|oresavrundning|avrundning|"
     "oresutjamning|afrunding|oreafrunding|zaokrouhleni|rnd adj|rounding amount|rounding difference|5 rappen "
     "rundung|ecart d arrondi|arrondissement|ores avrundning|halerove vyrovnani|afrondingsverschil"},
    // ---- sum of lines
    {Role::lines_total, "en",
     "total of lines|sum of line items|items total|goods total|goods value|merchandise total|line total sum|total "
     "goods|sum of lines|line items total|subtotal before discount|items subtotal|total before discount|gross "
     "subtotal|value of goods|subtotal of items"},
    {Role::lines_total, "de",
     "positionssumme|summe positionen|summe der positionen|warenwert|zwischensumme positionen|summe "
     "pos|artikelsumme|positionen gesamt|warenwert gesamt|summe artikel"},
    {Role::lines_total, "",
     "total des lignes|total brut ht|montant brut ht|total lineas|total bruto|totale merci|totale righe|som "
     "regels|goederenwaarde|suma pozycji|total das linhas|summa rader|sum af linjer|varubelopp|linjer i alt|soucet "
     "polozek|cena polozek celkem|importe lineas|suma lineas|total brut|somme des lignes|totaal regels|regels "
     "totaal|radsumma|varer i alt|linjesum|wartosc pozycji|soma das linhas|valor bruto|totale lordo merce|importe "
     "bruto sin dto|celkem polozky|total mercancia|varesum"},
    // ---- allowances and charges
    {Role::allowance, "en",
     "discount|less discount|allowance|allowances|total discount|rebate|total allowances|volume discount|trade "
     "discount|special discount|discount total|discount amount|loyalty discount|quantity discount|less rebate|early "
     "order discount"},
    {Role::allowance, "de",
     "rabatt|abschlag|abschlage|gesamtbetrag der abschlage|nachlass|abzgl "
     "rabatt|sondernachlass|preisnachlass|abzuglich "
     "rabatt|sonderrabatt|mengenrabatt|gesamtrabatt|treuerabatt|kundenrabatt|summe abschlage|bonus|rabatte|summe "
     "rabatt"},
    {Role::allowance, "",
     "remise|rabais|total remises|total remise|ristourne|remise commerciale|remise globale|descuento|total "
     "descuentos|dto|sconto|sconti|totale sconti|sconto incondizionato|abbuono|korting|kortingen|totaal "
     "korting|rabat|upust|desconto|descontos|total descontos|rabatt|avdrag|afslag|sleva|slevy|bonificacion|kwota "
     "rabatu|rabat ogolny|descuento comercial|desconto comercial|mangderabatt|kunderabat|mnozstevni "
     "sleva|staffelkorting|kwantumkorting|klantenkorting|kundrabatt|vernostni sleva|remise fidelite|descuento por "
     "volumen|sconto quantita|desconto de quantidade"},
    {Role::charge, "en",
     "shipping|freight|delivery charge|shipping and handling|carriage|postage|handling|surcharge|shipping "
     "handling|delivery fee|handling fee|delivery|postage and packing|shipping cost|freight charge|shipping "
     "costs|shipping charge|packing|insurance|charges|total charges and fees|fuel surcharge|service charge|packaging|p "
     "p|delivery charges|carriage charge|freight and insurance|shipping fee|small order surcharge"},
    {Role::charge, "de",
     "versand|versandkosten|fracht|frachtkosten|zuschlag|zuschlage|gesamtbetrag der "
     "zuschlage|porto|verpackung|lieferkosten|transportkosten|versand und verpackung|porto und "
     "verpackung|versandkostenpauschale|mindermengenzuschlag|versandpauschale|summe "
     "zuschlage|nebenkosten|energiezuschlag|frachtkostenpauschale|verpackungskosten|verpackung und versand|porto "
     "verpackung|lieferpauschale|zustellung"},
    {Role::charge, "",
     "frais de port|port|frais de livraison|frais|transport|frais d envoi|livraison frais|frais de transport|port et "
     "emballage|participation frais de port|gastos de envio|portes|transporte|gastos|spese di spedizione|spese di "
     "trasporto|trasporto|spese|spedizione|spese accessorie|verzendkosten|vrachtkosten|transportkosten|toeslag|koszty "
     "wysylki|transport|koszt dostawy|koszty transportu|portes de envio|custos de envio|despesas de "
     "envio|transporte|frakt|fraktkostnad|expeditionsavgift|fragt|fragtgebyr|gebyr|fakturaavgift|ekspeditionsgebyr|"
     "doprava|postovne|balne|doprava a baleni|eco participation|frais "
     "supplementaires|administratiekosten|expeditionskostnad|faktureringsavgift|levering "
     "fragt|forsendelse|miljoavgift|spese bancarie|spese "
     "imballo|imballo|embalaje|embalagem|emballage|verpakking|opakowanie|dostawa"},
    // ---- amounts that are no total
    {Role::other_amount, "en",
     "previous balance|prior balance|balance from last bill|balance last bill|last bill|previous amount due|past due "
     "amount|"
     "overdue balance|arrears|balance from previous invoice|carried forward|brought forward|savings|you saved|balance "
     "brought forward|carry over|balance "
     "forward|"
     "opening balance|last payment|credit limit|unit price|points|total qty|total items|item count|qty|total "
     "quantity|quantity|no of items|page total|total savings|total discount given|carried over|subtotal page|share "
     "capital|amount in words|total items sold|item s|late fee|weight|total weight|amex|tip|tips|nett weight|member "
     "points|capital"},
    {Role::other_amount, "de",
     "restguthaben|offene posten|altsaldo|vorjahr|offener betrag vorrechnung|mahngebuhren|bisheriger saldo|"
     "ubertrag|saldo vormonat|saldo aus vorrechnung|offener saldo|ruckstand|forderung aus vorrechnung|saldo letzte "
     "rechnung|ausstehende forderung|vortrag|alter saldo|stammkapital|einzelpreis|zwischensumme "
     "seite|saldovortrag|skonto|skontobetrag|gewicht|seitensumme|zahlbetrag abzgl skonto|zahlbetrag bei skonto|abzgl "
     "skonto|ersparnis|grundkapital|vorheriger saldo|trinkgeld|davon skontofahig|skontofahig|skontierbar|skontofahiger "
     "betrag|gesamtgewicht|mahngebuhr|verzugspauschale"},
    {Role::other_amount, "",
     "restance|restancer|forfalden gaeld|tidigare skuld|obetalt sedan tidigare|zadluzenie|saldo "
     "wczesniejsze|zaleglosci|openstaande posten|vorige factuur|saldo vorige|solde facture precedente|facture "
     "precedente impayee|impayes|deuda pendiente anterior|saldo pendiente anterior|facturas anteriores|insoluti|saldo "
     "fatture precedenti|saldo fatura anterior|faturas em atraso|dluh z minula|nedoplatek z minulych obdobi|saldo "
     "tidigare fakturor|tidligere skyldigt|"
     "ancien solde|report solde|report de solde|report du solde|solde reporte|solde precedent|deuda anterior|pendiente anterior|saldo bolletta precedente|importi "
     "precedenti|saldo "
     "vorige factuur|openstaand vorige factuur|saldo z poprzedniego okresu|zaleglosc|divida anterior|ingaende saldo|"
     "foregaende saldo|forrige saldo|saldo fra forrige regning|predchozi saldo|nedoplatek z minula|"
     "report|a reporter|escompte|capital|capital social|solde anterieur|saldo anterior|suma y sigue|riporto|saldo "
     "precedente|capitale sociale|transport overbrengen|vorig saldo|overgebracht|do "
     "przeniesienia|przeniesienie|kapital zakladowy|poprzednie saldo|a transportar|capital social|tidigare "
     "saldo|transport fran foregaende sida|tidligere saldo|overfort|overforsel|prevod|zakladni kapital|predchozi "
     "zustatek|pokuta|indemnite forfaitaire|poids|peso|gewicht|waga|vikt|vaegt|hmotnost|poids total|indemnite "
     "forfaitaire pour frais de recouvrement|indemnite|ristorno|sconto cassa|betalingskorting|kredietbeperking|eerder "
     "gefactureerd|kontant rabat|kassarabatt|pronto pago|slownie|en letras|en toutes lettres|in lettere|por "
     "extenso|slovy|med bogstaver"},
    {Role::cash, "",
     "cash|tendered|cash tendered|amount tendered|cash received|cash paid|cash tender|cash payment|paid by cash|paid "
     "cash|bar|gegeben|bar "
     "gegeben|bargeld|especes|efectivo|entregado|contanti|contante|contant|gotowka|numerario|kontant|hotovost|visa|"
     "mastercard|master card|card|credit card|debit card|visa card|paid by card|ec karte|girocard|kartenzahlung|carte "
     "bancaire|carte bleue|cb|tarjeta|carta|pin|karta|multibanco|kort|dankort|kartou|kreditkarte|bezahlt bar|recu "
     "especes|betaald contant"},
    {Role::change, "",
     "change|change due|change "
     "amount|ruckgeld|wechselgeld|rendu|monnaie|cambio|resto|wisselgeld|reszta|troco|vaxel|byttepenge|vraceno|zuruck|a "
     "rendre|vuelto|rendu monnaie|balance change"},
    {Role::rate, "",
     "vat rate|tax rate|vat %|steuersatz|mwst satz|ust satz|taux|taux tva|taux de tva|tipo|tipo iva|tipo de "
     "iva|aliquota|aliquota iva|aliq iva|btw tarief|tarief|btw %|stawka vat|stawka|taxa|taxa iva|momssats|moms "
     "%|sazba|sazba dph|sazba dane|tax %|gst rate|mwst %|% iva|ust %|% tva|% vat|gst %|steuersatz %|% mwst|taxa de "
     "iva|satz|% btw|tva %|iva %|dph %|rate|rate %|skattesats|% moms|% dph"},
    {Role::exempt, "",
     "reverse charge|steuerschuldnerschaft|autoliquidation|inversione contabile|inversion del sujeto pasivo|btw "
     "verlegd|odwrotne obciazenie|autoliquidacao|omvand skattskyldighet|omvendt betalingspligt|preneseni danove "
     "povinnosti|kleinunternehmer|tva non applicable|steuerfrei|"
     "zero rated|vat exempt|intra community supply|innergemeinschaftliche lieferung|omvand betalningsskyldighet|tax "
     "exempt|exonere|exento|esente|vrijgesteld|zwolniony|isento|momsfri|osvobozeno|no vat|vat "
     "free|umsatzsteuerfrei|umsatzsteuerbefreit|intracommunautaire|export"},
    // ---- tax that the buyer withholds and pays for the seller
    {Role::withheld, "",
     "cis deduction|less cis|less cis deduction|cis tax deduction|less cis tax|cis tax|withholding tax|less "
     "withholding tax|tds|less tds|tax deducted at source|tax withheld|retencion|retencion "
     "irpf|irpf|retenciones|total retenciones|importe retencion|iva retenido|isr retenido|retencion iva|retencion isr|"
     "retencion de iva|retencion de isr|ret iva|ret isr|ret irpf|impuestos retenidos|total impuestos retenidos|"
     "inss retido|ir retido|irrf|irrf retido|iss retido|issqn retido|csll retida|pis retido|cofins retida|csrf|"
     "retencoes|total de retencoes|retencoes federais|valor retido|ritenuta|ritenuta d acconto|ritenuta "
     "acconto|importo "
     "ritenuta|totale ritenuta|retencao|retencao na fonte|retencao irs|irs|bauabzugsteuer|quellensteuer|retenue a la "
     "source|bronheffing|kildeskat|podatek u zrodla"},
    // ---- columns of item tables
    {Role::column_item, "",
     "description|item|items|article|bezeichnung|artikel|beschreibung|leistung|designation|libelle|descripcion|"
     "concepto|articulo|descrizione|articolo|prestazione|omschrijving|product|produkt|nazwa|nazwa "
     "towaru|opis|descricao|artigo|designacao|beskrivning|benamning|artikelbeschreibung|beskrivelse|vare|popis|nazev|"
     "oznaceni|polozka|products|service|services|details|particulars|detalle|tekst|ydelse|tjanst|bezeichnung der "
     "leistung|product description|item description|nazwa towaru lub uslugi|oznaceni dodavky|hsn sac|hsn"},
    {Role::column_quantity, "",
     "qty|quantity|menge|anzahl|quantite|qte|cantidad|cant|quantita|qta|q "
     "ta|aantal|ilosc|quantidade|qtd|qtde|antal|mnozstvi|pocet|hours|stunden|heures|uren|units|hrs|mangd|pcs|stuck|qte|"
     "ud|uds|antal enheder|kpl"},
    {Role::column_price, "",
     "unit price|price|rate per unit|einzelpreis|preis|nettopreis|e preis|ep|prix unitaire|prix|pu|p u|pu ht|p u "
     "ht|prix unit|prix unitaire ht|precio|precio unitario|precio unit|prezzo|prezzo unitario|prezzo "
     "unit|prijs|stukprijs|eenheidsprijs|prijs per eenheid|cena|cena jedn|cena jednostkowa|cena netto|cena jednostkowa "
     "netto|preco|preco unitario|preco unit|pr unitario|a pris|pris|styckpris|enhetspris|pris per "
     "enhed|enhedspris|stykpris|cena za jednotku|jednotkova cena|cena mj|cena za mj|cena ks|stuckpreis|price each|unit "
     "cost|einzel|einzelpreis netto|unit price ex vat|preis einheit|apris|unit"},
    {Role::column_amount, "",
     "amount|line total|betrag|gesamtpreis|gesamt|total "
     "price|montant|importe|importo|bedrag|kwota|valor|belopp|belob|castka|wartosc|regeltotaal|radbelopp|linjetotal|"
     "nettobetrag|positionsbetrag|montant ligne|line amount|sum|pris i alt|extended price|ext price|subtotal|net "
     "amount|linjebelob"},
};

}  // namespace

std::span<const LabelRow> amount_labels() { return kRows; }

}  // namespace ap::extract::reading
