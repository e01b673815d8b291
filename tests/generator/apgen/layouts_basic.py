"""Layouts as small and middle-sized suppliers send them: letter, band, grid, minimal."""
from .flow import GREY, LIGHT
from .layouts import layout


def closing(d, v, inv, y, width=None, bank=True, thanks=True):
    """Terms, legal note, bank lines and thanks below the totals."""
    width = width or d.width
    y = d.room(y, 70)
    if inv.note:
        y = d.para(d.left, y, inv.note, width, bold=True) + 2
    if v.terms():
        y = d.para(d.left, y, v.terms(), width)
    if inv.reference and inv.type == "invoice":
        y = d.para(d.left, y, f"{v.L('reference')}: {inv.reference}", width)
    if bank and inv.type == "invoice":
        b = inv.seller.banks[0]
        y = d.para(d.left, y, ", ".join(f"{a}: {t}" for a, t in v.bank_rows(b)), width)
    if thanks:
        y = d.para(d.left, y + 3, v.L("thanks"), width, d.size - .5)
    return y


@layout("din-letter", fonts=("helv", "sans", "carlito"), bottom=110)
def din_letter(d, v, inv):
    """DIN 5008: sender line in the window, facts in the right column, footer in columns."""
    d.t(d.right, 60, inv.seller.name, 15, bold=True, align="r", color=d.accent)
    d.logo(d.right - d.tw(inv.seller.name, 15, True) - 40, 40, 28)
    d.fit(d.left, 130, v.sender_line(), 230, 6.5, color=GREY)
    d.c.line(d.left, 132, d.left + 230, 132, .3, GREY)
    d.stack(d.left, 148, v.address("buyer"), 10)
    d.kv(370, 150, v.meta(("number", "date", "due", "customer_no", "po", "delivery_note", "delivery_date", "contact")), 92, width=d.right - 370)
    d.t(d.left, 288, f"{v.title()} {inv.number}" if d.r.random() < .5 else v.title(), 14, bold=True)
    y = d.para(d.left, 306, v.L("intro"), d.width)
    if inv.preceding:
        y = d.para(d.left, y, " ".join(v.item("preceding") or ()), d.width)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 85, q.firm_groups()), q.t(q.right, q.c.h - 100, v.page_text(q.c.page), 7, align="r"))
    d.on_next = lambda q: 80
    y = d.table(d.columns("pos:6 desc:* qty:9 unit:8 price:13 disc:8 rate:9 amount:14"), y + 6, {"head": "rule"}, keep=110)
    y = d.total_rows(y + 6, v.totals(), d.right - 220, 220, style="rule")
    closing(d, v, inv, y + 20, bank=False)


@layout("band-top", fonts=("lato", "deja", "sans"), backend="cairo", bottom=70)
def band_top(d, v, inv):
    """Coloured band over the page, label above value in a row, dark table head, total in a bar."""
    d.c.rect(0, 0, d.c.w, 92, fill=d.accent)
    d.fit(d.left, 50, v.name(), 300, 18, bold=True, color=(1, 1, 1))
    d.t(d.right, 50, v.title().upper(), 22, bold=True, align="r", color=(1, 1, 1))
    d.fit(d.left, 70, "  |  ".join(v.address("seller", name=False) + v.contact_bits()[:2]), 480, 7.5, color=(1, 1, 1))
    y = d.over(d.left, 112, v.meta(("number", "date", "due", "po", "customer_no", "delivery_note", "period", "preceding")), d.width / 4, 4)
    y += 12
    d.t(d.left, y, v.L("bill_to"), d.size - 1, color=GREY)
    y2 = d.stack(d.left, y + 13, v.address("buyer"), first_bold=True)
    if inv.ship_to:
        d.t(d.left + 260, y, v.L("ship_to"), d.size - 1, color=GREY)
        d.stack(d.left + 260, y + 13, v.address("ship_to"))
    d.on_page = lambda q: (q.c.line(q.left, q.c.h - 52, q.right, q.c.h - 52, 1, q.accent), q.fit(q.left, q.c.h - 40, " · ".join([v.seller_vat(), v.reg()] + [f"{a} {b}" for a, b in v.bank_rows(inv.seller.banks[0])]), q.width - 70, 7), q.t(q.right, q.c.h - 40, v.page_text(q.c.page), 7, align="r"))
    y = d.table(d.columns("desc:* item:15 qty:9 price:14 disc:8 rate:9 amount:16"), y2 + 14, {"head": "dark", "rows": "zebra", "end": False}, keep=120)
    y = d.total_rows(y + 8, v.totals(), d.right - 240, 240, style="dark")
    closing(d, v, inv, y + 18, bank=False)


@layout("grid-classic", fonts=("times", "serif"), bottom=70)
def grid_classic(d, v, inv):
    """Everything in ruled boxes, centred letterhead, tax table left of the totals."""
    x = d.c.w / 2
    d.t(x, 55, v.name(), 17, bold=True, align="c")
    d.t(x, 70, " - ".join(v.address("seller", name=False)), 9, align="c")
    d.t(x, 82, "   ".join(v.contact_bits()), 8, align="c")
    d.t(x, 93, v.seller_vat(), 8, align="c")
    d.c.line(d.left, 100, d.right, 100, 1.2)
    d.t(x, 122, v.title().upper(), 14, bold=True, align="c", spacing=2)
    d.c.rect(d.left, 134, d.width / 2 - 5, 82, stroke=(0, 0, 0))
    d.t(d.left + 5, 146, v.L("bill_to"), 8, italic=True)
    d.stack(d.left + 10, 161, v.address("buyer"), 10)
    y = d.over(d.left + d.width / 2 + 5, 134, v.meta(("number", "date", "due", "customer_no", "po", "delivery_note", "our_order", "preceding"))[:6], (d.width / 2 - 5) / 2, 2, boxed=True, gap=27.3)
    d.on_page = lambda q: (q.c.line(q.left, q.c.h - 55, q.right, q.c.h - 55, .7), q.t(q.c.w / 2, q.c.h - 44, v.reg() or v.seller_vat(), 7.5, align="c"), q.t(q.c.w / 2, q.c.h - 33, v.page_text(q.c.page), 7.5, align="c"))
    d.on_next = lambda q: 60
    y = d.table(d.columns("item:14 desc:* qty:9 unit:7 price:12 disc:7 rate:8 amount:14"), 232, {"head": "box", "rows": "grid", "stretch": True}, keep=130)
    yt = d.tax_table(d.left, y + 10, 240, box=True)
    ye = d.total_rows(y + 10, v.totals(tax=len(inv.taxes) == 1), d.right - 200, 200, style="grid")
    closing(d, v, inv, max(yt, ye) + 18)


@layout("minimal-lines", fonts=("helv", "lato"), bottom=60, left=72, right=72)
def minimal_lines(d, v, inv):
    """Freelancer: much white, facts inline under the title, no unit column, bank details at the end."""
    d.stack(d.left, 72, v.address("seller"), 8.5, color=GREY)
    d.t(d.left, 165, v.title(), 24)
    n, dt = v.item("number"), v.item("date")
    d.t(d.left, 184, f"{n[0]} {n[1]}   ·   {dt[0]} {dt[1]}", 9.5)
    rest = v.meta(("due", "po", "period", "delivery_date", "preceding"))
    for i, (a, b) in enumerate(rest):
        d.t(d.left, 198 + i * 13, f"{a} {b}", 9.5)
    y = 198 + len(rest) * 13 + 14
    y = d.stack(d.left, y, v.address("buyer"), 10, first_bold=True)
    d.on_page = lambda q: q.t(q.right, q.c.h - 40, v.page_text(q.c.page), 7.5, align="r", color=GREY) if v.total_pages > 1 else None
    y = d.table(d.columns("desc:* qtyunit:16 price:16 disc:8 amount:18"), y + 14, {"head": "under", "rows": "line", "pad": .8, "end": False}, keep=100)
    y = d.total_rows(y + 10, v.totals(), d.right - 210, 210, strong=("gross", "payable"), style="plain")
    y = d.room(y + 24, 100)
    if inv.note:
        y = d.para(d.left, y, inv.note, d.width) + 4
    y = d.para(d.left, y, v.terms(), d.width) + 6
    y = d.kv(d.left, y, v.bank_rows(inv.seller.banks[0]) + ([(v.L("reference"), inv.reference)] if inv.reference else []), 110)
    d.t(d.left, y + 8, v.seller_vat(), 8)


@layout("us-classic", fonts=("helv", "sans"), langs=("en",), bottom=60, left=45, right=45)
def us_classic(d, v, inv):
    """North American form: INVOICE top right, bill-to and ship-to boxes, row of terms, amount column last."""
    d.logo(d.left, 40, 34)
    d.t(d.left + 50, 55, v.name(), 13, bold=True)
    d.stack(d.left + 50, 68, v.address("seller", name=False) + [inv.seller.phone], 8.5)
    d.t(d.right, 60, v.title().upper(), 26, bold=True, align="r", color=d.accent)
    d.kv(d.right - 190, 84, v.meta(("number", "date", "customer_no", "preceding")), 100, align="r", width=190, bold_label=True)
    for x, who, lab in ((d.left, "buyer", "bill_to"), (d.left + d.width / 2 + 5, "ship_to" if inv.ship_to else "buyer", "ship_to")):
        d.c.rect(x, 150, d.width / 2 - 5, 14, fill=d.accent)
        d.t(x + 5, 160.5, v.L(lab), 8.5, bold=True, color=(1, 1, 1))
        d.stack(x + 5, 178, v.address(who), 9)
    row = v.meta(("po", "our_order", "contact", "due", "order_date")) + ([(v.L("terms"), v.terms())] if v.terms() else [])
    y = d.over(d.left, 232, row[:6], d.width / max(len(row[:6]), 1), 6, boxed=True, fill=LIGHT, gap=30, size=7.5) if row else 232
    d.on_page = lambda q: q.t(q.c.w / 2, q.c.h - 36, v.page_text(q.c.page), 8, align="c")
    y = d.table(d.columns("qty:9 item:16 desc:* price:14 disc:8 amount:16"), y + 10, {"head": "dark", "rows": "grid", "stretch": True}, keep=110)
    y0 = y
    y = d.total_rows(y + 2, v.totals(), d.right - 200, 200, style="fill")
    d.para(d.left, y0 + 16, v.L("thanks"), 260, italic=True)
    if v.country != "US":
        d.para(d.left, y0 + 32, v.seller_vat(), 260)
    else:
        d.t(d.left, y0 + 32, v.seller_vat(), 8)
    b = inv.seller.banks[0]
    d.stack(d.left, y0 + 48, [f"{a}: {t}" for a, t in v.bank_rows(b)], 8)


@layout("sidebar", fonts=("lato", "carlito", "deja"), backend="cairo", left=190, right=40, bottom=50)
def sidebar(d, v, inv):
    """Grey column at the left with the supplier, facts and bank; table right of it."""
    def bar(q):
        q.c.rect(0, 0, 172, q.c.h, fill=(.92, .93, .95))
        q.logo(24, 30, 40, kind=q.inv.issue.day % 6)
        y = q.stack(24, 90, v.address("seller"), 8.5, first_bold=True, width=140)
        y = q.stack(24, y + 8, [inv.seller.phone, inv.seller.email, inv.seller.web], 8, width=142)
        y = q.stack(24, y + 8, [v.seller_vat(), v.reg()], 7.5, width=140)
        for b in inv.seller.banks[:1]:
            y = q.stack(24, y + 10, [f"{a} {t}" for a, t in v.bank_rows(b)], 7.5, width=142)
        q.t(24, q.c.h - 30, v.page_text(q.c.page), 7.5, color=GREY)
    d.on_page = bar
    d.t(d.left, 62, v.title(), 20, bold=True, color=d.accent)
    y = d.stack(d.left, 92, v.address("buyer"), 10)
    y = d.kv(d.left, y + 12, v.meta(("number", "date", "due", "customer_no", "po", "order_date", "delivery_note", "period", "preceding")), 120, label_color=GREY)
    y = d.table(d.columns("pos:6 desc:* qty:12 price:17 rate:10 amount:18"), y + 10, {"head": "under", "rows": "line"}, size=d.size - 1, keep=110)
    y = d.total_rows(y + 6, v.totals(), d.right - 200, 200, style="double")
    closing(d, v, inv, y + 20, bank=False)


@layout("matrix-mono", fonts=("cour", "mono", "dejamono"), pt=8.5, left=40, right=40, bottom=60)
def matrix_mono(d, v, inv):
    """Line-printer look: fixed pitch, ruled by dashes, totals as columns in one row."""
    dash = "-" * int(d.width / d.tw("-"))
    y = d.stack(d.left, 50, v.address("seller") + [v.seller_vat()])
    d.t(d.right, 50, f"{v.title().upper()}", bold=True, align="r")
    d.t(d.right, 62, v.page_text(1), align="r")
    y = d.stack(d.left + 240, y + 10, v.address("buyer"))
    y += 6
    d.t(d.left, y, dash)
    items = v.meta(("number", "date", "customer_no", "due", "po", "delivery_note", "preceding"))
    for i in range(0, len(items), 2):
        y += 12
        for j, (a, b) in enumerate(items[i:i + 2]):
            d.fit(d.left + j * d.width / 2, y, f"{a}: {b}", d.width / 2 - 6, d.size)
    y += 12
    d.t(d.left, y, dash)
    d.on_next = lambda q: (q.t(q.right, 40, v.page_text(q.c.page), align="r"), 50)[1]
    y = d.table(d.columns("item:14 desc:* qty:10 price:13 disc:8 rate:9 amount:15"), y + 4, {"head": "light", "pad": .2, "end": False}, keep=90)
    d.t(d.left, y + 10, dash)
    rows = v.totals()
    while len(rows) > 5 and rows[0][0] in ("lines", "adjust"):
        a = rows.pop(0)
        y += 12
        d.t(d.left, y + 10, f"{a[1]}:", align="l")
        d.t(d.right, y + 10, a[2], align="r")
    w = d.width / len(rows)
    for i, (k, a, b) in enumerate(rows):
        d.fit(d.left + (i + 1) * w - 4, y + 24, a, w - 6, d.size, align="r")
        d.fit(d.left + (i + 1) * w - 4, y + 36, b, w - 6, d.size, align="r", bold=k in ("gross", "payable"))
    d.t(d.left, y + 46, dash)
    closing(d, v, inv, y + 62)


@layout("title-left-box", fonts=("carlito", "sans", "dejacond"), bottom=84)
def title_left_box(d, v, inv):
    """Word processor template: supplier right, title left with a boxed table of facts, words for the total."""
    d.stack(d.right - 170, 55, v.address("seller") + v.contact_bits(), 8.5, first_bold=True)
    d.t(d.left, 70, v.title(), 22, bold=True, color=d.accent)
    items = v.meta(("number", "date", "due", "po", "your_vat", "customer_no", "preceding"))
    y = 92
    for a, b in items:
        d.c.rect(d.left, y, 230, 15, stroke=GREY, lw=.4)
        d.c.rect(d.left, y, 100, 15, fill=LIGHT, stroke=GREY, lw=.4)
        d.fit(d.left + 4, y + 10.5, a, 94, d.size)
        d.fit(d.left + 104, y + 10.5, b, 122, d.size)
        y += 15
    y = max(y, 165) + 16
    d.t(d.left, y, v.L("bill_to", True), d.size, bold=True)
    y = d.stack(d.left, y + 13, v.address("buyer"), d.size)
    d.on_page = lambda q: q.footer_columns(q.c.h - 62, [[v.page_text(q.c.page)], [v.seller_vat(), v.reg()]] + [[f"{a} {t}" for a, t in v.bank_rows(b)] for b in inv.seller.banks[:2]])
    y = d.table(d.columns("pos:6 desc:* qtyunit:15 price:14 disc:8 rate:9 amount:15"), y + 12, {"head": "fill", "rows": "grid"}, keep=120)
    y = d.total_rows(y, v.totals(), d.right - d.width * .42, d.width * .42, style="grid")
    closing(d, v, inv, y + 20, bank=False)


@layout("window-right", fonts=("helv", "times"), langs=("fr", "it", "es", "pt", "nl", "en"), bottom=80)
def window_right(d, v, inv):
    """Buyer's window at the right as in France and Italy; facts in a strip of boxes; VAT table and totals side by side."""
    d.logo(d.left, 42, 36)
    y = d.stack(d.left, 96, v.address("seller"), 9, first_bold=True)
    d.stack(d.left, y, [v.contact_bits()[0], inv.seller.email, v.seller_vat()], 8)
    d.c.rect(310, 108, d.right - 310, 84, stroke=GREY, radius=6)
    d.t(316, 104, v.L("bill_to"), 7.5, color=GREY)
    d.stack(320, 128, v.address("buyer"), 10.5, first_bold=True)
    d.t(d.left, 222, v.title(), 15, bold=True)
    y = d.over(d.left, 230, v.meta(("number", "date", "customer_no", "due", "po", "delivery_note", "your_vat", "preceding", "contact"))[:10], d.width / 5, 5, boxed=True, fill=LIGHT, size=7.8, label_size=6.5, gap=28)
    d.on_page = lambda q: (q.t(q.c.w / 2, q.c.h - 58, " - ".join(x for x in (v.name(), v.reg(), v.seller_vat()) if x), 7, align="c", color=GREY), q.t(q.right, q.c.h - 40, v.page_text(q.c.page), 7.5, align="r"))
    y = d.table(d.columns("item:13 desc:* qty:8 unit:7 price:12 disc:8 rate:8 amount:14"), y + 12, {"head": "box", "rows": "grid", "stretch": True}, size=d.size - .7, keep=120)
    yt = d.tax_table(d.left, y + 8, 230, gross=False)
    ye = d.total_rows(y + 8, v.totals(total_tax=True), d.right - 210, 210, style="rule")
    closing(d, v, inv, max(yt, ye) + 16)


@layout("totals-left", fonts=("caladea", "serif", "dejaserif"), backend="cairo", bottom=95)
def totals_left(d, v, inv):
    """Totals stand at the left, payment details at the right; facts above the address in two columns."""
    d.t(d.left, 62, v.name(), 16, italic=True, color=d.accent)
    d.t(d.left, 76, ", ".join(v.address("seller", name=False)), 8.5)
    d.c.line(d.left, 84, d.right, 84, 2, d.accent)
    items = v.meta(("number", "date", "due", "our_order", "customer_no", "po", "order_date", "delivery_date", "preceding"))
    half = (len(items) + 1) // 2
    d.kv(d.left, 104, items[:half], 105, width=240)
    d.kv(d.left + 265, 104, items[half:], 105, width=215)
    y = 110 + half * d.size * 1.45
    d.t(d.left, y + 20, v.title(), 18)
    y = d.stack(d.left, y + 42, v.address("buyer"), 10)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 70, [v.contact_bits(), [v.seller_vat(), v.reg()]]), q.t(q.right, q.c.h - 26, v.page_text(q.c.page), 7, align="r"))
    y = d.table(d.columns("pos:6 item:14 desc:* qty:10 price:14 disc:8 amount:15"), y + 14, {"head": "rule", "rows": "dots"}, keep=130)
    ye = d.total_rows(y + 10, v.totals(), d.left, 215, style="double")
    d.t(d.left + 260, y + 22, v.L("bank"), d.size, bold=True)
    y2 = d.kv(d.left + 260, y + 36, v.bank_rows(inv.seller.banks[0])[1:] + ([(v.L("reference"), inv.reference)] if inv.reference else []), 80, width=220)
    closing(d, v, inv, max(ye, y2) + 20, bank=False)


@layout("erp-dense", fonts=("narrow", "dejacond", "helv"), pt=8, left=36, right=36, bottom=80)
def erp_dense(d, v, inv):
    """ERP print-out: many facts in three columns, item number under the description, gross column, tax table in full width."""
    d.t(d.left, 44, v.name(), 12, bold=True)
    d.t(d.left, 56, " / ".join(v.address("seller", name=False) + v.contact_bits()[:1]), 7.5)
    d.t(d.right, 44, v.title(), 12, bold=True, align="r")
    d.c.line(d.left, 62, d.right, 62, .7)
    d.stack(d.left, 78, v.address("buyer"), 9)
    items = v.meta(("number", "date", "customer_no", "our_order", "po", "order_date", "delivery_note", "delivery_date", "contact", "your_vat", "due", "currency", "preceding"))
    third = (len(items) + 1) // 2
    d.kv(230, 78, items[:third], 76, 7.8, 1.35, width=165)
    d.kv(400, 78, items[third:], 76, 7.8, 1.35, width=d.right - 400)
    if inv.ship_to:
        d.t(d.left, 138, v.L("ship_to", True) + " " + ", ".join(v.address("ship_to")), 7.5)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 58, q.firm_groups(), 6.3), q.t(q.right, q.c.h - 72, v.page_text(q.c.page), 7, align="r"))
    d.on_next = lambda q: (q.fit(q.left, 44, f"{v.name()}  {v.title()} {inv.number}", q.width, 8), 54)[1]
    y = d.table(d.columns("pos:5 desc:* qty:9 unit:7 price:11 disc:7 rate:7 amount:12 gross:12"), 160, {"head": "fill", "rows": "line", "sub_item": True}, size=7.8, keep=120)
    yt = d.tax_table(d.left, y + 8, 280, 7.5)
    y = d.total_rows(max(y + 8, y), v.totals(), d.right - 190, 190, 8, style="fill")
    closing(d, v, inv, max(y, yt) + 14, bank=False)


@layout("right-facts-under-title", fonts=("sans", "lato", "helv"), bottom=70)
def right_facts(d, v, inv):
    """Supplier and buyer side by side with captions, facts in a shaded box at the right, payable in a box."""
    d.t(d.left, 70, v.title().upper(), 24, bold=True)
    d.c.rect(d.right - 200, 44, 200, 8 + 13.5 * len(v.meta(("number", "date", "due", "po", "preceding"))), fill=LIGHT)
    d.kv(d.right - 192, 60, v.meta(("number", "date", "due", "po", "preceding")), 90, lead=1.5, width=184, align="r")
    y = 150
    d.t(d.left, y, v.L("seller"), 8, bold=True, color=d.accent)
    d.t(d.left + 250, y, v.L("bill_to"), 8, bold=True, color=d.accent)
    y1 = d.stack(d.left, y + 14, v.address("seller") + [v.seller_vat()], first_bold=True, width=235)
    buyer = v.address("buyer")
    it = v.item("your_vat")
    y2 = d.stack(d.left + 250, y + 14, buyer + ([f"{it[0]}: {it[1]}"] if it else []), first_bold=True, width=235)
    d.on_page = lambda q: q.t(q.c.w / 2, q.c.h - 34, "   |   ".join([v.page_text(q.c.page)] + v.contact_bits()), 7, align="c", color=GREY)
    y = d.table(d.columns("desc:* qtyunit:14 price:15 disc:9 rate:9 amount:17"), max(y1, y2) + 16, {"head": "fill", "rows": "line", "fill": (.88, .9, .93)}, keep=140)
    y = d.total_rows(y + 10, v.totals(), d.right - 230, 230, style="fill")
    d.c.rect(d.left, y + 12, d.width, 56, stroke=d.accent, lw=1, radius=4)
    rows = v.bank_rows(inv.seller.banks[0]) + ([(v.L("reference"), inv.reference)] if inv.reference else [])
    d.over(d.left + 8, y + 16, rows[:3], d.width / 3, 3, gap=24)
    d.over(d.left + 8, y + 41, rows[3:6], d.width / 3, 3, gap=24)
    closing(d, v, inv, y + 86, bank=False)
