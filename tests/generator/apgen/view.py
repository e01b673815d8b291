"""How one document words and prints its values; remembers which of them a layout really printed."""
import random
from decimal import Decimal as D

from . import countries as C
from . import goods, ids, lang

SYMBOL = {"EUR": "€", "USD": "$", "GBP": "£", "CHF": "CHF", "SEK": "kr", "DKK": "kr.", "PLN": "zł", "CZK": "Kč", "NOK": "kr", "CAD": "$", "AUD": "$", "INR": "Rs.", "JPY": "¥"}
NB = "\u00a0"
SEPS = {"en": [",."], "de": [".,"], "fr": [NB + ","], "es": [".,"], "it": [".,"], "nl": [".,"], "pl": [NB + ","], "pt": [".,", NB + ","], "sv": [NB + ","], "da": [".,"], "cs": [NB + ","]}
DATES = {"en": ["%d/%m/%Y", "%-d %B %Y", "%d %b %Y", "%d-%m-%Y", "%d/%m/%y"], "US": ["%m/%d/%Y", "%b %-d, %Y", "%B %-d, %Y", "%m/%d/%y", "%Y-%m-%d"], "CA": ["%Y-%m-%d", "%B %-d, %Y", "%m/%d/%Y"],
         "de": ["%d.%m.%Y", "%d.%m.%Y", "%-d. %B %Y", "%d.%m.%y", "%-d.%-m.%Y"], "fr": ["%d/%m/%Y", "%-d %B %Y", "%d.%m.%Y", "%d/%m/%y"], "es": ["%d/%m/%Y", "%-d de %B de %Y", "%d-%m-%Y", "%d/%m/%y"],
         "it": ["%d/%m/%Y", "%-d %B %Y", "%d-%m-%Y", "%d.%m.%Y"], "nl": ["%d-%m-%Y", "%-d %B %Y", "%d/%m/%Y"], "pl": ["%d.%m.%Y", "%Y-%m-%d", "%-d %B %Y", "%d-%m-%Y"], "pt": ["%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%-d de %B de %Y"],
         "sv": ["%Y-%m-%d", "%Y-%m-%d", "%-d %B %Y"], "da": ["%d-%m-%Y", "%d.%m.%Y", "%-d. %B %Y"], "cs": ["%d.%m.%Y", "%-d. %-m. %Y", "%-d. %B %Y"], "JP": ["%Y/%m/%d", "%Y-%m-%d", "%B %-d, %Y"], "IN": ["%d-%b-%Y", "%d/%m/%Y", "%d-%m-%Y"]}
VAT_LABEL = {"AU": "ABN|A.B.N.", "IN": "GSTIN|GSTIN No.", "CA": "GST/HST No.|GST Reg. No.", "JP": "Registration No.|Invoice Reg. No.", "US": "EIN|Federal Tax ID|Tax ID", "NO": "Org. no.|VAT no."}
CH_VAT = {"de": ("MWST-Nr.|UID|MwSt-Nr.", "MWST"), "fr": ("N° TVA|IDE/TVA", "TVA"), "it": ("N. IVA|IDI", "IVA"), "en": ("VAT No.|UID", "MWST")}
TAX_LABEL = {"AU": "GST|GST 10%", "JP": "Consumption Tax|JCT"}
META = ("number", "date", "due", "customer_no", "po", "order_date", "our_order", "delivery_note", "delivery_date", "period", "preceding", "contact", "your_vat")


class View:
    """Words, formats and the set `seen` of truth keys printed."""

    def __init__(self, inv, seed, total_pages=1, words=None, dates=None):
        self.inv, self.total_pages = inv, total_pages
        self.words = (words or {}).get(inv.lang, {})
        self.r = r = random.Random(f"{seed}/view")
        self.seen, self.vat_printed, self.cells = set(), None, set()
        self.rates = set()                              # percentages that were printed
        self.ibans, self.names = [], {}
        self.lang, self.country = inv.lang, inv.seller.country
        self._lab = {}
        seps = [("'" if r.random() < .7 else "’") + "."] if self.country == "CH" else SEPS[self.lang]
        self.group, self.point = r.choice(seps)
        if r.random() < .12:
            self.group = ""
        key = self.country if self.country in DATES else self.lang
        self.datefmt = r.choice(dates or DATES[key])
        self.short_month = r.random() < .5
        sym = SYMBOL[inv.currency]
        self.cur = r.choice(["none", "none", "sym", "code", "sym"])
        self.cur_before = self.lang == "en" or inv.currency in ("CHF",) or (self.lang in ("nl", "it", "da") and r.random() < .7)
        self.sym = sym
        self.neg = r.choice(("", "", "lead", "trail")) if inv.type == "credit_note" else ""
        self.iban_gap = r.random() < .75
        self.pct = r.choice(("%", NB + "%")) if self.lang not in ("en", "it", "pt", "pl", "nl") else "%"
        self.both_due = r.random() < .3
        self.show_country = bool(inv.buyer) and inv.seller.country != inv.buyer.country or r.random() < .3
        self.caps = r.random() < .08
        self.colon = r.choice((":", ":", "", " :" if self.lang == "fr" else ":"))
        self.vat_gap = r.randrange(3)
        self.qty_dec = r.choice((0, 0, 2, 2, 3))
        self.drop = {k for k in META if k not in ("number", "date", "preceding") and r.random() < .12}

    # ---- words
    def L(self, key, colon=False):
        if key not in self._lab:
            v = self.r.choice(self.words[key].split("|") if key in self.words else lang.alts(self.lang, key))
            if key == "invoice" and self.country == "AU":
                v = "TAX INVOICE"
            if key in ("tax", "total_tax") and self.country in TAX_LABEL:
                v = TAX_LABEL[self.country].split("|")[0]
            if key in ("tax_rate", "basis", "price", "amount", "gross", "net", "gross_col") and self.lang == "en" and self.country in ("US", "CA", "AU", "IN", "JP"):
                v = v.replace("VAT", "Tax" if self.country != "AU" else "GST")
            self._lab[key] = v.upper() if self.caps and "{" not in v else v
        return self._lab[key] + (self.colon if colon else "")

    def title(self):
        if self.inv.title:
            return self.inv.title
        self.seen.add("type")
        return self.L("credit_note" if self.inv.type == "credit_note" else "invoice")

    def date(self, d, fmt=None):
        s = d.strftime((fmt or self.datefmt).replace("%B", "@B").replace("%b", "@b"))
        m = lang.alts(self.lang, "months")[d.month - 1]
        return s.replace("@B", m).replace("@b", m[:3])

    def num(self, x, dec=2, group=None):
        g = self.group if group is None else group
        neg, x = x < 0, abs(x)
        s = f"{x:.{dec}f}"
        a, _, b = s.partition(".")
        if g and len(a) > 3:
            if self.country == "IN":
                h, t = a[:-3], a[-3:]
                a = g.join([h[max(0, i - 2):i] for i in range(len(h), 0, -2)][::-1] + [t])
            else:
                a = g.join([a[max(0, i - 3):i] for i in range(len(a), 0, -3)][::-1])
        return ("-" if neg else "") + a + (self.point + b if b else "")

    def money(self, x, cur=None, sign=True):
        """An amount; cur: None as the document does, False never, True always marked with its currency."""
        inv = self.inv
        dec = 0 if inv.currency == "JPY" else 2
        neg = (x < 0) != bool(sign and self.neg and x)
        s = self.num(abs(x), dec)
        style = self.cur if cur is None else "none" if not cur else (self.cur if self.cur != "none" else "code")
        if style != "none":
            self.seen.add("currency")
            t = self.sym if style == "sym" else inv.currency
            gap = "" if style == "sym" and self.lang == "en" and len(t) == 1 else NB
            s = f"{t}{gap}{s}" if self.cur_before else f"{s}{NB}{t}"
        if neg:
            s = {"trail": f"{s}-", "cr": f"{s} CR", "paren": f"({s})"}.get(self.neg, f"-{s}")
        return s

    def rate(self, x, mark=True):
        self.rates.add(x)
        s = f"{x.normalize():f}".replace(".", self.point)
        return s + (self.pct if mark else "")

    # ---- parties
    def vat_label(self, key="vat_id"):
        t = CH_VAT[self.lang][0] if self.country == "CH" else VAT_LABEL.get(self.country)
        if t is None:
            return self.L(key)
        if key not in self._lab:
            self._lab[key] = self.r.choice(t.split("|"))
        return self._lab[key]

    def vat_text(self, p):
        v, c = p.vat_id, p.country
        if c == "CH":
            return f"CHE-{v[3:6]}.{v[6:9]}.{v[9:12]} {CH_VAT.get(self.lang, CH_VAT['de'])[1]}"
        if c in ("US", "IN", "JP", "CA"):
            return v
        if c == "AU":
            return ids.group(v[:2] + " " + v[2:], 20) if self.vat_gap == 0 else f"{v[:2]} {v[2:5]} {v[5:8]} {v[8:]}"
        bare = c in ("PL", "PT", "ES", "IT", "DK", "NO") and p is self.inv.seller and self.inv.buyer and p.country == self.inv.buyer.country and self.vat_gap
        body = v[2:]
        if c == "NO":
            body = f"{v[2:5]} {v[5:8]} {v[8:11]} MVA"
        elif self.vat_gap == 2 and c == "GB":
            body = f"{body[:3]} {body[3:7]} {body[7:]}"
        elif self.vat_gap == 2 and c in ("DE", "FR", "BE"):
            body = body[:-9] + (" " if len(body) > 9 else "") + ids.group(body[-9:], 3) if c != "BE" else f"{body[:4]}.{body[4:7]}.{body[7:]}"
        elif self.vat_gap == 2 and c == "PL":
            body = f"{body[:3]}-{body[3:6]}-{body[6:8]}-{body[8:]}"
        if p is self.inv.seller:
            self.vat_printed = "bare" if bare else "full"
        return body if bare else v[:2] + (" " if self.vat_gap else "") + body

    def seller_vat(self, colon=True):
        """'USt-IdNr.: DE…' of the seller."""
        p = self.inv.seller
        t = self.vat_text(p)
        if p.country != "US":
            self.seen.add("seller_vat_id")
        return f"{self.vat_label()}{self.colon if colon else ''} {t}"

    def seller_vat_value(self):
        self.seen.add("seller_vat_id")
        return self.vat_text(self.inv.seller)

    def name(self, who="seller"):
        p = getattr(self.inv, who)
        if who in ("seller", "buyer"):
            self.seen.add(who + "_name")
        return p.name

    def address(self, who="seller", name=True, country=None):
        """Lines of a postal address."""
        p = getattr(self.inv, who)
        out = [self.name(who)] if name else []
        if who == "buyer" and p.person:
            out.append(p.person)
        out += [p.street, p.city_line]
        if who == "seller":
            self.seen.add("seller_address")
        if self.show_country if country is None else country:
            out.append(C.COUNTRY[p.country][0] if p.country == self.country and self.lang != "en" else C.COUNTRY_IN[p.country])
        return out

    def sender_line(self, sep=" · "):
        p = self.inv.seller
        return sep.join((self.name(), p.street, p.city_line))

    def reg(self):
        """Trade register entry with its label, or ''."""
        p = self.inv.seller
        if not p.reg_no:
            return ""
        if p.country == "DE":
            return f"Amtsgericht {p.city} {p.reg_no}" if self.lang == "de" else p.reg_no
        if p.country in ("AU",):
            return p.reg_no
        lab = {"CH": "CH-ID", "AT": "Firmenbuch", "IN": "CIN", "NO": "Foretaksregisteret", "LU": "RCS Luxembourg", "BE": "KBO/BCE", "FI": "FO-nummer"}.get(p.country) or self.L("reg_no")
        if "England" in lab and p.country != "GB":
            lab = "Company No."
        return f"{lab} {p.reg_no}"

    def contact_bits(self):
        p = self.inv.seller
        return [f"{self.L('phone')} {p.phone}", p.email, p.web]

    # ---- header facts
    def item(self, key):
        """(label, value) of one header fact, or None where the document has none; marks it as printed."""
        inv = self.inv
        if key in self.drop:
            return None
        if key == "number":
            self.seen.add("number")
            return self.L("cn_number" if inv.type == "credit_note" else "number"), inv.number
        if key == "date":
            self.seen.add("issue_date")
            return self.L("date"), self.date(inv.issue)
        if key == "due" and inv.due:
            self.seen.add("due_date")
            return self.L("due"), self.date(inv.due)
        if key == "po" and inv.po:
            self.seen.add("purchase_order")
            return self.L("po"), inv.po
        if key == "delivery_date" and inv.delivery:
            return self.L("delivery_date"), self.date(inv.delivery)
        if key == "order_date" and inv.order_date:
            return self.L("order_date"), self.date(inv.order_date)
        if key == "period" and inv.period:
            return self.L("period"), f"{self.date(inv.period[0])} - {self.date(inv.period[1])}"
        if key == "preceding" and inv.preceding:
            return self.L("preceding"), f"{inv.preceding[0]} ({self.date(inv.preceding[1])})"
        if key == "contact":
            return self.L("contact"), inv.seller.person
        if key == "your_vat" and inv.buyer.country not in ("US", "JP"):
            return self.L("your_vat"), self.vat_text(inv.buyer)
        if key == "seller_vat":
            t = self.seller_vat_value() if self.country != "US" else self.vat_text(inv.seller)
            return self.vat_label(), t
        if key == "currency":
            self.seen.add("currency")
            return {"de": "Währung", "fr": "Devise", "es": "Moneda", "it": "Valuta", "nl": "Valuta", "pl": "Waluta", "pt": "Moeda", "sv": "Valuta", "da": "Valuta", "cs": "Měna"}.get(self.lang, "Currency"), inv.currency
        if key == "phone":
            return self.L("phone"), inv.seller.phone
        if key == "terms":
            return self.L("terms"), self.terms()
        if key in ("customer_no", "our_order", "delivery_note", "reference"):
            v = getattr(inv, key)
            return (self.L(key), v) if v else None
        return None

    def meta(self, keys=META):
        return [x for x in (self.item(k) for k in keys) if x]

    def terms(self):
        inv = self.inv
        if inv.type == "credit_note":
            return ""
        if inv.skonto:
            return self.L("pay_skonto").format(p=self.rate(inv.skonto[0], False), k=inv.skonto[1], d=inv.days)
        return self.L("pay_days").format(d=inv.days)

    # ---- lines
    def cell(self, li, key, i):
        inv = self.inv
        self.cells.add(key)
        if key == "pos":
            return str(i + 1)
        if key == "item":
            return li.item_id
        if key == "desc":
            return li.desc
        if key == "qty":
            d = max(self.qty_dec, -li.qty.normalize().as_tuple().exponent)
            return self.num(li.qty, d)
        if key == "unit":
            return goods.unit(li.unit, self.lang)
        if key == "qtyunit":
            self.cells.add("qty")
            return f"{self.num(li.qty, max(0, -li.qty.normalize().as_tuple().exponent))} {goods.unit(li.unit, self.lang)}"
        if key == "price":
            return self.num(li.price, 0 if inv.currency == "JPY" else max(2, -li.price.normalize().as_tuple().exponent))
        if key == "disc":
            return self.rate(li.discount, False) if li.discount else ""
        if key == "rate":
            return self.rate(li.rate)
        if key == "taxamt":
            return self.money(li.net * li.rate / 100, False)
        if key == "gross":
            return self.money(li.net + li.net * li.rate / 100, False)
        if key == "amount":
            return self.money(li.net, False)
        raise KeyError(key)

    def amounts_marked(self):
        """Line amounts with the currency sign: 'amount' column only."""
        return self.cur == "sym" and self.lang == "en"

    # ---- totals
    def amount(self, key):
        """A total by truth key; marks it printed."""
        self.seen.add(key)
        return self.money(getattr(self.inv, key))

    def tax_label(self, t):
        if t.name:
            return f"{t.name} {self.rate(t.rate)}"
        if t.category in ("AE", "K"):
            return f"{self.L('tax')} {self.rate(D(0))}"
        return f"{self.L('tax')} {self.rate(t.rate)}"

    def totals(self, sums=True, total_tax=None, net=True, tax=True):
        """Rows (key, label, amount) from the sum of lines to the amount payable."""
        inv, rows = self.inv, []
        if inv.adjusts and sums:
            rows.append(("lines", self.L("sum_lines"), self.money(inv.lines_sum)))
            for a in inv.adjusts:
                lab = a.reason + (f" {self.rate(a.percent)}" if a.percent is not None else "")
                rows.append(("adjust", lab, self.money(a.amount if a.charge else -a.amount)))
        if net:
            rows.append(("net", self.L("net"), self.amount("net")))
        if tax:
            for t in inv.taxes:
                rows.append(("tax", self.tax_label(t), self.money(t.amount)))
            if len(inv.taxes) == 1:
                self.seen.add("tax")
            elif total_tax if total_tax is not None else self.r.random() < .4:
                rows.append(("total_tax", self.L("total_tax"), self.amount("tax")))
        rows.append(("gross", self.L("gross" if not inv.prior_balance else "new_charges"), self.amount("gross")))
        if inv.prepaid:
            rows.append(("prepaid", self.L("prepaid"), self.money(-inv.prepaid)))
        if inv.rounding:
            rows.append(("rounding", self.L("rounding"), self.money(inv.rounding)))
        if inv.prior_balance:
            rows.append(("prior", self.L("prior"), self.money(inv.prior_balance)))
        if inv.payable != inv.gross or self.both_due:
            rows.append(("payable", self.L("payable"), self.money(inv.payable, True)))
            self.seen.add("payable")
        elif "gross" in self.seen:
            self.seen.add("payable")
        return rows

    # ---- bank
    def iban(self, b, gap=None):
        if b.iban not in self.ibans:
            self.ibans.append(b.iban)
        self.seen.add("iban")
        return ids.group(b.iban) if (self.iban_gap if gap is None else gap) else b.iban

    def bank_rows(self, b):
        """[(label, value)] of one account."""
        out = [(self.L("bank"), b.name)]
        if b.iban:
            out += [("IBAN", self.iban(b)), (self.r.choice(("BIC", "BIC", "SWIFT", "BIC/SWIFT")), b.bic)]
            if b.routing and self.vat_gap == 1:
                out += [(self.L("account"), b.account), (" ".join(b.routing.split()[:-1]), b.routing.split()[-1])]
        else:
            out += [(self.L("account"), b.account), (b.routing.split()[0], b.routing.split()[1]), ("SWIFT", b.bic)]
        return out

    def page_text(self, n):
        return self.L("page").format(n=n, m=self.total_pages)
