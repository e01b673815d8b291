"""Held out: invoices of other programs: browsers, word processors, typesetters, line printers."""
from functools import partial
from html import escape as e

from . import holdout_scenes as S
from .holdout_kit import bank_lines, keys_of
from .holdout_words import W
from .layouts import layout
from .layouts_html import block, closing, page, table, totals
from .layouts_tex import LATIN, g, preamble, x

held = partial(layout, split="holdout", words=W, scene=S.plain)
FACTS = ("number", "date", "due", "customer_no", "po", "delivery_date", "preceding")


def lines_of(v, inv, keys):
    """Captions and cells of the lines."""
    head = {"rate": "tax_rate", "qtyunit": "qty"}
    return [v.L(head.get(k, k)) for k in keys], [[v.cell(li, k, i) for k in keys] for i, li in enumerate(inv.lines)]


@held("ho-web-shop", backend="chromium")
def web_shop(v, inv, r):
    """Shop system: order box at the top, item number under the name, sums as definition list, two addresses."""
    css = "body{font-family:'Liberation Sans',sans-serif;font-size:10pt} .box{border:1px solid #bbb;padding:10px;margin-bottom:12px} .lines th{font-size:8pt;text-transform:uppercase;color:#555;border-bottom:1px solid #333} .lines small{color:#777} dl{display:grid;grid-template-columns:1fr auto;width:46%;margin-left:auto;row-gap:4px} dt,dd{margin:0} dd{text-align:right} .n{text-align:right}"
    rows = "".join(f"<tr><td>{e(li.desc)}<br><small>{e(li.item_id)}</small></td><td class=n>{e(v.cell(li, 'price', i))}</td><td class=n>&times; {e(v.cell(li, 'qty', i))}</td>" + (f"<td class=n>{e(v.cell(li, 'disc', i))}</td>" if any(q.discount for q in inv.lines) else "") + f"<td class=n>{e(v.cell(li, 'amount', i))}</td></tr>" for i, li in enumerate(inv.lines))
    v.cells.add("desc")
    disc = f"<th class=n>{e(v.L('disc'))}</th>" if any(q.discount for q in inv.lines) else ""
    body = f"""<div style="display:flex;justify-content:space-between"><b style="font-size:16pt">{e(v.name())}</b><span>{e(v.title())}</span></div><div class="box">{' &nbsp;|&nbsp; '.join(f'{e(a)} <b>{e(b)}</b>' for a, b in v.meta(FACTS))}</div>
    <div style="display:flex"><div style="flex:1"><u>{e(v.L('bill_to'))}</u><br>{block(v.address('buyer'))}</div><div style="flex:1"><u>{e(v.L('seller'))}</u><br>{block(v.address('seller') + [v.seller_vat()])}</div></div><br>
    <table class="lines"><tr><th>{e(v.L('desc'))}</th><th class=n>{e(v.L('price'))}</th><th class=n>{e(v.L('qty'))}</th>{disc}<th class=n>{e(v.L('amount'))}</th></tr>{rows}</table>
    <dl>{''.join(f'<dt>{e(a)}</dt><dd>{e(b)}</dd>' for _, a, b in v.totals())}</dl>{closing(v, inv)}"""
    return page(css, body)


@held("ho-web-two-columns", backend="weasyprint")
def web_two_columns(v, inv, r):
    """Narrow left column with everything about the invoice, items and sums in the wide right one."""
    css = "body{font-family:Lato,'DejaVu Sans';font-size:9pt} .s{float:left;width:27%;font-size:8.5pt} .m{margin-left:31%} .s b{display:block;margin-top:9px;font-size:7pt;color:#888} .lines td{border-top:1px dotted #999} .lines th{font-weight:normal;font-style:italic} .totals{width:60%} .gross td,.payable td{font-weight:bold}"
    side = "".join(f"<b>{e(a)}</b>{e(b)}" for a, b in v.meta(FACTS))
    body = f"""<div class="s"><span style="font-size:12pt">{e(v.name())}</span><br>{block(v.address('seller', name=False))}<br>{e(v.seller_vat())}{side}<b>{e(v.L('bill_to'))}</b>{block(v.address('buyer'))}</div><div class="m"><h1>{e(v.title())}</h1>{table(v, inv, 'desc qty price disc amount')}{totals(v)}{closing(v, inv)}</div>"""
    return page(css, body)


@held("ho-wk-report", backend="wkhtmltopdf")
def wk_report(v, inv, r):
    """Old web application through wkhtmltopdf: coloured caption cells, facts in two tables side by side."""
    c = r.choice(("#336699", "#556b2f", "#7a3e3e"))
    css = f"body{{font-family:'DejaVu Sans';font-size:9pt}} table.f td{{padding:2px 8px 2px 0}} .lines th{{background:{c};color:#fff}} .lines td{{border-bottom:1px solid #ccc}} .totals td{{border-bottom:1px solid #ccc}} h2{{color:{c}}}"
    f = v.meta(FACTS)
    half = (len(f) + 1) // 2
    cellrow = lambda part: "<table class=f>" + "".join(f"<tr><td>{e(a)}</td><td>: {e(b)}</td></tr>" for a, b in part) + "</table>"
    body = f"""<table width="100%"><tr><td>{block(v.address('seller') + [v.seller_vat()])}</td><td align="right" valign="top"><h2>{e(v.title())}</h2></td></tr></table><hr><table width="100%"><tr><td valign="top">{block(v.address('buyer'))}</td><td valign="top">{cellrow(f[:half])}</td><td valign="top">{cellrow(f[half:])}</td></tr></table><br>
    {table(v, inv, 'pos item desc qty unit price disc rate amount')}<br>{totals(v)}{closing(v, inv)}"""
    return page(css, body)


@held("ho-office-letter", backend="libreoffice")
def office_letter(v, inv, r):
    """Word processor: plain tables with borders, facts with tabulators turned into table cells, sums as last rows."""
    keys = keys_of(v, inv, "pos desc qty unit price disc amount")
    hs, rows = lines_of(v, inv, keys)
    al = lambda k: "left" if k in ("pos", "desc", "unit") else "right"
    wd = {"pos": 6, "desc": 40, "qty": 10, "unit": 9, "price": 13, "disc": 8, "amount": 16}
    grid = "".join(f'<th align="{al(k)}" width="{wd[k]}%"><b>{e(h)}</b></th>' for k, h in zip(keys, hs))
    trs = "".join("<tr>" + "".join(f'<td align="{al(k)}">{e(c)}</td>' for k, c in zip(keys, row)) + "</tr>" for row in rows)
    tot = "".join(f'<tr><td colspan="{len(keys) - 1}" align="right">{"<b>" if k in ("gross", "payable") else ""}{e(a)}{"</b>" if k in ("gross", "payable") else ""}</td><td align="right">{e(b)}</td></tr>' for k, a, b in v.totals())
    f = "".join(f"<tr><td>{e(a)}:</td><td>{e(b)}</td></tr>" for a, b in v.meta(FACTS))
    font = r.choice(("Liberation Serif", "Liberation Sans", "Carlito"))
    return f"""<html><head><meta charset="utf-8"><style>@page{{size:21cm 29.7cm;margin:2cm}} body,td,th{{font-family:'{font}';font-size:10pt}} p{{margin-bottom:0.2cm}}</style></head><body><p align="right"><b>{e(v.name())}</b><br>{block(v.address('seller', name=False))}<br>{e(inv.seller.phone)}<br>{e(v.seller_vat())}</p>
    <p>{block(v.address('buyer'))}</p><p><br></p><p><font size="5"><b>{e(v.title())}</b></font></p><table>{f}</table><p></p><table border="1" width="100%" cellpadding="3" cellspacing="0"><tr>{grid}</tr>{trs}{tot}</table>{closing(v, inv)}</body></html>"""


@held("ho-lua-minimal", backend="lualatex", langs=LATIN)
def lua_minimal(v, inv, r):
    """LuaLaTeX: ragged columns, items as paragraphs with the amount at the end of a dotted line."""
    nl = r"\\"
    v.cells |= {"desc", "qty", "price", "amount"}
    items = "\n\n".join(rf"\noindent {x(v.cell(li, 'qtyunit', i))} {x(li.desc)} ({x(v.cell(li, 'price', i))}{', ' + x('-' + v.rate(li.discount)) if li.discount else ''})\dotfill {x(v.money(li.net))}" for i, li in enumerate(inv.lines))
    tot = "\n\n".join(rf"\noindent\hspace*{{70mm}}{x(a)}\hfill {x(b)}" for k, a, b in v.totals())
    facts = nl.join(x(a) + r"~\emph{" + x(b) + "}" for a, b in v.meta(FACTS))
    head = preamble("", "11pt,a4paper").replace(r"\usepackage[utf8]{inputenc}", "").replace(r"\pdfinfoomitdate=1\pdftrailerid{}\pdfsuppressptexinfo=-1", r"\pdfvariable suppressoptionalinfo 1023")
    return head + rf"""\begin{{document}}\pagestyle{{empty}}
{{\scshape\Large {x(v.name())}}}\hfill\parbox[t]{{60mm}}{{\small\raggedright {nl.join(x(s) for s in v.address('seller', name=False) + [v.seller_vat()])}}}

\vspace{{16mm}}{nl.join(x(s) for s in v.address('buyer'))}

\vspace{{12mm}}{{\large {x(v.title())}}}

\vspace{{2mm}}{facts}

\vspace{{8mm}}
{items}

\vspace{{4mm}}\hrule\vspace{{3mm}}
{tot}

\vspace{{10mm}}{x(inv.note)} {x(v.terms())}

{x('; '.join(bank_lines(v, inv)))}
\end{{document}}
"""


@held("ho-groff-memo", backend="groff", langs=LATIN)
def groff_memo(v, inv, r):
    """groff: Helvetica, facts left as one table, items unboxed, sums as last rows of the same table."""
    keys = keys_of(v, inv, "qty unit desc price disc amount")
    hs, rows = lines_of(v, inv, keys)
    fmt = " ".join("lw(7c)" if k == "desc" else "l" if k == "unit" else "n" for k in keys).replace("n", "r")
    body = "\n".join("\t".join(f"T{{\n{g(c)}\nT}}" if k == "desc" else g(c) for k, c in zip(keys, row)) for row in rows)
    tot = "\n".join("\t" * (len(keys) - 3) + f"{g(a)}\t\t{g(b)}" for _, a, b in v.totals())
    nl = "\n"
    size = '.\\" letter\n.pl 11i\n' if v.country in ("US", "CA") else ".pl 29.7c\n"
    return f""".po 2.5c
.ll 16c
{size}.de NP
'bp
'sp 2c
..
.wh -2c NP
.sp 1.4c
.fam H
.ps 9
.vs 12
.nf
.rj {len(v.address('seller')) + 1}
{nl.join(g(s) for s in v.address('seller') + [v.seller_vat()])}
.sp 0.6c
{nl.join(g(s) for s in v.address('buyer'))}
.sp 0.8c
.ps 14
{g(v.title())}
.ps 9
.fi
.sp 0.3c
.TS
l l.
{nl.join(g(a) + chr(9) + g(b) for a, b in v.meta(FACTS))}
.TE
.sp 0.5c
.TS
tab(\t) nospaces;
{' '.join('lI' if k in ('desc', 'unit') else 'rI' for k in keys)}
{fmt}.
{chr(9).join(g(h) for h in hs)}
.sp 0.15c
{body}
.sp 0.2c
{tot}
.TE
.sp 0.6c
{(nl + ".br" + nl).join(g(s) for s in [inv.note, v.terms()] + bank_lines(v, inv) if s)}
"""


BOLD = ' font-weight="bold"'


def svg_text(x0, y, s, size=10, anchor="start", bold=False, font="DejaVu Sans"):
    return f'<text x="{x0:.1f}" y="{y:.1f}" font-family="{font}" font-size="{size}" text-anchor="{anchor}"{BOLD if bold else ""} xml:space="preserve">{e(str(s))}</text>'


@held("ho-svg-pango", backend="rsvg", scene=S.few(9))
def svg_pango(v, inv, r):
    """Drawn as SVG, set by pango: title up the middle, captions left, items with wide gaps, sums in the left half."""
    font = r.choice(("Carlito", "Lato", "Liberation Serif"))
    out, y = [], 70

    def t(x0, y, s, size=10, **kw):
        out.append(svg_text(x0, y, s, size, font=font, **kw))
    t(297, y, v.title(), 22, anchor="middle")
    for i, s in enumerate(v.address("seller") + [v.seller_vat()]):
        t(545, 110 + i * 13, s, 10 if i else 12, anchor="end", bold=i == 0)
    for i, s in enumerate(v.address("buyer")):
        t(50, 110 + i * 13, s, 10.5)
    y = 210
    for a, b in v.meta(FACTS):
        t(50, y, a)
        t(190, y, b)
        y += 14.5
    y += 16
    keys = keys_of(v, inv, "desc qty price disc amount")
    hs, rows = lines_of(v, inv, keys)
    at = {"desc": 50, "qty": 352, "price": 424, "disc": 466, "amount": 545}
    for k, h in zip(keys, hs):
        t(at[k], y, h[:14] if k != "desc" else h, 8.5, anchor="start" if k == "desc" else "end", bold=True)
    for row in rows:
        y += 21
        for k, c in zip(keys, row):
            if k == "desc" and len(c) > 52:
                cut = c.rfind(" ", 0, 52)
                t(50, y, c[:cut])
                t(50, y + 11, c[cut + 1:])
            else:
                t(at[k], y, c, anchor="start" if k == "desc" else "end")
        if len(row[0]) > 52:
            y += 11
    y += 20
    for k, a, b in v.totals():
        y += 15
        t(50, y, a, bold=k in ("gross", "payable"))
        t(300, y, b, anchor="end", bold=k in ("gross", "payable"))
    y += 30
    for s in [inv.note, v.terms()] + bank_lines(v, inv):
        if s:
            t(50, y, s, 8.5)
            y += 12
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="595pt" height="842pt" viewBox="0 0 595 842">{"".join(out)}</svg>'


@held("ho-dot-matrix", backend="enscript", langs=LATIN)
def dot_matrix(v, inv, r):
    """Continuous paper through a text printer: everything by character position, repeated head on following sheets."""
    width, out = 92, []

    def put(*parts):
        s = ""
        for col, t in parts:
            t = str(t)
            s = s.ljust(col)[:max(col, len(s))] + t if col >= 0 else s.ljust(width + col - len(t) + 1) + t
        out.append(s.rstrip())
    for s in v.address("seller") + [v.seller_vat(), inv.seller.phone]:
        put((0, s))
    out += ["", ""]
    left, right = v.address("buyer"), [f"{a:<20.20} {b}" for a, b in v.meta(FACTS)]
    for i in range(max(len(left), len(right))):
        put((0, left[i][:42] if i < len(left) else ""), (46, right[i] if i < len(right) else ""))
    out += ["", " ".join(v.title().upper()) if r.random() < .3 else v.title().upper(), "=" * width]
    keys = keys_of(v, inv, "item desc qty price disc amount")
    hs, rows = lines_of(v, inv, keys)
    at = {"item": 0, "desc": 14 if "item" in keys else 0, "qty": -37, "price": -23, "disc": -16, "amount": -1}
    wide = {"item": 13, "desc": 38, "qty": 9, "price": 12, "disc": 7, "amount": 14}

    def line(cells):
        s = ""
        for k, c in cells:
            c = c[:wide[k]] if k != "desc" else c
            s = s.ljust(at[k]) + c if at[k] >= 0 else s.ljust(width + at[k] + 1 - len(c)) + c
        out.append(s)
    line(list(zip(keys, hs)))
    out.append("-" * width)
    for n, row in enumerate(rows):
        d = dict(zip(keys, row))
        words, parts = d["desc"].split(" "), [""]
        for w in words:
            if len(parts[-1]) + len(w) + 1 > wide["desc"]:
                parts.append("")
            parts[-1] = (parts[-1] + " " + w).strip()
        line([(k, parts[0] if k == "desc" else c) for k, c in d.items()])
        for p in parts[1:]:
            out.append(" " * at["desc"] + p)
        if len(out) % 78 > 72:
            out.append("\f" + inv.seller.name + "   " + inv.number)
            line(list(zip(keys, hs)))
    out.append("-" * width)
    for k, a, b in v.totals():
        put((44, f"{a[:26]:<26}"), (-1, b))
    out.append("=" * width)
    out += [""] + [s for s in [inv.note, v.terms()] + bank_lines(v, inv) if s]
    return "\n".join(out) + "\n"
