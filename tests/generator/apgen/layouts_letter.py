"""Letters and plain forms: facts in a sentence, in columns, around the page; totals at unusual places."""
from . import slips, words
from .flow import GREY, LIGHT
from .layouts import layout
from .layouts_basic import closing


@layout("letter-sentence", fonts=("times", "serif", "caladea"), pt=10, bottom=95, langs=("de", "fr", "en", "it", "es", "nl"))
def letter_sentence(d, v, inv):
    """Professional fee note: number and date only in the subject line, few columns, totals as table end."""
    x = d.c.w / 2
    d.t(x, 60, inv.seller.name.upper(), 14, align="c", spacing=1.5)
    d.c.line(x - 60, 68, x + 60, 68, .5)
    d.t(x, 80, " · ".join(v.address("seller", name=False) + [inv.seller.phone]), 8, align="c")
    d.stack(d.left, 135, v.address("buyer"), 10.5)
    d.t(d.right, 215, f"{inv.seller.city}, {v.date(inv.issue)}", align="r")
    v.seen |= {"issue_date", "seller_name"}
    n = v.item("number")
    d.fit(d.left, 245, f"{v.title()} {inv.number}" if d.r.random() < .6 else f"{n[0]} {inv.number}", d.width, 11, bold=True)
    refs = "  ".join(f"{a}: {b}" for a, b in v.meta(("po", "customer_no", "preceding", "period")))
    y = d.para(d.left, 262, refs, d.width) + 4
    y = d.para(d.left, y + 4, v.L("intro"), d.width)
    y = d.table(d.columns("pos:6 desc:* qtyunit:17 price:16 amount:18"), y + 4, {"head": "under", "end": True}, keep=90)
    y = d.total_rows(y + 2, v.totals(), d.left + d.width * .4, d.width * .6, style="double")
    w = words.amount(inv.payable, inv.currency, v.lang)
    if w:
        y = d.para(d.left, y + 16, f"{v.L('words')}: {w}", d.width, italic=True)
    y = closing(d, v, inv, y + 16)
    d.t(d.left, y + 34, inv.seller.person, italic=True)
    d.on_page = lambda q: q.footer_columns(q.c.h - 70, [[v.seller_vat(), v.reg()], [v.page_text(q.c.page)]])


@layout("two-column-head", fonts=("lato", "sans"), backend="cairo", bottom=100)
def two_column_head(d, v, inv):
    """Address left, labels above values at its right in two columns, four-column footer with two banks."""
    w = d.logo(d.left, 40, 30)
    d.t(d.left + w + 10, 60, v.name(), 14, color=d.accent)
    d.fit(d.left, 118, v.sender_line(", "), 230, 6.3, color=GREY)
    d.stack(d.left, 134, v.address("buyer"), 10)
    d.over(330, 112, v.meta(("number", "date", "customer_no", "our_order", "po", "delivery_date", "contact", "due"))[:8], 105, 2, gap=27)
    y = 250
    d.t(d.left, y, v.title(), 16, color=d.accent)
    p = v.item("preceding")
    if p:
        d.t(d.left + 160, y, f"{p[0]}: {p[1]}", 9)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 76, q.firm_groups()), q.t(q.c.w / 2, q.c.h - 20, v.page_text(q.c.page), 7, align="c"))
    d.on_next = lambda q: 70
    y = d.table(d.columns("pos:6 item:13 desc:* qty:10 unit:8 price:13 rate:9 amount:14"), y + 14, {"head": "light", "rows": "line"}, keep=110)
    y = d.total_rows(y + 8, v.totals(), d.right - 230, 230, style="fill")
    closing(d, v, inv, y + 18, bank=False)


@layout("bottom-box", fonts=("helv", "sans", "narrow"), langs=("it", "es", "pt", "fr"), bottom=215, left=36, right=36, pt=8.5)
def bottom_box(d, v, inv):
    """Form with a fixed box at the foot: basis, tax and total in columns side by side, due date beside; the table fills the page."""
    d.c.rect(d.left, 34, 255, 96, stroke=(0, 0, 0), radius=5)
    d.stack(d.left + 8, 52, v.address("seller") + [v.seller_vat(), v.contact_bits()[0]], 9, first_bold=True)
    d.t(d.right, 52, v.title().upper(), 15, bold=True, align="r")
    d.c.rect(310, 66, d.right - 310, 64, stroke=(0, 0, 0), radius=5)
    d.t(316, 76, v.L("bill_to"), 7, color=GREY)
    d.stack(318, 90, v.address("buyer"), 9.5, first_bold=True)
    items = v.meta(("number", "date", "customer_no", "your_vat", "po", "delivery_note", "preceding"))[:6]
    d.over(d.left, 138, items, d.width / max(1, len(items)), 6, boxed=True, gap=28, size=8, label_size=6.2)

    def foot(q):
        y = q.c.h - 205
        last = q.c.page == v.total_pages
        q.c.rect(q.left, y, q.width, 70, stroke=(0, 0, 0))
        q.c.line(q.left, y + 14, q.right, y + 14, .4)
        heads = [v.L("sum_lines"), v.L("discount" if inv.allowances else "shipping"), v.L("basis"), v.L("rate"), v.L("tax"), v.L("gross")]
        w = q.width / 6
        for i, s in enumerate(heads):
            q.fit(q.left + i * w + 4, y + 10, s, w - 6, 6.8, color=GREY)
            if i:
                q.c.line(q.left + i * w, y, q.left + i * w, y + 70, .3)
        if last:
            q.t(q.left + w - 5, y + 28, v.money(inv.lines_sum, False), 9, align="r")
            q.t(q.left + 2 * w - 5, y + 28, v.money(inv.charges - inv.allowances, False), 9, align="r")
            for k, t in enumerate(inv.taxes[:4]):
                q.t(q.left + 3 * w - 5, y + 28 + 12 * k, v.money(t.basis, False), 8.5, align="r")
                q.t(q.left + 4 * w - 5, y + 28 + 12 * k, v.rate(t.rate), 8.5, align="r")
                q.t(q.left + 5 * w - 5, y + 28 + 12 * k, v.money(t.amount, False), 8.5, align="r")
            if len(inv.taxes) == 1:
                v.seen |= {"tax", "net"}
            q.fit(q.right - 5, y + 48, v.amount("gross"), w - 8, 12, bold=True, align="r")
        else:
            q.t(q.right - 5, y + 48, v.L("carry"), 8, align="r")
        q.c.rect(q.left, y + 74, q.width, 44, stroke=(0, 0, 0))
        q.fit(q.left + 5, y + 86, v.terms() or inv.note, q.width / 2, 8)
        due = v.item("due")
        if due and last:
            q.t(q.left + 5, y + 102, f"{due[0]}: {due[1]}   {v.money(inv.payable, True)}", 8.5, bold=True)
            v.seen.add("payable")
        b = inv.seller.banks[0]
        q.stack(q.left + q.width * .55, y + 86, [b.name, f"IBAN {v.iban(b)}" if b.iban else b.routing, f"BIC {b.bic}"], 8)
        q.fit(q.left, q.c.h - 60, " - ".join(x for x in (inv.seller.name, v.reg(), inv.seller.email, inv.note) if x), q.width, 6.5, color=GREY)
        q.t(q.right, q.c.h - 45, v.page_text(q.c.page), 7.5, align="r")
    d.on_page = foot
    d.on_next = lambda q: 60
    y = d.table(d.columns("item:13 desc:* unit:6 qty:9 price:12 disc:7 amount:13 rate:8"), 180, {"head": "fill", "rows": "grid", "pad": .35})
    rows = [r for r in v.totals(net=False, tax=False) if r[0] in ("prepaid", "rounding", "prior", "payable")]
    if rows:
        d.total_rows(y, rows, d.right - 200, 200)


@layout("row-of-totals", fonts=("sans", "carlito", "deja"), langs=("es", "pt", "it", "de", "cs", "pl"), bottom=70)
def row_of_totals(d, v, inv):
    """The sums stand in one row of a small table: base, rate, tax, total."""
    d.t(d.left, 60, v.name(), 14, bold=True)
    d.stack(d.left, 75, v.address("seller", name=False) + [v.seller_vat(), v.contact_bits()[1]], 8.5)
    d.c.rect(d.right - 210, 45, 210, 78, fill=LIGHT)
    d.t(d.right - 202, 58, v.L("bill_to"), 7.5, color=GREY)
    it = v.item("your_vat")
    d.stack(d.right - 202, 72, v.address("buyer") + ([f"{it[0]} {it[1]}"] if it else []), 9)
    d.t(d.left, 150, v.title(), 18, color=d.accent)
    y = d.kv(d.left, 172, v.meta(("number", "date", "due", "po", "delivery_note", "delivery_date", "preceding")), 130, width=300)
    y = d.table(d.columns("item:12 desc:* qty:9 price:13 disc:8 rate:9 amount:15"), y + 8, {"head": "dark", "rows": "line"}, keep=100)
    y += 16
    d.on_page = lambda q: (q.t(q.left, q.c.h - 40, v.reg(), 7, color=GREY), q.t(q.right, q.c.h - 40, v.page_text(q.c.page), 7, align="r"))
    if inv.adjusts:
        y = d.total_rows(y - 8, [r for r in v.totals(net=False, tax=False) if r[0] in ("lines", "adjust")], d.right - 220, 220) + 8
    heads = [v.L("net"), v.L("rate"), v.L("tax"), v.L("gross")]
    w = d.width / 4
    d.c.rect(d.left, y, d.width, 16, fill=d.accent)
    for i, s in enumerate(heads):
        d.fit(d.left + (i + 1) * w - 8, y + 11, s, w - 10, 8, bold=True, align="r", color=(1, 1, 1))
    yy = y + 16
    for k, t in enumerate(inv.taxes):
        for i, s in enumerate((v.money(t.basis), (t.name + " " if t.name else "") + v.rate(t.rate), v.money(t.amount), v.amount("gross") if k == len(inv.taxes) - 1 else "")):
            d.fit(d.left + (i + 1) * w - 8, yy + 14, s, w - 10, 10, bold=i == 3, align="r")
        yy += 16
    if len(inv.taxes) == 1:
        v.seen |= {"net", "tax"}
    d.c.rect(d.left, y, d.width, yy - y + 6, stroke=d.accent, lw=.8)
    rest = [r for r in v.totals(sums=False, net=False, tax=False) if r[0] not in ("gross",)]
    yy = d.total_rows(yy + 10, rest, d.right - 220, 220) if rest else yy
    closing(d, v, inv, yy + 26)


@layout("landscape-wide", fonts=("sans", "narrow", "helv"), size=(841.89, 595.28), bottom=70, left=40, right=40, pt=8.5)
def landscape_wide(d, v, inv):
    """Landscape with every column, tax amount and gross per line; three blocks side by side above."""
    d.t(d.left, 46, v.title().upper(), 18, bold=True, color=d.accent)
    d.t(d.right, 46, v.name(), 12, bold=True, align="r")
    y0 = 74
    d.t(d.left, y0, v.L("bill_to"), 7.5, bold=True, color=GREY)
    d.stack(d.left, y0 + 12, v.address("buyer"), 9)
    d.t(d.left + 260, y0, v.L("seller"), 7.5, bold=True, color=GREY)
    d.stack(d.left + 260, y0 + 12, v.address("seller", name=False) + [v.seller_vat()] + v.contact_bits()[:1], 9)
    d.kv(d.left + 520, y0 + 2, v.meta(("number", "date", "due", "po", "order_date", "customer_no", "preceding")), 100, width=d.right - d.left - 520, lead=1.35)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 48, [[v.page_text(q.c.page)]] + [[f"{b.name}  {'IBAN ' + v.iban(b) if b.iban else b.account + '  ' + b.routing}", f"BIC {b.bic}"] for b in inv.seller.banks[:2]] + [[v.reg(), v.contact_bits()[1]]]),)
    d.on_next = lambda q: 50
    y = d.table(d.columns("pos:4 item:10 desc:* qty:7 unit:5 price:9 disc:6 amount:10 rate:7 taxamt:9 gross:10"), 160, {"head": "fill", "rows": "zebra"}, keep=90)
    yt = d.tax_table(d.left, y + 10, 300)
    y = d.total_rows(y + 10, v.totals(), d.right - 230, 230, style="rule")
    closing(d, v, inv, max(y, yt) + 12, bank=False)


@layout("spreadsheet", fonts=("carlito", "sans"), pt=9.5, bottom=60)
def spreadsheet(d, v, inv):
    """Printed from a spreadsheet: cell borders everywhere, labels and values in cells, totals under the last column."""
    cell = lambda x, y, w, s, **k: (d.c.rect(x, y, w, 15, stroke=(.6, .6, .6), lw=.4), d.fit(x + (w - 3 if k.get("align") == "r" else 3), y + 11, s, w - 5, d.size, **k))
    y = 50
    d.fit(d.left, y, v.name(), 300, 15, bold=True)
    y += 10
    for s in v.address("seller", name=False) + [v.contact_bits()[0], v.seller_vat()]:
        cell(d.left, y, 230, s)
        y += 15
    yy = 60
    cell(d.right - 210, yy - 15, 210, v.title(), bold=True, align="r")
    for a, b in v.meta(("number", "date", "due", "po", "customer_no", "delivery_date", "preceding")):
        cell(d.right - 210, yy, 105, a, bold=True)
        cell(d.right - 105, yy, 105, b, align="r")
        yy += 15
    y = max(y, yy) + 14
    cell(d.left, y, 230, v.L("bill_to"), bold=True)
    for s in v.address("buyer"):
        y += 15
        cell(d.left, y, 230, s)
    d.on_page = lambda q: q.t(q.c.w / 2, q.c.h - 30, v.page_text(q.c.page), 8, align="c") if v.total_pages > 1 else None
    y = d.table(d.columns("desc:* qty:11 unit:9 price:14 disc:9 amount:17"), y + 30, {"head": "fill", "rows": "grid", "pad": .25, "fill": (.85, .9, .8)}, keep=100)
    aw = d.width * .17
    for k, a, b in v.totals():
        cell(d.right - aw - d.width * .32, y, d.width * .32, a, bold=k in ("gross", "payable"), align="r")
        cell(d.right - aw, y, aw, b, bold=k in ("gross", "payable"), align="r")
        y += 15
    closing(d, v, inv, y + 24)


@layout("typewriter", fonts=("cour", "mono"), pt=10, left=70, right=60, bottom=70)
def typewriter(d, v, inv):
    """All in one column at the left, amounts in the sentence column, no lines drawn at all."""
    y = d.stack(d.left, 70, v.address("seller"), 10)
    y = d.stack(d.left, y + 24, v.address("buyer"), 10)
    y += 20
    d.t(d.left, y, v.title().upper(), 12, bold=True)
    for a, b in v.meta(("number", "date", "po", "due", "preceding", "your_vat")):
        y += 14
        d.fit(d.left, y, f"{a}: {b}", d.width, 10)
    y = d.table(d.columns("desc:* qty:12 price:17 amount:19"), y + 14, {"head": "light", "end": False, "pad": .3}, keep=90)
    for k, a, b in v.totals():
        y += 14
        d.fit(d.left + d.width * .3, y, a, d.width * .45, 10)
        d.t(d.right - 3, y, b, 10, align="r", bold=k == "gross")
        if k == "gross":
            d.t(d.right - 3, y + 6, "=" * len(b), 10, align="r")
    y = closing(d, v, inv, y + 30)
    d.t(d.left, y + 14, v.seller_vat(), 10)


@layout("totals-in-words", fonts=("serif", "dejaserif", "times"), langs=("es", "fr", "it", "en"), bottom=80, pt=9.5)
def totals_in_words(d, v, inv):
    """Centred title with number, amount in words in a band, stamp field and signature."""
    d.stack(d.left, 55, v.address("seller") + [v.seller_vat()], 9, first_bold=True)
    d.stack(d.right - 190, 55, v.address("buyer"), 9, first_bold=True)
    d.c.line(d.left, 120, d.right, 120, 1)
    n = v.item("number")
    d.t(d.c.w / 2, 146, v.title().upper(), 15, bold=True, align="c")
    d.fit(d.c.w / 2, 164, f"{n[0]} {n[1]}", d.width, 11, align="c")
    y = d.over(d.left, 178, v.meta(("date", "due", "customer_no", "po", "delivery_note", "preceding"))[:5], d.width / 5, 5, boxed=True, size=8.5)
    d.on_page = lambda q: (q.c.line(q.left, q.c.h - 60, q.right, q.c.h - 60, .5), q.t(q.left, q.c.h - 48, v.contact_bits()[0], 8), q.t(q.right, q.c.h - 48, v.page_text(q.c.page), 8, align="r"))
    y = d.table(d.columns("pos:6 desc:* qty:10 unit:8 price:14 amount:16"), y + 14, {"head": "box", "rows": "dots"}, keep=170)
    y = d.total_rows(y + 6, v.totals(), d.right - 210, 210, style="grid")
    w = words.amount(inv.payable, inv.currency, v.lang)
    d.c.rect(d.left, y + 12, d.width, 32, fill=LIGHT)
    d.para(d.left + 6, y + 24, f"{v.L('words')}: {w}", d.width - 12, 9, italic=True)
    y = closing(d, v, inv, y + 62)
    d.c.line(d.right - 150, y + 40, d.right, y + 40, .5)
    d.t(d.right - 75, y + 50, inv.seller.person, 8, align="c")


@layout("rotated-scan-page", fonts=("helv", "sans"), bottom=70, rotate=90)
def rotated(d, v, inv):
    """A page whose content lies on its side, put upright by the page's /Rotate entry."""
    d.t(d.left, 60, v.name(), 15, bold=True)
    d.stack(d.left, 76, v.address("seller", name=False) + v.contact_bits() + [v.seller_vat()], 8.5)
    d.t(d.right, 60, v.title(), 18, align="r")
    d.kv(d.right - 200, 84, v.meta(("number", "date", "due", "customer_no", "po", "preceding")), 100, align="r", width=200)
    d.stack(d.left, 176, v.address("buyer"), 10.5)
    d.on_page = lambda q: q.t(q.right, q.c.h - 40, v.page_text(q.c.page), 8, align="r")
    y = d.table(d.columns("pos:6 item:13 desc:* qty:9 price:14 disc:8 rate:9 amount:15"), 250, {"head": "rule", "rows": "line"}, keep=110)
    y = d.total_rows(y + 6, v.totals(), d.right - 230, 230, style="rule")
    closing(d, v, inv, y + 20)


@layout("watermark-copy", fonts=("sans", "lato"), bottom=70)
def watermark_copy(d, v, inv):
    """Duplicate with a grey word across the page; facts left in a column beside the address right."""
    slips.watermark(d, v.L("copy").split()[0].upper())
    d.t(d.left, 58, v.title(), 20, bold=True)
    y1 = d.kv(d.left, 84, v.meta(("number", "date", "due", "our_order", "po", "customer_no", "preceding")), 110, width=240)
    d.stack(d.right - 190, 58, v.address("seller") + [v.seller_vat()], 8.5, first_bold=True)
    d.t(d.right - 190, 140, v.L("bill_to", True), 8, color=GREY)
    y2 = d.stack(d.right - 190, 153, v.address("buyer"), 10)
    d.on_page = lambda q: (q.footer_columns(q.c.h - 48, [[v.page_text(q.c.page)], [f"{a} {b}" for a, b in v.bank_rows(inv.seller.banks[0])[:2]], v.contact_bits()[:2]]))
    d.on_next = lambda q: (slips.watermark(q, v.L("copy").split()[0].upper()), 60)[1]
    y = d.table(d.columns("desc:* item:14 qty:9 unit:8 price:13 disc:7 amount:15"), max(y1, y2) + 18, {"head": "under", "rows": "line"}, keep=120)
    y = d.total_rows(y + 8, v.totals(), d.right - 220, 220, style="rule")
    closing(d, v, inv, y + 20, bank=False)
