"""Parts that the fresh layouts are put together from: heads, facts, tables, sums, feet.  Each draws from y down and returns where it ended."""
from decimal import Decimal as D

from . import ids
from . import words as spelled
from .flow import GREY
from .holdout_kit import Row, Table, cols, heads, keys_of, line_rows

SHADE = (.90, .92, .95)
FACTS = ("number", "date", "due", "customer_no", "po", "order_date", "our_order", "delivery_note", "delivery_date", "period", "contact", "preceding")
SHORT = ("number", "date", "due", "po", "customer_no", "preceding")


# ---- who
def seller_right(d, v, inv, y):
    """The firm as a right-aligned column with its telephone and tax number."""
    p = inv.seller
    d.t(d.right, y, v.name(), 13, bold=True, align="r")
    for s in v.address("seller", name=False) + [f"{v.L('phone')} {p.phone}", p.email, v.seller_vat()]:
        y += 11
        d.t(d.right, y, s, 8, align="r")
    return y + 16


def seller_band(d, v, inv, y):
    """White name on a coloured band over the whole width; address in one line below."""
    d.c.rect(0, 0, d.c.w, 58, fill=d.accent)
    d.fit(d.left, 36, v.name(), d.width * .6, 18, bold=True, color=(1, 1, 1))
    d.t(d.right, 36, v.title(), 15, align="r", color=(1, 1, 1))
    d.fit(d.left, 74, "  |  ".join(v.address("seller", name=False) + [inv.seller.phone, inv.seller.web]), d.width, 7.5, color=GREY)
    d.fit(d.left, 84, " · ".join(x for x in (v.seller_vat(), v.reg()) if x), d.width, 7.5, color=GREY)
    return 106


def seller_centre(d, v, inv, y):
    """Name and address centred, a rule below."""
    d.t(d.c.w / 2, y, v.name(), 16, bold=True, align="c")
    d.t(d.c.w / 2, y + 13, " • ".join(v.address("seller", name=False)), 8.5, align="c")
    d.fit(d.c.w / 2, y + 25, " • ".join([f"{v.L('phone')} {inv.seller.phone}", inv.seller.email, v.seller_vat()]), d.width, 8.5, align="c")
    d.c.line(d.left, y + 33, d.right, y + 33, 1.2, d.accent)
    return y + 54


def two_parties(d, v, inv, y, third=False):
    """Seller and buyer (and delivery) beside each other under headings, with their identifiers."""
    boxes = [(v.L("seller"), v.address("seller") + [v.seller_vat(), v.reg(), inv.seller.email]), (v.L("bill_to"), v.address("buyer") + your_vat(v))]
    if third:
        p = inv.ship_to or inv.buyer
        boxes.append((v.L("ship_to"), [p.name, p.street, p.city_line]))
    w, end = d.width / len(boxes), y
    for i, (lab, rows) in enumerate(boxes):
        x = d.left + i * w
        d.c.rect(x, y, w - 8, 15, fill=SHADE)
        d.t(x + 4, y + 11, lab, 9, bold=True)
        yy = y + 27
        for s in rows:
            if s:
                d.fit(x + 4, yy, s, w - 14, 8.5)
                yy += 11.5
        end = max(end, yy)
    return end + 6


def your_vat(v):
    it = v.item("your_vat")
    return [f"{it[0]}: {it[1]}"] if it else []


def window(d, v, inv, y=128):
    """Address window of a letter with the sender in small print above."""
    d.fit(d.left, y, v.sender_line(), 240, 6.5, color=GREY)
    d.c.line(d.left, y + 2.5, d.left + 220, y + 2.5, .3, GREY)
    return d.stack(d.left, y + 16, v.address("buyer"), 10) + 14


def buyer_box(d, v, inv, y, x=None, w=230):
    x = d.left if x is None else x
    rows = v.address("buyer") + your_vat(v)
    d.c.rect(x, y, w, 20 + 12 * len(rows), stroke=GREY)
    d.t(x + 6, y + 13, v.L("bill_to"), 8, color=GREY)
    for i, s in enumerate(rows):
        d.fit(x + 6, y + 26 + 12 * i, s, w - 12, 9)
    return y + 28 + 12 * len(rows)


# ---- facts
def value_first(d, items, x, y, width, size=9):
    """The value at the left, its label in grey at the right of it."""
    for lab, val in items:
        w = d.t(x, y, val, size, bold=True)
        d.fit(x + w + 6, y, lab, max(40, width - w - 6), size - 1.5, color=GREY)
        y += size * 1.55
    return y


def shaded(d, items, x, y, width, size=8.5, share=.45):
    """Labels in a shaded column, values in the white one beside it, ruled."""
    h = size * 1.8
    for lab, val in items:
        d.c.rect(x, y, width * share, h, fill=SHADE)
        d.c.rect(x, y, width, h, stroke=GREY, lw=.4)
        d.fit(x + 4, y + h * .68, lab, width * share - 8, size)
        d.fit(x + width * share + 5, y + h * .68, val, width * (1 - share) - 9, size)
        y += h
    return y + 10


def four_columns(d, items, x, y, width, size=8.5):
    """Label, value, label, value in one row of a ruled grid."""
    h, w = size * 1.9, width / 4
    for i, (lab, val) in enumerate(items):
        cx, cy = x + (i % 2) * 2 * w, y + i // 2 * h
        d.c.rect(cx, cy, w, h, stroke=GREY, lw=.4)
        d.c.rect(cx + w, cy, w, h, stroke=GREY, lw=.4)
        d.fit(cx + 3, cy + h * .68, lab, w - 6, size, color=(.3, .3, .3))
        d.fit(cx + w + 3, cy + h * .68, val, w - 6, size, bold=True)
    return y + (len(items) + 1) // 2 * h + 10


def strip(d, items, y, below=False, fill=None, size=9):
    """Facts side by side over the whole width, labels above (or below) their values."""
    w = d.width / max(1, len(items))
    if fill:
        d.c.rect(d.left, y, d.width, 30, fill=fill)
    for i, (lab, val) in enumerate(items):
        x = d.left + i * w + 4
        d.fit(x, y + (25 if below else 11), lab, w - 8, size - 2, color=GREY)
        d.fit(x, y + (13 if below else 24), val, w - 8, size, bold=below)
    return y + 44


def piped(d, items, y, size=8.5):
    """All in a line: 'Number: 1 | Date: 2', broken where the width ends."""
    return d.para(d.left, y, "  |  ".join(f"{a}: {b}" for a, b in items), d.width, size) + 8


def leaders(d, items, x, y, width, size=9):
    """Label ...... value."""
    for lab, val in items:
        d.t(x, y, lab, size)
        d.t(x + width, y, val, size, align="r")
        a, b = x + d.tw(lab, size) + 4, x + width - d.tw(val, size) - 4
        if b > a:
            d.t(a, y, "." * int((b - a) / d.tw(".", size)), size, color=GREY)
        y += size * 1.5
    return y + 6


def summary(d, v, inv, x, y, width):
    """Box at the top: what to pay, until when, for which document."""
    due = v.item("due")
    rows = [v.item("number"), v.item("date")] + ([due] if due else [])
    d.c.rect(x, y, width, 34 + 13 * len(rows), fill=SHADE)
    d.t(x + 8, y + 15, v.L("payable"), 9)
    d.t(x + width - 8, y + 17, v.money(inv.payable, True), 15, bold=True, align="r")
    v.seen.add("payable")
    for i, (a, b) in enumerate(rows):
        d.t(x + 8, y + 33 + 13 * i, a, 8.5)
        d.t(x + width - 8, y + 33 + 13 * i, b, 8.5, align="r")
    return y + 48 + 13 * len(rows)


# ---- items
def items(d, v, inv, y, spec, head="rule", sections=False, below=None, above=None, own=None, size=None, extra=None, **kw):
    """The table of lines; sections: headings with sub-totals over halves of it; extra: (key, caption, function (line, i) -> text)."""
    keys = keys_of(v, inv, " ".join(s.split(":")[0] for s in spec.split() if not extra or s.split(":")[0] != extra[0]))
    rows = line_rows(v, inv, keys, above=above, below=below)
    names = heads(v, keys, **(own or {}))
    if extra:
        names[extra[0]] = extra[1]
        for i, (r, li) in enumerate(zip(rows, inv.lines)):
            r.cells[extra[0]] = extra[2](li, i)
    known = set(names)
    c = cols(d, [s for s in spec.split() if s.split(":")[0] in known], left=("desc", "item", "pos", "unit", "date"))
    if sections and len(rows) > 1:
        half, out = (len(rows) + 1) // 2, []
        for n, part in enumerate((rows[:half], rows[half:])):
            if part:
                out += [Row("head", label=f"{'AB'[n]}. {v.L('desc')} {n + 1}")] + part
                out.append(Row("sum", label=f"{v.L('sum_lines')} {'AB'[n]}", amount=v.money(sum((r.net for r in part), D(0)), False)))
        rows = out
    return Table(d, c, names, head=head, size=size, **kw).draw(y, rows)


def dated(v, inv):
    """A column of days on which each line was done."""
    from datetime import timedelta
    return ("date", v.L("date").split()[0], lambda li, i: v.date(inv.issue - timedelta(days=20 - i % 15), "%d.%m." if v.lang in ("de", "cs", "da") else "%d/%m"))


# ---- sums
def sums_strip(d, v, y, rows):
    """Sums as a strip over the width: captions above amounts."""
    y = d.room(y, 44)
    w = d.width / len(rows)
    d.c.rect(d.left, y, d.width, 34, stroke=GREY)
    for i, (k, lab, val) in enumerate(rows):
        x = d.left + (i + 1) * w
        d.fit(x - 4, y + 12, lab, w - 8, 7.5, align="r", color=GREY)
        d.fit(x - 4, y + 27, val, w - 8, 10 if k in ("gross", "payable") else 9, bold=k in ("gross", "payable"), align="r")
        if i:
            d.c.line(d.left + i * w, y, d.left + i * w, y + 34, .3)
    return y + 50


def sums_colon(d, v, y, rows, x, width, size=9):
    """'Label: amount' right-aligned as one text."""
    y = d.room(y, 14 * len(rows))
    for k, lab, val in rows:
        y += size * 1.5
        d.t(x + width, y, f"{lab}: {val}", size + (1 if k == "payable" else 0), bold=k in ("gross", "payable"), align="r")
    return y + 12


def sums_shaded(d, v, y, rows, x, width):
    y = d.room(y, 18 * len(rows))
    for k, lab, val in rows:
        d.c.rect(x, y, width, 16, fill=SHADE if k in ("gross", "payable") else None, stroke=GREY, lw=.3)
        d.fit(x + 5, y + 11.5, lab, width * .62, 9, bold=k == "payable")
        d.t(x + width - 5, y + 11.5, val, 9, bold=k in ("gross", "payable"), align="r")
        y += 16
    return y + 12


def pay_first(d, v, inv, y, x, width):
    """The amount to pay large, its parts in small print below it."""
    y = d.room(y, 110)
    rows = v.totals()
    v.seen.add("payable")
    d.c.rect(x, y, width, 26, fill=d.accent)
    d.t(x + 6, y + 17, v.L("payable"), 10, bold=True, color=(1, 1, 1))
    d.t(x + width - 6, y + 18, v.money(inv.payable, True), 13, bold=True, align="r", color=(1, 1, 1))
    y += 38
    for k, lab, val in rows:
        if k != "payable":
            d.t(x + 6, y, lab, 8)
            d.t(x + width - 6, y, val, 8, align="r")
            y += 12
    return y + 8


def in_words(d, v, inv, y):
    t = spelled.amount(inv.payable, inv.currency, v.lang)
    return d.para(d.left, d.room(y, 20), f"{v.L('words')}: {t}", d.width, 8.5) + 4 if t else y


# ---- feet
def closing(d, v, inv, y, bank=True):
    """Note, terms, thanks, and one account as label and value."""
    for s in (inv.note, f"{v.L('terms')}: {v.terms()}" if v.terms() else "", v.L("thanks")):
        if s:
            y = d.para(d.left, d.room(y, 24), s, d.width, 8.5) + 2
    if bank:
        y = d.room(y + 6, 60)
        rows = v.bank_rows(inv.seller.banks[0]) + ([(v.L("reference"), inv.reference)] if inv.reference else [])
        y = d.kv(d.left, y, rows, 110, 8.5, lead=1.4)
    return y


def mandate(d, v, inv, y):
    """Direct debit: the account named is the customer's own, so no account to pay to."""
    iban = "NL91ABNA0417164300" if inv.buyer.country != "NL" else "BE68539007547034"
    word = {"de": "Der Betrag wird von Ihrem Konto {} abgebucht.", "fr": "Le montant sera prélevé sur votre compte {}.", "nl": "Het bedrag wordt afgeschreven van uw rekening {}.", "es": "El importe se cargará en su cuenta {}.", "it": "L'importo sarà addebitato sul vostro conto {}."}.get(v.lang, "We will collect this amount from your account {}.")
    return d.para(d.left, d.room(y, 20), word.format(ids.group(iban)), d.width, 8.5) + 4


def old_balance(d, v, inv, y):
    """What was owed and paid before, as a small statement that adds nothing to this document."""
    was = D(d.r.randrange(10000, 90000)) / 100
    if v.inv.currency == "JPY":
        was = was.quantize(D(1))
    d.t(d.left, y, v.L("prior"), 8)
    d.t(d.left + 190, y, v.money(was, False), 8, align="r")
    d.t(d.left, y + 11, v.L("prepaid"), 8)
    d.t(d.left + 190, y + 11, v.money(-was, False), 8, align="r")
    return y + 28


def pay_slip(d, v, inv):
    """Cut-off slip at the foot: account, reference, payer and amount in ruled cells."""
    y, b = d.c.h - 150, inv.seller.banks[0]
    d.c.line(0, y, d.c.w, y, .5, GREY, ([4, 4],))
    d.c.rect(d.left, y + 16, d.width * .62, 88, stroke=GREY)
    d.c.rect(d.left + d.width * .62, y + 16, d.width * .38, 88, stroke=GREY)
    for i, (a, t) in enumerate([(v.L("holder"), v.name())] + v.bank_rows(b)[:2] + ([(v.L("reference"), inv.reference)] if inv.reference else [])):
        d.t(d.left + 5, y + 28 + 20 * i, a, 6, color=GREY)
        d.fit(d.left + 5, y + 37 + 20 * i, t, d.width * .6, 9)
    x = d.left + d.width * .62 + 6
    d.t(x, y + 28, v.L("payable"), 6, color=GREY)
    d.t(x, y + 42, v.money(inv.payable, True), 12, bold=True)
    v.seen.add("payable")
    d.t(x, y + 62, v.L("bill_to"), 6, color=GREY)
    d.fit(x, y + 72, v.name("buyer"), d.width * .34, 8)
    d.fit(x, y + 82, inv.buyer.city_line, d.width * .34, 8)


def stamp(d, v):
    from . import lang
    d.t(d.c.w * .55, d.c.h * .55, d.r.choice(lang.alts(v.lang, "copy")), 30, bold=True, color=(.8, .5, .5), angle=18)


def pages(d, v, text=""):
    """Page number and a line of the firm at the foot of every page."""
    def on(q):
        q.fit(q.left, q.c.h - 30, text, q.width * .8, 6.5, color=GREY)
        q.t(q.right, q.c.h - 30, v.page_text(q.c.page), 7, align="r", color=GREY)
    d.on_page = on
    d.on_next = lambda q: q.top
