"""The kinds of documents: each maker returns ([(file name, bytes)], [truth rows])."""
import random
from dataclasses import dataclass
from decimal import Decimal

from . import damage, embed, holdout_scenes, lang, layouts, mailbox, receipts, scenario, shops, truth, xml_cii, xml_ubl
from .view import View


@dataclass
class Job:
    seed: str
    index: int
    kind: str
    layouts: list
    turn: int
    wide: bool = True
    split: str = "all"

    @property
    def key(self):
        return f"{self.seed}/{self.index}"

    @property
    def stem(self):
        return f"{self.kind}-{self.seed}-{self.index:05d}"


def draw_for(job, xml=False, name=None):
    """(layout, invoice): the next layout in turn, and an invoice that it suits."""
    plain = (None, holdout_scenes.plain)       # trades of their own have no e-invoice here
    order = sorted(n for n in job.layouts if not xml or layouts.LAYOUTS[n]["scene"] in plain)
    random.Random(f"{job.seed}/order").shuffle(order)
    lay = layouts.LAYOUTS[name or order[job.turn % len(order)]]
    for k in range(500):
        country = random.Random(f"{job.key}/{k}").choice(lay["countries"]) if lay["countries"] else None
        inv = scenario.draw(job.key, k, job.wide or bool(lay["countries"]), xml=xml, country=country)
        if layouts.suits(lay, inv):
            return lay, lay["scene"](inv, random.Random(f"{job.key}/scene")) if lay["scene"] else inv
    raise ValueError(f"no invoice suits the layout {lay['name']}")


def terms_of(inv, seed):
    v = View(inv, seed)
    t = v.terms() or "-"
    if inv.skonto and inv.lang == "de":
        t += f"\n#SKONTO#TAGE={inv.skonto[1]}#PROZENT={inv.skonto[0]:.2f}#\n"
    return t


def printed(job, xml=False):
    lay, inv = draw_for(job, xml)
    data, v, n = layouts.render(lay, inv, job.key)
    given = {li.discount for li in inv.lines if li.discount}
    if not xml and given - v.rates and not inv.rounding and not inv.prior_balance:   # no supplier takes a discount off a line without saying so
        for li in inv.lines:
            li.discount = Decimal(0)
        inv.total()
        data, v, n = layouts.render(lay, inv, job.key)
    return lay, inv, data, v, n


def row(job, lay, inv, v, file, n, **extra):
    return truth.for_print(inv, v, file, lay["name"], job.kind, n, layouts.split_of(lay["name"]), **extra)


def text(job):
    lay, inv, data, v, n = printed(job)
    f = f"text/{job.stem}.pdf"
    return [(f, data)], [row(job, lay, inv, v, f, n)]


HYBRIDS = (("factur-x.xml", "EN 16931", "en16931"), ("factur-x.xml", "BASIC", "basic"), ("factur-x.xml", "EXTENDED", "extended"), ("xrechnung.xml", "XRECHNUNG", "xrechnung"),
           ("zugferd-invoice.xml", "EN 16931", "en16931"), ("ZUGFeRD-invoice.xml", "COMFORT", "zugferd1"))


def hybrid(job):
    lay, inv, data, v, n = printed(job, xml=True)
    file, level, profile = HYBRIDS[job.turn % len(HYBRIDS)]
    if profile == "zugferd1" and inv.rounding:
        file, level, profile = HYBRIDS[0]
    terms = terms_of(inv, job.key)
    xml = xml_cii.write_v1(inv, terms) if profile == "zugferd1" else xml_cii.write(inv, terms, profile)
    relation = "/Data" if job.turn % 3 == 2 else "/Alternative"
    out = embed.hybrid(data, xml, file, level, relation, inv.issue.strftime("%Y%m%d"))
    f = f"hybrid/{job.stem}.pdf"
    return [(f, out)], [row(job, lay, inv, v, f, n, embedded=file, profile=profile)]


def xml(job):
    inv = scenario.draw(job.key, 0, job.wide, xml=True)
    terms = terms_of(inv, job.key)
    syntax = ("ubl", "cii")[job.turn % 2]
    data = xml_ubl.write(inv, terms) if syntax == "ubl" else xml_cii.write(inv, terms)
    f = f"xml/{job.stem}-{syntax}.xml"
    return [(f, data)], [truth.for_xml(inv, f, syntax, "xml", "all", syntax=syntax)]


def scan(job):
    lay, inv, data, v, n = printed(job)
    ims, dpi, did = damage.scan(data, job.key, lang.alts(inv.lang, "copy"))
    form = ("pdf", "pdf", "tif", "jpg", "png")[job.turn % 5]
    if form in ("jpg", "png") and n > 1:
        form = "tif"
    out = {"pdf": lambda: damage.as_pdf(ims, dpi), "tif": lambda: damage.as_tiff(ims, dpi), "jpg": lambda: damage.as_jpeg(ims[0], dpi), "png": lambda: damage.as_png(ims[0], dpi)}[form]()
    f = f"scan/{job.stem}.{form}"
    return [(f, out)], [row(job, lay, inv, v, f, n, damage=did)]


def photo(job):
    for k in range(60):
        j = Job(job.seed, job.index * 1000 + k, job.kind, job.layouts, job.turn, job.wide, job.split)
        lay, inv, data, v, n = printed(j)
        if n == 1:
            break
    im, did = damage.photo(data, job.key)
    f = f"photo/{job.stem}.jpg"
    return [(f, damage.as_jpeg(im, 150, 78))], [row(job, lay, inv, v, f, n, damage=did)]


def receipt(job):
    till = shops if job.split in ("holdout", "fresh") else receipts
    style = till.STYLES[job.turn % len(till.STYLES)]
    inv = till.draw(job.seed, job.index, style) if till is shops else till.draw(job.seed, job.index, job.wide)
    data, v = till.render(inv, job.key, style)
    r = random.Random(f"{job.key}/receipt-form")
    if r.random() < .3:
        ims, dpi, did = damage.scan(data, job.key, hard=.8)
        out, f = damage.as_png(ims[0], dpi), f"receipt/{job.stem}.png"
    else:
        im, did = damage.photo(data, job.key, dpi=r.choice((200, 240)))
        out, f = damage.as_jpeg(im, 200, 75), f"receipt/{job.stem}.jpg"
    t = truth.for_print(inv, v, f, style, "receipt", 1, "holdout" if till is shops else "all", damage=did)
    t["expected"]["seller_address"] = " ".join(v.address("seller", name=False, country=False))
    t["visible"]["seller_address"] = True
    return [(f, out)], [t]


def mail(job):
    """One or two invoices of the same sender, attached to a mail; truth per attachment."""
    lay, inv, data, v, n = printed(job)
    box = f"mail/{job.stem}.eml"
    name = f"{job.stem}-a.pdf"
    parts, rows = [(name, data)], [row(job, lay, inv, v, name, n, container=box)]
    if job.turn % 2:
        inv2 = scenario.draw(job.key, 900, job.wide, xml=True)
        parts.append((f"{job.stem}-b.xml", xml_ubl.write(inv2, terms_of(inv2, job.key))))
        rows.append(truth.for_xml(inv2, f"{job.stem}-b.xml", "ubl", "mail", "all", container=box))
    word = lang.alts(inv.lang, "invoice")[0]
    m = mailbox.message(f"{inv.seller.name.split()[0]} <{inv.seller.email}>", "invoices@buyer.example", f"{word} {inv.number}", inv.issue, lang.alts(inv.lang, "thanks")[0] + "\n\n" + inv.seller.name, parts, job.stem, job.turn % 3 == 0)
    return [(box, m.as_bytes())], rows


MAKERS = {"text": text, "hybrid": hybrid, "scan": scan, "photo": photo, "receipt": receipt, "xml": xml, "mail": mail}
