"""PDFs made by other programs than our own canvas: chromium, weasyprint, groff, pdflatex.

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

PRODUCERS = {"chromium": "chromium", "weasyprint": "weasyprint", "groff": "groff", "latex": "pdflatex"}


def available(name):
    return shutil.which(PRODUCERS[name]) is not None


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


def settle(pdf, day):
    """The same bytes each time: fixed dates, no ids, no structure names drawn at random."""
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        for k in ("/CreationDate", "/ModDate"):
            if k in doc.docinfo:
                doc.docinfo[k] = f"D:{day}080000+00'00'"
        pages = len(doc.pages)
        return save(doc), pages


def render(lay, inv, seed):
    """(PDF bytes, view, pages)."""
    v = View(inv, seed, 1)
    src = lay["fn"](v, inv, random.Random(f"{seed}/theme"))
    with tempfile.TemporaryDirectory() as tmp:
        pdf = {"chromium": chromium, "weasyprint": weasyprint, "groff": groff, "latex": latex}[lay["backend"]](src, tmp)
    data, pages = settle(pdf, inv.issue.strftime("%Y%m%d"))
    return data, v, pages
