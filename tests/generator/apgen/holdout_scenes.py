"""What the held-out suppliers sell: trades with their own lines, each a function (invoice, random) that rewrites a drawn invoice."""
from datetime import timedelta
from decimal import Decimal as D

from . import countries as C
from . import firms, ids
from .holdout_words import FAMILIES
from .model import Adjust, Line, q
from .scenario import CUR_FACTOR

PATTERNS = ("{f} {form}", "{f} {word} {form}", "{word} {f}", "{f} & {g} {form}", "{f} Group {form}")


def rename(inv, r, pattern=None):
    """A firm's name of families that the other layouts do not use."""
    p, c = inv.seller, inv.seller.country
    fam = FAMILIES[c].split("|")
    form = r.choice([f for f in C.FORMS[c].split("|") if "@" not in f])
    word = r.choice(C.BRANCH_WORDS.get(inv.lang, C.BRANCH_WORDS["en"]).split("|"))
    f = r.choice(fam)
    g = r.choice([x for x in fam if x != f])
    p.name = (pattern or r.choice(PATTERNS)).format(f=f, g=g, form=form, word=word)
    dom = firms.slug(p.name)[:20].strip("-") + ".example"
    p.email, p.web = p.email.split("@")[0] + "@" + dom, dom
    return inv


def again(inv):
    """Sums from the present lines; prepayment, rounding and old balance as they were meant."""
    part = q(inv.prepaid / inv.gross, inv.currency) if inv.prepaid and inv.gross else D(0)
    inv.total()
    inv.prepaid = q(inv.gross * part, inv.currency)
    if inv.rounding:
        inv.rounding = inv.gross.quantize(D(1)) - inv.gross if inv.currency != "CHF" else (inv.gross * 20).quantize(D(1)) / 20 - inv.gross
    inv.payable = inv.gross - inv.prepaid + inv.rounding + inv.prior_balance
    return inv


def sell(inv, r, goods, n=None, rate=None):
    """Lines from (name, unit, quantity choices, lowest price, highest price[, detail])."""
    f = CUR_FACTOR.get(inv.currency, D(1))
    rate = inv.lines[0].rate if rate is None else rate
    cat = inv.lines[0].category
    pick = list(goods) if n is None else sorted(r.sample(range(len(goods)), min(n, len(goods))))
    out = []
    for g in pick if n is None else [goods[i] for i in pick]:
        name, unit, many, lo, hi = g[:5]
        price = (D(r.randrange(int(lo * 100), int(hi * 100) + 1)) / 100 * f).quantize(D(1) if inv.currency == "JPY" else D("0.01"))
        out.append(Line(name, D(str(r.choice(many))), unit, price, rate, f"{r.randrange(100, 9999)}-{r.choice('KLMRT')}", g[5] if len(g) > 5 else "", category=cat))
    inv.lines = out
    for a in inv.adjusts:
        a.rate = rate
    return again(inv)


def plain(inv, r):
    """Any goods, another name."""
    rename(inv, r)
    return inv


def power(inv, r):
    rename(inv, r, r.choice(("{f} Power & Gas {form}", "{f} Energy Supply {form}")))
    a = r.randrange(10000, 60000)
    k = r.randrange(300, 4200)
    inv.lines = [Line("Electricity day units", D(k), "KWH", D(r.randrange(1900, 3400)) / 10000, inv.lines[0].rate, "", f"meter S{a}77 read {a} to {a + k}"),
                 Line("Electricity night units", D(k // 3), "KWH", D(r.randrange(900, 1700)) / 10000, inv.lines[0].rate, "", f"meter S{a}78 read {a // 2} to {a // 2 + k // 3}"),
                 Line("Standing charge", D(r.choice((30, 31, 91))), "DAY", D(r.randrange(3100, 6400)) / 10000, inv.lines[0].rate),
                 Line("Climate change levy", D(k + k // 3), "KWH", D("0.00775"), inv.lines[0].rate)]
    for li in inv.lines:                       # printed below the line, no part of its text
        li.shown, li.detail = li.detail, ""
    inv.adjusts, inv.type, inv.preceding = [], "invoice", None
    inv.prior_balance = q(D(r.randrange(2000, 30000)) / 100, inv.currency) if r.random() < .6 else D(0)
    d = inv.issue
    inv.period = (d - timedelta(days=33), d - timedelta(days=3))
    inv.prepaid = inv.rounding = D(0)
    return again(inv)


TELECOM = {
    "en": [("Business mobile 5G, 40 GB", "MON", (1,), 14, 38), ("Fibre line 900", "MON", (1,), 35, 60), ("International calls", "C62", (7, 13, 29), .2, 1.2), ("Data roaming zone 2, MB", "C62", (120, 300), .02, .09), ("Fixed IP address", "MON", (1,), 4, 9), ("Voicemail plus", "MON", (1,), 1, 4), ("Directory entry", "C62", (1,), 2, 6)],
    "fr": [("Forfait Pro 5G 100 Go", "MON", (1,), 18, 40), ("Accès fibre Pro", "MON", (1,), 35, 55), ("Communications vers l'international", "C62", (4, 17), .2, 1.3), ("Option IP fixe", "MON", (1,), 4, 9), ("SMS surtaxés", "C62", (3, 12), .2, .8), ("Location routeur", "MON", (1,), 5, 12)],
    "es": [("Tarifa Empresa 5G ilimitada", "MON", (1,), 18, 40), ("Fibra 600 Mb", "MON", (1,), 30, 50), ("Llamadas internacionales", "C62", (5, 22), .2, 1.2), ("Bono roaming", "C62", (1, 2), 5, 12), ("Centralita virtual", "MON", (1,), 9, 25), ("Alquiler de terminal", "MON", (1,), 6, 18)],
    "it": [("Offerta Business 5G", "MON", (1,), 15, 35), ("Fibra 1 Giga", "MON", (1,), 28, 49), ("Chiamate verso estero", "C62", (6, 19), .2, 1.1), ("Noleggio apparato", "MON", (1,), 4, 11), ("Indirizzo IP statico", "MON", (1,), 4, 9)]}


def telecom(inv, r):
    rename(inv, r, r.choice(("{f} Telecom {form}", "{f}tel {form}")))
    inv.adjusts, inv.type, inv.preceding, inv.prior_balance = [], "invoice", None, D(0)
    return sell(inv, r, TELECOM[inv.lang], r.randrange(4, 6))


HOTEL = {
    "en": [("Accommodation double room", "C62", (1, 2, 3, 4), 89, 210), ("Breakfast buffet", "C62", (2, 4, 6), 12, 24), ("Car park", "C62", (1, 2), 9, 25), ("Restaurant check 2281", "C62", (1,), 24, 140), ("Minibar", "C62", (1, 3), 3, 9), ("Conference room half day", "C62", (1,), 120, 340)],
    "fr": [("Nuitée chambre supérieure", "C62", (1, 2, 3), 85, 190), ("Petit déjeuner", "C62", (2, 4), 10, 22), ("Parking", "C62", (1, 2), 9, 22), ("Restaurant", "C62", (1,), 28, 120), ("Minibar", "C62", (1, 2), 3, 8)],
    "de": [("Übernachtung Doppelzimmer", "C62", (1, 2, 3), 85, 170), ("Frühstück", "C62", (2, 4), 12, 21), ("Tiefgarage", "C62", (1, 2), 8, 20), ("Restaurant Beleg 771", "C62", (1,), 28, 120), ("Tagungspauschale", "C62", (6, 12), 39, 69)],
    "it": [("Pernottamento camera doppia", "C62", (1, 2, 3), 80, 180), ("Colazione", "C62", (2, 4), 9, 18), ("Garage", "C62", (1, 2), 9, 20), ("Ristorante", "C62", (1,), 25, 110)]}


def hotel(inv, r):
    rename(inv, r, r.choice(("Hotel {f} {form}", "{f} Palace {form}")))
    inv.adjusts, inv.type, inv.preceding, inv.prior_balance = [], "invoice", None, D(0)
    rates = C.COUNTRY[inv.seller.country][3]
    sell(inv, r, HOTEL[inv.lang], r.randrange(3, 5))
    for li in inv.lines[:2]:
        if not inv.split and li.category == "S":
            li.rate = D(rates[-1 if len(rates) > 1 else 0])
    return again(inv)


FREIGHT = [("Air freight, chargeable weight", "KGM", (48.5, 120, 312.5), 1.4, 4.8), ("Fuel surcharge", "KGM", (48.5, 120), .4, 1.1), ("Security surcharge", "KGM", (120, 312.5), .1, .3), ("Export customs clearance", "C62", (1,), 45, 95), ("Customs tariff lines", "C62", (2, 5), 6, 12), ("Terminal handling charge", "C62", (1,), 30, 110), ("Pick-up and pre-carriage", "C62", (1,), 60, 180), ("Airway bill fee", "C62", (1,), 25, 40)]


def freight(inv, r):
    rename(inv, r, r.choice(("{f} Forwarding {form}", "{f} Sea & Air {form}")))
    inv.lang = "en"
    inv.adjusts = []
    return sell(inv, r, FREIGHT, r.randrange(4, 7))


BUILD = [("Preliminaries and site set-up", 4000, 9000), ("Groundworks and foundations", 9000, 42000), ("Structural steelwork", 12000, 60000), ("External brickwork", 7000, 31000), ("Roof covering", 5000, 26000), ("Mechanical first fix", 4000, 18000), ("Electrical first fix", 4000, 15000)]


def building(inv, r):
    """Progress claim: work done this period per trade, retention held back before tax."""
    rename(inv, r, r.choice(("{f} Construction {form}", "{f} & {g} Builders {form}")))
    inv.type, inv.preceding, inv.prior_balance, inv.prepaid = "invoice", None, D(0), D(0)
    rate, inv.lines = inv.lines[0].rate, []
    for name, lo, hi in r.sample(BUILD, r.randrange(3, 6)):
        inv.lines.append(Line(name, D(1), "LS", D(r.randrange(lo, hi)) * D(r.choice((10, 15, 20, 35))) / 100, rate))
    inv.adjusts = [Adjust(False, "Less retention", D(0), rate, D(r.choice((3, 5))))]
    return again(inv)


SAAS = [("Team plan (per seat)", "C62", (5, 12, 28), 9, 29), ("Additional storage 100 GB", "C62", (1, 4), 4, 10), ("API calls, per 1,000", "C62", (37, 410), .2, .9), ("Priority support", "MON", (1,), 49, 199), ("Single sign-on add-on", "MON", (1,), 20, 80)]


def saas(inv, r):
    rename(inv, r, r.choice(("{f} Labs {form}", "{f}.io {form}")))
    inv.adjusts, inv.prior_balance, inv.prepaid = [], D(0), D(0)
    m = (inv.issue.replace(day=1) - timedelta(days=1)).replace(day=1)
    inv.period = (m, inv.issue.replace(day=1) - timedelta(days=1))
    return sell(inv, r, SAAS, r.randrange(1, 5))


WORKSHOP = {
    "en": (["Full service as per schedule", "Replace front brake discs and pads", "Wheel alignment"], ["Brake disc front", "Brake pad set", "Engine oil 5W-30", "Oil filter", "Pollen filter"], "Labour", "Parts"),
    "de": (["Inspektion nach Herstellervorgabe", "Bremsscheiben und Beläge vorn erneuert", "Achsvermessung"], ["Bremsscheibe vorn", "Bremsbelagsatz", "Motoröl 5W-30", "Ölfilter", "Innenraumfilter"], "Arbeitslohn", "Ersatzteile"),
    "nl": (["Grote beurt", "Remschijven en blokken voor vervangen", "Uitlijnen"], ["Remschijf voor", "Remblokset", "Motorolie 5W-30", "Oliefilter"], "Arbeid", "Materialen"),
    "sv": (["Service enligt schema", "Byte av bromsskivor fram", "Hjulinställning"], ["Bromsskiva fram", "Bromsbelägg sats", "Motorolja 5W-30", "Oljefilter"], "Arbete", "Reservdelar"),
    "cs": (["Servisní prohlídka", "Výměna předních brzd", "Geometrie"], ["Brzdový kotouč", "Brzdové destičky", "Motorový olej 5W-30", "Olejový filtr"], "Práce", "Díly")}


def workshop(inv, r):
    rename(inv, r, r.choice(("Auto {f} {form}", "{f} Motors {form}")))
    work, parts, _, _ = WORKSHOP[inv.lang]
    goods = [(w, "HUR", (.5, .8, 1.2, 1.75, 2.4), 68, 128) for w in work[:r.randrange(1, 4)]] + [(p, "LTR" if "5W" in p else "C62", (4.5, 5.2) if "5W" in p else (1, 2, 4), 8, 96) for p in parts[:r.randrange(2, 6)]]
    inv.adjusts, inv.prior_balance = [], D(0)
    return sell(inv, r, goods)


MEDICAL = [("Beratung, auch telefonisch", "1", 10, 12), ("Symptombezogene Untersuchung", "5", 10, 12), ("Ganzkörperstatus", "8", 34, 36), ("Blutentnahme Vene", "250", 4, 5), ("Elektrokardiogramm in Ruhe", "651", 26, 28), ("Ultraschall ein Organ", "410", 26, 28), ("Großes Blutbild", "3550", 4, 5), ("Ausführlicher Befundbericht", "75", 17, 18)]


def medical(inv, r):
    """Fees of a doctor: free of tax, a code, a factor and a day per line, no quantity."""
    fam = r.choice(FAMILIES[inv.seller.country].split("|"))
    rename(inv, r, r.choice((f"Dr. med. {fam}", f"Praxis Dr. {fam}")))
    inv.split, inv.adjusts, inv.prior_balance, inv.prepaid, inv.type, inv.preceding, inv.skonto = None, [], D(0), D(0), "invoice", None, None
    inv.note, inv.category = "Umsatzsteuerfrei nach § 4 Nr. 14 UStG", "E"
    inv.lines = []
    for name, code, lo, hi in r.sample(MEDICAL, r.randrange(3, 7)):
        inv.lines.append(Line(name, D(1), "C62", D(r.randrange(lo * 100, hi * 100)) / 100 * D(r.choice(("1.0", "1.8", "2.3"))).quantize(D("0.1")), D(0), code, "", category="E"))
    for li in inv.lines:
        li.price = q(li.price, inv.currency)
    return again(inv)


LAW = ["reviewing the share purchase agreement and advising thereon", "attending a conference with counsel", "drafting the witness statement of the claimant", "telephone attendances and correspondence with the other side", "preparing the bundle for the hearing"]


def law(inv, r):
    rename(inv, r, r.choice(("{f} & {g} Solicitors", "{f} Legal {form}")))
    inv.adjusts, inv.prior_balance, inv.skonto = [], D(0), None
    return sell(inv, r, [(x, "HUR", (1.5, 2.25, 3.4, .8, 6), 140, 320) for x in LAW], r.randrange(2, 5))


def withheld(percent, fund=None):
    """Professionals in Italy and Spain: a share of the net is withheld by the customer; fund: charge of the pension fund."""
    def scene(inv, r):
        rename(inv, r, r.choice(("Studio {f}", "{f} {g} Asociados")) if inv.lang != "it" else r.choice(("Studio {f}", "Studio Associato {f} {g}")))
        inv.prior_balance = inv.prepaid = inv.rounding = D(0)
        inv.skonto, inv.type, inv.preceding = None, "invoice", None
        rate = D(C.COUNTRY[inv.seller.country][3][0])
        for li in inv.lines:
            li.rate, li.category, li.discount = rate, "S", D(0)
        inv.note, inv.category = "", "S"
        inv.lines = inv.lines[:4]
        inv.adjusts = [Adjust(True, fund[0], D(0), rate, D(fund[1]))] if fund else []
        inv.total()
        inv.held = q(inv.lines_sum * percent / 100, inv.currency)
        inv.payable = inv.gross - inv.held
        return inv
    return scene


def many(lo, hi):
    """Many lines: the goods of the branch over and over, with other quantities."""
    def scene(inv, r):
        rename(inv, r)
        base, n = list(inv.lines), r.randrange(lo, hi)
        while len(inv.lines) < n:
            a = r.choice(base)
            p = q(a.price * D(r.randrange(60, 140)) / 100, inv.currency)
            inv.lines.append(Line(a.name, D(r.randrange(1, 60)), a.unit, p if p else a.price, a.rate, ids.digits(r, 6), "", a.discount, a.category))
        return again(inv)
    return scene


def few(n):
    def scene(inv, r):
        rename(inv, r)
        inv.lines = inv.lines[:n]
        return again(inv)
    return scene


def hundred(inv, r):
    """Small parts priced by the hundred."""
    rename(inv, r)
    for li in inv.lines:
        if li.unit == "C62" and li.price < 20:
            li.base_qty, li.price, li.qty = D(100), q(li.price * 20, inv.currency), D(r.choice((100, 200, 250, 500, 1000, 1500)))
    return again(inv)
