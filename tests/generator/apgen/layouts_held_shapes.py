"""Held out: shapes of pages: two-up, landscape, turned, pictures, carried sums, captions below values, everything lower case, tiny print."""
from functools import partial

from PIL import Image, ImageDraw, ImageFont

from . import holdout_scenes as S
from .flow import GREY
from .holdout_kit import Row, Table, bank_lines, cols, facts, foot, heads, keys_of, line_rows, sums_list
from .holdout_words import W
from .layouts import layout
from .layouts_held_lands import spec_of
from .layouts_held_trades import ending
from .pdfcanvas import A4, FONT_DIR

held = partial(layout, split="holdout", words=W, scene=S.plain)
NARROW = (297 * 72 / 25.4, 210 * 72 / 25.4)


@held("ho-pallets", fonts=("narrow", "dejacond"), pt=8, countries=("BE", "NL", "FR", "LU", "DE"))
def pallets(d, v, inv):
    """Wholesale: cartons x pieces per carton before the quantity, weights and lot numbers below each item, empties note."""
    d.t(d.left, 50, v.name(), 13, bold=True)
    d.fit(d.left, 62, " - ".join(v.address("seller", name=False) + [v.seller_vat()]), d.width * .6, 7.5)
    d.t(d.right, 50, v.title().upper(), 13, bold=True, align="r")
    y = facts(d, d.right - 190, 70, v.meta(("number", "date", "due", "customer_no", "po", "delivery_note", "preceding")), 8, label_w=90, width=190, lead=1.35)
    d.stack(d.left, 108, v.address("buyer"), 9.5)
    keys = keys_of(v, inv, "item desc qty unit price disc rate amount")
    rows = line_rows(v, inv, keys, below=lambda li, i: [f"LOT {v.r.randrange(10**5, 10**6)}  EAN 54{v.r.randrange(10**10, 10**11)}  {v.num(li.qty * 3 / 4, 1)} kg"] if i % 2 == 0 else [])
    for r, li in zip(rows, inv.lines):
        per = next((p for p in (24, 12, 6, 5, 4) if li.qty % p == 0), 1)
        if li.qty == li.qty.to_integral():
            r.cells["packs"], r.cells["per"] = str(int(li.qty / per)), str(per)
    spec = spec_of("item:11 desc:* packs:6 per:6 qty:7 unit:6 price:10 disc:7 rate:7 amount:12", keys + ["packs", "per"])
    own = {"packs": {"nl": "Colli", "fr": "Colis", "de": "Kolli"}.get(v.lang, "Ctn"), "per": {"nl": "Inh.", "fr": "PCB", "de": "Inh."}.get(v.lang, "Pk")}
    y = Table(d, cols(d, spec), heads(v, keys + ["packs", "per"], **own), head="rule", gap=1.5, carry=True).draw(max(y, 170) + 6, rows)
    y = sums_list(d, d.room(y + 6, 90), v.totals(), d.right - 200, 200, lead=1.4)
    ending(d, v, inv, y + 6)


@held("ho-two-up", size=NARROW, fonts=("sans", "lato"), pt=8, scene=S.few(5))
def two_up(d, v, inv):
    """Two pages side by side on one sheet: head and items on the left page, sums, bank and notes on the right one."""
    mid = d.c.w / 2
    d.right = mid - 30
    d.left = 40
    d.bottom = d.c.h - 50
    d.t(d.left, 50, v.name(), 12, bold=True)
    d.stack(d.left, 62, v.address("seller", name=False) + [v.seller_vat()], 7.5)
    d.stack(d.left, 112, v.address("buyer"), 9)
    y = facts(d, d.left, 176, v.meta(("number", "date", "due", "customer_no", "po", "preceding")), 8, label_w=90, width=240, lead=1.35)
    d.t(d.left, y + 10, v.title(), 13, bold=True)
    keys = keys_of(v, inv, "desc qty price disc amount")
    Table(d, cols(d, spec_of("desc:* qty:12 price:17 disc:8 amount:18", keys)), heads(v, keys), size=7.8, head="light", gap=3).draw(y + 18, line_rows(v, inv, keys))
    d.t(d.right, d.c.h - 30, "1/2", 7, align="r")
    d.c.line(mid, 20, mid, d.c.h - 20, .3, GREY, ([2, 3],))
    d.left, d.right = mid + 40, d.c.w - 40
    d.t(d.left, 50, f"{v.name()}  {inv.number}", 8, color=GREY)
    y = sums_list(d, 64, v.totals(), d.left, d.width, 8.5, dots=True)
    y = ending(d, v, inv, y + 10, 2)
    d.t(d.right, d.c.h - 30, "2/2", 7, align="r")


@held("ho-ledger-landscape", size=(A4[1], A4[0]), backend="cairo", fonts=("dejacond", "sans"), pt=8, bottom=60)
def ledger_landscape(d, v, inv):
    """Landscape list: facts as one long line, many narrow columns, sums under their columns."""
    d.fit(d.left, 44, " · ".join(v.address("seller") + [v.seller_vat(), inv.seller.email]), d.width, 8.5)
    d.t(d.left, 66, v.title(), 15, bold=True)
    d.fit(d.left, 82, "    ".join(f"{a}: {b}" for a, b in v.meta(("number", "date", "due", "customer_no", "po", "preceding"))), d.width, 8.5)
    d.fit(d.left, 100, f"{v.L('bill_to')}: " + ", ".join(v.address("buyer")), d.width, 8.5)
    keys = keys_of(v, inv, "pos item desc unit qty price disc amount rate taxamt gross")
    spec = spec_of("pos:4 item:10 desc:* unit:6 qty:7 price:9 disc:6 amount:10 rate:6 taxamt:9 gross:10", keys)
    c = cols(d, spec)
    d.on_next = lambda q: 50
    y = Table(d, c, heads(v, keys), head="dark", rule=.25, gap=3).draw(114, line_rows(v, inv, keys))
    if not inv.adjusts:
        at = {k: x + w - 3 for k, x, w, _ in c}
        d.t(at["amount"], y + 12, v.money(inv.net, False), 8, bold=True, align="r")
        d.t(at["gross"], y + 12, v.money(inv.gross, False), 8, bold=True, align="r")
        y += 16
    y = sums_list(d, d.room(y + 6, 90), v.totals(), d.left, 260, lead=1.45)
    ending(d, v, inv, y + 4)


@held("ho-turned", rotate=90, fonts=("serif", "sans"))
def turned(d, v, inv):
    """The whole page on its side with /Rotate: facts between two rules, buyer right, sums left under the items."""
    d.t(d.left, 56, v.title(), 22, bold=True)
    d.stack(d.right - 180, 50, v.address("seller") + [inv.seller.phone, v.seller_vat()], 8.5, first_bold=True)
    d.c.line(d.left, 116, d.right, 116, .6)
    y = facts(d, d.left, 130, v.meta(("number", "date", "due", "po", "delivery_date", "preceding")), 9, label_w=110, width=260)
    d.stack(d.right - 180, 130, v.address("buyer"), 9.5)
    y = max(y, 190)
    d.c.line(d.left, y, d.right, y, .6)
    keys = keys_of(v, inv, "desc qtyunit price disc rate amount")
    y = Table(d, cols(d, spec_of("desc:* qtyunit:14 price:14 disc:8 rate:9 amount:15", keys)), heads(v, keys), head="light").draw(y + 10, line_rows(v, inv, keys))
    y = sums_list(d, d.room(y + 6, 90), v.totals(), d.left, 250)
    ending(d, v, inv, y + 8)


def letterhead(text, sub, color):
    im = Image.new("RGB", (1600, 260), "white")
    dr = ImageDraw.Draw(im)
    dr.rectangle((0, 0, 1600, 40), fill=tuple(int(x * 255) for x in color))
    size = 90
    while dr.textlength(text, ImageFont.truetype(f"{FONT_DIR}/dejavu/DejaVuSerif-Bold.ttf", size)) > 1500:
        size -= 4
    dr.text((40, 60), text, fill=(30, 30, 30), font=ImageFont.truetype(f"{FONT_DIR}/dejavu/DejaVuSerif-Bold.ttf", size))
    small = 40
    while dr.textlength(sub, ImageFont.truetype(f"{FONT_DIR}/dejavu/DejaVuSans.ttf", small)) > 1500:
        small -= 2
    dr.text((40, 185), sub, fill=(90, 90, 90), font=ImageFont.truetype(f"{FONT_DIR}/dejavu/DejaVuSans.ttf", small))
    return im


@held("ho-letterhead-picture", fonts=("times", "serif"), pt=10)
def letterhead_picture(d, v, inv):
    """The letterhead is a picture; the text layer names the firm only in the small print at the foot."""
    d.c.image(letterhead(inv.seller.name, ", ".join(v.address("seller", name=False, country=False)), d.accent), d.left, 26, d.width, d.width * .1625)
    d.stack(d.left, 150, v.address("buyer"), d.size)
    d.t(d.left, 232, v.title(), 14, bold=True)
    y = facts(d, d.left, 252, v.meta(("number", "date", "due", "customer_no", "po", "preceding")), d.size, label_w=120, width=330)
    keys = keys_of(v, inv, "pos desc qty price disc amount")
    y = Table(d, cols(d, spec_of("pos:6 desc:* qty:10 price:15 disc:8 amount:16", keys)), heads(v, keys), head="rule", gap=5).draw(y + 6, line_rows(v, inv, keys))
    y = sums_list(d, d.room(y + 4, 100), v.totals(), d.right - 230, 230)
    ending(d, v, inv, y + 8)
    foot(d, f"{v.name()}  {v.seller_vat()}  {v.reg()}")


@held("ho-carried-sums", fonts=("sans", "deja"), scene=S.many(58, 92), bottom=110)
def carried_sums(d, v, inv):
    """Three pages and more of items, the sum so far at the foot of each and again at the head of the next."""
    d.t(d.left, 52, v.name(), 12, bold=True)
    d.stack(d.left, 65, v.address("seller", name=False) + [v.seller_vat()], 8)
    d.stack(d.left, 122, v.address("buyer"), 10)
    y = facts(d, d.right - 200, 122, v.meta(("number", "date", "due", "customer_no", "po", "preceding")), 9, label_w=95, width=200)
    d.t(d.left, max(y, 200) + 10, v.title(), 14, bold=True)
    d.on_next = lambda q: q.t(q.left, 44, f"{inv.seller.name}   {inv.number}", 8) and 56
    d.on_page = lambda q: q.t(q.right, q.c.h - 40, v.page_text(q.c.page), 8, align="r")
    keys = keys_of(v, inv, "pos item desc qty unit price disc amount")
    y = Table(d, cols(d, spec_of("pos:5 item:11 desc:* qty:9 unit:7 price:12 disc:8 amount:14", keys)), heads(v, keys), head=v.r.choice(("rule", "band", "light")), gap=2.5, carry=True).draw(max(y, 200) + 18, line_rows(v, inv, keys))
    y = sums_list(d, d.room(y + 6, 120), v.totals(), d.right - 240, 240)
    ending(d, v, inv, y + 8)


@held("ho-counter-print", fonts=("mono", "dejamono"), pt=8.5)
def counter_print(d, v, inv):
    """Till program printing on A4: fixed pitch, item number and name in one line, numbers in the next, dense."""
    d.t(d.left, 44, v.name().upper(), 11, bold=True)
    y = d.stack(d.left, 56, v.address("seller", name=False) + [inv.seller.phone, v.seller_vat()], 8)
    y = d.stack(d.left + 250, 56, [v.L("bill_to") + ":"] + v.address("buyer"), 8)
    d.t(d.left, y + 22, "=" * 78, 8.5)
    y = facts(d, d.left, y + 36, [(v.title(), "")] + v.meta(("number", "date", "due", "customer_no", "po", "preceding")), 8.5, label_w=150, width=400, lead=1.2)
    keys = keys_of(v, inv, "qty unit price disc amount")
    rows = line_rows(v, inv, keys, above=lambda li, i: [f"{li.item_id}  {li.desc}"[:70]])
    v.cells.add("desc")
    y = Table(d, cols(d, spec_of("gap:20 qty:16 unit:12 price:18 disc:12 amount:22", keys + ["gap"])), heads(v, keys), gap=2, head="light", numbers="last").draw(y, rows)
    d.t(d.left, y + 8, "-" * 78, 8.5)
    y = sums_list(d, d.room(y + 8, 90), v.totals(), d.left + 180, d.width - 180, 8.5, lead=1.3)
    ending(d, v, inv, y + 6)


@held("ho-text-above", backend="cairo", fonts=("serif", "sans", "carlito"), scene=S.plain)
def text_above(d, v, inv):
    """The description stands over the whole width, its numbers in the row below under the captions."""
    d.stack(d.left, 54, v.address("seller") + [v.seller_vat()], 9, first_bold=True)
    d.t(d.right, 60, v.title(), 19, align="r")
    d.stack(d.left, 140, v.address("buyer"), 10)
    y = facts(d, d.right - 190, 100, v.meta(("number", "date", "due", "customer_no", "po", "our_order", "preceding")), 9, label_w=95, width=190)
    keys = keys_of(v, inv, "item qty unit price disc rate amount")
    rows = line_rows(v, inv, keys, above=lambda li, i: d.wrap(li.desc, d.width * .9, d.size))
    v.cells.add("desc")
    c = cols(d, spec_of("item:22 qty:13 unit:11 price:16 disc:10 rate:11 amount:17", keys))
    y = Table(d, c, heads(v, keys), head="band", gap=6, rule=.2).draw(max(y, 214) + 12, rows)
    y = sums_list(d, d.room(y + 6, 100), v.totals(), d.right - 230, 230)
    ending(d, v, inv, y + 8)


@held("ho-sums-first", fonts=("sans", "lato"), langs=None)
def sums_first(d, v, inv):
    """What is to be paid stands in a box at the top left, amounts left of their labels; the items come last, under everything."""
    d.t(d.right, 54, v.name(), 14, bold=True, align="r")
    d.stack(d.right - 170, 68, v.address("seller", name=False) + [v.seller_vat(), inv.seller.email], 8)
    rows = v.totals()
    d.c.rect(d.left, 44, 250, len(rows) * 15 + 12, stroke=d.accent, lw=1.2)
    y = 48
    for k, a, b in rows:
        y += 15
        d.t(d.left + 92, y, b, 9.5, align="r", bold=k in ("gross", "payable"))
        d.fit(d.left + 102, y, a, 142, 9.5, bold=k in ("gross", "payable"))
    y = max(y, 120) + 28
    d.t(d.left, y, v.title(), 16, bold=True)
    y2 = facts(d, d.left, y + 18, v.meta(("number", "date", "due", "customer_no", "po", "preceding")), 9, label_w=110, width=270)
    d.stack(d.right - 170, y + 18, v.address("buyer"), 9.5)
    y = ending(d, v, inv, max(y2, y + 80) + 6)
    keys = keys_of(v, inv, "qty desc price disc amount")
    Table(d, cols(d, spec_of("qty:9 desc:* price:15 disc:9 amount:16", keys)), heads(v, keys), head="light", band=(.96, .97, .96)).draw(y + 10, line_rows(v, inv, keys))


@held("ho-open-items", fonts=("helv", "sans"))
def open_items(d, v, inv):
    """Under the invoice a list of older open invoices and an ageing row: amounts and dates that are not of this one."""
    from datetime import timedelta
    d.t(d.left, 54, v.name(), 15, bold=True)
    d.fit(d.left, 68, ", ".join(v.address("seller", name=False) + [v.seller_vat()]), d.width, 8)
    d.stack(d.left, 112, v.address("buyer"), 10)
    y = facts(d, d.right - 200, 100, v.meta(("number", "date", "due", "customer_no", "po", "preceding")), 9, label_w=100, width=200)
    d.t(d.left, max(y, 180) + 8, v.title(), 14, bold=True)
    keys = keys_of(v, inv, "pos desc qty unit price disc rate amount")
    y = Table(d, cols(d, spec_of("pos:5 desc:* qty:9 unit:8 price:13 disc:8 rate:8 amount:15", keys)), heads(v, keys), head="rule").draw(max(y, 180) + 16, line_rows(v, inv, keys))
    y = sums_list(d, d.room(y + 4, 90), v.totals(), d.right - 220, 220)
    y = d.room(y + 10, 110)
    word = {"de": "Offene Posten zum Stichtag", "fr": "Factures en attente de règlement", "es": "Facturas pendientes anteriores", "it": "Partite aperte", "nl": "Openstaande posten", "pl": "Zaległe dokumenty", "pt": "Documentos em aberto", "sv": "Tidigare obetalda fakturor", "da": "Åbne poster", "cs": "Neuhrazené doklady"}.get(v.lang, "Previously unpaid on your account")
    d.t(d.left, y, word, 8.5, bold=True)
    total = S.D(0)
    for i in range(v.r.randrange(2, 5)):
        y += 12
        old = S.q(S.D(v.r.randrange(2000, 900000)) / 100, inv.currency)
        total += old
        d.t(d.left, y, f"{inv.number[:-3]}{v.r.randrange(100, 999)}", 8)
        d.t(d.left + 120, y, v.date(inv.issue - timedelta(days=30 * (i + 1) + 4), "%d.%m.%Y"), 8)
        d.t(d.left + 280, y, v.money(old, False), 8, align="r")
    y += 18
    for i, h in enumerate(("0-30", "31-60", "61-90", "> 90")):
        d.t(d.left + i * 90, y, h, 7, color=GREY)
        d.t(d.left + i * 90 + 70, y, v.money(total if i == 1 else S.D(0), False), 8, align="r")
    ending(d, v, inv, y + 18)


@held("ho-axis", fonts=("serif", "caladea", "lato"), pt=9.5)
def axis(d, v, inv):
    """No rule anywhere, everything on the axis of the page, even the items: name, numbers below, amount below."""
    m = d.c.w / 2
    y = 60
    for i, s in enumerate(v.address("seller") + [v.seller_vat(), inv.seller.phone]):
        d.t(m, y, s, 15 if i == 0 else 8.5, align="c")
        y += 16 if i == 0 else 11
    y += 20
    d.t(m, y, v.title(), 20, align="c")
    for a, b in v.meta(("number", "date", "due", "po", "preceding")):
        y += 14
        d.t(m, y, f"{a} {b}", d.size, align="c")
    y += 24
    for s in v.address("buyer"):
        d.t(m, y, s, d.size, align="c")
        y += 13
    y += 12
    v.cells |= {"desc", "qty", "price", "amount"}
    for i, li in enumerate(inv.lines):
        y = d.room(y, 34)
        d.fit(m, y, li.desc, d.width, d.size + .5, bold=True, align="c")
        d.t(m, y + 12, f"{v.cell(li, 'qtyunit', i)} x {v.cell(li, 'price', i)}" + (f" - {v.rate(li.discount)}" if li.discount else "") + f" = {v.money(li.net)}", d.size, align="c")
        y += 32
    for k, a, b in v.totals():
        y = d.room(y, 16)
        d.t(m, y, f"{a}   {b}", d.size + (2 if k in ("gross", "payable") else 0), align="c")
        y += 15
    ending(d, v, inv, d.room(y + 16, 60))


@held("ho-captions-below", backend="cairo", fonts=("lato", "carlito"), pt=9.5)
def captions_below(d, v, inv):
    """Form whose captions stand below the values, on a hairline; items without captions at all."""
    d.t(d.left, 58, v.name(), 16, bold=True)
    d.t(d.left, 72, "  ".join(v.address("seller", name=False)), 8)
    d.stack(d.left, 110, v.address("buyer"), 10)
    d.t(d.right, 58, v.title(), 16, align="r")
    items = v.meta(("number", "date", "due", "po", "customer_no", "seller_vat", "preceding"))
    y, w = 196, d.width / 4
    for i, (a, b) in enumerate(items):
        x, yy = d.left + (i % 4) * w, y + (i // 4) * 34
        d.fit(x, yy, b, w - 8, 9.5)
        d.c.line(x, yy + 3, x + w - 8, yy + 3, .3)
        d.fit(x, yy + 11, a, w - 8, 6.5, color=GREY)
    y += ((len(items) + 3) // 4) * 34 + 10
    keys = keys_of(v, inv, "qtyunit desc price disc amount")
    y = Table(d, cols(d, spec_of("qtyunit:14 desc:* price:15 disc:9 amount:16", keys)), None, head="none", gap=7, rule=.2).draw(y, line_rows(v, inv, keys))
    y = d.room(y + 26, 80)
    rows = v.totals()
    w = d.width / len(rows)
    for i, (k, a, b) in enumerate(rows):
        d.fit(d.left + (i + 1) * w - 4, y, b, w - 8, 10.5, bold=k in ("gross", "payable"), align="r")
        d.c.line(d.left + i * w + 8, y + 4, d.left + (i + 1) * w - 4, y + 4, .3)
        d.fit(d.left + (i + 1) * w - 4, y + 13, a, w - 8, 6.5, align="r", color=GREY)
    ending(d, v, inv, y + 40)


class Lower:
    """The canvas, everything it is given made lower case."""

    def __init__(self, c):
        self.__dict__["_c"] = c

    def __getattr__(self, k):
        return getattr(self._c, k)

    def text(self, x, y, s, *a, **k):
        return self._c.text(x, y, s.lower() if isinstance(s, str) else s, *a, **k)


@held("ho-all-lower", fonts=("lato", "carlito", "deja"))
def all_lower(d, v, inv):
    """Designer's letter: not one capital, much white, quantity times price in one column."""
    d.c = Lower(d.c)
    d.t(d.left, 80, v.name(), 24, color=d.accent)
    d.stack(d.right - 140, 70, v.address("seller", name=False) + [inv.seller.email, v.seller_vat()], 8)
    d.stack(d.left, 160, v.address("buyer"), 9.5)
    y = facts(d, d.right - 140, 160, v.meta(("number", "date", "due", "po", "preceding")), 9, "sentence", width=140, colon="")
    d.t(d.left, 270, v.title(), 13)
    keys = ["desc", "times", "amount"]
    rows = line_rows(v, inv, ["desc", "amount"])
    v.cells |= {"qty", "price"}
    for i, (r, li) in enumerate(zip(rows, inv.lines)):
        r.cells["times"] = f"{v.cell(li, 'qtyunit', i)} × {v.cell(li, 'price', i)}" + (f" −{v.rate(li.discount)}" if li.discount else "")
    y = Table(d, cols(d, ["desc:*", "times:28", "amount:18"]), heads(v, ["desc", "amount"], times=""), head="none" if v.r.random() < .5 else "light", gap=8).draw(286, rows)
    y = sums_list(d, d.room(y + 10, 100), v.totals(), d.right - 210, 210, lead=1.8)
    ending(d, v, inv, y + 14)


@held("ho-form-grid", fonts=("sans", "narrow"), pt=8.5)
def form_grid(d, v, inv):
    """Filled-in form: every fact in a numbered cell of one big grid, also the sums; items in the middle of it."""
    def cell(x, y, w, h, lab, val, size=9):
        d.c.rect(x, y, w, h, stroke=(0, 0, 0), lw=.4)
        d.fit(x + 3, y + 8, lab, w - 6, 6)
        for i, s in enumerate(val if isinstance(val, list) else [val]):
            d.fit(x + 5, y + 19 + i * 11, s, w - 8, size)
    w = d.width / 2
    cell(d.left, 40, w, 66, f"1  {v.L('seller')}", v.address("seller") + [v.seller_vat()], 8.5)
    cell(d.left, 106, w, 66, f"2  {v.L('bill_to')}", v.address("buyer"), 8.5)
    items = [("", v.title())] + v.meta(("number", "date", "due", "po", "customer_no", "delivery_date", "preceding"))
    for i, (a, b) in enumerate(items[:10]):
        cell(d.left + w + (i % 2) * w / 2, 40 + (i // 2) * 26.4, w / 2, 26.4, f"{i + 3}  {a}", b, 9 if i else 11)
    keys = keys_of(v, inv, "pos item desc qty unit price disc amount")
    y = Table(d, cols(d, spec_of("pos:5 item:12 desc:* qty:9 unit:7 price:13 disc:8 amount:15", keys)), heads(v, keys), head="light", gap=3).draw(186, line_rows(v, inv, keys))
    y = d.room(y + 8, 100)
    rows = v.totals()
    for i, (k, a, b) in enumerate(rows):
        cell(d.left + (i % 3) * d.width / 3, y + (i // 3) * 28, d.width / 3, 28, f"{i + 20}  {a}", b, 10)
    ending(d, v, inv, y + (len(rows) + 2) // 3 * 28 + 16)


@held("ho-bands", backend="cairo", fonts=("lato", "sans"))
def bands(d, v, inv):
    """Coloured bands across the page, white text on them: head, captions, sum; pale bands between the items."""
    W = (1, 1, 1)
    d.c.rect(0, 0, d.c.w, 92, fill=d.accent)
    d.t(d.left, 50, v.title(), 26, color=W)
    d.t(d.right, 44, v.name(), 13, bold=True, align="r", color=W)
    d.t(d.right, 58, ", ".join(v.address("seller", name=False)), 8, align="r", color=W)
    d.t(d.right, 70, v.seller_vat(), 8, align="r", color=W)
    items = v.meta(("number", "date", "due", "po", "preceding"))
    w = d.c.w / max(1, len(items))
    d.c.rect(0, 92, d.c.w, 34, fill=tuple(min(1, a + .25) for a in d.accent))
    for i, (a, b) in enumerate(items):
        d.fit(14 + i * w, 104, a, w - 16, 7, color=W)
        d.fit(14 + i * w, 118, b, w - 16, 9.5, bold=True, color=W)
    d.stack(d.left, 158, v.address("buyer"), 10)
    keys = keys_of(v, inv, "desc qty price disc rate amount")
    y = Table(d, cols(d, spec_of("desc:* qty:10 price:15 disc:9 rate:9 amount:16", keys)), heads(v, keys), head="dark", band=(.94, .95, .97), gap=8).draw(226, line_rows(v, inv, keys))
    y = d.room(y + 6, 100)
    rows = v.totals()
    for i, (k, a, b) in enumerate(rows):
        last = i == len(rows) - 1
        if last:
            d.c.rect(d.c.w * .5, y + 2, d.c.w * .5, 20, fill=d.accent)
        d.t(d.c.w * .5 + 12, y + 15, a, 9.5, color=W if last else (0, 0, 0))
        d.t(d.right, y + 15, b, 10.5 if last else 9.5, align="r", bold=last, color=W if last else (0, 0, 0))
        y += 19
    ending(d, v, inv, y + 22)


@held("ho-tiny", fonts=("narrow", "dejacond", "sans"), pt=6, left=36, right=36, scene=S.many(12, 40))
def tiny(d, v, inv):
    """Six-point print in the upper half of the page, columns close together."""
    d.fit(d.left, 34, " ".join(v.address("seller") + [v.seller_vat(), inv.seller.phone, inv.seller.email]), d.width, 6.2)
    d.t(d.left, 52, v.title(), 9, bold=True)
    d.stack(d.left, 66, v.address("buyer"), 6.8)
    y = facts(d, d.left + 260, 52, v.meta(("number", "date", "due", "customer_no", "po", "our_order", "delivery_note", "preceding")), 6.4, label_w=90, width=240, lead=1.3)
    keys = keys_of(v, inv, "pos item desc qty unit price disc rate amount")
    y = Table(d, cols(d, spec_of("pos:4 item:9 desc:* qty:7 unit:6 price:9 disc:6 rate:6 amount:10", keys), width=d.width * .86), heads(v, keys), head="light", gap=1).draw(max(y, 100) + 4, line_rows(v, inv, keys))
    y = sums_list(d, d.room(y + 2, 60), v.totals(), d.left + d.width * .56, d.width * .3, 6.4, lead=1.35)
    ending(d, v, inv, y + 4)


@held("ho-per-hundred", fonts=("sans", "dejacond"), scene=S.hundred, after="ghostscript")
def per_hundred(d, v, inv):
    """Fasteners: price per 100 with the price unit in a column of its own, item number under the text; rewritten by ghostscript."""
    d.t(d.left, 54, v.name(), 14, bold=True)
    d.stack(d.left, 67, v.address("seller", name=False) + [v.seller_vat()], 8)
    d.stack(d.left, 122, v.address("buyer"), 10)
    y = facts(d, d.right - 200, 100, v.meta(("number", "date", "due", "customer_no", "po", "delivery_note", "preceding")), 8.5, label_w=100, width=200)
    d.t(d.left, max(y, 190) + 6, v.title(), 14, bold=True)
    keys = keys_of(v, inv, "pos desc qty unit price disc amount")
    rows = line_rows(v, inv, keys, below=lambda li, i: [li.item_id])
    for r, li in zip(rows, inv.lines):
        r.cells["pe"] = f"{li.base_qty:f}"
    y = Table(d, cols(d, spec_of("pos:5 desc:* qty:9 unit:7 price:12 pe:6 disc:8 amount:15", keys + ["pe"])), heads(v, keys, pe={"de": "PE", "fr": "U/P"}.get(v.lang, "/")), head="rule").draw(max(y, 190) + 14, rows)
    y = sums_list(d, d.room(y + 4, 90), v.totals(), d.right - 220, 220)
    ending(d, v, inv, y + 8)


@held("ho-brief-qpdf", fonts=("cour", "helv"), after="qpdf")
def brief_qpdf(d, v, inv):
    """Short typed bill: amount after dots, quantity inside the text; rewritten by qpdf with object streams."""
    d.stack(d.left, 60, v.address("seller") + [v.seller_vat()], 9.5)
    n, t = v.item("number"), v.item("date")
    d.t(d.right, 60, t[1], 9.5, align="r")
    d.stack(d.left, 140, v.address("buyer"), 9.5)
    d.t(d.left, 226, f"{v.title()} - {n[0]} {n[1]}", 11, bold=True)
    y = facts(d, d.left, 246, v.meta(("due", "po", "preceding")), 9.5, "sentence", width=330) + 8
    v.cells |= {"desc", "qty", "price", "amount"}
    for i, li in enumerate(inv.lines):
        y = d.room(y, 28)
        s = f"{v.cell(li, 'qtyunit', i)} {li.desc}, {v.L('price').lower()} {v.cell(li, 'price', i)}" + (f", -{v.rate(li.discount)}" if li.discount else "")
        parts = d.wrap(s, d.width - 110, 9.5)
        for p in parts:
            d.t(d.left, y, p, 9.5)
            y += 12
        a = v.money(li.net)
        x0, x1 = d.left + d.tw(parts[-1], 9.5) + 4, d.right - d.tw(a, 9.5) - 4
        d.t(x0, y - 12, "." * max(0, int((x1 - x0) / d.tw(".", 9.5))), 9.5)
        d.t(d.right, y - 12, a, 9.5, align="r")
        y += 3
    y = sums_list(d, d.room(y, 90), v.totals(), d.left + d.width * .45, d.width * .55, 9.5, dots=True)
    ending(d, v, inv, y + 10)
