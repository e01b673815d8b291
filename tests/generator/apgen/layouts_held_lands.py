"""Held out: forms of countries: India, Japan, Australia, Québec, Switzerland, Poland, Italy, Spain, Sweden, Denmark, Czechia, Netherlands, Portugal, France, Germany."""
from functools import partial

from . import holdout_scenes as S
from . import ids, slips
from .flow import GREY
from .holdout_kit import Row, Table, bank_lines, cols, facts, foot, heads, keys_of, line_rows, sums_list
from .holdout_words import W
from .layouts import layout
from .layouts_held_trades import ending

held = partial(layout, split="holdout", words=W, scene=S.plain)


def spec_of(spec, keys):
    return [s for s in spec.split() if s.split(":")[0] in keys]


@held("ho-gst-hsn", fonts=("sans", "dejacond"), pt=8, countries=("IN",), langs=("en",), dates=["%d-%b-%y", "%d.%m.%Y"])
def gst_hsn(d, v, inv):
    """GST bill: HSN per line, taxable value, each tax with rate and amount in columns of its own, summary by HSN."""
    d.t(d.c.w / 2, 46, "TAX INVOICE", 12, bold=True, align="c")
    v.seen.add("type")
    d.t(d.left, 66, v.name(), 13, bold=True)
    y = d.stack(d.left, 79, v.address("seller", name=False) + [v.seller_vat()], 8)
    d.c.rect(d.left, y, d.width, 70, stroke=GREY)
    d.stack(d.left + 4, y + 12, [v.L("bill_to")] + v.address("buyer") + [f"GSTIN {v.vat_text(inv.buyer)}"], 8)
    facts(d, d.left + d.width * .55, y + 12, v.meta(("number", "date", "due", "po", "delivery_note", "preceding")), 8, label_w=90, width=220, lead=1.35)
    parts = [(n, p) for n, p in inv.split]
    keys = keys_of(v, inv, "pos desc hsn qty unit price disc amount")
    rows = line_rows(v, inv, [k for k in keys if k != "hsn"])
    for r, li in zip(rows, inv.lines):
        r.cells["hsn"] = str(4800 + sum(map(ord, li.name)) % 5000)
        for j, (n, p) in enumerate(parts):
            r.cells[f"t{j}"] = v.rate(p)
            r.cells[f"a{j}"] = v.money(li.net * p / 100, False)
    own = {"hsn": "HSN/SAC", "amount": "Taxable value", **{f"t{j}": n for j, (n, p) in enumerate(parts)}, **{f"a{j}": "Amt" for j in range(len(parts))}}
    allk = keys + [x for j in range(len(parts)) for x in (f"t{j}", f"a{j}")]
    spec = spec_of("pos:4 desc:* hsn:8 qty:7 unit:6 price:10 disc:5 amount:12", keys) + [x for j in range(len(parts)) for x in (f"t{j}:6", f"a{j}:9")]
    y = Table(d, cols(d, spec, left=("desc", "pos", "unit", "hsn")), heads(v, allk, **own), head="band", rule=.4, gap=3, size=7.5).draw(y + 76, rows)
    y = sums_list(d, d.room(y + 4, 90), v.totals(), d.right - 220, 220)
    ending(d, v, inv, y + 8)
    foot(d, "This is a computer generated invoice and needs no signature. Subject to local jurisdiction.")


@held("ho-qualified-jp", fonts=("sans", "deja"), countries=("JP",), langs=("en",), dates=["%Y.%m.%d", "%Y/%m/%d"])
def qualified_jp(d, v, inv):
    """Qualified invoice: buyer at the top left underlined, T-number, reduced rate marked with *, tax per rate in a small table."""
    d.t(d.left, 64, v.name("buyer") + "  Attn: Accounts", 12)
    d.c.line(d.left, 69, d.left + 240, 69, .7)
    d.t(d.right, 54, v.title(), 16, align="r")
    facts(d, d.right - 190, 74, v.meta(("number", "date", "due", "po", "preceding")), 8.5, label_w=96, width=190)
    d.stack(d.right - 190, 150, v.address("seller") + [v.seller_vat(), inv.seller.phone], 8.5)
    d.c.rect(d.left, 100, 230, 40, stroke=(0, 0, 0), lw=1)
    d.t(d.left + 6, 113, v.L("payable") + " (tax included)", 8)
    d.t(d.left + 224, 131, v.money(inv.payable, True), 16, bold=True, align="r")
    v.seen.add("payable")
    low = min(li.rate for li in inv.lines)
    keys = keys_of(v, inv, "desc qty unit price disc amount")
    rows = line_rows(v, inv, keys)
    for r, li in zip(rows, inv.lines):
        if li.rate == low and low < 10:
            r.cells["unit"] += " *"
    y = Table(d, cols(d, spec_of("desc:* qty:10 unit:10 price:14 disc:8 amount:16", keys)), heads(v, keys), head="dark", rule=.3).draw(222, rows)
    y = sums_list(d, d.room(y + 2, 120), v.totals(), d.right - 200, 200)
    for t in inv.taxes:
        d.t(d.left, y, f"{v.rate(t.rate)} taxable {v.money(t.basis, False)}   tax {v.money(t.amount, False)}", 8)
        y += 12
    if low < 10:
        d.t(d.left, y, "* reduced rate item", 7.5)
    ending(d, v, inv, y + 16)


@held("ho-abn-lower", backend="cairo", fonts=("carlito", "lato"), countries=("AU",), langs=("en",), dates=["%d %b %y", "%-d/%m/%Y"])
def abn_lower(d, v, inv):
    """Small Australian firm: ABN under the name at the right, GST column per line, how to pay in two boxes."""
    d.stack(d.right - 170, 54, v.address("seller") + [v.seller_vat(), inv.seller.email, inv.seller.phone], 9, first_bold=True)
    d.t(d.left, 64, v.title(), 24, color=d.accent)
    d.stack(d.left, 92, v.address("buyer"), 10)
    y = facts(d, d.left, 168, v.meta(("number", "date", "due", "po", "customer_no", "preceding")), 9.5, "sentence", width=300)
    keys = keys_of(v, inv, "qty desc price disc taxamt amount")
    y = Table(d, cols(d, spec_of("qty:9 desc:* price:14 disc:9 taxamt:13 amount:16", keys)), heads(v, keys, taxamt="GST"), head="dark", band=(.96, .96, .98), gap=6).draw(max(y, 240), line_rows(v, inv, keys))
    y = sums_list(d, d.room(y + 4, 130), v.totals(), d.right - 220, 220)
    y += 10
    d.c.rect(d.left, y, d.width * .48, 62, stroke=GREY)
    d.t(d.left + 6, y + 13, "EFT", 9, bold=True)
    d.stack(d.left + 6, y + 26, bank_lines(v, inv), 8)
    d.c.rect(d.left + d.width * .52, y, d.width * .48, 62, stroke=GREY)
    d.t(d.left + d.width * .52 + 6, y + 13, "BPAY  Biller code 48" + ids.digits(v.r, 4), 9, bold=True)
    d.t(d.left + d.width * .52 + 6, y + 28, "Ref " + ids.digits(v.r, 11), 9)
    d.para(d.left, y + 80, v.terms(), d.width)


@held("ho-quebec", fonts=("helv", "sans"), countries=("CA",), langs=("fr", "en"))
def quebec(d, v, inv):
    """Québec: French words, tax registration numbers beside each tax, sums as a boxed ladder at the right."""
    d.logo(d.left, 44, 34)
    d.stack(d.left + 48, 56, v.address("seller"), 9, first_bold=True)
    d.t(d.right, 60, v.title(), 20, bold=True, align="r")
    items = v.meta(("number", "date", "due", "customer_no", "po"))
    w = d.width / max(1, len(items))
    y = 118
    for i, (a, b) in enumerate(items):
        d.c.rect(d.left + i * w, y, w, 30, stroke=GREY)
        d.fit(d.left + i * w + w / 2, y + 11, a, w - 4, 7, align="c")
        d.fit(d.left + i * w + w / 2, y + 24, b, w - 4, 9, align="c", bold=True)
    d.stack(d.left, 172, v.address("buyer"), 10)
    keys = keys_of(v, inv, "desc qtyunit price disc amount")
    y = Table(d, cols(d, spec_of("qtyunit:13 desc:* price:15 disc:8 amount:17", keys)), heads(v, keys), head="band", rule=.3).draw(236, line_rows(v, inv, keys))
    y = d.room(y, 120)
    for k, a, b in v.totals():
        d.c.rect(d.right - 220, y, 130, 16, stroke=GREY)
        d.c.rect(d.right - 90, y, 90, 16, stroke=GREY)
        d.fit(d.right - 216, y + 11.5, a, 122, d.size)
        d.t(d.right - 4, y + 11.5, b, d.size, align="r", bold=k in ("gross", "payable"))
        y += 16
    d.t(d.left, y, v.seller_vat(), 8)
    ending(d, v, inv, y + 20)


@held("ho-swiss-slip", fonts=("deja", "helv"), countries=("CH",), langs=("de", "fr", "it"), bottom=60)
def swiss_slip(d, v, inv):
    """Swiss craftsman: sender at the right, hours first, sums flush under the table, QR slip on a page of its own."""
    d.stack(d.right - 160, 58, v.address("seller") + [inv.seller.phone, v.seller_vat()], 8.5, first_bold=True)
    d.stack(d.left, 118, v.address("buyer"), 10)
    d.t(d.left, 205, f"{inv.seller.city_line.split(' ', 1)[-1]}, {v.item('date')[1]}", d.size)
    n = v.item("number")
    d.t(d.left, 234, f"{v.title()} {n[1]}", 13, bold=True)
    y = facts(d, d.left, 254, v.meta(("due", "customer_no", "po", "delivery_date", "preceding")), d.size, "sentence", width=330)
    keys = keys_of(v, inv, "qty unit desc price disc amount")
    y = Table(d, cols(d, spec_of("qty:10 unit:9 desc:* price:13 disc:9 amount:15", keys)), heads(v, keys), head="light", gap=5, numbers="last").draw(y + 6, line_rows(v, inv, keys))
    y = sums_list(d, d.room(y, 90), v.totals(), d.left + d.width * .38, d.width * .62, under=True)
    d.para(d.left, y + 12, inv.note or v.terms(), d.width)
    if inv.type == "invoice" and inv.currency in ("CHF", "EUR") and inv.seller.banks[0].iban:
        d.on_next = lambda q: 60
        d.break_page()
        slips.qr_bill(d, v, inv)


@held("ho-faktura-korekta", fonts=("sans", "dejacond"), pt=8.5, countries=("PL",), langs=("pl",))
def faktura_korekta(d, v, inv):
    """Polish print-out: seller and buyer as label lists, net, rate, tax and gross per line; corrections say what and why."""
    n, t = v.item("number"), v.item("date")
    d.t(d.c.w / 2, 56, f"{v.title()} {n[0].lower() if False else ''}{n[1]}".replace("  ", " "), 14, bold=True, align="c")
    d.t(d.c.w / 2, 70, f"{t[0]} {t[1]}, {inv.seller.city}", 9, align="c")
    for x, who, lab in ((d.left, "seller", v.L("seller")), (d.left + d.width * .52, "buyer", v.L("bill_to"))):
        d.t(x, 96, lab + ":", 8.5, italic=True)
        d.stack(x, 109, v.address(who), 9, first_bold=True)
    d.t(d.left, 152, v.seller_vat(), 9)
    d.t(d.left + d.width * .52, 152, f"NIP: {v.vat_text(inv.buyer)}", 9)
    y = facts(d, d.left, 172, v.meta(("due", "delivery_date", "po", "preceding", "terms")), 8.5, "sentence", width=330)
    if inv.type == "credit_note":
        d.t(d.left, y, "Przyczyna korekty: zwrot towaru", 8.5)
        y += 12
    keys = keys_of(v, inv, "pos desc unit qty price disc amount rate taxamt gross")
    y = Table(d, cols(d, spec_of("pos:4 desc:* unit:6 qty:8 price:10 disc:7 amount:11 rate:7 taxamt:10 gross:12", keys)), heads(v, keys), size=7.6, head="rule", rule=.25, gap=3).draw(y + 4, line_rows(v, inv, keys))
    y = d.room(y + 6, 110)
    for tx in inv.taxes:
        d.t(d.right - 210, y + 8, f"{v.L('rate')} {v.rate(tx.rate)}", 8)
        for i, a in enumerate((tx.basis, tx.amount, tx.basis + tx.amount)):
            d.t(d.right - 120 + i * 60, y + 8, v.money(a, False), 8, align="r")
        y += 12
    v.seen |= {"net", "tax"} if len(inv.taxes) == 1 else set()
    y = sums_list(d, y + 4, [r for r in v.totals(total_tax=True) if r[0] not in ("tax",) or len(inv.taxes) == 1], d.left, 240, 10)
    ending(d, v, inv, y + 8)


def professional(d, v, inv, fund, held_label):
    """Sums of a professional's bill: fees, fund, tax, what the customer holds back."""
    rows = [("lines", v.L("sum_lines"), v.money(inv.lines_sum))]
    for a in inv.adjusts:
        rows.append(("adjust", f"{a.reason} {v.rate(a.percent)}", v.money(a.amount)))
    if inv.adjusts:
        rows.append(("net", v.L("net"), v.amount("net")))
    else:
        rows = [("net", v.L("net"), v.amount("net"))]
    rows.append(("tax", v.tax_label(inv.taxes[0]), v.amount("tax")))
    rows.append(("gross", v.L("gross"), v.amount("gross")))
    rows.append(("held", held_label, v.money(-inv.held)))
    rows.append(("payable", v.L("payable"), v.amount("payable")))
    return rows


@held("ho-ritenuta", fonts=("serif", "sans"), countries=("IT",), langs=("it",), scene=S.withheld(20, ("Contributo Cassa", 4)))
def ritenuta(d, v, inv):
    """Italian professional: fund charge, VAT, then a fifth of the fee withheld; buyer right, list of services without quantities."""
    d.stack(d.left, 56, v.address("seller") + [v.seller_vat(), f"C.F. {inv.seller.vat_id[2:]}"], 9, first_bold=True)
    d.t(d.right - 210, 130, v.L("bill_to"), 9)
    d.stack(d.right - 210, 143, v.address("buyer"), 10)
    n, t = v.item("number"), v.item("date")
    d.t(d.left, 226, f"{v.title()} {n[0].lower()} {n[1]} {t[0].lower()} {t[1]}", 12, bold=True)
    y = facts(d, d.left, 246, v.meta(("due", "po")), d.size, "sentence", width=300)
    y = Table(d, cols(d, ["desc:*", "amount:18"]), heads(v, ["desc", "amount"]), head="light", gap=6).draw(y + 8, line_rows(v, inv, ["desc", "amount"]))
    y = sums_list(d, y + 4, professional(d, v, inv, None, "Ritenuta d'acconto 20%"), d.left, d.width, dots=True)
    ending(d, v, inv, y + 10)


@held("ho-irpf", fonts=("lato", "carlito"), countries=("ES",), langs=("es",), scene=S.withheld(15))
def irpf(d, v, inv):
    """Spanish freelancer: tax table in one row with base, IVA, IRPF and total; quantities after the price."""
    d.c.rect(d.left, 44, 4, 60, fill=d.accent)
    d.stack(d.left + 12, 56, v.address("seller") + [v.seller_vat(), inv.seller.email], 9, first_bold=True)
    d.t(d.right, 58, v.title(), 20, align="r", color=d.accent)
    facts(d, d.right - 180, 80, v.meta(("number", "date", "due", "po")), 9, label_w=88, width=180)
    d.stack(d.left, 150, [v.L("bill_to") + ":"] + v.address("buyer") + [v.vat_text(inv.buyer)], 9.5)
    keys = keys_of(v, inv, "desc price qty amount")
    y = Table(d, cols(d, ["desc:*", "price:14", "qty:10", "amount:16"]), heads(v, keys), head="rule", gap=6).draw(232, line_rows(v, inv, keys))
    rows = professional(d, v, inv, None, "Retención IRPF 15%")
    y = d.room(y + 16, 60)
    w = d.width / len(rows)
    for i, (k, a, b) in enumerate(rows):
        d.fit(d.left + (i + 1) * w - 4, y, a, w - 6, 7.5, align="r", color=GREY)
        d.fit(d.left + (i + 1) * w - 4, y + 14, b, w - 6, 10, align="r", bold=k == "payable")
    ending(d, v, inv, y + 44)


@held("ho-bankgiro", fonts=("sans", "helv"), countries=("SE",), langs=("sv",))
def bankgiro(d, v, inv):
    """Swedish: title and number right, OCR number and bankgiro in a strip above the table and in the slip line at the foot."""
    d.t(d.left, 58, v.name(), 14, bold=True)
    d.t(d.right - 200, 58, v.title(), 16, bold=True)
    facts(d, d.right - 200, 76, v.meta(("number", "date", "due", "customer_no", "po", "contact", "preceding")), 8.5, label_w=92, width=200, colon="")
    d.stack(d.left, 128, v.address("buyer"), 10)
    y = 196
    strip = [(v.L("reference"), inv.reference or inv.number), ("Bankgiro", inv.seller.banks[0].account), ("IBAN", v.iban(inv.seller.banks[0]))]
    for i, (a, b) in enumerate(strip):
        d.t(d.left + (0, 150, 280)[i], y, a, 7, color=GREY)
        d.t(d.left + (0, 150, 280)[i], y + 12, b, 9.5, bold=True)
    keys = keys_of(v, inv, "item desc qty unit price disc rate amount")
    y = Table(d, cols(d, spec_of("item:12 desc:* qty:9 unit:7 price:12 disc:8 rate:8 amount:14", keys)), heads(v, keys), head="rule", gap=3).draw(y + 26, line_rows(v, inv, keys))
    y = d.room(y + 14, 90)
    rows = v.totals()
    w = d.width / len(rows)
    d.c.line(d.left, y, d.right, y, .6)
    for i, (k, a, b) in enumerate(rows):
        d.fit(d.left + i * w, y + 11, a, w - 6, 7)
        d.fit(d.left + i * w, y + 25, b, w - 6, 10.5, bold=k in ("gross", "payable"))
    if inv.type == "invoice":
        whole, _, cents = f"{inv.payable:.2f}".partition(".")
        d.t(d.left, d.c.h - 74, f"# {inv.reference or '0'} #   {whole} {cents}   >   {inv.seller.banks[0].account.replace('-', '')}#41#", 10, font="mono")
    foot(d, " · ".join(x for x in v.address("seller")[1:] + [v.seller_vat(), v.reg(), inv.seller.phone, "Godkänd för F-skatt"] if x))
    d.para(d.left, y + 44, v.terms() + " " + inv.note, d.width, 8)


@held("ho-fik", fonts=("carlito", "lato"), countries=("DK",), langs=("da",))
def fik(d, v, inv):
    """Danish: everything flush left, facts beside the buyer, FIK card line +71< under the sums."""
    d.t(d.right, 56, v.name(), 15, bold=True, align="r", color=d.accent)
    d.t(d.right, 70, ", ".join(v.address("seller", name=False)), 8, align="r")
    d.t(d.right, 81, f"CVR {v.seller_vat_value()}  {inv.seller.phone}", 8, align="r")
    d.stack(d.left, 116, v.address("buyer"), 10)
    d.t(d.left, 204, v.title(), 17)
    y = facts(d, d.left, 224, v.meta(("number", "date", "due", "customer_no", "po", "delivery_date", "preceding")), 9, label_w=110, width=320, lead=1.35)
    keys = keys_of(v, inv, "desc qtyunit price disc amount")
    y = Table(d, cols(d, spec_of("desc:* qtyunit:15 price:15 disc:8 amount:16", keys)), heads(v, keys), head="band", gap=5).draw(y + 4, line_rows(v, inv, keys))
    y = sums_list(d, d.room(y, 110), v.totals(), d.left + d.width * .54, d.width * .46)
    if inv.type == "invoice":
        code = "".join(c for c in inv.number if c.isdigit()).zfill(14)[-14:]
        d.t(d.left, y + 8, f"Betales via FIK: +71<{code}{ids.luhn_digit(code)}+8{ids.digits(v.r, 7)}<", 9.5, font="mono")
    ending(d, v, inv, y + 30)


@held("ho-qr-platba", fonts=("deja", "sans"), pt=8.5, countries=("CZ",), langs=("cs",))
def qr_platba(d, v, inv):
    """Czech: QR payment at the top right, symbols in bold, tax recapitulation left of the sum."""
    d.t(d.left, 54, f"{v.title()}", 14, bold=True)
    n = v.item("number")
    d.t(d.left, 68, f"{n[0]} {n[1]}", 10)
    b = inv.seller.banks[0]
    if inv.type == "invoice" and b.iban:
        slips.qr(d, d.right - 74, 40, 74, f"SPD*1.0*ACC:{b.iban}+{b.bic}*AM:{inv.payable:.2f}*CC:{inv.currency}*X-VS:{inv.reference}")
        d.t(d.right - 74, 122, "QR Platba", 7)
    d.stack(d.left, 94, [v.L("seller") + ":"] + v.address("seller") + [v.seller_vat(), v.reg()], 8.5)
    d.stack(d.left + 230, 94, [v.L("bill_to") + ":"] + v.address("buyer") + [f"DIČ: {v.vat_text(inv.buyer)}"], 8.5)
    y = facts(d, d.left, 182, v.meta(("date", "due", "delivery_date", "po", "preceding")), 8.5, label_w=110, width=225)
    facts(d, d.left + 230, 182, [(v.L("account"), b.account), (v.L("reference"), inv.reference), ("IBAN", v.iban(b)), ("SWIFT", b.bic)], 8.5, label_w=90, width=270)
    keys = keys_of(v, inv, "desc qty unit price disc rate amount taxamt gross")
    y = Table(d, cols(d, spec_of("desc:* qty:8 unit:6 price:11 disc:7 rate:7 amount:12 taxamt:10 gross:12", keys)), heads(v, keys), size=7.8, head="band", gap=3).draw(max(y, 246) + 4, line_rows(v, inv, keys))
    y = d.room(y + 8, 100)
    end = d.tax_table(d.left, y, d.width * .5)
    y = max(end, sums_list(d, y, v.totals(total_tax=True), d.right - 200, 200))
    d.para(d.left, y + 10, f"{inv.note} {v.L('thanks')}", d.width, 7.5)


@held("ho-dutch-note", backend="cairo", fonts=("sans", "lato"), countries=("NL", "BE"), langs=("nl",))
def dutch_note(d, v, inv):
    """Dutch: labels right-aligned against their values, description first and quantity in front of it, sums with tax basis in words."""
    d.t(d.left, 60, v.name().lower(), 22, color=d.accent)
    d.stack(d.right - 150, 52, v.address("seller", name=False) + [inv.seller.phone, inv.seller.web], 8)
    d.stack(d.left, 130, v.address("buyer"), 10)
    y = 130
    for a, b in v.meta(("number", "date", "due", "customer_no", "po", "preceding")):
        d.t(d.right - 120, y, a, 9, align="r", color=GREY)
        d.fit(d.right - 112, y, b, 112, 9)
        y += 14
    d.t(d.left, max(y, 214) + 10, v.title(), 13, bold=True)
    keys = keys_of(v, inv, "qty desc price disc rate amount")
    y = Table(d, cols(d, spec_of("qty:8 desc:* price:14 disc:9 rate:9 amount:15", keys)), heads(v, keys), head="none" if v.r.random() < .5 else "light", gap=5).draw(max(y, 214) + 20, line_rows(v, inv, keys))
    d.c.line(d.left, y + 3, d.right, y + 3, .5)
    y = sums_list(d, d.room(y, 90), v.totals(), d.right - 240, 240)
    b = inv.seller.banks[0]
    it = v.item("due")
    d.para(d.left, y + 14, f"Wij verzoeken u het bedrag van {v.money(inv.payable, True)}" + (f" vóór {it[1]}" if it else "") + f" over te maken op {v.iban(b)} ({b.bic}) o.v.v. {inv.reference or inv.number}. {inv.note}", d.width)
    v.seen.add("payable")
    foot(d, f"{v.seller_vat()}  {v.reg()}")


@held("ho-atcud", fonts=("sans", "deja"), pt=8.5, countries=("PT",), langs=("pt",))
def atcud(d, v, inv):
    """Portuguese certified program: ATCUD over the QR, codes of the tax office, table of tax left, sums right, carried lines."""
    d.t(d.left, 54, v.name(), 13, bold=True)
    d.stack(d.left, 67, v.address("seller", name=False) + [v.seller_vat(), inv.seller.phone], 8)
    slips.qr(d, d.right - 62, 40, 62, f"A:{inv.seller.vat_id[2:]}*B:{inv.buyer.vat_id}*F:{inv.issue:%Y%m%d}*G:{inv.number}*N:{inv.tax}*O:{inv.gross}")
    d.t(d.right, 112, f"ATCUD:{v.r.choice('JKLF')}{v.r.randrange(10**6, 10**7)}-{v.r.randrange(1, 999)}", 7, align="r")
    d.t(d.left, 134, f"{v.title()} {v.item('number')[1]}", 12, bold=True)
    d.t(d.right, 134, "Original", 9, align="r")
    d.stack(d.left + d.width * .5, 154, v.address("buyer") + [f"NIF {v.vat_text(inv.buyer)}"], 9.5)
    y = facts(d, d.left, 154, v.meta(("date", "due", "customer_no", "po", "terms", "preceding")), 8.5, label_w=96, width=250)
    keys = keys_of(v, inv, "item desc qty unit price disc rate amount")
    y = Table(d, cols(d, spec_of("item:12 desc:* qty:8 unit:6 price:12 disc:7 rate:8 amount:13", keys)), heads(v, keys), size=8, head="band", gap=2, carry=True).draw(max(y, 222) + 4, line_rows(v, inv, keys))
    y = d.room(y + 10, 120)
    end = d.tax_table(d.left, y, d.width * .5, 7.5, gross=False, box=True)
    y = max(end, sums_list(d, y, v.totals(total_tax=True), d.right - 200, 200))
    d.para(d.left, y + 10, f"{inv.note} AbC1-Processado por programa certificado n.º {v.r.randrange(100, 2999)}/AT", d.width, 7.5)
    d.stack(d.left, y + 30, bank_lines(v, inv), 8)


@held("ho-escompte", fonts=("carlito", "sans", "helv"), countries=("FR",), langs=("fr",))
def escompte(d, v, inv):
    """French trader: table fills the page in columns without rows, tax by code at the foot, sums in a wide last row."""
    d.stack(d.left, 52, v.address("seller") + [inv.seller.phone, v.seller_vat(), v.reg()], 8.5, first_bold=True)
    d.c.rect(d.right - 230, 96, 230, 76, stroke=(0, 0, 0), radius=6)
    d.stack(d.right - 220, 114, v.address("buyer"), 10)
    d.t(d.left, 150, v.title(), 18, bold=True)
    items = v.meta(("number", "date", "customer_no", "po", "due", "preceding"))
    y = 192
    w = d.width / len(items)
    for i, (a, b) in enumerate(items):
        d.fit(d.left + i * w + 2, y, a, w - 4, 7.5, bold=True)
        d.fit(d.left + i * w + 2, y + 12, b, w - 4, 9)
    keys = keys_of(v, inv, "item desc qty price disc rate amount")
    d.bottom = d.c.h - 220
    y = Table(d, cols(d, spec_of("item:12 desc:* qty:9 price:13 disc:8 rate:8 amount:15", keys)), heads(v, keys), head="band", gap=2, carry=True).draw(y + 22, line_rows(v, inv, keys))
    y = d.c.h - 205
    d.c.line(d.left, y - 6, d.right, y - 6, .6)
    end = d.tax_table(d.left, y, d.width * .42, 8, gross=False)
    sums_list(d, y - 4, v.totals(), d.left + d.width * .5, d.width * .5)
    d.para(d.left, max(end, y + 60) + 8, v.terms() + " " + inv.note, d.width * .45, 8)
    foot(d, "; ".join(bank_lines(v, inv)) + " — Pénalités de retard : taux BCE + 10 points. Indemnité forfaitaire 40 EUR.", up=46)


def titled(inv, r):
    S.rename(inv, r, r.choice(("{f} Sanitär & Heizung {form}", "Elektro {f} {form}", "Malerbetrieb {f}")))
    if inv.type == "invoice":
        inv.prior_balance, inv.rounding = S.D(0), S.D(0)
        inv.prepaid = S.q(inv.gross * S.D("0.4"), inv.currency)
        inv.payable = inv.gross - inv.prepaid
    return inv


@held("ho-handwerker", fonts=("sans", "carlito"), countries=("DE", "AT"), langs=("de",), scene=titled)
def handwerker(d, v, inv):
    """German craftsman: titles 01, 02 with sums, ordinal numbers 01.010, instalments paid before taken off, wages named below."""
    d.t(d.right, 56, v.name(), 14, bold=True, align="r", color=d.accent)
    d.t(d.right, 69, " • ".join(v.address("seller", name=False) + [inv.seller.phone]), 8, align="r")
    d.t(d.left, 118, v.sender_line(", "), 6)
    d.stack(d.left, 134, v.address("buyer"), 10)
    facts(d, d.right - 185, 134, v.meta(("number", "date", "due", "customer_no", "our_order", "delivery_date", "preceding")), 9, label_w=95, width=185)
    d.t(d.left, 240, v.title() if inv.type == "credit_note" or not inv.prepaid else "Schlussrechnung", 13, bold=True)
    v.seen.add("type")
    half = max(1, len(inv.lines) // 2)
    keys = keys_of(v, inv, "pos desc qty unit price disc amount")
    rows, k = [], 1
    for title, part in (("Vorarbeiten", inv.lines[:half]), ("Ausführung", inv.lines[half:])):
        if not part:
            continue
        rows.append(Row("head", label=f"{k:02d}  {title}"))
        ls = line_rows(v, inv, keys, lines=part)
        for i, r in enumerate(ls):
            r.cells["pos"] = f"{k:02d}.{(i + 1) * 10:03d}"
        rows += ls + [Row("sum", label=f"Summe {k:02d} {title}", amount=v.money(sum(li.net for li in part), False))]
        k += 1
    y = Table(d, cols(d, spec_of("pos:9 desc:* qty:10 unit:8 price:13 disc:8 amount:15", keys)), heads(v, keys), head="rule", gap=4).draw(252, rows)
    y = sums_list(d, d.room(y + 6, 130), v.totals(), d.right - 260, 260)
    if inv.type == "invoice":
        y = d.para(d.left, y + 8, f"Im Rechnungsbetrag enthaltene Lohnkosten: {v.money(S.q(inv.gross * S.D('0.55')), True)} brutto (§ 35a EStG).", d.width, 8)
    ending(d, v, inv, y + 6)
    foot(d, " | ".join([v.seller_vat(), v.reg()] + ([f"St.-Nr. {inv.seller.tax_no}"] if inv.seller.tax_no else [])))
