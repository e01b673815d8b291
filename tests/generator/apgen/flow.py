"""Building blocks of a page: paragraphs, label/value groups, tables that break over pages, totals."""
import random

from .pdfcanvas import text_width

GREY = (.45, .45, .45)
LIGHT = (.93, .93, .93)
BLACK = (0, 0, 0)
WHITE = (1, 1, 1)
ACCENTS = [(.10, .25, .45), (.55, .10, .12), (.05, .40, .30), (.85, .45, .05), (.30, .30, .32), (.35, .15, .45), (0, .45, .65), (.15, .15, .15)]


class Doc:
    """Canvas, view and theme of one document being laid out."""

    def __init__(self, c, v, seed, fonts=("sans",), size=9, left=57, right=57, top=50, bottom=90):
        r = self.r = random.Random(f"{seed}/theme")
        self.c, self.v, self.inv = c, v, v.inv
        self.font = r.choice(fonts)
        if v.lang in ("pl", "cs") and self.font in ("helv", "times", "cour"):
            self.font = {"helv": "sans", "times": "serif", "cour": "mono"}[self.font]
        self.size = size + r.choice((-.5, 0, 0, .5))
        self.accent = r.choice(ACCENTS)
        self.left, self.right, self.top = left, c.w - right, top
        self.bottom = c.h - bottom
        self.on_page = lambda d: None      # footer and the like, on every page
        self.on_next = lambda d: d.top     # head of the following pages; returns where to go on
        self.carry = r.random() < .6

    @property
    def width(self):
        return self.right - self.left

    def t(self, x, y, s, size=None, **kw):
        return self.c.text(x, y, s, kw.pop("font", self.font), size or self.size, **kw)

    def tw(self, s, size=None, bold=False, font=None):
        return text_width(s, font or self.font, size or self.size, bold)

    def fit(self, x, y, s, width, size, **kw):
        """Text that shrinks until it fits the width."""
        while size > 5 and self.tw(s, size, kw.get("bold", False), kw.get("font")) > width:
            size -= .5
        return self.t(x, y, s, size, **kw)

    def wrap(self, s, width, size=None, bold=False):
        out = []
        for para in str(s).split("\n"):
            cur = ""
            for w in para.split(" "):
                if cur and self.tw(cur + " " + w, size, bold) > width:
                    out.append(cur)
                    cur = w
                else:
                    cur = (cur + " " + w) if cur else w
            out.append(cur)
        return out

    def para(self, x, y, s, width, size=None, lead=1.3, align="l", **kw):
        """Wrapped text; returns the baseline after it."""
        size = size or self.size
        for li in self.wrap(s, width, size, kw.get("bold", False)) if s else []:
            self.t(x + (width if align == "r" else width / 2 if align == "c" else 0), y, li, size, align=align, **kw)
            y += size * lead
        return y

    def stack(self, x, y, lines, size=None, lead=1.3, first_bold=False, width=None, **kw):
        """Lines below each other; returns the baseline after the last."""
        size = size or self.size
        for i, s in enumerate(lines):
            if s:
                b = kw.pop("bold", False) if False else (first_bold and i == 0)
                if width:
                    for part in self.wrap(s, width, size, b or kw.get("bold", False)):
                        self.t(x, y, part, size, **{**kw, "bold": b or kw.get("bold", False)})
                        y += size * lead
                    continue
                self.t(x, y, s, size, **{**kw, "bold": b or kw.get("bold", False)})
            y += size * lead
        return y

    # ---- label and value
    def kv(self, x, y, items, label_w, size=None, lead=1.45, value_x=None, align="l", bold_label=False, bold_value=False, colon=None, label_color=BLACK, width=None):
        """Label left, value at label_w (align r: value flush right at x+width)."""
        size = size or self.size
        for lab, val in items:
            colon_s = self.v.colon if colon is None else colon
            self.fit(x, y, lab + colon_s, label_w - 3, size, bold=bold_label, color=label_color)
            if align == "r":
                self.t(x + width, y, val, size, bold=bold_value, align="r")
            else:
                vw = (width or 999) - label_w
                for part in self.wrap(val, vw, size, bold_value):
                    self.t(x + label_w, y, part, size, bold=bold_value)
                    y += size * lead
                y -= size * lead
            y += size * lead
        return y

    def over(self, x, y, items, col_w, per_row, size=None, gap=None, label_size=None, boxed=False, fill=None, label_color=GREY):
        """Label small above its value, in columns; boxed: in a grid."""
        size = size or self.size
        ls = label_size or size - 2
        h = gap or size * 3.1
        for i, (lab, val) in enumerate(items):
            cx, cy = x + (i % per_row) * col_w, y + (i // per_row) * h
            if boxed:
                if fill:
                    self.c.rect(cx, cy, col_w, ls * 1.65, fill=fill)
                self.c.rect(cx, cy, col_w, h, stroke=GREY, lw=.5)
            pad = 4 if boxed else 0
            self.fit(cx + pad, cy + ls * 1.25, lab, col_w - pad - 4, ls, color=label_color)
            self.fit(cx + pad, cy + ls * 1.5 + size * 1.2, val, col_w - pad - 4, size)
        return y + ((len(items) + per_row - 1) // per_row) * h

    # ---- tables
    def columns(self, spec, x=None, width=None):
        """'pos:4 item:12 desc:* qty:8' in percent of the width -> [(key, x, w, align)]; columns without any content are dropped."""
        inv, out = self.inv, []
        for s in spec.split():
            k, w = s.split(":")
            if k == "disc" and not any(li.discount for li in inv.lines):
                continue
            if k == "rate" and (inv.split and self.v.country != "IN") and self.v.country != "CA":
                continue
            out.append([k, w])
        width = width or self.width
        x = self.left if x is None else x
        used = sum(float(w) for k, w in out if w != "*")
        cols = []
        for k, w in out:
            cw = width * ((100 - used) if w == "*" else float(w)) / 100
            cols.append((k, x, cw, "l" if k in ("desc", "item", "pos", "unit") else "r"))
            x += cw
        return cols

    HEAD = {"taxamt": "tax", "qtyunit": "qty", "gross": "gross_col"}

    def table_head(self, cols, y, style, size):
        v = self.v
        labels = [v.vat_label() if False else v.L({"rate": "tax_rate", **self.HEAD}.get(k, k)) for k, *_ in cols]
        head = style.get("head", "rule")
        rows = [self.wrap(s, w - 5, size, True) for s, (_, _, w, _) in zip(labels, cols)]
        n = max(len(x) for x in rows)
        h = size * 1.2 * n + size * .8
        x0, x1 = cols[0][1], cols[-1][1] + cols[-1][2]
        color = BLACK
        if head == "fill":
            self.c.rect(x0, y, x1 - x0, h, fill=style.get("fill", LIGHT))
        elif head == "dark":
            self.c.rect(x0, y, x1 - x0, h, fill=self.accent)
            color = WHITE
        elif head == "rule":
            self.c.line(x0, y, x1, y, 1)
            self.c.line(x0, y + h, x1, y + h, .7)
        elif head == "under":
            self.c.line(x0, y + h, x1, y + h, 1.2, self.accent)
            color = self.accent
        elif head == "box":
            self.c.rect(x0, y, x1 - x0, h, stroke=BLACK, lw=.7)
        for parts, (k, x, w, al) in zip(rows, cols):
            for j, s in enumerate(parts):
                self.fit(x + (w - 3 if al == "r" else 3), y + size * 1.25 + j * size * 1.2, s, w - 4, size, bold=head != "light", align=al, color=color)
        return y + h

    def table(self, cols, y, style=None, size=None, bottom=None, keep=0):
        """The invoice lines; breaks pages, carrying the sum forward where the document does.

        keep: points that must remain below the last row (for totals that follow)."""
        style = style or {}
        v, inv = self.v, self.inv
        size = size or self.size
        bottom = bottom or self.bottom
        top = y
        y = self.table_head(cols, y, style, size - .3)
        run, x0, x1 = 0, cols[0][1], cols[-1][1] + cols[-1][2]
        pad = style.get("pad", .55) * size
        desc_x, desc_w = next((x, w) for k, x, w, _ in cols if k == "desc")

        def grid(a, b):
            if style.get("rows") == "grid":
                for _, x, w, _ in cols:
                    self.c.line(x, a, x, b, .5)
                self.c.line(x1, a, x1, b, .5)
                self.c.line(x0, b, x1, b, .5)

        for i, li in enumerate(inv.lines):
            parts = self.wrap(v.cell(li, "desc", i), desc_w - 6, size)
            extra = []
            if style.get("sub_item") and li.item_id:
                extra = self.wrap(f"{v.L('item')} {li.item_id}", desc_w - 6, size - 1.5)
            h = len(parts) * size * 1.22 + len(extra) * size + 2 * pad
            if y + h > bottom - (size * 2.2 if self.carry else 0):
                grid(top, y)
                if self.carry:
                    self.t(desc_x + 3, y + size * 1.6, v.L("carry"), size, bold=True)
                    self.t(x1 - 3, y + size * 1.6, v.money(run, False), size, bold=True, align="r")
                y = self.break_page()
                top = y
                y = self.table_head(cols, y, style, size - .3)
                if self.carry:
                    self.t(desc_x + 3, y + size * 1.4, v.L("brought").format(p=self.c.page - 1), size, bold=True)
                    self.t(x1 - 3, y + size * 1.4, v.money(run, False), size, bold=True, align="r")
                    y += size * 2
            if style.get("rows") == "zebra" and i % 2:
                self.c.rect(x0, y, x1 - x0, h, fill=(.95, .95, .96))
            base = y + pad + size * .85
            for k, x, w, al in cols:
                if k == "desc":
                    for j, s in enumerate(parts):
                        self.t(x + 3, base + j * size * 1.22, s, size)
                    for j, s in enumerate(extra):
                        self.t(x + 3, base + len(parts) * size * 1.22 + j * size, s, size - 1.5, color=GREY)
                else:
                    s = v.cell(li, k, i)
                    if k == "amount" and v.amounts_marked():
                        s = v.money(li.net)
                    self.fit(x + (w - 3 if al == "r" else 3), base, s, w - 4, size, align=al)
            run += li.net
            y += h
            if style.get("rows") == "line":
                self.c.line(x0, y, x1, y, .3, (.7, .7, .7))
            elif style.get("rows") == "dots":
                self.c.line(x0, y, x1, y, .4, (.5, .5, .5), ([1, 2],))
        if style.get("rows") == "grid":
            if style.get("stretch") and y < bottom - 120:
                y = max(y, min(bottom - 130, y + 160))
            grid(top, y)
        elif style.get("end", True):
            self.c.line(x0, y, x1, y, .8 if head_is_rule(style) else .4)
        if keep and y + keep > self.bottom:
            y = self.break_page()
        return y

    def break_page(self):
        self.on_page(self)
        self.c.next_page()
        return self.on_next(self)

    def room(self, y, need):
        """y, or the top of a new page where fewer than `need` points are left."""
        return self.break_page() if y + need > self.bottom else y

    # ---- totals
    def total_rows(self, y, rows, x, width, size=None, strong=("gross", "payable"), style="plain", lead=1.55):
        """Label left, amount right, below each other in the box."""
        size = size or self.size
        last = max((i for i, r_ in enumerate(rows) if r_[0] in strong), default=-1)
        for i, (key, lab, val) in enumerate(rows):
            bold = key in strong and (i == last or key == "gross")
            h = size * lead
            if bold and style in ("fill", "dark") and i == last:
                self.c.rect(x, y, width, h * 1.15, fill=self.accent if style == "dark" else LIGHT)
                color = WHITE if style == "dark" else BLACK
                y += h * .1
            else:
                color = BLACK
            if bold and style in ("rule", "double"):
                self.c.line(x, y, x + width, y, .7)
            if style == "grid":
                self.c.rect(x, y, width, h, stroke=BLACK, lw=.5)
                self.c.line(x + width * .6, y, x + width * .6, y + h, .5)
            vs = size + (1.5 if bold and style != "grid" else 0)
            vw = self.tw(val, vs, bold)
            ty = y + h * .72
            self.fit(x + 4, ty, lab + ("" if style == "grid" else self.v.colon if self.v.colon == ":" and style == "colon" else ""), width - vw - 14, size, bold=bold, color=color)
            self.t(x + width - 4, ty, val, vs, bold=bold, align="r", color=color)
            y += h
            if bold and style == "double" and i == last:
                self.c.line(x, y, x + width, y, .5)
                self.c.line(x, y + 1.8, x + width, y + 1.8, .5)
        return y + 4

    def tax_table(self, x, y, width, size=None, gross=True, box=False):
        """Rate, basis, tax (and gross) per rate; the total in a last row."""
        v, inv = self.v, self.inv
        size = size or self.size - 1
        heads = [v.L("rate"), v.L("basis"), v.L("tax")] + ([v.L("gross_col")] if gross else [])
        n = len(heads)
        w = width / n
        rows = [[(t.name + " " if t.name else "") + v.rate(t.rate), v.money(t.basis, False), v.money(t.amount, False)] + ([v.money(t.basis + t.amount, False)] if gross else []) for t in inv.taxes]
        for i, s in enumerate(heads):
            self.fit(x + (i + 1) * w - 4, y + size * 1.2, s, w - 5, size - .5, bold=True, align="r")
        self.c.line(x, y + size * 1.6, x + width, y + size * 1.6, .5)
        yy = y + size * 1.6
        for row in rows:
            for i, s in enumerate(row):
                self.fit(x + (i + 1) * w - 4, yy + size * 1.2, s, w - 5, size, align="r")
            yy += size * 1.5
        if len(rows) == 1:
            v.seen.add("tax")
        if box:
            self.c.rect(x, y, width, yy - y + 3, stroke=BLACK, lw=.5)
            for i in range(1, n):
                self.c.line(x + i * w, y, x + i * w, yy + 3, .3)
        return yy + 6

    # ---- feet
    def footer_columns(self, y, groups, size=6.8, rule=True):
        """Groups of lines in columns over the whole width."""
        if rule:
            self.c.line(self.left, y - 10, self.right, y - 10, .5, GREY)
        w = self.width / len(groups)
        for i, g in enumerate(groups):
            yy = y
            for s in g:
                if s:
                    self.fit(self.left + i * w, yy, s, w - 6, size, color=(.25, .25, .25))
                    yy += size * 1.25

    def firm_groups(self, banks=True):
        """Columns for a footer: firm, contact, register and tax, bank(s)."""
        v, p = self.v, self.inv.seller
        tax = [v.seller_vat()]
        if p.tax_no and p.country in ("DE", "IT"):
            tax.append(f"{v.L('tax_no')} {p.tax_no}")
        if v.reg():
            tax.append(v.reg())
        if p.country in ("DE", "AT", "CH", "NL"):
            tax.append(f"{v.L('ceo')}: {p.person}")
        g = [v.address("seller"), v.contact_bits(), tax]
        if banks:
            for b in p.banks[:2]:
                g.append([f"{a} {t}" if i else t for i, (a, t) in enumerate(v.bank_rows(b))])
        return g

    # ---- marks
    def logo(self, x, y, h, kind=None):
        """A made-up sign of the firm; returns its width."""
        c, a = self.c, self.accent
        b = tuple(min(1, k + .35) for k in a)
        kind = self.r.randrange(6) if kind is None else kind
        init = self.inv.seller.name[0]
        if kind == 0:
            c.circle(x + h / 2, y + h / 2, h / 2, fill=a)
            self.t(x + h / 2, y + h * .7, init, h * .6, bold=True, align="c", color=WHITE)
        elif kind == 1:
            c.poly([(x, y + h), (x + h / 2, y), (x + h, y + h)], a)
            c.poly([(x + h * .5, y + h), (x + h * .85, y + h * .3), (x + h * 1.2, y + h)], b)
            return h * 1.2
        elif kind == 2:
            for i in range(3):
                c.rect(x + i * h * .36, y + h * (.5 - .25 * i), h * .28, h * (.5 + .25 * i), fill=a if i != 1 else b)
        elif kind == 3:
            c.rect(x, y, h, h, fill=a, radius=h * .2)
            c.circle(x + h * .5, y + h * .5, h * .28, stroke=WHITE, lw=h * .1)
        elif kind == 4:
            c.poly([(x, y + h / 2), (x + h / 2, y), (x + h, y + h / 2), (x + h / 2, y + h)], a)
            c.poly([(x + h * .3, y + h / 2), (x + h / 2, y + h * .3), (x + h * .7, y + h / 2), (x + h / 2, y + h * .7)], WHITE)
        else:
            c.circle(x + h * .38, y + h / 2, h * .38, stroke=a, lw=h * .1)
            c.circle(x + h * .8, y + h / 2, h * .38, stroke=b, lw=h * .1)
            return h * 1.2
        return h


def head_is_rule(style):
    return style.get("head", "rule") in ("rule", "box")
