"""PDFs made by other programs than our own canvas: browsers, office, typesetters; and programs that rewrite a PDF.

A producer layout is a function (v, inv, r) -> source text; it is used only where asked for (--producers), since it needs
the program.  Dates and ids that these programs write are taken out afterwards.
"""
import io
import os
import random
import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf

from .embed import save
from .view import View

PRODUCERS = {"chromium": "chromium", "weasyprint": "weasyprint", "groff": "groff", "latex": "pdflatex", "lualatex": "lualatex", "libreoffice": "soffice", "wkhtmltopdf": "wkhtmltopdf", "rsvg": "rsvg-convert",
             "enscript": "enscript+gs", "ghostscript": "gs", "qpdf": "qpdf"}


def available(name):
    return all(shutil.which(x) for x in PRODUCERS[name].split("+"))


def run(cmd, cwd, inp=None):
    env = dict(os.environ, SOURCE_DATE_EPOCH="1767225600", FORCE_SOURCE_DATE="1", HOME=cwd, TZ="UTC")
    return subprocess.run(cmd, cwd=cwd, input=inp, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, timeout=90, env=env).stdout


def chromium(src, tmp):
    Path(tmp, "in.html").write_text(src, encoding="utf-8")
    run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf-no-header", f"--user-data-dir={tmp}/profile", "--print-to-pdf=out.pdf", "in.html"], tmp)
    return Path(tmp, "out.pdf").read_bytes()


def weasyprint(src, tmp):
    Path(tmp, "in.html").write_text(src, encoding="utf-8")
    run(["weasyprint", "-q", "in.html", "out.pdf"], tmp)
    return Path(tmp, "out.pdf").read_bytes()


def groff(src, tmp):
    return run(["groff", "-k", "-t", "-Tpdf", "-P-p" + ("letter" if ".\\\" letter" in src else "a4")], tmp, src.encode())


def latex(src, tmp):
    Path(tmp, "in.tex").write_text(src, encoding="utf-8")
    for _ in range(2):
        run(["pdflatex", "-interaction=batchmode", "-halt-on-error", "in.tex"], tmp)
    return Path(tmp, "in.pdf").read_bytes()


def lualatex(src, tmp):
    Path(tmp, "in.tex").write_text(src, encoding="utf-8")
    for _ in range(2):
        run(["lualatex", "-interaction=batchmode", "-halt-on-error", "in.tex"], tmp)
    return Path(tmp, "in.pdf").read_bytes()


def libreoffice(src, tmp):
    """A flat ODT document, or HTML opened in the word processor."""
    name = "in.fodt" if src.lstrip().startswith("<?xml") else "in.html"
    Path(tmp, name).write_text(src, encoding="utf-8")
    how = [] if name == "in.fodt" else ["--infilter=HTML (StarWriter)"]
    run(["soffice", f"-env:UserInstallation=file://{tmp}/profile", "--headless", "--norestore"] + how + ["--convert-to", "pdf:writer_pdf_Export", name], tmp)
    return Path(tmp, "in.pdf").read_bytes()


def wkhtmltopdf(src, tmp):
    Path(tmp, "in.html").write_text(src, encoding="utf-8")
    run(["wkhtmltopdf", "-q", "--page-size", "A4", "in.html", "out.pdf"], tmp)
    return Path(tmp, "out.pdf").read_bytes()


def rsvg(src, tmp):
    """SVG pages (divided by form feeds) through librsvg: text set by pango."""
    names = []
    for i, page in enumerate(src.split("\f")):
        names.append(f"p{i}.svg")
        Path(tmp, names[-1]).write_text(page, encoding="utf-8")
    run(["rsvg-convert", "-f", "pdf", "-o", "out.pdf"] + names, tmp)
    return Path(tmp, "out.pdf").read_bytes()


def enscript(src, tmp):
    """Text on fixed positions: PostScript by enscript, PDF by ghostscript, as a printer queue does it."""
    Path(tmp, "in.txt").write_bytes(src.replace("€", "EUR").replace("\u2019", "'").encode("latin-1", "replace"))
    run(["enscript", "-q", "-B", "-X", "latin1", "-M", "A4", "-f", "Courier9", "--margins=36:18:36:36", "-o", "in.ps", "in.txt"], tmp)
    run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-sOutputFile=out.pdf", "in.ps"], tmp)
    return Path(tmp, "out.pdf").read_bytes()


def rewritten(pdf, program):
    """The PDF after another program has taken it apart and written it again."""
    with tempfile.TemporaryDirectory() as tmp:
        Path(tmp, "in.pdf").write_bytes(pdf)
        if program == "ghostscript":
            run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-dPDFSETTINGS=/printer", "-sOutputFile=out.pdf", "in.pdf"], tmp)
            return settle(Path(tmp, "out.pdf").read_bytes(), "20260101")[0]
        run(["qpdf", "--static-id", "--linearize", "--object-streams=generate", "--recompress-flate", "in.pdf", "out.pdf"], tmp)
        return Path(tmp, "out.pdf").read_bytes()


MAKE = {"chromium": chromium, "weasyprint": weasyprint, "groff": groff, "latex": latex, "lualatex": lualatex, "libreoffice": libreoffice, "wkhtmltopdf": wkhtmltopdf, "rsvg": rsvg, "enscript": enscript}


def settle(pdf, day):
    """The same bytes each time: fixed dates, no ids, no structure names drawn at random."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        for k in ("/CreationDate", "/ModDate"):
            if k in doc.docinfo:
                doc.docinfo[k] = f"D:{day}080000+00'00'"
        for k in ("/DocChecksum", "/ID"):
            if k in doc.trailer:
                del doc.trailer[k]
        for o in doc.objects:                  # tags of font subsets that follow the order of a hash table
            if isinstance(o, pikepdf.Dictionary):
                for k in ("/FontName", "/BaseFont"):
                    if k in o and "+" in str(o[k]):
                        o[k] = pikepdf.Name("/AAAAAA+" + str(o[k]).split("+", 1)[1])
        pages = len(doc.pages)
        return save(doc), pages


def render(lay, inv, seed):
    """(PDF bytes, view, pages)."""
    v = View(inv, seed, 1, lay["words"], lay["dates"])
    src = lay["fn"](v, inv, random.Random(f"{seed}/theme"))
    with tempfile.TemporaryDirectory() as tmp:
        pdf = MAKE[lay["backend"]](src, tmp)
    data, pages = settle(pdf, inv.issue.strftime("%Y%m%d"))
    return data, v, pages
