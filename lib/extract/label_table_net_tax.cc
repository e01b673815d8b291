// Names of net totals and taxes. Phrases are folded (no accents, lower case, blanks between words).
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
     "belasting|belastbaar bedrag|nettofactuurbedrag|totaal exclusief|bedrag exclusief|exclusief btw|belastbare basis|totaal "
     "maatstaf|te factureren excl btw|bedrag netto|totaalprijs excl btw|som excl btw|subtotaal exclusief|totale prijs "
     "excl btw|grondslag btw|totaal bedrag excl btw|maatstaf|"
     "subtotaal|totaal excl btw|totaal exclusief btw|netto|nettobedrag|totaal netto|bedrag excl btw|excl btw|totaal "
     "excl|bedrag exclusief btw|netto bedrag|subtotaal excl btw|grondslag|totaal zonder btw|subtotaal exclusief "
     "btw|totaalbedrag excl btw|totaalbedrag exclusief btw|factuurbedrag excl btw|netto totaal|totaalbedrag ex "
     "btw|totaal ex btw|maatstaf van heffing"},
    {Role::net, "pl",
     "zmniejszenie wartosci netto|zwiekszenie wartosci netto|kwota zmniejszenia netto|zmniejszenie netto|kwota "
     "zwiekszenia netto|zwiekszenie netto|roznica netto|korekta "
     "netto|"
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
     "gst content|gst component|vat content|tax content|vat due|vat charged|vat payable|gst total|gst charged|tax "
     "charged|tax due|sales tax total|vat sum|vat "
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
     "zmniejszenie kwoty vat|zwiekszenie kwoty vat|zmniejszenie kwoty podatku|kwota zmniejszenia vat|zmniejszenie "
     "vat|kwota zwiekszenia vat|zwiekszenie vat|roznica vat|korekta vat|"
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
};

}  // namespace

std::span<const LabelRow> net_tax_labels() { return kRows; }

}  // namespace ap::extract::reading
