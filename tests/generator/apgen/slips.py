"""Payment parts: EPC and Swiss QR codes, giro slips, remittance advice, bar codes, charts."""
import qrcode

from . import ids
from .flow import BLACK, GREY, LIGHT

CODE39 = {c: p for c, p in zip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *", (
    "000110100 100100001 001100001 101100000 000110001 100110000 001110000 000100101 100100100 001100100 100001001 001001001 101001000 000011001 100011000 001011000 000001101 100001100 001001100 000011100 "
    "100000011 001000011 101000010 000010011 100010010 001010010 000000111 100000110 001000110 000010110 110000001 011000001 111000000 010010001 110010000 011010000 010000101 110000100 011000100 010010100").split())}


def qr(d, x, y, size, text, level="M", cross=False):
    """A QR code of that edge length; cross: the Swiss cross in its middle."""
    q = qrcode.QRCode(error_correction={"M": qrcode.constants.ERROR_CORRECT_M, "L": qrcode.constants.ERROR_CORRECT_L}[level], border=0, mask_pattern=3)
    q.add_data(text)
    q.make(fit=True)
    m = q.get_matrix()
    s = size / len(m)
    for j, row in enumerate(m):
        i = 0
        while i < len(row):
            if row[i]:
                k = i
                while k < len(row) and row[k]:
                    k += 1
                d.c.rect(x + i * s, y + j * s, (k - i) * s, s + .05, fill=BLACK)
                i = k
            i += 1
    if cross:
        c, e = size / 2, size * .15
        d.c.rect(x + c - e / 2, y + c - e / 2, e, e, fill=(1, 1, 1))
        d.c.rect(x + c - e * .42, y + c - e * .42, e * .84, e * .84, fill=BLACK)
        d.c.rect(x + c - e * .08, y + c - e * .28, e * .16, e * .56, fill=(1, 1, 1))
        d.c.rect(x + c - e * .28, y + c - e * .08, e * .56, e * .16, fill=(1, 1, 1))


def epc(inv):
    """EPC069-12 version 2 payload."""
    b = inv.seller.banks[0]
    rf = inv.reference if inv.reference.startswith("RF") else ""
    return "\n".join(["BCD", "002", "1", "SCT", b.bic, inv.seller.name[:70], b.iban, f"EUR{inv.payable:.2f}", "", rf, "" if rf else (inv.reference or inv.number)])


def can_epc(inv):
    return inv.currency == "EUR" and inv.type == "invoice" and inv.seller.banks[0].iban and inv.payable > 0


def swiss(inv):
    """Swiss QR-bill payload, version 2.x with structured addresses."""
    s, b, t = inv.seller, inv.buyer, inv.seller.banks[0]
    kind = "QRR" if len(inv.reference) == 27 else "SCOR" if inv.reference.startswith("RF") else "NON"
    return "\r\n".join(["SPC", "0200", "1", t.iban, "S", s.name[:70], s.street, "", s.postal, s.city, s.country] + [""] * 7 + [f"{inv.payable:.2f}", inv.currency, "S", b.name[:70], b.street, "", b.postal, b.city, b.country, kind, inv.reference if kind != "NON" else "", f"{inv.number}", "EPD"])


SWISS = {"de": ("Empfangsschein", "Zahlteil", "Konto / Zahlbar an", "Referenz", "Zahlbar durch", "Währung", "Betrag", "Annahmestelle", "Zusätzliche Informationen"),
         "fr": ("Récépissé", "Section paiement", "Compte / Payable à", "Référence", "Payable par", "Monnaie", "Montant", "Point de dépôt", "Informations supplémentaires"),
         "it": ("Ricevuta", "Sezione pagamento", "Conto / Pagabile a", "Riferimento", "Pagabile da", "Valuta", "Importo", "Punto di accettazione", "Informazioni supplementari"),
         "en": ("Receipt", "Payment part", "Account / Payable to", "Reference", "Payable by", "Currency", "Amount", "Acceptance point", "Additional information")}


def qr_bill(d, v, inv):
    """The Swiss slip in the lowest 105 mm."""
    mm = 72 / 25.4
    y0, W = d.c.h - 105 * mm, d.c.w
    w = SWISS[v.lang if v.lang in SWISS else "en"]
    d.c.line(0, y0, W, y0, .5, GREY, ([3, 3],))
    d.c.line(62 * mm, y0, 62 * mm, d.c.h, .5, GREY, ([3, 3],))
    to = [v.iban(inv.seller.banks[0], True), inv.seller.name, inv.seller.street, inv.seller.city_line]
    by = [inv.buyer.name, inv.buyer.street, inv.buyer.city_line]
    ref = ids.group(inv.reference[::-1], 5)[::-1] if len(inv.reference) == 27 else ids.group(inv.reference)
    amount = v.num(inv.payable, 2, " ")
    for x, hs, ts, ax in ((5 * mm, 6, 8, 5 * mm), (118 * mm, 8, 10, 67 * mm)):
        head = w[0] if hs == 6 else w[1]
        d.t(ax, y0 + 22, head, 11, bold=True, font="sans")
        y = y0 + 40 if hs == 6 else y0 + 22
        for lab, lines in ((w[2], to), (w[3], [ref] if inv.reference else []), (w[8] if hs == 8 else "", [inv.number]), (w[4], by)):
            if not lab or not lines:
                continue
            d.t(x, y, lab, hs, bold=True, font="sans")
            y += ts * 1.15
            for s in lines:
                d.fit(x, y, s, 56 * mm if hs == 6 else 88 * mm, ts, font="sans")
                y += ts * 1.15
            y += ts * .8
        ya = y0 + 72 * mm
        d.t(ax, ya, w[5], hs, bold=True, font="sans")
        d.t(ax + 16 * mm, ya, w[6], hs, bold=True, font="sans")
        d.t(ax, ya + 12, inv.currency, ts, font="sans")
        d.t(ax + 16 * mm, ya + 12, amount, ts, font="sans")
    v.seen |= {"currency", "payable"}
    qr(d, 67 * mm, y0 + 17 * mm, 46 * mm, swiss(inv), cross=True)


def giro(d, v, inv, y=None):
    """A transfer slip at the foot, as in Sweden, Belgium or the Netherlands: account, reference, amount, payer."""
    y = y or d.c.h - 190
    d.c.line(20, y, d.c.w - 20, y, .6, GREY, ([4, 3],))
    b = inv.seller.banks[0]
    rows = [(v.L("reference"), inv.reference or inv.number), (v.L("due"), v.item("due")[1] if v.item("due") else ""), (v.L("payable"), v.money(inv.payable, False)), ("", inv.currency)]
    v.seen |= {"payable", "currency"}
    d.c.rect(d.left, y + 14, d.width, 34, stroke=BLACK)
    for i, (a, t) in enumerate(rows):
        d.fit(d.left + 6 + i * d.width / 4, y + 24, a, d.width / 4 - 8, 6.5, color=GREY)
        d.fit(d.left + 6 + i * d.width / 4, y + 40, t, d.width / 4 - 8, 10, bold=True)
    d.stack(d.left + 6, y + 66, [v.L("holder"), inv.seller.name, inv.seller.street, inv.seller.city_line], 8.5)
    d.stack(d.left + d.width / 2, y + 66, [f"{v.L('account')} {b.account}" if b.account else "", f"IBAN {v.iban(b)}" if b.iban else b.routing, f"BIC {b.bic}"], 8.5)
    d.stack(d.left + d.width / 2, y + 108, [inv.buyer.name, inv.buyer.street, inv.buyer.city_line], 8)
    amt = f"{inv.payable:.2f}".replace(".", " ")
    d.t(d.left + 6, d.c.h - 30, f"#  {inv.reference or '0'} #  {amt} >  {(b.account or '4471')}#41#", 10, font="mono")


def remittance(d, v, inv, y):
    """Cut-off remittance advice."""
    d.c.line(20, y, d.c.w - 20, y, .6, GREY, ([5, 4],))
    d.t(d.left, y + 20, "REMITTANCE ADVICE" if v.lang == "en" else v.L("bank").upper(), 12, bold=True)
    d.stack(d.left, y + 36, v.address("seller"), 8.5)
    rows = v.meta(("customer_no", "number", "due")) + [(v.L("payable"), v.money(inv.payable, True))]
    v.seen.add("payable")
    d.kv(d.left + d.width * .55, y + 30, rows, 100, align="r", width=d.width * .45, bold_value=True)


def code39(d, x, y, text, h=22, w=.8):
    """A Code 39 bar code with its text below."""
    t = "*" + "".join(c for c in text.upper() if c in CODE39 and c != "*") + "*"
    x0 = x
    for c in t:
        for i, bit in enumerate(CODE39[c]):
            bw = w * (2.4 if bit == "1" else 1)
            if i % 2 == 0:
                d.c.rect(x, y, bw, h, fill=BLACK)
            x += bw
        x += w
    d.t((x0 + x) / 2, y + h + 8, t.strip("*"), 6.5, align="c")
    return x - x0


def bars(d, x, y, w, h, n=12):
    """A little consumption chart: numbers that are no amounts of the invoice."""
    top = [d.r.randrange(40, 100) for _ in range(n)]
    bw = w / n
    for i, t in enumerate(top):
        d.c.rect(x + i * bw + 1, y + h - h * t / 100, bw - 3, h * t / 100, fill=d.accent if i == n - 1 else (.75, .78, .82))
        d.t(x + i * bw + bw / 2, y + h + 8, str(i % 12 + 1), 5.5, align="c", color=GREY)
    d.c.line(x, y + h, x + w, y + h, .5)


def watermark(d, text, color=(.9, .9, .9)):
    d.t(d.c.w * .24, d.c.h * .68, text, 80, bold=True, color=color, angle=45)


def seal(d, x, y, text):
    """A round red company seal."""
    red = (.8, .1, .1)
    d.c.circle(x, y, 24, stroke=red, lw=1.6)
    d.c.circle(x, y, 20, stroke=red, lw=.6)
    d.fit(x, y + 3, text, 34, 8, bold=True, align="c", color=red)


def shade_box(d, x, y, w, h):
    d.c.rect(x, y, w, h, fill=LIGHT)
