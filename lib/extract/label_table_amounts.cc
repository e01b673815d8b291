// Names of totals, taxes and columns. Phrases are folded (no accents, lower case, blanks between words).
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    // ---- net total
    {Role::net, "en",
     "subtotal|sub total|net total|total net|net amount|total excl vat|total excluding vat|total ex vat|total before "
     "tax|net|"
     "total without vat|total exclusive of vat|amount before tax|taxable amount|total excl tax|total excluding "
     "tax|total excluding gst|total excl gst|"
     "total ex gst|total ex tax|total net amount|net value|total net value|invoice total excl vat|net invoice "
     "amount|amount excl vat|total taxable|taxable value|"
     "total taxable value|taxable total|total sales excluding gst|total sales excluding sst|total excluding sst|total "
     "without tax|net payable before tax|total amount excl vat|total amount excluding vat|"
     "invoice total without vat|total net price|total sales excl gst|subtotal excl vat|subtotal excl tax|subtotal "
     "excluding vat|subtotal ex gst|subtotal before tax|subtotal after discount|taxable subtotal|subtotal less "
     "discount|total amount without vat|~basic amount|assessable value"},
    {Role::net, "de",
     "netto|nettobetrag|nettosumme|summe netto|gesamt netto|netto gesamt|gesamtbetrag netto|rechnungssumme ohne "
     "ust|summe ohne mwst|zwischensumme netto|"
     "nettogesamtbetrag|total netto|netto summe|warenwert netto|rechnungsbetrag "
     "netto|nettorechnungsbetrag|gesamtnetto|gesamtsumme netto|steuerbasis|"
     "summe exkl mwst|total exkl mwst|betrag netto|nettowert|zwischensumme|gesamtbetrag ohne ust|gesamtbetrag ohne "
     "mwst|summe der entgelte|nettobetrag gesamt|total exkl ust|exkl mwst|netto betrag|summe zzgl mwst|summe ohne "
     "ust|nettoentgelt|entgelt netto|total ohne mwst|~warenwert|rechnungssumme netto|summe nettobetrage"},
    {Role::net, "fr",
     "total ht|montant ht|total hors taxes|total hors taxe|total hors tva|montant total ht|net ht|sous total|total net "
     "ht|total general ht|ht|montant hors taxes|montant hors tva|"
     "total htva|total hors tva|base ht|sous total ht|total net|montant net|total net hors taxes|total avant "
     "taxes|montant net ht|somme ht|total excl tva|sous total avant taxes|total h t|montant h t|htva"},
    {Role::net, "es",
     "base imponible|total base imponible|subtotal|importe neto|total neto|total sin iva|importe sin iva|neto|base "
     "imp|total antes de impuestos|suma base imponible|total bruto sin iva|importe base|suma|total base|subtotal sin "
     "iva|valor neto"},
    {Role::net, "it",
     "imponibile|totale imponibile|totale netto|netto|importo netto|subtotale|totale merce|base imponibile|totale "
     "senza iva|totale iva esclusa|totale esclusa iva|importo imponibile|imponibile iva|totale prestazioni|totale al "
     "netto iva|tot imponibile|netto merce|totale escl iva"},
    {Role::net, "nl",
     "subtotaal|totaal excl btw|totaal exclusief btw|netto|nettobedrag|totaal netto|bedrag excl btw|excl btw|totaal "
     "excl|bedrag exclusief btw|netto bedrag|subtotaal excl btw|grondslag|totaal zonder btw|subtotaal exclusief "
     "btw|totaalbedrag excl btw|totaalbedrag exclusief btw|factuurbedrag excl btw|netto totaal|totaalbedrag ex "
     "btw|totaal ex btw|maatstaf van heffing"},
    {Role::net, "pl",
     "razem netto|wartosc netto|suma netto|netto|kwota netto|lacznie netto|ogolem netto|wartosc bez vat|podstawa "
     "opodatkowania|total netto"},
    {Role::net, "pt",
     "total sem iva|subtotal|total iliquido|base tributavel|valor liquido|total liquido|incidencia|base de "
     "incidencia|total antes de impostos|valor sem iva|total s iva|mercadoria servicos|soma|total mercadoria|base de "
     "tributacao|base imponivel|montante liquido|total bruto sem iva"},
    {Role::net, "sv",
     "netto|summa exkl moms|summa exklusive moms|summa netto|nettobelopp|exkl moms|delsumma|totalt exkl moms|belopp "
     "exkl moms|total exkl moms|summa fore moms|varuvarde|summa ex moms|att betala exkl moms|momsunderlag|totalt "
     "netto|belopp fore moms"},
    {Role::net, "da",
     "subtotal|netto|nettobelob|i alt ekskl moms|total ekskl moms|belob ekskl moms|ekskl moms|total excl "
     "moms|momsgrundlag|belob uden moms|total uden moms|i alt excl moms|momspligtigt belob|netto belob|sum ekskl "
     "moms|subtotal ekskl moms|i alt netto|subtotal excl moms|total netto|i alt uden moms|sum"},
    {Role::net, "cs",
     "celkem bez dph|zaklad dane|cena bez dph|castka bez dph|bez dph|zaklad|soucet bez dph|mezisoucet|zaklad "
     "dph|celkem zaklad|celkova cena bez dph|celkem zaklad dane|celkova castka bez dph|suma bez dph"},
    // ---- tax
    {Role::tax, "en",
     "vat|vat amount|total vat|tax|tax amount|total tax|gst|gst amount|total gst|sales tax|vat total|tax "
     "total|hst|pst|qst|value added tax|sst|service tax|sst amount|cgst|sgst|igst|utgst|"
     "total tax amount|gst payable|add vat|plus vat|consumption tax|total sales tax|total vat amount|gst hst|~tax "
     "payable|gst included|includes gst|incl gst|vat included|including gst|including vat|of which vat|includes gst "
     "of|gst tax|state tax|county tax|city tax|total taxes|sales taxes|total gst amount"},
    {Role::tax, "de",
     "mwst|ust|mehrwertsteuer|umsatzsteuer|steuerbetrag|mwst betrag|ust betrag|steuer|zzgl mwst|zzgl ust|mwst "
     "gesamt|umsatzsteuerbetrag|gesamt mwst|summe mwst|summe ust|summe umsatzsteuer|"
     "mehrwertsteuerbetrag|gesamtsteuer|zuzuglich mwst|zuzuglich umsatzsteuer|zuzuglich "
     "mehrwertsteuer|versicherungsteuer|versicherungssteuer|enthaltene mwst|enthaltene umsatzsteuer|enth mwst|darin "
     "enthaltene mwst|"
     "gesamtbetrag mwst|gesamtbetrag ust|gesamtbetrag umsatzsteuer|steuersumme|summe steuern|zzgl umsatzsteuer|zzgl "
     "mehrwertsteuer|inkl mwst|plus mwst|total mwst|darin enthalten mwst|steuer gesamt"},
    {Role::tax, "fr",
     "tva|montant tva|total tva|montant de la tva|t v a|total taxes|montant taxes|total des taxes|taxe|tva a|dont "
     "tva|taxes|tps|tvq|tvh|montant total tva|total de la tva|total taxe|tva totale"},
    {Role::tax, "es",
     "iva|cuota iva|total iva|importe iva|i v a|cuota|total impuestos|impuestos|iva total|impuesto|igic|cuota de "
     "iva|iva repercutido|cuotas iva|total cuota iva|importe del iva"},
    {Role::tax, "it",
     "iva|imposta|totale iva|importo iva|totale imposta|totale imposte|imposta iva|i v a|di cui iva|ammontare "
     "iva|totale i v a|tot iva"},
    {Role::tax, "nl",
     "btw|btw bedrag|totaal btw|bedrag btw|b t w|btw totaal|te betalen btw|waarvan "
     "btw|omzetbelasting|belasting|totaalbedrag btw|btw laag|btw hoog"},
    {Role::tax, "pl",
     "suma ptu|kwota ptu|ptu|vat|kwota vat|podatek vat|podatek|razem vat|suma vat|kwota podatku|w tym vat|wartosc "
     "vat|podatek od towarow i "
     "uslug|kwota podatku vat|razem podatek|lacznie vat"},
    {Role::tax, "pt",
     "iva|total iva|valor iva|imposto|total imposto|total de iva|montante iva|valor do iva|total impostos|iva "
     "total|total do iva|montante de iva"},
    {Role::tax, "sv",
     "moms|momsbelopp|total moms|varav moms|summa moms|moms totalt|mervardesskatt|moms kr|total momsbelopp|moms "
     "sek|totalt moms"},
    {Role::tax, "da", "moms|momsbelob|heraf moms|moms i alt|total moms|moms belob|samlet moms|moms udgor|i alt moms"},
    {Role::tax, "cs",
     "dph|castka dph|celkem dph|vyse dph|dan|dan z pridane hodnoty|dph celkem|dan celkem|celkova dan|soucet dph"},
    // ---- gross total
    {Role::gross, "en",
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
     "brutto|bruttobetrag|gesamtbetrag|gesamtsumme|rechnungsbetrag|bruttosumme|summe brutto|gesamt "
     "brutto|endbetrag|endsumme|gesamt|summe|total|rechnungssumme|gesamtbetrag brutto|total inkl mwst|summe inkl mwst|"
     "gesamtbetrag inkl mwst|rechnungsendbetrag|bruttogesamtbetrag|summe gesamt|gesamt inkl mwst|betrag inkl "
     "mwst|bruttorechnungsbetrag|total brutto|rechnungsbetrag "
     "brutto|gesamtpreis|rechnungstotal|gesamtrechnungsbetrag|summe inkl ust|"
     "gesamtbetrag inkl ust|inkl mwst gesamt|gesamt eur|summe eur|rechnungsgesamtbetrag|gesamtwert|rechnungssumme "
     "brutto|rechnungssumme mit ust|totalbetrag|brutto gesamt|gutschriftsbetrag|gutschriftbetrag|total chf|gesamtsumme "
     "brutto|brutto summe|erstattungsbetrag"},
    {Role::gross, "fr",
     "total ttc|montant ttc|total toutes taxes comprises|montant total ttc|total tvac|total general "
     "ttc|ttc|total|montant total|total general|total facture|montant de la facture|total tva comprise|total tva "
     "incluse|net ttc|total t t c|montant tvac|tvac|"
     "total taxes comprises|montant toutes taxes comprises|total avec taxes|total de la facture|total incl tva|total "
     "avec tva|total avoir|montant de l avoir|total avoir ttc|total apres taxes"},
    {Role::gross, "es",
     "total|total factura|importe total|total con iva|total iva incluido|importe total con iva|total general|importe "
     "factura|total importe|total eur|total euros|importe bruto|total iva incl|suma total|total abono|total factura "
     "eur|importe total factura|valor total"},
    {Role::gross, "it",
     "totale|totale fattura|totale documento|totale ivato|totale iva inclusa|totale complessivo|importo totale|totale "
     "generale|totale eur|totale euro|totale lordo|totale iva compresa|totale con iva|importo fattura|tot "
     "fattura|totale nota di credito|totale fattura eur|importo lordo|tot documento|totale incl iva|ammontare totale"},
    {Role::gross, "nl",
     "totaal|totaal incl btw|totaal inclusief btw|totaalbedrag|factuurbedrag|totaal incl|bruto|eindtotaal|totaal "
     "factuur|totaal eur|incl btw|bedrag incl btw|totaalbedrag incl btw|totaalbedrag inclusief btw|bruto "
     "totaal|factuurtotaal|bruto bedrag|totaal inc btw|bedrag inclusief btw|factuurbedrag incl btw|totaal "
     "bruto|brutobedrag"},
    {Role::gross, "pl",
     "razem brutto|wartosc brutto|suma brutto|brutto|kwota brutto|razem|lacznie|ogolem|suma|lacznie brutto|ogolem "
     "brutto|kwota faktury|wartosc faktury|kwota ogolem|suma pln|wartosc ogolem|kwota calkowita|total brutto|razem do "
     "zaplaty brutto"},
    {Role::gross, "pt",
     "total|total com iva|total geral|total fatura|valor total|total a pagar com iva|total documento|total do "
     "documento|total eur|total c iva|total da fatura|montante total|total factura|total iliquido com iva|total com "
     "impostos|total bruto|total nota de credito|valor da fatura"},
    {Role::gross, "sv",
     "summa|totalt|total|summa inkl moms|totalbelopp|summa inklusive moms|totalt inkl moms|inkl "
     "moms|fakturabelopp|total inkl moms|brutto|bruttobelopp|belopp inkl moms|slutsumma|fakturasumma|total sek|summa "
     "sek|totalsumma|summa totalt|fakturans totalbelopp|totalt sek"},
    {Role::gross, "da",
     "i alt|total|total inkl moms|i alt inkl moms|fakturabelob|belob inkl moms|inkl moms|totalbelob|samlet belob|total "
     "dkk|i alt dkk|brutto|bruttobelob|samlet total|total incl moms|fakturatotal|sum inkl moms|i alt med "
     "moms|kreditbelob|ialt|total belob"},
    {Role::gross, "cs",
     "celkem|celkem s dph|celkova castka|castka celkem|cena celkem|celkem vcetne dph|s dph|celkova cena|cena s "
     "dph|soucet|celkem kc|castka s dph|celkova castka s dph|fakturovana castka|celkova cena s dph|soucet s dph|suma s "
     "dph|celkem czk"},
    // ---- payable
    {Role::payable, "en",
     "residual|amount payable|net amount payable|rounded total|total rounded|amount due|balance due|total "
     "due|please remit|now due|owing|net due|amount owed|sum due|total outstanding|payable|total payable|please "
     "pay|amount to pay|to pay|net payable|outstanding amount|total amount "
     "due|payment due|balance|due amount|outstanding balance|amount owing|total payable amount|total to pay|pay this "
     "amount|"
     "amount outstanding|balance payable|net amount due|due now|total balance due|invoice balance|payable amount|total "
     "amount payable|total now due|amount due now|total owing|pay now|remaining balance|amount for payment|balance to "
     "pay|credit amount due|total amount to pay|amount payable now"},
    {Role::payable, "de",
     "bitte uberweisen|restforderung|zahlungssumme|zu entrichten|restschuld|zahlbetrag|zu zahlen|zu zahlender "
     "betrag|zahlbar|zu zahlender beitrag|offener betrag|restbetrag|fallig|falliger "
     "betrag|noch zu zahlen|uberweisungsbetrag|offen|zahlungsbetrag|restzahlung|zu "
     "uberweisen|zahllast|forderungsbetrag|zu zahlende summe|auszahlungsbetrag|gesamtforderung|bitte uberweisen "
     "sie|fallige zahlung|verbleibender betrag|zu bezahlen|saldo|einzugsbetrag|faelliger betrag|zu begleichender "
     "betrag"},
    {Role::payable, "fr",
     "somme a regler|solde a regler|net du|net a payer|a payer|solde a payer|reste a payer|montant a payer|montant "
     "du|solde du|total a payer|solde|net a "
     "regler|reste du|montant a regler|somme a payer|net a payer ttc|a regler|total du|net a payer eur|montant net a "
     "payer|a votre credit|net a deduire|net en votre faveur|total a regler"},
    {Role::payable, "es",
     "pendiente|pendiente de cobro|resta por pagar|resto a pagar|saldo a pagar|liquido a percibir|total liquido|total "
     "a pagar|importe a pagar|a pagar|liquido a pagar|pendiente "
     "de pago|importe pendiente|total a "
     "abonar|liquido|saldo pendiente|total pendiente|neto a pagar|saldo|importe liquido|cantidad a pagar"},
    {Role::payable, "it",
     "netto da corrispondere|da corrispondere|da bonificare|residuo da pagare|totale da corrispondere|netto a "
     "pagare|totale da pagare|da pagare|importo da pagare|saldo|totale dovuto|a pagare|importo dovuto|netto da "
     "pagare|tot da pagare|saldo da pagare|totale a pagare|da saldare|saldo dovuto|importo a saldo"},
    {Role::payable, "nl",
     "verschuldigd|over te maken|nog te voldoen|restant te betalen|te betalen|te betalen bedrag|openstaand bedrag|te "
     "voldoen|nog te betalen|totaal te betalen|restbedrag|openstaand "
     "saldo|totaal te voldoen|openstaand|te voldoen bedrag|verschuldigd bedrag|totaal verschuldigd|saldo|bedrag te "
     "betalen"},
    {Role::payable, "pl",
     "do zaplaty|razem do zaplaty|pozostalo do zaplaty|kwota do zaplaty|pozostaje do zaplaty|naleznosc|do zaplaty "
     "razem|lacznie do zaplaty|suma do zaplaty|saldo|naleznosc ogolem|do uregulowania"},
    {Role::payable, "pt",
     "a liquidar|total a liquidar|por liquidar|total a pagar|a pagar|valor a pagar|montante a pagar|saldo|em "
     "divida|total em divida|liquido a pagar|saldo a "
     "pagar|importancia a pagar|valor em divida|montante em divida|total liquido a pagar|valor devido"},
    {Role::payable, "sv",
     "aterstaende belopp|kvarstaende belopp|att betala|summa att betala|belopp att betala|kvar att betala|totalt att "
     "betala|att erlagga|saldo|utestaende "
     "belopp|resterande belopp|total att betala|attbetala|aterstar att betala|att fa tillbaka|netto att betala"},
    {Role::payable, "da",
     "restsaldo|saldo til betaling|at betale|til betaling|skyldigt belob|belob til betaling|restbelob|betales|i alt at "
     "betale|total at "
     "betale|skyldig belob|saldo|udestaende belob|i alt til betaling|belob i alt at betale|belob at betale|total til "
     "betaling|resterende belob|at betale i alt|forfaldent belob|til gode"},
    {Role::payable, "cs",
     "k platbe|celkem k platbe|doplatek|zbyva zaplatit|celkem k doplaceni|k doplaceni|k uhrade|celkem k uhrade|castka "
     "k uhrade|zbyva k "
     "uhrade|zbyva uhradit|k zaplaceni|zaplatit|suma k uhrade|celkem "
     "k zaplaceni|zbyva doplatit|k uhrade celkem|k uhrade zbyva|nedoplatek|castka k zaplaceni|zustatek"},
    // ---- prepaid
    {Role::prepaid, "en",
     "prepaid|deposit|less deposit|amount paid|paid|already paid|payments received|advance payment|paid to "
     "date|payment received|prepayment|less prepayment|prepaid amount|deposit paid|less payment|less paid|advance "
     "paid|advance received|total paid|payments|less payments|total paid to date|less advance|down payment|deposit "
     "received|paid amount|payments and credits|less amount paid"},
    {Role::prepaid, "de",
     "anzahlung|anzahlungen|erhaltene anzahlungen|erhaltene anzahlung|abzgl anzahlung|abzuglich anzahlung|bereits "
     "gezahlt|bereits bezahlt|geleistete "
     "anzahlung|vorauszahlung|teilzahlung|gezahlt|abschlagszahlung|abschlagszahlungen|geleistete "
     "zahlungen|vorauszahlungen|bereits gezahlter betrag|angezahlt|bereits geleistet|abzuglich anzahlungen|abzuglich "
     "vorauszahlung|abzgl vorauszahlung|vorausbezahlt|geleistete vorauszahlung"},
    {Role::prepaid, "fr",
     "acompte|acomptes|acompte verse|deja paye|deja regle|acompte recu|montant deja regle|acomptes verses|deja "
     "verse|montant paye|avance|paye|prepaye|paiement recu|moins acompte|acompte deduit|acompte paye|deduction "
     "acompte|montant acompte"},
    {Role::prepaid, "es",
     "anticipo|anticipos|pagado|a cuenta|pago a cuenta|importe pagado|entregas a cuenta|entrega a cuenta|ya "
     "pagado|senal|deposito|anticipo recibido|menos anticipo|total anticipos|pagos anticipados"},
    {Role::prepaid, "it",
     "acconto|acconti|anticipo|gia pagato|pagato|acconto versato|importo versato|anticipi|caparra|acconto ricevuto|gia "
     "versato|meno acconto|acconto gia versato|anticipo ricevuto|versato"},
    {Role::prepaid, "nl",
     "aanbetaling|vooruitbetaling|reeds betaald|voorschot|betaald|ontvangen betalingen|reeds voldaan|vooruitbetaald|al "
     "betaald|ontvangen aanbetaling|af aanbetaling|minus aanbetaling|reeds ontvangen|voldaan"},
    {Role::prepaid, "pl",
     "zaplacono|zaliczka|zaliczki|przedplata|wplacono|wplacona zaliczka|otrzymane zaliczki|zaplacono zaliczke|kwota "
     "zaplacona|otrzymana zaliczka|pobrana zaliczka|zaliczka otrzymana"},
    {Role::prepaid, "pt",
     "adiantamento|adiantamentos|pago|sinal|ja pago|valor pago|montante pago|adiantado|entregue|valor ja pago|menos "
     "adiantamento|adiantamento recebido|pagamento recebido"},
    {Role::prepaid, "sv",
     "forskottsbelopp|a contobelopp|forskott|forskottsbetalt|a conto|redan betalt|betalt|forskottsbetalning|avgar "
     "forskott|delbetalning|erhallet forskott|handpenning|forbetalt|avgar a conto|inbetalt"},
    {Role::prepaid, "da",
     "acontobelob|forudbetalt|forudbetaling|a conto|allerede betalt|betalt|aconto|modtaget "
     "forudbetaling|indbetalt|depositum|heraf betalt|modtaget aconto|minus forudbetaling|forskud"},
    {Role::prepaid, "cs",
     "zaloha|zalohy|uhrazeno|zaplaceno|uhrazene zalohy|zaplacena zaloha|odecet zaloh|uhrazena zaloha|odpocet "
     "zalohy|uhrazeno zalohou|zaplaceno zalohou|prijate zalohy|odecet zalohy|prijata zaloha|jiz uhrazeno|jiz "
     "zaplaceno"},
    // ---- rounding
    {Role::rounding, "",
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
     "ubertrag|saldo vormonat|saldo aus vorrechnung|offener saldo|ruckstand|forderung aus vorrechnung|saldo letzte "
     "rechnung|ausstehende forderung|vortrag|alter saldo|stammkapital|einzelpreis|zwischensumme "
     "seite|saldovortrag|skonto|skontobetrag|gewicht|seitensumme|zahlbetrag abzgl skonto|zahlbetrag bei skonto|abzgl "
     "skonto|ersparnis|grundkapital|vorheriger saldo|trinkgeld|davon skontofahig|skontofahig|skontierbar|skontofahiger "
     "betrag|gesamtgewicht|mahngebuhr|verzugspauschale"},
    {Role::other_amount, "",
     "ancien solde|solde precedent|deuda anterior|pendiente anterior|saldo bolletta precedente|importi "
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
     "withholding tax|less withholding tax|tds|less tds|tax deducted at source|tax withheld|retencion|retencion "
     "irpf|irpf|retenciones|total retenciones|importe retencion|ritenuta|ritenuta d acconto|ritenuta acconto|importo "
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
