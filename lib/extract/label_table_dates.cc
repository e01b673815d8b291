// Names of dates and periods. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    // ---- date of issue
    {Role::issue_date, "en",
     "bill issue date|invoice raised|raised on|date raised|statement issued|date of bill|date of tax invoice|tax "
     "invoice dated|billed on|invoice issued|issued date of invoice|posting date|date prepared|invoice day|date of "
     "supply and issue|"
     "invoice date|date of invoice|issue date|date of issue|date issued|~dated|billing date|bill date|inv date|tax "
     "invoice date|~date|document date|credit note date|~issued|invoice dated|doc date|issued on|receipt date|issued "
     "date|invoiced on|date invoiced|date of supply and invoice|credit memo date|invoice issue date|statement "
     "date|date of document|memo date|note date|cn date|adjustment note date|bill dated|date of credit note"},
    {Role::issue_date, "de",
     "rechnungstag|belegtag|ausgestellt den|erstelldatum|datum des belegs|abrechnungsdatum|buchungsdatum "
     "rechnung|datum ausstellung|rechn datum|datum der ausstellung|fakt datum|re vom|ausstellungstag|dokument datum|"
     "rechnungsdatum|datum der rechnung|~datum|ausstellungsdatum|belegdatum|rechnung vom|~vom|~den|rechnungs "
     "datum|gutschriftsdatum|fakturadatum|ausstelldatum|re datum|~ausgestellt am|gutschriftdatum|rg "
     "datum|dokumentdatum|~date|ausgestellt|tag der ausstellung|erstellungsdatum|rechnungsdat|belegdat|rech "
     "datum|datum rechnung|rechnungsstellung|datum der gutschrift|korrekturdatum|gutschrift vom|stornodatum|erstellt "
     "am|rechnungsausstellung"},
    {Role::issue_date, "fr",
     "facture emise le|date de la piece|date fact|date edition|date d edition|editee le|edite le|fait le|etabli "
     "le|date de redaction|emission|date d envoi facture|jour de facturation|"
     "date de facture|date de facturation|date facture|date d emission|~date|~en date du|~du|~le|date de la "
     "facture|emise le|date avoir|date de l avoir|date d avoir|emis le|date du document|facture du|date emission|date "
     "document|date d etablissement|date de creation|facturee le|date de la note de credit|date piece|date d emission "
     "de la facture|date du ticket|etablie le|date note de credit"},
    {Role::issue_date, "es",
     "fecha emitida|f emision|fecha doc|fecha de creacion|expedida|fecha de facturacion|facturado el|fecha exp|dia de "
     "emision|f expedicion|fecha albaran factura|emitida con fecha|"
     "fecha de factura|fecha factura|~fecha|fecha de emision|fecha emision|fecha de expedicion|fecha expedicion|fecha "
     "de la factura|fecha documento|fecha del documento|emitida el|fecha rectificativa|fecha del abono|emitido "
     "el|fecha de documento|fecha abono|expedida el|f factura|fecha fra|fecha de abono|fecha de nota de credito|fecha "
     "de rectificativa"},
    {Role::issue_date, "it",
     "emessa in data|data di emissione documento|data emiss|data del documento|data fattura emissione|fatturato "
     "il|data creazione|in data del|data della fatturazione|data reg|"
     "data fattura|~data|data documento|data emissione|data di emissione|data della fattura|~del|~in data|data "
     "doc|emessa il|data nota|emesso il|data nota di credito|emissione|data di fatturazione|data della nota di "
     "credito|data fatt|data nota credito"},
    {Role::issue_date, "nl",
     "datum opmaak|opmaakdatum|gefactureerd op|datum nota|notadatum|factuurdag|boekdatum|verzonden "
     "op|aanmaakdatum|opgemaakt|uitgereikt op|datum factuur opmaak|"
     "factuurdatum|~datum|datum factuur|datum van factuur|datum van uitgifte|creditnotadatum|uitgiftedatum|datum "
     "creditnota|documentdatum|factuur datum|creditdatum|datum uitreiking|creditfactuurdatum|opgemaakt op|bondatum"},
    {Role::issue_date, "pl",
     "wystawiono w dniu|data sporzadzenia|data utworzenia|dzien wystawienia|data fv|wystawienie|data "
     "wystaw|sporzadzono dnia|data dok|"
     "data wystawienia|~data|data faktury|wystawiono dnia|z dnia|data wystawienia faktury|wystawiono|data "
     "dokumentu|data wystawienia korekty|wystawiona dnia|dnia|data i miejsce wystawienia|miejsce i data "
     "wystawienia|data wyst|data korekty|wystawiona|wystawiona w dniu|data wystawienia dokumentu"},
    {Role::issue_date, "pt",
     "data de faturamento|data criacao|emissao|data da emissao|emitido a|data de criacao|data faturacao|data do "
     "doc|passada em|data fat|"
     "data da fatura|data de emissao|data fatura|~data|data emissao|data do documento|data documento|data da "
     "factura|emitida em|emitido em|data de emissao da fatura|data da nota de credito|data doc|data de "
     "faturacao|emitida a"},
    {Role::issue_date, "sv",
     "dokumentdatum|datum fakturering|faktureringsdatum|faktura datum|fakturerad|skapad "
     "den|bokforingsdatum|faktureringsdag|fakt datum|utstalld|"
     "fakturadatum|~datum|~utskriven|utskriftsdatum|kreditdatum|fakturans datum|utstallningsdatum|utfardad|utfardad "
     "den|fakturadag|utfardandedatum|datum for faktura|kreditfakturadatum|kreditnotadatum"},
    {Role::issue_date, "da",
     "udskrevet den|udfaerdiget|oprettelsesdato|faktura dato|faktureret den|regningsdato|dato for faktura|dokument "
     "dato|faktureringsdag|fakt dato|udstedelse|"
     "fakturadato|~dato|~udskrevet|udstedelsesdato|kreditnotadato|fakturadag|udstedt|dato for udstedelse|udstedt "
     "den|bilagsdato|fakturerings dato|faktureringsdato|dokumentdato"},
    {Role::issue_date, "cs",
     "vystaveni|datum vyhotoveni|vyhotoveno|vyhotoveno dne|den vyhotoveni|vystavena|vystaveno ke dni|datum "
     "vydani|vydano dne|datum zpracovani|"
     "datum vystaveni|~datum|vystaveno|vystaveno dne|datum vystaveni dokladu|datum faktury|~dne|ze dne|den "
     "vystaveni|datum vyst|datum dokladu|datum vystaveni dobropisu|vystavena dne"},
    // ---- due date
    {Role::due_date, "en",
     "settle by|settlement date|settlement due|payment required by|pay on or before|kindly pay by|remit by|please "
     "remit by|to be settled by|payable no later than|last day to pay|payment to be received by|payment expected "
     "by|direct debit date|collection date|we will collect on|debit date|to reach us by|payment term ends|term date|"
     "due date|payment due date|payment due|date due|due|due on|pay by|payment due by|payable by|due by|please pay "
     "by|payment date due|terms due date|latest payment date|invoice due date|net due date|payment deadline|pay "
     "before|payable before|due date for payment|payment is due by|payment is due on|please pay before|payment due "
     "on|to be paid by|inv due date|last date of payment|payable on or before"},
    {Role::due_date, "de",
     "zu zahlen am|zahlung fallig am|zahlung bis spatestens|zahlbar spatestens|bitte zahlen bis|bitte begleichen "
     "bis|zahlungseingang spatestens|spatester zahlungstermin|abbuchung am|lastschrift am|einzug "
     "am|zahlungsfalligkeit|valuta datum|zahlungsziel bis|frist|falligkeitsdat|verfalldatum|verfall|zahlung erbeten "
     "bis|netto fallig|zahlung spatestens am|zu begleichen bis zum|uberweisung bis|"
     "falligkeitsdatum|fallig am|fallig|falligkeit|zahlbar bis|fallig bis|zahlungsziel|zahlung bis|zahlbar bis "
     "zum|bitte zahlen sie bis|falligkeitstag|netto bis|fallig zum|zu zahlen "
     "bis|zahlungsfrist|falligkeitstermin|zahlungstermin|zahlbar netto bis|fallig per|zahlen bis|spatestens bis "
     "zum|zahlbar am|nettofalligkeit|faelligkeitsdatum|faellig am|zahldatum|zahlungseingang bis|bis "
     "spatestens|zahltag|zu begleichen bis|falligkeit am|spatestens zum|zahlbar spatestens am|faelligkeit|fallig "
     "spatestens|zu zahlen bis zum"},
    {Role::due_date, "fr",
     "prelevement le|date de prelevement|preleve le|reglement le|a acquitter avant le|a acquitter le|paiement "
     "le|paiement du|exigible le|date ultime de paiement|dernier delai de paiement|a regler pour le|echeance "
     "paiement|ech|payable au|limite de paiement|reglement pour le|"
     "date d echeance|echeance|date echeance|a payer avant le|a regler avant le|payable le|payable avant le|date "
     "limite de paiement|echeance le|a payer pour le|echeance au|a regler le|date limite|date de paiement|a regler au "
     "plus tard le|payable au plus tard le|date d exigibilite|paiement avant le|echeance de paiement|paiement au plus "
     "tard le|a payer au plus tard le|date de reglement|payer avant le|reglement avant le|reglement au plus tard le"},
    {Role::due_date, "es",
     "fecha de cargo|cargo el|se cargara el|fecha de cobro|pagadero el|fecha maxima de pago|plazo hasta|a pagar "
     "el|pago antes de|vencim|fecha vencim|fecha de vto|vencimiento de pago|pagar hasta|fecha tope|"
     "fecha de vencimiento|vencimiento|fecha vencimiento|vence el|vencimientos|pagar antes del|fecha limite de "
     "pago|fecha de pago|fecha venc|vto|fecha vto|vence|fecha limite|f vencimiento|a pagar antes del|vencimiento el"},
    {Role::due_date, "it",
     "data addebito|addebito il|addebito in data|data pagamento|data di pagamento|da saldare entro|entro e non "
     "oltre|pagabile entro|saldo entro|scadenza fattura|data scadenza pagamento|rata scadenza|pagare entro il|da "
     "versare entro|termine pagamento|"
     "scad pagamento|data scadenza|scadenza|data di scadenza|scadenza pagamento|scadenze|pagamento entro|pagare "
     "entro|da pagare entro|scade il|entro il|termine di pagamento|data scad|scad|pagamento entro il|da pagare entro "
     "il|scadenza il"},
    {Role::due_date, "nl",
     "incassodatum|incasso op|afschrijving op|uiterlijk te betalen|betalen uiterlijk op|te betalen op|betalen "
     "op|uiterste datum|betaaltermijn tot|voldoen voor|te voldoen uiterlijk|vervaldag factuur|betaling verwacht "
     "voor|uiterlijke betaaldag|betaaldag|vervaldatum factuur|"
     "vervaldatum|vervaldag|te betalen voor|uiterste betaaldatum|betalen voor|uiterlijk betalen|vervalt "
     "op|betaaldatum|te betalen uiterlijk|betaal voor|te voldoen voor|uiterste betaaldag|uiterlijke "
     "betaaldatum|betalen uiterlijk|te betalen uiterlijk op|uiterste datum van betaling|betalingstermijn "
     "tot|uiterlijk|betaling voor|betaling uiterlijk"},
    {Role::due_date, "pl",
     "zaplata do dnia|platnosc do dnia|zaplacic do dnia|ostateczny termin platnosci|termin uregulowania|platne w "
     "dniu|wymagalnosc|data wymagalnosci|platnosc dnia|termin zaplaty do|nalezy zaplacic do|termin wplaty|zaplac do|"
     "termin platnosci|termin zaplaty|data platnosci|platne do|zaplata do|do dnia|termin|data zaplaty|platnosc "
     "do dnia|do zaplaty do dnia|zaplata do dnia|platnosc do|zaplacic do|platne do dnia|prosimy o zaplate do|termin "
     "zapl"},
    {Role::due_date, "pt",
     "data de debito|debito em|pagamento ate ao dia|liquidar ate|a liquidar ate|data limite para pagamento|pagavel "
     "a|data do pagamento|pagar antes de|prazo limite|data max pagamento|data vencim|validade de pagamento|"
     "data de vencimento|~prazo|vencimento|data vencimento|data limite de pagamento|pagar ate|data limite|pagamento "
     "ate|vence "
     "em|data limite pagamento|data venc|a pagar ate|vencimento em|pagavel ate|vence a|data de pagamento|pagar ate ao "
     "dia"},
    {Role::due_date, "sv",
     "forfallodag den|oss tillhanda den|betalning oss tillhanda|autogiro dras|dras den|forfallodat|sista dag for "
     "betalning|betalningsdag|skall vara oss tillhanda|att betala senast den|betalas den|forfaller till betalning|"
     "forfallsdato|forfall|forfallodatum|forfallodag|forfaller|betalas senast|sista betalningsdag|betala senast|oss "
     "tillhanda "
     "senast|forfallo|oss tillhanda|att betala senast|betalning senast|forf datum|forfaller "
     "den|betalningsdatum|senast|senast den|betalas senast den|sista betaldag"},
    {Role::due_date, "da",
     "betalingsfrist den|senest betaling|skal betales senest|traekkes den|betales den|forfald den|forfaldsdag "
     "den|sidste frist|rettidig indbetaling|sidste rettidige indbetaling|forfalds dato|betalings dato|indbetales "
     "senest|sidste dag for betaling|senest den|"
     "forfaldsdato|forfaldsdag|betalingsdato|betales senest|sidste rettidige betalingsdag|forfalder|sidste "
     "betalingsdag|forfald|rettidig betaling|betaling senest|sidste rettidige betaling|forfalder "
     "den|betalingsfrist|betales inden|senest|betal senest|sidste rettidige betalingsdato|forfalden den|rettidig "
     "betalingsdato"},
    {Role::due_date, "cs",
     "nejpozdeji do|uhradit nejpozdeji do|lhuta splatnosti do|termin splatnosti|termin uhrady|platba do|zaplatit "
     "do|splatnost do|datum uhrady|splatnost ke dni|datum zaplaceni|"
     "datum splatnosti|splatnost|splatno|splatne do|den splatnosti|splatno do|datum splat|uhradte do|zaplatte "
     "do|splatno dne|uhradit do|splatna dne|splatnost dne|splatne dne"},
    // ---- other dates
    {Role::delivery_date, "",
     "delivery date|date of delivery|date of supply|supply date|service date|shipping date|ship "
     "date|lieferdatum|leistungsdatum|liefer und leistungsdatum|liefer bzw leistungsdatum|tag der "
     "lieferung|leistungszeitpunkt|date de livraison|date livraison|fecha de entrega|fecha de operacion|fecha "
     "operacion|"
     "data consegna|data di consegna|leverdatum|leveringsdatum|data sprzedazy|data dostawy|data dokonania dostawy|data "
     "de entrega|data da entrega|leveransdatum|leveringsdato|datum dodani|date of service|lieferung am|data wykonania "
     "uslugi|data de descarga|date de la prestation|date de prestation|dispatch date|delivered on|geliefert "
     "am|liefertermin|leistung am|date shipped|"
     "levererad|leverans|fecha del servicio|datum levering|date d execution|tax point date|data dostawy wykonania "
     "uslugi|lieferzeitpunkt|fecha de servicio|data prestazione|leverans datum|leveret|livre le|fecha de la "
     "operacion|data zakonczenia dostawy|datum dodania|lieferung leistung|leistungsdatum lieferdatum|data de "
     "carga|data do servico|data carga|fecha de envio"},
    {Role::tax_date, "",
     "tax point|tax date|datum uskutecneni zdanitelneho plneni|duzp|datum zdanitelneho plneni|den uskutecneni "
     "zdanitelneho "
     "plneni|datum usk zdan plneni|dat zdan plneni|uskutecneni plneni|data powstania obowiazku podatkowego|datum "
     "uskutecneni plneni|datum zdan plneni"},
    {Role::period, "",
     "billing period|service period|invoice "
     "period|period|leistungszeitraum|abrechnungszeitraum|rechnungszeitraum|lieferzeitraum|periode|periode de "
     "facturation|periodo|periodo de facturacion|periodo di fatturazione|periodo di riferimento|okres "
     "rozliczeniowy|faktureringsperiod|zuctovaci obdobi|factuurperiode|zeitraum|period of service|periodo facturado|"
     "periodo de faturacao|okres|obdobi|faktureringsperiode|period covered|periodo di competenza|prestation "
     "du|leistung von|period from|rental period|usage period|fakturaperiod|fakturaperiode|fakturacni "
     "obdobi|verbrauchszeitraum|versicherungszeitraum|tijdvak|abrechnungsperiode|okres swiadczenia "
     "uslugi|leistungsmonat|service from|leistungszeit"},
    {Role::period_start, "",
     "period start|start date|date de debut|date de debut de prestation|date debut|von|from|fecha inicio|data "
     "inizio|begin datum|startdatum|data rozpoczecia|data inicio"},
    {Role::period_end, "",
     "period end|end date|date de fin|date de fin de prestation|date fin|fecha fin|data "
     "fine|einddatum|enddatum|slutdatum|data zakonczenia|data fim"},
    {Role::other_date, "",
     "order date|date of order|bestelldatum|bestellung vom|auftragsdatum|date de commande|fecha de pedido|fecha "
     "pedido|data ordine|orderdatum|besteldatum|data zamowienia|data da encomenda|bestallningsdatum|ordredato|datum "
     "objednavky|print date|printed on|druckdatum|gedruckt am|po date|"
     "date de facture associee|delivery note date|lieferscheindatum|previous invoice date|original invoice date|last "
     "payment date|payment received on|eingangsdatum|statement period|date printed|printed|contract "
     "date|vertragsdatum|stand|printdatum|wydrukowano|data wydruku|data stampa|stampato il|imprime "
     "le|impreso el|impresso em|vytisteno|tisk|"
     "date d impression|afgedrukt op|skontofrist|skonto bis|quote date|reference date|datum original rechnung|rechnung "
     "vom ursprung|beleg vom|valid until|gultig bis|date bon de commande|registered|created|date of "
     "birth|geburtsdatum|meter reading date|reading date|last payment|next payment|booking "
     "date|buchungsdatum|orderdato|commande du|pedido del|ordine del|order dated|lieferschein vom|auftrag vom|datum "
     "bestelling|vervalt|data aggiornamento|data do pedido|data zlecenia|next reading|check in|check "
     "out|arrival|departure|anreise|abreise|order placed|ordrad|versanddatum|verzenddatum|data d ordine|print "
     "time|skapad|oprettet|membership since|date de la commande|fecha impresion|discount date|data pedido|ddt "
     "del|bestilt|orderdag"},
};

}  // namespace

std::span<const LabelRow> date_labels() { return kRows; }

}  // namespace ap::extract::reading
