// Names of references, customer numbers and the currency. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    // ---- references
    {Role::order, "en",
     "your purchase order number|purchase order reference|po id|p o ref|po num|p o num|customer purchase order|client "
     "po|requisition no|requisition number|requisition|call off order|order placed no|blanket order|buyers ref "
     "po|release order no|"
     "purchase order|po number|po no|p o no|p o number|your order|order number|order no|your order no|customer "
     "order|customer order no|po|p o|purchase order no|purchase order number|po #|order ref|order reference|order "
     "#|your po|buyer order|po ref|customer po|p o #|your order number|cust po|po reference|client order|your order "
     "ref|buyer s order no|purchase order ref|purchase order #|po nr|your purchase order|cust po no|customer po "
     "no|customer order number|order id|customer po number|buyers order no|buyer order no|your po no|your po "
     "number|buyer po"},
    {Role::order, "de",
     "bestellzeichen kunde|ihr bestellzeichen|bestellungsnummer|bestell id|bestell referenz|bestellref|po nr|po "
     "no|abrufnummer|abruf|kundenauftragsnummer|ihre auftragsnr|ihr auftrag nr|best "
     "nr|bestellscheinnummer|einkaufsbestellung|bestellschein nr|"
     "bestellnummer|bestellung|bestell nr|ihre bestellung|bestellnr|bestellung nr|ihre bestellnummer|ihre bestell "
     "nr|auftragsnummer|auftrags nr|kundenbestellnummer|bestellreferenz|auftragsnr|ihr auftrag|ihre bestellung "
     "nr|bestellzeichen|po nummer|ihre bestellreferenz|bestellnummer kunde|bestellung nummer|kundenauftrag|bestell "
     "no|auftrag kunde|auftrag|auftrag nr|bestellnummer des kunden|ihre auftragsnummer|kundenbestellung"},
    {Role::order, "fr",
     "ref bon de commande|reference bon de commande|bc no|no bc|n bc|votre bc|numero bon de commande|commande "
     "numero|cde no client|votre numero de commande|v commande|v cde|marche no|ordre d achat|no d ordre d "
     "achat|engagement no|numero d engagement|"
     "numero de commande|bon de commande|commande no|votre commande|no de commande|no commande|no bon de "
     "commande|commande|reference commande|ref commande|votre no de commande|bon de commande no|votre bon de "
     "commande|no de bon de commande|votre reference commande|n de commande|commande client|commande n|votre commande "
     "no|numero de bon de commande|no cde|cde no|n commande|num commande|reference de commande|cde client|commande "
     "client no"},
    {Role::order, "es",
     "orden de pedido|referencia de compra|numero orden de compra|num orden de compra|oc no|no oc|o c|vuestro numero "
     "de pedido|s pedido|vs pedido|referencia orden de compra|pedido de compra|expediente de compra|"
     "numero de pedido|pedido|pedido no|no pedido|su pedido|no de pedido|orden de compra|n pedido|num pedido|su pedido "
     "no|referencia pedido|pedido n|ref pedido|orden de compra no|pedido num|num de pedido|pedido cliente|n de "
     "pedido|su numero de pedido|referencia de pedido|vuestro pedido|no orden de compra|pedido del cliente|numero "
     "pedido|n orden de compra"},
    {Role::order, "it",
     "rif vs ordine n|oda|o d a|oda n|numero oda|rif oda|ordine fornitore|vs rif ordine|ordine del cliente|n ordine "
     "cliente|id ordine|codice ordine|ordine rif|vs ordine del|ns ordine|"
     "numero ordine|ordine|ordine n|vostro ordine|n ordine|ordine d acquisto|rif ordine|rif ordine cliente|riferimento "
     "ordine|vs ordine|nr ordine|ordine di acquisto|vs ordine n|ordine nr|ordine cliente|num ordine|vostro ordine "
     "n|ordine no|n d ordine|no ordine|ordine acquisto|vs ord|numero d ordine|ordine di acquisto n|vostro numero d "
     "ordine|rif vs ordine|ordine acquisto n"},
    {Role::order, "nl",
     "uw inkooporder nr|inkooporderreferentie|po nr|po nummer klant|uw bestelbon|bestelreferentie|uw "
     "bestelreferentie|inkooporderno|order referentie|uw orderreferentie|bestel nr|uw opdrachtnummer|uw "
     "opdrachtnr|verplichtingnummer|opdracht nr|"
     "opdrachtnummer|opdrachtnr|uw opdracht|ordernummer|bestelnummer|inkooporder|uw bestelnummer|order nr|uw "
     "order|inkoopordernummer|bestelling|uw "
     "bestelling|ordernr|bestelnr|uw ordernummer|inkooporder nr|klantorder|po nummer|uw ordernr|inkooporder "
     "nummer|order|bestelbon nr|uw inkooporder|uw inkoopordernummer|bestelbonnummer|inkoopnummer|uw "
     "inkoopnummer|klantordernummer"},
    {Role::order, "pl",
     "zamowienie zakupu|numer zam klienta|nr zamowienia zakupu|numer zamowienia zakupu|zlecenie|zlecenie nr|nr "
     "zlecenia|numer zlecenia|zam klienta|po nr|zamowienie no|"
     "numer zamowienia|zamowienie nr|nr zamowienia|zamowienie|zamowienie klienta|nr zam|numer zamowienia klienta|zam "
     "nr|numer zam|nr zamowienia klienta|panstwa zamowienie|wasze zamowienie|wg zamowienia|do zamowienia|zamowienie "
     "numer|panstwa nr zamowienia"},
    {Role::order, "pt",
     "nota de encomenda n|n e no|v nota de encomenda|requisicao n|n requisicao|v requisicao|ordem de encomenda|numero "
     "da nota de encomenda|referencia da encomenda|pedido de compra|po no|compromisso no|numero de compromisso|"
     "encomenda|numero de encomenda|numero da encomenda|n encomenda|v encomenda|no encomenda|no de encomenda|nota de "
     "encomenda no|vossa encomenda|ordem de compra|no da encomenda|encomenda no|sua encomenda|ref encomenda|encomenda "
     "n|pedido|nota de encomenda|numero do pedido|vossa enc|ordem de compra no|pedido no|no pedido|v enc|numero do seu "
     "pedido|requisicao|vossa requisicao|requisicao no|numero da ordem de compra|no ordem de compra"},
    {Role::order, "sv",
     "rekvisition|rekvisitionsnummer|rekvisitionsnr|ert inkopsordernummer|er orderreferens|orderreferens|po nummer|po "
     "nr|inkopsreferens|kundens order|bestallning no|ert po nummer|"
     "ordernummer|order nr|ert ordernummer|inkopsorder|bestallningsnummer|ert ordernr|ordernr|er order|bestallning|er "
     "bestallning|inkopsordernummer|ert bestallningsnummer|bestallningsnr|inkopsorder nr|order|kundens ordernummer|er "
     "inkopsorder|inkopsordernr|kundorder|bestallning nr"},
    {Role::order, "da",
     "rekv nr|rekvnr|rekv|indkobsrekvisition|jeres po|po nummer|ordrereference|jeres ordrereference|deres "
     "rekvisition|deres rekvnr|kundens ordrenr|kundens ordre|bestillingsnr|bestilling nr|indkobs nr|"
     "ordrenummer|ordrenr|ordre nr|jeres ordre|indkobsordre|rekvisitionsnummer|rekvisition|deres ordrenr|jeres "
     "ordrenr|deres ordre|indkobsordrenummer|rekvisitionsnr|deres ordrenummer|jeres ordrenummer|indkobsordre "
     "nr|kundeordre|bestillingsnummer|ordre|indkobsordrenr|po nr|jeres rekvisition|rekvisition nr|jeres "
     "indkobsordre|bestilling"},
    {Role::order, "cs",
     "cislo obj zakaznika|obj cislo|obj|objednavka zakaznika c|objednavka kupujiciho|c obj zakaznika|nakupni "
     "objednavka|vase cislo objednavky|po cislo|objednavka ze dne|objednavky c|"
     "cislo objednavky|objednavka c|c objednavky|objednavka|objednavka cislo|vase objednavka|obj c|cislo obj|cislo "
     "vasi objednavky|vase objednavka c|c obj|cislo objednavky odberatele|objednavka no|dle objednavky|objednavka "
     "zakaznika|na zaklade objednavky"},
    {Role::contract, "",
     "contract|contract no|contract number|vertrag|vertragsnummer|vertrags nr|vertrag nr|contrat|numero de contrat|no "
     "contrat|no de contrat|contrat no|contrato|numero de contrato|no contrato|contrato no|contratto|numero "
     "contratto|contratto n|n contratto|contractnummer|contract nr|umowa|numer umowy|umowa nr|nr umowy|"
     "avtal|avtalsnummer|avtalsnr|kontrakt|kontraktnummer|kontrakt nr|aftalenummer|smlouva|cislo smlouvy|smlouva "
     "c|rahmenvertrag|versicherungsnummer|vertragskonto|contract id|contract ref|rif contratto|policy "
     "number|vertragsnr|ref marche|aftale nr|n de contrato|no do contrato|contrato n|contrattonr|ref contrat|reference "
     "contrat|agreement no|agreement number|vertragskontonummer|versicherungsschein nr"},
    {Role::buyer_reference, "",
     "your reference|your ref|customer reference|customer ref|ihr zeichen|ihre referenz|leitweg id|leitwegid|votre "
     "reference|vos references|vos ref|votre ref|su referencia|vostro riferimento|vs rif|vs riferimento|uw "
     "referentie|uw kenmerk|twoja referencja|panstwa referencja|vossa referencia|v referencia|v ref|"
     "er referens|ert referensnummer|deres reference|jeres reference|vase znacka|vase reference|buyer "
     "reference|kundenreferenz|client reference|client ref|referencia cliente|referencia del cliente|riferimento "
     "cliente|referentie klant|referencja klienta|ref klienta|referencia do cliente|er ref|vas odkaz|vase zn|ihre "
     "zeichen|kauferreferenz|su ref|vase ref|jeres ref|deres ref|kunderef|kundreferens|uw "
     "ref|klantreferentie|vostro rif|reference acheteur|code service|znak panstwa|vasa znacka"},
    {Role::preceding, "",
     "original invoice|original invoice no|preceding invoice|related invoice|invoice reference no|abono de factura|ref "
     "fatura|ref factura original|relating to invoice|relates to invoice|relative a la facture|relativo a "
     "factura|ursprungsrechnung|originalrechnung|bezug auf rechnung|zu rechnung|zur rechnung|facture d origine|facture "
     "associee|no de facture associee|facture initiale|reference facture d origine|factura original|factura "
     "rectificada|factura que rectifica|fattura originale|riferimento fattura|"
     "rif fattura n|oorspronkelijke factuur|originele factuur|faktura pierwotna|faktura korygowana|dotyczy faktury|do "
     "faktury|fatura original no|fatura de origem|documento de origem|ursprunglig faktura|ursprungsfaktura|avser "
     "faktura|oprindelig faktura|vedrorer faktura|puvodni faktura|k fakture|puvodni doklad|korrigierte "
     "rechnung|original invoice number|credit for invoice|"
     "credit note for invoice|to invoice|against invoice|invoice credited|bezieht sich auf rechnung|korrektur zu "
     "rechnung|betreff rechnung|sur facture|relatif a la facture|concerne la facture|avoir sur facture|sobre "
     "factura|rettifica fattura|su fattura|betreft factuur|credit op factuur|ref a fatura|referente a fatura|relativo "
     "a fatura|krediterar faktura|krediterad faktura|krediteret faktura|kredit for faktura|"
     "oprava faktury|original rechnung|storno zu rechnung|facture corrigee|facture de reference|factura de "
     "referencia|fattura di riferimento|fatura de referencia|k dokladu|applies to invoice|referenced invoice|facture "
     "concernee|rechnungsbezug|reference invoice|dotyczy|oprindelig faktura nr|ursprunglig faktura nr|numer faktury "
     "pierwotnej|factura rectificada no|fattura di origine|rif fatt|facture d origine no|rektifikuje "
     "fakturu|adjustment to invoice|adjustment of invoice|in respect of invoice|opravovany doklad|nr faktury "
     "korygowanej|vorherige rechnung|reference to invoice|gutschrift zu rechnung|documento retificado|korrektion af "
     "faktura|ref invoice|against invoice no|gutschrift zur rechnung|stornierte rechnung|bezugsrechnung"},
    {Role::other_id, "en",
     "customer number|customer no|customer id|account number|account no|acct no|customer code|client no|client "
     "id|delivery note|delivery note no|job no|project no|project|quote no|serial no|member "
     "id|cashier|terminal|till|table|approval code|auth code|trans no|supplier no|vendor "
     "no|page|tracking no|meter number|customer #|account #|"
     "vendor number|cust no|sales person|salesperson|salesman|counter|pos no|pax|acct|ac no|a c no|account|our "
     "reference|our ref|merchant id|tid|mid|batch no|shipment no|delivery no|ticket no|case no|despatch no|dispatch "
     "no|quotation no|client number|supplier code|sort code|routing number|aba|member no|our order|our order no|sales "
     "order no|packing slip no|site id|route|customer a c|meter no|project number|staff|slip no|trace "
     "no|stan|rrn|queue no|cust id|docket no|operator|vendor id|project ref|ship via|incoterms|ledger|cost centre|cost "
     "center|server|station|reg no|register no|waiter|order type|transaction|duns|quote|hsn|sac|item "
     "code|sku|lot|batch|room|supplier id|supplier number|room no|booking ref|booking reference|work "
     "order|confirmation number|tax code|our order number|delivery note number|eway bill no|irn|vehicle no|lr no|place "
     "of supply|customer account|shift|clerk|reservation|invoice code no"},
    {Role::other_id, "de",
     "kundennummer|kunden nr|kundennr|kd nr|debitorennummer|debitor|debitoren "
     "nr|lieferschein|lieferscheinnummer|lieferschein nr|projekt|projektnummer|angebot "
     "nr|angebotsnummer|seite|lieferantennummer|lieferanten nr|vorgang|kunde "
     "nr|personalnummer|mitgliedsnummer|kundenkonto|leasingnummer|lieferung nr|artikelnummer|unser zeichen|unsere "
     "referenz|bediener|kasse|tse|zahlernummer|seriennummer|projekt nr|kostenstelle|lieferantennr|kassen "
     "nr|filiale|objekt|kto nr|kontonummer|blz|bearbeiter|objektnummer|"
     "kto|steuerkennzeichen|unsere auftragsnummer|unsere auftragsnr|unser auftrag|vertreter|art "
     "nr|kundenno|liefernummer|sendungsnummer|tisch|bon|verwendung|gln|globale nummer|kreditor|kreditorennummer|lief "
     "nr|kreditoren nr|unsere kundennummer|versandart|zahlpunkt|marktlokation|kassierer|transaktion|trace nr|terminal "
     "id|kd nummer|zimmer|kunden no|kundenkennung|charge|lieferschein no|lieferanten nummer|angebot|ls nr"},
    {Role::other_id, "fr",
     "numero client|code client|no client|client no|no de client|n client|bon de livraison|no bon de livraison|bl "
     "no|page|no de compte|notre reference|ref client|reference client|ref client no|numero de client|no "
     "fournisseur|code fournisseur|affaire|no "
     "affaire|chantier|n affaire|notre ref|compte client|devis no|projet|caisse|code banque|code guichet|no compte|cle "
     "rib|dossier|no dossier|reference dossier|ref interne|vendeur|caissier|table|rib|no de dossier|numero de "
     "compte|no devis|no de bl|numero fournisseur|no de bon de livraison|ref devis|code article|suivi|nos "
     "references|ref appel d offres|ref projet|ref comptable|identifiant client"},
    {Role::other_id, "es",
     "numero de cliente|no cliente|cliente no|codigo cliente|cod cliente|albaran|albaran no|no albaran|pagina|nuestra "
     "referencia|codigo de cliente|n cliente|proyecto|proveedor no|cuenta|num cliente|presupuesto "
     "no|obra|expediente|mesa|caja|vendedor|cajero|n albaran|nuestra ref|codigo proveedor|num albaran|no de "
     "cliente|numero cliente|agente|no proveedor|id cliente|ref interna|cod proveedor|no de albaran"},
    {Role::other_id, "it",
     "codice cliente|cod cliente|numero cliente|ddt|ddt n|n ddt|pagina|nostro riferimento|ns rif|cliente "
     "n|commessa|cig|cup|codice destinatario|codice univoco|cod fornitore|agente|rif ddt|n cliente|codice "
     "fornitore|codice articolo|protocollo|pratica|codice sdi|cassa|operatore|tavolo|documento di trasporto n|ns "
     "riferimento|preventivo n|id cliente|cod clie|vettore|progetto"},
    {Role::other_id, "nl",
     "klantnummer|klantnr|klant "
     "nr|debiteurnummer|debiteurennummer|debiteur|pakbon|pakbonnummer|pagina|projectnummer|ons kenmerk|onze "
     "referentie|leverancier nr|relatienummer|offertenummer|kassa|medewerker|leveranciersnummer|klantcode|pakbon "
     "nr|onze ref|klant id|filiaal|projectnr|offerte nr|zendingnummer|leverbonnummer|bedieningspunt|klantnummer bij "
     "ons|onze order|relatienr|werkbon|ons ordernummer|debiteurnr"},
    {Role::other_id, "pl",
     "numer klienta|nr klienta|kod klienta|wz nr|strona|nr wz|numer wz|projekt|nasza referencja|kasjer|kasa|kod "
     "kontrahenta|nr projektu|numer dostawcy|nr rachunku|nr konta|nr dostawcy|id klienta|nr oferty|nr wydruku|numer "
     "oferty|nasz znak|sprzedal|nr paczki|dokument wz"},
    {Role::other_id, "pt",
     "numero de cliente|cliente no|no cliente|codigo de cliente|n cliente|guia de remessa no|pagina|n ref|nossa "
     "referencia|projeto|cod cliente|no de cliente|atcud|guia no|fornecedor no|caixa|operador|mesa|orcamento no|codigo "
     "cliente|n guia|no fornecedor|obra|vendedor|numero cliente|guia de transporte no|nossa ref|num cliente|licenca"},
    {Role::other_id, "sv",
     "kundnummer|kundnr|kund nr|foljesedel|foljesedelsnummer|sida|var "
     "referens|projektnummer|leverantorsnummer|projekt|sid|kassa|kassor|leverantorsnr|offertnummer|var order|vart "
     "ordernummer|saljare|ocr kontroll|vart ordernr|foljesedelsnr|kund id|var ref|leveransnummer|bankgiro "
     "kontroll|offertnr|projektnr|fraktsedel|kundkod|godsmarke"},
    {Role::other_id, "da",
     "kundenummer|kundenr|kunde nr|folgeseddel|folgeseddelnr|side|vores reference|projektnummer|debitor "
     "nr|leverandornummer|kontonr|reg nr|kontonummer|sag|sagsnr|debitornr|kasse|ekspedient|tilbud "
     "nr|sagsnummer|debitornummer|leverandornr|projekt nr|folgeseddel nr|vores ref|vor ref|projekt|kunde id|var "
     "ref|ean|ean nr|ean nummer|ean lokationsnr|konto nr|konto"},
    {Role::other_id, "cs",
     "cislo zakaznika|zakaznicke cislo|dodaci list|dodaci list c|strana|kod zakaznika|nase znacka|cislo uctu|cislo "
     "zakazky|zakazka c|cislo projektu|pokladna|obsluha|zakaznik c|nase reference|cislo dodavatele|zakazka|cislo "
     "dodaciho listu|cislo nabidky|konstantni symbol|specificky symbol|ucet c|cislo klienta|c zakaznika|nase "
     "zn|stul|provozovna|odberatel c|kod odberatele"},
    {Role::currency, "",
     "currency|wahrung|devise|moneda|divisa|valuta|waluta|moeda|mena|invoice currency|rechnungswahrung|monnaie de "
     "facturation|fakturavaluta|currency code|waehrung|devise de facturation|moeda da fatura|mena faktury|waluta "
     "faktury|divisa de factura|valuta fattura|factuurvaluta|moneda de factura|document currency|billing currency"},
};

}  // namespace

std::span<const LabelRow> reference_labels() { return kRows; }

}  // namespace ap::extract::reading
