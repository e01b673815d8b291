"""Held out: receipts of shops that the other receipts do not have: restaurant, fuel, pharmacy, parking, taxi, supermarket."""
import random
from datetime import date, timedelta
from decimal import Decimal as D

from . import countries as C
from . import firms
from .flow import Doc
from .holdout_words import FAMILIES
from .model import Invoice, Line, q
from .pdfcanvas import RlCanvas
from .scenario import CUR_FACTOR
from .view import View

STYLES = ("ho-supermarket", "ho-bistro", "ho-fuel-pump", "ho-pharmacy", "ho-parking", "ho-taxi")
LANDS = ("DE", "FR", "GB", "ES", "IT", "NL", "AT", "CH", "US", "PL", "PT", "SE", "DK", "CZ", "IE", "BE", "AU", "CA", "FI", "NO")
# words by language: total | cash given | change | card | receipt number | server | VAT summary | multi-buy | per kilogram | date | thanks
WORDS = {
    "en": "TOTAL TO PAY|TENDERED|CHANGE GIVEN|CONTACTLESS|Trans|You were served by|VAT analysis|MULTIBUY SAVING|kg @|Date|Please call again",
    "de": "ZU ZAHLEN|GEGEBEN|WECHSELGELD|KARTE KONTAKTLOS|Beleg-Nr|Bedient von|Steueraufstellung|AKTION 2 für 1|kg x|Datum|Auf Wiedersehen",
    "fr": "MONTANT DU|REGLE ESPECES|A RENDRE|SANS CONTACT|Ticket|Serveur|Detail TVA|REMISE LOT|kg x|Date|A bientot",
    "es": "TOTAL COMPRA|ENTREGADO|DEVOLUCION|CONTACTLESS|Op.|Camarero|Desglose IVA|DTO. 2a UNIDAD|kg x|Fecha|Vuelva pronto",
    "it": "TOTALE EURO|PAGATO CONTANTI|RESTO|CARTA DI CREDITO|DOC.|Cameriere|Riepilogo IVA|SCONTO MULTIPLO|kg x|Data|Arrivederci",
    "nl": "TE BETALEN|ONTVANGEN|RETOUR|CONTACTLOOS|Bonnr|Kelner|BTW overzicht|2e HALVE PRIJS|kg x|Datum|Tot ziens",
    "pl": "SUMA|GOTÓWKA|RESZTA|KARTA PŁATNICZA|nr wydr.|Obsługa|PTU|RABAT ZESTAW|kg x|Data|Zapraszamy",
    "pt": "TOTAL A PAGAR|ENTREGUE|TROCO|MULTIBANCO|Talão|Atendido por|Resumo IVA|PROMO LEVE 2|kg x|Data|Volte sempre",
    "sv": "ATT BETALA|KONTANT|ÅTER|KORT|Kvitto|Du betjänades av|Moms spec|MÄNGDRABATT|kg x|Datum|Välkommen åter",
    "da": "AT BETALE|KONTANT|RETUR|DANKORT|Bon|Ekspedient|Momsspec|MÆNGDERABAT|kg x|Dato|På gensyn",
    "cs": "K ÚHRADĚ|HOTOVOST|VRÁTIT|KARTA|Účtenka|Obsluha|Rozpis DPH|SLEVA 2+1|kg x|Datum|Na shledanou"}
GOODS = {
    "ho-supermarket": {"en": "Bananas loose|Semi-skimmed milk 2L|Cheddar mature|Baked beans x4|Kitchen towel|Free range eggs|Tomatoes vine", "de": "Bananen lose|H-Milch 1,5%|Gouda jung|Küchenrolle|Eier Freiland|Tomaten Rispe|Mehl Type 405", "fr": "Bananes vrac|Lait demi-ecreme|Comte AOP|Essuie-tout|Oeufs plein air|Tomates grappe", "es": "Platano granel|Leche semi|Queso curado|Papel cocina|Huevos camperos|Tomate rama", "it": "Banane sfuse|Latte parz. screm.|Grana padano|Carta casa|Uova|Pomodori ramati", "nl": "Bananen los|Halfvolle melk|Jong belegen|Keukenrol|Scharreleieren|Trostomaten",
                       "pl": "Banany luz|Mleko 2%|Ser gouda|Ręcznik papier.|Jaja|Pomidory", "pt": "Banana granel|Leite meio gordo|Queijo flamengo|Rolo cozinha|Ovos|Tomate cacho", "sv": "Bananer lösvikt|Mellanmjölk|Herrgårdsost|Hushållspapper|Ägg frigående|Kvisttomat", "da": "Bananer løs|Letmælk|Danbo 45+|Køkkenrulle|Æg frilands|Tomater", "cs": "Banány volné|Mléko polotučné|Eidam|Kuchyňské utěrky|Vejce|Rajčata"},
    "ho-bistro": {"en": "Soup of the day|Fish and chips|House red 175|Sparkling water|Espresso", "de": "Tagessuppe|Schnitzel Wiener Art|Hauswein rot 0,2|Mineralwasser|Espresso", "fr": "Formule midi|Entrecote frites|Pichet rouge|Eau petillante|Cafe", "es": "Menu del dia|Pulpo a feira|Vino copa|Agua con gas|Cortado", "it": "Coperto|Tagliatelle ragu|Vino calice|Acqua naturale|Caffe", "nl": "Dagsoep|Schnitzel|Huiswijn rood|Spa rood|Espresso", "pl": "Zupa dnia|Pierogi|Wino kieliszek|Woda|Kawa", "pt": "Prato do dia|Bacalhau|Vinho copo|Agua|Cafe", "sv": "Dagens lunch|Plankstek|Husets vin|Mineralvatten|Kaffe", "da": "Dagens ret|Stjerneskud|Husets vin|Danskvand|Kaffe", "cs": "Polévka|Svíčková|Víno dvojka|Voda|Káva"},
    "ho-fuel-pump": {"en": "Unleaded E10", "de": "Super E10", "fr": "SP95-E10", "es": "Sin plomo 95", "it": "Benzina", "nl": "Euro 95", "pl": "Pb95", "pt": "Gasolina 95", "sv": "Bensin 95", "da": "Blyfri 95", "cs": "Natural 95"},
    "ho-pharmacy": {"en": "Ibuprofen 400mg 24|Hand cream|Plasters asst|Vitamin D3", "de": "Ibuprofen 400 20St|Handcreme|Pflaster|Vitamin D3", "fr": "Ibuprofene 400|Creme mains|Pansements|Vitamine D3", "es": "Ibuprofeno 400|Crema manos|Tiritas|Vitamina D3", "it": "Ibuprofene 400|Crema mani|Cerotti|Vitamina D3", "nl": "Ibuprofen 400|Handcreme|Pleisters|Vitamine D3", "pl": "Ibuprofen 400|Krem do rąk|Plastry|Witamina D3", "pt": "Ibuprofeno 400|Creme maos|Pensos|Vitamina D3", "sv": "Ibuprofen 400|Handkräm|Plåster|D-vitamin", "da": "Ibuprofen 400|Håndcreme|Plaster|D-vitamin", "cs": "Ibuprofen 400|Krém na ruce|Náplasti|Vitamín D3"},
    "ho-parking": {"en": "Parking", "de": "Parkgebühr", "fr": "Stationnement", "es": "Aparcamiento", "it": "Sosta", "nl": "Parkeren", "pl": "Parkowanie", "pt": "Estacionamento", "sv": "Parkering", "da": "Parkering", "cs": "Parkovné"},
    "ho-taxi": {"en": "Fare", "de": "Fahrpreis", "fr": "Course", "es": "Carrera", "it": "Corsa", "nl": "Rit", "pl": "Przejazd", "pt": "Corrida", "sv": "Körning", "da": "Tur", "cs": "Jízdné"}}
NAMES = {"ho-supermarket": "{f} Market", "ho-bistro": "Bistro {f}", "ho-fuel-pump": "{f} Station", "ho-pharmacy": "Pharma {f}", "ho-parking": "P+ {f}", "ho-taxi": "Taxi {f}"}


def draw(seed, index, style):
    """A receipt of one kind of shop."""
    r = random.Random(f"{seed}/{index}/shop")
    country = r.choice(LANDS)
    _, langs, cur, rates, _ = C.COUNTRY[country]
    lng = langs[0]
    sel = firms.seller(r, country, lng, "food")
    sel.name = NAMES[style].format(f=r.choice(FAMILIES[country].split("|")))
    f = CUR_FACTOR.get(cur, D(1))
    names = GOODS[style][lng].split("|")
    low = D(rates[-1 if style in ("ho-supermarket", "ho-bistro") and len(rates) > 1 else 0])
    lines = []
    for i, n in enumerate(r.sample(names, min(len(names), r.randrange(2, 6)))):
        price, many = q(D(r.randrange(90, 1500)) / 100 * f, cur), D(r.choice((1, 1, 1, 2, 3)))
        if style == "ho-supermarket" and i == 0:
            many = D(r.randrange(204, 2390)) / 1000
        elif style == "ho-fuel-pump":
            many, price = D(r.randrange(1200, 6800)) / 100, (D(r.randrange(1390, 2190)) / 1000 * f).quantize(D("0.001"))
        elif style in ("ho-parking", "ho-taxi"):
            many, price = D(1), q(D(r.randrange(300, 5900)) / 100 * f, cur)
        if style == "ho-supermarket" and i == 1 and many == 1:
            many = D(2)
        lines.append(Line(n, many, "KGM" if many != many.to_integral() else "C62", price, low if i else D(rates[0]) if style == "ho-bistro" else low))
    if style == "ho-supermarket" and len(lines) > 1 and r.random() < .6:      # the second piece for half the price, as a row of its own
        a = lines[1]
        lines.insert(2, Line(WORDS[lng].split("|")[7], D(1), "C62", -q(a.price / 2, cur), a.rate))
    inv = Invoice("receipt", r.choice((f"{r.randrange(1000, 99999)}", f"{r.randrange(10, 99)}/{r.randrange(1000, 9999)}", f"{r.randrange(10**7, 10**8)}")), date(2026, 11, 20) - timedelta(days=r.randrange(90)), cur, lng, sel, None, lines, is_receipt=True, incl=country not in ("US", "CA"), branch="food")
    if country in C.SPLIT_TAX:
        inv.split = [(a, D(b)) for a, b in r.choice(C.SPLIT_TAX[country])[1]]
    return inv.total()


def render(inv, seed, style):
    """(PDF bytes, view)."""
    h = 900
    for final in (False, True):
        c = RlCanvas((204 if style in ("ho-parking", "ho-taxi") else 226, h), {"title": ""})
        v = View(inv, seed)
        v.neg = ""
        d = Doc(c, v, seed, fonts=("dejamono", "mono", "dejacond", "narrow"), size=8, left=12, right=12, bottom=0)
        h = strip(d, v, inv, random.Random(f"{seed}/strip"), style) + 26
    return c.finish(), v


def strip(d, v, inv, r, style):
    w, s, y = WORDS[v.lang].split("|"), d.size, 24
    total, given, change, card, doc, server, analysis, multi, per, day, bye = w
    left = r.random() < .5

    def mid(t, size=None, **kw):
        nonlocal y
        d.fit(d.left if left else d.c.w / 2, y, t, d.width, size or s, align="l" if left else "c", **kw)
        y += (size or s) * 1.35

    def pair(a, b, size=None, **kw):
        nonlocal y
        size = size or s
        bw = d.tw(b, size, kw.get("bold", False))
        d.fit(d.left, y, a, d.width - bw - 6, size, **kw)
        d.t(d.right, y, b, size, align="r", **kw)
        y += size * 1.4

    mid(v.name(), s + 3, bold=True)
    for t in v.address("seller", name=False, country=False):
        mid(t)
    if inv.seller.country != "US":
        mid(v.seller_vat())
    y += 6
    pair(f"{doc} {inv.number}", f"{v.date(inv.issue, v.datefmt if '%B' not in v.datefmt else '%d.%m.%y')} {r.randrange(7, 23):02d}:{r.randrange(60):02d}")
    v.seen |= {"number", "issue_date"}
    if style == "ho-bistro":
        pair(f"{server} {r.choice(('Ana', 'Tom', '3', 'L.'))}", f"#{r.randrange(1, 40)}")
    y += 6
    v.cells |= {"desc", "qty", "amount"}
    for li in inv.lines:
        amount = v.money(li.net, False)
        if li.qty != li.qty.to_integral():
            d.fit(d.left, y, li.name, d.width, s)
            y += s * 1.3
            unit = per if style != "ho-fuel-pump" else "L x"
            pair(f"  {v.num(li.qty, 2 if style == 'ho-fuel-pump' else 3)} {unit} {v.num(li.price, 3 if style == 'ho-fuel-pump' else 2)}", amount)
        elif style == "ho-bistro":
            pair(f"{v.num(li.qty, 0)}  {li.name}", amount)
        elif li.qty > 1:
            pair(f"{li.name}  {v.num(li.qty, 0)} x {v.num(li.price)}", amount)
        else:
            pair(li.name, amount)
    y += 4
    if not inv.incl:
        pair(v.L("net"), v.amount("net"))
        for t in inv.taxes:
            pair(v.tax_label(t), v.money(t.amount))
        if len(inv.taxes) == 1:
            v.seen.add("tax")
    v.seen |= {"gross", "payable"}
    pair(total, v.money(inv.gross, True), s + 3, bold=True)
    note = next((x for x in (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000) if x >= inv.gross), None)
    if r.random() < .4 and note:
        pair(given, v.money(D(note), False))
        pair(change, v.money(note - inv.gross, False))
    else:
        pair(card, v.money(inv.gross, False))
        mid(f"**** **** **** {r.randrange(1000, 9999)}   AUT {r.randrange(10**5, 10**6)}")
    y += 4
    if inv.incl and r.random() < .75:
        mid(analysis)
        for t in inv.taxes:
            pair(f"{v.rate(t.rate)}  {v.money(t.basis, False)}", v.money(t.amount, False))
        if len(inv.taxes) == 1:
            v.seen |= {"tax", "net"}
    y += 6
    mid(bye)
    return y
