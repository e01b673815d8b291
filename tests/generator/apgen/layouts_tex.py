"""Invoices set with groff and LaTeX: societies, universities, engineers."""
from .layouts import layout

LATIN = ("en", "de", "fr", "es", "it", "nl", "pt", "sv", "da")
SPECIAL = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "€": r"\texteuro{}", "£": r"\pounds{}", "¥": r"\textyen{}", "\u00a0": "~", "·": r"\textperiodcentered{}", "²": r"\texttwosuperior{}", "³": r"\textthreesuperior{}", '"': "''", "’": "'"}


def x(s):
    return "".join(SPECIAL.get(c, c) for c in str(s))


def g(s):
    """Text for groff: no control characters at a line's start, backslashes doubled."""
    s = str(s).replace("\\", "\\e").replace("\u00a0", "\\~").replace("-", "\\-").replace("'", "\\(aq")
    return "\\&" + s


def cells(v, inv, keys):
    keys = [k for k in keys if not (k == "disc" and not any(li.discount for li in inv.lines)) and not (k == "rate" and inv.split)]
    head = {"rate": "tax_rate", "qtyunit": "qty"}
    return keys, [v.L(head.get(k, k)) for k in keys], [[v.cell(li, k, i) for k in keys] for i, li in enumerate(inv.lines)]


@layout("groff-letter", backend="groff", langs=LATIN)
def groff_letter(v, inv, r):
    """groff with tbl: Times, letter head centred, boxed table of lines, totals as right-hand table."""
    nl = "\n.br\n"
    keys, heads, rows = cells(v, inv, ["pos", "desc", "qtyunit", "price", "rate", "amount"])
    fmt = " ".join("lw(6.2c)" if k == "desc" else "l" if k == "pos" else "r" for k in keys)
    body = "\n".join("\t".join(f"T{{\n{g(c)}\nT}}" if k == "desc" else g(c) for k, c in zip(keys, row)) for row in rows)
    tot = "\n".join(f"{g(a)}\t{g(b)}" for _, a, b in v.totals())
    facts = "\n".join(f"{g(a)}:\t{g(b)}" for a, b in v.meta(("number", "date", "due", "customer_no", "po", "preceding")))
    size = '.\\" letter\n.pl 11i\n' if v.country in ("US", "CA") else ".pl 29.7c\n"
    bank = ", ".join(f"{a}: {b}" for a, b in v.bank_rows(inv.seller.banks[0]))
    return f""".po 2.2c
.ll 16.6c
{size}.de NP
'bp
'sp 2c
..
.wh -2c NP
.sp 1.6c
.fam T
.ps 16
.vs 20
.ce
{g(v.name())}
.ps 9
.vs 11
.ce 2
{g(' - '.join(v.address('seller', name=False)))}
{g(v.seller_vat() + '   ' + inv.seller.phone)}
.ps 11
.vs 14
.sp 1c
.nf
{chr(10).join(g(s) for s in v.address('buyer'))}
.fi
.sp 0.7c
.ps 15
{g(v.title())}
.ps 10
.vs 13
.sp 0.3c
.TS
l l.
{facts}
.TE
.sp 0.4c
.TS
{"box " if r.random() < .5 else ""}tab(\t) nospaces;
{' '.join('cb' for _ in keys)}
{fmt}.
{chr(9).join(g(h) for h in heads)}
_
{body}
.TE
.sp 0.3c
.TS
right;
l r.
{tot}
.TE
.sp 0.6c
{nl.join(g(s) for s in (inv.note, v.terms(), bank, v.L("thanks")) if s)}
""".replace("right;\n", "center;\n")


def preamble(font, opts="11pt,a4paper", cls="article"):
    return rf"""\documentclass[{opts}]{{{cls}}}
\usepackage[utf8]{{inputenc}}\usepackage[T1]{{fontenc}}\usepackage{{textcomp}}\usepackage{{lmodern}}{font}
\usepackage[margin=22mm]{{geometry}}\usepackage{{longtable,array,booktabs,xcolor}}\setlength{{\parindent}}{{0pt}}\pdfinfoomitdate=1\pdftrailerid{{}}\pdfsuppressptexinfo=-1
"""


@layout("latex-booktabs", backend="latex", langs=LATIN)
def latex_booktabs(v, inv, r):
    """LaTeX article, Latin Modern, booktabs longtable, totals as last rows of the table."""
    keys, heads, rows = cells(v, inv, ["pos", "desc", "qty", "unit", "price", "disc", "amount"])
    spec = "".join("p{62mm}" if k == "desc" else "l" if k in ("pos", "unit") else "r" for k in keys)
    n = len(keys)
    body = "\n".join(" & ".join(x(c) for c in row) + r" \\" for row in rows)
    tot = "\n".join(rf"\multicolumn{{{n - 1}}}{{r}}{{{x(a) if k not in ('gross', 'payable') else chr(92) + 'textbf{' + x(a) + '}'}}} & {x(b)} \\" for k, a, b in v.totals())
    nl = r"\\"
    return preamble("\\renewcommand{\\familydefault}{\\sfdefault}" if r.random() < .5 else "") + rf"""
\begin{{document}}\pagestyle{{plain}}
\begin{{minipage}}[t]{{.6\textwidth}}{{\Large\textbf{{{x(v.name())}}}}}\\[2pt]\small {nl.join(x(s) for s in v.address('seller', name=False) + [v.seller_vat()])}\end{{minipage}}\hfill\begin{{minipage}}[t]{{.35\textwidth}}\raggedleft\small {nl.join(x(s) for s in v.contact_bits())}\end{{minipage}}

\vspace{{18mm}}
{nl.join(x(s) for s in v.address('buyer'))}

\vspace{{12mm}}
{{\large\textbf{{{x(v.title())}}}}}

\vspace{{3mm}}
\begin{{tabular}}{{@{{}}ll}}
{chr(10).join(x(a) + ': & ' + x(b) + nl for a, b in v.meta(('number', 'date', 'due', 'po', 'order_date', 'customer_no', 'period', 'preceding')))}
\end{{tabular}}

\vspace{{4mm}}\small
\begin{{longtable}}{{@{{}}{spec}@{{}}}}
\toprule {' & '.join(x(h) for h in heads)} \\ \midrule \endhead
{body}
\midrule
{tot}
\bottomrule
\end{{longtable}}

{(x(inv.note) + chr(10) + chr(10)) if inv.note else ''}{x(v.terms())}

{x(', '.join(a + ': ' + b for a, b in v.bank_rows(inv.seller.banks[0])))}

\medskip {x(v.L('thanks'))}
\end{{document}}
"""


@layout("latex-fee-note", backend="latex", langs=LATIN)
def latex_fee_note(v, inv, r):
    """LaTeX letter of a consultant: rules in colour, facts right of the address, separate tables of lines and totals."""
    keys, heads, rows = cells(v, inv, ["desc", "qtyunit", "price", "amount"])
    body = "\n".join(" & ".join(x(c) for c in row) + r" \\" for row in rows)
    nl = r"\\"
    tot = "\n".join((r"\hline " if k in ("gross",) else "") + f"{x(a)} & {x(b)} " + nl for k, a, b in v.totals())
    color = r.choice(("0.1,0.3,0.5", "0.5,0.1,0.1", "0.1,0.4,0.3"))
    return preamble("\\renewcommand{\\familydefault}{\\ttdefault}" if r.random() < .2 else "", "10pt,a4paper") + rf"""
\definecolor{{ac}}{{rgb}}{{{color}}}
\begin{{document}}\pagestyle{{empty}}
\raggedleft{{\color{{ac}}\LARGE {x(v.name())}}}\\ {x(', '.join(v.address('seller', name=False)))}\\ {x(v.seller_vat())}

\raggedright{{\color{{ac}}\rule{{\textwidth}}{{1pt}}}}

\vspace{{10mm}}
\begin{{minipage}}[t]{{.5\textwidth}}{nl.join(x(s) for s in v.address('buyer'))}\end{{minipage}}\hfill
\begin{{minipage}}[t]{{.46\textwidth}}\begin{{tabular}}[t]{{@{{}}p{{34mm}}p{{38mm}}}}{nl.join(x(a) + ' & ' + x(b) for a, b in v.meta(('number', 'date', 'due', 'po', 'our_order', 'preceding')))}\end{{tabular}}\end{{minipage}}

\vspace{{14mm}}{{\color{{ac}}\Large {x(v.title())}}}

\vspace{{3mm}}{x(v.L('intro'))}

\begin{{longtable}}{{@{{}}p{{88mm}}rrr@{{}}}}
{' & '.join(chr(92) + 'textit{' + x(h) + '}' for h in heads)} \\ \hline \endhead
{body}
\end{{longtable}}

\hfill\begin{{tabular}}{{lr}}
{tot}
\end{{tabular}}

\vspace{{8mm}}
{(x(inv.note) + nl) if inv.note else ''}{x(v.terms())}

\begin{{tabular}}{{@{{}}ll}}{nl.join(x(a) + ' & ' + x(b) for a, b in v.bank_rows(inv.seller.banks[0]))}\end{{tabular}}
\end{{document}}
"""
