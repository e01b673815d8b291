#!/usr/bin/python3
"""Makes a history of invoices with repeats planted in it, for scripts/bench-duplicates.

  generate_history.py HISTORY TRUTH [--count N] [--repeats N] [--seed S] [--no-text]

HISTORY gets a record (ap.record/1, state extracted) a line, in order of arrival. TRUTH gets a line for each planted repeat:
{"id", "of", "kind", "group"}; `group` joins the parts of an amount split up. Both come from the two tables below, which say
what accounts payable sees, and from nothing that the matcher knows.
"""
import argparse
import datetime
import hashlib
import heapq
import json
import random

# What honest invoices a history is made of: share of all, and how one comes about.
HISTORY = (
    (0.36, "single", "an order of its own: other lines, other amounts"),
    (0.20, "recurring", "a contract: the same amount every month, quarter or week; some vendors have several contracts with one customer, "
                        "billed on one day over the same amount"),
    (0.08, "calloff", "a blanket order called off in equal lots: same order, same lines, another delivery"),
    (0.07, "metered", "utilities and telephone: contract number on each bill, amounts that vary"),
    (0.06, "retail", "receipts: short numbers that begin again, few prices"),
    (0.06, "instalment", "an order paid in equal instalments: number-1, number-2, ..."),
    (0.05, "year reset", "small firms whose numbers begin again each year"),
    (0.04, "correction", "a corrected invoice that names the one it corrects; the amount is another or the same"),
    (0.04, "credit note", "names an invoice, over all or part of it"),
    (0.04, "rebill", "credit note over all of it, and a new invoice over the same amount under a new number"),
)
# Repeats: how each comes about.
REPEATS = (
    ("exact", "the same bytes by another way, or the same page in other bytes"),
    ("rescanned", "paper scanned again: recognition errors in text and fields, fields lost"),
    ("re-typed", "the invoice written again by the vendor or a clerk: other layout, name shortened, lines put together, "
                 "number spelled otherwise, sometimes dated anew"),
    ("number altered", "one character changed, swapped, added or lost"),
    ("prefix altered", "prefix, suffix, year or leading zeros put on or left away"),
    ("other vendor record", "booked for a second record of the vendor: other tax number or name, account mostly the same"),
    ("split amounts", "billed again in two or three parts that add up to it"),
)
WORDS = ("Alder Birch Cedar Dahlia Elm Falcon Garnet Harbor Indigo Juniper Kestrel Lumen Maple Nordic Orchid Pioneer Quartz Raven Summit "
         "Timber Umbra Vertex Willow Xenon Yarrow Zenith Amber Basalt Cobalt Delta Ember Fjord Granite Horizon Iris Jasper Krone "
         "Lindner Meyer Novak Olsen Petit Rossi Santos Tanaka Urban Vogel Weber Ziegler Moreau Keller Brandt Fischer Hofmann Lang").split()
TRADES = "Logistik Office Papier Energie Reinigung Technik Transport Software Catering Bau Elektro Medien Service Werkzeuge Druck".split()
FORMS = ("GmbH", "AG", "GmbH & Co. KG", "Ltd", "SARL", "BV", "s.r.l.", "KG", "SA", "")
ITEMS = "Papier Toner Schrauben Kabel Beratung Wartung Miete Lizenz Reinigung Transport Strom Pumpe Filter Ventil Sensor Lampe Stuhl Tisch".split()
START = datetime.date(2023, 1, 1)
DAYS = 1050
OCR = {"0": "O8", "1": "I7", "5": "S6", "8": "B3", "6": "G5", "2": "Z", "O": "0", "I": "1", "S": "5", "B": "8", "e": "c", "n": "m", "l": "1", "a": "o"}


class Vendor:
    def __init__(self, r, n):
        self.name = " ".join(x for x in (r.choice(WORDS) + (" & " + r.choice(WORDS) if r.random() < 0.15 else ""), r.choice(TRADES),
                                         r.choice(FORMS)) if x)
        self.vat = f"DE{r.randrange(10**8, 10**9)}" if r.random() < 0.85 else ""
        self.iban = f"DE{r.randrange(10, 99)}{r.randrange(10**17, 10**18)}" if r.random() < 0.8 else ""
        self.style = r.choice(("{n}", "{n:06d}", "RE-{y}-{n:05d}", "{y}/{n:04d}", "INV{n:07d}", "R{n}", "{y}{n:06d}", "{a}-{n:05d}", "F {n:05d}/{s}"))
        self.code = self.name[:3].upper()
        self.next = r.randrange(1, 90000)
        self.busy = r.choice((1, 1, 1, 2, 3, 7, 20))  # other customers' invoices between two of ours
        self.price = r.choice((r.randrange(900, 400000) / 100, float(r.randrange(2, 400) * 5)))

    def number(self, r, day):
        self.next += r.randrange(1, self.busy + 1)
        return self.style.format(n=self.next, y=day.year, s=str(day.year)[2:], a=self.code)


def money(x):
    return f"{x:.2f}"


class History:
    def __init__(self, count, repeats, seed, text):
        self.r = random.Random(seed)
        self.text = text
        self.vendors = [Vendor(self.r, n) for n in range(max(50, count // 60))]
        self.heap = []  # (arrival day, tie, document)
        self.tie = 0
        self.truth = []
        self.originals = []
        self.count, self.repeats = count, repeats

    # ---- one document
    def doc(self, vendor, day, number, lines, kind, **more):
        net = round(sum(q * p for _, q, p in lines), 2)
        d = {"type": "invoice", "number": number, "date": day, "lines": lines, "net": net, "gross": round(net * 1.19, 2), "name": vendor.name,
             "vat": vendor.vat, "iban": vendor.iban, "po": "", "contract": "", "preceding": "", "delivery": None, "kind": kind}
        d.update(more)
        return d

    def put(self, d, day=None, late=9):
        self.tie += 1
        arrival = (day or d["date"]).toordinal() + self.r.randrange(0, late)
        heapq.heappush(self.heap, (arrival, self.tie, d))
        return arrival

    def lines(self, vendor):
        r = self.r
        return [(f"{r.choice(ITEMS)} {r.randrange(100, 9999)}", r.randrange(1, 20), round(vendor.price * r.uniform(0.2, 2), 2))
                for _ in range(r.choice((1, 1, 2, 3, 4)))]

    def day(self):
        return START + datetime.timedelta(days=self.r.randrange(DAYS))

    # ---- honest kinds; each gives the number of documents it put
    def honest(self, d):
        self.put(d)
        if len(self.originals) < self.repeats * 6 or self.r.random() < 0.2:
            self.originals.append(d)
        return 1

    def single(self, v):
        day = self.day()
        return self.honest(self.doc(v, day, v.number(self.r, day), self.lines(v), "single",
                                    po=f"PO-{self.r.randrange(10**5, 10**6)}" if self.r.random() < 0.5 else "", delivery=day))

    def recurring(self, v):
        r = self.r
        step = r.choice((7, 30, 30, 30, 30, 91))
        contracts = [f"V{r.randrange(10**5, 10**6)}" for _ in range(r.choice((1, 1, 1, 1, 1, 2, 4)))]
        named = r.random() < 0.9  # the bill says which contract it is for
        item, price, put = r.choice(ITEMS), round(v.price, 2), 0
        day = self.day()
        while day < START + datetime.timedelta(days=DAYS) and put < 40:
            for c in contracts:
                text = f"{item} {day:%m/%Y}" + (f" {c}" if named else "")
                put += self.honest(self.doc(v, day, v.number(r, day), [(text, 1, price)], "recurring", contract=c if named else "", delivery=day))
            day += datetime.timedelta(days=step) if step != 30 else datetime.timedelta(days=r.choice((30, 31, 29)))
        return put

    def calloff(self, v):
        r, day, put = self.r, self.day(), 0
        po, lines = f"PO-{r.randrange(10**5, 10**6)}", self.lines(v)
        for _ in range(r.randrange(3, 12)):
            put += self.honest(self.doc(v, day, v.number(r, day), lines, "calloff", po=po, delivery=day))
            day += datetime.timedelta(days=r.choice((1, 3, 7, 14, 30)))
        return put

    def metered(self, v):
        r, day, put = self.r, self.day(), 0
        contract = f"K{r.randrange(10**6, 10**7)}"
        for _ in range(r.randrange(4, 14)):
            put += self.honest(self.doc(v, day, v.number(r, day), [(f"Strom {day:%m/%Y}", 1, round(v.price * r.uniform(0.6, 1.4), 2))], "metered",
                                        contract=contract, delivery=day))
            day += datetime.timedelta(days=30)
        return put

    def retail(self, v):
        r, day = self.r, self.day()
        price = r.choice((2.5, 4.2, 5.0, 9.99, 19.99, 49.0, 12.75))
        return self.honest(self.doc(v, day, f"{r.randrange(1, 9999):04d}", [(r.choice(ITEMS), 1, price)], "retail", type="receipt", iban=""))

    def instalment(self, v):
        r, day, put = self.r, self.day(), 0
        base, price = v.number(r, day), round(v.price * 3, 2)
        po = f"PO-{r.randrange(10**5, 10**6)}"
        for n in range(1, r.choice((3, 4, 6)) + 1):
            put += self.honest(self.doc(v, day, f"{base}-{n}", [(f"Rate {n}", 1, price)], "instalment", po=po))
            day += datetime.timedelta(days=r.choice((14, 30)))
        return put

    def year_reset(self, v):
        r, put, price = self.r, 0, round(v.price * self.r.uniform(0.5, 2), 2)
        n, month, day = r.randrange(1, 60), r.randrange(1, 13), r.randrange(1, 28)
        for year in (2023, 2024, 2025):
            d = datetime.date(year, month, day)
            if d < START + datetime.timedelta(days=DAYS):
                put += self.honest(self.doc(v, d, str(n), [(r.choice(ITEMS), 1, price)], "year reset"))
        return put

    def correction(self, v):
        r, day = self.r, self.day()
        lines = self.lines(v)
        first = self.doc(v, day, v.number(r, day), lines, "correction", delivery=day)
        put = self.honest(first)
        later = day + datetime.timedelta(days=r.randrange(1, 60))
        changed = lines if r.random() < 0.5 else [(t, q, round(p * r.uniform(0.7, 1.1), 2)) for t, q, p in lines]
        number = r.choice((first["number"] + "-K", first["number"] + "/1", v.number(r, later)))
        second = self.doc(v, later, number, changed, "correction", preceding=first["number"], delivery=day)
        self.put(second, late=5)
        return put + 1

    def credit(self, v, whole=False):
        r, day = self.r, self.day()
        lines = self.lines(v)
        first = self.doc(v, day, v.number(r, day), lines, "credit note", delivery=day)
        self.put(first, late=2)
        later = day + datetime.timedelta(days=r.randrange(2, 50))
        taken = lines if whole or r.random() < 0.5 else lines[:1]
        note = self.doc(v, later, v.number(r, later), taken, "credit note", type="credit_note", preceding=first["number"], delivery=day)
        self.put(note, late=2)
        if not whole:
            return 2
        again = later + datetime.timedelta(days=r.choice((0, 0, 1, 5)))
        self.put(self.doc(v, again, v.number(r, again), lines, "rebill", delivery=day,
                          preceding=first["number"] if r.random() < 0.3 else ""), day=again + datetime.timedelta(days=3), late=4)
        return 3

    def rebill(self, v):
        return self.credit(v, whole=True)

    # ---- repeats
    def damage(self, text, p):
        r = self.r
        return "".join(r.choice(OCR[c]) if c in OCR and r.random() < p else c for c in text)

    def repeat(self, kind, d):
        r, n = self.r, dict(d)
        n.pop("id", None)
        n["noise"] = 0
        if kind == "exact":
            n["same_bytes"] = r.random() < 0.5
            n["as"] = d
        elif kind == "rescanned":
            n["noise"] = 0.02
            n["number"] = self.damage(d["number"], 0.02)
            n["name"] = self.damage(d["name"], 0.03)
            n["vat"] = "" if r.random() < 0.1 else self.damage(d["vat"], 0.01)
            n["iban"] = "" if r.random() < 0.15 else self.damage(d["iban"], 0.005)
            n["po"] = "" if r.random() < 0.2 else d["po"]
            fault = r.random()
            if fault < 0.03:
                n["date"] = None
            elif fault < 0.05:
                n["date"] = d["date"] + datetime.timedelta(days=r.choice((2, 9, 30, 300)))
            elif fault < 0.08:
                n["gross"] = round(d["gross"] + r.choice((1, -1, 10, 0.1, 90)), 2)
            elif fault < 0.10:
                n["number"] = ""
            if r.random() < 0.2:
                n["lines"] = d["lines"][1:]
        elif kind == "re-typed":
            n["number"] = r.choice((d["number"], d["number"].replace("-", "").replace("/", ""), d["number"].lower(), "Nr. " + d["number"]))
            n["name"] = " ".join(d["name"].split()[: r.choice((2, 2, 3))])
            n["lines"] = [("laut Rechnung", 1, d["net"])] if r.random() < 0.6 else d["lines"]
            n["reworded"] = True
            if r.random() < 0.4:
                n["vat"] = ""
            if r.random() < 0.15:
                n["date"] = d["date"] + datetime.timedelta(days=r.randrange(1, 40))
            n["po"] = "" if r.random() < 0.5 else d["po"]
        elif kind == "number altered":
            s = d["number"]
            digits = [i for i, c in enumerate(s) if c.isdigit()]
            i = r.choice(digits)
            way = r.randrange(4)
            if way == 0:
                s = s[:i] + r.choice([c for c in "0123456789" if c != s[i]]) + s[i + 1:]
            elif way == 1 and i + 1 < len(s) and s[i + 1].isdigit() and s[i + 1] != s[i]:
                s = s[:i] + s[i + 1] + s[i] + s[i + 2:]
            elif way == 2:
                s = s[:i] + s[i] * 2 + s[i + 1:]
            else:
                s = s[:i] + r.choice("0123456789") + s[i:] if len(digits) < 4 else s[:i] + s[i + 1:]
            n["number"] = s
        elif kind == "prefix altered":
            s = d["number"]
            n["number"] = r.choice((s + "A", s + "-1", "INV-" + s, "RE" + s, "00" + s, s + " COPY", f"{d['date'].year}-{s}", "X-" + s, s + "/B"))
        elif kind == "other vendor record":
            way = r.randrange(4)
            if way in (0, 2):
                n["vat"] = f"DE{r.randrange(10**8, 10**9)}"
            if way in (1, 2):
                n["name"] = d["name"].split()[0] + " " + r.choice(TRADES) + " Niederlassung"
            if way == 3:
                n["vat"], n["name"] = "", " ".join(d["name"].split()[:2]) + " Group"
            if r.random() < 0.3:
                n["iban"] = f"DE{r.randrange(10, 99)}{r.randrange(10**17, 10**18)}"
        return n

    def split(self, d):
        r, share = self.r, 2 if self.r.random() < 0.8 else 3
        cuts = [round(d["gross"] * r.uniform(0.2, 0.45), 2) for _ in range(share - 1)]
        parts = cuts + [round(d["gross"] - sum(cuts), 2)]
        way, out = r.randrange(3), []
        for n, part in enumerate(parts, 1):
            p = dict(d)
            p.pop("id", None)
            p["gross"], p["net"] = part, round(part / 1.19, 2)
            p["lines"] = [(d["lines"][0][0], 1, p["net"])]
            p["number"] = f"{d['number']}-{n}" if way == 0 else f"{d['number']}{'ABC'[n - 1]}" if way == 1 else str(r.randrange(10**5, 10**6))
            out.append(p)
        return out

    def plant(self):
        r = self.r
        r.shuffle(self.originals)
        per = self.repeats // len(REPEATS)
        at = 0
        for kind, _ in REPEATS:
            done = 0
            while done < per:
                d = self.originals[at]
                at += 1
                if sum(c.isdigit() for c in d["number"]) < (3 if "altered" in kind else 1) or (kind == "split amounts" and d["gross"] < 50):
                    continue
                if kind in ("number altered", "prefix altered", "split amounts") and d["type"] == "receipt":
                    continue
                later = d["date"] + datetime.timedelta(days=12 + r.choice((0, 2, 5, 20, 40, 90)))
                group = f"{kind} {done}"
                for copy in self.split(d) if kind == "split amounts" else [self.repeat(kind, d)]:
                    copy["repeat"] = (kind, d, group)
                    self.put(copy, day=later, late=4)
                done += 1

    # ---- writing
    def page(self, d):
        words = [d["name"], "Rechnung", d["number"], d["date"].strftime("%d.%m.%Y") if d["date"] else "", d["vat"], d["iban"], d["po"], d["contract"]]
        if d.get("reworded"):
            words = [d["number"], "Rechnungsnummer", d["date"].isoformat() if d["date"] else "", d["name"]]
        for t, q, p in d["lines"]:
            words += [t, str(q), money(p), money(q * p)]
        words += ["Netto", money(d["net"]), "MwSt 19%", money(d["gross"] - d["net"]), "Gesamt", money(d["gross"]), "EUR"]
        if d["delivery"]:
            words += ["Lieferung", d["delivery"].strftime("%d.%m.%Y")]
        text = " ".join(w for w in words if w)
        return self.damage(text, d["noise"]) if d.get("noise") else text

    def line(self, d, n):
        d["id"] = d["as"]["id"] if d.get("same_bytes") else hashlib.sha256(f"doc {n}".encode()).hexdigest()
        inv = {"type": d["type"], "number": d["number"], "issue_date": d["date"].isoformat() if d["date"] else None, "currency": "EUR",
               "purchase_order": d["po"] or None, "contract": d["contract"] or None, "preceding_invoice": d["preceding"] or None,
               "seller": {"name": d["name"], "vat_id": d["vat"] or None}, "payment": {"iban": d["iban"] or None},
               "delivery": {"date": d["delivery"].isoformat() if d["delivery"] else None},
               "totals": {"net": money(d["net"]), "gross": money(d["gross"])},
               "lines": [{"description": t, "quantity": str(q), "unit_price": money(p), "net": money(q * p)} for t, q, p in d["lines"]]}
        record = {"schema": "ap.record/1", "id": d["id"], "trace_id": "0" * 32, "state": "extracted",
                  "source": {"name": f"{n}.pdf", "channel": "file"}, "extraction": {"method": "text"}, "invoice": inv}
        if self.text:
            record["x_text"] = self.page(d)
        return json.dumps(record, separators=(",", ":"))

    def run(self, history, truth):
        makers = [(share, getattr(self, {"credit note": "credit", "year reset": "year_reset"}.get(name, name))) for share, name, _ in HISTORY]
        made, done = [0] * len(makers), 0
        while done < self.count - self.repeats:
            i = min(range(len(makers)), key=lambda k: made[k] / makers[k][0])  # the kind that is furthest behind its share
            n = makers[i][1](self.r.choice(self.vendors))
            made[i] += n
            done += n
        self.plant()
        n = 0
        with open(history, "w") as out, open(truth, "w") as facts:
            while self.heap:
                _, _, d = heapq.heappop(self.heap)
                n += 1
                out.write(self.line(d, n) + "\n")
                if "repeat" in d:
                    kind, of, group = d["repeat"]
                    facts.write(json.dumps({"id": d["id"], "of": of.get("id"), "kind": kind, "group": group}) + "\n")
        return {name: m for (_, name, _), m in zip(HISTORY, made)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("history")
    parser.add_argument("truth")
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-text", action="store_true")
    args = parser.parse_args()
    made = History(args.count, args.repeats, args.seed, not args.no_text).run(args.history, args.truth)
    print(json.dumps(made))


if __name__ == "__main__":
    main()
