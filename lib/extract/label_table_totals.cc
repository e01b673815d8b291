// Names of gross totals and amounts to pay. Phrases are folded, see labels.h.
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    // ---- gross total
    {Role::gross, "en",
     "total for invoice|amount inclusive of vat|total inclusive|gross invoice amount|total invoice amount incl "
     "vat|overall total|invoice sum|total sum|total bill|bill total|bill "
     "amount|total bill amount|this invoice|total this invoice|total of this invoice|total of this bill|this "
     "bill|total amount charged|amount including vat|amount inc vat|amount incl gst|amount including gst|total amount "
     "inc gst|total with gst|total including hst|total inc hst|total plus tax|total plus vat|total sgd|total nzd|total "
     "zar|total chf|total myr|total yen|credit total|total credit|total credit amount|total refund|total after "
     "taxes|total with taxes|total including taxes|grand total amount|invoice total amount|total amount in words and "
     "figures|total invoice incl vat|"
     "total|grand total|invoice total|total amount|total incl vat|total including vat|total inc vat|total inc "
     "gst|total incl gst|total gst incl|total gst inclusive|total gst included|total vat incl|total vat included|total "
     "tax incl|total tax included|total sst incl|total including gst|total incl tax|total including tax|gross "
     "total|total gross|gross amount|"
     "total invoice amount|invoice amount|total inclusive of gst|total amount incl vat|total amount including "
     "vat|total with vat|total gbp|total eur|total usd|total sales inclusive of gst|total sales inclusive gst|total "
     "sales inclusive of sst|"
     "total inclusive of sst|total inclusive gst|net total inclusive gst|total with tax|invoice value|total invoice "
     "value|total value|gross|gross value|total price|order total|total sales|total rm|total amount rm|amount total|"
     "total amount with gst|total incl sst|total amt|total amt incl gst|total sales incl gst|total charges|total "
     "inclusive of vat|total inclusive of tax|total invoice|total after tax|invoice grand total|total inr|total "
     "aud|total cad|total jpy|total new charges|current charges|total current charges|total for this invoice"},
    {Role::gross, "de",
     "rechnungsbetrag inkl mwst|rechnungsbetrag inkl ust|gesamtbetrag in eur|gesamtbetrag eur|endbetrag inkl "
     "mwst|gesamtbetrag inklusive mwst|gesamtsumme inkl mwst|gesamtsumme inkl ust|total inkl ust|totalsumme|total "
     "rechnungsbetrag|rechnungsbetrag total|rechnungsbetrag gesamt|rechnungsbetrag eur|rechnungsbetrag chf|bruttosumme "
     "gesamt|bruttoendbetrag|summe inkl umsatzsteuer|gesamtbetrag mit mwst|betrag inkl "
     "ust|schlussbetrag|schlusssumme|honorarsumme|gesamthonorar|total eur|summe total|betrag total|endbetrag "
     "brutto|brutto eur|gesamtrechnungssumme|gesamtbetrag der rechnung|rechnungsbetrag in euro|diese rechnung|betrag "
     "dieser rechnung|summe dieser rechnung|gesamtbetrag in euro|bruttosumme eur|total in chf|total in eur|"
     "brutto|bruttobetrag|gesamtbetrag|gesamtsumme|rechnungsbetrag|bruttosumme|summe brutto|gesamt "
     "brutto|endbetrag|endsumme|gesamt|summe|total|rechnungssumme|gesamtbetrag brutto|total inkl mwst|summe inkl mwst|"
     "gesamtbetrag inkl mwst|rechnungsendbetrag|bruttogesamtbetrag|summe gesamt|gesamt inkl mwst|betrag inkl "
     "mwst|bruttorechnungsbetrag|total brutto|rechnungsbetrag "
     "brutto|gesamtpreis|rechnungstotal|gesamtrechnungsbetrag|summe inkl ust|"
     "gesamtbetrag inkl ust|inkl mwst gesamt|gesamt eur|summe eur|rechnungsgesamtbetrag|gesamtwert|rechnungssumme "
     "brutto|gesamtgebuhr|gesamtgebuhren|gesamtbeitrag|rechnungssumme mit ust|totalbetrag|brutto "
     "gesamt|gutschriftsbetrag|gutschriftbetrag|total chf|gesamtsumme "
     "brutto|brutto summe|erstattungsbetrag"},
    {Role::gross, "fr",
     "prix total ttc|montant total de la facture|somme totale|total tous frais compris|total net ttc|total toutes "
     "taxes|total tva incl|total eur|total euros|total en euros|total chf|montant facture|total a facturer|total "
     "facture ttc|montant facture ttc|montant de votre facture|total de votre facture|grand total|total incluant "
     "taxes|total incluant les taxes|total taxes incluses|montant taxes incluses|montant ttc de la facture|total de "
     "cette facture|cette facture|montant total taxes comprises|total general toutes taxes comprises|"
     "total ttc|montant ttc|total toutes taxes comprises|montant total ttc|total tvac|total general "
     "ttc|ttc|total|montant total|total general|total facture|montant de la facture|total tva comprise|total tva "
     "incluse|net ttc|total t t c|montant tvac|tvac|"
     "total taxes comprises|montant toutes taxes comprises|total avec taxes|total de la facture|total incl tva|total "
     "avec tva|total avoir|montant de l avoir|total avoir ttc|total apres taxes"},
    {Role::gross, "es",
     "total importe factura|total a facturar|importe total iva incluido|importe con iva|total impuestos "
     "incluidos|total con impuestos|importe total eur|importe total euros|total fra|total documento|total de la "
     "factura|total nota|gran total|monto total|total general eur|total mas iva|precio total|importe de esta "
     "factura|total esta factura|importe de la factura|total recibo|total en euros|suma total con iva|"
     "total|total factura|importe total|total con iva|total iva incluido|importe total con iva|total general|importe "
     "factura|total importe|total eur|total euros|importe bruto|total iva incl|suma total|total abono|total factura "
     "eur|importe total factura|valor total"},
    {Role::gross, "it",
     "totale fatt|totale in euro|totale compreso iva|totale iva incl|importo complessivo|importo totale fattura|totale "
     "importo|totale doc|ammontare complessivo|prezzo totale|corrispettivo totale|totale nota|totale lordo "
     "fattura|importo totale documento|totale della fattura|totale del documento|totale presente fattura|importo della "
     "fattura|totale comprensivo di iva|"
     "totale|totale fattura|totale documento|totale ivato|totale iva inclusa|totale complessivo|importo totale|totale "
     "generale|totale eur|totale euro|totale lordo|totale iva compresa|totale con iva|importo fattura|tot "
     "fattura|totale nota di credito|totale fattura eur|importo lordo|tot documento|totale incl iva|ammontare totale"},
    {Role::gross, "nl",
     "totale factuurbedrag|totale bedrag|bedrag totaal|totaal bedrag|totaalprijs|totaal factuurbedrag|totaal te "
     "factureren|totaalbedrag factuur|totaalsom|totaal inclusief|factuur totaal|totaal bedrag incl btw|totaal bedrag "
     "inclusief btw|inclusief btw|prijs incl btw|totaal incl b t w|deze factuur|totaal deze factuur|bedrag van deze "
     "factuur|totaal van deze factuur|totaalbedrag eur|totale prijs incl btw|notabedrag|totaal nota|"
     "totaal|totaal incl btw|totaal inclusief btw|totaalbedrag|factuurbedrag|totaal incl|bruto|eindtotaal|totaal "
     "factuur|totaal eur|incl btw|bedrag incl btw|totaalbedrag incl btw|totaalbedrag inclusief btw|bruto "
     "totaal|factuurtotaal|bruto bedrag|totaal inc btw|bedrag inclusief btw|factuurbedrag incl btw|totaal "
     "bruto|brutobedrag"},
    {Role::gross, "pl",
     "wartosc brutto razem|razem wartosc brutto|suma wartosci brutto|ogolem wartosc brutto|razem pln|laczna "
     "kwota|laczna wartosc brutto|laczna kwota brutto|kwota brutto razem|wartosc z vat|razem z vat|kwota z vat|suma "
     "calkowita|naleznosc brutto|brutto razem|brutto ogolem|calkowita wartosc brutto|wartosc calkowita|wartosc faktury "
     "brutto|suma faktury|kwota tej faktury|"
     "razem brutto|wartosc brutto|suma brutto|brutto|kwota brutto|razem|lacznie|ogolem|suma|lacznie brutto|ogolem "
     "brutto|kwota faktury|wartosc faktury|kwota ogolem|suma pln|wartosc ogolem|kwota calkowita|total brutto|razem do "
     "zaplaty brutto"},
    {Role::gross, "pt",
     "total da nota|montante total com iva|valor total com iva|total com iva incluido|total iva incluido|total "
     "doc|valor do documento|importancia total|soma total|preco total|total em euros|total euros|valor desta "
     "fatura|total desta fatura|montante da fatura|valor fatura|total com imposto|"
     "total|total com iva|total geral|total fatura|valor total|total a pagar com iva|total documento|total do "
     "documento|total eur|total c iva|total da fatura|montante total|total factura|total iliquido com iva|total com "
     "impostos|total bruto|total nota de credito|valor da fatura"},
    {Role::gross, "sv",
     "totalbelopp inkl moms|total summa|summa att fakturera|slutbelopp|totalt belopp|summa med moms|belopp med "
     "moms|total med moms|fakturatotal|fakturasumma inkl moms|totalt inklusive moms|summa kronor|pris inkl moms|denna "
     "faktura|summa denna faktura|totalt denna faktura|rakningsbelopp|fakturerat belopp|totalt med moms|summa inkl "
     "mervardesskatt|"
     "summa|totalt|total|summa inkl moms|totalbelopp|summa inklusive moms|totalt inkl moms|inkl "
     "moms|fakturabelopp|total inkl moms|brutto|bruttobelopp|belopp inkl moms|slutsumma|fakturasumma|total sek|summa "
     "sek|totalsumma|summa totalt|fakturans totalbelopp|totalt sek"},
    {Role::gross, "da",
     "denne regning|regning i alt|regningsbelob|belob i alt|total pris|samlet pris|samlet belob inkl moms|total med "
     "moms|belob med moms|i alt incl moms|faktura i alt|faktura total|fakturasum|slutbelob|total inklusive "
     "moms|inklusive moms|total kr|i alt kr|sum total|denne faktura|i alt denne faktura|faktureret i alt|faktureret "
     "belob|"
     "i alt|total|total inkl moms|i alt inkl moms|fakturabelob|belob inkl moms|inkl moms|totalbelob|samlet belob|total "
     "dkk|i alt dkk|brutto|bruttobelob|samlet total|total incl moms|fakturatotal|sum inkl moms|i alt med "
     "moms|kreditbelob|ialt|total belob"},
    {Role::gross, "cs",
     "suma celkem|celkem faktura|celkova suma|celkova castka faktury|castka faktury|fakturovano celkem|celkem vc "
     "dph|celkem vcetne dane|cena celkem s dph|cena vcetne dph|cena celkem vcetne dph|hodnota s dph|vysledna "
     "cena|konecna cena|konecna castka|soucet celkem|castka celkem s dph|celkem za fakturu|vyuctovano celkem|tato "
     "faktura|celkem tato faktura|castka vcetne dph|"
     "celkem|celkem s dph|celkova castka|castka celkem|cena celkem|celkem vcetne dph|s dph|celkova cena|cena s "
     "dph|soucet|celkem kc|castka s dph|celkova castka s dph|fakturovana castka|celkova cena s dph|soucet s dph|suma s "
     "dph|celkem czk"},
    // ---- payable
    {Role::payable, "en",
     "total amount outstanding|amount now due|amount now payable|please pay this amount|remaining amount|amount "
     "remaining|remaining due|left to pay|account balance due|current amount due|total amount now due|invoice amount "
     "due|balance now due|balance outstanding|balance remaining|net balance due|to be paid|amount to be paid|total to "
     "be paid|total payment due|amount payable by you|sum payable|final balance|what you owe|amount we will "
     "collect|direct debit amount|amount to be debited|remittance amount|due total|refund due|amount to be "
     "refunded|amount still due|please settle|balance for payment|amount due in full|"
     "residual|amount payable|net amount payable|rounded total|total rounded|amount due|balance due|total "
     "due|please remit|now due|owing|net due|amount owed|sum due|total outstanding|payable|total payable|please "
     "pay|amount to pay|to pay|net payable|outstanding amount|total amount "
     "due|payment due|balance|due amount|outstanding balance|amount owing|total payable amount|total to pay|pay this "
     "amount|"
     "amount outstanding|balance payable|net amount due|due now|total balance due|invoice balance|payable amount|total "
     "amount payable|total now due|amount due now|total owing|pay now|remaining balance|amount for payment|balance to "
     "pay|credit amount due|total amount to pay|amount payable now"},
    {Role::payable, "de",
     "noch zu bezahlen|zu zahlender rechnungsbetrag|fallige summe|falliger gesamtbetrag|zu zahlender "
     "gesamtbetrag|restsumme|offene forderung|abbuchungsbetrag|lastschriftbetrag|noch zu begleichen|verbleibende "
     "zahlung|zahlbetrag eur|auszuzahlender betrag|verbleibt zu zahlen|verbleibende restzahlung|nachzahlung|zu zahlen "
     "chf|zu zahlen eur|zu bezahlender betrag|bitte zahlen sie|bitte bezahlen|wir bitten um uberweisung von|wir buchen "
     "ab|einzuziehender betrag|uberweisungssumme|zahlbetrag chf|total zu bezahlen|total zu zahlen|gesamt zu "
     "zahlen|insgesamt zu zahlen|noch zu uberweisen|"
     "bitte uberweisen|restforderung|zahlungssumme|zu entrichten|restschuld|zahlbetrag|zu zahlen|zu zahlender "
     "betrag|zahlbar|zu zahlender beitrag|offener betrag|restbetrag|fallig|falliger "
     "betrag|noch zu zahlen|uberweisungsbetrag|offen|zahlungsbetrag|restzahlung|zu "
     "uberweisen|zahllast|forderungsbetrag|zu zahlende summe|auszahlungsbetrag|gesamtforderung|bitte uberweisen "
     "sie|fallige zahlung|verbleibender betrag|zu bezahlen|saldo|einzugsbetrag|faelliger betrag|zu begleichender "
     "betrag"},
    {Role::payable, "fr",
     "reste a votre charge|montant restant du|montant restant a payer|solde restant|solde restant du|total net a "
     "payer|montant preleve|montant a prelever|net a payer en euros|somme due|a payer ttc|montant exigible|solde "
     "exigible|net a regler ttc|a rembourser|montant a rembourser|solde a regler ttc|total exigible|montant total a "
     "payer|total du ttc|total net ttc a payer|montant net du|reste a regler|votre solde a payer|nous prelevrons|a "
     "regler ttc|solde en notre faveur|"
     "somme a regler|solde a regler|net du|net a payer|a payer|solde a payer|reste a payer|montant a payer|montant "
     "du|solde du|total a payer|solde|net a "
     "regler|reste du|montant a regler|somme a payer|net a payer ttc|a regler|total du|net a payer eur|montant net a "
     "payer|a votre credit|net a deduire|net en votre faveur|total a regler"},
    {Role::payable, "es",
     "importe a abonar|pendiente de abono|por pagar|importe adeudado|total adeudado|saldo deudor|a ingresar|total a "
     "ingresar|neto a cobrar|liquido a cobrar|total a percibir|neto a percibir|monto a pagar|total deuda|importe a "
     "pagar eur|importe pendiente de pago|saldo por pagar|total liquido a percibir|total a pagar eur|resto a abonar|se "
     "cargara en cuenta|importe a cargar|total a cobrar|"
     "pendiente|pendiente de cobro|resta por pagar|resto a pagar|saldo a pagar|liquido a percibir|total liquido|total "
     "a pagar|importe a pagar|a pagar|liquido a pagar|pendiente "
     "de pago|importe pendiente|total a "
     "abonar|liquido|saldo pendiente|total pendiente|neto a pagar|saldo|importe liquido|cantidad a pagar"},
    {Role::payable, "it",
     "totale a pagare eur|residuo a pagare|netto dovuto|totale da versare|importo netto da pagare|importo residuo|da "
     "versare|saldo residuo|restano da pagare|resta da pagare|netto a pagare eur|totale netto a pagare|importo da "
     "bonificare|a vostro credito|importo a pagare|tot a pagare|importo da saldare|importo totale da pagare|totale da "
     "saldare|importo da versare|rimborso|totale addebito|importo addebitato|"
     "netto da corrispondere|da corrispondere|da bonificare|residuo da pagare|totale da corrispondere|netto a "
     "pagare|totale da pagare|da pagare|importo da pagare|saldo|totale dovuto|a pagare|importo dovuto|netto da "
     "pagare|tot da pagare|saldo da pagare|totale a pagare|da saldare|saldo dovuto|importo a saldo"},
    {Role::payable, "nl",
     "resterend bedrag|resteert|saldo te betalen|te ontvangen|terug te ontvangen|te incasseren|incassobedrag|door u te "
     "betalen|te crediteren|gelieve te betalen|te betalen saldo|af te schrijven bedrag|te betalen totaal|totaal nog te "
     "betalen|wij incasseren|over te maken bedrag|"
     "verschuldigd|over te maken|nog te voldoen|restant te betalen|te betalen|te betalen bedrag|openstaand bedrag|te "
     "voldoen|nog te betalen|totaal te betalen|restbedrag|openstaand "
     "saldo|totaal te voldoen|openstaand|te voldoen bedrag|verschuldigd bedrag|totaal verschuldigd|saldo|bedrag te "
     "betalen"},
    {Role::payable, "pl",
     "do zwrotu|razem do zwrotu|do zwrotu pln|"
     "naleznosc do zaplaty|saldo do zaplaty|ogolem do zaplaty|kwota do zwrotu|kwota naleznosci|kwota nalezna|pozostala "
     "kwota|do doplaty|prosze zaplacic|prosimy o zaplate|razem naleznosc|do zaplaty pln|pozostalo|"
     "do zaplaty|razem do zaplaty|pozostalo do zaplaty|kwota do zaplaty|pozostaje do zaplaty|naleznosc|do zaplaty "
     "razem|lacznie do zaplaty|suma do zaplaty|saldo|naleznosc ogolem|do uregulowania"},
    {Role::payable, "pt",
     "saldo em divida|valor a receber|valor a debitar|a pagar eur|valor restante|total a pagar eur|a debitar|valor por "
     "liquidar|total por pagar|resta pagar|"
     "a liquidar|total a liquidar|por liquidar|total a pagar|a pagar|valor a pagar|montante a pagar|saldo|em "
     "divida|total em divida|liquido a pagar|saldo a "
     "pagar|importancia a pagar|valor em divida|montante em divida|total liquido a pagar|valor devido"},
    {Role::payable, "sv",
     "att betala sek|restbelopp|att erhalla|belopp att erlagga|din skuld|slutsumma att betala|autogirobelopp|att "
     "betala kr|att betala totalt|att betala nu|kvarstar att betala|dras fran ditt konto|"
     "aterstaende belopp|kvarstaende belopp|att betala|summa att betala|belopp att betala|kvar att betala|totalt att "
     "betala|att erlagga|saldo|utestaende "
     "belopp|resterande belopp|total att betala|attbetala|aterstar att betala|att fa tillbaka|netto att betala"},
    {Role::payable, "da",
     "skyldig saldo|rest til betaling|at indbetale|betales i alt|forfalden belob|til indbetaling|tilbage at "
     "betale|netto til betaling|at betale dkk|til betaling dkk|belob der trukkes|traekkes fra din konto|skyldigt|du "
     "skal betale|i alt til indbetaling|"
     "restsaldo|saldo til betaling|at betale|til betaling|skyldigt belob|belob til betaling|restbelob|betales|i alt at "
     "betale|total at "
     "betale|skyldig belob|saldo|udestaende belob|i alt til betaling|belob i alt at betale|belob at betale|total til "
     "betaling|resterende belob|at betale i alt|forfaldent belob|til gode"},
    {Role::payable, "cs",
     "k uhrade kc|uhradte|preplatek|k vraceni|dluzna castka|celkova castka k uhrade|k uhrade czk|zbyvajici "
     "castka|zustatek k uhrade|platba celkem|celkem uhradit|k platbe celkem|castka k platbe|zbyva k zaplaceni|prosime "
     "uhradte|celkem zaplatit|"
     "k platbe|celkem k platbe|doplatek|zbyva zaplatit|celkem k doplaceni|k doplaceni|k uhrade|celkem k uhrade|castka "
     "k uhrade|zbyva k "
     "uhrade|zbyva uhradit|k zaplaceni|zaplatit|suma k uhrade|celkem "
     "k zaplaceni|zbyva doplatit|k uhrade celkem|k uhrade zbyva|nedoplatek|castka k zaplaceni|zustatek"},
};

}  // namespace

std::span<const LabelRow> total_labels() { return kRows; }

}  // namespace ap::extract::reading
