// Names of totals, taxes and columns. Phrases are folded (no accents, lower case, blanks between words).
#include "extract/labels.h"

namespace ap::extract::reading {
namespace {

constexpr LabelRow kRows[] = {
    // ---- net total
    {Role::net, "en",
     "net invoice total|total net of vat|net of vat|net of tax|goods net|total goods net|amount net|total amount "
     "net|net sum|net total amount|vatable amount|amount subject to vat|total before gst|total before hst|total pre "
     "tax|pre tax total|pretax total|pre tax amount|subtotal net|total exc vat|total exc gst|subtotal exc gst|subtotal "
     "exc vat|amount exc vat|exc vat|excluding vat|excl vat|ex vat|excl gst|ex gst|total ex|net cost|total cost excl "
     "vat|invoice net|invoice net total|invoice subtotal|order subtotal|total goods excl vat|charges before tax|total "
     "before taxes|total exclusive of gst|total amount before tax|total amount excluding gst|amount exclusive of "
     "vat|amount excluding gst|total value before tax|net fees|"
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
     "nettosumme gesamt|gesamtnettobetrag|nettogesamt|gesamt netto betrag|rechnungsbetrag ohne mwst|rechnungsbetrag "
     "ohne ust|betrag ohne mwst|betrag ohne ust|betrag exkl mwst|total ohne ust|total vor mwst|summe vor "
     "steuer|zwischensumme ohne mwst|warenwert exkl mwst|honorar netto|auftragssumme netto|leistung netto|nettobetrag "
     "eur|netto eur|summe netto eur|bemessungsgrundlage|steuerpflichtiger betrag|steuerpflichtiges "
     "entgelt|zwischentotal|nettopreis gesamt|gesamtpreis netto|summe exkl ust|nettosumme eur|gesamtbetrag exkl "
     "mwst|endbetrag netto|gesamtentgelt netto|summe entgelte|"
     "netto|nettobetrag|nettosumme|summe netto|gesamt netto|netto gesamt|gesamtbetrag netto|rechnungssumme ohne "
     "ust|summe ohne mwst|zwischensumme netto|"
     "nettogesamtbetrag|total netto|netto summe|warenwert netto|rechnungsbetrag "
     "netto|nettorechnungsbetrag|gesamtnetto|gesamtsumme netto|steuerbasis|"
     "summe exkl mwst|total exkl mwst|betrag netto|nettowert|zwischensumme|gesamtbetrag ohne ust|gesamtbetrag ohne "
     "mwst|summe der entgelte|nettobetrag gesamt|total exkl ust|exkl mwst|netto betrag|summe zzgl mwst|summe ohne "
     "ust|nettoentgelt|entgelt netto|total ohne mwst|~warenwert|rechnungssumme netto|summe nettobetrage"},
    {Role::net, "fr",
     "montant hors taxe|prix total ht|net commercial|net commercial ht|total marchandises|total marchandises ht|base "
     "imposable|montant imposable|base tva|total base ht|sous total hors taxes|total des prestations ht|montant ht "
     "total|somme totale ht|total prestations ht|total articles ht|ht net|total ht net|total hors tva net|montant "
     "total hors taxes|montant total hors tva|total htva net|montant htva|total des honoraires ht|honoraires ht|total "
     "avant tps et tvq|total avant tva|sous total ht net|"
     "total ht|montant ht|total hors taxes|total hors taxe|total hors tva|montant total ht|net ht|sous total|total net "
     "ht|total general ht|ht|montant hors taxes|montant hors tva|"
     "total htva|total hors tva|base ht|sous total ht|total net|montant net|total net hors taxes|total avant "
     "taxes|montant net ht|somme ht|total excl tva|sous total avant taxes|total h t|montant h t|htva"},
    {Role::net, "es",
     "bases imponibles|suma de bases|total bases|importe sin impuestos|subtotal neto|base imponible total|total base "
     "imp|suma neta|neto imponible|importe imponible|valor neto total|subtotal antes de impuestos|suma de importes "
     "netos|total neto sin iva|base sujeta|base gravable|base i v a|importe neto total|total bruto antes de iva|total "
     "sin impuestos|"
     "base imponible|total base imponible|subtotal|importe neto|total neto|total sin iva|importe sin iva|neto|base "
     "imp|total antes de impuestos|suma base imponible|total bruto sin iva|importe base|suma|total base|subtotal sin "
     "iva|valor neto"},
    {Role::net, "it",
     "tot imponibili|totale imponibili|imponibili|netto imponibile|totale netto merce|totale netto iva esclusa|netto "
     "iva esclusa|imponibile totale|totale competenze|onorario netto|totale onorari|netto fattura|importo netto "
     "totale|totale senza imposta|totale escluso iva|base imponibile totale|tot imp|totale imp|totale corrispettivi "
     "netti|"
     "imponibile|totale imponibile|totale netto|netto|importo netto|subtotale|totale merce|base imponibile|totale "
     "senza iva|totale iva esclusa|totale esclusa iva|importo imponibile|imponibile iva|totale prestazioni|totale al "
     "netto iva|tot imponibile|netto merce|totale escl iva"},
    {Role::net, "nl",
     "totaal netto bedrag|nettototaal|totaal goederen|bedrag zonder btw|subtotaal zonder btw|totaal zonder "
     "belasting|belastbaar bedrag|nettofactuurbedrag|totaal exclusief|exclusief btw|belastbare basis|totaal "
     "maatstaf|te factureren excl btw|bedrag netto|totaalprijs excl btw|som excl btw|subtotaal exclusief|totale prijs "
     "excl btw|grondslag btw|totaal bedrag excl btw|maatstaf|"
     "subtotaal|totaal excl btw|totaal exclusief btw|netto|nettobedrag|totaal netto|bedrag excl btw|excl btw|totaal "
     "excl|bedrag exclusief btw|netto bedrag|subtotaal excl btw|grondslag|totaal zonder btw|subtotaal exclusief "
     "btw|totaalbedrag excl btw|totaalbedrag exclusief btw|factuurbedrag excl btw|netto totaal|totaalbedrag ex "
     "btw|totaal ex btw|maatstaf van heffing"},
    {Role::net, "pl",
     "wartosc netto razem|kwota bez vat|razem wartosc netto|ogolem wartosc netto|suma wartosci netto|naleznosc "
     "netto|cena netto razem|wartosc sprzedazy netto|razem bez vat|wartosc towarow netto|do zaplaty netto|kwota netto "
     "razem|netto razem|netto ogolem|laczna wartosc netto|laczna kwota netto|ogolem bez vat|suma bez vat|laczna cena "
     "netto|"
     "razem netto|wartosc netto|suma netto|netto|kwota netto|lacznie netto|ogolem netto|wartosc bez vat|podstawa "
     "opodatkowania|total netto"},
    {Role::net, "pt",
     "total sem impostos|valor tributavel|soma sem iva|total mercadorias|total mercadorias servicos|total "
     "servicos|valor sem imposto|incidencia iva|total incidencia|total incidencias|montante sem iva|total antes de "
     "iva|total tributavel|total da base|subtotal liquido|total liquido sem iva|base iva|"
     "total sem iva|subtotal|total iliquido|base tributavel|valor liquido|total liquido|incidencia|base de "
     "incidencia|total antes de impostos|valor sem iva|total s iva|mercadoria servicos|soma|total mercadoria|base de "
     "tributacao|base imponivel|montante liquido|total bruto sem iva"},
    {Role::net, "sv",
     "summa utan moms|belopp utan moms|total utan moms|totalsumma exkl moms|nettosumma|nettobelopp totalt|varuvarde "
     "netto|varusumma|ex moms|underlag moms|beskattningsbart belopp|skattepliktigt belopp|momspliktigt belopp|netto "
     "exkl moms|exklusive moms|delsumma exkl moms|totalt utan moms|netto summa|nettototal|att fakturera exkl moms|"
     "netto|summa exkl moms|summa exklusive moms|summa netto|nettobelopp|exkl moms|delsumma|totalt exkl moms|belopp "
     "exkl moms|total exkl moms|summa fore moms|varuvarde|summa ex moms|att betala exkl moms|momsunderlag|totalt "
     "netto|belopp fore moms"},
    {Role::net, "da",
     "total ex moms|total eks moms|i alt eks moms|belob eks moms|belob excl "
     "moms|momspligtig|momspligtigt|nettosum|nettototal|sum uden moms|varebelob|total netto belob|subtotal uden "
     "moms|eksklusiv moms|ekskl moms i alt|nettobelob i alt|belob for moms|total for moms|momsgrundlag i alt|pris "
     "ekskl moms|samlet ekskl moms|i alt for moms|afgiftspligtigt belob|afgiftsgrundlag|"
     "subtotal|netto|nettobelob|i alt ekskl moms|total ekskl moms|belob ekskl moms|ekskl moms|total excl "
     "moms|momsgrundlag|belob uden moms|total uden moms|i alt excl moms|momspligtigt belob|netto belob|sum ekskl "
     "moms|subtotal ekskl moms|i alt netto|subtotal excl moms|total netto|i alt uden moms|sum"},
    {Role::net, "cs",
     "suma celkem bez dph|cena celkem bez dph|celkem cena bez dph|netto celkem|castka zaklad|zaklad celkem|soucet "
     "zakladu|hodnota bez dph|fakturovano bez dph|fakturovana castka bez dph|zaklad dane z pridane hodnoty|cena bez "
     "dane|celkem bez dane|castka bez dane|celkova castka zakladu|soucet bez dane|"
     "celkem bez dph|zaklad dane|cena bez dph|castka bez dph|bez dph|zaklad|soucet bez dph|mezisoucet|zaklad "
     "dph|celkem zaklad|celkova cena bez dph|celkem zaklad dane|celkova castka bez dph|suma bez dph"},
    // ---- tax
    {Role::tax, "en",
     "vat due|vat charged|vat payable|gst total|gst charged|tax charged|tax due|sales tax total|vat sum|vat "
     "content|output vat|local tax|plus gst|add gst|integrated tax|central tax|state gst|total hst|hst amount|pst "
     "amount|qst amount|total igst|total cgst|total sgst|consumption tax amount|vat thereon|gst thereon|total "
     "consumption tax|city sales tax|state sales tax|county sales tax|use tax|excise|total vat gst|"
     "vat|vat amount|total vat|tax|tax amount|total tax|gst|gst amount|total gst|sales tax|vat total|tax "
     "total|hst|pst|qst|value added tax|sst|service tax|sst amount|cgst|sgst|igst|utgst|"
     "total tax amount|gst payable|add vat|plus vat|consumption tax|total sales tax|total vat amount|gst hst|~tax "
     "payable|gst included|includes gst|incl gst|vat included|including gst|including vat|of which vat|includes gst "
     "of|gst tax|state tax|county tax|city tax|total taxes|sales taxes|total gst amount"},
    {Role::tax, "de",
     "mwst summe|ust summe|summe steuer|steuer total|mehrwertsteuer gesamt|umsatzsteuer gesamt|gesamtbetrag "
     "steuer|zzgl der gesetzlichen mwst|zzgl gesetzl mwst|zzgl gesetzlicher mwst|zzgl gesetzlicher "
     "umsatzsteuer|gesetzliche mehrwertsteuer|gesetzliche mwst|gesetzl mwst|gesetzliche umsatzsteuer|enthaltene "
     "ust|enth ust|darin enthaltene ust|darin mwst|inkl ust|davon mwst|davon ust|mwst anteil|ust anteil|betrag "
     "mwst|betrag ust|steueranteil|total ust|im betrag enthaltene mwst|darin enthaltene umsatzsteuer|plus ust|plus "
     "umsatzsteuer|hinzu kommt umsatzsteuer|umsatzsteueranteil|mehrwertsteueranteil|mwst eur|mwst chf|mwst total chf|"
     "mwst|ust|mehrwertsteuer|umsatzsteuer|steuerbetrag|mwst betrag|ust betrag|steuer|zzgl mwst|zzgl ust|mwst "
     "gesamt|umsatzsteuerbetrag|gesamt mwst|summe mwst|summe ust|summe umsatzsteuer|"
     "mehrwertsteuerbetrag|gesamtsteuer|zuzuglich mwst|zuzuglich umsatzsteuer|zuzuglich "
     "mehrwertsteuer|versicherungsteuer|versicherungssteuer|enthaltene mwst|enthaltene umsatzsteuer|enth mwst|darin "
     "enthaltene mwst|"
     "gesamtbetrag mwst|gesamtbetrag ust|gesamtbetrag umsatzsteuer|steuersumme|summe steuern|zzgl umsatzsteuer|zzgl "
     "mehrwertsteuer|inkl mwst|plus mwst|total mwst|darin enthalten mwst|steuer gesamt"},
    {Role::tax, "fr",
     "tva due|tva facturee|tva collectee|montant taxe|total t v a|somme tva|taxe sur la valeur ajoutee|montant des "
     "taxes|tps tvh|taxe de vente|taxes de vente|taxe provinciale|taxe federale|montant tps|montant tvq|dont taxes|tva "
     "montant|tva exigible|total de taxes|"
     "tva|montant tva|total tva|montant de la tva|t v a|total taxes|montant taxes|total des taxes|taxe|tva a|dont "
     "tva|taxes|tps|tvq|tvh|montant total tva|total de la tva|total taxe|tva totale"},
    {Role::tax, "es",
     "impuestos totales|total i v a|importe impuestos|cuotas|total cuotas|impuesto sobre el valor anadido|importe i v "
     "a|iva devengado|importe cuota|cuota total|ipsi|cuota igic|total igic|iva de la factura|iva aplicado|total "
     "impuesto|"
     "iva|cuota iva|total iva|importe iva|i v a|cuota|total impuestos|impuestos|iva total|impuesto|igic|cuota de "
     "iva|iva repercutido|cuotas iva|total cuota iva|importe del iva"},
    {Role::tax, "it",
     "iva totale|importo imposta|totale iva dovuta|imposte|iva dovuta|ammontare imposta|tot imposta|imp iva|importo i "
     "v a|di cui imposta|iva applicata|totale tasse|totale iva eur|tot i v a|"
     "iva|imposta|totale iva|importo iva|totale imposta|totale imposte|imposta iva|i v a|di cui iva|ammontare "
     "iva|totale i v a|tot iva"},
    {Role::tax, "nl",
     "btw totaal bedrag|totale btw|totaal b t w|omzetbelasting bedrag|btw verschuldigd|btw hoog tarief|btw laag "
     "tarief|btwbedrag|inclusief btw bedrag|som btw|b t w bedrag|btw over bovenstaande|bijkomende btw|"
     "btw|btw bedrag|totaal btw|bedrag btw|b t w|btw totaal|te betalen btw|waarvan "
     "btw|omzetbelasting|belasting|totaalbedrag btw|btw laag|btw hoog"},
    {Role::tax, "pl",
     "vat razem|kwota vat razem|suma podatku|wartosc podatku|wartosc vat razem|podatek vat razem|kwota podatku "
     "razem|nalezny vat|nalezny podatek|podatek nalezny|w tym podatek|w tym podatek vat|suma podatku vat|vat "
     "ogolem|kwota ptu razem|laczna kwota vat|podatek od towarow|"
     "suma ptu|kwota ptu|ptu|vat|kwota vat|podatek vat|podatek|razem vat|suma vat|kwota podatku|w tym vat|wartosc "
     "vat|podatek od towarow i "
     "uslug|kwota podatku vat|razem podatek|lacznie vat"},
    {Role::tax, "pt",
     "imposto sobre o valor acrescentado|valor do imposto|montante imposto|total de imposto|total de impostos|iva "
     "liquidado|imposto total|valor imposto|impostos|total dos impostos|iva incluido no total|"
     "iva|total iva|valor iva|imposto|total imposto|total de iva|montante iva|valor do iva|total impostos|iva "
     "total|total do iva|montante de iva"},
    {Role::tax, "sv",
     "moms summa|momssumma|total mervardesskatt|mervardeskatt|utgaende moms|moms belopp|belopp moms|moms att "
     "betala|varav mervardesskatt|moms total|moms i kronor|tillkommer moms|tillkommande moms|"
     "moms|momsbelopp|total moms|varav moms|summa moms|moms totalt|mervardesskatt|moms kr|total momsbelopp|moms "
     "sek|totalt moms"},
    {Role::tax, "da",
     "mervaerdiafgift|momstotal|moms total|udgaende moms|salgsmoms|moms samlet|belob moms|heraf udgor moms|moms i alt "
     "dkk|afgift moms|momsen udgor|moms kr|momsbelob i alt|moms dkk|"
     "moms|momsbelob|heraf moms|moms i alt|total moms|moms belob|samlet moms|moms udgor|i alt moms"},
    {Role::tax, "cs",
     "hodnota dph|castka dane|vyse dane|suma dph|celkem dan|dph kc|dph v kc|celkova vyse dph|dan v kc|celkova castka "
     "dph|vypoctena dan|vypoctene dph|"
     "dph|castka dph|celkem dph|vyse dph|dan|dan z pridane hodnoty|dph celkem|dan celkem|celkova dan|soucet dph"},
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
     "brutto|rechnungssumme mit ust|totalbetrag|brutto gesamt|gutschriftsbetrag|gutschriftbetrag|total chf|gesamtsumme "
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
    // ---- prepaid
    {Role::prepaid, "en",
     "amount received|payment made|payments made|less payments received|less amount received|received with "
     "thanks|amounts received|advance|on account|paid on account|less deposit received|deposit applied|credits "
     "applied|payment to date|less paid to date|less received|retainer applied|credit applied|less credit|amount "
     "already paid|"
     "prepaid|deposit|less deposit|amount paid|paid|already paid|payments received|advance payment|paid to "
     "date|payment received|prepayment|less prepayment|prepaid amount|deposit paid|less payment|less paid|advance "
     "paid|advance received|total paid|payments|less payments|total paid to date|less advance|down payment|deposit "
     "received|paid amount|payments and credits|less amount paid"},
    {Role::prepaid, "de",
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
