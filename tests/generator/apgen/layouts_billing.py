"""Utilities, trade and services: bills with balances, slips to cut off, dense forms."""
from . import slips
from .flow import BLACK, GREY, LIGHT, WHITE
from .layouts import layout
from .layouts_basic import closing


@layout("utility-bill", fonts=("sans", "lato", "carlito"), bottom=60)
def utility_bill(d, v, inv):
    """Utility: amount due in a box top right, account summary with previous balance, chart, slip at the foot."""
    d.logo(d.left, 38, 36, 1)
    d.t(d.left + 50, 60, v.name(), 14, bold=True)
    d.fit(d.left + 50, 74, " · ".join(v.address("seller", name=False) + [v.seller_vat()]), 290, 7.5, color=GREY)
    d.c.rect(d.right - 150, 38, 150, 62, fill=d.accent, radius=6)
    d.fit(d.right - 140, 54, v.L("payable"), 130, 9, color=WHITE)
    d.fit(d.right - 140, 76, v.money(inv.payable, True), 130, 17, bold=True, color=WHITE)
    v.seen.add("payable")
    due = v.item("due")
    if due:
        d.fit(d.right - 140, 92, f"{due[0]} {due[1]}", 130, 8.5, color=WHITE)
    d.stack(d.left, 136, v.address("buyer"), 10.5)
    d.kv(d.right - 215, 130, v.meta(("number", "date", "customer_no", "period", "po", "preceding")), 105, width=215)
    d.t(d.left, 226, v.title(), 15, bold=True)
    d.on_page = lambda q: q.t(q.right, q.c.h - 24, v.page_text(q.c.page), 7.5, align="r")
    y = d.table(d.columns("desc:* qtyunit:17 price:16 rate:9 amount:17"), 238, {"head": "under", "rows": "line"}, keep=230)
    y = d.total_rows(y + 6, v.totals(), d.right - 240, 240, style="fill")
    y = d.room(y + 16, 90)
    slips.bars(d, d.left, y, 200, 56)
    b = inv.seller.banks[0]
    d.kv(d.left + 240, y + 10, v.bank_rows(b) + ([(v.L("reference"), inv.reference)] if inv.reference else []), 80, 8, width=240)
    y = d.para(d.left, y + 84, inv.note or v.terms(), d.width, 8)
    if v.lang == "en" and y < d.c.h - 150:
        slips.remittance(d, v, inv, d.c.h - 130)


@layout("uk-remittance", fonts=("helv", "sans", "carlito"), langs=("en",), bottom=60, not_countries=("US",))
def uk_remittance(d, v, inv):
    """British style: supplier centred at the right, remittance advice to cut off at the foot of the last page."""
    d.t(d.left, 70, v.title().upper(), 22, bold=True)
    for i, s in enumerate(v.address("seller") + v.contact_bits()[:2] + [v.seller_vat()]):
        d.t(d.right, 56 + i * 11.5, s, 8.5, align="r", bold=i == 0)
    d.stack(d.left, 110, v.address("buyer"), 10)
    items = v.meta(("date", "customer_no", "number", "po", "due", "preceding"))
    y = 180
    for i, (a, b) in enumerate(items):
        x = d.left + (i % 3) * d.width / 3
        d.t(x, y + (i // 3) * 28, a, 8.5, bold=True)
        d.fit(x, y + 12 + (i // 3) * 28, b, d.width / 3 - 6, 9.5)
    d.on_page = lambda q: (q.fit(q.left, q.c.h - 28, "  ".join(x for x in (v.reg(), v.seller_vat()) if x), 360, 7, color=GREY), q.t(q.right, q.c.h - 28, v.page_text(q.c.page), 7.5, align="r"))
    y = d.table(d.columns("desc:* qty:11 price:15 rate:10 amount:16"), y + 66, {"head": "under", "rows": "line"}, keep=120)
    y = d.total_rows(y + 6, v.totals(), d.right - 230, 230, style="rule")
    y = closing(d, v, inv, y + 18)
    if inv.type == "invoice":
        if y > d.c.h - 160:
            d.break_page()
        slips.remittance(d, v, inv, d.c.h - 145)


@layout("us-statement-top", fonts=("sans", "carlito", "times"), countries=("US", "CA"), bottom=60, left=50, right=50)
def us_statement_top(d, v, inv):
    """Balance due in large type top right under the title; grey heads; notes and terms below the totals."""
    d.t(d.left, 62, v.name(), 16, bold=True)
    d.stack(d.left, 76, v.address("seller", name=False) + [inv.seller.phone, inv.seller.email], 9)
    d.t(d.right, 70, v.title().upper(), 28, align="r", color=(.3, .3, .3))
    n = v.item("number")
    d.t(d.right, 88, f"# {n[1]}", 11, align="r", color=GREY)
    d.stack(d.left, 168, [v.L("bill_to") + ":"] + v.address("buyer"), 9.5)
    rows = v.meta(("date", "terms", "due", "po", "preceding"))
    d.kv(d.right - 220, 150, rows, 115, align="r", width=220, colon=":")
    y = 150 + len(rows) * d.size * 1.45
    d.c.rect(d.right - 226, y - 6, 232, 20, fill=LIGHT)
    d.t(d.right - 220, y + 8, v.L("payable") + ":", 10, bold=True)
    d.t(d.right, y + 8, v.money(inv.payable, True), 10, bold=True, align="r")
    v.seen.add("payable")
    d.on_page = lambda q: q.t(q.c.w / 2, q.c.h - 30, v.page_text(q.c.page), 7.5, align="c") if v.total_pages > 1 else None
    y = d.table(d.columns("desc:* qty:12 price:17 disc:9 amount:18"), max(y + 30, 250), {"head": "dark", "end": False, "pad": .7}, keep=120)
    y = d.total_rows(y + 10, v.totals(), d.right - 230, 230)
    y = d.room(y + 20, 80)
    d.t(d.left, y, "Notes:", 9, color=GREY)
    y = d.stack(d.left, y + 13, [v.L("thanks"), v.seller_vat()], 9)
    d.t(d.left, y + 6, "Terms:", 9, color=GREY)
    d.stack(d.left, y + 19, [v.terms()] + [f"{a}: {b}" for a, b in v.bank_rows(inv.seller.banks[0])], 9)


@layout("us-service-slip", fonts=("helv", "carlito", "narrow"), countries=("US",), bottom=60, left=45, right=45)
def us_service_slip(d, v, inv):
    """Trade contractor: big number in red, job facts in a strip, totals in a column of boxes, slip at the foot."""
    d.c.rect(d.left, 36, d.width, 60, stroke=BLACK, lw=1)
    d.t(d.left + 10, 58, v.name().upper(), 15, bold=True)
    d.t(d.left + 10, 72, ", ".join(v.address("seller", name=False)), 9)
    d.t(d.left + 10, 86, f"{inv.seller.phone}   {v.seller_vat()}", 8.5)
    d.t(d.right - 10, 56, v.title().upper(), 13, bold=True, align="r")
    n = v.item("number")
    d.t(d.right - 10, 80, f"No. {n[1]}", 15, align="r", color=(.75, .1, .1))
    y = d.over(d.left, 104, v.meta(("date", "po", "our_order", "contact", "due", "preceding")), d.width / 6, 6, boxed=True, size=8, gap=28)
    d.t(d.left, y + 16, v.L("bill_to", True), 8.5, bold=True)
    d.stack(d.left + 60, y + 16, v.address("buyer"), 10)
    d.on_page = lambda q: q.t(q.right, q.c.h - 20, v.page_text(q.c.page), 7, align="r")
    y = d.table(d.columns("qty:10 desc:* price:16 amount:18"), y + 76, {"head": "box", "rows": "grid", "stretch": True}, keep=190)
    for k, a, b in v.totals():
        d.c.rect(d.right - d.width * .18, y, d.width * .18, 17, stroke=BLACK, lw=.5)
        d.fit(d.right - d.width * .18 - 6, y + 12, a, 160, 9, bold=k in ("gross", "payable"), align="r")
        d.t(d.right - 4, y + 12, b, 9.5, bold=k in ("gross", "payable"), align="r")
        y += 17
    d.t(d.left, y - 30, v.L("thanks"), 9, italic=True)
    d.t(d.left, y - 16, v.terms(), 9)
    if y < d.c.h - 160:
        slips.remittance(d, v, inv, d.c.h - 140)


@layout("wholesale-narrow", fonts=("narrow", "dejacond"), pt=8, left=30, right=30, bottom=70)
def wholesale_narrow(d, v, inv):
    """Wholesale print: very many narrow rows, item number first, VAT code column, totals with per-rate lines at the left."""
    d.t(d.left, 40, v.name(), 13, bold=True)
    d.fit(d.left, 52, " · ".join(v.address("seller", name=False) + v.contact_bits()), d.width, 7.5)
    d.c.line(d.left, 57, d.right, 57, 1.5, d.accent)
    d.stack(d.left, 76, v.address("buyer"), 9.5)
    if inv.ship_to:
        d.t(d.left + 190, 66, v.L("ship_to"), 7, color=GREY)
        d.stack(d.left + 190, 76, v.address("ship_to"), 8)
    d.kv(d.right - 180, 72, v.meta(("number", "date", "due", "customer_no", "our_order", "po", "delivery_note", "delivery_date", "preceding")), 85, 8, 1.25, align="r", width=180)
    d.t(d.left, 176, v.title(), 13, bold=True)
    d.on_page = lambda q: (q.fit(q.left, q.c.h - 44, "  ".join(x for b in inv.seller.banks for x in [b.name] + [f"{a} {t}" for a, t in v.bank_rows(b)[1:3]]), q.width, 7), q.fit(q.left, q.c.h - 33, "  ".join([v.seller_vat(), v.reg()]), q.width - 70, 7), q.t(q.right, q.c.h - 33, v.page_text(q.c.page), 7.5, align="r"))
    d.on_next = lambda q: (q.fit(q.left, 40, f"{v.name()}   {v.L('customer_no')} {inv.customer_no}   {inv.number}", q.width, 8), 48)[1]
    y = d.table(d.columns("item:13 desc:* qty:8 unit:6 price:11 disc:6 amount:12 rate:7"), 184, {"head": "rule", "pad": .12}, size=7.6, keep=90)
    yt = d.tax_table(d.left, y + 6, 260, 7.5)
    y = d.total_rows(y + 6, v.totals(tax=len(inv.taxes) == 1, sums=True), d.right - 190, 190, 8.5, style="double")
    closing(d, v, inv, max(y, yt) + 12, bank=False)


@layout("freight-form", fonts=("sans", "dejacond", "helv"), pt=8, left=38, right=38, bottom=60)
def freight_form(d, v, inv):
    """Forwarder: grid of many small cells with shipment facts that are no invoice facts."""
    r = d.r
    d.t(d.left, 46, v.name(), 13, bold=True, color=d.accent)
    d.t(d.right, 46, v.title(), 13, bold=True, align="r")
    d.fit(d.left, 58, ", ".join(v.address("seller", name=False) + v.contact_bits()[:1] + [v.seller_vat()]), d.width, 7.5)
    half = d.width / 2
    for x, lab, lines in ((d.left, v.L("bill_to"), v.address("buyer")), (d.left + half, v.L("ship_to"), v.address("ship_to" if inv.ship_to else "buyer"))):
        d.c.rect(x, 66, half, 66, stroke=BLACK, lw=.5)
        d.t(x + 4, 75, lab, 6.5, color=GREY)
        d.stack(x + 8, 87, lines, 9)
    cells = v.meta(("number", "date", "due", "customer_no", "po", "our_order", "delivery_note", "delivery_date", "preceding"))
    cells += [(v.L("weight"), f"{r.randrange(20, 2000)} kg"), (v.L("origin"), inv.seller.country), ("AWB / B/L", f"{r.randrange(100, 999)}-{r.randrange(10**7, 10**8)}"), ("Incoterms", r.choice(("DAP", "EXW", "FCA", "DDP"))), ("CBM", f"{r.randrange(1, 30)}{v.point}{r.randrange(100, 999)}")]
    y = d.over(d.left, 132, cells[:15], d.width / 5, 5, boxed=True, gap=24, size=7.8, label_size=6)
    d.on_page = lambda q: q.footer_columns(q.c.h - 44, [[v.page_text(q.c.page)]] + [[f"{a} {t}" for a, t in v.bank_rows(b)[:2]] for b in inv.seller.banks[:2]] + [[v.reg()]])
    y = d.table(d.columns("pos:5 desc:* qty:10 unit:7 price:13 rate:8 amount:14"), y + 10, {"head": "fill", "rows": "line", "pad": .4}, keep=110)
    y = d.total_rows(y + 6, v.totals(), d.left + d.width * .55, d.width * .45, style="grid")
    closing(d, v, inv, y + 16)


@layout("hotel-folio", fonts=("serif", "caladea", "times"), pt=9, bottom=75, left=64, right=64)
def hotel_folio(d, v, inv):
    """Hotel and agency: name in spaced capitals, guest and facts in two lists, wide leading, totals right below a long rule."""
    d.t(d.c.w / 2, 60, inv.seller.name.upper(), 15, align="c", spacing=2)
    d.t(d.c.w / 2, 76, " - ".join(v.address("seller", name=False)), 8.5, align="c", italic=True)
    v.seen.add("seller_name")
    d.stack(d.left, 118, v.address("buyer"), 10)
    d.kv(d.right - 190, 118, v.meta(("number", "date", "due", "customer_no", "po", "contact", "preceding")), 95, width=195)
    d.t(d.left, 226, v.title(), 14, italic=True)
    d.on_page = lambda q: (q.t(q.c.w / 2, q.c.h - 52, "  ·  ".join(v.contact_bits()), 7.5, align="c"), q.fit(q.c.w / 2, q.c.h - 41, "  ·  ".join([v.seller_vat()] + [f"{a} {b}" for a, b in v.bank_rows(inv.seller.banks[0])]), q.width, 7.5, align="c"), q.t(q.c.w / 2, q.c.h - 28, v.page_text(q.c.page), 7.5, align="c"))
    y = d.table(d.columns("desc:* qty:12 price:17 rate:10 amount:18"), 238, {"head": "under", "rows": "none", "pad": .9}, keep=130)
    y = d.total_rows(y + 10, v.totals(), d.right - 250, 250, style="double", lead=1.7)
    yt = d.tax_table(d.left, y + 8, 250, 8)
    closing(d, v, inv, yt + 14, bank=False)


@layout("credit-style-split", fonts=("sans", "lato", "deja"), bottom=80)
def split_header(d, v, inv):
    """Split head: grey half with supplier, accent half with title and number; amounts due in a strip of three tiles."""
    mid = d.c.w * .55
    d.c.rect(0, 0, mid, 110, fill=(.94, .94, .94))
    d.c.rect(mid, 0, d.c.w - mid, 110, fill=d.accent)
    d.fit(d.left, 48, v.name(), mid - d.left - 10, 15, bold=True)
    d.stack(d.left, 64, v.address("seller", name=False) + [v.seller_vat()], 8.5)
    d.fit(mid + 20, 52, v.title(), d.c.w - mid - 40, 20, bold=True, color=WHITE)
    n = v.item("number")
    d.fit(mid + 20, 74, f"{n[0]} {n[1]}", d.c.w - mid - 40, 10, color=WHITE)
    y = d.stack(d.left, 140, [v.L("bill_to")] + v.address("buyer"), 9.5)
    d.kv(mid + 20, 140, v.meta(("date", "po", "customer_no", "delivery_note", "period", "preceding")), 95, width=d.right - mid - 20)
    w = (d.width - 16) / 3
    due = v.item("due")
    tiles = [(v.L("net"), v.amount("net"))] + ([due] if due else [("", "")]) + [(v.L("payable"), v.money(inv.payable, True))]
    v.seen.add("payable")
    for i, (a, b) in enumerate(tiles):
        d.c.rect(d.left + i * (w + 8), y + 10, w, 36, stroke=d.accent, radius=4)
        d.fit(d.left + i * (w + 8) + 8, y + 24, a, w - 12, 7.5, color=GREY)
        d.fit(d.left + i * (w + 8) + 8, y + 39, b, w - 12, 12, bold=True)
    d.on_page = lambda q: q.footer_columns(q.c.h - 58, q.firm_groups()[1:] + [[v.page_text(q.c.page)]])
    y = d.table(d.columns("pos:6 desc:* qty:10 unit:8 price:14 disc:8 amount:16"), y + 62, {"head": "fill", "rows": "zebra", "end": False}, keep=120)
    y = d.total_rows(y + 8, v.totals(), d.right - 240, 240, style="dark")
    closing(d, v, inv, y + 20, bank=False)


@layout("letter-tall-footer", fonts=("carlito", "sans", "caladea"), bottom=150, pt=9.5)
def letter_tall_footer(d, v, inv):
    """Three banks in the footer, date right above the subject, number in the subject and again in the strip."""
    d.t(d.left, 60, v.name(), 17, color=d.accent)
    d.c.rect(d.left, 70, 60, 3, fill=d.accent)
    d.fit(d.left, 126, v.sender_line(" - "), 220, 6.5)
    d.stack(d.left, 142, v.address("buyer"), 10)
    dt = v.item("date")
    d.t(d.right, 226, f"{dt[0]}: {dt[1]}", align="r")
    n = v.item("number")
    d.fit(d.left, 250, f"{v.title()}: {n[1]}" if d.r.random() < .5 else f"{v.title()} - {n[0]}: {n[1]}", d.width, 12, bold=True)
    y = d.kv(d.left, 268, v.meta(("po", "order_date", "our_order", "customer_no", "delivery_note", "delivery_date", "preceding")), 130, lead=1.35)

    def foot(q):
        groups = [v.address("seller") + v.contact_bits()[:2], [v.seller_vat(), v.reg()]] + [[f"{a} {t}" if i else t for i, (a, t) in enumerate(v.bank_rows(b))] for b in inv.seller.banks[:3]]
        q.footer_columns(q.c.h - 110, groups, 7)
        q.t(q.c.w / 2, q.c.h - 30, v.page_text(q.c.page), 7.5, align="c")
    d.on_page = foot
    d.on_next = lambda q: 70
    y = d.table(d.columns("pos:6 desc:* qtyunit:14 price:15 disc:8 amount:16"), y + 8, {"head": "light", "rows": "line"}, size=9, keep=110)
    y = d.total_rows(y + 6, v.totals(), d.right - 250, 250, style="rule")
    due = v.item("due")
    y = d.para(d.left, y + 14, " ".join(x for x in (v.terms(), f"{due[0]}: {due[1]}" if due else "") if x), d.width, bold=True)
    closing(d, v, inv, y, bank=False)
