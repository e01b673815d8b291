#!/usr/bin/python3
"""Writes examples/: a small mixed inbox, its truth, and the master data that its checks need.

usage: make_examples.py [EXAMPLES_DIR]    the same bytes each time; all dates are current on 2026-11-22
"""
import csv
import io
import json
import os
import random
import sys
from datetime import date
from decimal import Decimal as D

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from apgen import damage, embed, firms, kinds, layouts, mailbox, receipts, scenario, truth, xml_cii, xml_ubl  # noqa: E402
from apgen.truth import plain  # noqa: E402

TODAY = date(2026, 11, 20)
ENTITY = {"DE": "Korvanta Maschinenbau GmbH", "GB": "Korvanta Ltd", "FR": "Korvanta SARL", "ES": "Korvanta S.L.", "IT": "Korvanta S.r.l.", "NL": "Korvanta B.V.", "US": "Korvanta Inc.", "PL": "Korvanta Sp. z o.o.",
          "BE": "Korvanta BV", "SE": "Korvanta AB", "AT": "Korvanta Austria GmbH"}


def entities():
    r = random.Random("examples/entities")
    return {c: firms.party(r, c, n) for c, n in ENTITY.items()}


class Box:
    """Collects files, truth and the parties and orders met on the way."""

    def __init__(self):
        self.files, self.truth, self.notes, self.vendors, self.orders = {}, [], [], {}, {}
        self.ours = entities()
        self.layouts = layouts.load()

    def draw(self, key, country, lang=None, lines=(2, 6), credit=False, ok=lambda i: True, currency=None, **kw):
        """An ordinary current invoice to our entity of that country, nothing special about it."""
        for k in range(3000):
            inv = scenario.draw(f"examples/{key}", k, country=country, language=lang, xml=True, credit=credit, buyer=self.ours[country], today=TODAY, **kw)
            if (lines[0] <= len(inv.lines) <= lines[1] and inv.category == "S" and (inv.due or credit) and inv.po and not inv.prepaid and not inv.rounding and 50 < inv.gross < 9000
                    and (not inv.due or inv.due >= date(2026, 11, 23) or credit) and not inv.ship_to and (TODAY - inv.issue).days < 60 and inv.currency != (currency or "") and ok(inv)):
                return inv
        raise ValueError(key)

    def know(self, inv):
        """The supplier and the order become master data."""
        self.vendors.setdefault(inv.seller.vat_id, inv)
        if inv.type == "invoice":
            self.orders[inv.po] = inv

    def put(self, name, data, row=None, route="", why=""):
        self.files[name] = data
        for x in row if isinstance(row, list) else [row] if row else []:
            self.truth.append(x)
        self.notes.append((name, route, why))

    def pdf(self, inv, layout, key):
        for k in range(60):     # a rendering on which the facts that matter are printed
            lay = self.layouts[layout]
            data, v, n = layouts.render(lay, inv, f"examples/{key}/{k}")
            need = {"number", "issue_date", "seller_name", "buyer_name", "gross", "purchase_order", "currency"} | ({"due_date"} if inv.type == "invoice" else set())
            if need <= v.seen and (inv.seller.banks[0].iban is None or "iban" in v.seen) and not v.neg:
                return data, v, n
        raise ValueError(f"{layout}: {sorted(v.seen)}")

    def row(self, inv, v, name, layout, kind, n, **kw):
        return truth.for_print(inv, v, name, layout, kind, n, "all", **kw)

    def text(self, name, layout, country, lang=None, route="approve", why="", change=None, known=True, **kw):
        inv = self.draw(name, country, lang, **kw)
        if known:
            self.know(inv)
        if change:
            change(inv)
        data, v, n = self.pdf(inv, layout, name)
        self.put(name, data, self.row(inv, v, name, layout, "text", n), route, why)
        return inv, data


def wrong_total(inv):
    inv.gross += D("100.00")
    inv.payable = inv.gross


def wrong_iban(inv):
    b = inv.seller.banks[0]
    b.iban = b.iban[:9] + str((int(b.iban[9]) + 1) % 10) + b.iban[10:]


def reminder(inv):
    inv.title = "2. Mahnung"


def copy_of(inv):
    import copy
    return copy.deepcopy(inv)


def fill(box):
    first, first_data = box.text("01-letter-de.pdf", "din-letter", "DE", why="German text PDF, two tax rates", ok=lambda i: len(i.taxes) == 2)
    box.text("02-band-gb.pdf", "band-top", "GB", "en", why="English text PDF in pounds")
    box.text("03-window-fr.pdf", "window-right", "FR", why="French text PDF")
    box.text("04-totals-left-es.pdf", "totals-left", "ES", why="Spanish text PDF, totals at the left")
    box.text("05-facts-box-it.pdf", "right-facts-under-title", "IT", why="Italian text PDF with a discount on the whole document", ok=lambda i: i.allowances)
    box.text("06-three-pages-nl.pdf", "grid-classic", "NL", "nl", lines=(44, 44), n=44, branch="food", why="Dutch text PDF over several pages with sums carried forward")
    box.text("07-form-us.pdf", "us-classic", "US", why="American form in dollars: sales tax, no IBAN")
    box.text("08-box-pl.pdf", "title-left-box", "PL", "pl", why="Polish text PDF in zloty")
    for name, file, level, profile, country, layout in (("09-factur-x-fr.pdf", "factur-x.xml", "EN 16931", "en16931", "FR", "minimal-lines"), ("10-zugferd1-de.pdf", "ZUGFeRD-invoice.xml", "COMFORT", "zugferd1", "DE", "erp-dense")):
        inv = box.draw(name, country)
        box.know(inv)
        data, v, n = box.pdf(inv, layout, name)
        terms = kinds.terms_of(inv, f"examples/{name}")
        xml = xml_cii.write_v1(inv, terms) if profile == "zugferd1" else xml_cii.write(inv, terms, profile)
        box.put(name, embed.hybrid(data, xml, file, level, date=inv.issue.strftime("%Y%m%d")), box.row(inv, v, name, layout, "hybrid", n, embedded=file), "approve", f"hybrid PDF with {file} inside")
    for name, country, credit, write, what in (("11-invoice-ubl-be.xml", "BE", False, xml_ubl.write, "UBL invoice"), ("12-credit-note-ubl-se.xml", "SE", True, xml_ubl.write, "UBL credit note"), ("13-invoice-cii-at.xml", "AT", False, xml_cii.write, "CII invoice")):
        inv = box.draw(name, country, credit=credit, ok=lambda i: not i.skonto)
        box.know(inv)
        box.put(name, write(inv, kinds.terms_of(inv, f"examples/{name}")), truth.for_xml(inv, name, "ubl" if "ubl" in name else "cii", "xml", "all"), "review" if credit else "approve",
                what + (": names an invoice that the store does not hold (`CREDIT_NOTE_UNMATCHED`)" if credit else ""))
    scans(box)
    mails(box)
    box.put("18-letter-de-again.pdf", first_data, None, "duplicate", "the same bytes as 01-letter-de.pdf")
    data, v, n = box.pdf(first, "din-letter", "again-by-mail")
    again = copy_of(first)
    data, v, n = box.pdf(again, "minimal-lines", "19")
    box.put("19-letter-de-sent-twice.pdf", data, box.row(again, v, "19-letter-de-sent-twice.pdf", "minimal-lines", "text", n), "review", "other bytes, same invoice as 01-letter-de.pdf: `DUPLICATE_INVOICE`")
    box.put("20-broken.pdf", first_data[:len(first_data) // 3] + b"\x00\xff" * 40, None, "reject", "cut off after a third: `UNREADABLE`, state `failed`")
    box.text("21-wrong-total.pdf", "din-letter", "DE", route="review", why="gross is 100.00 more than net plus tax: `TOTAL_MISMATCH`", change=wrong_total)
    box.text("22-wrong-iban.pdf", "title-left-box", "DE", route="review", why="a digit of the IBAN is wrong: `INVALID_IBAN`, and it is not the one on file (`BANK_DETAILS_CHANGED`)", change=lambda i: wrong_iban(i), known=True)
    inv, _ = box.text("23-reminder.pdf", "din-letter", "DE", route="reject", why="a dunning letter, no invoice: `NOT_AN_INVOICE`", change=reminder, known=False)
    box.truth.pop()
    box.text("24-unknown-vendor.pdf", "sidebar", "GB", "en", route="review", why="sound, but the supplier is not in `vendors.csv`: `UNKNOWN_VENDOR`", known=False)


def scans(box):
    name = "14-scan-de.pdf"
    inv = box.draw(name, "DE", lines=(3, 6))
    box.know(inv)
    data, v, n = box.pdf(inv, "right-facts-under-title", name)
    ims, dpi, did = damage.scan(data, "examples/3", ["EINGEGANGEN"])
    box.put(name, damage.as_pdf(ims, dpi, 60), box.row(inv, v, name, "right-facts-under-title", "scan", n, damage=did), "approve or review", "scan without a text layer (" + ", ".join(did) + "); review where a key field is below its threshold")
    name = "15-fax-gb.tif"
    inv = box.draw(name, "GB", "en", lines=(26, 26), n=26, branch="food")
    box.know(inv)
    data, v, n = box.pdf(inv, "grid-classic", name)
    ims = [damage.bilevel(x) for x in damage.pages(data, 200, True)]
    box.put(name, damage.as_tiff(ims, 200), box.row(inv, v, name, "grid-classic", "scan", n), "approve or review", f"black and white TIFF of {n} pages")
    name = "16-receipt-nl.jpg"
    inv = receipts.draw("examples", 16, country="NL", today=TODAY)
    data, v = receipts.render(inv, "examples/16", "till-card")
    im, did = damage.photo(data, "examples/16", dpi=170)
    row = truth.for_print(inv, v, name, "till-card", "receipt", 1, "all")
    box.put(name, damage.as_jpeg(im, 170, 70), row, "review", "photo of a till receipt: no buyer named, supplier unknown")


def mails(box):
    inv = box.draw("17a", "ES")
    box.know(inv)
    data, v, n = box.pdf(inv, "band-top", "17a")
    inv2 = box.draw("17b", "BE", "nl")
    box.know(inv2)
    xml = xml_ubl.write(inv2, kinds.terms_of(inv2, "17b"))
    parts = [("factura-17a.pdf", data), ("factuur-17b.xml", xml)]
    m = mailbox.message(f"Facturas <{inv.seller.email}>", "invoices@korvanta.example", "Factura y factuur", TODAY, "Adjuntamos dos documentos.\n", parts, "examples-17")
    rows = [box.row(inv, v, "factura-17a.pdf", "band-top", "mail", n, container="17-two-attachments.eml"), truth.for_xml(inv2, "factuur-17b.xml", "ubl", "mail", "all", container="17-two-attachments.eml")]
    box.put("17-two-attachments.eml", m.as_bytes(), rows, "approve (both)", "mail with a Spanish PDF and a UBL invoice")
    msgs, rows = [], []
    for i, (c, lay) in enumerate((("IT", "totals-left"), ("FR", "title-left-box"))):
        key = f"25{'ab'[i]}"
        inv = box.draw(key, c)
        box.know(inv)
        data, v, n = box.pdf(inv, lay, key)
        name = f"invoice-{key}.pdf"
        msgs.append(mailbox.message(f"Office <{inv.seller.email}>", "invoices@korvanta.example", inv.number, inv.issue, "Please find our invoice attached.\n", [(name, data)], f"examples-{key}"))
        rows.append(box.row(inv, v, name, lay, "mail", n, container="25-mails.mbox"))
    box.put("25-mails.mbox", mailbox.mbox(msgs), rows, "approve (both)", "mbox with two mails, a PDF in each")


def table(head, rows):
    f = io.StringIO()
    w = csv.writer(f, lineterminator="\n")
    w.writerow(head)
    w.writerows(rows)
    return f.getvalue().encode()


def master(box):
    """vendors.csv, entities.csv, orders.csv from what the clean examples say."""
    out = {}
    rows = []
    good = {}
    for k, (vat, inv) in enumerate(box.vendors.items()):
        s, b = inv.seller, inv.seller.banks[0]
        good[vat] = f"V{1001 + k}"
        iban = box.good_iban.get(vat, b.iban or "")
        rows.append([good[vat], s.name, s.country, vat if s.country != "US" else "", s.tax_no if s.country == "US" else "", iban, b.bic if b.iban else "", inv.currency, inv.days, "6000", "100", "active"])
    out["vendors.csv"] = table(["vendor_id", "name", "country", "vat_id", "tax_number", "iban", "bic", "currency", "terms_days", "account", "cost_center", "status"], rows)
    out["entities.csv"] = table(["name", "country", "vat_id", "street", "postal_code", "city"], [[p.name, c, p.vat_id if c != "US" else "", p.street, p.postal, p.city] for c, p in box.ours.items()])
    rows = []
    for po, inv in sorted(box.orders.items()):
        for i, li in enumerate(inv.lines):
            rows.append([po, good[inv.seller.vat_id], inv.currency, i + 1, li.item_id, li.name, truth.number(li.qty), li.unit, plain(li.price), plain(li.net), "open"])
    out["orders.csv"] = table(["purchase_order", "vendor_id", "currency", "line", "item_id", "description", "quantity", "unit", "unit_price", "net", "status"], rows)
    numbers = {po: f"GR-{8801 + k}" for k, po in enumerate(sorted(box.orders))}
    out["receipts.csv"] = table(["receipt", "purchase_order", "received_on", "line", "item_id", "quantity", "unit"],
                                [[numbers[r[0]], r[0], "2026-11-10", r[3], r[4], r[6], r[7]] for r in rows])
    return out


README = """# Examples

A small inbox with everything that comes in: fictional firms, made by `tests/generator/make_examples.py` (see `tests/data/README.md`).
All dates are current on 22 November 2026:

    examples/load-master
    ap-ingest examples/inbox | ap-extract | ap-validate --config examples/ap.toml --as-of 2026-11-22

`ap.toml` is a minimal configuration; `vendors.csv`, `entities.csv` and `orders.csv` are the master data that its controls need: suppliers with their bank
accounts, our own firms, open orders; `receipts.csv` says what came in. `truth.ndjson` has what each document says (for mails, a line for each attachment).

`tutorial/` is a month of a small company with its vendors, orders and receipts, in 72 documents that meet every reason code:
`tutorial/tutorial.t` leads through it step by step and is run as a test; `expected-routes.csv` says what must become of each document
(made by `tests/generator/make_tutorial.py`).

| file | expected route | what it is, and what is found |
|---|---|---|
"""

TOML = """# A minimal configuration for the examples.  Keys are described in ap.toml(5).
#
# Nothing here is needed to extract or to check arithmetic, identifiers and duplicates: the defaults do that.
# The master data beside this file are what the vendor, bank and matching controls read:
#
#   vendors.csv    suppliers: id, names, tax ids, the IBAN on file, currency, terms, account, cost centre, status
#   entities.csv   our own firms, so that an invoice to somebody else is noticed
#   orders.csv     open purchase order lines
#   receipts.csv   what was received for them
#
# examples/load-master takes them into the store (ap-validate import).
"""


def main():
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..", "examples")
    box = Box()
    box.good_iban = {}
    draw = box.know

    def know(inv):
        draw(inv)
        if inv.seller.banks[0].iban:
            box.good_iban.setdefault(inv.seller.vat_id, inv.seller.banks[0].iban)
    box.know = know
    fill(box)
    files = {f"inbox/{k}": v for k, v in box.files.items()}
    files.update(master(box))
    files["truth.ndjson"] = "".join(json.dumps(x, ensure_ascii=False, sort_keys=True) + "\n" for x in box.truth).encode()
    files["README.md"] = (README + "".join(f"| `inbox/{n}` | {r} | {w} |\n" for n, r, w in sorted(box.notes))).encode()
    if not os.path.exists(os.path.join(out, "ap.toml")):    # others add their keys there
        files["ap.toml"] = TOML.encode()
    for name, data in files.items():
        path = os.path.join(out, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)
    print(f"{len(box.files)} documents, {sum(map(len, files.values())) // 1024} KiB", file=sys.stderr)


if __name__ == "__main__":
    main()
