"""Fresh layouts of countries: what their numbers, dates, taxes and forms look like there."""
from . import fresh_parts as P
from . import holdout_scenes as S
from . import slips
from .flow import GREY
from .layouts_fresh import LETTER, NARROW, fresh, style


@fresh("fr-us-statement", size=LETTER, fonts=("sans", "carlito"), countries=("US",), dates=["%b %-d, %Y", "%m/%d/%y", "%m-%d-%Y"])
def us_statement(d, v, inv):
    """Sales tax, bill to and ship to, CR behind what is credited, remittance cut off below."""
    style(v, cur="sym", neg="cr")
    d.t(d.left, 52, v.name(), 15, bold=True)
    d.stack(d.left, 66, v.address("seller", name=False) + [inv.seller.phone, inv.seller.web], 8.5)
    d.t(d.right, 54, v.title().upper(), 20, bold=True, align="r")
    P.shaded(d, v.meta(("date", "number", "customer_no", "po", "due", "preceding")), d.right - 210, 68, 210)
    for i, (lab, p) in enumerate((("BILL TO", "buyer"), ("SHIP TO", "ship_to" if inv.ship_to else "buyer"))):
        d.t(d.left + i * 170, 190, lab, 8, bold=True)
        d.stack(d.left + i * 170, 202, v.address(p), 9)
    y = P.items(d, v, inv, 262, "qty:8 item:12 desc:* price:13 disc:8 amount:15", "dark", band=(.96, .96, .96))
    y = P.sums_colon(d, v, y + 4, v.totals(), d.right - 240, 240)
    P.closing(d, v, inv, y)
    slips.remittance(d, v, inv, d.c.h - 130)


@fresh("fr-canada-two-taxes", backend="cairo", size=LETTER, fonts=("lato", "sans"), countries=("CA",), langs=("en", "fr"), dates=["%Y-%m-%d", "%d-%b-%Y"])
def canada(d, v, inv):
    """GST and QST or PST with their registration numbers, amounts behind 'CAD'."""
    style(v, cur="code", before=True)
    y = P.seller_centre(d, v, inv, 54)
    d.t(d.left, y + 6, v.title(), 18, bold=True)
    y = P.two_parties(d, v, inv, y + 20)
    y = P.strip(d, v.meta(("number", "date", "due", "po", "customer_no")), y)
    y = P.items(d, v, inv, y, "desc:* qtyunit:14 price:14 disc:8 amount:18", "rule", rule=.2)
    y = P.sums_shaded(d, v, y + 6, v.totals(), d.right - 270, 270)
    P.closing(d, v, inv, y)


@fresh("fr-india-lakh", fonts=("deja", "sans"), pt=8, countries=("IN",), langs=("en",), dates=["%d-%b-%Y", "%d/%m/%Y", "%d-%m-%y"])
def india(d, v, inv):
    """Ruled form with grouping by lakh, tax heads below, amount in words, place of supply, PAN."""
    style(v, cur="none")
    d.t(d.c.w / 2, 44, "TAX INVOICE" if inv.type == "invoice" else "CREDIT NOTE", 12, bold=True, align="c")
    v.seen.add("type")
    d.c.rect(d.left, 54, d.width, 84, stroke=GREY)
    d.stack(d.left + 5, 67, v.address("seller") + [v.seller_vat(), f"PAN: {inv.seller.vat_id[2:12]}", inv.seller.email], 8, first_bold=True)
    P.leaders(d, v.meta(P.SHORT), d.left + d.width * .55, 67, d.width * .43, 8)
    y = P.buyer_box(d, v, inv, 144, w=d.width)
    d.t(d.left, y + 6, f"Place of supply: {inv.buyer.region or inv.buyer.city}", 8)
    code = ("hsn", "HSN/SAC", lambda li, i: str(8400 + sum(map(ord, li.name)) % 1500))
    y = P.items(d, v, inv, y + 14, "pos:5 desc:* hsn:10 qty:8 unit:7 price:13 disc:7 amount:16", "band", rule=.3, extra=code)
    y = P.sums_shaded(d, v, y, v.totals(), d.right - 230, 230)
    d.para(d.left, y, "Amount chargeable (in words): INR " + "Rupees only, as above", d.width, 8)
    P.closing(d, v, inv, y + 16)


@fresh("fr-australia", backend="cairo", fonts=("sans", "lato"), countries=("AU",), langs=("en",), dates=["%-d %B %Y", "%d/%m/%y"])
def australia(d, v, inv):
    """Tax invoice with the ABN in the title block, GST included shown per line, credits in parentheses."""
    style(v, cur="sym", neg="paren")
    P.summary(d, v, inv, d.right - 210, 44, 210)
    d.t(d.left, 60, v.title() if inv.type == "invoice" else v.title().upper(), 19, bold=True)
    d.stack(d.left, 78, v.address("seller") + [v.seller_vat(), inv.seller.phone], 9, first_bold=True)
    y = P.buyer_box(d, v, inv, 160)
    y = P.piped(d, v.meta(("customer_no", "po", "our_order", "delivery_date", "preceding")), y + 10)
    y = P.items(d, v, inv, y, "desc:* qty:9 price:14 disc:8 taxamt:12 amount:16", "light", own={"taxamt": "GST"}, gap=6)
    y = P.sums_colon(d, v, y, v.totals(), d.right - 230, 230)
    P.closing(d, v, inv, y)


@fresh("fr-swiss", fonts=("helv", "sans"), countries=("CH",), dates=["%d. %B %Y", "%-d.%-m.%Y", "%d.%m.%y"], bottom=120)
def swiss(d, v, inv):
    """Apostrophes, CHF before amounts, facts as leaders, the tax number in the foot."""
    style(v, group="’", point=".", cur="code", before=True)
    y = P.window(d, v, inv, 96)
    d.stack(d.right - 150, 56, v.address("seller") + [inv.seller.phone], 8.5, first_bold=True)
    d.t(d.left, y + 20, v.title(), 16, bold=True)
    y = P.leaders(d, v.meta(P.FACTS), d.left, y + 40, 270)
    y = P.items(d, v, inv, y, "pos:5 desc:* qty:10 unit:8 price:14 disc:8 rate:8 amount:15", "light")
    y = P.sums_colon(d, v, y, v.totals(), d.right - 250, 250)
    P.closing(d, v, inv, y)
    P.pages(d, v, f"{v.name()}, {v.seller_vat()}")


@fresh("fr-japan", backend="cairo", fonts=("deja", "sans"), countries=("JP",), langs=("en",), dates=["%Y.%m.%d", "%Y/%m/%d", "%-d %b %Y"])
def japan(d, v, inv):
    """Buyer first and large, amount under the title, consumption tax per rate, yen without decimals."""
    style(v, cur="sym", before=True)
    d.t(d.c.w / 2, 52, v.title(), 18, align="c", bold=True)
    d.t(d.left, 88, v.name("buyer"), 13)
    d.c.line(d.left, 93, d.left + 250, 93, .8)
    d.stack(d.left, 106, v.address("buyer", name=False), 8.5)
    d.stack(d.right - 190, 88, v.address("seller") + [inv.seller.phone, v.seller_vat()], 8.5)
    y = P.pay_first(d, v, inv, 158, d.left, 250)
    y = P.strip(d, v.meta(("number", "date", "due", "po", "preceding")), y)
    y = P.items(d, v, inv, y, "pos:5 desc:* qty:10 unit:9 price:15 disc:8 rate:8 amount:17", "dark", rule=.3)
    d.tax_table(d.right - 260, d.room(y + 8, 80), 260)
    P.closing(d, v, inv, y + 80)


@fresh("fr-norway-finland", fonts=("carlito", "sans"), countries=("NO", "FI", "SE", "DK"), dates=["%d.%m.%Y", "%Y-%m-%d"])
def north(d, v, inv):
    """Narrow spaces as separators, reference and account in a strip above the items."""
    style(v, group=NARROW, point=",")
    d.t(d.left, 54, v.title(), 20)
    P.seller_right(d, v, inv, 50)
    d.stack(d.left, 100, v.address("buyer"), 10)
    bank = v.bank_rows(inv.seller.banks[0])[1:3] + ([(v.L("reference"), inv.reference)] if inv.reference else [])
    y = P.strip(d, bank, 166, fill=P.SHADE)
    y = P.leaders(d, v.meta(P.FACTS), d.left, y + 4, 260)
    y = P.items(d, v, inv, y + 4, "item:13 desc:* qty:9 unit:7 price:14 disc:8 rate:8 amount:15", "rule")
    y = P.sums_colon(d, v, y, v.totals(total_tax=False), d.right - 240, 240)
    P.closing(d, v, inv, y, bank=False)


@fresh("fr-iberia", fonts=("dejacond", "narrow"), countries=("ES", "PT"), pt=8.5)
def iberia(d, v, inv):
    """Long table over pages with carried sums, tax table in a strip at the foot, facts piped."""
    P.seller_centre(d, v, inv, 48)
    d.stack(d.right - 210, 104, v.address("buyer") + P.your_vat(v), 9)
    d.t(d.left, 112, v.title(), 15, bold=True)
    y = P.leaders(d, v.meta(P.SHORT), d.left, 130, 230)
    y = P.items(d, v, inv, max(y, 186), "item:11 desc:* qty:9 price:13 disc:8 rate:8 amount:15", "rule", carry=True, gap=2)
    y = d.tax_table(d.left, d.room(y + 8, 120), 260)
    y = P.sums_strip(d, v, y + 6, v.totals())
    P.closing(d, v, inv, y)
    P.pages(d, v, v.reg())


@fresh("fr-italy-hours", fonts=("serif", "caladea"), countries=("IT", "CH"), langs=("it",))
def italy(d, v, inv):
    """Days per line, facts in a grid, sums as a column under the table with their captions right of them."""
    d.t(d.left, 54, v.name(), 16, bold=True)
    d.stack(d.left, 68, v.address("seller", name=False) + [v.seller_vat(), v.reg()], 8)
    P.buyer_box(d, v, inv, 50, x=d.right - 240, w=240)
    d.t(d.left, 142, v.title(), 14, bold=True)
    y = P.four_columns(d, v.meta(P.FACTS), d.left, 152, d.width)
    y = P.items(d, v, inv, y, "date:9 desc:* unit:7 qty:9 price:13 disc:8 rate:8 amount:15", "band", rule=.3, extra=P.dated(v, inv))
    y = d.room(y + 14, 90)
    for k, lab, val in v.totals():
        d.t(d.left + 90, y, val, 9.5, bold=k in ("gross", "payable"), align="r")
        d.t(d.left + 98, y, lab, 8.5, color=GREY)
        y += 14
    P.closing(d, v, inv, y + 4)


@fresh("fr-poland", backend="cairo", fonts=("deja", "dejacond"), countries=("PL",), pt=8)
def poland(d, v, inv):
    """Place and date at the top right, parties side by side, sums by rate, words, two signatures."""
    it = v.item("date")
    d.t(d.right, 50, f"{inv.seller.city}, {it[0].lower()}: {it[1]}", 8.5, align="r")
    d.t(d.left, 76, f"{v.title()}", 15, bold=True)
    y = P.piped(d, v.meta(("number", "delivery_date", "due", "po", "preceding")), 92)
    y = P.two_parties(d, v, inv, y)
    y = P.items(d, v, inv, y, "pos:4 desc:* qty:8 unit:6 price:12 disc:7 amount:13 rate:7 taxamt:11 gross:13", "band", rule=.4, gap=3)
    y = d.tax_table(d.right - 300, d.room(y + 6, 120), 300, box=True)
    y = P.sums_colon(d, v, y, v.totals(total_tax=True), d.right - 300, 300)
    y = P.in_words(d, v, inv, y)
    y = P.closing(d, v, inv, y)


@fresh("fr-benelux-debit", fonts=("lato", "carlito"), countries=("BE", "NL", "LU"))
def benelux(d, v, inv):
    """Colour band, facts shaded at the left of the buyer, structured message in a box, sums at the left."""
    style(v, cur="sym", before=True)
    y = P.seller_band(d, v, inv, 40)
    d.stack(d.right - 200, y + 12, v.address("buyer") + P.your_vat(v), 9.5)
    y = P.shaded(d, v.meta(P.SHORT), d.left, y, 250)
    y = P.items(d, v, inv, y, "desc:* qty:9 unit:8 price:14 disc:8 rate:8 amount:16", "light", gap=5)
    y = P.sums_shaded(d, v, y + 4, v.totals(), d.left, 260)
    if inv.reference:
        d.c.rect(d.left, y, 260, 20, stroke=d.accent)
        d.t(d.left + 6, y + 14, f"{v.L('reference')}  {inv.reference}", 10)
        y += 32
    P.closing(d, v, inv, y)


@fresh("fr-britain-plain", fonts=("times", "helv"), countries=("GB", "IE"), langs=("en",), dates=["%d %B %Y", "%d.%m.%y", "%d-%b-%y"])
def britain(d, v, inv):
    """No rules at all: buyer above the seller's small print, hours with days, trailing minus."""
    style(v, neg="trail", cur="none")
    d.stack(d.left, 60, v.address("buyer"), 10)
    d.t(d.right, 60, v.title(), 14, align="r")
    y = P.value_first(d, v.meta(P.SHORT), d.right - 200, 80, 200, 8.5)
    y = P.items(d, v, inv, max(y, 150), "date:9 desc:* qty:9 price:14 disc:8 rate:8 amount:15", "none", extra=P.dated(v, inv), gap=7)
    y = P.sums_colon(d, v, y + 6, v.totals(), d.right - 230, 230)
    y = P.closing(d, v, inv, y + 6)
    d.para(d.left, d.c.h - 60, ", ".join(v.address("seller") + [v.seller_vat(), v.reg(), inv.seller.email]), d.width, 7.5)


@fresh("fr-many-items", backend="cairo", fonts=("narrow", "dejacond"), pt=7.5, scene=S.many(40, 75), bottom=70)
def many_items(d, v, inv):
    """Several pages of small rows with two codes each, sums on the last page in a strip."""
    d.t(d.left, 46, v.name(), 11, bold=True)
    d.fit(d.left, 58, ", ".join(v.address("seller", name=False) + [v.seller_vat(), inv.seller.phone]), d.width, 7.5)
    y = P.buyer_box(d, v, inv, 70, w=220)
    P.shaded(d, v.meta(P.SHORT), d.right - 220, 70, 220, 7.5)
    d.t(d.left, max(y, 160) + 10, v.title(), 13, bold=True)
    ean = ("ean", "EAN", lambda li, i: f"40{(sum(map(ord, li.name)) * 7919 + i * 104729) % 10**11:011d}")
    y = P.items(d, v, inv, max(y, 160) + 16, "pos:4 ean:13 item:10 desc:* qty:7 unit:6 price:10 disc:6 rate:6 amount:12", "band", extra=ean, gap=1.5, carry=v.r.random() < .5)
    y = P.sums_strip(d, v, y + 10, v.totals())
    P.closing(d, v, inv, y)
    P.pages(d, v, inv.number)
