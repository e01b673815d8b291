"""Writing XML by hand: an element tree as nested calls, numbers and dates in their lexical forms."""
from xml.sax.saxutils import escape, quoteattr

from .model import D, q


def el(tag, *body, **attrs):
    """Element as text; None bodies vanish, an element without any body is left out."""
    parts = [b for b in body if b is not None and b != ""]
    if not parts:
        return None
    a = "".join(f" {k.replace('__', ':')}={quoteattr(str(v))}" for k, v in attrs.items())
    if all(p.startswith("<") for p in parts):
        return f"<{tag}{a}>{''.join(parts)}</{tag}>"
    return f"<{tag}{a}>{''.join(p if p.startswith('<') else escape(p) for p in parts)}</{tag}>"


def amt(x):
    return f"{q(x):.2f}"


def num(x):
    return f"{x.normalize():f}"


def pretty(xml):
    """Indents without touching text nodes."""
    import xml.dom.minidom as md
    s = md.parseString(xml.encode()).toprettyxml(indent="  ", encoding="UTF-8").decode()
    return "\n".join(x for x in s.split("\n") if x.strip()) + "\n"


def line_parts(li):
    """(gross amount, allowance amount) of a line with its discount."""
    gross = q(li.qty * li.price / li.base_qty)
    return gross, gross - li.net


def reason(inv):
    return inv.note or None


NOT_TAXED = {"AE": "VATEX-EU-AE", "K": "VATEX-EU-IC", "E": None, "G": "VATEX-EU-G", "Z": None}
NIL = D(0)


def categories(inv):
    """(category, rate, basis, amount) per tax of the document."""
    return [(t.category, t.rate, t.basis, t.amount) for t in inv.taxes]
