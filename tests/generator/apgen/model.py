"""The invoice as data: exact decimals, and the sums that follow from the lines."""
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Optional

D = Decimal
SCALE = {"JPY": 0}


def q(x, currency="EUR"):
    """Round half up to the currency's smallest unit (two decimals are kept in the value)."""
    x = D(x)
    if SCALE.get(currency) == 0:
        return x.quantize(D(1), ROUND_HALF_UP).quantize(D("0.01"))
    return x.quantize(D("0.01"), ROUND_HALF_UP)


@dataclass
class Bank:
    name: str
    iban: Optional[str]
    bic: Optional[str]
    account: str = ""          # national form, printed where there is no IBAN
    routing: str = ""          # "Sort code 12-34-56", "ABA 0123…"


@dataclass
class Party:
    name: str
    street: str
    postal: str
    city: str
    country: str
    region: str = ""
    vat_id: str = ""
    tax_no: str = ""
    reg_no: str = ""
    email: str = ""
    web: str = ""
    phone: str = ""
    person: str = ""
    city_line: str = ""
    banks: list = field(default_factory=list)


@dataclass
class Line:
    name: str
    qty: Decimal
    unit: str                  # UN/ECE Rec 20 code
    price: Decimal
    rate: Decimal
    item_id: str = ""
    detail: str = ""
    discount: Decimal = D(0)   # percent
    category: str = "S"
    net: Decimal = D(0)
    base_qty: Decimal = D(1)

    @property
    def desc(self):
        return f"{self.name}, {self.detail}" if self.detail else self.name


@dataclass
class Adjust:
    """An allowance or charge on the whole document."""
    charge: bool
    reason: str
    amount: Decimal
    rate: Decimal
    percent: Optional[Decimal] = None
    category: str = "S"


@dataclass
class Tax:
    name: str                  # "" = the language's word for VAT
    rate: Decimal
    basis: Decimal
    amount: Decimal
    category: str = "S"


@dataclass
class Invoice:
    type: str                  # invoice | credit_note
    number: str
    issue: date
    currency: str
    lang: str
    seller: Party
    buyer: Party
    lines: list
    due: Optional[date] = None
    delivery: Optional[date] = None
    period: Optional[tuple] = None
    po: str = ""
    order_date: Optional[date] = None
    our_order: str = ""
    delivery_note: str = ""
    customer_no: str = ""
    preceding: Optional[tuple] = None      # (number, date)
    ship_to: Optional[Party] = None
    adjusts: list = field(default_factory=list)
    days: int = 30
    skonto: Optional[tuple] = None         # (percent, days)
    reference: str = ""
    prior_balance: Decimal = D(0)
    prepaid: Decimal = D(0)
    rounding: Decimal = D(0)
    split: Optional[list] = None           # several taxes on one basis: [(name, rate)]
    note: str = ""                         # legal note: reverse charge and the like
    category: str = "S"
    branch: str = "office"
    title: str = ""                        # instead of the language's word: reminders, statements
    is_receipt: bool = False
    incl: bool = False                     # receipt prices include the tax
    taxes: list = field(default_factory=list)
    lines_sum: Decimal = D(0)
    net: Decimal = D(0)
    tax: Decimal = D(0)
    gross: Decimal = D(0)
    payable: Decimal = D(0)

    @property
    def allowances(self):
        return sum((a.amount for a in self.adjusts if not a.charge), D(0))

    @property
    def charges(self):
        return sum((a.amount for a in self.adjusts if a.charge), D(0))

    def total(self):
        """Work every sum out from the lines (EN 16931 order: lines, adjustments, tax per rate)."""
        cur = self.currency
        for li in self.lines:
            li.net = q(li.qty * li.price / li.base_qty * (100 - li.discount) / 100, cur)
        self.lines_sum = sum((li.net for li in self.lines), D(0))
        for a in self.adjusts:
            if a.percent is not None:
                a.amount = q(self.lines_sum * a.percent / 100, cur)
        by = {}
        for li in self.lines:
            by[li.category, li.rate] = by.get((li.category, li.rate), D(0)) + li.net
        for a in self.adjusts:
            by[a.category, a.rate] = by.get((a.category, a.rate), D(0)) + (a.amount if a.charge else -a.amount)
        if self.incl:
            self.gross = self.lines_sum - self.allowances + self.charges
            self.taxes = [Tax("", r, b - q(b * r / (100 + r), cur), q(b * r / (100 + r), cur), c)
                          for (c, r), b in sorted(by.items(), key=lambda x: -x[0][1])]
            self.tax = sum((t.amount for t in self.taxes), D(0))
            self.net = self.gross - self.tax
        else:
            self.net = self.lines_sum - self.allowances + self.charges
            if self.split:
                self.taxes = [Tax(n, r, self.net, q(self.net * r / 100, cur)) for n, r in self.split]
            else:
                self.taxes = [Tax("", r, b, q(b * r / 100, cur), c) for (c, r), b in sorted(by.items(), key=lambda x: -x[0][1])]
            self.tax = sum((t.amount for t in self.taxes), D(0))
            self.gross = self.net + self.tax
        self.payable = self.gross - self.prepaid + self.rounding
        return self
