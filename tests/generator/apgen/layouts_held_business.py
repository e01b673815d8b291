"""Held out: a trader on a market place, a workshop whose sign is not its name, a letter of a practice with its name over two lines."""
from functools import partial

from .flow import GREY
from .holdout_kit import bank_lines, facts
from .holdout_words import W
from .layouts import layout
from .layouts_business import OFFICE, TRADES, brand, deadline, left_headed

held = partial(layout, split="holdout", words=W)
SOLD_BY = {"en": "Sold by", "de": "Verkauft durch", "fr": "Vendu par", "es": "Vendido por", "it": "Venduto da", "nl": "Verkocht door", "pl": "Sprzedawane przez", "pt": "Vendido por", "sv": "Säljs av", "da": "Solgt af", "cs": "Prodává"}


@held("ho-market-place", fonts=("lato", "sans"))
def market_place(d, v, inv):
    """The sign is the market's, the seller stands at the right under a caption; three columns of addresses and facts."""
    d.t(d.left, 64, "agora24", 24, bold=True, color=d.accent)
    d.t(d.right, 56, f"{SOLD_BY[v.lang]}: {v.name()}", 9.5, bold=True, align="r")
    d.t(d.right, 68, ", ".join(v.address("seller", name=False)), 9, align="r")
    d.t(d.right, 80, " · ".join(x for x in (v.seller_vat(), v.reg()) if x), 9, align="r")
    d.t(d.left, 118, v.title(), 17, bold=True)
    w = d.width / 3
    for i, key in enumerate(("bill_to", "ship_to")):
        d.t(d.left + i * w, 142, v.L(key), bold=True)
        d.stack(d.left + i * w, 155, v.address("buyer"), width=w - 12)
    facts(d, d.left + 2 * w, 142, v.meta(("number", "date", "po", "customer_no")), 9, label_w=w / 2, width=w, colon="")
    y = left_headed(d, v, inv, 226, "desc:* qty:10 price:15 rate:9 amount:16")
    y = d.total_rows(y + 10, v.totals(), d.right - 210, 210)
    d.para(d.left, y + 24, "; ".join(bank_lines(v, inv, 1)), d.width, 8)


@held("ho-workshop-sign", fonts=("carlito", "sans"))
def workshop_sign(d, v, inv):
    """A sign and trades, the sender's line over a window with an office in it, the day to pay by in a sentence."""
    d.t(d.right, 58, brand(inv.seller.name).upper(), 22, bold=True, align="r", color=d.accent)
    d.t(d.right, 72, TRADES[v.lang], 8, align="r", color=GREY)
    d.fit(d.left, 122, v.sender_line(", "), 250, 6.5)
    a = v.address("buyer")
    d.stack(d.left, 138, [a[0], d.r.choice(OFFICE[v.lang])] + a[1:], 10)
    d.t(d.right, 214, f"{inv.seller.city}, {v.date(inv.issue)}", align="r")
    v.seen |= {"issue_date", "number"}
    d.t(d.left, 234, f"{v.title()} {inv.number}", 12, bold=True)
    y = left_headed(d, v, inv, 250, "pos:6 desc:* qty:11 unit:9 price:14 amount:16")
    y = d.total_rows(y + 10, v.totals(), d.right - 230, 230)
    y = deadline(d, v, inv, y + 20)
    d.para(d.left, y, "; ".join(bank_lines(v, inv, 1)), d.width, 8.5)
    d.on_page = lambda q: q.fit(q.c.w / 2, q.c.h - 36, " · ".join(x for x in (inv.seller.name, v.seller_vat(), v.reg()) if x), q.width, 7, align="c")


@held("ho-practice-letter", fonts=("serif", "times"), pt=10)
def practice_letter(d, v, inv):
    """A letter: the name in spaced letters over two lines, the addressee without a label, numbers in one line."""
    parts = v.name().upper().split()
    cut = max(1, len(parts) // 2)
    x = d.c.w / 2
    d.t(x, 56, " ".join(parts[:cut]), 14, align="c", spacing=2.5, bold=True)
    d.t(x, 73, " ".join(parts[cut:]), 14, align="c", spacing=2.5, bold=True)
    d.t(x, 88, " – ".join(v.address("seller", name=False) + [v.contact_bits()[0]]), 8, align="c")
    d.stack(d.left + d.width * .56, 140, v.address("buyer"), 10.5)
    d.t(d.left, 226, f"{inv.seller.city}, {v.date(inv.issue)}")
    v.seen |= {"issue_date", "number"}
    d.t(d.left, 248, f"{v.title()} {v.L('number')} {inv.number}" if d.r.random() < .3 else f"{v.title()} {inv.number}", 11, bold=True)
    y = d.table(d.columns("desc:* amount:22"), 262, {"head": "light"}, keep=90)
    y = d.total_rows(y + 4, v.totals(), d.left + d.width * .35, d.width * .65)
    y = deadline(d, v, inv, y + 18)
    d.para(d.left, y + 4, "; ".join([v.seller_vat()] + bank_lines(v, inv, 1)), d.width, 9)
