"""What the held-out layouts draw with: a table that takes headings, sub-totals, lines above and below the numbers, carried sums."""
from .flow import BLACK, GREY


class Row:
    """One block of a table: kind 'line' (cells of an invoice line), 'head' (a caption), 'sum' (label and amount)."""

    def __init__(self, kind, cells=None, above=(), below=(), label="", amount="", net=0):
        self.kind, self.cells, self.above, self.below, self.label, self.amount, self.net = kind, cells or {}, above, below, label, amount, net


def keys_of(v, inv, keys):
    """The columns that say something on this document."""
    out = []
    for k in keys.split():
        if k == "disc" and not any(li.discount for li in inv.lines) or k == "rate" and inv.split:
            continue
        out.append(k)
    return out


def line_rows(v, inv, keys, above=None, below=None, lines=None):
    """Rows of the invoice's lines; above/below: functions (li, i) -> extra texts."""
    keys = [k for k in keys if k not in ("_",)]
    out = []
    for i, li in enumerate(inv.lines):
        if lines is not None and li not in lines:
            continue
        out.append(Row("line", {k: v.cell(li, k, i) for k in keys}, list(above(li, i)) if above else [], list(below(li, i)) if below else [], net=li.net))
    return out


def cols(d, spec, x=None, width=None, left=("desc", "item", "pos", "unit", "date")):
    """'pos:6 desc:* amount:14' in percent -> [(key, x, width, align)]."""
    width = width or d.width
    x = d.left if x is None else x
    pairs = [s.split(":") for s in spec]
    used = sum(float(w) for _, w in pairs if w != "*")
    out = []
    for k, w in pairs:
        cw = width * ((100 - used) if w == "*" else float(w)) / 100
        out.append((k, x, cw, "l" if k in left else "r"))
        x += cw
    return out


class Table:
    """Draws rows from a baseline down; breaks pages with the sums carried where asked."""

    def __init__(self, d, columns, heads=None, size=None, lead=1.25, gap=4, head="rule", rule=None, numbers="first", carry=False, indent=0, bottom=None, band=None, upper=False):
        self.d, self.cols, self.heads, self.size = d, columns, heads, size or d.size
        self.lead, self.gap, self.head, self.rule, self.numbers, self.carry, self.indent = lead, gap, head, rule, numbers, carry, indent
        self.bottom, self.band, self.upper = bottom or d.bottom, band, upper
        self.x0, self.x1 = columns[0][1], columns[-1][1] + columns[-1][2]

    def put(self, c, y, s, **kw):
        k, x, w, al = c
        self.d.fit(x + (w - 3 if al == "r" else 3), y, s, w - 4, kw.pop("size", self.size), align=al, **kw)

    def heading(self, y):
        if not self.heads or self.head == "none":
            return y
        d, s = self.d, self.size - .3
        parts = [d.wrap(self.heads.get(c[0], ""), c[2] - 5, s, True) for c in self.cols]
        n = max(len(p) for p in parts)
        h = n * s * 1.2 + s * .7
        dark = self.head == "dark"
        if self.head in ("band", "dark"):
            d.c.rect(self.x0, y, self.x1 - self.x0, h, fill=d.accent if dark else (.9, .91, .88))
        for c, p in zip(self.cols, parts):
            for j, t in enumerate(p):          # the last line of every heading stands on one height
                self.put(c, y + s * 1.15 + (n - len(p) + j) * s * 1.2, t, size=s, bold=self.head != "light", color=(1, 1, 1) if dark else BLACK)
        if self.head in ("rule", "light"):
            d.c.line(self.x0, y + h, self.x1, y + h, .8 if self.head == "rule" else .3)
        return y + h

    def height(self, r):
        desc = next((c for c in self.cols if c[0] == "desc"), None)
        self.parts = self.d.wrap(r.cells.get("desc", ""), desc[2] - 6, self.size) if desc and r.cells.get("desc") else [""]
        n = len(r.above) + max(1, len(self.parts)) + len(r.below)
        return (n * self.size * self.lead if r.kind == "line" else self.size * 1.6) + self.gap

    def draw(self, y, rows):
        d = self.d
        y = self.heading(y)
        run = 0
        for n, r in enumerate(rows):
            h = self.height(r)
            keep = self.height(rows[n + 1]) if r.kind == "head" and n + 1 < len(rows) else 0
            self.height(r)
            if y + h + keep + (self.size * 2 if self.carry else 0) > self.bottom:
                if self.carry:
                    self.sums(y, d.v.L("carry"), run)
                y = self.heading(d.break_page())
                if self.carry:
                    self.sums(y, d.v.L("brought").format(p=d.c.page - 1), run)
                    y += self.size * 1.9
            if self.band and r.kind == "line" and n % 2 == 0:
                d.c.rect(self.x0, y, self.x1 - self.x0, h, fill=self.band)
            self.row(r, y)
            run += r.net
            y += h
            if self.rule:
                d.c.line(self.x0, y, self.x1, y, self.rule, GREY)
        return y

    def sums(self, y, label, amount):
        desc = next((c for c in self.cols if c[0] == "desc"), self.cols[0])
        self.d.t(desc[1] + 3, y + self.size * 1.3, label, self.size, italic=True)
        self.d.t(self.x1 - 3, y + self.size * 1.3, self.d.v.money(amount, False), self.size, italic=True, align="r")

    def row(self, r, y):
        d, s, step = self.d, self.size, self.size * self.lead
        base = y + self.gap / 2 + s * .9
        desc = next((c for c in self.cols if c[0] == "desc"), self.cols[0])
        if r.kind == "head":
            d.t(desc[1] + 3, base + 1, r.label, s + .5, bold=True)
            return
        if r.kind == "sum":
            d.t(desc[1] + 3, base + 1, r.label, s, bold=True)
            d.t(self.x1 - 3, base + 1, r.amount, s, bold=True, align="r")
            return
        for t in r.above:
            d.t(desc[1] + 3, base, t, s)
            base += step
        at = base + (len(self.parts) - 1) * step if self.numbers == "last" else base
        for c in self.cols:
            if c[0] != "desc" and r.cells.get(c[0]):
                self.put(c, at, r.cells[c[0]])
        for j, t in enumerate(self.parts):
            if t:
                d.t(desc[1] + 3, base + j * step, t, s)
        base += len(self.parts) * step
        for t in r.below:
            d.fit(desc[1] + 3 + self.indent, base, t, self.x1 - desc[1] - 12, s - 1, color=(.3, .3, .3))
            base += step


def heads(v, keys, **own):
    """Column captions by key; own: other words for some."""
    std = {"rate": "tax_rate", "qtyunit": "qty", "gross": "gross_col", "taxamt": "tax"}
    return {k: own.get(k) if k in own else v.L(std.get(k, k)) if k != "date" else v.L("date") for k in keys}


def sums_list(d, y, rows, x, width, size=None, lead=1.6, bold=("payable",), dots=False, under=False):
    """Totals as plain rows: label left, amount right; dots: leader between."""
    size = size or d.size
    last = {"gross", "payable"} & {k for k, _, _ in rows}
    strong = "payable" if "payable" in last else "gross"
    for k, lab, val in rows:
        b = k == strong
        if under and b:
            d.c.line(x, y + 2, x + width, y + 2, .8)
        y += size * lead
        vw = d.tw(val, size, b)
        d.fit(x, y, lab, width - vw - 8, size, bold=b)
        if dots:
            a = x + min(d.tw(lab, size, b), width - vw - 8) + 3
            n = int((x + width - vw - 4 - a) / d.tw(".", size))
            d.t(a, y, "." * max(0, n), size, color=GREY)
        d.t(x + width, y, val, size, bold=b, align="r")
    return y + size


def facts(d, x, y, items, size=None, how="beside", label_w=90, width=200, lead=1.5, colon=":"):
    """Header facts: beside (label, value), below (label under the value), sentence (label value in one run)."""
    size = size or d.size
    for lab, val in items:
        if how == "below":
            d.fit(x, y, val, width, size + 1, bold=True)
            d.fit(x, y + size * 1.05, lab, width, size - 2.2, color=GREY)
            y += size * 2.7
        elif how == "sentence":
            d.fit(x, y, f"{lab}{colon} {val}", width, size)
            y += size * lead
        else:
            d.fit(x, y, lab + colon, label_w - 4, size)
            d.fit(x + label_w, y, val, width - label_w, size)
            y += size * lead
    return y


def bank_lines(v, inv, n=1):
    out = []
    for b in inv.seller.banks[:n]:
        out += [f"{a}: {t}" for a, t in v.bank_rows(b)]
    return out


def foot(d, text, size=6.8, up=40):
    """A line of small print at the foot of every page."""
    def on(q):
        q.fit(q.left, q.c.h - up, text, q.width, size, color=(.3, .3, .3))
        q.t(q.right, q.c.h - up + 10, q.v.page_text(q.c.page), size, align="r", color=(.3, .3, .3))
    d.on_page = on
    d.on_next = lambda q: q.top + 10
