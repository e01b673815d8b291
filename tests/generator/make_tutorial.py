#!/usr/bin/python3
"""Writes examples/tutorial/: a small company, its vendors, orders and receipts, and documents that trip every control.

usage: make_tutorial.py [FOLDER]    the same bytes each time, but for 70-locked.pdf (its encryption is salted); all dates
                                     are current on 2026-11-22

Each document says beside it what must become of it: its route, and the codes of the findings that it must have, errors
and warnings alike. These were written down from what the document was made to be, not from what the programs said.
"""
import copy
import csv
import io
import os
import random
import sys
from datetime import date, timedelta
from decimal import Decimal as D

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from apgen import damage, embed, firms, hostile_pdf, ids, kinds, layouts, mailbox, slips, xml_cii, xml_ubl  # noqa: E402
from apgen.model import Invoice, Line  # noqa: E402

DE_NOTE = "Steuerfreie innergemeinschaftliche Lieferung"
VENDORS = {  # key: name, country, columns of vendors.csv that differ
    "V1": ("Altmark Bürobedarf GmbH", "DE", {"terms": "2/10 net 30", "currency": "EUR"}),
    "V2": ("Nordlicht Energie AG", "DE", {"currency": "EUR", "terms_days": "14"}),
    "V3": ("Delcroix Fournitures SARL", "FR", {"currency": "EUR"}),
    "V4": ("Tessaro Meccanica S.r.l.", "IT", {"currency": "EUR"}),
    "V5": ("Van Holt Logistiek B.V.", "NL", {"currency": "EUR"}),
    "V6": ("Sturm Gebäudereinigung GmbH", "DE", {"status": "blocked"}),
    "V7": ("Kessler Beratung GmbH", "DE", {"spend_limit": "3000", "spend_period": "month"}),
    "V8": ("Hartwell Tools Ltd", "GB", {"currency": "GBP"}),
    "V9": ("Brücken Montage GmbH", "DE", {}),
    "V10": ("Hausverwaltung Lindenhof GmbH", "DE", {"currency": "EUR"}),
    "V11": ("Oriona Trading House GmbH", "DE", {}),
    "V12": ("Garner Anlagenbau GmbH", "DE", {}),
}
ITEMS = {  # item: name, unit, price
    "10.100": ("Kopierpapier A4 80 g, 500 Blatt", "C62", "5.60"), "10.200": ("Ordner breit 80 mm, blau", "C62", "2.40"),
    "10.300": ("Tonerkartusche schwarz, hohe Reichweite", "C62", "98.00"), "10.400": ("Bürodrehstuhl mit Armlehnen", "C62", "320.00"),
    "50.100": ("Förderband 6 m mit Antrieb", "C62", "10000.00"),
}
ORDERS = {  # order: vendor, lines as (item, quantity)
    "PO-5001": ("V1", [("10.100", 200), ("10.200", 50)]), "PO-5002": ("V1", [("10.300", 100)]), "PO-5003": ("V1", [("10.400", 4)]), "PO-5004": ("V1", [("10.400", 2)]),
    "PO-5005": ("V1", [("10.100", 40), ("10.300", 5)]), "PO-5006": ("V1", [("10.200", 100)]), "PO-5007": ("V1", [("10.400", 1)]), "PO-5010": ("V12", [("50.100", 1)]), "PO-5011": ("V12", [("50.100", 1)]),
}
RECEIPTS = {  # receipt: order, lines as (item, quantity)
    "GR-1": ("PO-5001", [("10.100", 200), ("10.200", 50)]), "GR-2": ("PO-5002", [("10.300", 100)]), "GR-3": ("PO-5003", [("10.400", 4)]),
    "GR-5": ("PO-5005", [("10.100", 40)]), "GR-6": ("PO-5006", [("10.200", 50)]), "GR-7": ("PO-5007", [("10.400", 1)]), "GR-10": ("PO-5010", [("50.100", 1)]), "GR-11": ("PO-5011", [("50.100", 1)]),
}


class Company:
    """The parties, and the documents in the order in which they come in."""

    def __init__(self):
        self.us = firms.party(random.Random("tutorial/us"), "DE", "Lindental Apparatebau GmbH")
        self.other = firms.party(random.Random("tutorial/other"), "DE", "Hohenfels Brauerei GmbH")
        self.vendors = {}
        for key, (name, country, _) in VENDORS.items():
            self.vendors[key] = self.firm(key, country, name)
        self.files, self.rows, self.made = {}, [], {}
        self.layouts = layouts.load()

    def firm(self, key, country, name):
        r = random.Random(f"tutorial/{key}")
        p = firms.party(r, country, name)
        p.banks = [firms.bank(r, country)]
        p.person = "M. Berger"
        return p

    def bill(self, vendor, number, issue, lines, days=30, **more):
        """An invoice of that vendor to us. Lines: (item, quantity) of ITEMS, or (name, quantity, price) with perhaps a rate."""
        seller = copy.deepcopy(self.vendors[vendor])
        rate = D({"DE": 19, "FR": 20, "IT": 22, "NL": 21, "GB": 20}[seller.country])
        made = []
        for line in lines:
            if len(line) == 2:
                name, unit, price = ITEMS[line[0]]
                made.append(Line(name, D(line[1]), unit, D(price), rate, item_id=line[0]))
            else:
                made.append(Line(line[0], D(line[1]), "C62", D(line[2]), D(line[3]) if len(line) > 3 else rate))
        issue = date.fromisoformat(issue)
        lang = {"DE": "de", "FR": "fr", "IT": "it", "NL": "nl", "GB": "en"}[seller.country]
        inv = Invoice(more.pop("type", "invoice"), number, issue, "GBP" if seller.country == "GB" else "EUR", lang, seller, copy.deepcopy(self.us), made, due=issue + timedelta(days=days),
                      delivery=issue, days=days, **more)
        return inv.total()

    def add(self, name, data, route, codes="", why=""):
        self.files[name] = data
        self.rows.append((name, route, codes, why))

    def ubl(self, name, inv, route="approve", codes="", why="", change=None):
        data = xml_ubl.write(inv, kinds.terms_of(inv, f"tutorial/{name}"))
        self.made[name] = inv
        self.add(name, change(data) if change else data, route, codes, why)

    def page(self, inv, layout, name, also=()):
        for k in range(80):
            data, v, _ = layouts.render(self.layouts[layout], inv, f"tutorial/{name}/{k}")
            if {"number", "issue_date", "due_date", "seller_name", "buyer_name", "gross", "currency", "iban", *also} <= v.seen | set() and not v.neg:
                return data
        raise ValueError(f"{name}: {sorted(v.seen)}")

    def pdf(self, name, inv, layout, route="approve", codes="", why="", also=()):
        self.made[name] = inv
        self.add(name, self.page(inv, layout, name, also), route, codes, why)


def swap(old, new, count=1):
    """A change of the XML that must find what it changes."""
    def change(data):
        text = data.decode()
        assert old in text, old
        return text.replace(old, new, count).encode()
    return change


def orders(c):
    c.ubl("01-order-in-full.xml", c.bill("V1", "AB-1001", "2026-11-02", [("10.100", 200), ("10.200", 50)], po="PO-5001", skonto=(D(2), 10)), why="all that was ordered and received")
    c.pdf("02-first-part.pdf", c.bill("V1", "AB-1002", "2026-11-03", [("10.300", 60)], po="PO-5002", skonto=(D(2), 10)), "din-letter", why="60 of 100", also=("purchase_order",))
    c.ubl("03-second-part.xml", c.bill("V1", "AB-1003", "2026-11-09", [("10.300", 40)], po="PO-5002", skonto=(D(2), 10)), why="the other 40")
    c.ubl("04-beyond-the-order.xml", c.bill("V1", "AB-1004", "2026-11-12", [("10.300", 25)], po="PO-5002", skonto=(D(2), 10)), "review", "PO_AMOUNT_MISMATCH PO_QUANTITY_MISMATCH GRN_QUANTITY_MISMATCH", "25 more: ordered and received were 100")
    dearer = c.bill("V1", "AB-1005", "2026-11-04", [("10.400", 4)], po="PO-5003", skonto=(D(2), 10))
    dearer.lines[0].price = D("352.00")
    c.ubl("05-dearer-than-agreed.xml", dearer.total(), "review", "PO_AMOUNT_MISMATCH", "10 % above the price of the order")
    c.ubl("06-nothing-received.xml", c.bill("V1", "AB-1006", "2026-11-04", [("10.400", 2)], po="PO-5004", skonto=(D(2), 10)), "review", "GRN_NOT_FOUND", "no goods receipt for the order")
    c.ubl("07-other-goods.xml", c.bill("V1", "AB-1007", "2026-11-05", [("10.300", 5)], po="PO-5005", skonto=(D(2), 10)), "review", "GRN_MISMATCH", "paper came, toner is billed")
    c.ubl("08-half-received.xml", c.bill("V1", "AB-1008", "2026-11-05", [("10.200", 80)], po="PO-5006", skonto=(D(2), 10)), "review", "GRN_QUANTITY_MISMATCH", "80 billed, 50 came")
    c.ubl("09-no-such-order.xml", c.bill("V1", "AB-1009", "2026-11-05", [("10.200", 3)], po="PO-9999", skonto=(D(2), 10)), "review", "PO_NOT_FOUND", "an order that nobody placed")
    c.ubl("10-order-of-another.xml", c.bill("V3", "F-2203", "2026-11-05", [("10.400", 1)], po="PO-5007"), "review", "PO_MISMATCH", "names an order placed with another vendor")


def clean(c):
    c.pdf("11-energy.pdf", c.bill("V2", "NE-88121", "2026-11-05", [("Strom Oktober 2026, Zähler 4471", 1, "640.20")], days=14), "title-left-box", why="no order needed")
    c.ubl("12-french.xml", c.bill("V3", "F-2201", "2026-11-06", [("Gants de protection taille 10", 40, "6.10")]), why="French VAT")
    dutch = c.bill("V5", "VH-30117", "2026-11-06", [("Transport Rotterdam - Leipzig", 1, "780.00")])
    c.add("13-dutch-cii.xml", xml_cii.write(dutch, kinds.terms_of(dutch, "tutorial/13"), "en16931"), "approve", "", "CII instead of UBL")
    within = c.bill("V4", "2026/0417", "2026-11-06", [("Valvola a sfera 3/4\"", 60, "11.80", 0)], category="K", note=DE_NOTE)
    for line in within.lines:
        line.category = "K"
    c.ubl("14-intra-community.xml", within.total(), why="no tax, with the reason")
    c.pdf("15-pounds.pdf", c.bill("V8", "HT-7015", "2026-11-09", [("Torque wrench 1/2 inch", 4, "86.50")]), "band-top", why="English, in pounds")
    inv = c.bill("V3", "F-2202", "2026-11-10", [("Casque de chantier", 25, "14.20")])
    page = c.page(inv, "minimal-lines", "16")
    xml = xml_cii.write(inv, kinds.terms_of(inv, "tutorial/16"), "en16931")
    c.add("16-hybrid.pdf", embed.hybrid(page, xml, date="20261110"), "approve", "", "Factur-X: page and XML agree")
    c.ubl("17-two-rates.xml", c.bill("V1", "AB-1010", "2026-11-10", [("Buchkalender, Woche auf zwei Seiten", 10, "18.90", 7), ("Heftgerät", 3, "21.50")], skonto=(D(2), 10)), why="19 % and 7 %")
    for k, month in enumerate(("08", "09", "10")):
        c.ubl(f"{18 + k}-rent-{month}.xml", c.bill("V10", f"LH-26{month}", f"2026-{month}-01" if month == "10" else f"2026-{month}-03", [(f"Miete Halle 2, {month}/2026", 1, "1000.00")]), why="rent, the same each month")
    c.ubl("21-repair.xml", c.bill("V10", "LH-R77", "2026-11-11", [("Dachreparatur Halle 2", 1, "4150.00")]), "review", "AMOUNT_ANOMALY", "four times what this vendor usually bills")
    pre = c.bill("V12", "GA-310", "2026-10-05", [("Anzahlung 30 % Förderband", 1, "3000.00")], po="PO-5010")
    c.ubl("22-prepayment.xml", pre, why="a prepayment", change=swap(">380<", ">386<"))
    final = c.bill("V12", "GA-322", "2026-11-11", [("50.100", 1)], po="PO-5010", prepaid=pre.gross)
    c.ubl("23-final-deducts-it.xml", final.total(), why="the final invoice takes it off")
    pre = c.bill("V12", "GA-311", "2026-10-06", [("Anzahlung 30 % Förderband 2", 1, "3000.00")], po="PO-5011")
    c.ubl("24-second-prepayment.xml", pre, why="another prepayment", change=swap(">380<", ">386<"))
    c.ubl("25-final-forgets-it.xml", c.bill("V12", "GA-323", "2026-11-12", [("50.100", 1)], po="PO-5011"), "review", "PREPAYMENT_UNCLEARED", "the final invoice forgets it")
    back = c.bill("V1", "GS-55", "2026-11-12", [("10.200", 5)], type="credit_note", preceding=("AB-1001", date(2026, 11, 2)))
    c.ubl("26-credit-note.xml", back, why="gives back a part of AB-1001")
    lost = c.bill("V1", "GS-56", "2026-11-12", [("10.200", 5)], type="credit_note", preceding=("AB-0815", date(2026, 5, 2)))
    c.ubl("27-credit-for-nothing.xml", lost, "review", "CREDIT_NOTE_UNMATCHED", "names an invoice that never came")
    first, second = c.bill("V5", "VH-30120", "2026-11-13", [("Transport Leipzig - Lyon", 1, "1240.00")]), c.bill("V5", "VH-30121", "2026-11-13", [("Wachttijd, uren", 3, "55.00")])
    parts = [("VH-30120.pdf", c.page(first, "band-top", "28a")), ("VH-30121.xml", xml_ubl.write(second, "-"))]
    mail = mailbox.message("Van Holt <billing@vanholt.example>", "invoices@lindental.example", "Facturen", date(2026, 11, 13), "Twee facturen.\n", parts, "tutorial-28")
    c.add("28-mail.eml", mail.as_bytes(), "", "", "a mail with two attachments, VH-30120.pdf and VH-30121.xml")
    c.rows += [("VH-30120.pdf", "approve", "", "in the mail"), ("VH-30121.xml", "approve", "", "in the mail")]


def repeats(c):
    c.add("31-sent-again.xml", c.files["01-order-in-full.xml"], "duplicate", "", "the same bytes as 01: told as information, nothing is to be done")
    c.pdf("32-as-a-letter.pdf", c.made["12-french.xml"], "din-letter", "review", "DUPLICATE_INVOICE", "invoice 12 once more, on paper")
    one = copy.deepcopy(c.made["12-french.xml"])
    one.number = "F-220l"
    c.ubl("33-one-letter-off.xml", one, "review", "DUPLICATE_INVOICE", "F-220l for F-2201")


def arithmetic(c):
    inv = lambda n, **k: c.bill("V3", f"F-23{n}", "2026-11-13", [("Gants de protection taille 10", 30, "6.10"), ("Casque de chantier", 4, "14.20")], **k)
    wrong = inv(34)
    wrong.net, wrong.tax = wrong.net + 50, wrong.tax + 10
    wrong.taxes[0].basis, wrong.taxes[0].amount, wrong.gross = wrong.net, wrong.tax, wrong.gross + 60
    wrong.payable = wrong.gross
    c.ubl("34-lines-do-not-add-up.xml", wrong, "review", "SUBTOTAL_MISMATCH", "the net total is 50 above its lines")
    wrong = inv(35)
    wrong.gross += 100
    wrong.payable = wrong.gross
    c.ubl("35-wrong-total.xml", wrong, "review", "TOTAL_MISMATCH", "the total is 100 above net and tax")
    c.ubl("36-wrong-line.xml", inv(36), "review", "LINE_MATH_MISMATCH", "20 x 6.10 is not 183.00", change=swap(">30</cbc:InvoicedQuantity>", ">20</cbc:InvoicedQuantity>"))
    wrong = inv(37)
    wrong.tax, wrong.gross, wrong.payable = wrong.tax + 5, wrong.gross + 5, wrong.payable + 5
    wrong.taxes[0].amount = wrong.tax
    c.ubl("37-wrong-tax.xml", wrong, "review", "TAX_MISMATCH", "five euros too much tax")
    c.ubl("38-no-such-rate.xml", c.bill("V2", "NE-88130", "2026-11-13", [("Wartung Zähler", 1, "120.00", 18)], days=14), "review", "TAX_RATE_INVALID", "18 % was never a rate in Germany")
    c.ubl("39-nothing-to-pay.xml", c.bill("V2", "NE-88131", "2026-11-13", [("Grundgebühr", 1, "0.00")], days=14), "review", "INVALID_AMOUNT", "a total of zero")


def vendors(c):
    wrong = c.bill("V2", "NE-88140", "2026-11-13", [("Strom Halle 9", 1, "310.00")], days=14)
    wrong.buyer = copy.deepcopy(c.other)
    c.ubl("40-for-somebody-else.xml", wrong, "review", "WRONG_BUYER", "addressed to another company")
    c.vendors["X"] = c.firm("X", "DE", "Quellgrund Getränke GmbH")
    c.ubl("41-unknown-vendor.xml", c.bill("X", "Q-17", "2026-11-13", [("Mineralwasser 12 x 0,75 l", 20, "8.40")]), "review", "UNKNOWN_VENDOR", "nobody knows this firm")
    c.ubl("42-blocked-vendor.xml", c.bill("V6", "ST-4", "2026-11-13", [("Unterhaltsreinigung", 1, "480.00")]), "review", "INACTIVE_VENDOR", "blocked in the vendor file")
    c.ubl("43-sanctions.xml", c.bill("V11", "OT-9", "2026-11-13", [("Handelsware", 1, "900.00")]), "review", "SANCTIONS_HIT", "its name stands on a list")
    inv = c.bill("V4", "2026/0420", "2026-11-13", [("Flangia DN 50", 12, "31.00")])
    inv.seller.banks[0].iban = ids.iban(random.Random("tutorial/changed"), "IT", inv.seller.banks[0].bic)
    c.ubl("44-new-account.xml", inv, "review", "BANK_DETAILS_CHANGED", "a valid IBAN, and not the one on file")
    c.ubl("45-in-dollars.xml", c.bill("V4", "2026/0421", "2026-11-13", [("Flangia DN 80", 3, "44.00")]), "review", "INVALID_CURRENCY", "euros are agreed", change=lambda data: data.replace(b"EUR", b"USD"))
    inv = c.bill("V2", "NE-88142", "2026-11-13", [("Strom Halle 3", 1, "205.00")], days=14)
    inv.seller.vat_id = inv.seller.vat_id[:-1] + str((int(inv.seller.vat_id[-1]) + 1) % 10)
    c.ubl("46-wrong-tax-number.xml", inv, "review", "INVALID_TAX_ID", "its check digit is wrong")
    c.ubl("47-within-the-budget.xml", c.bill("V7", "KB-1", "2026-11-02", [("Beratung, Stunden", 16, "110.00")]), why="2094.40 of 3000 a month")
    c.ubl("48-over-the-budget.xml", c.bill("V7", "KB-2", "2026-11-16", [("Beratung Lager, Stunden", 9, "110.00")]), "review", "SPEND_LIMIT_EXCEEDED", "together 3272.50 in November")
    c.ubl("49-due-too-soon.xml", c.bill("V2", "NE-88143", "2026-11-13", [("Zählerwechsel", 1, "95.00")], days=7), "review", "PAYMENT_TERMS_VIOLATION", "7 days, 14 are agreed")


def identifiers(c):
    inv = c.bill("V5", "VH-30130", "2026-11-16", [("Transport Gent - Leipzig", 1, "610.00")])
    old = inv.seller.banks[0].iban
    inv.seller.banks[0].iban = old[:-1] + str((int(old[-1]) + 1) % 10)
    c.ubl("50-misprinted-iban.xml", inv, "review", "INVALID_IBAN BANK_DETAILS_CHANGED", "a digit of the IBAN is wrong")
    inv = c.bill("V5", "VH-30131", "2026-11-16", [("Opslag pallets", 12, "4.50")])
    inv.seller.banks[0].bic = inv.seller.banks[0].bic[:4] + "FR" + inv.seller.banks[0].bic[6:]
    c.ubl("51-bic-of-another-country.xml", inv, "approve", "INVALID_BIC", "the IBAN decides; only a warning")
    inv = c.bill("V5", "VH-30132", "2026-11-16", [("Palletwissel", 8, "9.00")], reference="RF19539007547034")
    c.ubl("52-wrong-reference.xml", inv, "approve", "INVALID_REFERENCE", "check digits of the creditor reference; only a warning")


def data(c):
    c.ubl("53-without-number.xml", c.bill("V3", "F-2353", "2026-11-16", [("Bottes", 2, "38.00")]), "review", "MISSING_REQUIRED_FIELD", "no invoice number", change=swap("<cbc:ID>F-2353</cbc:ID>", ""))
    c.ubl("54-no-such-currency.xml", c.bill("V9", "BM-1", "2026-11-16", [("Montage", 1, "75.00")]), "review", "INVALID_FIELD_FORMAT", "currency EUX", change=lambda d: d.replace(b'"EUR"', b'"EUX"').replace(b">EUR<", b">EUX<"))
    inv = c.bill("V3", "F-2355", "2026-11-16", [("Forfait", 1, "90.00")])
    text = xml_ubl.write(inv, "-").decode()
    a, b = text.index("<cac:InvoiceLine>"), text.index("</cac:InvoiceLine>") + len("</cac:InvoiceLine>")
    c.add("55-without-lines.xml", (text[:a] + text[b:]).encode(), "review", "NO_LINE_ITEMS", "no line items: our warning, and an error of EN 16931 (BR-16)")
    scan = c.bill("V9", "BM-2", "2026-11-16", [("Montage Regal", 1, "310.00"), ("Anfahrt", 1, "45.00")])
    ims, dpi, _ = damage.scan(c.page(scan, "right-facts-under-title", "56"), "tutorial/56", ["EINGEGANGEN"])
    c.add("56-scan.pdf", damage.as_pdf(ims, dpi, 40), "review", "LOW_CONFIDENCE", "a scan, and nobody can be sure enough of its seller's name")
    inv = c.bill("V9", "BM-3", "2026-11-16", [("Mahngebühr", 1, "5.00")])
    inv.title = "2. Mahnung"
    c.pdf("57-reminder.pdf", inv, "din-letter", "reject", "NOT_AN_INVOICE", "a reminder asks for no new payment")


def days(c):
    b = lambda n, day, **k: c.bill("V3", f"F-24{n}", day, [("Location nacelle", 1, f"{n}0.00")], **k)
    c.ubl("58-from-tomorrow.xml", b(58, "2026-11-24"), "review", "FUTURE_DATE", "dated after today")
    c.ubl("59-closed-period.xml", b(59, "2026-07-15", days=140), "review", "PERIOD_CLOSED", "July is closed")
    c.ubl("60-very-old.xml", b(60, "2025-06-15"), "review", "OLD_INVOICE", "more than a year old")
    c.ubl("61-due-before-issue.xml", b(61, "2026-11-16", days=-3), "review", "DUE_BEFORE_ISSUE", "due three days before it was written")


def policy(c):
    c.ubl("62-very-large.xml", c.bill("V9", "BM-4", "2026-11-16", [("Montage Halle komplett", 1, "60000.00")]), "review", "EXCESSIVE_AMOUNT", "above the limit for any invoice")
    for k in range(3):
        c.ubl(f"{63 + k}-split-{k + 1}.xml", c.bill("V9", f"BM-{5 + k}", f"2026-11-{17 + k}", [(f"Umbau Büro, Teil {k + 1}", 1, f"{820 - 3 * k}.00")]), "review" if k else "approve", "SPLIT_SUSPECTED" if k else "",
              "976 and less: a clerk may approve 1000" if k else "just below what a clerk may approve")


def fraud(c):
    inv = c.bill("V3", "F-2266", "2026-11-17", [("Échafaudage, location", 1, "760.00")])
    page = c.page(inv, "minimal-lines", "66")
    other = copy.deepcopy(inv)
    other.lines[0].price = D("1760.00")
    xml = xml_cii.write(other.total(), kinds.terms_of(inv, "tutorial/66"), "en16931")
    c.add("66-page-and-xml-differ.pdf", embed.hybrid(page, xml, date="20261117"), "review", "HYBRID_MISMATCH", "the page says 912.00, the XML 2112.00")
    inv = c.bill("V2", "NE-88150", "2026-11-17", [("Strom Halle 4", 1, "415.00")], days=14)
    stranger = ids.iban(random.Random("tutorial/stranger"), "DE", inv.seller.banks[0].bic)
    honest = slips.epc
    slips.epc = lambda i: honest(i).replace(i.seller.banks[0].iban, stranger)
    c.pdf("67-code-pays-another.pdf", inv, "epc-qr-corner", "review", "QR_MISMATCH", "the payment code names another account than the page")
    slips.epc = honest
    inv = c.bill("V3", "F-2268", "2026-11-17", [("Filet de sécurité", 2, "118.00")])
    page = c.page(inv, "minimal-lines", "68")
    xml = xml_cii.write(inv, kinds.terms_of(inv, "tutorial/68"), "en16931")
    c.add("68-hybrid-badly-made.pdf", embed.hybrid(page, xml, relation="/Unspecified", date="20261117"), "approve", "HYBRID_FORM", "the relationship of the XML is not what Factur-X asks for; only a warning")


def intake(c):
    whole = c.files["11-energy.pdf"]
    c.add("69-cut-off.pdf", whole[:len(whole) // 3], "reject", "UNREADABLE", "a third of a PDF")
    c.add("70-locked.pdf", hostile_pdf.encrypted("secret"), "reject", "ENCRYPTED", "needs a password")
    c.add("71-program.exe", b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00" + bytes(200), "reject", "UNSUPPORTED_TYPE", "a program, not a document")
    long = c.bill("V1", "AB-1099", "2026-11-17", [(f"Etikett Nr. {k}", 1, "0.10") for k in range(400)], skonto=(D(2), 10))
    c.add("72-too-many-pages.pdf", c.page(long, "din-letter", "72"), "reject", "RESOURCE_LIMIT", "more pages than ap.toml allows")


def table(head, rows):
    f = io.StringIO()
    w = csv.writer(f, lineterminator="\n")
    w.writerow(head)
    w.writerows(rows)
    return f.getvalue().encode()


def master(c):
    columns = ["vendor_id", "name", "status", "vat_id", "country", "iban", "bic", "currency", "terms", "terms_days", "spend_limit", "spend_period"]
    rows = []
    for key, (name, country, more) in VENDORS.items():
        p = c.vendors[key]
        base = {"vendor_id": key, "name": name, "status": "active", "vat_id": p.vat_id, "country": country, "iban": p.banks[0].iban, "bic": p.banks[0].bic} | more
        rows.append([base.get(x, "") for x in columns])
    lines = [[po, v, "EUR", "open", "2026-10-01", 10 * (i + 1), item, ITEMS[item][0], n, "C62", ITEMS[item][2], f"{D(ITEMS[item][2]) * n:.2f}", "yes"] for po, (v, ls) in ORDERS.items() for i, (item, n) in enumerate(ls)]
    at = {po: [item for item, _ in ls] for po, (_, ls) in ORDERS.items()}
    got = [[gr, po, "2026-10-28", 10 * (at[po].index(item) + 1), item, n, "C62"] for gr, (po, ls) in RECEIPTS.items() for item, n in ls]
    us = c.us
    return {
        "vendors.csv": table(columns, rows),
        "entities.csv": table(["name", "country", "vat_id", "street", "postal_code", "city"], [[us.name, "DE", us.vat_id, us.street, us.postal, us.city]]),
        "orders.csv": table(["purchase_order", "vendor_id", "currency", "status", "order_date", "line", "item_id", "description", "quantity", "unit", "unit_price", "net", "receipt_required"], lines),
        "receipts.csv": table(["receipt", "purchase_order", "received_on", "line", "item_id", "quantity", "unit"], got),
        "periods.csv": table(["start", "end", "status"], [["2026-07-01", "2026-07-31", "closed"]]),
        "limits.csv": table(["role", "currency", "amount"], [["clerk", "EUR", "1000"]]),
        "sanctions.csv": table(["list", "entry", "list_date", "name", "aliases"], [["Fictional list", "F.1", "2026-11-15", "Oriona Trading House", "Oriona Group"]]),
        "expected.csv": table(["expected", "vendor_id", "description", "every", "day", "grace_days", "amount", "currency", "start"],
                              [["electricity", "V2", "electricity of hall 1", "month", "5", "10", "761.84", "EUR", "2026-10-01"], ["rent", "V10", "rent of hall 2", "month", "1", "10", "1190.00", "EUR", "2026-08-01"]]),
    }


def main():
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "examples", "tutorial")
    c = Company()
    for room in (orders, clean, repeats, arithmetic, vendors, identifiers, data, days, policy, fraud, intake):
        room(c)
    files = {f"inbox/{k}": v for k, v in c.files.items()} | master(c)
    files["expected-routes.csv"] = table(["file", "route", "codes", "what it is"], c.rows)
    for name, content in files.items():
        path = os.path.join(out, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content)
    print(f"{len(c.files)} files, {sum(map(len, files.values())) // 1024} KiB", file=sys.stderr)


if __name__ == "__main__":
    main()
