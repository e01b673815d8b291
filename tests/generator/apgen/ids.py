"""Identifiers with right check digits: VAT and company numbers, IBAN, BIC, payment references.

Every function takes a random.Random and returns a string without spaces.  The numbers are random, so
that a real firm's number is hit by chance only.  Algorithms: ISO 7064, ISO 13616, and the national ones.
"""
import string

UP = string.ascii_uppercase


def digits(r, n, first="0123456789"):
    """n random digits, the first out of `first`."""
    return "".join([r.choice(first)] + [str(r.randrange(10)) for _ in range(n - 1)])


def wsum(s, weights):
    return sum(int(c) * w for c, w in zip(s, weights))


def luhn_digit(s):
    """Check digit that makes s + digit pass Luhn."""
    t = 0
    for i, c in enumerate(reversed(s)):
        d = int(c) * (2 if i % 2 == 0 else 1)
        t += d - 9 if d > 9 else d
    return str(-t % 10)


def mod97(s):
    return int("".join(str(int(c, 36)) for c in s)) % 97


def iso7064_11_10(s):
    p = 10
    for c in s:
        p = (p + int(c)) % 10 or 10
        p = p * 2 % 11
    return str((11 - p) % 10)


def _retry(r, make):
    """Draw until `make` gives a value (some check schemes have no digit for some bodies)."""
    while True:
        v = make(r)
        if v is not None:
            return v


# ---- VAT identifiers -------------------------------------------------------------------------------
def _at(r):
    s = digits(r, 7)
    t = sum(sum(divmod(int(c) * (1 + i % 2), 10)) for i, c in enumerate(s))
    return "U" + s + str((10 - (t + 4) % 10) % 10)


def _be(r):
    s = "0" + digits(r, 7, "456789")
    return s + f"{97 - int(s) % 97:02d}"


def _dk(r):
    s = digits(r, 7, "123")
    c = [d for d in "0123456789" if wsum(s + d, (2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0]
    return s + c[0] if c else None


def _es(r):
    s = digits(r, 7)
    t = sum(int(c) for c in s[1::2]) + sum(sum(divmod(2 * int(c), 10)) for c in s[0::2])
    return r.choice("AB") + s + str(-t % 10)


def _fr(r):
    siren = digits(r, 8, "3456789")
    siren += luhn_digit(siren)
    return f"{(12 + 3 * (int(siren) % 97)) % 97:02d}{siren}"


def _gb(r):
    s = digits(r, 7, "123456789")
    return s + f"{97 - wsum(s, (8, 7, 6, 5, 4, 3, 2)) % 97:02d}"


def _ie(r):
    s = digits(r, 7, "369")
    return s + "WABCDEFGHIJKLMNOPQRSTUV"[wsum(s, (8, 7, 6, 5, 4, 3, 2)) % 23]


def _it(r):
    s = digits(r, 7) + f"{r.randrange(1, 101):03d}"
    return s + luhn_digit(s)


def _lu(r):
    s = digits(r, 6, "12")
    return s + f"{int(s) % 89:02d}"


def _nl(r):
    s = digits(r, 8, "12345678")
    k = wsum(s, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return None if k == 10 else f"{s}{k}B0{r.randrange(1, 4)}"


def _pl(r):
    s = digits(r, 9, "5678")
    k = wsum(s, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11
    return None if k == 10 else s + str(k)


def _pt(r):
    s = "5" + digits(r, 7)
    k = 11 - wsum(s, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return s + str(k if k < 10 else 0)


def _se(r):
    s = "55" + digits(r, 1, "6789") + digits(r, 6)
    return s + luhn_digit(s) + "01"


def _cz(r):
    s = digits(r, 7, "2346")
    k = (11 - wsum(s, (8, 7, 6, 5, 4, 3, 2)) % 11) % 11
    return s + str({10: 0, 0: 1}.get(k, k) if k in (0, 10) else k)


def _fi(r):
    s = digits(r, 7, "012")
    k = wsum(s, (7, 9, 10, 5, 8, 4, 2)) % 11
    return None if k == 1 else s + str((11 - k) % 11)


def _ch(r):
    s = digits(r, 8, "1234")
    k = (11 - wsum(s, (5, 4, 3, 2, 7, 6, 5, 4)) % 11) % 11
    return None if k == 10 else s + str(k)


def _no(r):
    s = digits(r, 8, "89")
    k = (11 - wsum(s, (3, 2, 7, 6, 5, 4, 3, 2)) % 11) % 11
    return None if k == 10 else s + str(k)


def _au(r):
    s = digits(r, 9)
    w = (3, 5, 7, 9, 11, 13, 15, 17, 19)
    k = 99 - wsum(s, w) % 89            # two leading digits, 11..99, the first less one weighed 10
    return f"{k}{s}" if 11 <= k <= 99 and ((k // 10 - 1) * 10 + k % 10 + wsum(s, w)) % 89 == 0 else None


def _in(r):
    abc = "0123456789" + UP
    pan = "".join(r.choice(UP) for _ in range(3)) + r.choice("CF") + r.choice(UP) + digits(r, 4) + r.choice(UP)
    s = r.choice(("27", "29", "33", "06", "09", "24", "19")) + pan + "1Z"
    t = sum(sum(divmod(abc.index(c) * (1 + i % 2), 36)) for i, c in enumerate(s))
    return s + abc[-t % 36]


def _jp(r):
    s = digits(r, 12)
    q = sum(int(c) * (1 + i % 2) for i, c in enumerate(reversed(s)))
    return "T" + str(9 - q % 9) + s


VAT = {
    "AT": lambda r: "AT" + _at(r), "BE": lambda r: "BE" + _be(r), "DK": lambda r: "DK" + _retry(r, _dk),
    "DE": lambda r: (lambda s: "DE" + s + iso7064_11_10(s))(digits(r, 8, "123")),
    "ES": lambda r: "ES" + _es(r), "FR": lambda r: "FR" + _fr(r), "GB": lambda r: "GB" + _gb(r),
    "IE": lambda r: "IE" + _ie(r), "IT": lambda r: "IT" + _it(r), "LU": lambda r: "LU" + _lu(r),
    "NL": lambda r: "NL" + _retry(r, _nl), "PL": lambda r: "PL" + _retry(r, _pl), "PT": lambda r: "PT" + _pt(r),
    "SE": lambda r: "SE" + _se(r), "CZ": lambda r: "CZ" + _cz(r), "FI": lambda r: "FI" + _retry(r, _fi),
    "CH": lambda r: "CHE" + _retry(r, _ch), "NO": lambda r: "NO" + _retry(r, _no) + "MVA",
    "AU": lambda r: _retry(r, _au), "IN": _in, "JP": _jp,
    "CA": lambda r: (lambda s: s + luhn_digit(s) + "RT0001")(digits(r, 8, "178")),
    "US": lambda r: r.choice(("20", "26", "27", "45", "46", "81", "82", "83", "84")) + "-" + digits(r, 7),
}


# ---- bank accounts ------------------------------------------------------------------------------------
def _rib(r):
    bank, branch, acct = digits(r, 5, "13"), digits(r, 5), digits(r, 11)
    return bank + branch + acct + f"{97 - (89 * int(bank) + 15 * int(branch) + 3 * int(acct)) % 97:02d}"


def _es_bban(r):
    b, a = digits(r, 8, "02"), digits(r, 10)
    k = [(lambda x: 11 - x % 11)(wsum(s, (1, 2, 4, 8, 5, 10, 9, 7, 3, 6))) for s in ("00" + b, a)]
    return b + "".join({10: "1", 11: "0"}.get(x, str(x)) for x in k) + a


def _it_bban(r):
    s = digits(r, 10, "0") + digits(r, 12)
    odd = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
    return UP[sum(odd[int(c)] if i % 2 == 0 else int(c) for i, c in enumerate(s)) % 26] + s


def _nl_acct(r):
    s = digits(r, 9, "0123")
    c = [d for d in "0123456789" if wsum(s + d, range(10, 0, -1)) % 11 == 0]
    return s + c[0] if c else None


def _pl_bban(r):
    s = digits(r, 7, "12")
    return s + str(-wsum(s, (3, 9, 7, 1, 3, 9, 7)) % 10) + digits(r, 16)


def _cz_part(r, n):
    w = (6, 3, 7, 9, 10, 5, 8, 4, 2, 1)[-n:]
    s = digits(r, n - 1, "123456789")
    c = [d for d in "0123456789" if wsum(s + d, w) % 11 == 0]
    return s + c[0] if c else None


def _no_bban(r):
    s = digits(r, 10)
    k = (11 - wsum(s, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11) % 11
    return None if k == 10 else s + str(k)


def _be_bban(r):
    s = digits(r, 10)
    return s + f"{int(s) % 97 or 97:02d}"


def _pt_bban(r):
    s = "00" + digits(r, 2) + digits(r, 15)
    return s + f"{98 - int(s) * 100 % 97:02d}"


BBAN = {
    "DE": lambda r, b: digits(r, 8, "1234567") + digits(r, 10), "AT": lambda r, b: digits(r, 5, "123") + digits(r, 11),
    "FR": lambda r, b: _rib(r), "ES": lambda r, b: _es_bban(r), "IT": lambda r, b: _it_bban(r),
    "NL": lambda r, b: b[:4] + _retry(r, _nl_acct), "BE": lambda r, b: _be_bban(r),
    "LU": lambda r, b: digits(r, 3) + digits(r, 13), "PL": lambda r, b: _pl_bban(r), "PT": lambda r, b: _pt_bban(r),
    "SE": lambda r, b: digits(r, 3, "123456789") + digits(r, 17, "0"), "DK": lambda r, b: digits(r, 14, "123456789"),
    "CZ": lambda r, b: digits(r, 4, "0") + _retry(r, lambda q: _cz_part(q, 6)) + _retry(r, lambda q: _cz_part(q, 10)),
    "FI": lambda r, b: (lambda s: s + luhn_digit(s))(digits(r, 13, "12345")),
    "IE": lambda r, b: b[:4] + digits(r, 14, "9"), "GB": lambda r, b: b[:4] + digits(r, 14, "2345"),
    "CH": lambda r, b: digits(r, 5, "0") + digits(r, 12), "NO": lambda r, b: _retry(r, _no_bban),
}


def iban(r, country, bic, qr=False):
    """A valid IBAN of `country`; qr: a Swiss QR-IBAN (institution 30000-31999)."""
    bban = BBAN[country](r, bic)
    if qr:
        bban = str(r.randrange(30000, 32000)) + bban[5:]
    return f"{country}{98 - mod97(bban + country + '00'):02d}{bban}"


def bic(r, country, name=""):
    """An 8 or 11 character BIC of `country`, its first letters taken from the bank's name."""
    head = ("".join(c for c in name.upper() if c in UP) + "XQZK")[:4]
    return head + country + r.choice("23456789" + "ABCDEFGH") + r.choice(UP[:8]) + r.choice(("", "XXX"))


def aba(r):
    s = "0" + digits(r, 7, "123456789")
    return s + str(-wsum(s, (3, 7, 1, 3, 7, 1, 3, 7)) % 10)


# ---- payment references -----------------------------------------------------------------------------------
def rf(body):
    return f"RF{98 - mod97(body + 'RF00'):02d}{body}"


def qrr(body):
    """27-digit Swiss QR reference (recursive modulo 10)."""
    t, c = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5), 0
    s = body.zfill(26)
    for d in s:
        c = t[(c + int(d)) % 10]
    return s + str((10 - c) % 10)


def ogm(body):
    """Belgian structured communication, printed with plus signs."""
    s = body.zfill(10)[-10:]
    s += f"{int(s) % 97 or 97:02d}"
    return f"+++{s[:3]}/{s[3:7]}/{s[7:]}+++"


def viite(body):
    """Finnish reference number."""
    w = (7, 3, 1)
    return body + str(-sum(int(c) * w[i % 3] for i, c in enumerate(reversed(body))) % 10)


def group(s, n=4):
    return " ".join(s[i:i + n] for i in range(0, len(s), n))


def gtin(r, prefix="40"):
    s = prefix + digits(r, 12 - len(prefix))
    return s + str(-sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(s)) % 10)
