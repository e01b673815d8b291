"""Held out: bills of trades that print more than a list of goods: energy, telecom, hotels, freight, building, workshops, doctors, lawyers."""
from functools import partial

from . import holdout_scenes as S
from . import slips
from .flow import GREY
from .holdout_kit import Row, Table, bank_lines, cols, facts, foot, heads, keys_of, line_rows, sums_list
from .holdout_words import W
from .layouts import layout

held = partial(layout, split="holdout", words=W)
ISO = ["%d %b %Y", "%d.%m.%Y", "%-d %B %Y"]


def ending(d, v, inv, y, bank=1, width=None):
    """Note, terms, reference, bank as running text."""
    t = [inv.note, v.terms(), f"{v.L('reference')}: {inv.reference}" if inv.reference else "", "; ".join(bank_lines(v, inv, bank)) if bank else "", v.L("thanks")]
    for s in t:
        if s:
            y = d.para(d.left, d.room(y, 24), s, width or d.width, d.size - .5) + 3
    return y


@held("ho-power-bill", fonts=("sans", "carlito"), countries=("GB", "IE"), scene=S.power, langs=("en",))
def power_bill(d, v, inv):
    """Energy bill: what was owed and paid, meter readings under each line, credit slip at the foot."""
    d.c.circle(d.left + 16, 56, 16, fill=d.accent)
    d.t(d.left + 40, 62, v.name(), 17, bold=True, color=d.accent)
    d.t(d.right, 50, "Your electricity bill", 12, align="r")
    v.seen.add("type")
    d.stack(d.left + 22, 118, v.address("buyer"), 10)
    d.c.rect(d.right - 200, 96, 200, 74, fill=(.95, .95, .9))
    facts(d, d.right - 192, 112, v.meta(("customer_no", "number", "date", "period")), 8.5, label_w=72, width=188, colon="")
    y = 218
    d.t(d.left, y, "Your account at a glance", 11.5, bold=True)
    rows = []
    if inv.prior_balance:
        paid = inv.prior_balance + 40
        rows = [("Balance on your last bill", v.money(paid, True)), ("Payments we have received - thank you", v.money(-S.D(40), True)), ("Balance brought forward", v.money(inv.prior_balance, True))]
    rows += [("Electricity charges this period (see below)", v.money(inv.net, True)), (v.L("tax") + " " + v.rate(inv.taxes[0].rate), v.money(inv.tax, True)), (v.L("new_charges"), v.money(inv.gross, True))]
    v.seen |= {"gross", "net", "tax"}
    for a, b in rows:
        y += 15
        d.t(d.left + 6, y, a, 9.5)
        d.t(d.left + 330, y, b, 9.5, align="r")
    y += 8
    d.c.rect(d.left, y, 336, 24, fill=d.accent)
    d.t(d.left + 6, y + 16, "Amount to pay", 11, bold=True, color=(1, 1, 1))
    d.t(d.left + 330, y + 16, v.money(inv.payable, True), 12, bold=True, align="r", color=(1, 1, 1))
    v.seen.add("payable")
    it = v.item("due")
    if it:
        d.t(d.left + 346, y + 16, f"{it[0]} {it[1]}", 9)
    slips.bars(d, d.right - 130, y - 90, 130, 66)
    y += 54
    keys = ["desc", "qtyunit", "price", "amount"]
    d.t(d.left, y - 8, "How we worked this out", 11.5, bold=True)
    rows = line_rows(v, inv, keys, below=lambda li, i: [li.shown] if li.shown else [])
    y = Table(d, cols(d, ["desc:*", "qtyunit:18", "price:16", "amount:16"]), heads(v, keys, qtyunit="Units used", price="Rate"), head="light", gap=5).draw(y, rows)
    d.t(d.left, d.c.h - 150, "- " * 75, 6, color=GREY)
    d.t(d.left, d.c.h - 128, "Bank giro credit", 11, bold=True)
    facts(d, d.left, d.c.h - 108, [(v.L("reference"), inv.customer_no or inv.number), ("Amount", v.money(inv.payable, True))], 8.5)
    d.stack(d.left + 250, d.c.h - 128, [x for x in bank_lines(v, inv)], 8)
    d.fit(d.left, d.c.h - 44, f"{', '.join(v.address('seller'))}. {v.seller_vat()} {v.reg()}", d.width, 6.5)


@held("ho-telecom-summary", backend="cairo", fonts=("lato", "sans"), langs=("en", "fr", "es", "it"), countries=("GB", "IE", "FR", "ES", "IT", "BE"), scene=S.telecom)
def telecom_summary(d, v, inv):
    """Telephone bill: first page only the sums and the slip, second page the charges."""
    d.c.rect(0, 0, d.c.w, 12, fill=d.accent)
    d.t(d.left, 60, v.name(), 20, bold=True)
    d.stack(d.left, 78, [", ".join(v.address("seller", name=False)), v.seller_vat()], 7.5)
    d.stack(330, 130, v.address("buyer"), 10.5)
    y = facts(d, d.left, 130, v.meta(("customer_no", "number", "date", "period")), 9, "below", width=180)
    y = max(y, 250) + 16
    d.t(d.left, y, v.title(), 22)
    half = len(inv.lines) // 2
    y += 20
    names = {"en": ("Subscriptions", "Usage"), "fr": ("Abonnements", "Consommations"), "es": ("Cuotas", "Consumos"), "it": ("Canoni", "Consumi")}[v.lang]
    for lab, part in zip(names, (inv.lines[:half], inv.lines[half:])):
        y += 18
        d.t(d.left, y, lab, 10)
        d.t(d.right, y, v.money(sum(li.net for li in part), False), 10, align="r")
        d.c.line(d.left, y + 5, d.right, y + 5, .3, GREY)
    y = sums_list(d, y + 6, v.totals(sums=False), d.left + d.width * .45, d.width * .55, 10, 1.8)
    it = v.item("due")
    y = d.para(d.left, y + 10, (f"{it[0]}: {it[1]}. " if it else "") + v.terms(), d.width * .8)
    ending(d, v, inv, y + 6)
    d.break_page()
    keys = ["desc", "qty", "price", "rate", "amount"]
    keys = [k for k in keys if k != "rate" or not inv.split]
    d.t(d.left, 70, {"en": "Your charges in detail", "fr": "Détail de vos communications", "es": "Detalle de su consumo", "it": "Dettaglio addebiti"}[v.lang], 13, bold=True)
    rows = []
    for lab, part in zip(names, (inv.lines[:half], inv.lines[half:])):
        rows += [Row("head", label=lab)] + line_rows(v, inv, keys, lines=part) + [Row("sum", label=f"{lab} {v.L('sum_lines').lower()}", amount=v.money(sum(li.net for li in part), False))]
    spec = ["desc:*", "qty:11", "price:15", "rate:10", "amount:16"]
    Table(d, cols(d, [s for s in spec if s.split(":")[0] in keys]), heads(v, keys), head="rule").draw(84, rows)


@held("ho-hotel-nights", fonts=("serif", "caladea"), pt=9.5, langs=("en", "fr", "de", "it"), countries=("GB", "IE", "FR", "BE", "LU", "DE", "AT", "CH", "IT"), scene=S.hotel)
def hotel_nights(d, v, inv):
    """Hotel folio: a date before every charge, name centred in italics, room and stay as facts, tax lines at the end."""
    mid = d.c.w / 2
    d.t(mid, 58, v.name(), 20, italic=True, align="c", color=d.accent)
    d.t(mid, 73, "  ~  ".join(v.address("seller", name=False)), 8, align="c")
    d.t(mid, 84, "  ~  ".join([inv.seller.phone, inv.seller.web, v.seller_vat()]), 8, align="c")
    d.stack(d.left, 130, v.address("buyer"), 10)
    room = {"en": ("Room", "Arrival", "Departure"), "fr": ("Chambre", "Arrivée", "Départ"), "de": ("Zimmer", "Anreise", "Abreise"), "it": ("Camera", "Arrivo", "Partenza")}[v.lang]
    from datetime import timedelta
    stay = [(room[0], str(v.r.randrange(101, 640))), (room[1], v.date(inv.issue - timedelta(days=3))), (room[2], v.date(inv.issue))]
    y = facts(d, d.right - 190, 128, v.meta(("number", "date", "due", "po", "preceding")) + stay, 9, label_w=84, width=190)
    y = max(y, 215) + 10
    d.t(d.left, y, v.title(), 15, bold=True)
    keys = ["date", "desc", "qty", "price", "amount"]
    rows = line_rows(v, inv, ["desc", "qty", "price", "amount"])
    for i, r in enumerate(rows):
        r.cells["date"] = v.date(inv.issue - timedelta(days=max(0, 3 - i)), "%d.%m." if v.lang == "de" else "%d/%m")
    y = Table(d, cols(d, ["date:10", "desc:*", "qty:9", "price:16", "amount:17"]), heads(v, keys), head="light", gap=7).draw(y + 10, rows)
    y = sums_list(d, d.room(y, 110), v.totals(), d.left + d.width * .5, d.width * .5, under=True)
    ending(d, v, inv, y + 10)


@held("ho-air-freight", fonts=("narrow", "dejacond"), pt=8.5, langs=("en",), countries=("NL", "SE", "FI", "GB", "IE", "NO"), scene=S.freight)
def air_freight(d, v, inv):
    """Forwarder: shipment facts in two blocks, charges with a code in front and basis x rate, currency per line."""
    d.t(d.right, 56, v.name(), 16, bold=True, align="r")
    d.stack(d.right - 180, 70, v.address("seller", name=False) + [v.seller_vat(), inv.seller.email], 7.5)
    d.t(d.left, 56, v.title().upper(), 18, bold=True, color=d.accent)
    y = facts(d, d.left, 80, v.meta(("number", "date", "due", "customer_no", "po", "our_order", "preceding")), 8.5, label_w=110, width=280)
    y = max(y, 150) + 8
    d.t(d.left, y, v.L("bill_to") + ":", 7.5)
    d.stack(d.left, y + 12, v.address("buyer"), 9, first_bold=True)
    ship = [("MAWB", f"{v.r.randrange(100, 999)}-{v.r.randrange(10**7, 10**8)}"), ("HAWB", f"AMS{v.r.randrange(10**5, 10**6)}"), ("From / To", v.r.choice(("AMS / JFK", "ARN / HKG", "LHR / DXB"))), ("Pieces", str(v.r.randrange(1, 14))), ("Gross weight", f"{v.r.randrange(40, 900)},5 kg"), ("Chargeable", f"{v.r.randrange(40, 900)} kg"), ("Incoterm", "FCA"), ("Goods value", f"USD {v.r.randrange(2000, 90000)}.00"), ("HS code", f"8483.{v.r.randrange(10, 90)}.{v.r.randrange(10, 90)}")]
    for i, (a, b) in enumerate(ship):
        d.t(d.left + 240 + (i % 3) * 84, y + (i // 3) * 22, a, 6.5, color=GREY)
        d.t(d.left + 240 + (i % 3) * 84, y + 10 + (i // 3) * 22, b, 8)
    y += 76
    keys = keys_of(v, inv, "item desc qty unit price rate amount")
    rows = line_rows(v, inv, keys)
    for r in rows:
        r.cells["cur"] = inv.currency
    v.seen.add("currency")
    spec = [s for s in ("item:10", "desc:*", "qty:10", "unit:7", "price:12", "cur:7", "rate:8", "amount:14") if s.split(":")[0] in keys + ["cur"]]
    y = Table(d, cols(d, spec, left=("desc", "item", "unit", "cur")), heads(v, keys, cur="Cur"), head="band", gap=2).draw(y, rows)
    y = sums_list(d, d.room(y + 4, 90), v.totals(), d.right - 210, 210, lead=1.45)
    y = ending(d, v, inv, y + 6)
    d.para(d.left, y + 4, "All business is transacted under the general conditions of forwarding agents. Complaints within 8 days.", d.width, 6)


@held("ho-progress-claim", fonts=("sans", "helv"), langs=("en",), countries=("GB", "IE", "AU", "CA"), scene=S.building)
def progress_claim(d, v, inv):
    """Builder's claim: contract sum, share done, claimed before and now per trade; retention below."""
    d.t(d.left, 54, v.name(), 14, bold=True)
    d.stack(d.left, 68, v.address("seller", name=False) + [v.seller_vat()], 8)
    d.t(d.right, 54, "PROGRESS CLAIM No. " + str(v.r.randrange(2, 9)), 12, bold=True, align="r")
    d.t(d.right, 70, v.title(), 10, align="r")
    y = facts(d, d.right - 215, 92, v.meta(("number", "date", "due", "po", "our_order", "customer_no")), 9, label_w=105, width=215)
    d.stack(d.left, 132, v.address("buyer"), 9.5)
    y = max(y, 190) + 12
    d.t(d.left, y, f"Project: {v.r.choice(('Extension to north wing', 'New depot, phase 2', 'Refurbishment of offices'))}", 9.5, bold=True)
    rows = []
    for i, li in enumerate(inv.lines):
        pct = v.r.choice((10, 15, 20, 25))
        contract = (li.net * 100 / pct).quantize(S.D("0.01"))
        before = (contract * v.r.choice((20, 35, 50)) / 100).quantize(S.D("0.01"))
        rows.append(Row("line", {"pos": str(i + 1), "desc": v.cell(li, "desc", i), "contract": v.num(contract), "done": f"{v.r.choice((45, 60, 75, 90))} %", "before": v.num(before), "amount": v.cell(li, "amount", i)}, net=li.net))
    own = {"contract": "Contract sum", "done": "Complete", "before": "Claimed to date", "amount": "This claim"}
    y = Table(d, cols(d, ["pos:5", "desc:*", "contract:16", "done:11", "before:17", "amount:16"]), {"pos": "", "desc": "Trade", **own}, head="rule", rule=.3).draw(y + 10, rows)
    y = sums_list(d, d.room(y + 2, 110), v.totals(), d.right - 260, 260, dots=True)
    ending(d, v, inv, y + 10)


@held("ho-saas-headline", backend="cairo", fonts=("lato", "deja"), langs=("en",), countries=("US",), scene=S.saas, dates=["%B %-d, %Y", "%b %-d, %Y"])
def saas_headline(d, v, inv):
    """Card processor look: amount and day as one sentence, service dates under each line, sums from the middle to the right."""
    d.t(d.left, 66, v.title(), 18, bold=True)
    d.t(d.right, 66, v.name(), 12, bold=True, align="r", color=GREY)
    y = facts(d, d.left, 92, v.meta(("number", "date", "due", "po")), 9, label_w=96, width=260, colon="")
    d.stack(d.left, y + 16, v.address("seller", country=True) + [inv.seller.email], 9, first_bold=True)
    d.t(d.left + 260, y + 16, v.L("bill_to"), 9, bold=True)
    d.stack(d.left + 260, y + 28, v.address("buyer"), 9)
    y += 110
    it = v.item("due")
    v.cur, v.seen = "sym", v.seen | {"payable"}
    d.t(d.left, y, v.money(inv.payable, True) + " " + inv.currency + (f" due {it[1]}" if it else " due"), 17, bold=True)
    keys = ["desc", "qty", "price", "amount"]
    span = f"{v.date(inv.period[0])} – {v.date(inv.period[1])}"
    y = Table(d, cols(d, ["desc:*", "qty:10", "price:16", "amount:17"]), heads(v, keys), head="light", gap=9).draw(y + 26, line_rows(v, inv, keys, below=lambda li, i: [span]))
    y = sums_list(d, d.room(y + 4, 110), v.totals(), d.left + d.width * .5, d.width * .5, lead=1.9)
    ending(d, v, inv, y + 20)
    foot(d, f"{inv.number} · {v.money(inv.payable, True)}" + (f" due {it[1]}" if it else ""))


@held("ho-garage", fonts=("sans", "carlito", "helv"), langs=tuple(S.WORKSHOP), countries=("GB", "IE", "DE", "AT", "NL", "SE", "CZ"), scene=S.workshop)
def garage(d, v, inv):
    """Car workshop: vehicle facts, labour and parts as sections, each with its own sum, grand total after."""
    d.c.rect(d.left, 40, d.width, 3, fill=d.accent)
    d.t(d.left, 62, v.name(), 15, bold=True)
    d.t(d.right, 62, " / ".join(v.address("seller", name=False)), 8, align="r")
    d.t(d.right, 73, f"{inv.seller.phone}   {v.seller_vat()}", 8, align="r")
    d.stack(d.left, 108, v.address("buyer"), 10)
    y = facts(d, d.right - 190, 108, v.meta(("number", "date", "due", "customer_no", "po", "preceding")), 9, label_w=92, width=190)
    lab = {"en": ("Registration", "Mileage", "VIN"), "de": ("Kennzeichen", "km-Stand", "FIN"), "nl": ("Kenteken", "Km-stand", "Chassisnr."), "sv": ("Reg.nr", "Mätarställning", "Chassinr"), "cs": ("SPZ", "Stav km", "VIN")}[v.lang]
    vals = (f"{v.r.choice('ABKM')}{v.r.choice('XTR')} {v.r.randrange(100, 999)} {v.r.choice('CDE')}", f"{v.r.randrange(12000, 180000)}", "WVW" + "".join(v.r.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(14)))
    y = max(y, 180) + 4
    d.c.rect(d.left, y, d.width, 17, fill=(.93, .93, .93))
    d.t(d.left + 6, y + 12, "     ".join(f"{a}: {b}" for a, b in zip(lab, vals)), 8.5)
    d.t(d.left, y + 40, v.title(), 14, bold=True)
    _, _, work, parts = S.WORKSHOP[v.lang]
    keys = keys_of(v, inv, "item desc qtyunit price disc amount")
    rows = []
    for lab, part in ((work, [li for li in inv.lines if li.unit == "HUR"]), (parts, [li for li in inv.lines if li.unit != "HUR"])):
        if part:
            rows += [Row("head", label=lab)] + line_rows(v, inv, keys, lines=part) + [Row("sum", label=f"{v.L('sum_lines')} {lab}", amount=v.money(sum(li.net for li in part), False))]
    spec = [s for s in ("item:13", "desc:*", "qtyunit:14", "price:13", "disc:9", "amount:15") if s.split(":")[0] in keys]
    y = Table(d, cols(d, spec), heads(v, keys), head="rule", gap=3).draw(y + 52, rows)
    y = sums_list(d, d.room(y + 8, 90), v.totals(), d.right - 230, 230)
    ending(d, v, inv, y + 8)


@held("ho-doctor", fonts=("serif", "sans"), langs=("de",), countries=("DE",), scene=S.medical, dates=["%d.%m.%Y", "%-d. %B %Y"])
def doctor(d, v, inv):
    """Private doctor's bill: day, number of the fee schedule, service, factor, amount; no quantity, no tax."""
    d.t(d.left, 56, v.name(), 14, bold=True)
    d.stack(d.left, 70, v.address("seller", name=False) + [inv.seller.phone], 8.5)
    d.stack(d.left, 140, v.address("buyer"), 10.5)
    y = facts(d, d.right - 180, 140, v.meta(("number", "date", "due")), 9.5, label_w=95, width=180)
    d.t(d.left, 232, "Liquidation", 13, bold=True)
    v.seen.add("type")
    y = d.para(d.left, 250, f"Für ärztliche Leistungen erlaube ich mir zu berechnen (Diagnose: {v.r.choice(('Hypertonie', 'Lumbago', 'Gastritis'))}):", d.width)
    from datetime import timedelta
    rows = line_rows(v, inv, ["item", "desc", "amount"])
    for i, r in enumerate(rows):
        r.cells["date"] = v.date(inv.issue - timedelta(days=20 - i // 2 * 3), "%d.%m.%y") if i % 2 == 0 else ""
        r.cells["factor"] = v.r.choice(("1,0", "1,8", "2,3"))
    y = Table(d, cols(d, ["date:13", "item:10", "desc:*", "factor:10", "amount:16"]), {"date": "Datum", "item": "GOÄ", "desc": "Leistung", "factor": "Faktor", "amount": f"Betrag {inv.currency}"}, head="light").draw(y + 4, rows)
    v.seen |= {"gross", "payable", "currency"}
    d.c.line(d.right - 170, y + 3, d.right, y + 3, .7)
    d.t(d.right - 170, y + 16, v.r.choice(("Rechnungsbetrag", "Summe", "Gesamtsumme")), d.size, bold=True)
    d.t(d.right, y + 16, v.money(inv.gross, False), d.size, bold=True, align="r")
    y = ending(d, v, inv, y + 46)


@held("ho-solicitor", fonts=("serif", "caladea", "dejaserif"), pt=10, langs=("en",), countries=("GB", "IE", "US", "AU"), scene=S.law)
def solicitor(d, v, inv):
    """A lawyer's account as a letter in prose; the narrative holds hours and sums, no table."""
    d.t(d.c.w / 2, 60, v.name(), 18, align="c")
    d.t(d.c.w / 2, 76, "  |  ".join(v.address("seller", name=False)), 8.5, align="c")
    n, t = v.item("number"), v.item("date")
    d.stack(d.left, 120, v.address("buyer"), d.size)
    d.stack(d.right - 190, 120, [t[1], f"{n[0]}: {n[1]}"] + [f"{a}: {b}" for a, b in v.meta(("our_order", "po"))], d.size)
    y = d.para(d.left, 208, "Dear Sir or Madam,", d.width)
    d.t(d.left, y + 6, v.title().upper(), d.size, bold=True)
    y = d.para(d.left, y + 26, "For professional services rendered in the above matter, including:", d.width)
    for i, li in enumerate(inv.lines):
        v.cells |= {"desc", "qty", "price", "amount"}
        s = f"{li.name}, {v.cell(li, 'qty', i)} hours at {v.money(li.price, True)}"
        yy = d.para(d.left + 16, y + 6, s, d.width - 110)
        d.t(d.right, yy - d.size * 1.3, v.money(li.net), d.size, align="r")
        y = yy
    y = sums_list(d, y + 6, v.totals(), d.left + d.width * .42, d.width * .58)
    it = v.item("due")
    y = d.para(d.left, y + 10, (f"We should be grateful for payment by {it[1]}. " if it else "") + v.terms(), d.width)
    y = d.para(d.left, y + 4, f"Payment may be made to {', '.join(bank_lines(v, inv))}.", d.width, d.size - 1)
    d.stack(d.left, y + 16, ["Yours faithfully,", "", inv.seller.name], d.size)
    d.fit(d.left, d.c.h - 50, " · ".join(x for x in (v.seller_vat(), v.reg()) if x), d.width, 7)
