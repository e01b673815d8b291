"""Fresh layouts, put together from parts: none of their geometry, wordings or number forms is in any other split, and no weights are fitted to them."""
from functools import partial

from . import fresh_parts as P
from . import holdout_scenes as S
from .fresh_words import W
from .layouts import layout
from .pdfcanvas import LETTER

fresh = partial(layout, split="fresh", words=W, scene=S.plain)
THIN, NARROW = "\u2009", "\u202f"


def style(v, group=None, point=None, cur=None, before=None, neg=None):
    """Number conventions of a layout, where they are not those of the language."""
    v.group = v.group if group is None else group
    v.point = v.point if point is None else point
    v.cur = v.cur if cur is None else cur
    v.cur_before = v.cur_before if before is None else before
    if v.inv.type == "credit_note" and neg is not None:
        v.neg = neg


@fresh("fr-value-first", fonts=("sans", "carlito"), dates=["%-d. %B %Y", "%d.%m.%Y"], langs=("de", "da", "cs", "en", "sv"))
def value_first_(d, v, inv):
    """Values stand left of their labels; seller at the right; plain table; sums as 'label: amount'."""
    P.seller_right(d, v, inv, 50)
    y = P.window(d, v, inv)
    d.t(d.left, y + 22, v.title(), 17, bold=True)
    y = P.value_first(d, v.meta(P.FACTS), d.left, y + 42, 260)
    y = P.items(d, v, inv, y + 8, "pos:5 desc:* qty:10 unit:8 price:14 disc:8 amount:16", "light", gap=5)
    y = P.sums_colon(d, v, y + 4, v.totals(), d.right - 260, 260)
    P.closing(d, v, inv, y + 8)
    P.pages(d, v, v.reg())


@fresh("fr-shaded-facts", backend="cairo", fonts=("deja", "lato"), dates=["%d %b %Y", "%Y-%m-%d"])
def shaded_facts(d, v, inv):
    """Labels in a shaded column at the right, buyer in a box at the left, rates per line, shaded sums."""
    d.t(d.left, 56, v.name(), 15, bold=True, color=d.accent)
    d.stack(d.left, 69, v.address("seller", name=False) + [f"{v.L('phone')} {inv.seller.phone}"], 8)
    d.t(d.right, 60, v.title(), 18, align="r")
    y = P.shaded(d, v.meta(P.SHORT), d.right - 230, 112, 230)
    y = max(y, P.buyer_box(d, v, inv, 112, w=240)) + 8
    y = P.items(d, v, inv, y, "item:12 desc:* qty:9 price:13 disc:8 rate:8 amount:14", "band", rule=.3)
    y = P.sums_shaded(d, v, y + 6, v.totals(), d.right - 250, 250)
    P.closing(d, v, inv, y)
    P.pages(d, v, v.seller_vat())


@fresh("fr-grid-facts", fonts=("serif", "times"), langs=("pl", "cs", "it", "es", "pt"))
def grid_facts(d, v, inv):
    """Two parties under headings, facts in a grid of four columns, net, tax and gross per line."""
    d.t(d.left, 52, f"{v.title()}  {inv.number}", 15, bold=True)
    y = P.two_parties(d, v, inv, 70)
    y = P.four_columns(d, v.meta(P.FACTS), d.left, y, d.width)
    y = P.items(d, v, inv, y, "pos:4 desc:* unit:6 qty:8 price:11 disc:7 amount:12 rate:7 taxamt:10 gross:12", "band", rule=.3, size=7.8)
    d.tax_table(d.left, d.room(y + 10, 90), 250)
    y = P.sums_colon(d, v, y + 6, v.totals(total_tax=True), d.right - 230, 230)
    y = P.in_words(d, v, inv, y)
    P.closing(d, v, inv, y)


@fresh("fr-summary-top", backend="cairo", fonts=("lato", "sans"), dates=["%B %-d, %Y", "%d/%m/%Y"])
def summary_top(d, v, inv):
    """What to pay in a box at the top right; earlier account below it; sums as a list at the left."""
    y = P.seller_band(d, v, inv, 40)
    P.summary(d, v, inv, d.right - 220, y + 8, 220)
    d.stack(d.left, y + 22, v.address("buyer"), 10)
    y = P.old_balance(d, v, inv, y + 112)
    y = P.leaders(d, v.meta(("customer_no", "po", "period", "delivery_date", "preceding")), d.left, y + 6, 260)
    y = P.items(d, v, inv, y + 6, "desc:* qtyunit:15 price:15 disc:8 rate:9 amount:16", "light", gap=6)
    y = P.sums_colon(d, v, y, v.totals(), d.left, 240)
    P.closing(d, v, inv, y)
    P.pages(d, v, v.name())


@fresh("fr-sums-strip", fonts=("sans", "narrow"), langs=("fr", "nl", "de", "it"))
def sums_strip_(d, v, inv):
    """Facts and sums as strips over the whole width, the ones above, the others below the items."""
    y = P.seller_centre(d, v, inv, 52)
    d.t(d.left, y + 4, v.title(), 15, bold=True)
    y = P.buyer_box(d, v, inv, y - 8, x=d.right - 220, w=220)
    y = P.strip(d, v.meta(("number", "date", "due", "customer_no", "po")), y + 4, fill=P.SHADE)
    y = P.items(d, v, inv, y, "item:13 desc:* qty:9 unit:8 price:13 disc:8 rate:8 amount:14", "rule")
    y = P.sums_strip(d, v, y + 12, v.totals())
    P.closing(d, v, inv, y)
    P.pages(d, v, " - ".join(v.contact_bits()))


@fresh("fr-slip", backend="cairo", fonts=("sans", "carlito"), langs=("sv", "da", "nl", "fr"), bottom=160)
def slip(d, v, inv):
    """Facts with the label below; payment slip cut off at the foot; amount in the slip again."""
    d.t(d.left, 54, v.name(), 14, bold=True)
    d.stack(d.left, 68, v.address("seller", name=False) + [v.seller_vat()], 8)
    d.t(d.right, 54, v.title(), 20, align="r", color=d.accent)
    d.stack(d.right - 200, 96, v.address("buyer"), 10)
    y = P.strip(d, v.meta(("number", "date", "due", "customer_no", "po")), 168, below=True)
    y = P.piped(d, v.meta(("our_order", "delivery_note", "delivery_date", "contact", "preceding")), y) + 4
    y = P.items(d, v, inv, y, "item:12 desc:* qty:9 unit:7 price:13 disc:8 amount:15", "rule", gap=3)
    y = P.sums_colon(d, v, y + 4, v.totals(), d.right - 240, 240)
    P.closing(d, v, inv, y, bank=False)
    P.pay_slip(d, v, inv)


@fresh("fr-sections", fonts=("helv", "sans"), pt=8.5)
def sections(d, v, inv):
    """Items under headings with sub-totals, long texts below each item, long page."""
    P.seller_right(d, v, inv, 46)
    d.stack(d.left, 60, v.address("buyer"), 9.5)
    d.t(d.left, 136, v.title(), 16, bold=True)
    y = P.leaders(d, v.meta(P.FACTS), d.left, 156, 280)
    more = v.L("thanks") + " " + v.L("delivery_note") + f" {d.r.randrange(10**5, 10**6)}"
    y = P.items(d, v, inv, y + 4, "pos:5 desc:* qty:9 unit:7 price:13 disc:8 amount:15", "rule", sections=True, below=lambda li, i: [more] if i % 2 else [])
    y = P.sums_colon(d, v, d.room(y + 4, 90), v.totals(), d.right - 260, 260)
    P.closing(d, v, inv, y)
    P.pages(d, v, inv.number)


@fresh("fr-pay-first", backend="cairo", fonts=("carlito", "deja"))
def pay_first_(d, v, inv):
    """No heading over the facts, amount to pay first and its parts below, three parties in a row."""
    d.t(d.right, 56, v.title(), 22, bold=True, align="r", color=d.accent)
    d.t(d.left, 56, v.name(), 12, bold=True)
    y = P.two_parties(d, v, inv, 78, third=True)
    y = P.strip(d, v.meta(("number", "date", "due", "po")), y + 4)
    y = P.items(d, v, inv, y, "desc:* qty:10 price:15 disc:8 rate:9 amount:16", "dark", band=(.96, .97, .98))
    y = P.pay_first(d, v, inv, y + 10, d.right - 240, 240)
    P.closing(d, v, inv, y)
    P.stamp(d, v)


@fresh("fr-sentence-head", fonts=("times", "serif"), langs=("de", "en", "fr", "it", "es"), pt=10)
def sentence_head(d, v, inv):
    """A letter: number and date in the title line, facts in running text, sums without lines."""
    d.t(d.left, 50, v.name(), 13, italic=True)
    y = P.window(d, v, inv, 110)
    of = {"de": "vom", "en": "dated", "fr": "du", "it": "del", "es": "de fecha"}[v.lang]
    nr = {"de": "Nr.", "en": "No.", "fr": "n°", "it": "n.", "es": "n.º"}[v.lang]
    a, b = v.item("number"), v.item("date")
    d.t(d.left, y + 40, f"{v.title()} {nr} {a[1]} {of} {b[1]}", 13, bold=True)
    y = P.piped(d, v.meta(("due", "customer_no", "po", "delivery_date", "period", "contact", "preceding")), y + 58)
    y = P.items(d, v, inv, y + 4, "desc:* qty:10 unit:9 price:14 disc:8 amount:16", "light", gap=4)
    y = P.sums_colon(d, v, y, v.totals(), d.right - 270, 270)
    P.closing(d, v, inv, y)
    P.pages(d, v, ", ".join(v.address("seller") + [v.seller_vat()]))


@fresh("fr-two-rows-an-item", fonts=("mono", "dejamono"), pt=8)
def two_rows(d, v, inv):
    """Fixed width; article number and order position above each text, numbers on its last row."""
    d.t(d.left, 50, v.name(), 11, bold=True)
    d.stack(d.left, 62, v.address("seller", name=False) + [v.seller_vat(), inv.seller.phone], 8)
    d.t(d.left + d.width * .55, 50, v.title().upper(), 12, bold=True)
    P.leaders(d, v.meta(P.SHORT), d.left + d.width * .55, 68, d.width * .45, 8)
    d.t(d.left, 142, v.L("bill_to"), 8)
    d.stack(d.left, 154, v.address("buyer"), 8.5)
    y = P.items(d, v, inv, 220, "pos:6 desc:* qty:11 price:15 disc:9 amount:17", "rule", above=lambda li, i: [f"{v.L('item')} {li.item_id}   {v.L('po')} {4500000 + i * 10}"] if li.item_id else [], numbers="last")
    y = P.sums_colon(d, v, y + 4, v.totals(), d.right - 300, 300, 8)
    P.closing(d, v, inv, y)


@fresh("fr-direct-debit", fonts=("lato", "sans"), langs=("de", "nl", "fr", "es", "it", "en"))
def direct_debit(d, v, inv):
    """The amount is collected: the customer's account is printed, the seller's stands in the small print."""
    P.seller_right(d, v, inv, 50)
    d.stack(d.left, 120, v.address("buyer") + P.your_vat(v), 10)
    d.t(d.left, 206, v.title(), 18, bold=True, color=d.accent)
    y = P.shaded(d, v.meta(("number", "date", "customer_no", "period", "due", "preceding")), d.left, 216, 280)
    y = P.items(d, v, inv, y, "desc:* qtyunit:16 price:16 disc:8 amount:17", "dark", rule=.3)
    y = P.sums_shaded(d, v, y + 4, v.totals(), d.left + d.width * .45, d.width * .55)
    P.mandate(d, v, inv, y)
    P.pages(d, v, "   ".join([v.name(), v.seller_vat()] + [f"{a} {b}" for a, b in v.bank_rows(inv.seller.banks[0])]))


@fresh("fr-discount-columns", fonts=("sans", "dejacond"), pt=8, scene=S.hundred, langs=("de", "nl", "it", "fr", "cs"))
def discount_columns(d, v, inv):
    """Prices per hundred with four decimals, gross line value, discount in percent and the net value."""
    style(v, group=THIN if v.point == "," else None)
    y = P.seller_band(d, v, inv, 40)
    d.stack(d.left, y + 8, v.address("buyer"), 9.5)
    y = P.four_columns(d, v.meta(P.FACTS), d.right - 300, y, 300, 7.5)
    per = ("per", {"de": "je", "nl": "per", "it": "per", "fr": "par", "cs": "za"}[v.lang], lambda li, i: str(li.base_qty.normalize()) if li.base_qty == 1 else "100")
    y = P.items(d, v, inv, max(y, 190), "item:11 desc:* qty:8 unit:6 price:11 per:6 disc:8 amount:13", "rule", extra=per, gap=3)
    y = P.sums_strip(d, v, y + 10, v.totals())
    P.closing(d, v, inv, y)
    P.pages(d, v, v.reg())
