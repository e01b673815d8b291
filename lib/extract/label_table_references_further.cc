// Further names of numbers, orders and references, most of them seldom used. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    {Role::number, "es", "~folio|serie y folio|serie folio"},
    {Role::other_id, "es", "folio fiscal|folio fiscal uuid|uuid"},
    {Role::order, "pl", "nr zlecenia klienta|numer zlecenia klienta|zlecenie klienta"},
    {Role::order, "de", "auftrag kunde|auftrag des kunden|auftragsnummer kunde|bestellung kunde|bestellnr kunde"},
    {Role::number, "en",
     "notice no|notice number|premium notice no|premium notice number|vat invoice no|fee note no|fee note "
     "number|proforma no|pro forma invoice no|cm no|cm number|cn number|credit memorandum no|correction no"},
    {Role::number, "de",
     "rgnr|honorarrechnung nr|liquidationsnummer|gs nr|stornorechnungsnummer|abrechnungs nr|anzahlungsrechnung nr|"
     "quittungs nr|quittung nr|kostennote nr|kostenrechnung nr|gebuhrenrechnung nr|mahnung nr|proformarechnung nr|"
     "sammelrechnung nr|monatsrechnung nr|fortlaufende nummer|korrektur nr|korrekturnummer"},
    {Role::number, "fr",
     "avis no|no d avis|numero d avis|avis d echeance no|no avis|appel de cotisation no|appel de cotisations no|"
     "facture d avoir no|facture d acompte no|facture de solde no|facture proforma no|decompte no|no de decompte|"
     "quittance no|bordereau no|no de quittance"},
    {Role::number, "es",
     "~num|folio fiscal interno|serie y folio|serie folio|folio interno|no factura rectificativa|no abono|factura "
     "proforma no|numero y serie|minuta no|no de minuta|recibo no|no recibo|liquidacion no"},
    {Role::number, "it",
     "ft n|nota di accredito n|parcella nr|notula n|preavviso di parcella n|ricevuta n|ricevuta fiscale n|bolletta n|"
     "numero bolletta|n bolletta|fattura di cortesia n|copia fattura n|proforma n|progressivo n"},
    {Role::number, "nl",
     "factuurno|stuknummer|boekstuknummer|declaratienummer|declaratie nr|kwitantienummer|voorschotfactuur nr|pro "
     "forma factuur nr"},
    {Role::number, "pl", "faktura proforma nr|pro forma nr"},
    {Role::number, "pt",
     "nota de debito n o|nf no|nf e no|nfs e no|numero da nfs e|recibo n o|fatura proforma n o|fatura pro forma no|"
     "venda a dinheiro n o"},
    {Role::number, "sv", "verifikationsnr|samlingsfaktura nr|avi nr|avinummer|proformafaktura nr"},
    {Role::number, "da", "opkraevning nr|proformafaktura nr|afregning nr"},
    {Role::number, "cs", "opravny doklad c|proforma faktura c|dan doklad c|zjednoduseny danovy doklad c"},
    {Role::order, "en", "po ref no|client order no|client order number|order ref no|customer order ref"},
    {Role::order, "de", "ihre best nr|ihre best|auftr nr|bestell nr kunde"},
    {Role::order, "fr",
     "votre bon|votre bon no|vos references commande|no cde client|bon de commande client|no d engagement|votre ref "
     "commande|v ref commande|"
     "commande du client"},
    {Role::order, "es",
     "no pedido cliente|~oc|no de orden de compra|orden de compra del cliente|numero de orden de compra|no de pedido "
     "de cliente"},
    {Role::order, "it", "vs ord n|ordine cliente n|rif ordine n|ordine d acquisto n|n oda|numero ordine cliente"},
    {Role::order, "nl", "verplichtingennummer|verplichting|verplichting nr"},
    {Role::order, "pl", "numer zamowienia po|do zamowienia nr|wg zamowienia nr|nr zamowienia odbiorcy|nr zam klienta"},
    {Role::order, "pt",
     "v encomenda n o|pedido de compra no|no compromisso|n o de compromisso|v ref encomenda|n encomenda cliente|v n o "
     "de encomenda"},
    {Role::order, "sv",
     "ert bestallningsnr|bestallnings id|kundens bestallning|bestnr|avropsnummer|bestalln nr|kundens bestallningsnr"},
    {Role::order, "da", "~kobsordre|kobsordrenr|deres bestilling|deres ordre nr"},
    {Role::order, "cs", "na zaklade objednavky c|dle objednavky c|cislo objednavky zakaznika"},
    {Role::buyer_reference, "en", "yr ref|cust ref|buyer ref|buyer s ref"},
    {Role::buyer_reference, "de",
     "ihre ref|ihre nachricht vom|ihr zeichen ihre nachricht|~kundenref|referenz kunde|ihr bezug|ihre kundenreferenz|"
     "ihre bezugsnummer|referenz des kaufers"},
    {Role::buyer_reference, "fr", "ref acheteur"},
    {Role::buyer_reference, "es", "s ref|ref cliente|vuestra referencia|referencia del comprador"},
    {Role::buyer_reference, "it", "rif cliente|v rif|riferimento vs"},
    {Role::buyer_reference, "nl", "klant ref|referentie opdrachtgever|uw referentienummer"},
    {Role::buyer_reference, "pl",
     "panstwa znak|wasz znak|numer referencyjny klienta|referencja nabywcy|referencje klienta|wasza referencja"},
    {Role::buyer_reference, "pt", "sua referencia|ref cliente|vossa ref|ref a cliente"},
    {Role::buyer_reference, "sv",
     "kundens referens|~kundref|bestallarreferens|bestallarref|er markning|koparens referens|ert ref nr|bestallar id"},
    {Role::buyer_reference, "da",
     "kundereference|kundens reference|personreference|deres referencenr|kobers reference"},
    {Role::buyer_reference, "cs", "reference zakaznika|reference odberatele|reference kupujiciho|znacka zakaznika"},
    {Role::preceding, "en",
     "re invoice|credit against invoice|corrects invoice|ref invoice no|original tax invoice no|cancels invoice|"
     "replaces invoice|with reference to invoice|relating to invoice no|applied to invoice|orig invoice|orig inv no|"
     "correction of invoice|adjusts invoice|credits invoice|credited invoice|amends|amends invoice|against invoice"},
    {Role::preceding, "de",
     "zu rechnung nr|zur rechnung nr|bezug rechnung|ursprungliche rechnung|korrigiert rechnung|storno der rechnung|"
     "korrektur der rechnung|betrifft rechnung|betr rechnung|fur rechnung|zu unserer rechnung|zu unserer rechnung nr|"
     "ursprungl rechnung|bezugsrechnung nr|berichtigung der rechnung"},
    {Role::preceding, "fr",
     "ref facture d origine|sur facture no|concerne facture|annule la facture|avoir sur facture no|correction de la "
     "facture|reference facture initiale|facture liee|facture rectifiee|annule et remplace la facture|facture annulee|"
     "suite facture|objet avoir sur facture|no facture d origine|no de facture d origine|facture creditee"},
    {Role::preceding, "es",
     "rectifica a|rectifica la factura|rectifica a la factura|factura que se rectifica|rectificacion de la factura|"
     "anula la factura|factura origen|factura de origen|no factura rectificada|corrige la factura|factura relacionada|"
     "cfdi relacionado|uuid relacionado|corresponde a la factura|documento que modifica|factura afectada|"
     "correspondiente a la factura|documento origen|rectificativa de la factura"},
    {Role::preceding, "it",
     "a storno della fattura|a storno fattura|storno della fattura|a rettifica della fattura|a parziale storno della "
     "fattura|a storno parziale della fattura|a storno totale della fattura|su fattura n|documento di riferimento|rif "
     "ns fattura|rif ft|a storno totale fattura|a storno parziale fattura|fattura collegata|documento collegato|"
     "fatture collegate|storno ft|fattura stornata|storno totale fattura|storno parziale fattura"},
    {Role::preceding, "nl",
     "betreft factuurnummer|inzake factuur|correctie op factuur|gecrediteerde factuur|op factuur|met betrekking tot "
     "factuur|heeft betrekking op factuur|betr factuur|voor factuur|oorspronkelijk factuurnummer|originele "
     "factuurnummer|correctie van factuur|credit voor factuur"},
    {Role::preceding, "pl",
     "do faktury nr|dotyczy faktury nr|numer faktury korygowanej|dokument korygowany|dotyczy dokumentu|korygowany "
     "dokument|do dokumentu|nr korygowanego dokumentu|koryguje fakture|faktura korygowana nr|do faktury vat nr|"
     "dotyczy faktury vat nr"},
    {Role::preceding, "pt",
     "retifica a fatura|anula a fatura|fatura retificada|refere se a fatura|fatura n o de origem|doc origem|doc de "
     "origem|relativa a fatura|referencia fatura|retificacao da fatura|doc retificado"},
    {Role::preceding, "sv",
     "kredit av faktura|galler faktura|avser fakturanr|kredit pa faktura|avser fakturanummer|kredit till faktura|"
     "referens till faktura|korrigering av faktura|vart fakturanr som krediteras|avseende faktura"},
    {Role::preceding, "da",
     "vedr faktura|vedrorende faktura|krediterer faktura|reference til faktura|kreditnota til faktura|vedr fakturanr|"
     "vedrorer fakturanr|til faktura|udligner faktura|udligner fakturanr|relateret faktura"},
    {Role::preceding, "cs",
     "k fakture c|oprava dokladu|oprava k dokladu|oprava k dokladu c|k dokladu c|oprava faktury c|cislo puvodniho "
     "dokladu|puvodni doklad c|k danovemu dokladu c|opravuje doklad|opravuje fakturu|vztahuje se k fakture|cislo "
     "puvodni faktury|oprava danoveho dokladu c|k puvodnimu dokladu c|puvodni danovy doklad|puvodni danovy doklad c|"
     "ev c puvodniho danoveho dokladu|evidencni cislo puvodniho dokladu"},
    {Role::other_id, "en",
     "cust #|customer a c|a c ref|account ref|account code|client code|d n no|dn no|packing list no|consignment no|"
     "waybill no|awb no|so no|so #|job number|job ref|project code|quote ref|estimate no|file no|matter no|our file "
     "no|~matter|booking no|reservation no|confirmation no|vendor #|subscription id|site ref|vehicle reg|chassis no|"
     "~vin|patient no|patient id|pupil id|student id|store no|sales rep|load no|trip no|~bsb|work order no|wo #|ro #|"
     "debtor no|debtor code|lot no"},
    {Role::other_id, "de",
     "kdnr|kundenkontonummer|deb nr|mitglieds nr|lieferscheinnr|~liefersch|unsere zeichen|~bauvorhaben|baustelle|"
     "angebots nr|vorgangs nr|aktenzeichen|~akte|fall nr|fallnummer|patientennummer|patienten nr|ihre lieferantennr|"
     "zahler nr|fahrgestell nr|fahrgestellnummer|~kennzeichen|amtl kennzeichen|transport nr|~belegart|kassenzeichen|"
     "buchungszeichen|verbrauchsstelle|abnahmestelle|kommissionsnummer|serviceauftrag|werkstattauftrag|~kundencode|"
     "reservierungsnummer|buchungsnummer|unsere lieferanten nr bei ihnen"},
    {Role::other_id, "fr",
     "no compte client|~matricule|no adherent|no d adherent|no abonne|bon de livraison no|no bl|nos ref|dossier no|"
     "ref dossier|affaire no|no d affaire|no de devis|code projet|immatriculation|no de serie|no chassis|or no|no or|"
     "no de compteur|~pdl|~pce|point de livraison|representant|~commercial|no de police|no de sinistre|no patient|no "
     "d inscription"},
    {Role::other_id, "es",
     "cta cliente|cuenta cliente|numero de albaran|expediente no|no expediente|no presupuesto|~poliza|no de poliza|"
     "~bastidor|~cups|~comercial|representante|~remesa|reserva no|~localizador|~habitacion|no de socio|~socio|no de "
     "historia|paciente no|~remision|no de remision|~ruta|transportista|referencia catastral|centro de coste"},
    {Role::other_id, "it",
     "cod cli|nr cliente|bolla n|doc di trasporto|commessa n|~cantiere|pratica n|n pratica|offerta n|codice cig|"
     "codice cup|~targa|~telaio|~matricola|~pod|~pdr|listino|prenotazione|n prenotazione|n polizza|tessera n|codice "
     "utente|~utenza|n utenza"},
    {Role::other_id, "nl",
     "uw klantnummer|debiteurennr|deb nr|lidnummer|pakbonnr|leverbonnr|~vrachtbrief|dossiernummer|dossiernr|"
     "werknummer|werknr|werkbonnr|offertenr|contractnr|polisnummer|~kenteken|chassisnummer|meternummer|~meterstand|"
     "leveranciersnr|crediteurnummer|vertegenwoordiger|behandeld door|patientnummer|reserveringsnummer|boekingsnummer|"
     "ondernemingsnr|kostenplaats|zaaknummer"},
    {Role::other_id, "pl",
     "kontrahent nr|nr kontrahenta|numer kontrahenta|nr odbiorcy|kod odbiorcy|nr listu przewozowego|oferta nr|nr "
     "rejestracyjny|nr rej|~vin|licznik nr|nr licznika|punkt poboru|~ppe|~handlowiec|sprzedawca nr|nr bdo|rezerwacja "
     "nr|nr rezerwacji|~pokoj|~mpk|nr abonenta|numer abonenta|nr ewidencyjny|nr konta klienta|~ksef|numer ksef|nr "
     "ksef"},
    {Role::other_id, "pt",
     "conta cliente|no guia|n referencia|n o orcamento|proposta n o|n o de contrato|~quilometros|~cpe|~cui|~contador|"
     "cod fornecedor|reserva n o|socio n o|~apolice|processo n o|inscricao municipal|inscricao estadual|codigo de "
     "verificacao|local de carga|~viatura|chave de acesso"},
    {Role::other_id, "sv",
     "ert kundnummer|medlemsnummer|medlemsnr|fraktsedelsnr|sandningsnr|~arende|arendenr|arendenummer|anlaggnings id|"
     "matarnummer|~matare|regnr|registreringsnummer|chassinr|leveranssatt|godsmarkning|~markning|kostnadsstalle|"
     "objektnr|~fastighet|~lagenhet|bokningsnr|bokningsnummer|abonnentnr|forsakringsnummer|~arbetsorder|arbetsordernr|"
     "lagerstalle"},
    {Role::other_id, "da",
     "deres kundenr|medlemsnr|medlemsnummer|~fragtbrev|fragtbrevsnr|vor reference|sags nr|tilbudsnr|aftalenr|"
     "kontraktnr|malernr|malernummer|aftagenr|installationsnr|registreringsnr|stelnr|booking nr|bookingnr|~vaerelse|"
     "policenr|abonnementsnr|leveringsform|forsendelsesmade|korselsnr|p nr|p nummer"},
    {Role::other_id, "cs",
     "id zakaznika|cislo odberatele|c dodaciho listu|dl c|nakladni list|nabidka c|~spz|~vin|cislo elektromeru|odberne "
     "misto|~eic|obchodni zastupce|konst symbol|spec symbol|zpusob dopravy|~stredisko|~pokoj|rezervace c|cislo "
     "rezervace|pojistka c"},
    {Role::payment_reference, "en",
     "bank reference|reference to quote|please quote this reference|payment details reference|structured "
     "communication|bpay ref|biller reference|reference for payment|payment advice ref|your payment reference|please "
     "use reference|please use the reference"},
    {Role::payment_reference, "de",
     "bei zahlung bitte angeben|verwendungszweck bei uberweisung|bei uberweisung angeben|zahlungsgrund|kassenzeichen|"
     "zahlungsvermerk|uberweisungstext|bitte bei zahlung angeben|bei zahlungen angeben"},
    {Role::payment_reference, "fr",
     "libelle du virement|reference du virement|communication libre|reference reglement|reference de reglement|a "
     "rappeler|a rappeler lors du paiement|reference a rappeler lors du paiement|motif du virement|merci d indiquer|"
     "reference qr|ref a rappeler"},
    {Role::payment_reference, "es",
     "concepto transferencia|referencia transferencia|entidad referencia|referencia bancaria|concepto de la "
     "transferencia|indicar en el concepto|clabe referencia|linea de captura"},
    {Role::payment_reference, "it",
     "causale pagamento|causale del bonifico|causale versamento|indicare nella causale|codice avviso|codice pagamento|"
     "~iuv"},
    {Role::payment_reference, "nl",
     "o v v|vermelden bij betaling|vermeld bij betaling|betaalkenmerk|betaalreferentie|omschrijving betaling|te "
     "vermelden|~vermelding|gelieve te vermelden|~ovv"},
    {Role::payment_reference, "pl",
     "tytul platnosci|w tytule przelewu|tytul wplaty|w tytule|numer referencyjny platnosci|w tytule przelewu prosze "
     "podac|w tytule platnosci|referencja platnosci"},
    {Role::payment_reference, "pt",
     "referencia para pagamento|descricao do pagamento|ref mb|referencia mb|ref multibanco|linha digitavel|nosso "
     "numero"},
    {Role::payment_reference, "sv",
     "referensnummer|ange vid betalning|ange ocr vid betalning|referens vid betalning|ange fakturanummer vid "
     "betalning|ocr nummer vid betalning|referensnummer vid betalning|ange vid inbetalning|betalningsmeddelande"},
    {Role::payment_reference, "da",
     "kode til netbank|indbetalings id|anfor ved betaling|oplys ved betaling|ved betaling oplyses|fi kode|girokort|"
     "betalingslinje|tekst til modtager|angiv ved betaling|besked til modtager"},
    {Role::payment_reference, "cs",
     "variab symbol|v symbol|zprava pro prijemce|variabilni symbol vs|reference platby|symbol variabilni|var s"},
};

}  // namespace

std::span<const LabelRow> further_reference_labels() { return kRows; }

}  // namespace ap::extract::reading
