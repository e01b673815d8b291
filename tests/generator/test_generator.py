#!/usr/bin/python3
"""Tests of the generator itself: sums, identifiers, determinism, and that visible values are on the page.

usage: test_generator.py [COUNT]   (documents per layout, default 2)
"""
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from decimal import Decimal as D

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from apgen import ids, kinds, lang, layouts, scenario, shops  # noqa: E402

COUNT = 2


def squeeze(s):
    """Lower case letters and digits alone."""
    return "".join(c for c in unicodedata.normalize("NFKC", s).casefold() if c.isalnum())


def page_text(pdf):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
        f.write(pdf)
        f.flush()
        return "".join(subprocess.run(["pdftotext", how, f.name, "-"], capture_output=True, check=True).stdout.decode() for how in ("-layout", "-raw"))


def date_forms(iso, lng):
    y, m, d = iso.split("-")
    name = lang.alts(lng, "months")[int(m) - 1]
    return {f"{d}{m}{y}", f"{y}{m}{d}", f"{m}{d}{y}", f"{d}{m}{y[2:]}", f"{m}{d}{y[2:]}", f"{int(d)}{int(m)}{y}"} | {squeeze(f"{a}{b}{x}{y}") for n in (name, name[:3]) for a, b, x in ((int(d), "", n), (d, "", n), (n, "", int(d)), (int(d), "de", n + "de"))}


class Generator(unittest.TestCase):
    def test_sums(self):
        for i in range(400):
            inv = scenario.draw("t", i)
            self.assertEqual(inv.net, sum((li.net for li in inv.lines), D(0)) - inv.allowances + inv.charges)
            self.assertEqual(inv.tax, sum((t.amount for t in inv.taxes), D(0)))
            self.assertEqual(inv.gross, inv.net + inv.tax)
            self.assertEqual(inv.payable, inv.gross - inv.prepaid + inv.rounding + inv.prior_balance)
            if not inv.split:
                self.assertEqual(inv.net, sum((t.basis for t in inv.taxes), D(0)))

    def test_identifiers(self):
        for i in range(600):
            inv = scenario.draw("t", i)
            for b in inv.seller.banks:
                if b.iban:
                    self.assertEqual(ids.mod97(b.iban[4:] + b.iban[:4]), 1, b.iban)
                    self.assertEqual(b.bic[4:6], b.iban[:2])
                    self.assertIn(len(b.bic), (8, 11))
            v = inv.seller.vat_id
            if v[:2] == "DE":
                self.assertEqual(ids.iso7064_11_10(v[2:-1]), v[-1])
            if inv.reference.startswith("RF"):
                self.assertEqual(ids.mod97(inv.reference[4:] + inv.reference[:4]), 1)

    def test_same_bytes(self):
        layouts.load()
        for kind in ("text", "hybrid", "scan", "receipt", "xml", "mail"):
            job = kinds.Job("d", 3, kind, sorted(layouts.choose()), 3)
            self.assertEqual(kinds.MAKERS[kind](job), kinds.MAKERS[kind](job), kind)

    def test_the_holdout_comes_only_where_it_is_asked_for(self):
        layouts.load()
        held = set(layouts.choose("holdout"))
        self.assertGreater(len(held), 30)
        for split in ("train", "dev", "test", "all"):
            self.assertFalse(held & set(layouts.choose(split)), split)

    def test_receipts_of_the_holdout_add_up(self):
        for i in range(60):
            inv = shops.draw("t", i, shops.STYLES[i % len(shops.STYLES)])
            self.assertEqual(inv.gross, inv.net + inv.tax)
            self.assertTrue(inv.number in shops.render(inv, f"t/{i}", shops.STYLES[i % len(shops.STYLES)])[1].inv.number)

    def test_visible_values_are_on_the_page(self):
        layouts.load()
        also = os.environ.get("GENERATOR_PRODUCERS", "")
        for name in sorted(layouts.choose(producers=also) + layouts.choose("holdout", also)):
            for i in range(COUNT):
                job = kinds.Job(f"v{i}", i, "text", [name], i, split=layouts.split_of(name))
                files, rows = kinds.text(job)
                t, row = squeeze(page_text(files[0][1])), rows[0]
                exp = row["expected"]
                for k, seen in row["visible"].items():
                    with self.subTest(layout=name, doc=i, key=k):
                        if not seen or k in ("type", "currency", "lines"):
                            continue
                        want = exp[k]
                        if k in ("net", "tax", "gross", "payable"):
                            want = want if exp["currency"] != "JPY" else want.split(".")[0]
                            self.assertIn(squeeze(re.sub(r"^0\.", "", want)), t)
                        elif k.endswith("_date"):
                            self.assertTrue(any(f in t for f in date_forms(want, row["more"]["language"])), want)
                        else:
                            forms = [want] + row["alt"].get(k, [])
                            self.assertTrue(any(squeeze(f) in t for f in forms), want)
                for li in exp.get("lines", []):
                    with self.subTest(layout=name, doc=i, line=li["description"]):
                        net = li["net"] if exp["currency"] != "JPY" else li["net"].split(".")[0]
                        self.assertIn(squeeze(net), t)


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        COUNT = int(sys.argv.pop(1))
    unittest.main()
