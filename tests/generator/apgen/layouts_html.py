"""Invoices printed from HTML: the usual path of web applications."""
from html import escape as e

from .layouts import layout

COLORS = ("#1f4e79", "#8c1c13", "#0b6e4f", "#444", "#5b2a86", "#c25700", "#0077b6")


def dl(items, row="<tr><th>{a}</th><td>{b}</td></tr>"):
    return "".join(row.format(a=e(a), b=e(b)) for a, b in items)


def block(lines):
    return "<br>".join(e(x) for x in lines if x)


def table(v, inv, keys):
    """Lines as an HTML table; keys in order."""
    keys = [k for k in keys.split() if not (k == "disc" and not any(li.discount for li in inv.lines)) and not (k == "rate" and inv.split)]
    head = {"rate": "tax_rate", "qtyunit": "qty", "gross": "gross_col"}
    h = "".join(f'<th class="{k}">{e(v.L(head.get(k, k)))}</th>' for k in keys)
    rows = ""
    for i, li in enumerate(inv.lines):
        rows += "<tr>" + "".join(f'<td class="{k}">{e(v.money(li.net) if k == "amount" and v.amounts_marked() else v.cell(li, k, i))}</td>' for k in keys) + "</tr>"
    v.cells |= set(keys)
    return f'<table class="lines"><thead><tr>{h}</tr></thead><tbody>{rows}</tbody></table>'


def totals(v, **kw):
    return '<table class="totals">' + "".join(f'<tr class="{k}"><td>{e(a)}</td><td class="n">{e(b)}</td></tr>' for k, a, b in v.totals(**kw)) + "</table>"


def closing(v, inv, bank=True):
    out = [f"<p><b>{e(inv.note)}</b></p>" if inv.note else "", f"<p>{e(v.terms())}</p>" if v.terms() else ""]
    if inv.reference:
        out.append(f"<p>{e(v.L('reference'))}: {e(inv.reference)}</p>")
    if bank:
        out.append("<p>" + e(", ".join(f"{a}: {b}" for a, b in v.bank_rows(inv.seller.banks[0]))) + "</p>")
    return "".join(out) + f"<p>{e(v.L('thanks'))}</p>"


BASE = """@page{size:A4;margin:18mm 16mm 20mm 18mm} *{box-sizing:border-box} body{font-size:9.5pt;margin:0} table{border-collapse:collapse} .lines{width:100%} .lines td,.lines th{padding:4px 5px;vertical-align:top;text-align:left}
.lines .qty,.lines .price,.lines .amount,.lines .rate,.lines .disc,.lines .qtyunit,.lines .gross,.n{text-align:right!important;white-space:nowrap} .totals td{padding:3px 6px} .totals{margin-left:auto} tr{page-break-inside:avoid}"""


def page(css, body):
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><style>{BASE}{css}</style></head><body>{body}</body></html>'


@layout("html-cards", backend="chromium")
def html_cards(v, inv, r):
    """Web application: flex header, two cards, striped table, coloured total."""
    c = r.choice(COLORS)
    css = f"""body{{font-family:Lato,'Liberation Sans',sans-serif}} header{{display:flex;justify-content:space-between;border-bottom:3px solid {c};padding-bottom:8px}} h1{{margin:0;color:{c};font-size:22pt}} .cards{{display:flex;gap:14px;margin:14px 0}}
    .card{{flex:1;background:#f4f6f8;border-radius:6px;padding:10px}} .card h3{{margin:0 0 4px;font-size:8pt;color:#777}} .lines thead th{{background:{c};color:#fff}} .lines tbody tr:nth-child(even){{background:#f4f6f8}} .gross td{{font-weight:bold;font-size:12pt;border-top:1px solid {c}}}
    footer{{margin-top:24px;font-size:7.5pt;color:#666;border-top:1px solid #ccc;padding-top:6px}} .facts th{{text-align:left;font-weight:normal;color:#666;padding-right:12px}}"""
    it = v.item("your_vat")
    body = f"""<header><div><b style="font-size:13pt">{e(v.name())}</b><br>{block(v.address('seller', name=False))}</div><div style="text-align:right"><h1>{e(v.title())}</h1></div></header>
    <div class="cards"><div class="card"><h3>{e(v.L('bill_to'))}</h3>{block(v.address('buyer'))}<br>{e(' '.join(it or ()))}</div><div class="card"><table class="facts">{dl(v.meta(('number', 'date', 'due', 'po', 'customer_no', 'period', 'preceding')))}</table></div></div>
    {table(v, inv, 'pos desc qty price disc rate amount')}{totals(v)}{closing(v, inv)}<footer>{e(' · '.join(x for x in [v.seller_vat(), v.reg()] + v.contact_bits() if x))}</footer>"""
    return page(css, body)


@layout("html-tables", backend="chromium")
def html_tables(v, inv, r):
    """Old shop software: nested tables with borders, Times or Arial, everything in cells."""
    css = f"""body{{font-family:{r.choice(("'Liberation Serif',serif", "'Liberation Sans',sans-serif"))}}} table.b td,table.b th{{border:1px solid #000;padding:3px 5px}} .lines td,.lines th{{border:1px solid #000}} .lines th{{background:#ddd}} .totals td{{border:1px solid #000}} .gross td,.payable td{{font-weight:bold}}"""
    meta = v.meta(("number", "date", "customer_no", "po", "due", "delivery_date", "preceding"))
    heads = "".join(f"<th>{e(a)}</th>" for a, _ in meta)
    vals = "".join(f"<td>{e(b)}</td>" for _, b in meta)
    body = f"""<table width="100%"><tr><td valign="top"><font size="+2"><b>{e(v.name())}</b></font><br>{block(v.address('seller', name=False) + v.contact_bits() + [v.seller_vat()])}</td><td align="right" valign="top"><font size="+3">{e(v.title())}</font></td></tr></table><br>
    <table class="b" width="100%"><tr><th align="left" width="50%">{e(v.L('bill_to'))}</th><th align="left">{e(v.L('ship_to'))}</th></tr><tr><td>{block(v.address('buyer'))}</td><td>{block(v.address('ship_to' if inv.ship_to else 'buyer'))}</td></tr></table><br>
    <table class="b" width="100%" style="font-size:8.5pt;text-align:center"><tr>{heads}</tr><tr>{vals}</tr></table><br>{table(v, inv, 'item desc qty unit price disc amount')}{totals(v)}<br>{closing(v, inv)}"""
    return page(css, body)


@layout("html-tiles", backend="chromium")
def html_tiles(v, inv, r):
    """Designer template: facts in a row of tiles with label above value, no table lines, total as the last tile."""
    c = r.choice(COLORS)
    css = f"""body{{font-family:Carlito,'Liberation Sans',sans-serif;font-size:10.5pt}} .tiles{{display:grid;grid-template-columns:repeat(4,1fr);gap:10px;margin:18px 0}} .t b{{display:block;font-size:7.5pt;color:{c};text-transform:uppercase}} .lines th{{border-bottom:2px solid {c};font-size:8.5pt}} .lines td{{border-bottom:1px solid #eee;padding:8px 5px}}
    .totals{{min-width:45%}} .payable td,.gross td{{font-weight:bold;color:{c}}} .head{{display:flex;justify-content:space-between}} .foot{{display:flex;justify-content:space-between;font-size:7.5pt;color:#555;margin-top:26px}}"""
    tiles = "".join(f'<div class="t"><b>{e(a)}</b>{e(b)}</div>' for a, b in v.meta(("number", "date", "due", "po", "our_order", "period", "your_vat", "preceding")))
    cols = [v.address("seller"), v.contact_bits(), [v.seller_vat(), v.reg()]] + [[f"{a} {b}" for a, b in v.bank_rows(x)] for x in inv.seller.banks[:2]]
    body = f"""<div class="head"><div style="font-size:26pt;font-weight:300">{e(v.title())}</div><div style="text-align:right;color:{c};font-weight:bold;font-size:14pt">{e(v.name())}</div></div><div class="tiles">{tiles}</div><p>{e(v.L('bill_to'))}<br><b>{block(v.address('buyer'))}</b></p>
    {table(v, inv, 'desc qtyunit price rate amount')}{totals(v)}{closing(v, inv, False)}<div class="foot">{''.join(f'<div>{block(g)}</div>' for g in cols)}</div>"""
    return page(css, body)


@layout("html-report", backend="weasyprint")
def html_report(v, inv, r):
    """ERP report: running head and foot with page counters, thick left table, tax table below."""
    c = r.choice(COLORS)
    word = v.L("page")
    a, b = word.split("{n}")
    m, z = b.split("{m}")
    css = f"""@page{{margin:32mm 16mm 30mm 18mm;@top-left{{content:"{v.name().replace('"', '')}";font-weight:bold;color:{c};font-size:13pt;font-family:'DejaVu Sans'}} @bottom-right{{content:"{a}" counter(page) "{m}" counter(pages) "{z}";font-size:7pt}} @bottom-left{{content:element(f)}}}}
    body{{font-family:'DejaVu Sans',sans-serif;font-size:8.5pt}} #f{{position:running(f);font-size:6.5pt;color:#555}} .lines thead{{border-top:2px solid {c};border-bottom:1px solid {c}}} .lines tbody tr{{border-bottom:1px solid #ddd}} .two{{width:100%}} .two td{{vertical-align:top}} .facts td{{padding:1px 8px 1px 0}} .gross{{border-top:2px solid {c};font-weight:bold}}"""
    foot = " | ".join([v.seller_vat(), v.reg()] + [f"{x} {y}" for x, y in v.bank_rows(inv.seller.banks[0])] + v.contact_bits()[:2])
    body = f"""<div id="f">{e(foot)}</div><table class="two"><tr><td width="55%"><span style="font-size:6.5pt;text-decoration:underline">{e(v.sender_line())}</span><br><br>{block(v.address('buyer'))}</td><td><table class="facts">{dl(v.meta(('number', 'date', 'due', 'customer_no', 'po', 'delivery_note', 'delivery_date', 'preceding')), '<tr><td>{a}:</td><td>{b}</td></tr>')}</table></td></tr></table>
    <h2>{e(v.title())} {e(inv.number)}</h2>{table(v, inv, 'pos item desc qty unit price disc rate amount')}{totals(v)}{closing(v, inv, False)}"""
    return page(css, body)


@layout("html-bold-left", backend="weasyprint")
def html_bold_left(v, inv, r):
    """Open-source ERP look: address right, title with number in colour, inline facts, totals in a half-width table."""
    c = r.choice(COLORS)
    css = f"""body{{font-family:Lato,'DejaVu Sans'}} h1{{color:{c};font-size:18pt;font-weight:normal}} .facts{{width:100%;margin-bottom:14px}} .facts td{{width:25%;vertical-align:top}} .facts b{{color:{c};display:block}} .lines th{{border-bottom:2px solid {c};color:{c}}} .lines tbody tr:nth-child(odd){{background:#f7f7f7}} .totals{{width:45%}} .totals tr{{border-bottom:1px solid #ddd}} .gross td{{font-weight:bold}}"""
    f = "".join(f"<td><b>{e(a)}</b>{e(b)}</td>" for a, b in v.meta(("date", "due", "po", "delivery_date"))[:4])
    p = v.item("preceding")
    n = v.item("number")
    body = f"""<div>{block(v.address('seller'))}<br>{e(v.seller_vat())}</div><hr><div style="margin-left:58%;height:28mm">{block(v.address('buyer'))}</div><h1>{e(v.title())} {e(n[1])}</h1><table class="facts"><tr>{f}</tr></table>{('<p>' + e(' '.join(p)) + '</p>') if p else ''}
    {table(v, inv, 'desc qtyunit price disc rate amount')}{totals(v)}{closing(v, inv)}"""
    return page(css, body)


@layout("html-unstyled", backend="weasyprint")
def html_unstyled(v, inv, r):
    """Hardly any style: headings, definition list, default serif, table with bare borders."""
    css = "body{font-family:'Liberation Serif',serif;font-size:11pt} .lines td,.lines th{border:1px solid #999} dt{float:left;clear:left;width:42mm} dd{margin-left:44mm}"
    body = f"""<h2>{e(v.name())}</h2><p>{block(v.address('seller', name=False) + [v.seller_vat()])}</p><h3>{e(v.title())}</h3><dl>{dl(v.meta(('number', 'date', 'due', 'po', 'customer_no', 'preceding')), '<dt>{a}:</dt><dd>{b}</dd>')}</dl><p>{e(v.L('bill_to'))}:<br>{block(v.address('buyer'))}</p>
    {table(v, inv, 'desc qty price amount')}<div style="text-align:right">{''.join(f'<p style="margin:3px">{e(a)}: <b>{e(b)}</b></p>' for _, a, b in v.totals())}</div>{closing(v, inv)}"""
    return page(css, body)
