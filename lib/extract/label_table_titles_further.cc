// Further titles of documents, most of them seldom used. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    {Role::title_invoice, "en",
     "deposit invoice|bill of supply|invoice tax invoice|guest folio|rental invoice|monthly invoice|retail invoice|"
     "bill of charges|invoice receipt|consolidated invoice|self billing invoice|bill for services|contractor invoice|"
     "freight invoice|rent demand|subscription invoice|prepayment invoice|advance invoice|simplified tax invoice|"
     "proforma tax invoice|copy invoice|duplicate invoice|electronic invoice|fees invoice|statement of fees|usage "
     "invoice"},
    {Role::title_invoice, "de",
     "~gebuhrenbescheid|rechnung und lieferschein|~vorschreibung|~beitragsvorschreibung|~rechnungsduplikat|duplikat "
     "rechnung|~zahlungsaufforderung"},
    {Role::title_invoice, "fr",
     "situation de travaux|memoire d honoraires|etat d honoraires|etat de frais|note de frais et honoraires|facture "
     "mensuelle|~quittance|decompte de charges|facture de cotisation|appel de cotisation|appel de fonds|facture "
     "decompte|facture de prestation|facture de prestations|facture commerciale|releve de facture|facture de "
     "transport|facture de loyer|note de debours|facture bon de livraison|facture simplifiee|~facturette|facture de "
     "regularisation"},
    {Role::title_invoice, "es",
     "~minuta|minuta de honorarios|factura electronica|factura de anticipo|factura final|factura recapitulativa|"
     "duplicado de factura|copia de factura|certificacion de obra|factura de honorarios|recibo de honorarios|factura "
     "de servicios|factura mensual|factura de alquiler|nota de honorarios|cfdi de ingreso|factura ingreso|comprobante "
     "fiscal|~liquidacion|factura de suministro|factura de electricidad|nota de cargo"},
    {Role::title_invoice, "it",
     "fattura elettronica|fattura d acconto|fattura di acconto|fattura di saldo|fattura a saldo|fattura riepilogativa|"
     "fattura ricevuta fiscale|~notula|~bolletta|avviso di parcella|progetto di notula|fattura semplificata|copia "
     "conforme fattura|fattura acconto|fattura pa|fattura per conto"},
    {Role::title_invoice, "nl",
     "honorariumnota|ereloonnota|ereloonstaat|staat van kosten en ereloon|onkostennota|factuur kopie|~eindafrekening|"
     "contributienota|jaarnota|vorderingsstaat|verkoop factuur|provisie factuur|factuur duplicaat|voorlopige factuur|"
     "energienota|declaratie"},
    {Role::title_invoice, "pl",
     "faktura uproszczona|faktura zbiorcza|faktura marza|faktura bez vat|faktura vat marza|faktura duplikat|faktura "
     "rozliczeniowa|nota obciazeniowa|faktura vat sprzedazy|faktura krajowa|faktura elektroniczna|faktura eksportowa|"
     "rachunek za uslugi|faktura za energie|faktura mp|faktura do paragonu|faktura handlowa|faktura vat zaliczkowa|"
     "faktura vat koncowa"},
    {Role::title_invoice, "pt",
     "nota de honorarios|fatura de adiantamento|fatura final|venda a dinheiro|nota fiscal|nota fiscal de servicos|"
     "nota fiscal eletronica|nota fiscal eletronica de servicos|nfs e|nf e|danfe|nota fiscal de servicos eletronica|"
     "fatura de servicos|fatura comercial|nota de debito|fatura global|2 a via fatura|fatura de venda|fatura "
     "detalhada"},
    {Role::title_invoice, "sv",
     "a konto faktura|~hyresavi|arvodesrakning|kopia faktura|~avrakning|faktura kopia|avrakningsnota|~betalningsavi|"
     "~dellikvid|kostnadsrakning"},
    {Role::title_invoice, "da",
     "a conto faktura|aconto faktura|~opkraevning|honorarnota|~fakturakopi|~slutopgorelse|~huslejeopkraevning|"
     "~arsopgorelse|~kontingentopkraevning|~elregning|aconto nota|~regningskopi"},
    {Role::title_invoice, "cs",
     "konecna faktura|vyuctovaci faktura|zjednoduseny danovy doklad|vyuctovani danovy doklad|souhrnna faktura|konecne "
     "vyuctovani|prijata faktura|danovy doklad k prijate platbe|bezny danovy doklad|danovy doklad faktura|vyuctovani "
     "sluzeb|dodavatelska faktura|faktura za sluzby|dilci faktura|faktura kopie|hotelovy ucet"},
    {Role::title_credit, "en",
     "corrected credit note|return invoice|vat credit note|sales credit memo|cancellation invoice|reversal invoice"},
    {Role::title_credit, "de",
     "wertgutschrift|retourengutschrift|~stornobeleg|rechnungsstorno|stornogutschrift|kundengutschrift|berichtigte "
     "gutschrift|gutschriftanzeige"},
    {Role::title_credit, "fr", "facture avoir|note de credit client|facture de correction|avoir commercial"},
    {Role::title_credit, "es", "comprobante de egreso|documento de abono|factura rectificativa por devolucion"},
    {Role::title_credit, "it",
     "nota di variazione in diminuzione|nota di credito elettronica|nota di credito di cortesia|nota di rimborso"},
    {Role::title_credit, "nl", "kredietnota|creditnota klant"},
    {Role::title_credit, "pl",
     "faktura vat korekta|korekta faktury vat|faktura korygujaca vat|korekta faktury sprzedazy"},
    {Role::title_credit, "pt",
     "nota de credito de cliente|documento retificativo|nota cred|nota de credito eletronica"},
    {Role::title_credit, "sv", "~kredit|~kreditavi|~makulering"},
    {Role::title_credit, "da", "kredit nota|~kredit"},
    {Role::title_credit, "cs",
     "opravny danovy doklad dobropis|faktura dobropis|opravny dd|storno faktury|stornodoklad"},
};

}  // namespace

std::span<const LabelRow> further_title_labels() { return kRows; }

}  // namespace ap::extract::reading
