"""Draws one invoice at random: country, language, firm, lines, terms, special cases."""
import random
from datetime import date, timedelta
from decimal import Decimal as D

from . import countries as C
from . import firms, goods, ids, lang
from .model import Adjust, Invoice, Line, q

EASY = ("DE", "DE", "DE", "FR", "FR", "ES", "IT", "NL", "GB", "GB", "US", "US", "CH", "SE", "AT", "BE", "IE")
ALL = tuple(C.COUNTRY) + ("DE", "FR", "GB", "US", "NL", "IT", "ES", "PL")
CUR_FACTOR = {"PLN": D(4), "SEK": D(11), "DKK": D(7), "CZK": D(25), "NOK": D(11), "INR": D(80), "JPY": D(150)}


def number(r, d):
    """Invoice numbers as suppliers make them."""
    y, n = d.year, r.randrange(1, 99999)
    return r.choice((f"RE-{y}-{n:05d}", f"INV-{n:05d}", f"{y}{n:05d}", f"{n + 100000}", f"F{y % 100}-{n:04d}", f"{y}/{n % 9999:04d}", f"{n % 999:03d}/{d.month:02d}/{y}", f"FA{y % 100}{d.month:02d}-{n % 999:03d}",
                     f"{r.choice('ABKMSV')}{n:06d}", f"{y}-{d.month:02d}-{n % 999:03d}", f"VF {n % 9999}", f"{n % 900 + 100}-{y % 100}", f"{r.randrange(10**9, 10**10)}", f"SI/{y}/{n:05d}", f"{y % 100}.{n:05d}"))


def price(r, lo, hi, cur):
    f = CUR_FACTOR.get(cur, D(1))
    if hi == 0:
        return (D(r.randrange(1800, 3900)) / 10000 * f).quantize(D("0.0001"))
    cents = r.randrange(max(lo * 100, 18), hi * 100)
    if cents > 5000 and r.random() < .5:
        cents -= cents % 50
    p = D(cents) / 100 * f
    return p.quantize(D(1)) if cur == "JPY" else p.quantize(D("0.01"))


def quantity(r, unit):
    if unit in ("HUR", "KGM", "LTR", "MTR", "MTK") and r.random() < .6:
        return D(r.randrange(2, 160)) / D(r.choice((2, 4, 4, 10)))
    if unit == "KWH":
        return D(r.randrange(400, 9000))
    if unit in ("MON", "LS"):
        return D(r.choice((1, 1, 1, 3, 12))) if unit == "MON" else D(1)
    return D(r.choice((1, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 25, 40, 50, 100, 150)))


def make_lines(r, lng, branch, rates, cur, n, country, details):
    cat = goods.CATALOGUE[branch]
    pick = r.sample(cat, min(n, len(cat)))
    while len(pick) < n:
        pick.append(r.choice(cat if r.random() < .7 else goods.CATALOGUE[r.choice(("office", "parts", "food"))]))
    disc = r.random() < .2
    id_kind = r.randrange(4)
    out = []
    for i, e in enumerate(pick):
        unit = e[0]
        iid = (f"{r.randrange(1000, 99999)}", f"{r.choice('ABHKPT')}{r.choice('CDLMX')}-{r.randrange(100, 9999)}", f"{r.randrange(10, 99)}.{r.randrange(100, 999)}.{r.randrange(10, 99)}", ids.gtin(r))[id_kind]
        rate = rates[min(e[3], len(rates) - 1)] if len(rates) > 1 and r.random() < .9 else rates[0]
        many = quantity(r, unit)
        if e[2] > 100:          # dear things come in small numbers
            many = min(many, D(r.choice((1, 1, 2, 3, 4, 6, 8, 12)))) if unit != "HUR" else min(many, D(24))
        out.append(Line(goods.name(e, lng), many, unit, price(r, e[1], e[2], cur), D(rate), iid,
                        r.choice(lang.alts(lng, "fwd")[1:]) if details and r.random() < .35 else "", D(r.choice((5, 10, 15))) if disc and r.random() < .5 else D(0)))
    return out


def draw(seed, index, wide=True, country=None, language=None, xml=False, branch=None, credit=None, buyer=None, today=date(2026, 11, 20), n=None):
    """The invoice number `index` of the run `seed`."""
    r = random.Random(f"{seed}/{index}/scenario")
    country = country or r.choice([c for c in (ALL if wide else EASY) if not xml or c in C.IBAN_LAND])
    _, langs, cur, rates, _ = C.COUNTRY[country]
    lng = language or (r.choice(langs) if r.random() < .9 else "en")
    branch = branch or r.choice(goods.BRANCHES[:5] * 3 + ("energy",))
    special = r.random()
    sel = firms.seller(r, country, lng, branch, banks=r.choice((1, 1, 1, 2, 3)), qr=country == "CH" and r.random() < .7)
    foreign = r.random() < .15
    bc = r.choice([c for c in sorted(C.EU) if c != country]) if foreign and country in C.EU else country
    buy = buyer or firms.buyer(r, bc)
    if buyer:
        foreign = buyer.country != country
    if country == "CH" and not xml and r.random() < .2:
        cur = "EUR"
    if country in C.EU and not xml and r.random() < .05:
        cur = r.choice(("USD", "GBP"))
    issue = today - timedelta(days=r.choice((1, 3, 6, 9, 15, 22, 30, 41, 60, 88)) + r.randrange(9))
    if xml is False and r.random() < .35:
        issue = date(r.choice((2024, 2025, 2026) if country != "FI" else (2025, 2026)), r.randrange(1, 11), r.randrange(1, 29))
    if country == "FI" and issue.year < 2026:
        rates = ["25.5", "14"]
    n = n or (r.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8)) if r.random() < .85 else r.randrange(14, 62))
    inv = Invoice("credit_note" if (credit if credit is not None else r.random() < .1) else "invoice", number(r, issue), issue, cur, lng, sel, buy,
                  make_lines(r, lng, branch, rates, cur, n, country, r.random() < .4), branch=branch)
    if country in C.SPLIT_TAX:
        region, parts = r.choice(C.SPLIT_TAX[country])
        inv.split = [(a, D(b)) for a, b in parts]
        for li in inv.lines:
            li.rate = sum(D(b) for _, b in parts)
    elif country in C.EU and foreign and bc in C.EU and bc != country and special < .6:
        service = branch in ("it", "craft")
        set_category(inv, "AE" if service else "K", lang.pick(r, lng, "reverse" if service else "intra"))
    elif special < .04 and country in C.EU:
        set_category(inv, "AE", lang.pick(r, lng, "reverse"))
    extras(r, inv, xml)
    inv.total()
    settle(r, inv, xml)
    return inv


def set_category(inv, cat, note):
    inv.category, inv.note = cat, note
    for li in inv.lines:
        li.category, li.rate = cat, D(0)


def extras(r, inv, xml):
    """Dates, references, allowances and charges."""
    lng, d = inv.lang, inv.issue
    inv.days = r.choice((7, 10, 14, 14, 15, 20, 30, 30, 30, 45, 60))
    if r.random() < (.95 if xml else .7):
        inv.due = d + timedelta(days=inv.days)
    if r.random() < .25:
        inv.skonto = (D(r.choice((2, 2, 3))), r.choice((7, 8, 10, 14)))
        inv.days = max(inv.days, 20)
        inv.due = d + timedelta(days=inv.days) if inv.due else None
    if r.random() < .55:
        inv.delivery = d - timedelta(days=r.randrange(0, 12))
    if inv.category == "K" and not inv.delivery:       # an intra-Community supply must say when
        inv.delivery = d - timedelta(days=2)
    if inv.branch in ("it", "energy") and r.random() < .5:
        first = (d.replace(day=1) - timedelta(days=1)).replace(day=1)
        inv.period = (first, d.replace(day=1) - timedelta(days=1))
    y = d.year
    if r.random() < .6:
        inv.po = r.choice((f"PO-{r.randrange(1000, 99999)}", f"45{r.randrange(10**7, 10**8)}", f"B{y}-{r.randrange(100, 9999)}", f"{r.randrange(10000, 99999)}", f"BE{r.randrange(10**5, 10**6)}", f"{y}/{r.randrange(100, 999)}-EK"))
        if r.random() < .5:
            inv.order_date = d - timedelta(days=r.randrange(12, 40))
    if r.random() < .5:
        inv.our_order = r.choice((f"AB-{r.randrange(10000, 99999)}", f"{r.randrange(200000, 999999)}", f"SO{r.randrange(1000, 9999)}"))
    if r.random() < .4:
        inv.delivery_note = r.choice((f"LS-{r.randrange(10000, 99999)}", f"{r.randrange(80000000, 89999999)}", f"DN{r.randrange(1000, 9999)}"))
    if r.random() < .7:
        inv.customer_no = r.choice((f"{r.randrange(10000, 99999)}", f"K{r.randrange(1000, 9999)}", f"D-{r.randrange(100000, 999999)}", f"C{r.randrange(100, 999)}"))
    if inv.type == "credit_note":
        before = d - timedelta(days=r.randrange(5, 50))
        inv.preceding = (number(r, before), before)
        inv.due, inv.skonto = (inv.due if r.random() < .3 else None), None
    if r.random() < .15:
        inv.ship_to = firms.party(r, inv.buyer.country, inv.buyer.name)
    rate = inv.lines[0].rate
    if r.random() < .14:
        inv.adjusts.append(Adjust(False, lang.pick(r, lng, "discount"), D(0), rate, D(r.choice((2, 3, 5, 10))), inv.category))
    if r.random() < .2:
        inv.adjusts.append(Adjust(True, lang.pick(r, lng, "shipping"), q(price(r, 4, 30, inv.currency), inv.currency), rate, None, inv.category))
    num = "".join(c for c in inv.number if c.isdigit())
    c = inv.seller.country
    if c == "CH" and inv.seller.banks[0].iban[4] == "3":
        inv.reference = ids.qrr(num)
    elif c == "BE":
        inv.reference = ids.ogm(num)
    elif c == "FI":
        inv.reference = ids.viite(num[-12:])
    elif c in ("SE", "NO"):                            # OCR number and KID: Luhn
        inv.reference = num + ids.luhn_digit(num)
    elif c == "CZ":
        inv.reference = num[-10:]
    elif r.random() < .2 and c in C.IBAN_LAND:
        inv.reference = ids.rf(num)
    elif r.random() < .3:
        inv.reference = inv.number


def settle(r, inv, xml):
    """Prepayment, rounding, prior balance: what makes payable differ from gross."""
    x = r.random()
    if inv.type == "invoice" and x < .08 and inv.gross > 50:
        inv.prepaid = q(inv.gross * r.choice((D("0.3"), D("0.5"), D("0.25"))), inv.currency)
    elif inv.seller.country in ("SE", "DK", "NO", "CZ") and x < .4:
        inv.rounding = inv.gross.quantize(D(1)) - inv.gross
    elif inv.currency == "CHF" and x < .5:
        inv.rounding = (inv.gross * 20).quantize(D(1)) / 20 - inv.gross
    elif inv.branch == "energy" and x < .6 and not xml and inv.type == "invoice":
        inv.prior_balance = q(price(r, 20, 200, inv.currency), inv.currency)
    inv.payable = inv.gross - inv.prepaid + inv.rounding + inv.prior_balance
