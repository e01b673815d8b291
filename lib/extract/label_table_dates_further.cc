// Further names of dates, most of them seldom used. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    {Role::issue_date, "en",
     "~period ending|~month ending|tax point date of issue|tax point date|date tax point|date and tax point|tax point "
     "and date"},
    {Role::issue_date, "en", "date tax point|date and tax point|invoice date tax point|invoice tax date"},
    {Role::issue_date, "de",
     "dokumentendatum|faktura vom|fakturierungsdatum|briefdatum|rechnungsdatum lieferdatum|rechnungs und lieferdatum|"
     "rechnungsdatum leistungsdatum|rechnungsdatum und leistungsdatum|leistungs und rechnungsdatum|ihr rechnungsdatum"},
    {Role::issue_date, "fr", "creee le|date du"},
    {Role::issue_date, "es",
     "fecha y hora|fecha de elaboracion|fecha de certificacion|lugar y fecha|fecha de comprobante"},
    {Role::issue_date, "it",
     "data parcella|data ricevuta|data bolletta|data ft|luogo e data|data di emissione fattura|data emissione "
     "documento|data di redazione"},
    {Role::issue_date, "nl",
     "uitreikingsdatum|factuur d d|verzenddatum factuur|declaratiedatum|facturatiedatum|opgesteld op|faktuurdatum|"
     "~dagtekening"},
    {Role::issue_date, "pl", "data wystawienia faktury korygujacej|data i miejsce"},
    {Role::issue_date, "sv", "~fakturadat|~fakturad|avidatum|rakningsdatum|verifikationsdatum"},
    {Role::issue_date, "da", "~dateret|opkraevningsdato"},
    {Role::issue_date, "cs",
     "dat vystaveni|dat vyst|datum vystaveni faktury|datum vystaveni danoveho dokladu|datum vystaveni opravneho "
     "dokladu|datum vyhotoveni dokladu|den vystaveni dokladu"},
    {Role::due_date, "en",
     "due for payment|maturity date|settlement due date|balance due date|balance due by|amount due by|total due by|"
     "due dt|pmt due|overdue after"},
    {Role::due_date, "de",
     "zahlung bis zum|~zahltermin|bitte uberweisen bis|netto fallig am|ohne abzug bis|zahlbar spatestens bis|"
     "falligkeit der zahlung|abbuchungsdatum|lastschriftdatum|einzugsdatum|wird abgebucht am|zahlbar per"},
    {Role::due_date, "fr",
     "a echeance du|a payer le|paiement du le|paiement pour le|reglement au|date limite de reglement|echeance du "
     "paiement|du le|date d exigibilite du paiement|date du prelevement|date ech|dt echeance|payable jusqu au|date de "
     "paiement prevue"},
    {Role::due_date, "es",
     "f vto|fecha limite para el pago|fecha de adeudo|paguese antes de|pago hasta|vencimiento factura|vencimiento de "
     "la factura|fecha prevista de cargo"},
    {Role::due_date, "it",
     "pagabile entro il|data di addebito|scadenza rata|scadenza netta|da saldare entro il|pagamento a scadenza"},
    {Role::due_date, "nl",
     "te betalen tegen|uiterlijk te betalen op|betaling tegen|datum incasso|uiterste betalingsdatum|betalingsdatum|"
     "afschrijfdatum|uw betaaldatum|~vervaldat|te betalen ten laatste op|gelieve te betalen voor|gelieve te betalen "
     "tegen"},
    {Role::due_date, "pl",
     "do zaplaty do|termin platnosci do|term platnosci|data wymagalna|termin wymagalnosci|prosze zaplacic do"},
    {Role::due_date, "pt",
     "dt vencimento|~venc|data do debito|vencimento da fatura|~vencto|pague ate|dt venc|data limite p pagamento|data "
     "prevista de debito"},
    {Role::due_date, "sv",
     "sista betalningsdatum|forf dag|vara oss tillhanda|betalningen oss tillhanda|forfallodatum sista betalningsdag|"
     "autogirodatum|sista inbetalningsdag|senast oss tillhanda"},
    {Role::due_date, "da",
     "forfalder til betaling|sidste rettidige indbetalingsdag|sidste betalingsfrist|til betaling senest|~forfaldsd|"
     "netto forfald|betalingsdag|forfaldstidspunkt|opkraeves den|at betale senest"},
    {Role::due_date, "cs",
     "splatnost faktury|dat splatnosti|datum splatnosti faktury|~splatne|lhuta splatnosti|datum uhrady do|prosime "
     "uhradte do|k uhrade do"},
    {Role::delivery_date, "en",
     "shipment date|despatch date|performance date|job done|work completed|completed on|completion date|date "
     "completed|goods delivered|ship dt|date of performance|services rendered on|date of job"},
    {Role::delivery_date, "de",
     "liefertag|leistungstag|datum der lieferung|datum der leistung|tag der leistung|liefer leistungsdatum|ausgefuhrt "
     "am|ausfuhrungsdatum|leistung vom|versandt am|versand am|leistungserbringung am|zeitpunkt der lieferung|"
     "zeitpunkt der leistung|datum lieferung|leistungserbringung|liefer datum"},
    {Role::delivery_date, "fr",
     "livraison le|livraison du|date de la livraison|date d expedition|expedie le|date de realisation|date de service|"
     "date des prestations|date de la vente|date de l operation|date d intervention|intervention du|date de depart|"
     "date expedition|prestation realisee le|date de la prestation de service"},
    {Role::delivery_date, "es",
     "fecha entrega|fecha de prestacion|fecha envio|entregado el|fecha de prestacion del servicio|f entrega|f "
     "operacion|fecha albaran|fecha de realizacion|fecha de expedicion mercancia|fecha servicio"},
    {Role::delivery_date, "it",
     "data della consegna|consegna del|data spedizione|data di spedizione|data della prestazione|data di esecuzione|"
     "data effettuazione operazione|data operazione|consegnato il|data servizio|data intervento|data effettuazione|"
     "data esecuzione|data di effettuazione"},
    {Role::delivery_date, "nl",
     "geleverd op|datum van levering|prestatiedatum|datum prestatie|uitvoeringsdatum|datum uitvoering|datum dienst|"
     "datum werkzaamheden|uitgevoerd op|datum van de levering|datum van dienstverlening|leveringsdag"},
    {Role::delivery_date, "pl",
     "data wykonania|data zakonczenia uslugi|data dokonania lub zakonczenia dostawy|data dostarczenia|data "
     "swiadczenia|data realizacji|sprzedano dnia|dostarczono|data uslugi|wykonano dnia|data wydania|data wysylki|data "
     "wydania towaru|data sprzedazy wykonania uslugi|data dokonania dostawy wykonania uslugi|data dostawy towarow lub "
     "wykonania uslug|data zakonczenia dostawy lub wykonania uslugi"},
    {Role::delivery_date, "pt",
     "data entrega|data de expedicao|data de prestacao|data da prestacao|data de envio|data de colocacao a disposicao|"
     "data da operacao|data da prestacao do servico|data do fornecimento|data de saida|data descarga|data de "
     "realizacao"},
    {Role::delivery_date, "sv",
     "leveransdag|lev datum|levdatum|~levererat|levererat den|datum for leverans|~leveransdat|utfort datum|utfort den|"
     "utforandedatum|tjanstens datum|~avsand|avsandningsdatum|arbetet utfort"},
    {Role::delivery_date, "da",
     "leveringsdag|leveret den|lev dato|dato for levering|afsendelsesdato|~afsendt|forsendelsesdato|udfort den|"
     "udforelsesdato|leverance dato|leverancedato|levering dato|arbejdet udfort|ydelsesdato|dato for ydelse|udfort "
     "dato"},
    {Role::tax_date, "cs",
     "datum uskut zdan plneni|uskutecneni zdanitelneho plneni|datum plneni|~dzp|datum usk zd plneni|datum uskutecneni "
     "zdan plneni|den zdanitelneho plneni|den usk zdan plneni|zdanitelne plneni|datum uskutec zdan plneni|datum "
     "uskutecneni"},
    {Role::tax_date, "en", "time of supply|vat date|vat point|date of tax point"},
};

}  // namespace

std::span<const LabelRow> further_date_labels() { return kRows; }

}  // namespace ap::extract::reading
