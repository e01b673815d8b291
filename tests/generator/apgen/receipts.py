"""Till receipts on thermal paper: narrow strips of several tills."""
import random
from datetime import date, timedelta
from decimal import Decimal as D

from . import countries as C
from . import firms, goods, lang
from .flow import Doc
from .model import Invoice, Line
from .pdfcanvas import RlCanvas
from .scenario import CUR_FACTOR
from .view import View

STYLES = ("till-mono", "till-narrow", "till-card", "till-restaurant", "till-fuel", "till-itemcode")


def draw(seed, index, wide=True, country=None, today=date(2026, 11, 20)):
    """A receipt as data: prices include the tax (not in North America)."""
    r = random.Random(f"{seed}/{index}/receipt")
    country = country or r.choice(["DE", "FR", "GB", "ES", "IT", "NL", "AT", "CH", "US"] + (["PL", "PT", "SE", "DK", "CZ", "IE", "BE", "AU", "CA", "FI"] if wide else []))
    _, langs, cur, rates, _ = C.COUNTRY[country]
    lng = langs[0]
    branch = r.choice(("food", "food", "office", "parts"))
    sel = firms.seller(r, country, lng, branch)
    issue = today - timedelta(days=r.randrange(0, 120))
    f = CUR_FACTOR.get(cur, D(1))
    lines = []
    for e in r.sample(goods.CATALOGUE[branch], r.randrange(2, 7)):
        p = (D(r.randrange(60, 2900)) / 100 * f).quantize(D("0.01") if f == 1 else D(1))
        rate = D(rates[min(e[3], len(rates) - 1)])
        lines.append(Line(goods.name(e, lng).split(", ")[0], D(r.choice((1, 1, 1, 2, 3))), e[0], p, rate, str(r.randrange(10**5, 10**6))))
    inv = Invoice("receipt", str(r.randrange(1000, 999999)), issue, cur, lng, sel, None, lines, is_receipt=True, incl=country not in ("US", "CA"), branch=branch)
    if country in C.SPLIT_TAX:
        inv.split = [(a, D(b)) for a, b in r.choice(C.SPLIT_TAX[country])[1]]
        for li in lines:
            li.rate = sum(x for _, x in inv.split)
    return inv.total()


def render(inv, seed, style):
    """(PDF bytes, view)."""
    h = 900
    for final in (False, True):
        r = random.Random(f"{seed}/till")
        c = RlCanvas((226, h), {"title": ""})
        v = View(inv, seed)
        v.neg = ""
        d = Doc(c, v, seed, fonts=("mono", "dejamono") if style in ("till-mono", "till-fuel") else ("narrow",) if style == "till-narrow" else ("mono", "sans", "dejacond"), size=8, left=10, right=10, bottom=0)
        h = _till(d, v, inv, r, style) + 24
    return c.finish(), v


def _pair(d, y, a, b, size=None, **kw):
    bw = d.tw(b, size, kw.get("bold", False))
    d.fit(d.left, y, a, d.width - bw - 6, size or d.size, **kw)
    d.t(d.right, y, b, size, align="r", **kw)


def _till(d, v, inv, r, style):
    L, p = v.L, inv.seller
    x, y, s = d.c.w / 2, 26, d.size
    rule = lambda yy: d.t(d.left, yy, r0 * int(d.width / d.tw(r0)), s)
    r0 = r.choice(("-", "=", "*", "."))
    if style in ("till-card", "till-restaurant"):
        d.logo(x - 14, y - 10, 28)
        y += 34
    d.fit(x, y, v.name(), d.width, s + r.choice((2, 3, 5)), bold=True, align="c")
    y += s * 1.7
    for t in v.address("seller", name=False, country=False):
        d.t(x, y, t, s, align="c")
        y += s * 1.3
    d.t(x, y, f"{L('phone')} {p.phone}", s, align="c")
    y += s * 1.3
    if p.country != "US":
        d.fit(x, y, v.seller_vat(), d.width, s, align="c")
        y += s * 1.3
    if r.random() < .6:
        y += 4
        d.t(x, y, L("receipt"), s + 2, bold=True, align="c")
        y += s * 1.5
    rule(y)
    y += s * 1.5
    hh, mm = r.randrange(8, 21), r.randrange(60)
    dt = v.date(inv.issue, v.datefmt if "%B" not in v.datefmt else None)
    v.seen.add("issue_date")
    v.seen.add("number")
    top = r.random() < .5

    def facts(y):
        _pair(d, y, f"{dt} {hh:02d}:{mm:02d}", f"{L('till')} {r.randrange(1, 9)}")
        _pair(d, y + s * 1.3, f"{r.choice(('Bon', 'Nr.', '#', 'No.', 'Ref'))} {inv.number}", f"{L('cashier')} {r.choice(('01', 'MK', 'Anna', '17'))}"[:24])
        return y + s * 2.6
    if top:
        y = facts(y)
        rule(y)
        y += s * 1.5
    sym = v.sym if r.random() < .3 else ""
    v.cells |= {"amount", "desc"}
    for li in inv.lines:
        amount = v.money(li.net, False)
        mark = " " + "ABCD"[[t.rate for t in inv.taxes].index(li.rate)] if style != "till-card" and not inv.split and len(inv.taxes) > 1 else ""
        if style == "till-itemcode":
            d.t(d.left, y, li.item_id, s - 1)
            y += s * 1.15
        if li.qty != 1 and r.random() < .6 or style == "till-fuel":
            d.fit(d.left, y, li.name, d.width, s)
            y += s * 1.2
            _pair(d, y, f"   {v.num(li.qty, 0)} x {v.num(li.price)}", amount + mark)
        else:
            _pair(d, y, (f"{v.num(li.qty, 0)} " if li.qty != 1 or style == "till-restaurant" else "") + li.name, amount + mark)
        y += s * 1.35
    rule(y)
    y += s * 1.6
    cur = inv.currency
    if not inv.incl:
        _pair(d, y, L("net"), v.amount("net") if v.cur == "none" else v.money(inv.net))
        v.seen.add("net")
        y += s * 1.3
        for t in inv.taxes:
            _pair(d, y, v.tax_label(t), v.money(t.amount))
            y += s * 1.3
        if len(inv.taxes) == 1:
            v.seen.add("tax")
    big = s + r.choice((2, 3, 4))
    tot = L("total_receipt")
    if r.random() < .4 and cur not in tot:
        tot += " " + cur
        v.seen.add("currency")
    if any(k in tot for k in ("EUR", "PLN", "Kč")) and cur in ("EUR", "PLN", "CZK"):
        v.seen.add("currency")
    v.seen |= {"gross", "payable"}
    _pair(d, y + 4, tot, v.money(inv.gross, None if cur not in tot else False), big, bold=True)
    y += big * 1.8
    if r.random() < .5:
        note = [x for x in (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000) if x >= inv.gross][:1]
        if note:
            _pair(d, y, L("cash"), v.money(D(note[0]), False))
            _pair(d, y + s * 1.3, L("change"), v.money(note[0] - inv.gross, False))
            y += s * 2.8
    else:
        _pair(d, y, L("card"), v.money(inv.gross, False))
        y += s * 1.5
    rule(y)
    y += s * 1.5
    if inv.incl:
        if r.random() < .7:
            heads = ("", v.L("rate"), v.L("basis"), v.L("tax"), v.L("gross_col"))
            w = d.width / 4
            for i, t in enumerate(heads[1:]):
                d.fit(d.left + (i + 1) * w, y, t, w - 4, s - 1, align="r")
            y += s * 1.2
            for i, t in enumerate(inv.taxes):
                for j, z in enumerate(((("ABCD"[i] + " ") if len(inv.taxes) > 1 else "") + v.rate(t.rate), v.money(t.basis, False), v.money(t.amount, False), v.money(t.basis + t.amount, False))):
                    d.t(d.left + (j + 1) * w, y, z, s - 1, align="r")
                y += s * 1.2
            if len(inv.taxes) == 1:
                v.seen |= {"tax", "net"}
        else:
            for t in inv.taxes:
                _pair(d, y, f"{L('incl_tax')} {v.rate(t.rate)}", v.money(t.amount, False))
                y += s * 1.2
            if len(inv.taxes) == 1:
                v.seen.add("tax")
        y += 4
    if not top:
        y = facts(y + 4)
    d.fit(x, y + 8, L("thanks").split(".")[0], d.width, s, align="c")
    y += 22
    if r.random() < .4:
        bx = d.left + 30
        while bx < d.right - 30:
            w = r.choice((.8, 1.2, 1.8, 2.4))
            d.c.rect(bx, y, w, 24, fill=(0, 0, 0))
            bx += w + r.choice((.8, 1.2, 2))
        y += 30
    return y
