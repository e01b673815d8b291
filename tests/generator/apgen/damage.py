"""From clean pages to what a scanner or a phone delivers."""
import io
import random
import subprocess
import tempfile

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf"


def pages(pdf, dpi, gray=False):
    """The pages of a PDF as PIL images."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
        f.write(pdf)
        f.flush()
        raw = subprocess.run(["pdftoppm", "-r", str(dpi)] + (["-gray"] if gray else []) + [f.name], capture_output=True, check=True).stdout
    out, pos = [], 0
    while pos < len(raw):
        im = Image.open(io.BytesIO(raw[pos:]))
        im.load()
        mode, (w, h) = im.mode, im.size
        head = 0
        for _ in range(3):
            head = raw.index(b"\n", pos + head) + 1 - pos
        pos += head + w * h * (1 if mode == "L" else 3)
        out.append(im)
    return out


def rotate(im, deg, fill=255):
    return im.rotate(deg, Image.BICUBIC, expand=False, fillcolor=fill if im.mode == "L" else (fill,) * 3)


def noise(im, rng, sigma):
    a = np.asarray(im, np.float32)
    n = rng.normal(0, sigma, a.shape[:2]).astype(np.float32)
    return Image.fromarray(np.clip(a + (n if a.ndim == 2 else n[..., None]), 0, 255).astype(np.uint8))


def salt(im, rng, share):
    """Dark and light specks."""
    a = np.array(im)
    m = rng.random(a.shape[:2])
    a[m < share] = 40
    a[m > 1 - share] = 255
    return Image.fromarray(a)


def light(im, rng, depth):
    """Uneven light: a smooth field of low frequency multiplied in."""
    f = rng.random((3, 3)).astype(np.float32)
    field = np.asarray(Image.fromarray((f * 255).astype(np.uint8)).resize(im.size, Image.BICUBIC), np.float32) / 255
    a = np.asarray(im, np.float32) * (1 - depth * (field if im.mode == "L" else field[..., None]))
    return Image.fromarray(np.clip(a, 0, 255).astype(np.uint8))


def shadow(im, r, depth=.35):
    """A soft dark edge: the gutter of a book, a hand, a phone."""
    w, h = im.size
    m = Image.new("L", (w // 8, h // 8), 0)
    d = ImageDraw.Draw(m)
    x = r.choice((-1, 1))
    e = w // 8
    d.polygon([(0 if x < 0 else e, 0), ((e * .15) if x < 0 else e * .85, 0), ((e * .35) if x < 0 else e * .6, h // 8), (0 if x < 0 else e, h // 8)], fill=255)
    m = np.asarray(m.filter(ImageFilter.GaussianBlur(e / 14)).resize(im.size), np.float32) / 255 * depth
    a = np.asarray(im, np.float32) * (1 - (m if im.mode == "L" else m[..., None]))
    return Image.fromarray(a.astype(np.uint8))


def stain(im, r):
    """Ring of a coffee cup."""
    w, h = im.size
    lay = Image.new("L", im.size, 0)
    d = ImageDraw.Draw(lay)
    R = int(w * r.uniform(.06, .1))
    x, y = r.randrange(R, w - R), r.randrange(R, h - R)
    for k in range(6):
        d.ellipse([x - R + k, y - R + r.randrange(3), x + R - k, y + R], outline=r.randrange(40, 90), width=max(2, w // 400))
    lay = lay.filter(ImageFilter.GaussianBlur(w / 700))
    color = Image.new(im.mode, im.size, (120, 80, 40) if im.mode == "RGB" else 100)
    return Image.composite(color, im, lay)


def fold(im, r):
    """A fold line over the whole page with a slight change of brightness."""
    w, h = im.size
    a = np.asarray(im, np.float32).copy()
    y = int(h * r.choice((1 / 3, .5, 2 / 3)) + r.randrange(-20, 20))
    t = max(3, h // 400)
    a[y - t:y + t] *= .82
    a[y + t:] *= r.uniform(.93, .99)
    return Image.fromarray(a.astype(np.uint8))


def punch(im, r):
    """Two punch holes at the left edge."""
    d = ImageDraw.Draw(im)
    w, h = im.size
    R = w * .014
    for y in (h * .5 - w * .19, h * .5 + w * .19):
        d.ellipse([w * .035 - R, y - R, w * .035 + R, y + R], fill=r.choice((30, 200)) if im.mode == "L" else (60, 60, 60))
    return im


def stamp(im, r, text):
    """An office stamp, slanted, in a free corner; colour on colour scans."""
    w, h = im.size
    f = ImageFont.truetype(FONT, int(w * .026))
    tw = int(f.getlength(text)) + 30
    s = Image.new("L", (tw, int(w * .06)), 0)
    d = ImageDraw.Draw(s)
    d.rectangle([2, 2, s.width - 3, s.height - 3], outline=200, width=max(2, w // 500))
    d.text((15, s.height * .25), text, font=f, fill=200)
    s = s.rotate(r.uniform(-14, 14), expand=True, resample=Image.BICUBIC)
    ink = Image.new(im.mode, s.size, r.choice(((170, 30, 40), (30, 50, 150), (20, 110, 60))) if im.mode == "RGB" else 90)
    im.paste(ink, (int(w * r.uniform(.52, .9) - s.width / 2), int(h * r.uniform(.72, .86))), s.point(lambda v: int(v * .8)))
    return im


def handwriting(im, r):
    """A tick and a squiggle of a pen."""
    d = ImageDraw.Draw(im)
    w, h = im.size
    x, y = w * r.uniform(.75, .9), h * r.uniform(.86, .93)
    pts = [(x + i * w * .008, y + r.uniform(-1, 1) * w * .015) for i in range(12)]
    d.line(pts, fill=(40, 50, 140) if im.mode == "RGB" else 70, width=max(2, w // 450))
    return im


def perspective(im, r, amount, back):
    """The page seen from an angle, lying on a surface."""
    w, h = im.size
    m = int(min(w, h) * .06)
    W, H = w + 2 * m, h + 2 * m
    base = Image.new("RGB", (W, H), back)
    base = noise(base, np.random.default_rng(r.randrange(10**6)), 6)
    j = lambda: r.uniform(0, amount) * min(w, h)
    dst = [(m + j(), m + j()), (m + w - j(), m + j()), (m + w - j(), m + h - j()), (m + j(), m + h - j())]
    src = [(0, 0), (w, 0), (w, h), (0, h)]
    A, B = [], []
    for (X, Y), (x, y) in zip(dst, src):
        A += [[X, Y, 1, 0, 0, 0, -x * X, -x * Y], [0, 0, 0, X, Y, 1, -y * X, -y * Y]]
        B += [x, y]
    k = np.linalg.solve(np.array(A), np.array(B))
    page = im.convert("RGB").transform((W, H), Image.PERSPECTIVE, k, Image.BICUBIC)
    mask = Image.new("L", im.size, 255).transform((W, H), Image.PERSPECTIVE, k, Image.BILINEAR)
    base.paste(page, (0, 0), mask)
    return base


def bilevel(im, level=160):
    return im.convert("L").point(lambda v: 255 if v > level else 0).convert("1")


def scan(pdf, seed, words=(), hard=1.0):
    """Pages as an office scanner delivers them: (images, dpi, list of what was done)."""
    r = random.Random(f"{seed}/scan")
    rng = np.random.default_rng(r.randrange(2**31))
    dpi = r.choice((150, 200, 200, 200, 240, 300))
    mode = r.choice(("gray", "gray", "color", "bw"))
    skew = r.choice((0, r.uniform(-.6, .6), r.uniform(-2.2, 2.2))) * hard
    did = [f"{dpi}dpi", mode, f"skew{skew:.1f}"]
    turn = r.random() < .06 * hard
    marks = {k for k, p in (("stamp", .25), ("punch", .25), ("fold", .2), ("stain", .08), ("pen", .15), ("shadow", .2), ("light", .25), ("specks", .3)) if r.random() < p * hard}
    out = []
    for n, im in enumerate(pages(pdf, dpi, mode != "color")):
        if "stamp" in marks and n == 0 and words:
            im = stamp(im, r, r.choice(words))
        if "pen" in marks and n == 0:
            im = handwriting(im, r)
        if "stain" in marks and n == 0:
            im = stain(im, r)
        if "fold" in marks:
            im = fold(im, r)
        if "punch" in marks:
            im = punch(im, r)
        im = im.filter(ImageFilter.GaussianBlur(r.uniform(0, .45) * dpi / 200))
        if skew:
            im = rotate(im, skew, 250)
        if "shadow" in marks:
            im = shadow(im, r)
        if "light" in marks:
            im = light(im, rng, .15)
        if "specks" in marks:
            im = salt(im, rng, .0006)
        im = noise(im, rng, r.uniform(1, 7) * hard)
        if mode == "bw":
            im = bilevel(im, r.randrange(150, 180) if not marks & {"shadow", "light"} else 120)
        if turn:
            im = im.transpose(Image.ROTATE_90)
        out.append(im)
    return out, dpi, did + sorted(marks) + (["turned"] if turn else [])


def photo(pdf, seed, dpi=None, hard=1.0):
    """The first page as a phone takes it: (image, list of what was done)."""
    r = random.Random(f"{seed}/photo")
    rng = np.random.default_rng(r.randrange(2**31))
    dpi = dpi or r.choice((150, 170, 200))
    im = pages(pdf, dpi)[0]
    tint = np.array([255, r.randrange(244, 255), r.randrange(228, 250)], np.float32) / 255
    im = Image.fromarray((np.asarray(im, np.float32) * tint).astype(np.uint8))
    if r.random() < .3:
        im = fold(im, r)
    if r.random() < .15:
        im = stain(im, r)
    im = perspective(im, r, .045 * hard, r.choice(((92, 70, 50), (60, 60, 64), (150, 140, 128), (205, 200, 195))))
    im = im.rotate(r.uniform(-2.5, 2.5) * hard, Image.BICUBIC, expand=False, fillcolor=(80, 75, 70))
    im = light(im, rng, r.uniform(.15, .4) * hard)
    if r.random() < .5:
        im = shadow(im, r, .3)
    im = im.filter(ImageFilter.GaussianBlur(r.uniform(.3, .8) * dpi / 180))
    im = noise(im, rng, r.uniform(3, 8))
    return im, [f"{dpi}dpi", "photo"]


# ---- files -----------------------------------------------------------------------------------------------
def as_jpeg(im, dpi=200, quality=80):
    b = io.BytesIO()
    (im.convert("L") if im.mode == "1" else im).save(b, "JPEG", quality=quality, dpi=(dpi, dpi))
    return b.getvalue()


def as_png(im, dpi=200):
    b = io.BytesIO()
    im.save(b, "PNG", dpi=(dpi, dpi))
    return b.getvalue()


def as_tiff(ims, dpi=200):
    """Multi-page TIFF: fax compression for black and white, else deflate."""
    b = io.BytesIO()
    comp = "group4" if ims[0].mode == "1" else "tiff_adobe_deflate"
    ims[0].save(b, "TIFF", save_all=True, append_images=ims[1:], compression=comp, dpi=(dpi, dpi))
    return b.getvalue()


def as_pdf(ims, dpi=200, quality=72):
    """Image-only PDF."""
    import pikepdf
    from .embed import save
    N = pikepdf.Name
    doc = pikepdf.new()
    for im in ims:
        if im.mode == "1":
            t = as_tiff([im], dpi)
            g4 = Image.open(io.BytesIO(t))
            off, n = g4.tag_v2[273][0], g4.tag_v2[279][0]
            if len(g4.tag_v2[273]) == 1:
                st = pikepdf.Stream(doc, t[off:off + n])
                st[N.Filter], st[N.ColorSpace], st[N.BitsPerComponent] = N.CCITTFaxDecode, N.DeviceGray, 1
                st[N.DecodeParms] = pikepdf.Dictionary(K=-1, Columns=im.width, Rows=im.height, BlackIs1=g4.tag_v2.get(262) == 1)
            else:
                st = jpeg_stream(doc, im.convert("L"), dpi, quality)
        else:
            st = jpeg_stream(doc, im, dpi, quality)
        st[N.Type], st[N.Subtype], st[N.Width], st[N.Height] = N.XObject, N.Image, im.width, im.height
        w, h = im.width * 72 / dpi, im.height * 72 / dpi
        page = pikepdf.Dictionary(Type=N.Page, MediaBox=[0, 0, round(w, 2), round(h, 2)], Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=st)),
                                  Contents=pikepdf.Stream(doc, f"q {w:.2f} 0 0 {h:.2f} 0 0 cm /Im0 Do Q".encode()))
        doc.pages.append(pikepdf.Page(doc.make_indirect(page)))
    return save(doc)


def jpeg_stream(doc, im, dpi, quality):
    import pikepdf
    N = pikepdf.Name
    st = pikepdf.Stream(doc, as_jpeg(im, dpi, quality))
    st[N.Filter], st[N.BitsPerComponent] = N.DCTDecode, 8
    st[N.ColorSpace] = N.DeviceGray if im.mode == "L" else N.DeviceRGB
    return st
