"""Drawing surface, y downwards in points, on two PDF producers: reportlab and cairo."""
import io
import os

import cairo
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas as rl

A4 = (595.28, 841.89)
LETTER = (612.0, 792.0)
FONT_DIR = "/usr/share/fonts/truetype"
# family: (directory/prefix, names of regular, bold, italic; the family's name for cairo)
FILES = {
    "sans": ("liberation/LiberationSans-", "Regular", "Bold", "Italic", "Liberation Sans"),
    "serif": ("liberation/LiberationSerif-", "Regular", "Bold", "Italic", "Liberation Serif"),
    "mono": ("liberation/LiberationMono-", "Regular", "Bold", "Italic", "Liberation Mono"),
    "narrow": ("liberation/LiberationSansNarrow-", "Regular", "Bold", "Italic", "Liberation Sans Narrow"),
    "deja": ("dejavu/DejaVuSans", "", "-Bold", "-Oblique", "DejaVu Sans"),
    "dejaserif": ("dejavu/DejaVuSerif", "", "-Bold", "-Italic", "DejaVu Serif"),
    "dejacond": ("dejavu/DejaVuSansCondensed", "", "-Bold", "-Oblique", "DejaVu Sans Condensed"),
    "dejamono": ("dejavu/DejaVuSansMono", "", "-Bold", "-Oblique", "DejaVu Sans Mono"),
    "carlito": ("crosextra/Carlito-", "Regular", "Bold", "Italic", "Carlito"),
    "caladea": ("crosextra/Caladea-", "Regular", "Bold", "Italic", "Caladea"),
    "lato": ("lato/Lato-", "Regular", "Bold", "Italic", "Lato"),
}
CORE = {"helv": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"), "times": ("Times-Roman", "Times-Bold", "Times-Italic"),
        "cour": ("Courier", "Courier-Bold", "Courier-Oblique")}
CORE_TWIN = {"helv": "sans", "times": "serif", "cour": "mono"}
FALLBACK = {"carlito": "sans", "caladea": "serif", "lato": "deja"}
NARROW_BLANKS = {0x2009: "\u00a0", 0x202F: "\u00a0"}    # which only the DejaVu fonts have all; others would draw an empty box
_known = {}


def face(family, bold=False, italic=False):
    """Name of the registered reportlab font."""
    i = 1 if bold else 2 if italic else 0
    if family in CORE:
        return CORE[family][i]
    key = (family, i)
    if key not in _known:
        d = FILES[family]
        path = f"{FONT_DIR}/{d[0]}{d[1 + i]}.ttf"
        if not os.path.exists(path):
            path = path.replace("Oblique", "Italic")
        if not os.path.exists(path):
            if family not in FALLBACK:
                raise FileNotFoundError(f"font {path}: install fonts-liberation and fonts-dejavu")
            return face(FALLBACK[family], bold, italic)
        _known[key] = f"{family}{i}"
        pdfmetrics.registerFont(TTFont(_known[key], path))
    return _known[key]


def text_width(s, family, size, bold=False, italic=False):
    return pdfmetrics.stringWidth(s, face(family, bold, italic), size)


class Canvas:
    """What layouts draw on; `texts` keeps every string drawn, page by page."""

    def __init__(self, size, meta):
        self.w, self.h = size
        self.meta = meta
        self.page = 1
        self.texts = [[]]

    def text(self, x, y, s, font="sans", size=9, bold=False, italic=False, align="l", color=(0, 0, 0), angle=0, spacing=0):
        if s is None or s == "":
            return 0
        s = str(s)
        if not font.startswith("deja"):
            s = s.translate(NARROW_BLANKS)
        w = text_width(s, font, size, bold, italic) + spacing * len(s)
        if not angle:
            x -= w if align == "r" else w / 2 if align == "c" else 0
        self.texts[-1].append(s)
        self._text(x, y, s, font, size, bold, italic, color, angle, spacing)
        return w

    def next_page(self):
        self.texts.append([])
        self.page += 1
        self._next()


class RlCanvas(Canvas):
    """reportlab"""

    def __init__(self, size, meta):
        super().__init__(size, meta)
        self.buf = io.BytesIO()
        self.c = rl.Canvas(self.buf, pagesize=size, invariant=1, pageCompression=1)
        self.c.setTitle(meta.get("title", ""))
        self.c.setProducer(meta.get("producer", "PDF Writer 3.2"))
        self.c.setCreator(meta.get("creator", "Invoicing"))

    def _text(self, x, y, s, font, size, bold, italic, color, angle, spacing):
        c = self.c
        c.setFillColorRGB(*color)
        t = c.beginText()
        t.setFont(face(font, bold, italic), size)
        if spacing:
            t.setCharSpace(spacing)
        if angle:
            import math
            a = math.radians(angle)
            t.setTextTransform(math.cos(a), math.sin(a), -math.sin(a), math.cos(a), x, self.h - y)
        else:
            t.setTextOrigin(x, self.h - y)
        t.textOut(s)
        if spacing:
            t.setCharSpace(0)
        c.drawText(t)

    def line(self, x1, y1, x2, y2, w=0.5, color=(0, 0, 0), dash=None):
        c = self.c
        c.setLineWidth(w)
        c.setStrokeColorRGB(*color)
        c.setDash(*(dash or ([],)))
        c.line(x1, self.h - y1, x2, self.h - y2)
        c.setDash([])

    def rect(self, x, y, w, h, fill=None, stroke=None, lw=0.5, radius=0):
        c = self.c
        if fill:
            c.setFillColorRGB(*fill)
        if stroke:
            c.setStrokeColorRGB(*stroke)
            c.setLineWidth(lw)
        args = dict(stroke=int(bool(stroke)), fill=int(bool(fill)))
        if radius:
            c.roundRect(x, self.h - y - h, w, h, radius, **args)
        else:
            c.rect(x, self.h - y - h, w, h, **args)

    def poly(self, pts, fill):
        p = self.c.beginPath()
        p.moveTo(pts[0][0], self.h - pts[0][1])
        for x, y in pts[1:]:
            p.lineTo(x, self.h - y)
        p.close()
        self.c.setFillColorRGB(*fill)
        self.c.drawPath(p, stroke=0, fill=1)

    def circle(self, x, y, r, fill=None, stroke=None, lw=1):
        if fill:
            self.c.setFillColorRGB(*fill)
        if stroke:
            self.c.setStrokeColorRGB(*stroke)
            self.c.setLineWidth(lw)
        self.c.circle(x, self.h - y, r, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def image(self, img, x, y, w, h):
        """A PIL image into the box."""
        self.c.drawImage(ImageReader(img), x, self.h - y - h, w, h)

    def _next(self):
        self.c.showPage()

    def finish(self):
        self.c.showPage()
        self.c.save()
        return self.buf.getvalue()


class CairoCanvas(Canvas):
    """cairo (no core fonts: their metric twins are embedded)"""

    def __init__(self, size, meta):
        super().__init__(size, meta)
        self.buf = io.BytesIO()
        self.s = cairo.PDFSurface(self.buf, *size)
        self.s.set_metadata(cairo.PDF_METADATA_CREATE_DATE, meta.get("date", "2026-01-01") + "T08:00:00Z")
        self.s.set_metadata(cairo.PDF_METADATA_TITLE, meta.get("title", ""))
        self.c = cairo.Context(self.s)

    def _text(self, x, y, s, font, size, bold, italic, color, angle, spacing):
        c = self.c
        font = CORE_TWIN.get(font, font)
        path = f"{FONT_DIR}/{FILES[font][0]}{FILES[font][1]}.ttf"
        if not os.path.exists(path):
            font = FALLBACK.get(font, font)
        c.select_font_face(FILES[font][4], cairo.FONT_SLANT_ITALIC if italic and not bold else cairo.FONT_SLANT_NORMAL,
                           cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
        c.set_font_size(size)
        o = cairo.FontOptions()
        o.set_hint_metrics(cairo.HINT_METRICS_OFF)
        o.set_hint_style(cairo.HINT_STYLE_NONE)
        c.set_font_options(o)
        c.set_source_rgb(*color)
        if angle:
            c.save()
            c.translate(x, y)
            c.rotate(-angle * 3.141592653589793 / 180)
            c.move_to(0, 0)
            c.show_text(s)
            c.restore()
        elif spacing:
            for ch in s:
                c.move_to(x, y)
                c.show_text(ch)
                x += c.text_extents(ch).x_advance + spacing
        else:
            c.move_to(x, y)
            c.show_text(s)

    def line(self, x1, y1, x2, y2, w=0.5, color=(0, 0, 0), dash=None):
        c = self.c
        c.set_line_width(w)
        c.set_source_rgb(*color)
        c.set_dash(dash[0] if dash else [])
        c.move_to(x1, y1)
        c.line_to(x2, y2)
        c.stroke()
        c.set_dash([])

    def _paint(self, fill, stroke, lw):
        c = self.c
        if fill:
            c.set_source_rgb(*fill)
            c.fill_preserve()
        if stroke:
            c.set_line_width(lw)
            c.set_source_rgb(*stroke)
            c.stroke_preserve()
        c.new_path()

    def rect(self, x, y, w, h, fill=None, stroke=None, lw=0.5, radius=0):
        c = self.c
        if radius:
            r, p = radius, 1.5707963
            c.new_sub_path()
            c.arc(x + w - r, y + r, r, -p, 0)
            c.arc(x + w - r, y + h - r, r, 0, p)
            c.arc(x + r, y + h - r, r, p, 2 * p)
            c.arc(x + r, y + r, r, 2 * p, 3 * p)
            c.close_path()
        else:
            c.rectangle(x, y, w, h)
        self._paint(fill, stroke, lw)

    def poly(self, pts, fill):
        self.c.move_to(*pts[0])
        for p in pts[1:]:
            self.c.line_to(*p)
        self.c.close_path()
        self._paint(fill, None, 0)

    def circle(self, x, y, r, fill=None, stroke=None, lw=1):
        self.c.new_sub_path()
        self.c.arc(x, y, r, 0, 6.2831853)
        self._paint(fill, stroke, lw)

    def image(self, img, x, y, w, h):
        b = io.BytesIO()
        img.save(b, "PNG")
        b.seek(0)
        s = cairo.ImageSurface.create_from_png(b)
        c = self.c
        c.save()
        c.translate(x, y)
        c.scale(w / s.get_width(), h / s.get_height())
        c.set_source_surface(s, 0, 0)
        c.paint()
        c.restore()

    def _next(self):
        self.c.show_page()

    def finish(self):
        self.c.show_page()
        self.s.finish()
        return self.buf.getvalue()


BACKENDS = {"rl": RlCanvas, "cairo": CairoCanvas}
