// What a document calls itself and its number. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    // ---- kind of document
    {Role::title_invoice, "en",
     "invoice|tax invoice|interim invoice|progress invoice|rent invoice|fee invoice|freight bill|fee note|bill of "
     "costs|commercial invoice|vat invoice|sales invoice|service invoice|final invoice|~bill|invoice "
     "copy|invoice for services|invoice for goods|invoice for work|invoice for services rendered|proper tax "
     "invoice|self billed invoice|corrected invoice|billing statement"},
    {Role::title_invoice, "de",
     "rechnung|liquidation|gebuhrenrechnung|kostenrechnung|kostennote|zwischenrechnung|anzahlungsrechnung|"
     "handelsrechnung|schlussrechnung|teilrechnung|abschlagsrechnung|beitragsrechnung|honorarnote|faktura|"
     "sammelrechnung|monatsrechnung|endrechnung|rechnung "
     "original|faktur|jahresrechnung|honorarrechnung|stromrechnung|verbrauchsabrechnung|leistungsrechnung|"
     "dienstleistungsrechnung|ausgangsrechnung|rechnungskopie|handwerkerrechnung|dauerrechnung"},
    {Role::title_invoice, "fr",
     "facture|facture de solde|facture de situation|facture intermediaire|facture de cloture|facture "
     "recapitulative|facture acquittee|facture definitive|facture de vente|facture client|facture finale|facture d "
     "acompte|facture proforma definitive|facture "
     "originale|note d honoraires|duplicata de facture"},
    {Role::title_invoice, "es",
     "factura|factura de venta|factura ordinaria|factura simplificada|factura completa|factura comercial"},
    {Role::title_invoice, "it",
     "fattura|fattura accompagnatoria|fattura immediata|fattura differita|parcella|fattura di cortesia|fattura di "
     "vendita|copia fattura|fattura commerciale"},
    {Role::title_invoice, "nl",
     "factuur|voorschotfactuur|deelfactuur|slotfactuur|afrekening|jaarafrekening|verkoopfactuur|eindfactuur|kopie "
     "factuur|verzamelfactuur"},
    {Role::title_invoice, "pl",
     "faktura|faktura vat|faktura koncowa|faktura sprzedazy|faktura zaliczkowa|rachunek|faktura oryginal|faktura "
     "koncowa vat"},
    {Role::title_invoice, "pt", "fatura|factura|fatura recibo|factura recibo|fatura simplificada|fatura original"},
    {Role::title_invoice, "sv",
     "faktura|samlingsfaktura|delfaktura|kundfaktura|slutfaktura|fakturakopia|rakning|forsaljningsfaktura"},
    {Role::title_invoice, "da", "faktura|regning|salgsfaktura|slutfaktura"},
    {Role::title_invoice, "cs", "faktura|faktura danovy doklad|danovy doklad|vyuctovani|faktura vydana|vydana faktura"},
    {Role::title_credit, "en",
     "correction note|credit statement|corrective invoice|rectifying invoice|credit bill|sales return note|tax credit "
     "memo|"
     "credit note|credit memo|credit invoice|tax credit note|credit memorandum|sales credit|sales credit "
     "note|adjustment note|tax adjustment note|credit adjustment|credit advice|refund note|refund|return note|~credit"},
    {Role::title_credit, "de",
     "korrekturnote|gutschriftsnote|gutschriftsbeleg|gutschrift "
     "rechnungskorrektur|warengutschrift|rechnungsberichtigung|"
     "gutschrift|rechnungskorrektur|stornorechnung|korrekturrechnung|storno|stornierung|rechnungsgutschrift|"
     "ruckerstattung|erstattung|korrekturbeleg|ruckvergutung|kaufmannische gutschrift|storno "
     "rechnung|gutschriftsanzeige|korrekturgutschrift"},
    {Role::title_credit, "fr",
     "facture rectificative d avoir|facture de credit|note de correction|"
     "avoir|facture d avoir|note de credit|facture rectificative|avoir client|note d avoir"},
    {Role::title_credit, "es",
     "nota de rectificacion|nota de cargo negativa|factura de rectificacion|factura negativa|"
     "rectificacion|factura rectificativa|nota de credito|abono|factura de abono|nota de abono|rectificativa|factura "
     "abono"},
    {Role::title_credit, "it",
     "nota di rettifica|fattura di storno|nota di storno|nota accredito|"
     "nota di variazione|nota variazione|nota di credito|nota credito|nota di accredito|nota d accredito|storno "
     "fattura"},
    {Role::title_credit, "nl",
     "correctienota|correctiefactuur|creditering nota|terugbetaling nota|correctie factuur|"
     "creditnota|creditfactuur|credit nota|credit factuur|creditering"},
    {Role::title_credit, "pl",
     "nota korygujaca kwote|korekta do faktury|faktura korygujaca sprzedazy|nota uznaniowa|"
     "faktura korygujaca|korekta faktury|nota kredytowa|korekta|faktura vat korygujaca|faktura korekta"},
    {Role::title_credit, "pt",
     "nota de retificacao|nota de correcao|fatura retificativa|nota retificativa|"
     "nota de devolucao|nota de credito|nota credito|~nc|nota de abatimento"},
    {Role::title_credit, "sv",
     "korrigeringsfaktura|kreditrakning|aterbetalningsfaktura|"
     "kreditfaktura|kreditnota|kredit faktura|avdragsfaktura|kreditering"},
    {Role::title_credit, "da",
     "korrektionsfaktura|kreditfaktura nota|tilbagebetalingsnota|korrektionsnota|"
     "kreditnota|kreditfaktura|kreditering|fradragsnota|kreditbilag"},
    {Role::title_credit, "cs",
     "dobropis faktura|opravna faktura danovy doklad|vratka faktury|kreditni nota|"
     "dobropis|opravny danovy doklad|opravna faktura|opravny doklad"},
    {Role::title_receipt, "",
     "receipt|cash receipt|official receipt|sales "
     "receipt|kassenbon|kassenbeleg|quittung|kassenzettel|bon|ticket|ticket de "
     "caisse|recu|recibo|ricevuta|scontrino|scontrino fiscale|kassabon|kasticket|paragon|paragon "
     "fiskalny|talao|kvitto|kvittering|kassekvittering|bonbeleg|"
     "uctenka|pokladni doklad|cash bill|cash sale|cash sales|documento commerciale|paragon niefiskalny|ticket de "
     "compra|kassakvitto|tax receipt|paradni doklad|barbeleg|danova uctenka|bonnetje|barverkauf"},
    {Role::title_other, "en",
     "statement of account|account statement|payment reminder|pro forma|proforma|pro forma invoice|proforma "
     "invoice|purchase order|order confirmation|delivery note|packing slip|packing "
     "list|quotation|quote|estimate|remittance advice|final reminder|sales order|reminder|overdue notice|customer "
     "statement|final notice|monthly statement|dunning letter|statement|past due notice|delivery docket|despatch "
     "note|dispatch note|order acknowledgement"},
    {Role::title_other, "de",
     "kontoauszug|mahnung|zahlungserinnerung|proformarechnung|proforma "
     "rechnung|auftragsbestatigung|lieferschein|angebot|kostenvoranschlag|bestellung|offerte|saldenbestatigung|"
     "zahlungsavis|1 mahnung|2 mahnung|letzte mahnung|auftragsbestaetigung|bestellschein|kontenauszug"},
    {Role::title_other, "fr",
     "releve de compte|rappel|lettre de rappel|facture proforma|facture pro forma|devis|bon de livraison|confirmation "
     "de commande|relance|bon de commande|mise en demeure|relance de paiement|rappel de paiement|accuse de reception "
     "de commande"},
    {Role::title_other, "es",
     "extracto de cuenta|recordatorio de pago|factura proforma|factura pro "
     "forma|presupuesto|albaran|pedido|confirmacion de pedido|nota de entrega|estado de cuenta|albaran de "
     "entrega|orden de compra|requerimiento de pago"},
    {Role::title_other, "it",
     "estratto conto|sollecito|sollecito di pagamento|fattura proforma|fattura pro forma|preventivo|documento di "
     "trasporto|conferma d ordine|ordine di acquisto|bolla di consegna|ddt|conferma ordine"},
    {Role::title_other, "nl",
     "rekeningoverzicht|aanmaning|betalingsherinnering|proforma factuur|pro forma "
     "factuur|offerte|pakbon|orderbevestiging|herinnering|bestelbon|leverbon|inkooporder|rekeningafschrift"},
    {Role::title_other, "pl",
     "wezwanie do zaplaty|faktura proforma|faktura pro forma|oferta|zamowienie|potwierdzenie salda|wydanie "
     "zewnetrzne|ponaglenie|dowod dostawy|potwierdzenie zamowienia|wyciag z konta|przypomnienie o platnosci|list "
     "przewozowy|monit|dokument wz"},
    {Role::title_other, "pt",
     "extrato de conta|lembrete de pagamento|fatura proforma|fatura pro forma|orcamento|guia de remessa|nota de "
     "encomenda|aviso de pagamento|guia de transporte|confirmacao de encomenda|extracto de conta|conta corrente"},
    {Role::title_other, "sv",
     "kontoutdrag|betalningspaminnelse|paminnelse|proformafaktura|offert|foljesedel|orderbekraftelse|proforma "
     "faktura|inkassokrav|inkopsorder|saldobesked|reskontrautdrag"},
    {Role::title_other, "da",
     "kontoudtog|betalingspamindelse|rykker|proformafaktura|tilbud|folgeseddel|ordrebekraeftelse|rykkerskrivelse|"
     "proforma faktura|indkobsordre|betalingspaamindelse|rykkerbrev"},
    {Role::title_other, "cs",
     "vypis z uctu|upominka|zalohova faktura|proforma faktura|cenova nabidka|dodaci list|potvrzeni "
     "objednavky|objednavka|nabidka|vypis uctu"},
    // ---- number
    {Role::number, "en",
     "sales invoice no|sales invoice number|our invoice number|invoice serial number|invoice ref no|e invoice "
     "no|statement no|statement number|inv no #|tax inv no|bill reference|bill reference number|invoice "
     "identifier|invoice doc no|commercial invoice no|proper invoice no|credit memo id|credit id|unique invoice "
     "number|invoice numbers|"
     "invoice number|invoice no|invoice nr|invoice #|invoice num|inv no|inv number|inv #|invoice id|tax invoice "
     "no|bill no|bill number|document no|document number|~reference number|invoice ref|invoice reference|tax invoice "
     "number|receipt no|doc no|"
     "credit note number|credit note no|credit memo no|credit memo number|credit note #|credit no|tax invoice "
     "#|receipt number|receipt #|invoice id no|inv nr|credit memo #|bill #|bill id|document #|document "
     "id|document|invoice code|our invoice|our invoice no|adjustment note no|cn no|document ref|credit note ref|credit "
     "note nr|inv ref|cash bill no|doc number|adjustment note number|bill ref|credit ref|serial no of invoice|invoice "
     "serial no|folio no|voucher "
     "no|adjustment no|memo no|ticket no invoice"},
    {Role::number, "de",
     "rechnungsreferenz|rechnungskennung|rechnung id|rechnungs id|nr rechnung|rechnungsnr intern|fakturanr|fakturen "
     "nr|rechnungsbeleg|rechnungsbelegnummer|rg nr nummer|beleg id|rechnungsz|honorarnote nr|abschlagsrechnung "
     "nr|schlussrechnung nr|teilrechnung nr|rechnungsnummer nr|beleg "
     "no|fakturierungsnummer|abrechnungsnummer|abrechnung nr|"
     "~beleg|unsere rechnung|rechnung kennzeichen|vorgangsnummer rechnung|rechnungsnummer|rechnungs nr|rechnung "
     "nr|rechnungsnr|re nr|rg nr|rechnung nummer|belegnummer|beleg nr|rechnungs "
     "nummer|faktura nr|fakturanummer|gutschrift nr|gutschriftsnummer|gutschriftnummer|gutschrift "
     "nummer|dokumentnummer|rechnung no|"
     "belegnr|re nummer|rech nr|faktura nummer|rechnungskorrektur nr|dokument nr|storno nr|korrekturnummer|gutschrifts "
     "nr|stornonummer|rechn nr|vorgangsnummer|bon nr|bonnummer|gutschriftsnr|r nr|rnr|renr|nr der "
     "rechnung|dokumentennummer|unsere rechnung nr|rechnungs no|stornorechnung nr|korrekturrechnung nr|rg "
     "nummer|belegnummer nr"},
    {Role::number, "fr",
     "facture id|reference de la facture|numero fact|n de la facture|n facture client|num fact|identifiant "
     "facture|numero avoir|reference avoir|facture reference|facture de vente no|no de la piece|note d honoraires "
     "no|releve no|"
     "numero de facture|facture no|facture numero|no de facture|no facture|facture n|num facture|ref facture|reference "
     "facture|avoir no|numero d avoir|numero facture|n de facture|numero de l avoir|no d avoir|no avoir|note de credit "
     "no|facture nr|"
     "facture num|numero de piece|no de piece|no piece|piece no|facture #|avoir n|document no|numero du document|no de "
     "document|n facture|num de facture|reference de facture|ticket no|no ticket|fact no|numero de la facture|facture "
     "ref|numero de note de credit|no de la facture|no du document|numero de document|notre facture|notre facture "
     "no|note no"},
    {Role::number, "es",
     "factura numero de serie|serie y numero|serie numero|n de serie factura|codigo factura|referencia de "
     "factura|referencia factura|factura simplificada no|fra num|num fact|numero fra|n fact|identificador de "
     "factura|doc no|num doc|n doc|"
     "numero de factura|factura no|no factura|n factura|num factura|factura numero|no de factura|factura num|factura "
     "n|nro factura|nro de factura|numero factura|factura nro|num de factura|ref factura|n de factura|numero de "
     "documento|no documento|"
     "rectificativa no|numero de abono|abono no|no de abono|nota de credito no|factura rectificativa no|no "
     "rectificativa|documento no|num fra|fra no|factura ref|factura #|numero rectificativa|num documento|numero de "
     "rectificativa|numero de nota de credito|numero de factura rectificativa|n fra|no fra|nuestra factura|nuestra "
     "factura no"},
    {Role::number, "it",
     "fattura immediata n|fattura differita n|fattura accompagnatoria n|parcella n|numero progressivo|progressivo "
     "fattura|numero doc fattura|rif n fattura|n progr|n prog|documento num|numero fatt|nr doc|nr fatt|identificativo "
     "fattura|"
     "numero fattura|fattura n|fattura no|n fattura|fattura nr|nr fattura|numero documento|fattura numero|n "
     "documento|documento n|nota di credito n|nota di credito nr|numero nota|fattura num|no fattura|nota di credito "
     "no|n doc|num doc|nr documento|"
     "numero doc|n fatt|no documento|numero della fattura|numero di fattura|fatt n|documento nr|numero nota di "
     "credito|nota di credito numero|nota credito n|num documento|numero nota credito|documento numero|documento no|n "
     "di fattura|rif fattura|num fattura|progressivo|n progressivo|numero progressivo|prog n|nostra fattura|nostra "
     "fattura "
     "n|ns fattura"},
    {Role::number, "nl",
     "factuurreferentie|referentie factuur|ons factuurnummer|onze factuur|volgnummer "
     "factuur|factuurkenmerk|documentnr|factuurcode|nota nummer|nota nr|verkoopfactuurnummer|verkoopfactuur nr|fact "
     "nummer|"
     "factuurnummer|factuur nr|factuurnr|factuur nummer|factuur no|creditnotanummer|creditnota nr|nummer "
     "factuur|creditfactuur nr|creditfactuurnummer|factuur id|notanummer|documentnummer|factuur "
     "#|creditnummer|creditnota nummer|nr factuur|document nr|creditnotanr|bonnummer|bon nr|fact nr|kenmerk "
     "factuur|creditnota no|onze factuur|onze factuur nr|ons factuurnummer|factuurkenmerk|notanr|nota nr"},
    {Role::number, "pl",
     "numer fv|faktura vat no|nr faktury vat|faktura sprzedazy nr|numer rachunku faktury|rachunek nr|nr rachunku "
     "faktury|numer dok|nr dok|identyfikator faktury|faktura zaliczkowa nr|nota nr|nr noty|"
     "numer faktury|faktura nr|nr faktury|faktura vat nr|faktura numer|faktura korygujaca nr|nr dokumentu|numer "
     "dokumentu|numer korekty|nr korekty|numer|faktura no|korekta nr|fv nr|faktura vat numer|paragon nr|dokument "
     "nr|numer faktury vat|nr fv|faktura nr dok|numer faktury korygujacej|nr faktury korygujacej|faktura koncowa "
     "nr|nasza faktura|nasza faktura "
     "nr|rachunek nr|nr rachunku do faktury"},
    {Role::number, "pt",
     "fatura simplificada no|fatura simplificada n|referencia da fatura|ref fatura no|codigo da fatura|numero "
     "doc|fatura recibo numero|documento n|documento numero|fat no|fat n|numero interno fatura|"
     "numero da fatura|fatura no|no da fatura|n fatura|fatura numero|factura no|no fatura|fatura n|numero de "
     "fatura|numero fatura|documento no|no documento|nota de credito no|nota de credito n|fatura nr|n da fatura|no de "
     "fatura|numero da factura|factura n|"
     "no factura|fatura recibo no|fatura recibo n|numero do documento|no doc|doc no|numero da nota de credito|numero "
     "documento|fatura num|n documento|fatura ref|no da nota de credito|no do documento|nota de credito numero|num "
     "fatura|numero de nota de credito|nr fatura|nossa fatura|nossa fatura no"},
    {Role::number, "sv",
     "var faktura|vart fakturanummer|fakturareferens|fakturabeteckning|faktura #|rakning nr|rakningsnummer|faktura "
     "nummer ocr|verifikationsnummer|fakturanummer id|dokument nr|dok nr|"
     "fakturanummer|faktura nr|fakturanr|faktura nummer|kreditfaktura nr|kreditnota "
     "nr|kreditnotanummer|kvittonummer|kvitto nr|fakturanr|fakt nr|kreditfakturanummer|faktura "
     "no|dokumentnummer|fakturans nummer|nota nr|notanummer|faktura id|kreditnummer|var faktura|vart fakturanr"},
    {Role::number, "da",
     "vores fakturanr|vores faktura|vores fakturanummer|fakturareference|faktura #|faktura id|regning nummer|fakturanr "
     "id|salgsfaktura nr|dok nr|nota nr|notanummer|faktura reference|"
     "fakturanummer|faktura nr|fakturanr|faktura nummer|kreditnota nr|kreditnotanummer|faktura no|bilagsnummer|bilag "
     "nr|regning nr|regningsnummer|kreditnotanr|kvittering nr|bilagsnr|dokumentnr|dokument nr|bon nr|kreditnota "
     "nummer|vores faktura|vores fakturanr|vor faktura"},
    {Role::number, "cs",
     "faktura vydana c|faktura vydana cislo|identifikace dokladu|oznaceni dokladu|cislo danoveho dokladu "
     "faktury|poradove cislo dokladu|poradove cislo|faktura ev c|fakt c|fa c|c fa|danovy doklad faktura c|zalohova "
     "faktura c|vyuctovani c|vyuctovani cislo|"
     "cislo faktury|faktura cislo|faktura c|c faktury|cislo dokladu|doklad c|faktura danovy doklad c|danovy doklad "
     "c|cislo dobropisu|dobropis c|faktura danovy doklad cislo|danovy doklad cislo|doklad cislo|c dokladu|evidencni "
     "cislo|dobropis cislo|"
     "faktura no|faktura danovy doklad no|opravny danovy doklad c|opravny danovy doklad cislo|faktura nr|cislo "
     "opravneho dokladu|evidencni cislo dokladu|uctenka c|cislo uctenky|cislo danoveho dokladu|faktura cis|ev "
     "cislo|cislo opravneho danoveho dokladu|evid c|ev c|evid cislo|evidencni c|nase faktura c"},
    {Role::number, "", "~#|~no|~nr|~number|~nummer|~numero|~cislo|~invoice id"},
};

}  // namespace

std::span<const LabelRow> title_labels() { return kRows; }

}  // namespace ap::extract::reading
