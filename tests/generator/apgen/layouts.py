"""Registry of layouts and how one is rendered to PDF bytes."""
import hashlib
import sys

from .flow import Doc
from .pdfcanvas import A4, BACKENDS, LETTER
from .view import View

LAYOUTS = {}


def split_of(name):
    """train, dev or test: fixed by the layout's name, about 60:20:20; holdout or fresh where a layout says so."""
    if name in LAYOUTS and LAYOUTS[name]["split"]:
        return LAYOUTS[name]["split"]
    n = hashlib.sha1(name.encode()).digest()[0] % 10
    return "train" if n < 6 else "dev" if n < 8 else "test"


def layout(name, size=A4, backend="rl", fonts=("sans",), pt=9, langs=None, countries=None, not_countries=(), kinds=(), weight=1, rotate=0, split=None, scene=None, words=None, dates=None, after=None, **doc):
    """Registers a function drawing one document on a Doc.

    split: instead of the one its name gives; scene(invoice, random): rewrites the drawn invoice; words: labels by language;
    dates: date formats; after: a program that rewrites the finished PDF."""
    def deco(fn):
        LAYOUTS[name] = dict(name=name, fn=fn, size=size, backend=backend, fonts=fonts, pt=pt, langs=langs, countries=countries, not_countries=not_countries, kinds=kinds, doc=doc, weight=weight, rotate=rotate, split=split, scene=scene, words=words, dates=dates, after=after)
        return fn
    return deco


def suits(lay, inv):
    if lay["langs"] and inv.lang not in lay["langs"]:
        return False
    if lay["countries"] and inv.seller.country not in lay["countries"]:
        return False
    return inv.seller.country not in lay["not_countries"]


def render(lay, inv, seed):
    """(PDF bytes, view, pages): laid out twice, the second time knowing the number of pages."""
    if lay["backend"] not in BACKENDS:
        from . import producers
        return producers.render(lay, inv, seed)
    total = 1
    size = lay["size"]
    if size is A4 and inv.seller.country in ("US", "CA"):
        size = LETTER
    meta = {"title": "", "date": inv.issue.isoformat(), "creator": f"{inv.seller.name.split()[0]} Office"}
    for final in (False, True):
        c = BACKENDS[lay["backend"]](size, meta)
        v = View(inv, seed, total, lay["words"], lay["dates"])
        d = Doc(c, v, seed, fonts=lay["fonts"], size=lay["pt"], **lay["doc"])
        lay["fn"](d, v, inv)
        d.on_page(d)
        data = c.finish()
        total = c.page
    if lay["rotate"]:
        from .embed import turned
        data = turned(data, lay["rotate"])
    if lay["after"]:
        from . import producers
        data = producers.rewritten(data, lay["after"])
    return data, v, total


def load():
    """Imports every layout module."""
    import importlib
    import pathlib
    for f in sorted(pathlib.Path(__file__).parent.glob("layouts_*.py")):
        importlib.import_module(f"{__package__}.{f.stem}")
    return LAYOUTS


def choose(split="all", producers=""):
    """Names of the layouts of a split: those of our own canvas, and of the other programs asked for.

    "all" leaves holdout and fresh out: nothing is ever trained on them, they come only where they are asked for by name."""
    from .producers import PRODUCERS, available
    also = set(PRODUCERS) if producers == "all" else set(x for x in producers.split(",") if x)
    missing = [x for x in also if x not in PRODUCERS or (producers != "all" and not available(x))]
    if missing:
        raise SystemExit(f"generate.py: no such program here: {', '.join(sorted(missing))}")
    out = []
    for n, lay in LAYOUTS.items():
        mine = split_of(n)
        if mine != split and (split != "all" or mine in ("holdout", "fresh")):
            continue
        needs = [x for x in (lay["backend"] if lay["backend"] not in BACKENDS else "", lay["after"]) if x]
        if all(x in also and available(x) for x in needs):
            out.append(n)
        elif needs and producers == "all":
            print(f"generate.py: skipped the layout {n}: no {' or '.join(needs)} here", file=sys.stderr)
    return out
