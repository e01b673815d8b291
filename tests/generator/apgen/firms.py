"""Fictional firms with addresses, identifiers and bank accounts that fit their country."""
import re
import unicodedata

from . import countries as C
from . import ids
from .goods import BRANCHES, LANGS
from .model import Bank, Party

PREFIX = {"en": ("", "", "", "The "), "fr": ("", "Maison ", "Éts "), "es": ("", "Hermanos "), "it": ("", "Fratelli ", "Ditta "), "de": ("", "", "Gebr. ")}
BUYERS = ("Aldervane", "Korvanta", "Belmaris", "Tessaro", "Lumen & Hart", "Quillpoint", "Orvidian", "Nordhavn Gruppe", "Castelline", "Meridova")


def slug(s):
    s = unicodedata.normalize("NFKD", s).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", s).strip("-")


def firm_name(r, country, lang, branch):
    fam = r.choice(C.SURNAMES[country].split("|"))
    word = C.BRANCH_WORDS[lang].split("|")[BRANCHES.index(branch)]
    form = r.choice(C.FORMS[country].split("|"))
    kind = r.randrange(5)
    if "@" in form:
        return f"{word} {fam} {form.replace('@', fam.split()[-1])}"
    if kind == 0:
        other = r.choice(C.SURNAMES[country].split("|"))
        if other != fam:
            return f"{fam} & {other} {form}"
    if kind == 1:
        return f"{word} {fam} {form}"
    return f"{r.choice(PREFIX.get(lang, ('',)))}{fam} {word} {form}"


def address(r, country):
    """(street, postal code, city, region, the city line as printed)."""
    line = r.choice(C.CITIES[country].split("|"))
    street = r.choice(C.STREETS[country].split("|")).replace("#", str(r.randrange(1, 98)))
    region = ""
    if country in ("US", "CA"):
        city, rest = line.split(", ")
        region, postal = rest.split(" ", 1)
    elif country == "AU":
        city, region, postal = line.rsplit(" ", 2)
    elif country == "IN":
        city, postal, region = re.match(r"(\S+) (\d+), (.*)", line).groups()
    elif country == "JP":
        city, postal = line.rsplit(" ", 1)
    elif country == "GB":
        city, a, b = line.rsplit(" ", 2)
        postal = f"{a} {b}"
    elif country == "IE":
        m = re.match(r"(.*?) (\w\d\w \w{4})$", line)
        city, postal = m.groups()
    else:
        m = re.match(r"((?:L-)?\d[\d\-]*(?: \d\d)?(?: [A-Z]{2})?) (.*)", line)
        postal, city = m.groups()
    return street, postal, city, region, line


def phone(r, country):
    dial = C.COUNTRY[country][4]
    a, b, c = r.randrange(200, 999), r.randrange(100, 999), r.randrange(1000, 9999)
    if country in ("US", "CA"):
        return r.choice((f"({a}) 555-{c}", f"{a}-555-{c}", f"+1 {a} 555 {c}"))
    return r.choice((f"{dial} {a} {b} {c}", f"{dial} ({a // 10}) {b}{c}", f"0{a}/{b}{c}", f"0{a // 10} {b} {c % 100:02d} {c // 100}"))


def bank(r, country, qr=False):
    name = r.choice(C.BANKS[country].split("|"))
    bic = ids.bic(r, country, name)
    if country in C.IBAN_LAND:
        ib = ids.iban(r, country, bic, qr)
        acct = routing = ""
        if country == "GB":
            acct, routing = ib[-8:], f"Sort code {ib[8:10]}-{ib[10:12]}-{ib[12:14]}"
        elif country == "SE":
            acct = f"{r.randrange(100, 999)}-{r.randrange(1000, 9999)}"
        elif country == "DK":
            acct, routing = ib[-10:], f"Reg. {ib[4:8]}"
        elif country == "CZ":
            acct = f"{ib[8:14]}-{ib[14:]}/{ib[4:8]}"
        return Bank(name, ib, bic, acct, routing)
    acct = ids.digits(r, r.choice((8, 10, 12)), "123456789")
    routing = {"US": f"ABA {ids.aba(r)}", "CA": f"Transit {ids.digits(r, 5)}-00{r.randrange(1, 9)}", "AU": f"BSB {ids.digits(r, 3, '0123')}-{ids.digits(r, 3)}",
               "IN": f"IFSC {bic[:4]}0{ids.digits(r, 6)}", "JP": f"Branch {ids.digits(r, 3)}"}[country]
    return Bank(name, None, bic, acct, routing)


def reg_no(r, country, vat):
    """Number in the trade register, in the country's form."""
    d = lambda n, f="123456789": ids.digits(r, n, f)
    return {
        "DE": f"HRB {d(5)}", "AT": f"FN {d(6)}k", "CH": "CHE-" + ".".join((vat[3:6], vat[6:9], vat[9:12])) if vat.startswith("CHE") else "", "FR": f"{vat[4:7]} {vat[7:10]} {vat[10:]} 000{d(2)}",
        "ES": f"T {d(4)}, F {d(2)}, H M-{d(5)}", "IT": f"MI-{d(7)}", "NL": d(8), "BE": f"RPR {vat[2:]}", "LU": f"B {d(6)}", "PL": f"0000{d(6)}", "PT": d(5), "SE": f"{vat[2:8]}-{vat[8:12]}",
        "DK": vat[2:], "CZ": vat[2:], "FI": f"{vat[2:9]}-{vat[9:]}", "GB": "0" + d(7), "IE": d(6), "NO": vat[2:11], "US": "", "CA": "", "AU": f"ACN {vat[2:5]} {vat[5:8]} {vat[8:]}", "IN": f"U{d(5)}MH2011PTC{d(6)}", "JP": ""}[country]


def seller(r, country, lang, branch, banks=1, qr=False):
    p = party(r, country, firm_name(r, country, lang, branch))
    p.banks = [bank(r, country, qr)] + [bank(r, country) for _ in range(banks - 1)]
    p.tax_no = {"DE": lambda: f"{r.randrange(100, 399)}/{r.randrange(1000, 5999)}/{r.randrange(1000, 9999)}", "FR": lambda: f"{r.randrange(1000, 9999)}Z",
                "IT": lambda: p.vat_id[2:], "US": lambda: p.vat_id}.get(country, lambda: "")()
    given = C.GIVEN.get(lang, C.GIVEN["en"]).split("|")
    p.person = f"{r.choice(given)} {r.choice(C.SURNAMES[country].split('|'))}"
    return p


def party(r, country, name):
    street, postal, city, region, line = address(r, country)
    vat = ids.VAT[country](r)
    dom = slug(name)[:22].strip("-") + ".example"
    return Party(name, street, postal, city, country, region, vat_id=vat, reg_no=reg_no(r, country, vat), email=r.choice(("info@", "billing@", "office@", "ar@")) + dom,
                 web="www." + dom, phone=phone(r, country), city_line=line)


def buyer(r, country):
    form = r.choice(C.FORMS[country].split("|"))
    if "@" in form:
        form = "S.r.l."
    lang = C.COUNTRY[country][1][0]
    word = r.choice(("", "", " Logistics", " Holding", " Services", " " + C.BRANCH_WORDS[lang if lang in LANGS else "en"].split("|")[r.randrange(5)]))
    return party(r, country, f"{r.choice(BUYERS)}{word} {form}")
