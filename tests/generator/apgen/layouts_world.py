"""Forms that belong to a country: QR-bill, giro slips, tax forms of India, Australia, Canada, Japan, Poland, Czechia, Portugal."""
from . import slips, words
from .flow import GREY, LIGHT
from .layouts import layout
from .layouts_basic import closing


@layout("swiss-qr-bill", fonts=("helv", "sans"), countries=("CH",), bottom=70)
def swiss_qr_bill(d, v, inv):
    """Swiss letter, address right, QR-bill in the lowest third of the last page."""
    d.stack(d.left, 56, v.address("seller") + v.contact_bits()[:2] + [v.seller_vat()], 8.5, first_bold=True)
    d.stack(340, 130, v.address("buyer"), 10)
    d.t(d.left, 215, f"{v.title()} {inv.number}", 13, bold=True)
    y = d.kv(d.left, 234, v.meta(("number", "date", "due", "customer_no", "po", "period", "preceding")), 120, width=300)
    y = d.table(d.columns("desc:* qtyunit:15 price:15 disc:8 rate:9 amount:16"), y + 8, {"head": "under", "rows": "line"}, size=d.size - .5)
    y = d.total_rows(d.room(y + 6, 90), v.totals(), d.right - 220, 220, style="rule")
    if inv.note or v.terms():
        y = d.para(d.left, y + 12, inv.note or v.terms(), d.width)
    slip = inv.type == "invoice" and inv.currency in ("CHF", "EUR") and inv.seller.banks[0].iban
    if slip and y > d.c.h - 310:
        d.break_page()
    d.t(d.right, 40, v.page_text(d.c.page), 7, align="r", color=GREY)
    if slip:
        slips.qr_bill(d, v, inv)
    d.on_next = lambda q: 60


@layout("nordic-giro", fonts=("sans", "lato", "helv"), countries=("SE", "DK", "NO", "FI"), bottom=70)
def nordic_giro(d, v, inv):
    """Swedish and Danish form: facts in a shaded column right, slip with reference at the foot."""
    d.logo(d.left, 40, 30)
    d.t(d.left + 42, 60, inv.seller.name, 13, bold=True)
    d.t(d.right, 58, v.title(), 20, align="r")
    items = v.meta(("number", "date", "due", "customer_no", "po", "our_order", "contact", "delivery_date", "preceding"))
    d.c.rect(d.right - 215, 78, 215, len(items) * 13 + 12, fill=LIGHT)
    d.kv(d.right - 207, 93, items, 100, lead=1.45, width=200)
    d.stack(d.left, 120, v.address("buyer"), 10)
    reserve = 210 if inv.type == "invoice" else 40
    d.on_page = lambda q: q.fit(q.left, q.c.h - 52 if q.c.page != v.total_pages or reserve == 40 else q.c.h - 205, " | ".join(v.address("seller") + [v.seller_vat(), v.reg()] + v.contact_bits()[:2] + [v.page_text(q.c.page)]), q.width, 7, color=GREY)
    d.on_next = lambda q: 60
    y = d.table(d.columns("item:13 desc:* qty:9 unit:8 price:13 disc:8 rate:9 amount:15"), max(215, 100 + len(items) * 13), {"head": "rule", "rows": "none"})
    y = d.total_rows(d.room(y + 8, 100), v.totals(), d.right - 230, 230, style="rule")
    y = d.para(d.left, y + 12, inv.note or v.terms(), d.width)
    if reserve > 100:
        if y > d.c.h - 225:
            d.break_page()
        slips.giro(d, v, inv)
    else:
        d.t(d.left, y + 20, f"IBAN {v.iban(inv.seller.banks[0])}", 8)


@layout("benelux-slip", fonts=("carlito", "sans", "deja"), countries=("BE", "NL", "LU"), bottom=75)
def benelux_slip(d, v, inv):
    """Belgian and Dutch: payment asked for in a sentence with date, account and reference."""
    d.t(d.left, 64, v.name(), 18, bold=True, color=d.accent)
    d.kv(d.right - 185, 52, [(a, b) for a, b in ((v.L("phone"), inv.seller.phone), (v.L("email"), inv.seller.email), (v.vat_label(), v.seller_vat_value()), ("IBAN", v.iban(inv.seller.banks[0])))], 62, 7.8, width=190)
    d.stack(d.left, 82, v.address("seller", name=False), 8.5)
    d.stack(d.left, 148, v.address("buyer"), 10.5)
    d.t(d.left, 226, v.title(), 15, bold=True)
    items = v.meta(("number", "date", "due", "customer_no", "po", "delivery_note", "preceding"))
    d.over(d.left, 234, items[:4], d.width / 4, 4, gap=28)
    y = d.over(d.left, 264, items[4:], d.width / 4, 4, gap=28) if len(items) > 4 else 264
    d.on_page = lambda q: (q.c.line(q.left, q.c.h - 54, q.right, q.c.h - 54, 2, q.accent), q.fit(q.left, q.c.h - 40, "  ".join([v.name(), v.reg(), inv.seller.web, v.page_text(q.c.page)]), q.width, 7.5))
    y = d.table(d.columns("qty:8 desc:* price:15 disc:8 amount:15 rate:9"), y + 6, {"head": "under"}, keep=110)
    y = d.total_rows(y + 6, v.totals(), d.right - 230, 230, style="double")
    b = inv.seller.banks[0]
    due = v.item("due")
    ref = inv.reference or inv.number
    y = d.room(y + 24, 60)
    if inv.note:
        y = d.para(d.left, y, inv.note, d.width) + 4
    amount = v.money(inv.payable, True)
    v.seen.add("payable")
    when = due[1] if due else ""
    if inv.type == "invoice":
        text = {"nl": f"Wij verzoeken u vriendelijk het bedrag van {amount}{' vóór ' + when if when else ''} over te maken op rekening {v.iban(b)} ({b.bic}) t.n.v. {inv.seller.name}, onder vermelding van {ref}.",
                "fr": f"Nous vous prions de virer la somme de {amount}{' avant le ' + when if when else ''} au compte {v.iban(b)} ({b.bic}) de {inv.seller.name}, avec la communication {ref}.",
                "de": f"Bitte überweisen Sie den Betrag von {amount}{' bis zum ' + when if when else ''} auf das Konto {v.iban(b)} ({b.bic}) von {inv.seller.name}, Mitteilung {ref}."}
        d.para(d.left, y, text.get(v.lang, f"Please transfer {amount}{' before ' + when if when else ''} to account {v.iban(b)} ({b.bic}) of {inv.seller.name}, quoting {ref}."), d.width, 9.5)


@layout("polish-vat", fonts=("sans", "narrow", "dejacond", "carlito"), countries=("PL",), langs=("pl",), bottom=60, pt=8.5, left=42, right=42)
def polish_vat(d, v, inv):
    """Faktura VAT: place and dates at the right, two parties side by side, gross per line, table per rate, words."""
    d.logo(d.left, 36, 36)
    d.kv(d.right - 220, 46, v.meta(("date", "delivery_date", "order_date")), 130, width=220)
    d.t(d.c.w / 2, 112, f"{v.title()} {v.item('number')[1]}", 15, bold=True, align="c")
    w = d.width / 2 - 8
    for x, who, lab in ((d.left, "seller", "seller"), (d.left + w + 16, "buyer", "bill_to")):
        d.t(x, 140, v.L(lab), 9, bold=True)
        d.c.line(x, 144, x + w, 144, .7)
        extra = [v.seller_vat(), v.reg()] if who == "seller" else [" ".join(v.item("your_vat") or ())]
        d.stack(x, 158, v.address(who) + extra, 9)
    y = d.kv(d.left, 236, v.meta(("due", "po", "preceding")) + [(v.L("terms"), v.terms() or "-"), (v.L("account"), v.iban(inv.seller.banks[0])), (v.L("bank"), inv.seller.banks[0].name)], 110, width=d.width)
    d.on_page = lambda q: q.t(q.c.w / 2, q.c.h - 36, v.page_text(q.c.page), 7.5, align="c")
    d.on_next = lambda q: 50
    y = d.table(d.columns("pos:5 desc:* unit:7 qty:8 price:12 disc:7 amount:13 rate:8 gross:13"), y + 6, {"head": "fill", "rows": "grid", "pad": .4}, keep=170)
    y = d.tax_table(d.left + d.width * .42, y + 8, d.width * .58, 8.5, box=True)
    y = d.total_rows(y + 2, v.totals(tax=len(inv.taxes) == 1, sums=False), d.right - 240, 240, style="rule")
    for k, x in enumerate((d.left, d.right - 150)):
        d.c.line(x, y + 66, x + 150, y + 66, .5, GREY, ([1, 2],))
        d.t(x + 75, y + 76, ("Osoba upoważniona do odbioru", "Osoba upoważniona do wystawienia")[k], 6.5, align="c", color=GREY)
    if inv.note:
        d.para(d.left, y + 20, inv.note, d.width)


@layout("czech-boxes", fonts=("sans", "deja", "carlito"), countries=("CZ",), bottom=70, left=40, right=40)
def czech_boxes(d, v, inv):
    """Two big boxes: supplier with bank at the left, customer with dates at the right; amount to pay in a bold band."""
    d.t(d.left, 48, v.name(), 11)
    d.t(d.right, 48, f"{v.title()}  {v.item('number')[1]}", 13, bold=True, align="r")
    h, w = 205, d.width / 2
    d.c.rect(d.left, 58, d.width, h, stroke=(0, 0, 0), lw=.8)
    d.c.line(d.left + w, 58, d.left + w, 58 + h, .8)
    d.t(d.left + 6, 70, v.L("seller", True), 7.5, color=GREY)
    y = d.stack(d.left + 12, 86, v.address("seller"), 10, first_bold=True)
    y = d.kv(d.left + 12, y + 4, [("IČO", inv.seller.reg_no), (v.vat_label(), v.seller_vat_value())], 60, 9)
    b = inv.seller.banks[0]
    d.c.line(d.left, 186, d.left + w, 186, .4)
    d.kv(d.left + 12, 200, [(v.L("account"), b.account), ("IBAN", v.iban(b)), ("SWIFT", b.bic), (v.L("reference"), inv.reference), (v.L("terms"), (v.terms() or "-")[:44])], 82, 8.5, width=w - 20)
    d.t(d.left + w + 6, 70, v.L("bill_to", True), 7.5, color=GREY)
    y = d.stack(d.left + w + 12, 86, v.address("buyer"), 10, first_bold=True)
    it = v.item("your_vat")
    if it:
        d.kv(d.left + w + 12, y + 4, [it], 90, 9)
    d.c.line(d.left + w, 186, d.right, 186, .4)
    d.kv(d.left + w + 12, 200, v.meta(("date", "delivery_date", "due", "po", "preceding")), 140, 8.5, width=w - 20)
    d.on_page = lambda q: (q.t(q.left, q.c.h - 36, v.contact_bits()[1], 7), q.t(q.right, q.c.h - 36, v.page_text(q.c.page), 7, align="r"))
    y = d.para(d.left + 4, 58 + h + 18, v.L("intro"), d.width)
    y = d.table(d.columns("desc:* qty:9 unit:7 price:13 rate:8 amount:14 taxamt:11 gross:14"), y - 4, {"head": "under", "pad": .35}, size=8, keep=150)
    y = d.tax_table(d.left, y + 8, 270, 8)
    rows = v.totals(sums=True)
    d.total_rows(y, rows[:-1], d.right - 230, 230)
    y += (len(rows) - 1) * d.size * 1.55 + 6
    d.c.rect(d.left, y, d.width, 26, fill=LIGHT, stroke=(0, 0, 0), lw=.8)
    d.t(d.right - 240, y + 17, rows[-1][1] + ":", 11, bold=True)
    d.t(d.right - 8, y + 17, rows[-1][2], 13, bold=True, align="r")
    d.para(d.left, y + 44, inv.note or v.L("thanks"), d.width, 8)


@layout("portuguese", fonts=("helv", "sans", "lato"), countries=("PT",), bottom=80, pt=8.5)
def portuguese(d, v, inv):
    """Fatura: original mark, code of the tax office, QR at the foot left, tax summary beside the totals."""
    d.logo(d.left, 40, 32)
    d.stack(d.left, 88, v.address("seller") + [v.seller_vat(), v.reg()] + v.contact_bits()[:1], 8.3, first_bold=True)
    d.t(d.right, 50, "Original", 9, align="r", italic=True)
    d.stack(330, 118, v.address("buyer"), 10)
    n = v.item("number")
    d.t(d.left, 200, f"{v.title()} {inv.number}", 13, bold=True)
    items = v.meta(("number", "date", "due", "customer_no", "your_vat", "po", "preceding"))
    y = d.over(d.left, 210, items, d.width / max(1, len(items)), 7, size=7.8, label_size=6.3, gap=26)
    d.c.line(d.left, y, d.right, y, .7)
    d.on_page = lambda q: (q.t(q.left, q.c.h - 34, f"ATCUD:JF7K2PQ9-{sum(map(ord, inv.number))}   aB3x - Processado por programa certificado n.º 9999/AT", 7), q.t(q.right, q.c.h - 34, v.page_text(q.c.page), 7, align="r"))
    y = d.table(d.columns("item:12 desc:* qty:9 unit:6 price:13 disc:8 rate:9 amount:14"), y + 4, {"head": "light", "rows": "dots"}, keep=150)
    y0 = y
    yt = d.tax_table(d.left + 70, y + 12, 200, 8, gross=False, box=True)
    y = d.total_rows(y + 8, v.totals(), d.right - 200, 200, style="fill")
    slips.qr(d, d.left, y0 + 12, 58, f"A:{inv.seller.vat_id[2:]}*B:{inv.buyer.vat_id[2:]}*C:PT*D:FT*E:N*F:{inv.issue:%Y%m%d}*G:{n[1]}*H:JF7K2PQ9-1*I1:PT*N:{inv.tax}*O:{inv.gross}*Q:aB3x*R:9999", "L")
    closing(d, v, inv, max(y, yt, y0 + 84) + 8)


@layout("india-gst", fonts=("sans", "carlito", "dejacond"), countries=("IN",), bottom=60, pt=8, left=34, right=34)
def india_gst(d, v, inv):
    """GST form fully in boxes: parties, HSN codes, CGST and SGST, rupees in words, declaration and signatory."""
    c = d.c
    c.rect(d.left, 52, d.width, c.h - 112, stroke=(0, 0, 0), lw=.8)
    d.t(c.w / 2, 44, "TAX INVOICE" if inv.type == "invoice" else v.title().upper(), 12, bold=True, align="c")
    v.seen.add("type")
    half = d.width / 2
    c.line(d.left + half, 52, d.left + half, 232, .6)
    d.stack(d.left + 5, 66, v.address("seller") + [v.seller_vat(), v.reg(), inv.seller.email], 8.5, first_bold=True)
    c.line(d.left, 150, d.left + half, 150, .6)
    d.t(d.left + 5, 161, v.L("bill_to"), 7.5, color=GREY)
    d.stack(d.left + 5, 174, v.address("buyer") + [" ".join(v.item("your_vat") or ())], 8.5, first_bold=True)
    d.over(d.left + half, 52, v.meta(("number", "date", "po", "order_date", "delivery_note", "delivery_date", "due", "our_order", "terms", "preceding"))[:10], half / 2, 2, boxed=True, gap=36, size=8.5)
    d.on_page = lambda q: (q.t(q.c.w / 2, q.c.h - 44, "This is a computer generated invoice", 7, align="c"), q.t(q.right, q.c.h - 44, v.page_text(q.c.page), 7, align="r"))
    d.on_next = lambda q: (q.c.rect(q.left, 52, q.width, q.c.h - 112, stroke=(0, 0, 0), lw=.8), 60)[1]
    y = d.table(d.columns("pos:5 desc:* item:13 qty:9 unit:7 price:12 disc:7 amount:15"), 232, {"head": "box", "rows": "grid", "stretch": True, "pad": .35}, keep=190)
    for k, a, b in v.totals():
        d.t(d.right - d.width * .15 - 8, y + 11, a, 8.5, bold=k in ("gross", "payable"), italic=k == "tax", align="r")
        d.t(d.right - 3, y + 11, b, 8.5, bold=k in ("gross", "payable"), align="r")
        y += 13
    c.line(d.left, y + 3, d.right, y + 3, .6)
    y = d.para(d.left + 5, y + 15, f"Amount chargeable (in words): INR {words.amount(inv.payable, inv.currency, 'en')} only", d.width - 10, bold=True)
    b = inv.seller.banks[0]
    y = d.kv(d.left + 5, y + 6, v.bank_rows(b), 90, 8)
    d.para(d.left + 5, y + 8, "Declaration: We declare that this invoice shows the actual price of the goods described and that all particulars are true and correct.", half - 20, 7)
    d.t(d.right - 6, y, f"for {inv.seller.name}", 8, align="r", bold=True)
    d.t(d.right - 6, y + 40, "Authorised Signatory", 8, align="r")


@layout("australia", fonts=("lato", "sans", "carlito"), countries=("AU",), bottom=60)
def australia(d, v, inv):
    """Tax invoice with ABN below the name, direct deposit and BPAY boxes at the foot, amount due boxed at the top."""
    d.t(d.left, 60, v.name(), 16, bold=True)
    d.t(d.left, 74, v.seller_vat(False), 9)
    d.stack(d.left, 88, v.address("seller", name=False) + v.contact_bits()[:2], 8.5)
    d.t(d.right, 60, v.title(), 18, bold=True, align="r", color=d.accent)
    d.c.rect(d.right - 170, 74, 170, 44, stroke=d.accent, lw=1.2)
    d.t(d.right - 160, 88, v.L("payable"), 8)
    d.t(d.right - 10, 108, v.money(inv.payable, True), 16, bold=True, align="r")
    v.seen.add("payable")
    d.stack(d.left, 164, v.address("buyer"), 10)
    d.kv(d.right - 200, 164, v.meta(("number", "date", "due", "po", "customer_no", "preceding")), 100, align="r", width=200)
    d.on_page = lambda q: q.t(q.c.w / 2, q.c.h - 30, v.page_text(q.c.page), 8, align="c")
    y = d.table(d.columns("desc:* qty:10 price:15 disc:8 rate:10 amount:16"), 250, {"head": "fill", "rows": "line"}, keep=170)
    y = d.total_rows(y + 8, v.totals(), d.right - 220, 220, style="rule")
    b = inv.seller.banks[0]
    w = d.width / 2 - 8
    d.c.rect(d.left, y + 16, w, 70, stroke=GREY)
    d.t(d.left + 6, y + 30, "Direct deposit", 9, bold=True)
    d.kv(d.left + 6, y + 44, [(b.routing.split()[0], b.routing.split()[1]), (v.L("account"), b.account), (v.L("reference"), inv.number)], 90, 8.5)
    d.c.rect(d.left + w + 16, y + 16, w, 70, stroke=GREY)
    d.t(d.left + w + 24, y + 34, "BPAY", 12, bold=True, italic=True)
    d.stack(d.left + w + 70, y + 34, [f"Biller Code: {sum(map(ord, inv.seller.name)) * 7}", f"Ref: {''.join(ch for ch in inv.number if ch.isdigit())}{inv.issue:%m%y}"], 9)
    d.para(d.left, y + 106, v.terms(), d.width)


@layout("canada", fonts=("sans", "carlito", "helv"), countries=("CA",), bottom=60)
def canada(d, v, inv):
    """GST/HST and PST in rows of their own, registration numbers under the totals."""
    d.t(d.left, 58, v.name(), 15, bold=True, color=d.accent)
    d.stack(d.left, 74, v.address("seller", name=False) + [inv.seller.phone], 9)
    d.t(d.right, 58, v.title().upper(), 20, align="r")
    d.over(d.right - 240, 70, v.meta(("number", "date", "due", "po"))[:4], 120, 2, boxed=True, fill=LIGHT, gap=30)
    d.t(d.left, 150, v.L("bill_to"), 9, bold=True)
    d.stack(d.left, 164, v.address("buyer"), 9.5)
    d.t(d.left + 270, 150, v.L("ship_to"), 9, bold=True)
    d.stack(d.left + 270, 164, v.address("ship_to" if inv.ship_to else "buyer"), 9.5)
    p = v.item("preceding")
    if p:
        d.t(d.left, 225, f"{p[0]}: {p[1]}", 9)
    d.on_page = lambda q: q.t(q.right, q.c.h - 34, v.page_text(q.c.page), 8, align="r")
    y = d.table(d.columns("qty:9 item:14 desc:* price:15 disc:8 amount:17"), 236, {"head": "dark", "rows": "zebra"}, keep=130)
    y = d.total_rows(y + 8, v.totals(), d.right - 230, 230, style="double")
    y = d.para(d.left, y + 14, v.seller_vat(), 300, 8.5)
    if v.lang == "fr" or "Q" in str(inv.split):
        y = d.para(d.left, y, f"TVQ/QST: 10{inv.seller.vat_id[:8]} TQ0001", 300, 8.5)
    closing(d, v, inv, y + 6)


@layout("japan-seal", fonts=("sans", "lato"), countries=("JP",), bottom=60)
def japan_seal(d, v, inv):
    """Centred title, amount in an underlined box above the table, red seal over the supplier's name."""
    d.t(d.c.w / 2, 60, v.title().upper(), 18, align="c", spacing=4)
    d.kv(d.right - 190, 84, v.meta(("number", "date", "due", "po", "preceding")), 90, align="r", width=190)
    d.stack(d.left, 100, v.address("buyer"), 11, first_bold=True)
    d.t(d.left, 180, v.L("payable"), 10)
    d.t(d.left + 130, 182, v.money(inv.payable, True), 17, bold=True)
    v.seen.add("payable")
    d.c.line(d.left, 190, d.left + 260, 190, 1.2)
    y = d.stack(d.right - 200, 172, v.address("seller") + [v.seller_vat()] + v.contact_bits()[:1], 8.5, first_bold=True)
    slips.seal(d, d.right - 20, 180, inv.seller.name.split()[0])
    d.on_page = lambda q: q.t(q.c.w / 2, q.c.h - 30, v.page_text(q.c.page), 8, align="c")
    y = d.table(d.columns("desc:* qty:10 unit:8 price:15 rate:10 amount:17"), max(y, 230) + 12, {"head": "fill", "rows": "grid", "stretch": True}, keep=150)
    yt = d.tax_table(d.left, y + 10, 230, 8, box=True)
    y = d.total_rows(y + 10, v.totals(), d.right - 220, 220, style="grid")
    closing(d, v, inv, max(y, yt) + 18)
