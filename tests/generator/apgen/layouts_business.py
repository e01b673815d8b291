"""Looks of everyday business: the firm behind a brand, in spaced letters, on two lines, only at the foot; an address without a
label beside a labelled one; deadlines within sentences; labels at the left of columns whose numbers stand at the right."""
from . import words
from .flow import GREY, LIGHT
from .holdout_kit import Table, cols, heads, keys_of, line_rows
from .layouts import layout
from .layouts_basic import closing

TRADES = {"en": "Design · Supply · Installation", "de": "Planung · Montage · Service", "fr": "Conseil – Vente – Installation", "es": "Asesoría · Venta · Montaje", "it": "Progettazione - Vendita - Assistenza",
          "nl": "advies · levering · montage", "pl": "projektowanie - sprzedaż - serwis", "pt": "Consultoria * Venda * Assistência", "sv": "rådgivning · försäljning · service", "da": "rådgivning · salg · service", "cs": "návrh – prodej – servis"}
PAY_BY = {"en": "Please pay {m} by {d}.", "de": "Bitte überweisen Sie {m} bis zum {d}.", "fr": "Nous vous remercions de régler {m} avant le {d}.", "es": "Rogamos abonen {m} antes del {d}.", "it": "Si prega di pagare {m} entro il {d}.",
          "nl": "Wij verzoeken u {m} te betalen voor {d}.", "pl": "Prosimy o zapłatę {m} do dnia {d}.", "pt": "Agradecemos o pagamento de {m} até {d}.", "sv": "Vänligen betala {m} senast {d}.", "da": "Beløbet {m} bedes betalt senest {d}.", "cs": "Prosíme o úhradu {m} do {d}."}
OFFICE = {"en": ("The Directors", "Accounts Payable"), "de": ("Buchhaltung", "Kreditorenbuchhaltung"), "fr": ("Service comptabilité",), "es": ("Departamento de contabilidad",), "it": ("Ufficio amministrativo",), "nl": ("Crediteurenadministratie",),
          "pl": ("Dział księgowości",), "pt": ("Departamento financeiro",), "sv": ("Leverantörsreskontra",), "da": ("Bogholderiet",), "cs": ("Účtárna",)}


def brand(name):
    """The word by which a firm is known, as its sign shows it."""
    return name.replace("Gebr. ", "").replace("SARL ", "").split()[0].strip(",")


def deadline(d, v, inv, y):
    """The day to pay by in a sentence; the next baseline."""
    if not inv.due or inv.type == "credit_note":
        return y
    v.seen.add("due_date")
    return d.para(d.left, y, PAY_BY[v.lang].format(m=v.money(inv.payable, True), d=v.date(inv.due)), d.width) + 4


def left_headed(d, v, inv, y, spec, rule=True):
    """Lines under headings that begin at the left of their columns, whatever stands under them."""
    keys = keys_of(v, inv, " ".join(s.split(":")[0] for s in spec.split()))
    spec = [s for s in spec.split() if s.split(":")[0] in keys]
    columns = cols(d, spec)
    names = heads(v, keys)
    for k, x, w, _ in columns:
        d.fit(x + 3, y + 11, names[k], w - 5, d.size - .5, bold=True)
    if rule:
        d.c.line(d.left, y + 15, d.right, y + 15, .6)
    return Table(d, columns, head="none", gap=5).draw(y + 16, line_rows(v, inv, keys))


@layout("biz-two-addresses", fonts=("helv", "sans", "lato"), bottom=80)
def two_addresses(d, v, inv):
    """Subscription bill: the sender's address stands without a label beside the labelled one, the brand in small letters."""
    d.t(d.left, 62, v.title(), 22, bold=True)
    d.t(d.right, 62, brand(inv.seller.name).lower(), 20, bold=True, align="r", color=d.accent)
    y = d.kv(d.left, 88, v.meta(("number", "date", "due", "po")), 110, colon="", bold_label=True) + 14
    d.stack(d.left, y, v.address("seller", country=True) + [inv.seller.email, v.seller_vat()], first_bold=True)
    d.stack(d.left + d.width / 2, y, [v.L("bill_to")] + v.address("buyer", country=True) + [inv.buyer.email], first_bold=True)
    y += 118
    d.t(d.left, y, f"{v.money(inv.payable, True)}  {v.L('due')} {v.date(inv.due)}" if inv.due and inv.type != "credit_note" else v.money(inv.payable, True), 15, bold=True)
    y = d.table(d.columns("desc:* qty:10 price:16 rate:9 amount:17"), y + 22, {"head": "under"}, keep=100)
    y = d.total_rows(y + 8, v.totals(), d.left + d.width / 2, d.width / 2)
    closing(d, v, inv, y + 20)
    d.on_page = lambda q: q.t(q.left, q.c.h - 40, f"{inv.number} · {v.money(inv.payable, True)}    {v.page_text(q.c.page)}", 7.5, color=GREY)


@layout("biz-house-sign", fonts=("serif", "caladea", "carlito"), bottom=90)
def house_sign(d, v, inv):
    """A house with a name, and the firm that keeps it in the smaller line with its tax number."""
    x = d.c.w / 2
    d.t(x, 64, f"{brand(inv.seller.name).upper()} * * *", 19, bold=True, align="c")
    d.t(x, 82, f"{inv.seller.street} · {inv.seller.city_line} · {v.contact_bits()[0]}", 9, align="c")
    d.t(x, 95, f"{v.name()} · {v.seller_vat()}", 9, align="c")
    v.seen.add("seller_address")
    d.c.line(d.left, 104, d.right, 104, .7)
    d.kv(d.left, 126, [(v.title(), inv.number)] + v.meta(("date", "period", "customer_no", "due")), 95)
    v.seen.add("number")
    d.stack(d.left + d.width * .55, 126, [v.L("bill_to", True)] + v.address("buyer"))
    y = d.table(d.columns("desc:* qty:10 price:15 rate:9 amount:16"), 216, {"head": "under"}, keep=110)
    y = d.total_rows(y + 8, v.totals(), d.right - 230, 230)
    closing(d, v, inv, y + 18)


@layout("biz-firm-at-foot", fonts=("lato", "sans", "carlito"), bottom=70)
def firm_at_foot(d, v, inv):
    """The head shows a sign and what the firm does; who it is stands in the last line of the page."""
    d.t(d.left, 66, brand(inv.seller.name).lower(), 27, bold=True, color=d.accent)
    d.t(d.left, 80, TRADES[v.lang], 9, italic=True, color=GREY)
    office = d.r.choice(OFFICE[v.lang]) if d.r.random() < .5 else ""
    a = v.address("buyer")
    d.stack(d.left + d.width * .56, 130, [a[0], office] + a[1:] if d.r.random() < .5 else [office] + a, 10)
    d.t(d.left, 232, f"{v.title()} {inv.number}", 14, bold=True)
    v.seen.add("number")
    y = d.kv(d.left, 252, v.meta(("date", "delivery_date", "po", "customer_no")), 120) + 10
    y = left_headed(d, v, inv, y, "desc:* qty:11 price:16 rate:9 amount:17")
    y = d.total_rows(y + 10, v.totals(), d.right - 220, 220)
    y = deadline(d, v, inv, y + 18)
    closing(d, v, inv, y)
    d.on_page = lambda q: (q.c.line(q.left, q.c.h - 48, q.right, q.c.h - 48, .4), q.fit(q.c.w / 2, q.c.h - 38, " – ".join([v.name()] + v.address("seller", name=False) + [v.seller_vat(), v.reg(), inv.seller.email]), q.width, 7, align="c"))


@layout("biz-spaced-letters", fonts=("times", "serif", "caladea"), pt=10, bottom=90)
def spaced_name(d, v, inv):
    """A practice: its name in spaced capitals, the office it writes to above the firm, fees in sentences of one column."""
    x = d.c.w / 2
    d.t(x, 60, v.name().upper(), 14, bold=True, align="c", spacing=3)
    d.t(x, 75, " · ".join(v.address("seller", name=False)), 8, align="c")
    d.stack(d.left, 130, [d.r.choice(OFFICE[v.lang])] + v.address("buyer"), 10.5)
    d.stack(d.right - 170, 130, [f"{a}: {b}" for a, b in v.meta(("our_order", "number", "date"))] + [v.seller_vat()], 10)
    d.t(d.left, 232, v.title(), 12, bold=True)
    y = d.table(d.columns("desc:* amount:20"), 244, {"head": "light"}, keep=110)
    y = d.total_rows(y + 4, v.totals(), d.left + d.width * .3, d.width * .7, style="double")
    s = words.amount(inv.payable, inv.currency, v.lang)
    y = d.para(d.left, y + 14, f"{v.L('words')}: {s}", d.width, italic=True) if s else y
    closing(d, v, inv, deadline(d, v, inv, y + 16))


@layout("biz-two-bold-lines", fonts=("sans", "carlito", "deja"), bottom=80)
def name_two_lines(d, v, inv):
    """The firm's name goes over two bold lines above its address; the facts stand in boxes with their labels above."""
    parts = v.name().split()
    cut = max(1, len(parts) // 2)
    y = d.stack(d.left, 56, [" ".join(parts[:cut]), " ".join(parts[cut:])], 12, bold=True)
    y = d.stack(d.left, y + 1, v.address("seller", name=False) + [v.seller_vat()], 9)
    d.c.rect(d.left + d.width * .55, 44, d.width * .45, 88, stroke=GREY)
    d.t(d.left + d.width * .55 + 5, 55, v.L("bill_to"), 7, color=GREY)
    d.stack(d.left + d.width * .55 + 5, 68, v.address("buyer"), 9.5, first_bold=True)
    items = v.meta(("number", "date", "customer_no", "po", "due", "delivery_note"))[:6]
    y = d.over(d.left, 150, items, d.width / max(1, len(items)), 6, boxed=True, gap=28, size=8.5, label_size=6.2)
    y = left_headed(d, v, inv, y + 12, "item:14 desc:* qty:10 unit:8 price:14 amount:15")
    y = d.total_rows(y + 10, v.totals(), d.right - 220, 220)
    closing(d, v, inv, y + 20)


@layout("biz-boxes", fonts=("sans", "narrow"), left=34, right=34, pt=8.5, bottom=70)
def boxed_form(d, v, inv):
    """The form of book-keeping programs: parties in boxes under small captions, facts in boxes beside them."""
    w = d.width / 2
    d.t(d.c.w / 2, 44, v.title().upper(), 11, bold=True, align="c")
    d.c.rect(d.left, 52, d.width, 156, stroke=(0, 0, 0))
    d.c.line(d.left + w, 52, d.left + w, 208)
    d.c.line(d.left, 130, d.left + w, 130)
    d.stack(d.left + 4, 64, v.address("seller") + [v.seller_vat(), v.reg()], 8.5, first_bold=True)
    a = v.address("buyer")
    d.stack(d.left + 4, 141, [v.L("bill_to")] + a + [": ".join(v.item("your_vat") or ("", "")).strip(": ")], 8.5)
    items = v.meta(("number", "date", "po", "order_date", "delivery_note", "due", "our_order", "terms"))[:8]
    d.over(d.left + w, 52, items, w / 2, 2, boxed=True, gap=39, size=8.5, label_size=7)
    y = d.table(d.columns("pos:5 desc:* item:14 qty:10 unit:7 price:13 disc:7 amount:15"), 220, {"head": "box", "rows": "grid", "pad": .35}, keep=100)
    y = d.total_rows(y + 2, v.totals(), d.right - 240, 240)
    s = words.amount(inv.payable, inv.currency, v.lang)
    y = d.para(d.left, y + 12, f"{v.L('words')}: {s}", d.width) if s else y
    closing(d, v, inv, y + 8)
