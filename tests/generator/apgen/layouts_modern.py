"""What web shops, software services and designers send."""
from . import slips
from .flow import GREY, LIGHT, WHITE
from .layouts import layout
from .layouts_basic import closing


@layout("saas-invoice", fonts=("lato", "sans"), backend="cairo", left=60, right=60, bottom=60)
def saas_invoice(d, v, inv):
    """Subscription service: amount and due date as the headline, light table, facts at the top left."""
    d.t(d.left, 66, v.title(), 20, bold=True)
    d.logo(d.right - 34, 44, 34)
    y = d.kv(d.left, 92, v.meta(("number", "date", "due", "period", "po", "preceding")), 105, bold_label=True, lead=1.5)
    y += 14
    y1 = d.stack(d.left, y, v.address("seller") + [inv.seller.email, v.seller_vat()], 9, first_bold=True)
    d.t(d.left + 240, y, v.L("bill_to"), 9, bold=True)
    it = v.item("your_vat")
    d.stack(d.left + 240, y + 12, v.address("buyer") + ([f"{it[0]} {it[1]}"] if it else []), 9)
    y = y1 + 18
    due = v.item("due")
    v.seen.add("payable")
    d.fit(d.left, y, f"{v.money(inv.payable, True)}" + (f"  -  {due[0]} {due[1]}" if due else ""), d.width, 15, bold=True)
    d.on_page = lambda q: (q.c.line(q.left, q.c.h - 48, q.right, q.c.h - 48, .4, GREY), q.t(q.left, q.c.h - 36, inv.number, 7.5, color=GREY), q.t(q.right, q.c.h - 36, v.page_text(q.c.page), 7.5, align="r", color=GREY))
    y = d.table(d.columns("desc:* qty:11 price:17 disc:9 rate:10 amount:18"), y + 22, {"head": "under", "pad": .8, "end": False}, keep=110)
    y = d.total_rows(y + 8, v.totals(), d.left + d.width * .5, d.width * .5, style="rule")
    y = closing(d, v, inv, y + 26)
    if slips.can_epc(inv):
        slips.qr(d, d.left, d.room(y + 10, 80), 70, slips.epc(inv))


@layout("dark-sidebar-right", fonts=("lato", "carlito", "deja"), backend="cairo", right=215, left=45, bottom=55)
def dark_sidebar_right(d, v, inv):
    """Dark column at the right with facts, totals and bank in white; table left of it."""
    x = d.c.w - 192

    def bar(q):
        q.c.rect(x, 0, 192, q.c.h, fill=q.accent)
        if q.c.page > 1:
            q.t(x + 16, q.c.h - 24, v.page_text(q.c.page), 7.5, color=WHITE)
    bar(d)
    d.fit(x + 16, 60, v.title().upper(), 165, 17, bold=True, color=WHITE)
    y = 90
    for a, b in v.meta(("number", "date", "due", "po", "customer_no", "preceding")):
        d.fit(x + 16, y, a, 160, 7.5, color=(.85, .85, .9))
        d.fit(x + 16, y + 12, b, 160, 10, color=WHITE)
        y += 30
    y += 14
    for k, a, b in v.totals():
        big = k in ("gross", "payable")
        d.fit(x + 16, y, a, 90, 8.5, color=WHITE, bold=big)
        d.fit(x + 178, y, b, 84, 9 if not big else 10.5, color=WHITE, bold=big, align="r")
        y += 17
    y += 20
    for a, b in v.bank_rows(inv.seller.banks[0]):
        d.fit(x + 16, y, a, 160, 7, color=(.85, .85, .9))
        d.fit(x + 16, y + 10, b, 165, 8.5, color=WHITE)
        y += 25
    w = d.logo(d.left, 40, 30)
    d.fit(d.left + w + 8, 62, v.name(), d.width - w - 10, 15, bold=True)
    d.stack(d.left, 90, v.address("seller", name=False) + [v.seller_vat()], 8.5)
    d.t(d.left, 158, v.L("bill_to"), 8, color=d.accent, bold=True)
    y = d.stack(d.left, 172, v.address("buyer"), 10)
    d.on_next = lambda q: (bar(q), 60)[1]
    y = d.table(d.columns("desc:* qty:14 price:19 amount:21"), y + 20, {"head": "under", "rows": "line"}, size=8.5)
    closing(d, v, inv, y + 22, bank=False)


@layout("magazine", fonts=("caladea", "dejaserif", "serif"), bottom=80, left=64, right=64)
def magazine(d, v, inv):
    """Big serif title over coloured block, buyer inside the block, labels in small capitals above values."""
    d.c.rect(0, 0, d.c.w * .62, 210, fill=d.accent)
    d.t(d.left, 92, v.title(), 34, color=WHITE)
    d.stack(d.left, 132, v.address("buyer"), 10, color=WHITE, first_bold=True)
    x = d.c.w * .62 + 20
    y = 50
    for a, b in v.meta(("number", "date", "due", "po", "period", "preceding")):
        d.fit(x, y, a.upper(), d.c.w - x - 20, 6.5, color=GREY)
        d.fit(x, y + 12, b, d.c.w - x - 20, 10)
        y += 27
    d.on_page = lambda q: (q.t(q.left, q.c.h - 58, v.name(), 11, color=q.accent), q.fit(q.left, q.c.h - 44, ", ".join(v.address("seller", name=False) + v.contact_bits()[:2]), q.width - 40, 7.5), q.fit(q.left, q.c.h - 32, "  ".join([v.seller_vat(), v.reg()]), q.width - 60, 7.5), q.t(q.right, q.c.h - 32, v.page_text(q.c.page), 7.5, align="r"))
    d.on_next = lambda q: 70
    y = d.table(d.columns("desc:* qtyunit:18 price:17 amount:19"), 240, {"head": "light", "rows": "line", "pad": .9}, keep=130)
    y = d.total_rows(y + 12, v.totals(), d.left, d.width, style="rule", lead=1.8)
    closing(d, v, inv, y + 26)


@layout("marketplace", fonts=("sans", "narrow"), pt=8, bottom=60, left=40, right=40)
def marketplace(d, v, inv):
    """Market place: status line, order facts left, payment facts right, small print, gross per line."""
    d.t(d.left, 44, inv.seller.name.split()[0].lower() + "-market", 16, bold=True, color=d.accent)
    d.t(d.right, 44, v.title(), 14, align="r")
    d.c.line(d.left, 54, d.right, 54, .5)
    y1 = d.stack(d.left, 72, v.address("buyer"), 9)
    y2 = d.kv(d.left + 250, 72, v.meta(("number", "date", "order_date", "po", "our_order", "delivery_date", "due", "preceding")), 120, 8.5, width=d.right - d.left - 250)
    y = max(y1, y2) + 14
    v.seen.add("payable")
    d.c.rect(d.left, y - 10, d.width, 20, fill=LIGHT)
    d.t(d.left + 6, y + 4, v.L("payable"), 9, bold=True)
    d.t(d.right - 6, y + 4, v.money(inv.payable, True), 10, bold=True, align="r")
    y += 26
    w = d.width / 3
    for i, (lab, lines) in enumerate(((v.L("bill_to"), v.address("buyer")), (v.L("ship_to"), v.address("ship_to" if inv.ship_to else "buyer")), (v.L("seller"), v.address("seller") + [v.seller_vat()]))):
        d.t(d.left + i * w, y, lab, 8.5, bold=True)
        d.stack(d.left + i * w, y + 12, lines, 8, width=w - 8)
    d.on_page = lambda q: (q.fit(q.left, q.c.h - 40, " - ".join(x for x in v.address("seller") + [v.reg(), v.seller_vat()] if x), q.width, 6, color=GREY), q.t(q.right, q.c.h - 28, v.page_text(q.c.page), 7, align="r"))
    y = d.table(d.columns("desc:* qty:9 price:14 rate:9 amount:14 gross:15"), y + 78, {"head": "fill", "rows": "line", "sub_item": True}, keep=120)
    yt = d.tax_table(d.right - 280, y + 10, 280, 8)
    y = d.total_rows(yt, v.totals(tax=len(inv.taxes) == 1), d.right - 280, 280, style="fill")
    closing(d, v, inv, y + 16)


@layout("centered-modern", fonts=("lato", "carlito", "helv"), bottom=70)
def centered_modern(d, v, inv):
    """Everything on the middle axis; total in large type above the table."""
    x = d.c.w / 2
    w = d.logo(x - 16, 36, 32)
    d.t(x, 86, v.name(), 12, bold=True, align="c")
    d.t(x, 99, " · ".join(v.address("seller", name=False)), 8, align="c", color=GREY)
    n, dt = v.item("number"), v.item("date")
    d.fit(x, 136, f"{v.title()} {n[1]}", d.width, 20, align="c")
    d.fit(x, 154, "   ".join([f"{dt[0]} {dt[1]}"] + [f"{a} {b}" for a, b in v.meta(("due", "po", "preceding"))]), d.width, 9, align="c", color=GREY)
    d.t(x, 182, v.L("bill_to"), 8, align="c", color=d.accent)
    y = 195
    for s in v.address("buyer"):
        d.t(x, y, s, 9.5, align="c")
        y += 12.5
    d.t(x, y + 28, v.money(inv.payable, True), 22, bold=True, align="c", color=d.accent)
    v.seen.add("payable")
    d.on_page = lambda q: (q.fit(x, q.c.h - 46, "  |  ".join([v.seller_vat()] + [f"{a} {b}" for a, b in v.bank_rows(inv.seller.banks[0])]), q.width, 7.5, align="c"), q.t(x, q.c.h - 32, v.page_text(q.c.page), 7, align="c", color=GREY))
    y = d.table(d.columns("desc:* qty:12 price:17 rate:10 amount:18"), y + 44, {"head": "under", "rows": "dots"}, keep=110)
    y = d.total_rows(y + 10, v.totals(), d.left + d.width / 4, d.width / 2, style="rule")
    closing(d, v, inv, y + 24, bank=False)


@layout("bilingual", fonts=("sans", "carlito"), langs=("de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "cs"), bottom=85)
def bilingual(d, v, inv):
    """Labels in the supplier's language and in English, divided by a stroke."""
    from . import lang
    plain = v.L
    eng = {k: lang.alts("en", k)[0] for k in ("number", "cn_number", "date", "due", "customer_no", "po", "our_order", "order_date", "delivery_note", "delivery_date", "period", "preceding", "contact", "your_vat", "bill_to", "ship_to", "desc", "qty", "unit", "price", "disc",
                                             "tax_rate", "amount", "net", "tax", "total_tax", "gross", "payable", "invoice", "credit_note", "item", "pos", "prepaid", "terms", "bank")}
    v.L = lambda key, colon=False: f"{plain(key)} / {eng[key]}" if key in eng else plain(key, colon)
    w = d.logo(d.left, 42, 34)
    d.stack(d.left + w + 10, 52, v.address("seller") + [v.seller_vat()], 8.5, first_bold=True)
    d.fit(d.left, 132, v.title(), 330, 17, bold=True)
    d.t(d.left, 160, v.L("bill_to"), 7.5, color=GREY)
    d.stack(d.left, 174, v.address("buyer"), 10)
    y = d.kv(320, 160, v.meta(("number", "date", "due", "po", "customer_no", "delivery_date", "preceding")), 140, 8.5, width=d.right - 320)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 62, [v.contact_bits()] + [[f"{a} {b}" for a, b in v.bank_rows(x)] for x in inv.seller.banks[:2]] + [[v.reg(), v.page_text(q.c.page)]]))
    y = d.table(d.columns("pos:7 desc:* qty:12 price:15 rate:11 amount:17"), max(y, 235) + 8, {"head": "box", "rows": "line"}, size=8.5, keep=110)
    y = d.total_rows(y + 8, v.totals(), d.right - 270, 270, 8.5, style="rule")
    closing(d, v, inv, y + 18, bank=False)


@layout("label-cells-top", fonts=("sans", "narrow", "helv"), bottom=75)
def label_cells_top(d, v, inv):
    """All header facts in a two-row table over the full width: labels above, values below."""
    d.t(d.right, 55, v.name(), 14, bold=True, align="r", color=d.accent)
    for i, s in enumerate(v.address("seller", name=False) + v.contact_bits()[:2]):
        d.t(d.right, 70 + i * 11, s, 8.5, align="r")
    d.stack(d.left, 128, v.address("buyer"), 10.5)
    d.t(d.left, 222, v.title(), 16, bold=True)
    items = v.meta(("number", "date", "due", "customer_no", "our_order", "po", "delivery_note", "delivery_date", "contact", "preceding"))[:7]
    w = d.width / len(items)
    for i, (a, b) in enumerate(items):
        x = d.left + i * w
        d.c.rect(x, 232, w, 15, fill=LIGHT, stroke=GREY, lw=.4)
        d.c.rect(x, 247, w, 17, stroke=GREY, lw=.4)
        d.fit(x + w / 2, 242, a, w - 6, 7.5, bold=True, align="c")
        d.fit(x + w / 2, 259, b, w - 6, 8.5, align="c")
    d.on_page = lambda q: q.footer_columns(q.c.h - 58, [[v.seller_vat(), v.reg()], [f"{a} {b}" for a, b in v.bank_rows(inv.seller.banks[0])], [v.terms(), v.page_text(q.c.page)]])
    y = d.table(d.columns("pos:5 item:13 desc:* qty:9 unit:7 price:12 disc:7 rate:8 amount:14"), 276, {"head": "fill", "rows": "grid"}, size=8.5, keep=120)
    y = d.total_rows(y, v.totals(), d.right - d.width * .36, d.width * .36, style="grid")
    closing(d, v, inv, y + 20, bank=False)


@layout("steps-left-labels", fonts=("carlito", "lato", "deja"), backend="cairo", left=150, right=50, bottom=60)
def steps_left_labels(d, v, inv):
    """Captions hang in a left margin, their contents in one wide column: from, to, facts, items, totals, payment."""
    margin = 45

    def cap(y, s):
        d.fit(margin, y, s, 96, 9, bold=True, color=d.accent)
    d.t(margin, 60, v.title(), 24, bold=True)
    d.c.line(margin, 72, d.right, 72, .8, d.accent)
    cap(92, v.L("seller"))
    y = d.stack(d.left, 92, v.address("seller") + [v.seller_vat()])
    cap(y + 12, v.L("bill_to"))
    y = d.stack(d.left, y + 12, v.address("buyer"))
    y += 12
    for a, b in v.meta(("number", "date", "due", "po", "period", "preceding")):
        cap(y, a)
        d.t(d.left, y, b)
        y += 15
    d.on_page = lambda q: q.t(q.right, q.c.h - 32, v.page_text(q.c.page), 7.5, align="r", color=GREY)
    y = d.table(d.columns("desc:* qtyunit:19 price:18 amount:20"), y + 10, {"head": "under", "rows": "line"}, keep=120)
    y = d.total_rows(y + 8, v.totals(), d.left, d.width, style="rule")
    y = d.room(y + 16, 90)
    cap(y, v.L("bank"))
    y = d.stack(d.left, y, [f"{a}  {b}" for a, b in v.bank_rows(inv.seller.banks[0])])
    closing(d, v, inv, y + 10, bank=False)


@layout("epc-qr-corner", fonts=("sans", "deja", "carlito"), countries=("DE", "AT", "BE", "NL", "FI", "LU"), bottom=95)
def epc_qr_corner(d, v, inv):
    """Payment QR beside the totals, bar code of the number at the top, IBAN only beside the code."""
    d.t(d.left, 58, v.name(), 15, bold=True)
    d.fit(d.left, 72, " | ".join(v.address("seller", name=False)), 300, 8, color=GREY)
    slips.code39(d, d.right - 190, 42, "".join(c for c in inv.number.upper() if c in slips.CODE39 and c != " ")[:10], w=.7)
    d.stack(d.left, 128, v.address("buyer"), 10.5)
    d.kv(d.right - 200, 128, v.meta(("number", "date", "customer_no", "po", "delivery_note", "due", "preceding")), 95, width=200)
    d.t(d.left, 244, v.title(), 15, bold=True)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 70, [[v.name(), v.reg()], [v.seller_vat()], v.contact_bits()[:2], [v.page_text(q.c.page)]]))
    y = d.table(d.columns("pos:6 desc:* qty:10 unit:8 price:14 disc:8 rate:9 amount:15"), 256, {"head": "fill"}, keep=140)
    y0 = y + 14
    y = d.total_rows(y + 8, v.totals(), d.right - 220, 220, style="rule")
    if slips.can_epc(inv):
        slips.qr(d, d.left, y0, 74, slips.epc(inv))
    d.stack(d.left + 84, y0 + 8, [f"{a}: {b}" for a, b in v.bank_rows(inv.seller.banks[0])] + ([f"{v.L('reference')}: {inv.reference}"] if inv.reference else []), 7.5)
    closing(d, v, inv, max(y, y0 + 84) + 14, bank=False)
